package pairs

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
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
		if msg.Has(model.KindPerson) || msg.Has(model.KindPair) || msg.Has(model.KindSite) || msg.Has(model.KindProposal) || msg.Has(model.KindFit) {
			return p.read()
		}
	case screen.Tick:
		p.arrange()
	case screen.Mouse:
		return p.mouse(msg)
	case screen.Answer[library]:
		return p.took(msg)
	case screen.Answer[*made]:
		return p.tookProposal(msg)
	case screen.Answer[priced]:
		return p.tookPrices(msg)
	case screen.Answer[compared]:
		return p.tookCompared(msg)
	case screen.Answer[workOf]:
		if p.burden.Fits(msg.Ticket) && msg.Err == nil {
			p.load = msg.Value
		}
	}
	return cmd
}

// key does what a key means where the screen stands now.
func (p *Pairs) key(msg tea.KeyMsg) tea.Cmd {
	switch {
	case p.typing:
		return p.searchKey(msg)
	case p.book == nil:
		return nil
	}
	set := p.Env.Keys
	switch {
	case set.Is(msg, Search):
		p.typing, p.focus = true, false
		return nil
	case set.Is(msg, NextTab):
		return p.show(p.tab + 1)
	case set.Is(msg, PrevTab):
		return p.show(p.tab - 1)
	case set.Is(msg, keys.Back):
		switch {
		case p.focus:
			p.focus = false
		case p.search.Text() != "":
			p.search.Set("")
			p.arrange()
		case p.tab != running:
			return p.turn(running)
		}
		return nil
	case set.Is(msg, Open):
		p.focus, p.scroll = p.list().Len() > 0, 0
		return nil
	case set.Is(msg, Pane):
		p.focus, p.scroll = !p.focus && p.list().Len() > 0, 0
		return nil
	case set.Is(msg, Undo):
		return p.TakeBack(false, nil)
	case set.Is(msg, Redo):
		return p.TakeBack(true, nil)
	}
	if cmd, ok := p.move(msg); ok {
		return cmd
	}
	if cmd, ok := p.proposalKey(msg); ok {
		return cmd
	}
	return p.pairKey(msg)
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
	p.tab, p.focus, p.typing, p.scroll = to, false, false, 0
	p.arrange()
	return nil
}

func (p *Pairs) searchKey(msg tea.KeyMsg) tea.Cmd {
	set := p.Env.Keys
	switch {
	case set.Is(msg, keys.Cancel):
		p.typing = false
		p.search.Set("")
	case set.Is(msg, keys.Accept):
		p.typing = false
		return nil
	case msg.Type == tea.KeyDown || msg.Type == tea.KeyUp || msg.Type == tea.KeyPgDown || msg.Type == tea.KeyPgUp:
		cmd, _ := p.move(msg)
		return cmd
	default:
		p.search.Update(msg)
	}
	p.arrange()
	return nil
}

// proposalKey handles the keys that are about the proposal.
func (p *Pairs) proposalKey(msg tea.KeyMsg) (tea.Cmd, bool) {
	set := p.Env.Keys
	switch {
	case set.Is(msg, Propose):
		return p.begin(), true
	case set.Is(msg, Weights):
		return tea.Batch(p.begin(), p.startSliders()), true
	case set.Is(msg, Rematch):
		return p.rematch(), true
	case set.Is(msg, Reopen):
		return p.reopen(), true
	case set.Is(msg, Kept):
		return p.startKept(), true
	}
	if p.tab != proposed {
		return nil, false
	}
	switch {
	case set.Is(msg, Lock):
		return p.lock(), true
	case set.Is(msg, Forbid):
		return p.forbid(), true
	case set.Is(msg, Swap):
		return p.startSwap(), true
	case set.Is(msg, Publish) && !p.leads():
		return screen.Say(screen.Fault, p.Env.Words.Say("pairs.publish.leads")), true
	case set.Is(msg, Publish):
		return p.publish(), true
	case set.Is(msg, Keep):
		return p.startKeep(), true
	case set.Is(msg, Afresh):
		return p.afresh(), true
	}
	return nil, false
}

// pairKey handles the keys that are about one pair.
func (p *Pairs) pairKey(msg tea.KeyMsg) tea.Cmd {
	r, ok := p.current()
	if !ok {
		return nil
	}
	set := p.Env.Keys
	if r.kind == freeRow || r.kind == leftRow {
		if set.Is(msg, Never) || set.Is(msg, Swap) {
			return p.startByHand(r.student.ID, set.Is(msg, Never))
		}
		return nil
	}
	if r.kind == proposedRow && set.Is(msg, Never) {
		return p.startNever(r.proposed.Members)
	}
	if r.kind != pairRow {
		return nil
	}
	if set.Is(msg, Never) {
		return p.startNever(r.pair.Members)
	}
	if !r.pair.Running() {
		return nil
	}
	switch {
	case set.Is(msg, CheckIn):
		return p.startCheckIn(r.pair)
	case set.Is(msg, Evaluate):
		return p.startEvaluation(r.pair, r.stand)
	case set.Is(msg, Agree):
		return p.startAgree(r.pair)
	case set.Is(msg, Fit):
		return p.startFit(r.pair)
	case set.Is(msg, End):
		return p.startEnd(r.pair)
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
