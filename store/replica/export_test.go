package replica

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// Claim is a word of a copy that says to hold more of another's streams than there is, signed as it signs.
func Claim(s *store.Store, signed []byte, of journal.Replica) (out []byte, err error) {
	w, err := readWord(signed)
	if err != nil {
		return nil, err
	}
	heads := slices.Clone(w.Heads)
	for i := range heads {
		if heads[i].Stream.Replica == of {
			heads[i].Seq += 5
		}
	}
	err = s.Read(context.Background(), func(r model.Tx) error {
		key, err := private(r.Own().(store.Exchanging).Disk())
		if err != nil {
			return err
		}
		w.number++
		out, err = w.sign(key, w.At, heads)
		return err
	})
	return out, err
}

// SetTag gives a copy a tag, which is known when it is opened next.
func SetTag(s *store.Store, tag string) error {
	return s.Write(context.Background(), func(w model.WriteTx) error {
		return tally.Keep(w.Own().(store.Exchanging).Disk(), wire.BucketMeta, wire.MetaTag, []byte(tag))
	})
}

// Decided is what is kept of a decision about a text, as it stands on disk; old puts what earlier versions kept in its place.
func Decided(s *store.Store, h transfer.Hit, old bool) (v []byte, err error) {
	err = s.Write(context.Background(), func(w model.WriteTx) error {
		b, key := w.Own().(store.Exchanging).Disk(), peerKey(peerChoice, wire.LogKey(h.Stream, h.Seq))
		v = slices.Clone(b.Bucket(wire.BucketPeer).Get(key))
		if !old {
			return nil
		}
		return tally.Keep(b, wire.BucketPeer, key, v[:1])
	})
	return v, err
}

// Reissue writes anew what a copy wrote under a name that it had.
func Reissue(ctx context.Context, s *store.Store, from map[journal.Stream]uint64) error {
	return reissue(ctx, s, from)
}
