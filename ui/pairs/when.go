package pairs

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
)

// canPropose tells whether there is something to propose: the proposal does not show, or there is none yet.
func (p *Pairs) canPropose() bool { return p.tab != proposed || p.made == nil && !p.work }

// onRow tells whether the cursor is on a row of one of some kinds.
func (p *Pairs) onRow(kinds ...rowKind) bool {
	r, ok := p.current()
	return ok && slices.Contains(kinds, r.kind)
}

// onOverridable tells whether the cursor is on what can be locked or ruled out, or on what was decided so.
func (p *Pairs) onOverridable() bool { return p.onRow(proposedRow, overrideRow) }

func (p *Pairs) whyNotLock() string {
	if p.tab == proposed && p.onRow(leftRow) {
		return p.Env.Words.Say("pairs.lock.which")
	}
	return ""
}

// canSwap tells whether another buddy can be chosen: by everybody to try, by who leads for a student without one.
func (p *Pairs) canSwap() bool { return p.onRow(proposedRow) || p.leads() && p.onRow(freeRow, leftRow) }

// canPublish tells whether there is a proposal to start or to keep.
func (p *Pairs) canPublish() bool { return p.leads() && p.tab == proposed && p.made != nil }

func (p *Pairs) whyNotPublish() string {
	if p.tab == proposed && !p.leads() {
		return p.Env.Words.Say("pairs.publish.leads")
	}
	return ""
}

// chosenPair is the running pair that the cursor is on; nil where there is none.
func (p *Pairs) chosenPair() *row {
	if r, ok := p.current(); ok && r.kind == pairRow && r.pair.Running() {
		return r
	}
	return nil
}

// onOwnPair tells whether the acting person may say something of the pair that the cursor is on: a member may, and who leads.
func (p *Pairs) onOwnPair() bool {
	r := p.chosenPair()
	return r != nil && (p.leads() || r.pair.Has(p.Env.User.ID))
}

// onLedPair tells whether the acting person leads the pair that the cursor is on.
func (p *Pairs) onLedPair() bool { return p.leads() && p.chosenPair() != nil }

func (p *Pairs) whyNotOwn() string {
	if p.chosenPair() != nil {
		return p.Env.Words.Say("pairs.own")
	}
	return ""
}

func (p *Pairs) whyNotLed() string {
	if !p.leads() {
		return p.Env.Words.Say("pairs.lead")
	}
	return ""
}

// withPair does something with the running pair that the cursor is on.
func withPair(do func(*Pairs, *row) tea.Cmd) func(*Pairs) tea.Cmd {
	return func(p *Pairs) tea.Cmd { return do(p, p.chosenPair()) }
}

// canSayNever tells whether the row that the cursor is on is about students of whom two may never be a pair.
func (p *Pairs) canSayNever() bool {
	return p.leads() && p.onRow(pairRow, proposedRow, freeRow, leftRow)
}

// hasDetails tells whether there is something to see the details of.
func (p *Pairs) hasDetails() bool { return p.list().Len() > 0 }

// canGoBack tells whether there is something to leave.
func (p *Pairs) canGoBack() bool { return p.focus || p.search.Text() != "" || p.tab != running }

// runningPair is the running pair that the row is about, in a list or in a proposal; zero for none.
func (p *Pairs) runningPair() journal.ID {
	r, ok := p.current()
	switch {
	case ok && r.kind == pairRow && r.pair.Running():
		return r.pair.ID
	case ok && r.kind == proposedRow:
		return r.proposed.Running
	}
	return journal.ID{}
}
