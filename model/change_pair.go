package model

import (
	"slices"
	"strings"
	"time"
)

// NewPair is a pair to be published.
type NewPair struct {
	Members []ID
	Score   int        // in hundredths of a point; 0 for one made by hand
	Points  []WishedAt // what each wish gave
}

// PublishPairs makes pairs run, and ends the running ones that they replace: one change in the journal's words, and undone
// as one.
type PublishPairs struct {
	Proposal ID // the kept proposal that they come from, where there is one
	Site     ID // zero: the session's
	Pairs    []NewPair
	End      []ID // running pairs that are paired anew
}

// Name is the code of the words for this action.
func (PublishPairs) Name() string { return "act-publish-pairs" }

// Do publishes. Errors: NotFound; Invalid for no pairs, one with other than two or three members or with somebody twice;
// Conflict for somebody in a running pair; Refused for somebody in a time-out or gone, and for two who may not be a pair.
func (a PublishPairs) Do(d *Doing) error {
	if len(a.Pairs)+len(a.End) == 0 {
		return Fail(Invalid, "no-pairs")
	}
	if err := d.allowed(KindPair, Organisation()); err != nil {
		return err
	}
	if !a.Proposal.IsZero() {
		if err := d.proposalOpen(a.Proposal); err != nil {
			return err
		}
	}
	if a.Site.IsZero() {
		a.Site = d.Site()
	}
	known, err := d.pairs()
	if err != nil {
		return err
	}
	for _, id := range a.End {
		if err := (EndPair{ID: id, Reason: "rematch"}).Do(d); err != nil {
			return err
		}
	}
	taken := map[ID]bool{}
	for _, p := range a.Pairs {
		if err := d.mayPair(p.Members, known, a.End, taken); err != nil {
			return err
		}
		id, err := d.NewID(d.Now())
		if err != nil {
			return err
		}
		d.made(id, "")
		if err := d.Set(KindPair, id, Organisation(), Fields{
			PairMembers.Is(Refs(sortedIDs(p.Members))), PairSite.Is(Ref(a.Site)), PairStarted.Is(Int(d.Now().UnixMilli())),
			PairScore.Is(Int(int64(p.Score))), PairPoints.Is(pointsValue(p.Points)),
		}); err != nil {
			return err
		}
	}
	if a.Proposal.IsZero() {
		return nil
	}
	return d.Set(KindProposal, a.Proposal, Organisation(), Fields{ProposalPublished.Is(Int(d.Now().UnixMilli()))})
}

// mayPair checks who is to become a pair against everything else that is known.
func (d *Doing) mayPair(members []ID, known []Pair, ending []ID, taken map[ID]bool) error {
	if len(members) < 2 || len(members) > 3 {
		return Fail(Invalid, "pair-size", "n", len(members))
	}
	names := make([]string, len(members))
	for i, id := range members {
		p, err := d.student(id)
		if err != nil {
			return err
		}
		names[i] = p.Name
		switch {
		case taken[id]:
			return Fail(Invalid, "pair-twice", "name", p.Name)
		case p.Archived:
			return Fail(Refused, "person-left", "name", p.Name)
		case p.Study.At(d.Now()) != StudyActive:
			return Fail(Refused, "pair-away", "name", p.Name)
		}
		taken[id] = true
	}
	for i := range known {
		k := &known[i]
		switch {
		case k.Forbidden && !k.Archived && slices.Contains(members, k.Members[0]) && slices.Contains(members, k.Members[1]):
			return Fail(Refused, "pair-forbidden", "names", strings.Join(names, " + "))
		case k.Running() && !slices.Contains(ending, k.ID):
			for n, id := range members {
				if k.Has(id) {
					return Fail(Conflict, "pair-running", "name", names[n])
				}
			}
		}
	}
	return nil
}

// pairs are all pairs there have been, with those that are forbidden.
func (d *Doing) pairs() ([]Pair, error) { return readPairs(d, nil) }

// readPairs reads the pairs that a test lets through by their records; all without one.
func readPairs(tx Tx, wanted func(*Record) bool) (out []Pair, err error) {
	err = tx.Each(KindPair, func(r *Record) error {
		if wanted != nil && !wanted(r) || len(r.Get(PairMembers).List()) < 2 {
			return nil
		}
		items, err := tx.Items(KindPair, r.ID)
		if err == nil {
			out = append(out, PairOf(r, items))
		}
		return err
	})
	return out, err
}

// runningPair is the pair that somebody is in, nil for none; of several that were made apart, the first.
func runningPair(tx Tx, person ID) (*Pair, error) {
	pairs, err := readPairs(tx, func(r *Record) bool { return slices.Contains(r.Get(PairMembers).IDs(), person) })
	if err != nil {
		return nil, err
	}
	for i := range pairs {
		if pairs[i].Running() {
			return &pairs[i], nil
		}
	}
	return nil, nil
}

// Pair reads a pair. Errors: NotFound.
func (d *Doing) Pair(id ID) (Pair, error) { return pairIn(d, id) }

func pairIn(tx Tx, id ID) (Pair, error) {
	rec, err := tx.Record(KindPair, id)
	if err != nil {
		return Pair{}, err
	}
	if rec == nil || len(rec.Get(PairMembers).List()) < 2 {
		return Pair{}, Fail(NotFound, "pair-unknown")
	}
	items, err := tx.Items(KindPair, id)
	if err != nil {
		return Pair{}, err
	}
	return PairOf(rec, items), nil
}

// EndPair ends a running pair.
type EndPair struct {
	ID     ID
	Reason string // a code of EndReasons
	Note   string
	At     time.Time // zero: now
}

// Name is the code of the words for this action.
func (EndPair) Name() string { return "act-end-pair" }

// Do ends the pair. Errors: NotFound; Invalid for a missing or unknown reason or a moment to come; Conflict when it does
// not run.
func (a EndPair) Do(d *Doing) error {
	if err := required(&a.Reason, "reason"); err != nil {
		return err
	}
	if _, ok := EndReasons().Get(a.Reason); !ok {
		return Fail(Invalid, "unknown-reason", "reason", a.Reason)
	}
	if err := notAfter(a.At, d.Now(), "end"); err != nil {
		return err
	}
	p, err := d.runs(a.ID)
	if err != nil {
		return err
	}
	_, err = d.Add(KindPair, p.ID, Organisation(), ItemPairEnd,
		Fields{pairReason.Is(Text(a.Reason)), pairNote.Is(Text(a.Note)), pairAt.Is(Int(millis(a.At)))})
	return err
}

// runs reads a pair that something is done with: it must run.
func (d *Doing) runs(id ID) (Pair, error) {
	p, err := d.Pair(id)
	if err != nil {
		return p, err
	}
	d.about(p.ID, "")
	if !p.Running() {
		return p, Fail(Conflict, "pair-ended")
	}
	return p, nil
}

// ForbidPair says that two may never be a pair, or takes that back.
type ForbidPair struct {
	Members [2]ID
	Lift    bool
}

// Name is the code of the words for this action.
func (a ForbidPair) Name() string {
	if a.Lift {
		return "act-allow-pair"
	}
	return "act-forbid-pair"
}

// Do forbids or allows. Errors: NotFound; Invalid for one person twice; Conflict when that is so already.
func (a ForbidPair) Do(d *Doing) error {
	if a.Members[0] == a.Members[1] {
		return Fail(Invalid, "pair-size", "n", 1)
	}
	for _, id := range a.Members {
		if _, err := d.student(id); err != nil {
			return err
		}
	}
	known, err := d.pairs()
	if err != nil {
		return err
	}
	members := sortedIDs(a.Members[:])
	id := ID{}
	for _, p := range known {
		if p.Forbidden && slices.Equal(sortedIDs(p.Members), members) {
			id = p.ID
			if p.Archived == a.Lift {
				return Fail(Conflict, "forbidden-already")
			}
		}
	}
	if id.IsZero() {
		if a.Lift {
			return Fail(Conflict, "forbidden-already")
		}
		if id, err = d.NewID(d.Now()); err != nil {
			return err
		}
		d.made(id, "")
	}
	d.about(id, "")
	return d.Set(KindPair, id, Organisation(), Fields{PairMembers.Is(Refs(members)), PairForbidden.Is(Bool(true)), FieldArchived.Is(Bool(a.Lift))})
}
