package overview

import (
	"slices"
	"sync"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// What an estimate is made from. Fewer calls than least in the last hour, or leastBefore in the same hour of the weeks before,
// say nothing; what would take longer than longest is not told.
const (
	lookBack    = time.Hour
	weeksBefore = 4
	least       = 3
	leastBefore = 5
	longest     = 2 * time.Hour
	mostClosed  = 150 // rows that are read of one stretch of time
)

// call is a resident who was taken up.
type call struct {
	came, called time.Time
	hand         journal.ID // who took them up, the first of a pair
}

// rhythm is how often somebody was called while others waited, over some stretches of time: the time between two calls, where who
// was called second had been there at the first. A call of who could walk on at once says nothing of how long a queue takes.
type rhythm struct {
	between          time.Duration
	gaps             int
	hands, stretches int // hands of all stretches together
}

// add adds the calls of a stretch of time, in the order in which they were made.
func (t *rhythm) add(calls []call) {
	hands := map[journal.ID]bool{}
	for i, c := range calls {
		hands[c.hand] = true
		if i > 0 && c.came.Before(calls[i-1].called) {
			t.between += c.called.Sub(calls[i-1].called)
			t.gaps++
		}
	}
	if len(hands) > 0 {
		t.hands += len(hands)
		t.stretches++
	}
}

// about is how long the one at a place in the queue still waits, where somebody is called each pace: the place times the pace,
// rounded up to 5 minutes, from half an hour to 10, from an hour to 15. It is 0, unknown, without a pace and beyond two hours.
func about(place int, pace time.Duration) time.Duration {
	if pace <= 0 {
		return 0
	}
	wait, step := time.Duration(place)*pace, 5*time.Minute
	switch {
	case wait > longest:
		return 0
	case wait > time.Hour:
		step = 15 * time.Minute
	case wait > 30*time.Minute:
		step = 10 * time.Minute
	}
	return (wait + step - 1) / step * step
}

// pace is how much time there is between two calls while others wait; 0: nobody can tell. It is the mean of the last hour, of
// three such times at least. Where there are fewer it is the mean of the same hour on the same day of the last four weeks, of
// five at least, times the hands there were then and divided by those that hold a request of today now; with none at work it is
// unknown. A hand is a person, or a pair, who took somebody up.
func (r *reading) pace(claimed []desk.RequestRow) (time.Duration, error) {
	lately, err := r.calls(r.now.Add(-lookBack), r.now, claimed)
	if err != nil {
		return 0, err
	}
	var now rhythm
	if now.add(lately); now.gaps >= least {
		return now.between / time.Duration(now.gaps), nil
	}
	hands := map[journal.ID]bool{}
	for i := range claimed {
		hands[handOf(&claimed[i])] = true
	}
	before, err := r.weeks()
	if err != nil || before.gaps < leastBefore || len(hands) == 0 {
		return 0, err
	}
	return before.between * time.Duration(before.hands) / time.Duration(before.gaps*before.stretches*len(hands)), nil
}

// remembered is the rhythm of the weeks before an hour, which a session reads once.
type remembered struct {
	mu   sync.Mutex
	hour time.Time
	rhythm
}

// rememberedAt is the key of what a session remembers of a site.
type rememberedAt struct{ site journal.ID }

// weeks is the rhythm of this hour by the clock, on this day of the weeks before.
func (r *reading) weeks() (rhythm, error) {
	kept := r.session.Kept(rememberedAt{r.site.ID}, func() any { return &remembered{} }).(*remembered)
	kept.mu.Lock()
	defer kept.mu.Unlock()
	local := r.now.In(r.site.Location())
	hour := time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), 0, 0, 0, local.Location())
	if kept.hour.Equal(hour) {
		return kept.rhythm, nil
	}
	var t rhythm
	for week := 1; week <= weeksBefore; week++ {
		from := hour.AddDate(0, 0, -7*week)
		calls, err := r.calls(from, from.Add(lookBack), nil)
		if err != nil {
			return t, err
		}
		t.add(calls)
	}
	kept.hour, kept.rhythm = hour, t
	return t, nil
}

// calls are the residents who came to the desk and were first taken up in a stretch of time, in that order: of requests that were
// closed in it or within an hour after, and of rows that are not closed yet.
func (r *reading) calls(from, to time.Time, open []desk.RequestRow) (out []call, err error) {
	closed, err := r.Page(desk.PageQuery{Site: r.site.ID, View: desk.ViewClosed, From: desk.FromClosed(to.Add(lookBack)), Limit: mostClosed})
	if err != nil {
		return nil, err
	}
	for _, row := range slices.Concat(closed.Rows, open) {
		if !WalkIn(&row) || row.Status == desk.StatusClosed && row.ClosedAt.Before(from) {
			continue
		}
		items, err := r.Items(desk.KindRequest, row.ID)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(items, func(it journal.Item) bool { return it.Kind == desk.ItemClaim })
		if i < 0 {
			continue
		}
		if at := items[i].Told(); !at.Before(from) && at.Before(to) {
			out = append(out, call{row.Created, at, handOf(&row)})
		}
	}
	slices.SortStableFunc(out, func(a, b call) int { return a.called.Compare(b.called) })
	return out, nil
}

// handOf is who holds a request, the first of a pair.
func handOf(row *desk.RequestRow) (hand journal.ID) {
	if len(row.Holder) > 0 {
		hand = row.Holder[0]
	}
	return hand
}
