package desk

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// RemoveRequest takes a request away that should never have been there: a mistake, a trial, somebody else's. It stands in no list and
// counts nowhere; its history stays, with the reason, and RestoreRequest puts it back.
type RemoveRequest struct {
	ID  journal.ID
	Why string
}

// Name is the code of the words for this action.
func (RemoveRequest) Name() string { return "act-remove" }

// Do takes the request away. Errors: NotFound; Invalid without a reason; Conflict for one that is away or merged, into which others are
// merged, on which somebody else works, or whose work is evidence; Refused for a student on whatever they did not write down today.
func (a RemoveRequest) Do(d *model.Doing) error {
	if err := model.Required(&a.Why, "reason"); err != nil {
		return err
	}
	r, err := standingRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	if err := a.may(d, r); err != nil {
		return err
	}
	if len(r.Joined) > 0 {
		return fault.New(fault.Conflict, "remove-joined", "number", r.Number, "other", r.Joined[0].Number)
	}
	if others := r.others(d.Actor.ID); len(others) > 0 {
		p, err := d.Person(others[0])
		if err != nil {
			return err
		}
		return fault.New(fault.Conflict, "remove-others", "number", r.Number, "name", p.Name)
	}
	items, err := d.Items(KindRequest, r.ID)
	if err != nil {
		return err
	}
	if err := d.Tell(Removing{r, workedOn(items)}); err != nil {
		return err
	}
	if err := d.Set(KindRequest, r.ID, r.Site, journal.Fields{journal.FieldArchived.Is(journal.Bool(true))}); err != nil {
		return err
	}
	var why journal.Fields
	if !r.Erased { // of whom was erased no words come any more
		why = journal.Fields{awayWhy.Is(journal.Text(a.Why))}
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemAway, why)
	return err
}

// Removing is the event that a request is about to be taken away; an error keeps it.
type Removing struct {
	Request *Request
	Worked  []journal.ID // whoever held it, at any time, or spent minutes on it
}

func workedOn(items []journal.Item) (out []journal.ID) {
	for i := range items {
		var who []journal.ID
		switch items[i].Kind {
		case ItemClaim:
			who = items[i].Fields.Get(claimFor).IDs()
		case ItemTime:
			who = []journal.ID{items[i].Fields.Get(timePerson).ID()}
		}
		for _, id := range who {
			if !id.IsZero() && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// may refuses a student on whatever they did not write down themselves today.
func (a RemoveRequest) may(d *model.Doing, r *Request) error {
	if !d.Actor.OnlyStudent() {
		return nil
	}
	items, err := d.Items(KindRequest, r.ID)
	if err != nil {
		return err
	}
	zone, err := model.ZoneAt(d, r.Site)
	if err != nil {
		return err
	}
	if len(items) > 0 && items[0].Actor == d.Actor.ID && days.Of(items[0].Told(), zone).Equal(days.Of(d.Now(), zone)) {
		return nil
	}
	return fault.New(fault.Refused, "remove-student", "number", r.Number)
}

// others are those but one who hold the request while it is not closed, and those on whom a promise about it is.
func (r *Request) others(me journal.ID) (out []journal.ID) {
	r.OnPeople(func(whom journal.ID) {
		if whom != me && !(r.Status != StatusClosed && slices.Contains(r.Holder(), me) && slices.Contains(r.Holder(), whom)) {
			out = append(out, whom)
		}
	})
	return out
}

// RestoreRequest puts back a request that was taken away.
type RestoreRequest struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (RestoreRequest) Name() string { return "act-restore" }

// Do puts the request back, as it was. Errors: NotFound; Conflict for one that is not away, or that came in once more since from where it
// was imported; Refused for a student who did not take it away.
func (a RestoreRequest) Do(d *model.Doing) error {
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	if !r.Archived {
		return fault.New(fault.Conflict, "not-removed", "number", r.Number)
	}
	if d.Actor.OnlyStudent() && (r.Removed == nil || r.Removed.By != d.Actor.ID) {
		return fault.New(fault.Refused, "restore-student", "number", r.Number)
	}
	if r.Source != "" {
		other, err := IndexOf(d).BySource(r.Site, r.Source)
		if err != nil {
			return err
		}
		if !other.IsZero() && other != r.ID {
			again, err := Itself(d, other)
			if err != nil {
				return err
			}
			return fault.New(fault.Conflict, "restore-again", "number", r.Number, "other", again.Number)
		}
	}
	if err := d.Set(KindRequest, r.ID, r.Site, journal.Fields{journal.FieldArchived.Is(journal.Bool(false))}); err != nil {
		return err
	}
	if r.Removed == nil { // an import was taken back
		return nil
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemAway, journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{r.Removed.Stamp}))})
	return err
}
