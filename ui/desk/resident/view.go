package resident

import (
	"strings"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/say"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// View draws the page.
func (d *page) View(h *dialog.Host, width, height int) []string {
	w, th := h.Env.Words, h.Env.Theme
	width = min(width, 96)
	inner := width - 4
	var lines []string
	for _, facts := range d.facts() {
		lines = append(lines, cell.FactLines(facts, inner)...)
	}
	for _, said := range append(d.walking(), d.visiting()...) {
		lines = append(lines, cell.Cut(cell.Safe(said, inner), inner))
	}
	if asks := d.asks(); asks != "" {
		lines = append(lines, cell.Cut(asks, inner))
	}
	lines = append(lines, "", th.Faint.On(w.Count("resident.requests", len(d.file.Requests))))
	foot := []string{th.Faint.On(cell.Cut(w.Say("resident.double"), inner))}
	if same := d.same(); same != "" {
		foot = []string{cell.Cut(cell.Safe(same, inner), inner)}
	}
	if d.was != "" {
		foot = append([]string{th.Today.On(cell.Cut(w.Say("resident.merged", "name", cell.Safe(d.was, 40)), inner))}, foot...)
	}
	room := max(height-2-len(lines)-len(foot), 1)
	from := max(min(d.at-room/2, len(d.file.Requests)-room), 0)
	for i := from; i < min(from+room, len(d.file.Requests)); i++ {
		row := &d.file.Requests[i]
		line := cell.Ends(row.Number+"  "+cell.Safe(d.summary(row), inner), w.Say("status."+string(row.Status))+"  "+cell.Fit(h.Env.When(row.Created), 11), inner-2)
		if i == d.at {
			lines = append(lines, th.Cursor.Over(th.Info.On(theme.CursorSign)+" "+line))
		} else {
			lines = append(lines, "  "+line)
		}
	}
	return widget.Box(th, cell.Safe(d.title(), inner), append(lines, foot...), width)
}

// title is who it is.
func (d *page) title() string {
	if d.file.Name == "" {
		return d.Host.Env.Words.Say("request.erased")
	}
	return d.file.Name
}

// summary is what a request asks.
func (d *page) summary(r *desk.RequestRow) string {
	if r.Summary == "" {
		return d.Host.Env.Words.Say("request.erased")
	}
	return r.Summary
}

// facts are how somebody is reached, where, and what else is known, as three lines; "" among them for what is not.
func (d *page) facts() [3][]string {
	w, r := d.Host.Env.Words, d.file.Resident
	lang, year := "", ""
	if r.Language != "" {
		lang = w.Say("detail.language", "name", w.Language(r.Language))
	}
	if r.BirthYear != 0 {
		year = w.Say("resident.born", "year", r.BirthYear)
	}
	return [3][]string{{r.Phone, r.Email}, {r.Street, strings.TrimSpace(r.Postcode + " " + r.City), r.Neighbourhood}, {year, lang, d.kept()}}
}

// same says who was merged into this resident, "" for nobody.
func (d *page) same() string {
	if len(d.merged) == 0 {
		return ""
	}
	var names []string
	for _, r := range d.merged {
		names = append(names, r.Name)
	}
	return d.Host.Env.Words.Say("resident.same", "names", strings.Join(names, ", "), "key", d.Host.Env.Keys.Label(key.Part))
}

// asks says which requests this one asks for others, "" for none.
func (d *page) asks() string {
	if len(d.file.AskedFor) == 0 {
		return ""
	}
	numbers := make([]string, len(d.file.AskedFor))
	for i := range numbers {
		numbers[i] = d.file.AskedFor[i].Number
	}
	return d.Host.Env.Words.Say("resident.asked-for", "numbers", strings.Join(numbers, ", "))
}

// around is how many requests before and after the one that the cursor is on are said.
const around = 20

// Said gives the page: who it is, what is known, and the requests around the cursor.
func (d *page) Said(h *dialog.Host) (l say.Lines) {
	w := h.Env.Words
	l.Heading("resident:"+d.file.ID.String(), d.title())
	for _, facts := range d.facts() {
		l.Text(wording.Facts(facts...))
	}
	for _, said := range append(d.walking(), d.visiting()...) {
		l.Text(said)
	}
	if asks := d.asks(); asks != "" {
		l.Text(asks)
	}
	l.Text(w.Count("resident.requests", len(d.file.Requests)))
	for i := max(d.at-around, 0); i < min(d.at+around+1, len(d.file.Requests)); i++ {
		r := &d.file.Requests[i]
		l.Row(r.ID.String(), i+1, i == d.at, say.Join(r.Number, d.summary(r), w.Say("status."+string(r.Status)), h.Env.When(r.Created)))
	}
	if d.was != "" {
		l.Text(w.Say("resident.merged", "name", d.was))
	}
	if same := d.same(); same != "" {
		l.Text(same)
	} else {
		l.Help(w.Say("resident.double"))
	}
	return l
}

// kept says why the data of a resident are kept, and whether that was told.
func (d *page) kept() string {
	w, r := d.Host.Env.Words, d.file.Resident
	if r.Keep == desk.KeepNothing {
		return ""
	}
	word := "keep.register"
	if r.Keep == desk.KeepThrowaway {
		word = "keep.throwaway"
	}
	told := "keep.not-told"
	if r.Told {
		told = "keep.told"
	}
	return w.Say("keep.why", "why", w.Say(word)) + " (" + w.Say(told) + ")"
}

// mostWalks is how many paths the page shows; all stand in their list.
const mostWalks = 2

// walking says how far the paths that run are, with what comes next.
func (d *page) walking() (out []string) {
	w := d.Host.Env.Words
	for i := range d.walks {
		p := &d.walks[i]
		if !p.Running() || len(out) == mostWalks {
			break
		}
		next := ""
		if s := p.Next(); s != nil {
			next = s.Text
		}
		out = append(out, say.Join(w.Say("resident.walk", "title", p.Title, "far", w.Say("path.of", "n", p.Done(), "of", len(p.Steps))), next))
	}
	return out
}
