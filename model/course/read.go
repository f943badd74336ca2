package course

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/ledger"
)

// View is a course with who takes part, as somebody may see it.
type View struct {
	Course
	Groups   []model.Group // those of the course, in its order
	Teachers []model.Person
	Scale    competence.Scale
	MayEdit  bool
	People   []Participant // whose presence may be seen, by name
	Hidden   int           // how many others take part
}

// Participant is somebody who takes part in a course, or did.
type Participant struct {
	Student   model.Person
	Group     journal.ID        // of the course; zero for who belongs to none of its groups any more
	Presences []ledger.Presence // by the days of View.ByDay; State "" where nothing was noted
	Results   []ledger.Result   // by the tests of the course; Level "" where nothing was noted
	MayNote   bool              // whoever looks may write these
	Elsewhere bool              // what counts of the student is kept on another computer
}

// Was is how often the student was there, of the dates of which something was noted.
func (p *Participant) Was() (present, noted int) {
	for _, was := range p.Presences {
		if was.State != "" {
			noted++
		}
		if was.State == ledger.Present {
			present++
		}
	}
	return present, noted
}

// learner is a student with all that counts.
type learner struct {
	model.Person
	ledgers []*ledger.Ledger
}

// ledgersIn are all who learn or learned here with what counts of them, by name. The session may be nil, as in an action.
func ledgersIn(tx model.Tx, session *model.Session) (out []learner, err error) {
	at := map[journal.ID]int{}
	err = tx.Each(model.KindPerson, func(r *journal.Record) error {
		if p := model.PersonOf(r); p.Has(model.RoleStudent) || p.Erased {
			out = append(out, learner{Person: p})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	model.SortByName(out, func(l *learner) string { return l.Name })
	for i := range out {
		at[out[i].ID] = i
	}
	return out, tx.Each(ledger.KindLedger, func(r *journal.Record) error {
		i, known := at[r.Get(ledger.LedgerStudent).ID()]
		if !known {
			return nil
		}
		var l *ledger.Ledger
		if session != nil {
			l, err = ledger.In(session, tx, out[i].ID, r.Part)
		} else if items, err2 := tx.Items(ledger.KindLedger, r.ID); err2 == nil {
			l = ledger.Of(r, items)
		} else {
			err = err2
		}
		if l != nil {
			out[i].ledgers = append(out[i].ledgers, l)
		}
		return err
	})
}

// List reads the courses, the last term first, and in a term by their first day. Errors: Refused.
func List(ctx context.Context, session *model.Session) (out []Course, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out, err = allIn(tx)
		return err
	})
	return out, err
}

// allIn reads the courses that were not put away.
func allIn(tx model.Tx) (out []Course, err error) {
	err = tx.Each(KindCourse, func(r *journal.Record) error {
		if !r.Archived() && !r.Erased && !r.Get(CourseTitle).IsNone() {
			out = append(out, Of(r))
		}
		return nil
	})
	slices.SortFunc(out, func(a, b Course) int {
		return cmp.Or(-cmp.Compare(a.Term, b.Term), a.First().Compare(b.First()), strings.Compare(a.Title, b.Title), bytes.Compare(a.ID[:], b.ID[:]))
	})
	return out, err
}

// one reads a course. Errors: NotFound.
func one(tx model.Tx, id journal.ID) (Course, error) {
	rec, err := tx.Record(KindCourse, id)
	if err != nil {
		return Course{}, err
	}
	if rec == nil || rec.Archived() || rec.Erased {
		return Course{}, fault.New(fault.NotFound, "course-unknown", "name", id.String())
	}
	return Of(rec), nil
}

// Read reads a course with who takes part. Errors: NotFound, Refused.
func Read(ctx context.Context, session *model.Session, id journal.ID) (v View, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		c, err := one(tx, id)
		if err != nil {
			return err
		}
		r, err := looking(session, tx)
		if err == nil {
			v, err = r.view(c)
		}
		return err
	})
	return v, err
}

// ReadAll reads all courses with who takes part, in the order of List. Errors: Refused.
func ReadAll(ctx context.Context, session *model.Session) (out []View, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		all, err := allIn(tx)
		if err != nil {
			return err
		}
		r, err := looking(session, tx)
		if err != nil {
			return err
		}
		out = make([]View, len(all))
		for i := range all {
			if out[i], err = r.view(all[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// Taken is a course as one student took part in it.
type Taken struct {
	Course
	Participant
}

// ReadOf reads the courses in which a student takes part, or did, in the order of List, as far as the session may see what counts of the student.
// Errors: NotFound; Refused.
func ReadOf(ctx context.Context, session *model.Session, student journal.ID) (out []Taken, err error) {
	if _, err := ledger.Read(ctx, session, student); err != nil {
		return nil, err
	}
	all, err := ReadAll(ctx, session)
	for i := range all {
		for _, p := range all[i].People {
			if p.Student.ID == student {
				out = append(out, Taken{all[i].Course, p})
			}
		}
	}
	return out, err
}

// reading is a look at courses on one state of the store.
type reading struct {
	tx     model.Tx
	may    model.Clearance
	here   func(journal.ID) bool
	people []learner
	staff  map[journal.ID]model.Person
	groups map[journal.ID]model.Group
}

func looking(session *model.Session, tx model.Tx) (*reading, error) {
	r := &reading{tx: tx, may: session.Clearance(), staff: map[journal.ID]model.Person{}, groups: map[journal.ID]model.Group{}}
	var err error
	if r.here, err = ledger.Kept(tx, session.Replica(), session.Me().ID); err != nil {
		return nil, err
	}
	if r.people, err = ledgersIn(tx, session); err != nil {
		return nil, err
	}
	return r, tx.Each(model.KindGroup, func(rec *journal.Record) error {
		g := model.GroupOf(rec)
		r.groups[g.ID] = g
		return nil
	})
}

func (r *reading) view(c Course) (v View, err error) {
	v = View{Course: c, MayEdit: c.MayEdit(r.may.Person())}
	if v.Scale, err = ScaleIn(r.tx, &c); fault.KindOf(err) == fault.NotFound { // its list is gone
		v.Scale, err = competence.Scale{Name: c.Scale, Proficient: -1}, nil
	}
	if err != nil {
		return v, err
	}
	for _, g := range c.Groups {
		v.Groups = append(v.Groups, r.groups[g])
	}
	for _, id := range c.Teachers {
		p, known := r.staff[id]
		if !known {
			rec, err := r.tx.Record(model.KindPerson, id)
			if err != nil {
				return v, err
			}
			if rec != nil {
				p = model.PersonOf(rec)
			}
			r.staff[id] = p
		}
		v.Teachers = append(v.Teachers, p)
	}
	days := c.ByDay()
	for i := range r.people {
		if p, takes, shown := r.participant(&c, &r.people[i], days); shown {
			v.People = append(v.People, p)
		} else if takes {
			v.Hidden++
		}
	}
	return v, nil
}

// participant is how a student takes part in a course; takes is false for who does not, and shown for whom that is nobody's to see.
func (r *reading) participant(c *Course, l *learner, days []time.Time) (p Participant, takes, shown bool) {
	home := learning.HomeGroup(l.Person)
	me := r.may.Person()
	lead := c.ledBy(&me)
	p = Participant{Student: l.Person, Presences: make([]ledger.Presence, len(days)), Results: make([]ledger.Result, len(c.Tests)), Elsewhere: !r.here(home)}
	p.Group, takes = c.GroupOf(&l.Person)
	shown = takes && (lead || ledger.SightOf(r.may, l.Person, home).Read)
	p.MayNote = !p.Elsewhere && !l.Archived && c.mayNote(r.may, l.Person, home)
	for _, in := range l.ledgers {
		see := lead || ledger.SightOf(r.may, l.Person, in.Group).Read
		for _, was := range in.Presences {
			if was.Of != c.ID {
				continue
			}
			if takes = true; see {
				shown = true
				if at := slices.IndexFunc(days, was.Day.Equal); at >= 0 {
					p.Presences[at] = was
				}
			}
		}
		for i, test := range c.Tests {
			if got, ok := in.ResultOf(c.ID, test); ok {
				if takes = true; see {
					shown, p.Results[i] = true, got
				}
			}
		}
	}
	return p, takes, shown
}
