package loop

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/visits"
)

// visited lets the evidence of a visit follow what was said of it: each student who went has it once, whoever wrote it down and where.
// before are those of whom it was said until then: who turned out not to have gone has spent nothing on it.
func visited(d *model.Doing, before []journal.ID, v *visits.Visit) error {
	now := v.Went()
	students, err := studentsAmong(d, slices.Concat(now, before))
	if err != nil || len(students) == 0 {
		return err
	}
	rec, err := d.Record(model.KindSite, v.Site)
	if err != nil {
		return err
	}
	themes, s := model.Themes(), model.Site{}
	if rec != nil {
		s = model.SiteOf(rec)
		themes = append(themes, s.ThemeCodes()...)
	}
	for _, p := range students {
		old, group, err := evidenceOf(d, v.Key(), p)
		if err != nil {
			return err
		}
		e := visitFacts(v, p.ID)
		if _, known := themes.Get(e.Theme); !known {
			e.Theme = ""
		}
		if !slices.Contains(now, p.ID) {
			if old == nil || old.Minutes == 0 {
				continue
			}
			e = *old
			e.Minutes = 0
		}
		if old != nil && old.SameFacts(e) && slices.Equal(old.With, e.With) {
			continue
		}
		if slices.Contains(now, p.ID) {
			if e.Nodes, err = taught(d, p, e.Theme, s); err != nil {
				return err
			}
		}
		if _, err := learning.AddItem(d, p.ID, group, learning.ItemEvidence, e.Fields()); err != nil {
			return err
		}
	}
	return nil
}

// studentsAmong are those of some people who learn here and were not erased, each once.
func studentsAmong(d *model.Doing, all []journal.ID) (out []model.Person, err error) {
	for i, id := range all {
		rec, err := d.Record(model.KindPerson, id)
		if err != nil {
			return nil, err
		}
		if rec == nil || slices.Contains(all[:i], id) {
			continue
		}
		if p := model.PersonOf(rec); p.Has(model.RoleStudent) && !p.Erased {
			out = append(out, p)
		}
	}
	return out, nil
}

// visitFacts is what may be known of a visit where it becomes evidence: the same codes and numbers as of a request, no resident and
// no word.
func visitFacts(v *visits.Visit, student journal.ID) learning.Evidence {
	e := learning.Evidence{ID: learning.EvidenceID(v.Key(), student), Kind: learning.EvidenceVisit, Day: v.On, Minutes: v.Minutes, Theme: v.Theme,
		Channel: "home-visit", Role: learning.RoleAlone, Supervision: model.SupervisionAlone}
	for _, id := range v.Who {
		if id != student {
			e.With = append(e.With, id)
		}
	}
	switch len(v.Who) {
	case 2:
		e.Role, e.Supervision = learning.RolePair, model.SupervisionPair
	case 3:
		e.Role, e.Supervision = learning.RoleTrio, model.SupervisionPair
	}
	return e
}
