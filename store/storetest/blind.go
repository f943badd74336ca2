package storetest

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// staysBlind: there is no way around the blindness of a second assessor. Who saw what the first found gives no blind
// judgement any more.
func staysBlind(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, leaf := s.noor.Me().ID, s.hbo.Nodes[1].ID
	ready := func(what string) (journal.ID, learning.Assess) {
		piece := s.handle(what)
		b.do(s.noor, learning.Reflect{Evidence: piece, Reflection: learning.Reflection{Reflection: "geleerd"}, Nodes: []journal.ID{leaf}})
		return piece, learning.Assess{Student: me, Evidence: piece, Given: []learning.Given{{Node: leaf, Level: 0}}, Reason: "nog niet"}
	}
	blind := func(piece journal.ID) (out []bool) {
		for _, a := range find(s.progress(s.noor), piece).Assessments {
			out = append(out, a.Blind)
		}
		return out
	}
	undo := func(session *model.Session) {
		_, err := session.Undo(b.ctx())
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
	b.do(s.theo, learning.Decide{Student: me, Kind: learning.DecisionPlacement, Met: true})
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
	b.do(s.tine, learning.Decide{Student: me, Kind: learning.DecisionExam, Met: true})
	b.same([]any{find(s.progress(s.tine), last).Hidden, s.waits(s.tine), s.progress(s.tine).Decisions[0].Hidden}, []any{0, 0, 0})
	b.do(s.tine, judge)
	b.same(blind(last), []bool{true, false})
}
