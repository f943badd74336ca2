package incoming

import (
	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
)

// attended tells who noted of a meeting that a student came or did not: in the student's ledger.
func (u *undoing) attended(tx model.Tx, id journal.ID) (by journal.ID, used bool, err error) {
	if u.came == nil {
		came := map[journal.ID]journal.ID{}
		if err := tx.Each(ledger.KindLedger, func(rec *journal.Record) error {
			items, err := tx.Items(ledger.KindLedger, rec.ID)
			if err != nil {
				return err
			}
			for _, p := range ledger.Of(rec, items).Presences {
				came[p.Of] = p.By
			}
			return nil
		}); err != nil {
			return by, false, err
		}
		u.came = came
	}
	by, used = u.came[id]
	return by, used, nil
}
