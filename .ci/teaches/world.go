package main

import (
	"cmp"
	"hash/fnv"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// pairsAll is how many pairs there are: forty-eight students.
const pairsAll = 24

// The day, in minutes: the doors are open from nine to five, and the afternoon begins at noon.
const (
	opens  = 9 * 60
	noon   = 12 * 60
	closes = 17 * 60
	doors  = closes - opens
)

// week is at which half-days of a week a pair comes: of day d the morning is bit 2d, the afternoon 2d+1.
type week uint16

// world is a half-year before anybody was given anything: who there is, what comes in, and what happens whoever does what.
type world struct {
	seed     uint64
	pairs    []pair
	students []*student // two of each pair, one behind the other
	arrivals []arrival
}

type pair struct {
	week      week
	languages []string
}

type student struct {
	list   *list
	talent int
	course int // the day of a course of the school, -1: none
	about  int // the column that it is about
}

type arrival struct {
	asked
	at int // open minutes since the half-year began
}

// lot is a source of chance for one thing that happens: it is the same under each policy, in whatever order things come about.
func lot(seed uint64, about string, a, b int) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(about))
	return rand.New(rand.NewPCG(seed, h.Sum64()^uint64(a)<<32^uint64(b)))
}

// draw draws a half-year. rate is how many times as much comes in for each student as in the demo.
func draw(src *source, lists []*list, seed uint64, rate float64) *world {
	w := &world{seed: seed}
	r := lot(seed, "students", 0, 0)
	for range pairsAll {
		p := pair{}
		for n := 4 + r.IntN(4); n > 0; {
			if part := week(1) << r.IntN(10); p.week&part == 0 {
				p.week |= part
				n--
			}
		}
		for i := range 2 {
			p.languages = append(p.languages, src.languages[r.IntN(len(src.languages))]...)
			s := &student{list: lists[i], talent: r.IntN(3), course: -1, about: r.IntN(len(lists[i].columns))}
			if r.IntN(100) < 60 {
				s.course = openDay(r.IntN(weeks * 5))
			}
			w.students = append(w.students, s)
		}
		w.pairs = append(w.pairs, p)
	}
	r = lot(seed, "arrivals", 0, 0)
	mean := float64(len(src.asked)) * rate * 2 * pairsAll / float64(src.students)
	for range int(math.Round(mean + r.NormFloat64()*math.Sqrt(mean))) {
		a := arrival{asked: src.asked[r.IntN(len(src.asked))]}
		a.at = moment(a.day, a.minute)
		w.arrivals = append(w.arrivals, a)
	}
	slices.SortStableFunc(w.arrivals, func(a, b arrival) int { return cmp.Compare(a.at, b.at) })
	return w
}

// openDay is the day of the calendar on which the doors are open for the so-many-th time.
func openDay(n int) int { return n/5*7 + n%5 }

// moment is how many minutes the doors were open until a time of day.
func moment(day, minute int) int {
	return (day/7*5+min(day%7, 4))*doors + min(max(minute-opens, 0), doors-1)
}

// list is what students of a school are assessed on, with the place of its first column among those of both schools.
type list struct {
	tree    *competence.Tree
	base    int
	columns []journal.ID
	place   map[journal.ID]int // of each node's column
	work    []bool             // by column: work on some theme is evidence of it to begin with
}

// bothLists are what the demo's vocational and other students are assessed on.
func bothLists() (out []*list) {
	base := 0
	for _, level := range []string{"mbo-4", "hbo"} {
		for _, f := range competence.BuiltinFrameworks() {
			if f.ID != competence.BuiltinFor(level) {
				continue
			}
			t := f.Tree()
			l := &list{tree: t, base: base, columns: t.Columns(), place: map[journal.ID]int{}}
			l.work = make([]bool, len(l.columns))
			for _, n := range f.Nodes {
				if at := slices.Index(l.columns, t.Column(n.ID)); at >= 0 {
					l.place[n.ID] = at
					l.work[at] = l.work[at] || len(n.Themes) > 0
				}
			}
			base += len(l.columns)
			out = append(out, l)
		}
	}
	return out
}

// halfDays is how many half-days of a week a pair comes.
func (p pair) halfDays() int { return bits.OnesCount16(uint16(p.week)) }
