package learning

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/learning/judging"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startAdd asks for evidence that is no handled request: an observation, a course, a project, a product. Who judges goes on
// to judge it at once.
func (l *learner) startAdd() tea.Cmd {
	c, w, p := l.c, l.c.Env.Words, &l.data
	kind := learning.EvidenceProject
	if !l.me() {
		kind = learning.EvidenceObservation
	}
	var kinds []widget.Option
	for _, k := range learning.EvidenceKinds() {
		if !k.Work() {
			kinds = append(kinds, widget.Option{ID: string(k), Label: w.Say("evidence." + string(k))})
		}
	}
	var on []journal.ID
	if n, ok := l.node(); ok && l.tab == listTab {
		on = []journal.ID{n.ID}
	}
	day := widget.TextEntry("day", w.Say("field.day"), c.Env.Day(c.Env.Now()), 1)
	file := widget.TextEntry("file", w.Say("learning.field.file"), "", 1)
	file.Hint = w.Say("learning.field.file.hint")
	d := &dialog.Sheet{Key: "add/" + l.id.String(), About: l.id, Width: 110,
		Form: widget.Form{Title: w.Say("learning.add.title", "name", p.Student.Name), Entries: []widget.Entry{
			widget.ChoiceEntry("kind", w.Say("field.kind"), string(kind), kinds),
			widget.TextEntry("title", w.Say("learning.field.title"), "", 1),
			day,
			widget.TextEntry("minutes", w.Say("field.minutes"), "", 1),
			widget.TextEntry("note", w.Say("learning.field.note"), "", 3),
			file,
		}}}
	ticks := c.nodeEntry(p.Tree, on)
	if ticks != nil {
		d.Form.Entries = append(d.Form.Entries, *ticks)
	}
	d.Form.Focus("title")
	d.Lead = []string{c.Env.Theme.Faint.On(cell.Cut(w.Say("learning.add.hint"), 104))}
	d.Changed = func(*widget.Form) tea.Cmd { return c.startPersonal() }
	send := func(cleaned bool) tea.Cmd {
		f := &d.Form
		e := learning.Evidence{Kind: learning.EvidenceKind(f.Text("kind")), Title: f.Text("title"), Note: f.Text("note"), File: f.Text("file"), Nodes: on}
		if ticks != nil {
			e.Nodes = chosen(f, p.Tree, on)
		}
		var ok bool
		if e.Day, ok = text.ReadDay(f.Text("day")); !ok && f.Text("day") != "" {
			f.Blame("day", w.Say("learning.fault.day"))
			return nil
		}
		if e.Minutes, ok = minutesIn(f.Text("minutes")); !ok {
			f.Blame("minutes", w.Say("learning.fault.minutes"))
			return nil
		}
		return c.Do(func(r model.Receipt) tea.Cmd {
			if len(r.Created) == 0 {
				return nil
			}
			id := r.Created[len(r.Created)-1]
			l.pieces.GoTo(id)
			if part := c.part(learning.Piece{MayJudgeAs: p.MayJudgeAs}); part == learning.AssessorSelf || part == "" || len(e.Nodes) == 0 {
				l.turn(evidenceTab)
				return nil
			}
			return c.step(judging.Walk{List: []learning.Awaiting{{Student: p.Student, Evidence: learning.Evidence{ID: id}, As: p.MayJudgeAs[0]}}})
		}, learning.AddEvidence{Student: l.id, Evidence: e, Cleaned: cleaned})
	}
	d.Submit = func(*widget.Form) tea.Cmd { return send(false) }
	d.Refuse = c.unlessClean(d, send)
	return c.Fill(d)
}

// minutesIn reads minutes, or hours with minutes: 90 or 1:30; "" is none.
func minutesIn(text string) (int, bool) {
	if text == "" {
		return 0, true
	}
	hours, rest, clock := strings.Cut(text, ":")
	if !clock {
		n, err := strconv.Atoi(text)
		return n, err == nil && n >= 0
	}
	h, err := strconv.Atoi(hours)
	m, wrong := strconv.Atoi(rest)
	return 60*h + m, err == nil && wrong == nil && h >= 0 && h < 10000 && m >= 0 && m < 60
}

// startPoint asks what a piece of evidence is evidence of; then goes on.
func (c *Learning) startPoint(student model.Person, e learning.Evidence, tree *competence.Tree, then func() tea.Cmd) tea.Cmd {
	w := c.Env.Words
	d := &dialog.Ticks{Picker: widget.Picker{Title: w.Say("learning.point.title", "title", c.maker().Title(&e)), Empty: w.Say("pick.none"),
		Hint: w.Say("learning.point.hint", "tick", c.Env.Keys.Label(keys.Tick))}}
	var other []journal.ID // of another list: they stay
	for _, n := range tree.Framework.Nodes {
		label := cell.Space(2*min(tree.Depth(n.ID), 8)) + n.Short() + " " + n.LabelIn(string(w.Lang()))
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: n.ID.String(), Label: cell.Short(label, 90), Also: strings.Join(append(n.Titles.All(), n.Title), " "),
			Whole: w.Say("frames.depth", "n", tree.Depth(n.ID)+1)})
	}
	for _, id := range e.Nodes {
		if tree.Has(id) {
			d.On = append(d.On, id.String())
		} else {
			other = append(other, id)
		}
	}
	d.Accept = func(on []string) tea.Cmd {
		nodes := append([]journal.ID{}, other...)
		for _, n := range tree.Framework.Nodes {
			for _, id := range on {
				if n.ID.String() == id {
					nodes = append(nodes, n.ID)
				}
			}
		}
		return c.Do(func(model.Receipt) tea.Cmd {
			if then != nil {
				return then()
			}
			return nil
		}, learning.LinkEvidence{Student: student.ID, Evidence: e.ID, Nodes: nodes})
	}
	return c.Show(d)
}
