package pairs

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// The fields of a proposal that is kept for review. Numbers are on disk and never reused.
const (
	ProposalName      journal.Field = 1
	ProposalSite      journal.Field = 2 // zero: all sites
	ProposalDay       journal.Field = 3 // days since 1970
	ProposalMode      journal.Field = 4
	ProposalObjective journal.Field = 5
	ProposalTrios     journal.Field = 6
	ProposalWeights   journal.Field = 7
	ProposalLimits    journal.Field = 8
	ProposalLocks     journal.Field = 9
	ProposalForbid    journal.Field = 10
	ProposalPairs     journal.Field = 11
	ProposalTotal     journal.Field = 12 // in hundredths of a point
	ProposalPublished journal.Field = 13 // milliseconds since 1970
	ProposalRematch   journal.Field = 14 // the price of a change, and 1; none: no rematch
	// 15 is FieldArchived
	ProposalOpen journal.Field = 16
)

// Proposal is a choice of pairs that a coordinator keeps for review: what was asked, and what came of it.
type Proposal struct {
	ID        journal.ID
	Name      string
	Site      journal.ID
	Day       time.Time
	Mode      string
	Objective string
	Trios     string
	Weights   []Weight
	Limits    MatchLimits
	Locks     [][]journal.ID
	Forbid    [][]journal.ID
	Pairs     [][]journal.ID
	Total     int
	Rematch   bool
	Price     int          // of a change to a running pair, in points
	Open      []journal.ID // running pairs to look at anew
	Published time.Time
	Made      time.Time
	Archived  bool
}

// ProposalOf reads a proposal from its record.
func ProposalOf(r *journal.Record) Proposal {
	p := Proposal{
		ID: r.ID, Name: r.Get(ProposalName).Text(), Site: r.Get(ProposalSite).ID(), Day: journal.CalendarDay(r.Get(ProposalDay).Int()),
		Mode: r.Get(ProposalMode).Text(), Objective: r.Get(ProposalObjective).Text(), Trios: r.Get(ProposalTrios).Text(),
		Weights: weightsOf(r.Get(ProposalWeights)), Limits: limitsOf(r.Get(ProposalLimits)), Locks: groupsFrom(r.Get(ProposalLocks)),
		Forbid: groupsFrom(r.Get(ProposalForbid)), Pairs: groupsFrom(r.Get(ProposalPairs)), Total: int(r.Get(ProposalTotal).Int()),
		Published: journal.Moment(r.Get(ProposalPublished).Int()), Open: r.Get(ProposalOpen).IDs(), Made: journal.Moment(r.ID.Millis()), Archived: r.Archived(),
	}
	if price := r.Get(ProposalRematch).Int(); price > 0 {
		p.Rematch, p.Price = true, int(price)-1
	}
	return p
}

func (p Proposal) fields() journal.Fields {
	f := journal.Fields{
		ProposalName.Is(journal.Text(p.Name)), ProposalSite.Is(journal.Ref(p.Site)), ProposalDay.Is(journal.Int(journal.DayNumber(p.Day))), ProposalMode.Is(journal.Text(p.Mode)),
		ProposalObjective.Is(journal.Text(p.Objective)), ProposalTrios.Is(journal.Text(p.Trios)), ProposalWeights.Is(weightsValue(p.Weights)),
		ProposalLimits.Is(limitsValue(p.Limits)), ProposalLocks.Is(groupsValue(p.Locks)), ProposalForbid.Is(groupsValue(p.Forbid)),
		ProposalPairs.Is(groupsValue(p.Pairs)), ProposalTotal.Is(journal.Int(int64(p.Total))), ProposalPublished.Is(journal.Int(journal.Millis(p.Published))),
		ProposalRematch.Is(journal.Value{}), ProposalOpen.Is(journal.Refs(p.Open)),
	}
	if p.Rematch {
		f[len(f)-2].Value = journal.Int(int64(p.Price) + 1)
	}
	return f
}

// groupsValue keeps groups of ids as texts, each with spaces between.
func groupsValue(groups [][]journal.ID) journal.Value {
	texts := make([]string, len(groups))
	for i, g := range groups {
		names := make([]string, len(g))
		for k, id := range g {
			names[k] = id.String()
		}
		texts[i] = strings.Join(names, " ")
	}
	return journal.Texts(texts)
}

func groupsFrom(v journal.Value) (out [][]journal.ID) {
	for _, t := range v.Texts() {
		var group []journal.ID
		for _, name := range strings.Fields(t) {
			if id, err := journal.ParseID(name); err == nil {
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
func (a SaveProposal) Do(d *model.Doing) error {
	p := a.Proposal
	if err := model.Required(&p.Name, "name"); err != nil {
		return err
	}
	if p.ID.IsZero() {
		id, err := d.NewID(d.Now())
		if err != nil {
			return err
		}
		p.ID = id
		d.Made(id, "")
	} else if err := checkUnpublished(d, p.ID); err != nil {
		return err
	}
	p.Published = time.Time{}
	d.About(p.ID, "")
	return d.Set(KindProposal, p.ID, journal.Organisation(), p.fields())
}

// checkUnpublished refuses a proposal that is not there, or published.
func checkUnpublished(d *model.Doing, id journal.ID) error {
	rec, err := d.Record(KindProposal, id)
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, "proposal-unknown")
	}
	if p := ProposalOf(rec); !p.Published.IsZero() {
		return fault.New(fault.Conflict, "proposal-published", "name", p.Name)
	}
	return nil
}

// DropProposal throws a kept proposal away.
type DropProposal struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (DropProposal) Name() string { return "act-drop-proposal" }

// Do puts the proposal away. Errors: NotFound; Conflict for one that was published.
func (a DropProposal) Do(d *model.Doing) error {
	if err := checkUnpublished(d, a.ID); err != nil {
		return err
	}
	d.About(a.ID, "")
	return d.Set(KindProposal, a.ID, journal.Organisation(), journal.Fields{journal.FieldArchived.Is(journal.Bool(true))})
}

// sortedIDs is a copy in ascending order.
func sortedIDs(ids []journal.ID) []journal.ID {
	out := slices.Clone(ids)
	slices.SortFunc(out, func(a, b journal.ID) int { return strings.Compare(string(a[:]), string(b[:])) })
	return out
}
