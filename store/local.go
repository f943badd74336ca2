package store

import (
	"bytes"
	"context"
	"slices"

	bolt "go.etcd.io/bbolt"

	"leerbalie/model"
)

// SaveDraft keeps what somebody typed and did not send.
func (s *Store) SaveDraft(ctx context.Context, d model.Draft) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d.SavedAt = s.now()
	value := encodeDraft(d)
	return s.update(func(b *bolt.Tx) error {
		return b.Bucket(bucketDraft).Put(append(d.Owner[:], d.Key...), value)
	})
}

// DropDraft removes a draft.
func (s *Store) DropDraft(ctx context.Context, owner model.ID, key string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.update(func(b *bolt.Tx) error { return b.Bucket(bucketDraft).Delete(append(owner[:], key...)) })
}

// Drafts are somebody's drafts, the newest first.
func (s *Store) Drafts(ctx context.Context, owner model.ID) (out []model.Draft, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		c := r.(*tx).bucket(bucketDraft).Cursor()
		for key, v := c.Seek(owner[:]); bytes.HasPrefix(key, owner[:]); key, v = c.Next() {
			d, err := decodeDraft(owner, string(key[16:]), v)
			if err != nil {
				return err
			}
			out = append(out, d)
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b model.Draft) int { return b.SavedAt.Compare(a.SavedAt) })
	return out, err
}

// dropDraftsAbout removes drafts about an entity that is erased.
func (t *tx) dropDraftsAbout(id model.ID) error {
	var hit [][]byte
	err := t.bucket(bucketDraft).ForEach(func(k, v []byte) error {
		d, err := decodeDraft(model.ID{}, "", v)
		if err != nil {
			return err
		}
		if d.About == id {
			hit = append(hit, bytes.Clone(k))
		}
		return nil
	})
	for _, k := range hit {
		if err == nil {
			err = t.bucket(bucketDraft).Delete(k)
		}
	}
	return err
}

// Setting is a preference of this machine.
func (s *Store) Setting(ctx context.Context, key string) (value string, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		value = string(r.(*tx).get(bucketSetting, []byte(key)))
		return nil
	})
	return value, err
}

// SetSetting keeps a preference of this machine.
func (s *Store) SetSetting(ctx context.Context, key, value string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.update(func(b *bolt.Tx) error { return b.Bucket(bucketSetting).Put([]byte(key), []byte(value)) })
}
