package project

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/partner"
)

// View is a project with who takes part, as somebody may see it.
type View struct {
	Project
	Called   map[journal.ID]string // of everybody and everything that it names, partners and those who wrote on it too
	MayEdit  bool
	Makes    bool // may make it evidence
	People   []Participant
	Hidden   int // how many others take part of whom nothing may be seen
	DaysHeld []time.Time
}

// Participant is a student who takes part, or did, of whom somebody may see when the student was there.
type Participant struct {
	Student   model.Person
	Member    Member            // zero for who was there and never took part
	Takes     bool              // now
	Presences []ledger.Presence // by View.DaysHeld; State "" where nothing was noted
	Days      int               // on which the student was there
	Minutes   int               // for which that counts
	MayNote   bool              // whoever looks may write these
	Elsewhere bool              // what counts of the student is kept on another computer
}

// Worked is what all whom somebody may see worked together, in minutes.
func (v *View) Worked() (n int) {
	for i := range v.People {
		n += v.People[i].Minutes
	}
	return n
}

// learner is a student with all that counts.
type learner struct {
	model.Person
	ledgers []*ledger.Ledger
	noted   map[journal.ID]bool // the projects of which something is noted in those
}

func (l *learner) keep(in *ledger.Ledger) {
	l.ledgers = append(l.ledgers, in)
	if l.noted == nil {
		l.noted = map[journal.ID]bool{}
	}
	for i := range in.Presences {
		l.noted[in.Presences[i].Of] = true
	}
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
		} else {
			l, err = ledger.ReadIn(tx, out[i].ID, r.Part)
		}
		if l != nil {
			out[i].keep(l)
		}
		return err
	})
}

// Read reads a project with who takes part. Errors: NotFound, Refused.
func Read(ctx context.Context, session *model.Session, id journal.ID) (v View, err error) {
	if _, err := One(ctx, session, id); err != nil {
		return v, err
	}
	all, err := readThose(ctx, session, func(p *Project) bool { return p.ID == id })
	if err == nil && len(all) > 0 {
		v = all[0]
	}
	return v, err
}

// ReadAll reads all projects with who takes part, in the order of All. Errors: Refused.
func ReadAll(ctx context.Context, session *model.Session) ([]View, error) {
	return readThose(ctx, session, func(*Project) bool { return true })
}

func readThose(ctx context.Context, session *model.Session, those func(*Project) bool) (out []View, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		all, err := projects.AllIn(ctx, session, tx)
		if err != nil {
			return err
		}
		here, err := ledger.Kept(tx, session.Replica(), session.Me().ID)
		if err != nil {
			return err
		}
		people, err := ledgersIn(tx, session)
		if err != nil {
			return err
		}
		names, err := namesIn(tx)
		if err != nil {
			return err
		}
		me := session.Me()
		for i := range all {
			if !those(&all[i]) {
				continue
			}
			v := View{Project: all[i], Called: names, MayEdit: all[i].MayEdit(me), Makes: all[i].makes(&me), DaysHeld: all[i].Days()}
			v.participants(session.Clearance(), people, here)
			out = append(out, v)
		}
		return nil
	})
	return out, err
}

// namesIn are the names of everybody and of all partners, put away or not.
func namesIn(tx model.Tx) (map[journal.ID]string, error) {
	out := map[journal.ID]string{}
	err := tx.Each(model.KindPerson, func(r *journal.Record) error {
		out[r.ID] = model.PersonOf(r).Name
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, tx.Each(partner.KindPartner, func(r *journal.Record) error {
		p := partner.Of(r, nil)
		out[r.ID] = p.Name
		return nil
	})
}

func (v *View) participants(may model.Clearance, people []learner, here func(journal.ID) bool) {
	me := may.Person()
	lead := v.ledBy(&me)
	for i := range people {
		l := &people[i]
		member, takes := v.Project.Of(l.ID)
		if !takes && !l.noted[v.ID] { // most of a community, of one project
			continue
		}
		home := learning.HomeGroup(l.Person)
		shown := takes && (lead || ledger.SightOf(may, l.Person, home).Read)
		p := Participant{Student: l.Person, Member: member, Takes: takes && member.Until.IsZero() && !l.Erased, Presences: make([]ledger.Presence, len(v.DaysHeld)), Elsewhere: !here(home)}
		p.MayNote = !p.Elsewhere && !l.Archived && !l.Erased && v.mayNote(may, l.Person, home)
		for _, in := range l.ledgers {
			see := lead || ledger.SightOf(may, l.Person, in.Group).Read
			for _, was := range in.Presences {
				if was.Of != v.ID {
					continue
				}
				if takes = true; see {
					shown = true
					p.take(was, v.DaysHeld)
				}
			}
		}
		switch {
		case shown:
			v.People = append(v.People, p)
		case takes:
			v.Hidden++
		}
	}
}

// take takes in that a student was there or not.
func (p *Participant) take(was ledger.Presence, days []time.Time) {
	if was.State == ledger.Present {
		p.Days++
		p.Minutes += was.Minutes
	}
	for i, day := range days {
		if day.Equal(was.Day) {
			p.Presences[i] = was
		}
	}
}

// Part is a project as one student takes part in it, or did.
type Part struct {
	Project
	Participant
}

// ReadOf reads the projects in which a student takes part, or did, by what they are called, as far as the session may see what counts of the student.
// Errors: NotFound; Refused.
func ReadOf(ctx context.Context, session *model.Session, student journal.ID) (out []Part, err error) {
	if _, err := ledger.Read(ctx, session, student); err != nil {
		return nil, err
	}
	all, err := ReadAll(ctx, session)
	for i := range all {
		for _, p := range all[i].People {
			if p.Student.ID == student {
				out = append(out, Part{all[i].Project, p})
			}
		}
	}
	return out, err
}
