package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model"
)

// Digests is what two replicas compare: a hash over the records and items of each class and scope, equal wherever two
// hold the same, and one over all.
type Digests struct {
	All    string            // hexadecimal SHA-256
	Scopes map[string]string // "desk/<site id>" → hexadecimal SHA-256
}

// Digests works out the hashes of what is derived.
func (s *Store) Digests(ctx context.Context) (d Digests, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		d, err = digests(ctx, r.(*tx).b)
		return err
	})
	return d, err
}

func digests(ctx context.Context, b *bolt.Tx) (Digests, error) {
	all := sha256.New()
	scopes := map[string]hash.Hash{}
	items := b.Bucket(bucketItem).Cursor()
	item, body := items.First()
	records := b.Bucket(bucketRecord).Cursor()
	n := 0
	for key, v := records.First(); key != nil; key, v = records.Next() {
		if n++; n%1024 == 0 && ctx.Err() != nil {
			return Digests{}, ctx.Err()
		}
		at, err := scopeOf(v)
		if err != nil {
			return Digests{}, err
		}
		scope := at.Class.String() + "/" + at.Part.String()
		h := scopes[scope]
		if h == nil {
			h = sha256.New()
			scopes[scope] = h
		}
		add(key, v, all, h)
		for ; item != nil && bytes.Compare(item, key) < 0; item, body = items.Next() {
			add(item, body, all)
		}
		for ; bytes.HasPrefix(item, key); item, body = items.Next() {
			add(item, body, all, h)
		}
	}
	for ; item != nil; item, body = items.Next() {
		add(item, body, all)
	}
	d := Digests{All: hex.EncodeToString(all.Sum(nil)), Scopes: map[string]string{}}
	for scope, h := range scopes {
		d.Scopes[scope] = hex.EncodeToString(h.Sum(nil))
	}
	return d, nil
}

// add hashes an entry with the lengths of its parts, so that no two lists of entries look the same.
func add(key, value []byte, to ...hash.Hash) {
	var buf [16]byte
	head := append(append(buf[:0], number(uint64(len(key)))...), number(uint64(len(value)))...)
	for _, h := range to {
		h.Write(head)
		h.Write(key)
		h.Write(value)
	}
}
