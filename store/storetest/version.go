package storetest

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
)

// versions: a judgement keeps the version it was made on; a later one shows it where it still exists, by the name of the
// level and not by its place, and what is gone can still be read.
func versions(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, piece := s.noor.Me().ID, s.handle("huur")
	top, leaf, gone := s.hbo.Nodes[0].ID, s.hbo.Nodes[1].ID, s.hbo.Nodes[2].ID
	given := []learning.Given{{Node: leaf, Level: 1}, {Node: gone, Level: 2}}
	b.do(s.noor, learning.Reflect{Evidence: piece, Reflection: learning.Reflection{Reflection: "geleerd"}, Nodes: []journal.ID{top, gone}})
	b.do(s.theo, learning.Assess{Student: me, Evidence: piece, Given: given})
	b.do(s.tine, learning.Assess{Student: me, Evidence: piece, Given: []learning.Given{{Node: leaf, Level: 2}, {Node: gone, Level: 2}}})
	b.do(s.theo, learning.Decide{Student: me, Kind: learning.DecisionPlacement, Met: true})
	frozen := s.progress(s.noor).Decisions[0].Snapshot

	second := s.hbo.Renamed("Met een stap erbij")
	second.Scales[0].Levels = []competence.Level{{Name: "onvoldoende"}, {Name: "bijna", Value: 1}, {Name: "voldoende", Value: 2}, {Name: "uitstekend", Value: 3}}
	second.Scales[0].Proficient = 2
	second.Nodes = append(second.Nodes[:2:2], second.Nodes[3:]...)
	b.refused(fault.Conflict, "framework-shrinks", b.sam, learning.SaveFramework{Framework: second}) // what hangs on what goes is said first
	b.do(b.sam, learning.SaveFramework{Framework: second, Goes: true})
	p := s.progress(s.theo)
	b.same([]any{p.State[leaf].Level, p.State[leaf].Differs, p.Growth[0].Judged, p.Growth[0].Enough}, []any{2, false, 1, 1}) // "goed" is gone
	said := func(session *model.Session, i int) (out []string) {
		p := s.progress(session)
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
	m, err := learning.ReadMatrix(b.ctx(), s.theo, s.group, journal.ID{})
	b.must(err)
	b.same(m.Rows[1].Cells[0].Level, 2)
	a, err := learning.ReadConcordance(b.ctx(), s.theo, s.group, journal.ID{})
	b.must(err)
	b.same(a.Whole.Units, 0) // of the two judgements on C1.1 one has no place on the scale of today
	piece2, err := learning.ReadPiece(b.ctx(), s.tine, me, piece)
	b.must(err)
	b.same(piece2.Evidence.Assessments[0].Given[0].Level, 2)

	third := second.Renamed("Met andere woorden")
	third.Scales[0].Levels = []competence.Level{{Name: "nog niet"}, {Name: "bijna", Value: 1}, {Name: "voldoende", Value: 2}, {Name: "prima", Value: 3}}
	b.do(b.sam, learning.SaveFramework{Framework: third, Goes: true})
	b.do(s.theo, learning.Assess{Student: me, Evidence: piece, Given: []learning.Given{{Node: leaf, Level: 3}}})
	b.same(s.progress(s.theo).State[leaf].Level, 3)

	// what was frozen stays, and a decision of today holds what was judged before
	b.same(string(s.progress(s.noor).Decisions[0].Snapshot), string(frozen))
	b.do(s.theo, learning.Decide{Student: me, Kind: learning.DecisionExam, Met: true})
	snap, err := learning.ParseSnapshot(s.progress(s.noor).Decisions[0].Snapshot)
	b.must(err)
	first := snap.Evidence[0].Judgements[0]
	b.same([]any{first.Levels[leaf.String()], first.Levels[gone.String()], snap.Framework.Version}, []any{"voldoende", "goed", 3})
	b.same(snap.Framework.Gone, []learning.SnapshotNode{{ID: gone.String(), Code: "C1.2", Title: s.hbo.Nodes[2].Title}})

	// on another list, the words of the first stay
	b.do(b.sam, learning.SetGroupFrameworks{Group: s.group, Frameworks: []journal.ID{competence.BuiltinFrameworks()[1].ID}})
	b.same(said(s.theo, 0), []string{"C1.1 voldoende", "C1.2 goed"})
	b.same(s.progress(s.theo).Strays[top].Code, "C1")
}

func frameworkVersions(_ *testing.T, b *bench) {
	all, err := competence.ReadFrameworks(b.ctx(), b.sam, false)
	b.must(err)
	b.same(len(all), 3)
	f := all[0]
	b.do(b.sam, learning.SaveFramework{Framework: f}) // the same: nothing happens
	h, err := competence.ReadFrameworkHistory(b.ctx(), b.sam, f.ID)
	b.must(err)
	b.same(len(h), 1)
	b.do(b.sam, learning.SaveFramework{Framework: f.Renamed("Onze lijst")})
	h, err = competence.ReadFrameworkHistory(b.ctx(), b.sam, f.ID)
	b.must(err)
	b.same([]any{len(h), h[0].Version, h[0].Title, h[1].Title == f.Title}, []any{2, 2, "Onze lijst", true})
	b.same(h[0].Nodes, f.Nodes)
	b.do(b.sam, competence.ArchiveFramework{ID: f.ID, Archived: true})
	all, err = competence.ReadFrameworks(b.ctx(), b.sam, false)
	b.must(err)
	b.same(len(all), 2)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	got, err := competence.FindFramework(b.ctx(), b.sam, f.Title)
	b.must(err)
	b.same([]any{got.Version, got.Archived}, []any{1, false})
	other := all[1].ID // without a record of its own: undoing the first thing that happens to it does not put it away
	b.do(b.sam, competence.ArchiveFramework{ID: other, Archived: true})
	for range 2 {
		_, err = b.sam.Undo(b.ctx())
		b.must(err)
		got, err = competence.FindFramework(b.ctx(), b.sam, other.String())
		b.must(err)
		b.same(got.Archived, false)
		_, err = b.sam.Redo(b.ctx())
		b.must(err)
		got, err = competence.FindFramework(b.ctx(), b.sam, other.String())
		b.must(err)
		b.same(got.Archived, true)
	}
	b.do(b.sam, competence.ArchiveFramework{ID: other})
	broken := f.Renamed("Stuk")
	broken.Nodes[0].Parent = broken.Nodes[1].ID
	b.refused(fault.Invalid, "node-circle", b.sam, learning.SaveFramework{Framework: broken})
	broken = f.Renamed("BSN 111222333")
	b.refused(fault.Invalid, "bsn", b.sam, learning.SaveFramework{Framework: broken})
}
