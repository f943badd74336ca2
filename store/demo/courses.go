package demo

import (
	"context"
	"time"

	"leerbalie/model"
	teaching "leerbalie/model/course"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
)

// teaching plans two courses of this half-year, a carousel of two groups and one for a group with tests on a scale of its own, with who came until now and
// what came of the tests. It has dice of its own.
func (f *fill) teaching(ctx context.Context, seed int64) error {
	d := newDice(seed + 3_000_017)
	boss, err := f.view(ctx, f.me)
	if err != nil {
		return err
	}
	f.stage.clock = f.calendar.now
	today := days.Of(f.calendar.now, f.calendar.now.Location())
	people, err := boss.People(ctx)
	if err != nil {
		return err
	}
	var groups, teachers []journal.ID
	for _, p := range people {
		switch {
		case p.Site != f.sites[0].id:
		case p.Has(model.RoleStudent) && p.Study.At(today) == model.StudyActive && len(p.Groups) > 0 && len(groups) < 2 && (len(groups) == 0 || groups[0] != p.Groups[0]):
			groups = append(groups, p.Groups[0])
		case p.Has(model.RoleTeacher, model.RoleSupervisor) && len(teachers) < 2:
			teachers = append(teachers, p.ID)
		}
	}
	if len(groups) == 0 || len(teachers) == 0 {
		return nil
	}
	nodes, err := teaching.FindNodes(ctx, boss, []string{"leerbalie:hbo-social-work:C1"}, nil)
	if err != nil {
		return err
	}
	tuesday := today.AddDate(0, 0, -(int(today.Weekday())+5)%7)
	dates := func(weeks ...int) (out []time.Time) {
		for _, n := range weeks {
			out = append(out, tuesday.AddDate(0, 0, 7*n))
		}
		return out
	}
	term := teaching.TermOf(today)
	all := []teaching.Course{
		{Title: "Schulden en geld", Theme: "geldzorgen", Term: term, Dates: dates(-3, -2, -1, 0, 1, 2), Start: "13:00", Minutes: 150, Place: "Zaal 1", Groups: groups, Stations: []string{"begroten", "brieven lezen", "bellen met een schuldeiser"},
			Teachers: teachers, Tests: []string{"gesprek", "toets"}, Varies: teaching.ByChoice, Nodes: nodes},
		{Title: "Gesprekken voeren", Theme: "contact", Term: term, Dates: dates(-6, -5, -4, 3), Start: "09:30", Minutes: 120, Place: "Zaal 2", Groups: groups[:1], Teachers: teachers[:1], Tests: []string{"rollenspel"}, Scale: teaching.TenScale},
	}
	return f.stage.together(ctx, func() error {
		for i := range all {
			r, err := boss.DoQuietly(ctx, teaching.Add{Course: all[i]})
			if err != nil {
				return err
			}
			all[i].ID = r.Entity
			if err := noteCourse(ctx, d, boss, &all[i], people, today); err != nil {
				return err
			}
		}
		return nil
	})
}

// noteCourse says who came to a course until today, and what came of its first test of most of them.
func noteCourse(ctx context.Context, d *dice, boss *model.Session, c *teaching.Course, people []model.Person, today time.Time) error {
	results := teaching.NoteResults{Course: c.ID, Test: c.Tests[0]}
	for i, day := range c.ByDay() {
		if day.After(today) {
			break
		}
		a := teaching.NotePresence{Course: c.ID, Day: day}
		for k := range people {
			p := &people[k]
			if _, takes := c.GroupOf(p); !takes || p.Study.At(today) != model.StudyActive {
				continue
			}
			state := ledger.Present
			if roll := d.between(1, 100); roll <= 7 {
				state = ledger.Excused
			} else if roll <= 17 {
				state = ledger.Absent
			}
			a.Marks = append(a.Marks, teaching.Mark{Student: p.ID, State: state})
			if i == 2 && d.between(1, 100) <= 75 {
				level := []string{"onvoldoende", "voldoende", "voldoende", "goed"}[d.between(0, 3)]
				if c.Scale == teaching.TenScale {
					level = []string{"5", "6", "7", "8", "9"}[d.between(0, 4)]
				}
				results.Day, results.Given = day, append(results.Given, teaching.Given{Student: p.ID, Level: level})
			}
		}
		if len(a.Marks) == 0 {
			return nil
		}
		if _, err := boss.DoQuietly(ctx, a); err != nil {
			return err
		}
	}
	if len(results.Given) == 0 {
		return nil
	}
	_, err := boss.DoQuietly(ctx, results)
	return err
}
