package desk

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/desk"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// columns are the widths of the list's columns.
type columns struct {
	number, wait, urgency, summary int
	extra                          []extra // behind the summary
	closed                         bool    // the time is the closing, the urgency is the outcome
	due                            bool    // the time is when something has to be done
}

// extra is a column that an own view can have or leave out.
type extra struct {
	name  string
	width int
}

// columnChoices are the columns that an own view can have, in the order in which they stand.
func columnChoices() []string {
	return []string{"status", "theme", "channel", "language", "when", "minutes", "who"}
}

func columnWidth(name string) int {
	switch name {
	case "status", "when":
		return 11
	case "minutes":
		return 5
	case "language":
		return 8
	case "who":
		return 10
	}
	return 9
}

// columnNames are the columns that show behind the summary now.
func (q *Queue) columnNames() []string {
	if q.own != nil && len(q.own.Columns) > 0 {
		return q.own.Columns
	}
	return []string{"theme", "who"}
}

// columns fits the columns to the width; the number column follows the numbers that show.
func (q *Queue) columns(width, from, to int) columns {
	list := lists()[q.view].view
	c := columns{number: 7, wait: 5, urgency: 6, closed: list == desk.ViewClosed && !q.finding}
	for i := from; i < to && i < len(q.rows); i++ {
		c.number = max(c.number, min(cell.Width(q.rows[i].Number), 12))
	}
	for _, own := range q.Env.Site.Urgencies {
		c.urgency = max(c.urgency, min(3+cell.Width(q.Env.Words.Label(own)), 11))
	}
	if c.closed {
		c.wait, c.urgency = 11, 16
	}
	if c.due = list == desk.ViewDue && !q.finding || q.finding && q.order == desk.OrderDue; c.due {
		c.wait = 11
	}
	names := q.columnNames()
	for _, name := range columnChoices() {
		narrow := width < 72 && name == "theme" || width < 100 && c.closed && name == "who"
		if slices.Contains(names, name) && (!narrow || q.own != nil) {
			c.extra = append(c.extra, extra{name, columnWidth(name)})
		}
	}
	for {
		c.summary = width - 3 - c.number - c.wait - c.urgency - 2*3
		for _, e := range c.extra {
			c.summary -= 2 + e.width
		}
		if c.summary >= 16 || len(c.extra) == 0 || q.own == nil {
			return c
		}
		c.extra = c.extra[1:]
	}
}

func (c columns) heading(q *Queue) string {
	w := q.Env.Words
	fit := func(id string, width int) string { return cell.Fit(w.Say(id), width) }
	wait, urgency := "col.wait", "col.urgency"
	if c.closed {
		wait, urgency = "col.closed", "col.outcome"
	} else if c.due {
		wait = "col.due"
	}
	cells := []string{fit("col.number", c.number), fit(wait, c.wait), fit(urgency, c.urgency), fit("col.summary", c.summary)}
	for _, e := range c.extra {
		cells = append(cells, fit("col."+e.name, e.width))
	}
	return "   " + strings.Join(cells, "  ")
}

// extraText is what stands in an extra column.
func (q *Queue) extraText(name string, r *desk.RequestRow) string {
	w := q.Env.Words
	switch name {
	case "status":
		return w.Say("status." + string(r.Status))
	case "theme":
		return q.wording.Theme(r.Theme)
	case "channel":
		return w.Code("channel", r.Channel)
	case "language":
		if r.Language == "" {
			return ""
		}
		return w.Language(r.Language)
	case "when":
		return q.Env.When(r.Due)
	case "minutes":
		if r.Minutes == 0 {
			return ""
		}
		return strconv.Itoa(r.Minutes)
	}
	switch {
	case len(r.HolderNames) > 0:
		return q.wording.Holders(r)
	case r.Status == desk.StatusParked:
		return w.Say("status.parked.short")
	}
	return theme.Dash
}
