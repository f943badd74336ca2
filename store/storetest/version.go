package storetest

import (
	"testing"

	"leerbalie/model"
)

// versions: a judgement keeps the version it was made on; a later one shows it where it still exists, by the name of the
// level and not by its place, and what is gone can still be read.
func versions(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, piece := s.noor.Me().ID, s.handle("huur")
	top, leaf, gone := s.hbo.Nodes[0].ID, s.hbo.Nodes[1].ID, s.hbo.Nodes[2].ID
	given := []model.Given{{Node: leaf, Level: 1}, {Node: gone, Level: 2}}
	b.do(s.noor, model.Reflect{Evidence: piece, Reflection: model.Reflection{Reflection: "geleerd"}, Nodes: []model.ID{top, gone}})
	b.do(s.theo, model.Assess{Student: me, Evidence: piece, Given: given})
	b.do(s.tine, model.Assess{Student: me, Evidence: piece, Given: []model.Given{{Node: leaf, Level: 2}, {Node: gone, Level: 2}}})
	b.do(s.theo, model.Decide{Student: me, Kind: model.DecisionPlacement, Met: true})
	frozen := s.progress(s.noor).Decisions[0].Snapshot

	second := s.hbo.Renamed("Met een stap erbij")
	second.Scales[0].Levels = []model.Level{{Name: "onvoldoende"}, {Name: "bijna", Value: 1}, {Name: "voldoende", Value: 2}, {Name: "uitstekend", Value: 3}}
	second.Scales[0].Proficient = 2
	second.Nodes = append(second.Nodes[:2:2], second.Nodes[3:]...)
	b.do(b.sam, model.SaveFramework{Framework: second})
	p := s.progress(s.theo)
	b.same([]any{p.State[leaf].Level, p.State[leaf].Differs, p.Growth[0].Judged, p.Growth[0].Enough}, []any{2, false, 1, 1}) // "goed" is gone
	said := func(v *model.View, i int) (out []string) {
		p := s.progress(v)
		a := &find(p, piece).Assessments[i]
		b.same(a.On().Version, 1)
		for _, x := range a.Said(p.Tree) {
			out = append(out, x.Node.Code+" "+x.Level.Name)
		}
		return out
	}
	b.same(said(s.theo, 0), []string{"C1.1 voldoende", "C1.2 goed"})
	b.same(said(s.theo, 1), []string{"C1.1 goed", "C1.2 goed"})
	b.same(p.Strays[gone].Code, "C1.2")
	m, err := s.theo.Matrix(b.ctx(), s.group, model.ID{})
	b.must(err)
	b.same(m.Rows[1].Cells[0].Level, 2)
	a, err := s.theo.Agreement(b.ctx(), s.group, model.ID{})
	b.must(err)
	b.same(a.Whole.Units, 0) // of the two judgements on C1.1 one has no place on the scale of today
	piece2, err := s.tine.Piece(b.ctx(), me, piece)
	b.must(err)
	b.same(piece2.Evidence.Assessments[0].Given[0].Level, 2)

	third := second.Renamed("Met andere woorden")
	third.Scales[0].Levels = []model.Level{{Name: "nog niet"}, {Name: "bijna", Value: 1}, {Name: "voldoende", Value: 2}, {Name: "prima", Value: 3}}
	b.do(b.sam, model.SaveFramework{Framework: third})
	b.do(s.theo, model.Assess{Student: me, Evidence: piece, Given: []model.Given{{Node: leaf, Level: 3}}})
	b.same(s.progress(s.theo).State[leaf].Level, 3)

	// what was frozen stays, and a decision of today holds what was judged before
	b.same(string(s.progress(s.noor).Decisions[0].Snapshot), string(frozen))
	b.do(s.theo, model.Decide{Student: me, Kind: model.DecisionExam, Met: true})
	snap, err := model.ReadSnapshot(s.progress(s.noor).Decisions[0].Snapshot)
	b.must(err)
	first := snap.Evidence[0].Judgements[0]
	b.same([]any{first.Levels[leaf.String()], first.Levels[gone.String()], snap.Framework.Version}, []any{"voldoende", "goed", 3})
	b.same(snap.Framework.Gone, []model.SnapshotNode{{ID: gone.String(), Code: "C1.2", Title: s.hbo.Nodes[2].Title}})

	// on another list, the words of the first stay
	b.do(b.sam, model.SetGroupFrameworks{Group: s.group, Frameworks: []model.ID{model.StartFrameworks()[1].ID}})
	b.same(said(s.theo, 0), []string{"C1.1 voldoende", "C1.2 goed"})
	b.same(s.progress(s.theo).Strays[top].Code, "C1")
}
