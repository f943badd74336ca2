package desk

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// MergeRequest says that a request is the same question as another one, which goes on. ReopenRequest parts them again.
type MergeRequest struct {
	ID   journal.ID
	Into journal.ID
}

// Name is the code of the words for this action.
func (MergeRequest) Name() string { return "act-merge" }

// Do merges. Nothing moves: what was done stays where it was done, and counts with the one that goes on, see Gather. On that one stands
// who was merged into it, so that either alone tells whether a merge holds. Errors: NotFound; Conflict for one that is closed, merged
// or taken away, for itself, and for one of another site.
func (a MergeRequest) Do(d *model.Doing) error {
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	into, err := RequestFor(d, journal.ID{}, a.Into)
	switch {
	case err != nil:
		return err
	case a.ID == a.Into:
		return fault.New(fault.Conflict, "merge-itself", "number", into.Number)
	case into.Site != r.Site:
		return fault.New(fault.Conflict, "merge-site", "number", r.Number, "into", into.Number)
	case into.Archived:
		return fault.New(fault.Conflict, "request-removed", "number", into.Number)
	case into.Merged != nil:
		on, err := GoesOn(d, into)
		if err != nil {
			return err
		}
		if on.ID == r.ID {
			return fault.New(fault.Conflict, "merge-back", "number", into.Number, "into", r.Number)
		}
		return fault.New(fault.Conflict, "request-merged", "number", into.Number, "into", on.Number)
	}
	saw := mergeSaw.Is(journal.Bool(true))
	if len(r.TakenIn) > 0 {
		stamps := make([]journal.Stamp, len(r.TakenIn))
		for i, t := range r.TakenIn {
			stamps[i] = t.Stamp
		}
		saw = mergeSaw.Is(journal.Stamps(stamps))
	}
	if _, err := d.Add(KindRequest, r.ID, r.Site, ItemMerge, journal.Fields{mergeInto.Is(journal.Ref(a.Into)), saw}); err != nil {
		return err
	}
	if _, err := d.Add(KindRequest, into.ID, into.Site, ItemJoined, journal.Fields{takenFrom.Is(journal.Ref(r.ID))}); err != nil {
		return err
	}
	return d.Tell(Regrouped{ID: into.ID})
}

// Regrouped is the event that other requests than before are merged into one.
type Regrouped struct {
	ID     journal.ID
	Parted []*Request // those that were and are no more, with what was done about them
}

// letGo writes on those that a request was merged into that it is with them no more.
func letGo(d *model.Doing, r *Request) error {
	for i := range r.Merges {
		into, err := RequestFor(d, r.Site, r.Merges[i].Into)
		if fault.KindOf(err) == fault.NotFound {
			continue // it has not arrived yet
		}
		if err != nil {
			return err
		}
		var let []journal.Stamp
		for _, t := range into.TakenIn {
			if t.From == r.ID {
				let = append(let, t.Stamp)
			}
		}
		if len(let) > 0 {
			if _, err := d.Add(KindRequest, into.ID, into.Site, ItemLetGo, journal.Fields{journal.FieldTarget.Is(journal.Stamps(let))}); err != nil {
				return err
			}
		}
	}
	return nil
}

// merged is the merge that holds: the first that nobody took back. What somebody else merged others into meanwhile, without knowing of
// it, goes on: two that were merged into each other would both be gone.
func (r *Request) merged() *Merge {
	for i := range r.Merges {
		if m := &r.Merges[i]; !m.apart(r.TakenIn) {
			return m
		}
	}
	return nil
}

// apart tells whether something was merged into the request of which who wrote this did not know.
func (m *Merge) apart(taken []TakenIn) bool {
	saw := m.saw.Stamps()
	for _, t := range taken {
		if !m.Old() && !slices.Contains(saw, t.Stamp) {
			return true
		}
	}
	return false
}

// Old tells whether a merge is of before it was noted what its writer knew.
func (m *Merge) Old() bool { return m.saw.IsNone() }

// Difference is in what two requests differ that would become one.
type Difference string

// The differences that are asked about.
const (
	DifferentResident    Difference = "resident" // of two people, or of one and of nobody who is known
	DifferentUrgency     Difference = "urgency"
	DifferentSupervision Difference = "supervision"
)

// Differences are in what two requests differ, so that whoever merges them is asked.
func Differences(a, b *RequestRow) (out []Difference) {
	if a.Resident != b.Resident {
		out = append(out, DifferentResident)
	}
	if a.Urgency != b.Urgency {
		out = append(out, DifferentUrgency)
	}
	if a.Supervision != b.Supervision {
		out = append(out, DifferentSupervision)
	}
	return out
}
