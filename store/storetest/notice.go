package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/handover"
	"leerbalie/model/desk/notice"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// notices gives what waits for who reads it.
func (b *bench) notices(session *model.Session) (words []string) {
	b.t.Helper()
	all, err := notice.Read(b.ctx(), session, b.now)
	b.must(err)
	for _, n := range all {
		words = append(words, string(n.Kind)+" "+n.About.Number)
	}
	return words
}

func noticing(_ *testing.T, b *bench) {
	noor, mo, teacher := b.person("Noor", model.RoleDesk), b.person("Mo", model.RoleDesk), b.person("Tine", model.RoleTeacher)
	none := []string(nil)
	id := b.do(noor, desk.AddRequest{Request: desk.Request{Summary: "stroom", Urgency: model.UrgencyNow}}).Entity
	b.ask("brief", model.UrgencyToday)

	// what is for now: everybody of the site but who took it in, each until they have seen it
	b.same(b.notices(noor), none)
	b.same(b.notices(mo), []string{"now ZW-0001"})
	b.do(mo, notice.SeeMessages{ID: id})
	b.same(b.notices(mo), none)
	b.same(b.notices(b.sam), []string{"now ZW-0001"})
	if r := b.do(mo, notice.SeeMessages{ID: id}); r.Undoable() {
		b.t.Error("what has been seen is seen again")
	}
	_, err := notice.Read(b.ctx(), teacher, b.now)
	b.fails(fault.Refused, "may-not-read", err)

	// made less urgent and more again it is told anew, of whoever did that
	b.wait(time.Minute)
	for _, u := range []model.Urgency{model.UrgencyRoutine, model.UrgencyNow} {
		b.do(noor, desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.Urgency = u }})
	}
	b.same(b.notices(mo), []string{"now ZW-0001"})
	b.do(noor, desk.ClaimRequest{ID: id})
	b.same(b.notices(noor), none)
	b.same(b.notices(mo), none)
	b.same(b.notices(b.sam), none)

	// given by somebody else, and not what one took oneself; seeing it can be taken back
	b.do(noor, desk.ClaimRequest{ID: id, For: []journal.ID{mo.Me().ID}, Over: true})
	b.same(b.notices(mo), []string{"given ZW-0001"})
	b.same(b.notices(noor), none)
	b.do(noor, notice.SeeMessages{ID: id}) // somebody else's look is none of hers
	b.same(b.notices(mo), []string{"given ZW-0001"})
	b.do(mo, notice.SeeMessages{ID: id})
	b.same(b.notices(mo), none)
	_, err = mo.Undo(b.ctx())
	b.must(err)
	b.same(b.notices(mo), []string{"given ZW-0001"})
	b.do(mo, notice.SeeMessages{ID: id})

	// a call-back of one's own, from when it is due; once it is moved, anew
	b.do(mo, desk.AddTask{ID: id, What: "bellen", CallBack: true, Due: b.now.Add(time.Hour)}, desk.AddTask{ID: id, What: "brief halen", Due: b.now.Add(time.Hour)})
	b.same(b.notices(mo), none)
	b.wait(time.Hour)
	b.same(b.notices(mo), []string{"call-back ZW-0001"})
	b.same(b.notices(noor), none)
	b.do(mo, notice.SeeMessages{ID: id})
	b.same(b.notices(mo), none)
	task := b.request(id).Tasks[0].Stamp
	b.do(mo, desk.MoveTask{ID: id, Task: task, Due: b.now.Add(time.Hour)})
	b.wait(2 * time.Hour)
	b.same(b.notices(mo), []string{"call-back ZW-0001"})
	b.do(mo, desk.FinishTask{ID: id, Task: task})
	b.same(b.notices(mo), none)

	// one that is on somebody else is theirs, whoever holds the request
	b.do(noor, desk.AddTask{ID: id, What: "bellen", CallBack: true, On: noor.Me().ID, Due: b.now.Add(time.Hour)})
	b.wait(time.Hour)
	b.same(b.notices(mo), none)
	b.same(b.notices(noor), []string{"call-back ZW-0001"})
	b.do(noor, desk.FinishTask{ID: id, Task: b.request(id).Tasks[2].Stamp})

	// what is handed over comes as one message, which says all of it
	b.do(mo, handover.HandOver{To: []journal.ID{noor.Me().ID}, Note: "ze wacht op de brief"})
	b.same(b.notices(noor), []string{"informed ZW-0001"})
	b.do(noor, notice.SeeMessages{ID: id})
	b.same(b.notices(noor), none)

	// that somebody saw it keeps nobody from taking it back
	gone := b.do(noor, desk.AddRequest{Request: desk.Request{Summary: "per ongeluk", Urgency: model.UrgencyNow}}).Entity
	b.do(mo, notice.SeeMessages{ID: gone})
	_, err = noor.Undo(b.ctx())
	b.must(err)
	b.same(b.notices(b.sam), none)

	// an erased or closed one waits for nobody
	b.do(noor, desk.ClaimRequest{ID: id, For: []journal.ID{mo.Me().ID}, Over: true})
	b.do(noor, desk.CloseRequest{ID: id, Outcome: "referred"})
	b.same(b.notices(mo), none)
}
