package learning

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// fewColumns is up to how many parts of a list of competences a form offers to tick; a longer list has a window of its own.
const fewColumns = 12

// starr are the entries of a reflection: situation, task, action, result, reflection.
func starr() [5]string { return [5]string{"situation", "task", "action", "result", "reflection"} }

// startReflect asks a student to look back on a piece of evidence, in STARR, with the facts in sight; then goes on.
func (c *Learning) startReflect(student model.Person, e learning.Evidence, tree *competence.Tree, then func() tea.Cmd) tea.Cmd {
	w, m := c.Env.Words, c.maker()
	was := learning.Reflection{}
	if e.Reflection != nil {
		was = *e.Reflection
	}
	d := &dialog.Sheet{Key: "reflect/" + e.ID.String(), About: student.ID, Width: 110,
		Form: widget.Form{Title: w.Say("learning.reflect.title", "title", m.Title(&e))}}
	for i, text := range [5]string{was.Situation, was.Task, was.Action, was.Result, was.Reflection} {
		entry := widget.TextEntry(starr()[i], w.Say("learning.starr."+starr()[i]), text, 3)
		entry.Hint = w.Say("starr." + starr()[i])
		d.Form.Entries = append(d.Form.Entries, entry)
	}
	ticks := c.nodeEntry(tree, e.Nodes)
	if ticks != nil {
		d.Form.Entries = append(d.Form.Entries, *ticks)
	}
	d.Lead = []string{c.Env.Theme.Faint.On(cell.Short(strings.Join(m.Facts(&e), " "+theme.Dot+" "), 104))}
	d.Changed = func(*widget.Form) tea.Cmd { return c.startPersonal() }
	send := func(cleaned bool) tea.Cmd {
		f := &d.Form
		a := learning.Reflect{Student: student.ID, Evidence: e.ID, Cleaned: cleaned, Reflection: learning.Reflection{Situation: f.Text("situation"), Task: f.Text("task"),
			Action: f.Text("action"), Result: f.Text("result"), Reflection: f.Text("reflection")}}
		if ticks != nil {
			a.Nodes = chosen(f, tree, e.Nodes)
		}
		return c.Do(func(model.Receipt) tea.Cmd {
			if then != nil {
				return then()
			}
			return nil
		}, a)
	}
	d.Submit = func(*widget.Form) tea.Cmd { return send(false) }
	d.Refuse = c.unlessClean(d, send)
	return c.Fill(d)
}

// nodeEntry lets the columns of a list of competences be ticked; nil where they are too many for a form.
func (c *Learning) nodeEntry(tree *competence.Tree, on []journal.ID) *widget.Entry {
	w := c.Env.Words
	columns := tree.Columns()
	if len(columns) == 0 || len(columns) > fewColumns {
		return nil
	}
	var options []widget.Option
	var picked []string
	for _, id := range columns {
		n := tree.Node(id)
		options = append(options, widget.Option{ID: id.String(), Label: cell.Short(n.Short()+" "+n.LabelIn(string(w.Lang())), 34)})
	}
	for _, id := range on {
		if col := tree.Column(id); tree.Has(id) {
			picked = append(picked, col.String())
		}
	}
	entry := widget.ManyEntry("nodes", w.Say("learning.shows"), picked, options)
	entry.Hint = w.Say("learning.shows.hint")
	return &entry
}

// chosen are the nodes after a form with columns was filled in: those that were pointed at stay as precise as they were
// while their column is ticked, and what stands in another list stays.
func chosen(f *widget.Form, tree *competence.Tree, was []journal.ID) []journal.ID {
	out := []journal.ID{}
	picked := map[string]bool{}
	for _, id := range f.Many("nodes") {
		picked[id] = true
	}
	covered := map[string]bool{}
	for _, id := range was {
		col := tree.Column(id).String()
		if !tree.Has(id) || picked[col] {
			out = append(out, id)
			covered[col] = true
		}
	}
	for _, id := range tree.Columns() {
		if picked[id.String()] && !covered[id.String()] {
			out = append(out, id)
		}
	}
	return out
}

// pause is how long typing rests before the words are looked through for personal data.
const pause = 300 * time.Millisecond

// startPersonal plans to look through what stands in the open form.
func (c *Learning) startPersonal() tea.Cmd {
	return c.Env.After(pause, screen.Elapsed{Ticket: c.personal.Next()})
}

// texts are the texts of a form, joined, with the place at which each begins.
func texts(f *widget.Form) (all string, starts map[string]int) {
	starts = map[string]int{}
	for _, e := range f.Entries {
		if e.Options == nil && e.ID != "day" && e.ID != "minutes" && e.ID != "file" {
			starts[e.ID] = len(all)
			all += e.Input.Text() + "\n"
		}
	}
	return all, starts
}

// lookForPersonal looks through the open form in a command.
func (c *Learning) lookForPersonal() tea.Cmd {
	d, ok := c.Open().(*dialog.Sheet)
	if !ok {
		return nil
	}
	all, _ := texts(&d.Form)
	session := c.Env.Session
	return screen.Ask(c.Env.Ctx, c.personal.Next(), func(ctx context.Context) ([]plain.Trace, error) { return learning.FindPersonal(ctx, session, all) })
}

// tookPersonal points at what looks like personal data, and lists it below the form.
func (c *Learning) tookPersonal(a screen.Answer[[]plain.Trace]) {
	d, ok := c.Open().(*dialog.Sheet)
	if !ok || !c.personal.Fits(a.Ticket) || a.Err != nil {
		return
	}
	w := c.Env.Words
	all, starts := texts(&d.Form)
	for i := range d.Form.Entries {
		d.Form.Entries[i].Input.Unmark()
	}
	var found []string
	for _, t := range a.Value {
		if t.End > len(all) {
			return // it has been typed on since
		}
		for i := range d.Form.Entries {
			e := &d.Form.Entries[i]
			if from, has := starts[e.ID]; has && t.Start >= from && t.End <= from+len(e.Input.Text()) {
				e.Input.Point(t.Start-from, t.End-from)
				if len(found) < 4 {
					found = append(found, w.Say("learning.personal."+t.What, "text", cell.Short(all[t.Start:t.End], 24)))
				}
			}
		}
	}
	d.Below()
	if len(found) > 0 {
		var lines []string
		for _, line := range cell.Wrap(theme.TodaySign+" "+w.Say("learning.personal", "found", strings.Join(found, ", ")), min(c.size.Width-6, 104), 3) {
			lines = append(lines, c.Env.Theme.Today.On(line))
		}
		d.Below(lines...)
	}
}

// unlessClean asks, where words looked like personal data, whether the writer has read them; and then sends again.
func (c *Learning) unlessClean(d *dialog.Sheet, send func(cleaned bool) tea.Cmd) func(error) (tea.Cmd, bool) {
	return func(err error) (tea.Cmd, bool) {
		if !personal(err) {
			return nil, false
		}
		w := c.Env.Words
		d.Refused(&c.Host, err)
		return c.Ask(w.Say("learning.clean.title"), []string{w.Error(err), w.Say("learning.clean.ask")}, w.Say("learning.clean.yes"),
			func() tea.Cmd { return send(true) }), true
	}
}

// personal tells whether words were refused in which somebody may be known.
func personal(err error) bool {
	var e *fault.Error
	return errors.As(err, &e) && (e.Msg == "text-personal" || e.Msg == "observed-name")
}
