package desk

import (
	"strconv"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

var _ screen.Reader = (*Queue)(nil)

// Reads gives the request that somebody has before them here: the one that is typed about, or else the one that shows in the detail.
// A cursor that only passes by reads nothing.
func (q *Queue) Reads() (request journal.ID, typing bool) {
	row, ok := q.current()
	if !ok {
		return journal.ID{}, false
	}
	if d, drafted := q.Open().(dialog.Drafted); drafted {
		if _, about, typed := d.Draft(); about == row.ID {
			return row.ID, typed != nil
		}
	}
	if (q.wide() || q.focus) && q.detail.Shows(row.ID) {
		return row.ID, false
	}
	return journal.ID{}, false
}

// summaryCell is the summary of a row, and behind it who else reads it or types about it (a sign, and the name where that
// takes nothing of the summary), and what has to be done about it.
func (q *Queue) summaryCell(r *desk.RequestRow, summary string, width int) string {
	if what, late := q.dueMark(r); what != "" && (late || width-cell.Width(what)-1 >= min(cell.Width(summary), enoughSummary)) {
		return q.readBy(r, summary, width-cell.Width(what)-1) + " " + what
	}
	return q.readBy(r, summary, width)
}

// enoughSummary is how many cells of a question show before what is promised about it takes some; what is late always does.
const enoughSummary = 9

// dueMark says what has to be done about a request, in the fewest words: that it is late, when something is promised, or how much is open.
func (q *Queue) dueMark(r *desk.RequestRow) (what string, overdue bool) {
	w := q.Env.Words
	switch {
	case late(r.Due, q.wording.Now):
		return theme.WarnSign + " " + w.Say("row.late"), true
	case !r.Due.IsZero():
		return w.Say("row.due", "when", q.Env.When(r.Due)), false
	case r.OpenEnds > 0 && r.Status != desk.StatusClosed:
		return w.Count("row.open", r.OpenEnds), false
	}
	return "", false
}

// readBy is the summary of a row, and behind it who else reads it or types about it.
func (q *Queue) readBy(r *desk.RequestRow, summary string, width int) string {
	at := presence.At(q.wording.Others, r.ID)
	if len(at) == 0 {
		return cell.Fit(summary, width)
	}
	sign, who := theme.ReadSign, at[0]
	for _, p := range at {
		if p.Typing {
			sign, who = theme.DraftSign, p
			break
		}
	}
	more := ""
	if len(at) > 1 {
		more = " +" + strconv.Itoa(len(at)-1)
	}
	mark := sign + " " + cell.Short(cell.Safe(screen.ShortName(who.Name), 40), 12) + more
	if cell.Width(summary)+1+cell.Width(mark) > width {
		mark = sign + more
	}
	return cell.Fit(summary, max(width-cell.Width(mark)-1, 0)) + " " + mark
}
