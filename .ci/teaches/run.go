package main

import (
	"cmp"
	"container/heap"
	"math/rand/v2"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/loop"
	"leerbalie/model/loop/offers"
)

// policy gives what waits to pairs: for each request in the order of the queue a pair, or nobody.
type policy func(h *half, work []offers.Work, pairs []offers.Pair) []int

// nobody of those who are there may take a request now.
const nobody = -1

// followOffers gives each request to whom the program offers it first.
func followOffers(_ *half, work []offers.Work, pairs []offers.Pair) []int {
	out := make([]int, len(work))
	for i, a := range offers.Propose(work, pairs, offers.Options{}) {
		if out[i] = nobody; len(a.Offers) > 0 {
			out[i] = a.Offers[0].Pair
		}
	}
	return out
}

// leastBusy gives each to who has the least to do among those who may have it by the same rules, and of several such to who did the least so far.
func leastBusy(h *half, work []offers.Work, pairs []offers.Pair) []int {
	pairs = slices.Clone(pairs)
	given := make([]int, len(pairs))
	out := make([]int, len(work))
	for i := range work {
		out[i] = nobody
		all := offers.Propose(work[i:i+1], pairs, offers.Options{Bound: 1 << 20, Keep: len(pairs)})[0].Offers
		for _, o := range all {
			p, best := o.Pair, out[i]
			if best == nobody || cmp.Or(cmp.Compare(pairs[p].Load, pairs[best].Load), cmp.Compare(len(h.done[p])+given[p], len(h.done[best])+given[best]), cmp.Compare(p, best)) < 0 {
				out[i] = p
			}
		}
		if p := out[i]; p != nobody {
			pairs[p].Load++
			given[p]++
		}
	}
	return out
}

// half is a half-year under way.
type half struct {
	*world
	give    policy
	next    events
	now     int   // open minutes since it began
	queue   []int // arrivals that wait, urgent ones first, the earliest first
	hands   [][]int
	busy    []bool
	held    []int // requests that wait for an answer or a call
	there   []bool
	done    [][]int // by pair, when each request was done with
	waited  []int
	stamps  uint64
	learned *offers.Learned
	dossier []*learning.Dossier
	open    [][]float64
	fresh   []bool
	at      [weeks + 1][][]int // after each week, by student: pieces of evidence by column
}

// event is something that happens at a moment.
type event struct {
	at, order int
	do        func()
}

type events []event

func (e events) Len() int { return len(e) }
func (e events) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(e[i].at, e[j].at), cmp.Compare(e[i].order, e[j].order)) < 0
}
func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }
func (e *events) Push(x any)   { *e = append(*e, x.(event)) }
func (e *events) Pop() any {
	x := (*e)[len(*e)-1]
	*e = (*e)[:len(*e)-1]
	return x
}

// on lets something happen at a moment.
func (h *half) on(at int, do func()) {
	h.stamps++
	heap.Push(&h.next, event{at, int(h.stamps), do})
}

// play lets a half-year go by, until the end of a week.
func play(w *world, give policy, until int) *half {
	h := &half{world: w, give: give, hands: make([][]int, pairsAll), busy: make([]bool, pairsAll), there: make([]bool, pairsAll), done: make([][]int, pairsAll), held: make([]int, pairsAll),
		open: make([][]float64, len(w.students)), fresh: make([]bool, len(w.students))}
	for range w.students {
		h.dossier = append(h.dossier, &learning.Dossier{})
	}
	for day := range until * 5 {
		h.on(day*doors, func() { h.morning(day) })
		h.on(day*doors+noon-opens, func() { h.come(day, 1) })
	}
	for i, a := range w.arrivals {
		if a.day < until*7 {
			h.on(a.at, func() { h.arrive(i) })
		}
	}
	for i, s := range w.students {
		if s.course >= 0 && s.course < until*7 {
			h.on(moment(s.course, noon), func() {
				h.evidence(i, &learning.Evidence{Kind: learning.EvidenceCourse, Nodes: []journal.ID{s.list.columns[s.about]}})
			})
		}
	}
	for len(h.next) > 0 && h.next[0].at < until*5*doors {
		e := heap.Pop(&h.next).(event)
		h.now = e.at
		e.do()
	}
	h.count(until)
	return h
}

// morning opens the doors; what work trains is counted anew.
func (h *half) morning(day int) {
	if day%5 == 0 {
		h.count(day / 5)
	}
	h.learned = offers.NewLearned()
	for _, l := range []*list{h.students[0].list, h.students[1].list} {
		for _, n := range l.tree.Framework.Nodes {
			for _, theme := range n.Themes {
				h.learned.Table(theme, l.base+l.place[n.ID])
			}
		}
	}
	for i, s := range h.students {
		for _, e := range h.dossier[i].Evidence {
			var at []int
			for _, n := range e.Nodes {
				if p := s.list.base + s.list.place[n]; !slices.Contains(at, p) {
					at = append(at, p)
				}
			}
			h.learned.Piece(e.Theme, at...)
		}
	}
	h.come(day, 0)
}

// come is the beginning of a half-day: who does not stay gives back what they have not begun on.
func (h *half) come(day, part int) {
	for p := range h.pairs {
		h.there[p] = h.pairs[p].week&(1<<(2*(day%5)+part)) != 0
		if h.there[p] {
			continue
		}
		keep := 0
		if h.busy[p] {
			keep = 1
		}
		for _, a := range h.hands[p][keep:] {
			h.wait(a)
		}
		h.hands[p] = h.hands[p][:keep]
	}
	h.dispatch()
}

// wait puts a request in its place in the queue.
func (h *half) wait(a int) {
	at, _ := slices.BinarySearchFunc(h.queue, a, func(x, a int) int {
		if u, v := h.arrivals[x].urgent, h.arrivals[a].urgent; u != v {
			if u {
				return -1
			}
			return 1
		}
		return cmp.Compare(x, a)
	})
	h.queue = slices.Insert(h.queue, at, a)
}

// arrive is a request coming in. What a professional has to be with is none of the students' here.
func (h *half) arrive(a int) {
	if h.arrivals[a].professional {
		return
	}
	h.wait(a)
	h.dispatch()
}

// dispatch gives what waits to pairs, and lets those who have their hands free begin.
func (h *half) dispatch() {
	if len(h.queue) > 0 {
		pairs := make([]offers.Pair, pairsAll)
		for p := range h.pairs {
			pairs[p] = offers.Pair{Members: 2, Languages: h.pairs[p].languages, Absent: !h.there[p], Load: len(h.hands[p]) + h.held[p], Lately: h.lately(p), Open: h.openOf(p)}
		}
		work := make([]offers.Work, len(h.queue))
		trains := map[string][]offers.Trained{}
		for i, a := range h.queue {
			r := &h.arrivals[a]
			if _, known := trains[r.theme]; !known {
				trains[r.theme] = h.learned.Trains(r.theme)
			}
			work[i] = offers.Work{Together: r.together, Language: r.language, Trains: trains[r.theme]}
		}
		queue := h.queue
		h.queue = nil
		for i, p := range h.give(h, work, pairs) {
			if p == nobody {
				h.queue = append(h.queue, queue[i])
				continue
			}
			h.hands[p] = append(h.hands[p], queue[i])
		}
	}
	for p := range h.hands {
		h.begin(p)
	}
}

// begin lets a pair begin on what came first of what it has in hand, urgent work before other.
func (h *half) begin(p int) {
	if h.busy[p] || len(h.hands[p]) == 0 {
		return
	}
	first := 0
	for i, a := range h.hands[p] {
		if h.arrivals[a].urgent && !h.arrivals[h.hands[p][first]].urgent {
			first = i
		}
	}
	a := h.hands[p][first]
	h.hands[p] = slices.Insert(slices.Delete(h.hands[p], first, first+1), 0, a)
	h.busy[p] = true
	h.waited = append(h.waited, h.now-h.arrivals[a].at)
	h.on(h.now+h.arrivals[a].minutes, func() { h.finish(p) })
}

// finish is the end of the work on a request. Where an answer or a call is waited for it stays in their hands.
func (h *half) finish(p int) {
	a := h.hands[p][0]
	r := &h.arrivals[a]
	h.hands[p] = h.hands[p][1:]
	h.busy[p] = false
	if r.held > 0 {
		h.held[p]++
		h.on(h.now+r.held*5/7*doors+1, func() {
			h.held[p]--
			h.close(p, a)
		})
	} else {
		h.close(p, a)
	}
	h.dispatch()
}

// close is the end of a request: it becomes evidence of both, as closing one does.
func (h *half) close(p, a int) {
	r := &h.arrivals[a]
	h.done[p] = append(h.done[p], h.now)
	for i := 2 * p; i < 2*p+2; i++ {
		nodes, _ := loop.Taught(model.Site{}, h.students[i].list.tree.Framework, r.theme)
		e := &learning.Evidence{Kind: learning.EvidenceRequest, Theme: r.theme, Nodes: nodes, Minutes: r.minutes}
		h.evidence(i, e)
		h.look(i, len(h.dossier[i].Evidence)-1, lot(h.seed, "reflects", i, a))
	}
}

// evidence lets a student have one piece more.
func (h *half) evidence(i int, e *learning.Evidence) {
	e.Day = date(h.now)
	h.stamps++
	e.Stamp = journal.Stamp{Seq: h.stamps}
	h.dossier[i].Evidence = append(h.dossier[i].Evidence, *e)
	h.fresh[i] = false
}

// date is the day of a moment.
func date(at int) time.Time {
	return time.Date(2025, time.September, 1+openDay(at/doors), 0, 0, 0, 0, time.UTC)
}

// look lets a student look back on half of the work, days later, and a teacher judge that days after: as in the demo, which part it is evidence of
// the student says, mostly one of those that the theme names.
func (h *half) look(i, n int, r *rand.Rand) {
	l := h.students[i].list
	if r.IntN(100) < 50 {
		return
	}
	e := h.dossier[i].Evidence[n]
	node := l.columns[r.IntN(len(l.columns))]
	if k := r.IntN(60); len(e.Nodes) > 0 && r.IntN(100) >= 30 {
		node = e.Nodes[k%len(e.Nodes)]
	}
	later := h.now + (1+r.IntN(3))*doors
	var given []learning.Given
	for _, leaf := range l.tree.Leaves(node) {
		if level := level(r, h.students[i].talent); r.IntN(100) < 75 {
			given = append(given, learning.Given{Node: leaf, Level: level})
		}
	}
	teacher := journal.ID{byte(1 + r.IntN(2))}
	judged, after := r.IntN(100) >= 8 && len(given) > 0, (1+r.IntN(6))*doors
	h.on(later, func() {
		h.dossier[i].Evidence[n].Nodes = []journal.ID{node}
		h.fresh[i] = false
	})
	if !judged {
		return
	}
	h.on(later+after, func() {
		h.stamps++
		e := &h.dossier[i].Evidence[n]
		e.Assessments = append(e.Assessments, learning.Assessment{Mark: journal.Mark{Stamp: journal.Stamp{Seq: h.stamps}, At: date(h.now), By: teacher}, Framework: l.tree.Framework.ID,
			As: learning.AssessorSchool, Given: given, Latest: true})
		h.fresh[i] = false
	})
}

// level draws one of three for a talent, as the demo does.
func level(r *rand.Rand, talent int) int {
	switch n := r.IntN(100); {
	case n < 22-9*talent:
		return 0
	case n < 78-14*talent:
		return 1
	}
	return 2
}

// openOf is what a pair has still to show, worked out as the program does: of each part the mean over those of whom it is asked.
func (h *half) openOf(p int) []float64 {
	out := make([]float64, len(h.students[0].list.columns)+len(h.students[1].list.columns))
	for i := 2 * p; i < 2*p+2; i++ {
		l := h.students[i].list
		if !h.fresh[i] {
			h.fresh[i] = true
			state := learning.StateOf(l.tree, []*learning.Dossier{h.dossier[i]})
			h.open[i] = make([]float64, len(l.columns))
			for c, id := range l.columns {
				s, _ := state.Of(id)
				h.open[i][c] = loop.Openness(*s, l.tree.Framework.ScaleOf(l.tree.Node(id)))
			}
		}
		copy(out[l.base:], h.open[i])
	}
	return out
}

// count notes how much evidence everybody has by the end of a week.
func (h *half) count(week int) {
	for i, s := range h.students {
		state := learning.StateOf(s.list.tree, []*learning.Dossier{h.dossier[i]})
		t := make([]int, len(s.list.columns))
		for c, id := range s.list.columns {
			at, _ := state.Of(id)
			t[c] = at.Evidence
		}
		h.at[week] = append(h.at[week], t)
	}
}

// lately is how much a pair handled in the last twelve weeks.
func (h *half) lately(p int) float64 {
	from, _ := slices.BinarySearch(h.done[p], h.now-12*5*doors)
	return float64(len(h.done[p]) - from)
}
