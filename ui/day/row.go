package day

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model/community"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mine"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/model/notification"
	"leerbalie/model/visits"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// group is a stretch of rows with a word above it, in this order.
type group uint8

// The groups.
const (
	late group = iota
	alone
	todays
	messages
	untimed
	held
	together
	later
)

// words are the ids of the words above the groups.
func (g group) word() string {
	return [...]string{"day.late", "day.alone", "day.today", "day.messages", "day.untimed", "day.mine", "day.together", "day.later"}[g]
}

// row is one thing that is on whoever sits here.
type row struct {
	about   journal.ID // which it is, so that the cursor stays on it
	group   group
	due     time.Time // of a promise or an appointment; when a message was left
	number  string    // of the request; "" for none
	text    string
	request journal.ID       // zero for none
	promise *mine.DayPromise // nil for anything else
	message bool             // a message waits on the request
	asked   *mine.DayRequest // nil for anything else
	pair    journal.ID       // of an appointment
	day     bool             // due is a day, without a time
	visit   *visits.Visit    // nil for anything else
	page    string           // of screen 6, of a meeting or a course; "" for anything else
	asks    *community.Asks  // of the community; nil for anything else
}

// arrange puts what was read into rows.
func (d *Day) arrange() {
	d.rows = nil
	w := d.Env.Words
	for i := range d.data.day.Promises {
		p := &d.data.day.Promises[i]
		r := row{about: p.ID, group: d.groupOf(p.Due), due: p.Due, number: p.Number, request: p.Request, promise: p, text: d.promised(p)}
		d.rows = append(d.rows, r)
	}
	for _, c := range d.data.planned {
		var with []string
		for _, id := range c.With {
			with = append(with, d.data.names[id])
		}
		text := w.Say("day.check-in", "names", strings.Join(with, ", "))
		if c.Month > 0 {
			text = w.Say("day.evaluation", "names", strings.Join(with, ", "), "n", c.Month)
		}
		about := journal.KeyedID("day", c.Pair.String(), strconv.Itoa(c.Month))
		d.rows = append(d.rows, row{about: about, group: d.groupOf(c.Due), due: c.Due, text: text, pair: c.Pair})
	}
	for _, l := range d.data.wmo {
		d.rows = append(d.rows, d.terms(l)...)
	}
	d.arrangeVisits()
	d.arrangeMeetings()
	d.arrangeHours()
	d.arrangeAsks()
	for _, m := range d.data.day.Messages {
		about := journal.KeyedID("message", m.About.ID.String(), m.At.String())
		text := w.Say("day.message", "who", screen.ShortName(d.data.names[m.By]), "text", d.said(m))
		d.rows = append(d.rows, row{about: about, group: messages, due: m.At, number: m.About.Number, request: m.About.ID, text: text, message: true})
	}
	for i := range d.data.day.Requests {
		if r := &d.data.day.Requests[i]; !r.Promise {
			d.rows = append(d.rows, row{about: r.ID, group: held, number: r.Number, request: r.ID, asked: r, text: d.asked(r)})
		}
	}
	slices.SortStableFunc(d.rows, func(a, b row) int {
		if a.group != b.group {
			return int(a.group) - int(b.group)
		}
		if a.group == messages {
			return b.due.Compare(a.due)
		}
		return a.due.Compare(b.due)
	})
}

// terms are the terms of a notification that are over, or else the one that ends first.
func (d *Day) terms(l notification.Listed) (out []row) {
	terms := l.Late(l.Today)
	if next, ok := l.Next(l.Today); ok && len(terms) == 0 {
		terms = append(terms, next)
	}
	about := l.Summary
	if about == "" {
		about = d.Env.Words.Say("request.erased")
	}
	for _, t := range terms {
		r := row{about: journal.KeyedID("wmo", l.ID.String(), string(t.Step)), group: later, due: t.Due, day: true, number: l.Number, request: l.On,
			text: d.Env.Words.Say("notify.row."+string(t.Step), "about", about)}
		switch {
		case t.Late:
			r.group = late
		case t.Due.Equal(l.Today):
			r.group = todays
		}
		out = append(out, r)
	}
	return out
}

// arrangeVisits puts the own visits into rows, and before them on which days nobody goes to a visit.
func (d *Day) arrangeVisits() {
	w, today := d.Env.Words, days.Of(d.now, d.Env.Local(d.now).Location())
	for _, day := range d.data.alone {
		d.rows = append(d.rows, row{about: journal.KeyedID("day", "alone", day.String()), group: alone, due: day, text: w.Say("visit.problem.nobody"), visit: &visits.Visit{On: day}})
	}
	for i := range d.data.visits {
		v := &d.data.visits[i]
		r := row{about: v.Key(), group: later, due: v.On, visit: v, text: w.Say("day.visit", "part", w.Say("part."+string(v.Part)), "name", v.ResidentName, "what", v.What)}
		switch {
		case v.Late:
			r.group = late
		case v.On.Equal(today):
			r.group = todays
		}
		for _, p := range v.Problems {
			r.text += " · " + w.VisitProblem(p)
		}
		d.rows = append(d.rows, r)
	}
}

// groupOf is the group of something with a time.
func (d *Day) groupOf(due time.Time) group {
	switch {
	case due.IsZero():
		return untimed
	case due.Before(d.now):
		return late
	case d.Env.SameDay(due, d.now):
		return todays
	}
	return later
}

// promised is what was promised, and about what.
func (d *Day) promised(p *mine.DayPromise) string {
	w := d.Env.Words
	about := p.Summary
	if about == "" {
		about = w.Say("request.erased")
	}
	switch p.Kind {
	case desk.PromiseCallBack:
		return w.Say("day.call-back", "what", p.What, "about", about)
	case desk.PromiseFollowUp:
		return w.Say("day.follow-up", "about", about)
	}
	return w.Say("day.task", "what", p.What, "about", about)
}

// asked is what a request asks, and how it stands.
func (d *Day) asked(r *mine.DayRequest) string {
	w := d.Env.Words
	text := r.Summary
	if text == "" {
		text = w.Say("request.erased")
	}
	if r.Status == desk.StatusParked {
		text += " · " + w.Say("status.parked")
	}
	if !r.GivenBy.IsZero() {
		text += " · " + w.Say("day.given", "who", screen.ShortName(d.data.names[r.GivenBy]))
	}
	return text
}

// said is the words of a message: where it has none, what it is about.
func (d *Day) said(m notice.WaitingMessage) string {
	text := m.Text
	if text == "" {
		text = m.About.Summary
	}
	if n := len(m.With); n > 0 {
		text += " " + d.Env.Words.Count("messages.with", n)
	}
	return cell.Safe(text, 200)
}

// cursor is the place of the row that the cursor is on; where that has gone, of the one that took its place.
func (d *Day) cursor() int {
	for i := range d.rows {
		if d.rows[i].about == d.on {
			d.at = i
			return i
		}
	}
	d.goTo(d.at)
	return d.at
}

// goTo puts the cursor on the row at a place, or on the nearest there is.
func (d *Day) goTo(at int) {
	d.on = journal.ID{}
	if d.at = max(min(at, len(d.rows)-1), 0); d.at < len(d.rows) {
		d.on = d.rows[d.at].about
	}
}

// chosen is the row that the cursor is on, nil where there is none.
func (d *Day) chosen() *row {
	if len(d.rows) == 0 {
		return nil
	}
	return &d.rows[d.cursor()]
}
