package course

import (
	"cmp"
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/agenda"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// courseJSON is a course. The names are a promise to scripts.
type courseJSON struct {
	ID        string         `json:"id"`
	Title     string         `json:"title"`
	Term      string         `json:"term"`
	Theme     string         `json:"theme"`
	Dates     []string       `json:"dates"`
	Cancelled []string       `json:"cancelled"`
	Start     string         `json:"start"`
	Minutes   int            `json:"minutes"`
	Place     string         `json:"place"`
	Groups    []output.Who   `json:"groups"`
	Stations  []string       `json:"stations"`
	Rotation  []rotationJSON `json:"rotation"`
	Teachers  []output.Who   `json:"teachers"`
	Tests     []string       `json:"tests"`
	Varies    string         `json:"varies"`
	Scale     string         `json:"scale"`
	Nodes     []nodeJSON     `json:"nodes"`
	Hours     bool           `json:"counts_for_hours"`
	Hidden    int            `json:"hidden"`
	Presence  []presenceJSON `json:"presence"`
	Results   []resultJSON   `json:"results"`
	Told      []toldJSON     `json:"told"`
}

type nodeJSON struct {
	ID    string `json:"id"`
	Code  string `json:"code"`
	Title string `json:"title"`
}

// rotationJSON is at which station a group is on a date.
type rotationJSON struct {
	Date    string     `json:"date"`
	Group   output.Who `json:"group"`
	Station string     `json:"station"`
}

// presenceJSON is that a student was at a date, or was not; a student of whom nothing was noted then has no row.
type presenceJSON struct {
	Date    string     `json:"date"`
	Student output.Who `json:"student"`
	Present bool       `json:"present"`
	State   string     `json:"state"`
	Minutes int        `json:"minutes"`
}

type resultJSON struct {
	Test    string     `json:"test"`
	Student output.Who `json:"student"`
	Level   string     `json:"level"`
	Scale   string     `json:"scale"`
	Date    string     `json:"date"`
}

// toldJSON is what somebody should know of a course as it is planned.
type toldJSON struct {
	Code  string `json:"code"`
	Date  string `json:"date"`
	Name  string `json:"name"`
	Other string `json:"other"`
	Text  string `json:"text"`
}

func courseOut(ctx context.Context, session *model.Session, v *course.View) (courseJSON, error) {
	out := courseJSON{ID: v.ID.String(), Title: v.Title, Term: v.Term, Theme: v.Theme, Dates: days(v.ByDay()), Cancelled: days(v.Cancelled), Start: v.Start, Minutes: v.Minutes, Place: v.Place,
		Groups: []output.Who{}, Stations: output.OrEmpty(v.Stations), Rotation: []rotationJSON{}, Teachers: []output.Who{}, Tests: output.OrEmpty(v.Tests), Varies: cmp.Or(string(v.Varies), "same"),
		Scale: v.Scale.Name, Nodes: []nodeJSON{}, Hours: !v.NoHours, Hidden: v.Hidden, Presence: []presenceJSON{}, Results: []resultJSON{}, Told: []toldJSON{}}
	for i, g := range v.Groups {
		out.Groups = append(out.Groups, output.Named(v.Course.Groups[i], g.Name))
	}
	for i, p := range v.Teachers {
		out.Teachers = append(out.Teachers, output.Named(v.Course.Teachers[i], p.Name))
	}
	for _, day := range v.ByDay() {
		for i, g := range v.Groups {
			if at := v.Station(day, v.Course.Groups[i]); at != "" {
				out.Rotation = append(out.Rotation, rotationJSON{day.Format(time.DateOnly), output.Named(g.ID, g.Name), at})
			}
		}
	}
	nodes, err := course.ReadNodes(ctx, session, v.Nodes)
	for _, n := range nodes {
		out.Nodes = append(out.Nodes, nodeJSON{n.ID.String(), n.Code, n.Title})
	}
	all := v.ByDay()
	for i := range all {
		for k := range v.People {
			p := &v.People[k]
			if was := p.Presences[i]; was.State != "" {
				out.Presence = append(out.Presence, presenceJSON{all[i].Format(time.DateOnly), output.Named(p.Student.ID, p.Student.Name), was.State == ledger.Present, string(was.State), was.Minutes})
			}
		}
	}
	for i, test := range v.Tests {
		for k := range v.People {
			p := &v.People[k]
			if got := p.Results[i]; got.Level != "" {
				out.Results = append(out.Results, resultJSON{test, output.Named(p.Student.ID, p.Student.Name), got.Level, got.Scale, got.Day.Format(time.DateOnly)})
			}
		}
	}
	return out, err
}

func days(all []time.Time) []string {
	out := make([]string, len(all))
	for i, d := range all {
		out[i] = d.Format(time.DateOnly)
	}
	return out
}

func toldOut(r *command.Run, told []course.Told) []toldJSON {
	out := []toldJSON{}
	for _, t := range told {
		out = append(out, toldJSON{t.Code, t.Day.Format(time.DateOnly), cmp.Or(t.Name, t.Free.Name, t.Free.Code), t.Other, r.Words.CourseTold(t)})
	}
	return out
}

// toldOf is what somebody should know of a course as it is planned.
func toldOf(ctx context.Context, session *model.Session, id journal.ID) ([]course.Told, error) {
	return agenda.Told(ctx, session, id)
}
