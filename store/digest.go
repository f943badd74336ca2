package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/store/wire"
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
	scopes := map[journal.Scope]hash.Hash{}
	var room []byte
	add := func(key, value []byte, to ...hash.Hash) {
		room = wire.AppendEntry(room[:0], key, value)
		for _, h := range to {
			h.Write(room)
		}
	}
	items := b.Bucket(wire.BucketItem).Cursor()
	item, body := items.First()
	records := b.Bucket(wire.BucketRecord).Cursor()
	n := 0
	for key, v := records.First(); key != nil; key, v = records.Next() {
		if n++; n%1024 == 0 && ctx.Err() != nil {
			return Digests{}, ctx.Err()
		}
		scope, err := wire.ScopeOf(v)
		if err != nil {
			return Digests{}, err
		}
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
		d.Scopes[scope.Class.String()+"/"+scope.Part.String()] = hex.EncodeToString(h.Sum(nil))
	}
	return d, nil
}
