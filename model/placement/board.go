package placement

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/together"
)

// Board is which places are free where, by week.
type Board struct {
	From     time.Time // its first Monday
	Today    time.Time
	Rows     []BoardRow     // by what the partners are called; those that ended only where somebody is placed there still
	Networks []BoardNetwork // by name; each the sum of its partners
	Whole    bool           // false: this copy holds only some groups, and it counts what is here
}

// BoardRow is one partner on the board.
type BoardRow struct {
	Partner partner.Partner
	Weeks   []Week
	Placed  int         // today
	Found   []Finding   // to be settled: more taken than there is, a partner that ended with students placed, somebody placed twice
	Here    []Placement // in these weeks, those that the reader may read; the numbers count all
}

// BoardNetwork is one network on the board.
type BoardNetwork struct {
	Network partner.Network
	Members int // how many partners
	Places  int // of those that give places today, as the next
	Minutes int
	Placed  int
	Weeks   []Week
}

// Read is the board of a number of weeks, from the week of a day. Everybody in the community may read the numbers; of whom they are, only who may
// read that student's. Errors: Refused.
func Read(ctx context.Context, session *model.Session, today, from time.Time, weeks int) (b Board, err error) {
	b = Board{From: Monday(from), Today: today}
	to := b.From.AddDate(0, 0, 7*max(weeks, 1)-1)
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		all, err := AllIn(ctx, session, tx)
		if err != nil {
			return err
		}
		partners, err := partner.AllIn(ctx, session, tx)
		if err != nil {
			return err
		}
		networks, err := partner.AllNetworksIn(ctx, session, tx)
		if err != nil {
			return err
		}
		people, err := together.People(tx)
		if err != nil {
			return err
		}
		by := byPartner(all)
		c := session.Clearance()
		may := func(p *Placement) bool { return SightOf(c, people[p.Student], p).Read }
		for i := range partners {
			p := &partners[i]
			r := BoardRow{Partner: *p, Weeks: Capacity(p, by.at[p.ID], b.From, to), Placed: Placed(p, by.at[p.ID], today)}
			r.Found = settle(p, by, today, may)
			for _, one := range by.at[p.ID] {
				if one.meets(b.From, to) && may(&one) {
					r.Here = append(r.Here, one)
				}
			}
			if p.State != partner.Ended || len(r.Found) > 0 || r.Placed > 0 {
				b.Rows = append(b.Rows, r)
			}
		}
		for _, n := range networks {
			b.Networks = append(b.Networks, sumOf(n, b.Rows, today))
		}
		b.Whole, err = whole(session, tx)
		return err
	})
	return b, err
}

func sumOf(n partner.Network, rows []BoardRow, today time.Time) BoardNetwork {
	out := BoardNetwork{Network: n}
	for i := range rows {
		r := &rows[i]
		if r.Partner.Network != n.ID {
			continue
		}
		out.Members++
		out.Placed += r.Placed
		if gives(&r.Partner, today) {
			out.Places, out.Minutes = out.Places+r.Partner.Places, out.Minutes+r.Partner.Supervision
		}
		out.Weeks = Sum(out.Weeks, r.Weeks)
	}
	return out
}

// settle finds what asks for somebody at a partner, from today on: what lies behind is not to be helped.
func settle(p *partner.Partner, by sorted, today time.Time, may func(*Placement) bool) (out []Finding) {
	var now []Placement // that run or come
	last := today
	for _, one := range by.at[p.ID] {
		if !one.Last().Before(today) {
			now, last = append(now, one), later(last, one.Last())
		}
	}
	if len(now) == 0 {
		return nil
	}
	if p.State == partner.Ended {
		return []Finding{{Code: AtEnded, Partner: p.ID, From: today, To: last, Taken: len(now)}}
	}
	open := *p
	open.State, open.From, open.To = partner.Running, time.Time{}, time.Time{}
	weeks := Capacity(&open, now, today, last)
	if over := beyond(weeks, func(w Week) bool { return w.Taken > w.Places }); len(over) > 0 {
		out = append(out, Finding{Code: OverPlaces, Partner: p.ID, From: over[0].Monday, To: over[len(over)-1].Monday, Have: p.Places, Taken: mostOf(over, func(w Week) int { return w.Taken })})
	}
	if over := beyond(weeks, func(w Week) bool { return w.Used > w.Minutes }); len(over) > 0 {
		out = append(out, Finding{Code: OverHours, Partner: p.ID, From: over[0].Monday, To: over[len(over)-1].Monday, Have: p.Supervision, Taken: mostOf(over, func(w Week) int { return w.Used })})
	}
	for i := range now {
		one := &now[i]
		if one.Anyway != "" || !may(one) {
			continue
		}
		for _, o := range by.of[one.Student] {
			if o.ID != one.ID && o.Anyway == "" && o.meets(later(one.From, today), one.Last()) {
				out = append(out, Finding{Code: Twice, Partner: p.ID, Student: one.Student, From: later(one.From, o.From), To: earlier(one.Last(), o.Last()), Other: o.Partner})
			}
		}
		if !within(p, one.From) || !within(p, one.Last()) {
			out = append(out, Finding{Code: Outside, Partner: p.ID, Student: one.Student, From: p.From, To: p.To})
		}
	}
	return out
}

func mostOf(weeks []Week, of func(Week) int) (most int) {
	for _, w := range weeks {
		most = max(most, of(w))
	}
	return most
}

func later(a, b time.Time) time.Time {
	return slices.MaxFunc([]time.Time{a, b}, time.Time.Compare)
}

func earlier(a, b time.Time) time.Time {
	return slices.MinFunc([]time.Time{a, b}, time.Time.Compare)
}
