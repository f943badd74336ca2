package pairs

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/pairs"
	"leerbalie/ui/screen"
)

// Update takes in a message.
func (p *Pairs) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return p, p.take(msg) }

func (p *Pairs) take(msg tea.Msg) tea.Cmd {
	cmd, took := p.Host.Update(msg)
	if took {
		if _, key := msg.(tea.KeyMsg); key {
			cmd = tea.Batch(cmd, p.look())
		}
		return cmd
	}
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return tea.Batch(p.key(msg), p.look())
	case screen.Resized:
		p.size = msg.Size
		for i := range p.lists {
			p.lists[i].Resize(msg.Size.Height - 1)
		}
	case screen.Renewed:
		p.arrange()
	case screen.Changed:
		if msg.Has(model.KindPerson) || msg.Has(pairs.KindPair) || msg.Has(model.KindSite) || msg.Has(pairs.KindProposal) || msg.Has(pairs.KindFit) {
			return tea.Batch(cmd, p.read())
		}
	case screen.Tick:
		p.arrange()
	case screen.Mouse:
		return p.mouse(msg)
	case screen.Answer[data]:
		return p.took(msg)
	case screen.Answer[*made]:
		return p.tookProposal(msg)
	case screen.Answer[priced]:
		return p.tookPrices(msg)
	case screen.Answer[compared]:
		return p.tookCompared(msg)
	case screen.Answer[workOf]:
		if p.workload.Fits(msg.Ticket) && msg.Err == nil {
			p.workOfShown = msg.Value
		}
	}
	return cmd
}

// key does what a key means where the screen stands now.
func (p *Pairs) key(msg tea.KeyMsg) tea.Cmd {
	switch {
	case p.search.Typing:
		return p.searchKey(msg)
	case p.book == nil:
		return nil
	}
	if cmd, took := p.actions.Press(p.Env.Keys, p, msg); took {
		return cmd
	}
	cmd, _ := p.move(msg)
	return cmd
}

// back leaves what lies on top: the details, what was searched for, the other lists.
func (p *Pairs) back() tea.Cmd {
	switch {
	case p.focus:
		p.focus = false
	case p.search.Text() != "":
		p.search.Clear()
		p.arrange()
	default:
		return p.turn(running)
	}
	return nil
}

func (p *Pairs) startSearch() tea.Cmd {
	p.focus = false
	p.search.Start()
	return nil
}

// openDetails gives the keys to the details.
func (p *Pairs) openDetails() tea.Cmd {
	p.focus, p.scroll = true, 0
	return nil
}

// toDetails gives the keys to the details, or takes them back.
func (p *Pairs) toDetails() tea.Cmd {
	p.focus, p.scroll = !p.focus, 0
	return nil
}

// show turns to a tab by its place; the one for proposals makes one where there is none.
func (p *Pairs) show(to int) tea.Cmd {
	to = (to + tabs) % tabs
	if to == proposed {
		return p.begin()
	}
	return p.turn(to)
}

// turn shows another tab.
func (p *Pairs) turn(to int) tea.Cmd {
	p.tab, p.focus, p.search.Typing, p.scroll = to, false, false, 0
	p.arrange()
	return nil
}

// searchKey takes a key while something is searched for.
func (p *Pairs) searchKey(msg tea.KeyMsg) tea.Cmd {
	altered, took := p.search.Update(p.Env.Keys, msg)
	if !took {
		cmd, _ := p.move(msg)
		return cmd
	}
	if altered {
		p.arrange()
	}
	return nil
}

// move handles the keys that move the cursor, or the details where those have the keys.
func (p *Pairs) move(msg tea.KeyMsg) (tea.Cmd, bool) {
	list := p.list()
	steps, ok := p.Env.Keys.Steps(msg, list.Height())
	if !ok {
		return nil, false
	}
	if p.focus {
		p.scroll = max(p.scroll+steps, 0)
		return nil, true
	}
	p.scroll = 0
	list.Go(steps)
	return nil, true
}

// mouse puts the cursor on the row that is clicked; a click on the row that has it opens it.
func (p *Pairs) mouse(m screen.Mouse) tea.Cmd {
	if p.Waits() || p.Open() != nil {
		return nil
	}
	inDetails := p.focus && !p.wide() || p.wide() && m.X > p.divider()
	switch {
	case m.Wheel != 0 && inDetails:
		p.scroll = max(p.scroll+m.Wheel, 0)
	case m.Wheel != 0:
		p.list().Move(m.Wheel)
	case inDetails:
		p.focus = p.list().Len() > 0
	case m.Y > 0:
		_, before, _ := p.list().Cursor()
		if p.list().Click(m.Y - 1) {
			_, now, _ := p.list().Cursor()
			p.focus = now == before
		}
	}
	return nil
}
