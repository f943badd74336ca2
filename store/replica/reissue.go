package replica

import (
	"bytes"
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store"
	"leerbalie/store/evidence"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// reissue writes anew, under the name that this copy has now, what it wrote under one that it had from some sequence number of each
// stream on: others hold other changes at these numbers, which can come in their place then. Each thing is there once before and
// after. It is one transaction. In it stands that what was seen of these streams before, in notes and copies, is settled.
func reissue(ctx context.Context, s *store.Store, from map[journal.Stream]uint64) error {
	var tail []*journal.Change
	return s.Recut(ctx, func(t store.Exchanging) error {
		tail = nil
		noted := t.Disk().Bucket(wire.BucketMeta).Get(wire.MetaAnew)
		for stream, seq := range from {
			if stream.Replica == t.Replica() {
				return fault.New(fault.Internal, "reissue-own")
			}
			cut, err := cutOff(t, stream, seq)
			if err != nil {
				return err
			}
			tail = append(tail, cut...)
			noted = evidence.WrittenAnew(noted, stream, seq, t.Now())
		}
		return tally.Keep(t.Disk(), wire.BucketMeta, wire.MetaAnew, noted)
	}, func(t store.Exchanging) error {
		slices.SortFunc(tail, func(a, b *journal.Change) int { return a.Stamp().Compare(b.Stamp()) })
		now := map[journal.Stamp]journal.Stamp{}
		for _, was := range tail {
			c, err := anew(t, was, now)
			if err != nil {
				return err
			}
			if err := t.Emit(c); err != nil {
				return err
			}
			now[was.Stamp()] = c.Stamp()
		}
		return nil
	})
}

// cutOff takes the end of a stream out of the journal, and gives what can be read of it.
func cutOff(t store.Exchanging, stream journal.Stream, from uint64) (out []*journal.Change, err error) {
	b := t.Disk()
	before := wire.Head{Seq: from - 1, Hash: partsOf(b).At(stream, from-1)}
	for _, name := range [][]byte{wire.BucketLog, wire.BucketMark} {
		err := eachKey(b.Bucket(name), func(k, v []byte) error {
			if !bytes.HasPrefix(k, wire.StreamKey(stream)) || wire.ParseNumber(k[wire.StreamLen:]) < from {
				return nil
			}
			if bytes.Equal(name, wire.BucketLog) {
				c, _, err := wire.OpenChange(stream, wire.ParseNumber(k[wire.StreamLen:]), v)
				if err != nil {
					return err
				}
				if !c.Erased {
					out = append(out, c)
				}
			}
			return b.Bucket(name).Delete(k)
		})
		if err != nil {
			return nil, err
		}
	}
	if before.Seq == 0 {
		return out, b.Bucket(wire.BucketHead).Delete(wire.StreamKey(stream))
	}
	return out, b.Bucket(wire.BucketHead).Put(wire.StreamKey(stream), before.Bytes())
}

// anew is a change as this copy writes it now, naming those that were written anew before it as they are now.
func anew(t store.Exchanging, was *journal.Change, now map[journal.Stamp]journal.Stamp) (*journal.Change, error) {
	c := *was
	c.Writes = slices.Clone(was.Writes)
	for i := range c.Writes {
		w := &c.Writes[i]
		w.Base = slices.Clone(w.Base)
		for j, b := range w.Base {
			if is, ok := now[b]; ok {
				w.Base[j] = is
			}
		}
		w.Value = w.Value.Restamped(now)
		if c.Kind == desk.KindRequest && c.Op == journal.OpSet && w.Field == desk.RequestNumber {
			number, err := numberAnew(t, c.Stream.Scope.Part)
			if err != nil {
				return nil, err
			}
			w.Value = journal.Text(number)
		}
	}
	return &c, nil
}

// numberAnew is another number for a request: another may have been given out as well.
func numberAnew(t store.Exchanging, site journal.ID) (string, error) {
	rec, err := t.Record(model.KindSite, site)
	if err != nil || rec == nil {
		return "", fault.New(fault.Damaged, "store-value").Because(err)
	}
	n, err := t.NextNumber(site)
	return desk.NumberOf(model.SiteOf(rec), t.Replica(), t.Tag(), n), err
}
