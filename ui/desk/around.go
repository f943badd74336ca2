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

// summaryCell is the summary of a row, and behind it who else reads it or types about it: a sign, and the name where that
// takes nothing of the summary.
func (q *Queue) summaryCell(r *desk.RequestRow, summary string, width int) string {
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
