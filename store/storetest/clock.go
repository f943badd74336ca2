package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// order is the last moment of the journal.
func (b *bench) order() time.Time {
	b.t.Helper()
	last, err := b.sam.LastMoment(b.ctx())
	b.must(err)
	return last.Time()
}

// doubted is how the clock stands to the journal.
func (b *bench) doubted() journal.Doubt {
	b.t.Helper()
	last, err := b.sam.LastMoment(b.ctx())
	b.must(err)
	return last.Doubt(b.now)
}

// clockFarAhead: a clock in 2099 never moves the journal there, whatever is done meanwhile, and once it is put right work goes on
// as if nothing had been.
func clockFarAhead(_ *testing.T, b *bench) {
	right := b.now
	first := b.ask("voor de klok", model.UrgencyRoutine)
	last := b.order()
	b.now = time.Date(2099, 8, 31, 9, 0, 0, 0, time.UTC)
	b.same(b.doubted(), journal.FarAhead)
	second := b.ask("terwijl de klok op 2099 staat", model.UrgencyRoutine)
	b.do(b.sam, desk.ClaimRequest{ID: first}, desk.AddMemo{ID: first, Text: "uit 2099"}, desk.LogTime{ID: first, Minutes: 5})
	b.refused(fault.Invalid, "in-future", b.sam, desk.LogTime{ID: first, Minutes: 5, Day: b.now.AddDate(0, 0, 2)})
	if at := b.order(); at.Sub(last) > time.Second {
		b.t.Fatalf("the order is in %v", at)
	}
	r := b.request(first)
	b.same(r.Memos[0].At.Year(), right.Year())
	b.same(r.Memos[0].Clock.Year(), 2099)
	b.same(r.Claims[0].At.Year(), right.Year())
	b.same(r.Times[0].Day.Year(), right.Year())
	b.same(r.Changed.Year(), right.Year())
	b.same(b.request(second).Created.Year(), right.Year())
	b.now = right.Add(time.Hour)
	b.same(b.doubted(), journal.NoDoubt)
	b.do(b.sam, desk.AddMemo{ID: first, Text: "de klok is goed"})
	b.same(b.request(first).Memos[1].Clock.IsZero(), true)
	b.same(b.order(), b.now)
	b.refused(fault.Conflict, "clock-not-ahead", b.sam, model.ClockIsRight{})
}

// longUnused: after 500 days somebody says that the date is right, and the order goes on from there. Before that, today's date is
// no day to come.
func longUnused(_ *testing.T, b *bench) {
	id := b.ask("lang geleden", model.UrgencyRoutine)
	b.wait(500 * 24 * time.Hour)
	b.same(b.doubted(), journal.FarAhead)
	b.do(b.sam, desk.LogTime{ID: id, Minutes: 5, Day: b.now})
	b.do(b.person("Noor", model.RoleStudent), model.ClockIsRight{})
	b.same(b.doubted(), journal.NoDoubt)
	b.same(b.order(), b.now)
	b.same(b.request(b.ask("vandaag", model.UrgencyRoutine)).Created, b.now)
	_, err := b.sam.Undo(b.ctx())
	b.must(err)
	b.same(b.doubted(), journal.NoDoubt)
}

// clockBehind: with a clock that is set back order goes on, and it is noticed when it is more than a day. A journal that is in 2099
// already takes work with the right clock, which is told as the clock says.
func clockBehind(_ *testing.T, b *bench) {
	for _, c := range []struct {
		back  time.Duration
		doubt journal.Doubt
	}{{time.Hour, journal.NoDoubt}, {24 * time.Hour, journal.NoDoubt}, {25 * time.Hour, journal.FarBehind}, {73 * 365 * 24 * time.Hour, journal.FarBehind}} {
		id := b.ask("een vraag", model.UrgencyRoutine)
		was, last := b.now, b.order()
		b.now = b.now.Add(-c.back)
		b.same(b.doubted(), c.doubt)
		b.refused(fault.Conflict, "clock-not-ahead", b.sam, model.ClockIsRight{})
		b.do(b.sam, desk.AddMemo{ID: id, Text: "eerst"}, desk.AddMemo{ID: id, Text: "later"})
		memos := b.request(id).Memos
		b.same(memos[0].Text+" "+memos[1].Text, "eerst later")
		b.same(memos[1].At, b.now)
		b.same(memos[1].Clock.IsZero(), c.doubt == journal.NoDoubt)
		if !b.order().Equal(last) || memos[0].Stamp.Compare(memos[1].Stamp) >= 0 {
			b.t.Fatalf("after %v the order is at %v, after %v", last, b.order(), memos)
		}
		b.now = was.Add(time.Minute)
	}
}
