package derive

import (
	"encoding/binary"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/overview"
	"leerbalie/store/wire"
)

// Figures are what entities count for in figures over time, see docs/decisions/0019-figures.md. Each counts in two cells for each thing that
// it counts for: that of its day, by UTC, and that of its part of the day, which knows in which quarter of an hour it was. So what lies in a
// period of whatever zone is the days within it and the parts at its ends, and no key hangs on the zone of a site.
type Figures struct {
	// Of hands out what an entity counts for; nil: for nothing itself. With whom it was counted before they came, unknown is told.
	Of func(t Reader, now *State, unknown func(journal.ID), add func(overview.Fact)) error
	// Moved moves what others count for, since an entity changed; was is nil for a new one. Nil: nothing hangs on it.
	Moved func(t Reader, to *Cells, was, now *State) error
}

// Parts of a day, and steps of a part.
const (
	partsOfDay  = 4
	stepsOfPart = 24
	stepSeconds = int64(overview.Step / time.Second)
	partSeconds = stepSeconds * stepsOfPart
	daySeconds  = partSeconds * partsOfDay
)

// requestFigures is what requests count for.
func requestFigures() Projection {
	return Projection{Name: "figures", Kinds: ofRequests(), Figures: &Figures{Of: func(t Reader, now *State, unknown func(journal.ID), add func(overview.Fact)) error {
		r := now.whole()
		postcode, known, err := settledPostcode(t, r.Resident)
		if !known {
			unknown(r.Resident)
		}
		overview.Facts(r, postcode, add)
		return err
	}}}
}

// residentFigures moves the requests of a resident whose postcode changed.
func residentFigures() Projection {
	return Projection{Name: "figures of residents", Kinds: ofResidents(), Figures: &Figures{Moved: func(t Reader, to *Cells, was, now *State) error {
		r := now.resident()
		before := ""
		if was != nil {
			before = was.resident().Postcode
		}
		if overview.DigitsOf(before) == overview.DigitsOf(r.Postcode) {
			return nil
		}
		if was != nil || to.unknown[r.ID] {
			if err := t.WriteHeld(); err != nil {
				return err
			}
		}
		return t.EachBelow(wire.OfResidentKey(r.Site, r.ID, journal.ID{})[:33], func(id journal.ID) error {
			row, ok, err := t.KeptRow(r.Site, id)
			if err != nil || !ok {
				return err
			}
			overview.Resettled(&row, before, func(f overview.Fact) { to.count(r.Site, f, -1) })
			overview.Resettled(&row, r.Postcode, func(f overview.Fact) { to.count(r.Site, f, 1) })
			return nil
		})
	}}}
}

// settledPostcode is the postcode of a resident as the file has it: what this transaction did about them is settled on its own. known is
// false for somebody who is not there yet.
func settledPostcode(t Reader, resident journal.ID) (postcode string, known bool, err error) {
	if resident.IsZero() {
		return "", true, nil
	}
	b := t.Disk().Bucket(wire.BucketRecord).Get(wire.RecordKey(desk.KindResident, resident))
	if b == nil {
		return "", false, nil
	}
	rec, err := wire.DecodeRecord(desk.KindResident, resident, b)
	if err != nil {
		return "", true, err
	}
	return rec.Get(desk.ResidentPostcode).Text(), true, nil
}

// Follow brings cells from what an entity counted for to what it counts for now; was is nil for a new one.
func (f *Figures) Follow(t Reader, to *Cells, was, now *State) error {
	if f.Moved != nil {
		return f.Moved(t, to, was, now)
	}
	unknown := func(id journal.ID) {
		if to.unknown == nil {
			to.unknown = map[journal.ID]bool{}
		}
		to.unknown[id] = true
	}
	var room [32]overview.Fact
	before := room[:0]
	if was != nil {
		if err := f.Of(t, was, unknown, func(f overview.Fact) { before = append(before, f) }); err != nil {
			return err
		}
	}
	i, site := 0, now.Rec.Part
	err := f.Of(t, now, unknown, func(f overview.Fact) {
		switch {
		case i >= len(before):
			to.count(site, f, 1)
		case before[i] != f:
			to.count(site, before[i], -1)
			to.count(site, f, 1)
		}
		i++
	})
	for ; i < len(before); i++ {
		to.count(site, before[i], -1)
	}
	return err
}

// Recount adds what an entity counts for.
func (f *Figures) Recount(t Reader, to *Cells, now *State) error {
	if f.Of == nil {
		return nil
	}
	return f.Of(t, now, func(journal.ID) {}, func(f overview.Fact) { to.count(now.Rec.Part, f, 1) })
}

// count adds a fact to its cells, or takes it away where sign is -1.
func (c *Cells) count(site journal.ID, f overview.Fact, sign int64) {
	at := f.At.Unix()
	day, part, step := floor(at, daySeconds), floor(at, partSeconds), floor(at, stepSeconds)
	n, minutes := sign*int64(f.N), sign*int64(f.Minutes)
	var room [64]byte
	name := append(append(room[:0], byte(f.Dim)), f.Code...)
	switch f.Dim {
	case overview.DimCame, overview.DimLate, overview.DimHandled:
		c.add(wire.FigureKey(site, wire.FigureDay, day), name, uint64(step-day*partsOfDay*stepsOfPart), n, minutes)
		return
	case overview.DimArrival:
		c.add(wire.FigureKey(site, wire.FigurePart, part), name, uint64(floor(at, 60)-part*partSeconds/60), n, 0)
		return
	case overview.DimWait, overview.DimParked:
		c.add(wire.FigureKey(site, wire.FigureDay, day), name, uint64(f.Minutes), n, 0)
		c.add(wire.FigureKey(site, wire.FigurePart, part), append(name, byte(step-part*stepsOfPart)), uint64(f.Minutes), n, 0)
		return
	}
	c.add(wire.FigureKey(site, wire.FigureDay, day), name, 0, n, minutes)
	c.add(wire.FigureKey(site, wire.FigurePart, part), name, uint64(step-part*stepsOfPart), n, minutes)
}

// floor divides, downwards also below zero.
func floor(n, by int64) int64 {
	if n < 0 {
		return -((by - 1 - n) / by)
	}
	return n / by
}

// EachCount visits what requests of a site count for.
func EachCount(t Reader, q overview.CountQuery, visit func(overview.Count)) error {
	from, to := floor(q.From.Unix(), stepSeconds)*stepSeconds, floor(q.To.Unix(), stepSeconds)*stepSeconds
	if from >= to {
		return nil
	}
	err := cells(t, q.Site, wire.FigureDay, floor(from, daySeconds), floor(to-1, daySeconds), func(day int64, value []byte) error {
		whole := day*daySeconds >= from && (day+1)*daySeconds <= to
		return eachWanted(value, &q, func(d overview.Dim, code []byte, s slot) {
			switch d {
			case overview.DimCame, overview.DimLate, overview.DimHandled:
				if at := day*daySeconds + int64(s.at)*stepSeconds; at >= from && at < to {
					visit(overview.Count{At: time.Unix(at, 0), Dim: d, Code: code, N: int(s.n), Minutes: int(s.minutes)})
				}
				return
			case overview.DimWait, overview.DimParked:
				s.minutes = int64(s.at)
			}
			if whole && !q.Fine {
				visit(overview.Count{At: time.Unix(day*daySeconds, 0), Dim: d, Code: code, N: int(s.n), Minutes: int(s.minutes)})
			}
		})
	})
	if err != nil {
		return err
	}
	part := func(part int64, value []byte) error {
		return eachWanted(value, &q, func(d overview.Dim, code []byte, s slot) {
			at := part*partSeconds + int64(s.at)*stepSeconds
			switch {
			case d == overview.DimArrival:
				at = part*partSeconds + int64(s.at)*60
			case (d == overview.DimWait || d == overview.DimParked) && len(code) > 0:
				at = part*partSeconds + int64(code[len(code)-1])*stepSeconds
				code, s.minutes = code[:len(code)-1], int64(s.at)
			}
			if at >= from && at < to {
				visit(overview.Count{At: time.Unix(at, 0), Dim: d, Code: code, N: int(s.n), Minutes: int(s.minutes)})
			}
		})
	}
	first, last := floor(from, partSeconds), floor(to-1, partSeconds)
	if q.Fine {
		return cells(t, q.Site, wire.FigurePart, first, last, part)
	}
	// The parts of the days at both ends that are not whole: one stretch where there is no whole day between them.
	begins, ends := floor(from+daySeconds-1, daySeconds)*partsOfDay, floor(to, daySeconds)*partsOfDay
	if begins >= ends {
		return cells(t, q.Site, wire.FigurePart, first, last, part)
	}
	if err := cells(t, q.Site, wire.FigurePart, first, begins-1, part); err != nil {
		return err
	}
	return cells(t, q.Site, wire.FigurePart, ends, last, part)
}

// cells visits the cells of a site from one number up to another, both among them.
func cells(t Reader, site journal.ID, letter byte, from, to int64, visit func(number int64, value []byte) error) error {
	if from > to {
		return nil
	}
	c := t.Disk().Bucket(wire.BucketFigure).Cursor()
	first, last := wire.FigureKey(site, letter, from), wire.FigureKey(site, letter, to)
	for key, value := c.Seek(first[:]); key != nil && string(key) <= string(last[:]); key, value = c.Next() {
		if len(key) != len(first) {
			return fault.New(fault.Damaged, "store-index")
		}
		if err := visit(int64(int32(binary.BigEndian.Uint32(key[len(key)-4:])^1<<31)), value); err != nil {
			return fault.New(fault.Damaged, "store-index").Because(err)
		}
	}
	return nil
}

// eachWanted visits the slots of what a query asks for.
func eachWanted(value []byte, q *overview.CountQuery, visit func(d overview.Dim, code []byte, s slot)) error {
	return eachSection(value, func(name, body, _ []byte) error {
		d := overview.Dim(name[0])
		if !q.Wants(d) {
			return nil
		}
		return eachSlot(body, func(s slot) { visit(d, name[1:], s) })
	})
}

// EachMerged visits the requests of a site that were merged into another.
func EachMerged(t Reader, site journal.ID, visit func(journal.ID) error) error {
	prefix := wire.JoinedKey(site, journal.ID{}, journal.ID{})[:17]
	for key := range t.Disk().Bucket(wire.BucketIndex).Below(prefix) {
		if err := visit(wire.ParseID(key[len(key)-len(journal.ID{}):])); err != nil {
			return err
		}
	}
	return nil
}
