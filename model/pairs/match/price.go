package match

import (
	"context"
	"slices"

	"leerbalie/model/journal"
)

// Price is what a lock or a prohibition costs: how the best proposal without it compares.
type Price struct {
	Members []journal.ID // the pair that is locked or forbidden
	Lock    bool
	Effect
}

// Effect is what one proposal loses against another. Points below 0 are won.
type Effect struct {
	Pairs  int // pairs fewer
	Points int // of the total, in hundredths
	Worst  int // of the lowest score, in hundredths
	Worse  []Shift
	Better []Shift
}

// Shift is somebody whose pair has another score; 0 stands for no pair.
type Shift struct {
	Student  journal.ID
	From, To int
}

// Overrides are what somebody decided by hand, and wants to know the price of.
type Overrides struct {
	Locks  [][]journal.ID
	Forbid [][2]journal.ID
}

// Prices tells what each of some overrides costs, given the proposal with all of them: by making the best proposal without
// it. Errors as for Propose.
func Prices(ctx context.Context, in Input, with *Proposal, of Overrides) ([]Price, error) {
	out := []Price{}
	for _, lock := range of.Locks {
		less := in
		less.Locks = slices.DeleteFunc(slices.Clone(in.Locks), func(l []journal.ID) bool { return slices.Equal(l, lock) })
		p, err := priced(ctx, less, with, lock, true)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	for _, two := range of.Forbid {
		less := in
		less.Forbid = slices.DeleteFunc(slices.Clone(in.Forbid), func(f [2]journal.ID) bool { return f == two })
		p, err := priced(ctx, less, with, two[:], false)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func priced(ctx context.Context, in Input, with *Proposal, members []journal.ID, lock bool) (Price, error) {
	without, err := Propose(ctx, in)
	if err != nil {
		return Price{}, err
	}
	return Price{Members: slices.Clone(members), Lock: lock, Effect: Compare(without, with)}, nil
}

// Compare tells what a second proposal loses against a first one.
func Compare(first, second *Proposal) Effect {
	e := Effect{Pairs: len(first.Pairs) - len(second.Pairs), Points: first.Total - second.Total, Worst: first.Worst - second.Worst}
	was, is := first.scores(), second.scores()
	ids := make([]journal.ID, 0, len(was))
	for id := range was {
		ids = append(ids, id)
	}
	for id := range is {
		if _, both := was[id]; !both {
			ids = append(ids, id)
		}
	}
	sortIDs(ids)
	for _, id := range ids {
		switch s := (Shift{id, was[id], is[id]}); {
		case s.To < s.From:
			e.Worse = append(e.Worse, s)
		case s.To > s.From:
			e.Better = append(e.Better, s)
		}
	}
	return e
}

func (p *Proposal) scores() map[journal.ID]int {
	out := make(map[journal.ID]int, 2*len(p.Pairs))
	for _, pair := range p.Pairs {
		for _, id := range pair.Members {
			out[id] = pair.Score
		}
	}
	return out
}

// Differing are the pairs of a proposal that another one does not have.
func (p *Proposal) Differing(from *Proposal) (out []Pair) {
	for _, pair := range p.Pairs {
		if !slices.ContainsFunc(from.Pairs, func(o Pair) bool { return slices.Equal(o.Members, pair.Members) }) {
			out = append(out, pair)
		}
	}
	return out
}
