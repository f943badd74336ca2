package frameworks

import (
	"strconv"
	"strings"

	"leerbalie/model/learning/competence"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// deepest is how far a row goes to the right at most; what stands deeper still has a sign instead.
const deepest = 8

// The widths of columns.
const (
	versionWidth = 7
	partsWidth   = 5
	whenWidth    = 16
)

// markWidth is the room for marks and groups in a row of width cells.
func markWidth(width int) int { return min(max(width*3/10, 12), 24) }

// whoWidth is the room for the name of who made a version.
func whoWidth(width int) int { return min(max(width/5, 10), 20) }

// heads name the columns of the page.
func (p *Frameworks) heads() [4]string {
	w := p.Env.Words
	switch p.at().kind {
	case listsPage:
		return [4]string{w.Say("frames.col.list"), w.Say("frames.col.version"), w.Say("frames.col.parts"), w.Say("frames.col.marks")}
	case versionsPage:
		return [4]string{w.Say("frames.col.version"), w.Say("frames.col.when"), w.Say("frames.col.who"), w.Say("frames.col.change")}
	}
	return [4]string{w.Say("frames.col.part"), w.Say("frames.col.themes")}
}

// heading draws the names of the columns.
func (p *Frameworks) heading(width int) string {
	h := p.heads()
	width -= 2
	switch p.at().kind {
	case listsPage:
		return "  " + p.columns(width, h[0], h[1], h[2], h[3])
	case versionsPage:
		return "  " + p.versionColumns(width, h[0], h[1], h[2], h[3])
	}
	return "  " + cell.Ends(h[0], h[1], width-1)
}

func (p *Frameworks) columns(width int, title, version, parts, marks string) string {
	room := markWidth(width)
	return cell.Line(cell.Fit(title, max(width-versionWidth-partsWidth-room-4, 8))+" "+cell.Right(version, versionWidth)+" "+
		cell.Right(parts, partsWidth)+"  "+cell.Fit(marks, room), width)
}

func (p *Frameworks) versionColumns(width int, version, when, who, change string) string {
	room := whoWidth(width)
	return cell.Line(cell.Right(version, versionWidth)+"  "+cell.Fit(when, whenWidth)+"  "+cell.Fit(who, room)+"  "+
		cell.Short(change, max(width-versionWidth-whenWidth-room-6, 4)), width)
}

// line draws a row of width cells.
func (p *Frameworks) line(r *row, on bool, width int) string {
	th, lang := p.Env.Theme, string(p.Env.Words.Lang())
	var text string
	paint := th.Plain
	switch g := p.at(); {
	case g.kind == listsPage:
		text = p.columns(width-2, r.of.LabelIn(lang), strconv.Itoa(r.of.Version), strconv.Itoa(len(r.of.Nodes)), p.marks(r.of))
	case g.kind == versionsPage:
		when := p.Env.Date(r.of.At)
		if r.of.At.IsZero() {
			when = theme.Dash
		}
		text = p.versionColumns(width-2, strconv.Itoa(r.of.Version), when, p.who(r.of), strings.Join(p.changes(r), " "+theme.Dot+" "))
	case r.node < 0:
		text, paint = cell.Fit(r.of.LabelIn(lang), width-2), th.Brand
	default:
		text = cell.Pad(p.nodeLine(r, width-3), width-2)
		if r.below > 0 {
			paint = th.Strong
		}
	}
	if on {
		return th.Cursor.On(theme.CursorSign + " " + text)
	}
	return "  " + paint.On(text)
}

// marks tells in a few words what is special about a list, and which groups are assessed on it.
func (p *Frameworks) marks(f *competence.Framework) string {
	w := p.Env.Words
	var out []string
	for _, m := range []struct {
		said string
		is   bool
	}{
		{w.Say("frames.archived"), f.Archived}, {w.Say("frames.unofficial"), f.Unofficial}, {names(p.judgedBy(f.ID)), true},
		{w.Say("frames.builtin"), f.Builtin},
	} {
		if m.is && m.said != "" {
			out = append(out, m.said)
		}
	}
	return strings.Join(out, " "+theme.Dot+" ")
}

func (p *Frameworks) nodeLine(r *row, width int) string {
	n := &r.of.Nodes[r.node]
	lead := cell.Space(2 * min(r.depth-1, deepest))
	if r.depth > deepest {
		lead += theme.MoreSign + " "
	}
	right := cell.Short(strings.Join(p.themes(n.Themes[:min(len(n.Themes), 8)]), ", "), max(width*3/10, 10))
	room := width
	if right != "" {
		room -= cell.Width(right) + 2
	}
	return cell.Ends(cell.Short(lead+p.nameOf(n), room), right, width)
}

// longest is how much of a title is looked at, in cells.
const longest = 400

// nameOf is a node's code and title, safe to show.
func (p *Frameworks) nameOf(n *competence.Node) string {
	title := cell.Short(n.LabelIn(string(p.Env.Words.Lang())), longest)
	if n.Code == "" || strings.HasPrefix(title, n.Code+" ") {
		return title
	}
	return cell.Short(n.Code, 40) + "  " + title
}

// changes tells in counts what a version changed.
func (p *Frameworks) changes(r *row) (out []string) {
	w := p.Env.Words
	switch {
	case r.of.At.IsZero():
		return []string{w.Say("frames.change.builtin")}
	case r.change == nil:
		return []string{w.Say("frames.change.first")}
	}
	for _, c := range []struct {
		word string
		n    int
	}{
		{"frames.change.added", len(r.change.Added)}, {"frames.change.removed", len(r.change.Removed)},
		{"frames.change.renamed", len(r.change.Renamed)}, {"frames.change.moved", len(r.change.Moved)},
		{"frames.change.altered", len(r.change.Altered)},
	} {
		if c.n > 0 {
			out = append(out, w.Count(c.word, c.n))
		}
	}
	for _, c := range []struct {
		word string
		is   bool
	}{{"frames.change.order", r.change.Order}, {"frames.change.scales", r.change.Scales}, {"frames.change.head", r.change.Head}} {
		if c.is {
			out = append(out, w.Say(c.word))
		}
	}
	if len(out) == 0 {
		out = append(out, w.Say("frames.change.none"))
	}
	return out
}
