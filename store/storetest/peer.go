package storetest

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/pairs"
)

// peers: a fellow student who did the same work finds it, sees what both know of it, and judges it.
func peers(_ *testing.T, b *bench) {
	s := newSchool(b)
	me, piece := s.noor.Me().ID, s.handle("huur van mevrouw de Vries")
	leaf := s.hbo.Nodes[1].ID
	ali := func() (out []learning.Awaiting) {
		b.t.Helper()
		out, err := learning.ReadWaiting(b.ctx(), s.ali)
		b.must(err)
		return out
	}
	b.same(len(ali()), 1) // only Ali's own: Noor has not looked back yet
	b.do(s.noor, learning.Reflect{Evidence: piece, Reflection: learning.Reflection{Reflection: "van mij"}, Nodes: []journal.ID{s.hbo.Nodes[0].ID}})
	b.do(s.theo, learning.Assess{Student: me, Evidence: piece, Given: []learning.Given{{Node: leaf, Level: 2}}, Reason: "van Theo"})
	own, err := learning.ReadWaiting(b.ctx(), s.noor)
	b.must(err)
	b.same(len(own), 0) // Ali's has not been looked back on
	w := ali()
	b.same(len(w), 2)
	b.same([]any{w[0].As, w[0].Student.Name, w[1].As, w[1].Student.Name, w[1].Evidence.ID}, []any{learning.AssessorSelf, "Ali", learning.AssessorPeer, "Noor", piece})
	// what both know, and no more
	p, err := learning.ReadPiece(b.ctx(), s.ali, me, piece)
	b.must(err)
	e := p.Evidence
	b.same(e, w[1].Evidence)
	b.same([]any{e.Kind, e.Minutes, e.Theme, e.Channel, e.Role, e.Supervision, e.Result, e.With, e.Nodes, e.Ready()}, []any{learning.EvidenceRequest, 40, "poverty",
		"desk", "pair", model.SupervisionPair, "handled-directly", []journal.ID{s.ali.Me().ID}, []journal.ID{s.hbo.Nodes[0].ID}, true})
	b.same([]any{e.Reflection == nil, len(e.Earlier), e.Note, len(e.Assessments), e.Hidden, e.Mine}, []any{true, 0, "", 0, 0, false})
	if text := show(e); strings.Contains(text, "van mij") || strings.Contains(text, "Theo") || strings.Contains(text, "Vries") {
		b.t.Fatal(text)
	}
	b.same([]any{p.Student.Name, p.MayJudgeAs, p.Write, p.Framework.Key, p.Tree.Has(leaf)}, []any{"Noor", []learning.AssessorKind{learning.AssessorPeer}, false, s.hbo.Key, true})
	b.do(s.ali, learning.Assess{Student: me, Evidence: piece, Given: []learning.Given{{Node: leaf, Level: 1}}, Reason: "van Ali"})
	b.same(len(ali()), 1)
	p, err = learning.ReadPiece(b.ctx(), s.ali, me, piece)
	b.must(err)
	b.same([]any{len(p.Evidence.Assessments), p.Evidence.Assessments[0].Reason, p.Evidence.Mine}, []any{1, "van Ali", true})
	all, err := learning.ReadPeerWork(b.ctx(), s.ali)
	b.must(err)
	b.same([]any{len(all), all[0].Evidence.ID}, []any{1, piece})
	_, err = s.ali.Undo(b.ctx())
	b.must(err)
	b.same(len(ali()), 2)
	// others see what they always do, or nothing
	p, err = learning.ReadPiece(b.ctx(), s.theo, me, piece)
	b.must(err)
	b.same([]any{p.Evidence.Reflection.Reflection, len(p.Evidence.Assessments), p.MayJudgeAs, p.Write}, []any{"van mij", 1, []learning.AssessorKind{learning.AssessorSchool}, true})
	p, err = learning.ReadPiece(b.ctx(), s.tine, me, piece)
	b.must(err)
	b.same([]int{len(p.Evidence.Assessments), p.Evidence.Hidden}, []int{0, 1})
	p, err = learning.ReadPiece(b.ctx(), s.noor, me, piece)
	b.must(err)
	b.same([]any{p.MayJudgeAs, p.Write, len(p.Evidence.Assessments)}, []any{[]learning.AssessorKind{learning.AssessorSelf}, true, 1})
	p, err = learning.ReadPiece(b.ctx(), b.sam, me, piece)
	b.must(err)
	b.same([]any{len(p.MayJudgeAs), p.Write}, []any{0, false})
	b.do(s.noor, learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "alleen", Nodes: []journal.ID{leaf}}})
	alone := s.progress(s.noor).Evidence[0].ID
	if alone == piece {
		alone = s.progress(s.noor).Evidence[1].ID
	}
	for _, x := range []struct {
		session *model.Session
		id      journal.ID
		kind    fault.Kind
		msg     string
	}{
		{s.ali, alone, fault.Refused, "dossier-closed"}, {s.ali, journal.ID{9}, fault.Refused, "dossier-closed"}, {s.outsider, piece, fault.Refused, "dossier-closed"},
		{b.person("Eva", model.RoleStudent), piece, fault.Refused, "dossier-closed"}, {s.theo, journal.ID{9}, fault.NotFound, "evidence-unknown"},
	} {
		_, err := learning.ReadPiece(b.ctx(), x.session, me, x.id)
		b.fails(x.kind, x.msg, err)
	}
	_, err = learning.ReadPiece(b.ctx(), s.theo, b.sam.Me().ID, piece)
	b.fails(fault.NotFound, "person-unknown", err)
	// a buddy's own work that names the student is found as well, without evidence of the student's own
	eva := b.enter(b.do(b.sam, model.AddPerson{Person: model.Person{Name: "Eva", Roles: []model.Role{model.RoleStudent}, Level: "mbo-4", Site: b.sam.Site(),
		Groups: []journal.ID{s.group}}}).Entity)
	b.do(s.noor, learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceProject, Title: "samen", Note: "mijn notitie", Nodes: []journal.ID{leaf}, With: []journal.ID{eva.Me().ID}}})
	b.same(s.waits(eva), 0)
	b.do(b.sam, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{me, eva.Me().ID}}}})
	b.same(s.waits(eva), 1)
	b.do(b.sam, pairs.PersonLeaves{ID: me})
	b.same(s.waits(eva), 0)
}
