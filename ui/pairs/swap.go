package pairs

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// mostCandidates is how many others a list of buddies to choose from holds.
const mostCandidates = 60

// startSwap lets somebody choose another buddy for one of a proposed pair: the two are locked, and the rest is the best
// that is left. Who has no buddy gets one by hand.
func (p *Pairs) startSwap() tea.Cmd {
	r, _ := p.current()
	if r.kind != proposedRow {
		return p.startByHand(r.student.ID, false)
	}
	return p.startCandidates(p.Env.Words.Say("pairs.swap.title"), r.proposed.Members, func(p *Pairs, two [2]journal.ID) tea.Cmd {
		p.choice.Locks = slices.DeleteFunc(slices.Clone(p.choice.Locks), func(l []journal.ID) bool {
			return slices.Contains(l, two[0]) || slices.Contains(l, two[1])
		})
		p.choice.Locks = append(p.choice.Locks, two[:])
		p.choice.Forbid = slices.DeleteFunc(slices.Clone(p.choice.Forbid), func(f [2]journal.ID) bool { return sameMembers(f[:], two[:]) })
		p.lastLock, p.decided = true, true
		p.list().GoTo(proposedKey(two[:]))
		return p.asked()
	})
}

// startByHand makes a pair for a student without asking for a proposal, or says with whom there may never be one.
func (p *Pairs) startByHand(student journal.ID, never bool) tea.Cmd {
	w := p.Env.Words
	title := w.Say("pairs.by-hand.title", "name", p.book.Name(student))
	if never {
		title = w.Say("pairs.never.with", "name", p.book.Name(student))
	}
	return p.startCandidates(title, []journal.ID{student}, func(p *Pairs, two [2]journal.ID) tea.Cmd {
		if never {
			return p.askNever(two[:])
		}
		return p.Ask(w.Say("pairs.by-hand.ask"), []string{p.pairNames(two[:])}, w.Say("pairs.publish.yes"), func() tea.Cmd {
			return p.Do(nil, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: two[:]}}})
		})
	})
}

// startCandidates lists who could be a buddy of one of some students: the points of each two, and what stands in the way.
func (p *Pairs) startCandidates(title string, of []journal.ID, then func(*Pairs, [2]journal.ID) tea.Cmd) tea.Cmd {
	w := p.Env.Words
	in := p.book.Input(p.choice)
	var choices []widget.Choice
	for _, id := range of {
		found, err := match.Candidates(in, id)
		if err != nil {
			return screen.Say(screen.Fault, w.Error(err))
		}
		for _, c := range found[:min(len(found), mostCandidates)] {
			if slices.Contains(of, c.ID) {
				continue
			}
			right := w.Score(c.Score)
			if len(c.Rules) > 0 {
				names := make([]string, len(c.Rules))
				for i, r := range c.Rules {
					names[i] = w.Say("way." + string(r))
				}
				right = strings.Join(names, ", ") + "  " + right
			}
			choices = append(choices, widget.Choice{ID: id.String() + " " + c.ID.String(), Label: p.pairNames([]journal.ID{id, c.ID}), Right: right, Also: p.book.Names([]journal.ID{id, c.ID})})
		}
	}
	return p.Show(&dialog.Choice{
		Picker: widget.Picker{Title: title, Empty: w.Say("pairs.nobody"), Hint: w.Say("pairs.swap.hint"), Choices: choices},
		Choose: func(id string) tea.Cmd {
			one, other, _ := strings.Cut(id, " ")
			a, err := journal.ParseID(one)
			if err != nil {
				return screen.Say(screen.Fault, w.Error(err))
			}
			b, err := journal.ParseID(other)
			if err != nil {
				return screen.Say(screen.Fault, w.Error(err))
			}
			return then(p, [2]journal.ID{a, b})
		},
	})
}
