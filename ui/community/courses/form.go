package courses

import (
	"context"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// asked is what the form offers.
type asked struct {
	groups []model.Group
	people []model.Person
	nodes  []course.Named
	course course.Course
}

func offered(c course.Course) func(context.Context, *model.Session) (asked, error) {
	return func(ctx context.Context, session *model.Session) (a asked, err error) {
		a.course = c
		if a.groups, err = session.Groups(ctx); err != nil {
			return a, err
		}
		if a.people, err = session.People(ctx); err != nil {
			return a, err
		}
		a.nodes, err = course.ReadNodes(ctx, session, c.Nodes)
		return a, err
	}
}

// add asks for a new course, edit for what is to be different of the one that the cursor is on.
func (p *Courses) add() tea.Cmd {
	return dialog.Look(&p.Host, offered(course.Course{}), func(a asked) tea.Cmd {
		return p.form(a, "courses.new", "course", func(c course.Course) model.Action { return course.Add{Course: c} })
	})
}

func (p *Courses) edit() tea.Cmd {
	c := *p.chosen()
	return dialog.Look(&p.Host, offered(c), func(a asked) tea.Cmd {
		return p.form(a, "courses.edit", "course/"+c.ID.String(), func(c course.Course) model.Action { return course.Edit{Course: c} })
	})
}

func (p *Courses) form(a asked, title, key string, act func(course.Course) model.Action) tea.Cmd {
	w, c := p.Env.Words, a.course
	var dates, codes, teachers []string
	for _, d := range c.Dates {
		dates = append(dates, text.Day(d))
	}
	for _, n := range a.nodes {
		codes = append(codes, n.Code)
	}
	for _, id := range c.Teachers {
		for _, one := range a.people {
			if one.ID == id {
				teachers = append(teachers, one.Name)
			}
		}
	}
	var groups, varies []widget.Option
	var picked []string
	for _, g := range a.groups {
		groups = append(groups, widget.Option{ID: g.ID.String(), Label: cell.Safe(g.Name, 40)})
	}
	for _, g := range c.Groups {
		picked = append(picked, g.String())
	}
	for _, v := range course.Varyings() {
		varies = append(varies, widget.Option{ID: string(v), Label: w.CourseVaries(v)})
	}
	minutes := ""
	if c.Minutes > 0 {
		minutes = strconv.Itoa(c.Minutes)
	}
	hours := "yes"
	if c.NoHours {
		hours = "no"
	}
	entry := func(id, value string) widget.Entry { return widget.TextEntry(id, w.Say("field."+id), value, 1) }
	d := &dialog.Sheet{Key: key, About: c.ID, Width: 100, Hint: w.Say("form.foot", "save", p.Env.Keys.Label("save"))}
	d.Form = widget.Form{Title: w.Say(title), Entries: []widget.Entry{
		entry("course-title", c.Title),
		entry("course-dates", strings.Join(dates, ", ")).Hinted(w.Say("courses.dates.hint")),
		entry("course-start", c.Start).Hinted(w.Say("courses.start.hint")),
		entry("minutes", minutes).Hinted(w.Say("courses.minutes.hint")),
		entry("course-place", c.Place),
		widget.ManyEntry("groups", w.Say("field.groups"), picked, groups),
		entry("course-stations", strings.Join(c.Stations, ", ")).Hinted(w.Say("courses.stations.hint")),
		entry("course-teachers", strings.Join(teachers, ", ")).Hinted(w.Say("courses.teachers.hint")),
		entry("course-tests", strings.Join(c.Tests, ", ")).Hinted(w.Say("courses.tests.hint")),
		widget.ChoiceEntry("course-varies", w.Say("field.course-varies"), string(c.Varies), varies),
		entry("course-scale", c.Scale).Hinted(w.Say("courses.scale.hint")),
		entry("course-nodes", strings.Join(codes, ", ")).Hinted(w.Say("courses.nodes.hint")),
		entry("course-theme", c.Theme),
		entry("course-term", c.Term).Hinted(w.Say("courses.term.hint")),
		widget.ChoiceEntry("course-hours", w.Say("courses.hours"), hours, []widget.Option{{ID: "yes", Label: w.Say("courses.hours.yes")}, {ID: "no", Label: w.Say("courses.hours.no")}}),
	}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		now, ok := p.filled(f, a)
		if !ok {
			return nil
		}
		typed := words(f.Text("course-nodes"))
		if strings.Join(typed, ",") == strings.Join(codes, ",") {
			return p.Do(nil, act(now))
		}
		return p.Perform(dialog.Deed{Act: func(ctx context.Context, session *model.Session) (r model.Receipt, err error) {
			if now.Nodes, err = course.FindNodes(ctx, session, typed, now.Groups); err != nil {
				return r, err
			}
			return session.Do(ctx, act(now))
		}})
	}
	return p.Fill(d)
}

// words are what stands between commas.
func words(typed string) (out []string) {
	for _, t := range strings.FieldsFunc(typed, func(c rune) bool { return c == ',' || c == ';' || c == '\n' }) {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// filled reads the form; what cannot be read is blamed.
func (p *Courses) filled(f *widget.Form, a asked) (c course.Course, ok bool) {
	w := p.Env.Words
	c = a.course
	c.Title, c.Start, c.Place, c.Scale, c.Theme, c.Term = f.Text("course-title"), f.Text("course-start"), f.Text("course-place"), f.Text("course-scale"), f.Text("course-theme"), f.Text("course-term")
	c.Stations, c.Tests, c.Varies, c.NoHours = words(f.Text("course-stations")), words(f.Text("course-tests")), course.Varying(f.Text("course-varies")), f.Text("course-hours") == "no"
	var days []time.Time
	for _, t := range words(f.Text("course-dates")) {
		day, ok := text.ReadDay(t)
		if !ok {
			f.Blame("course-dates", w.Say("error.visit-day", "text", t))
			return c, false
		}
		days = append(days, day)
	}
	c.Dates = days
	c.Minutes = 0
	if typed := f.Text("minutes"); typed != "" {
		n, err := strconv.Atoi(typed)
		if err != nil {
			f.Blame("minutes", w.Say("error.minutes", "minutes", typed, "limit", model.MaxMinutes))
			return c, false
		}
		c.Minutes = n
	}
	c.Groups = nil
	for _, id := range f.Many("groups") {
		for _, g := range a.groups {
			if g.ID.String() == id {
				c.Groups = append(c.Groups, g.ID)
			}
		}
	}
	c.Groups = inOrder(a.course.Groups, c.Groups)
	c.Teachers = nil
	for _, name := range words(f.Text("course-teachers")) {
		found := called(a.people, name)
		if len(found) != 1 {
			f.Blame("course-teachers", w.Say("courses.teacher-unknown", "name", name))
			return c, false
		}
		c.Teachers = append(c.Teachers, found[0])
	}
	return c, true
}

// inOrder keeps groups that took part in their order of rotation, and puts new ones behind them.
func inOrder(was, now []journal.ID) (out []journal.ID) {
	has := func(all []journal.ID, id journal.ID) bool {
		for _, o := range all {
			if o == id {
				return true
			}
		}
		return false
	}
	for _, g := range was {
		if has(now, g) {
			out = append(out, g)
		}
	}
	for _, g := range now {
		if !has(was, g) {
			out = append(out, g)
		}
	}
	return out
}

// called are those whom a name means: exactly that, or the only one that begins so.
func called(people []model.Person, name string) (out []journal.ID) {
	for _, whole := range []bool{true, false} {
		for _, one := range people {
			is := plain.FoldText(one.Name)
			if want := plain.FoldText(name); is == want || !whole && strings.HasPrefix(is, want) {
				out = append(out, one.ID)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return out
}
