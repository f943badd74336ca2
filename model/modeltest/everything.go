package modeltest

import (
	"context"
	"fmt"
	"time"

	"leerbalie/model"
)

// Everything does each kind of action at least once, as somebody who may do all, on a store that has just begun. What it
// writes is the journal against which later versions of the program are held.
func Everything(ctx context.Context, v *model.View, now time.Time) error {
	e := &everything{ctx: ctx, v: v, now: now}
	e.house()
	own := model.StartFrameworks()[0]
	own.Title += ", zoals wij het doen"
	framework := e.do(model.SaveFramework{Framework: own})
	e.do(model.ArchiveFramework{ID: framework, Archived: true}, model.ArchiveFramework{ID: framework})
	jan, ria := e.people()
	e.requests(jan, ria)
	e.pairs()
	e.learning()
	e.do(model.EraseResident{ID: ria})
	return e.err
}

type everything struct {
	ctx context.Context
	v   *model.View
	now time.Time
	err error
}

// do carries out actions one after the other, unless an earlier one has failed.
func (e *everything) do(actions ...model.Action) (made model.ID) {
	for _, a := range actions {
		if e.err != nil {
			return model.ID{}
		}
		r, err := e.v.Do(e.ctx, a)
		if err != nil {
			e.err = fmt.Errorf("%s: %w", a.Name(), err)
		}
		made = r.Entity
	}
	return made
}

func (e *everything) request(id model.ID) (r model.Request) {
	if e.err == nil {
		r, e.err = e.v.Request(e.ctx, id)
	}
	return r
}

func (e *everything) house() {
	site := e.do(model.AddSite{Site: model.Site{Name: "Noord", Code: "NO", Zone: "Europe/Amsterdam"}})
	e.do(model.EditSite{Site: model.Site{ID: site, Name: "Noord", Zone: "Europe/Amsterdam",
		Tags:       model.Codes{{Code: "regeling", Labels: model.Labels{"nl": "regeling", "en": "scheme"}}},
		Hours:      []model.Hours{{Day: time.Monday, From: 9 * 60, To: 17 * 60}},
		Checklists: []model.Checklist{{Theme: "armoede", Steps: []string{"brief gelezen", "gebeld"}}}}})
	group := e.do(model.AddGroup{Group: model.Group{Name: "Klas 2B", Site: site}})
	student := e.do(model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleStudent}, Site: e.v.Site(),
		Groups: []model.ID{group}, Level: "mbo-3", Languages: []string{"nl", "ar"}, Supervisor: e.v.Me().ID}})
	e.do(model.EditPerson{Person: model.Person{ID: student, Name: "Noor Haddad", Roles: []model.Role{model.RoleStudent},
		Site: e.v.Site(), Number: "S-17", Email: "noor@example.org"}})
}

func (e *everything) people() (jan, ria model.ID) {
	jan = e.do(model.AddResident{Resident: model.Resident{Name: "Jan de Vries", Phone: "06-12345678", Postcode: "2531 AB",
		BirthYear: 1950, Keep: model.KeepRegister, Told: true}})
	ria = e.do(model.AddResident{Resident: model.Resident{Name: "Ria Bakker", Email: "ria@example.org", Keep: model.KeepThrowaway}})
	twice := e.do(model.AddResident{Resident: model.Resident{Name: "J. de Vries"}})
	e.do(model.EditResident{Resident: model.Resident{ID: twice, Name: "J. de Vries", City: "Den Haag", Regular: true}},
		model.MergeResident{ID: twice, Into: jan}, model.OpenedResident{ID: jan})
	return jan, ria
}

func (e *everything) requests(jan, ria model.ID) {
	summary, theme := "Brief van de Belastingdienst", "armoede"
	first := e.do(model.AddRequest{Request: model.Request{Summary: "Brief", Details: "een lange brief", Urgency: model.UrgencyNow,
		Supervision: model.SupervisionPair, Channel: "desk", Resident: jan, Language: "nl", Source: "17"}})
	e.do(model.EditRequest{ID: first, Summary: &summary, Theme: &theme}, model.ClaimRequest{ID: first},
		model.ReleaseRequest{ID: first}, model.ParkRequest{ID: first}, model.RecallRequest{ID: first}, model.ClaimRequest{ID: first},
		model.AddMemo{ID: first, Text: "gebeld"}, model.AddContact{ID: first, Channel: "phone", Text: "afspraak gemaakt"},
		model.AddTask{ID: first, What: "terugbellen", Due: e.now.Add(time.Hour), CallBack: true},
		model.ReferRequest{ID: first, To: "Wijkteam", Warm: true, Consent: true}, model.TickStep{ID: first, Step: "brief gelezen"},
		model.TickStep{ID: first, Step: "brief gelezen"}, model.LogTime{ID: first, Minutes: 25})
	r := e.request(first)
	if e.err == nil {
		e.do(model.FinishTask{ID: first, Task: r.Tasks[0].Stamp, Fact: "gesproken"},
			model.MoveReferral{ID: first, Referral: r.Referrals[0].Stamp, State: model.ReferralSent})
	}
	second := e.do(model.SplitRequest{ID: first, Summary: "En een vraag over huur"})
	e.do(model.MergeRequest{ID: second, Into: first},
		model.CloseRequest{ID: first, Outcome: "referred", Tags: []string{"regeling"}, Minutes: 5, Note: "klaar"},
		model.ReopenRequest{ID: first})
	third := e.do(model.AddRequest{Request: model.Request{Summary: "Vraag van Ria", Details: "een geheim", Resident: ria}})
	e.do(model.TakeIn{Resident: model.Resident{Name: "Bo Smit"}, Request: model.Request{Summary: "Vraag van iemand die nieuw is"}},
		model.Introduce{ID: first, Resident: model.Resident{Name: "Els Mol"}})
	e.do(model.AddMemo{ID: third, Text: "nog een geheim"}, model.LogTime{ID: third, Minutes: 10}, model.ParkRequest{ID: third})
	if e.err == nil {
		_, e.err = e.v.Undo(e.ctx)
	}
}

// Kinds are the kinds of change in a journal, in words: what is written to what.
func Kinds(c *model.Change) string {
	if c.Op == model.OpAdd {
		return fmt.Sprintf("kind %d item %d", c.Kind, c.Item)
	}
	return fmt.Sprintf("kind %d fields", c.Kind)
}
