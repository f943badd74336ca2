package storetest

import (
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/erasure"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/pairs"
)

// learned is a student of whom all that can be written was written, each time with a word by which she would be known, and whose
// study has ended.
type learned struct {
	*school
	lotte *model.Session // who leads as well
	id    journal.ID
	pair  journal.ID
}

const known = "Quispel"

func (b *bench) learned() *learned {
	s := &learned{school: newSchool(b)}
	s.lotte = b.person("Lotte", model.RoleCoordinator)
	p := s.noor.Me()
	p.Name, p.Email, p.Number, p.Study.Programme, p.Study.School = "Noor "+known, "noor@quispel.example", known, known, known
	p.Study.Wishes, p.Study.Cohort, p.Study.Start = []string{known}, "2025", b.now.AddDate(-1, 0, 0)
	b.do(b.sam, model.EditPerson{Person: p})
	s.id = p.ID
	piece := s.handle("iemand kan de huur niet betalen")
	words := learning.Reflection{Situation: known, Task: known, Action: known, Result: known, Reflection: known}
	b.do(s.noor, learning.Reflect{Evidence: piece, Reflection: words, Cleaned: true},
		learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceProduct, Title: known, File: known, Note: known, Minutes: 90}, Cleaned: true})
	all := s.progress(s.noor).Evidence
	node := all[slices.IndexFunc(all, func(e learning.Evidence) bool { return e.ID == piece })].Nodes
	b.do(s.tine, learning.Assess{Student: s.id, Evidence: piece, Given: []learning.Given{{Node: node[0], Level: 1}}, Reason: known})
	b.do(s.tine, learning.Decide{Student: s.id, Kind: learning.DecisionExam, Met: true, Reason: known})
	s.pair = b.do(b.sam, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{s.id, s.ali.Me().ID}}}}).Created[0]
	b.do(s.noor, pairs.AnswerFit{Pair: s.pair, Answer: pairs.FitNot, Note: known}, pairs.Agree{Pair: s.pair, For: known, Adds: known})
	b.do(b.sam, pairs.AddCheckIn{Pair: s.pair, Mood: pairs.MoodDoubt, Note: known}, pairs.AddEvaluation{Pair: s.pair, Month: 3, Result: "stop", Note: known})
	b.do(b.sam, pairs.StartTimeOut{Person: s.id, Reason: known}, pairs.EndTimeOut{Person: s.id})
	b.must(s.noor.SaveDraft(b.ctx(), model.Draft{Key: "reflect", Text: known}))
	b.must(s.tine.SaveDraft(b.ctx(), model.Draft{Key: "judge", About: s.id, Text: known}))
	b.must(s.noor.SetSetting(b.ctx(), "view/"+s.id.String(), known))
	for _, session := range []*model.Session{s.noor, s.tine} {
		_, err := session.Bind(b.ctx(), session.Me().ID, model.PublicKey{Fingerprint: fingerprint(session.Me().ID), Kind: "ssh-ed25519"}, b.now)
		b.must(err)
	}
	b.refused(fault.Refused, "erase-not-ended", b.sam, erasure.Propose{Student: s.id})
	b.do(b.sam, pairs.EndStudy{Person: s.id, Outcome: "diploma"})
	return s
}

// later lets years pass, in which now and then something is done.
func (b *bench) later(years, months int) {
	for until := b.now.AddDate(years, months, 1); b.now.Before(until); {
		b.now = b.now.AddDate(0, 6, 0)
		if b.now.After(until) {
			b.now = until
		}
		b.ask("tussendoor", model.UrgencyRoutine)
	}
}

// stands is where a word stands in what anybody ever wrote: kinds and their items.
func (b *bench) stands(word string) (out []string) {
	b.must(b.store.Read(b.ctx(), func(tx model.Tx) error {
		_, err := desk.IndexOf(tx).EachChange("", 1<<30, func(c *journal.Change) error {
			for _, w := range c.Writes {
				w.Value.EachText(func(text string) {
					if at := tx.Kinds().Name(c.Kind); strings.Contains(strings.ToLower(text), strings.ToLower(word)) && !slices.Contains(out, at) {
						out = append(out, at)
					}
				})
			}
			return nil
		})
		if err == nil {
			err = desk.IndexOf(tx).EachDraft(func(d model.Draft) error {
				if strings.Contains(d.Text, word) {
					out = append(out, "draft")
				}
				return nil
			})
		}
		if err == nil {
			err = desk.IndexOf(tx).EachSetting(func(_, value string) error {
				if strings.Contains(value, word) {
					out = append(out, "setting")
				}
				return nil
			})
		}
		return err
	}))
	slices.Sort(out)
	return out
}

// fingerprint is that of a key of somebody.
func fingerprint(who journal.ID) string {
	sum := sha256.Sum256(who[:])
	return "SHA256:" + base64.RawStdEncoding.EncodeToString(sum[:])
}

// eraseStudent: what was said in private may go when the study has ended, the dossier a year and a half later, the rest after seven
// years; each time with the consent of somebody else who leads.
func eraseStudent(_ *testing.T, b *bench) {
	s := b.learned()
	for _, session := range []*model.Session{s.noor, s.tine, s.petra} {
		b.refused(fault.Refused, "no-right-erase", session, erasure.Propose{Student: s.id})
		_, err := erasure.Read(b.ctx(), session, s.id, b.now)
		b.fails(fault.Refused, "no-right-erase", err)
		_, err = erasure.ReadProposals(b.ctx(), session)
		b.fails(fault.Refused, "no-right-erase", err)
		_, _, err = erasure.FindMentions(b.ctx(), session, s.id)
		b.fails(fault.Refused, "no-right-erase", err)
	}
	b.refused(fault.NotFound, "erase-not-proposed", s.lotte, erasure.Confirm{Student: s.id})
	b.same(b.stands(known), []string{"dossier", "draft", "draft", "fit", "pair", "person", "setting", "time-out"})
	b.do(b.sam, erasure.Propose{Student: s.id})
	b.refused(fault.Conflict, "erase-proposed-already", s.lotte, erasure.Propose{Student: s.id})
	b.refused(fault.Refused, "erase-own", b.sam, erasure.Confirm{Student: s.id})
	b.refused(fault.Refused, "no-right-erase", s.tine, erasure.Confirm{Student: s.id})
	b.do(s.lotte, erasure.Withdraw{Student: s.id})
	b.refused(fault.NotFound, "erase-not-proposed", s.lotte, erasure.Confirm{Student: s.id})
	b.do(b.sam, erasure.Propose{Student: s.id})
	all, err := erasure.ReadProposals(b.ctx(), s.lotte)
	b.must(err)
	b.same([]any{len(all), all[0].By, all[0].Parts, all[0].Student.Name}, []any{1, b.sam.Me().ID, []erasure.Part{erasure.Private}, "Noor " + known})
	b.do(s.lotte, erasure.Confirm{Student: s.id})
	b.same(b.stands(known), []string{"dossier", "draft", "draft", "person", "setting"})
	pair, err := pairs.ReadPair(b.ctx(), b.sam, s.pair)
	b.must(err)
	b.same([]any{len(pair.CheckIns), pair.CheckIns[0].Mood, pair.CheckIns[0].Note, pair.Ended.Reason}, []any{1, pairs.MoodDoubt, "", "done"})
	b.refused(fault.Refused, "erase-kept-dossier", b.sam, erasure.Propose{Student: s.id})

	b.later(0, 18)
	b.do(s.lotte, erasure.Propose{Student: s.id})
	b.do(b.sam, erasure.Confirm{Student: s.id})
	b.same(b.stands(known), []string{"draft", "draft", "person", "setting"})
	p := s.progress(b.sam)
	b.same([]any{len(p.Evidence), p.Evidence[0].Minutes + p.Evidence[1].Minutes, p.Evidence[1].Title, p.Evidence[0].Reflection == nil}, []any{2, 130, "", true})
	b.same([]any{len(p.Decisions), p.Decisions[0].Met, p.Decisions[0].Kind, p.Decisions[0].Reason, p.Decisions[0].By, p.Decisions[0].Erased, p.Decisions[0].Sound},
		[]any{1, true, learning.DecisionExam, "", s.tine.Me().ID, true, true})
	b.same(len(p.Evidence[0].Assessments)+len(p.Evidence[1].Assessments), 1)
	b.refused(fault.Refused, "erase-kept-profile", b.sam, erasure.Propose{Student: s.id})

	b.later(5, 6)
	b.do(s.lotte, erasure.Propose{Student: s.id})
	b.do(b.sam, erasure.Confirm{Student: s.id})
	b.same(b.stands(known), []string(nil))
	b.same([]int{len(b.stands(s.id.String())), len(b.stands(s.tine.Me().ID.String()))}, []int{0, 1}) // in the list of keys
	_, err = model.WhoseKey(b.ctx(), b.store, fingerprint(s.id))
	b.fails(fault.NotFound, "key-unknown", err)
	teacher, err := model.WhoseKey(b.ctx(), b.store, fingerprint(s.tine.Me().ID))
	b.must(err)
	b.same(teacher.ID, s.tine.Me().ID)
	gone, err := b.sam.PeopleWhoLeft(b.ctx())
	b.must(err)
	at := slices.IndexFunc(gone, func(p model.Person) bool { return p.ID == s.id })
	q := gone[at]
	b.same([]any{q.Erased, q.Name + q.Email + q.Number + q.Study.Programme + q.Study.School, q.Level, q.Study.Cohort, q.Study.Outcome, q.Has(model.RoleStudent)},
		[]any{true, "", "hbo", "2025", "diploma", true})
	b.refused(fault.Refused, "student-erased", b.sam, erasure.Propose{Student: s.id})
	b.refused(fault.Refused, "student-erased", b.sam, model.EditPerson{Person: model.Person{ID: s.id, Name: "Noor", Roles: q.Roles}})
	b.refused(fault.Refused, "student-erased", b.sam, pairs.PersonReturns{ID: s.id})
	_, err = model.Enter(b.ctx(), b.store, s.id)
	b.fails(fault.Refused, "person-left", err)
}

// eraseAlone: who leads alone confirms the own proposal, a day later by the clock of the journal.
func eraseAlone(_ *testing.T, b *bench) {
	s := b.learned()
	b.do(b.sam, pairs.PersonLeaves{ID: s.lotte.Me().ID})
	b.do(b.sam, erasure.Propose{Student: s.id})
	b.refused(fault.Refused, "erase-alone", b.sam, erasure.Confirm{Student: s.id})
	right := b.now
	b.now = time.Date(2099, 1, 1, 9, 0, 0, 0, time.UTC) // nobody jumps over a day by another clock
	b.refused(fault.Refused, "erase-alone", b.sam, erasure.Confirm{Student: s.id})
	b.now = right.Add(erasure.Alone + time.Minute)
	b.ask("een dag later", model.UrgencyRoutine)
	b.now = right.AddDate(-1, 0, 0) // nor does a clock that goes back undo that it has passed
	b.do(b.sam, erasure.Confirm{Student: s.id})
	b.same(slices.Contains(b.stands(known), "fit"), false)
}

// eraseColleague: of who works here besides having learned here, the profile stays.
func eraseColleague(_ *testing.T, b *bench) {
	s := b.learned()
	p := s.noor.Me()
	p.Roles, p.Study.Status, p.Study.Outcome, p.Study.End = append(p.Roles, model.RoleDesk), model.StudyEnded, "job", b.now
	b.do(b.sam, model.EditPerson{Person: p})
	b.later(0, 18)
	b.do(b.sam, erasure.Propose{Student: s.id})
	b.do(s.lotte, erasure.Confirm{Student: s.id})
	b.later(6, 0)
	b.refused(fault.Refused, "erase-works-here", b.sam, erasure.Propose{Student: s.id})
}

// studentElsewhere: where a student's name still stands is told, and what goes anyhow is not.
func studentElsewhere(_ *testing.T, b *bench) {
	s := b.learned()
	id := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "vraag waar Noor " + known + " bij hielp"}}).Entity
	b.do(s.ali, learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "samen met Noor " + known}, Cleaned: true})
	found, more, err := erasure.FindMentions(b.ctx(), b.sam, s.id)
	b.must(err)
	var places []string
	for _, m := range found {
		places = append(places, m.Kind+" "+m.Field)
		b.same(m.Kind == "request" && m.ID != id, false)
	}
	slices.Sort(places)
	b.same([]any{places, more}, []any{[]string{"dossier evidence", "request summary"}, false})
}
