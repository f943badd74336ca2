package match

import (
	"slices"

	"leerbalie/model/journal"
)

// Rematch says how far running pairs may be changed. In a rematch a pair is worth 100 points beside its score, and a
// running pair Price points more as long as it stays: the best proposal is the one with the highest sum of that.
type Rematch struct {
	Price int          // points that a change to a running pair has to earn
	Open  []journal.ID // running pairs that are looked at anew although their check-ins are good
	All   bool         // look at every running pair anew
}

// DefaultPrice is what a change to a running pair costs, in points, unless somebody says otherwise.
const DefaultPrice = 150

// MaxPrice is the most that a change can cost.
const MaxPrice = 100_000

// worth is what having a buddy is worth beside the score, in hundredths, where it does not go before everything else.
const worth = Perfect

// run works out what the running pairs mean. Somebody whom two desks put in a pair apart from each other is in the first.
// Who has left is in no pair. In a time-out one keeps the pair, but a rematch may find the other somebody new; of a trio
// the two who stay go on.
func (p *problem) run() {
	taken := make([]bool, p.n)
	for _, r := range p.in.Running {
		x := runs{Running: r}
		for _, id := range r.Members {
			i, ok := p.numberOf(id)
			if !ok || taken[i] {
				continue
			}
			taken[i] = true
			if p.in.Rematch == nil || !p.students[i].Away {
				x.members = append(x.members, i)
			}
		}
		slices.Sort(x.members)
		if len(x.members) < 2 {
			p.broken = append(p.broken, r)
			continue
		}
		for _, i := range x.members {
			p.busy[i] = true
		}
		p.running = append(p.running, x)
	}
	if p.in.Rematch == nil {
		return
	}
	for k := range p.running {
		r := &p.running[k]
		asked := p.in.Rematch.All || slices.Contains(p.in.Rematch.Open, r.ID)
		r.open = asked || !r.Good && len(r.members) == 2 && p.couldStay(r.members)
		p.eachPair(r.Members, func(two [2]int) { r.open = r.open || p.forbidden[two] })
		if !r.open {
			continue
		}
		for _, i := range r.members {
			p.busy[i] = false
		}
		if two := r.members; len(two) == 2 && p.couldStay(two) && !p.forbidden[ordered(two[0], two[1])] {
			p.allowed[ordered(two[0], two[1])] = true // what runs may run on, also where the rules are stricter now
		}
	}
}

// couldStay tells whether a running pair is one that the optimisation could make: others are not taken apart unasked.
func (p *problem) couldStay(two []int) bool {
	if p.mode == Across && p.track[two[0]] == p.track[two[1]] {
		return false
	}
	return (p.alone(two[0])|p.alone(two[1]))&^brokenFree == 0
}

// stay sets the running pairs that are not looked at anew apart, in a rematch.
func (p *problem) stay() {
	for k := range p.running {
		r := &p.running[k]
		if p.in.Rematch != nil && !r.open && !slices.ContainsFunc(p.locks, func(l []int) bool { return slices.Equal(l, r.members) }) {
			p.fixed = append(p.fixed, r.members)
		}
	}
}

// kept is the running pair that two students are, nil when they are none.
func (p *problem) kept(members []int) *runs {
	for k := range p.running {
		if slices.Equal(p.running[k].members, members) {
			return &p.running[k]
		}
	}
	return nil
}
