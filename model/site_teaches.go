package model

import (
	"strings"

	"leerbalie/model/journal"
)

// The fields that choosing buddies and learning add to a site and to a group. Numbers are on disk and never reused.
const (
	SiteWeights journal.Field = 18
	SiteLimits  journal.Field = 19

	SiteOffersOff journal.Field = 20
	SiteTeaches   journal.Field = 21
	SiteSelfShown journal.Field = 27 // see Site.SelfShown

	GroupFrameworks journal.Field = 20
)

// Teaches is a line of a site's own table: what work on a theme trains.
type Teaches struct {
	Theme string
	Nodes []journal.ID
}

// TeachesValue is a site's own table as it is kept.
func TeachesValue(ts []Teaches) journal.Value {
	lines := make([]journal.Value, len(ts))
	for i, t := range ts {
		line := t.Theme
		for _, n := range t.Nodes {
			line += "\t" + n.String()
		}
		lines[i] = journal.Bytes(line) // no text: ids can look like other numbers
	}
	return journal.List(lines...)
}

func teachesOf(v journal.Value) (out []Teaches) {
	for _, line := range v.List() {
		parts := strings.Split(line.Raw(), "\t")
		t := Teaches{Theme: parts[0]}
		for _, p := range parts[1:] {
			if id, err := journal.ParseID(p); err == nil {
				t.Nodes = append(t.Nodes, id)
			}
		}
		out = append(out, t)
	}
	return out
}
