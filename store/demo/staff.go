package demo

import (
	"context"
	"fmt"
	"time"

	"leerbalie/model"
)

// crew is who works and learns at a site.
type crew struct {
	desk       []model.ID // front-desk staff
	supervisor model.ID
	students   []model.ID
	couples    [][]model.ID // buddies: a student from each school
}

// hire takes on everybody at a site, as the coordinator.
func (f *fill) hire(ctx context.Context, boss *model.View, site *site) error {
	c := &site.crew
	c.supervisor = f.dice.id(f.stage.clock)
	staff := func(id model.ID, role model.Role, mail string) model.Action {
		n := f.names.draw(func(o origin) int { return o.students })
		return model.AddPerson{Person: model.Person{ID: id, Name: n.full, Roles: []model.Role{role}, Site: site.id,
			Languages: f.languages(n), Email: n.mail + mail}}
	}
	actions := []model.Action{staff(c.supervisor, model.RoleSupervisor, "@leerbalie.example")}
	for range site.desk {
		id := f.dice.id(f.stage.clock)
		c.desk = append(c.desk, id)
		actions = append(actions, staff(id, model.RoleDesk, "@leerbalie.example"))
	}
	actions = append(actions, staff(f.dice.id(f.stage.clock), model.RoleTeacher, "@school.example"))
	if _, err := boss.DoQuietly(ctx, actions...); err != nil {
		return err
	}
	return f.enrol(ctx, boss, site)
}

func (f *fill) languages(n name) []string {
	if n.origin.language == "nl" {
		return []string{"nl"}
	}
	return []string{"nl", n.origin.language}
}

// enrol takes on the site's students: a group from the vocational school and one from the university of applied sciences.
func (f *fill) enrol(ctx context.Context, boss *model.View, site *site) error {
	groups := make([]model.ID, 2)
	for i, kind := range []string{"mbo", "hbo"} {
		r, err := boss.DoQuietly(ctx, model.AddGroup{Group: model.Group{Name: fmt.Sprintf("%s %s %d", site.code, kind, f.calendar.now.Year()%100), Site: site.id}})
		if err != nil {
			return err
		}
		groups[i] = r.Entity
	}
	var mbo, hbo []model.ID
	var actions []model.Action
	for i := range site.students {
		n := f.names.draw(func(o origin) int { return o.students })
		p := model.Person{ID: f.dice.id(f.stage.clock), Name: n.full, Roles: []model.Role{model.RoleStudent}, Site: site.id,
			Languages: f.languages(n), Email: n.mail + "@student.example", Number: fmt.Sprintf("s%07d", 2400000+f.dice.IntN(99999)),
			Supervisor: site.crew.supervisor}
		if i%5 < 3 {
			p.Level, p.Groups = one(f.dice, []string{"mbo-2", "mbo-3", "mbo-3", "mbo-4", "mbo-4"}), groups[:1]
			mbo = append(mbo, p.ID)
		} else {
			p.Level, p.Groups = one(f.dice, []string{"hbo", "hbo", "hbo", "hbo", "ad"}), groups[1:]
			hbo = append(hbo, p.ID)
		}
		actions = append(actions, model.AddPerson{Person: p})
	}
	c := &site.crew
	for i := range min(len(mbo), len(hbo)) - 1 { // the last of each has no buddy yet
		c.couples = append(c.couples, []model.ID{mbo[i], hbo[i]})
	}
	c.students = append(mbo, hbo...)
	_, err := boss.DoQuietly(ctx, actions...)
	return err
}

// onDuty is who sits at the desk on a day.
func (c *crew) onDuty(t time.Time) model.ID {
	return c.desk[(t.YearDay()+int(t.Weekday()))%len(c.desk)]
}
