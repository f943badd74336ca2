package pairs

import (
	"context"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs/match"
	"leerbalie/ui/screen"
)

// today is the day in the site's time zone, at midnight UTC.
func (p *Pairs) today() time.Time { return p.Env.Today() }

// propose asks for the best proposal for the choice as it is; one that is still being worked out is broken off.
func (p *Pairs) propose() tea.Cmd {
	if p.book == nil {
		return nil
	}
	if p.stop != nil {
		p.stop()
	}
	ctx, stop := context.WithCancel(p.Env.Ctx)
	p.stop, p.work = stop, true
	in := p.book.Input(p.choice)
	return screen.Ask(ctx, p.calc.Next(), func(ctx context.Context) (*made, error) {
		proposal, err := match.Propose(ctx, in)
		if err != nil {
			return nil, err
		}
		m := &made{in: in, proposal: proposal, facts: make([]match.Facts, len(proposal.Pairs))}
		for i, pair := range proposal.Pairs {
			m.facts[i] = match.FactsOf(in, pair.Members)
		}
		return m, nil
	})
}

// priced is what the overrides of a proposal cost.
type priced struct{ prices []match.Price }

func (p *Pairs) tookProposal(a screen.Answer[*made]) tea.Cmd {
	if !p.calc.Fits(a.Ticket) {
		return nil
	}
	p.work = false
	if a.Err != nil {
		if p.Env.Ctx.Err() != nil {
			return nil
		}
		// what was chosen last clashes: it is taken back, and said
		p.takeBack()
		return tea.Batch(screen.Say(screen.Fault, p.Env.Words.Error(a.Err)), p.again())
	}
	if p.made != nil {
		a.Value.prices = p.made.prices // until the new ones are there
	}
	p.made = a.Value
	p.arrange()
	of := p.choice.Overrides()
	if len(of.Locks)+len(of.Forbid) == 0 {
		p.made.prices = nil
		p.arrange()
		return nil
	}
	m := p.made
	return screen.Ask(p.Env.Ctx, p.cost.Next(), func(ctx context.Context) (priced, error) {
		prices, err := match.Prices(ctx, m.in, m.proposal, of)
		return priced{prices}, err
	})
}

// tookPrices shows the prices, and says that of what was decided last.
func (p *Pairs) tookPrices(a screen.Answer[priced]) tea.Cmd {
	if !p.cost.Fits(a.Ticket) || a.Err != nil || p.made == nil {
		return nil
	}
	p.made.prices = a.Value.prices
	p.arrange()
	decided := p.decided
	p.decided = false
	for i := len(a.Value.prices) - 1; i >= 0 && decided; i-- {
		if price := &a.Value.prices[i]; price.Lock == p.lastLock {
			return screen.Say(screen.Note, p.pairNames(price.Members)+": "+p.priceText(price))
		}
	}
	return nil
}

// priceText tells what an override costs.
func (p *Pairs) priceText(price *match.Price) string {
	w := p.Env.Words
	cost := w.Say("pairs.price.points", "points", w.Score(price.Points))
	if price.Pairs > 0 {
		cost = w.Count("pairs.price.pairs", price.Pairs)
	}
	if price.Lock {
		return w.Say("pairs.price.lock", "cost", cost)
	}
	return w.Say("pairs.price.forbid", "cost", cost)
}

// takeBack undoes the last lock or prohibition, whichever was added last, so that there is a proposal again.
func (p *Pairs) takeBack() {
	switch {
	case p.lastLock && len(p.choice.Locks) > 0:
		p.choice.Locks = p.choice.Locks[:len(p.choice.Locks)-1]
	case len(p.choice.Forbid) > 0:
		p.choice.Forbid = p.choice.Forbid[:len(p.choice.Forbid)-1]
	case len(p.choice.Locks) > 0:
		p.choice.Locks = p.choice.Locks[:len(p.choice.Locks)-1]
	default:
		p.choice.Rematch, p.stuck = nil, true
	}
}

// again proposes once more after something was taken back, unless nothing helps.
func (p *Pairs) again() tea.Cmd {
	if p.stuck {
		p.stuck = false
		return nil
	}
	return p.propose()
}

// asked notes that the choice changed: among equally good proposals, the one most like what shows is wanted.
func (p *Pairs) asked() tea.Cmd {
	p.choice.Before = nil
	if p.made != nil {
		for _, pair := range p.made.proposal.Pairs {
			p.choice.Before = append(p.choice.Before, pair.Members)
		}
	}
	return p.propose()
}

// begin shows the proposal, made anew for today where none was begun.
func (p *Pairs) begin() tea.Cmd {
	cmd := p.turn(proposed)
	if p.made == nil {
		p.choice.Day = p.today()
		return tea.Batch(cmd, p.propose())
	}
	return cmd
}

// afresh forgets locks, prohibitions and weights that were tried.
func (p *Pairs) afresh() tea.Cmd {
	p.choice, p.made, p.comparedWith, p.from, p.name = p.book.Choice(p.today()), nil, nil, journal.ID{}, ""
	p.arrange()
	return p.propose()
}

// lock locks the proposed pair the cursor is on, or lets it loose.
func (p *Pairs) lock() tea.Cmd {
	r, _ := p.current()
	if r.kind == overrideRow {
		return p.lift(r.price)
	}
	members := r.proposed.Members
	at := slices.IndexFunc(p.choice.Locks, func(l []journal.ID) bool { return sameMembers(l, members) })
	if at >= 0 {
		p.choice.Locks = slices.Delete(slices.Clone(p.choice.Locks), at, at+1)
	} else {
		p.choice.Locks = append(slices.Clone(p.choice.Locks), members)
		p.lastLock, p.decided = true, true
	}
	p.list().GoTo(proposedKey(members))
	return p.asked()
}

// forbid rules the proposed pair the cursor is on out, for this proposal.
func (p *Pairs) forbid() tea.Cmd {
	r, _ := p.current()
	if r.kind == overrideRow {
		return p.lift(r.price)
	}
	m := r.proposed.Members
	p.choice.Locks = slices.DeleteFunc(slices.Clone(p.choice.Locks), func(l []journal.ID) bool { return sameMembers(l, m) })
	p.choice.Forbid = slices.Clone(p.choice.Forbid)
	for k, a := range m {
		for _, b := range m[:k] {
			if len(m) == 2 || !r.proposed.Joined.IsZero() && (a == r.proposed.Joined || b == r.proposed.Joined) {
				p.choice.Forbid = append(p.choice.Forbid, [2]journal.ID{b, a})
			}
		}
	}
	p.lastLock, p.decided = false, true
	return p.asked()
}

// lift takes an override away.
func (p *Pairs) lift(price *match.Price) tea.Cmd {
	if price.Lock {
		p.choice.Locks = slices.DeleteFunc(slices.Clone(p.choice.Locks), func(l []journal.ID) bool { return sameMembers(l, price.Members) })
	} else {
		p.choice.Forbid = slices.DeleteFunc(slices.Clone(p.choice.Forbid), func(f [2]journal.ID) bool { return sameMembers(f[:], price.Members) })
	}
	return p.asked()
}

// rematch takes the running pairs into account, or no longer.
func (p *Pairs) rematch() tea.Cmd {
	if p.choice.Rematch == nil {
		p.choice.Rematch = &match.Rematch{Price: match.DefaultPrice}
	} else {
		p.choice.Rematch = nil
	}
	p.choice.Day = p.today()
	return tea.Batch(p.turn(proposed), p.asked())
}

// reopen looks at a running pair anew in a rematch, or keeps it again.
func (p *Pairs) reopen() tea.Cmd {
	id := p.runningPair()
	re := match.Rematch{Price: match.DefaultPrice}
	if p.choice.Rematch != nil {
		re = *p.choice.Rematch
	}
	re.Open = slices.Clone(re.Open)
	if at := slices.Index(re.Open, id); at >= 0 {
		re.Open = slices.Delete(re.Open, at, at+1)
	} else {
		re.Open = append(re.Open, id)
	}
	p.choice.Rematch = &re
	return tea.Batch(p.turn(proposed), p.asked())
}

// publish asks whether the pairs of the proposal may start.
func (p *Pairs) publish() tea.Cmd {
	w := p.Env.Words
	if p.work {
		return screen.Say(screen.Note, w.Say("pairs.working"))
	}
	action := pairing.Publication(p.made.proposal, p.from)
	if len(action.Pairs)+len(action.End) == 0 {
		return screen.Say(screen.Note, w.Say("pairs.publish.none"))
	}
	lines := []string{w.Count("pairs.publish.new", len(action.Pairs))}
	for _, e := range p.made.proposal.Ended {
		lines = append(lines, w.Say("pairs.publish.ends", "names", p.book.Names(e.Members)))
	}
	if n := p.made.proposal.Without(); n > 0 {
		lines = append(lines, w.Count("pairs.publish.left", n))
	}
	return p.Ask(w.Say("pairs.publish.title"), lines, w.Say("pairs.publish.yes"), func() tea.Cmd {
		return p.Do(func(r model.Receipt) tea.Cmd {
			if len(r.Created) > 0 {
				p.lists[running].GoTo(r.Created[0].String())
			}
			p.choice, p.made, p.comparedWith, p.from, p.name = p.book.Choice(p.today()), nil, nil, journal.ID{}, ""
			return p.turn(running)
		}, action)
	})
}

func sameMembers(a, b []journal.ID) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(id journal.ID) bool { return !slices.Contains(b, id) })
}
