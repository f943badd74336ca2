package loop

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// EvidenceFromRequest copies the facts of a request to the dossiers of the students who handled it. Closing a request does
// so by itself; this is the key that does it before, or again.
type EvidenceFromRequest struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (EvidenceFromRequest) Name() string { return "act-evidence-request" }

// Do copies the facts. Errors: NotFound; Refused for whom the desk is closed; Conflict when no student handled it.
func (a EvidenceFromRequest) Do(d *model.Doing) error {
	r, err := desk.RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	if err := d.Allowed(desk.KindRequest, r.Site); err != nil {
		return err
	}
	n, err := copyFacts(d, r)
	if err == nil && n == 0 {
		return fault.New(fault.Conflict, "no-student-handled", "number", r.Number)
	}
	return err
}

// FollowHandled copies the facts of a request that has just been closed. One that nobody handled here, as in an import, is
// not even read again.
func FollowHandled(d *model.Doing, event any) error {
	closed, ok := event.(desk.Closed)
	if !ok {
		return nil
	}
	r := closed.Request
	somebody := closed.Logged || len(r.Claims) > 0 || slices.ContainsFunc(r.Times, func(t desk.TimeEntry) bool { return !t.Person.IsZero() })
	if !somebody {
		return nil
	}
	now, err := desk.RequestFor(d, journal.ID{}, r.ID)
	if err == nil {
		_, err = copyFacts(d, now)
	}
	return err
}

// studentsWhoHandled are the students among those who handled a request, with all who did.
func studentsWhoHandled(d *model.Doing, r *desk.Request) (students []model.Person, all []journal.ID, err error) {
	all = slices.Clone(r.Holder())
	for _, t := range r.Times {
		if !t.Person.IsZero() && !slices.Contains(all, t.Person) {
			all = append(all, t.Person)
		}
	}
	for _, id := range all {
		rec, err := d.Record(model.KindPerson, id)
		if err != nil {
			return nil, nil, err
		}
		if rec != nil {
			if p := model.PersonOf(rec); p.Has(model.RoleStudent) && !p.Erased {
				students = append(students, p)
			}
		}
	}
	return students, all, nil
}

// copyFacts writes what a request shows of each student's work, and counts the students.
func copyFacts(d *model.Doing, r *desk.Request) (int, error) {
	students, all, err := studentsWhoHandled(d, r)
	if err != nil || len(students) == 0 {
		return 0, err
	}
	site, err := d.Record(model.KindSite, r.Site)
	if err != nil {
		return 0, err
	}
	themes, s := model.Themes(), model.Site{}
	if site != nil {
		s = model.SiteOf(site)
		themes = append(themes, s.ThemeCodes()...)
	}
	for _, p := range students {
		e := factsOf(r, p.ID, all, s.Location(), d.Now())
		if _, known := themes.Get(e.Theme); !known {
			e.Theme = "" // what came from elsewhere as it was written may hold anything
		}
		group := learning.HomeGroup(p)
		x, err := learning.DossierIn(d, p.ID, group)
		if err != nil {
			return 0, err
		}
		if x != nil {
			if old := x.Find(e.ID); old != nil && old.SameFacts(e) {
				continue
			}
		}
		if e.Nodes, err = taught(d, p, e.Theme, s); err != nil {
			return 0, err
		}
		if _, err := learning.AddItem(d, p.ID, group, learning.ItemEvidence, e.Fields()); err != nil {
			return 0, err
		}
	}
	return len(students), nil
}

// factsOf is what may be known of a request where it becomes evidence: date, minutes, theme, channel, role in the pair,
// supervision and result, all of them codes and numbers.
func factsOf(r *desk.Request, student journal.ID, all []journal.ID, zone *time.Location, now time.Time) learning.Evidence {
	e := learning.Evidence{ID: learning.EvidenceID(r.ID, student), Kind: learning.EvidenceRequest, Day: now, Supervision: r.Supervision, Theme: r.Theme, Role: learning.RoleAlone}
	if _, ok := model.Channels().Get(r.Channel); ok {
		e.Channel = r.Channel
	}
	if r.Closed != nil {
		e.Day = r.Closed.At
		if _, ok := model.Outcomes().Get(r.Closed.Outcome); ok {
			e.Result = r.Closed.Outcome
		}
	}
	e.Day = model.DayOf(e.Day, zone)
	for _, t := range r.Times {
		if t.Person == student {
			e.Minutes += t.Minutes
		}
	}
	for _, id := range all {
		if id != student {
			e.With = append(e.With, id)
		}
	}
	if slices.Contains(r.Holder(), student) {
		switch len(r.Holder()) {
		case 2:
			e.Role = learning.RolePair
		case 3:
			e.Role = learning.RoleTrio
		}
	}
	return e
}

// taught are the nodes that work on a theme is evidence of to begin with, of what the student is assessed on.
func taught(tx model.Tx, student model.Person, theme string, s model.Site) ([]journal.ID, error) {
	id, err := learning.ChosenFrameworkIn(tx, student)
	if err != nil {
		return nil, err
	}
	f, err := learning.FrameworkIn(tx, id)
	if err != nil {
		if fault.KindOf(err) == fault.NotFound {
			err = nil
		}
		return nil, err
	}
	nodes, _ := Taught(s, f, theme)
	return nodes, nil
}
