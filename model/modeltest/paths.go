package modeltest

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/paths"
	"leerbalie/model/retention"
)

// paths are one that is walked to its end, taken up again, and one of a resident who is going to be erased.
func (e *everything) paths(jan, ria journal.ID) {
	helper := e.session.Me().ID
	day := e.now.UTC().Truncate(24 * time.Hour)
	of := e.do(paths.Add{Path: paths.Path{Title: "Zelf inloggen", Kind: "digid", Resident: jan, Helpers: []journal.ID{helper}}, Steps: []string{"een eigen telefoon"}})
	e.do(paths.Edit{Path: paths.Path{ID: of, Title: "Zelf inloggen met DigiD", Kind: "digid", Helpers: []journal.ID{helper}}},
		paths.AddStep{ID: of, Text: "de app staat erop", Reached: day}, paths.AddStep{ID: of, Text: "per ongeluk"})
	if e.err == nil {
		var p paths.Path
		if p, e.err = paths.Read(e.ctx, e.session, of); e.err == nil {
			first, last := p.Steps[0].Stamp, p.Steps[2].Stamp
			e.do(paths.ReachStep{ID: of, Step: first, Day: day}, paths.TakeBack{ID: of, Step: first}, paths.TakeBack{ID: of, Step: last, Away: true})
		}
	}
	e.do(paths.EndPath{ID: of, Outcome: paths.OutcomeStopped, Text: "gaat verhuizen", Day: day}, paths.Resume{ID: of})
	gone := e.do(paths.Add{Path: paths.Path{Title: "Beter lezen", Kind: "language", Resident: ria}, Steps: []string{"de krant"}})
	e.do(paths.EndPath{ID: gone, Outcome: paths.OutcomeReached, Text: "leest nu zelf", Day: day})
	e.do(model.EditSite{Site: e.site(model.Codes{{Code: "cooking", Labels: model.Labels{"nl": "koken", "en": "cooking"}}})})
}

// kept are a rule of the site, and a resident who is due by it.
func (e *everything) kept() {
	e.do(retention.SetRules{Rules: retention.Rules{{Of: retention.Short, Months: 0}}})
	short := e.do(desk.AddResident{Resident: desk.Resident{Name: "Mevrouw Kort"}})
	once := e.do(desk.AddRequest{Request: desk.Request{Summary: "Hoe laat is het", Resident: short}})
	e.do(desk.CloseRequest{ID: once, Outcome: "handled-directly"}, retention.Anonymise{ID: short})
}

// site is the session's site with kinds of path of its own.
func (e *everything) site(kinds model.Codes) (s model.Site) {
	if e.err == nil {
		s, e.err = e.session.SiteByID(e.ctx, e.session.Site())
		s.PathKinds = kinds
	}
	return s
}
