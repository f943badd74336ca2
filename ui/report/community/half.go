// Package community is the half-year of a learning community as a document: what it set out to do, what it learned, who came, what came of it. It
// names no student, and keeps numbers of people that are small out of what leaves the house, as the report of a site does.
package community

import (
	"strconv"
	"strings"
	"time"

	"leerbalie/model/community"
	"leerbalie/ui/report"
	"leerbalie/ui/report/smallcells"
)

// Maker makes the document.
type Maker struct {
	report.Maker
	blocks []report.Block
}

// hiddenSign stands for a number that is kept back so that a small one cannot be worked out.
const hiddenSign = "–"

// HalfYear is what the community did in a period.
func (m Maker) HalfYear(h *community.Half) report.Document {
	m.blocks = nil
	m.line(m.Words.Say("report.made", "when", m.Now.In(m.Zone).Format("02-01-2006 15:04")))
	m.line(m.say("lead"))
	m.short(h)
	m.goals(h)
	m.learned(h)
	m.gatherings(h)
	m.projects(h)
	m.partners(h)
	m.signals(h)
	m.trainings(h)
	m.research(h)
	m.outcomes(h)
	if !h.Whole {
		m.line(m.say("not-whole"))
	}
	if !m.Exact {
		m.line(m.Words.Say("report.hidden-sign", "n", smallcells.Least, "sign", hiddenSign))
	}
	return report.Document{Lang: string(m.Words.Lang()), Title: m.say("title", "from", day(h.From), "to", day(h.To)), Blocks: m.blocks}
}

func (m *Maker) say(id string, args ...any) string { return m.Words.Say("half."+id, args...) }

func (m *Maker) line(text string) { m.blocks = append(m.blocks, report.Block{Line: text}) }

func (m *Maker) heading(id string) {
	m.blocks = append(m.blocks, report.Block{Heading: m.say(id)})
}

func (m *Maker) item(text string) { m.blocks = append(m.blocks, report.Block{Item: text}) }

// table is a table under the heads of these ids; right are its columns of numbers. Where there is no row, none is what is said.
func (m *Maker) table(rows [][]string, none string, right []int, heads ...string) {
	if len(rows) == 0 {
		m.line(m.say(none))
		return
	}
	t := report.Table{Rows: rows, Right: right}
	for _, h := range heads {
		t.Heads = append(t.Heads, m.say("col."+h))
	}
	m.blocks = append(m.blocks, report.Block{Table: &t})
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("02-01-2006")
}

// few tells whether people are so few that what is told of them is told of somebody.
func (m *Maker) few(n int) bool { return !m.Exact && smallcells.IsSmall(n) }

// people is a number of people that is part of no other.
func (m *Maker) people(n int) string {
	if m.few(n) {
		return "<" + strconv.Itoa(smallcells.Least)
	}
	return strconv.Itoa(n)
}

// parts are numbers of people of which the sum stands beside them, or can be worked out.
func (m *Maker) parts(cells []int) []string {
	out := make([]string, len(cells))
	marks, ok := make([]smallcells.Mark, len(cells)), true
	if !m.Exact {
		marks, ok = smallcells.Hide(cells)
	}
	for i, n := range cells {
		switch {
		case !ok, marks[i] == smallcells.Beside:
			out[i] = hiddenSign
		case marks[i] == smallcells.Small:
			out[i] = "<" + strconv.Itoa(smallcells.Least)
		default:
			out[i] = strconv.Itoa(n)
		}
	}
	return out
}

// counted is people where it is counted for all, and nothing where it is not.
func (m *Maker) counted(h *community.Half, n int) string {
	if !h.Whole {
		return ""
	}
	return m.people(n)
}

func (m *Maker) role(code string) string {
	if code == "" {
		return m.say("nobody")
	}
	return m.Words.Say("role." + code)
}

// short is the whole in a few numbers.
func (m *Maker) short(h *community.Half) {
	reached, running := 0, 0
	for i := range h.Goals {
		switch h.Goals[i].State {
		case "reached":
			reached++
		case "open":
			running++
		}
	}
	answered := 0
	for i := range h.Signals {
		if h.Signals[i].Answer != "" {
			answered++
		}
	}
	rows := [][]string{
		{m.say("goals-reached"), strconv.Itoa(reached)},
		{m.say("goals-running"), strconv.Itoa(running)},
		{m.say("questions-asked"), strconv.Itoa(h.Questions.Asked)},
		{m.say("meetings-held"), strconv.Itoa(h.Meetings.Held)},
		{m.say("projects-ran"), strconv.Itoa(len(h.Projects))},
		{m.say("places"), strconv.Itoa(h.Partners.Places)},
		{m.say("signals-sent"), m.say("of-answered", "n", len(h.Signals), "answered", answered)},
	}
	m.heading("short")
	m.table(rows, "", []int{1}, "what", "n")
	cells := make([]int, len(h.Members))
	for i, c := range h.Members {
		cells[i] = c.N
	}
	rows = nil
	for i, n := range m.parts(cells) {
		if h.Members[i].N > 0 {
			rows = append(rows, []string{m.role(h.Members[i].Code), n})
		}
	}
	m.item(m.say("members"))
	m.table(rows, "nobody", []int{1}, "role", "n")
}

func (m *Maker) goals(h *community.Half) {
	m.heading("goals")
	var rows [][]string
	for i := range h.Goals {
		g := &h.Goals[i]
		state := m.Words.Say("goal.state." + string(g.State))
		if !g.Ended.IsZero() {
			state += " " + day(g.Ended)
		}
		steps := ""
		if g.Steps > 0 {
			steps = m.say("steps", "n", g.Done, "of", g.Steps)
		}
		rows = append(rows, []string{g.Title, m.role(string(g.Owner)), g.Phase, day(g.By), state, steps, g.Came})
	}
	m.table(rows, "goals-none", []int{5}, "goal", "owner", "phase", "by", "state", "steps", "came")
	first := true
	for i := range h.Goals {
		if len(h.Goals[i].Results) == 0 {
			continue
		}
		if first {
			m.item(m.say("celebrated"))
			first = false
		}
		m.line(h.Goals[i].Title + ": " + strings.Join(h.Goals[i].Results, "; "))
	}
}

func (m *Maker) learned(h *community.Half) {
	m.heading("learned")
	q := &h.Questions
	n := strconv.Itoa
	m.table([][]string{{m.say("asked"), n(q.Asked)}, {m.say("answered"), n(q.Answered)}, {m.say("open"), n(q.Open)}, {m.say("needs"), n(q.Needs)},
		{m.say("offers"), n(q.Offers)}, {m.say("met"), n(q.Met)}, {m.say("kept"), n(len(q.Kept))}}, "", []int{1}, "what", "n")
	if len(q.Kept) > 0 {
		m.item(m.say("kept-list"))
		for _, k := range q.Kept {
			m.line(k.Title + " " + k.Text)
		}
	}
}

func (m *Maker) gatherings(h *community.Half) {
	m.heading("gatherings")
	n := strconv.Itoa
	came := ""
	if h.Whole {
		came = m.people(h.Meetings.Came)
	}
	m.table([][]string{{m.say("meetings-held"), n(h.Meetings.Held)}, {m.say("meetings-cancelled"), n(h.Meetings.Cancelled)},
		{m.say("meetings-came"), came}}, "", []int{1}, "what", "n")
	if h.Whole && h.Meetings.Noted < h.Meetings.Held {
		m.line(m.say("meetings-noted", "n", h.Meetings.Noted, "of", h.Meetings.Held))
	}
	var rows [][]string
	for i := range h.Courses {
		c := &h.Courses[i]
		times := m.counted(h, c.Came)
		if h.Whole && m.few(c.People) { // of so few it is who came
			times = hiddenSign
		}
		rows = append(rows, []string{c.Title, c.Theme, n(c.Dates), m.counted(h, c.People), times})
	}
	m.item(m.say("courses"))
	m.table(rows, "courses-none", []int{2, 3, 4}, "course", "theme", "dates", "people", "came-n")
}

func (m *Maker) signals(h *community.Half) {
	m.heading("signals")
	var rows [][]string
	for i := range h.Signals {
		s := &h.Signals[i]
		rows = append(rows, []string{s.Text, m.Words.Say("signal.about." + string(s.About)), s.Where, m.role(string(s.To)), m.Words.Say("signal.state." + string(s.State)), s.Answer})
	}
	m.table(rows, "signals-none", nil, "signal", "about", "where", "to", "state", "came")
}

func (m *Maker) trainings(h *community.Half) {
	m.heading("trainings")
	var rows [][]string
	for i := range h.Trainings {
		t := &h.Trainings[i]
		came := ""
		if t.People > 0 {
			came = m.people(t.People)
		}
		rows = append(rows, []string{t.What, t.Asker, day(t.Asked), m.Words.Say("training.state." + string(t.State)), day(t.Day), came, t.Came})
	}
	m.table(rows, "trainings-none", []int{5}, "training", "asker", "asked", "state", "given", "people", "came")
}

func (m *Maker) research(h *community.Half) {
	m.heading("research")
	var rows [][]string
	for i := range h.Research {
		r := &h.Research[i]
		rows = append(rows, []string{r.Question, r.School, m.Words.Say("research.state." + string(r.State)), r.Came})
	}
	m.table(rows, "research-none", nil, "question", "school", "state", "came")
}

// outcomes is what became of students, as the report of outcomes tells it.
func (m *Maker) outcomes(h *community.Half) {
	if h.Outcomes == nil {
		return
	}
	m.heading("outcomes")
	d := m.Outcomes(h.Outcomes)
	for _, b := range d.Blocks[1:] { // when it was made stands above
		if b.Line != "" && b.Line == m.Words.Say("report.hidden-sign", "n", smallcells.Least, "sign", hiddenSign) {
			continue // which stands below all
		}
		m.blocks = append(m.blocks, b)
	}
}
