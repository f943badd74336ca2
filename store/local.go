package store

import (
	"bytes"
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// SaveDraft keeps what somebody typed and did not send.
func (s *Store) SaveDraft(ctx context.Context, d model.Draft) error {
	d.SavedAt = s.now()
	return s.put(ctx, wire.BucketDraft, append(d.Owner[:], d.Key...), wire.EncodeDraft(d))
}

// put writes one entry of what this machine keeps for itself, in a commit that is shared with whoever writes just then.
func (s *Store) put(ctx context.Context, bucket, key, value []byte) error {
	return s.Write(ctx, func(w model.WriteTx) error { return tally.Keep(w.(*tx).b, bucket, key, value) })
}

// DropDraft removes a draft.
func (s *Store) DropDraft(ctx context.Context, owner journal.ID, key string) error {
	return s.Write(ctx, func(w model.WriteTx) error { return w.ForgetDraft(owner, key) })
}

// ForgetDraft removes a draft, with what else the transaction writes.
func (t *tx) ForgetDraft(owner journal.ID, key string) error {
	return tally.Drop(t.b, wire.BucketDraft, append(owner[:], key...))
}

// Drafts are somebody's drafts, the newest first.
func (s *Store) Drafts(ctx context.Context, owner journal.ID) (out []model.Draft, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		c := r.(*tx).bucket(wire.BucketDraft).Cursor()
		for key, v := c.Seek(owner[:]); bytes.HasPrefix(key, owner[:]); key, v = c.Next() {
			d, err := wire.DecodeDraft(owner, string(key[16:]), v)
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

// dropLocalOf removes drafts about an entity that is erased, and, of a person, the drafts, settings and keys of that person.
func (t *tx) dropLocalOf(id journal.ID) error {
	var drafts, settings [][]byte
	err := t.bucket(wire.BucketDraft).ForEach(func(k, v []byte) error {
		d, err := wire.DecodeDraft(wire.ParseID(k), "", v)
		if err == nil && (d.About == id || d.Owner == id) {
			drafts = append(drafts, bytes.Clone(k))
		}
		return err
	})
	if err != nil {
		return err
	}
	end := []byte("/" + id.String())
	if err := t.bucket(wire.BucketSetting).ForEach(func(k, _ []byte) error {
		if bytes.HasSuffix(k, end) {
			settings = append(settings, bytes.Clone(k))
		}
		return nil
	}); err != nil {
		return err
	}
	if kept := t.get(wire.BucketSetting, []byte(model.EntranceSetting)); len(kept) > 0 {
		left := model.WithoutEntrancesOf(string(kept), id)
		if err := tally.Keep(t.b, wire.BucketSetting, []byte(model.EntranceSetting), []byte(left)); err != nil {
			return err
		}
	}
	for _, k := range drafts {
		if err := tally.Drop(t.b, wire.BucketDraft, k); err != nil {
			return err
		}
	}
	for _, k := range settings {
		if err := tally.Drop(t.b, wire.BucketSetting, k); err != nil {
			return err
		}
	}
	return nil
}

// Setting is a preference of this machine.
func (s *Store) Setting(ctx context.Context, key string) (value string, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		value = string(r.(*tx).get(wire.BucketSetting, []byte(key)))
		return nil
	})
	return value, err
}

// SetSetting keeps a preference of this machine.
func (s *Store) SetSetting(ctx context.Context, key, value string) error {
	return s.put(ctx, wire.BucketSetting, []byte(key), []byte(value))
}

// AlterSetting makes a setting what alter gives for what it is, in the transaction that read it.
func (s *Store) AlterSetting(ctx context.Context, key string, alter func(was string) string) error {
	return s.Write(ctx, func(w model.WriteTx) error {
		was, err := w.Setting(key)
		if err != nil {
			return err
		}
		return w.KeepSetting(key, alter(was))
	})
}

// Setting is a preference of this machine, "" when there is none.
func (t *tx) Setting(key string) (string, error) {
	return string(t.get(wire.BucketSetting, []byte(key))), nil
}

// KeepSetting keeps a preference of this machine with what else the transaction writes.
func (t *tx) KeepSetting(key, value string) error {
	return tally.Keep(t.b, wire.BucketSetting, []byte(key), []byte(value))
}
