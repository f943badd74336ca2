package model_test

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/memory"
	"leerbalie/model/modeltest"
	"leerbalie/model/pairs"
	"leerbalie/model/trust"
)

// watched is a store that shows each change before it is written.
type watched struct {
	model.Backend
	emit func(model.Tx, *journal.Change)
}

func (w watched) Write(ctx context.Context, fn func(model.WriteTx) error) error {
	return w.Backend.Write(ctx, func(tx model.WriteTx) error { return fn(watchedTx{tx, w.emit}) })
}

type watchedTx struct {
	model.WriteTx
	emit func(model.Tx, *journal.Change)
}

func (w watchedTx) Emit(c *journal.Change) error {
	w.emit(w.WriteTx, c)
	return w.WriteTx.Emit(c)
}

// TestWhatTheProgramWritesIsAllowed: whatever the program lets somebody do, by any action, in any role, and taking it back, is
// taken in when it comes from that person's laptop.
func TestWhatTheProgramWritesIsAllowed(t *testing.T) {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	inner := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})
	me, err := model.Found(t.Context(), inner, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	seen, doing := map[string]int{}, ""
	s := watched{inner, func(tx model.Tx, c *journal.Change) {
		reason, err := trust.Allows(tx, trust.Replica{Person: c.Actor}, c)
		must(t, err)
		if erasure := c.Kind == journal.KindErasure; erasure != (reason == trust.Overreach) || reason == trust.Newer {
			t.Errorf("%s: %q for kind %d, item %d, writes %v", doing, reason, c.Kind, c.Item, c.Writes)
		}
		seen[fmt.Sprint(c.Kind, " ", c.Item)]++
	}}
	lead, err := model.Enter(t.Context(), s, me)
	must(t, err)
	sessions := map[model.Role]*model.Session{}
	for _, role := range model.Roles() {
		sessions[role] = someone(t, s, lead, "Een "+string(role), role)
		if role == model.RoleBoard {
			continue
		}
		keep(t, sessions[role])
		for range 3 { // who does not get in herself keeps nobody from a rescue, which is among what is tried
			_, err := lead.TryPIN(t.Context(), sessions[role].Me().ID, now, typed("0000"))
			must(t, err)
			now = now.Add(time.Hour)
		}
	}
	back := lead
	must(t, modeltest.EverythingTried(t.Context(), lead, now, func(a model.Action) {
		doing = "taking back before " + a.Name()
		if _, err := back.Undo(t.Context()); err == nil {
			_, err = back.Redo(t.Context())
			must(t, err)
		}
		for role, session := range sessions {
			doing = fmt.Sprintf("%T by %s", a, role)
			_, err := session.Try(t.Context(), [][]model.Action{{a}}, true)
			must(t, err)
		}
		doing = a.Name()
	}))
	if len(seen) < 40 {
		t.Errorf("only %d sorts of change were written", len(seen))
	}
}

// TestAPairsOwnWords: who is in a pair says how it goes, and takes back the own words.
func TestAPairsOwnWords(t *testing.T) {
	s := newSchool(t)
	noor := s.noor.Me().ID
	for item, want := range map[journal.ItemKind]trust.Reason{pairs.ItemCheckIn: "", pairs.ItemAgreement: "", pairs.ItemPairEnd: trust.Overreach, pairs.ItemEvaluation: trust.Overreach} {
		c := s.change(pairs.KindPair, s.pair, journal.Organisation(), item)
		c.Actor = noor
		if got := s.allows(t, trust.Replica{Person: noor}, c); got != want {
			t.Errorf("item %d: %q", item, got)
		}
	}
	_, err := s.noor.Do(t.Context(), pairs.AddCheckIn{Pair: s.pair, Mood: pairs.MoodGood})
	must(t, err)
	must(t, s.Read(t.Context(), func(tx model.Tx) error {
		items, err := tx.Items(pairs.KindPair, s.pair)
		must(t, err)
		last := items[len(items)-1].Stamp
		c := s.change(pairs.KindPair, s.pair, journal.Organisation(), journal.ItemRetract, journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{last})))
		c.Actor = noor
		got, err := trust.Allows(tx, trust.Replica{Person: noor}, c)
		must(t, err)
		if got != "" {
			t.Errorf("the own check-in taken back: %q", got)
		}
		return nil
	}))
}

// TestWhatNobodyHereCanJudge: what a later version writes waits for that version, and nobody writes without a name or for another.
func TestWhatNobodyHereCanJudge(t *testing.T) {
	s := newSchool(t)
	admin := s.as[model.RoleAdmin].Me().ID
	newer := s.change(desk.KindRequest, journal.ID{1: 77}, s.site, 0)
	newer.MinReader = journal.SchemaVersion + 1
	unknown := s.change(journal.Kind(250), journal.ID{1: 77}, s.site, 0)
	unknown.Stream.Scope.Class = journal.Desk
	item := s.change(desk.KindRequest, journal.ID{1: 77}, s.site, 9_999)
	keys := s.change(journal.Kind(250), journal.ID{1: 77}, s.site, 0)
	keys.Stream.Scope.Class = journal.Trust
	for name, c := range map[string]struct {
		change *journal.Change
		want   trust.Reason
	}{"a newer form": {newer, trust.Newer}, "an unknown kind": {unknown, trust.Newer}, "an unknown item": {item, trust.Newer}, "an unknown kind among the keys": {keys, trust.Overreach}} {
		c.change.Actor = admin
		if got := s.allows(t, trust.Replica{Person: admin}, c.change); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	c := s.change(desk.KindRequest, journal.ID{1: 77}, s.site, 0)
	for name, m := range map[string]trust.Replica{"nobody": {}, "nobody on somebody's laptop": {Person: admin}} {
		if got := s.allows(t, m, c); got != trust.Overreach {
			t.Errorf("%s: %q", name, got)
		}
	}
	c.Actor = journal.ID{1: 99}
	if got := s.allows(t, trust.Replica{}, c); got != trust.Overreach {
		t.Errorf("a stranger: %q", got)
	}
	c.Actor = admin
	if got := s.allows(t, trust.Replica{}, c); got != "" {
		t.Errorf("an administrator at a site: %q", got)
	}
}

// TestScopesFor: what a copy of one's own may hold follows the table, and never a resident for who only teaches.
func TestScopesFor(t *testing.T) {
	s := newSchool(t)
	for role, want := range map[model.Role]string{
		model.RoleDesk: "desk people trust community", model.RoleStudent: "", model.RoleTeacher: "people learning trust community", model.RoleSupervisor: "desk desk people trust community",
		model.RoleCoordinator: "desk desk people learning learning learning private trust community", model.RoleAdmin: "desk desk people learning learning learning private trust community",
	} {
		p := s.as[role].Me()
		var got []string
		for _, scope := range trust.ScopesFor(p, []journal.ID{s.site, s.elsewhere}, []journal.ID{s.class, s.other}) {
			got = append(got, scope.Class.String())
			if !model.ClearanceOf(p).MayRead(scope) {
				t.Errorf("%s holds %v, which they may not read", role, scope)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", role, got, want)
		}
		p.Archived = true
		if got := trust.ScopesFor(p, []journal.ID{s.site}, nil); got != nil {
			t.Errorf("%s who left: %v", role, got)
		}
	}
	if got := trust.ScopesFor(model.Person{Name: "Gast"}, []journal.ID{s.site}, nil); got != nil {
		t.Errorf("a guest: %v", got)
	}
	must(t, s.Read(t.Context(), func(tx model.Tx) error {
		got, err := trust.ScopesIn(tx, s.as[model.RoleTeacher].Me())
		if want := trust.ScopesFor(s.as[model.RoleTeacher].Me(), []journal.ID{s.site}, []journal.ID{s.class}); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%v, want %v", got, want)
		}
		return err
	}))
}

// TestTheLastAdministratorStays: also when it comes from the administrator's own laptop.
func TestTheLastAdministratorStays(t *testing.T) {
	store, lead, _ := house(t, model.RoleStudent)
	s := &school{Store: store}
	me := lead.Me().ID
	for name, write := range map[string]journal.FieldValue{"put away": journal.FieldArchived.Is(journal.Bool(true)),
		"a coordinator": model.PersonRoles.Is(journal.Texts(rolesNamed([]model.Role{model.RoleCoordinator})))} {
		c := s.change(model.KindPerson, me, journal.Organisation(), 0, write)
		c.Actor = me
		if got := s.allows(t, trust.Replica{Person: me}, c); got != trust.Overreach {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestWhatIsDecidedStaysDecided: a decision, its withdrawal and a look cannot be taken back as other words can, not even the own.
func TestWhatIsDecidedStaysDecided(t *testing.T) {
	s := newSchool(t)
	teacher, noor := s.as[model.RoleTeacher].Me().ID, s.noor.Me().ID
	dossier := learning.DossierID(noor, s.class)
	for item, want := range map[journal.ItemKind]trust.Reason{learning.ItemDecision: trust.Overreach, learning.ItemDecisionWithdrawn: trust.Overreach,
		learning.ItemLook: trust.Overreach, learning.ItemEvidenceNote: ""} {
		said := s.change(learning.KindDossier, dossier, s.class, item, journal.Field(2).Is(journal.Ref(s.evidence)))
		said.Stream.Replica, said.Seq, said.Actor = journal.Replica{5, byte(item)}, 1, teacher
		must(t, s.Receive([]*journal.Change{said}))
		c := s.change(learning.KindDossier, dossier, s.class, journal.ItemRetract, journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{said.Stamp()})))
		c.Actor = teacher
		if got := s.allows(t, trust.Replica{Person: teacher}, c); got != want {
			t.Errorf("item %d taken back: %q", item, got)
		}
	}
}
