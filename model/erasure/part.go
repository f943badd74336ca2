package erasure

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/outcome"
	"leerbalie/model/pairs"
)

// Part is a part of a student's records, which goes by itself.
type Part string

// The parts, in the order in which they may go.
const (
	Private Part = "private" // what was said in private, and the words about pairs
	Dossier Part = "dossier" // evidence, reflections, judgements and decisions: what an exam rests on
	Profile Part = "profile" // who it is: name, number, address, the study: what the placement agreement says
)

// Parts lists every part.
func Parts() []Part { return []Part{Private, Dossier, Profile} }

// kept is how long the law asks to keep a part after the study ended, in years and months.
func (p Part) kept() (years, months int) {
	switch p {
	case Dossier:
		return 0, 18
	case Profile:
		return 7, 0
	}
	return 0, 0
}

// Records is a part as it stands.
type Records struct {
	Part  Part
	Left  int       // how much of it is there that was not erased
	Until time.Time // the day from which it may go; zero while the study has not ended
	Due   bool      // that day has come, and it is not of somebody who works here now
}

// file is what there is of a student, a part at a time.
type file struct {
	student model.Person
	ended   time.Time // the day on which the study ended; zero: it has not
	works   bool      // here, besides having learned here: a colleague's profile stays
	parts   map[Part][]model.Record
	left    map[Part]int
}

// fileIn reads what there is of a student. Errors: NotFound.
func fileIn(tx model.Tx, id journal.ID, now time.Time) (*file, error) {
	rec, err := tx.Record(model.KindPerson, id)
	if err != nil {
		return nil, err
	}
	if rec == nil {
		return nil, unknown(id)
	}
	f := &file{student: model.PersonOf(rec), parts: map[Part][]model.Record{}, left: map[Part]int{}}
	zone, err := model.ZoneAt(tx, f.student.Site)
	if err != nil {
		return nil, err
	}
	f.works = !rec.Archived() && len(f.student.Roles) > 1
	f.ended = endOf(f.student, rec, now, zone)
	f.add(Profile, model.Record{Kind: model.KindPerson, ID: id}, !rec.Erased)
	for part, kinds := range map[Part][]journal.Kind{Private: {pairs.KindTimeOut, pairs.KindFit, pairs.KindPair, outcome.KindReason}, Dossier: {learning.KindDossier, attachment.KindAttachment}} {
		for _, kind := range kinds {
			whose := tx.Kinds().Whose(kind)
			if err := tx.Each(kind, func(r *journal.Record) error {
				if r.Get(whose).ID() == id || contains(r.Get(whose).IDs(), id) {
					f.add(part, model.Record{Kind: kind, ID: r.ID}, !r.Erased)
				}
				return nil
			}); err != nil {
				return nil, err
			}
		}
	}
	return f, f.toCome(tx)
}

// toCome adds the dossiers that another replica may have begun: they have the same ids everywhere.
func (f *file) toCome(tx model.Tx) error {
	add := func(group journal.ID) {
		r := model.Record{Kind: learning.KindDossier, ID: learning.DossierID(f.student.ID, group)}
		for _, have := range f.parts[Dossier] {
			if have == r {
				return
			}
		}
		f.parts[Dossier] = append(f.parts[Dossier], r)
	}
	add(journal.Organisation())
	return tx.Each(model.KindGroup, func(r *journal.Record) error { add(r.ID); return nil })
}

func (f *file) add(part Part, r model.Record, left bool) {
	f.parts[part] = append(f.parts[part], r)
	if left {
		f.left[part]++
	}
}

func contains(ids []journal.ID, id journal.ID) bool {
	for _, o := range ids {
		if o == id {
			return true
		}
	}
	return false
}

// endOf is the day on which somebody's study ended: what was written down, or else when they were put away as having left.
func endOf(p model.Person, rec *journal.Record, now time.Time, zone *time.Location) time.Time {
	switch today := days.Of(now, zone); {
	case p.Study.At(today) == model.StudyEnded && !p.Study.End.IsZero():
		return p.Study.End
	case rec.Archived():
		if reg := rec.Register(journal.FieldArchived); reg != nil && len(reg.Live) > 0 {
			return days.Of(reg.Live[0].Stamp.Time.Time(), zone)
		}
	}
	return time.Time{}
}

// records are the parts as they stand on a day.
func (f *file) records(today time.Time) (out []Records) {
	for _, p := range Parts() {
		r := Records{Part: p, Left: f.left[p]}
		if !f.ended.IsZero() {
			years, months := p.kept()
			if f.student.Removed { // there never was a placement
				years, months = 0, 0
			}
			r.Until = f.ended.AddDate(years, months, 0)
			r.Due = !today.Before(r.Until) && !(p == Profile && f.works)
		}
		out = append(out, r)
	}
	return out
}
