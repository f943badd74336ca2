package meeting

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
)

// Row is a meeting with all that is told of it to whoever asks.
type Row struct {
	Meeting
	Invited  []journal.ID                // who is expected, with those of groups and who leads, by name
	Presence map[journal.ID]ledger.State // who came and who did not, as far as the session may know
	Partly   bool                        // of some who are expected the session may not know whether they came
	Free     free.Stretch                // the free day on which it is; without From: it is on none
	Twice    map[journal.ID]journal.ID   // who is expected at another meeting at the same time, and at which
	Hints    []Hint                      // what of it comes for the third time in a row
}

// Roster is the meetings of a period.
type Roster struct {
	Rows   []Row // by day and time
	Free   free.Days
	People map[journal.ID]model.Person // all who are named in it, and all who could be
	Groups map[journal.ID]string
}

// Query asks for meetings.
type Query struct {
	From, To time.Time  // both included
	ID       journal.ID // only this one; the period counts nonetheless for what stands beside it
	Person   journal.ID // only those that this person leads or is expected at; zero: all
}

// Read reads the meetings of a period, by day and time. Errors: Refused; Invalid for days in the wrong order.
func Read(ctx context.Context, session *model.Session, q Query) (out Roster, err error) {
	if q.To.Before(q.From) {
		return out, fault.New(fault.Invalid, "meeting-period", "from", q.From.Format(time.DateOnly), "to", q.To.Format(time.DateOnly), "days", mostPeriod)
	}
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out, err = readIn(ctx, session, tx, q)
		return err
	})
	return out, err
}

func readIn(ctx context.Context, session *model.Session, tx model.Tx, q Query) (out Roster, err error) {
	if out.Free, err = free.In(tx, q.From, q.To); err != nil {
		return out, err
	}
	if err := out.readPeople(tx); err != nil {
		return out, err
	}
	kept := keptOf(session)
	if err := tx.Each(KindMeeting, func(rec *journal.Record) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		m, err := kept.read(tx, rec)
		if err == nil && !m.Archived && !m.Day.Before(q.From) && !m.Day.After(q.To) {
			out.Rows = append(out.Rows, Row{Meeting: *m, Presence: map[journal.ID]ledger.State{}})
		}
		return err
	}); err != nil {
		return out, err
	}
	slices.SortStableFunc(out.Rows, func(a, b Row) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Start, b.Start), strings.Compare(a.Called(), b.Called()), strings.Compare(a.ID.String(), b.ID.String()))
	})
	out.invite()
	for i := range out.Rows {
		r := &out.Rows[i]
		if f, is := out.Free.On(r.Day); is {
			r.Free = f
		}
	}
	out.twice()
	out.Hint()
	out.Rows = slices.DeleteFunc(out.Rows, func(r Row) bool {
		return !q.ID.IsZero() && r.ID != q.ID || !q.Person.IsZero() && !slices.Contains(r.Invited, q.Person)
	})
	err = out.attend(session, tx)
	me := session.Me()
	for id, p := range out.People {
		out.People[id] = p.SeenBy(me)
	}
	return out, err
}

// readPeople reads who there is, and which groups.
func (o *Roster) readPeople(tx model.Tx) error {
	o.People, o.Groups = map[journal.ID]model.Person{}, map[journal.ID]string{}
	if err := tx.Each(model.KindPerson, func(rec *journal.Record) error {
		o.People[rec.ID] = model.PersonOf(rec)
		return nil
	}); err != nil {
		return err
	}
	return tx.Each(model.KindGroup, func(rec *journal.Record) error {
		o.Groups[rec.ID] = rec.Get(model.GroupName).Text()
		return nil
	})
}

// invite works out who is expected at each meeting: who is named, who leads, and of the groups whoever learns there on that day.
func (o *Roster) invite() {
	all := make([]model.Person, 0, len(o.People)) // by name, so that nobody is sorted for each meeting
	for _, p := range o.People {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b model.Person) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), bytes.Compare(a.ID[:], b.ID[:]))
	})
	place := make(map[journal.ID]int, len(all))
	members := map[journal.ID][]int{}
	for i := range all {
		p := &all[i]
		place[p.ID] = i
		if p.Has(model.RoleStudent) && !p.Archived && !p.Erased {
			for _, g := range p.Groups {
				members[g] = append(members[g], i)
			}
		}
	}
	expected := make([]bool, len(all))
	for i := range o.Rows {
		r := &o.Rows[i]
		clear(expected)
		for _, ids := range [][]journal.ID{r.Leaders, r.Expected} {
			for _, id := range ids {
				if n, known := place[id]; known {
					expected[n] = true
				}
			}
		}
		for _, g := range r.Groups {
			for _, n := range members[g] {
				if all[n].Study.At(r.Day) != model.StudyEnded {
					expected[n] = true
				}
			}
		}
		for n, is := range expected {
			if is {
				r.Invited = append(r.Invited, all[n].ID)
			}
		}
	}
}

// twice finds who is expected at two meetings at the same time.
func (o *Roster) twice() {
	for i := range o.Rows {
		a := &o.Rows[i]
		if a.Cancelled || a.WholeDay() {
			continue
		}
		for j := i + 1; j < len(o.Rows) && o.Rows[j].Day.Equal(a.Day); j++ {
			b := &o.Rows[j]
			if b.Cancelled || b.WholeDay() || b.Start >= a.Start+a.Minutes {
				continue
			}
			for _, id := range a.Invited {
				if slices.Contains(b.Invited, id) {
					a.meets(id, b.ID)
					b.meets(id, a.ID)
				}
			}
		}
	}
}

func (r *Row) meets(person, other journal.ID) {
	if r.Twice == nil {
		r.Twice = map[journal.ID]journal.ID{}
	}
	r.Twice[person] = other
}

// attend tells who came: of students as far as the session may know. Who leads a meeting knows of everybody who came to that.
func (o *Roster) attend(session *model.Session, tx model.Tx) error {
	if len(o.Rows) == 0 {
		return nil
	}
	rows := map[journal.ID]*Row{}
	for i := range o.Rows {
		r := &o.Rows[i]
		rows[r.ID] = r
		for id, at := range r.Came {
			if r.Presence[id] = ledger.Absent; at.There {
				r.Presence[id] = ledger.Present
			}
		}
	}
	me := session.Me()
	sees := map[journal.ID]bool{} // of students
	for id, p := range o.People {
		if p.Has(model.RoleStudent) {
			sees[id] = ledger.SightOf(session.Clearance(), p, learning.HomeGroup(p)).Read
		}
	}
	for i := range o.Rows {
		r := &o.Rows[i]
		r.Partly = !r.ledBy(&me) && slices.ContainsFunc(r.Invited, func(id journal.ID) bool {
			saw, student := sees[id]
			return student && !saw
		})
	}
	return tx.Each(ledger.KindLedger, func(rec *journal.Record) error {
		student := rec.Get(ledger.LedgerStudent).ID()
		p, known := o.People[student]
		if !known || !p.Has(model.RoleStudent) {
			return nil
		}
		may := ledger.SightOf(session.Clearance(), p, rec.Part).Read
		l, err := ledger.In(session, tx, student, rec.Part)
		if err != nil || l == nil {
			return err
		}
		for _, at := range l.Presences {
			if r := rows[at.Of]; r != nil && (may || r.ledBy(&me)) {
				r.Presence[student] = at.State
			}
		}
		return nil
	})
}

// Count is how many of those who are expected gave an answer.
func (r *Row) Count(reply Reply) (n int) {
	for _, a := range r.Answers {
		if a.Reply == reply {
			n++
		}
	}
	return n
}

// There are those who came, by name.
func (r *Row) There(people map[journal.ID]model.Person) (out []journal.ID) {
	for id, s := range r.Presence {
		if s == ledger.Present {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, func(a, b journal.ID) int {
		return cmp.Or(cmp.Compare(people[a].Name, people[b].Name), strings.Compare(a.String(), b.String()))
	})
	return out
}

// Waits tells whether a meeting waits for somebody's answer: it is still to come, and nothing was answered.
func (r *Row) Waits(person journal.ID, today time.Time) bool {
	if r.Cancelled || r.Day.Before(today) || !slices.Contains(r.Invited, person) {
		return false
	}
	_, answered := r.Answers[person]
	return !answered
}

// Find finds a meeting by its id, or by the end of it. Errors: NotFound; Conflict where more than one ends so.
func Find(ctx context.Context, session *model.Session, text string) (id journal.ID, err error) {
	text = strings.ToLower(strings.TrimSpace(text))
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		id = journal.ID{}
		return tx.Each(KindMeeting, func(rec *journal.Record) error {
			if rec.Archived() || rec.Erased || len(text) < shortest || !strings.HasSuffix(rec.ID.String(), text) {
				return nil
			}
			if !id.IsZero() {
				return fault.New(fault.Conflict, "meeting-which", "id", text)
			}
			id = rec.ID
			return nil
		})
	})
	if err == nil && id.IsZero() {
		err = fault.New(fault.NotFound, "meeting-unknown", "name", text)
	}
	return id, err
}

// OfCalendar are the meetings that came from a calendar under a UID, in no order.
func OfCalendar(tx model.Tx, uid string) (out []Meeting, err error) {
	err = tx.Each(KindMeeting, func(rec *journal.Record) error {
		if rec.Get(MeetingUID).Text() == uid && !rec.Archived() {
			out = append(out, Of(rec, nil))
		}
		return nil
	})
	return out, err
}

// Names are those of people, with a comma between.
func (o *Roster) Names(ids []journal.ID) string {
	var out []string
	for _, id := range ids {
		if p, ok := o.People[id]; ok && !p.Erased {
			out = append(out, p.Name)
		}
	}
	return strings.Join(out, ", ")
}
