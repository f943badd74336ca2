package offers

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestWhoMayTakeIt(t *testing.T) {
	pairs := []Pair{
		{Members: 2, Languages: []string{"nl"}},
		{Members: 1, Languages: []string{"nl", "tr"}},
		{Members: 2, Languages: []string{"nl"}, Professional: true, Load: 1},
		{Members: 2, Languages: []string{"tr-TR"}, Absent: true},
		{Members: 2, Languages: []string{"tr"}, Load: 4},
	}
	for _, c := range []struct {
		work Work
		may  []int
		not  []Why
	}{
		{Work{}, []int{0, 1, 2}, []Why{NotThere, Full}},
		{Work{Professional: true}, []int{2}, []Why{NeedsProfessional, NeedsProfessional, NeedsProfessional, NeedsProfessional}},
		{Work{Together: true}, []int{0, 2}, []Why{NeedsPair, NotThere, Full}},
		{Work{Language: "tr"}, []int{1}, []Why{NotSpoken, NotSpoken, NotThere, Full}},
		{Work{Language: "so"}, []int{0, 1, 2}, []Why{NotThere, Full}},
	} {
		a := Propose([]Work{c.work}, pairs, Options{})[0]
		var may []int
		for _, o := range a.Offers {
			may = append(may, o.Pair)
		}
		slices.Sort(may)
		var not []Why
		for _, n := range a.Not {
			not = append(not, n.Why)
		}
		if !slices.Equal(may, c.may) || !slices.Equal(not, c.not) {
			t.Errorf("%+v: %v %v", c.work, may, not)
		}
	}
	spoken := Propose([]Work{{Language: "so"}}, pairs, Options{})[0].Offers[0]
	if !slices.Contains(spoken.Reasons, Unspoken) {
		t.Errorf("nobody speaks it, and that is not said: %+v", spoken)
	}
}

func TestWhomItTeachesMost(t *testing.T) {
	work := Work{Trains: []Trained{{0, 1}, {1, 0.5}}}
	pairs := []Pair{{Members: 2, Open: []float64{0, 1}}, {Members: 2, Open: []float64{1, 1}}, {Members: 2}, {Members: 2, Open: []float64{1, 1}, Load: 1}}
	a := Propose([]Work{work}, pairs, Options{Keep: 4})[0]
	if got := order(a); !slices.Equal(got, []int{1, 0, 2, 3}) { // who is busy comes last, whatever there is to learn
		t.Errorf("%v", got)
	}
	if !slices.Equal(a.Offers[0].Reasons, []Why{TeachesMuch, LeastBusy}) || !slices.Equal(a.Offers[0].Nodes, []int{0, 1}) ||
		!slices.Equal(a.Offers[1].Reasons, []Why{TeachesSome, LeastBusy}) || !slices.Equal(a.Offers[3].Reasons, []Why{TeachesMuch}) {
		t.Errorf("%+v", a.Offers)
	}
}

// TestTheShare: whoever did more than their share lately comes after others with as little to do, and is told so; of those that learn the
// same it goes to who did less.
func TestTheShare(t *testing.T) {
	work := Work{Trains: []Trained{{0, 1}}}
	pairs := []Pair{{Members: 2, Open: []float64{1}, Lately: 7}, {Members: 2, Open: []float64{0.3}, Lately: 5}, {Members: 2, Open: []float64{0.3}, Lately: 4},
		{Members: 2, Open: []float64{0.5}, Lately: 4}}
	a := Propose([]Work{work}, pairs, Options{Keep: 4})[0]
	if got := order(a); !slices.Equal(got, []int{3, 2, 1, 0}) {
		t.Errorf("%v", got)
	}
	for i, o := range a.Offers {
		if slices.Contains(o.Reasons, MuchLately) != (o.Pair == 0) {
			t.Errorf("%d: %v", i, o.Reasons)
		}
	}
	pairs[0].Lately = 5 // no more than one above the mean
	if got := order(Propose([]Work{work}, pairs, Options{})[0]); got[0] != 0 {
		t.Errorf("%v", got)
	}
}

// order is whom a request is offered to, the first first.
func order(a Answer) (out []int) {
	for _, o := range a.Offers {
		out = append(out, o.Pair)
	}
	return out
}

func TestLearned(t *testing.T) {
	l := NewLearned()
	l.Table("poverty", 3)
	for range 5 {
		l.Piece("poverty", 1, 2)
	}
	l.Piece("", 9)
	want := []Trained{{1, 0.5}, {2, 0.5}, {3, 0.5}}
	if got := l.Trains("poverty"); !reflect.DeepEqual(got, want) {
		t.Error(got)
	}
	if got := l.Trains("other"); len(got) != 0 {
		t.Error(got)
	}
}

func anyCase(t *rapid.T) ([]Work, []Pair, Options) {
	draw := func(low, high int, what string) int { return rapid.IntRange(low, high).Draw(t, what) }
	languages := rapid.SampledFrom([]string{"", "nl", "tr", "ar"})
	work := make([]Work, draw(0, 12, "requests"))
	for i := range work {
		work[i] = Work{Professional: draw(0, 5, "professional") == 0, Together: draw(0, 3, "together") == 0,
			Language: languages.Draw(t, "language")}
		for range draw(0, 3, "trains") {
			work[i].Trains = append(work[i].Trains, Trained{draw(0, 4, "node"), float64(draw(0, 10, "weight")) / 10})
		}
	}
	pairs := make([]Pair, draw(0, 8, "pairs"))
	for i := range pairs {
		pairs[i] = Pair{Members: draw(1, 3, "members"), Professional: draw(0, 4, "one is professional") == 0, Languages: []string{"nl", languages.Draw(t, "speaks")},
			Absent: draw(0, 4, "absent") == 0, Load: draw(0, 4, "load"), Lately: float64(draw(0, 9, "lately"))}
		for range 5 {
			pairs[i].Open = append(pairs[i].Open, float64(draw(-1, 10, "open"))/10)
		}
	}
	return work, pairs, Options{MaxLoad: draw(1, 5, "max"), Bound: draw(1, 3, "bound"), Keep: draw(1, 4, "keep")}
}

// TestTheBound: whatever the case, an offer breaks no rule, nobody is ahead by more than the bound, the first offer is to
// one of the least busy, and every pair that is not offered a request has a reason.
func TestTheBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		work, pairs, o := anyCase(t)
		load := make([]int, len(pairs))
		for i := range pairs {
			load[i] = pairs[i].Load
		}
		answers := Propose(work, pairs, o)
		for i, a := range answers {
			seen := map[int]bool{}
			unspoken := len(a.Offers) > 0 && slices.Contains(a.Offers[0].Reasons, Unspoken)
			least := -1
			for j := range pairs {
				if work[i].refuses(&pairs[j], load[j], o, unspoken) == "" && (least < 0 || load[j] < least) {
					least = load[j]
				}
			}
			for k, of := range a.Offers {
				seen[of.Pair] = true
				if why := work[i].refuses(&pairs[of.Pair], load[of.Pair], o, unspoken); why != "" {
					t.Fatalf("request %d is offered to %d although %s", i, of.Pair, why)
				}
				if of.Load != load[of.Pair] || of.Load > least+o.Bound {
					t.Fatalf("request %d: pair %d has %d, the least %d", i, of.Pair, of.Load, least)
				}
				if k == 0 && of.Load != least {
					t.Fatalf("request %d waits for learning", i)
				}
			}
			for _, n := range a.Not {
				if n.Why == "" || seen[n.Pair] {
					t.Fatalf("request %d: %+v", i, a)
				}
				seen[n.Pair] = true
			}
			if least >= 0 && len(a.Offers) == 0 {
				t.Fatalf("request %d is offered to nobody", i)
			}
			if len(a.Offers) < o.Keep && len(seen) != len(pairs) {
				t.Fatalf("request %d: %d of %d pairs have an answer", i, len(seen), len(pairs))
			}
			if len(a.Offers) > 0 {
				load[a.Offers[0].Pair]++
			}
		}
		if again := Propose(work, pairs, o); !reflect.DeepEqual(again, answers) {
			t.Fatal("the same question has two answers")
		}
	})
}

func BenchmarkPropose(b *testing.B) {
	work := make([]Work, 200)
	for i := range work {
		work[i] = Work{Together: i%2 == 0, Language: []string{"", "nl", "tr"}[i%3]}
		for j := range 8 {
			work[i].Trains = append(work[i].Trains, Trained{(i + 7*j) % 60, 0.5})
		}
	}
	pairs := make([]Pair, 100)
	for i := range pairs {
		pairs[i] = Pair{Members: 2, Languages: []string{"nl", []string{"tr", "ar"}[i%2]}, Load: i % 3, Lately: float64(i % 7), Open: make([]float64, 60)}
		for j := range pairs[i].Open {
			pairs[i].Open[j] = float64((i*j)%10) / 10
		}
	}
	for b.Loop() {
		Propose(work, pairs, Options{})
	}
}
