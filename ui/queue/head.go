package queue

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Head gives the line above the body.
func (q *Queue) Head(size screen.Size) screen.Head {
	h := screen.Head{Left: q.summary(), Divider: q.divider()}
	w, th := q.env.Words, q.env.Theme
	if q.finding || q.typing {
		return q.findingHead(h, size.Width)
	}
	name, n, of := w.Say(views()[q.view].word), q.view, len(views())+len(q.owns)
	if q.own != nil {
		name, n = q.own.Name, len(views())+slices.IndexFunc(q.owns, func(o own) bool { return o.Name == q.own.Name })
	}
	if size.Width < sideBySide {
		h.Right = w.Say("queue.view-short", "view", cell.Short(name, 24), "n", n+1, "of", of)
	} else {
		h.Right = w.Say("queue.view", "view", cell.Short(name, 40), "n", n+1, "of", of)
		h.Right += "   " + q.env.Keys.Label(Search) + " " + w.Say("key.queue.search.short")
	}
	if len(q.safe) > 0 {
		h.Right = th.Today.On(theme.DraftSign+" "+w.Count("queue.drafts", len(q.safe))) + "   " + h.Right
	}
	return h
}

// summary says how things stand: how many wait, how long, how many are being helped.
func (q *Queue) summary() string {
	w, c := q.env.Words, q.counts
	s := w.Count("queue.waiting", c.Waiting)
	if c.Waiting > 0 && !c.Longest.IsZero() {
		s += ", " + w.Say("queue.longest", "time", q.wait(c.Longest))
	}
	if n := len(q.offering.mine); n > 0 {
		s += " · " + w.Say("queue.for-me", "sign", theme.OfferSign, "n", n)
	}
	s += " · " + w.Say("queue.claimed", "n", c.Claimed)
	if c.Parked > 0 {
		s += " · " + w.Say("queue.parked", "n", c.Parked)
	}
	return s
}

// findingHead shows what is searched for, what it is narrowed down to, and how much was found.
func (q *Queue) findingHead(h screen.Head, width int) screen.Head {
	w, th := q.env.Words, q.env.Theme
	switch {
	case !q.finding:
	case q.beyond:
		h.Right = w.Say("queue.found.more", "n", q.list.Len())
	default:
		h.Right = w.Count("queue.found", q.list.Len())
	}
	if q.alike {
		h.Right = th.Today.On(w.Say("queue.found.alike")) + " · " + h.Right
	}
	if q.typing || strings.TrimSpace(q.search.Text()) != "" {
		field := q.search.View(th, max(width/4, 16), q.typing)[0]
		h.Left = th.Strong.On(w.Say("queue.search")) + " " + field
	} else {
		h.Left = th.Strong.On(w.Say("queue.filtered"))
		if q.own != nil {
			h.Left = th.Strong.On(cell.Short(q.own.Name, 24))
		}
	}
	chips := q.sieveChips()
	for i, chip := range chips {
		if rest := len(chips) - i; i+1 < len(chips) && cell.Width(h.Left)+cell.Width(h.Right)+cell.Width(chip)+12 > width {
			h.Left += " +" + strconv.Itoa(rest)
			break
		}
		h.Left += " " + th.Chip.On(chip)
	}
	return h
}
