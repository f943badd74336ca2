package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// evidenceFollowsMerge: what students did about a request that is merged counts in the evidence of the one that goes on, once, and goes
// back when they are parted.
func evidenceFollowsMerge(_ *testing.T, b *bench) {
	s := newSchool(b)
	one, two := b.ask("brief", model.UrgencyRoutine), b.ask("zelfde brief", model.UrgencyRoutine)
	b.do(s.noor, desk.LogTime{ID: one, Minutes: 10}, desk.LogTime{ID: two, Minutes: 7})
	b.do(s.ali, desk.LogTime{ID: two, Minutes: 5})
	b.do(s.noor, desk.CloseRequest{ID: one, Outcome: "referred"})
	minutes := func(who *model.Session) int {
		b.t.Helper()
		p, err := learning.ReadPiece(b.ctx(), who, who.Me().ID, learning.EvidenceID(one, who.Me().ID))
		b.must(err)
		return p.Evidence.Minutes
	}
	b.same(minutes(s.noor), 10)
	b.do(b.sam, desk.MergeRequest{ID: two, Into: one})
	b.same([]int{minutes(s.noor), minutes(s.ali)}, []int{17, 5})
	b.do(b.sam, desk.ReopenRequest{ID: two})
	b.same([]int{minutes(s.noor), minutes(s.ali)}, []int{10, 0})
	b.do(b.sam, desk.MergeRequest{ID: two, Into: one})
	b.same([]int{minutes(s.noor), minutes(s.ali)}, []int{17, 5})
	_, err := b.sam.Undo(b.ctx())
	b.must(err)
	b.same(minutes(s.noor), 10)
}

// studentsTakeAway: a student takes away and puts back only what is their own of the same day.
func studentsTakeAway(_ *testing.T, b *bench) {
	s := newSchool(b)
	mine := func() journal.ID {
		return b.do(s.noor, desk.AddRequest{Request: desk.Request{Summary: "vergissing"}}).Entity
	}
	first, second, sams := mine(), mine(), b.ask("van Sam", model.UrgencyRoutine)
	b.refused(fault.Refused, "remove-student", s.noor, desk.RemoveRequest{ID: sams, Why: "weg"})
	b.refused(fault.Refused, "remove-student", s.ali, desk.RemoveRequest{ID: first, Why: "weg"})
	b.do(s.noor, desk.RemoveRequest{ID: first, Why: "dubbel"})
	b.refused(fault.Refused, "restore-student", s.ali, desk.RestoreRequest{ID: first})
	b.do(s.noor, desk.RestoreRequest{ID: first})
	b.wait(24 * time.Hour)
	b.refused(fault.Refused, "remove-student", s.noor, desk.RemoveRequest{ID: second, Why: "weg"})
	b.do(b.sam, desk.RemoveRequest{ID: second, Why: "weg"})
	b.refused(fault.Refused, "restore-student", s.noor, desk.RestoreRequest{ID: second})
}

// erasingWhatIsAway: with a resident go the words of requests that were taken away, of those merged into one, and why they were.
func erasingWhatIsAway(_ *testing.T, b *bench) {
	jan := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Jan"}}).Entity
	same := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "J."}}).Entity
	of := func(who journal.ID, summary string) journal.ID {
		return b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: summary, Resident: who}}).Entity
	}
	stays, away, theirs, joined := of(jan, "huur"), of(jan, "proef"), of(same, "nog een proef"), of(journal.ID{}, "huur, zonder naam")
	b.do(b.sam, desk.RemoveRequest{ID: away, Why: "Jan belde alleen om te oefenen"}, desk.RemoveRequest{ID: theirs, Why: "ook van Jan"})
	b.do(b.sam, desk.MergeRequest{ID: joined, Into: stays})
	b.do(b.sam, desk.MergeResident{ID: same, Into: jan})
	b.do(b.sam, desk.EraseResident{ID: jan})
	for _, id := range []journal.ID{stays, away, theirs, joined} {
		r := b.request(id)
		b.same([]any{r.Summary, r.Erased}, []any{"", true})
		if r.Removed != nil {
			b.same(r.Removed.Why, "")
		}
	}
}
