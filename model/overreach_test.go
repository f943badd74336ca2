package model_test

import (
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/learning/dialogue"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
	"leerbalie/model/trust"
)

// school is a store with somebody of every role, Noor of class 2B, whom the teacher teaches and the supervisor supervises, and
// two other people who learn here.
type school struct {
	*memory.Store
	lead, noor      *model.Session
	as              map[model.Role]*model.Session
	site, elsewhere journal.ID
	class, other    journal.ID
	pair            journal.ID
	line, kept      journal.ID // what Noor said about her piece, and the bytes of a file that she put there
	evidence        journal.ID // an observation of Noor's, with the student who acts
	seq             uint64
}

func newSchool(t *testing.T) *school {
	t.Helper()
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	s := &school{Store: memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)),
		Now: func() time.Time { now = now.Add(time.Second); return now }}), as: map[model.Role]*model.Session{}}
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	s.lead, err = model.Enter(t.Context(), s, me)
	must(t, err)
	do := func(a model.Action) journal.ID {
		t.Helper()
		r, err := s.lead.Do(t.Context(), a)
		must(t, err)
		return r.Entity
	}
	s.site = s.lead.Site()
	s.elsewhere = do(model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
	s.class, s.other = do(model.AddGroup{Group: model.Group{Name: "2B"}}), do(model.AddGroup{Group: model.Group{Name: "3C"}})
	for _, role := range model.Roles() {
		s.as[role] = s.enter(t, do(model.AddPerson{Person: model.Person{Name: "Een " + string(role), Roles: []model.Role{role}, Site: s.site,
			Groups: map[bool][]journal.ID{true: {s.class}}[role == model.RoleTeacher]}}))
	}
	noor := do(model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleStudent}, Site: s.site, Groups: []journal.ID{s.class}, Level: "hbo",
		Supervisor: s.as[model.RoleSupervisor].Me().ID}})
	bo := do(model.AddPerson{Person: model.Person{Name: "Bo", Roles: []model.Role{model.RoleStudent}, Site: s.site, Groups: []journal.ID{s.other}, Level: "hbo"}})
	s.noor = s.enter(t, noor)
	do(pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{noor, bo}}}})
	list, err := pairs.Pairs(t.Context(), s.lead)
	must(t, err)
	s.pair = list[0].ID
	r, err := s.as[model.RoleTeacher].Do(t.Context(), learning.AddEvidence{Student: noor, Cleaned: true,
		Evidence: learning.Evidence{Kind: learning.EvidenceObservation, Title: "Gezien", With: []journal.ID{s.as[model.RoleStudent].Me().ID}}})
	must(t, err)
	s.evidence = r.Created[0]
	_, err = s.noor.Do(t.Context(), dialogue.Say{Student: noor, Evidence: s.evidence, Text: "Lastig"})
	must(t, err)
	p, err := learning.ReadPiece(t.Context(), s.noor, noor, s.evidence)
	must(t, err)
	s.line = p.Evidence.Talk[0].ID
	b := []byte("verslag")
	_, err = s.noor.Do(t.Context(), attachment.Attach{Student: noor, Evidence: s.evidence, Keep: true, File: attachment.File{Name: "v", Size: 7, Hash: attachment.HashOf(b), Bytes: b}})
	must(t, err)
	s.kept = attachment.ID(noor, s.class, attachment.HashOf(b))
	_, err = s.as[model.RoleTeacher].Do(t.Context(), dialogue.Say{Student: noor, Evidence: s.evidence, Text: "Vertel"}) // the last on the dossier is the teacher's
	must(t, err)
	return s
}

func (s *school) enter(t *testing.T, who journal.ID) *model.Session {
	t.Helper()
	session, err := model.Enter(t.Context(), s, who)
	must(t, err)
	return session
}

// change is one that comes from a laptop.
func (s *school) change(kind journal.Kind, entity, part journal.ID, item journal.ItemKind, fields ...journal.FieldValue) *journal.Change {
	s.seq++
	class, _ := kinds.All().Class(kind)
	c := &journal.Change{Stream: journal.Stream{Replica: journal.Replica{9}, Scope: journal.Scope{Class: class, Part: part}}, Seq: s.seq, Time: journal.Logical(1 << 60),
		Kind: kind, Entity: entity, Op: journal.OpSet, Item: item, Schema: 1, MinReader: 1}
	if item != journal.ItemSet {
		c.Op = journal.OpAdd
	}
	for _, f := range journal.Fields(fields).Sorted() {
		c.Writes = append(c.Writes, journal.Write{Field: f.Field, Value: f.Value})
	}
	return c
}

func (s *school) allows(t *testing.T, m trust.Replica, c *journal.Change) (reason trust.Reason) {
	t.Helper()
	must(t, s.Read(t.Context(), func(tx model.Tx) (err error) {
		reason, err = trust.Allows(tx, m, c)
		return err
	}))
	return reason
}

func rolesNamed(roles []model.Role) (out []string) {
	for _, r := range roles {
		out = append(out, string(r))
	}
	return out
}

// TestWhoReachesTooFar has, for what can be written on a laptop, whether it is taken in from somebody of the desk, a student, a
// teacher, a supervisor, a coordinator and an administrator.
func TestWhoReachesTooFar(t *testing.T) {
	s := newSchool(t)
	org, id, noor := journal.Organisation(), journal.ID{1: 77}, s.noor.Me().ID
	admin, boss := s.as[model.RoleAdmin].Me().ID, s.as[model.RoleSupervisor].Me().ID
	dossier := learning.DossierID(noor, s.class)
	own := func(role model.Role) journal.ID { return s.as[role].Me().ID }
	bytes := func(id journal.ID) journal.Value { return journal.Ref(id) }
	text := journal.Text
	roles := func(r ...model.Role) journal.FieldValue { return model.PersonRoles.Is(journal.Texts(rolesNamed(r))) }
	away := journal.FieldArchived.Is(journal.Bool(true))
	piece := journal.Field(2).Is(bytes(s.evidence))
	facts := func(e learning.Evidence) []journal.FieldValue { return e.Fields() }
	handled := learning.Evidence{ID: learning.EvidenceID(id, noor), Kind: learning.EvidenceRequest, Minutes: 20}
	titled, over, seen := handled, handled, handled
	titled.Title, over.ID, seen.ID, seen.Kind, seen.Title = "x", s.evidence, id, learning.EvidenceObservation, "Gezien"
	as := func(part learning.AssessorKind) []journal.FieldValue {
		return []journal.FieldValue{piece, journal.Field(5).Is(text(string(part)))}
	}
	said := func(part learning.AssessorKind, line journal.ID) []journal.FieldValue {
		return []journal.FieldValue{piece, learning.LineText.Is(text("x")), learning.LineID.Is(journal.Ref(line)), learning.LineAs.Is(text(string(part)))}
	}
	bytesID := attachment.ID(noor, s.class, attachment.HashOf([]byte("new")))
	content := func(b string) journal.FieldValue { return journal.Field(2).Is(journal.List(journal.Bytes(b))) }
	target := func(kind journal.Kind, entity journal.ID) (out journal.FieldValue) { // the last that the teacher or Sam wrote there
		must(t, s.Read(t.Context(), func(tx model.Tx) error {
			items, err := tx.Items(kind, entity)
			out = journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{items[len(items)-1].Stamp}))
			return err
		}))
		return out
	}
	for _, row := range []struct {
		what, may string
		change    func(model.Role) *journal.Change
	}{
		{"a request", "++-+++-", func(model.Role) *journal.Change {
			return s.change(desk.KindRequest, id, s.site, 0, desk.RequestSummary.Is(text("x")))
		}},
		{"a request of another site", "---+++-", func(model.Role) *journal.Change {
			return s.change(desk.KindRequest, id, s.elsewhere, desk.ItemMemo, journal.Field(2).Is(text("x")))
		}},
		{"a resident", "++-+++-", func(model.Role) *journal.Change {
			return s.change(desk.KindResident, id, s.site, 0, journal.Field(1).Is(text("x")))
		}},
		{"a service point", "----++-", func(model.Role) *journal.Change {
			return s.change(model.KindSite, s.site, org, 0, journal.Field(1).Is(text("x")))
		}},
		{"a group", "----++-", func(model.Role) *journal.Change {
			return s.change(model.KindGroup, s.class, org, 0, model.GroupName.Is(text("x")))
		}},
		{"a list of competences", "----++-", func(model.Role) *journal.Change { return s.change(competence.KindFramework, id, org, 0, away) }},
		{"a proposal", "----++-", func(model.Role) *journal.Change { return s.change(pairs.KindProposal, id, org, 0, away) }},
		{"a pair", "----++-", func(r model.Role) *journal.Change {
			return s.change(pairs.KindPair, id, org, 0, pairs.PairMembers.Is(journal.Refs([]journal.ID{own(r), noor})))
		}},
		{"a check-in of others", "----++-", func(model.Role) *journal.Change { return s.change(pairs.KindPair, s.pair, org, pairs.ItemCheckIn) }},
		{"the end of a pair", "----++-", func(model.Role) *journal.Change { return s.change(pairs.KindPair, s.pair, org, pairs.ItemPairEnd) }},
		{"a time-out", "----++-", func(model.Role) *journal.Change { return s.change(pairs.KindTimeOut, id, org, 0, away) }},
		{"an own answer", "+++++++", func(r model.Role) *journal.Change {
			return s.change(pairs.KindFit, id, org, 0, pairs.FitPerson.Is(bytes(own(r))))
		}},
		{"another's answer", "----++-", func(model.Role) *journal.Change {
			return s.change(pairs.KindFit, id, org, 0, pairs.FitPerson.Is(bytes(noor)))
		}},
		{"an answer of nobody", "----++-", func(model.Role) *journal.Change {
			return s.change(pairs.KindFit, id, org, 0, pairs.FitNote.Is(text("x")))
		}},
		{"a new person", "----++-", func(model.Role) *journal.Change {
			return s.change(model.KindPerson, id, org, 0, model.PersonName.Is(text("x")), roles(model.RoleDesk))
		}},
		{"a new administrator", "-----+-", func(model.Role) *journal.Change {
			return s.change(model.KindPerson, id, org, 0, model.PersonName.Is(text("x")), roles(model.RoleAdmin))
		}},
		{"another's name", "----++-", func(model.Role) *journal.Change {
			return s.change(model.KindPerson, noor, org, 0, model.PersonName.Is(text("x")))
		}},
		{"another's roles", "----++-", func(model.Role) *journal.Change {
			return s.change(model.KindPerson, noor, org, 0, roles(model.RoleTeacher))
		}},
		{"another an administrator", "-----+-", func(model.Role) *journal.Change {
			return s.change(model.KindPerson, noor, org, 0, roles(model.RoleAdmin))
		}},
		{"oneself a coordinator", "----++-", func(r model.Role) *journal.Change {
			return s.change(model.KindPerson, own(r), org, 0, roles(model.RoleCoordinator))
		}},
		{"oneself an administrator", "-----+-", func(r model.Role) *journal.Change {
			return s.change(model.KindPerson, own(r), org, 0, roles(model.RoleAdmin))
		}},
		{"an administrator no longer", "-----+-", func(model.Role) *journal.Change {
			return s.change(model.KindPerson, admin, org, 0, roles(model.RoleDesk))
		}},
		{"an administrator put away", "-----+-", func(model.Role) *journal.Change { return s.change(model.KindPerson, admin, org, 0, away) }},
		{"somebody put away", "----++-", func(model.Role) *journal.Change { return s.change(model.KindPerson, noor, org, 0, away) }},
		{"the own name", "+++++++", func(r model.Role) *journal.Change {
			return s.change(model.KindPerson, own(r), org, 0, model.PersonName.Is(text("x")))
		}},
		{"a colleague's name", "----++-", func(r model.Role) *journal.Change {
			return s.change(model.KindPerson, own(r), org, 0, model.PersonName.Is(text("NOOR")))
		}},
		{"the own site as it is", "+++++++", func(r model.Role) *journal.Change {
			return s.change(model.KindPerson, own(r), org, 0, model.PersonSite.Is(bytes(s.site)))
		}},
		{"a later version's field", "----++-", func(r model.Role) *journal.Change {
			return s.change(model.KindPerson, own(r), org, 0, journal.Field(200).Is(text("x")))
		}},

		{"the beginning of a dossier", "++++++-", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, learning.DossierID(noor, s.other), s.other, 0, learning.DossierStudent.Is(bytes(noor)))
		}},
		{"a dossier put away", "-------", func(model.Role) *journal.Change { return s.change(learning.KindDossier, dossier, s.class, 0, away) }},
		{"a dossier of nobody", "-------", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, id, s.class, learning.ItemEvidence, facts(seen)...)
		}},
		{"a dossier under another id", "-------", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, id, s.class, 0, learning.DossierStudent.Is(bytes(noor)))
		}},
		{"facts of handled work", "++-+++-", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemEvidence, facts(handled)...)
		}},
		{"facts before the dossier came", "++-+++-", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, learning.DossierID(noor, s.other), s.other, learning.ItemEvidence, facts(handled)...)
		}},
		{"facts with words", "-------", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemEvidence, facts(titled)...)
		}},
		{"facts in the place of other evidence", "-------", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemEvidence, facts(over)...)
		}},
		{"an observation", "--++---", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemEvidence, facts(seen)...)
		}},
		{"what it is evidence of", "--++---", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemEvidenceNodes, piece)
		}},
		{"a note", "--++---", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemEvidenceNote, piece)
		}},
		{"a look", "--++---", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemLook, piece)
		}},
		{"words about a piece as the school", "--+----", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemTalk, said(learning.AssessorSchool, journal.ID{9})...)
		}},
		{"words about a piece as practice", "---+---", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemTalk, said(learning.AssessorPractice, journal.ID{9})...)
		}},
		{"words about a piece as the student herself", "-------", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemTalk, said(learning.AssessorSelf, journal.ID{9})...)
		}},
		{"words about a piece as a fellow", "-+-----", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemTalk, said(learning.AssessorPeer, journal.ID{9})...)
		}},
		{"another's words corrected", "-------", func(role model.Role) *journal.Change {
			part := map[model.Role]learning.AssessorKind{model.RoleTeacher: learning.AssessorSchool, model.RoleSupervisor: learning.AssessorPractice, model.RoleStudent: learning.AssessorPeer}[role]
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemTalk, said(part, s.line)...)
		}},
		{"that words were read", "-+++---", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemHeard, piece, learning.LineHeard.Is(journal.Refs([]journal.ID{s.line})))
		}},
		{"a file with a piece", "--++---", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemAttached, learning.Attached{Name: "x", Hash: "y"}.Fields(s.evidence)...)
		}},
		{"the beginning of the bytes of a file", "--++---", func(model.Role) *journal.Change {
			return s.change(attachment.KindAttachment, bytesID, s.class, 0, attachment.AttachmentOf.Is(attachment.Of(noor, s.class)))
		}},
		{"bytes of nobody", "-------", func(model.Role) *journal.Change {
			return s.change(attachment.KindAttachment, attachment.ID(noor, s.class, attachment.HashOf([]byte("other"))), s.class, attachment.ItemBytes, content("other"))
		}},
		{"bytes that are what their name says", "--++---", func(model.Role) *journal.Change {
			return s.change(attachment.KindAttachment, s.kept, s.class, attachment.ItemBytes, content("verslag"))
		}},
		{"bytes under the name of others", "-------", func(model.Role) *journal.Change {
			return s.change(attachment.KindAttachment, s.kept, s.class, attachment.ItemBytes, content("anders"))
		}},
		{"another's reflection", "-------", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemReflection, piece)
		}},
		{"a judgement of the school", "--+----", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemAssessment, as(learning.AssessorSchool)...)
		}},
		{"a judgement of the practice", "---+---", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemAssessment, as(learning.AssessorPractice)...)
		}},
		{"a judgement as the student", "-------", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemAssessment, as(learning.AssessorSelf)...)
		}},
		{"a judgement as a peer", "-+-----", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemAssessment, as(learning.AssessorPeer)...)
		}},
		{"a judgement as nobody", "-------", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemAssessment, piece)
		}},
		{"a decision", "--+----", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemDecision, journal.Field(5).Is(text("x")))
		}},
		{"a decision withdrawn", "--+----", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, learning.ItemDecisionWithdrawn, journal.Field(5).Is(text("x")))
		}},
		{"the teacher's evidence taken back", "--+----", func(model.Role) *journal.Change {
			return s.change(learning.KindDossier, dossier, s.class, journal.ItemRetract, target(learning.KindDossier, dossier))
		}},
		{"another's change taken back", "-------", func(model.Role) *journal.Change {
			return s.change(model.KindPerson, noor, org, journal.ItemRetract, target(model.KindPerson, noor))
		}},
		{"vouching for another's words", "-------", func(model.Role) *journal.Change {
			return s.change(model.KindPerson, noor, org, journal.ItemVouch, target(model.KindPerson, noor))
		}},
		{"somebody erased", "-------", func(model.Role) *journal.Change { return s.change(journal.KindErasure, noor, org, journal.ItemErase) }},
		{"a key", "-------", func(model.Role) *journal.Change { return s.change(journal.KindReplica, boss, org, trust.ItemReplica) }},
	} {
		got := ""
		for _, role := range model.Roles() {
			c := row.change(role)
			c.Actor = own(role)
			switch reason := s.allows(t, trust.Replica{Person: c.Actor}, c); reason {
			case "":
				got += "+"
			case trust.Overreach:
				got += "-"
			default:
				got += "?"
			}
			if reason := s.allows(t, trust.Replica{Person: noor}, c); reason != trust.Overreach {
				t.Errorf("%s by %s on Noor's laptop: %q", row.what, role, reason)
			}
		}
		if got != row.may+"-" { // the screen of a waiting room, the last, writes nothing
			t.Errorf("%s: %s, want %s", row.what, got, row.may)
		}
	}
}

// TestTheOwnProfileReachesAsFarAsTheProgram: for each field of oneself and each role, a laptop may write what the program would.
func TestTheOwnProfileReachesAsFarAsTheProgram(t *testing.T) {
	s := newSchool(t)
	values := map[journal.Field]journal.Value{model.PersonRoles: journal.Texts(rolesNamed([]model.Role{model.RoleDesk, model.RoleTeacher, model.RoleSupervisor})),
		model.PersonLevel: journal.Text("mbo-4"), model.PersonLanguages: journal.Texts([]string{"ar"}), model.PersonSite: journal.Ref(s.elsewhere),
		model.PersonGroups: journal.Refs([]journal.ID{s.other}), model.PersonSupervisor: journal.Ref(s.lead.Me().ID), model.PersonYear: journal.Int(2),
		model.PersonDayParts: journal.Texts([]string{"mon-morning"}), model.PersonStart: journal.Int(20_000), model.PersonEnd: journal.Int(21_000), model.PersonNormHours: journal.Int(100),
		model.PersonStatus: journal.Text("ended"), model.PersonOutcome: journal.Text("left"), model.PersonWaiting: journal.Int(20_000), model.PersonTravel: journal.Refs([]journal.ID{s.elsewhere}),
		model.PersonThemes: journal.Texts([]string{"x"}), model.PersonWishes: journal.Texts([]string{"x"}), model.PersonStrong: journal.Texts([]string{"x"}), model.PersonOpen: journal.Texts([]string{"x"})}
	for _, f := range model.PersonTable() {
		value, ok := values[f.On]
		if !ok {
			value = journal.Text("Anders")
		}
		for _, role := range model.Roles() {
			me := s.as[role].Me()
			p := me
			f.Put(&p, value)
			answers, err := s.as[role].Try(t.Context(), [][]model.Action{{model.EditPerson{Person: p}}}, true)
			must(t, err)
			if answers[0] != nil && fault.KindOf(answers[0]) != fault.Refused {
				t.Fatalf("%s of %s: %v", f.Name, role, answers[0])
			}
			c := s.change(model.KindPerson, me.ID, journal.Organisation(), 0, f.On.Is(value))
			c.Actor = me.ID
			if reason := s.allows(t, trust.Replica{Person: me.ID}, c); (reason == "") != (answers[0] == nil) {
				t.Errorf("%s of %s: %q, and the program says %v", f.Name, role, reason, answers[0])
			}
		}
	}
}
