// Package contact is the contact person of a request: whoever asks it for somebody else, such as a daughter for her father.
package contact

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// Read reads who somebody that a request names as its contact person is, as a list shows that: under the page that goes on, where the one
// who was named was found to be somebody else. Nobody, and somebody erased, has no name. Errors: Refused.
func Read(ctx context.Context, session *model.Session, id journal.ID) (who desk.Resident, err error) {
	if id.IsZero() {
		return who, nil
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		record := func(id journal.ID) (*journal.Record, error) { return tx.Record(desk.KindResident, id) }
		rec, err := record(id)
		if err != nil || rec == nil || !session.Clearance().MayRead(rec.Scope()) {
			return err
		}
		page, err := desk.PageOf(desk.ResidentOf(rec), record)
		who = desk.Resident{ID: page.ID, Name: page.Name}
		return err
	})
	return who, err
}
