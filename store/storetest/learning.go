package storetest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
)

// school is a class with two teachers, a practice supervisor and two students.
type school struct {
	*bench
	group                model.ID
	noor, ali            *model.View // students
	theo, tine, outsider *model.View // teachers; the outsider has another class
	petra                *model.View // Noor's practice supervisor
	hbo                  model.Framework
}

func newSchool(b *bench) *school {
	s := &school{bench: b, hbo: model.StartFrameworks()[0]}
	s.group = b.do(b.sam, model.AddGroup{Group: model.Group{Name: "2B"}}).Entity
	other := b.do(b.sam, model.AddGroup{Group: model.Group{Name: "2C"}}).Entity
	add := func(p model.Person) *model.View {
		p.Site = b.sam.Site()
		return b.enter(b.do(b.sam, model.AddPerson{Person: p}).Entity)
	}
	s.petra = add(model.Person{Name: "Petra", Roles: []model.Role{model.RoleSupervisor}})
	student, teacher := []model.Role{model.RoleStudent}, []model.Role{model.RoleTeacher}
	s.noor = add(model.Person{Name: "Noor", Roles: student, Level: "hbo", Groups: []model.ID{s.group}, Supervisor: s.petra.Me().ID})
	s.ali = add(model.Person{Name: "Ali", Roles: student, Level: "hbo", Groups: []model.ID{s.group}})
	s.theo = add(model.Person{Name: "Theo", Roles: teacher, Groups: []model.ID{s.group}})
	s.tine = add(model.Person{Name: "Tine", Roles: teacher, Groups: []model.ID{s.group}})
	s.outsider = add(model.Person{Name: "Otto", Roles: teacher, Groups: []model.ID{other}})
	return s
}

// handle lets both students handle a request, and returns Noor's evidence of it.
func (s *school) handle(summary string) model.ID {
	s.t.Helper()
	id := s.do(s.sam, model.AddRequest{Request: model.Request{Summary: summary, Theme: "poverty", Channel: "desk", Supervision: model.SupervisionPair}}).Entity
	s.do(s.noor, model.ClaimRequest{ID: id, For: []model.ID{s.noor.Me().ID, s.ali.Me().ID}})
	s.do(s.noor, model.LogTime{ID: id, Minutes: 30})
	s.do(s.noor, model.CloseRequest{ID: id, Outcome: "handled-directly", Minutes: 10})
	return model.EvidenceOf(id, s.noor.Me().ID)
}

func (s *school) progress(v *model.View) model.Progress {
	s.t.Helper()
	p, err := v.Progress(s.ctx(), s.noor.Me().ID, model.ID{})
	s.must(err)
	return p
}

func (s *school) waits(v *model.View) int {
	s.t.Helper()
	w, err := v.Waits(s.ctx())
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
	b.same(e.With, []model.ID{s.ali.Me().ID})
	if len(e.Nodes) == 0 || strings.Contains(show(e), "Vries") || strings.Contains(show(e), "ZW-") {
		b.t.Fatalf("the copied facts are %+v", e)
	}
	other, err := s.ali.Progress(b.ctx(), s.ali.Me().ID, model.ID{})
	b.must(err)
	b.same(len(other.Evidence), 1)
	// closing again adds nothing; undoing takes the evidence back
	id := b.ask("nog een", model.UrgencyRoutine)
	b.do(s.noor, model.ClaimRequest{ID: id})
	b.do(s.noor, model.CloseRequest{ID: id, Outcome: "referred"})
	b.same(len(s.progress(s.noor).Evidence), 2)
	_, err = s.noor.Undo(b.ctx())
	b.must(err)
	b.same(len(s.progress(s.noor).Evidence), 1)
	b.do(s.noor, model.EvidenceFromRequest{ID: id})
	b.do(s.noor, model.CloseRequest{ID: id, Outcome: "referred"})
	b.same(len(s.progress(s.noor).Evidence), 2)
	// words that stand in the place of a code, as a file may bring them, go to nobody's evidence
	odd := b.do(b.sam, model.AddRequest{Request: model.Request{Summary: "vraag", Theme: "mevrouw Yilmaz", Channel: "via mevrouw Yilmaz"}}).Entity
	b.do(s.ali, model.ClaimRequest{ID: odd})
	b.do(s.ali, model.CloseRequest{ID: odd, Outcome: "handled-directly"})
	copied, err := s.ali.Piece(b.ctx(), s.ali.Me().ID, model.EvidenceOf(odd, s.ali.Me().ID))
	b.must(err)
	b.same(copied.Evidence.Theme+copied.Evidence.Channel+copied.Evidence.Title+copied.Evidence.Note, "")
	plain := b.ask("zonder student", model.UrgencyRoutine)
	b.refused(model.Conflict, "no-student-handled", b.sam, model.EvidenceFromRequest{ID: plain})
	// looking back: words in which somebody may be known are refused until they were read
	b.do(b.sam, model.AddResident{Resident: model.Resident{Name: "mw. Yilmaz"}})
	starr := model.Reflection{Situation: "Mevrouw Yilmaz had een brief", Reflection: "Ik vroeg door"}
	b.refused(model.Invalid, "text-personal", s.noor, model.Reflect{Evidence: piece, Reflection: starr})
	marks, err := s.noor.MarkPersonal(b.ctx(), starr.Text())
	b.must(err)
	b.same(len(marks), 1)
	starr.Situation = "Mevrouw had een brief met 111222333"
	b.refused(model.Invalid, "bsn", s.noor, model.Reflect{Evidence: piece, Reflection: starr, Cleaned: true})
	starr.Situation = "Mevrouw had een brief"
	b.refused(model.Invalid, "missing", s.noor, model.Reflect{Evidence: piece})
	b.do(s.noor, model.Reflect{Evidence: piece, Reflection: starr, Nodes: []model.ID{s.hbo.Nodes[0].ID}})
	starr.Result = "Ze belde zelf"
	b.do(s.noor, model.Reflect{Evidence: piece, Reflection: starr})
	e = *find(s.progress(s.theo), piece)
	b.same(e.Reflection.Result, "Ze belde zelf")
	b.same(len(e.Earlier), 1)
	b.same(e.Nodes, []model.ID{s.hbo.Nodes[0].ID})
	b.refused(model.Refused, "dossier-closed", s.theo, model.Reflect{Student: me, Evidence: piece, Reflection: starr})
	b.refused(model.NotFound, "node-unknown", s.noor, model.LinkEvidence{Student: me, Evidence: piece, Nodes: []model.ID{{9}}})
	b.do(s.noor, model.AddEvidence{Evidence: model.Evidence{Kind: model.EvidenceProduct, Title: "Folder", File: "folder.pdf", Nodes: e.Nodes}})
	b.refused(model.Invalid, "evidence-kind", s.noor, model.AddEvidence{Evidence: model.Evidence{Kind: model.EvidenceRequest, Title: "x"}})
	b.same(len(s.progress(s.noor).Evidence), 3)
}

func find(c model.Progress, id model.ID) *model.Evidence {
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
	desk := b.person("Daan", model.RoleDesk)
	for name, v := range map[string]*model.View{"fellow student": s.ali, "another class": s.outsider, "desk": desk} {
		_, err := v.Progress(b.ctx(), me, model.ID{})
		if model.KindOf(err) != model.Refused {
			b.t.Errorf("%s reads the dossier: %v", name, err)
		}
		b.refused(model.Refused, "dossier-closed", v, model.AddEvidence{Student: me, Evidence: model.Evidence{Kind: model.EvidenceObservation, Title: "x"}})
		b.refused(model.Refused, "dossier-closed", v, model.LinkEvidence{Student: me, Evidence: piece})
	}
	_, err := s.outsider.Matrix(b.ctx(), s.group, model.ID{})
	b.fails(model.Refused, "group-closed", err)
	given := []model.Given{{Node: s.hbo.Nodes[1].ID, Level: 1}}
	for _, v := range []*model.View{s.outsider, desk, b.sam} {
		b.refused(model.Refused, "not-to-judge", v, model.Assess{Student: me, Evidence: piece, Given: given})
	}
	b.same(len(s.progress(b.sam).Evidence), 1) // a coordinator reads
	b.refused(model.Refused, "dossier-closed", b.sam, model.AddEvidence{Student: me, Evidence: model.Evidence{Kind: model.EvidenceCourse, Title: "x"}})
	b.do(s.ali, model.Assess{Student: me, Evidence: piece, Given: given}) // a fellow student who did it as well
	b.do(s.petra, model.Assess{Student: me, Evidence: piece, Given: given})
	b.do(s.noor, model.Assess{Student: me, Evidence: piece, Given: given})
	var parts []string
	for _, a := range find(s.progress(s.noor), piece).Assessments {
		parts = append(parts, string(a.Part))
	}
	b.same(parts, []string{"peer", "practice", "self"})
	_, err = s.theo.Page(b.ctx(), model.PageQuery{View: model.ViewAll}) // a teacher sees no requests
	b.fails(model.Refused, "may-not-read", err)
	b.refused(model.Refused, "may-not-write", s.theo, model.SaveFramework{Framework: s.hbo.Renamed("Anders")})
}

func judging(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, piece := s.noor.Me().ID, s.handle("huur")
	leaf := s.hbo.Nodes[1].ID
	give := func(level int) model.Assess {
		return model.Assess{Student: me, Evidence: piece, Given: []model.Given{{Node: leaf, Level: level}}, Reason: "om deze reden"}
	}
	b.same(s.waits(s.theo), 0) // not looked back on yet
	b.same(s.waits(s.noor), 1)
	b.do(s.noor, model.Reflect{Evidence: piece, Reflection: model.Reflection{Reflection: "geleerd"}, Nodes: []model.ID{s.hbo.Nodes[0].ID}})
	b.same(s.waits(s.noor), 0)
	b.same([]int{s.waits(s.theo), s.waits(s.tine), s.waits(s.petra), s.waits(s.outsider)}, []int{1, 1, 1, 0})
	b.refused(model.Invalid, "level-unknown", s.theo, give(3))
	b.refused(model.Invalid, "missing", s.theo, model.Assess{Student: me, Evidence: piece})
	b.do(s.theo, give(2))
	b.same([]int{s.waits(s.theo), s.waits(s.tine)}, []int{0, 1})
	// the second assessor is blind until both are in
	blind := find(s.progress(s.tine), piece)
	b.same([]int{len(blind.Assessments), blind.Hidden}, []int{0, 1})
	b.same(s.progress(s.tine).State[leaf].Level, -1)
	b.same(s.progress(s.theo).State[leaf].Level, 2)
	a, err := s.tine.Agreement(b.ctx(), s.group, model.ID{})
	b.must(err)
	b.same(a.Whole.Units, 0)
	b.do(s.tine, give(1))
	b.same(len(find(s.progress(s.tine), piece).Assessments), 2)
	b.same(s.progress(s.theo).State[leaf].Differs, true)
	a, err = s.theo.Agreement(b.ctx(), s.group, model.ID{})
	b.must(err)
	b.same([]int{a.Whole.Units, len(a.ByNode), len(a.ByPair), len(a.Differing)}, []int{1, 1, 1, 1})
	b.same(a.Whole.Percent.Few, true)
	b.same([]int{a.Differing[0].LevelA, a.Differing[0].LevelB}, []int{2, 1})
	// a new judgement stands beside the old one and is not blind
	b.do(s.tine, give(2))
	e := find(s.progress(s.theo), piece)
	b.same(len(e.Assessments), 3)
	b.same([]bool{e.Assessments[1].Blind, e.Assessments[1].Latest, e.Assessments[2].Blind, e.Assessments[2].Latest}, []bool{true, false, false, true})
	b.same(s.progress(s.theo).State[leaf].Differs, false)
	// who looks first is no second assessor
	second := s.handle("nog een")
	b.do(s.noor, model.Reflect{Evidence: second, Reflection: model.Reflection{Reflection: "weer"}, Nodes: []model.ID{leaf}})
	b.do(s.theo, model.Assess{Student: me, Evidence: second, Given: []model.Given{{Node: leaf, Level: 0}}})
	b.same(s.waits(s.tine), 1)
	b.do(s.tine, model.LookAtJudgements{Student: me, Evidence: second})
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
	b.refused(model.Conflict, "nothing-judged", s.theo, model.Decide{Student: me, Kind: model.DecisionExam, Met: true})
	b.do(s.theo, model.Assess{Student: me, Evidence: piece, Given: []model.Given{{Node: leaf, Level: 2}}})
	b.refused(model.Refused, "dossier-closed", s.petra, model.Decide{Student: me, Kind: model.DecisionExam})
	b.refused(model.Invalid, "decision-kind", s.theo, model.Decide{Student: me, Kind: "x"})
	b.do(s.theo, model.Decide{Student: me, Kind: model.DecisionExam, Met: true, Reason: "goed werk"})
	b.refused(model.Conflict, "decided-already", s.tine, model.Decide{Student: me, Kind: model.DecisionExam})
	d := s.progress(s.noor).Decisions[0]
	b.same([]bool{d.Met, d.Sound, d.Withdrawn == nil}, []bool{true, true, true})
	snap, err := model.ReadSnapshot(d.Snapshot)
	b.must(err)
	b.same([]any{snap.Student.Name, snap.Decided.Name, len(snap.Evidence), snap.Minutes, snap.Framework.Version}, []any{"Noor", "Theo", 1, 40, 1})
	b.same(snap.Framework.Nodes[1].Level, "goed")
	// what changes afterwards does not change what was frozen
	b.do(b.sam, model.SaveFramework{Framework: s.hbo.Renamed("Een nieuwe versie")})
	b.do(s.theo, model.Assess{Student: me, Evidence: piece, Given: []model.Given{{Node: leaf, Level: 0}}})
	again := s.progress(s.noor).Decisions[0]
	b.same(again.Hash, d.Hash)
	b.same(again.Sound, true)
	if _, err := s.theo.Undo(b.ctx()); err != nil {
		b.t.Fatal(err)
	}
	b.same(s.progress(s.noor).Decisions[0].Withdrawn == nil, true)
	b.refused(model.Invalid, "missing", s.theo, model.WithdrawDecision{Student: me, Decision: d.Stamp})
	b.do(s.theo, model.WithdrawDecision{Student: me, Decision: d.Stamp, Reason: "verkeerde student"})
	b.refused(model.Conflict, "withdrawn-already", s.theo, model.WithdrawDecision{Student: me, Decision: d.Stamp, Reason: "x"})
	b.same(s.progress(s.noor).Decisions[0].Why, "verkeerde student")
	b.do(s.theo, model.Decide{Student: me, Kind: model.DecisionExam, Met: false})
	b.same(len(s.progress(s.noor).Decisions), 2)
}

func matrix(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, piece := s.noor.Me().ID, s.handle("huur")
	b.do(s.noor, model.Reflect{Evidence: piece, Reflection: model.Reflection{Reflection: "geleerd"}, Nodes: []model.ID{s.hbo.Nodes[0].ID}})
	m, err := s.theo.Matrix(b.ctx(), s.group, model.ID{})
	b.must(err)
	b.same([]any{len(m.Rows), len(m.Columns), m.Rows[0].Student.Name, m.Rows[1].Student.Name, m.Waiting}, []any{2, 5, "Ali", "Noor", 1})
	b.same([]int{m.Rows[1].Evidence, m.Rows[1].Open, m.Rows[1].Cells[0].Evidence, m.Rows[1].Cells[0].Level, m.Rows[1].Cells[1].Evidence}, []int{1, 1, 1, -1, 0})
	tree := s.hbo.Tree()
	var all []model.Given
	for i, id := range tree.Leaves(s.hbo.Nodes[0].ID) {
		all = append(all, model.Given{Node: id, Level: min(1+i, 2)})
	}
	b.do(s.theo, model.Assess{Student: me, Evidence: piece, Given: all[1:]})
	m, err = s.theo.Matrix(b.ctx(), s.group, model.ID{})
	b.must(err)
	b.same([]any{m.Rows[1].Cells[0].Level, m.Rows[1].Cells[0].Partial, m.Waiting}, []any{2, true, 0})
	b.wait(40 * 24 * time.Hour)
	b.do(s.theo, model.Assess{Student: me, Evidence: piece, Given: all})
	c := s.progress(s.theo)
	b.same([]any{c.State[s.hbo.Nodes[0].ID].Level, c.State[s.hbo.Nodes[0].ID].Partial, len(c.Missing)}, []any{1, false, 4})
	b.same(len(c.Growth), 2)
	b.same(c.Growth[1].Enough, len(all))
	own, err := s.petra.Matrix(b.ctx(), model.ID{}, model.ID{}) // only those supervised
	b.must(err)
	b.same(len(own.Rows), 1)
}

func frameworkVersions(_ *testing.T, b *bench) {
	all, err := b.sam.Frameworks(b.ctx(), false)
	b.must(err)
	b.same(len(all), 3)
	f := all[0]
	b.do(b.sam, model.SaveFramework{Framework: f}) // the same: nothing happens
	h, err := b.sam.FrameworkHistory(b.ctx(), f.ID)
	b.must(err)
	b.same(len(h), 1)
	b.do(b.sam, model.SaveFramework{Framework: f.Renamed("Onze lijst")})
	h, err = b.sam.FrameworkHistory(b.ctx(), f.ID)
	b.must(err)
	b.same([]any{len(h), h[0].Version, h[0].Title, h[1].Title == f.Title}, []any{2, 2, "Onze lijst", true})
	b.same(h[0].Nodes, f.Nodes)
	b.do(b.sam, model.ArchiveFramework{ID: f.ID, Archived: true})
	all, err = b.sam.Frameworks(b.ctx(), false)
	b.must(err)
	b.same(len(all), 2)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	got, err := b.sam.FindFramework(b.ctx(), f.Title)
	b.must(err)
	b.same([]any{got.Version, got.Archived}, []any{1, false})
	other := all[1].ID // without a record of its own: undoing the first thing that happens to it does not put it away
	b.do(b.sam, model.ArchiveFramework{ID: other, Archived: true})
	for range 2 {
		_, err = b.sam.Undo(b.ctx())
		b.must(err)
		got, err = b.sam.FindFramework(b.ctx(), other.String())
		b.must(err)
		b.same(got.Archived, false)
		_, err = b.sam.Redo(b.ctx())
		b.must(err)
		got, err = b.sam.FindFramework(b.ctx(), other.String())
		b.must(err)
		b.same(got.Archived, true)
	}
	b.do(b.sam, model.ArchiveFramework{ID: other})
	broken := f.Renamed("Stuk")
	broken.Nodes[0].Parent = broken.Nodes[1].ID
	b.refused(model.Invalid, "node-circle", b.sam, model.SaveFramework{Framework: broken})
	broken = f.Renamed("BSN 111222333")
	b.refused(model.Invalid, "bsn", b.sam, model.SaveFramework{Framework: broken})
}

func offering(_ *testing.T, b *bench) {
	s := newSchool(b)
	ask := func(theme string, urgency model.Urgency) model.ID {
		b.t.Helper()
		return b.do(b.sam, model.AddRequest{Request: model.Request{Summary: "vraag", Theme: theme, Urgency: urgency}}).Entity
	}
	best := func(id model.ID) string {
		b.t.Helper()
		all, err := b.sam.Offers(b.ctx(), b.now)
		b.must(err)
		if len(all[id]) == 0 {
			return ""
		}
		return all[id][0].Who() + " " + show(all[id][0].Reasons)
	}
	// Noor is good at what work on neighbours trains, Ali has shown nothing yet
	piece := s.handle("burenruzie")
	b.do(s.noor, model.Reflect{Evidence: piece, Reflection: model.Reflection{Reflection: "goed"}})
	tree := s.hbo.Tree()
	var given []model.Given
	for _, code := range []string{"C3", "C4"} {
		for _, n := range s.hbo.Nodes {
			if n.Code == code {
				for _, leaf := range tree.Leaves(n.ID) {
					given = append(given, model.Given{Node: leaf, Level: 1})
				}
			}
		}
	}
	b.do(s.theo, model.Assess{Student: s.noor.Me().ID, Evidence: piece, Given: given})
	first := ask("neighbours", model.UrgencyRoutine)
	b.same(best(first), "Ali [offer-teaches-much offer-quiet]")
	// whoever is busy with it is not offered the next one as well, by more than the bound
	b.do(s.ali, model.ClaimRequest{ID: first})
	b.do(s.ali, model.ClaimRequest{ID: ask("neighbours", model.UrgencyRoutine)})
	next := ask("neighbours", model.UrgencyRoutine)
	b.same(best(next), "Noor [offer-quiet]")
	// what was enough on the old steps is enough on the new ones, wherever it stands among them
	steps := s.hbo.Renamed("Met een stap erbij")
	steps.Scales[0].Levels = []model.Level{{Name: "onvoldoende"}, {Name: "bijna", Value: 1}, {Name: "voldoende", Value: 2}, {Name: "goed", Value: 3}}
	steps.Scales[0].Proficient = 2
	b.do(b.sam, model.SaveFramework{Framework: steps})
	b.same(best(next), "Noor [offer-quiet]")
	// an urgent one goes to who has the least to do
	b.do(s.noor, model.ClaimRequest{ID: ask("neighbours", model.UrgencyRoutine)})
	b.do(s.noor, model.ClaimRequest{ID: ask("neighbours", model.UrgencyRoutine)})
	b.do(s.noor, model.ClaimRequest{ID: ask("neighbours", model.UrgencyRoutine)})
	b.same(best(ask("poverty", model.UrgencyNow)), "Ali [offer-teaches-much offer-quiet]")
	// a teacher sees no requests, and the site may do without offers
	_, err := s.theo.Offers(b.ctx(), b.now)
	b.fails(model.Refused, "may-not-read", err)
	b.do(b.sam, model.SetOffers{Site: b.sam.Site(), Off: true})
	b.same(best(next), "")
	// the site's own table comes before the frameworks; a node that left its framework does not stand in the way
	gone := s.hbo.Renamed("Onze lijst")
	gone.Nodes = append(slices.Clone(gone.Nodes), model.Node{ID: model.NodeID("own", "C9"), Key: "C9", Code: "C9", Title: "Tuinieren"})
	b.do(b.sam, model.SaveFramework{Framework: gone})
	own := []model.Teaches{{Theme: "neighbours", Nodes: []model.ID{model.NodeID("own", "C9")}}}
	b.do(b.sam, model.SetOffers{Site: b.sam.Site(), Teaches: own})
	site, err := b.sam.SiteByID(b.ctx(), b.sam.Site())
	b.must(err)
	nodes, mine := site.Taught(&gone, "neighbours")
	b.same([]any{nodes, mine}, []any{own[0].Nodes, true})
	b.do(b.sam, model.SaveFramework{Framework: s.hbo.Renamed("Zonder")})
	b.do(b.sam, model.SetOffers{Site: b.sam.Site(), Off: true, Teaches: own})
	nodes, mine = site.Taught(&s.hbo, "neighbours")
	b.same([]any{len(nodes), mine}, []any{2, false})
	own[0].Nodes = []model.ID{{9}}
	b.refused(model.NotFound, "node-unknown", b.sam, model.SetOffers{Site: b.sam.Site(), Teaches: own})
}
