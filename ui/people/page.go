package people

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// page is a resident's page: everything known, all requests, and who looked.
type page struct {
	file   desk.ResidentFile
	merged []desk.Resident // who were merged into this one
	at     int             // the request the cursor is on
	follow bool            // the cursor moved: the window goes along
}

// row is the request the cursor is on.
func (g *page) row() (desk.RequestRow, bool) {
	if g.at >= len(g.file.Requests) {
		return desk.RequestRow{}, false
	}
	return g.file.Requests[g.at], true
}

// open opens a resident's page; that this person did is written down. A page that is open already stays.
func (p *People) open(id journal.ID) tea.Cmd {
	return p.look(id, func() tea.Cmd {
		p.focus = true
		return nil
	})
}

// look opens a resident's page where it is not open, and goes on from there.
func (p *People) look(id journal.ID, then func() tea.Cmd) tea.Cmd {
	if p.page != nil && p.page.file.ID == id {
		return then()
	}
	return dialog.Look(&p.Host, func(ctx context.Context, session *model.Session) (g page, err error) {
		if g.file, err = desk.OpenResident(ctx, session, id); err == nil {
			g.merged, err = desk.ReadMergedResidents(ctx, session, id)
		}
		return g, err
	}, func(g page) tea.Cmd {
		p.opening.Drop()
		p.page, p.scroll = &g, 0
		return then()
	})
}

// readPage reads the open page again: the same look, which is written down already.
func (p *People) readPage() tea.Cmd {
	if p.page == nil {
		return nil
	}
	session, id := p.Env.Session, p.page.file.ID
	return screen.Ask(p.Env.Ctx, p.opening.Next(), func(ctx context.Context) (g page, err error) {
		if g.file, err = desk.ReadOpenedResident(ctx, session, id); err == nil {
			g.merged, err = desk.ReadMergedResidents(ctx, session, id)
		}
		return g, err
	})
}

func (p *People) tookPage(a screen.Answer[page]) tea.Cmd {
	if !p.opening.Fits(a.Ticket) || p.page == nil {
		return nil
	}
	if a.Err != nil || a.Value.file.Erased || a.Value.file.Archived || !a.Value.file.MergedInto.IsZero() {
		p.page, p.focus = nil, false
		return nil
	}
	if row, ok := p.page.row(); ok {
		a.Value.at = max(slices.IndexFunc(a.Value.file.Requests, func(r desk.RequestRow) bool { return r.ID == row.ID }), 0)
	}
	p.page = &a.Value
	return nil
}

// page tells what stands on a page above the requests.
func (d *details) page(g *page) {
	p, w, th, r := d.p, d.w, d.p.Env.Theme, &g.file.Resident
	d.text(th.Strong, r.Name, 2)
	d.apart(r.ID)
	d.facts(r.Phone, r.Email)
	d.facts(r.Street, strings.TrimSpace(r.Postcode+"  "+r.City), r.Neighbourhood)
	var some []string
	if r.BirthYear != 0 {
		some = append(some, w.Say("people.born", "year", strconv.Itoa(r.BirthYear)))
	}
	if r.Language != "" {
		some = append(some, w.Say("detail.language", "name", w.Language(r.Language)))
	}
	if r.Regular {
		some = append(some, w.Say("people.regular"))
	}
	d.facts(some...)
	keep := w.Say("people.keep." + string(keepOr(r.Keep)))
	switch {
	case r.Keep == desk.KeepNothing:
		d.facts(keep)
	case r.Told:
		d.facts(keep, w.Say("people.told"))
	default:
		d.warning(keep + " " + theme.Dot + " " + w.Say("people.untold"))
	}
	if len(g.merged) > 0 {
		d.text(th.Plain, w.Say("people.merged", "names", residentNames(g.merged), "key", p.Env.Keys.Label(Part)), 3)
	}
	d.text(th.Faint, w.Say("people.looked", "who", p.lookers(g, 3)), 2)
	d.blank()
	d.line(th.Strong, w.Count("people.requests", len(g.file.Requests)))
}

// pageLines draws the page; from is the first line of the requests.
func (p *People) pageLines(g *page, width int) (out []string, from int) {
	d := &details{p: p, w: p.Env.Words, width: width}
	d.page(g)
	out, from = d.lines, len(d.lines)
	for i := range g.file.Requests {
		out = append(out, p.requestLine(g, i, width))
	}
	return out, from
}

// requestLine draws one request of a page.
func (p *People) requestLine(g *page, i, width int) string {
	r := &g.file.Requests[i]
	text := "  " + cell.Fit(r.Number, 10) + "  " + cell.Fit(p.Env.Words.Say("status."+string(r.Status)), 12) + " "
	if width >= 62 {
		text += p.Env.Day(r.Created) + "  "
	}
	line := text + cell.Fit(p.summary(r), width-cell.Width(text))
	if p.focus && i == g.at {
		return p.Env.Theme.Cursor.On(theme.CursorSign + line[1:])
	}
	return line
}

// summary is what a request is about, or that this was erased.
func (p *People) summary(r *desk.RequestRow) string {
	if r.Summary == "" {
		return p.Env.Words.Say("request.erased")
	}
	return r.Summary
}

// lookers names the last who opened the page, the latest first.
func (p *People) lookers(g *page, n int) string {
	var said []string
	for i := len(g.file.Opened) - 1; i >= 0 && len(said) < n; i-- {
		m := g.file.Opened[i]
		said = append(said, screen.ShortName(p.name(m.By))+" "+p.Env.When(m.At))
	}
	if rest := len(g.file.Opened) - len(said); rest > 0 {
		said = append(said, p.Env.Words.Say("people.looked.more", "n", rest, "key", p.Env.Keys.Label(Looked)))
	}
	return strings.Join(said, " · ")
}

// startLooked lists everybody who opened the page.
func (p *People) startLooked() tea.Cmd {
	w, g := p.Env.Words, p.page
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("people.looked.title", "name", cell.Short(g.file.Name, 40)), Empty: w.Say("pick.none"), Hint: w.Say("history.hint")}}
	for i := len(g.file.Opened) - 1; i >= 0; i-- {
		m := g.file.Opened[i]
		label := p.name(m.By)
		if !m.Responsible.IsZero() {
			label += " (" + w.Say("people.under", "name", p.name(m.Responsible)) + ")"
		}
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Fit(p.Env.Date(m.At), 18) + cell.Safe(label, 80)})
	}
	return p.Show(d)
}

// keepNothing is how an answer and the words name that contact data are not kept.
const keepNothing desk.Keep = "nothing"

// keepOr names why contact data are kept, or that they are not.
func keepOr(k desk.Keep) desk.Keep { return cmp.Or(k, keepNothing) }

func residentNames(list []desk.Resident) string {
	names := make([]string, len(list))
	for i, r := range list {
		names[i] = r.Name
	}
	return strings.Join(names, ", ")
}
