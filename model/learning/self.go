package learning

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// ShowSelf says for a site whether what students think of their own work is seen before the school has judged it. It is not unless a site
// says so: who reads it first judges by it.
type ShowSelf struct {
	Site  journal.ID
	Shown bool
}

// Name is the code of the words for this action.
func (ShowSelf) Name() string { return "act-show-self" }

// Do writes it. Errors: NotFound; Refused by the clearance.
func (a ShowSelf) Do(d *model.Doing) error {
	rec, err := d.Record(model.KindSite, a.Site)
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, "site-unknown", "name", a.Site.String())
	}
	d.About(a.Site, "")
	return d.Set(model.KindSite, a.Site, rec.Part, journal.Fields{model.SiteSelfShown.Is(journal.Bool(a.Shown))})
}

// selfRules tells of sites whether students' own judgements show before the school's; each is read once.
type selfRules map[journal.ID]bool

func (r selfRules) of(tx model.Tx, site journal.ID) (shown bool, err error) {
	shown, known := r[site]
	if !known {
		rec, err := tx.Record(model.KindSite, site)
		if err != nil {
			return false, err
		}
		shown = rec != nil && rec.Get(model.SiteSelfShown).Bool()
		r[site] = shown
	}
	return shown, nil
}

// hideSelf takes the student's own judgement of a piece out of what somebody else sees, until the school has judged it; from who judges as
// well until that person has. What a decision was taken on is no longer hidden.
func (d *Dossier) hideSelf(e *Evidence, judges bool) {
	told := !judges || e.Mine || e.Looked
	told = told && slices.ContainsFunc(e.Assessments, func(a Assessment) bool { return a.As == AssessorSchool })
	hidden := func(a Assessment) bool {
		return a.As == AssessorSelf && !told && !slices.ContainsFunc(d.Decisions, func(x Decision) bool { return a.Stamp.Compare(x.Stamp) < 0 })
	}
	if slices.ContainsFunc(e.Assessments, hidden) {
		e.SelfHidden = true
		e.Assessments = slices.DeleteFunc(slices.Clone(e.Assessments), hidden)
	}
}
