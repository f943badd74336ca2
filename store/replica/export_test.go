package replica

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
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

// Reissue writes anew what a copy wrote under a name that it had.
func Reissue(ctx context.Context, s *store.Store, from map[journal.Stream]uint64) error {
	return reissue(ctx, s, from)
}
