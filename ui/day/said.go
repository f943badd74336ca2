package day

import (
	"leerbalie/ui/say"
	"leerbalie/ui/widget/cell"
)

// Said gives the day as structure: how it stands, and each row under the word of its group.
func (d *Day) Said() say.Lines {
	if l, over := d.OverSaid(); over {
		return l
	}
	w := d.Env.Words
	var l say.Lines
	whose, requests, late, minutes := d.standing()
	l.Text(whose)
	l.State(say.Join(requests, late, minutes))
	switch {
	case d.failed != "":
		l.Text(d.failed)
	case d.known && len(d.rows) == 0:
		l.Text(w.Say("day.none"))
	case d.known:
		at := d.cursor()
		for i := range d.rows {
			r := &d.rows[i]
			when := d.due(r)
			if r.asked != nil { // in full
				when = d.Env.SaidUrgency(r.asked.Urgency)
			}
			l.Row(r.about.String(), i+1, i == at, say.Join(w.Say(r.group.word()), when, r.number, cell.Safe(r.text, 400)))
		}
	}
	return l
}
