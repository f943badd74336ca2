package frameworks

import (
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/say"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// mostLines bounds how many lines of one text are shown: more is for the file that it came from.
const mostLines = 3000

// mostTitle bounds how many lines of a title are shown.
const mostTitle = 12

// detail is what there is to know of what the cursor is on, kept for as long as that and the width stay: a text can be long.
type detail struct {
	at    rowID
	kind  kind
	width int
	lines []string  // drawn
	said  say.Lines // said, for which the width does not matter
}

// details collects what there is to know of something: lines to draw, or words to say.
type details struct {
	p     *Frameworks
	width int
	lines []string
	said  *say.Lines // where the words go when nothing is drawn; nil: lines are
}

// speaks adds words where they are said; ok is false where lines are drawn.
func (g *details) speaks(text string) (ok bool) {
	if g.said != nil {
		g.said.Aside(text)
	}
	return g.said != nil
}

func (g *details) head(text string) {
	if g.speaks(text) {
		return
	}
	if len(g.lines) > 0 {
		g.lines = append(g.lines, "")
	}
	for _, line := range cell.Wrap(text, g.width, mostTitle) {
		g.lines = append(g.lines, g.p.Env.Theme.Strong.On(line))
	}
}

// say adds a text; its own lines stay lines.
func (g *details) say(text string) {
	if g.said != nil {
		g.said.Aside(strings.Split(text, "\n")...)
		return
	}
	g.lines = append(g.lines, cell.Wrap(text, g.width, mostLines)...)
}

// line adds a text of one line.
func (g *details) line(text string) {
	if !g.speaks(text) {
		g.lines = append(g.lines, cell.Short(theme.Dot+" "+text, g.width))
	}
}

// warning adds a text of one line that somebody has to see.
func (g *details) warning(text string) {
	if !g.speaks(text) {
		g.lines = append(g.lines, g.p.Env.Theme.Today.On(cell.Cut(theme.TodaySign+" "+text, g.width)))
	}
}

// labelWidth is the room for the name of a fact.
const labelWidth = 14

func (g *details) fact(word, value string) { g.named(g.p.Env.Words.Say(word), value) }

// named shows a fact under a name that is data itself.
func (g *details) named(name, value string) {
	if value == "" || g.speaks(say.Pair(name, value)) {
		return
	}
	label := g.p.Env.Theme.Faint.On(cell.Fit(name, labelWidth-1)) + " "
	for _, line := range cell.Wrap(value, max(g.width-labelWidth, 10), 8) {
		g.lines = append(g.lines, label+line)
		label = cell.Space(labelWidth)
	}
}

// prose shows a longer text, which may be HTML.
func (g *details) prose(text string) {
	if text = cell.Prose(text); strings.TrimSpace(text) == "" {
		return
	}
	if len(g.lines) > 0 {
		g.lines = append(g.lines, "")
	}
	g.say(text)
}

// about tells of a row.
func (g *details) about(r *row) {
	switch {
	case g.p.at().kind == versionsPage:
		g.version(r)
	case r.node < 0:
		g.list(r.of)
	default:
		g.node(r)
	}
}

// detailOf is what is kept of a row, empty where nothing is.
func (p *Frameworks) detailOf(r *row) *detail {
	if d := &p.detail; d.at != r.rowID || d.kind != p.at().kind {
		*d = detail{at: r.rowID, kind: p.at().kind}
	}
	return &p.detail
}

// details draws what the cursor is on.
func (p *Frameworks) details(width, height int) []string {
	r, ok := p.current()
	if !ok {
		return nil
	}
	d := p.detailOf(r)
	if d.lines == nil || d.width != width {
		g := &details{p: p, width: width}
		g.about(r)
		d.lines, d.width = g.lines, width
	}
	return p.Env.Window(d.lines, &p.scroll, height, "")
}

// detailsSaid gives the same as words.
func (p *Frameworks) detailsSaid() say.Lines {
	r, ok := p.current()
	if !ok {
		return nil
	}
	d := p.detailOf(r)
	if d.said == nil {
		g := &details{p: p, said: &d.said}
		g.about(r)
	}
	return d.said
}

// list tells of a list as a whole.
func (g *details) list(f *competence.Framework) {
	p, w := g.p, g.p.Env.Words
	title := f.LabelIn(string(w.Lang()))
	g.head(title)
	if f.Unofficial {
		g.warning(w.Say("frames.unofficial.long"))
	}
	if f.Archived {
		g.say(w.Say("frames.archived.long"))
	}
	g.otherTitles(f.Title, f.Titles, title, f)
	g.fact("frames.col.version", strings.TrimSpace(strconv.Itoa(f.Version)+"  "+p.Env.Date(f.At)))
	g.fact("frames.field.label", f.Label)
	g.fact("frames.field.language", w.Language(f.Language))
	g.fact("frames.col.parts", strconv.Itoa(len(f.Nodes)))
	g.fact("frames.field.from", p.origin(f))
	g.fact("frames.field.groups", names(p.judgedBy(f.ID)))
	g.prose(f.Text)
	for i, s := range f.Scales {
		name := w.Say("frames.scale")
		if len(f.Scales) > 1 {
			name = w.Say("frames.scale.number", "n", i+1)
		}
		if s.Name != "" {
			name += " " + theme.Dot + " " + s.Name
		}
		g.head(name)
		g.scale(s)
	}
}

// otherTitles shows a title in the language that the person does not read it in.
func (g *details) otherTitles(own string, titles model.Labels, shown string, f *competence.Framework) {
	w := g.p.Env.Words
	for _, tag := range titles.Tags() {
		if titles[tag] != shown {
			g.named(w.Say("language.in", "language", w.Language(tag)), titles[tag])
		}
	}
	if own != shown {
		g.named(w.Language(f.TitleLanguage()), own)
	}
}

// origin tells where a list comes from.
func (p *Frameworks) origin(f *competence.Framework) string {
	w := p.Env.Words
	said := w.Say("frames.from.here")
	switch {
	case f.Builtin:
		return w.Say("frames.from.builtin")
	case has(f.Extra, "moodle."):
		said = w.Say("frames.from.file", "format", "Moodle")
	case has(f.Extra, "case."):
		said = w.Say("frames.from.file", "format", "CASE")
	}
	if f.Key != "" && f.Key != f.ID.String() {
		said += " (" + f.Key + ")"
	}
	return said
}

func has(extras []competence.Extra, format string) bool {
	for _, e := range extras {
		if strings.HasPrefix(e.Name, format) {
			return true
		}
	}
	return false
}

// scale lists the levels, and marks those that are enough.
func (g *details) scale(s competence.Scale) {
	w, th := g.p.Env.Words, g.p.Env.Theme
	letters := s.Letters(string(w.Lang()))
	for i, l := range s.Levels {
		if g.said != nil {
			enough := ""
			if s.Enough(i) {
				enough = w.Say("frames.enough")
			}
			g.speaks(say.Join(say.Pair(letters[i], l.LabelIn(string(w.Lang()))), w.Number(l.Value, -1), enough))
			continue
		}
		mark := ""
		if s.Enough(i) {
			mark = th.Good.On(theme.DoneSign + " " + w.Say("frames.enough"))
		}
		left := th.Strong.On(letters[i]) + "  " + cell.Short(l.LabelIn(string(w.Lang())), max(g.width-24, 8)) + "  " + th.Faint.On(w.Number(l.Value, -1))
		g.lines = append(g.lines, cell.Ends(left, mark, g.width))
	}
	if s.Proficient < 0 {
		g.say(w.Say("frames.enough.unknown"))
	}
}

// node tells of one part of a list.
func (g *details) node(r *row) {
	p, w, f := g.p, g.p.Env.Words, r.of
	n := &f.Nodes[r.node]
	title := n.LabelIn(string(w.Lang()))
	head := cell.Prose(title) // some files have a whole text for a title
	if n.Code != "" && !strings.HasPrefix(title, n.Code+" ") {
		head = n.Code + "  " + head
	}
	g.head(head)
	g.otherTitles(n.Title, n.Titles, title, f)
	g.fact("frames.field.term", n.Term)
	g.fact("frames.field.under", p.path(f, n))
	if r.below > 0 {
		g.fact("frames.field.below", w.Count("frames.parts", r.below))
	}
	g.fact("frames.field.trains", strings.Join(p.themes(n.Themes), ", "))
	if n.Key != n.Code && n.Key != n.ID.String() {
		g.fact("frames.field.from", n.Key)
	}
	g.prose(n.Text)
	if s := f.ScaleOf(*n); r.below == 0 {
		name := w.Say("frames.scale")
		if s.Name != "" {
			name += " " + theme.Dot + " " + s.Name
		}
		g.head(name)
		g.scale(s)
		for i, l := range s.Levels {
			if words := n.Meaning(i); words != "" {
				g.prose(l.LabelIn(string(w.Lang())) + ": " + words)
			}
		}
	}
}

// path names what a node stands under, from the top down.
func (p *Frameworks) path(f *competence.Framework, n *competence.Node) string {
	var up []string
	for at, ok := f.Node(n.Parent); ok && len(up) < deepest; at, ok = f.Node(at.Parent) {
		up = append([]string{cell.Short(p.nameOf(&at), 60)}, up...)
	}
	return strings.Join(up, " "+theme.MoreSign+" ")
}

// mostNamed is how many parts of one kind of change are named.
const mostNamed = 200

// version names what a version changed.
func (g *details) version(r *row) {
	p, w := g.p, g.p.Env.Words
	g.head(w.Say("frames.version", "n", r.of.Version) + " " + theme.Dot + " " + r.of.LabelIn(string(w.Lang())))
	g.fact("frames.col.when", p.Env.Date(r.of.At))
	g.fact("frames.col.who", p.who(r.of))
	g.fact("frames.field.label", r.of.Label)
	g.fact("frames.field.change", strings.Join(p.changes(r), ", "))
	if r.of.Version == p.past.versions[0].Version {
		for _, e := range p.past.unknown {
			g.say(p.Env.Date(e.At) + " " + w.Say("event.unknown", "who", p.past.names[e.By]))
		}
	}
	if r.change == nil {
		return
	}
	var before *competence.Framework
	for i := range p.past.versions {
		if p.past.versions[i].Version == r.of.Version-1 {
			before = &p.past.versions[i]
		}
	}
	for _, c := range []struct {
		word string
		ids  []journal.ID
		in   *competence.Framework
	}{
		{"frames.changed.added", r.change.Added, r.of}, {"frames.changed.removed", r.change.Removed, before}, {"frames.changed.renamed", r.change.Renamed, r.of},
		{"frames.changed.moved", r.change.Moved, r.of}, {"frames.changed.altered", r.change.Altered, r.of},
	} {
		if len(c.ids) == 0 || c.in == nil {
			continue
		}
		g.head(w.Say(c.word))
		at := make(map[journal.ID]*competence.Node, len(c.in.Nodes))
		for i := range c.in.Nodes {
			at[c.in.Nodes[i].ID] = &c.in.Nodes[i]
		}
		for _, id := range c.ids[:min(len(c.ids), mostNamed)] {
			if n := at[id]; n != nil {
				g.line(p.nameOf(n))
			}
		}
	}
}
