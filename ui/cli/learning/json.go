package learning

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/agreement"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
)

// What learning looks like to scripts. The names are a promise.
type (
	frameworkJSON struct {
		ID         string      `json:"id"`
		Title      string      `json:"title"`
		English    string      `json:"english"`
		Version    int         `json:"version"`
		Label      string      `json:"label"`
		Key        string      `json:"key"`
		Unofficial bool        `json:"unofficial"`
		Builtin    bool        `json:"builtin"`
		Archived   bool        `json:"archived"`
		Scale      scaleJSON   `json:"scale"`
		Scales     []scaleJSON `json:"scales"`
		Nodes      []nodeJSON  `json:"nodes"`
	}
	scaleJSON struct {
		Name       string      `json:"name"`
		Proficient *int        `json:"proficient"` // position of the first level that is enough
		Levels     []levelJSON `json:"levels"`
	}
	scaleUseJSON struct {
		scaleJSON
		Number int `json:"number"`
		Nodes  int `json:"nodes"` // how many are judged on it
	}
	levelJSON struct {
		Name    string  `json:"name"`
		English string  `json:"english"`
		Value   float64 `json:"value"`
	}
	nodeJSON struct {
		ID      string   `json:"id"`
		Code    string   `json:"code"`
		Title   string   `json:"title"`
		Parent  *string  `json:"parent"`
		Key     string   `json:"key"`
		English string   `json:"english"`
		Text    string   `json:"text"`
		Term    string   `json:"term"`
		Scale   int      `json:"scale"`
		Themes  []string `json:"themes"`
		Means   []string `json:"means"` // what each level means, the lowest first
	}
	frameworkReportJSON struct {
		output.Import
		Framework *string `json:"framework"`
		Title     string  `json:"title"`
		Version   int     `json:"version"` // 0: nothing was kept
	}
	evidenceJSON struct {
		ID          string           `json:"id"`
		Student     output.Who       `json:"student"`
		Kind        string           `json:"kind"`
		Title       string           `json:"title"`
		Day         string           `json:"day"`
		Minutes     int              `json:"minutes"`
		Theme       string           `json:"theme"`
		Channel     string           `json:"channel"`
		Role        string           `json:"role"`
		Supervision string           `json:"supervision"`
		Result      string           `json:"result"`
		File        string           `json:"file"`
		Note        string           `json:"note"`
		Nodes       []string         `json:"nodes"`
		Ready       bool             `json:"ready"`
		Reflection  *reflectionJSON  `json:"reflection"`
		Hidden      int              `json:"hidden"`
		SelfHidden  bool             `json:"self_hidden"` // the student's own judgement shows once the school has judged
		Assessments []assessmentJSON `json:"assessments"`
		Notes       []noteJSON       `json:"notes"`
		Attachments []attachmentJSON `json:"attachments"`
	}
	reflectionJSON struct {
		Situation  string  `json:"situation"`
		Task       string  `json:"task"`
		Action     string  `json:"action"`
		Result     string  `json:"result"`
		Reflection string  `json:"reflection"`
		At         *string `json:"at"`
	}
	assessmentJSON struct {
		By        output.Who       `json:"by"`
		Part      string           `json:"part"`
		At        *string          `json:"at"`
		Framework string           `json:"framework"`
		Version   int              `json:"version"` // of the framework, that it was made on
		Blind     bool             `json:"blind"`
		Latest    bool             `json:"latest"`
		Reason    string           `json:"reason"`
		Levels    []nodeLevelsJSON `json:"levels"`
	}
	nodeLevelsJSON struct {
		Node  string  `json:"node"`
		Level int     `json:"level"` // position on the node's scale in that version
		Code  string  `json:"code"`
		Title string  `json:"title"`
		Name  string  `json:"level_name"`
		Value float64 `json:"value"`
	}
	measureJSON struct {
		Figure  string   `json:"figure"`
		Defined bool     `json:"defined"`
		Value   *float64 `json:"value"`
		Low     *float64 `json:"low"`
		High    *float64 `json:"high"`
		By      string   `json:"interval_by"` // student, drawn anew; judgement; "" for no interval
		Units   int      `json:"units"`
		Few     bool     `json:"few"`
		Reading string   `json:"reading"`
	}
	decisionJSON struct {
		Kind      string     `json:"kind"`
		Met       bool       `json:"met"`
		Reason    string     `json:"reason"`
		By        output.Who `json:"by"`
		At        *string    `json:"at"`
		Framework string     `json:"framework"`
		Hash      string     `json:"hash"`
		Sound     bool       `json:"sound"`
		Withdrawn bool       `json:"withdrawn"`
		Contested bool       `json:"contested"` // another one that stands says the opposite
	}
)

func frameworkOut(f *competence.Framework) frameworkJSON {
	out := frameworkJSON{ID: f.ID.String(), Title: f.Title, English: f.Titles[english], Version: f.Version, Label: f.Label, Key: f.Key, Unofficial: f.Unofficial,
		Builtin: f.Builtin, Archived: f.Archived, Scale: scaleOut(f.ScaleOf(competence.Node{})), Scales: []scaleJSON{}, Nodes: make([]nodeJSON, len(f.Nodes))}
	for _, s := range f.Scales {
		out.Scales = append(out.Scales, scaleOut(s))
	}
	for i, n := range f.Nodes {
		out.Nodes[i] = nodeJSON{n.ID.String(), n.Code, n.Title, output.IDOrNull(n.Parent), n.Key, n.Titles[english], n.Text, n.Term, n.Scale, output.OrEmpty(n.Themes), output.OrEmpty(n.Means)}
	}
	return out
}

func scaleOut(s competence.Scale) scaleJSON {
	out := scaleJSON{Name: s.Name, Levels: make([]levelJSON, len(s.Levels))}
	if s.Proficient >= 0 {
		out.Proficient = &s.Proficient
	}
	for i, l := range s.Levels {
		out.Levels[i] = levelJSON{l.Name, l.Names[english], l.Value}
	}
	return out
}

func evidenceOut(student model.Person, e *learning.Evidence, names map[journal.ID]string, loc *time.Location) evidenceJSON {
	out := evidenceJSON{ID: e.ID.String(), Student: output.Named(student.ID, student.Name), Kind: string(e.Kind), Title: e.Title, Minutes: e.Minutes,
		Theme: e.Theme, Channel: e.Channel, Role: e.Role, Supervision: string(e.Supervision), Result: e.Result, File: e.File, Note: e.Note,
		Nodes: []string{}, Ready: e.Ready(), Hidden: e.Hidden, SelfHidden: e.SelfHidden, Assessments: []assessmentJSON{},
		Notes: notesOut(e, journal.ID{}, names, loc), Attachments: attachmentsOut(e, names, loc, nil)}
	if !e.Day.IsZero() {
		out.Day = e.Day.Format(time.DateOnly)
	}
	for _, n := range e.Nodes {
		out.Nodes = append(out.Nodes, n.String())
	}
	if s := e.Reflection; s != nil {
		out.Reflection = &reflectionJSON{s.Situation, s.Task, s.Action, s.Result, s.Reflection, output.MomentOrNull(s.At, loc)}
	}
	for _, a := range e.Assessments {
		x := assessmentJSON{By: output.Named(a.By, names[a.By]), Part: string(a.As), At: output.MomentOrNull(a.At, loc), Framework: a.Framework.String(),
			Blind: a.Blind, Latest: a.Latest, Reason: a.Reason, Levels: []nodeLevelsJSON{}}
		if on := a.On(); on != nil {
			x.Version = on.Version
			for _, y := range a.Said(nil) {
				x.Levels = append(x.Levels, nodeLevelsJSON{y.Node.ID.String(), y.At, y.Node.Code, y.Node.Title, y.Level.Name, y.Level.Value})
			}
		}
		out.Assessments = append(out.Assessments, x)
	}
	return out
}

func measuresOut(r agreement.Report) []measureJSON {
	out := []measureJSON{}
	for _, x := range report.Figures(r) {
		m := measureJSON{Figure: x.Name, Defined: x.Measure.Defined, Units: x.Measure.N, Few: x.Measure.Few, Reading: string(x.Measure.Reading)}
		if x.Measure.Defined {
			m.Value = &x.Measure.Value
		}
		if x.Measure.Interval {
			m.Low, m.High, m.By = &x.Measure.Low, &x.Measure.High, "judgement"
			if x.Measure.Students > 0 {
				m.By = "student"
			}
		}
		out = append(out, m)
	}
	return out
}

func decisionOut(d *learning.Decision, names map[journal.ID]string, loc *time.Location) decisionJSON {
	return decisionJSON{string(d.Kind), d.Met, d.Reason, output.Named(d.By, names[d.By]), output.MomentOrNull(d.At, loc), d.Framework.String(), d.Hash, d.Sound,
		d.Withdrawn != nil, d.Contested}
}

// english is the language beside its own in which scripts give and get names.
const english = "en"
