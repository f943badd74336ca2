// Package change tells what makes one version of a list of competences another than the one before it.
package change

import (
	"slices"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// Change is what makes one version another than the one before it.
type Change struct {
	Added   []journal.ID // of the later version; the others are in both
	Removed []journal.ID // of the earlier version
	Renamed []journal.ID // another title in any language, or another code
	Moved   []journal.ID // below another node
	Altered []journal.ID // something else: text, term, themes, scale
	Order   bool         // siblings stand in another order
	Scales  bool
	Head    bool // title, description, language, name of the version
}

// None tells whether nothing is different.
func (c Change) None() bool {
	return len(c.Added)+len(c.Removed)+len(c.Renamed)+len(c.Moved)+len(c.Altered) == 0 && !c.Order && !c.Scales && !c.Head
}

// Between tells what a later version changed. A node is in one of the lists only, the first that fits.
func Between(old, now *competence.Framework) (c Change) {
	was := make(map[journal.ID]*competence.Node, len(old.Nodes))
	for i := range old.Nodes {
		was[old.Nodes[i].ID] = &old.Nodes[i]
	}
	stays := make(map[journal.ID]bool, len(now.Nodes))
	last := map[journal.ID]int{} // of each parent, where in the old version its last child stood that was met
	place := make(map[journal.ID]int, len(old.Nodes))
	for i := range old.Nodes {
		place[old.Nodes[i].ID] = i
	}
	for i := range now.Nodes {
		n := &now.Nodes[i]
		o := was[n.ID]
		if o == nil {
			c.Added = append(c.Added, n.ID)
			continue
		}
		stays[n.ID] = true
		switch {
		case n.Title != o.Title || !n.Titles.Equal(o.Titles) || n.Code != o.Code:
			c.Renamed = append(c.Renamed, n.ID)
		case n.Parent != o.Parent:
			c.Moved = append(c.Moved, n.ID)
		case n.Text != o.Text || n.Term != o.Term || n.Scale != o.Scale || !slices.Equal(n.Means, o.Means) || !slices.Equal(n.Themes, o.Themes):
			c.Altered = append(c.Altered, n.ID)
		}
		if n.Parent == o.Parent {
			at := place[n.ID] + 1
			c.Order = c.Order || at < last[n.Parent]
			last[n.Parent] = at
		}
	}
	for i := range old.Nodes {
		if id := old.Nodes[i].ID; !stays[id] {
			c.Removed = append(c.Removed, id)
		}
	}
	c.Scales = !slices.EqualFunc(old.Scales, now.Scales, competence.Scale.Same)
	c.Head = old.Title != now.Title || !old.Titles.Equal(now.Titles) || old.Text != now.Text || old.Language != now.Language ||
		old.Label != now.Label || old.Unofficial != now.Unofficial
	return c
}
