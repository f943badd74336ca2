package desk

import (
	"strings"

	"leerbalie/model"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait.
func (q *Queue) Typing() bool {
	return q.Open() != nil || q.typing || q.choosing || q.Waits()
}

// Keys gives what keys do something now.
func (q *Queue) Keys() []keys.ID {
	switch {
	case q.Open() != nil:
		return q.Host.Keys()
	case q.typing:
		return []keys.ID{keys.Accept, keys.Cancel}
	case q.choosing:
		return []keys.ID{key.SaveView, key.AlterView}
	}
	return q.actions.Now(q, q.keyLine()...)
}

// View draws the body.
func (q *Queue) View(size screen.Size) string {
	var body string
	switch {
	case q.failed != "":
		body = q.centred(size, []string{q.failed})
	case !q.loaded:
		return ""
	case q.focus && !q.wide():
		body = q.detailPane(size)
	default:
		body = q.panes(size)
	}
	switch {
	case q.Open() != nil:
		return q.Over(body, size)
	case q.choosing:
		return widget.Over(body, q.viewBox(size.Height), size.Width, 0, size.Width, size.Height)
	}
	return body
}

// detailPane draws the detail over the whole width: below the width for two panes.
func (q *Queue) detailPane(size screen.Size) string {
	lines := q.detailLines(size.Width-3, size.Height)
	for i, line := range lines {
		lines[i] = "  " + line
	}
	return strings.Join(lines, "\n")
}

// detailLines draws the request that shows; there is none beside an empty list.
func (q *Queue) detailLines(width, height int) []string {
	if q.list.Len() == 0 {
		return nil
	}
	return q.detail.View(width, height)
}

// named is a list by its name, with whether it shows.
type named struct {
	name  string
	shows bool
}

// views are the lists, in the order of their keys.
func (q *Queue) views() (out []named) {
	for i, v := range lists() {
		out = append(out, named{q.Env.Words.Say(v.word), i == q.view && q.own == nil && !q.finding})
	}
	for i := range q.ownViews {
		out = append(out, named{q.ownViews[i].Name, q.own != nil && q.own.Name == q.ownViews[i].Name})
	}
	return out
}

// viewBox lists the views with their keys, in columns where they are too many for one.
func (q *Queue) viewBox(height int) []string {
	w, th := q.Env.Words, q.Env.Theme
	var lines []string
	for i, v := range q.views() {
		line := th.Strong.On(viewKey(i)) + " " + cell.Short(v.name, 30)
		if v.shows {
			line += " " + theme.MineSign
		}
		lines = append(lines, line)
	}
	foot := []string{
		th.Strong.On(q.Env.Keys.Label(key.SaveView)) + " " + th.Faint.On(w.Say("key.desk.save-view")),
		th.Strong.On(q.Env.Keys.Label(key.AlterView)) + " " + th.Faint.On(w.Say("key.desk.alter-view")),
	}
	width := 46
	if rows := max(height-2-len(foot), 1); len(lines) > rows {
		width = 58
		columns := (len(lines) + rows - 1) / rows
		rows = (len(lines) + columns - 1) / columns
		each := (width - 4) / columns
		folded := make([]string, rows)
		for i, line := range lines {
			folded[i%rows] += cell.Pad(cell.Cut(line, each-1), each)
		}
		lines = folded
	}
	return widget.Box(th, w.Say("desk.views"), append(lines, foot...), width)
}

// panes draws the list, with the detail beside it where there is room.
func (q *Queue) panes(size screen.Size) string {
	return widget.ListAndDetails(q.Env.Theme, q.listLines, q.detailLines, size.Width, size.Height, q.divider(), q.focus)
}

// listLines draws the list: its heading and the rows of the window.
func (q *Queue) listLines(width, height int) []string {
	th := q.Env.Theme
	out := make([]string, 0, height)
	from, to := q.list.Window()
	cols := q.columns(width)
	out = append(out, th.Faint.On(cols.heading(q)))
	cursor, _, _ := q.list.Cursor()
	marked := q.shownMarked()
	for i := from; i < to && i < len(q.rows); i++ {
		out = append(out, cols.row(q, &q.rows[i], i == cursor, marked(i)))
	}
	if len(q.rows) == 0 {
		for _, line := range q.emptyLines(width) {
			out = append(out, cell.Pad(line, width))
		}
	}
	return out
}

// emptyLines draws what emptyText says.
func (q *Queue) emptyLines(width int) []string {
	out := []string{""}
	for _, line := range cell.Wrap(q.emptyText(), min(width-6, 70), 6) {
		out = append(out, "   "+line)
	}
	return out
}

// emptyText says what to do when nothing is there.
func (q *Queue) emptyText() string {
	id := "empty." + lists()[q.view].word
	switch {
	case q.finding && q.narrowed():
		id = "empty.filtered"
	case q.finding:
		id = "empty.found"
	}
	set := q.Env.Keys
	if c := q.counts; id == "empty.view.waiting" && c.Claimed+c.Parked+c.Closed == 0 && q.Env.Files != nil && !q.Env.Laptop && q.Env.Session.Clearance().Has(model.ToBringIn) {
		id = "empty.first" // nothing was ever here
	}
	return q.Env.Words.Say(id, "files", set.Label(keys.Files), "new", set.Label(key.Intake), "views", set.Label(key.Views), "filter", set.Label(key.Filter))
}

func (q *Queue) centred(size screen.Size, lines []string) string {
	var out []string
	for _, line := range lines {
		for _, l := range cell.Wrap(line, min(size.Width-8, 80), 6) {
			out = append(out, "    "+l)
		}
	}
	return strings.Repeat("\n", max((size.Height-len(out))/3, 0)) + strings.Join(out, "\n")
}
