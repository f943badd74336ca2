// Package digest works out hashes over the records and items of a store, which two replicas compare.
package digest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"hash"

	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// Digest is a hash over what is derived in each class and scope, equal wherever two replicas hold the same, and one over all.
type Digest struct {
	All    string            // hexadecimal SHA-256
	Scopes map[string]string // "desk/<site id>" → hexadecimal SHA-256
}

// Of works it out of the buckets of records and of items. Errors: the context's; Damaged for a record that cannot be read.
func Of(ctx context.Context, record, item *disk.Bucket) (Digest, error) {
	all := sha256.New()
	scopes := map[journal.Scope]hash.Hash{}
	var room []byte
	add := func(key, value []byte, to ...hash.Hash) {
		room = wire.AppendEntry(room[:0], key, value)
		for _, h := range to {
			h.Write(room)
		}
	}
	items := item.Cursor()
	at, body := items.First()
	records := record.Cursor()
	n := 0
	for key, v := records.First(); key != nil; key, v = records.Next() {
		if n++; n%1024 == 0 && ctx.Err() != nil {
			return Digest{}, ctx.Err()
		}
		scope, err := wire.ScopeOf(v)
		if err != nil {
			return Digest{}, err
		}
		h := scopes[scope]
		if h == nil {
			h = sha256.New()
			scopes[scope] = h
		}
		add(key, v, all, h)
		for ; at != nil && bytes.Compare(at, key) < 0; at, body = items.Next() {
			add(at, body, all)
		}
		for ; bytes.HasPrefix(at, key); at, body = items.Next() {
			add(at, body, all, h)
		}
	}
	for ; at != nil; at, body = items.Next() {
		add(at, body, all)
	}
	d := Digest{All: hex.EncodeToString(all.Sum(nil)), Scopes: map[string]string{}}
	for scope, h := range scopes {
		d.Scopes[scope.Class.String()+"/"+scope.Part.String()] = hex.EncodeToString(h.Sum(nil))
	}
	return d, nil
}
