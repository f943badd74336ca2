package overview

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
)

// Waits sums up how long some waited, in whole minutes. The ranks are the nearest: the median is what half of them, rounded up, waited
// at most, and so on.
type Waits struct {
	N                          int // how many; where it is 0 the others say nothing
	Median, Ninetieth, Longest int
}

// minutesOf counts waits by the minute.
type minutesOf map[int]int

func (m *minutesOf) add(minutes, n int) {
	if *m == nil {
		*m = minutesOf{}
	}
	(*m)[minutes] += n
}

func (m minutesOf) waits() (w Waits) {
	var minutes []int
	for at, n := range m {
		if n > 0 {
			minutes = append(minutes, at)
			w.N += n
		}
	}
	slices.Sort(minutes)
	rank := func(part int) int { return (w.N*part + 99) / 100 }
	seen := 0
	for _, at := range minutes {
		before := seen
		seen += m[at]
		if before < rank(50) && seen >= rank(50) {
			w.Median = at
		}
		if before < rank(90) && seen >= rank(90) {
			w.Ninetieth = at
		}
		w.Longest = at
	}
	return w
}

// waitingNow reads how many wait at a site, and since when.
func waitingNow(tx model.Tx, f *Figures, now time.Time) (err error) {
	if f.Counts, err = desk.IndexOf(tx).Counts(f.Site.ID); err != nil {
		return err
	}
	var waits minutesOf
	for q := (desk.PageQuery{Site: f.Site.ID, View: desk.ViewWaiting, Limit: 1000}); ; {
		page, err := desk.IndexOf(tx).Page(q)
		if err != nil {
			return err
		}
		for i := range page.Rows {
			waits.add(max(int((now.Unix()-page.Rows[i].Created.Unix())/60), 0), 1)
		}
		if !page.More {
			break
		}
		q.From = page.Rows[len(page.Rows)-1].Key + "\x00"
	}
	f.Waiting = waits.waits()
	return nil
}
