package project

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/partner"
	"leerbalie/model/together"
)

// Add adds a project, with who takes part from the beginning. Who adds one without anybody who leads it, and may not alter all, leads it.
type Add struct{ Project Project }

// Name is the code of the words for this action.
func (Add) Name() string { return "act-project-add" }

// Do adds it. Errors: Invalid for a missing title, days that are no days or in the wrong order, hours out of reach, somebody twice, and a citizen
// service number; NotFound for somebody, a pair, a partner or a part of a list that there is not; Refused for who may not read the community's.
func (a Add) Do(d *model.Doing) (err error) {
	p := a.Project
	if len(p.Leaders) == 0 && !d.Clearance().MayWrite(together.Scope()) {
		p.Leaders = []journal.ID{d.Actor.ID}
	}
	if p.ID.IsZero() {
		if p.ID, err = d.NewID(d.Now()); err != nil {
			return err
		}
	}
	if err := projects.Add(d, p); err != nil {
		return err
	}
	now, err := projects.Found(d, p.ID)
	if err != nil {
		return err
	}
	return join(d, &now, slices.Concat(p.Students, p.Pairs, p.Guests), time.Time{})
}

// Edit alters a project as a form that was filled in with it.
type Edit struct{ Project Project }

// Name is the code of the words for this action.
func (Edit) Name() string { return "act-project-edit" }

// Do writes what differs. Errors: NotFound; Refused for what is somebody else's; those of Add.
func (a Edit) Do(d *model.Doing) error { return projects.Edit(d, a.Project) }

// Archive puts a project away.
type Archive struct{ ID journal.ID }

// Name is the code of the words for this action.
func (Archive) Name() string { return "act-project-archive" }

// Do puts it away. Errors: NotFound; Refused for what is somebody else's.
func (a Archive) Do(d *model.Doing) error { return projects.Archive(d, a.ID) }

// The most that is kept of one project.
const (
	mostTitle    = 200
	mostHours    = 60 // a week, of a student
	mostListed   = 60
	mostCame     = 100_000
	mostSessions = 400
)

// check tidies and refuses what cannot be kept. What stands already is not looked up again.
func check(d *model.Doing, now, was *Project) (err error) {
	if now.Work, err = together.Work(now.Work, was.Work); err != nil {
		return err
	}
	now.Title = strings.Join(strings.Fields(now.Title), " ")
	if err := model.Required(&now.Title, "project-title"); err != nil {
		return err
	}
	if utf8.RuneCountInString(now.Title) > mostTitle {
		return fault.New(fault.Invalid, "project-long", "field", "project-title", "most", mostTitle)
	}
	now.District, now.Theme, now.Target = strings.TrimSpace(now.District), strings.TrimSpace(now.Theme), strings.TrimSpace(now.Target)
	if now.State == "" {
		now.State = Planned
	}
	if !slices.Contains(States(), now.State) {
		return fault.New(fault.Invalid, "project-state", "text", string(now.State))
	}
	for _, one := range []struct {
		day   time.Time
		field string
	}{{now.From, "project-from"}, {now.To, "project-to"}} {
		if err := d.Planned(one.day, one.field); err != nil {
			return err
		}
	}
	if !now.From.IsZero() && !now.To.IsZero() && now.To.Before(now.From) {
		return fault.New(fault.Invalid, "project-days", "from", now.From.Format(time.DateOnly), "to", now.To.Format(time.DateOnly))
	}
	if now.HoursAWeek < 0 || now.HoursAWeek > mostHours {
		return fault.New(fault.Invalid, "project-hours", "hours", now.HoursAWeek, "most", mostHours)
	}
	for _, of := range []struct {
		kind     journal.Kind
		ids, old []journal.ID
		field    string
		code     string
	}{{model.KindPerson, now.Leaders, was.Leaders, "project-leaders", "person-unknown"}, {partner.KindPartner, now.Partners, was.Partners, "project-partners", "partner-unknown"}} {
		if err := known(d, of.kind, of.ids, of.old, of.field, of.code); err != nil {
			return err
		}
	}
	if !journal.SameIDs(now.Nodes, was.Nodes) {
		return learning.KnownNodes(d, now.Nodes)
	}
	return nil
}

// known refuses somebody or something twice, and what there is not.
func known(d *model.Doing, kind journal.Kind, ids, old []journal.ID, field, code string) error {
	if len(ids) > mostListed {
		return fault.New(fault.Invalid, "project-many", "field", field, "most", mostListed)
	}
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			return fault.New(fault.Invalid, "project-twice", "field", field)
		}
		if slices.Contains(old, id) {
			continue
		}
		rec, err := d.Record(kind, id)
		if err != nil {
			return err
		}
		if rec == nil || rec.Archived() || rec.Erased {
			return fault.New(fault.NotFound, code, "name", id.String())
		}
	}
	return nil
}

// onlyGuest tells whether somebody takes part as a guest and is nothing else here.
func onlyGuest(p *model.Person) bool {
	return !p.Has(model.RoleDesk, model.RoleStudent, model.RoleTeacher, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin)
}
