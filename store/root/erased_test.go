package root

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// TestErasuresOfACopyAreRefused: only the centre puts somebody on the erase list of others.
func TestErasuresOfACopyAreRefused(t *testing.T) {
	s, me := founded(t)
	_, err := cheap().New(t.Context(), s, me, false)
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	added, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Ria", Keep: desk.KeepRegister}})
	must(t, err)
	other := restored(t, s)
	there, err := model.Enter(t.Context(), other, me)
	must(t, err)
	_, err = there.Do(t.Context(), desk.EraseResident{ID: added.Entity})
	must(t, err)
	fails(t, "trust-not-centre", send(t, other, s))
	must(t, s.Read(t.Context(), func(tx model.Tx) error {
		rec, err := tx.Record(desk.KindResident, added.Entity)
		if err == nil && (rec == nil || rec.Erased) {
			t.Error("a copy erased somebody at the centre")
		}
		return err
	}))
	_, err = session.Do(t.Context(), desk.EraseResident{ID: added.Entity})
	must(t, err)
	laptop, _ := founded(t)
	must(t, send(t, s, laptop))
	must(t, laptop.Read(t.Context(), func(tx model.Tx) error {
		rec, err := tx.Record(journal.KindErasure, added.Entity)
		if err == nil && rec == nil {
			t.Error("the word of the centre does not come through")
		}
		return err
	}))
}
