package together_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/fault"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/partner"
	"leerbalie/model/rooms"
	"leerbalie/model/together"
	"leerbalie/model/trust"
)

// house is a few copies of one store and who is in it.
type house struct {
	stores                       []*memory.Store
	boss, pro, owner, guest, ali journal.ID
	board                        journal.ID
}

func open(t testing.TB, replicas int) *house {
	t.Helper()
	h := &house{}
	for i := range replicas {
		clock := time.Date(2026, 3, 2, 9+3*i, 0, 0, 0, time.UTC)
		h.stores = append(h.stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
			Now: func() time.Time { clock = clock.Add(time.Second); return clock }}))
	}
	var err error
	if h.boss, err = model.Found(t.Context(), h.stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"}); err != nil {
		t.Fatal(err)
	}
	s := h.as(t, 0, h.boss)
	person := func(name string, role model.Role) journal.ID {
		return h.do(t, s, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site()}})
	}
	h.pro, h.owner, h.guest, h.ali = person("Pro", model.RoleDesk), person("Olga", model.RoleTeacher), person("Gijs", model.RoleGuest), person("Ali", model.RoleStudent)
	h.board = person("Scherm", model.RoleBoard)
	h.meet(t)
	return h
}

func (h *house) as(t testing.TB, i int, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(t.Context(), h.stores[i], who)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (h *house) do(t testing.TB, s *model.Session, a model.Action) journal.ID {
	t.Helper()
	r, err := s.Do(t.Context(), a)
	if err != nil {
		t.Fatalf("%s: %v", a.Name(), err)
	}
	return r.Entity
}

// meet lets all hold what any holds.
func (h *house) meet(t testing.TB) {
	t.Helper()
	for range 2 {
		for i := range h.stores {
			if err := h.stores[(i+1)%len(h.stores)].Receive(h.stores[i].Journal()); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func refused(t testing.TB, s *model.Session, a model.Action, code string) {
	t.Helper()
	_, err := s.Do(t.Context(), a)
	if fault.KindOf(err) != fault.Refused || !strings.Contains(fmt.Sprint(err), code) {
		t.Errorf("%s: %v, want %s", a.Name(), err, code)
	}
}

// TestWhoAddsAndAlters: every member adds; who added or owns something alters it, as coordinators do; it stays whose it is.
func TestWhoAddsAndAlters(t *testing.T) {
	h := open(t, 1)
	for _, who := range []journal.ID{h.boss, h.pro, h.owner, h.guest, h.ali} {
		id := h.do(t, h.as(t, 0, who), goal.Add{Goal: goal.Goal{Title: "Taal", Owner: who, Base: together.Base{AddedBy: h.boss}}})
		if g, err := goal.One(t.Context(), h.as(t, 0, who), id); err != nil || g.AddedBy != who {
			t.Errorf("%v %+v", err, g)
		}
	}
	g := goal.Goal{Title: "Lezen", Owner: h.owner}
	g.ID = h.do(t, h.as(t, 0, h.ali), goal.Add{Goal: g})
	for n, who := range []journal.ID{h.ali, h.owner, h.boss} {
		s := h.as(t, 0, who)
		is, err := goal.One(t.Context(), s, g.ID)
		if err != nil {
			t.Fatal(err)
		}
		is.Why, is.AddedBy = fmt.Sprint("reden ", n), who
		h.do(t, s, goal.Edit{Goal: is})
		if now, _ := goal.One(t.Context(), s, g.ID); now.Why != is.Why || now.AddedBy != h.ali {
			t.Errorf("%+v", now)
		}
	}
	for _, who := range []journal.ID{h.pro, h.guest} {
		s := h.as(t, 0, who)
		is, err := goal.One(t.Context(), s, g.ID)
		if err != nil {
			t.Fatal(err)
		}
		is.Why = "anders"
		refused(t, s, goal.Edit{Goal: is}, "goal-not-yours")
		refused(t, s, goal.Archive{ID: g.ID}, "goal-not-yours")
	}
	h.do(t, h.as(t, 0, h.owner), goal.Archive{ID: g.ID})
	if _, err := goal.One(t.Context(), h.as(t, 0, h.ali), g.ID); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
	if all, err := goal.All(t.Context(), h.as(t, 0, h.ali)); err != nil || len(all) != 5 {
		t.Error(len(all), err)
	}
}

// TestHiddenStays: what the program keeps for itself is not altered by a form.
func TestHiddenStays(t *testing.T) {
	h := open(t, 1)
	s := h.as(t, 0, h.boss)
	id := h.do(t, s, partner.Add{Partner: partner.Partner{Name: "Schuur", SourceID: "a1"}})
	h.do(t, s, partner.Edit{Partner: partner.Partner{Base: together.Base{ID: id}, Name: "De Schuur"}})
	if p, err := partner.One(t.Context(), s, id); err != nil || p.SourceID != "a1" || p.Name != "De Schuur" {
		t.Errorf("%v %+v", err, p)
	}
	for _, f := range partner.FilledIn(partner.KindPartner) {
		if f.On == partner.PartnerSourceID || f.On == together.FieldAddedBy {
			t.Errorf("people fill in %s", f.Name)
		}
	}
}

// TestAFormReplacesWhatItSaw: an edit of who saw another reading leaves what somebody else wrote since.
func TestAFormReplacesWhatItSaw(t *testing.T) {
	h := open(t, 2)
	s, there := h.as(t, 0, h.boss), h.as(t, 1, h.owner)
	id := h.do(t, s, goal.Add{Goal: goal.Goal{Title: "Taal", Owner: h.owner}})
	h.meet(t)
	was, err := goal.One(t.Context(), s, id)
	if err != nil {
		t.Fatal(err)
	}
	now := was
	now.Why = "van Olga"
	h.do(t, there, goal.Edit{Goal: now})
	h.meet(t)
	mine := goal.Goal{Base: together.Base{ID: id}, Title: "Taal voor allen", Owner: h.owner, State: goal.Open, Why: "van Sam"}
	h.do(t, s, goal.Edit{Goal: mine.AsSeenIn(was)})
	all, err := conflict.ReadOf(t.Context(), s, goal.KindGoal, id)
	if err != nil || len(all) != 1 || all[0].Field != "goal-why" || len(all[0].Values) != 2 {
		t.Errorf("%v %+v", err, all)
	}
}

// TestSettled: a field that was written apart is named in words and settled by who may alter the thing, and by nobody else.
func TestSettled(t *testing.T) {
	h := open(t, 2)
	id := h.do(t, h.as(t, 0, h.ali), goal.Add{Goal: goal.Goal{Title: "Taal", Owner: h.owner, Phase: "begin"}})
	for n, who := range []journal.ID{h.ali, h.owner, h.boss} {
		h.meet(t)
		for i, by := range []journal.ID{h.boss, h.owner} {
			s := h.as(t, i, by)
			g, err := goal.One(t.Context(), s, id)
			if err != nil {
				t.Fatal(err)
			}
			g.Phase = fmt.Sprint("fase ", n, i)
			h.do(t, s, goal.Edit{Goal: g})
		}
		h.meet(t)
		for _, other := range []journal.ID{h.pro, h.guest} {
			s := h.as(t, 0, other)
			all, err := conflict.Read(t.Context(), s)
			if err != nil || len(all) != 1 || all[0].Settle {
				t.Fatalf("%v %+v", err, all)
			}
			refused(t, s, conflict.Settle{Kind: goal.KindGoal, Entity: id, ID: all[0].ID, Take: all[0].Values[0].Stamp}, "not-to-settle")
		}
		s := h.as(t, n%2, who)
		all, err := conflict.Read(t.Context(), s)
		if err != nil || len(all) != 1 || !all[0].Settle || all[0].Title != "Taal" || all[0].Field != "goal-phase" || all[0].Sort != "goal" {
			t.Fatalf("%v %+v", err, all)
		}
		h.do(t, s, conflict.Settle{Kind: goal.KindGoal, Entity: id, ID: all[0].ID, Take: all[0].Values[1].Stamp})
		want := all[0].Values[1].Value.Text()
		h.meet(t)
		for i := range h.stores {
			s := h.as(t, i, h.boss)
			g, err := goal.One(t.Context(), s, id)
			left, _ := conflict.Read(t.Context(), s)
			if err != nil || g.Phase != want || len(left) != 0 {
				t.Errorf("%v %+v %+v", err, g, left)
			}
		}
	}
	// what cannot be, nobody settles on
	h.meet(t)
	for i, title := range []string{"Een", "Twee"} {
		s := h.as(t, i, h.boss)
		g, _ := goal.One(t.Context(), s, id)
		g.Title = title
		if i == 1 {
			s = h.as(t, i, h.owner)
		}
		h.do(t, s, goal.Edit{Goal: g})
	}
	h.meet(t)
	s := h.as(t, 0, h.boss)
	all, _ := conflict.Read(t.Context(), s)
	if _, err := s.Do(t.Context(), conflict.Settle{Kind: goal.KindGoal, Entity: id, ID: all[0].ID, Words: " "}); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}

// TestWhatComesFromElsewhere: what another replica wrote counts by the same rules, also when its writer left or gave it away since.
func TestWhatComesFromElsewhere(t *testing.T) {
	h := open(t, 1)
	s := h.as(t, 0, h.boss)
	id := h.do(t, s, goal.Add{Goal: goal.Goal{Title: "Taal", Owner: h.owner}})
	fresh := journal.ID{9, 9}
	change := func(by, of journal.ID, w ...journal.Write) *journal.Change {
		return &journal.Change{Stream: journal.Stream{Replica: journal.Replica{7}, Scope: together.Scope()}, Seq: 1, Actor: by, Kind: goal.KindGoal, Entity: of, Op: journal.OpSet, Writes: w}
	}
	why := journal.Write{Field: goal.GoalWhy, Value: journal.Text("x")}
	added := func(by journal.ID) journal.Write {
		return journal.Write{Field: together.FieldAddedBy, Value: journal.Ref(by)}
	}
	look := func(what string, c *journal.Change, want trust.Reason) {
		t.Helper()
		if err := h.stores[0].Read(t.Context(), func(tx model.Tx) error {
			got, err := trust.Allows(tx, trust.Replica{Person: c.Actor}, c)
			if err != nil || got != want {
				t.Errorf("%s: %q %v, want %q", what, got, err, want)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	for name, who := range map[string]journal.ID{"desk": h.pro, "guest": h.guest, "student": h.ali, "owner": h.owner, "boss": h.boss} {
		look(name+" adds", change(who, fresh, added(who), why), "")
		if who != h.boss {
			look(name+" adds for another", change(who, fresh, added(h.boss), why), trust.Overreach)
			look(name+" adds and says not who", change(who, fresh, why), trust.Overreach)
			look(name+" makes it the own", change(who, id, added(who)), trust.Overreach)
		}
	}
	look("the owner alters", change(h.owner, id, why), "")
	look("another alters", change(h.pro, id, why), trust.Overreach)
	look("a guest alters", change(h.guest, id, why), trust.Overreach)
	look("the screen adds", change(h.board, fresh, added(h.board), why), trust.Overreach)
	g, _ := goal.One(t.Context(), s, id)
	g.Owner = h.pro
	h.do(t, s, goal.Edit{Goal: g})
	look("who owned it until then", change(h.owner, id, why), "")
	look("who owns it now", change(h.pro, id, why), "")
	look("who never did", change(h.ali, id, why), trust.Overreach)
}

// TestEveryRoomIsListed: what goes over all rooms of the community reaches each kind of them.
func TestEveryRoomIsListed(t *testing.T) {
	var names []string
	for _, r := range rooms.All() {
		row := r.Row()
		names = append(names, row.Name)
		if rooms.Of(row.Kind) == nil {
			t.Error(row.Name)
		}
	}
	if want := []string{"goal", "question", "project", "signal", "research", "training", "partner", "network"}; !slices.Equal(names, want) {
		t.Errorf("%v", names)
	}
	if rooms.Of(model.KindPerson) != nil {
		t.Error("a person is of no room")
	}
}
