package match

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

func propose(t *testing.T, in Input) *Proposal {
	t.Helper()
	p, err := Propose(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func few(levels ...string) Input {
	in := Input{Limits: pairs.DefaultMatchLimits(), Weights: DefaultWeights()}
	for i, l := range levels {
		in.Students = append(in.Students, Student{ID: id(i + 1), Name: fmt.Sprint("S", i+1), Level: l, Parts: 7, Languages: []string{"nl"}})
	}
	return in
}

// TestAFailedPairIsNotProposedAgain: a pair that did not work out is none, unless there is nobody else and somebody decides so; it says so
// and what it would give. One that ended for another reason may be a pair again.
func TestAFailedPairIsNotProposedAgain(t *testing.T) {
	in := few("mbo-3", "hbo")
	in.Past = []Past{{Members: []journal.ID{id(1), id(2)}, Days: 40, Failed: true}}
	p := propose(t, in)
	if len(p.Pairs) != 0 || len(p.Left) != 2 || p.Without() != 2 {
		t.Fatalf("%+v", p)
	}
	for _, l := range p.Left {
		if l.Reason != Failed || len(l.Relax) != 1 || !slices.Equal(l.Relax[0].Rules, []Rule{Failed}) || l.Relax[0].Score <= 0 {
			t.Errorf("%+v", l)
		}
	}
	locked := in
	locked.Locks = [][]journal.ID{{id(1), id(2)}}
	if p := propose(t, locked); len(p.Pairs) != 1 || p.Pairs[0].Score != in2score(t, in) {
		t.Errorf("somebody may decide otherwise: %+v", p)
	}
	in.Past[0].Failed = false
	if p := propose(t, in); len(p.Pairs) != 1 {
		t.Errorf("%+v", p)
	}
	// three: who failed together is in no trio either
	in = few("mbo-3", "hbo", "hbo")
	in.Past = []Past{{Members: []journal.ID{id(1), id(2)}, Failed: true}}
	if p := propose(t, in); len(p.Pairs) != 1 || len(p.Pairs[0].Members) != 2 || p.Left[0].Student != id(2) {
		t.Errorf("%+v", p)
	}
}

func in2score(t *testing.T, in Input) int {
	t.Helper()
	in.Allow = [][2]journal.ID{{id(1), id(2)}}
	return propose(t, in).Pairs[0].Score
}

// TestAWishThatNobodyHasIsNotFulfilled: it gives no points, and a pair without wishes can have all of the score without it; who has none counts neither
// for nor against anybody.
func TestAWishThatNobodyHasIsNotFulfilled(t *testing.T) {
	perfect := func(in Input) Input {
		for i := range in.Students {
			s := &in.Students[i]
			s.Parts, s.Languages, s.Themes, s.Waiting = 31, []string{"nl", "tr"}, []string{"a", "b", "c"}, longWait
			s.Strong, s.Open = []string{fmt.Sprint("x", i), fmt.Sprint("y", i)}, []string{fmt.Sprint("x", 1-i), fmt.Sprint("y", 1-i)}
		}
		return in
	}
	none := perfect(few("mbo-3", "hbo"))
	p := propose(t, none).Pairs[0]
	if p.Points[atWishes] != 0 || p.Shares[atWishes] != 0 || p.Score != Perfect || p.Shares.Sum() != Perfect {
		t.Errorf("nobody wishes: %+v", p)
	}
	for _, r := range Reasons(none, &p) {
		if r.Rule == Wishes {
			t.Errorf("a reason for a wish that nobody has: %+v", r)
		}
	}
	one := perfect(few("mbo-3", "hbo"))
	one.Students[0].Wishes = []string{"hbo"}
	met := propose(t, one).Pairs[0]
	if met.Score != Perfect || met.Points[atWishes] == 0 || met.Points[atWishes] >= DefaultWeights().Shares()[atWishes] {
		t.Errorf("one wishes, and gets it: %+v", met)
	}
	one.Students[0].Wishes = []string{"fietsen"}
	unmet := propose(t, one).Pairs[0]
	if unmet.Points[atWishes] != 0 || unmet.Score >= met.Score {
		t.Errorf("one wishes in vain: %+v", unmet)
	}
	// who has no wishes does not come before who has some that nobody meets by having none; a wish that is met decides
	three := few("mbo-3", "hbo", "hbo")
	three.Trios = NoTrio
	three.Students[2].Wishes = []string{"mbo"}
	if p := propose(t, three); !slices.Contains(p.Pairs[0].Members, id(3)) && p.Pairs[0].Score < Perfect {
		three.Students[2].Wishes = nil
		if q := propose(t, three); q.Pairs[0].Score > p.Pairs[0].Score {
			t.Errorf("%+v %+v", p, q)
		}
	}
}

// TestAReasonIsOneFact: what each gives the other, wished and waited has points of its own, and all of them are the score.
func TestAReasonIsOneFact(t *testing.T) {
	in := few("mbo-2", "hbo")
	a, b := &in.Students[0], &in.Students[1]
	a.Strong, a.Open, a.Wishes, a.Waiting = []string{"W2", "W3"}, []string{"W1"}, []string{"hbo"}, 30
	b.Strong, b.Open, b.Wishes, b.Waiting = []string{"W1"}, []string{"C1", "C3"}, []string{"mbo", "nl"}, 60
	a.Covers = []Cover{{"W2", "C1"}, {"W3", "C3"}}
	p := propose(t, in).Pairs[0]
	sum, said := 0, ""
	for _, r := range Reasons(in, &p) {
		sum += r.Points
		if r.Rule == Competences || r.Rule == Wishes || r.Rule == Waiting {
			said += fmt.Sprint(r.Rule, " ", r.From[15], r.To[15])
			for _, g := range r.What {
				said += " " + g.What + "/" + g.As
			}
			said += fmt.Sprintln("", r.Points > 0)
		}
	}
	want := "competences 1 2 W2/C1 W3/C3 true\ncompetences 2 1 W1/ true\nwishes 2 1 mbo/ nl/ true\nwishes 1 2 hbo/ true\nwaiting 1 0 true\nwaiting 2 0 true\n"
	if said != want || sum != p.Score {
		t.Errorf("%s\nwant\n%s\n%d of %d", said, want, sum, p.Score)
	}
}

// TestReasonsAddUp for whatever pairs and trios there are.
func TestReasonsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := input(t, 12)
		in.Trios = AllTrios
		p, err := Propose(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.Pairs {
			sum := 0
			for _, r := range Reasons(in, &p.Pairs[i]) {
				sum += r.Points
			}
			if pair := &p.Pairs[i]; sum != pair.Score || pair.Shares.Sum() > Perfect {
				t.Fatalf("%d, %+v", sum, pair)
			}
			for w := range p.Pairs[i].Points {
				if p.Pairs[i].Points[w] > p.Pairs[i].Shares[w] {
					t.Fatalf("more than there is: %+v", p.Pairs[i])
				}
			}
		}
	})
}

// TestATrioIsPromisedOnce: no pair is promised to two who are left, nobody is promised twice, and three who are left are told the same three.
func TestATrioIsPromisedOnce(t *testing.T) {
	check := func(t interface{ Fatalf(string, ...any) }, p *Proposal) (trios int) {
		in := map[journal.ID]string{}
		for _, l := range p.Left {
			for _, r := range l.Relax {
				if r.Rules[0] != Trio {
					continue
				}
				trios++
				members := append(slices.Clone(r.With), l.Student)
				sortIDs(members)
				for _, m := range members {
					if was := in[m]; was != "" && was != fmt.Sprint(members) {
						t.Fatalf("%v is promised in %s and in %v", m, was, members)
					}
					in[m] = fmt.Sprint(members)
				}
			}
		}
		return trios
	}
	in := few("mbo-2", "hbo", "mbo-2", "mbo-2", "mbo-2")
	in.Trios = NoTrio
	p := propose(t, in)
	if n := check(t, p); len(p.Left) != 3 || n != 1 {
		t.Errorf("three are left beside one pair: %d trios, %+v", n, p.Left)
	}
	in = few("mbo-2", "mbo-2", "mbo-2")
	p = propose(t, in)
	if n := check(t, p); len(p.Left) != 3 || n != 3 || p.Without() != 3 {
		t.Errorf("three are left: %d trios, %+v", n, p.Left)
	}
	if p := propose(t, few("mbo-2", "mbo-2", "mbo-2", "mbo-2", "mbo-2")); check(t, p) != 3 {
		t.Errorf("five are left: %+v", p.Left)
	}
	rapid.Check(t, func(t *rapid.T) {
		in := input(t, 12)
		in.Trios = rapid.SampledFrom([]Trios{NoTrio, OneTrio, AllTrios}).Draw(t, "trios")
		p, err := Propose(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		check(t, p)
		told := map[journal.ID]int{}
		for _, l := range p.Left {
			for _, r := range l.Relax {
				if r.Rules[0] != Trio {
					told[r.With[0]]++
				}
			}
		}
		for _, l := range p.Left {
			for _, r := range l.Relax {
				if r.Rules[0] != Trio && r.Also != told[r.With[0]]-1 {
					t.Fatalf("%+v", l)
				}
			}
		}
	})
}

// TestWhoBeginsLaterIsInNoTimeOut: they are two reasons.
func TestWhoBeginsLaterIsInNoTimeOut(t *testing.T) {
	in := few("mbo-3", "hbo")
	in.Students[0].Away = true
	in.Students[1].Away, in.Students[1].NotBegun = true, true
	p := propose(t, in)
	if p.Left[0].Reason != Active || p.Left[1].Reason != NotBegun || p.Without() != 0 {
		t.Errorf("%+v", p.Left)
	}
}
