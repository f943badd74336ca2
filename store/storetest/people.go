package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// leaving: who leaves is gone from the lists and cannot act; what the person did stays.
func leaving(_ *testing.T, b *bench) {
	deskSession := b.person("Noor", model.RoleDesk)
	coordinator := b.person("Co", model.RoleCoordinator)
	noor, sam := deskSession.Me().ID, b.sam.Me().ID
	id := b.ask("vraag", model.UrgencyRoutine)
	b.do(deskSession, desk.AddMemo{ID: id, Text: "van Noor"})
	b.refused(fault.Refused, "may-not-write", deskSession, pairs.PersonLeaves{ID: coordinator.Me().ID})
	b.refused(fault.Refused, "leave-self", b.sam, pairs.PersonLeaves{ID: sam})
	b.refused(fault.Refused, "admin-only", coordinator, pairs.PersonLeaves{ID: sam})
	b.refused(fault.NotFound, "person-unknown", b.sam, pairs.PersonLeaves{ID: id})
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
	b.do(coordinator, pairs.PersonLeaves{ID: noor})
	here(2, "Noor")
	_, err := model.Enter(b.ctx(), b.store, noor)
	b.fails(fault.Refused, "person-left", err)
	b.refused(fault.Refused, "may-not-write", deskSession, desk.AddMemo{ID: id, Text: "nog iets"})
	b.refused(fault.Conflict, "person-left", b.sam, pairs.PersonLeaves{ID: noor})
	b.same(b.request(id).Memos[0].By, noor)
	_, err = coordinator.Undo(b.ctx())
	b.must(err)
	here(3)
	_, err = coordinator.Redo(b.ctx())
	b.must(err)
	here(2, "Noor")
	b.do(b.sam, pairs.PersonReturns{ID: noor})
	here(3)
	b.do(deskSession, desk.AddMemo{ID: id, Text: "weer terug"})

	second := b.person("Tweede", model.RoleAdmin)
	b.do(second, pairs.PersonLeaves{ID: sam})
	self := second.Me()
	self.Roles = []model.Role{model.RoleCoordinator}
	b.refused(fault.Refused, "last-admin", second, model.EditPerson{Person: self})
	b.refused(fault.Refused, "admin-only", coordinator, pairs.PersonReturns{ID: sam})
	b.do(second, pairs.PersonReturns{ID: sam})
	b.do(second, model.EditPerson{Person: self})
}

// openPage: reading an opened page again is no second look; a page that was not opened stays closed.
func openPage(_ *testing.T, b *bench) {
	jan := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Jan"}}).Entity
	same := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "J."}}).Entity
	_, err := desk.ReadOpenedResident(b.ctx(), b.sam, jan)
	b.fails(fault.Refused, "page-not-open", err)
	_, err = desk.OpenResident(b.ctx(), b.sam, jan)
	b.must(err)
	b.do(b.sam, desk.MergeResident{ID: same, Into: jan})
	f, err := desk.ReadOpenedResident(b.ctx(), b.sam, jan)
	b.must(err)
	b.same(len(f.Opened), 1)
	merged, err := desk.ReadMergedResidents(b.ctx(), b.sam, jan)
	b.must(err)
	b.same(len(merged), 1)
	b.same(merged[0].ID, same)
	_, err = desk.ReadOpenedResident(b.ctx(), b.person("Noor", model.RoleDesk), jan)
	b.fails(fault.Refused, "page-not-open", err)
	teacher := b.person("Docent", model.RoleTeacher)
	_, err = desk.ReadMergedResidents(b.ctx(), teacher, jan)
	b.fails(fault.Refused, "may-not-read", err)
}

// eachResident: whoever is known at a site is visited, the newest first, whether merged, archived or erased; nobody else is.
func eachResident(_ *testing.T, b *bench) {
	add := func(session *model.Session, name string) journal.ID {
		b.wait(time.Second)
		return b.do(session, desk.AddResident{Resident: desk.Resident{Name: name}}).Entity
	}
	jan, other, gone := add(b.sam, "Jan"), add(b.sam, "Johannes"), add(b.sam, "Fatma")
	b.do(b.sam, desk.MergeResident{ID: other, Into: jan})
	b.do(b.sam, desk.EraseResident{ID: gone})
	north, err := b.sam.At(b.ctx(), b.do(b.sam, model.AddSite{Site: model.Site{Name: "Noord", Code: "NO"}}).Entity)
	b.must(err)
	add(north, "Elders")
	var names []string
	b.must(b.store.Read(b.ctx(), func(tx model.Tx) error {
		return desk.IndexOf(tx).EachResident(b.sam.Site(), func(r desk.Resident) error {
			names = append(names, r.Name)
			return nil
		})
	}))
	b.same(names, []string{"", "Johannes", "Jan"})
}
