package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
)

// leaving: who leaves is gone from the lists and cannot act; what the person did stays.
func leaving(_ *testing.T, b *bench) {
	desk := b.person("Noor", model.RoleDesk)
	coordinator := b.person("Co", model.RoleCoordinator)
	noor, sam := desk.Me().ID, b.sam.Me().ID
	id := b.ask("vraag", model.UrgencyRoutine)
	b.do(desk, model.AddMemo{ID: id, Text: "van Noor"})
	b.refused(model.Refused, "may-not-write", desk, model.PersonLeaves{ID: coordinator.Me().ID})
	b.refused(model.Refused, "leave-self", b.sam, model.PersonLeaves{ID: sam})
	b.refused(model.Refused, "admin-only", coordinator, model.PersonLeaves{ID: sam})
	b.refused(model.NotFound, "person-unknown", b.sam, model.PersonLeaves{ID: id})
	here := func(want int, left ...string) {
		b.t.Helper()
		people, err := b.sam.People(b.ctx())
		b.must(err)
		b.same(len(people), want)
		gone, err := b.sam.PeopleWhoLeft(b.ctx())
		b.must(err)
		var names []string
		for _, p := range gone {
			names = append(names, p.Name)
		}
		b.same(names, left)
	}
	b.do(coordinator, model.PersonLeaves{ID: noor})
	here(2, "Noor")
	_, err := model.Enter(b.ctx(), b.store, noor)
	b.fails(model.Refused, "person-left", err)
	b.refused(model.Refused, "may-not-write", desk, model.AddMemo{ID: id, Text: "nog iets"})
	b.refused(model.Conflict, "person-left", b.sam, model.PersonLeaves{ID: noor})
	b.same(b.request(id).Memos[0].By, noor)
	_, err = coordinator.Undo(b.ctx())
	b.must(err)
	here(3)
	_, err = coordinator.Redo(b.ctx())
	b.must(err)
	here(2, "Noor")
	b.do(b.sam, model.PersonReturns{ID: noor})
	here(3)
	b.do(desk, model.AddMemo{ID: id, Text: "weer terug"})

	second := b.person("Tweede", model.RoleAdmin)
	b.do(second, model.PersonLeaves{ID: sam})
	self := second.Me()
	self.Roles = []model.Role{model.RoleCoordinator}
	b.refused(model.Refused, "last-admin", second, model.EditPerson{Person: self})
	b.refused(model.Refused, "admin-only", coordinator, model.PersonReturns{ID: sam})
	b.do(second, model.PersonReturns{ID: sam})
	b.do(second, model.EditPerson{Person: self})
}

// openPage: reading an opened page again is no second look; a page that was not opened stays closed.
func openPage(_ *testing.T, b *bench) {
	jan := b.do(b.sam, model.AddResident{Resident: model.Resident{Name: "Jan"}}).Entity
	same := b.do(b.sam, model.AddResident{Resident: model.Resident{Name: "J."}}).Entity
	_, err := b.sam.ResidentAgain(b.ctx(), jan)
	b.fails(model.Refused, "page-not-open", err)
	_, err = b.sam.OpenResident(b.ctx(), jan)
	b.must(err)
	b.do(b.sam, model.MergeResident{ID: same, Into: jan})
	f, err := b.sam.ResidentAgain(b.ctx(), jan)
	b.must(err)
	b.same(len(f.Opened), 1)
	merged, err := b.sam.MergedResidents(b.ctx(), jan)
	b.must(err)
	b.same(len(merged), 1)
	b.same(merged[0].ID, same)
	_, err = b.person("Noor", model.RoleDesk).ResidentAgain(b.ctx(), jan)
	b.fails(model.Refused, "page-not-open", err)
	teacher := b.person("Docent", model.RoleTeacher)
	_, err = teacher.MergedResidents(b.ctx(), jan)
	b.fails(model.Refused, "may-not-read", err)
}

// eachResident: whoever is known at a site is visited, the newest first, whether merged, archived or erased; nobody else is.
func eachResident(_ *testing.T, b *bench) {
	add := func(v *model.View, name string) model.ID {
		b.wait(time.Second)
		return b.do(v, model.AddResident{Resident: model.Resident{Name: name}}).Entity
	}
	jan, other, gone := add(b.sam, "Jan"), add(b.sam, "Johannes"), add(b.sam, "Fatma")
	b.do(b.sam, model.MergeResident{ID: other, Into: jan})
	b.do(b.sam, model.EraseResident{ID: gone})
	north, err := b.sam.At(b.ctx(), b.do(b.sam, model.AddSite{Site: model.Site{Name: "Noord", Code: "NO"}}).Entity)
	b.must(err)
	add(north, "Elders")
	var names []string
	b.must(b.store.Read(b.ctx(), func(tx model.Tx) error {
		return model.IndexOf(tx).EachResident(b.sam.Site(), func(r model.Resident) error {
			names = append(names, r.Name)
			return nil
		})
	}))
	b.same(names, []string{"", "Johannes", "Jan"})
}
