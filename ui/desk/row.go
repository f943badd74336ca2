package desk

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// row draws one request. The cursor's row is one style from end to end; in others only what is urgent, mine or contested
// has a colour, so that a move of the cursor sends two short lines.
func (c columns) row(q *Queue, r *desk.RequestRow, cursor, marked bool) string {
	th, w := q.Env.Theme, q.Env.Words
	wait, urgency := q.wording.Wait(r.Created), q.wording.Urgency(r.Urgency)
	switch {
	case c.closed:
		wait, urgency = q.Env.When(r.ClosedAt), q.wording.Outcome(r.Outcome)
	case c.due:
		wait = q.Env.When(r.Due)
	case r.Status == desk.StatusClosed:
		wait, urgency = theme.DoneSign, w.Say("status.closed.short")
	}
	summary := r.Summary
	if summary == "" {
		summary = w.Say("request.erased")
	}
	urgencyCell := cell.Fit(urgency, c.urgency)
	if !cursor {
		switch {
		case c.closed || r.Status == desk.StatusClosed:
		case r.Urgency == model.UrgencyNow:
			urgencyCell = painted(th.Now, urgencyCell)
		case r.Urgency == model.UrgencyToday:
			urgencyCell = painted(th.Today, urgencyCell)
		}
	}
	cells := []string{cell.Fit(r.Number, c.number), cell.Right(cell.Short(wait, c.wait), c.wait), urgencyCell, q.summaryCell(r, summary, c.summary)}
	for _, e := range c.extra {
		text := cell.Fit(q.extraText(e.name, r), e.width)
		if e.name == "who" && !cursor && q.wording.Mine(r.Holder) {
			text = painted(th.Mine, text)
		}
		cells = append(cells, text)
	}
	line := q.gutter(r, cursor, marked) + strings.Join(cells, "  ")
	if cursor {
		return th.Cursor.On(line)
	}
	return line
}

// painted gives a padded cell its colour; the padding has none.
func painted(p theme.Paint, text string) string {
	bare := strings.TrimRight(text, " ")
	return p.On(bare) + cell.Space(len(text)-len(bare))
}
