package learning

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/observing"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// canObserve tells whether whoever sits here judges students of the class.
func (k *class) canObserve() bool {
	return k.hasRows() && slices.ContainsFunc(k.data.matrix.Rows, func(r learning.MatrixRow) bool { return len(k.observes(r)) > 0 })
}

// observes is in which parts whoever sits here judges a student of the class, other than as the student.
func (k *class) observes(r learning.MatrixRow) []learning.AssessorKind {
	return slices.DeleteFunc(learning.SightOf(k.c.Env.Session.Clearance(), r.Student, learning.HomeGroup(r.Student)).MayJudgeAs,
		func(a learning.AssessorKind) bool { return a == learning.AssessorSelf })
}

// observe asks of which students something was seen, one key a person, and then what.
func (k *class) observe() tea.Cmd {
	w := k.c.Env.Words
	d := &dialog.Ticks{Picker: widget.Picker{Title: w.Say("observe.who"), Empty: w.Say("pick.none"), Hint: w.Say("observe.who.hint", "tick", k.c.Env.Keys.Label(keys.Tick))}}
	for _, r := range k.data.matrix.Rows {
		if len(k.observes(r)) > 0 {
			d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: r.Student.ID.String(), Label: cell.Short(r.Student.Name, 60)})
		}
	}
	d.Accept = func(on []string) tea.Cmd {
		var who []learning.MatrixRow
		for _, r := range k.data.matrix.Rows {
			if slices.Contains(on, r.Student.ID.String()) {
				who = append(who, r)
			}
		}
		if len(who) == 0 {
			return nil
		}
		return k.observed(who)
	}
	return k.c.Show(d)
}

// observed asks what was seen: once, for all of them.
func (k *class) observed(who []learning.MatrixRow) tea.Cmd {
	c, w, f := k.c, k.c.Env.Words, &k.data.matrix.Framework
	tree := f.Tree()
	seen := widget.TextEntry("text", w.Say("observe.text"), "", 3)
	seen.Hint = w.Say("observe.text.hint")
	d := &dialog.Sheet{Key: "observe/" + k.data.matrix.Group.ID.String(), Width: 110, Form: widget.Form{Title: w.Count("observe.title", len(who)), Entries: []widget.Entry{
		seen, widget.TextEntry("day", w.Say("field.day"), c.Env.Day(c.Env.Now()), 1)}}}
	ticks := c.nodeEntry(tree, nil)
	if ticks != nil {
		d.Form.Entries = append(d.Form.Entries, *ticks)
		options := []widget.Option{{ID: "", Label: w.Say("observe.level.none")}}
		for i, l := range f.ScaleOf(tree.Node(tree.Columns()[0])).Levels {
			options = append(options, widget.Option{ID: string(rune('0' + i)), Label: l.LabelIn(string(w.Lang()))})
		}
		d.Form.Entries = append(d.Form.Entries, widget.ChoiceEntry("level", w.Say("observe.level"), "", options))
	}
	d.Changed = func(*widget.Form) tea.Cmd { return c.startPersonal() }
	send := func(cleaned bool) tea.Cmd {
		form := &d.Form
		act := observing.Observe{Text: form.Text("text"), Cleaned: cleaned}
		var ok bool
		if act.Day, ok = text.ReadDay(form.Text("day")); !ok && form.Text("day") != "" {
			form.Blame("day", w.Say("learning.fault.day"))
			return nil
		}
		about := observing.About{Framework: f.ID}
		if ticks != nil {
			about.Nodes = chosen(form, tree, nil)
			if level := form.Text("level"); level != "" {
				about.Given = givenTo(about.Nodes, int(level[0]-'0'))
			}
		}
		for _, r := range who {
			one := about
			one.Student = r.Student.ID
			act.Of = append(act.Of, one)
		}
		return c.Do(nil, act)
	}
	d.Submit = func(*widget.Form) tea.Cmd { return send(false) }
	d.Refuse = c.unlessClean(d, send)
	return c.Fill(d)
}

// givenTo gives every node the same level.
func givenTo(nodes []journal.ID, level int) (out []learning.Given) {
	for _, n := range nodes {
		out = append(out, learning.Given{Node: n, Level: level})
	}
	return out
}
