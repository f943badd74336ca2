package learning

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/ledger"
	"leerbalie/model/plain"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// Update takes in a message.
func (c *Learning) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return c, c.take(msg) }

func (c *Learning) take(msg tea.Msg) tea.Cmd {
	cmd, took := c.Host.Update(msg)
	if took {
		return tea.Batch(cmd, c.uncovered())
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return c.key(msg)
	case screen.AtStudent:
		return c.showStudent(msg.ID)
	case screen.Return:
		return c.goBack(msg.Where)
	case screen.Resized:
		c.size = msg.Size
		for _, p := range c.pages {
			p.resize(msg.Size)
		}
	case screen.TwoWays: // what is marked is drawn anew
		for _, p := range c.pages {
			p.resize(c.size)
		}
	case screen.Changed:
		for _, k := range []journal.Kind{learning.KindDossier, ledger.KindLedger, model.KindPerson, model.KindGroup, competence.KindFramework} {
			if msg.Has(k) {
				c.named = c.named && !msg.Has(model.KindPerson)
				return tea.Batch(cmd, c.again())
			}
		}
	case screen.Elapsed:
		if c.personal.Fits(msg.Ticket) {
			return c.lookForPersonal()
		}
	case screen.Answer[[]plain.Trace]:
		c.tookPersonal(msg)
	case screen.Answer[[]learning.Awaiting]:
		return c.tookWaits(msg)
	case screen.Answer[[]competence.Framework]:
		return c.tookFrameworks(msg)
	case screen.Answer[named[judged]]:
		return tea.Batch(c.tookPiece(msg), c.uncovered())
	case screen.Mouse:
		if !c.Waits() && c.Open() == nil {
			return c.top().mouse(msg)
		}
	default:
		for i := len(c.pages) - 1; i >= 0; i-- {
			if cmd, mine := c.pages[i].take(msg); mine {
				return cmd
			}
		}
	}
	return cmd
}

// uncovered reads the page again that has come to light from under judging.
func (c *Learning) uncovered() tea.Cmd {
	cmd := c.renew()
	if cmd != nil {
		c.Hold()
	}
	return cmd
}

// key does what a key means on the page that shows.
func (c *Learning) key(msg tea.KeyMsg) tea.Cmd {
	if k, ok := c.searching(); ok {
		k.typed(msg)
		return nil
	}
	if cmd, took := c.actions.Press(c.Env.Keys, c, msg); took {
		return cmd
	}
	c.top().move(msg)
	return nil
}

// searching is the class in which a name is being typed; ok is false when there is none.
func (c *Learning) searching() (k *class, ok bool) {
	k, ok = c.top().(*class)
	return k, ok && k.search.Typing
}

// move moves the cursor of a list; ok is false for another key.
func move[ID comparable](c *Learning, msg tea.KeyMsg, list *widget.List[ID]) bool {
	rows, ok := c.Env.Keys.Steps(msg, list.Height())
	if ok {
		list.Go(rows)
	}
	return ok
}
