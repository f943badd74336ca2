package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// promised follows what is promised until it is done: on whom it is, when it changed, and that it stays the same promise.
func promised(_ *testing.T, b *bench) {
	ali := b.person("Ali", model.RoleDesk)
	tom := b.person("Tom", model.RoleTeacher)
	read := func(session *model.Session, mine bool) []desk.Promise {
		list, err := desk.ReadPromises(b.ctx(), session, mine)
		b.must(err)
		return list
	}
	b.same(len(read(b.sam, false)), 0)
	one, two := b.ask("bel 06-12345678", model.UrgencyRoutine), b.ask("brief van mevrouw De Vries", model.UrgencyRoutine)
	b.do(b.sam, desk.AddTask{ID: one, What: "bel mevrouw De Vries", Due: b.now.Add(2 * time.Hour), CallBack: true})
	b.do(b.sam, desk.AddTask{ID: two, What: "brief nakijken", Due: b.now.Add(time.Hour), On: ali.Me().ID})
	b.do(b.sam, desk.AddTask{ID: b.ask("zonder tijd", model.UrgencyRoutine), What: "ooit eens"})
	b.do(b.sam, desk.ReferRequest{ID: b.ask("alleen verwezen", model.UrgencyRoutine), To: "Wijkteam"})
	list := read(b.sam, false)
	b.same([]desk.PromiseKind{list[0].Kind, list[1].Kind, list[2].Kind}, []desk.PromiseKind{desk.PromiseTask, desk.PromiseCallBack, desk.PromiseTask})
	b.same([]string{list[0].Number, list[1].Number, list[2].Number}, []string{"ZW-0002", "ZW-0001", "ZW-0003"})
	b.same(len(list), 3)
	b.same(list[0].Names, []string{"Ali"})
	b.same(len(list[1].On), 0) // nobody holds it yet
	b.same(list[2].Due.IsZero(), true)
	b.same(len(read(b.sam, true)), 0)
	b.same(len(read(ali, true)), 1)

	b.wait(time.Minute)
	b.do(b.sam, desk.ClaimRequest{ID: one})
	claimed := read(b.sam, true)
	b.same(len(claimed), 1)
	b.same(claimed[0].ID, list[1].ID)
	b.same(claimed[0].Names, []string{"Sam"})
	b.same(claimed[0].Changed.After(list[1].Changed), true)

	day := b.now.Add(24 * time.Hour)
	b.do(b.sam, desk.EditRequest{ID: one, Alter: func(r *desk.Request) { r.FollowUp = day }})
	follow := read(b.sam, true)
	b.same(follow[1].Kind, desk.PromiseFollowUp)
	b.wait(time.Minute)
	day = day.Add(time.Hour)
	b.do(b.sam, desk.EditRequest{ID: one, Alter: func(r *desk.Request) { r.FollowUp = day }})
	moved := read(b.sam, true)
	b.same(moved[1].ID, follow[1].ID)
	b.same(moved[1].Due.Equal(day), true)
	b.same(moved[1].Changed.After(follow[1].Changed), true)

	b.do(b.sam, desk.CloseRequest{ID: one, Outcome: "referred"})
	b.same([]int{len(read(b.sam, false)), len(read(b.sam, true))}, []int{3, 1}) // still promised
	b.do(ali, desk.FinishTask{ID: one, Task: b.request(one).Tasks[0].Stamp, Fact: "gesproken"})
	b.same(len(read(b.sam, false)), 2)

	b.do(b.sam, desk.AddTask{ID: two, What: "terugbellen", Due: b.now.Add(time.Hour), CallBack: true})
	b.same(len(read(b.sam, false)), 3)
	b.do(ali, desk.FinishTask{ID: two, Task: b.request(two).Tasks[0].Stamp})
	b.same(read(b.sam, false)[0].Kind, desk.PromiseCallBack) // what is done is none any longer, beside one that stands

	_, err := desk.ReadPromises(b.ctx(), tom, false)
	b.same(fault.KindOf(err), fault.Refused)
	b.same(list[0].ID == list[2].ID || list[0].ID == (journal.ID{}), false)
}
