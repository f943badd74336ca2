package loop

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/visits"
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
	if err := desk.CheckStands(d, r); err != nil {
		return err
	}
	n, err := copyFacts(d, r)
	if err == nil && n == 0 {
		return fault.New(fault.Conflict, "no-student-handled", "number", r.Number)
	}
	return err
}

// FollowHandled copies the facts of a request that has just been closed, and once more where other requests than before count with one
// that is; and those of a visit that was done. One that nobody handled here, as in an import, is not even read again. What is evidence is not taken away.
func FollowHandled(d *model.Doing, event any) error {
	switch e := event.(type) {
	case desk.Closed:
		r := e.Request
		if !e.Logged && len(r.Claims) == 0 && !slices.ContainsFunc(r.Times, func(t desk.TimeEntry) bool { return !t.Person.IsZero() }) {
			return nil
		}
		now, err := desk.RequestFor(d, journal.ID{}, r.ID)
		if err == nil {
			_, err = copyFacts(d, now)
		}
		return err
	case desk.Regrouped:
		return regrouped(d, e)
	case desk.Removing:
		return keepEvidence(d, e)
	case visits.Done:
		return visited(d, e.Was.Went(), &e.Now)
	case visits.Undone:
		return visited(d, e.Was.Went(), &e.Now)
	}
	return nil
}

// regrouped lets the evidence of a closed request follow what counts with it now. Who worked only on what was parted from it has spent
// nothing on it any more.
func regrouped(d *model.Doing, e desk.Regrouped) error {
	now, err := desk.RequestFor(d, journal.ID{}, e.ID)
	if err != nil || now.Closed == nil || now.Merged != nil {
		return err
	}
	if _, err := copyFacts(d, now); err != nil {
		return err
	}
	_, still, err := studentsWhoHandled(d, now)
	if err != nil {
		return err
	}
	for _, o := range e.Parted {
		students, _, err := studentsWhoHandled(d, o)
		if err != nil {
			return err
		}
		for _, p := range students {
			if slices.Contains(still, p.ID) {
				continue
			}
			old, group, err := evidenceOf(d, now.ID, p)
			if err != nil {
				return err
			}
			if old == nil || old.Minutes == 0 {
				continue
			}
			facts := *old
			facts.Minutes = 0
			if _, err := learning.AddItem(d, p.ID, group, learning.ItemEvidence, facts.Fields()); err != nil {
				return err
			}
		}
	}
	return nil
}

// evidenceOf is what a request shows of a student's work, nil for nothing.
func evidenceOf(d *model.Doing, request journal.ID, p model.Person) (*learning.Evidence, journal.ID, error) {
	group := learning.HomeGroup(p)
	x, err := learning.DossierIn(d, p.ID, group)
	if err != nil || x == nil {
		return nil, group, err
	}
	return x.Find(learning.EvidenceID(request, p.ID)), group, nil
}

// keepEvidence keeps a request that is somebody's evidence from being taken away.
func keepEvidence(d *model.Doing, e desk.Removing) error {
	for _, id := range e.Worked {
		rec, err := d.Record(model.KindPerson, id)
		if err != nil {
			return err
		}
		if rec == nil {
			continue
		}
		p := model.PersonOf(rec)
		if !p.Has(model.RoleStudent) || p.Erased {
			continue
		}
		old, _, err := evidenceOf(d, e.Request.ID, p)
		if err != nil {
			return err
		}
		if old != nil {
			return fault.New(fault.Conflict, "remove-evidence", "number", e.Request.Number, "name", p.Name)
		}
	}
	return nil
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
		mine := *r
		if mine.Times, err = notEvidenceYet(d, r, p); err != nil {
			return 0, err
		}
		e := factsOf(&mine, p.ID, all, s.Location(), d.Now())
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

// notEvidenceYet are the minutes on a request without those on others that were merged into it where these are evidence by themselves.
func notEvidenceYet(d *model.Doing, r *desk.Request, p model.Person) ([]desk.TimeEntry, error) {
	var had []journal.ID
	for _, o := range r.Joined {
		old, _, err := evidenceOf(d, o.ID, p)
		if err != nil {
			return nil, err
		}
		if old != nil {
			had = append(had, o.ID)
		}
	}
	if len(had) == 0 {
		return r.Times, nil
	}
	return slices.DeleteFunc(slices.Clone(r.Times), func(t desk.TimeEntry) bool { return slices.Contains(had, t.Of) }), nil
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
	e.Day = days.Of(e.Day, zone)
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
		e.Offered = r.Claims[0].Offered
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
	f, err := competence.FrameworkIn(tx, id)
	if err != nil {
		if fault.KindOf(err) == fault.NotFound {
			err = nil
		}
		return nil, err
	}
	nodes, _ := Taught(s, f, theme)
	return nodes, nil
}
