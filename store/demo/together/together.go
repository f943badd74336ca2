// Package together makes a believable learning community of the neighbourhood: goals, questions, projects, partners, signals upward, research,
// trainings, and two guests. It is played last and without dice, so that all the rest is as it was without.
package together

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Stage is what it plays on.
type Stage struct {
	Boss  *model.Session
	View  func(ctx context.Context, who journal.ID) (*model.Session, error)
	Site  journal.ID
	Today time.Time // UTC midnight
}

// play is a community under way.
type play struct {
	Stage
	ctx                              context.Context
	students, desk, teachers, guides []model.Person
	anywhere                         []model.Person // students of all sites
	guests                           []journal.ID
	pairs                            []journal.ID
	partners                         []journal.ID
	goals, projects                  []journal.ID
	err                              error
}

// Play plays it. A neighbourhood without students, teachers, supervisors or desk gets none.
func Play(ctx context.Context, s Stage) error {
	p := &play{Stage: s, ctx: ctx}
	people, err := s.Boss.People(ctx)
	if err != nil {
		return err
	}
	for _, q := range people {
		if !q.Archived && q.Has(model.RoleStudent) && q.Study.At(s.Today) == model.StudyActive && len(q.Groups) > 0 && q.Study.Company == "" {
			p.anywhere = append(p.anywhere, q)
		}
		switch {
		case q.Archived || q.Site != s.Site || q.ID == s.Boss.Me().ID:
		case q.Has(model.RoleStudent):
			if q.Study.At(s.Today) == model.StudyActive && len(q.Groups) > 0 {
				p.students = append(p.students, q)
			}
		case q.Has(model.RoleTeacher):
			p.teachers = append(p.teachers, q)
		case q.Has(model.RoleSupervisor):
			p.guides = append(p.guides, q)
		case q.Has(model.RoleDesk):
			p.desk = append(p.desk, q)
		}
	}
	if len(p.students) < 8 || len(p.teachers) == 0 || len(p.guides) == 0 || len(p.desk) == 0 {
		return nil
	}
	for _, name := range []string{"Ineke Terpstra", "Rachid Amezian"} {
		p.guests = append(p.guests, p.by(s.Boss.Me().ID, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleGuest}, Site: s.Site}}))
	}
	for _, step := range []func(){p.partnersAre, p.projectsAre, p.goalsAre, p.questionsAre, p.signalsAre, p.researchIs, p.placed} {
		if step(); p.err != nil {
			break
		}
	}
	return p.err
}

// by lets somebody do something, and gives what was made; after a fault nothing is done any more.
func (p *play) by(who journal.ID, actions ...model.Action) journal.ID {
	if p.err != nil {
		return journal.ID{}
	}
	session, err := p.View(p.ctx, who)
	if err == nil {
		var r model.Receipt
		if r, err = session.DoQuietly(p.ctx, actions...); err == nil {
			if len(r.Created) > 0 {
				return r.Created[len(r.Created)-1]
			}
			return r.Entity
		}
	}
	p.err = err
	return journal.ID{}
}

// day is so many days from today.
func (p *play) day(n int) time.Time { return p.Today.AddDate(0, 0, n) }

func (p *play) student(n int) journal.ID { return p.students[n%len(p.students)].ID }
func (p *play) teacher(n int) journal.ID { return p.teachers[n%len(p.teachers)].ID }
func (p *play) guide(n int) journal.ID   { return p.guides[n%len(p.guides)].ID }
func (p *play) staff(n int) journal.ID   { return p.desk[n%len(p.desk)].ID }

// of is who of several are members, each once.
func of(ids ...journal.ID) []journal.ID {
	slices.SortFunc(ids, func(a, b journal.ID) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(ids)
}
