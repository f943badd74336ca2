package storetest

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// referredTo is the directory: what is added is found at once, also what somebody else wrote since; what is referred to most comes first,
// and whatever takes a referral away takes it out of that count.
func referredTo(_ *testing.T, b *bench) {
	mo, noor := b.person("Mo", model.RoleTeacher), b.person("Noor", model.RoleDesk)
	service := func(s *model.Session, name string) journal.ID {
		return b.do(s, directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: name}, Needs: []string{"geld"}}}).Entity
	}
	first, second := service(mo, "Hulp bij geld"), service(b.sam, "Zorgloket")
	find := func(s *model.Session, text string) string {
		hits, err := directory.Find(b.ctx(), s, directory.Query{Text: text, Now: b.now})
		b.must(err)
		var names []string
		for _, h := range hits {
			names = append(names, h.Service.Name)
		}
		return strings.Join(names, ", ")
	}
	b.same(find(noor, "geld"), "Hulp bij geld, Zorgloket")
	b.same(find(noor, "zorglokte"), "Zorgloket")
	one, two := b.ask("brief", model.UrgencyRoutine), b.ask("huur", model.UrgencyRoutine)
	b.do(noor, directory.Refer{ID: one, Service: second, Consent: true}, directory.Refer{ID: one, Service: second}, directory.Refer{ID: two, Service: first, To: "een ander woord"})
	b.same(b.request(two).Referrals[0].To, "een ander woord")
	uses := func(id journal.ID) directory.Uses {
		h, err := directory.Read(b.ctx(), noor, id, b.now)
		b.must(err)
		return h.Used
	}
	b.same(uses(second), directory.Uses{Referred: 2})
	b.same(find(noor, ""), "Zorgloket, Hulp bij geld")
	move := func(r *model.Session, n int, states ...desk.ReferralState) {
		f := b.request(one).Referrals[n]
		for _, s := range states {
			b.do(r, desk.MoveReferral{ID: one, Referral: f.Stamp, State: s, Reason: "vol"})
		}
	}
	move(noor, 0, desk.ReferralSent, desk.ReferralAccepted, desk.ReferralDone)
	b.same(uses(second), directory.Uses{Referred: 2, Accepted: 1, Done: 1})
	move(noor, 1, desk.ReferralWithdrawn)
	b.same(uses(second), directory.Uses{Referred: 1, Accepted: 1, Done: 1})
	b.do(noor, directory.Refer{ID: one, Service: second, Consent: true})
	move(noor, 2, desk.ReferralSent, desk.ReferralDeclined)
	b.same(uses(second), directory.Uses{Referred: 2, Accepted: 1, Declined: 1, Done: 1})

	// merged into another request it still counts once, taken away it does not
	b.do(b.sam, desk.MergeRequest{ID: one, Into: two})
	b.same(uses(second), directory.Uses{Referred: 2, Accepted: 1, Declined: 1, Done: 1})
	b.do(b.sam, desk.ReopenRequest{ID: one}, desk.RemoveRequest{ID: one, Why: "een proef"})
	b.same(uses(second), directory.Uses{})
	b.same(find(noor, ""), "Hulp bij geld, Zorgloket")
	b.do(b.sam, desk.RestoreRequest{ID: one})
	b.same(find(noor, ""), "Zorgloket, Hulp bij geld")

	// with a resident goes what was said of the referral
	ria := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Ria Bakker"}}).Entity
	three := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "vraag", Resident: ria}}).Entity
	b.do(b.sam, directory.Refer{ID: three, Service: first})
	b.same(uses(first), directory.Uses{Referred: 2})
	b.do(b.sam, desk.EraseResident{ID: ria})
	b.same(uses(first), directory.Uses{Referred: 1})

	// a fresh session says the same, and what is retired is kept from those who look for help
	b.same(find(b.enter(noor.Me().ID), ""), "Zorgloket, Hulp bij geld")
	b.refused(fault.Refused, "directory-not-yours", noor, directory.Retire{ID: first, Why: "gestopt"})
	b.do(mo, directory.Retire{ID: first, Why: "gestopt"})
	b.same(find(noor, "geld"), "Zorgloket")
	b.refused(fault.Conflict, "directory-retired", noor, directory.Refer{ID: two, Service: first})
	_, err := mo.Undo(b.ctx())
	b.must(err)
	b.same(find(noor, "geld"), "Hulp bij geld, Zorgloket")
}
