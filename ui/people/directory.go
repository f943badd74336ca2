package people

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// mostServices is how many services one list holds; more are found by typing.
const mostServices = 500

// fetchServices reads the services of the directory, those that fit where something is searched for.
func (p *People) fetchServices() tea.Cmd {
	session, words, q := p.Env.Session, p.Env.Words, directory.Query{Now: p.Env.Local(p.Env.Now()), Limit: mostServices, Retired: true}
	if p.openNow {
		q.OpenAt = q.Now
	}
	if p.finding {
		q.Text = strings.TrimSpace(p.search.Text())
	}
	return screen.Ask(p.Env.Ctx, p.mapping.Next(), func(ctx context.Context) ([]directory.Hit, error) { return findServices(ctx, session, words, q) })
}

// findServices finds services by words, of which one may be a language that is spoken there. Those to which one no longer refers come last.
func findServices(ctx context.Context, session *model.Session, w text.Words, q directory.Query) ([]directory.Hit, error) {
	out, err := directory.Find(ctx, session, q)
	if err != nil {
		return nil, err
	}
	typed := strings.Fields(q.Text)
	for i, word := range typed {
		tag, ok := w.FindLanguage(word)
		if !ok {
			continue
		}
		if len(out) > 0 && out[0].Nearly { // words that only look alike are no better than the language itself
			out = nil
		}
		q.Language, q.Text = tag, strings.Join(slices.Concat(typed[:i], typed[i+1:]), " ")
		spoken, err := directory.Find(ctx, session, q)
		if err != nil {
			return nil, err
		}
		for _, h := range spoken {
			if !slices.ContainsFunc(out, func(x directory.Hit) bool { return x.Service.ID == h.Service.ID }) {
				out = append(out, h)
			}
		}
		break
	}
	slices.SortStableFunc(out, func(a, b directory.Hit) int { return btoi(a.Retired) - btoi(b.Retired) })
	return out, nil
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (p *People) tookServices(a screen.Answer[[]directory.Hit]) tea.Cmd {
	if !p.mapping.Fits(a.Ticket) {
		return nil
	}
	if a.Err == nil {
		p.hits = a.Value
	}
	ids := make([]journal.ID, len(p.hits))
	for i := range p.hits {
		ids[i] = p.hits[i].Service.ID
	}
	p.lists[services].Load(ids, false, false)
	p.arrived()
	return nil
}

// hit is the service the cursor is on.
func (p *People) hit() (*directory.Hit, bool) {
	i, _, ok := p.current()
	if !ok || p.kind() != services || i >= len(p.hits) {
		return nil, false
	}
	return &p.hits[i], true
}

func (p *People) onService() bool {
	_, ok := p.hit()
	return ok
}

// serviceColumns are those of the directory.
func (p *People) serviceColumns(w text.Words) []column {
	of := func(f func(h *directory.Hit) string) func(int) string {
		return func(i int) string { return f(&p.hits[i]) }
	}
	return []column{
		{"cli.col.service", 0, of(func(h *directory.Hit) string { return directory.Called(h.Organization, h.Service) })},
		{"cli.col.open", 9, of(func(h *directory.Hit) string {
			if h.Retired {
				return w.Say("directory.ended")
			}
			return w.DirectoryOpen(h.Open)
		})},
		{"directory.col.place", 16, of((*directory.Hit).Place)},
		{"directory.col.checked", 14, of(func(h *directory.Hit) string { return p.checked(h) })},
		{"field.capacities", 12, of(func(h *directory.Hit) string { return p.room(h) })},
	}
}

// checked is when somebody said last that a service is right, with a sign where that is too long ago.
func (p *People) checked(h *directory.Hit) string {
	said := p.Env.Day(h.Service.Assured.At)
	if said == "" {
		said = p.Env.Words.Say("directory.col.never")
	}
	if h.Stale {
		return theme.WarnSign + " " + said
	}
	return said
}

// room is the room that a service said it had, with its day where that is long ago.
func (p *People) room(h *directory.Hit) string {
	c, ok := h.Service.Capacity()
	if !ok || c.Available < 0 {
		return ""
	}
	said := p.Env.Words.Say("directory.free", "n", c.Available)
	if c.Old(p.Env.Now()) {
		when := p.Env.Day(c.On)
		if when == "" {
			when = p.Env.Words.Say("directory.room-undated")
		}
		said += " " + theme.WarnSign + " " + when
	}
	return said
}

// service tells all there is to know before one refers somebody there.
func (g *details) service(h *directory.Hit) {
	p, w, th, s := g.p, g.w, g.p.Env.Theme, &h.Service
	g.text(th.Strong, directory.Called(h.Organization, *s), 3)
	g.apart(s.ID)
	if h.Retired {
		said := w.Say("directory.retired")
		if s.Retired != nil {
			said += ": " + s.Retired.Why
		}
		g.warning(said)
	}
	if h.Stale {
		g.warning(w.Say("directory.old"))
	}
	if s.Alert != "" {
		g.warning(s.Alert)
	}
	g.blank()
	g.fact("cli.col.open", w.DirectoryOpen(h.Open))
	for _, hours := range s.Schedules {
		g.fact("field.schedules", w.Hours(hours))
	}
	for _, e := range []*directory.Entry{&s.Entry, &h.Organization.Entry} {
		for _, phone := range e.Phones {
			g.fact("field.phones", strings.TrimSpace(phone.Number+" "+phone.Department))
		}
		g.fact("field.email", e.Email)
		g.fact("field.url", e.URL)
	}
	for i := range h.Places {
		l := &h.Places[i]
		g.fact("field.address", strings.Join(append(append([]string{l.Name}, l.Address...), l.Postcode, l.City), " "))
	}
	g.fact("field.description", s.Description)
	g.fact("field.needs", strings.Join(s.Needs, ", "))
	g.fact("field.languages", p.languageNames(s.Languages))
	g.fact("field.eligibility", s.Eligibility)
	g.fact("field.process", s.Process)
	g.fact("field.fees", strings.Join(append(s.Costs[:len(s.Costs):len(s.Costs)], s.Fees), " "))
	g.fact("field.wait", s.Wait)
	g.fact("field.capacities", p.room(h))
	g.fact("field.documents", strings.Join(s.Documents, ", "))
	by := s.Assurer
	if !s.Assured.By.IsZero() {
		by = p.name(s.Assured.By)
	}
	g.fact("directory.col.checked", strings.TrimSpace(p.checked(h)+" "+by))
	if u := h.Used; u.Referred > 0 {
		g.fact("directory.referred", w.Say("directory.used", "n", u.Referred, "accepted", u.Accepted, "declined", u.Declined))
	}
	for _, n := range s.Notes {
		g.fact("place.at.note", p.Env.Day(n.At)+" "+p.name(n.By)+": "+n.Text)
	}
}

// assure says that the service that the cursor is on is right, today.
func (p *People) assure() tea.Cmd {
	h, _ := p.hit()
	return p.Do(p.land, directory.Assure{ID: h.Service.ID})
}

// noteService writes something beside the service that the cursor is on.
func (p *People) noteService() tea.Cmd {
	h, _ := p.hit()
	id := h.Service.ID
	d := &dialog.Prompt{Key: "service-note/" + id.String(), About: id, Prompt: widget.Prompt{Title: p.Env.Words.Say("key.people.note") + " · " + cell.Safe(h.Service.Name, 40), Input: widget.NewInput("", 3)}}
	d.Submit = func(text string) tea.Cmd { return p.Do(p.land, directory.Note{ID: id, Text: text}) }
	return p.Type(d)
}
