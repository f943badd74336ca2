package project

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/project"
	"leerbalie/model/together"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

// projectJSON is a project. The names are a promise to scripts.
type projectJSON struct {
	ID           string         `json:"id"`
	Title        string         `json:"title"`
	State        string         `json:"state"`
	District     string         `json:"district"`
	Theme        string         `json:"theme"`
	Target       string         `json:"target"`
	Why          string         `json:"why"`
	Programme    string         `json:"programme"`
	From         string         `json:"from"`
	To           string         `json:"to"`
	HoursAWeek   int            `json:"hours_a_week"`
	Leaders      []output.Who   `json:"leaders"`
	Partners     []output.Who   `json:"partners"`
	Nodes        []string       `json:"nodes"`
	Work         string         `json:"work"`
	Hours        bool           `json:"counts_for_hours"`
	Came         string         `json:"came"`
	Agreed       []agreedJSON   `json:"agreed"`
	Waits        []string       `json:"not_agreed"`
	Sessions     []sessionJSON  `json:"sessions"`
	Participants int            `json:"participants"`
	Results      []resultJSON   `json:"results"`
	Students     []studentJSON  `json:"students"`
	Pairs        []pairJSON     `json:"pairs"`
	Guests       []memberJSON   `json:"guests"`
	Hidden       int            `json:"hidden"`
	Minutes      int            `json:"minutes"`
	Planned      int            `json:"planned_minutes"`
	Whole        int            `json:"whole_plan_minutes"`
	Presence     []presenceJSON `json:"presence"`
	AddedBy      output.Who     `json:"added_by"`
}

type agreedJSON struct {
	Who     output.Who `json:"who"`
	Party   string     `json:"party"`
	For     string     `json:"for"`
	On      string     `json:"on"`
	Current bool       `json:"current"`
}

type sessionJSON struct {
	ID      string     `json:"id"`
	Date    string     `json:"date"`
	Came    int        `json:"participants"`
	Minutes int        `json:"minutes"`
	What    string     `json:"what"`
	Notes   []noteJSON `json:"notes"`
}

type noteJSON struct {
	ID   string     `json:"id"`
	By   output.Who `json:"by"`
	Text string     `json:"text"`
}

type resultJSON struct {
	ID   string     `json:"id"`
	Date string     `json:"date"`
	Text string     `json:"text"`
	By   output.Who `json:"by"`
}

type memberJSON struct {
	Who   output.Who `json:"who"`
	Since string     `json:"since"`
	Until string     `json:"until"`
}

type pairJSON struct {
	ID      string       `json:"id"`
	Members []output.Who `json:"members"`
	Since   string       `json:"since"`
	Until   string       `json:"until"`
}

// studentJSON is a student who takes part, or did. Where the hours may not be seen, known is false and they are 0.
type studentJSON struct {
	Student output.Who `json:"student"`
	Takes   bool       `json:"takes_part"`
	Since   string     `json:"since"`
	Until   string     `json:"until"`
	Pair    string     `json:"pair"`
	Known   bool       `json:"known"`
	Days    int        `json:"days"`
	Minutes int        `json:"minutes"`
	Planned int        `json:"planned_minutes"`
}

type presenceJSON struct {
	Date    string     `json:"date"`
	Student output.Who `json:"student"`
	Present bool       `json:"present"`
	State   string     `json:"state"`
	Minutes int        `json:"minutes"`
}

func (p *row) named(id journal.ID) output.Who { return output.Named(id, p.Called[id]) }

func (p *row) all(ids []journal.ID) []output.Who {
	out := []output.Who{}
	for _, id := range ids {
		out = append(out, p.named(id))
	}
	return out
}

func jsonOf(p *row) projectJSON {
	out := projectJSON{ID: p.ID.String(), Title: p.Title, State: string(p.State), District: p.District, Theme: p.Theme, Target: p.Target, Why: p.Why, Programme: p.Programme, From: dayOf(p.From), To: dayOf(p.To),
		HoursAWeek: p.HoursAWeek, Leaders: p.all(p.Leaders), Partners: p.all(p.Partners), Nodes: []string{}, Work: p.Work, Hours: !p.NoHours, Came: p.Came, Agreed: []agreedJSON{}, Waits: []string{},
		Sessions: []sessionJSON{}, Participants: p.Participants(), Results: []resultJSON{}, Students: []studentJSON{}, Pairs: []pairJSON{}, Guests: []memberJSON{}, Hidden: p.Hidden,
		Minutes: p.plan.Worked, Planned: p.plan.Planned, Whole: p.plan.Whole, Presence: []presenceJSON{}, AddedBy: p.named(p.AddedBy)}
	for _, n := range p.Nodes {
		out.Nodes = append(out.Nodes, n.String())
	}
	for _, a := range p.Agreed {
		out.Agreed = append(out.Agreed, agreedJSON{p.named(a.Who), string(a.Party), a.For, dayOf(a.On), a.Current})
	}
	for _, w := range p.Waits() {
		out.Waits = append(out.Waits, string(w))
	}
	for _, s := range p.Sessions {
		one := sessionJSON{s.ID.String(), dayOf(s.Day), s.Came, s.Minutes, s.What, []noteJSON{}}
		for _, n := range p.Notes {
			if n.Session == s.ID {
				one.Notes = append(one.Notes, noteJSON{n.ID.String(), p.named(n.By), n.Text})
			}
		}
		out.Sessions = append(out.Sessions, one)
	}
	for _, r := range p.Results {
		out.Results = append(out.Results, resultJSON{r.ID.String(), dayOf(r.Day), r.Text, p.named(r.By)})
	}
	for _, m := range p.Members {
		switch m.As {
		case project.AsPair:
			out.Pairs = append(out.Pairs, pairJSON{m.Who.String(), p.all(m.Pair), dayOf(m.Since), dayOf(m.Until)})
		case project.AsGuest:
			out.Guests = append(out.Guests, memberJSON{p.named(m.Who), dayOf(m.Since), dayOf(m.Until)})
		}
	}
	p.students(&out)
	return out
}

// students are all who take part, or did, each once, and when they were there as far as that may be seen.
func (p *row) students(out *projectJSON) {
	seen := map[journal.ID]*project.Participant{}
	for i := range p.People {
		seen[p.People[i].Student.ID] = &p.People[i]
	}
	told := map[journal.ID]bool{}
	tell := func(id journal.ID) {
		if told[id] {
			return
		}
		told[id] = true
		m, ok := p.Of(id)
		one := studentJSON{Student: p.named(id), Takes: ok && m.Until.IsZero(), Since: dayOf(m.Since), Until: dayOf(m.Until)}
		if m.As == project.AsPair {
			one.Pair = m.Who.String()
		}
		if who := seen[id]; who != nil {
			one.Known, one.Days, one.Minutes, one.Planned = true, who.Days, who.Minutes, p.plans[id].Planned
		}
		out.Students = append(out.Students, one)
	}
	for _, m := range p.Members {
		switch m.As {
		case project.AsStudent:
			tell(m.Who)
		case project.AsPair:
			for _, id := range m.Pair {
				tell(id)
			}
		}
	}
	for i := range p.People {
		tell(p.People[i].Student.ID)
	}
	for i, day := range p.DaysHeld {
		for j := range p.People {
			who := &p.People[j]
			if was := who.Presences[i]; was.State != "" {
				out.Presence = append(out.Presence, presenceJSON{dayOf(day), output.Named(who.Student.ID, who.Student.Name), was.State == ledger.Present, string(was.State), was.Minutes})
			}
		}
	}
}

// also carries out several actions about a project as one, and tells how it stands after that.
func also(r *command.Run, cmd *cobra.Command, name string, actions func(ctx context.Context, s *model.Session, p *row) ([]model.Action, error)) error {
	return r.With(cmd, func(ctx context.Context, s *model.Session) error {
		p, err := room().Meant(ctx, r, s, name)
		if err != nil {
			return err
		}
		all, err := actions(ctx, s, &p)
		if err != nil {
			return err
		}
		if _, err := s.Do(ctx, all...); err != nil {
			return err
		}
		if !r.JSON {
			return output.Did(r, r.Say("did."+all[0].Name()), p.ID)
		}
		if p, err = room().Meant(ctx, r, s, p.ID.String()); err != nil {
			return err
		}
		return output.JSON(r.Out, jsonOf(&p))
	})
}

// card is a project for people.
func card(r *command.Run, p *row) [][2]string {
	day := text.Day
	var lines [][2]string
	add := func(label string, parts ...string) {
		if said := strings.Join(parts, "; "); said != "" {
			lines = append(lines, [2]string{r.Say(label), said})
		}
	}
	add("field.project-state", r.Words.ProjectState(p.State))
	add("field.project-district", p.District)
	add("field.project-theme", p.Theme)
	add("field.work", r.Words.Name(together.WorkKinds(), p.Work))
	add("field.project-target", p.Target)
	add("field.project-why", p.Why)
	add("field.project-from", day(p.From))
	add("field.project-to", day(p.To))
	if p.HoursAWeek > 0 {
		add("field.project-hours-a-week", strconv.Itoa(p.HoursAWeek))
	}
	add("field.project-leaders", p.names(p.Leaders)...)
	add("field.project-partners", p.names(p.Partners)...)
	add("field.project-programme", p.Programme)
	for _, a := range p.Agreed {
		add("project.agreed", r.Words.ProjectAgreement(a, p.Called[a.Who]))
	}
	var waits []string
	for _, w := range p.Waits() {
		waits = append(waits, r.Words.ProjectParty(w))
	}
	add("project.not-agreed", strings.Join(waits, ", "))
	for _, s := range p.Sessions {
		add("project.session", r.Words.ProjectSession(s))
	}
	for _, s := range p.Results {
		add("field.project-result", day(s.Day)+" "+s.Text)
	}
	for i := range p.People {
		who := &p.People[i]
		add("course.student", who.Student.Name+": "+r.Words.ProjectPlan(p.plans[who.Student.ID]))
	}
	for _, m := range p.Members {
		if m.As == project.AsPair && m.Until.IsZero() {
			add("project.pair", strings.Join(p.names(m.Pair), ", "))
		}
	}
	add("field.project-guests", p.names(p.Guests)...)
	if p.Hidden > 0 {
		add("project.hidden", fmt.Sprint(p.Hidden))
	}
	add("project.hours", r.Words.ProjectPlan(p.plan))
	add("field.project-came", p.Came)
	return lines
}
