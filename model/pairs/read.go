package pairs

import (
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/journal"
)

// ReadStudents reads all who learn here and have not been put away, by name.
func ReadStudents(ctx context.Context, session *model.Session) ([]model.Person, error) {
	people, err := session.People(ctx)
	return slices.DeleteFunc(people, func(p model.Person) bool { return !p.Has(model.RoleStudent) }), err
}

// Pairs are all pairs, running and ended, the newest first; with those that are forbidden, as far as nobody took that back.
func Pairs(ctx context.Context, session *model.Session) (out []Pair, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		out, err = PairsIn(tx, func(r *journal.Record) bool { return !r.Archived() })
		return err
	})
	slices.SortStableFunc(out, func(a, b Pair) int { return b.Started.Compare(a.Started) })
	return out, err
}

// ReadPair reads one pair. Errors: NotFound.
func ReadPair(ctx context.Context, session *model.Session, id journal.ID) (p Pair, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		p, err = pairIn(tx, id)
		return err
	})
	return p, err
}

// ReadPairsOf reads the pairs that somebody is or was in, the newest first.
func ReadPairsOf(ctx context.Context, session *model.Session, person journal.ID) (out []Pair, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		out, err = PairsIn(tx, func(r *journal.Record) bool {
			return !r.Archived() && !r.Get(PairForbidden).Bool() && slices.Contains(r.Get(PairMembers).IDs(), person)
		})
		return err
	})
	slices.SortStableFunc(out, func(a, b Pair) int { return b.Started.Compare(a.Started) })
	return out, err
}

// ReadRunningPair reads the pair that somebody is in, nil for none.
func ReadRunningPair(ctx context.Context, session *model.Session, person journal.ID) (p *Pair, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		p, err = RunningPairIn(tx, person)
		return err
	})
	return p, err
}

// ReadPairHistory reads everything that was done about a pair, in order. Errors: NotFound.
func ReadPairHistory(ctx context.Context, session *model.Session, id journal.ID) (out []model.Event, err error) {
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		if _, err := pairIn(tx, id); err != nil {
			return err
		}
		out, err = model.HistoryIn(tx, KindPair, id)
		return err
	})
	return out, err
}

// ReadProposals reads the proposals kept for review, the newest first.
func ReadProposals(ctx context.Context, session *model.Session) ([]Proposal, error) {
	out, err := model.ReadAll(ctx, session, KindProposal, ProposalOf)
	out = slices.DeleteFunc(out, func(p Proposal) bool { return p.Archived })
	slices.SortFunc(out, func(a, b Proposal) int { return strings.Compare(string(b.ID[:]), string(a.ID[:])) })
	return out, err
}

// ReadTimeOuts reads the time-outs with their reasons, the newest first. Errors: Refused for who is no coordinator.
func ReadTimeOuts(ctx context.Context, session *model.Session) (out []TimeOut, err error) {
	err = session.ReadClass(ctx, journal.Private, func(tx model.Tx) error {
		return tx.Each(KindTimeOut, func(r *journal.Record) error {
			if !r.Archived() {
				out = append(out, TimeOutOf(r))
			}
			return nil
		})
	})
	slices.Reverse(out)
	return out, err
}

// ReadFits reads the answers on how pairs fit: all of them for a coordinator, for others what they said themselves.
func ReadFits(ctx context.Context, session *model.Session) (out []Fit, err error) {
	me, all := session.Me().ID, session.Clearance().MayRead(journal.Scope{Class: journal.Private, Part: journal.Organisation()})
	err = session.ReadOwn(ctx, func(tx model.Tx) error {
		return tx.Each(KindFit, func(r *journal.Record) error {
			if f := FitOf(r); !r.Archived() && (all || f.Person == me) {
				out = append(out, f)
			}
			return nil
		})
	})
	return out, err
}

// WaitingSince is the calendar day from which a student waits for a buddy: when they began, or when the last pair ended,
// unless something later was written down. Moments count as the day that they were in a zone.
func WaitingSince(p model.Person, pairs []Pair, zone *time.Location) time.Time {
	since := p.Study.Start
	if since.IsZero() {
		since = days.Of(journal.Moment(p.ID.Millis()), zone)
	}
	if p.Study.Waiting.After(since) || !p.Study.Waiting.IsZero() && p.Study.Start.IsZero() {
		since = p.Study.Waiting
	}
	for i := range pairs {
		if pair := &pairs[i]; pair.Ended != nil && pair.Has(p.ID) {
			if ended := days.Of(pair.Ended.At, zone); ended.After(since) {
				since = ended
			}
		}
	}
	return since
}
