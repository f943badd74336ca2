package conflicts

import (
	"leerbalie/model/conflict"
	"leerbalie/ui/say"
)

// Said gives the list as structure, and what stands there of the conflict that the cursor is on.
func (c *Conflicts) Said() (l say.Lines) {
	if over, open := c.OverSaid(); open {
		return over
	}
	l.Add(c.Head(c.size).Said())
	l.Text(c.instead())
	if !c.known || c.failed != "" || len(c.data.all) == 0 {
		return l
	}
	at := c.cursor()
	for i := range c.data.all {
		about, where := c.name(&c.data.all[i])
		l.Row(c.data.all[i].ID, i+1, i == at, say.Join(about, where))
	}
	x := &c.data.all[at]
	for i := range x.Values {
		written, by := c.value(x, i)
		l.Aside(letter(i)+": "+written, by)
	}
	if x.Settle {
		l.Help(c.foot(x))
	} else {
		l.Aside(c.foot(x))
	}
	return l
}

// instead is the sentence that stands where there is no list.
func (c *Conflicts) instead() string {
	if c.failed != "" || !c.known || len(c.data.all) > 0 {
		return c.failed
	}
	return c.Env.Words.Say("conflicts.none")
}

// name says of a conflict what it is about, and where it is.
func (c *Conflicts) name(x *conflict.Conflict) (about, where string) {
	m := c.maker()
	return m.ConflictAbout(x), m.ConflictField(x)
}

// value says what stands there, and who wrote it.
func (c *Conflicts) value(x *conflict.Conflict, i int) (written, by string) {
	m, v := c.maker(), &x.Values[i]
	by = m.ConflictBy(v, c.Env.When(v.At))
	if i == 0 {
		by += " · " + c.Env.Words.Say("conflicts.shown")
	}
	return m.ConflictValue(x, v), by
}

func letter(i int) string { return string(rune('A' + i)) }

// foot says what keys do with a conflict, or why they do nothing.
func (c *Conflicts) foot(x *conflict.Conflict) string {
	if !x.Settle {
		return c.Env.Words.Say("conflicts.not-yours")
	}
	return c.Env.Words.Say("conflicts.foot", "key", c.Env.Keys.Label(Settle), "undo", c.Env.Keys.Label(Undo))
}
