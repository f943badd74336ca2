package trust_test

import (
	"math/rand"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/memory"
	"leerbalie/model/trust"
)

func TestInvite(t *testing.T) {
	o := newOffice(t, true)
	lead := o.as[model.RoleCoordinator]
	self := trust.Replica{Public: key("centre"), Recipient: "age1centre", Tag: "K1", Label: "centrale"}
	must(t, trust.Invite(t.Context(), lead, o.invitation("a", model.RoleTeacher), &self))
	must(t, trust.Invite(t.Context(), o.as[model.RoleTeacher], o.invitation("b", model.RoleTeacher), &self)) // herself
	fails(t, "no-right-invite", trust.Invite(t.Context(), o.as[model.RoleTeacher], o.invitation("c", model.RoleDesk), &self))
	fails(t, "no-right-invite", trust.Invite(t.Context(), o.as[model.RoleSupervisor], o.invitation("c", model.RoleTeacher), &self))
	fails(t, "trust-no-copy", trust.Invite(t.Context(), lead, o.invitation("c", model.RoleStudent), &self))
	fails(t, "trust-no-copy", trust.Invite(t.Context(), o.as[model.RoleStudent], o.invitation("c", model.RoleStudent), &self))
	fails(t, "trust-key-used", trust.Invite(t.Context(), lead, o.invitation("a", model.RoleTeacher), &self))

	too := o.invitation("c", model.RoleTeacher)
	too.Scopes = append(too.Scopes, journal.Scope{Class: journal.Desk, Part: o.site})
	fails(t, "trust-too-much", trust.Invite(t.Context(), lead, too, &self))
	too.Scopes = []journal.Scope{{Class: journal.Learning, Part: o.next}}
	fails(t, "trust-too-much", trust.Invite(t.Context(), lead, too, &self))
	nobody := o.invitation("c", model.RoleTeacher)
	nobody.Person = journal.ID{1: 99}
	fails(t, "person-unknown", trust.Invite(t.Context(), lead, nobody, &self))
	for name, spoil := range map[string]func(*trust.Invitation){
		"trust-key": func(i *trust.Invitation) { i.Public = i.Public[:5] }, "bsn": func(i *trust.Invitation) { i.Label = "laptop 111222333" },
		"text-long": func(i *trust.Invitation) { i.Label = string(make([]byte, 81)) },
	} {
		inv := o.invitation("c", model.RoleTeacher)
		spoil(&inv)
		fails(t, name, trust.Invite(t.Context(), lead, inv, &self))
	}
	other := self
	other.Public = key("another")
	fails(t, "trust-key", trust.Invite(t.Context(), lead, o.invitation("c", model.RoleTeacher), &other))

	s := o.state()
	if all := s.Replicas(); len(all) != 1 || all[0].Name != o.Replica() || all[0].Recipient != "age1centre" {
		t.Errorf("the centre is admitted as %+v", all)
	}
	want := o.invitation("a", model.RoleTeacher)
	got, ok := s.Invitation(want.ID)
	if got.Since = (journal.Stamp{}); !ok || got.Recipient != want.Recipient || got.Label != want.Label || got.Person != want.Person || !got.Until.Equal(want.Until) ||
		!slices.Equal(got.Scopes, want.Scopes) || got.Withdrawn || len(got.Used) > 0 {
		t.Errorf("%+v, want %+v", got, want)
	}
	if len(s.Invitations()) != 2 {
		t.Errorf("%d invitations", len(s.Invitations()))
	}
	admissions := 0
	must(t, o.Read(t.Context(), func(tx model.Tx) error {
		entries, err := trust.Entries(tx)
		for _, e := range entries {
			if e.Item == trust.ItemReplica {
				admissions++
			}
		}
		return err
	}))
	if admissions != 1 {
		t.Errorf("the centre was admitted %d times", admissions)
	}
	self.Recipient = "age1again" // the centre has another identity
	must(t, trust.Invite(t.Context(), lead, o.invitation("d", model.RoleTeacher), &self))
	if r, _ := o.state().Replica(o.Replica()); r.Recipient != "age1again" {
		t.Errorf("the centre has %s", r.Recipient)
	}
}

// TestOnlyTheCentreDecides: not a store without a root key, nor a laptop, nor a copy that was put back.
func TestOnlyTheCentreDecides(t *testing.T) {
	o := newOffice(t, false)
	lead := o.as[model.RoleCoordinator]
	fails(t, "root-none", trust.Invite(t.Context(), lead, o.invitation("a", model.RoleTeacher), nil))
	o.root("centre", 1)
	r := o.laptop(model.RoleTeacher)
	o.root("another", 2)
	fails(t, "trust-not-here", trust.Invite(t.Context(), lead, o.invitation("b", model.RoleTeacher), nil))
	fails(t, "trust-not-here", trust.Admit(t.Context(), lead, r))
	fails(t, "trust-not-here", trust.ChangeScopes(t.Context(), lead, r.Name, nil, nil))
	fails(t, "trust-not-here", trust.Revoke(t.Context(), lead, r.Name, nil))
	fails(t, "trust-not-here", trust.Withdraw(t.Context(), lead, r.Invitation))
	fails(t, "trust-not-here", trust.TakeIn(t.Context(), lead, r.Name, nil))
	here := func() (err error) {
		must(t, o.Write(t.Context(), func(tx model.WriteTx) error { err = trust.CheckHere(tx); return nil }))
		return err
	}
	if err := here(); err != nil {
		t.Errorf("a copy that was put back erases nobody: %v", err)
	}
}

// TestWhoDecides: the right is asked below every screen and command.
func TestWhoDecides(t *testing.T) {
	o := newOffice(t, true)
	r := o.laptop(model.RoleTeacher)
	for role, session := range o.as {
		before := len(o.Journal())
		errs := []error{trust.Admit(t.Context(), session, r), trust.ChangeScopes(t.Context(), session, r.Name, r.Scopes, nil), trust.TakeIn(t.Context(), session, r.Name, nil)}
		if role != model.RoleCoordinator && role != model.RoleAdmin {
			errs = append(errs, trust.Revoke(t.Context(), session, r.Name, nil), trust.Withdraw(t.Context(), session, r.Invitation))
		}
		for i, err := range errs {
			if may := role == model.RoleCoordinator || role == model.RoleAdmin; may != (err == nil) || !may && fault.KindOf(err) != fault.Refused {
				t.Errorf("%s does %d: %v", role, i, err)
			}
		}
		if len(o.Journal()) != before {
			t.Errorf("%s wrote what is so already", role)
		}
	}
}

// TestTheSecondToCome: an invitation that was opened twice admits one laptop by itself, and the other when somebody decides so.
func TestTheSecondToCome(t *testing.T) {
	o := newOffice(t, true)
	lead := o.as[model.RoleCoordinator]
	first := o.laptop(model.RoleTeacher)
	second := trust.Replica{Public: key("second"), Recipient: "age1second", Tag: "Q2", Invitation: first.Invitation}
	admit := func(r trust.Replica) error {
		return o.Write(t.Context(), func(tx model.WriteTx) error { return trust.AdmitIn(tx, journal.ID{}, r) })
	}
	fails(t, "trust-invitation-used", admit(second))
	fails(t, "trust-unknown-key", admit(trust.Replica{Public: key("x"), Recipient: "age1x", Invitation: journal.ID{5}}))
	must(t, trust.Admit(t.Context(), lead, second))
	s := o.state()
	r, ok := s.Replica(trust.ReplicaOf(key("second")))
	if !ok || r.Person != o.as[model.RoleTeacher].Me().ID || first.Person != r.Person || !slices.Equal(r.Scopes, first.Scopes) || r.Label != first.Label+" (2)" {
		t.Errorf("%+v", r)
	}
	if inv, _ := s.Invitation(first.Invitation); !slices.Equal(inv.Used, []journal.Replica{first.Name, r.Name}) {
		t.Errorf("used by %v", inv.Used)
	}
	before := len(o.Journal())
	must(t, admit(second)) // again changes nothing
	if len(o.Journal()) != before {
		t.Error("admitted twice")
	}
	second.Tag, second.Label, second.Person = "Q3", "elsewhere", journal.ID{7}
	must(t, admit(second))
	if r, _ := o.state().Replica(r.Name); r.Tag != "Q3" || r.Label != first.Label+" (2)" || r.Person != first.Person || !slices.Equal(r.Scopes, first.Scopes) {
		t.Errorf("with another tag: %+v", r)
	}
	second.Invitation = o.invitation("other", model.RoleDesk).ID
	must(t, trust.Invite(t.Context(), lead, o.invitation("other", model.RoleDesk), nil))
	fails(t, "trust-key-used", admit(second))

	back := o.invitation("back", model.RoleTeacher)
	must(t, trust.Invite(t.Context(), lead, back, nil))
	must(t, trust.Withdraw(t.Context(), lead, back.ID))
	fails(t, "trust-revoked-already", trust.Withdraw(t.Context(), lead, back.ID))
	fails(t, "trust-unknown-key", trust.Withdraw(t.Context(), lead, journal.ID{6}))
	late := trust.Replica{Public: key("late"), Recipient: "age1late", Tag: "R2", Invitation: back.ID}
	fails(t, "trust-revoked", admit(late))
	must(t, trust.Admit(t.Context(), lead, late)) // somebody decides that it was hers
}

// TestScopesChangeAndEnd: what was here when a scope ended counts, and what comes later waits until it is taken in.
func TestScopesChangeAndEnd(t *testing.T) {
	o := newOffice(t, true)
	lead := o.as[model.RoleCoordinator]
	r := o.laptop(model.RoleTeacher)
	class, people := journal.Scope{Class: journal.Learning, Part: o.class}, journal.Scope{Class: journal.People, Part: journal.Organisation()}
	dossier := learning.DossierID(o.noor, o.class)
	o.writes(r, class, learning.KindDossier, dossier, 0, 1, learning.DossierStudent.Is(journal.Ref(o.noor)))
	said := o.writes(r, class, learning.KindDossier, dossier, learning.ItemDecisionWithdrawn, 2, journal.Field(5).Is(journal.Text("x")))
	before := len(o.Journal())
	must(t, trust.ChangeScopes(t.Context(), lead, r.Name, r.Scopes, nil))
	if len(o.Journal()) != before {
		t.Error("the same scopes were written again")
	}
	fails(t, "trust-too-much", trust.ChangeScopes(t.Context(), lead, r.Name, []journal.Scope{people, {Class: journal.Learning, Part: o.next}}, nil))
	fails(t, "trust-unknown-key", trust.ChangeScopes(t.Context(), lead, journal.Replica{5}, nil, nil))
	fails(t, "trust-of-centre", trust.ChangeScopes(t.Context(), lead, o.Replica(), nil, nil))

	teacher := o.as[model.RoleTeacher].Me()
	teacher.Groups = []journal.ID{o.next}
	o.do(lead, model.EditPerson{Person: teacher})
	must(t, trust.ChangeScopes(t.Context(), lead, r.Name, o.scopes(model.RoleTeacher), nil))
	s := o.state()
	counts := func(s *trust.State, seq uint64) trust.Reason {
		return s.Counts(journal.Stream{Replica: r.Name, Scope: class}, seq)
	}
	if a, b := counts(s, 3), counts(s, 4); a != "" || b != trust.ScopeEnded {
		t.Errorf("what was here %q, what comes later %q", a, b)
	}
	if s.MayHold(r.Name, class) || !s.MayHold(r.Name, journal.Scope{Class: journal.Learning, Part: o.next}) {
		t.Error("it may hold the class it had, or not the one it has")
	}
	now, _ := s.Replica(r.Name)
	if got := o.allows(now, said); got != "" {
		t.Errorf("what she wrote while it was her class: %q", got)
	}
	if got := o.allows(trust.Replica{Name: r.Name, Person: r.Person}, said); got != trust.Overreach {
		t.Errorf("in a class that never was hers: %q", got)
	}
	must(t, o.Write(t.Context(), func(tx model.WriteTx) error {
		return trust.TakeInIn(tx, journal.ID{}, r.Name, map[journal.Scope]uint64{class: 6})
	}))
	before = len(o.Journal())
	must(t, trust.TakeIn(t.Context(), lead, r.Name, map[journal.Scope]uint64{class: 5}))
	if s := o.state(); counts(s, 6) != "" || counts(s, 7) != trust.ScopeEnded || s.TakenIn(journal.Stream{Replica: r.Name, Scope: class}) != 6 || len(o.Journal()) != before {
		t.Errorf("taken in up to 6: %q %q", counts(s, 6), counts(s, 7))
	}
	given := map[journal.Scope]uint64{people: 2}
	must(t, trust.ChangeScopes(t.Context(), lead, r.Name, nil, given))
	if s := o.state(); s.Counts(journal.Stream{Replica: r.Name, Scope: people}, 2) != "" || s.Counts(journal.Stream{Replica: r.Name, Scope: people}, 3) != trust.ScopeEnded {
		t.Error("what is given does not count")
	}
}

// TestRevoke: what is here counts, what comes later waits, also where the desk only adds to what students learn.
func TestRevoke(t *testing.T) {
	o := newOffice(t, true)
	lead := o.as[model.RoleCoordinator]
	r := o.laptop(model.RoleDesk)
	site, class := journal.Scope{Class: journal.Desk, Part: o.site}, journal.Scope{Class: journal.Learning, Part: o.class}
	memo := o.writes(r, site, desk.KindRequest, journal.ID{1: 50}, desk.ItemMemo, 3)
	dossier := learning.DossierID(o.noor, o.class)
	o.writes(r, class, learning.KindDossier, dossier, 0, 2, learning.DossierStudent.Is(journal.Ref(o.noor)))
	must(t, trust.Revoke(t.Context(), lead, r.Name, nil))
	fails(t, "trust-revoked-already", trust.Revoke(t.Context(), lead, r.Name, nil))
	fails(t, "trust-of-centre", trust.Revoke(t.Context(), lead, o.Replica(), nil))
	fails(t, "trust-revoked", trust.ChangeScopes(t.Context(), lead, r.Name, o.scopes(model.RoleDesk), nil))
	s := o.state()
	for scope, last := range map[journal.Scope]uint64{site: 3, class: 2} {
		stream := journal.Stream{Replica: r.Name, Scope: scope}
		if a, b := s.Counts(stream, last), s.Counts(stream, last+1); a != "" || b != trust.WasRevoked {
			t.Errorf("%v: what was here %q, what comes later %q", scope.Class, a, b)
		}
	}
	gone := o.as[model.RoleDesk].Me()
	gone.Site, gone.Roles = o.other, append(gone.Roles, model.RoleTeacher)
	o.do(lead, model.EditPerson{Person: gone})
	now, _ := s.Replica(r.Name)
	if got := o.allows(now, memo); got != "" {
		t.Errorf("what was written at the site of then: %q", got)
	}
	if got := o.allows(trust.Replica{Name: r.Name, Person: r.Person}, memo); got != trust.Overreach {
		t.Errorf("at a site that never was theirs: %q", got)
	}
	judged := o.writes(r, class, learning.KindDossier, dossier, learning.ItemDecision, 1, journal.Field(5).Is(journal.Text("x")))
	if got := o.allows(now, judged); got != trust.Overreach {
		t.Errorf("a decision in a class to which the desk only adds: %q", got)
	}
}

// TestALaptopErasesNobody: only the centre's word counts for that.
func TestALaptopErasesNobody(t *testing.T) {
	o := newOffice(t, true)
	must(t, trust.Invite(t.Context(), o.as[model.RoleAdmin], o.invitation("a", model.RoleAdmin), nil))
	must(t, o.Write(t.Context(), func(tx model.WriteTx) error {
		return trust.AdmitIn(tx, journal.ID{}, trust.Replica{Public: key("laptop"), Recipient: "age1x", Tag: "P2", Invitation: trust.EntityOf(key("a"))})
	}))
	laptop := memory.New(memory.Options{Replica: trust.ReplicaOf(key("laptop")), Tag: "P2", Random: rand.New(rand.NewSource(2)), Now: time.Now})
	must(t, laptop.Receive(o.Journal()))
	session, err := model.Enter(t.Context(), laptop, o.as[model.RoleAdmin].Me().ID)
	must(t, err)
	resident := o.do(session, desk.AddResident{Resident: desk.Resident{Name: "Ria", Keep: desk.KeepRegister}})
	_, err = session.Do(t.Context(), desk.EraseResident{ID: resident})
	fails(t, "trust-not-here", err)
}
