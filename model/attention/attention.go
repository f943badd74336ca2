// Package attention is who of the students needs somebody to look, and why: for whom nothing moves, a part stays open, has no evidence near the
// end, works too few hours, has no contact with the buddy, did not come, or has not met a theme yet. Each reason is a fact with a day, by a
// threshold that stands here with why it is that one. Nothing is a score and nothing is kept: it is worked out from evidence, the ledger, hours
// and pairs whenever somebody looks, and tells a teacher or supervisor no more than they may read of the student.
//
// Target groups are not among it: the store has no such list, themes alone are known of work.
package attention

import (
	"cmp"
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/ledger"
	"leerbalie/model/pairs"
)

// Sort is what a reason is about.
type Sort string

// The sorts, the most pressing first: who does not come and whom nobody hears is gone before a part stays open.
const (
	Absent   Sort = "absent"    // did not come
	Contact  Sort = "contact"   // no contact with the buddy
	Stuck    Sort = "stuck"     // no new work
	Hours    Sort = "hours"     // too few hours
	Gap      Sort = "gap"       // a part is not enough, and nothing new shows it
	Without  Sort = "without"   // a part has no evidence, and the end is near
	Unjudged Sort = "unjudged"  // work waits for the school to judge it
	Theme    Sort = "not-theme" // a theme of the site was not met
)

// Sorts are all of them, in that order.
func Sorts() []Sort { return []Sort{Absent, Contact, Stuck, Hours, Gap, Without, Unjudged, Theme} }

// The thresholds. All count in whole weeks, since a student is here two or three days of one.
const (
	// StuckWeeks without new work: a week of holiday and one of illness pass within it.
	StuckWeeks = 3
	// JudgedWeeks in which a piece waits for a judgement: what is heard later is about work that was forgotten.
	JudgedWeeks = 3
	// GapWeeks in which nothing new shows a part that is not enough: a month has room for one more try.
	GapWeeks = 4
	// WithoutWeeks before the end a part without evidence is told: two rounds of trying and judging still fit.
	WithoutWeeks = 8
	// BehindWeeks of work less than an even pace: a week is caught up with by one long one.
	BehindWeeks = 2
	// ContactWeeks after a check-in should have been: a week late is a week of holiday.
	ContactWeeks = 1
	// AbsentRow is how often in a row somebody did not come, AbsentPart of how many (one in three) once there were AbsentFewest: of two, one is half.
	AbsentRow, AbsentPart, AbsentFewest = 2, 3, 3
	// ThemesAfter is which part of a placement (half) has to be past before a theme that was not met is told: earlier nobody met all.
	ThemesAfter = 2
)

// Reason is one reason to look.
type Reason struct {
	Sort   Sort
	Since  time.Time         // a calendar day; zero where no day can be told
	Weeks  int               // whole weeks: since then, behind, or left
	N, Of  int               // so many of so many; Of is 0 where there is no whole
	Nodes  []competence.Node // the parts it is about
	Themes []string          // codes of the site's themes
}

// Student is a student with the reasons to look, in the order of Sorts.
type Student struct {
	model.Person
	Reasons []Reason
	Since   time.Time // the first day of any of them
	site    model.Site
}

// Site is the site where the student works: it says what themes are called.
func (s *Student) Site() model.Site { return s.site }

// Has tells whether there is a reason of a sort.
func (s *Student) Has(sort Sort) bool {
	return slices.ContainsFunc(s.Reasons, func(r Reason) bool { return r.Sort == sort })
}

// List is who needs somebody to look.
type List struct {
	Group    model.Group // zero: of all whom the session may see
	Students []Student   // most reasons first, of as many the one that began first
	Looked   int         // at how many students: those who are here now
}

// Read looks at the students of a group, or with a zero one at all whom the session may see, on a calendar day. now is the moment, by which
// check-ins are due. Left out is who has not begun, who is done, and who has a time-out. Errors: NotFound for an unknown group; Refused for who
// may see no student of it.
func Read(ctx context.Context, session *model.Session, group journal.ID, now, today time.Time) (out List, err error) {
	if me := session.Me(); !me.Has(model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin) {
		return out, fault.New(fault.Refused, "attention-closed", "name", me.Name)
	}
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		l, err := newLook(session, tx, now, today)
		if err != nil {
			return err
		}
		out = List{}
		students, g, err := l.students(group)
		if err != nil {
			return err
		}
		out.Group, out.Looked = g, len(students)
		for _, p := range students {
			s, err := l.student(p)
			if err != nil {
				return err
			}
			if len(s.Reasons) > 0 {
				out.Students = append(out.Students, s)
			}
		}
		slices.SortStableFunc(out.Students, func(a, b Student) int { return cmp.Or(len(b.Reasons)-len(a.Reasons), a.Since.Compare(b.Since)) })
		return nil
	})
	return out, err
}

// look is one look on one state of the store.
type look struct {
	session    *model.Session
	tx         model.Tx
	now, today time.Time
	learning   *learning.Look
	hours      *hours.Reading
	ledgers    *ledger.Reading
	pairs      map[journal.ID]*pairs.Pair // the running one of each
	sites      map[journal.ID]model.Site
	codes      map[journal.ID][]string // of the themes of a site
	works      *model.Cache[kept]
}

func newLook(session *model.Session, tx model.Tx, now, today time.Time) (l *look, err error) {
	tx = &marking{tx, map[marked]uint64{}}
	l = &look{session: session, tx: tx, now: now, today: today, pairs: map[journal.ID]*pairs.Pair{}, sites: map[journal.ID]model.Site{}, codes: map[journal.ID][]string{}, works: worksOf(session)}
	if l.learning, err = learning.NewLook(session, tx); err != nil {
		return nil, err
	}
	if l.hours, err = hours.NewReading(session, tx); err != nil {
		return nil, err
	}
	if l.ledgers, err = ledger.NewReading(session, tx); err != nil {
		return nil, err
	}
	running, err := pairs.PairsIn(tx, func(r *journal.Record) bool { return !r.Archived() && !r.Get(pairs.PairForbidden).Bool() })
	for i := range running {
		if p := &running[i]; p.Running() {
			for _, id := range p.Members {
				l.pairs[id] = p
			}
		}
	}
	if err != nil {
		return nil, err
	}
	return l, tx.Each(model.KindSite, func(r *journal.Record) error {
		s := model.SiteOf(r)
		l.sites[r.ID] = s
		for _, c := range s.ThemeCodes() {
			l.codes[r.ID] = append(l.codes[r.ID], c.Code)
		}
		return nil
	})
}

// students are those of a group who are here now and whom the session may see, by name. Errors: NotFound; Refused.
func (l *look) students(group journal.ID) (out []model.Person, g model.Group, err error) {
	if !group.IsZero() {
		rec, err := l.tx.Record(model.KindGroup, group)
		if err != nil {
			return nil, g, err
		}
		if rec == nil {
			return nil, g, fault.New(fault.NotFound, "group-unknown", "name", group.String())
		}
		g = model.GroupOf(rec)
	}
	c, closed, open := l.session.Clearance(), false, false
	err = l.tx.Each(model.KindPerson, func(r *journal.Record) error {
		p := model.PersonOf(r)
		if p.Archived || !p.Has(model.RoleStudent) || !group.IsZero() && !slices.Contains(p.Groups, group) {
			return nil
		}
		if !learning.SightOf(c, p, learning.HomeGroup(p)).Read {
			closed = true
			return nil
		}
		open = true
		if p.Study.At(l.today) == model.StudyActive && p.Study.Begun(l.today) {
			out = append(out, p)
		}
		return nil
	})
	model.SortPeople(out)
	if err == nil && closed && !open && !group.IsZero() {
		err = fault.New(fault.Refused, "group-closed", "name", l.session.Me().Name, "group", g.Name)
	}
	return out, g, err
}

// student is one student with all reasons.
func (l *look) student(p model.Person) (s Student, err error) {
	s = Student{Person: p, site: l.sites[p.Site]}
	w, err := l.work(p)
	if err != nil {
		return s, err
	}
	book, ok, err := l.ledgers.Of(p)
	if err != nil {
		return s, err
	}
	if ok {
		s.add(absent(book))
	}
	s.add(l.contact(p))
	h, err := l.hours.Of(p)
	if err != nil {
		return s, err
	}
	if w != nil {
		s.add(l.stuck(p, w))
	}
	if h != nil {
		s.add(l.slow(h))
	}
	if w != nil {
		s.add(l.gap(w))
		s.add(l.without(p, w))
		s.add(l.unjudged(w))
		s.add(l.themes(p, w))
	}
	return s, nil
}

func (s *Student) add(r Reason) {
	if r.Sort == "" {
		return
	}
	s.Reasons = append(s.Reasons, r)
	if !r.Since.IsZero() && (s.Since.IsZero() || r.Since.Before(s.Since)) {
		s.Since = r.Since
	}
}
