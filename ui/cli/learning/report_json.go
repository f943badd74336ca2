package learning

import (
	"time"

	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/learning/gaps"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
)

type progressJSON struct {
	Student     output.Who      `json:"student"`
	Framework   string          `json:"framework"`
	Version     int             `json:"version"`
	Minutes     int             `json:"minutes"`
	NormMinutes int             `json:"norm_minutes"`
	WeeksLeft   *int            `json:"weeks_left"`
	Nodes       []nodeStateJSON `json:"nodes"`
	Missing     []string        `json:"missing"`
	Growth      []growthJSON    `json:"growth"`
	Evidence    []evidenceJSON  `json:"evidence"`
	Decisions   []decisionJSON  `json:"decisions"`
}

type nodeStateJSON struct {
	Node     string `json:"node"`
	Code     string `json:"code"`
	Title    string `json:"title"`
	Level    *int   `json:"level"`
	Name     string `json:"level_name"`
	Enough   bool   `json:"enough"`
	Partial  bool   `json:"partial"`
	Differs  bool   `json:"differs"`
	Evidence int    `json:"evidence"`
	Open     int    `json:"open"`         // for the school
	Student  int    `json:"open_student"` // for the student
}

type growthJSON struct {
	Month  string `json:"month"`
	Judged int    `json:"judged"`
	Enough int    `json:"enough"`
}

type classJSON struct {
	Group     *output.Who     `json:"group"`
	Teachers  []output.Who    `json:"teachers"`
	Framework string          `json:"framework"`
	Columns   []nodeJSON      `json:"columns"`
	Students  []classRow      `json:"students"`
	Waiting   int             `json:"waiting"`
	Agreement concordanceJSON `json:"agreement"`
	Gaps      []gapsJSON      `json:"gaps"` // from the beginning, and of the last weeks
}

type gapsJSON struct {
	From      *string `json:"from"` // null: the beginning
	Until     string  `json:"until"`
	Offered   int     `json:"offered"`
	Other     int     `json:"other"`
	NotKnown  int     `json:"not_known"`
	Elsewhere int     `json:"elsewhere"`
	Without   int     `json:"without"`
	Few       bool    `json:"few"`
}

type classRow struct {
	Student   output.Who      `json:"student"`
	Evidence  int             `json:"evidence"`
	Open      int             `json:"open"`         // for the school
	Theirs    int             `json:"open_student"` // for the student
	Waiting   int             `json:"waiting"`      // for whoever asks
	Minutes   int             `json:"minutes"`
	Norm      int             `json:"norm_minutes"`
	Weeks     *int            `json:"weeks_left"`
	Contested bool            `json:"contested"`
	Nodes     []nodeStateJSON `json:"nodes"`
}

func progressOut(p *learning.Progress, m report.Maker) progressJSON {
	out := progressJSON{Student: output.Named(p.Student.ID, p.Student.Name), Framework: p.Framework.ID.String(), Version: p.Framework.Version,
		Minutes: p.Placement.Minutes, NormMinutes: p.Placement.NormMinutes, Nodes: []nodeStateJSON{}, Missing: []string{}, Growth: []growthJSON{},
		Evidence: []evidenceJSON{}, Decisions: []decisionJSON{}}
	out.WeeksLeft = weeksLeft(p.Placement, m.Today())
	for _, n := range p.Framework.Nodes {
		out.Nodes = append(out.Nodes, stateOut(&p.Framework, n, p.State[n.ID], m))
	}
	for _, n := range p.Missing {
		out.Missing = append(out.Missing, n.ID.String())
	}
	for _, g := range p.Growth {
		out.Growth = append(out.Growth, growthJSON{g.Month.Format("2006-01"), g.Judged, g.Enough})
	}
	for i := range p.Evidence {
		out.Evidence = append(out.Evidence, evidenceOut(p.Student, &p.Evidence[i], m.Names, m.Zone))
	}
	for i := range p.Decisions {
		out.Decisions = append(out.Decisions, decisionOut(&p.Decisions[i], m.Names, m.Zone))
	}
	return out
}

func stateOut(f *competence.Framework, n competence.Node, s learning.NodeState, m report.Maker) nodeStateJSON {
	out := nodeStateJSON{Node: n.ID.String(), Code: n.Code, Title: n.Title, Name: m.Level(f, n, s.Level), Partial: s.Partial, Differs: s.Differs,
		Evidence: s.Evidence, Open: s.Open.School, Student: s.Open.Student}
	if s.Level >= 0 {
		out.Level, out.Enough = &s.Level, f.ScaleOf(n).Enough(s.Level)
	}
	return out
}

// weeksLeft is how many weeks of a placement are left, -1 when it is over; null where its end is not known.
func weeksLeft(p learning.Placement, today time.Time) *int {
	if p.End.IsZero() {
		return nil
	}
	weeks := learning.WeeksUntil(p.End, today)
	return &weeks
}

func classOut(x *learning.Matrix, a *learning.Concordance, m report.Maker) classJSON {
	out := classJSON{Teachers: []output.Who{}, Framework: x.Framework.ID.String(), Columns: []nodeJSON{}, Students: []classRow{}, Waiting: x.Waiting, Agreement: concordanceOut(a), Gaps: gapsOut(x, m)}
	if !x.Group.ID.IsZero() {
		out.Group = &output.Who{ID: x.Group.ID.String(), Name: x.Group.Name}
	}
	for _, p := range x.Teachers {
		out.Teachers = append(out.Teachers, output.Named(p.ID, p.Name))
	}
	for _, n := range x.Columns {
		out.Columns = append(out.Columns, nodeJSON{n.ID.String(), n.Code, n.Title, output.IDOrNull(n.Parent), n.Key, n.Titles[english], n.Text, n.Term, n.Scale, output.OrEmpty(n.Themes), output.OrEmpty(n.Means)})
	}
	for _, row := range x.Rows {
		c := classRow{Student: output.Named(row.Student.ID, row.Student.Name), Evidence: row.Evidence, Open: row.Open.School, Theirs: row.Open.Student, Waiting: row.Waiting, Minutes: row.Placement.Minutes,
			Norm: row.Placement.NormMinutes, Weeks: weeksLeft(row.Placement, m.Today()), Contested: row.Contested, Nodes: []nodeStateJSON{}}
		for i, s := range row.Cells {
			c.Nodes = append(c.Nodes, stateOut(&x.Framework, x.Columns[i], s, m))
		}
		out.Students = append(out.Students, c)
	}
	return out
}

// gapsOut is what brought the first evidence.
func gapsOut(x *learning.Matrix, m report.Maker) (out []gapsJSON) {
	for _, c := range gaps.Both(x, m.Today()) {
		g := gapsJSON{Until: c.Until.Format(time.DateOnly), Offered: c.Closed[gaps.Offered], Other: c.Closed[gaps.Other], NotKnown: c.Closed[gaps.NotKnown],
			Elsewhere: c.Closed[gaps.Elsewhere], Without: c.Open, Few: c.Few()}
		if !c.From.IsZero() {
			from := c.From.Format(time.DateOnly)
			g.From = &from
		}
		out = append(out, g)
	}
	return out
}
