package storetest

import (
	"testing"

	"leerbalie/model"
)

// staysBlind: there is no way around the blindness of a second assessor. Who saw what the first found gives no blind
// judgement any more.
func staysBlind(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, leaf := s.noor.Me().ID, s.hbo.Nodes[1].ID
	ready := func(what string) (model.ID, model.Assess) {
		piece := s.handle(what)
		b.do(s.noor, model.Reflect{Evidence: piece, Reflection: model.Reflection{Reflection: "geleerd"}, Nodes: []model.ID{leaf}})
		return piece, model.Assess{Student: me, Evidence: piece, Given: []model.Given{{Node: leaf, Level: 0}}}
	}
	blind := func(piece model.ID) (out []bool) {
		for _, a := range find(s.progress(s.noor), piece).Assessments {
			out = append(out, a.Blind)
		}
		return out
	}
	undo := func(v *model.View) {
		_, err := v.Undo(b.ctx())
		b.must(err)
	}

	// judging, which shows the first judgement, and taking that back
	piece, judge := ready("huur")
	b.do(s.theo, judge)
	undo(s.theo) // a slip: there was nothing to see
	b.do(s.theo, judge)
	b.do(s.tine, judge)
	b.same(blind(piece), []bool{true, true})
	undo(s.tine)
	b.same([]any{find(s.progress(s.tine), piece).Hidden, s.waits(s.tine)}, []any{0, 0})
	b.do(s.tine, judge)
	b.same(blind(piece), []bool{true, false})
	undo(s.tine)
	_, err := s.tine.Redo(b.ctx())
	b.must(err)
	b.same(blind(piece), []bool{true, false})

	// a decision freezes what others found: who may not see that yet gets no look at it there
	other, judge := ready("toeslag")
	b.do(s.theo, judge)
	b.do(s.theo, model.Decide{Student: me, Kind: model.DecisionPlacement, Met: true})
	d := s.progress(s.tine).Decisions[0]
	b.same([]any{d.Met, d.Sound, d.Hidden, len(d.Snapshot)}, []any{true, true, 1, 0})
	b.same([]any{s.progress(s.theo).Decisions[0].Hidden, s.progress(s.noor).Decisions[0].Hidden, s.progress(s.petra).Decisions[0].Hidden}, []any{0, 0, 3})
	b.do(s.tine, judge)
	b.same(blind(other), []bool{true, true})
	d = s.progress(s.tine).Decisions[0]
	b.same([]any{d.Hidden, len(d.Snapshot) > 0}, []any{0, true})

	// who decides sees everything, and is no blind second any more
	last, judge := ready("brief")
	b.do(s.theo, judge)
	b.same(s.waits(s.tine), 1)
	b.do(s.tine, model.Decide{Student: me, Kind: model.DecisionExam, Met: true})
	b.same([]any{find(s.progress(s.tine), last).Hidden, s.waits(s.tine), s.progress(s.tine).Decisions[0].Hidden}, []any{0, 0, 0})
	b.do(s.tine, judge)
	b.same(blind(last), []bool{true, false})
}
