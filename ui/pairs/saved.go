package pairs

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// keepAs keeps the proposal for review: over the one it was taken from when the name is the same, else as a new one.
func (p *Pairs) keepAs(name string) tea.Cmd {
	kept := pairing.Keep(p.choice, p.made.proposal, name)
	if name == p.name {
		kept.ID = p.from
	}
	return p.Do(func(r model.Receipt) tea.Cmd {
		p.name, p.from = name, r.Entity
		return nil
	}, pairs.SaveProposal{Proposal: kept})
}

// What can be done with a kept proposal.
const (
	takeUp  = "take"
	compare = "compare"
	drop    = "drop"
)

// startKept lists the kept proposals: to take up, to compare with, or to throw away.
func (p *Pairs) startKept() tea.Cmd {
	w := p.Env.Words
	var choices []widget.Choice
	for _, k := range p.kept {
		if !k.Published.IsZero() {
			continue
		}
		id := k.ID.String()
		label, right := cell.Short(k.Name, 40), w.Count("pairs.kept.what", len(k.Pairs), "total", w.Score(k.Total), "at", p.Env.When(k.Made))
		choices = append(choices, widget.Choice{ID: takeUp + " " + id, Label: w.Say("pairs.kept.take", "name", label), Right: right})
		if p.made != nil {
			choices = append(choices, widget.Choice{ID: compare + " " + id, Label: w.Say("pairs.kept.compare", "name", label), Right: right})
		}
		choices = append(choices, widget.Choice{ID: drop + " " + id, Label: w.Say("pairs.kept.drop", "name", label), Right: right})
	}
	if p.comparedWith != nil {
		choices = append([]widget.Choice{{ID: "none ", Label: w.Say("pairs.kept.no-compare")}}, choices...)
	}
	if len(choices) == 0 {
		return screen.Say(screen.Note, w.Say("pairs.kept.none", "key", p.Env.Keys.Label(Keep)))
	}
	return p.Show(&dialog.Choice{Picker: widget.Picker{Title: w.Say("pairs.kept.title"), Empty: w.Say("pairs.nobody"), Choices: choices}, Choose: p.withKept})
}

// withKept does what was chosen with a kept proposal.
func (p *Pairs) withKept(what string) tea.Cmd {
	if what == "none " {
		p.comparedWith = nil
		p.arrange()
		return nil
	}
	for _, k := range p.kept {
		switch what {
		case takeUp + " " + k.ID.String():
			p.choice, p.name, p.from, p.comparedWith = pairing.Kept(k), k.Name, k.ID, nil
			return tea.Batch(p.turn(proposed), p.propose())
		case compare + " " + k.ID.String():
			return tea.Batch(p.turn(proposed), p.compareWith(k))
		case drop + " " + k.ID.String():
			return p.Ask(p.Env.Words.Say("pairs.kept.title"), []string{p.Env.Words.Say("pairs.kept.drop", "name", cell.Short(k.Name, 60))}, p.Env.Words.Say("pairs.kept.yes"),
				func() tea.Cmd { return p.Do(nil, pairs.DropProposal{ID: k.ID}) })
		}
	}
	return nil
}

// compared is a kept proposal, worked out again on the present data.
type compared struct{ proposal *match.Proposal }

// compareWith works a kept proposal out again, and marks in the list what is different from it.
func (p *Pairs) compareWith(k pairs.Proposal) tea.Cmd {
	in := p.book.Input(pairing.Kept(k))
	return screen.Ask(p.Env.Ctx, p.compare.Next(), func(ctx context.Context) (compared, error) {
		proposal, err := match.Propose(ctx, in)
		return compared{proposal}, err
	})
}

func (p *Pairs) tookCompared(a screen.Answer[compared]) tea.Cmd {
	if !p.compare.Fits(a.Ticket) {
		return nil
	}
	w := p.Env.Words
	if a.Err != nil {
		return screen.Say(screen.Fault, w.Error(a.Err))
	}
	p.comparedWith = a.Value.proposal
	p.arrange()
	if p.made == nil {
		return nil
	}
	e := match.Compare(p.comparedWith, p.made.proposal)
	return screen.Say(screen.Note, w.Say("pairs.compared", "points", w.Score(-e.Points), "pairs", -e.Pairs, "better", len(e.Better), "worse", len(e.Worse)))
}

// workOf is what a running pair has in hand.
type workOf struct {
	pair journal.ID
	desk.PairWork
}

// look reads what the running pair that shows has in hand, unless it is known.
func (p *Pairs) look() tea.Cmd {
	r, ok := p.current()
	if !ok || r.kind != pairRow || !r.pair.Running() || r.pair.ID == p.workOfShown.pair || !p.wide() && !p.focus || p.Open() != nil {
		return nil
	}
	id, session := r.pair.ID, p.Env.Session
	return screen.Ask(p.Env.Ctx, p.workload.Next(), func(ctx context.Context) (workOf, error) {
		w, err := desk.ReadPairWork(ctx, session, id)
		if fault.KindOf(err) == fault.Refused {
			err = nil // who may not look at the desk sees no load
		}
		return workOf{id, w}, err
	})
}
