package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/notice"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// waits gives the words of the messages that wait for who reads them.
func (b *bench) waits(session *model.Session) (words []string) {
	b.t.Helper()
	messages, err := notice.ReadMessages(b.ctx(), session)
	b.must(err)
	for _, m := range messages {
		words = append(words, m.About.Number+" "+m.Text)
	}
	return words
}

func informing(_ *testing.T, b *bench) {
	noor, mo := b.person("Noor", model.RoleDesk), b.person("Mo", model.RoleStudent)
	first, second := b.ask("brief", model.UrgencyRoutine), b.ask("huur", model.UrgencyRoutine)
	b.do(b.sam, desk.CloseRequest{ID: second, Outcome: "referred"})
	b.do(b.sam, desk.Inform{ID: first, To: noor.Me().ID, Text: " kijk jij even? "})
	b.wait(time.Minute)
	b.do(mo, desk.Inform{ID: first, To: noor.Me().ID, Text: "ik weet het ook niet"}, desk.Inform{ID: second, To: noor.Me().ID}, desk.Inform{ID: second, To: b.sam.Me().ID})
	b.same(b.waits(noor), []string{"ZW-0002 ", "ZW-0001 ik weet het ook niet", "ZW-0001 kijk jij even?"})
	b.same(b.waits(b.sam), []string{"ZW-0002 "})
	b.same(b.waits(mo), []string(nil))
	b.same(b.request(first).Status, desk.StatusWaiting)

	// somebody else's look is none of hers
	b.do(mo, notice.SeeMessages{ID: first})
	b.same(len(b.waits(noor)), 3)
	b.wait(time.Minute)
	b.do(noor, notice.SeeMessages{ID: first})
	b.same(b.waits(noor), []string{"ZW-0002 "})
	for _, m := range b.request(first).Messages {
		b.same(m.Seen.At, b.now)
		b.same(m.Seen.By, noor.Me().ID)
	}
	if r := b.do(noor, notice.SeeMessages{ID: first}); r.Undoable() {
		b.t.Error("what has been seen is seen again")
	}

	// seeing and informing are taken back by who did it, unless it was seen meanwhile
	_, err := noor.Undo(b.ctx())
	b.must(err)
	b.same(len(b.waits(noor)), 3)
	b.do(noor, notice.SeeMessages{ID: first})
	_, err = b.sam.Undo(b.ctx())
	b.fails(fault.Conflict, "undo-changed", err)
	b.do(b.sam, desk.Inform{ID: first, To: mo.Me().ID})
	took, err := b.sam.Undo(b.ctx())
	b.must(err)
	b.same(took.For, mo.Me().ID)
	b.same(b.waits(mo), []string(nil))
	again, err := b.sam.Redo(b.ctx())
	b.must(err)
	b.same(again.For, mo.Me().ID)
	b.same(b.waits(mo), []string{"ZW-0001 "})

	// on a request that goes on in another it stays where it was said
	b.do(b.sam, desk.MergeRequest{ID: first, Into: b.ask("dezelfde", model.UrgencyRoutine)})
	b.same(b.waits(mo), []string{"ZW-0001 "})
}

func informable(_ *testing.T, b *bench) {
	id := b.ask("brief", model.UrgencyRoutine)
	tine, left := b.person("Tine", model.RoleTeacher), b.person("Lies", model.RoleDesk)
	elsewhere := b.do(b.sam, model.AddSite{Site: model.Site{Name: "Noord", Code: "NO"}}).Entity
	far := b.do(b.sam, model.AddPerson{Person: model.Person{Name: "Ver", Roles: []model.Role{model.RoleDesk}, Site: elsewhere}}).Entity
	b.do(b.sam, desk.Inform{ID: id, To: left.Me().ID})
	b.do(b.sam, pairs.PersonLeaves{ID: left.Me().ID})
	to := func(id, whom journal.ID, text string) desk.Inform { return desk.Inform{ID: id, To: whom, Text: text} }
	b.refused(fault.Refused, "inform-no-desk", b.sam, to(id, tine.Me().ID, ""))
	b.refused(fault.Refused, "inform-no-desk", b.sam, to(id, far, ""))
	for _, who := range []journal.ID{tine.Me().ID, far} { // nor does a question come to lie with somebody who cannot see it
		b.refused(fault.Refused, "inform-no-desk", b.sam, desk.ClaimRequest{ID: id, For: []journal.ID{who}})
	}
	b.refused(fault.Refused, "person-left", b.sam, to(id, left.Me().ID, ""))
	b.refused(fault.Invalid, "inform-yourself", b.sam, to(id, b.sam.Me().ID, ""))
	b.refused(fault.NotFound, "person-unknown", b.sam, to(id, journal.ID{7}, ""))
	b.refused(fault.NotFound, "request-unknown", b.sam, to(journal.ID{7}, b.sam.Me().ID, ""))
	b.refused(fault.Refused, "may-not-write", tine, to(id, b.sam.Me().ID, ""))
	noor := b.person("Noor", model.RoleDesk)
	b.refused(fault.Invalid, "bsn", b.sam, to(id, noor.Me().ID, "bsn 123456782"))
	_, err := notice.ReadMessages(b.ctx(), tine)
	b.fails(fault.Refused, "may-not-read", err)

	// who may see several desks is told of what waits at each, and who goes to another is not told of the first any more
	lead := b.person("Bo", model.RoleCoordinator)
	there := b.enter(far)
	at := b.do(there, desk.AddRequest{Request: desk.Request{Site: elsewhere, Summary: "in Noord"}}).Entity
	b.do(there, to(at, lead.Me().ID, "hier ook"))
	b.do(b.sam, to(id, lead.Me().ID, "en hier"))
	b.same(b.waits(lead), []string{"ZW-0001 en hier", "NO-0001 hier ook"})
	b.do(b.sam, to(id, noor.Me().ID, ""))
	b.do(b.sam, model.EditPerson{Person: model.Person{ID: noor.Me().ID, Name: "Noor", Roles: []model.Role{model.RoleDesk}, Site: elsewhere}})
	b.same(b.waits(b.enter(noor.Me().ID)), []string(nil))
}

// messagesMerge: only whom a message is for can have seen it, whatever another program wrote.
func messagesMerge(_ *testing.T, b *bench) {
	noor := b.person("Noor", model.RoleDesk)
	id := b.ask("brief", model.UrgencyRoutine)
	b.do(b.sam, desk.Inform{ID: id, To: noor.Me().ID, Text: "een"})
	target := b.request(id).Messages[0].Stamp
	stranger := &forged{request: id, by: b.sam.Me().ID, target: target}
	b.do(b.sam, stranger)
	b.same(b.waits(noor), []string{"ZW-0001 een"})
	b.same(b.request(id).Messages[0].Seen == nil, true)
	b.do(noor, &forged{request: id, by: noor.Me().ID, target: target})
	b.same(b.waits(noor), []string(nil))
}

// forged writes that a message was seen without asking whom it is for, as a program with a fault could.
type forged struct {
	request, by journal.ID
	target      journal.Stamp
}

func (forged) Name() string { return "act-see-messages" }

func (f *forged) Do(d *model.Doing) error {
	_, err := d.Add(desk.KindRequest, f.request, d.Site(), desk.ItemSeen, journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{f.target}))})
	return err
}

func messagesErased(_ *testing.T, b *bench) {
	noor := b.person("Noor", model.RoleDesk)
	ria := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Ria"}}).Entity
	id := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "vraag", Resident: ria}}).Entity
	b.do(b.sam, desk.Inform{ID: id, To: noor.Me().ID, Text: "Ria belt terug"})
	b.do(b.sam, desk.EraseResident{ID: ria})
	b.same(b.waits(noor), []string(nil))
	m := b.request(id).Messages[0]
	b.same([]any{m.Erased, m.Text, m.To.IsZero(), m.By}, []any{true, "", true, b.sam.Me().ID})
	b.refused(fault.Refused, "erased", b.sam, desk.Inform{ID: id, To: noor.Me().ID})
}
