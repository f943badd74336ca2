// Package projects is a page of screen 6: the projects in the district, by how far they are and where, with the programme and who agreed with it,
// who takes part, the sessions and how many came, the hours against the plan, and what came of them.
package projects

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/project"
	"leerbalie/ui/community/page"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// Scope is where the keys of this page work.
const Scope keys.Scope = "projects"

// What keys do here.
const (
	Add      keys.ID = "projects-new"
	Edit     keys.ID = "projects-edit"
	Session  keys.ID = "projects-session"
	Present  keys.ID = "projects-present"
	Join     keys.ID = "projects-join"
	Agree    keys.ID = "projects-agree"
	Result   keys.ID = "projects-result"
	Note     keys.ID = "projects-note"
	Evidence keys.ID = "projects-evidence"
	Remove   keys.ID = "projects-remove"
	End      keys.ID = "projects-end"
	Away     keys.ID = "projects-archive"
)

// Row is a project as the page shows it.
type Row struct {
	project.View
	Plan  hours.ProjectPlan
	Plans []hours.ProjectPlan // by View.People
}

// Page is the page.
type Page = page.Page[Row]

// New makes the page.
func New(env screen.Env) screen.Screen { return page.New(env, kind(), actions()) }

// Keys gives the keys of this page.
func Keys() []keys.Key { return page.Keys(kind(), actions()) }

func kind() page.Kind[Row] {
	return page.Kind[Row]{Name: "projects", Scope: Scope, Read: read,
		ID:    func(p *Row) journal.ID { return p.ID },
		Title: func(p *Row) string { return p.Title },
		Right: right, Group: group,
		Warn: func(_ *Page, p *Row) bool { return runs(p) && len(p.Waits()) > 0 },
		Past: func(p *Row) bool { return !runs(p) },
		Words: func(p *Row) []string {
			return append(p.names(p.Leaders), p.District, p.Theme, p.Target, p.Why, p.Programme, p.Came)
		},
		Facts: facts, Empty: "projects.begin", Count: "projects.count", New: Add, First: []keys.ID{Session, Present, Join, Agree, Result, Evidence, Edit}}
}

// read reads all projects: those that run first, and those of one district under each other.
func read(ctx context.Context, s *model.Session, env screen.Env) ([]Row, error) {
	all, err := project.ReadAll(ctx, s)
	if err != nil {
		return nil, err
	}
	free, err := hours.ReadFree(ctx, s)
	if err != nil {
		return nil, err
	}
	out := make([]Row, len(all))
	for i := range all {
		out[i] = Row{View: all[i], Plan: hours.PlanOfAll(&all[i], free, env.Today())}
		for j := range all[i].People {
			out[i].Plans = append(out[i].Plans, hours.PlanOf(&all[i].Project, &all[i].People[j], free, env.Today()))
		}
	}
	order := []project.State{project.Running, project.Planned, project.Done, project.Stopped}
	slices.SortStableFunc(out, func(a, b Row) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.State), slices.Index(order, b.State)), strings.Compare(a.District, b.District))
	})
	return out, nil
}

func runs(p *Row) bool { return p.State == project.Planned || p.State == project.Running }

func (p *Row) names(ids []journal.ID) (out []string) {
	for _, id := range ids {
		out = append(out, p.Called[id])
	}
	return out
}

func group(p *Page, r *Row) string {
	out := p.Env.Words.ProjectState(r.State)
	if r.District != "" {
		out += " " + theme.Dot + " " + r.District
	}
	return out
}

// right is how many sessions there were and how many came.
func right(p *Page, r *Row) string {
	if len(r.Sessions) == 0 {
		return r.Theme
	}
	return p.Env.Words.Say("projects.right", "n", len(r.Sessions), "came", r.Participants())
}

// facts are all that is known of a project. The cursor can be on who agreed, who takes part, the sessions, their notes and the results.
func facts(p *Page, r *Row) (out []page.Fact) {
	w := p.Env.Words
	add := func(field, text string) {
		if text != "" {
			out = append(out, page.Fact{Label: w.Say("field.project-" + field), Text: text})
		}
	}
	head := func(id string, show bool) {
		if show {
			out = append(out, page.Fact{Text: w.Say(id), Head: true})
		}
	}
	add("leaders", strings.Join(r.names(r.Leaders), ", "))
	add("theme", r.Theme)
	add("target", r.Target)
	add("why", r.Why)
	add("from", text.Day(r.From))
	add("to", text.Day(r.To))
	if r.HoursAWeek > 0 {
		add("hours-a-week", strconv.Itoa(r.HoursAWeek))
	}
	out = append(out, page.Fact{Label: w.Say("project.hours"), Text: w.ProjectPlan(r.Plan)})
	add("partners", strings.Join(r.names(r.Partners), ", "))
	add("came", r.Came)
	head("field.project-programme", r.Programme != "")
	if r.Programme != "" {
		out = append(out, page.Fact{Text: r.Programme})
	}
	for _, a := range r.Agreed {
		out = append(out, page.Fact{Label: w.Say("project.agreed"), Text: w.ProjectAgreement(a, r.Called[a.Who]), Is: a, Warn: !a.Current})
	}
	if waits := r.Waits(); len(waits) > 0 {
		var said []string
		for _, party := range waits {
			said = append(said, w.ProjectParty(party))
		}
		out = append(out, page.Fact{Label: w.Say("project.not-agreed"), Text: strings.Join(said, ", "), Warn: true})
	}
	out = append(out, sessions(p, r)...)
	head("projects.results", len(r.Results) > 0)
	for _, res := range r.Results {
		out = append(out, page.Fact{Text: text.Day(res.Day) + " " + res.Text, Is: res})
	}
	return append(out, members(p, r)...)
}

// sessions are the sessions, the newest first, with who was there as a number and what was noted.
func sessions(p *Page, r *Row) (out []page.Fact) {
	w := p.Env.Words
	if len(r.Sessions) > 0 {
		out = append(out, page.Fact{Text: w.Say("project.sessions"), Head: true})
	}
	for i := len(r.Sessions) - 1; i >= 0; i-- {
		s := r.Sessions[i]
		said := w.ProjectSession(s)
		if n := there(r, &s); n > 0 {
			said += ", " + w.Count("projects.there", n)
		}
		out = append(out, page.Fact{Text: said, Is: s})
		for _, n := range r.Notes {
			if n.Session == s.ID {
				out = append(out, page.Fact{Label: r.Called[n.By], Text: n.Text, Is: n})
			}
		}
	}
	return out
}

// there is how many students were there on the day of a session, of those whom somebody may see.
func there(r *Row, s *project.Session) (n int) {
	at := slices.IndexFunc(r.DaysHeld, s.Day.Equal)
	for i := range r.People {
		if at >= 0 && r.People[i].Presences[at].State == ledger.Present {
			n++
		}
	}
	return n
}

// members are who take part: pairs, students with their hours as far as they may be seen, and others.
func members(p *Page, r *Row) (out []page.Fact) {
	w := p.Env.Words
	if len(r.Members) > 0 {
		out = append(out, page.Fact{Text: w.Say("field.project-members"), Head: true})
	}
	for _, m := range r.Members {
		said := r.Called[m.Who]
		if m.As == project.AsPair {
			said = strings.Join(r.names(m.Pair), " + ")
		}
		if !m.Until.IsZero() {
			said += ", " + w.Say("projects.until", "day", text.Day(m.Until))
		}
		out = append(out, page.Fact{Label: w.Say("projects.as." + string(m.As)), Text: said, Is: m})
	}
	for i := range r.People {
		out = append(out, page.Fact{Label: r.People[i].Student.Name, Text: w.ProjectPlan(r.Plans[i])})
	}
	if r.Hidden > 0 {
		out = append(out, page.Fact{Label: w.Say("project.hidden"), Text: strconv.Itoa(r.Hidden)})
	}
	return out
}
