package desk

import (
	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// SplitRequest makes a second request out of one in which two questions turned out to stand.
type SplitRequest struct {
	ID      journal.ID
	Summary string // of the new one
	Details string
}

// Name is the code of the words for this action.
func (SplitRequest) Name() string { return "act-split" }

// Do adds the new request; it came in when the first did, from the same resident, and so keeps the place in the queue.
// Errors: NotFound; Invalid as for AddRequest; Conflict when the request is closed.
func (a SplitRequest) Do(d *model.Doing) error {
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	d.AboutNext()                 // the receipt is about the new one
	if r.Created.After(d.Now()) { // by the clock of another machine
		r.Created = d.Now()
	}
	other := Request{Site: r.Site, Summary: a.Summary, Details: a.Details, Origin: r.ID}
	for _, f := range RequestFields() {
		if f.Split {
			f.Put(&other, f.Get(r))
			d.Stands(f.Get(r).Text())
		}
	}
	return AddRequest{Request: other}.Do(d)
}

// MergeResident says that two residents are one person: Into's page shows everything, see PageOf. Into zero parts them again. Who was
// merged into this one stays with this one, so that parting gives back what was.
type MergeResident struct {
	ID   journal.ID
	Into journal.ID
}

// Name is the code of the words for this action.
func (a MergeResident) Name() string {
	if a.Into.IsZero() {
		return "act-unmerge-resident"
	}
	return "act-merge-resident"
}

// Do merges or parts. Errors: NotFound; Refused for an erased one; Conflict for itself or one that is merged already.
func (a MergeResident) Do(d *model.Doing) error {
	rec, err := residentFor(d, a.ID)
	if err != nil {
		return err
	}
	if !a.Into.IsZero() {
		into, err := residentFor(d, a.Into)
		if err != nil {
			return err
		}
		if err := a.may(d, rec, into); err != nil {
			return err
		}
	} else if ResidentOf(rec).MergedInto.IsZero() {
		return fault.New(fault.Conflict, "resident-not-merged", "name", ResidentOf(rec).Name)
	}
	d.About(a.ID, "")
	return d.Set(KindResident, a.ID, rec.Part, journal.Fields{ResidentMergedInto.Is(journal.Ref(a.Into))})
}

// TickStep notes that a step of the theme's checklist is done; done already, it takes the note back.
type TickStep struct {
	ID   journal.ID
	Step string
}

// Name is the code of the words for this action.
func (TickStep) Name() string { return "act-tick" }

// Do ticks or un-ticks. Errors: NotFound; Invalid for an empty step.
func (a TickStep) Do(d *model.Doing) error {
	if err := model.Required(&a.Step, "step"); err != nil {
		return err
	}
	r, err := standingRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	var ticked []journal.Stamp
	for _, t := range r.Ticks {
		if t.Step == a.Step {
			ticked = append(ticked, t.Stamp)
		}
	}
	if len(ticked) > 0 {
		_, err = d.Add(KindRequest, r.ID, r.Site, ItemUntick, journal.Fields{journal.FieldTarget.Is(journal.Stamps(ticked))})
		return err
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemTick, journal.Fields{tickStep.Is(journal.Text(a.Step))})
	return err
}
