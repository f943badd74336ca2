package queue

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startSplit makes a second request out of one in which two questions turned out to stand.
func (q *Queue) startSplit(row model.RequestRow) tea.Cmd {
	return q.openLine("split", q.env.Words.Say("split.title"), row, 2, func(q *Queue, text string) tea.Cmd {
		return q.do(added, nil, model.SplitRequest{ID: row.ID, Summary: text})
	}, faintHint("split.hint"))
}

// merging looks for the request that is the same question.
type merging struct {
	row    model.RequestRow
	prompt widget.Prompt
	ask    screen.Asker
	rows   []model.RequestRow
	at     int
}

// mergeLimit is how many requests are offered.
const mergeLimit = 8

func (q *Queue) startMerge(row model.RequestRow) tea.Cmd {
	d := &merging{row: row, prompt: widget.Prompt{Title: q.env.Words.Say("merge.title", "number", row.Number) + " · " + cell.Safe(row.Summary, 40)}}
	q.open(d)
	return nil
}

func (d *merging) update(q *Queue, msg tea.KeyMsg) tea.Cmd {
	if q.env.Keys.Is(msg, Pick) && len(d.rows) > 0 {
		step := 1
		if msg.Type == tea.KeyUp {
			step = len(d.rows) - 1
		}
		d.at = (d.at + step) % len(d.rows)
		return nil
	}
	reply, changed := d.prompt.Update(msg, q.env.Keys)
	switch {
	case reply == widget.Declined:
		q.dialog = nil
	case reply == widget.Agreed && d.at < len(d.rows):
		return q.do(nil, nil, model.MergeRequest{ID: d.row.ID, Into: d.rows[d.at].ID})
	case changed:
		view, words := q.env.View, d.prompt.Input.Text()
		return screen.Ask(q.env.Ctx, d.ask.Next(), func(ctx context.Context) ([]model.RequestRow, error) {
			return view.Search(ctx, words, mergeLimit+1)
		})
	}
	return nil
}

func (d *merging) found(a screen.Answer[[]model.RequestRow]) {
	d.rows = slices.DeleteFunc(a.Value, func(r model.RequestRow) bool { return r.ID == d.row.ID })
	d.rows, d.at = d.rows[:min(len(d.rows), mergeLimit)], 0
}

func (d *merging) view(q *Queue, width, _ int) []string {
	th, w := q.env.Theme, q.env.Words
	width = min(width, 100)
	d.prompt.Hint = nil
	for i, r := range d.rows {
		line := cell.Ends(r.Number+"  "+cell.Safe(r.Summary, 60), w.Say("status."+string(r.Status)), width-6)
		if i == d.at {
			d.prompt.Hint = append(d.prompt.Hint, th.Info.On("›")+" "+th.Strong.On(line))
		} else {
			d.prompt.Hint = append(d.prompt.Hint, "  "+line)
		}
	}
	if len(d.rows) == 0 {
		d.prompt.Hint = []string{th.Faint.On(w.Say("merge.hint"))}
	}
	return d.prompt.View(th, width)
}

func (d *merging) draft() (string, model.ID, map[string]string) { return "", model.ID{}, nil }
func (d *merging) refused(q *Queue, err error)                  { complain(q, &d.prompt, err) }
func (d *merging) keys() []keys.ID                              { return []keys.ID{keys.Accept, Pick, keys.Cancel} }

// startPart parts a request from the one it was merged into.
func (q *Queue) startPart(row model.RequestRow) tea.Cmd {
	return q.look(row, func(q *Queue, f file) tea.Cmd {
		w := q.env.Words
		q.open(&question{
			confirm: widget.Confirm{Title: w.Say("part.title"), Lines: []string{w.Say("part.ask", "number", row.Number, "summary", row.Summary, "other", f.goesOn)},
				Yes: w.Say("part.yes"), No: w.Say("confirm.no"), YesKeys: w.Yes(), NoKeys: w.No()}.Ready(),
			yes: func(q *Queue) tea.Cmd { return q.do(keepInPlace(row), nil, model.ReopenRequest{ID: row.ID}) },
		})
		return nil
	})
}

// startSteps shows the checklist that the site has for the theme; Enter ticks a step, or takes the tick back.
func (q *Queue) startSteps(row model.RequestRow) tea.Cmd {
	w := q.env.Words
	if len(q.env.Site.Steps(row.Theme)) == 0 {
		return screen.Say(screen.Note, w.Say("steps.none"))
	}
	return q.look(row, func(q *Queue, f file) tea.Cmd {
		d := &choice{picker: widget.Picker{Title: w.Say("steps.title", "number", row.Number), Empty: w.Say("pick.none"), Hint: w.Say("steps.hint")}}
		for _, step := range q.env.Site.Steps(f.request.Theme) {
			d.picker.Choices = append(d.picker.Choices, widget.Choice{ID: step, Label: tickSign(&f.request, step) + " " + cell.Safe(step, 80)})
		}
		d.choose = func(q *Queue, step string) tea.Cmd {
			return q.do(func(q *Queue, a acted) tea.Cmd {
				q.shown = nil // read anew before the list opens again
				return tea.Batch(q.say(a), q.reload(), q.startSteps(row))
			}, nil, model.TickStep{ID: row.ID, Step: step})
		}
		q.open(d)
		return nil
	})
}

func tickSign(r *model.Request, step string) string {
	if slices.ContainsFunc(r.Ticks, func(t model.Tick) bool { return t.Step == step }) {
		return "[x]"
	}
	return "[ ]"
}

// stepLines shows the checklist and the requests that belong with this one.
func (q *Queue) stepLines(f *file, width int) []string {
	w, r := q.env.Words, &f.request
	var out []string
	for _, step := range q.env.Site.Steps(r.Theme) {
		out = append(out, cell.Cut(tickSign(r, step)+" "+cell.Safe(step, width), width))
	}
	switch {
	case r.Merged != nil:
		out = append(out, cell.Wrap(w.Say("link.merged", "number", f.goesOn)+". "+w.Say("link.part", "key", q.env.Keys.Label(Part)), width, 3)...)
	case f.goesOn != "":
		out = append(out, w.Say("link.split", "number", f.goesOn))
	}
	var split []string
	for _, l := range f.linked {
		if l.Outcome == model.OutcomeMerged {
			out = append(out, cell.Cut(w.Say("link.merged-in", "number", l.Number, "summary", cell.Safe(l.Summary, width)), width))
		} else {
			split = append(split, l.Number)
		}
	}
	if len(split) > 0 {
		out = append(out, cell.Wrap(w.Say("link.with", "numbers", strings.Join(split, ", ")), width, 3)...)
	}
	if !r.FollowUp.IsZero() && r.Status != model.StatusClosed {
		out = append(out, cell.Cut(w.Say("detail.follow-up", "when", q.env.When(r.FollowUp)), width))
	}
	if len(out) > 0 {
		out = append([]string{""}, out...)
	}
	return out
}
