package desk

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
)

// EraseResident empties a resident and every word on the resident's requests, now and for whatever arrives later.
// Counts and hours stay. It cannot be undone.
type EraseResident struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (EraseResident) Name() string { return "act-erase" }

// Do puts the resident and the requests on the erase list. Errors: NotFound; Conflict for who was erased before; Refused for who
// may not, and on a laptop, whose word on that counts nowhere.
func (a EraseResident) Do(d *model.Doing) error {
	if err := d.Allowed(journal.KindErasure, journal.Organisation()); err != nil {
		return err
	}
	if err := trust.CheckHere(d); err != nil {
		return err
	}
	all, err := AllErasedWith(d, a.ID)
	if err != nil {
		return err
	}
	for _, e := range all {
		if _, err := d.Add(journal.KindErasure, e.ID, journal.Organisation(), journal.ItemErase, nil); err != nil {
			return err
		}
	}
	d.About(a.ID, "")
	d.Permanent()
	return nil
}

// AllErasedWith is all that goes when a resident is erased. Errors as for ErasedWith.
func AllErasedWith(tx model.Tx, id journal.ID) (out []model.Record, err error) {
	residents, requests, err := ErasedWith(tx, id)
	if err != nil {
		return nil, err
	}
	looks, err := looksFor(tx, residents)
	for i, ids := range [][]journal.ID{residents, requests, looks} {
		for _, id := range ids {
			out = append(out, model.Record{Kind: [...]journal.Kind{KindResident, KindRequest, KindLook}[i], ID: id})
		}
	}
	return out, err
}

// ErasedWith is what goes when a resident is erased: the resident under every page there is of that person, and the requests of all
// of them, with those that were merged into one and are nobody else's. Errors: NotFound; Conflict for who was erased before.
func ErasedWith(tx model.Tx, id journal.ID) (residents, requests []journal.ID, err error) {
	rec, err := tx.Record(KindResident, id)
	switch {
	case err != nil:
		return nil, nil, err
	case rec == nil:
		return nil, nil, fault.New(fault.NotFound, "resident-unknown", "name", id.String())
	case rec.Erased:
		return nil, nil, fault.New(fault.Conflict, "erased-already")
	}
	page, err := PageOf(ResidentOf(rec), func(id journal.ID) (*journal.Record, error) { return tx.Record(KindResident, id) })
	if err != nil {
		return nil, nil, err
	}
	id = page.ID // under which everything stands
	merged, err := IndexOf(tx).MergedResidents(rec.Part, id)
	if err != nil {
		return nil, nil, err
	}
	residents = append(merged, id)
	rows, err := IndexOf(tx).RequestsOf(rec.Part, id, false) // those of merged residents among them
	if err != nil {
		return nil, nil, err
	}
	for _, r := range rows {
		requests = append(requests, r.ID)
	}
	away, err := IndexOf(tx).Page(PageQuery{Site: rec.Part, View: ViewAway}) // their words are there, too
	if err != nil {
		return nil, nil, err
	}
	for _, r := range away.Rows {
		if !r.Resident.IsZero() && slices.Contains(residents, r.Resident) {
			requests = append(requests, r.ID)
		}
	}
	for i := 0; i < len(requests); i++ {
		linked, err := IndexOf(tx).Linked(rec.Part, requests[i])
		if err != nil {
			return nil, nil, err
		}
		for _, row := range linked {
			same, err := mergedInto(tx, row.ID, requests[i])
			if err != nil {
				return nil, nil, err
			}
			if same && row.Resident.IsZero() && !slices.Contains(requests, row.ID) {
				requests = append(requests, row.ID)
			}
		}
	}
	return residents, requests, nil
}

// mergedInto tells whether a request was merged into another.
func mergedInto(tx model.Tx, id, into journal.ID) (bool, error) {
	rec, err := tx.Record(KindRequest, id)
	if err != nil || rec == nil {
		return false, err
	}
	items, err := tx.Items(KindRequest, id)
	if err != nil {
		return false, err
	}
	r := RequestOf(rec, items)
	return r.Merged != nil && r.Merged.Into == into, nil
}
