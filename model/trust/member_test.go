package trust

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// The scopes of these tests.
var (
	people  = journal.Scope{Class: journal.People, Part: journal.Organisation()}
	keys    = journal.Scope{Class: journal.Trust, Part: journal.Organisation()}
	private = journal.Scope{Class: journal.Private, Part: journal.Organisation()}
	class2B = journal.Scope{Class: journal.Learning, Part: journal.ID{1: 2}}
	class3C = journal.Scope{Class: journal.Learning, Part: journal.ID{1: 3}}
	south   = journal.Scope{Class: journal.Desk, Part: journal.ID{1: 4}}
)

type lasts = map[journal.Scope]uint64

// The entries about the replica, or the invitation, with the key of a number.
func invitedAt(moment, by, n int, scopes ...journal.Scope) Entry {
	return at(moment, by, ItemInvitation, fieldPublic.Is(bytesOf(public(n))), fieldRecipient.Is(journal.Text("age1x")), fieldLabel.Is(journal.Text("laptop")),
		fieldScopes.Is(scopesValue(scopes)))
}

func admittedAt(moment, by, n, invitation int, tag string, scopes ...journal.Scope) Entry {
	return at(moment, by, ItemReplica, fieldPublic.Is(bytesOf(public(n))), fieldTag.Is(journal.Text(tag)), fieldPerson.Is(journal.Ref(journal.ID{9})),
		fieldScopes.Is(scopesValue(scopes)), fieldInvitation.Is(journal.Ref(EntityOf(public(invitation)))))
}

func scopesAt(moment, by, n int, last lasts, scopes ...journal.Scope) Entry {
	return at(moment, by, ItemScopes, fieldPublic.Is(bytesOf(public(n))), fieldScopes.Is(scopesValue(scopes)), fieldLast.Is(lastValue(last)))
}

func revokedAt(moment, by, n int, last lasts) Entry {
	return at(moment, by, ItemRevoked, fieldPublic.Is(bytesOf(public(n))), fieldLast.Is(lastValue(last)))
}

func takenInAt(moment, by, n int, last lasts) Entry {
	return at(moment, by, ItemTakenIn, fieldPublic.Is(bytesOf(public(n))), fieldLast.Is(lastValue(last)))
}

// someMember draws an entry about one of three laptops or two invitations.
func someMember(t *rapid.T, moment, by int) Entry {
	n := rapid.IntRange(10, 12).Draw(t, "laptop")
	scopes := rapid.SliceOfN(rapid.SampledFrom([]journal.Scope{people, class2B, class3C, south}), 0, 3).Draw(t, "scopes")
	last := rapid.MapOfN(rapid.SampledFrom([]journal.Scope{people, class2B, class3C, south, private}), rapid.Uint64Range(0, 9), 0, 3).Draw(t, "last")
	switch rapid.IntRange(0, 5).Draw(t, "what") {
	case 0:
		return invitedAt(moment, by, rapid.IntRange(20, 21).Draw(t, "invitation"), scopes...)
	case 1:
		return admittedAt(moment, by, n, rapid.IntRange(20, 21).Draw(t, "invitation"), rapid.SampledFrom([]string{"K7", "P2"}).Draw(t, "tag"), scopes...)
	case 2:
		return scopesAt(moment, by, n, last, scopes...)
	case 3:
		return revokedAt(moment, by, rapid.SampledFrom([]int{n, 20}).Draw(t, "whom"), last)
	case 4:
		return at(moment, by, rapid.SampledFrom([]journal.ItemKind{ItemReplica, ItemScopes, ItemRevoked}).Draw(t, "newer"))
	}
	return takenInAt(moment, by, n, last)
}

// out is a laptop that replica 1 invited and admitted, with all of these scopes.
func out(more ...Entry) (s State, laptop journal.Replica) {
	s, _ = Judge(slices.Concat(founded(), []Entry{invitedAt(4, 1, 20, people, class2B), admittedAt(5, 1, 10, 20, "K7", keys, people, class2B)}, more))
	return s, ReplicaOf(public(10))
}

func TestWhatCounts(t *testing.T) {
	type at struct {
		scope journal.Scope
		seq   uint64
	}
	last := lasts{people: 4, class2B: 7}
	for name, c := range map[string]struct {
		more []Entry
		want map[at]Reason
	}{
		"admitted": {nil, map[at]Reason{{people, 1}: "", {class2B, 9}: "", {class3C, 1}: NoScope, {south, 1}: NoScope, {keys, 1}: NoScope, {private, 1}: ""}},
		"another class": {[]Entry{scopesAt(6, 1, 10, last, keys, people, class3C)},
			map[at]Reason{{class2B, 7}: "", {class2B, 8}: ScopeEnded, {people, 9}: "", {class3C, 1}: ""}},
		"nothing of what ends was here": {[]Entry{scopesAt(6, 1, 10, nil, people)}, map[at]Reason{{class2B, 1}: ScopeEnded}},
		"given back":                    {[]Entry{scopesAt(6, 1, 10, last, people), scopesAt(7, 1, 10, nil, people, class2B)}, map[at]Reason{{class2B, 8}: ""}},
		"revoked":                       {[]Entry{revokedAt(6, 1, 10, last)}, map[at]Reason{{people, 4}: "", {people, 5}: WasRevoked, {class2B, 7}: "", {class2B, 8}: WasRevoked, {private, 1}: WasRevoked, {class3C, 1}: WasRevoked}},
		"revoked after a scope ended": {[]Entry{scopesAt(6, 1, 10, lasts{class2B: 2}, people), revokedAt(7, 1, 10, last)},
			map[at]Reason{{class2B, 2}: "", {class2B, 3}: ScopeEnded, {people, 5}: WasRevoked}},
		"revoked twice":                  {[]Entry{revokedAt(6, 1, 10, last), revokedAt(7, 1, 10, lasts{people: 9})}, map[at]Reason{{people, 5}: WasRevoked}},
		"a revoked one gets no scopes":   {[]Entry{revokedAt(6, 1, 10, last), scopesAt(7, 1, 10, nil, class3C, people)}, map[at]Reason{{people, 5}: WasRevoked, {class3C, 1}: WasRevoked}},
		"nor by being admitted again":    {[]Entry{revokedAt(6, 1, 10, last), admittedAt(7, 1, 10, 20, "K7", people, south)}, map[at]Reason{{people, 5}: WasRevoked, {south, 1}: WasRevoked}},
		"taken in":                       {[]Entry{revokedAt(6, 1, 10, last), takenInAt(7, 1, 10, lasts{people: 6})}, map[at]Reason{{people, 6}: "", {people, 7}: WasRevoked, {class2B, 8}: WasRevoked}},
		"taken in before it was revoked": {[]Entry{takenInAt(6, 1, 10, lasts{people: 6}), revokedAt(7, 1, 10, last)}, map[at]Reason{{people, 6}: "", {people, 7}: WasRevoked}},
		"taken in twice, the less last":  {[]Entry{revokedAt(6, 1, 10, last), takenInAt(7, 1, 10, lasts{people: 6}), takenInAt(8, 1, 10, lasts{people: 5})}, map[at]Reason{{people, 6}: ""}},
		"of a laptop's own word":         {[]Entry{scopesAt(6, 10, 10, nil, people, south), takenInAt(7, 10, 10, lasts{class3C: 9})}, map[at]Reason{{south, 1}: NoScope, {class3C, 1}: NoScope}},
		"the desk adds to what students learn": {[]Entry{scopesAt(6, 1, 10, nil, people, south)},
			map[at]Reason{{class3C, 5}: "", {class2B, 1}: ScopeEnded, {keys, 1}: NoScope}},
		"until it leaves the desk": {[]Entry{scopesAt(6, 1, 10, nil, people, south), scopesAt(7, 1, 10, lasts{class3C: 5}, people)},
			map[at]Reason{{class3C, 5}: "", {class3C, 6}: ScopeEnded}},
		"and comes back": {[]Entry{scopesAt(6, 1, 10, nil, people, south), scopesAt(7, 1, 10, lasts{class3C: 5}, people), scopesAt(8, 1, 10, nil, people, south)},
			map[at]Reason{{class3C, 6}: ""}},
		"revoked at the desk": {[]Entry{scopesAt(6, 1, 10, nil, people, south), revokedAt(7, 1, 10, lasts{class3C: 5, south: 1})},
			map[at]Reason{{class3C, 5}: "", {class3C, 6}: WasRevoked, {south, 2}: WasRevoked}},
		"and once more": {[]Entry{scopesAt(6, 1, 10, nil, people, south), revokedAt(7, 1, 10, nil), revokedAt(8, 1, 10, lasts{class3C: 5})},
			map[at]Reason{{class3C, 1}: WasRevoked}},
		"the centre follows": {[]Entry{centreAt(6, 2, root, root, 2, 2), revokedAt(7, 2, 10, last)}, map[at]Reason{{people, 5}: WasRevoked}},
	} {
		s, laptop := out(c.more...)
		for at, want := range c.want {
			if got := s.Counts(journal.Stream{Replica: laptop, Scope: at.scope}, at.seq); got != want {
				t.Errorf("%s: %v %d: %q, want %q", name, at.scope.Class, at.seq, got, want)
			}
		}
	}
	s, _ := out(centreAt(6, 2, root, root, 2, 2))
	for n, want := range map[int]Reason{1: "", 2: "", 11: UnknownKey, 20: UnknownKey} {
		if got := s.Counts(journal.Stream{Replica: ReplicaOf(public(n)), Scope: keys}, 1); got != want {
			t.Errorf("the stream of %d: %q, want %q", n, got, want)
		}
	}
}

// TestWhatACopyKeeps: the centre and a store without one keep all scopes, a laptop those it was admitted to, and one that has not heard of that
// those its person was invited for.
func TestWhatACopyKeeps(t *testing.T) {
	s, laptop := out()
	fresh, _ := Judge(slices.Concat(founded(), []Entry{invitedAt(4, 1, 20, people, class2B)}))
	inv, _ := fresh.Invitation(EntityOf(public(20)))
	for name, c := range map[string]struct {
		s      State
		r      journal.Replica
		person journal.ID
		want   []journal.Scope
	}{
		"the centre":                {s, ReplicaOf(public(1)), inv.Person, []journal.Scope{class2B, class3C}},
		"no centre":                 {State{}, ReplicaOf(public(1)), inv.Person, []journal.Scope{class2B, class3C}},
		"admitted":                  {s, laptop, inv.Person, []journal.Scope{class2B}},
		"not heard of it yet":       {fresh, laptop, inv.Person, []journal.Scope{class2B}},
		"a copy of somebody else's": {fresh, laptop, journal.ID{77}, []journal.Scope{class2B, class3C}},
	} {
		var got []journal.Scope
		for _, scope := range []journal.Scope{class2B, class3C} {
			if c.s.Keeps(c.r, c.person, scope) {
				got = append(got, scope)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: keeps %v, want %v", name, got, c.want)
		}
	}
}

// TestWhoMayHold: what a laptop holds follows its scopes at once, and who was revoked hears of that and of nothing else.
func TestWhoMayHold(t *testing.T) {
	held := func(s State, r journal.Replica) (out []journal.Scope) {
		for _, scope := range []journal.Scope{people, private, keys, class2B, class3C, south} {
			if s.MayHold(r, scope) {
				out = append(out, scope)
			}
			if s.MayWrite(r, scope) != (s.Counts(journal.Stream{Replica: r, Scope: scope}, 1<<40) == "") && (s.CentreIs(r) || r == ReplicaOf(public(10))) {
				t.Errorf("%v may be written: %v", scope.Class, s.MayWrite(r, scope))
			}
		}
		return out
	}
	for name, c := range map[string]struct {
		more []Entry
		want []journal.Scope
	}{
		"admitted":      {nil, []journal.Scope{people, keys, class2B}},
		"another class": {[]Entry{scopesAt(6, 1, 10, nil, people, class3C)}, []journal.Scope{people, keys, class3C}},
		"revoked":       {[]Entry{revokedAt(6, 1, 10, nil)}, []journal.Scope{keys}},
	} {
		s, laptop := out(c.more...)
		if got := held(s, laptop); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		if got := held(s, ReplicaOf(public(11))); got != nil {
			t.Errorf("a stranger may hold %v", got)
		}
		if got := held(s, ReplicaOf(public(1))); len(got) != 6 {
			t.Errorf("the centre may hold %v", got)
		}
	}
	s, _ := out(centreAt(6, 2, root, root, 2, 2))
	if got := held(s, ReplicaOf(public(1))); got != nil {
		t.Errorf("who was the centre before may hold %v", got)
	}
	if _, was := s.WasCentre(ReplicaOf(public(1))); !was {
		t.Error("who was the centre is forgotten")
	}
	if s, _ := Judge([]Entry{admittedAt(1, 1, 10, 20, "K7", people)}); len(s.Replicas()) > 0 {
		t.Error("without a root key somebody is admitted")
	}
}

func TestInvitations(t *testing.T) {
	s, laptop := out()
	inv, ok := s.Invitation(EntityOf(public(20)))
	if !ok || inv.Label != "laptop" || !slices.Equal(inv.Scopes, []journal.Scope{people, class2B}) || !slices.Equal(inv.Used, []journal.Replica{laptop}) {
		t.Errorf("%+v", inv)
	}
	other := ReplicaOf(public(11))
	if a, b := s.Admits(inv.ID, laptop), s.Admits(inv.ID, other); a != "" || b != SecondUse {
		t.Errorf("the same again %q, another %q", a, b)
	}
	both, _ := out(admittedAt(6, 1, 11, 20, "P2", people))
	if inv, _ := both.Invitation(inv.ID); len(inv.Used) != 2 || both.Admits(inv.ID, other) != "" {
		t.Errorf("both: %+v", inv)
	}
	open, _ := Judge(append(founded(), invitedAt(4, 1, 20, people)))
	if got := open.Admits(inv.ID, laptop); got != "" {
		t.Errorf("the first: %q", got)
	}
	back, _ := Judge(append(founded(), invitedAt(4, 1, 20, people), revokedAt(5, 1, 20, nil)))
	if got := back.Admits(inv.ID, laptop); got != WasRevoked {
		t.Errorf("one that was taken back: %q", got)
	}
	if got := s.Admits(journal.ID{1}, laptop); got != UnknownKey {
		t.Errorf("one that nobody made: %q", got)
	}
}

func TestTags(t *testing.T) {
	s, first := out(admittedAt(6, 1, 11, 20, "K7", people), admittedAt(7, 1, 10, 20, "P2", people))
	second, third := ReplicaOf(public(11)), ReplicaOf(public(12))
	for _, c := range []struct {
		mine journal.Replica
		tag  string
		want bool
	}{{first, "K7", false}, {second, "K7", true}, {third, "K7", true}, {second, "P2", true}, {third, "X3", false}, {first, "P2", false}} {
		if got := s.TagTaken(c.mine, c.tag); got != c.want {
			t.Errorf("%s of %s is taken: %v", c.tag, c.mine, got)
		}
	}
	if r, _ := s.Replica(first); r.Tag != "P2" {
		t.Errorf("it has %s", r.Tag)
	}
}

// TestWhatACentreSaysIsForged: an entry about another key than it lies with counts nowhere.
func TestWhatACentreSaysIsForged(t *testing.T) {
	e := admittedAt(6, 1, 11, 20, "P2", people)
	e.About[15]++
	short := at(7, 1, ItemReplica, fieldPublic.Is(journal.Bytes("short")))
	s, findings := Judge(append(founded(), e, short))
	if len(s.Replicas()) > 0 || len(findings) != 2 || findings[0].Reason != Malformed {
		t.Errorf("%v, %v", s.Replicas(), findings)
	}
}

// TestOnlyTheCentreInvites: whatever others write, nobody is admitted, gets scopes or is revoked by it; and it is refused where
// it comes in, also when it bears a moment of long ago.
func TestOnlyTheCentreInvites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := append(founded(), invitedAt(20, 1, 20, people), admittedAt(21, 1, 10, 20, "K7", people, class2B))
		was, _ := Judge(entries)
		e := someMember(t, rapid.SampledFrom([]int{1, 15, 40}).Draw(t, "moment"), rapid.SampledFrom([]int{3, 10, 11}).Draw(t, "by"))
		e.Stamp.Seq = 77
		now := append(slices.Clone(entries), e)
		is, _ := Judge(now)
		if a, b := fmt.Sprint(was.Replicas(), was.Invitations()), fmt.Sprint(is.Replicas(), is.Invitations()); a != b {
			t.Fatalf("%s became %s", a, b)
		}
		if err := Compare(entries, now); fault.KindOf(err) != fault.Refused && (len(e.Fields) > 0 || e.Stamp.Replica == ReplicaOf(public(10))) {
			t.Fatalf("taken in: %v", err)
		}
	})
}

// TestErasuresOfLaptops: only the centre puts somebody on the erase list; before there was one, whoever wrote there did.
func TestErasuresOfLaptops(t *testing.T) {
	entries := append(founded(), invitedAt(20, 1, 20, people), admittedAt(21, 1, 10, 20, "K7", people))
	erased := func(moment, by int) error {
		e := at(moment, by, journal.ItemErase)
		return Compare(entries, append(slices.Clone(entries), e))
	}
	for _, c := range []struct {
		moment, by int
		ok         bool
	}{{30, 1, true}, {0, 5, true}, {30, 5, false}, {30, 10, false}, {0, 10, false}} {
		if err := erased(c.moment, c.by); (err == nil) != c.ok || err != nil && fault.KindOf(err) != fault.Refused {
			t.Errorf("by %d at %d: %v", c.by, c.moment, err)
		}
	}
}

// TestLimitsOnlyTighten: once a laptop is revoked, nothing but a decision to take in lets more of what it writes count.
func TestLimitsOnlyTighten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var before []Entry
		for moment := range rapid.IntRange(0, 4).Draw(t, "before") {
			before = append(before, someMember(t, 6+moment, 1))
		}
		before = append(before, revokedAt(20, 1, 10, lasts{people: 3}))
		after := slices.Clone(before)
		for moment := range rapid.IntRange(1, 4).Draw(t, "after") {
			if e := someMember(t, 21+moment, 1); e.Item != ItemTakenIn {
				after = append(after, e)
			}
		}
		was, laptop := out(before...)
		is, _ := out(after...)
		for _, scope := range []journal.Scope{people, private, class2B, class3C, south} {
			for seq := range uint64(12) {
				stream := journal.Stream{Replica: laptop, Scope: scope}
				if a, b := was.Counts(stream, seq+1), is.Counts(stream, seq+1); a != "" && b == "" {
					t.Fatalf("%v %d did not count (%s), and does", scope.Class, seq+1, a)
				}
			}
			if scope.Class != journal.Trust && is.MayHold(laptop, scope) {
				t.Fatalf("it may hold %v", scope.Class)
			}
		}
		if r, _ := is.Replica(laptop); !r.Revoked || len(r.Scopes) > 0 {
			t.Fatalf("it is no longer revoked: %v", r.Scopes)
		}
	})
}

// TestScopesOnDisk: what is written is read, in one order.
func TestScopesOnDisk(t *testing.T) {
	e := scopesAt(1, 1, 10, lasts{people: 1, class2B: 1 << 40}, south, people, south)
	if got := e.scopes(); !slices.Equal(got, []journal.Scope{south, people}) {
		t.Errorf("scopes %v", got)
	}
	if got := e.last(); !maps.Equal(got, lasts{people: 1, class2B: 1 << 40}) {
		t.Errorf("last %v", got)
	}
	if scopesValue([]journal.Scope{people, south}).Equal(scopesValue([]journal.Scope{south, people})) == false {
		t.Error("the order of scopes is kept")
	}
	odd := at(1, 1, ItemScopes, fieldScopes.Is(journal.List(journal.Bytes("short"))), fieldLast.Is(journal.List(journal.Bytes("short"))))
	if len(odd.scopes())+len(odd.last()) > 0 {
		t.Error("what is no scope is read as one")
	}
}
