package loop

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// Taught are the nodes of a framework that work on a theme trains: what the site's own table says, and then own is true, or
// else the nodes that name the theme.
func Taught(s model.Site, f *competence.Framework, theme string) (nodes []journal.ID, own bool) {
	for _, t := range s.Teaches {
		for _, n := range t.Nodes {
			if _, here := f.Node(n); here && t.Theme == theme && !slices.Contains(nodes, n) {
				nodes = append(nodes, n)
			}
		}
	}
	if len(nodes) > 0 || theme == "" {
		return nodes, len(nodes) > 0
	}
	for _, n := range f.Nodes {
		if slices.Contains(n.Themes, theme) {
			nodes = append(nodes, n.ID)
		}
	}
	return nodes, false
}

// SetOffers switches the offers of waiting requests on or off at a site, and keeps the site's own table of what teaches what.
type SetOffers struct {
	Site    journal.ID
	Off     bool
	Teaches []model.Teaches
}

// Name is the code of the words for this action.
func (SetOffers) Name() string { return "act-set-offers" }

// Do writes what differs. Nodes that the table named already may have left their framework since. Errors: NotFound; Refused
// by the clearance.
func (a SetOffers) Do(d *model.Doing) error {
	rec, err := d.Record(model.KindSite, a.Site)
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, "site-unknown", "name", a.Site.String())
	}
	known := map[journal.ID]bool{}
	for _, t := range model.SiteOf(rec).Teaches {
		d.Stands(t.Theme)
		for _, n := range t.Nodes {
			known[n] = true
		}
	}
	for _, t := range a.Teaches {
		if err := d.CheckNew(t.Theme, plain.InWords); err != nil {
			return err
		}
		if err := learning.KnownNodes(d, slices.DeleteFunc(slices.Clone(t.Nodes), func(n journal.ID) bool { return known[n] })); err != nil {
			return err
		}
	}
	d.About(a.Site, "")
	return d.Set(model.KindSite, a.Site, rec.Part, journal.Fields{model.SiteOffersOff.Is(journal.Bool(a.Off)), model.SiteTeaches.Is(model.TeachesValue(a.Teaches))})
}
