package queue

import (
	"strings"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// detailPane draws the detail over the whole width: below the width for two panes.
func (q *Queue) detailPane(size screen.Size) string {
	lines := q.detail(size.Width-3, size.Height)
	for i, line := range lines {
		lines[i] = "  " + line
	}
	return strings.Join(lines, "\n")
}

// detail draws the request that shows: at most height lines of width cells, from the line scrolled to.
func (q *Queue) detail(width, height int) []string {
	if q.shown == nil || q.list.Len() == 0 || width < 10 {
		return nil
	}
	lines := q.detailLines(q.shown, width)
	q.scroll = max(min(q.scroll, len(lines)-height), 0)
	end := min(q.scroll+height, len(lines))
	out := append([]string(nil), lines[q.scroll:end]...)
	th := q.env.Theme
	if end < len(lines) && len(out) > 0 {
		out[len(out)-1] = th.Faint.On(theme.DownSign + " " + q.env.Words.Count("detail.more", len(lines)-end+1))
	}
	return out
}

func (q *Queue) detailLines(f *file, width int) []string {
	w, th, r := q.env.Words, q.env.Theme, &f.request
	var out []string
	add := func(paint theme.Paint, text string, lines int) {
		for _, line := range cell.Wrap(text, width, lines) {
			out = append(out, paint.On(line))
		}
	}
	summary := r.Summary
	if r.Erased || summary == "" {
		summary = w.Say("request.erased")
	}
	add(th.Strong, r.Number+"  "+summary, 3)
	who := f.resident
	if who == "" {
		who = w.Say("resident.anonymous")
	}
	facts := []string{who, w.Code("channel", r.Channel)}
	if r.Language != "" {
		facts = append(facts, w.Say("detail.language", "name", languageName(w, r.Language)))
	}
	out = append(out, factLines(facts, width)...)
	facts = nil
	if r.LifeDomain != "" {
		facts = append(facts, w.Say("detail.domain", "name", w.Code("life-domain", r.LifeDomain)))
	}
	facts = append(facts, w.Code("supervision", string(r.Supervision)))
	facts = append(facts, w.Code("asker", r.Asker), w.Code("age-band", r.AgeBand), r.Neighbourhood)
	out = append(out, factLines(facts, width)...)
	if mark, status := urgencyMark(q, r.Urgency), q.status(r); cell.Width(mark)+3+cell.Width(status) <= width {
		out = append(out, mark+" · "+status)
	} else {
		out = append(append(out, mark), cell.Wrap(status, width, 3)...)
	}
	if r.Details != "" {
		out = append(out, "")
		add(th.Plain, r.Details, 12)
	}
	out = append(out, q.clashLines(f, width)...)
	out = append(out, q.openLines(r, width)...)
	out = append(out, q.stepLines(f, width)...)
	out = append(out, q.offerLines(f, width)...)
	out = append(out, "")
	out = append(out, q.storyLines(f, width)...)
	if r.Minutes > 0 {
		out = append(out, "", w.Count("detail.minutes", r.Minutes))
	}
	return out
}

// storyLines tells what happened, one event below the other.
func (q *Queue) storyLines(f *file, width int) []string {
	type told struct{ when, text string }
	var all []told
	wide := 0
	for _, e := range f.history {
		if e.Undone || e.Item == model.ItemRetract || e.Item == model.ItemDetails {
			continue
		}
		text, at := q.event(f, e), e.At
		if text == "" {
			continue
		}
		if len(all) == 0 && e.Item == model.ItemSet {
			at = f.request.Created
		}
		all = append(all, told{q.env.When(at), text})
		wide = max(wide, len(all[len(all)-1].when)+1)
	}
	var out []string
	for _, t := range all {
		for i, line := range cell.Wrap(t.text, width-wide, 6) {
			when := cell.Space(wide)
			if i == 0 {
				when = cell.Pad(t.when, wide)
			}
			out = append(out, q.env.Theme.Faint.On(when)+line)
		}
	}
	return out
}

// factLines joins facts with dots, on as many lines as they need; a fact is broken only where it is longer than a line.
func factLines(facts []string, width int) []string {
	var out []string
	line := ""
	for _, f := range facts {
		if f = cell.Safe(f, width); f == "" {
			continue
		}
		switch {
		case line == "":
			line = f
		case cell.Width(line)+3+cell.Width(f) <= width:
			line += " · " + f
		default:
			out, line = append(out, cell.Cut(line, width)), f
		}
	}
	if line != "" {
		out = append(out, cell.Cut(line, width))
	}
	return out
}

func joinFacts(facts []string) string {
	var some []string
	for _, f := range facts {
		if f != "" {
			some = append(some, f)
		}
	}
	return strings.Join(some, " · ")
}

// status says where the request stands and with whom.
func (q *Queue) status(r *model.Request) string {
	w := q.env.Words
	switch r.Status {
	case model.StatusClaimed:
		return w.Say("detail.claimed", "who", q.names(r.Holder()), "when", q.env.When(r.Claims[0].At))
	case model.StatusParked:
		return w.Say("detail.parked", "when", q.env.When(r.Parked.At))
	case model.StatusClosed:
		if r.Merged != nil {
			return w.Say("link.merged", "number", q.shown.goesOn)
		}
		s := w.Say("detail.closed", "outcome", q.outcomeWord(r.Closed.Outcome), "when", q.env.When(r.Closed.At))
		if len(r.Closed.Tags) > 0 {
			for _, tag := range r.Closed.Tags {
				s += " · " + w.Name(q.env.Site.Tags, tag)
			}
		}
		return cell.Safe(s, 400)
	}
	return w.Say("detail.waiting", "time", q.wait(r.Created))
}

func (q *Queue) names(ids []model.ID) string {
	var names []string
	for _, id := range ids {
		names = append(names, q.short(id))
	}
	return joined(names)
}

// clashLines shows what two people did apart from each other, until somebody decides.
func (q *Queue) clashLines(f *file, width int) []string {
	r, w, th := &f.request, q.env.Words, q.env.Theme
	if !r.Contested() {
		return nil
	}
	out := []string{""}
	add := func(text string) {
		for _, line := range cell.Wrap(text, width-2, 4) {
			out = append(out, th.Today.On(theme.ClashSign)+" "+line)
		}
	}
	if len(r.Claims) > 1 {
		var who []string
		for _, c := range r.Claims {
			who = append(who, q.names(c.For)+" "+q.env.When(c.At))
		}
		add(w.Say("clash.claims", "who", strings.Join(who, ", "), "holder", q.names(r.Holder())))
	}
	if len(r.Closings) > 1 {
		add(w.Say("clash.closings", "who", q.name(r.Closings[0].By)+", "+q.name(r.Closings[1].By)))
	}
	for _, s := range r.Siblings {
		add(w.Say("clash.field", "field", q.fieldWord(s.Field), "shown", q.fieldText(s.Field, shownValue(r, s.Field)),
			"other", q.fieldText(s.Field, s.Value), "who", q.name(s.By), "when", q.env.When(s.At)))
	}
	add(w.Say("clash.settle", "key", q.env.Keys.Label(Settle)))
	return out
}

// openLines lists what was promised and not done yet.
func (q *Queue) openLines(r *model.Request, width int) []string {
	w, th := q.env.Words, q.env.Theme
	var out []string
	add := func(paint theme.Paint, text string) {
		for i, line := range cell.Wrap(text, width-2, 3) {
			mark := "  "
			if i == 0 {
				mark = theme.FreeSign + " "
			}
			out = append(out, paint.On(mark+line))
		}
	}
	for _, t := range r.Tasks {
		if t.Done != nil || t.Erased {
			continue
		}
		word := "detail.task"
		if t.CallBack {
			word = "detail.call"
		}
		on := q.names(r.Holder())
		if !t.On.IsZero() {
			on = q.short(t.On)
		}
		paint, when := th.Plain, q.env.When(t.Due)
		if !t.Due.IsZero() && t.Due.Before(q.now) {
			paint, when = th.Now, when+" "+w.Say("detail.late")
		}
		add(paint, joinFacts([]string{w.Say(word, "what", t.What), on, when}))
	}
	for _, f := range r.Referrals {
		if f.Open() {
			add(th.Plain, w.Say("detail.referral", "name", f.To, "state", w.Say("referral."+string(f.State))))
		}
	}
	if len(out) > 0 {
		out = append([]string{""}, out...)
	}
	return out
}
