package queue

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// row draws one request. The cursor's row is one style from end to end; in others only what is urgent, mine or contested
// has a colour, so that a move of the cursor sends two short lines.
func (c columns) row(q *Queue, r *model.RequestRow, cursor bool) string {
	th, w := q.env.Theme, q.env.Words
	wait, urgency := q.wait(r.Created), urgencyWord(q, r.Urgency)
	switch {
	case c.closed:
		wait, urgency = q.env.When(r.ClosedAt), q.outcomeWord(r.Outcome)
	case c.due:
		wait = q.env.When(r.Due)
	case r.Status == model.StatusClosed:
		wait, urgency = theme.DoneSign, w.Say("status.closed.short")
	}
	summary := r.Summary
	if summary == "" {
		summary = w.Say("request.erased")
	}
	urgencyCell := cell.Fit(urgency, c.urgency)
	mark := "   "
	if r.Contested {
		mark = " " + theme.ClashSign + " "
	} else if q.forMe(r) {
		mark = " " + theme.OfferSign + " "
	}
	if cursor {
		mark = theme.CursorSign + mark[1:]
	} else {
		switch {
		case c.closed || r.Status == model.StatusClosed:
		case r.Urgency == model.UrgencyNow:
			urgencyCell = painted(th.Now, urgencyCell)
		case r.Urgency == model.UrgencyToday:
			urgencyCell = painted(th.Today, urgencyCell)
		}
	}
	cells := []string{cell.Fit(r.Number, c.number), cell.Right(cell.Short(wait, c.wait), c.wait), urgencyCell, cell.Fit(summary, c.summary)}
	for _, e := range c.extra {
		text := cell.Fit(q.extraText(e.name, r), e.width)
		if e.name == "who" && !cursor && q.mine(r.Holder) {
			text = painted(th.Mine, text)
		}
		cells = append(cells, text)
	}
	line := mark + strings.Join(cells, "  ")
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

// urgencyWord gives an urgency as a sign and a word.
func urgencyWord(q *Queue, u model.Urgency) string {
	word := q.env.Words.Say("urgency." + string(u))
	if own := q.env.Site.Urgencies; len(own) > 0 {
		word = q.env.Words.Name(own, string(u))
	}
	return strings.TrimSpace(urgencySign(u) + " " + word)
}

// urgencyMark is urgencyWord in its colour.
func urgencyMark(q *Queue, u model.Urgency) string {
	switch u {
	case model.UrgencyNow:
		return q.env.Theme.Now.On(urgencyWord(q, u))
	case model.UrgencyToday:
		return q.env.Theme.Today.On(urgencyWord(q, u))
	}
	return urgencyWord(q, u)
}

func urgencySign(u model.Urgency) string {
	switch u {
	case model.UrgencyNow:
		return theme.NowSign
	case model.UrgencyToday:
		return theme.TodaySign
	}
	return ""
}

// wait gives how long ago something was: minutes, hours or days, rounded down.
func (q *Queue) wait(since time.Time) string {
	w := q.env.Words
	d := q.now.Sub(since)
	switch {
	case d < 0:
		return w.Say("wait.minutes", "n", 0)
	case d < time.Hour:
		return w.Say("wait.minutes", "n", int(d.Minutes()))
	case d < 48*time.Hour:
		return w.Say("wait.hours", "n", int(d.Hours()))
	}
	return w.Say("wait.days", "n", strconv.Itoa(int(d.Hours()/24)))
}

// holders names those who handle a request, the acting person as "you".
func (q *Queue) holders(r *model.RequestRow) string {
	names := slices.Clone(r.Who)
	for i, id := range r.Holder {
		if i < len(names) && id == q.env.User.ID {
			names[i] = q.env.Words.Say("person.you")
			names[0], names[i] = names[i], names[0]
		}
	}
	return joined(names)
}

// joined writes the names of those who handle a request: "Ali + Noor", first names where there are several.
func joined(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	short := make([]string, len(names))
	for i, n := range names {
		short[i], _, _ = strings.Cut(n, " ")
	}
	return strings.Join(short, "+")
}
