package match

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// wordy makes a group of which the words are so many that no brief can hold them.
func wordy(in Input) Input {
	in.Students = slices.Clone(in.Students)
	for i := range in.Students {
		s := &in.Students[i]
		s.Themes = slices.Clone(s.Themes)
		for k := range 70 {
			s.Themes = append(s.Themes, fmt.Sprintf("eigen %d van %d", k, i))
		}
	}
	return in
}

// TestBriefsSayTheSame compares what is worked out from briefs with what is worked out wish by wish and rule by rule, and with
// a group that has too many words for them.
func TestBriefsSayTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := input(t, 12)
		p, err := prepare(in)
		if err != nil {
			t.Skip(err)
		}
		long, err := prepare(wordy(in))
		if err != nil {
			t.Fatal(err)
		}
		if p.n > 0 && (p.briefs == nil || long.briefs != nil) {
			t.Fatalf("briefs: %d, of many words %d", len(p.briefs), len(long.briefs))
		}
		for a := range p.n {
			for b := range p.n {
				if a == b {
					continue
				}
				points := p.points(a, b)
				if got := p.score(a, b); got != points.Sum() || got != long.score(a, b) {
					t.Fatalf("%d and %d: score %d, points %v, of many words %d", a, b, got, points, long.score(a, b))
				}
				if got, want := p.together(a, b), long.together(a, b); got != want {
					t.Fatalf("%d and %d: %v, of many words %v", a, b, got.rules(), want.rules())
				}
			}
		}
		g, err := p.grid(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for r, a := range g.rows {
			for c, b := range g.cols {
				want := int32(never)
				if a != b && p.fits(a, b) {
					points := p.points(a, b)
					want = int32(points.Sum())
				}
				if got := g.score[r*len(g.cols)+c]; got != want {
					t.Fatalf("cell %d, %d of students %d and %d: %d, want %d", r, c, a, b, got, want)
				}
			}
		}
		g.leave()
	})
}

// TestNoOneCheaper compares whom somebody without a pair would join with the cost of joining each of them, and what could give
// way with the best of every partner.
func TestNoOneCheaper(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := input(t, 16)
		for i := range in.Students { // enough time for some to join several pairs
			if i%4 > 0 {
				in.Students[i].Parts, in.Students[i].Sites = model.AllDayParts, nil
			}
		}
		p, err := prepare(in)
		if err != nil {
			t.Skip(err)
		}
		pairs, err := p.solve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		d := p.draft(pairs)
		open := d.openings()
		d.lone = make([]broken, d.n)
		var all []int
		for i := range d.n {
			d.lone[i], all = d.alone(i), append(all, i)
		}
		for i := range d.n {
			want, of := impossible, -1
			for g, members := range d.groups {
				if c := 0; d.mayGrow(g) && !slices.Contains(members, i) {
					if c = d.joining(i, g); c < want {
						want, of = c, g
					}
				}
			}
			others := slices.DeleteFunc(slices.Clone(open), func(o opening) bool { return slices.Contains(d.groups[o.group], i) })
			if cost, group := d.cheapest(i, others, impossible); cost != want || group != of {
				t.Fatalf("%d joins %d for %d, want %d for %d", i, group, cost, of, want)
			}
			d.sameOptions(t, i, all)
		}
	})
}

// sameOptions compares options with a look at every partner for every set of rules.
func (d *draft) sameOptions(t *rapid.T, i int, partners []int) {
	var want []Relaxation
	for rules := 1; rules <= maxRules && len(want) == 0; rules++ {
		for b := broken(1); b < 1<<7; b++ {
			var best *Relaxation
			for _, j := range partners {
				if j == i || b.len() != rules || d.between(i, j) != b {
					continue
				}
				r := Relaxation{With: []journal.ID{d.students[j].ID}, Rules: b.rules(), Score: d.score(i, j), Short: d.short(b, i, j)}
				if best == nil || r.Short < best.Short || r.Short == best.Short && r.Score > best.Score {
					best = &r
				}
			}
			if best != nil {
				want = append(want, *best)
			}
		}
	}
	got := d.options(i, partners)
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("%d: %v, want %v", i, got, want)
	}
}
