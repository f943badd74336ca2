package community

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/outcome"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/training"
	"leerbalie/model/upward"
)

// Half is what a community did in a period, as a rule half a year. It names no student: people are numbers, and whoever owns or is asked something
// is a role.
type Half struct {
	From, To time.Time // both included

	Members []Count // by role, of those who are here now: of somebody with more than one, the first

	Goals     []GoalLine // that ran in the period, those that were reached first
	Questions Learned
	Courses   []Gathering
	Meetings  Meetings
	Projects  []ProjectLine
	Partners  Partners
	Signals   []SignalLine // that were sent or answered in the period, or wait still
	Trainings []TrainingLine
	Research  []ResearchLine

	// Whole tells whether what counts of students is counted for all of them: of who came, the hours, who was placed and what became of them. Where
	// it is not, those numbers are left out.
	Whole    bool
	Outcomes *outcome.Report // nil: not to be shown
}

// Count is how many there are of one kind.
type Count struct {
	Code string
	N    int
}

// GoalLine is a goal.
type GoalLine struct {
	ID          journal.ID
	Title       string
	Owner       model.Role // "": nobody owns it
	Phase       string
	State       goal.State
	By, Ended   time.Time
	Steps, Done int
	Results     []string // the small ones, of the period
	Came        string
}

// Learned is what the community asked and knows.
type Learned struct {
	Asked, Answered int    // in the period; of those asked in it, so many have an answer
	Open            int    // at the end of the period: of all
	Needs, Met      int    // what goals still asked to learn in the period, and what of it was learned
	Offers          int    // how often somebody offered to teach it
	Kept            []Kept // what is kept as knowledge of what was asked in the period
}

// Kept is an answer that is kept.
type Kept struct{ Title, Text string }

// SignalLine is a signal.
type SignalLine struct {
	Text, Where string
	About       upward.About
	To          model.Role // "": to nobody
	State       upward.State
	Answer      string
	On          time.Time // when it was sent
	AnsweredOn  time.Time
}

// TrainingLine is a training that was asked of the school.
type TrainingLine struct {
	What, Asker string
	State       training.State
	Asked, Day  time.Time
	People      int
	Came        string
}

// ResearchLine is a piece of research.
type ResearchLine struct {
	Question, School string
	State            research.State
	Came             string
}

// MostDays is how long a period can be.
const MostDays = 731

// HalfYear is what the community did in a period; today is the calendar day on which it is asked. Errors: Invalid for days in the wrong order or too
// far apart; Refused for who may not read the community's.
func HalfYear(ctx context.Context, session *model.Session, from, to, today time.Time) (out Half, err error) {
	if to.Before(from) || days.Between(from, to) > MostDays {
		return out, fault.New(fault.Invalid, "community-period", "from", from.Format(time.DateOnly), "to", to.Format(time.DateOnly), "days", MostDays)
	}
	me := session.Me()
	h := half{Half: Half{From: from, To: to, Whole: me.Has(model.RoleCoordinator, model.RoleAdmin)}, today: today, zone: time.UTC}
	if err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		h.Half = Half{From: from, To: to, Whole: h.Whole}
		return h.read(ctx, session, tx)
	}); err != nil {
		return out, err
	}
	if err := h.gathered(ctx, session); err != nil {
		return out, err
	}
	if h.Whole {
		r, err := outcome.ReadReport(ctx, session, outcome.Query{Today: today})
		if err != nil {
			return out, err
		}
		h.Outcomes = &r
	}
	return h.Half, nil
}

// half is one look at a period.
type half struct {
	Half
	today  time.Time
	zone   *time.Location
	people map[journal.ID]model.Person
}

// within tells whether a day is in the period.
func (h *half) within(day time.Time) bool {
	return !day.IsZero() && !day.Before(h.From) && !day.After(h.To)
}

// began is the calendar day on which something was added.
func (h *half) began(id journal.ID) time.Time { return days.Of(time.UnixMilli(id.Millis()), h.zone) }

// role is as what somebody takes part, "" for nobody.
func (h *half) role(id journal.ID) model.Role {
	p, ok := h.people[id]
	if !ok {
		return ""
	}
	for _, r := range rank {
		if p.Has(r) {
			return r
		}
	}
	return ""
}

// rank is which role of somebody with more than one is named.
var rank = []model.Role{model.RoleStudent, model.RoleTeacher, model.RoleSupervisor, model.RoleDesk, model.RoleCoordinator, model.RoleAdmin, model.RoleGuest}

func (h *half) read(ctx context.Context, session *model.Session, tx model.Tx) error {
	h.people = map[journal.ID]model.Person{}
	n := map[model.Role]int{}
	if err := tx.Each(model.KindPerson, func(rec *journal.Record) error {
		p := model.PersonOf(rec)
		if h.people[rec.ID] = p; !p.Archived && !p.Erased && !p.IsBoard() {
			n[h.role(rec.ID)]++
		}
		return nil
	}); err != nil {
		return err
	}
	for _, r := range rank {
		h.Members = append(h.Members, Count{string(r), n[r]})
	}
	if rec, err := tx.Record(model.KindSite, session.Site()); err != nil {
		return err
	} else if rec != nil {
		s := model.SiteOf(rec)
		h.zone = s.Location()
	}
	for _, part := range []func(context.Context, *model.Session, model.Tx) error{h.goals, h.questions, h.signals, h.trainings, h.research, h.partners} {
		if err := part(ctx, session, tx); err != nil {
			return err
		}
	}
	return nil
}

func (h *half) goals(ctx context.Context, session *model.Session, tx model.Tx) error {
	all, err := goal.AllIn(ctx, session, tx)
	for i := range all {
		g := &all[i]
		if h.began(g.ID).After(h.To) || g.State != goal.Open && !g.Ended.IsZero() && g.Ended.Before(h.From) {
			continue
		}
		l := GoalLine{ID: g.ID, Title: g.Title, Owner: h.role(g.Owner), Phase: g.Phase, State: g.State, By: g.By, Ended: g.Ended, Came: g.Came}
		if l.Ended.After(h.To) { // it ran still
			l.State, l.Ended, l.Came = goal.Open, time.Time{}, ""
		}
		for _, s := range g.Steps {
			if l.Steps++; !s.Done.IsZero() && !s.Done.After(h.To) {
				l.Done++
			}
		}
		for _, r := range g.Results {
			if h.within(r.Day) || r.Day.IsZero() && h.within(days.Of(r.At, h.zone)) {
				l.Results = append(l.Results, r.Text)
			}
		}
		for _, need := range g.Needs {
			met := h.within(need.Met)
			if need.Met.IsZero() || met {
				h.Questions.Needs++
			}
			if met {
				h.Questions.Met++
			}
			for _, o := range need.Offers {
				if h.within(days.Of(o.At, h.zone)) {
					h.Questions.Offers++
				}
			}
		}
		h.Goals = append(h.Goals, l)
	}
	order := []goal.State{goal.Reached, goal.Open, goal.Dropped}
	slices.SortStableFunc(h.Goals, func(a, b GoalLine) int {
		return slices.Index(order, a.State) - slices.Index(order, b.State)
	})
	return err
}

func (h *half) questions(ctx context.Context, session *model.Session, tx model.Tx) error {
	all, err := question.AllIn(ctx, session, tx)
	for i := range all {
		q := &all[i]
		began := h.began(q.ID)
		open := q.Stands() == question.Open
		if open && !began.After(h.To) {
			h.Questions.Open++
		}
		if !h.within(began) {
			continue
		}
		h.Questions.Asked++
		if len(q.Answers) > 0 || !open {
			h.Questions.Answered++
		}
		if q.Kept != "" {
			h.Questions.Kept = append(h.Questions.Kept, Kept{q.Title, q.Kept})
		}
	}
	return err
}

func (h *half) signals(ctx context.Context, session *model.Session, tx model.Tx) error {
	all, err := upward.AllIn(ctx, session, tx)
	for i := range all {
		s := &all[i]
		l := SignalLine{Text: s.Text, Where: s.Where, About: s.About, To: h.role(s.To), State: s.State, Answer: s.Answer, On: h.began(s.ID), AnsweredOn: s.AnsweredOn}
		if h.within(l.On) || h.within(l.AnsweredOn) || s.Waits() && l.On.Before(h.From) {
			h.Signals = append(h.Signals, l)
		}
	}
	slices.SortStableFunc(h.Signals, func(a, b SignalLine) int { return a.On.Compare(b.On) })
	return err
}

func (h *half) trainings(ctx context.Context, session *model.Session, tx model.Tx) error {
	partners, err := partnerNames(ctx, session, tx)
	if err != nil {
		return err
	}
	all, err := training.AllIn(ctx, session, tx)
	for i := range all {
		t := &all[i]
		l := TrainingLine{What: t.What, Asker: t.Asker, State: t.State, Asked: t.Asked, Day: t.Day, People: t.People, Came: t.Came}
		if l.Asked.IsZero() {
			l.Asked = h.began(t.ID)
		}
		if name := partners[t.Partner]; name != "" {
			l.Asker = name
		}
		if h.within(l.Asked) || h.within(l.Day) {
			h.Trainings = append(h.Trainings, l)
		}
	}
	slices.SortStableFunc(h.Trainings, func(a, b TrainingLine) int { return a.Asked.Compare(b.Asked) })
	return err
}

func (h *half) research(ctx context.Context, session *model.Session, tx model.Tx) error {
	all, err := research.AllIn(ctx, session, tx)
	for i := range all {
		r := &all[i]
		if h.ran(r.ID, r.From, r.To) {
			h.Research = append(h.Research, ResearchLine{r.Question, r.School, r.State, r.Came})
		}
	}
	return err
}

// ran tells whether something with a first and a last day, either of which may not be said, ran in the period.
func (h *half) ran(id journal.ID, from, to time.Time) bool {
	if from.IsZero() {
		from = h.began(id)
	}
	return !from.After(h.To) && (to.IsZero() || !to.Before(h.From))
}
