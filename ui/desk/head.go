package desk

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/filter"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Head gives the line above the body.
func (q *Queue) Head(size screen.Size) screen.Head {
	h := screen.Head{Left: q.summary(q.wording.Wait), Divider: q.divider()}
	if marked := q.markedHead(); marked != "" {
		h.Left = marked + " " + theme.Dot + " " + h.Left
	}
	w, th := q.Env.Words, q.Env.Theme
	if q.finding || q.typing {
		return q.findingHead(h, size.Width)
	}
	name, n, of := q.viewName()
	if size.Width < sideBySide {
		h.Right = w.Say("desk.view-short", "view", cell.Short(name, 24), "n", n, "of", of)
	} else {
		h.Right = w.Say("desk.view", "view", cell.Short(name, 40), "n", n, "of", of)
		h.Right += "   " + q.Env.Keys.Label(key.Search) + " " + w.Say("key.desk.search.short")
	}
	if n := q.draftsLeft(); n > 0 {
		h.Right = th.Today.On(theme.DraftSign+" "+w.Count("desk.drafts", n)) + "   " + h.Right
	}
	if n := q.inbox.Count(); n > 0 {
		h.Right = th.Today.On(theme.MessageSign+" "+w.Count("messages.waiting", n)) + "   " + h.Right
	}
	return h
}

// viewName is what the list is called that shows, and which it is of how many.
func (q *Queue) viewName() (name string, n, of int) {
	name, n, of = q.Env.Words.Say(lists()[q.view].word), q.view, len(lists())+len(q.ownViews)
	if q.own != nil {
		name, n = q.own.Name, len(lists())+slices.IndexFunc(q.ownViews, func(o ownView) bool { return o.Name == q.own.Name })
	}
	return name, n + 1, of
}

// draftsLeft is how many drafts are on disk: what is typed this moment does not count as kept.
func (q *Queue) draftsLeft() (n int) {
	for _, d := range q.Drafts() {
		if d.Kept {
			n++
		}
	}
	return n
}

// narrowedBy is what the list is narrowed down to, and in which order it is, where that is not its own.
func (q *Queue) narrowedBy() []string {
	by := q.filter.Words(q.wording)
	if q.order != desk.OrderNewest {
		by = append(by, q.Env.Words.Say("order."+string(q.order)))
	}
	return by
}

// chips shows that.
func (q *Queue) chips() []string {
	chips := q.narrowedBy()
	for i, word := range chips {
		chips[i] = filter.Chip(word)
	}
	return chips
}

// summary says how things stand: how many wait, how long, how many are being helped; wait words how long.
func (q *Queue) summary(wait func(time.Time) string) string {
	w, c := q.Env.Words, q.counts
	s := w.Count("desk.waiting", c.Waiting)
	if c.Waiting > 0 && !c.Longest.IsZero() {
		s += ", " + w.Say("desk.longest", "time", wait(c.Longest))
	}
	if n := q.offers.CountForMe(); n > 0 {
		s += " · " + w.Say("desk.for-me", "sign", theme.OfferSign, "n", n)
	}
	s += " · " + w.Say("desk.claimed", "n", c.Claimed)
	if c.Parked > 0 {
		s += " · " + w.Say("desk.parked", "n", c.Parked)
	}
	return s
}

// found says how much was found, "" before anything is searched for.
func (q *Queue) found() string {
	switch {
	case !q.finding:
		return ""
	case q.hasMore:
		return q.Env.Words.Say("desk.found.more", "n", q.list.Len())
	}
	return q.Env.Words.Count("desk.found", q.list.Len())
}

// alike says that what was found has nearly the words that were typed, or belongs to somebody with nearly that name.
func (q *Queue) alike() string {
	if len(q.meant) > 0 {
		return q.Env.Words.Say("found.meant", "words", strings.Join(q.meant, ", "))
	}
	return q.Env.Words.Say("desk.found.alike")
}

// findingHead shows what is searched for, what it is narrowed down to, and how much was found.
func (q *Queue) findingHead(h screen.Head, width int) screen.Head {
	w, th := q.Env.Words, q.Env.Theme
	h.Right = q.found()
	if marked := q.markedHead(); marked != "" {
		h.Right = marked + " " + theme.Dot + " " + h.Right
	}
	if q.bySimilarName {
		h.Right = th.Today.On(q.alike()) + " · " + h.Right
	}
	if q.typing || strings.TrimSpace(q.search.Text()) != "" {
		field := q.search.View(th, max(width/4, 16), q.typing)[0]
		h.Left = th.Strong.On(w.Say("desk.search")) + " " + field
	} else {
		h.Left = th.Strong.On(w.Say("desk.filtered"))
		if q.own != nil {
			h.Left = th.Strong.On(cell.Short(q.own.Name, 24))
		}
	}
	chips := q.chips()
	for i, chip := range chips {
		if rest := len(chips) - i; i+1 < len(chips) && cell.Width(h.Left)+cell.Width(h.Right)+cell.Width(chip)+12 > width {
			h.Left += " +" + strconv.Itoa(rest)
			break
		}
		h.Left += " " + th.Chip.On(chip)
	}
	return h
}
