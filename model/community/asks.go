// Package community looks over all that a learning community keeps: what of it asks for whoever sits there, and what half a year of it came to.
// It keeps nothing of its own.
package community

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/training"
	"leerbalie/model/upward"
)

// Why is why something asks for somebody.
type Why string

// The reasons, the most pressing first: who waits for an answer comes before what was agreed, and that before what nobody took up yet.
const (
	GoalLate        Why = "goal-late"         // an own goal is past its day
	StepLate        Why = "step-late"         // a step on me is past its day
	PlacedPartner   Why = "placed-partner"    // a partner ended where a student is still placed
	PlacedKickOff   Why = "placed-kickoff"    // a placement began without a kick-off
	PlacedVisit     Why = "placed-visit"      // nobody visited in the first weeks of a placement
	PlacedEvaluate  Why = "placed-evaluation" // a placement ends or ended, and was not evaluated
	PlacedNext      Why = "placed-next"       // a placement ends, and the student goes nowhere after it
	StepToMe        Why = "step-to-me"        // a step is on me
	SignalToMe      Why = "signal-to-me"      // a signal was sent to me, and nobody said what came of it
	QuestionToMe    Why = "question-to-me"    // a question was put to me, and has no answer
	TrainingDue     Why = "training-due"      // a training that I give is past its day, and was not called given
	TrainingAsked   Why = "training-asked"    // a training was asked of me, and has no day
	MeetingAnswer   Why = "meeting-answer"    // a meeting where I am expected waits for my answer
	ProjectAgree    Why = "project-agree"     // with the programme of a project that I lead not every party agreed
	ProjectQuiet    Why = "project-quiet"     // a running project that I lead has had no session for weeks
	ProjectOver     Why = "project-over"      // a project that I lead is past its last day, and was not closed
	SignalAnswered  Why = "signal-answered"   // a signal of mine was answered lately
	QuestionOpen    Why = "question-open"     // a question to everybody has had no answer for a week
	GoalUnowned     Why = "goal-unowned"      // a goal has nobody who owns it
	TrainingUnowned Why = "training-unowned"  // a training was asked, and nobody gives it
)

// Whys are all of them, in that order.
func Whys() []Why {
	return []Why{GoalLate, StepLate, SignalToMe, QuestionToMe, TrainingDue, TrainingAsked, PlacedPartner, MeetingAnswer, PlacedKickOff, PlacedVisit, PlacedEvaluate, PlacedNext, StepToMe, ProjectAgree, ProjectQuiet, ProjectOver, SignalAnswered, QuestionOpen, GoalUnowned, TrainingUnowned}
}

// The thresholds, in days.
const (
	// AnswerDays without an answer before a question to everybody asks for each: the community meets once a week.
	AnswerDays = 7
	// AnsweredDays in which an answer to an own signal is news.
	AnsweredDays = 14
	// QuietDays without a session before a project asks: three weeks, since one falls out for a holiday and one for illness.
	QuietDays = 21
	// MeetingDays ahead a meeting asks for an answer, as it does on the page of today.
	MeetingDays = 14
)

// Asks is one thing that asks for somebody.
type Asks struct {
	Why   Why
	Kind  journal.Kind
	ID    journal.ID
	Step  journal.ID // the step of the goal, or the placement at the partner; zero for anything else
	Title string
	Day   time.Time  // a calendar day: by when, since when, or on which; zero where there is none
	By    journal.ID // who asks; zero where nobody does
}

// Page is the page of screen 6 on which it stands, by the name of its kind.
func (a *Asks) Page() string {
	switch a.Kind {
	case goal.KindGoal:
		return "goals"
	case question.KindQuestion:
		return "questions"
	case project.KindProject:
		return "projects"
	case partner.KindPartner:
		return "partners"
	case upward.KindSignal:
		return "signals"
	case training.KindTraining:
		return "trainings"
	}
	return "meetings"
}

// Mine is what of the community asks for whoever has the session, on a calendar day: the most pressing first, of one kind the earliest. Errors:
// Refused for who may not read the community's.
func Mine(ctx context.Context, session *model.Session, day time.Time) (out []Asks, err error) {
	m := mine{me: session.Me(), day: day, zone: time.UTC}
	if err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		m.out = nil
		return m.read(ctx, session, tx)
	}); err != nil {
		return nil, err
	}
	if err := m.meetings(ctx, session); err != nil {
		return nil, err
	}
	if err := m.placements(ctx, session); err != nil {
		return nil, err
	}
	rank := map[Why]int{}
	for i, why := range Whys() {
		rank[why] = i
	}
	slices.SortFunc(m.out, func(a, b Asks) int {
		return cmp.Or(rank[a.Why]-rank[b.Why], a.Day.Compare(b.Day), cmp.Compare(a.Title, b.Title), bytes.Compare(a.ID[:], b.ID[:]))
	})
	return m.out, nil
}

// mine is one look for somebody.
type mine struct {
	me   model.Person
	day  time.Time
	zone *time.Location // of the own site
	here map[journal.ID]bool
	out  []Asks
}

func (m *mine) read(ctx context.Context, session *model.Session, tx model.Tx) error {
	m.here = map[journal.ID]bool{}
	if err := tx.Each(model.KindPerson, func(rec *journal.Record) error {
		if !rec.Archived() && !rec.Erased {
			m.here[rec.ID] = true
		}
		return nil
	}); err != nil {
		return err
	}
	if rec, err := tx.Record(model.KindSite, session.Site()); err != nil {
		return err
	} else if rec != nil {
		s := model.SiteOf(rec)
		m.zone = s.Location()
	}
	for _, part := range []func(context.Context, *model.Session, model.Tx) error{m.goals, m.questions, m.signals, m.trainings, m.projects} {
		if err := part(ctx, session, tx); err != nil {
			return err
		}
	}
	return nil
}

func (m *mine) add(why Why, kind journal.Kind, id journal.ID, title string, day time.Time, by journal.ID) {
	m.out = append(m.out, Asks{Why: why, Kind: kind, ID: id, Title: title, Day: day, By: by})
}

// leads tells whether whoever looks sees to what nobody took up.
func (m *mine) leads() bool { return m.me.Has(model.RoleCoordinator) }

// began is the calendar day on which something was added.
func (m *mine) began(id journal.ID) time.Time { return days.Of(time.UnixMilli(id.Millis()), m.zone) }

// nobody tells whether of those named none is here any more.
func (m *mine) nobody(who ...journal.ID) bool {
	return !slices.ContainsFunc(who, func(id journal.ID) bool { return m.here[id] })
}

func (m *mine) goals(ctx context.Context, session *model.Session, tx model.Tx) error {
	all, err := goal.AllIn(ctx, session, tx)
	for i := range all {
		g := &all[i]
		if g.State != goal.Open {
			continue
		}
		m.steps(g)
		switch {
		case g.Owner == m.me.ID && !g.By.IsZero() && g.By.Before(m.day):
			m.add(GoalLate, goal.KindGoal, g.ID, g.Title, g.By, journal.ID{})
		case m.leads() && m.nobody(g.Owner):
			m.add(GoalUnowned, goal.KindGoal, g.ID, g.Title, m.began(g.ID), g.AddedBy)
		}
	}
	return err
}

func (m *mine) steps(g *goal.Goal) {
	for i := range g.Steps {
		s := &g.Steps[i]
		if s.Person != m.me.ID || !s.Done.IsZero() {
			continue
		}
		why := StepToMe
		if !s.Until.IsZero() && s.Until.Before(m.day) {
			why = StepLate
		}
		m.out = append(m.out, Asks{Why: why, Kind: goal.KindGoal, ID: g.ID, Step: s.Key, Title: s.Text, Day: s.Until})
	}
}

func (m *mine) questions(ctx context.Context, session *model.Session, tx model.Tx) error {
	all, err := question.AllIn(ctx, session, tx)
	for i := range all {
		q := &all[i]
		if q.Stands() != question.Open || q.AddedBy == m.me.ID {
			continue
		}
		since := m.began(q.ID)
		switch {
		case slices.Contains(q.To, m.me.ID):
			m.add(QuestionToMe, question.KindQuestion, q.ID, q.Title, since, q.AddedBy)
		case m.nobody(q.To...) && !since.AddDate(0, 0, AnswerDays).After(m.day): // to everybody, or to who left
			m.add(QuestionOpen, question.KindQuestion, q.ID, q.Title, since, q.AddedBy)
		}
	}
	return err
}

func (m *mine) signals(ctx context.Context, session *model.Session, tx model.Tx) error {
	all, err := upward.AllIn(ctx, session, tx)
	for i := range all {
		s := &all[i]
		open := s.State == upward.Open || s.State == upward.Taken
		switch {
		case open && (s.To == m.me.ID || m.leads() && m.nobody(s.To)):
			m.add(SignalToMe, upward.KindSignal, s.ID, s.Text, m.began(s.ID), s.AddedBy)
		case s.AddedBy == m.me.ID && s.To != m.me.ID && s.Answer != "" && !s.AnsweredOn.IsZero() && s.AnsweredOn.AddDate(0, 0, AnsweredDays).After(m.day):
			m.add(SignalAnswered, upward.KindSignal, s.ID, s.Text, s.AnsweredOn, s.To)
		}
	}
	return err
}

func (m *mine) trainings(ctx context.Context, session *model.Session, tx model.Tx) error {
	all, err := training.AllIn(ctx, session, tx)
	for i := range all {
		t := &all[i]
		if t.State != training.Asked && t.State != training.Planned {
			continue
		}
		gives := slices.Contains(t.Givers, m.me.ID)
		switch {
		case gives && !t.Day.IsZero() && t.Day.Before(m.day):
			m.add(TrainingDue, training.KindTraining, t.ID, t.What, t.Day, t.AddedBy)
		case gives && t.Day.IsZero():
			m.add(TrainingAsked, training.KindTraining, t.ID, t.What, m.asked(t), t.AddedBy)
		case m.leads() && m.nobody(t.Givers...):
			m.add(TrainingUnowned, training.KindTraining, t.ID, t.What, m.asked(t), t.AddedBy)
		}
	}
	return err
}

// asked is since when a training is asked.
func (m *mine) asked(t *training.Training) time.Time {
	if t.Asked.IsZero() {
		return m.began(t.ID)
	}
	return t.Asked
}

func (m *mine) projects(ctx context.Context, session *model.Session, tx model.Tx) error {
	all, err := project.AllIn(ctx, session, tx)
	for i := range all {
		p := &all[i]
		if p.State != project.Planned && p.State != project.Running || !slices.Contains(p.Leaders, m.me.ID) {
			continue
		}
		switch {
		case !p.To.IsZero() && p.To.Before(m.day):
			m.add(ProjectOver, project.KindProject, p.ID, p.Title, p.To, journal.ID{})
		case len(p.Waits()) > 0:
			m.add(ProjectAgree, project.KindProject, p.ID, p.Title, time.Time{}, journal.ID{})
		default:
			if last := m.last(p); p.State == project.Running && !last.AddDate(0, 0, QuietDays).After(m.day) {
				m.add(ProjectQuiet, project.KindProject, p.ID, p.Title, last, journal.ID{})
			}
		}
	}
	return err
}

// last is the day of the last session of a project, and where there was none, the day on which it began.
func (m *mine) last(p *project.Project) time.Time {
	last := p.From
	if last.IsZero() {
		last = m.began(p.ID)
	}
	for _, s := range p.Sessions {
		if s.Day.After(last) {
			last = s.Day
		}
	}
	return last
}

// meetings are those of the coming days that wait for an answer.
func (m *mine) meetings(ctx context.Context, session *model.Session) error {
	r, err := meeting.Read(ctx, session, meeting.Query{From: m.day, To: m.day.AddDate(0, 0, MeetingDays), Person: m.me.ID})
	for i := range r.Rows {
		if row := &r.Rows[i]; row.Waits(m.me.ID, m.day) {
			m.add(MeetingAnswer, meeting.KindMeeting, row.ID, row.Called(), row.Day, row.AddedBy)
		}
	}
	return err
}

// placements are what is due about students who are placed, at the partner where they are.
func (m *mine) placements(ctx context.Context, session *model.Session) error {
	all, err := placement.ReadDue(ctx, session, m.day)
	for i := range all {
		d := &all[i]
		title := strings.Join([]string{d.Student, d.Partner}, ", ")
		m.out = append(m.out, Asks{Why: Why("placed-" + d.What), Kind: partner.KindPartner, ID: d.Placement.Partner, Step: d.Placement.ID, Title: title, Day: d.Day})
	}
	return err
}
