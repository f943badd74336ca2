package modeltest

import (
	"context"
	"fmt"
	"time"

	"leerbalie/model"
	"leerbalie/model/block"
	"leerbalie/model/desk"
	"leerbalie/model/desk/handover"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/mapping"
	"leerbalie/model/notification"
)

// Everything does each kind of action at least once, as somebody who may do all, on a store that has just begun. What it
// writes is the journal against which later versions of the program are held.
func Everything(ctx context.Context, session *model.Session, now time.Time) error {
	return EverythingTried(ctx, session, now, func(model.Action) {})
}

// EverythingTried is Everything that hands in every action before it does it.
func EverythingTried(ctx context.Context, session *model.Session, now time.Time, try func(model.Action)) error {
	e := &everything{ctx: ctx, session: session, now: now, try: try}
	e.house()
	own := competence.BuiltinFrameworks()[0]
	own.Title += ", zoals wij het doen"
	framework := e.do(learning.SaveFramework{Framework: own})
	e.do(competence.ArchiveFramework{ID: framework, Archived: true}, competence.ArchiveFramework{ID: framework})
	jan, ria := e.people()
	e.requests(jan, ria)
	e.messages()
	e.blocks()
	e.imported()
	e.mappings()
	e.prices()
	e.directory()
	e.paths(jan, ria)
	e.kept()
	e.visits(jan)
	e.notifications()
	e.pairs()
	e.learning()
	e.ledger()
	e.outcomes()
	e.courses()
	e.meetings()
	e.community()
	e.rescued()
	e.consented()
	e.do(desk.EraseResident{ID: ria})
	return e.err
}

type everything struct {
	ctx     context.Context
	session *model.Session
	now     time.Time
	err     error
	try     func(model.Action)
}

// do carries out actions one after the other, unless an earlier one has failed.
func (e *everything) do(actions ...model.Action) (made journal.ID) {
	for _, a := range actions {
		if e.err != nil {
			return journal.ID{}
		}
		e.try(a)
		r, err := e.session.Do(e.ctx, a)
		if err != nil {
			e.err = fmt.Errorf("%s: %w", a.Name(), err)
		}
		made = r.Entity
	}
	return made
}

func (e *everything) request(id journal.ID) (r desk.Request) {
	if e.err == nil {
		r, e.err = desk.ReadRequest(e.ctx, e.session, id)
	}
	return r
}

func (e *everything) house() {
	site := e.do(model.AddSite{Site: model.Site{Name: "Noord", Code: "NO", Zone: "Europe/Amsterdam"}})
	e.do(model.EditSite{Site: model.Site{ID: site, Name: "Noord", Zone: "Europe/Amsterdam",
		Ages:       []model.AgeLimit{{Urgency: model.UrgencyNow, Long: 10, TooLong: 20}, {Long: 30, TooLong: 90}},
		Tags:       model.Codes{{Code: "regeling", Labels: model.Labels{"nl": "regeling", "en": "scheme"}}},
		Hours:      []model.Hours{{Day: time.Monday, From: 9 * 60, To: 17 * 60}},
		Checklists: []model.Checklist{{Theme: "armoede", Steps: []string{"brief gelezen", "gebeld"}}}}})
	group := e.do(model.AddGroup{Group: model.Group{Name: "Klas 2B", Site: site}})
	student := e.do(model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleStudent}, Site: e.session.Site(),
		Groups: []journal.ID{group}, Level: "mbo-3", Languages: []string{"nl", "ar"}, Supervisor: e.session.Me().ID}})
	e.do(model.EditPerson{Person: model.Person{ID: student, Name: "Noor Haddad", Roles: []model.Role{model.RoleStudent},
		Site: e.session.Site(), Number: "S-17", Email: "noor@example.org"}})
}

func (e *everything) people() (jan, ria journal.ID) {
	jan = e.do(desk.AddResident{Resident: desk.Resident{Name: "Jan de Vries", Phone: "06-12345678", Postcode: "2531 AB",
		BirthYear: 1950, Keep: desk.KeepRegister, Told: true}})
	ria = e.do(desk.AddResident{Resident: desk.Resident{Name: "Ria Bakker", Email: "ria@example.org", Keep: desk.KeepThrowaway}})
	twice := e.do(desk.AddResident{Resident: desk.Resident{Name: "J. de Vries"}})
	e.do(desk.EditResident{Resident: desk.Resident{ID: twice, Name: "J. de Vries", City: "Den Haag", Regular: true}},
		desk.MergeResident{ID: twice, Into: jan}, desk.OpenedResident{ID: jan})
	return jan, ria
}

func (e *everything) requests(jan, ria journal.ID) {
	first := e.do(desk.AddRequest{Request: desk.Request{Summary: "Brief", Details: "een lange brief", Urgency: model.UrgencyNow,
		Supervision: model.SupervisionPair, Channel: "desk", Resident: jan, Language: "nl", Source: "17"}})
	e.do(desk.EditRequest{ID: first, Alter: func(r *desk.Request) { r.Summary, r.Theme = "Brief van de Belastingdienst", "armoede" }}, desk.ClaimRequest{ID: first},
		desk.ReleaseRequest{ID: first}, desk.ParkRequest{ID: first}, desk.RecallRequest{ID: first}, desk.ClaimRequest{ID: first},
		desk.AddMemo{ID: first, Text: "gebeld"}, desk.AddContact{ID: first, Channel: "phone", Text: "afspraak gemaakt"},
		desk.AddTask{ID: first, What: "terugbellen", Due: e.now.Add(time.Hour), CallBack: true},
		desk.ReferRequest{ID: first, To: "Wijkteam", Warm: true, Consent: true}, desk.TickStep{ID: first, Step: "brief gelezen"},
		desk.TickStep{ID: first, Step: "brief gelezen"}, desk.LogTime{ID: first, Minutes: 25})
	r := e.request(first)
	if e.err == nil {
		e.do(desk.MoveTask{ID: first, Task: r.Tasks[0].Stamp, Due: e.now.Add(2 * time.Hour)},
			desk.FinishTask{ID: first, Task: r.Tasks[0].Stamp, Fact: "gesproken"},
			desk.MoveReferral{ID: first, Referral: r.Referrals[0].Stamp, State: desk.ReferralSent})
	}
	second := e.do(desk.SplitRequest{ID: first, Summary: "En een vraag over huur"})
	e.do(desk.MergeRequest{ID: second, Into: first},
		desk.CloseRequest{ID: first, Outcome: "referred", Tags: []string{"regeling"}, WhereFound: "directory", Minutes: 5, Note: "klaar"},
		desk.ReopenRequest{ID: first})
	mistake := e.do(desk.AddRequest{Request: desk.Request{Summary: "Proef", Source: "18"}})
	e.do(desk.MergeRequest{ID: mistake, Into: first}, desk.ReopenRequest{ID: mistake}, desk.RemoveRequest{ID: mistake, Why: "was een proef"},
		desk.RestoreRequest{ID: mistake}, desk.RemoveRequest{ID: mistake, Why: "toch een proef"})
	third := e.do(desk.AddRequest{Request: desk.Request{Summary: "Vraag van Ria", Details: "een geheim", Resident: ria}})
	e.do(desk.TakeIn{Resident: desk.Resident{Name: "Bo Smit"}, Request: desk.Request{Summary: "Vraag van iemand die nieuw is"}},
		desk.Introduce{ID: first, Resident: desk.Resident{Name: "Els Mol"}})
	if e.err == nil {
		_, e.err = e.session.Do(model.Vouching(e.ctx), desk.AddMemo{ID: third, Text: "belde met 10000008"})
	}
	e.do(desk.AddMemo{ID: third, Text: "nog een geheim"}, desk.LogTime{ID: third, Minutes: 10}, desk.ParkRequest{ID: third})
	if e.err == nil {
		_, e.err = e.session.Undo(e.ctx)
	}
}

// blocks are a site's text block and one's own.
func (e *everything) blocks() {
	of := e.do(block.AddBlock{Title: "Terugbellen", Text: "Beste {bewoner}, ik bel u terug."})
	e.do(block.EditBlock{Block: block.Block{ID: of, Title: "Terugbellen", Text: "Beste {bewoner}, {ik} belt u terug."}}, block.AddBlock{Title: "Groet", Text: "Groet, {ik}", Own: true},
		block.ArchiveBlock{ID: of})
}

// mappings are kept, kept again, renamed and taken off the list.
func (e *everything) mappings() {
	kept := mapping.Keep{As: "Registratie 2026", What: mapping.Requests, Headings: []string{"Datum", "Vraag"}, Fields: map[string]string{"created_at": "Datum", "summary": "Vraag"}}
	of := e.do(kept)
	kept.Fields = map[string]string{"summary": "Vraag"}
	e.do(kept, mapping.Rename{ID: of, To: "Oude registratie"}, mapping.Remove{ID: of})
}

// notifications are one that goes its whole way, and one that does not go on.
func (e *everything) notifications() {
	about := e.do(desk.AddRequest{Request: desk.Request{Summary: "Hulp in huis"}})
	if e.err != nil {
		return
	}
	for _, steps := range [][]notification.Step{{notification.Helped, notification.Plan, notification.Investigated, notification.Applied, notification.Decided}, {notification.Withdrawn}} {
		report := notification.Report{Request: about, Urgent: true}
		e.try(report)
		r, err := e.session.Do(e.ctx, report)
		if e.err = err; err != nil {
			return
		}
		for _, s := range steps {
			e.do(notification.Note{ID: r.Created[0], Step: s})
		}
	}
}

// messages are from a colleague, since nobody informs themselves.
func (e *everything) messages() {
	about := e.do(desk.AddRequest{Request: desk.Request{Summary: "Vraag over de huur"}})
	given := e.do(desk.AddRequest{Request: desk.Request{Summary: "Vraag voor een ander"}})
	colleague := e.do(model.AddPerson{Person: model.Person{Name: "Mo", Roles: []model.Role{model.RoleDesk}, Site: e.session.Site()}})
	if e.err != nil {
		return
	}
	mo, err := e.session.Switch(e.ctx, colleague)
	if err == nil {
		_, err = mo.Do(e.ctx, desk.Inform{ID: about, To: e.session.Me().ID, Text: "kun jij hiernaar kijken?"})
	}
	if err == nil {
		_, err = mo.Do(e.ctx, desk.ClaimRequest{ID: given, For: []journal.ID{e.session.Me().ID}})
	}
	if e.err = err; err == nil {
		e.do(notice.SeeMessages{ID: given}, desk.ReleaseRequest{ID: given}, notice.SeeMessages{ID: about}, desk.Inform{ID: about, To: colleague},
			desk.AddTask{ID: about, What: "huisbaas bellen", On: e.session.Me().ID},
			handover.HandOver{To: []journal.ID{colleague}, Requests: []journal.ID{about}, Note: "ze wacht op de brief"})
	}
}

// rescued loses a PIN, which goes at the word of the file's owner, and sees that it did.
func (e *everything) rescued() {
	if e.err != nil {
		return
	}
	if e.err = e.session.KeepPIN(e.ctx, "forgotten"); e.err == nil {
		_, e.err = e.session.RescuePIN(e.ctx)
	}
	if e.err == nil {
		e.err = e.session.KeepPIN(e.ctx, "chosen")
	}
	if e.err == nil {
		e.err = e.session.SeeRescue(e.ctx)
	}
	if e.err == nil {
		_, e.err = e.session.DropPIN(e.ctx, e.session.Me().ID)
	}
}
