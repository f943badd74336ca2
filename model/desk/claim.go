package desk

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// Claim is somebody taking up a request, for themselves or for others.
type Claim struct {
	journal.Mark
	For     []journal.ID // one person, or a pair's two or three
	Offered pairs.Offered
}

// ClaimRequest takes a request up, for who acts or for others.
type ClaimRequest struct {
	ID   journal.ID
	For  []journal.ID // one person or the members of a pair; none: who acts, with their buddy when they learn in a running pair that does not lie still
	Over bool         // take it over from whoever holds it

	Offered pairs.Offered // to those who take it up, as whoever claims it saw it
}

// Name is the code of the words for this action.
func (ClaimRequest) Name() string { return "act-claim" }

// Do claims the request; a parked one comes back with it. Errors: NotFound; Conflict when it is closed, or with somebody
// else and Over is not set; Refused for somebody who may not see the desk, and when the supervision asks for others than those who would
// handle it.
func (a ClaimRequest) Do(d *model.Doing) error {
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	who := a.For
	if len(who) == 0 {
		if who, err = actorAndBuddies(d); err != nil {
			return err
		}
	}
	people := make([]model.Person, len(who))
	for i, id := range who {
		if people[i], err = d.Person(id); err != nil {
			return err
		}
		if people[i].Archived {
			return fault.New(fault.Refused, "person-left", "name", people[i].Name)
		}
		if !SeesDesk(people[i], r.Site) {
			return fault.New(fault.Refused, "inform-no-desk", "name", people[i].Name)
		}
		if len(who) > 1 && people[i].Study.Status == model.StudyTimeOut {
			return fault.New(fault.Refused, "pair-paused", "name", people[i].Name)
		}
	}
	if err := r.MayHandle(people); err != nil {
		return err
	}
	if len(r.Claims) > 0 {
		if journal.SameIDs(r.Holder(), who) && len(r.Claims) == 1 && r.Parked == nil {
			return fault.New(fault.Conflict, "already-yours", "number", r.Number)
		}
		if !a.Over && !journal.SameIDs(r.Holder(), who) {
			holder, err := d.Person(r.Holder()[0])
			if err != nil {
				return err
			}
			return fault.New(fault.Conflict, "claimed-by", "number", r.Number, "name", holder.Name)
		}
	}
	if err := recall(d, r); err != nil {
		return err
	}
	return r.GiveTo(d, who, a.Offered)
}

// actorAndBuddies is who acts, or the pair in which they learn.
func actorAndBuddies(d *model.Doing) ([]journal.ID, error) {
	if d.Actor.Has(model.RoleStudent) {
		pair, err := pairs.RunningPairIn(d, d.Actor.ID)
		if err != nil {
			return nil, err
		}
		if pair != nil && !pair.Paused() {
			return pair.Members, nil
		}
	}
	return []journal.ID{d.Actor.ID}, nil
}

// MayHandle applies the supervision rule: a professional's request needs one among those who handle it, a pair's request
// needs two people or somebody who is no student.
func (r *Request) MayHandle(people []model.Person) error {
	professional := slices.ContainsFunc(people, func(p model.Person) bool { return !p.OnlyStudent() })
	switch {
	case professional:
		return nil
	case r.Supervision == model.SupervisionProfessional:
		return fault.New(fault.Refused, "needs-professional", "number", r.Number, "name", people[0].Name)
	case r.Supervision == model.SupervisionPair && len(people) < 2:
		return fault.New(fault.Refused, "needs-pair", "number", r.Number, "name", people[0].Name)
	}
	return nil
}

// ReleaseRequest puts a claimed request back in the queue, in its old place.
type ReleaseRequest struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (ReleaseRequest) Name() string { return "act-release" }

// Do releases all standing claims. Errors: NotFound; Conflict when it is closed or nobody holds it.
func (a ReleaseRequest) Do(d *model.Doing) error {
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	if len(r.Claims) == 0 {
		return fault.New(fault.Conflict, "not-claimed", "number", r.Number)
	}
	return release(d, r)
}

// GiveTo gives the request to others, from whoever holds it; offered tells whether it had been offered to them.
func (r *Request) GiveTo(d *model.Doing, to []journal.ID, offered pairs.Offered) error {
	if len(r.Claims) > 0 {
		if err := release(d, r); err != nil {
			return err
		}
	}
	_, err := d.Add(KindRequest, r.ID, r.Site, ItemClaim, journal.Fields{claimFor.Is(journal.Refs(to)), claimOffered.Is(journal.Int(int64(offered)))})
	return err
}

func release(d *model.Doing, r *Request) error {
	stamps := make([]journal.Stamp, len(r.Claims))
	for i, c := range r.Claims {
		stamps[i] = c.Stamp
	}
	_, err := d.Add(KindRequest, r.ID, r.Site, ItemRelease, journal.Fields{journal.FieldTarget.Is(journal.Stamps(stamps))})
	return err
}

// ParkRequest sets a request aside while the resident is away.
type ParkRequest struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (ParkRequest) Name() string { return "act-park" }

// Do parks the request. Errors: NotFound; Conflict when it is closed or parked.
func (a ParkRequest) Do(d *model.Doing) error {
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	if r.Parked != nil {
		return fault.New(fault.Conflict, "already-parked", "number", r.Number)
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemPark, nil)
	return err
}

// RecallRequest brings a parked request back to its old place.
type RecallRequest struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (RecallRequest) Name() string { return "act-recall" }

// Do recalls the request. Errors: NotFound; Conflict when it is closed or not parked.
func (a RecallRequest) Do(d *model.Doing) error {
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	if r.Parked == nil {
		return fault.New(fault.Conflict, "not-parked", "number", r.Number)
	}
	return recall(d, r)
}

func recall(d *model.Doing, r *Request) error {
	if r.Parked == nil {
		return nil
	}
	items, err := d.Items(KindRequest, r.ID)
	if err != nil {
		return err
	}
	standing := journal.Standing(items)
	over := ended(standing)
	var parks []journal.Stamp
	for _, it := range standing {
		if it.Kind == ItemPark && !over[it.Stamp] {
			parks = append(parks, it.Stamp)
		}
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemRecall, journal.Fields{journal.FieldTarget.Is(journal.Stamps(parks))})
	return err
}

// RequestFor reads a request that the action is about. Errors: NotFound.
func RequestFor(d *model.Doing, site, id journal.ID) (*Request, error) {
	rec, err := d.Record(KindRequest, id)
	if err != nil {
		return nil, err
	}
	if rec == nil || !site.IsZero() && rec.Part != site {
		return nil, fault.New(fault.NotFound, "request-unknown", "number", id.String())
	}
	items, err := d.Items(KindRequest, id)
	if err != nil {
		return nil, err
	}
	r := RequestOf(rec, items)
	d.About(r.ID, r.Number)
	return r, Gather(d, r)
}

// standingRequestFor reads a request that something is added to. Errors: NotFound; as for CheckStands.
func standingRequestFor(d *model.Doing, id journal.ID) (*Request, error) {
	r, err := RequestFor(d, journal.ID{}, id)
	if err != nil {
		return nil, err
	}
	return r, CheckStands(d, r)
}

// CheckStands refuses to add to a request that was merged into another, since that goes on there, and to one that was taken away.
func CheckStands(tx model.Tx, r *Request) error {
	if r.Archived {
		return fault.New(fault.Conflict, "request-removed", "number", r.Number)
	}
	if r.Merged == nil {
		return nil
	}
	on, err := GoesOn(tx, r)
	if err != nil {
		return err
	}
	return fault.New(fault.Conflict, "request-merged", "number", r.Number, "into", on.Number)
}

// openRequestFor reads a request that something is done about: it must not be closed.
func openRequestFor(d *model.Doing, id journal.ID) (*Request, error) {
	r, err := standingRequestFor(d, id)
	if err != nil {
		return nil, err
	}
	if r.Status == StatusClosed {
		return nil, fault.New(fault.Conflict, "request-closed", "number", r.Number)
	}
	return r, nil
}
