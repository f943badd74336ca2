package resident

import (
	"strings"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/dialog"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// View draws the page.
func (d *page) View(h *dialog.Host, width, height int) []string {
	w, th, r := h.Env.Words, h.Env.Theme, d.file.Resident
	width = min(width, 96)
	inner := width - 4
	lang := ""
	if r.Language != "" {
		lang = w.Say("detail.language", "name", w.Language(r.Language))
	}
	lines := cell.FactLines([]string{r.Phone, r.Email}, inner)
	lines = append(lines, cell.FactLines([]string{r.Street, strings.TrimSpace(r.Postcode + " " + r.City), r.Neighbourhood}, inner)...)
	year := ""
	if r.BirthYear != 0 {
		year = w.Say("resident.born", "year", r.BirthYear)
	}
	lines = append(lines, cell.FactLines([]string{year, lang, d.kept()}, inner)...)
	lines = append(lines, "", th.Faint.On(w.Count("resident.requests", len(d.file.Requests))))
	foot := []string{th.Faint.On(cell.Cut(w.Say("resident.double"), inner))}
	if len(d.merged) > 0 {
		var names []string
		for _, r := range d.merged {
			names = append(names, r.Name)
		}
		text := w.Say("resident.same", "names", strings.Join(names, ", "), "key", h.Env.Keys.Label(key.Part))
		foot = []string{cell.Cut(cell.Safe(text, inner), inner)}
	}
	if d.was != "" {
		foot = append([]string{th.Today.On(cell.Cut(w.Say("resident.merged", "name", cell.Safe(d.was, 40)), inner))}, foot...)
	}
	room := max(height-2-len(lines)-len(foot), 1)
	from := max(min(d.at-room/2, len(d.file.Requests)-room), 0)
	for i := from; i < min(from+room, len(d.file.Requests)); i++ {
		row := &d.file.Requests[i]
		summary := row.Summary
		if summary == "" {
			summary = w.Say("request.erased")
		}
		line := cell.Ends(row.Number+"  "+cell.Safe(summary, inner), w.Say("status."+string(row.Status))+"  "+cell.Fit(h.Env.When(row.Created), 11), inner-2)
		if i == d.at {
			lines = append(lines, th.Cursor.Over(th.Info.On(theme.CursorSign)+" "+line))
		} else {
			lines = append(lines, "  "+line)
		}
	}
	title := r.Name
	if title == "" {
		title = w.Say("request.erased")
	}
	return widget.Box(th, cell.Safe(title, inner), append(lines, foot...), width)
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
