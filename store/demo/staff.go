package demo

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
)

// team is who works and learns at a site.
type team struct {
	desk       []journal.ID // front-desk staff
	supervisor journal.ID
	teachers   []journal.ID
	students   []learner
	pairs      []*buddyPair // the earliest first
}

// hire takes on everybody at a site, as the coordinator.
func (f *fill) hire(ctx context.Context, boss *model.Session, site *site) error {
	c := &site.team
	c.supervisor = f.dice.id(f.stage.clock)
	staff := func(id journal.ID, role model.Role, mail string) model.Action {
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
	if _, err := boss.DoQuietly(ctx, actions...); err != nil {
		return err
	}
	return f.enrol(ctx, boss, site)
}

// teach takes on the two teachers of a site's groups. The vocational one is assessed on one list, whatever the level.
func (f *fill) teach(ctx context.Context, boss *model.Session, s *site, groups map[string]journal.ID) error {
	actions := []model.Action{learning.SetGroupFrameworks{Group: groups["mbo"], Frameworks: []journal.ID{competence.BuiltinFor("mbo-4")}}}
	for range 2 {
		id := f.dice.id(f.stage.clock)
		s.team.teachers = append(s.team.teachers, id)
		n := f.names.draw(func(o origin) int { return o.students })
		p := model.Person{ID: id, Name: n.full, Roles: []model.Role{model.RoleTeacher}, Site: s.id, Languages: f.languages(n), Email: n.mail + "@school.example"}
		for _, track := range tracks() {
			p.Groups = append(p.Groups, groups[track])
		}
		actions = append(actions, model.AddPerson{Person: p})
	}
	_, err := boss.DoQuietly(ctx, actions...)
	return err
}

func (f *fill) languages(n name) []string {
	if n.origin.language == "nl" {
		return []string{"nl"}
	}
	return []string{"nl", n.origin.language}
}

// student is one of those who take up questions at a moment.
func (c *team) student(d *dice, t time.Time) journal.ID {
	var here []journal.ID
	for i := range c.students {
		if l := &c.students[i]; l.from.Before(t) && (l.until.IsZero() || t.Before(l.until)) {
			here = append(here, l.ID)
		}
	}
	return one(d, here)
}

// buddyPair is one of the pairs that take up questions at a moment.
func (c *team) pair(d *dice, t time.Time) []journal.ID {
	var here []*buddyPair
	for _, p := range c.pairs {
		if p.from.Before(t) && (p.until.IsZero() || t.Before(p.until)) {
			here = append(here, p)
		}
	}
	return one(d, here).ids()
}

// onDuty is who sits at the desk on a day.
func (c *team) onDuty(t time.Time) journal.ID {
	return c.desk[(t.YearDay()+int(t.Weekday()))%len(c.desk)]
}
