package desk

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/desk/column"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// columns are those of the list that fit, with their cells.
type columns struct {
	of     []column.Width
	sorted column.Layout
}

// columns fits the columns to the width.
func (q *Queue) columns(width int) columns {
	sorted := q.sorted()
	return columns{q.layout().Fit(column.Fitting{Width: width, List: q.listed(), Sorted: sorted.Sort, Needs: q.needs}, q.wording), sorted}
}

// heading names the columns; a sign tells by which the rows are sorted.
func (c columns) heading(q *Queue) string {
	cells := make([]string, len(c.of))
	for i, col := range c.of {
		label := q.Env.Words.Say("col." + col.Name)
		if col.Name == c.sorted.Sort {
			cells[i] = cell.Pad(cell.Short(label, col.Cells-2)+" "+column.Sign(c.sorted), col.Cells)
		} else {
			cells[i] = cell.Fit(label, col.Cells)
		}
	}
	return "   " + strings.Join(cells, "  ")
}

// bytesOfRow is what a row in a usual window takes, its colours with it.
const bytesOfRow = 160

// row draws one request. The cursor's row is one style from end to end; in others only what is urgent, late, mine or contested
// has a colour, so that a move of the cursor sends two short lines.
func (c columns) row(q *Queue, r *desk.RequestRow, cursor, marked bool) string {
	var line strings.Builder
	line.Grow(bytesOfRow)
	line.WriteString(q.gutter(r, cursor, marked))
	for i, col := range c.of {
		text, paint := q.cell(col, r)
		if paint != nil && !cursor {
			text = painted(*paint, text)
		}
		if i > 0 {
			line.WriteString("  ")
		}
		line.WriteString(text)
	}
	if cursor {
		return q.Env.Theme.Cursor.On(line.String())
	}
	return line.String()
}

// cell is what stands in a column of a row, as wide as the column, and its colour; nil for none.
func (q *Queue) cell(col column.Width, r *desk.RequestRow) (text string, paint *theme.Paint) {
	th := &q.Env.Theme
	text = column.Text(col.Name, r, q.wording)
	switch col.Name {
	case column.Wait:
		sign := ""
		if r.Status == desk.StatusWaiting {
			switch q.Env.Site.Age(r.Urgency, q.wording.Now.Sub(r.Created)) {
			case model.AgeLong:
				sign, paint = theme.LongSign, &th.Today
			case model.AgeTooLong:
				sign, paint = theme.TooLongSign, &th.Now
			}
		}
		return sign + cell.Right(cell.Short(text, col.Cells-len(sign)), col.Cells-len(sign)), paint
	case column.Summary:
		return q.summaryCell(r, text, col.Cells), nil
	case column.Minutes, column.When, column.Created, column.Closed:
		return cell.Right(cell.Short(text, col.Cells), col.Cells), nil
	case column.Urgency:
		switch {
		case r.Status == desk.StatusClosed:
		case r.Urgency == model.UrgencyNow:
			paint = &th.Now
		case r.Urgency == model.UrgencyToday:
			paint = &th.Today
		}
	case column.Who:
		if text == "" {
			text = theme.Dash
		}
		if q.wording.Mine(r.Holder) {
			paint = &th.Mine
		}
	}
	return cell.Fit(text, col.Cells), paint
}

// painted gives a padded cell its colour; the padding has none.
func painted(p theme.Paint, text string) string {
	bare := strings.TrimRight(text, " ")
	return p.On(bare) + cell.Space(len(text)-len(bare))
}
