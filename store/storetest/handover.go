package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/handover"
	"leerbalie/model/desk/mine"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// askAfter is ask at a moment of its own, so that it is known which came first.
func (b *bench) askAfter(summary string) journal.ID {
	b.wait(time.Second)
	return b.ask(summary, model.UrgencyRoutine)
}

// load is what is on whoever reads it, who was away for a while or not.
func (b *bench) load(session *model.Session, away mine.Away) mine.Load {
	b.t.Helper()
	l, err := mine.ReadLoad(b.ctx(), session, away, b.now)
	b.must(err)
	return l
}

// day is the day of whoever reads it.
func (b *bench) day(session *model.Session) mine.Day {
	b.t.Helper()
	day, err := mine.ReadDay(b.ctx(), session, mine.DayQuery{Now: b.now})
	b.must(err)
	return day
}

// mine are the numbers of what somebody holds.
func (b *bench) mine(session *model.Session) (out []string) {
	b.t.Helper()
	for _, r := range b.day(session).Requests {
		out = append(out, r.Number)
	}
	return out
}

// sheet is how many requests stand on the sheet of who reads it.
func (b *bench) sheet(session *model.Session) int {
	b.t.Helper()
	s, err := handover.ReadSheet(b.ctx(), session, journal.ID{})
	b.must(err)
	return len(s.Requests)
}

// onSomebody follows what is on people: requests, promises on open and on closed ones, minutes, and what came while they were away.
func onSomebody(_ *testing.T, b *bench) {
	noor, tom := b.person("Noor", model.RoleDesk), b.person("Tom", model.RoleTeacher)
	b.same(b.load(noor, mine.Away{}), mine.Load{})
	one, two, three := b.ask("een", model.UrgencyRoutine), b.ask("twee", model.UrgencyNow), b.ask("drie", model.UrgencyRoutine)
	left := b.now
	b.wait(time.Minute)
	b.do(noor, desk.ClaimRequest{ID: one})
	b.do(b.sam, desk.ClaimRequest{ID: two, For: []journal.ID{noor.Me().ID}})
	b.do(noor, desk.ParkRequest{ID: two})
	b.do(b.sam, desk.AddTask{ID: three, What: "bellen", On: noor.Me().ID, CallBack: true, Due: b.now.Add(time.Hour)})
	b.do(noor, desk.AddTask{ID: one, What: "brief"})
	b.do(b.sam, desk.Inform{ID: three, To: noor.Me().ID})
	b.ask("nieuw", model.UrgencyRoutine)
	b.do(b.sam, desk.ClaimRequest{ID: b.ask("nieuw, en al gepakt", model.UrgencyRoutine)})
	b.wait(time.Minute)
	away := mine.Away{Left: left, Back: b.now}
	b.wait(time.Minute)
	b.ask("later", model.UrgencyRoutine)
	b.same(b.load(noor, away), mine.Load{Mine: 2, Promised: 2, Untimed: 1, Given: 1, Messages: 1, New: 1})
	b.same(b.load(noor, mine.Away{}), mine.Load{Mine: 2, Promised: 2, Untimed: 1, Messages: 1})
	b.same(b.mine(noor), []string{"ZW-0002", "ZW-0001"})
	b.wait(time.Hour)
	b.same(b.load(noor, away).Late, 1)
	b.same(b.load(noor, away).LateCalls, 1)
	day := b.day(noor)
	b.same(day.Promises[0].What, "bellen")
	b.same([]bool{day.Requests[0].Promise, day.Requests[1].Promise}, []bool{false, true})
	b.same([]journal.ID{day.Requests[0].GivenBy, day.Requests[1].GivenBy}, []journal.ID{b.sam.Me().ID, {}})

	// a promise on a closed request is still to be kept; the request is on nobody any more
	b.do(noor, desk.LogTime{ID: one, Minutes: 10}, desk.LogTime{ID: one, Minutes: 5}, desk.LogTime{ID: one, Minutes: 7, Day: b.now.Add(-48 * time.Hour)})
	b.do(noor, desk.CloseRequest{ID: one, Outcome: "referred"}, desk.CloseRequest{ID: two, Outcome: "referred", Minutes: 3})
	b.same(b.load(noor, away), mine.Load{Promised: 2, Late: 1, LateCalls: 1, Untimed: 1, Messages: 1, New: 1})
	b.same(b.day(noor).Minutes, 18)
	b.same(b.day(b.sam).Minutes, 0)
	b.do(noor, desk.FinishTask{ID: three, Task: b.request(three).Tasks[0].Stamp}, desk.FinishTask{ID: one, Task: b.request(one).Tasks[0].Stamp})
	b.same(b.load(noor, away), mine.Load{Messages: 1, New: 1})
	b.do(b.sam, desk.CloseRequest{ID: three, Outcome: "unknown"})
	b.same([]int{b.sheet(noor), b.sheet(b.sam)}, []int{0, 1})
	_, err := mine.ReadLoad(b.ctx(), tom, mine.Away{}, b.now)
	b.same(fault.KindOf(err), fault.Refused)
	_, err = mine.ReadDay(b.ctx(), tom, mine.DayQuery{Now: b.now})
	b.same(fault.KindOf(err), fault.Refused)
}

// taskMoves: a promise keeps who it is at another time, and the last word counts.
func taskMoves(_ *testing.T, b *bench) {
	id := b.ask("brief", model.UrgencyRoutine)
	b.do(b.sam, desk.ClaimRequest{ID: id}, desk.AddTask{ID: id, What: "bellen", CallBack: true})
	before, task := b.day(b.sam).Promises[0], b.request(id).Tasks[0].Stamp
	b.same(before.Due.IsZero(), true)
	b.refused(fault.Invalid, "missing", b.sam, desk.MoveTask{ID: id, Task: task})
	b.refused(fault.NotFound, "task-unknown", b.sam, desk.MoveTask{ID: id, Due: b.now})
	due := b.now.Add(time.Hour)
	b.do(b.sam, desk.MoveTask{ID: id, Task: task, Due: due})
	b.refused(fault.Conflict, "task-then-already", b.sam, desk.MoveTask{ID: id, Task: task, Due: due})
	after := b.day(b.sam).Promises[0]
	b.same(after.ID, before.ID)
	b.same(after.Due.Equal(due), true)
	b.same(b.request(id).Due().Equal(due), true)
	_, err := b.sam.Undo(b.ctx())
	b.must(err)
	b.same(b.day(b.sam).Promises[0].Due.IsZero(), true)
	b.do(b.sam, desk.FinishTask{ID: id, Task: task})
	b.refused(fault.Conflict, "task-done", b.sam, desk.MoveTask{ID: id, Task: task, Due: due})
}

// handingOver: everything that is on somebody goes in one action, the promises too, and whoever gets it is told once.
func handingOver(_ *testing.T, b *bench) {
	noor, mo := b.person("Noor", model.RoleDesk), b.person("Mo", model.RoleStudent)
	ann := b.person("Ann", model.RoleStudent)
	first, second, others := b.askAfter("een"), b.askAfter("twee"), b.askAfter("van Noor")
	b.do(b.sam, desk.ClaimRequest{ID: first}, desk.ClaimRequest{ID: second}, desk.ParkRequest{ID: second})
	b.do(noor, desk.ClaimRequest{ID: others})
	b.do(b.sam, desk.AddTask{ID: first, What: "bellen", CallBack: true, Due: b.now.Add(time.Hour), On: b.sam.Me().ID}, desk.AddTask{ID: second, What: "brief"})
	b.do(b.sam, desk.AddTask{ID: others, What: "ook ik", On: b.sam.Me().ID}, desk.AddTask{ID: first, What: "van Noor", On: noor.Me().ID})
	b.wait(time.Minute)

	ask := handover.HandOver{To: []journal.ID{mo.Me().ID}, Note: " ze belt om drie uur "}
	plan, err := handover.ReadHandOver(b.ctx(), b.sam, ask)
	b.must(err)
	b.same(b.mine(b.sam), []string{"ZW-0001", "ZW-0002"}) // nothing was done
	var went handover.HandedOver
	ask.Went = &went
	receipt := b.do(b.sam, ask)
	b.same(went, plan)
	b.same(len(went.Requests), 3)
	b.same(went.Promises, 3)
	b.same(receipt.For, mo.Me().ID)
	b.same(receipt.Number, "ZW-0001")
	b.same(b.load(b.sam, mine.Away{}), mine.Load{})
	b.same(b.mine(mo), []string{"ZW-0001", "ZW-0002"})
	b.same(b.request(second).Status, desk.StatusParked)
	b.same(b.request(others).Holder(), []journal.ID{noor.Me().ID})
	day := b.day(mo)
	b.same([]int{len(day.Promises), len(day.Messages)}, []int{3, 1})
	b.same(day.Messages[0].Text, "ze belt om drie uur")
	b.same(day.Messages[0].With, []journal.ID{second, others})
	b.same(len(b.day(noor).Promises), 1)

	// to a pair: what was asked of one is on whoever holds it from then on
	b.do(mo, handover.HandOver{To: []journal.ID{mo.Me().ID, ann.Me().ID}, Requests: []journal.ID{first}})
	b.same(journal.SameIDs(b.request(first).Holder(), []journal.ID{mo.Me().ID, ann.Me().ID}), true)
	b.same(b.request(first).Tasks[0].On, journal.ID{})
	b.same([]int{len(b.waits(ann)), len(b.waits(mo))}, []int{1, 1})
}

// handingOverStays: what cannot go is named, and the rest goes; nothing at all is refused.
func handingOverStays(_ *testing.T, b *bench) {
	noor, mo, tom := b.person("Noor", model.RoleDesk), b.person("Mo", model.RoleStudent), b.person("Tom", model.RoleTeacher)
	to := func(s *model.Session) []journal.ID { return []journal.ID{s.Me().ID} }
	b.refused(fault.Conflict, "handover-nothing", b.sam, handover.HandOver{To: to(noor)})
	mine := b.ask("van mij", model.UrgencyRoutine)
	strict := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "streng", Supervision: model.SupervisionProfessional}}).Entity
	hers, closed, free := b.ask("van Noor", model.UrgencyRoutine), b.ask("dicht", model.UrgencyRoutine), b.ask("van niemand", model.UrgencyRoutine)
	b.do(b.sam, desk.ClaimRequest{ID: mine}, desk.ClaimRequest{ID: strict}, desk.CloseRequest{ID: closed, Outcome: "unknown"})
	b.do(noor, desk.ClaimRequest{ID: hers})
	b.refused(fault.Invalid, "handover-yourself", b.sam, handover.HandOver{To: to(b.sam)})
	b.refused(fault.Invalid, "handover-yourself", b.sam, handover.HandOver{})
	b.refused(fault.NotFound, "person-unknown", b.sam, handover.HandOver{To: []journal.ID{{1}}})
	b.refused(fault.NotFound, "request-unknown", b.sam, handover.HandOver{To: to(noor), Requests: []journal.ID{{1}}})
	b.refused(fault.Conflict, "handover-not-yours", b.sam, handover.HandOver{To: to(mo), Requests: []journal.ID{hers}})
	b.refused(fault.Conflict, "handover-not-yours", b.sam, handover.HandOver{To: to(mo), Requests: []journal.ID{hers, hers}})
	b.refused(fault.Refused, "inform-no-desk", b.sam, handover.HandOver{To: to(tom), Requests: []journal.ID{mine}})

	var went handover.HandedOver
	b.do(b.sam, handover.HandOver{To: to(mo), Requests: []journal.ID{hers, strict, closed, mine, free}, Went: &went})
	b.same([]string{went.Requests[0].Number, went.Requests[1].Number}, []string{b.request(mine).Number, b.request(free).Number})
	var why []string
	for _, k := range went.Kept {
		var e *fault.Error
		asError(k.Why, &e)
		why = append(why, k.Number+" "+e.Msg)
	}
	b.same(why, []string{"ZW-0003 handover-not-yours", "ZW-0002 needs-professional", "ZW-0004 request-closed"})

	// a promise alone can lie with one person only
	b.do(noor, desk.AddTask{ID: hers, What: "bellen", On: b.sam.Me().ID})
	b.refused(fault.Conflict, "handover-promise-one", b.sam, handover.HandOver{To: []journal.ID{noor.Me().ID, mo.Me().ID}, Requests: []journal.ID{hers}})
	b.do(b.sam, desk.CloseRequest{ID: hers, Outcome: "unknown"}, handover.HandOver{To: to(mo), Requests: []journal.ID{hers}})
	b.same(b.day(mo).Promises[0].Number, "ZW-0003")
	left := b.person("Weg", model.RoleDesk).Me().ID
	b.do(b.sam, pairs.PersonLeaves{ID: left})
	b.refused(fault.Refused, "person-left", b.sam, handover.HandOver{To: []journal.ID{left}})
}

// handingOverBack: one undo takes all of it back, until somebody went on with it.
func handingOverBack(_ *testing.T, b *bench) {
	noor := b.person("Noor", model.RoleDesk)
	for range 7 {
		id := b.askAfter("vraag")
		b.do(b.sam, desk.ClaimRequest{ID: id}, desk.AddTask{ID: id, What: "bellen", CallBack: true, On: b.sam.Me().ID})
	}
	before := b.day(b.sam)
	b.do(b.sam, handover.HandOver{To: []journal.ID{noor.Me().ID}, Note: "succes"})
	b.same([]int{len(b.mine(b.sam)), len(b.mine(noor))}, []int{0, 7})
	_, err := b.sam.Undo(b.ctx())
	b.must(err)
	after := b.day(b.sam)
	for i := range after.Promises {
		after.Promises[i].Changed = before.Promises[i].Changed
	}
	b.same(after, before)
	b.same(b.load(noor, mine.Away{}), mine.Load{})
	_, err = b.sam.Redo(b.ctx())
	b.must(err)
	b.same(len(b.mine(noor)), 7)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	b.do(b.sam, handover.HandOver{To: []journal.ID{noor.Me().ID}})
	b.do(noor, handover.HandOver{To: []journal.ID{b.sam.Me().ID}, Requests: []journal.ID{b.day(noor).Requests[0].ID}})
	_, err = b.sam.Undo(b.ctx())
	b.fails(fault.Conflict, "undo-changed", err)
	b.same(len(b.mine(noor)), 6)
}
