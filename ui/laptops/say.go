package laptops

import (
	"strconv"
	"strings"

	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
)

// wide is a width that breaks no sentence: what is said is not broken to fit.
const wide = 10000

// Said gives the machines as structure, with what waits of each, and what is known of the one that the cursor is on.
func (l *Laptops) Said() (out say.Lines) {
	if over, open := l.OverSaid(); open {
		return over
	}
	out.Add(l.Head(l.size).Said())
	if instead := l.instead(); instead != "" || l.list.Len() == 0 {
		out.Text(instead)
		return out
	}
	cursor, _, _ := l.list.Cursor()
	number := 0
	for i := range l.data.machines {
		m := &l.data.machines[i]
		number++
		out.Row(machineID(m), number, number-1 == cursor, say.Join(l.named(&m.Party), l.state(m)))
		for j := range m.Waiting {
			t := &m.Waiting[j]
			number++
			out.Row(machineID(m)+"/"+strconv.FormatUint(t.First, 10)+t.Reason, number, number-1 == cursor, l.waits(t))
		}
	}
	out.Aside(l.details(wide)...)
	return out
}

// machineID is the same for a machine as long as it is known; of one that was invited nobody knows yet which it will be.
func machineID(m *transfer.Machine) string {
	return m.Replica.String() + m.Invitation.String()
}

// Said gives the words that are shown this one time, each with its number, and what they are for.
func (d *once) Said(*dialog.Host) (l say.Lines) {
	l.Heading("once:"+d.title, d.title)
	l.Text(d.head)
	for i, word := range d.words {
		l.Text(strconv.Itoa(i+1) + ": " + word)
	}
	l.Text(d.text...)
	return l
}

// Said gives the text that somebody decides about, whole, with what was found in it between brackets.
func (d *texts) Said(h *dialog.Host) (l say.Lines) {
	w, hit := h.Env.Words, &d.plan.Hits[d.at]
	l.Heading("text:"+strconv.Itoa(d.at), d.title(w))
	l.Text(strings.Join(markFound(h.Env.Theme, hit.Text, hit.Found, wide), " "))
	choice, _ := d.chosen(h.Env.Theme)
	why, how := d.asks()
	l.Text(d.by(h), w.Say(choice), w.Say(why))
	l.Help(w.Say(how, "goes", h.Env.Keys.Label(Goes), "stays", h.Env.Keys.Label(Stays), "back", h.Env.Keys.Label(keys.Back)))
	return l
}
