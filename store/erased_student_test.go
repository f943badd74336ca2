package store_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/erasure"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/pairs"
	"leerbalie/store"
)

// studied is a student whose study ended long ago, and who is known by the secret; with somebody else who leads, and a buddy.
type studied struct{ student, buddy, other, pair, evidence journal.ID }

func study(t checking, session *model.Session) (s studied) {
	do := func(session *model.Session, actions ...model.Action) model.Receipt {
		r, err := session.Do(t.Context(), actions...)
		must(t, err)
		return r
	}
	student := []model.Role{model.RoleStudent}
	s.other = do(session, model.AddPerson{Person: model.Person{Name: "Lotte", Roles: []model.Role{model.RoleCoordinator}, Site: session.Site()}}).Entity
	s.student = do(session, model.AddPerson{Person: model.Person{Name: "Xantippe Smit", Email: "xantippe@x.example", Roles: student, Level: "hbo", Site: session.Site(),
		Study: model.Study{School: "Xantippe"}}}).Entity
	s.buddy = do(session, model.AddPerson{Person: model.Person{Name: "Ali", Roles: student, Level: "hbo", Site: session.Site()}}).Entity
	s.pair = do(session, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{s.student, s.buddy}}}}).Created[0]
	writes(t, session, &s)
	do(session, pairs.EndStudy{Person: s.student, Outcome: "diploma", At: time.Date(2015, 6, 1, 0, 0, 0, 0, time.UTC)})
	return s
}

// writes writes all sorts of words about the student, as far as they still can be: after the study ended some cannot.
func writes(t checking, session *model.Session, s *studied) {
	own, err := session.Switch(t.Context(), s.student)
	if err != nil { // erased here
		return
	}
	for _, as := range []struct {
		*model.Session
		model.Action
	}{
		{own, learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceProduct, Title: "Xantippe", File: "Xantippe", Note: "Xantippe", Minutes: 30}, Cleaned: true}},
		{own, learning.Reflect{Evidence: s.evidence, Reflection: learning.Reflection{Situation: "Xantippe", Task: "Xantippe"}, Cleaned: true}},
		{own, pairs.AnswerFit{Pair: s.pair, Answer: pairs.FitNot, Note: "Xantippe"}},
		{session, pairs.AddCheckIn{Pair: s.pair, Note: "Xantippe"}},
		{session, pairs.Agree{Pair: s.pair, Person: s.student, For: "Xantippe", Adds: "Xantippe"}},
		{session, pairs.StartTimeOut{Person: s.student, Reason: "Xantippe"}},
		{session, pairs.EndTimeOut{Person: s.student}},
	} {
		r, err := as.Session.Do(t.Context(), as.Action)
		if err != nil && fault.KindOf(err) != fault.Conflict && fault.KindOf(err) != fault.Refused && fault.KindOf(err) != fault.NotFound {
			must(t, err)
		}
		if as.Action.Name() == "act-add-evidence" && err == nil {
			s.evidence = r.Created[len(r.Created)-1]
		}
	}
	must(t, own.SaveDraft(t.Context(), model.Draft{Key: "reflect", About: s.student, Text: "Xantippe"}))
	must(t, session.SaveDraft(t.Context(), model.Draft{Key: "judge", About: s.student, Text: "Xantippe"}))
	must(t, own.SetSetting(t.Context(), "search/"+s.student.String(), "Xantippe"))
}

// edits alters the student's own data, which no longer can be done where she was erased.
func edits(t checking, session *model.Session, s studied) {
	people, err := session.People(t.Context())
	must(t, err)
	for _, p := range people {
		if p.ID == s.student && p.Name != "" { // the name comes in a change of its own
			p.Number = "Xantippe 12"
			_, err := session.Do(t.Context(), model.EditPerson{Person: p})
			must(t, err)
		}
	}
}

// consented erases the student with the consent of two.
func consented(t checking, session *model.Session, s studied) {
	other, err := session.Switch(t.Context(), s.other)
	must(t, err)
	_, err = other.Do(t.Context(), erasure.Propose{Student: s.student})
	must(t, err)
	_, err = session.Do(t.Context(), erasure.Confirm{Student: s.student})
	must(t, err)
}

// nameless fails when the secret stands in a file after it was written anew.
func nameless(t checking, s *store.Store, when string) {
	must(t, s.IndexWords(t.Context()))
	must(t, s.Compact(t.Context()))
	data, err := os.ReadFile(s.Path())
	must(t, err)
	if bytes.Contains(bytes.ToLower(data), []byte(secret)) {
		must(t, fmt.Errorf("%s, the erased name is in the file", when))
	}
}

// TestNoLaptopBringsAStudentBack: three replicas write about a student, edit, and exchange parts, in any order, twice, with gaps; one
// erases her. In the end nobody holds a byte of her name, whatever came before or after the erasure, and all hold the same.
func TestNoLaptopBringsAStudentBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "erased")
		must(t, err)
		defer os.RemoveAll(dir)
		all := replicas(t, dir)
		s := study(t, all[0].Session)
		if rapid.Bool().Draw(t, "before") { // they hold her, or hear of her with the erasure
			for _, r := range all[1:] {
				must(t, r.store.Receive(t.Context(), journalOf(t, all[0].store)))
			}
		}
		erased, partly := false, false
		for range rapid.IntRange(2, 14).Draw(t, "steps") {
			r, from := all[rapid.IntRange(0, 2).Draw(t, "desk")], all[rapid.IntRange(0, 2).Draw(t, "from")]
			switch rapid.IntRange(0, 4).Draw(t, "step") {
			case 0:
				changes := journalOf(t, from.store)
				shuffle(t, changes)
				must(t, r.store.Receive(t.Context(), changes[:rapid.IntRange(0, len(changes)).Draw(t, "part")]))
			case 1:
				must(t, r.store.Receive(t.Context(), lacks(t, from, r, rapid.IntRange(0, 3).Draw(t, "limit"))))
			case 2:
				at := s
				writes(t, r.Session, &at)
			case 3:
				edits(t, r.Session, s)
			default:
				if !erased {
					consented(t, all[0].Session, s)
					nameless(t, all[0].store, "where she was erased")
					erased = true
				}
			}
			// What comes in parts can be of somebody whom only the rest of it names.
			if partly = partly || erased && r == all[0] && from != r; erased && !partly {
				nameless(t, all[0].store, "where she was erased")
			}
		}
		if !erased {
			consented(t, all[0].Session, s)
		}
		fresh := newReplica(t, dir, "fresh.db")
		for range 2 {
			for _, from := range all {
				for _, to := range append(all, fresh) {
					changes := journalOf(t, from.store)
					shuffle(t, changes)
					must(t, to.store.Receive(t.Context(), changes))
				}
			}
		}
		same(t, append(all, fresh))
		for i, r := range append(all, fresh) {
			nameless(t, r.store, fmt.Sprint("on replica ", i))
			report, err := r.store.Check(t.Context())
			must(t, err)
			if len(report.Problems) > 0 {
				t.Fatalf("replica %d: %v", i, report.Problems)
			}
		}
		must(t, all[1].store.Rebuild())
		same(t, append(all, fresh))
	})
}

// TestAnErasureTakesWhatItDoesNotName: somebody who had not heard of it writes about her a thing of its own. Whoever hears of both, in
// whatever order, keeps no word of it.
func TestAnErasureTakesWhatItDoesNotName(t *testing.T) {
	_, first, session := founded(t)
	empty := func() *store.Store {
		path := filepath.Join(t.TempDir(), "d.db")
		must(t, store.Create(path, time.Now()))
		s := open(t, path)
		t.Cleanup(func() { s.Close() })
		return s
	}
	do := func(session *model.Session, a model.Action) journal.ID {
		r, err := session.Do(t.Context(), a)
		must(t, err)
		return r.Entity
	}
	of := studied{other: do(session, model.AddPerson{Person: model.Person{Name: "Lotte", Roles: []model.Role{model.RoleCoordinator}, Site: session.Site()}}),
		student: do(session, model.AddPerson{Person: model.Person{Name: "Noor Smit", Roles: []model.Role{model.RoleStudent}, Level: "hbo", Site: session.Site()}})}
	other := empty()
	must(t, other.Receive(t.Context(), journalOf(t, first)))
	there, err := model.Enter(t.Context(), other, session.Me().ID)
	must(t, err)
	do(there, pairs.StartTimeOut{Person: of.student, Reason: "Xantippe"})
	do(session, pairs.EndStudy{Person: of.student, Outcome: "diploma", At: time.Date(2015, 6, 1, 0, 0, 0, 0, time.UTC)})
	consented(t, session, of)
	for when, from := range map[string][]*store.Store{"where the erasure came first": {first, other}, "where the erasure came last": {other, first}} {
		s := empty()
		for _, from := range from {
			must(t, s.Receive(t.Context(), journalOf(t, from)))
		}
		nameless(t, s, when)
	}
	if !holds(t, other.Path()) {
		t.Error("it was written nowhere: this test shows nothing")
	}
}

// TestACopyBringsNoStudentBack puts back a copy of before the erasure: the list of this machine names her, and what is hers.
func TestACopyBringsNoStudentBack(t *testing.T) {
	state := t.TempDir()
	path, first, _ := founded(t)
	must(t, first.Close())
	s := remembering(t, path, state)
	session, err := enter(t.Context(), s)
	must(t, err)
	of := study(t, session)
	copied := filepath.Join(t.TempDir(), "kopie.db")
	must(t, s.Backup(t.Context(), copied, nil))
	consented(t, session, of)
	must(t, s.Compact(t.Context()))
	must(t, s.Close())
	if !holds(t, copied) || holds(t, path) {
		t.Fatal("the copy has to hold her, and the store not")
	}
	again := filepath.Join(t.TempDir(), "terug.db")
	told, err := restoreKnowing(t, copied, again, state)
	must(t, err)
	if told.Again < 3 || holds(t, again) {
		t.Errorf("restored, it holds her, or %+v", told)
	}
	back := remembering(t, again, state)
	sound(t, back)
	names, err := enter(context.Background(), back)
	must(t, err)
	known, err := names.PersonNames(t.Context(), "removed")
	must(t, err)
	if known[of.student] != "removed" || known[of.other] != "Lotte" {
		t.Errorf("names: %v", known)
	}
	must(t, back.Close())
}

// TestOldMixedChangesAreErasedWhole: a journal of before what identifies was written apart holds names beside counts. The erasure takes
// those changes whole and leaves the counts, written anew.
func TestOldMixedChangesAreErasedWhole(t *testing.T) {
	_, s, session := founded(t)
	of := study(t, session)
	group := journal.Organisation()
	must(t, s.Write(t.Context(), func(w model.WriteTx) error { // as an older version wrote it
		emit := func(class journal.Class, kind journal.Kind, id journal.ID, c journal.Change) error {
			c.Stream, c.Kind, c.Entity, c.Schema, c.MinReader = journal.Stream{Scope: journal.Scope{Class: class, Part: group}}, kind, id, 1, 1
			return w.Emit(&c)
		}
		id, err := w.NewID(w.Now())
		if err == nil {
			err = emit(journal.Private, pairs.KindTimeOut, id, journal.Change{Op: journal.OpSet, Writes: []journal.Write{{Field: pairs.TimeOutPerson, Value: journal.Ref(of.student)},
				{Field: pairs.TimeOutReason, Value: journal.Text("Xantippe")}, {Field: pairs.TimeOutFrom, Value: journal.Int(16000)}}})
		}
		if err == nil {
			err = emit(journal.People, model.KindPerson, of.student, journal.Change{Op: journal.OpSet, Writes: []journal.Write{{Field: model.PersonName, Value: journal.Text("Xantippe de Smit")},
				{Field: model.PersonLevel, Value: journal.Text("mbo-4")}, {Field: model.PersonCohort, Value: journal.Text("2014")}}})
		}
		if err == nil { // a piece of evidence with its title
			made, e := w.NewID(w.Now())
			err = e
			if err == nil {
				facts := learning.Evidence{ID: made, Kind: learning.EvidenceCourse, Title: "Xantippe", Minutes: 77, Day: time.Date(2014, 1, 2, 0, 0, 0, 0, time.UTC)}.Fields()
				c := journal.Change{Op: journal.OpAdd, Item: learning.ItemEvidence}
				for _, f := range facts {
					if !f.Value.IsNone() {
						c.Writes = append(c.Writes, journal.Write{Field: f.Field, Value: f.Value})
					}
				}
				err = emit(journal.Learning, learning.KindDossier, learning.DossierID(of.student, group), c)
			}
		}
		return err
	}))
	before, err := session.People(t.Context())
	must(t, err)
	consented(t, session, of)
	nowhere(t, s, "with changes that hold both")
	must(t, s.Rebuild())
	nowhere(t, s, "derived anew")
	gone, err := session.PeopleWhoLeft(t.Context())
	must(t, err)
	if len(before) != 4 || len(gone) != 1 || gone[0].Level != "mbo-4" || gone[0].Study.Cohort != "2014" || gone[0].Name != "" {
		t.Errorf("of whom stays %+v", gone)
	}
	must(t, s.Read(t.Context(), func(tx model.Tx) error {
		x, err := learning.DossierIn(tx, of.student, group)
		if err != nil || len(x.Evidence) != 2 || x.Evidence[1].Minutes+x.Evidence[0].Minutes != 107 || x.Evidence[0].Title+x.Evidence[1].Title != "" {
			t.Errorf("of the evidence stays %+v, %v", x, err)
		}
		out := 0
		err = tx.Each(pairs.KindTimeOut, func(r *journal.Record) error {
			if o := pairs.TimeOutOf(r); r.Erased && o.Reason == "" && !o.From.IsZero() && o.Person == of.student {
				out++
			}
			return nil
		})
		if out != 2 {
			t.Errorf("%d time-outs keep their days", out)
		}
		return err
	}))
}
