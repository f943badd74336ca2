package model

import (
	"slices"
	"strings"
	"time"
)

// The fields of a proposal that is kept for review. Numbers are on disk and never reused.
const (
	ProposalName      Field = 1
	ProposalSite      Field = 2 // zero: all sites
	ProposalDay       Field = 3 // days since 1970
	ProposalMode      Field = 4
	ProposalObjective Field = 5
	ProposalTrios     Field = 6
	ProposalWeights   Field = 7
	ProposalLimits    Field = 8
	ProposalLocks     Field = 9
	ProposalForbid    Field = 10
	ProposalPairs     Field = 11
	ProposalTotal     Field = 12 // in hundredths of a point
	ProposalPublished Field = 13 // milliseconds since 1970
	ProposalRematch   Field = 14 // the price of a change, and 1; none: no rematch
	// 15 is FieldArchived
	ProposalOpen Field = 16
)

// Proposal is a choice of pairs that a coordinator keeps for review: what was asked, and what came of it.
type Proposal struct {
	ID        ID
	Name      string
	Site      ID
	Day       time.Time
	Mode      string
	Objective string
	Trios     string
	Weights   []Weight
	Limits    MatchLimits
	Locks     [][]ID
	Forbid    [][]ID
	Pairs     [][]ID
	Total     int
	Rematch   bool
	Price     int  // of a change to a running pair, in points
	Open      []ID // running pairs to look at anew
	Published time.Time
	Made      time.Time
	Archived  bool
}

// ProposalOf reads a proposal from its record.
func ProposalOf(r *Record) Proposal {
	p := Proposal{
		ID: r.ID, Name: r.Get(ProposalName).Text(), Site: r.Get(ProposalSite).ID(), Day: dayOf(r.Get(ProposalDay).Int()),
		Mode: r.Get(ProposalMode).Text(), Objective: r.Get(ProposalObjective).Text(), Trios: r.Get(ProposalTrios).Text(),
		Weights: weightsOf(r.Get(ProposalWeights)), Limits: limitsOf(r.Get(ProposalLimits)), Locks: groupsFrom(r.Get(ProposalLocks)),
		Forbid: groupsFrom(r.Get(ProposalForbid)), Pairs: groupsFrom(r.Get(ProposalPairs)), Total: int(r.Get(ProposalTotal).Int()),
		Published: moment(r.Get(ProposalPublished).Int()), Open: r.Get(ProposalOpen).IDs(), Made: moment(r.ID.Millis()), Archived: r.Archived(),
	}
	if price := r.Get(ProposalRematch).Int(); price > 0 {
		p.Rematch, p.Price = true, int(price)-1
	}
	return p
}

func (p Proposal) fields() Fields {
	f := Fields{
		ProposalName.Is(Text(p.Name)), ProposalSite.Is(Ref(p.Site)), ProposalDay.Is(Int(days(p.Day))), ProposalMode.Is(Text(p.Mode)),
		ProposalObjective.Is(Text(p.Objective)), ProposalTrios.Is(Text(p.Trios)), ProposalWeights.Is(weightsValue(p.Weights)),
		ProposalLimits.Is(limitsValue(p.Limits)), ProposalLocks.Is(groupsValue(p.Locks)), ProposalForbid.Is(groupsValue(p.Forbid)),
		ProposalPairs.Is(groupsValue(p.Pairs)), ProposalTotal.Is(Int(int64(p.Total))), ProposalPublished.Is(Int(millis(p.Published))),
		ProposalRematch.Is(Value{}), ProposalOpen.Is(Refs(p.Open)),
	}
	if p.Rematch {
		f[len(f)-2].Value = Int(int64(p.Price) + 1)
	}
	return f
}

// groupsValue keeps groups of ids as texts, each with spaces between.
func groupsValue(groups [][]ID) Value {
	texts := make([]string, len(groups))
	for i, g := range groups {
		names := make([]string, len(g))
		for k, id := range g {
			names[k] = id.String()
		}
		texts[i] = strings.Join(names, " ")
	}
	return Texts(texts)
}

func groupsFrom(v Value) (out [][]ID) {
	for _, t := range v.Texts() {
		var group []ID
		for _, name := range strings.Fields(t) {
			if id, err := ParseID(name); err == nil {
				group = append(group, id)
			}
		}
		if len(group) > 1 {
			out = append(out, group)
		}
	}
	return out
}

// SaveProposal keeps a proposal for review, or writes over one that was kept before.
type SaveProposal struct {
	Proposal Proposal // ID zero: a new one
}

// Name is the code of the words for this action.
func (SaveProposal) Name() string { return "act-save-proposal" }

// Do keeps the proposal. Errors: NotFound; Invalid for a missing name; Conflict for one that was published.
func (a SaveProposal) Do(d *Doing) error {
	p := a.Proposal
	if err := required(&p.Name, "name"); err != nil {
		return err
	}
	if p.ID.IsZero() {
		id, err := d.NewID(d.Now())
		if err != nil {
			return err
		}
		p.ID = id
		d.made(id, "")
	} else if err := d.proposalOpen(p.ID); err != nil {
		return err
	}
	p.Published = time.Time{}
	d.about(p.ID, "")
	return d.Set(KindProposal, p.ID, Organisation(), p.fields())
}

// proposalOpen refuses a proposal that is not there, or published.
func (d *Doing) proposalOpen(id ID) error {
	rec, err := d.Record(KindProposal, id)
	if err != nil {
		return err
	}
	if rec == nil {
		return Fail(NotFound, "proposal-unknown")
	}
	if p := ProposalOf(rec); !p.Published.IsZero() {
		return Fail(Conflict, "proposal-published", "name", p.Name)
	}
	return nil
}

// DropProposal throws a kept proposal away.
type DropProposal struct {
	ID ID
}

// Name is the code of the words for this action.
func (DropProposal) Name() string { return "act-drop-proposal" }

// Do puts the proposal away. Errors: NotFound; Conflict for one that was published.
func (a DropProposal) Do(d *Doing) error {
	if err := d.proposalOpen(a.ID); err != nil {
		return err
	}
	d.about(a.ID, "")
	return d.Set(KindProposal, a.ID, Organisation(), Fields{FieldArchived.Is(Bool(true))})
}

// sortedIDs is a copy in ascending order.
func sortedIDs(ids []ID) []ID {
	out := slices.Clone(ids)
	slices.SortFunc(out, func(a, b ID) int { return strings.Compare(string(a[:]), string(b[:])) })
	return out
}
