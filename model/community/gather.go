package community

import (
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/plain"
	"leerbalie/model/project"
)

// Gathering is a course, as numbers.
type Gathering struct {
	Title  string
	Theme  string
	Dates  int // in the period, of those that went on
	Came   int // how often a student was there; who came twice counts twice
	People int // how many students were there at least once
}

// Meetings are those of the period, as numbers.
type Meetings struct {
	Held, Cancelled int
	Came            int // how often somebody was there, of those meetings of which it was noted
	Noted           int // of so many it was noted who was there
}

// ProjectLine is a project.
type ProjectLine struct {
	Title, District, Theme string
	State                  project.State
	Students, Pairs        int // that take part
	Guests                 int
	Sessions, Participants int // in the period; residents, all sessions together
	Minutes                int // that students worked there in the period
	Results                []string
	Came                   string
}

// Partners are the organisations with places, as numbers.
type Partners struct {
	ByState     []Count
	Places      int // at one time, of those that give places in the period
	Supervision int // minutes a week
	Placed      int // students who had a place in the period
	ByLevel     []Count
	Networks    []NetworkLine
	Offered     []Count // what was offered to students who were placed: a job, an apprenticeship
}

// NetworkLine is a network of small organisations.
type NetworkLine struct {
	Name                     string
	Partners, Places, Placed int
}

func cmpFold(a, b string) int { return strings.Compare(plain.FoldText(a), plain.FoldText(b)) }

func partnerNames(ctx context.Context, session *model.Session, tx model.Tx) (map[journal.ID]string, error) {
	all, err := partner.AllIn(ctx, session, tx)
	out := make(map[journal.ID]string, len(all))
	for i := range all {
		out[all[i].ID] = all[i].Name
	}
	return out, err
}

func (h *half) partners(ctx context.Context, session *model.Session, tx model.Tx) error {
	networks, err := partner.AllNetworksIn(ctx, session, tx)
	if err != nil {
		return err
	}
	at := map[journal.ID]int{}
	for i := range networks {
		at[networks[i].ID] = len(h.Partners.Networks)
		h.Partners.Networks = append(h.Partners.Networks, NetworkLine{Name: networks[i].Name})
	}
	all, err := partner.AllIn(ctx, session, tx)
	n := map[partner.State]int{}
	for i := range all {
		p := &all[i]
		if h.began(p.ID).After(h.To) {
			continue
		}
		n[p.State]++
		gives := (p.State == partner.Agreed || p.State == partner.Running) && h.ran(p.ID, p.From, p.To)
		if gives {
			h.Partners.Places += p.Places
			h.Partners.Supervision += p.Supervision
		}
		if in, ok := at[p.Network]; ok {
			h.Partners.Networks[in].Partners++
			if gives {
				h.Partners.Networks[in].Places += p.Places
			}
		}
	}
	for _, s := range partner.States() {
		h.Partners.ByState = append(h.Partners.ByState, Count{string(s), n[s]})
	}
	if err != nil || !h.Whole {
		return err
	}
	network := map[journal.ID]journal.ID{}
	for i := range all {
		network[all[i].ID] = all[i].Network
	}
	return h.placed(ctx, session, tx, func(p *placement.Placement) *NetworkLine {
		if in, ok := at[network[p.Partner]]; ok {
			return &h.Partners.Networks[in]
		}
		return nil
	})
}

// had is that a student had a place in a network.
type had struct {
	student journal.ID
	in      *NetworkLine
}

// placed counts the students who had a place in the period: who had two counts once, by the level of the first.
func (h *half) placed(ctx context.Context, session *model.Session, tx model.Tx, network func(*placement.Placement) *NetworkLine) error {
	all, err := placement.AllIn(ctx, session, tx)
	slices.SortStableFunc(all, func(a, b placement.Placement) int { return a.From.Compare(b.From) })
	seen, within := map[journal.ID]bool{}, map[had]bool{}
	level, offered := map[string]int{}, map[placement.Offered]int{}
	for i := range all {
		p := &all[i]
		if p.Offered != "" && h.within(p.OfferDay) {
			offered[p.Offered]++
		}
		if p.From.After(h.To) || p.Last().Before(h.From) {
			continue
		}
		if !seen[p.Student] {
			seen[p.Student] = true
			h.Partners.Placed++
			level[p.Level]++
		}
		if n := network(p); n != nil && !within[had{p.Student, n}] {
			within[had{p.Student, n}] = true
			n.Placed++
		}
	}
	for _, l := range append(model.Levels(), "") {
		if level[l] > 0 {
			h.Partners.ByLevel = append(h.Partners.ByLevel, Count{l, level[l]})
		}
	}
	for _, o := range placement.Offers() {
		h.Partners.Offered = append(h.Partners.Offered, Count{string(o), offered[o]})
	}
	return err
}

// gathered reads what people came to: meetings, courses and projects.
func (h *half) gathered(ctx context.Context, session *model.Session) error {
	for _, part := range []func(context.Context, *model.Session) error{h.meetings, h.courses, h.projects} {
		if err := part(ctx, session); err != nil {
			return err
		}
	}
	return nil
}

func (h *half) meetings(ctx context.Context, session *model.Session) error {
	r, err := meeting.Read(ctx, session, meeting.Query{From: h.From, To: h.To})
	for i := range r.Rows {
		m := &r.Rows[i]
		switch {
		case m.Cancelled:
			h.Meetings.Cancelled++
		case !m.Day.After(h.today):
			h.Meetings.Held++
			came := len(m.There(r.People))
			if came > 0 {
				h.Meetings.Noted++
			}
			h.Meetings.Came += came
		}
	}
	if !h.Whole {
		h.Meetings.Came, h.Meetings.Noted = 0, 0
	}
	return err
}

func (h *half) courses(ctx context.Context, session *model.Session) error {
	all, err := course.List(ctx, session)
	if err != nil {
		return err
	}
	for i := range all {
		c := &all[i]
		l := Gathering{Title: c.Title, Theme: c.Theme}
		for _, day := range c.Dates {
			if h.held(day) && !c.Off(day) {
				l.Dates++
			}
		}
		if l.Dates == 0 {
			continue
		}
		if h.Whole {
			v, err := course.Read(ctx, session, c.ID)
			if err != nil {
				return err
			}
			for j := range v.People {
				n := h.came(v.People[j].Presences)
				if l.Came += n; n > 0 {
					l.People++
				}
			}
		}
		h.Courses = append(h.Courses, l)
	}
	slices.SortStableFunc(h.Courses, func(a, b Gathering) int { return cmpFold(a.Title, b.Title) })
	return nil
}

// held tells whether what was planned for a day was in the period, and is past.
func (h *half) held(day time.Time) bool { return h.within(day) && !day.After(h.today) }

// came is how often somebody was there in the period.
func (h *half) came(all []ledger.Presence) (n int) {
	for _, p := range all {
		if p.State == ledger.Present && h.within(p.Day) {
			n++
		}
	}
	return n
}

// takesPart tells whether somebody took part on a day of the period.
func (h *half) takesPart(m *project.Member) bool {
	return !m.Since.After(h.To) && (m.Until.IsZero() || !m.Until.Before(h.From))
}

func (h *half) projects(ctx context.Context, session *model.Session) error {
	all, err := project.ReadAll(ctx, session)
	for i := range all {
		p := &all[i]
		l := ProjectLine{Title: p.Title, District: p.District, Theme: p.Theme, State: p.State, Came: p.Came}
		for _, s := range p.Sessions {
			if h.within(s.Day) {
				l.Sessions++
				l.Participants += s.Came
			}
		}
		if l.Sessions == 0 && !h.ran(p.ID, p.From, p.To) {
			continue
		}
		for _, r := range p.Results {
			if h.within(r.Day) {
				l.Results = append(l.Results, r.Text)
			}
		}
		for j := range p.Members {
			if h.takesPart(&p.Members[j]) {
				switch p.Members[j].As {
				case project.AsPair:
					l.Pairs++
					l.Students += len(p.Members[j].Pair)
				case project.AsGuest:
					l.Guests++
				default:
					l.Students++
				}
			}
		}
		for j := range p.People {
			for _, was := range p.People[j].Presences {
				if h.Whole && !p.NoHours && was.State == ledger.Present && h.within(was.Day) {
					l.Minutes += was.Minutes
				}
			}
		}
		h.Projects = append(h.Projects, l)
	}
	slices.SortStableFunc(h.Projects, func(a, b ProjectLine) int {
		if n := cmpFold(a.District, b.District); n != 0 {
			return n
		}
		if n := cmpFold(a.Theme, b.Theme); n != 0 {
			return n
		}
		return cmpFold(a.Title, b.Title)
	})
	return err
}
