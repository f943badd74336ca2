// Package conflicts is the screen with what people changed apart from each other: of each what it is about, what stands there, who
// wrote it, when and on which computer; a key says what holds, and another takes that back.
package conflicts

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/report"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Conflicts is the screen.
type Conflicts struct {
	dialog.Host
	actions screen.Actions[*Conflicts]
	size    screen.Size

	data   found
	known  bool
	failed string
	on     string // the conflict that the cursor is on
	at     int    // where that stood
	top    int    // the first line that shows

	fetch   screen.Tickets
	reading bool
	again   bool // something changed while it was read
}

// found is what there is, and the names of everybody.
type found struct {
	all   []conflict.Conflict
	names map[journal.ID]string
}

var (
	_ screen.Screen = (*Conflicts)(nil)
	_ screen.Holder = (*Conflicts)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	c := &Conflicts{actions: actions(), Host: dialog.Host{Env: env, Name: string(screen.Conflicts), UndoKey: Undo, RedoKey: Redo}}
	c.Reload = c.read
	return c
}

// Init reads what the screen shows first.
func (c *Conflicts) Init() tea.Cmd { return c.read() }

func (c *Conflicts) read() tea.Cmd {
	if c.reading {
		c.again = true
		return nil
	}
	c.reading = true
	session := c.Env.Session
	return screen.Ask(c.Env.Ctx, c.fetch.Next(), func(ctx context.Context) (f found, err error) {
		if f.all, err = conflict.Read(ctx, session); err != nil {
			return f, err
		}
		f.names = map[journal.ID]string{}
		for _, read := range []func(context.Context) ([]model.Person, error){session.PeopleWhoLeft, session.People} {
			people, err := read(ctx)
			if err != nil {
				return f, err
			}
			for _, p := range people {
				f.names[p.ID] = p.Name
			}
		}
		return f, nil
	})
}

func (c *Conflicts) took(a screen.Answer[found]) tea.Cmd {
	if !c.fetch.Fits(a.Ticket) {
		return nil
	}
	c.reading = false
	c.Arrived()
	if a.Err != nil {
		c.failed = c.Env.Words.Error(a.Err)
	} else {
		c.failed, c.known, c.data = "", true, a.Value
	}
	if c.again {
		c.again = false
		return c.read()
	}
	return nil
}

// cursor is the place of the conflict that the cursor is on; where that has gone, of the one that took its place.
func (c *Conflicts) cursor() int {
	for i := range c.data.all {
		if c.data.all[i].ID == c.on {
			c.at = i
			return i
		}
	}
	c.goTo(c.at)
	return c.at
}

func (c *Conflicts) goTo(at int) {
	c.on = ""
	if c.at = max(min(at, len(c.data.all)-1), 0); c.at < len(c.data.all) {
		c.on = c.data.all[c.at].ID
	}
}

// chosen is the conflict that the cursor is on, nil where there is none.
func (c *Conflicts) chosen() *conflict.Conflict {
	if len(c.data.all) == 0 {
		return nil
	}
	return &c.data.all[c.cursor()]
}

// may tells whether who sits here may say what holds.
func (c *Conflicts) may() bool {
	x := c.chosen()
	return x != nil && x.Settle
}

func (c *Conflicts) maker() report.Maker {
	return report.Maker{Words: c.Env.Words, Zone: c.Env.Local(c.Env.Now()).Location(), Now: c.Env.Now(), Names: c.data.names}
}

// settle asks what holds.
func (c *Conflicts) settle() tea.Cmd {
	x, m, w := *c.chosen(), c.maker(), c.Env.Words
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("conflicts.settle-title") + " " + m.ConflictAbout(&x) + ": " + m.ConflictField(&x)}}
	for i := range x.Values {
		v := &x.Values[i]
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: string(rune('a' + i)), Label: m.ConflictValue(&x, v), Right: m.ConflictBy(v, c.Env.When(v.At))})
	}
	d.Choose = func(id string) tea.Cmd {
		act := conflict.Settle{Kind: x.Kind, Entity: x.Entity, ID: x.ID, Take: x.Values[id[0]-'a'].Stamp}
		if x.Code == conflict.Decisions {
			return c.why(act, x.About)
		}
		return c.Do(nil, act)
	}
	return c.Show(d)
}

// why asks why a decision does not hold: it is withdrawn with that reason.
func (c *Conflicts) why(act conflict.Settle, about journal.ID) tea.Cmd {
	return c.Type(&dialog.Prompt{Prompt: widget.Prompt{Title: c.Env.Words.Say("conflicts.reason")}, Key: "conflict:" + act.ID, About: about, Submit: func(text string) tea.Cmd {
		act.Reason = text
		return c.Do(nil, act)
	}})
}

// atRequest tells whether there is a page to go to.
func (c *Conflicts) atRequest() bool {
	x := c.chosen()
	return x != nil && x.Kind == desk.KindRequest
}

func (c *Conflicts) open() tea.Cmd {
	return screen.Send(screen.Open{Name: screen.Desk, With: screen.AtRequest{ID: c.chosen().Entity}})
}

// Scope is where the keys of this screen work.
const Scope keys.Scope = "conflicts"

// What keys do here.
const (
	Settle keys.ID = "conflicts-settle"
	Open   keys.ID = "conflicts-open"
	Undo   keys.ID = "conflicts-undo"
	Redo   keys.ID = "conflicts-redo"
)

// Keys gives the keys of this screen.
func Keys() []keys.Key { return actions().Keys() }

// actions is all that can be done on this screen.
func actions() screen.Actions[*Conflicts] {
	return append(screen.Actions[*Conflicts]{
		{ID: Settle, Scope: Scope, Keys: []string{"enter", "y"}, Word: "key.conflicts.settle", When: (*Conflicts).may, Do: (*Conflicts).settle,
			Why: func(c *Conflicts) string {
				if c.chosen() == nil {
					return ""
				}
				return c.Env.Words.Say("conflicts.not-yours")
			}},
		{ID: Open, Scope: Scope, Keys: []string{"o"}, Word: "key.conflicts.open", When: (*Conflicts).atRequest, Do: (*Conflicts).open},
	}, dialog.Undoing[*Conflicts](Scope, Undo, Redo)...)
}
