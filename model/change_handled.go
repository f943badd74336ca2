package model

import (
	"slices"
	"time"
)

// EvidenceFromRequest copies the facts of a request to the dossiers of the students who handled it. Closing a request does
// so by itself; this is the key that does it before, or again.
type EvidenceFromRequest struct {
	ID ID
}

// Name is the code of the words for this action.
func (EvidenceFromRequest) Name() string { return "act-evidence-request" }

// Do copies the facts. Errors: NotFound; Refused for whom the desk is closed; Conflict when no student handled it.
func (a EvidenceFromRequest) Do(d *Doing) error {
	r, err := d.Request(ID{}, a.ID)
	if err != nil {
		return err
	}
	if err := d.allowed(KindRequest, r.Site); err != nil {
		return err
	}
	n, err := d.copyFacts(r)
	if err == nil && n == 0 {
		return Fail(Conflict, "no-student-handled", "number", r.Number)
	}
	return err
}

// followHandled copies the facts of a request that has just been closed. One that nobody handled here, as in an import, is
// not even read again.
func followHandled(d *Doing, event any) error {
	closed, ok := event.(Closed)
	if !ok {
		return nil
	}
	r := closed.Request
	somebody := closed.Logged || len(r.Claims) > 0 || slices.ContainsFunc(r.Times, func(t TimeEntry) bool { return !t.Person.IsZero() })
	if !somebody {
		return nil
	}
	now, err := d.Request(ID{}, r.ID)
	if err == nil {
		_, err = d.copyFacts(now)
	}
	return err
}

// learners are the students among those who handled a request, with all who did.
func (d *Doing) learners(r *Request) (students []Person, all []ID, err error) {
	all = slices.Clone(r.Holder())
	for _, t := range r.Times {
		if !t.Person.IsZero() && !slices.Contains(all, t.Person) {
			all = append(all, t.Person)
		}
	}
	for _, id := range all {
		rec, err := d.Record(KindPerson, id)
		if err != nil {
			return nil, nil, err
		}
		if rec != nil {
			if p := PersonOf(rec); p.Has(RoleStudent) {
				students = append(students, p)
			}
		}
	}
	return students, all, nil
}

// copyFacts writes what a request shows of each student's work, and counts the students.
func (d *Doing) copyFacts(r *Request) (int, error) {
	students, all, err := d.learners(r)
	if err != nil || len(students) == 0 {
		return 0, err
	}
	site, err := d.Record(KindSite, r.Site)
	if err != nil {
		return 0, err
	}
	themes, s := Themes(), Site{}
	if site != nil {
		s = SiteOf(site)
		themes = append(themes, s.ThemeCodes()...)
	}
	for _, p := range students {
		e := factsOf(r, p.ID, all, d.Now())
		if _, known := themes.Get(e.Theme); !known {
			e.Theme = "" // what came from elsewhere as it was written may hold anything
		}
		group := homeGroup(p)
		x, err := dossierIn(d, p.ID, group)
		if err != nil {
			return 0, err
		}
		if x != nil {
			if old := x.find(e.ID); old != nil && old.sameFacts(e) {
				continue
			}
		}
		if e.Nodes, err = taught(d, p, e.Theme, s); err != nil {
			return 0, err
		}
		if _, err := d.put(p.ID, group, ItemEvidence, e.fields()); err != nil {
			return 0, err
		}
	}
	return len(students), nil
}

// factsOf is what may be known of a request where it becomes evidence: date, minutes, theme, channel, role in the pair,
// supervision and result, all of them codes and numbers.
func factsOf(r *Request, student ID, all []ID, now time.Time) Evidence {
	e := Evidence{ID: EvidenceOf(r.ID, student), Kind: EvidenceRequest, Day: now, Supervision: r.Supervision, Theme: r.Theme, Role: RoleAlone}
	if _, ok := Channels().Get(r.Channel); ok {
		e.Channel = r.Channel
	}
	if r.Closed != nil {
		e.Day = r.Closed.At
		if _, ok := Outcomes().Get(r.Closed.Outcome); ok {
			e.Result = r.Closed.Outcome
		}
	}
	e.Day = dayOf(days(e.Day))
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
			e.Role = RolePair
		case 3:
			e.Role = RoleTrio
		}
	}
	return e
}

// taught are the nodes that work on a theme is evidence of to begin with, of what the student is assessed on.
func taught(tx Tx, student Person, theme string, s Site) ([]ID, error) {
	id, err := frameworkOf(tx, student)
	if err != nil {
		return nil, err
	}
	f, err := frameworkByID(tx, id)
	if err != nil {
		if KindOf(err) == NotFound {
			err = nil
		}
		return nil, err
	}
	nodes, _ := s.Taught(f, theme)
	return nodes, nil
}
