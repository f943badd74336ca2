package modeltest

import (
	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/alike"
	"leerbalie/model/learning/competence"
	"leerbalie/model/learning/dialogue"
	"leerbalie/model/learning/observing"
	"leerbalie/model/loop"
)

// learning does what is done about evidence and judgements: a request that a student handles, and everything after it.
func (e *everything) learning() {
	group := e.do(model.AddGroup{Group: model.Group{Name: "Klas 3A", Site: e.session.Site()}})
	framework := competence.BuiltinFor("hbo")
	e.do(learning.SetGroupFrameworks{Group: group, Frameworks: []journal.ID{framework}},
		learning.ShowSelf{Site: e.session.Site(), Shown: true},
		loop.SetOffers{Site: e.session.Site(), Teaches: []model.Teaches{{Theme: "poverty", Nodes: []journal.ID{competence.BuiltinFrameworks()[0].Nodes[0].ID}}}})
	a, b := competence.BuiltinFrameworks()[0], competence.BuiltinFrameworks()[1]
	one, other := alike.Part{List: a.ID, Node: a.Tree().Columns()[3]}, alike.Part{List: b.ID, Node: b.Tree().Columns()[0]}
	e.do(alike.Align{One: one, Other: other}, alike.Align{One: other, Other: one, Gone: true})
	student := e.do(model.AddPerson{Person: model.Person{Name: "Eva", Roles: []model.Role{model.RoleStudent}, Site: e.session.Site(),
		Groups: []journal.ID{group}, Level: "hbo"}})
	teacher := e.do(model.AddPerson{Person: model.Person{Name: "Theo", Roles: []model.Role{model.RoleTeacher}, Groups: []journal.ID{group}}})
	request := e.do(desk.AddRequest{Request: desk.Request{Summary: "Schulden", Theme: "poverty", Channel: "desk"}})
	e.do(desk.ClaimRequest{ID: request, For: []journal.ID{student}}, loop.EvidenceFromRequest{ID: request},
		desk.CloseRequest{ID: request, Outcome: "handled-directly"})
	piece := learning.EvidenceID(request, student)
	nodes := []journal.ID{competence.BuiltinFrameworks()[0].Nodes[1].ID}
	boss := e.session
	e.as(student)
	e.do(learning.Reflect{Evidence: piece, Reflection: learning.Reflection{Situation: "een brief", Reflection: "rustiger blijven"}, Cleaned: true},
		learning.LinkEvidence{Student: student, Evidence: piece, Nodes: nodes},
		learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "gesprekken", Note: "geoefend", Nodes: nodes}})
	e.talk(student, piece)
	e.as(teacher)
	e.do(dialogue.Hear{Student: student, Evidence: piece}, dialogue.Say{Student: student, Evidence: piece, Text: "Wat deed je toen?"},
		observing.Observe{Of: []observing.About{{Student: student, Given: []learning.Given{{Node: nodes[0], Level: 1}}}}, Text: "Luistert goed", Cleaned: true})
	e.do(learning.LookAtJudgements{Student: student, Evidence: piece},
		learning.Assess{Student: student, Evidence: piece, Given: []learning.Given{{Node: nodes[0], Level: 2}}, Reason: "vraagt goed door"},
		learning.Decide{Student: student, Kind: learning.DecisionPlacement, Met: true, Reason: "genoeg uren"})
	if e.err == nil {
		c, err := learning.ReadProgress(e.ctx, e.session, student, journal.ID{})
		if e.err = err; err == nil {
			e.do(learning.WithdrawDecision{Student: student, Decision: c.Decisions[0].Stamp, Reason: "vergissing"})
		}
	}
	e.session = boss
}

// talk does what a student does about the own piece: saying something, correcting and taking it back, and putting files with it.
func (e *everything) talk(student, piece journal.ID) {
	e.do(dialogue.Say{Student: student, Evidence: piece, Text: "Ik vond het lastig.", Cleaned: true}, dialogue.Say{Student: student, Evidence: piece, Text: "Vergissing", Shared: true})
	e.files(student, piece)
	if e.err != nil {
		return
	}
	p, err := learning.ReadPiece(e.ctx, e.session, student, piece)
	if e.err = err; err == nil {
		e.do(dialogue.Say{Student: student, Evidence: piece, Line: p.Evidence.Talk[0].ID, Text: "Ik vond het eerst lastig."},
			dialogue.Unsay{Student: student, Evidence: piece, Line: p.Evidence.Talk[1].ID}, attachment.Detach{Student: student, Evidence: piece, Attached: p.Evidence.Attached[1].Stamp})
	}
}

// files puts two files with a piece of evidence, one of them with its bytes.
func (e *everything) files(student, piece journal.ID) {
	b := []byte("een verslag")
	f := attachment.File{Name: "verslag.txt", Path: "/home/eva/verslag.txt", Size: int64(len(b)), Hash: attachment.HashOf(b), Bytes: b}
	e.do(attachment.Attach{Student: student, Evidence: piece, File: f, Keep: true})
	f.Name, f.Size, f.Hash, f.Bytes = "film.mp4", 8<<20, attachment.HashOf([]byte("film")), nil
	e.do(attachment.Attach{Student: student, Evidence: piece, File: f})
}

// as lets somebody else act.
func (e *everything) as(who journal.ID) {
	if e.err == nil {
		e.session, e.err = e.session.Switch(e.ctx, who)
	}
}
