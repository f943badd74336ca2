package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/notification"
)

func march(day int) time.Time { return time.Date(2026, 3, day, 0, 0, 0, 0, time.UTC) }

// notified are the notifications that a query finds: number, day, and what is late.
func (b *bench) notified(session *model.Session, q notification.Query) (out []string) {
	b.t.Helper()
	q.Now = b.now
	all, err := notification.Read(b.ctx(), session, q)
	b.must(err)
	for _, l := range all {
		said := l.Number + " " + l.Reported.Format(time.DateOnly)
		for _, t := range l.Late(l.Today) {
			said += " " + string(t.Step)
		}
		out = append(out, said)
	}
	return out
}

// wmoClock is one notification from its first day to the decision, by the calendar of the site, which is an hour ahead of the clock here.
func wmoClock(_ *testing.T, b *bench) {
	noor, tine := b.person("Noor", model.RoleDesk), b.person("Tine", model.RoleTeacher)
	id := b.ask("hulp in huis", model.UrgencyRoutine)
	b.refused(fault.Refused, "may-not-write", tine, notification.Report{Request: id})
	b.refused(fault.NotFound, "request-unknown", noor, notification.Report{Request: journal.ID{7}})
	b.refused(fault.Invalid, "in-future", noor, notification.Report{Request: id, Day: march(3)})
	b.refused(fault.Invalid, "day-early", noor, notification.Report{Request: id, Day: time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)})
	made := b.do(noor, notification.Report{Request: id})
	n := made.Created[0]
	b.same([]any{made.Number, made.Entity}, []any{"ZW-0001", id})
	b.refused(fault.Conflict, "notification-runs", noor, notification.Report{Request: id})
	_, err := notification.Read(b.ctx(), tine, notification.Query{Now: b.now})
	b.fails(fault.Refused, "may-not-read", err)

	note := func(step notification.Step, day int) notification.Note {
		return notification.Note{ID: n, Step: step, Day: march(day)}
	}
	b.refused(fault.Invalid, "notification-not-urgent", noor, note(notification.Helped, 2))
	b.refused(fault.Invalid, "notification-before", noor, note(notification.Investigated, 1))
	b.refused(fault.Invalid, "notification-no-investigation", noor, note(notification.Applied, 2))
	b.refused(fault.Invalid, "notification-no-application", noor, note(notification.Decided, 2))
	b.refused(fault.Invalid, "notification-step", noor, notification.Note{ID: n, Step: "eaten"})
	b.refused(fault.NotFound, "notification-unknown", noor, notification.Note{ID: id, Step: notification.Plan})
	b.refused(fault.NotFound, "notification-unknown", tine, note(notification.Plan, 2))

	b.wait(41 * 24 * time.Hour) // 12 April, 14:00 in winter's time and 16:00 at the site
	b.same(b.notified(noor, notification.Query{}), []string{"ZW-0001 2026-03-02"})
	b.now = time.Date(2026, 4, 13, 21, 59, 0, 0, time.UTC) // a minute before midnight at the site
	b.same(b.notified(noor, notification.Query{Late: true}), []string(nil))
	b.wait(time.Minute)
	b.same(b.notified(noor, notification.Query{Late: true}), []string{"ZW-0001 2026-03-02 investigated"})

	b.do(noor, note(notification.Plan, 9), note(notification.Investigated, 30))
	b.same(b.notified(noor, notification.Query{}), []string{"ZW-0001 2026-03-02"})
	b.refused(fault.Conflict, "notification-noted", noor, note(notification.Plan, 9))
	b.refused(fault.Invalid, "notification-before", noor, note(notification.Applied, 29))
	b.do(noor, note(notification.Applied, 31))
	b.refused(fault.Invalid, "notification-before", noor, note(notification.Investigated, 32))
	b.same(b.notified(noor, notification.Query{}), []string{"ZW-0001 2026-03-02"}) // until 14 April, which it is
	b.wait(24 * time.Hour)
	b.same(b.notified(noor, notification.Query{}), []string{"ZW-0001 2026-03-02 decided"})
	b.refused(fault.Invalid, "notification-before", noor, note(notification.Decided, 30))
	b.do(noor, notification.Note{ID: n, Step: notification.Decided})
	b.same(b.notified(noor, notification.Query{}), []string(nil))
	b.same(b.notified(noor, notification.Query{All: true}), []string{"ZW-0001 2026-03-02"})
	b.refused(fault.Conflict, "notification-decided", noor, notification.Note{ID: n, Step: notification.Withdrawn})
	b.refused(fault.Conflict, "notification-decided", noor, note(notification.Plan, 8))
	_, err = noor.Undo(b.ctx())
	b.must(err)
	b.same(b.notified(noor, notification.Query{}), []string{"ZW-0001 2026-03-02 decided"})
	b.do(noor, notification.Note{ID: n, Step: notification.Withdrawn})
	b.refused(fault.Conflict, "notification-withdrawn", noor, notification.Note{ID: n, Step: notification.Decided})

	// another may begin now, and an urgent one waits for help the same day
	b.do(noor, notification.Report{Request: id, Urgent: true})
	b.wait(24 * time.Hour)
	b.same(b.notified(noor, notification.Query{}), []string{"ZW-0001 2026-04-15 helped"})
}

// wmoOnSomebody: a notification is on whoever holds its request, or else on who wrote it down; it goes with a request that is merged, is
// not there with one that was taken away, and is there again with one that was put back.
func wmoOnSomebody(_ *testing.T, b *bench) {
	noor, mo := b.person("Noor", model.RoleDesk), b.person("Mo", model.RoleDesk)
	first, second := b.ask("hulp in huis", model.UrgencyRoutine), b.ask("huishoudelijke hulp", model.UrgencyRoutine)
	n := b.do(noor, notification.Report{Request: first}).Created[0]
	mine := notification.Query{Mine: true}
	b.same(b.notified(noor, mine), []string{"ZW-0001 2026-03-02"})
	b.do(mo, desk.ClaimRequest{ID: first})
	b.same(b.notified(noor, mine), []string(nil))
	b.same(b.notified(mo, mine), []string{"ZW-0001 2026-03-02"})

	b.do(mo, desk.MergeRequest{ID: first, Into: second})
	b.same(b.notified(b.sam, notification.Query{}), []string{"ZW-0002 2026-03-02"})
	b.refused(fault.Conflict, "request-merged", noor, notification.Report{Request: first})
	b.refused(fault.Conflict, "notification-runs", noor, notification.Report{Request: second})
	of, err := notification.ReadOf(b.ctx(), noor, second)
	b.must(err)
	b.same([]any{len(of), of[0].ID, notification.Last(of).ID}, []any{1, n, n})
	b.same(b.do(noor, notification.Note{ID: n, Step: notification.Plan}).Number, "ZW-0002")

	third := b.ask("vergissing", model.UrgencyRoutine)
	b.do(b.sam, notification.Report{Request: third}, desk.RemoveRequest{ID: third, Why: "was een vergissing"})
	b.same(b.notified(b.sam, notification.Query{}), []string{"ZW-0002 2026-03-02"})
	b.refused(fault.Conflict, "request-removed", b.sam, notification.Report{Request: third})
	b.do(b.sam, desk.RestoreRequest{ID: third})
	b.same(len(b.notified(b.sam, notification.Query{})), 2)

	// what is personal goes, the days stay
	ria := b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "Ria"}}).Entity
	hers := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "vraag van Ria", Resident: ria}}).Entity
	b.do(b.sam, notification.Report{Request: hers})
	b.do(b.sam, desk.EraseResident{ID: ria})
	of, err = notification.ReadOf(b.ctx(), b.sam, hers)
	b.must(err)
	b.same([]any{len(of), of[0].Reported}, []any{1, march(2)})
}
