package frameworks

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/change"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
)

type kind uint8

// The kinds of page.
const (
	listsPage    kind = iota // the lists there are
	treePage                 // one of them
	versionsPage             // its versions
)

// page is one of the pages that lie on each other.
type page struct {
	kind      kind
	framework journal.ID // of a tree and of versions
	version   int        // of a tree: the version it shows; 0 is the one that counts, which can be altered
	list      widget.List[rowID]
	all, rows []row // of the page, and of what was searched for
	search    dialog.Search
	texts     []string // what each row is found by, once something was searched for
}

// rowID is what the cursor stays on: a list, a node, a version.
type rowID struct {
	id      journal.ID
	version int
}

// row is one line of a page.
type row struct {
	rowID
	of     *competence.Framework
	node   int // of a tree: its place among the nodes; -1 is the list itself
	depth  int
	below  int            // how many nodes stand below it
	change *change.Change // of versions; nil for the first one
}

// push lays a page on those there are.
func (p *Frameworks) push(g *page) tea.Cmd {
	p.pages = append(p.pages, g)
	p.focus, p.scroll = false, 0
	g.list.Resize(p.rowsHeight())
	p.fill(g)
	return nil
}

// pop goes back to the page below.
func (p *Frameworks) pop() {
	p.pages = p.pages[:len(p.pages)-1]
	p.focus, p.scroll = false, 0
	p.fill(p.at())
}

// openVersions shows the versions of a list, once they were read.
func (p *Frameworks) openVersions(f *competence.Framework) tea.Cmd {
	p.push(&page{kind: versionsPage, framework: f.ID})
	p.Hold()
	return p.read()
}

// arrange fills every page anew.
func (p *Frameworks) arrange() {
	for _, g := range p.pages {
		p.fill(g)
	}
}

// fill makes the rows of a page.
func (p *Frameworks) fill(g *page) {
	g.all, g.texts = nil, nil
	p.detail = detail{}
	switch f := p.shown(g); {
	case p.lists == nil:
	case g.kind == listsPage:
		for i := range p.lists {
			if p.lists[i].Archived == p.archived {
				g.all = append(g.all, row{rowID: rowID{id: p.lists[i].ID}, of: &p.lists[i], node: -1})
			}
		}
	case g.kind == versionsPage && p.past.of == g.framework:
		for i := range p.past.versions {
			r := row{rowID: rowID{g.framework, p.past.versions[i].Version}, of: &p.past.versions[i], node: -1}
			if i+1 < len(p.past.versions) {
				r.change = &p.past.changes[i]
			}
			g.all = append(g.all, r)
		}
	case g.kind == treePage && f != nil:
		g.all = treeRows(f)
	}
	p.narrow(g)
}

// treeRows makes the rows of a tree: the list itself, and each node as deep as it stands.
func treeRows(f *competence.Framework) []row {
	out := make([]row, 1, len(f.Nodes)+1)
	out[0] = row{rowID: rowID{id: f.ID}, of: f, node: -1, below: len(f.Nodes)}
	at := make(map[journal.ID]int, len(f.Nodes))
	for i := range f.Nodes {
		n := &f.Nodes[i]
		r := row{rowID: rowID{id: n.ID}, of: f, node: i, depth: 1}
		if up, ok := at[n.Parent]; ok {
			r.depth = out[up].depth + 1
		}
		at[n.ID] = len(out)
		out = append(out, r)
	}
	for i := len(out) - 1; i > 0; i-- { // children stand after their parents
		if up, ok := at[f.Nodes[out[i].node].Parent]; ok {
			out[up].below += out[i].below + 1
		}
	}
	return out
}

// narrow takes the rows of a page that fit what was searched for.
func (p *Frameworks) narrow(g *page) {
	g.rows = g.all
	if terms := plain.TermsOf(g.search.Text()); len(terms) > 0 {
		if g.texts == nil {
			g.texts = make([]string, len(g.all))
			for i := range g.all {
				g.texts[i] = plain.Searched(p.namesOf(&g.all[i]))
			}
		}
		g.rows = nil
		for i := range g.all {
			if terms.In(g.texts[i]) {
				g.rows = append(g.rows, g.all[i])
			}
		}
	}
	ids := make([]rowID, len(g.rows))
	for i := range g.rows {
		ids[i] = g.rows[i].rowID
	}
	g.list.Load(ids, false, false)
}

// namesOf is what a row is found by.
func (p *Frameworks) namesOf(r *row) string {
	if r.node < 0 {
		f := r.of
		return strings.Join(append(f.Titles.All(), f.Title, f.Label, f.Key, p.who(f)), " ")
	}
	n := &r.of.Nodes[r.node]
	return strings.Join(slices.Concat(p.themes(n.Themes), n.Titles.All(), []string{n.Code, n.Title, n.Term, n.Key}), " ")
}

// who is who made a version, "" where nobody is known.
func (p *Frameworks) who(f *competence.Framework) string { return p.past.names[f.By] }

// themes are themes by the names that the site gave them.
func (p *Frameworks) themes(codes []string) []string {
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = p.Env.Words.Label(p.Env.Site.Theme(c))
	}
	return out
}

// judgedBy are the groups that are assessed on a list.
func (p *Frameworks) judgedBy(id journal.ID) (out []model.Group) {
	for _, g := range p.groups {
		if len(g.Frameworks) > 0 && g.Frameworks[0] == id {
			out = append(out, g)
		}
	}
	return out
}

func names(groups []model.Group) string {
	out := make([]string, len(groups))
	for i, g := range groups {
		out[i] = g.Name
	}
	return strings.Join(out, ", ")
}
