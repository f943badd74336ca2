package courses

import (
	"strings"

	"leerbalie/model/course"
	"leerbalie/ui/say"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// facts are all that is planned of the course, a line each.
func (p *Courses) facts() (out []string) {
	w := p.Env.Words
	add := func(field, value string) {
		if value != "" {
			out = append(out, w.Say("field."+field)+": "+value)
		}
	}
	var names, groups, codes []string
	for _, t := range p.view.Teachers {
		names = append(names, t.Name)
	}
	for _, g := range p.view.Groups {
		groups = append(groups, g.Name)
	}
	for _, n := range p.nodes {
		codes = append(codes, n.Code+" "+n.Title)
	}
	add("course-term", p.view.Term)
	add("course-theme", p.view.Theme)
	add("course-start", p.view.Start)
	add("minutes", strings.TrimSuffix(p.minutes(), " min"))
	add("course-place", p.view.Place)
	add("groups", strings.Join(groups, ", "))
	add("course-teachers", strings.Join(names, ", "))
	add("course-tests", strings.Join(p.view.Tests, ", "))
	if len(p.view.Tests) > 0 {
		add("course-varies", w.CourseVaries(p.view.Varies))
		add("course-scale", p.view.Scale.Name)
	}
	for _, c := range codes {
		add("course-nodes", c)
	}
	if p.view.NoHours {
		out = append(out, w.Say("field.course-no-hours"))
	}
	for _, day := range p.days {
		at := w.ShortDay(day)
		if p.view.Off(day) {
			at += " " + w.Say("course.off")
		}
		out = append(out, joined(at, p.stations(day)))
	}
	for _, t := range p.told {
		out = append(out, theme.WarnSign+" "+w.CourseTold(t))
	}
	return out
}

// Said gives what the page shows as structure: the courses by term, or one with who takes part.
func (p *Courses) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	w := p.Env.Words
	switch {
	case p.failed != "":
		l.Text(p.failed)
	case p.lists() && len(p.all) == 0:
		l.Text(w.Say("courses.begin", "key", p.Env.Keys.Label(Add)))
	case p.lists():
		at := p.cursor()
		l.Text(w.Count("courses.count", len(p.all)))
		for i := range p.all {
			c := &p.all[i]
			l.Row(c.ID.String(), i+1, i == at, say.Join(cell.Safe(c.Title, 100), cell.Safe(c.Term, 60), p.span(c)))
		}
	case p.shows():
		l.Text(cell.Safe(p.title(), 200))
		l.State(say.Join(cell.Safe(p.about(), 300), p.count()))
		for _, t := range p.toldHere() {
			l.Text(cell.Safe(w.CourseTold(t), 200))
		}
		if len(p.view.People) == 0 {
			l.Text(p.nobody())
		}
		p.taker()
		for i := range p.view.People {
			one := &p.view.People[i]
			said := []string{cell.Safe(one.Student.Name, 60)}
			if p.columns() > 0 {
				said = append(said, p.saidCell(one, p.column))
			}
			for c := range p.columns() {
				if c != p.column {
					said = append(said, p.heading(c)+": "+p.saidCell(one, c))
				}
			}
			l.Row(one.Student.ID.String(), i+1, i == p.row, say.Join(said...))
		}
	}
	return l
}

// saidCell is what stands in a cell of the grid, in words.
func (p *Courses) saidCell(one *course.Participant, c int) string {
	w := p.Env.Words
	switch {
	case c >= len(p.days) && one.Results[c-len(p.days)].Level == "":
		return w.Say("courses.no-level")
	case c >= len(p.days):
		return p.levelName(one.Results[c-len(p.days)].Level)
	case one.Presences[c].State != "":
		return w.Say("courses.state." + string(one.Presences[c].State))
	case p.view.Off(p.days[c]):
		return w.Say("course.off")
	}
	return w.Say("courses.state.open")
}
