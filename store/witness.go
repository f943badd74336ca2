package store

import (
	"bytes"
	"crypto/ed25519"
	"time"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/witness"
)

// attest is a witness of what a transaction sees, signed with a key: the heads of all streams. Errors: Damaged for a head that
// cannot be read; those of witness.Sign.
func attest(b *bolt.Tx, key ed25519.PrivateKey, at time.Time) ([]byte, error) {
	heads, err := headsOf(b)
	if err != nil {
		return nil, err
	}
	return witness.Sign(key, at, heads)
}

// testify leaves a witness in a copy, signed with the key of the store that it is made of. A store whose key is damaged can sign
// nothing: check tells, and the copy is not sound. Nor is that of one which is not what it was when it was a copy itself: what
// that saw stays.
func testify(to *bolt.Tx, key ed25519.PrivateKey, at time.Time) error {
	meta := to.Bucket(bucketMeta)
	if len(key) != ed25519.PrivateKeySize || !bytes.Equal(replicaOf(key), meta.Get(metaReplica)) {
		return drop(to, bucketMeta, metaWitness)
	}
	if w, err := witness.Read(meta.Get(metaWitness)); err == nil {
		if less, err := lacks(to, w); err != nil || less {
			return err
		}
	}
	signed, err := attest(to, key, at)
	if err != nil {
		return err
	}
	return keep(to, bucketMeta, metaWitness, signed)
}

func headsOf(b *bolt.Tx) (out []witness.Head, err error) {
	err = b.Bucket(bucketHead).ForEach(func(k, v []byte) error {
		h, err := parseHead(v)
		if err != nil || len(k) != streamLen {
			return fault.New(fault.Damaged, "store-value")
		}
		out = append(out, witness.Head{Stream: parseStream(k), Seq: h.seq, Hash: h.hash})
		return nil
	})
	return out, err
}

// altered compares what was seen of the streams with what a transaction sees: each stream has to go on at least as far, and to
// have the same hash where it was seen. What an erasure takes is not in the hash. Errors: Damaged for what cannot be read.
func altered(b *bolt.Tx, seen []witness.Head, at time.Time) (out []Problem, err error) {
	for _, w := range seen {
		key := streamKey(w.Stream)
		p := Problem{Kind: Altered, Where: streamName(key), Seen: at}
		var have head
		if v := b.Bucket(bucketHead).Get(key); v != nil {
			if have, err = parseHead(v); err != nil {
				return nil, err
			}
		}
		if have.seq < w.Seq {
			p.Detail, p.Sequence = Missing, have.seq+1
			out = append(out, p)
			continue
		}
		hash := have.hash
		if have.seq > w.Seq {
			if hash, err = chainAt(b, w.Stream, w.Seq); err != nil {
				return nil, err
			}
		}
		if hash != w.Hash {
			p.Detail, p.Sequence = Differs, w.Seq
			out = append(out, p)
		}
	}
	return out, nil
}

// chainAt is the chain's hash of a stream at a change, worked out from the mark before it. A change that is not there or cannot be
// read has none, the zero hash: that is a problem of the chain.
func chainAt(b *bolt.Tx, s journal.Stream, seq uint64) (sum, error) {
	key := streamKey(s)
	at := head{seq: seq - seq%markEvery}
	if at.seq > 0 && copy(at.hash[:], b.Bucket(bucketMark).Get(logKey(s, at.seq))) != len(at.hash) {
		at = head{}
	}
	cur := b.Bucket(bucketLog).Cursor()
	for k, v := cur.Seek(logKey(s, at.seq+1)); at.seq < seq; k, v = cur.Next() {
		if !bytes.Equal(k, logKey(s, at.seq+1)) {
			return sum{}, nil
		}
		w, err := decodeChange(v)
		if err != nil {
			return sum{}, nil
		}
		if at, err = at.next(key, &w); err != nil {
			return sum{}, nil
		}
	}
	return at.hash, nil
}
