package pairs

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// NewPair is a pair to be published.
type NewPair struct {
	Members []journal.ID
	Score   int          // in hundredths of a point; 0 for one made by hand
	Points  []RulePoints // what each wish gave
}

// PublishPairs makes pairs run, and ends the running ones that they replace: one change in the journal's words, and undone
// as one.
type PublishPairs struct {
	Proposal journal.ID // the kept proposal that they come from, where there is one
	Site     journal.ID // zero: the session's
	Pairs    []NewPair
	End      []journal.ID // running pairs that are paired anew
}

// Name is the code of the words for this action.
func (PublishPairs) Name() string { return "act-publish-pairs" }

// Do publishes. Errors: NotFound; Invalid for no pairs, one with other than two or three members or with somebody twice;
// Conflict for somebody in a running pair; Refused for somebody in a time-out or gone, and for two who may not be a pair.
func (a PublishPairs) Do(d *model.Doing) error {
	if len(a.Pairs)+len(a.End) == 0 {
		return fault.New(fault.Invalid, "no-pairs")
	}
	if err := d.Allowed(KindPair, journal.Organisation()); err != nil {
		return err
	}
	if !a.Proposal.IsZero() {
		if err := checkUnpublished(d, a.Proposal); err != nil {
			return err
		}
	}
	if a.Site.IsZero() {
		a.Site = d.Site()
	}
	known, err := allPairs(d)
	if err != nil {
		return err
	}
	for _, id := range a.End {
		if err := (EndPair{ID: id, Reason: "rematch"}).Do(d); err != nil {
			return err
		}
	}
	taken := map[journal.ID]bool{}
	for _, p := range a.Pairs {
		if err := checkMembers(d, p.Members, known, a.End, taken); err != nil {
			return err
		}
		id, err := d.NewID(d.Now())
		if err != nil {
			return err
		}
		d.Made(id, "")
		if err := d.Set(KindPair, id, journal.Organisation(), journal.Fields{
			PairMembers.Is(journal.Refs(sortedIDs(p.Members))), PairSite.Is(journal.Ref(a.Site)), PairStarted.Is(journal.Int(d.Now().UnixMilli())),
			PairScore.Is(journal.Int(int64(p.Score))), PairPoints.Is(pointsValue(p.Points)),
		}); err != nil {
			return err
		}
	}
	if a.Proposal.IsZero() {
		return nil
	}
	return d.Set(KindProposal, a.Proposal, journal.Organisation(), journal.Fields{ProposalPublished.Is(journal.Int(d.Now().UnixMilli()))})
}

// checkMembers checks who is to become a pair against everything else that is known.
func checkMembers(d *model.Doing, members []journal.ID, known []Pair, ending []journal.ID, taken map[journal.ID]bool) error {
	if len(members) < 2 || len(members) > 3 {
		return fault.New(fault.Invalid, "pair-size", "n", len(members))
	}
	today, err := d.Today()
	if err != nil {
		return err
	}
	names := make([]string, len(members))
	for i, id := range members {
		p, err := d.Student(id)
		if err != nil {
			return err
		}
		names[i] = p.Name
		switch {
		case taken[id]:
			return fault.New(fault.Invalid, "pair-twice", "name", p.Name)
		case p.Archived:
			return fault.New(fault.Refused, "person-left", "name", p.Name)
		case p.Study.At(today) != model.StudyActive:
			return fault.New(fault.Refused, map[bool]string{true: "pair-away", false: "pair-done"}[p.Study.At(today) == model.StudyTimeOut], "name", p.Name)
		}
		taken[id] = true
	}
	for i := range known {
		k := &known[i]
		switch {
		case k.Forbidden && !k.Archived && slices.Contains(members, k.Members[0]) && slices.Contains(members, k.Members[1]):
			return fault.New(fault.Refused, "pair-forbidden", "names", strings.Join(names, " + "))
		case k.Running() && !slices.Contains(ending, k.ID):
			for n, id := range members {
				if k.Has(id) {
					return fault.New(fault.Conflict, "pair-running", "name", names[n])
				}
			}
		}
	}
	return nil
}

// allPairs are all pairs there have been, with those that are forbidden.
func allPairs(d *model.Doing) ([]Pair, error) { return PairsIn(d, nil) }

// PairsIn reads the pairs that a test lets through by their records; all without one.
func PairsIn(tx model.Tx, wanted func(*journal.Record) bool) (out []Pair, err error) {
	pauses, err := pausesIn(tx)
	if err != nil {
		return nil, err
	}
	err = tx.Each(KindPair, func(r *journal.Record) error {
		if wanted != nil && !wanted(r) || len(r.Get(PairMembers).List()) < 2 {
			return nil
		}
		p, err := pairOf(tx, r, pauses)
		if err == nil {
			out = append(out, p)
		}
		return err
	})
	return out, err
}

// RunningPairIn is the pair that somebody is in, nil for none; of several that were made apart, the first.
func RunningPairIn(tx model.Tx, person journal.ID) (*Pair, error) {
	pairs, err := PairsIn(tx, func(r *journal.Record) bool { return slices.Contains(r.Get(PairMembers).IDs(), person) })
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

// PairFor reads a pair. Errors: NotFound.
func PairFor(d *model.Doing, id journal.ID) (Pair, error) { return pairIn(d, id) }

func pairIn(tx model.Tx, id journal.ID) (Pair, error) {
	rec, err := tx.Record(KindPair, id)
	if err != nil {
		return Pair{}, err
	}
	if rec == nil || len(rec.Get(PairMembers).List()) < 2 {
		return Pair{}, fault.New(fault.NotFound, "pair-unknown")
	}
	pauses, err := pausesIn(tx)
	if err != nil {
		return Pair{}, err
	}
	return pairOf(tx, rec, pauses)
}

// pairOf reads the pair of a record, with its items, the time zone of its site and the time-outs of its members.
func pairOf(tx model.Tx, rec *journal.Record, pauses map[journal.ID][]Pause) (Pair, error) {
	items, err := tx.Items(KindPair, rec.ID)
	if err != nil {
		return Pair{}, err
	}
	p := PairOf(rec, items)
	if p.Zone, err = model.ZoneAt(tx, p.Site); err != nil {
		return p, err
	}
	return p, p.pause(tx, pauses)
}

// EndPair ends a running pair.
type EndPair struct {
	ID     journal.ID
	Reason string // a code of EndReasons
	Note   string
	At     time.Time // zero: now
}

// Name is the code of the words for this action.
func (EndPair) Name() string { return "act-end-pair" }

// Do ends the pair. Errors: NotFound; Invalid for a missing or unknown reason or a moment to come; Conflict when it does
// not run.
func (a EndPair) Do(d *model.Doing) error {
	if err := model.Required(&a.Reason, "reason"); err != nil {
		return err
	}
	if _, ok := EndReasons().Get(a.Reason); !ok {
		return fault.New(fault.Invalid, "unknown-reason", "reason", a.Reason)
	}
	if err := d.Happened(a.At, "end"); err != nil {
		return err
	}
	p, err := runningPairFor(d, a.ID)
	if err != nil {
		return err
	}
	_, err = d.Add(KindPair, p.ID, journal.Organisation(), ItemPairEnd,
		journal.Fields{pairReason.Is(journal.Text(a.Reason)), pairNote.Is(journal.Text(a.Note)), pairAt.Is(journal.Int(journal.Millis(a.At)))})
	return err
}

// runningPairFor reads a pair that something is done with: it must run.
func runningPairFor(d *model.Doing, id journal.ID) (Pair, error) {
	p, err := PairFor(d, id)
	if err != nil {
		return p, err
	}
	d.About(p.ID, "")
	if !p.Running() {
		return p, fault.New(fault.Conflict, "pair-ended")
	}
	return p, nil
}

// ForbidPair says that two may never be a pair, or takes that back.
type ForbidPair struct {
	Members [2]journal.ID
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
func (a ForbidPair) Do(d *model.Doing) error {
	if a.Members[0] == a.Members[1] {
		return fault.New(fault.Invalid, "pair-size", "n", 1)
	}
	for _, id := range a.Members {
		if _, err := d.Student(id); err != nil {
			return err
		}
	}
	known, err := allPairs(d)
	if err != nil {
		return err
	}
	members := sortedIDs(a.Members[:])
	id := journal.ID{}
	for _, p := range known {
		if p.Forbidden && slices.Equal(sortedIDs(p.Members), members) {
			id = p.ID
			if p.Archived == a.Lift {
				return fault.New(fault.Conflict, "forbidden-already")
			}
		}
	}
	if id.IsZero() {
		if a.Lift {
			return fault.New(fault.Conflict, "forbidden-already")
		}
		if id, err = d.NewID(d.Now()); err != nil {
			return err
		}
		d.Made(id, "")
	}
	d.About(id, "")
	return d.Set(KindPair, id, journal.Organisation(), journal.Fields{PairMembers.Is(journal.Refs(members)), PairForbidden.Is(journal.Bool(true)), journal.FieldArchived.Is(journal.Bool(a.Lift))})
}
