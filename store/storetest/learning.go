package storetest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/loop"
)

// school is a class with two teachers, a practice supervisor and two students.
type school struct {
	*bench
	group                journal.ID
	noor, ali            *model.Session // students
	theo, tine, outsider *model.Session // teachers; the outsider has another class
	petra                *model.Session // Noor's practice supervisor
	hbo                  competence.Framework
}

func newSchool(b *bench) *school {
	s := &school{bench: b, hbo: competence.BuiltinFrameworks()[0]}
	s.group = b.do(b.sam, model.AddGroup{Group: model.Group{Name: "2B"}}).Entity
	other := b.do(b.sam, model.AddGroup{Group: model.Group{Name: "2C"}}).Entity
	add := func(p model.Person) *model.Session {
		p.Site = b.sam.Site()
		return b.enter(b.do(b.sam, model.AddPerson{Person: p}).Entity)
	}
	s.petra = add(model.Person{Name: "Petra", Roles: []model.Role{model.RoleSupervisor}})
	student, teacher := []model.Role{model.RoleStudent}, []model.Role{model.RoleTeacher}
	s.noor = add(model.Person{Name: "Noor", Roles: student, Level: "hbo", Groups: []journal.ID{s.group}, Supervisor: s.petra.Me().ID})
	s.ali = add(model.Person{Name: "Ali", Roles: student, Level: "hbo", Groups: []journal.ID{s.group}})
	s.theo = add(model.Person{Name: "Theo", Roles: teacher, Groups: []journal.ID{s.group}})
	s.tine = add(model.Person{Name: "Tine", Roles: teacher, Groups: []journal.ID{s.group}})
	s.outsider = add(model.Person{Name: "Otto", Roles: teacher, Groups: []journal.ID{other}})
	return s
}

// handle lets both students handle a request, and returns Noor's evidence of it.
func (s *school) handle(summary string) journal.ID {
	s.t.Helper()
	id := s.do(s.sam, desk.AddRequest{Request: desk.Request{Summary: summary, Theme: "poverty", Channel: "desk", Supervision: model.SupervisionPair}}).Entity
	s.do(s.noor, desk.ClaimRequest{ID: id, For: []journal.ID{s.noor.Me().ID, s.ali.Me().ID}})
	s.do(s.noor, desk.LogTime{ID: id, Minutes: 30})
	s.do(s.noor, desk.CloseRequest{ID: id, Outcome: "handled-directly", Minutes: 10})
	return learning.EvidenceID(id, s.noor.Me().ID)
}

func (s *school) progress(session *model.Session) learning.Progress {
	s.t.Helper()
	p, err := learning.ReadProgress(s.ctx(), session, s.noor.Me().ID, journal.ID{})
	s.must(err)
	return p
}

func (s *school) waits(session *model.Session) int {
	s.t.Helper()
	w, err := learning.ReadWaiting(s.ctx(), session)
	s.must(err)
	return len(w)
}

func evidence(_ *testing.T, b *bench) {
	s := newSchool(b)
	me := s.noor.Me().ID
	piece := s.handle("mevrouw de Vries kan de huur niet betalen")
	c := s.progress(s.noor)
	b.same(len(c.Evidence), 1)
	e := c.Evidence[0]
	b.same(e.ID, piece)
	b.same([]any{e.Minutes, e.Theme, e.Channel, e.Role, e.Supervision, e.Result}, []any{40, "poverty", "desk", "pair", model.SupervisionPair, "handled-directly"})
	b.same(e.With, []journal.ID{s.ali.Me().ID})
	if len(e.Nodes) == 0 || strings.Contains(show(e), "Vries") || strings.Contains(show(e), "ZW-") {
		b.t.Fatalf("the copied facts are %+v", e)
	}
	other, err := learning.ReadProgress(b.ctx(), s.ali, s.ali.Me().ID, journal.ID{})
	b.must(err)
	b.same(len(other.Evidence), 1)
	// closing again adds nothing; undoing takes the evidence back
	id := b.ask("nog een", model.UrgencyRoutine)
	b.do(s.noor, desk.ClaimRequest{ID: id})
	b.do(s.noor, desk.CloseRequest{ID: id, Outcome: "referred"})
	b.same(len(s.progress(s.noor).Evidence), 2)
	_, err = s.noor.Undo(b.ctx())
	b.must(err)
	b.same(len(s.progress(s.noor).Evidence), 1)
	b.do(s.noor, loop.EvidenceFromRequest{ID: id})
	b.do(s.noor, desk.CloseRequest{ID: id, Outcome: "referred"})
	b.same(len(s.progress(s.noor).Evidence), 2)
	// words that stand in the place of a code, as a file may bring them, go to nobody's evidence
	odd := b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "vraag", Theme: "mevrouw Yilmaz", Channel: "via mevrouw Yilmaz"}}).Entity
	b.do(s.ali, desk.ClaimRequest{ID: odd})
	b.do(s.ali, desk.CloseRequest{ID: odd, Outcome: "handled-directly"})
	copied, err := learning.ReadPiece(b.ctx(), s.ali, s.ali.Me().ID, learning.EvidenceID(odd, s.ali.Me().ID))
	b.must(err)
	b.same(copied.Evidence.Theme+copied.Evidence.Channel+copied.Evidence.Title+copied.Evidence.Note, "")
	plain := b.ask("zonder student", model.UrgencyRoutine)
	b.refused(fault.Conflict, "no-student-handled", b.sam, loop.EvidenceFromRequest{ID: plain})
	// looking back: words in which somebody may be known are refused until they were read
	b.do(b.sam, desk.AddResident{Resident: desk.Resident{Name: "mw. Yilmaz"}})
	starr := learning.Reflection{Situation: "Mevrouw Yilmaz had een brief", Reflection: "Ik vroeg door"}
	b.refused(fault.Invalid, "text-personal", s.noor, learning.Reflect{Evidence: piece, Reflection: starr})
	marks, err := learning.FindPersonal(b.ctx(), s.noor, starr.Text())
	b.must(err)
	b.same(len(marks), 1)
	starr.Situation = "Mevrouw had een brief met 111222333"
	b.refused(fault.Invalid, "bsn", s.noor, learning.Reflect{Evidence: piece, Reflection: starr, Cleaned: true})
	starr.Situation = "Mevrouw had een brief"
	b.refused(fault.Invalid, "missing", s.noor, learning.Reflect{Evidence: piece})
	b.do(s.noor, learning.Reflect{Evidence: piece, Reflection: starr, Nodes: []journal.ID{s.hbo.Nodes[0].ID}})
	starr.Result = "Ze belde zelf"
	b.do(s.noor, learning.Reflect{Evidence: piece, Reflection: starr})
	e = *find(s.progress(s.theo), piece)
	b.same(e.Reflection.Result, "Ze belde zelf")
	b.same(len(e.Earlier), 1)
	b.same(e.Nodes, []journal.ID{s.hbo.Nodes[0].ID})
	b.refused(fault.Refused, "dossier-closed", s.theo, learning.Reflect{Student: me, Evidence: piece, Reflection: starr})
	b.refused(fault.NotFound, "node-unknown", s.noor, learning.LinkEvidence{Student: me, Evidence: piece, Nodes: []journal.ID{{9}}})
	b.do(s.noor, learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceProduct, Title: "Folder", File: "folder.pdf", Nodes: e.Nodes}})
	b.refused(fault.Invalid, "evidence-kind", s.noor, learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceRequest, Title: "x"}})
	b.same(len(s.progress(s.noor).Evidence), 3)
}

func find(c learning.Progress, id journal.ID) *learning.Evidence {
	for i := range c.Evidence {
		if c.Evidence[i].ID == id {
			return &c.Evidence[i]
		}
	}
	return nil
}

func learningClearance(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, piece := s.noor.Me().ID, s.handle("huur")
	deskSession := b.person("Daan", model.RoleDesk)
	for name, session := range map[string]*model.Session{"fellow student": s.ali, "another class": s.outsider, "desk": deskSession} {
		_, err := learning.ReadProgress(b.ctx(), session, me, journal.ID{})
		if fault.KindOf(err) != fault.Refused {
			b.t.Errorf("%s reads the dossier: %v", name, err)
		}
		b.refused(fault.Refused, "dossier-closed", session, learning.AddEvidence{Student: me, Evidence: learning.Evidence{Kind: learning.EvidenceObservation, Title: "x"}})
		b.refused(fault.Refused, "dossier-closed", session, learning.LinkEvidence{Student: me, Evidence: piece})
	}
	_, err := learning.ReadMatrix(b.ctx(), s.outsider, s.group, journal.ID{})
	b.fails(fault.Refused, "group-closed", err)
	given := []learning.Given{{Node: s.hbo.Nodes[1].ID, Level: 1}}
	for _, session := range []*model.Session{s.outsider, deskSession, b.sam} {
		b.refused(fault.Refused, "not-to-judge", session, learning.Assess{Student: me, Evidence: piece, Given: given})
	}
	b.same(len(s.progress(b.sam).Evidence), 1) // a coordinator reads
	b.refused(fault.Refused, "dossier-closed", b.sam, learning.AddEvidence{Student: me, Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "x"}})
	b.do(s.ali, learning.Assess{Student: me, Evidence: piece, Given: given}) // a fellow student who did it as well
	b.do(s.petra, learning.Assess{Student: me, Evidence: piece, Given: given})
	b.do(s.noor, learning.Assess{Student: me, Evidence: piece, Given: given})
	var parts []string
	for _, a := range find(s.progress(s.noor), piece).Assessments {
		parts = append(parts, string(a.As))
	}
	b.same(parts, []string{"peer", "practice", "self"})
	_, err = desk.ReadPage(b.ctx(), s.theo, desk.PageQuery{View: desk.ViewAll}) // a teacher sees no requests
	b.fails(fault.Refused, "may-not-read", err)
	b.refused(fault.Refused, "may-not-write", s.theo, learning.SaveFramework{Framework: s.hbo.Renamed("Anders")})
}

func judging(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, piece := s.noor.Me().ID, s.handle("huur")
	leaf := s.hbo.Nodes[1].ID
	give := func(level int) learning.Assess {
		return learning.Assess{Student: me, Evidence: piece, Given: []learning.Given{{Node: leaf, Level: level}}, Reason: "om deze reden"}
	}
	b.same(s.waits(s.theo), 0) // not looked back on yet
	b.same(s.waits(s.noor), 1)
	b.do(s.noor, learning.Reflect{Evidence: piece, Reflection: learning.Reflection{Reflection: "geleerd"}, Nodes: []journal.ID{s.hbo.Nodes[0].ID}})
	b.same(s.waits(s.noor), 0)
	b.same([]int{s.waits(s.theo), s.waits(s.tine), s.waits(s.petra), s.waits(s.outsider)}, []int{1, 1, 1, 0})
	b.refused(fault.Invalid, "level-unknown", s.theo, give(3))
	b.refused(fault.Invalid, "missing", s.theo, learning.Assess{Student: me, Evidence: piece})
	short := []learning.Given{{Node: leaf, Level: 0}} // what is not enough is not said without a reason, by the school and by practice
	for _, session := range []*model.Session{s.theo, s.petra} {
		b.refused(fault.Invalid, "reason-short", session, learning.Assess{Student: me, Evidence: piece, Given: short, Reason: "  "})
	}
	b.do(s.theo, give(2))
	b.same([]int{s.waits(s.theo), s.waits(s.tine)}, []int{0, 1})
	// the second assessor is blind until both are in
	blind := find(s.progress(s.tine), piece)
	b.same([]int{len(blind.Assessments), blind.Hidden}, []int{0, 1})
	b.same(s.progress(s.tine).State[leaf].Level, -1)
	b.same([]learning.Open{s.progress(s.tine).State[leaf].Open, s.progress(s.theo).State[leaf].Open}, []learning.Open{{}, {}}) // whoever reads
	b.same(s.progress(s.theo).State[leaf].Level, 2)
	a, err := learning.ReadConcordance(b.ctx(), s.tine, s.group, journal.ID{})
	b.must(err)
	b.same(a.Whole.Units, 0)
	b.do(s.tine, give(1))
	b.same(len(find(s.progress(s.tine), piece).Assessments), 2)
	b.same(s.progress(s.theo).State[leaf].Differs, true)
	b.same(s.progress(s.theo).State[leaf].Level, 1) // as long as they differ the lowest counts, and not who judged last
	a, err = learning.ReadConcordance(b.ctx(), s.theo, s.group, journal.ID{})
	b.must(err)
	b.same([]int{a.Whole.Units, len(a.ByNode), len(a.ByAssessors), len(a.Differing)}, []int{1, 1, 1, 1})
	b.same(a.Whole.Percent.Few, true)
	b.same([]int{a.Differing[0].LevelA, a.Differing[0].LevelB}, []int{2, 1})
	// a new judgement stands beside the old one and is not blind
	b.do(s.tine, give(2))
	e := find(s.progress(s.theo), piece)
	b.same(len(e.Assessments), 3)
	b.same([]bool{e.Assessments[1].Blind, e.Assessments[1].Latest, e.Assessments[2].Blind, e.Assessments[2].Latest}, []bool{true, false, false, true})
	b.same(s.progress(s.theo).State[leaf].Differs, false)
	b.same(s.progress(s.theo).State[leaf].Level, 2)
	settled, err := learning.ReadConcordance(b.ctx(), s.theo, s.group, journal.ID{})
	b.must(err)
	b.same(len(settled.Differing), 0) // they talked it over
	// who looks first is no second assessor
	second := s.handle("nog een")
	b.do(s.noor, learning.Reflect{Evidence: second, Reflection: learning.Reflection{Reflection: "weer"}, Nodes: []journal.ID{leaf}})
	b.do(s.theo, learning.Assess{Student: me, Evidence: second, Given: []learning.Given{{Node: leaf, Level: 0}}, Reason: "nog niet"})
	b.same(s.waits(s.tine), 1)
	b.do(s.tine, learning.LookAtJudgements{Student: me, Evidence: second})
	b.same(s.waits(s.tine), 0)
	b.same(len(find(s.progress(s.tine), second).Assessments), 1)
	// undo takes one's own judgement back
	_, err = s.theo.Undo(b.ctx())
	b.must(err)
	b.same(len(find(s.progress(s.theo), second).Assessments), 0)
}

func deciding(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, piece := s.noor.Me().ID, s.handle("huur")
	leaf := s.hbo.Nodes[1].ID
	b.refused(fault.Conflict, "nothing-judged", s.theo, learning.Decide{Student: me, Kind: learning.DecisionExam, Met: true})
	b.do(s.theo, learning.Assess{Student: me, Evidence: piece, Given: []learning.Given{{Node: leaf, Level: 2}}})
	b.refused(fault.Refused, "dossier-closed", s.petra, learning.Decide{Student: me, Kind: learning.DecisionExam})
	b.refused(fault.Invalid, "decision-kind", s.theo, learning.Decide{Student: me, Kind: "x"})
	b.do(s.theo, learning.Decide{Student: me, Kind: learning.DecisionExam, Met: true, Reason: "goed werk"})
	b.refused(fault.Conflict, "decided-already", s.tine, learning.Decide{Student: me, Kind: learning.DecisionExam})
	d := s.progress(s.noor).Decisions[0]
	b.same([]bool{d.Met, d.Sound, d.Withdrawn == nil}, []bool{true, true, true})
	snap, err := learning.ParseSnapshot(d.Snapshot)
	b.must(err)
	b.same([]any{snap.Student.Name, snap.Decided.Name, len(snap.Evidence), snap.Minutes, snap.Framework.Version}, []any{"Noor", "Theo", 1, 40, 1})
	b.same(snap.Framework.Nodes[1].Level, "goed")
	b.same(learning.Open(*snap.Open), learning.Open{})
	// what changes afterwards does not change what was frozen
	b.do(b.sam, learning.SaveFramework{Framework: s.hbo.Renamed("Een nieuwe versie")})
	b.do(s.theo, learning.Assess{Student: me, Evidence: piece, Given: []learning.Given{{Node: leaf, Level: 0}}, Reason: "nog niet"})
	again := s.progress(s.noor).Decisions[0]
	b.same(again.Hash, d.Hash)
	b.same(again.Sound, true)
	if _, err := s.theo.Undo(b.ctx()); err != nil {
		b.t.Fatal(err)
	}
	b.same(s.progress(s.noor).Decisions[0].Withdrawn == nil, true)
	b.refused(fault.Invalid, "missing", s.theo, learning.WithdrawDecision{Student: me, Decision: d.Stamp})
	b.do(s.theo, learning.WithdrawDecision{Student: me, Decision: d.Stamp, Reason: "verkeerde student"})
	b.refused(fault.Conflict, "withdrawn-already", s.theo, learning.WithdrawDecision{Student: me, Decision: d.Stamp, Reason: "x"})
	b.same(s.progress(s.noor).Decisions[0].Why, "verkeerde student")
	b.do(s.theo, learning.Decide{Student: me, Kind: learning.DecisionExam, Met: false})
	b.same(len(s.progress(s.noor).Decisions), 2)
}

func matrix(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, piece := s.noor.Me().ID, s.handle("huur")
	b.do(s.noor, learning.Reflect{Evidence: piece, Reflection: learning.Reflection{Reflection: "geleerd"}, Nodes: []journal.ID{s.hbo.Nodes[0].ID}})
	m, err := learning.ReadMatrix(b.ctx(), s.theo, s.group, journal.ID{})
	b.must(err)
	b.same([]any{len(m.Rows), len(m.Columns), m.Rows[0].Student.Name, m.Rows[1].Student.Name, m.Waiting}, []any{2, 5, "Ali", "Noor", 1})
	b.same([]int{m.Rows[1].Evidence, m.Rows[1].Open.School, m.Rows[1].Cells[0].Evidence, m.Rows[1].Cells[0].Level, m.Rows[1].Cells[1].Evidence}, []int{1, 1, 1, -1, 0})
	tree := s.hbo.Tree()
	var all []learning.Given
	for i, id := range tree.Leaves(s.hbo.Nodes[0].ID) {
		all = append(all, learning.Given{Node: id, Level: min(1+i, 2)})
	}
	b.do(s.theo, learning.Assess{Student: me, Evidence: piece, Given: all[1:]})
	m, err = learning.ReadMatrix(b.ctx(), s.theo, s.group, journal.ID{})
	b.must(err)
	b.same([]any{m.Rows[1].Cells[0].Level, m.Rows[1].Cells[0].Partial, m.Waiting}, []any{2, true, 0})
	b.wait(40 * 24 * time.Hour)
	b.do(s.theo, learning.Assess{Student: me, Evidence: piece, Given: all})
	c := s.progress(s.theo)
	b.same([]any{c.State[s.hbo.Nodes[0].ID].Level, c.State[s.hbo.Nodes[0].ID].Partial, len(c.Missing)}, []any{1, false, 4})
	b.same(len(c.Growth), 2)
	b.same(c.Growth[1].Enough, len(all))
	own, err := learning.ReadMatrix(b.ctx(), s.petra, journal.ID{}, journal.ID{}) // only those supervised
	b.must(err)
	b.same(len(own.Rows), 1)
}

func offers(_ *testing.T, b *bench) {
	s := newSchool(b)
	ask := func(theme string, urgency model.Urgency) journal.ID {
		b.t.Helper()
		return b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "vraag", Theme: theme, Urgency: urgency}}).Entity
	}
	best := func(id journal.ID) string {
		b.t.Helper()
		all, err := loop.ReadOffers(b.ctx(), b.sam, b.now)
		b.must(err)
		if len(all[id]) == 0 {
			return ""
		}
		return all[id][0].Who() + " " + show(all[id][0].Reasons)
	}
	// Noor is good at what work on neighbours trains, Ali has shown nothing yet
	piece := s.handle("burenruzie")
	b.do(s.noor, learning.Reflect{Evidence: piece, Reflection: learning.Reflection{Reflection: "goed"}})
	tree := s.hbo.Tree()
	var given []learning.Given
	for _, code := range []string{"C3", "C4"} {
		for _, n := range s.hbo.Nodes {
			if n.Code == code {
				for _, leaf := range tree.Leaves(n.ID) {
					given = append(given, learning.Given{Node: leaf, Level: 1})
				}
			}
		}
	}
	b.do(s.theo, learning.Assess{Student: s.noor.Me().ID, Evidence: piece, Given: given})
	first := ask("neighbours", model.UrgencyRoutine)
	b.same(best(first), "Ali [offer-teaches-much offer-quiet]")
	// whoever is busy with it is not offered the next one as well, by more than the bound
	b.do(s.ali, desk.ClaimRequest{ID: first})
	b.do(s.ali, desk.ClaimRequest{ID: ask("neighbours", model.UrgencyRoutine)})
	next := ask("neighbours", model.UrgencyRoutine)
	b.same(best(next), "Noor [offer-quiet]")
	// what was enough on the old steps is enough on the new ones, wherever it stands among them
	steps := s.hbo.Renamed("Met een stap erbij")
	steps.Scales[0].Levels = []competence.Level{{Name: "onvoldoende"}, {Name: "bijna", Value: 1}, {Name: "voldoende", Value: 2}, {Name: "goed", Value: 3}}
	steps.Scales[0].Proficient = 2
	b.do(b.sam, learning.SaveFramework{Framework: steps})
	b.same(best(next), "Noor [offer-quiet]")
	// an urgent one goes to who has the least to do
	b.do(s.noor, desk.ClaimRequest{ID: ask("neighbours", model.UrgencyRoutine)})
	b.do(s.noor, desk.ClaimRequest{ID: ask("neighbours", model.UrgencyRoutine)})
	b.do(s.noor, desk.ClaimRequest{ID: ask("neighbours", model.UrgencyRoutine)})
	b.same(best(ask("poverty", model.UrgencyNow)), "Ali [offer-teaches-some offer-quiet]")
	// a teacher sees no requests, and the site may do without offers
	_, err := loop.ReadOffers(b.ctx(), s.theo, b.now)
	b.fails(fault.Refused, "may-not-read", err)
	b.do(b.sam, loop.SetOffers{Site: b.sam.Site(), Off: true})
	b.same(best(next), "")
	// the site's own table comes before the frameworks; a node that left its framework does not stand in the way
	gone := s.hbo.Renamed("Onze lijst")
	gone.Nodes = append(slices.Clone(gone.Nodes), competence.Node{ID: competence.NodeID("own", "C9"), Key: "C9", Code: "C9", Title: "Tuinieren"})
	b.do(b.sam, learning.SaveFramework{Framework: gone})
	own := []model.Teaches{{Theme: "neighbours", Nodes: []journal.ID{competence.NodeID("own", "C9")}}}
	b.do(b.sam, loop.SetOffers{Site: b.sam.Site(), Teaches: own})
	site, err := b.sam.SiteByID(b.ctx(), b.sam.Site())
	b.must(err)
	nodes, mine := loop.Taught(site, &gone, "neighbours")
	b.same([]any{nodes, mine}, []any{own[0].Nodes, true})
	b.do(b.sam, learning.SaveFramework{Framework: s.hbo.Renamed("Zonder")})
	b.do(b.sam, loop.SetOffers{Site: b.sam.Site(), Off: true, Teaches: own})
	nodes, mine = loop.Taught(site, &s.hbo, "neighbours")
	b.same([]any{len(nodes), mine}, []any{2, false})
	own[0].Nodes = []journal.ID{{9}}
	b.refused(fault.NotFound, "node-unknown", b.sam, loop.SetOffers{Site: b.sam.Site(), Teaches: own})
}
