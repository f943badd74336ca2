package match

import (
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// four are Ali (mbo, Monday), Noor (hbo, Monday), Sem (mbo, Tuesday) and Eva (hbo, Tuesday, elsewhere).
func four() Input {
	return Input{Limits: pairs.MatchLimits{Stated: 2, Shared: 1}, Weights: DefaultWeights(), Students: []Student{
		{ID: id(1), Name: "Ali", Level: "mbo-3", Parts: 0b011, Sites: []journal.ID{id(90)}},
		{ID: id(2), Name: "Noor", Level: "hbo", Parts: 0b111, Sites: []journal.ID{id(90)}},
		{ID: id(3), Name: "Sem", Level: "mbo-2", Parts: 0b011000, Sites: []journal.ID{id(90)}},
		{ID: id(4), Name: "Eva", Level: "hbo", Parts: 0b011000, Sites: []journal.ID{id(91)}},
	}}
}

// TestClashes: what contradicts is refused with the names of the two things that clash.
func TestClashes(t *testing.T) {
	lock := func(groups ...[]journal.ID) func(*Input) { return func(in *Input) { in.Locks = groups } }
	for _, c := range []struct {
		change func(*Input)
		msg    string
		names  []string
	}{
		{lock([]journal.ID{id(1), id(2)}, []journal.ID{id(2), id(3)}), "match-two-locks", []string{"Noor", "Ali", "Sem"}},
		{func(in *Input) {
			in.Locks, in.Forbid = [][]journal.ID{{id(1), id(2)}}, [][2]journal.ID{{id(2), id(1)}}
		}, "match-lock-forbidden", []string{"Ali", "Noor"}},
		{lock([]journal.ID{id(3), id(2)}), "match-lock-parts", []string{"Sem", "Noor"}},
		{lock([]journal.ID{id(3), id(4)}), "match-lock-site", []string{"Sem", "Eva"}},
		{lock([]journal.ID{id(1), id(3)}), "match-lock-level", []string{"Ali", "Sem", "mbo"}},
		{lock([]journal.ID{id(1), id(1)}), "match-itself", []string{"Ali"}},
		{lock([]journal.ID{id(1)}), "match-lock-size", nil},
		{lock([]journal.ID{id(1), id(77)}), "match-unknown", nil},
		{lock([]journal.ID{id(1), id(2), id(3)}), "match-lock-parts", []string{"Sem"}},
		{func(in *Input) { in.Students[0].Away = true; lock([]journal.ID{id(1), id(2)})(in) }, "match-lock-away", []string{"Ali", "Noor"}},
		{func(in *Input) { in.Students[0].Parts = 1; lock([]journal.ID{id(1), id(2)})(in) }, "match-lock-stated", []string{"Ali", "Noor"}},
		{func(in *Input) { in.Students[0].Level = ""; lock([]journal.ID{id(1), id(2)})(in) }, "match-lock-no-level", []string{"Ali"}},
		{func(in *Input) {
			in.Running = []Running{{Members: []journal.ID{id(2), id(3)}}}
			lock([]journal.ID{id(1), id(2)})(in)
		}, "match-lock-busy", []string{"Noor", "Ali", "Sem"}},
		{func(in *Input) { in.Students[1] = in.Students[0] }, "match-twice", []string{"Ali"}},
		{func(in *Input) { in.Weights[0] = 11 }, "match-weight", nil},
		{func(in *Input) { in.Rematch = &Rematch{Price: -1} }, "match-price", nil},
	} {
		in := four()
		c.change(&in)
		_, err := Propose(t.Context(), in)
		if fault.KindOf(err) != fault.Invalid || !strings.HasPrefix(err.Error(), c.msg+" ") && err.Error() != c.msg {
			t.Errorf("wanted %s, got %v", c.msg, err)
			continue
		}
		for _, name := range c.names {
			if !strings.Contains(err.Error(), name) {
				t.Errorf("%q does not name %s", err, name)
			}
		}
	}
}

// TestWhoIsLeft: each is told the rule in the way, and with whom it would work.
func TestWhoIsLeft(t *testing.T) {
	in := four()
	in.Trios = NoTrio
	got, err := Propose(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Pairs) != 1 || len(got.Left) != 2 {
		t.Fatalf("%+v", got)
	}
	sem, eva := got.Left[0], got.Left[1]
	if sem.Reason != Parts || sem.Relax[0].Rules[0] != Site || sem.Relax[0].With[0] != id(4) || eva.Reason != Site && eva.Reason != Parts {
		t.Errorf("%+v %+v", sem, eva)
	}
	for name, c := range map[string]struct {
		change func(*Input)
		reason Rule
	}{
		"away":   {func(in *Input) { in.Students[2].Away = true }, Active},
		"stated": {func(in *Input) { in.Students[2].Parts = 0b1000 }, Stated},
		"level":  {func(in *Input) { in.Students[2].Level = "" }, Levels},
		"taken":  {func(in *Input) { in.Students[2].Parts = 0b11 }, Taken},
		"forbidden": {func(in *Input) {
			in.Students[3].Sites = nil
			in.Forbid = [][2]journal.ID{{id(3), id(4)}}
			in.Students[1].Parts |= 0b1000
			in.Forbid = append(in.Forbid, [2]journal.ID{id(3), id(2)})
		}, Forbidden},
	} {
		in := four()
		in.Trios = NoTrio
		c.change(&in)
		got, err := Propose(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range got.Left {
			if l.Student == id(3) && l.Reason != c.reason {
				t.Errorf("%s: %+v", name, l)
			}
		}
	}
	in = four()
	in.Students = in.Students[:1]
	if got, err := Propose(t.Context(), in); err != nil || got.Left[0].Reason != Nobody || len(got.Left[0].Relax) != 0 {
		t.Errorf("one student: %+v %v", got, err)
	}
	if got, err := Propose(t.Context(), Input{}); err != nil || len(got.Pairs)+len(got.Left) != 0 {
		t.Errorf("nobody: %+v %v", got, err)
	}
}

// TestTrio: who is left over by an odd number joins the pair where that costs least, and no locked one.
func TestTrio(t *testing.T) {
	in := Input{Limits: pairs.DefaultMatchLimits(), Weights: DefaultWeights(), Students: []Student{
		{ID: id(1), Name: "Ali", Level: "mbo-3", Parts: 7, Themes: []string{"taal"}},
		{ID: id(2), Name: "Noor", Level: "hbo", Parts: 7, Themes: []string{"taal"}, Strong: []string{"a"}},
		{ID: id(3), Name: "Sem", Level: "mbo-2", Parts: 7, Themes: []string{"armoede"}},
		{ID: id(4), Name: "Eva", Level: "hbo", Parts: 7, Themes: []string{"armoede"}},
		{ID: id(5), Name: "Iris", Level: "mbo-4", Parts: 7, Themes: []string{"armoede"}},
	}}
	got, err := Propose(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	trio := got.PairOf(id(4))
	if len(got.Left) != 0 || len(trio.Members) != 3 || trio.Joined.IsZero() {
		t.Fatalf("%+v", got)
	}
	in.Locks = [][]journal.ID{{id(3), id(4)}}
	if got, err = Propose(t.Context(), in); err != nil || len(got.PairOf(id(4)).Members) != 2 || len(got.PairOf(id(2)).Members) != 3 {
		t.Fatalf("%+v %v", got, err)
	}
	in.Locks = [][]journal.ID{{id(3), id(4), id(5)}}
	if got, err = Propose(t.Context(), in); err != nil || len(got.PairOf(id(4)).Members) != 3 || !got.PairOf(id(4)).Locked {
		t.Fatalf("%+v %v", got, err)
	}
	in.Locks, in.Trios = nil, NoTrio
	if got, err = Propose(t.Context(), in); err != nil || len(got.Left) != 1 || got.Left[0].Relax[0].Rules[0] != Trio || len(got.Left[0].Relax[0].With) != 2 {
		t.Fatalf("%+v %v", got, err)
	}
}

// TestRematchLeavesPairsOfTwo: nobody joins a running pair unasked, and it is told that one could.
func TestRematchLeavesPairsOfTwo(t *testing.T) {
	in := Input{Limits: pairs.DefaultMatchLimits(), Weights: DefaultWeights(), Students: []Student{
		{ID: id(1), Name: "Ali", Level: "mbo-3", Parts: 7}, {ID: id(2), Name: "Noor", Level: "hbo", Parts: 7}, {ID: id(3), Name: "Sem", Level: "mbo-2", Parts: 7},
	}}
	in.Running = []Running{{ID: id(70), Members: []journal.ID{id(1), id(2)}, Good: true}}
	in.Rematch = &Rematch{Price: DefaultPrice}
	got, err := Propose(t.Context(), in)
	if err != nil || len(got.Ended) != 0 || len(got.Left) != 1 || got.Left[0].Relax[0].Rules[0] != Trio {
		t.Fatalf("%+v %v", got, err)
	}
	in.Rematch = &Rematch{Open: []journal.ID{id(70)}}
	if got, err = Propose(t.Context(), in); err != nil || len(got.Ended) != 1 || len(got.Left) != 0 {
		t.Fatalf("asked, and free: %+v %v", got, err)
	}
}

// TestRematch: good pairs stay, others only change when that earns its price.
func TestRematch(t *testing.T) {
	in := Input{Limits: pairs.DefaultMatchLimits(), Weights: DefaultWeights(), Trios: NoTrio, Students: []Student{
		{ID: id(1), Name: "Ali", Level: "mbo-3", Parts: 7},
		{ID: id(2), Name: "Noor", Level: "hbo", Parts: 7, Themes: []string{"taal", "werk"}},
		{ID: id(3), Name: "Sem", Level: "mbo-2", Parts: 7, Themes: []string{"taal", "werk"}},
		{ID: id(4), Name: "Eva", Level: "hbo", Parts: 7},
	}}
	in.Running = []Running{{ID: id(70), Members: []journal.ID{id(1), id(2)}, Good: true}, {ID: id(71), Members: []journal.ID{id(3), id(99)}}}
	in.Rematch = &Rematch{Price: 5}
	got, err := Propose(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if p := got.PairOf(id(1)); p.Running != id(70) || got.PairOf(id(3)).Members[1] != id(4) || len(got.Ended) != 1 || got.Ended[0].ID != id(71) {
		t.Fatalf("a good pair was changed: %+v", got)
	}
	in.Rematch.Open = []journal.ID{id(70)}
	if got, err = Propose(t.Context(), in); err != nil || got.PairOf(id(2)).Members[1] != id(3) || len(got.Ended) != 2 {
		t.Fatalf("asked, and cheap: %+v %v", got, err)
	}
	in.Rematch.Price = 500
	if got, err = Propose(t.Context(), in); err != nil || got.PairOf(id(1)).Running != id(70) || len(got.Ended) != 1 {
		t.Fatalf("too dear, and changed: %+v %v", got, err)
	}
	in.Rematch = nil
	if got, err = Propose(t.Context(), in); err != nil || got.PairOf(id(1)) != nil || got.PairOf(id(3)) == nil {
		t.Fatalf("a proposal leaves running pairs alone: %+v %v", got, err)
	}
}

func TestCandidates(t *testing.T) {
	got, err := Candidates(four(), id(1))
	if err != nil || len(got) != 3 || got[0].ID != id(2) || len(got[0].Rules) != 0 || len(got[1].Rules) == 0 {
		t.Errorf("%+v %v", got, err)
	}
	if _, err := Candidates(four(), id(50)); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}
