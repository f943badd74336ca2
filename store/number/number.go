// Package number tells which numbers a copy of a store gave out, by the requests that carry them.
package number

import (
	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// Reader is what is asked of a transaction.
type Reader interface {
	Disk() *disk.Tx
	Record(journal.Kind, journal.ID) (*journal.Record, error)
}

// Issued is the last number that this copy gave out at each site, by what requests carry. Two copies can have one tag, so a number
// counts only if this copy wrote it.
type Issued map[journal.ID]*Last

// Last is the last number of a site.
type Last struct {
	prefix string // of the numbers that this copy gives out there
	Count  uint64
	own    journal.Replica
}

// Note notes the number of a request.
func (i Issued) Note(t Reader, r *journal.Record) error {
	last := i[r.Part]
	if last == nil {
		site, err := t.Record(model.KindSite, r.Part)
		if err != nil {
			return err
		}
		last = &Last{}
		if site != nil {
			meta := t.Disk().Bucket(wire.BucketMeta)
			copy(last.own[:], meta.Get(wire.MetaReplica))
			last.prefix = desk.NumberPrefix(model.SiteOf(site), last.own, string(meta.Get(wire.MetaTag)))
		}
		i[r.Part] = last
	}
	number := r.Register(desk.RequestNumber)
	if number == nil || len(number.Live) == 0 || number.Live[0].Stamp.Replica != last.own {
		return nil
	}
	if n, ok := desk.CountIn(number.Live[0].Value.Text(), last.prefix); ok {
		last.Count = max(last.Count, n)
	}
	return nil
}

// Join adds what was noted elsewhere.
func (i Issued) Join(other Issued) {
	for site, last := range other {
		if have := i[site]; have == nil || have.Count < last.Count {
			i[site] = last
		}
	}
}
