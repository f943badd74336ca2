package replica

import (
	"bytes"
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// putAway removes what a copy holds of scopes, and leaves where their streams ended: nothing of this copy's own is written there
// before all of it has come back. Of scopes to which it may go on adding its own streams stay.
func putAway(ctx context.Context, s *store.Store, scopes, adds map[journal.Scope]bool) error {
	return s.Recut(ctx, func(t store.Exchanging) error {
		b, mine := t.Disk(), namesOf(t)
		clock := b.Bucket(wire.BucketMeta).Get(wire.MetaClock)
		for _, name := range [][]byte{wire.BucketHead, wire.BucketLog, wire.BucketMark, wire.BucketPending, wire.BucketHeld} {
			bucket := b.Bucket(name)
			err := eachKey(bucket, func(k, v []byte) error {
				if len(k) < wire.StreamLen || !scopes[wire.ParseStream(k).Scope] {
					return nil
				}
				if of := wire.ParseStream(k); adds[of.Scope] && mine[of.Replica] {
					return nil
				}
				if bytes.Equal(name, wire.BucketHead) {
					if err := tally.Keep(b, wire.BucketAway, k, append(v, clock...)); err != nil {
						return err
					}
				}
				if n := bucket.Sequence(); n > 0 { // which counts the entries of what waits
					if err := bucket.SetSequence(n - 1); err != nil {
						return err
					}
				}
				return tally.Drop(b, name, k)
			})
			if err != nil {
				return err
			}
		}
		return nil
	}, nil)
}

// eachKey visits copies of the entries of a bucket, which may be altered meanwhile.
func eachKey(b *disk.Bucket, fn func(k, v []byte) error) error {
	var all [][2][]byte
	if err := b.ForEach(func(k, v []byte) error { all = append(all, [2][]byte{bytes.Clone(k), bytes.Clone(v)}); return nil }); err != nil {
		return err
	}
	for _, e := range all {
		if err := fn(e[0], e[1]); err != nil {
			return err
		}
	}
	return nil
}

// draftsIn counts what was typed and not saved yet about entities that live in scopes.
func draftsIn(ctx context.Context, s *store.Store, scopes map[journal.Scope]bool) (map[journal.Scope]int, error) {
	out := map[journal.Scope]int{}
	err := s.Read(ctx, func(r model.Tx) error {
		b := r.Own().(store.Exchanging).Disk()
		about := map[journal.ID]int{}
		if err := b.Bucket(wire.BucketDraft).ForEach(func(k, v []byte) error {
			d, err := wire.DecodeDraft(journal.ID{}, "", v)
			about[d.About]++
			return err
		}); err != nil || len(about) == 0 {
			return err
		}
		return b.Bucket(wire.BucketRecord).ForEach(func(k, v []byte) error {
			scope, err := wire.ScopeOf(v)
			if _, ends := scopes[scope]; err != nil || !ends {
				return err
			}
			id := wire.ParseID(k[1:])
			if out[scope] += about[id]; journal.Kind(k[0]) != learning.KindDossier {
				return nil
			}
			rec, err := wire.DecodeRecord(learning.KindDossier, id, v)
			if err == nil {
				out[scope] += about[rec.Get(learning.DossierStudent).ID()] // what is typed about evidence is about the student
			}
			return err
		})
	})
	return out, err
}
