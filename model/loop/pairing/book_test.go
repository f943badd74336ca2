package pairing

import (
	"fmt"
	"math/rand"
	"reflect"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
)

// begin is a store with a coordinator and some students.
func begin(t *testing.T, n int) (*model.Session, *time.Time) {
	t.Helper()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Now: func() time.Time { return now }, Random: rand.New(rand.NewSource(1))})
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	for i := range n {
		do(t, session, model.AddPerson{Person: model.Person{Name: fmt.Sprintf("Student %d", i), Number: fmt.Sprint(100 + i/2), Roles: []model.Role{model.RoleStudent},
			Site: session.Site(), Level: []string{"mbo-3", "hbo"}[i%2], Study: model.Study{DayParts: 7, School: fmt.Sprint("ROC ", i%2)}}})
	}
	return session, &now
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func do(t *testing.T, session *model.Session, a ...model.Action) model.Receipt {
	t.Helper()
	r, err := session.Do(t.Context(), a...)
	must(t, err)
	return r
}

// TestFromProposalToPairs goes the whole way: propose, keep, take up again, publish, check in, somebody leaves, rematch.
func TestFromProposalToPairs(t *testing.T) {
	session, now := begin(t, 6)
	b, err := Read(t.Context(), session)
	must(t, err)
	c := b.Choice(*now)
	ids, err := b.FindAll([]string{"Student 0", "student 5"})
	must(t, err)
	c.Locks = [][]journal.ID{ids}
	c.Forbid = [][2]journal.ID{{b.Students[2].ID, b.Students[3].ID}}
	first, err := match.Propose(t.Context(), b.Input(c))
	must(t, err)
	if len(first.Pairs) != 3 || !first.PairOf(ids[0]).Locked {
		t.Fatalf("%+v", first)
	}
	kept := do(t, session, pairs.SaveProposal{Proposal: Keep(c, first, "Voorjaar")}).Entity
	list, err := pairs.ReadProposals(t.Context(), session)
	must(t, err)
	again := Kept(list[0])
	again.Before = nil
	if c.Day = c.Day.Truncate(24 * time.Hour); !reflect.DeepEqual(again, c) {
		t.Fatalf("kept %+v\n got %+v", c, again)
	}
	r := do(t, session, Publication(first, kept))
	if len(r.Created) != 3 {
		t.Fatalf("%+v", r)
	}
	*now = now.AddDate(0, 0, 14)
	for _, id := range r.Created {
		do(t, session, pairs.AddCheckIn{Pair: id})
	}
	do(t, session, pairs.EndStudy{Person: ids[0], Outcome: "left"})
	b, err = Read(t.Context(), session)
	must(t, err)
	c = b.Choice(*now)
	c.Rematch = &match.Rematch{Price: match.DefaultPrice}
	next, err := match.Propose(t.Context(), b.Input(c))
	must(t, err)
	if len(next.Pairs) != 2 && len(next.Left) != 0 || len(next.Ended) != 0 && next.PairOf(ids[1]) == nil {
		t.Fatalf("%+v", next)
	}
	for _, pair := range next.Pairs {
		if pair.Running.IsZero() && len(pair.Members) == 2 {
			t.Fatalf("a good pair was changed: %+v", next)
		}
	}
}

// TestAPairThatFailedIsNotTheNext: by the pairs that were really ended.
func TestAPairThatFailedIsNotTheNext(t *testing.T) {
	for reason, again := range map[string]bool{"never-reached": false, "no-fit": false, "done": true, "left": true, "time-out": true, "schedule": true, "other": true} {
		session, now := begin(t, 2)
		propose := func() *match.Proposal {
			b, err := Read(t.Context(), session)
			must(t, err)
			p, err := match.Propose(t.Context(), b.Input(b.Choice(*now)))
			must(t, err)
			return p
		}
		id := do(t, session, Publication(propose(), journal.ID{})).Created[0]
		do(t, session, pairs.EndPair{ID: id, Reason: reason})
		if p := propose(); (len(p.Pairs) == 1) != again || !again && p.Left[0].Reason != match.Failed {
			t.Errorf("ended as %s: %+v", reason, p)
		}
	}
	for mood, failed := range map[pairs.Mood]bool{pairs.MoodBad: true, pairs.MoodGood: false} {
		p := pairs.Pair{Ended: &pairs.PairEnd{Reason: "rematch"}, CheckIns: []pairs.CheckIn{{Mood: mood}}}
		if p.Failed() != failed {
			t.Errorf("paired anew after %s: %v", mood, p.Failed())
		}
	}
}

func TestFind(t *testing.T) {
	session, _ := begin(t, 4)
	b, err := Read(t.Context(), session)
	must(t, err)
	for text, want := range map[string]string{"Student 1": "Student 1", b.Students[2].ID.String(): "Student 2", "student 3": "Student 3"} {
		if p, err := b.Find(text); err != nil || p.Name != want {
			t.Errorf("%q finds %q, %v", text, p.Name, err)
		}
	}
	if _, err := b.Find("101"); fault.KindOf(err) != fault.Conflict {
		t.Errorf("one number at two schools: %v", err)
	}
	if _, err := b.Find("niemand"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("nobody: %v", err)
	}
}

func TestJudged(t *testing.T) {
	s := model.Study{Strong: []string{"w1", "praten"}, Open: []string{"Handelt"}}
	judged(&s, competence.Node{Code: "W1", Title: "Bereidt voor"}, false)
	judged(&s, competence.Node{Title: "Handelt"}, true)
	if fmt.Sprint(s.Strong, s.Open) != "[praten Handelt] [W1]" {
		t.Errorf("%v %v", s.Strong, s.Open)
	}
}

// BenchmarkRead reads the book of a city's students.
func BenchmarkRead(b *testing.B) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Now: func() time.Time { return now }, Random: rand.New(rand.NewSource(1))})
	me, err := model.Found(b.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		b.Fatal(err)
	}
	session, err := model.Enter(b.Context(), s, me)
	if err != nil {
		b.Fatal(err)
	}
	for i := range 400 {
		if _, err := session.DoQuietly(b.Context(), model.AddPerson{Person: model.Person{Name: fmt.Sprint("Student ", i), Roles: []model.Role{model.RoleStudent},
			Site: session.Site(), Level: []string{"mbo-3", "hbo"}[i%2]}}); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := Read(b.Context(), session); err != nil {
			b.Fatal(err)
		}
	}
}
