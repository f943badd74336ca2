// Package hours is what students worked, by week, and from what: one rule for every page, list, report and decision that says how many hours
// somebody has. The supervisor confirms a week; against the norm stands at what pace a student gets there. It is kept nowhere: evidence
// (model/learning) and the ledger (model/ledger) are what it is worked out from.
//
// What counts, each once:
//
//   - evidence, of whatever kind, with the minutes that stand on it, on its day. Of a request and a visit that is the student's own time;
//     of two who worked together each has it;
//   - having been at a course, a meeting or a session of a project (a presence with minutes);
//   - what was written down by hand.
//
// Evidence that was made of a course or a project counts nothing where having been there does (course.MakeEvidence gives it no minutes either). Nothing else is compared: who
// writes down by hand what is evidence as well has it twice, which is why whoever confirms sees from what the hours came.
package hours

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/ledger"
	"leerbalie/model/project"
)

// The kinds of what hours come from are those of evidence (learning.EvidenceKind), and these. A presence of which it is not known here at
// what is FromPresence.
const (
	FromCourse   = "course"
	FromProject  = "project"
	FromMeeting  = "meeting"
	FromPresence = "presence"
	FromOwn      = "own"
)

// Kinds are the kinds of what hours come from, in the order in which they are shown.
func Kinds() []string {
	out := make([]string, 0, 9)
	for _, k := range learning.EvidenceKinds() {
		out = append(out, string(k))
	}
	return append(out, FromMeeting, FromPresence, FromOwn)
}

// Entry is one thing that counts.
type Entry struct {
	Kind    string
	ID      journal.ID // of the evidence, of the course, the meeting or the project, or of what was written by hand
	Day     time.Time  // UTC midnight
	Minutes int
	Title   string // of evidence, and what was written by hand; "" for none
	Theme   string // of work at the desk: a code
}

// State is how a week stands.
type State string

// The states of a week. Changed: it was confirmed, and is something else now.
const (
	Open      State = "open"
	Confirmed State = "confirmed"
	Changed   State = "changed"
)

// Week is what a student worked in a week.
type Week struct {
	Monday    time.Time // UTC midnight
	Minutes   int
	From      []Entry           // by day
	Confirmed *ledger.Confirmed // nil: it was not
}

// State is how the week stands.
func (w *Week) State() State {
	switch {
	case w.Confirmed == nil:
		return Open
	case w.Confirmed.Minutes != w.Minutes:
		return Changed
	}
	return Confirmed
}

// Student is what one student worked, as far as the session may see it. It must not be altered.
type Student struct {
	Person    model.Person
	Weeks     []Week // with hours, or confirmed; the newest first
	Minutes   int
	Confirmed int          // in weeks that are confirmed as they are
	First     time.Time    // day of the first hours; zero: there are none
	Sight     ledger.Sight // of the session on what is new
	Mine      bool         // the session's person supervises this student
	free      func(time.Time) bool
	at        *gatherings
}

// Called is what an entry is called: its title or, of a course, a meeting or a project, what that is called by now; "" for work at the desk.
func (s *Student) Called(e *Entry) string {
	if title := s.at.title(e.ID); title != "" {
		return title
	}
	return e.Title
}

// Week is that of a day; an empty one where nothing was worked in it.
func (s *Student) Week(day time.Time) Week {
	monday := ledger.Week(day)
	for i := range s.Weeks {
		if s.Weeks[i].Monday.Equal(monday) {
			return s.Weeks[i]
		}
	}
	return Week{Monday: monday}
}

// Placement holds the hours against the norm.
func (s *Student) Placement() learning.Placement {
	study := s.Person.Study
	return learning.Placement{Minutes: s.Minutes, Confirmed: s.Confirmed, NormMinutes: 60 * study.NormHours, Start: study.Start, End: study.End, First: s.First, Free: s.free}
}

// Waiting are the weeks that were worked in before the one of a day and wait to be confirmed, or confirmed once more, the newest first.
func (s *Student) Waiting(today time.Time) (out []Week) {
	this := ledger.Week(today)
	for _, w := range s.Weeks {
		if w.Monday.Before(this) && w.State() != Confirmed {
			out = append(out, w)
		}
	}
	return out
}

// Own finds what was written down by hand; ok is false where there is no such entry.
func (s *Student) Own(id journal.ID) (e Entry, ok bool) {
	for _, w := range s.Weeks {
		for _, e := range w.From {
			if e.Kind == FromOwn && e.ID == id {
				return e, true
			}
		}
	}
	return e, false
}

// count puts together what counts.
func count(student journal.ID, dossiers []*learning.Dossier, ledgers []*ledger.Ledger, of *gatherings) (s Student) {
	var all []Entry
	confirmed := map[time.Time]*ledger.Confirmed{}
	instead := map[journal.ID]bool{} // evidence that counts nothing: the presence does
	for _, l := range ledgers {
		for i := range l.Presences {
			p := &l.Presences[i]
			if p.State != ledger.Present {
				continue
			}
			if p.Minutes > 0 {
				instead[course.EvidenceID(p.Of, student)], instead[project.EvidenceID(p.Of, student)] = true, true
				all = append(all, Entry{Kind: of.kind(p.Of), ID: p.Of, Day: p.Day, Minutes: p.Minutes})
			}
		}
		for _, o := range l.Own {
			all = append(all, Entry{Kind: FromOwn, ID: o.ID, Day: o.Day, Minutes: o.Minutes, Title: o.What})
		}
		for i := range l.Confirmed {
			c := &l.Confirmed[i]
			if was := confirmed[c.Week]; was == nil || was.Stamp.Compare(c.Stamp) < 0 {
				confirmed[c.Week] = c
			}
		}
	}
	for _, x := range dossiers {
		for i := range x.Evidence {
			if e := &x.Evidence[i]; e.Minutes > 0 && !instead[e.ID] {
				all = append(all, Entry{Kind: string(e.Kind), ID: e.ID, Day: e.Day, Minutes: e.Minutes, Title: e.Title, Theme: e.Theme})
			}
		}
	}
	s.weeks(all, confirmed)
	return s
}

// weeks lays out by week what counts, with what was confirmed.
func (s *Student) weeks(all []Entry, confirmed map[time.Time]*ledger.Confirmed) {
	slices.SortStableFunc(all, func(a, b Entry) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Kind, b.Kind), bytes.Compare(a.ID[:], b.ID[:]))
	})
	at := map[time.Time]int{}
	week := func(monday time.Time) *Week {
		i, known := at[monday]
		if !known {
			i = len(s.Weeks)
			at[monday] = i
			s.Weeks = append(s.Weeks, Week{Monday: monday, Confirmed: confirmed[monday]})
		}
		return &s.Weeks[i]
	}
	for _, e := range all {
		w := week(ledger.Week(e.Day))
		w.From = append(w.From, e)
		w.Minutes += e.Minutes
		s.Minutes += e.Minutes
	}
	for monday := range confirmed {
		week(monday)
	}
	if len(all) > 0 {
		s.First = all[0].Day
	}
	slices.SortFunc(s.Weeks, func(a, b Week) int { return b.Monday.Compare(a.Monday) })
	for i := range s.Weeks {
		if s.Weeks[i].State() == Confirmed {
			s.Confirmed += s.Weeks[i].Minutes
		}
	}
}
