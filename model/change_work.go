package model

import "slices"

// ClaimRequest takes a request up, for who acts or for others.
type ClaimRequest struct {
	ID   ID
	For  []ID // one person or the members of a pair; none: who acts, with their buddy when they learn in a running pair
	Over bool // take it over from whoever holds it
}

// Name is the code of the words for this action.
func (ClaimRequest) Name() string { return "act-claim" }

// Do claims the request; a parked one comes back with it. Errors: NotFound; Conflict when it is closed, or with somebody
// else and Over is not set; Refused when the supervision asks for others than those who would handle it.
func (a ClaimRequest) Do(d *Doing) error {
	r, err := d.working(a.ID)
	if err != nil {
		return err
	}
	who := a.For
	if len(who) == 0 {
		if who, err = d.meAndMine(); err != nil {
			return err
		}
	}
	people := make([]Person, len(who))
	for i, id := range who {
		if people[i], err = d.Person(id); err != nil {
			return err
		}
		if people[i].Archived {
			return Fail(Refused, "person-left", "name", people[i].Name)
		}
	}
	if err := r.mayHandle(people); err != nil {
		return err
	}
	if len(r.Claims) > 0 {
		if sameIDs(r.Holder(), who) && len(r.Claims) == 1 && r.Parked == nil {
			return Fail(Conflict, "already-yours", "number", r.Number)
		}
		if !a.Over && !sameIDs(r.Holder(), who) {
			holder, err := d.Person(r.Holder()[0])
			if err != nil {
				return err
			}
			return Fail(Conflict, "claimed-by", "number", r.Number, "name", holder.Name)
		}
		if err := d.release(r); err != nil {
			return err
		}
	}
	if err := d.recall(r); err != nil {
		return err
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemClaim, Fields{claimFor.Is(Refs(who))})
	return err
}

// meAndMine is who acts, or the pair in which they learn.
func (d *Doing) meAndMine() ([]ID, error) {
	if d.Actor.Has(RoleStudent) {
		pair, err := runningPair(d, d.Actor.ID)
		if err != nil {
			return nil, err
		}
		if pair != nil {
			return pair.Members, nil
		}
	}
	return []ID{d.Actor.ID}, nil
}

// mayHandle applies the supervision rule: a professional's request needs one among those who handle it, a pair's request
// needs two people or somebody who is no student.
func (r *Request) mayHandle(people []Person) error {
	professional := slices.ContainsFunc(people, func(p Person) bool { return !p.OnlyStudent() })
	switch {
	case professional:
		return nil
	case r.Supervision == SupervisionProfessional:
		return Fail(Refused, "needs-professional", "number", r.Number, "name", people[0].Name)
	case r.Supervision == SupervisionPair && len(people) < 2:
		return Fail(Refused, "needs-pair", "number", r.Number, "name", people[0].Name)
	}
	return nil
}

// ReleaseRequest puts a claimed request back in the queue, in its old place.
type ReleaseRequest struct {
	ID ID
}

// Name is the code of the words for this action.
func (ReleaseRequest) Name() string { return "act-release" }

// Do releases all standing claims. Errors: NotFound; Conflict when it is closed or nobody holds it.
func (a ReleaseRequest) Do(d *Doing) error {
	r, err := d.working(a.ID)
	if err != nil {
		return err
	}
	if len(r.Claims) == 0 {
		return Fail(Conflict, "not-claimed", "number", r.Number)
	}
	return d.release(r)
}

func (d *Doing) release(r *Request) error {
	stamps := make([]Stamp, len(r.Claims))
	for i, c := range r.Claims {
		stamps[i] = c.Stamp
	}
	_, err := d.Add(KindRequest, r.ID, r.Site, ItemRelease, Fields{FieldTarget.Is(Stamps(stamps))})
	return err
}

// ParkRequest sets a request aside while the resident is away.
type ParkRequest struct {
	ID ID
}

// Name is the code of the words for this action.
func (ParkRequest) Name() string { return "act-park" }

// Do parks the request. Errors: NotFound; Conflict when it is closed or parked.
func (a ParkRequest) Do(d *Doing) error {
	r, err := d.working(a.ID)
	if err != nil {
		return err
	}
	if r.Parked != nil {
		return Fail(Conflict, "already-parked", "number", r.Number)
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemPark, nil)
	return err
}

// RecallRequest brings a parked request back to its old place.
type RecallRequest struct {
	ID ID
}

// Name is the code of the words for this action.
func (RecallRequest) Name() string { return "act-recall" }

// Do recalls the request. Errors: NotFound; Conflict when it is closed or not parked.
func (a RecallRequest) Do(d *Doing) error {
	r, err := d.working(a.ID)
	if err != nil {
		return err
	}
	if r.Parked == nil {
		return Fail(Conflict, "not-parked", "number", r.Number)
	}
	return d.recall(r)
}

func (d *Doing) recall(r *Request) error {
	if r.Parked == nil {
		return nil
	}
	items, err := d.Items(KindRequest, r.ID)
	if err != nil {
		return err
	}
	standing := Standing(items)
	over := ended(standing)
	var parks []Stamp
	for _, it := range standing {
		if it.Kind == ItemPark && !over[it.Stamp] {
			parks = append(parks, it.Stamp)
		}
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemRecall, Fields{FieldTarget.Is(Stamps(parks))})
	return err
}

func sameIDs(a, b []ID) bool {
	if len(a) != len(b) {
		return false
	}
	for _, id := range a {
		if !slices.Contains(b, id) {
			return false
		}
	}
	return true
}
