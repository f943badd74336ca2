package model

import (
	"context"
	"slices"
	"strings"
	"time"
)

// Students are all who learn here and have not been put away, by name.
func (v *View) Students(ctx context.Context) ([]Person, error) {
	people, err := v.People(ctx)
	return slices.DeleteFunc(people, func(p Person) bool { return !p.Has(RoleStudent) }), err
}

// Pairs are all pairs, running and ended, the newest first; with those that are forbidden, as far as nobody took that back.
func (v *View) Pairs(ctx context.Context) (out []Pair, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		out, err = readPairs(tx, func(r *Record) bool { return !r.Archived() })
		return err
	})
	slices.SortStableFunc(out, func(a, b Pair) int { return b.Started.Compare(a.Started) })
	return out, err
}

// Pair reads one pair. Errors: NotFound.
func (v *View) Pair(ctx context.Context, id ID) (p Pair, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		p, err = pairIn(tx, id)
		return err
	})
	return p, err
}

// PairsOf are the pairs that somebody is or was in, the newest first.
func (v *View) PairsOf(ctx context.Context, person ID) (out []Pair, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		out, err = readPairs(tx, func(r *Record) bool {
			return !r.Archived() && !r.Get(PairForbidden).Bool() && slices.Contains(r.Get(PairMembers).IDs(), person)
		})
		return err
	})
	slices.SortStableFunc(out, func(a, b Pair) int { return b.Started.Compare(a.Started) })
	return out, err
}

// RunningPair is the pair that somebody is in, nil for none.
func (v *View) RunningPair(ctx context.Context, person ID) (p *Pair, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		p, err = runningPair(tx, person)
		return err
	})
	return p, err
}

// PairHistory is everything that was done about a pair, in order. Errors: NotFound.
func (v *View) PairHistory(ctx context.Context, id ID) (out []Event, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		if _, err := pairIn(tx, id); err != nil {
			return err
		}
		out, err = history(tx, KindPair, id)
		return err
	})
	return out, err
}

// Proposals are the proposals kept for review, the newest first.
func (v *View) Proposals(ctx context.Context) ([]Proposal, error) {
	out, err := all(ctx, v, KindProposal, ProposalOf)
	out = slices.DeleteFunc(out, func(p Proposal) bool { return p.Archived })
	slices.SortFunc(out, func(a, b Proposal) int { return strings.Compare(string(b.ID[:]), string(a.ID[:])) })
	return out, err
}

// TimeOuts are the time-outs with their reasons, the newest first. Errors: Refused for who is no coordinator.
func (v *View) TimeOuts(ctx context.Context) (out []TimeOut, err error) {
	err = v.ReadClass(ctx, Private, func(tx Tx) error {
		return tx.Each(KindTimeOut, func(r *Record) error {
			if !r.Archived() {
				out = append(out, TimeOutOf(r))
			}
			return nil
		})
	})
	slices.Reverse(out)
	return out, err
}

// Fits are the answers on how pairs fit: all of them for a coordinator, for others what they said themselves.
func (v *View) Fits(ctx context.Context) (out []Fit, err error) {
	me, all := v.Me().ID, v.Clearance().MayRead(Scope{Private, Organisation()})
	err = v.ReadOwn(ctx, func(tx Tx) error {
		return tx.Each(KindFit, func(r *Record) error {
			if f := FitOf(r); !r.Archived() && (all || f.Person == me) {
				out = append(out, f)
			}
			return nil
		})
	})
	return out, err
}

// PairWork is what a pair has in hand and has done.
type PairWork struct {
	Running []RequestRow // requests that it holds
	Closed  int          // requests that it closed since it began
	Minutes int          // logged on all of those
}

// workPages bounds how far back PairWork looks: so many pages of so many requests.
const (
	workPages = 50
	workPage  = 200
)

// PairWork counts the load and the hours of a pair at the session's site, over the newest ten thousand closed requests.
// Errors: NotFound; Refused for whom the desk is closed.
func (v *View) PairWork(ctx context.Context, id ID) (w PairWork, err error) {
	p, err := v.Pair(ctx, id)
	if err != nil {
		return w, err
	}
	open, err := v.Page(ctx, PageQuery{View: ViewOpen})
	if err != nil {
		return w, err
	}
	for _, r := range open.Rows {
		if sameIDs(r.Holder, p.Members) {
			w.Running = append(w.Running, r)
			w.Minutes += r.Minutes
		}
	}
	q := PageQuery{View: ViewClosed, Limit: workPage}
	for range workPages {
		page, err := v.Page(ctx, q)
		if err != nil {
			return w, err
		}
		for i, r := range page.Rows {
			if r.ClosedAt.Before(p.Started) {
				return w, nil
			}
			if again := q.From != "" && i == 0; !again && sameIDs(r.Holder, p.Members) {
				w.Closed++
				w.Minutes += r.Minutes
			}
		}
		if !page.More {
			break
		}
		q.From = page.Rows[len(page.Rows)-1].Key
	}
	return w, nil
}

// WaitingSince is the day from which a student waits for a buddy: when they began, or when the last pair ended, unless
// something later was written down.
func WaitingSince(p Person, pairs []Pair) time.Time {
	since := p.Study.Start
	if since.IsZero() {
		since = moment(p.ID.Millis())
	}
	if p.Study.Waiting.After(since) || !p.Study.Waiting.IsZero() && p.Study.Start.IsZero() {
		since = p.Study.Waiting
	}
	for i := range pairs {
		if pair := &pairs[i]; pair.Ended != nil && pair.Has(p.ID) && pair.Ended.At.After(since) {
			since = pair.Ended.At
		}
	}
	return since
}
