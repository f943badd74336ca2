// Package detail shows one request: what is asked, where it stands, what was promised, and everything that happened. It
// reads it, draws it, and does nothing about it.
package detail

import (
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/offers"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Detail is the pane in which a request shows.
type Detail struct {
	Host *dialog.Host
	*wording.Wording
	Offers *offers.Offers

	shown  *Request
	scroll int // the first line that shows
}

// Shown is the request that shows; nil while none does.
func (d *Detail) Shown() *Request { return d.shown }

// Shows tells whether a request shows, as it was when it was read.
func (d *Detail) Shows(id journal.ID) bool { return d.shown != nil && d.shown.ID == id }

// Show shows a request, from its beginning where it is another one.
func (d *Detail) Show(r Request) {
	if !d.Shows(r.ID) {
		d.scroll = 0
	}
	d.shown = &r
}

// Clear shows nothing.
func (d *Detail) Clear() { d.shown = nil }

// Scroll moves by so many lines.
func (d *Detail) Scroll(lines int) { d.scroll = max(d.scroll+lines, 0) }

// View draws the request that shows: at most height lines of width cells, from the line scrolled to.
func (d *Detail) View(width, height int) []string {
	if d.shown == nil || width < 10 {
		return nil
	}
	lines := d.lines(d.shown, width)
	return d.Env.Window(lines, &d.scroll, height, "")
}

func (d *Detail) lines(r *Request, width int) []string {
	w, th := d.Env.Words, d.Env.Theme
	var out []string
	add := func(paint theme.Paint, text string, lines int) {
		for _, line := range cell.Wrap(text, width, lines) {
			out = append(out, paint.On(line))
		}
	}
	add(th.Strong, r.Number+"  "+d.summary(r), 3)
	if r.ReadOnly {
		add(th.Today, theme.WarnSign+" "+w.Say("error.update-needed"), 3)
	}
	for _, facts := range d.facts(r) {
		out = append(out, cell.FactLines(facts, width)...)
	}
	if mark, status := d.ColouredUrgency(r.Urgency), d.status(r); cell.Width(mark)+3+cell.Width(status) <= width {
		out = append(out, mark+" · "+status)
	} else {
		out = append(append(out, mark), cell.Wrap(status, width, 3)...)
	}
	out = append(out, d.aroundLines(r, width)...)
	if r.Details != "" {
		out = append(out, "")
		add(th.Plain, r.Details, 12)
	}
	out = append(out, d.disagreementLines(r, width)...)
	out = append(out, d.openLines(r, width)...)
	out = append(out, d.stepLines(r, width)...)
	out = append(out, d.offerLines(r, width)...)
	out = append(out, "")
	out = append(out, d.storyLines(r, width)...)
	if r.Minutes > 0 {
		out = append(out, "", w.Count("detail.minutes", r.Minutes))
	}
	return out
}

// summary is what is asked, or that it was erased.
func (d *Detail) summary(r *Request) string {
	if r.Erased || r.Summary == "" {
		return d.Env.Words.Say("request.erased")
	}
	return r.Summary
}

// facts are who asks and how, and what else is known of that, as two lines; "" among them for what is not.
func (d *Detail) facts(r *Request) [2][]string {
	w := d.Env.Words
	who := r.ResidentName
	if who == "" {
		who = w.Say("resident.anonymous")
	}
	first, second := []string{who, w.Code("channel", r.Channel)}, []string(nil)
	if r.Language != "" {
		first = append(first, w.Say("detail.language", "name", w.Language(r.Language)))
	}
	if r.LifeDomain != "" {
		second = append(second, w.Say("detail.domain", "name", w.Code("life-domain", r.LifeDomain)))
	}
	if by := d.askedBy(r); by != "" {
		second = append(second, by)
	}
	second = append(second, w.Code("supervision", string(r.Supervision)), w.Code("asker", r.Asker), w.Code("age-band", r.AgeBand), r.Neighbourhood)
	return [2][]string{first, second}
}

// askedBy says who asks for the resident, "" where nobody does.
func (d *Detail) askedBy(r *Request) string {
	name := r.AskedByName
	switch w := d.Env.Words; {
	case name == "" && r.Relation == "":
		return ""
	case name == "":
		return w.Say("detail.asked-by", "name", r.Relation)
	case r.Relation != "":
		name += " (" + r.Relation + ")"
		fallthrough
	default:
		return w.Say("detail.asked-by", "name", name)
	}
}

// told is an event in words, and when it was.
type told struct{ when, text string }

// story is what happened, in order.
func (d *Detail) story(r *Request) (all []told) {
	for _, e := range r.History {
		if e.Undone || e.Item == journal.ItemRetract || e.Item == journal.ItemVouch || e.Item == desk.ItemDetails || e.Item == desk.ItemNoted {
			continue
		}
		text, at := d.event(r, e), e.At
		if text == "" {
			continue
		}
		if len(all) == 0 && e.Item == journal.ItemSet {
			at = r.Created
		}
		all = append(all, told{d.Env.When(at), text})
	}
	return all
}

// storyLines tells what happened, one event below the other.
func (d *Detail) storyLines(r *Request, width int) []string {
	all, wide := d.story(r), 0
	for _, t := range all {
		wide = max(wide, len(t.when)+1)
	}
	var out []string
	for _, t := range all {
		for i, line := range cell.Wrap(t.text, width-wide, 6) {
			when := cell.Space(wide)
			if i == 0 {
				when = cell.Pad(t.when, wide)
			}
			out = append(out, d.Env.Theme.Faint.On(when)+line)
		}
	}
	return out
}
