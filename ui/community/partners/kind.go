package partners

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/plain"
	"leerbalie/model/together"
	"leerbalie/ui/community/page"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// Scope is where the keys of the list work, and BoardScope where those of the board do.
const (
	Scope      = "partners"
	BoardScope = "partners-board"
)

// row is a partner as the list shows it.
type row struct {
	partner.Partner
	network  string
	guides   string
	on       *boardRow // its row of the board; nil for one that ended
	grid     *grid     // of all partners
	names    map[journal.ID]string
	networks []partner.Network
}

func (p *Partners) kind() page.Kind[row] {
	return page.Kind[row]{
		Name: "partners", Scope: Scope, Read: read,
		ID: func(r *row) journal.ID { return r.ID }, Title: func(r *row) string { return r.Name },
		Right: p.right, Group: func(p *page.Page[row], r *row) string { return cmp.Or(r.network, p.Env.Words.Say("partners.alone")) },
		Past:  func(r *row) bool { return r.State == partner.Ended },
		Warn:  func(p *page.Page[row], r *row) bool { return len(warnings(p.Env.Words, p.Env.Today(), r)) > 0 },
		Words: func(r *row) []string { return append([]string{r.network, r.Sector, r.Contact, r.guides}, r.Work...) },
		Facts: facts, Empty: "partners.begin", Count: "partners.count", New: Add,
		First: []keys.ID{Board, Place, Edit, State, Note, Move, End},
	}
}

// read reads the partners by network, and lays out the board.
func read(ctx context.Context, session *model.Session, env screen.Env) ([]row, error) {
	today := env.Today()
	board, err := placement.Read(ctx, session, today, today.AddDate(0, 0, -7*behind), behind+Weeks)
	if err != nil {
		return nil, err
	}
	all, err := partner.All(ctx, session)
	if err != nil {
		return nil, err
	}
	everybody, err := session.People(ctx)
	if err != nil {
		return nil, err
	}
	people, names := map[journal.ID]model.Person{}, map[journal.ID]string{}
	for i := range everybody {
		people[everybody[i].ID], names[everybody[i].ID] = everybody[i], everybody[i].Name
	}
	g, on, networks, called := lay(&board, people), map[journal.ID]*boardRow{}, []partner.Network(nil), map[journal.ID]string{}
	for i := range g.rows {
		on[g.rows[i].of.ID] = &g.rows[i]
	}
	for i := range board.Networks {
		networks = append(networks, board.Networks[i].Network)
		called[networks[i].ID] = networks[i].Name
	}
	rows := make([]row, len(all))
	for i := range all {
		rows[i] = row{Partner: all[i], network: called[all[i].Network], networks: networks, on: on[all[i].ID], grid: g, names: names}
		var guides []string
		for _, id := range all[i].Guides {
			if name := names[id]; name != "" {
				guides = append(guides, name)
			}
		}
		rows[i].guides = strings.Join(guides, ", ")
	}
	slices.SortStableFunc(rows, func(a, b row) int { // those that ended behind the others of their network
		return cmp.Or(byNetwork(a.network, b.network), order(a.State == partner.Ended, b.State == partner.Ended))
	})
	return rows, nil
}

// byNetwork orders by the names of networks, none last.
func byNetwork(a, b string) int {
	return cmp.Or(order(a == "", b == ""), strings.Compare(plain.FoldText(a), plain.FoldText(b)))
}

func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// placed is how many are at a partner today, and used how many minutes a week they take.
func (r *row) placed() int {
	if r.on == nil {
		return 0
	}
	return r.on.placed
}

func (r *row) used() int {
	if r.on == nil {
		return 0
	}
	return r.on.weeks[behind].Used
}

// right is how far a partner is, and how many of its places are taken.
func (p *Partners) right(_ *page.Page[row], r *row) string {
	w := p.Env.Words
	if r.State == partner.Ended || r.Places == 0 {
		return w.PartnerState(r.State)
	}
	return w.Say("partners.right", "state", w.PartnerState(r.State), "placed", r.placed(), "places", r.Places)
}

// warnings are what has to be settled at a partner.
func warnings(w text.Words, today time.Time, r *row) (out []string) {
	if r.on != nil {
		for _, f := range r.on.found {
			out = append(out, findingSaid(w, r, f))
		}
	}
	if !r.To.IsZero() && r.To.Before(today) && (r.State == partner.Agreed || r.State == partner.Running) {
		out = append(out, w.Say("partners.warn.over", "day", text.Day(r.To)))
	}
	return out
}

func findingSaid(w text.Words, r *row, f placement.Finding) string {
	student := r.names[f.Student]
	switch f.Code {
	case placement.AtEnded:
		return w.Count("partners.warn.ended", f.Taken)
	case placement.OverPlaces:
		return w.Say("partners.warn.places", "have", f.Have, "taken", f.Taken, "from", text.Day(f.From), "until", text.Day(f.To.AddDate(0, 0, 6)))
	case placement.OverHours:
		return w.Say("partners.warn.hours", "have", hoursOf(w, f.Have), "taken", hoursOf(w, f.Taken), "from", text.Day(f.From), "until", text.Day(f.To.AddDate(0, 0, 6)))
	case placement.Twice:
		return w.Say("partners.warn.twice", "student", student, "from", text.Day(f.From), "until", text.Day(f.To))
	}
	return w.Say("partners.warn.outside", "student", student)
}

// facts are all that is known of a partner, with who is placed there as far as whoever sits here may see.
func facts(p *page.Page[row], r *row) (out []page.Fact) {
	w := p.Env.Words
	add := func(label, text string) {
		if text != "" {
			out = append(out, page.Fact{Label: label, Text: text})
		}
	}
	field := func(name, text string) { add(w.Say("field.partner-"+name), text) }
	for _, warn := range warnings(w, p.Env.Today(), r) {
		out = append(out, page.Fact{Text: warn, Warn: true})
	}
	field("state", w.PartnerState(r.State))
	field("network", r.network)
	field("sector", r.Sector)
	add(w.Say("partners.period"), period(w, r.From, r.To))
	if r.Places > 0 {
		field("places", w.Say("partners.places", "placed", r.placed(), "places", r.Places, "free", max(r.Places-r.placed(), 0)))
	}
	if r.Supervision > 0 {
		field("supervision", w.Say("partners.hours", "used", hoursOf(w, r.used()), "given", hoursOf(w, r.Supervision), "left", hoursOf(w, max(r.Supervision-r.used(), 0))))
	}
	field("levels", strings.Join(r.Levels, ", "))
	field("work", strings.Join(w.Names(together.WorkKinds(), r.Work), ", "))
	field("contact", r.Contact)
	field("guides", r.guides)
	if !r.Agreed.IsZero() {
		field("agreed", text.Day(r.Agreed))
	}
	field("terms", r.Terms)
	field("note", r.Note)
	out = append(out, peopleFacts(w, p.Env.Today(), r)...)
	return append(out, notesFacts(w, r)...)
}

// peopleFacts are who is there and who comes; others than whoever sits here may see as a number.
func peopleFacts(w text.Words, today time.Time, r *row) (out []page.Fact) {
	if r.on == nil {
		return nil
	}
	_, others := r.on.there(behind)
	for i := range r.on.here {
		if s := &r.on.here[i]; s.State(today) != placement.Ended {
			out = append(out, page.Fact{Text: staySaid(w, s), Is: s})
		}
	}
	if others > 0 {
		out = append(out, page.Fact{Text: w.Count("partners.others", others)})
	}
	if len(out) == 0 {
		return nil
	}
	return append([]page.Fact{{Text: w.Say("partners.who"), Head: true}}, out...)
}

func staySaid(w text.Words, s *stay) string {
	parts := []string{s.name}
	for _, part := range []string{s.Level, period(w, s.From, s.Last()), w.Say("partners.stay.hours", "hours", hoursOf(w, s.Minutes)), s.guide} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " "+theme.Dot+" ")
}

// notesFacts are what was written down of the partner itself, the latest first.
func notesFacts(w text.Words, r *row) (out []page.Fact) {
	for i := len(r.Notes) - 1; i >= 0; i-- {
		n := r.Notes[i]
		who := r.names[n.By]
		if n.From != "" {
			who = n.From
		}
		out = append(out, page.Fact{Label: w.Say("partners.note."+partner.SaidKind(n.Kind)) + " " + text.Day(n.Day), Text: strings.TrimSpace(n.Text + " (" + who + ")")})
	}
	if len(out) > 0 {
		out = append([]page.Fact{{Text: w.Say("partners.notes"), Head: true}}, out...)
	}
	return out
}

// period is from when to when, in words; "" where neither is known.
func period(w text.Words, from, to time.Time) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return w.Say("partners.since", "day", text.Day(from))
	case from.IsZero():
		return w.Say("partners.until", "day", text.Day(to))
	}
	return w.Say("partners.from-to", "from", text.Day(from), "to", text.Day(to))
}
