package model

import (
	"slices"
	"strings"
)

// The fields that learning adds to a site and to a group. Numbers are on disk and never reused.
const (
	SiteOffersOff Field = 20
	SiteTeaches   Field = 21

	GroupFrameworks Field = 20
)

// Teaches is a line of a site's own table: what work on a theme trains.
type Teaches struct {
	Theme string
	Nodes []ID
}

func teachesValue(ts []Teaches) Value {
	lines := make([]Value, len(ts))
	for i, t := range ts {
		line := t.Theme
		for _, n := range t.Nodes {
			line += "\t" + n.String()
		}
		lines[i] = Bytes(line) // no text: ids can look like other numbers
	}
	return List(lines...)
}

func teachesOf(v Value) (out []Teaches) {
	for _, line := range v.List() {
		parts := strings.Split(line.Raw(), "\t")
		t := Teaches{Theme: parts[0]}
		for _, p := range parts[1:] {
			if id, err := ParseID(p); err == nil {
				t.Nodes = append(t.Nodes, id)
			}
		}
		out = append(out, t)
	}
	return out
}

// Taught are the nodes of a framework that work on a theme trains: what the site's own table says, and then own is true, or
// else the nodes that name the theme.
func (s Site) Taught(f *Framework, theme string) (nodes []ID, own bool) {
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
	Site    ID
	Off     bool
	Teaches []Teaches
}

// Name is the code of the words for this action.
func (SetOffers) Name() string { return "act-set-offers" }

// Do writes what differs. Nodes that the table named already may have left their framework since. Errors: NotFound; Refused
// by the clearance.
func (a SetOffers) Do(d *Doing) error {
	rec, err := d.Record(KindSite, a.Site)
	if err != nil {
		return err
	}
	if rec == nil {
		return Fail(NotFound, "site-unknown", "name", a.Site.String())
	}
	known := map[ID]bool{}
	for _, t := range SiteOf(rec).Teaches {
		for _, n := range t.Nodes {
			known[n] = true
		}
	}
	for _, t := range a.Teaches {
		if err := d.nodes(slices.DeleteFunc(slices.Clone(t.Nodes), func(n ID) bool { return known[n] })); err != nil {
			return err
		}
	}
	d.about(a.Site, "")
	return d.Set(KindSite, a.Site, rec.Part, Fields{SiteOffersOff.Is(Bool(a.Off)), SiteTeaches.Is(teachesValue(a.Teaches))})
}

// SetGroupFrameworks chooses what the students of a group are assessed on; none leaves it to their level.
type SetGroupFrameworks struct {
	Group      ID
	Frameworks []ID
}

// Name is the code of the words for this action.
func (SetGroupFrameworks) Name() string { return "act-group-frameworks" }

// Do writes the choice. Errors: NotFound; Refused by the clearance.
func (a SetGroupFrameworks) Do(d *Doing) error {
	rec, err := d.Record(KindGroup, a.Group)
	if err != nil {
		return err
	}
	if rec == nil {
		return Fail(NotFound, "group-unknown", "name", a.Group.String())
	}
	for _, id := range a.Frameworks {
		if _, err := frameworkByID(d, id); err != nil {
			return err
		}
	}
	d.about(a.Group, "")
	return d.Set(KindGroup, a.Group, rec.Part, Fields{GroupFrameworks.Is(Refs(a.Frameworks))})
}
