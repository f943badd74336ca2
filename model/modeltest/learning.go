package modeltest

import "leerbalie/model"

// learning does what is done about evidence and judgements: a request that a student handles, and everything after it.
func (e *everything) learning() {
	group := e.do(model.AddGroup{Group: model.Group{Name: "Klas 3A", Site: e.v.Site()}})
	framework := model.StartFor("hbo")
	e.do(model.SetGroupFrameworks{Group: group, Frameworks: []model.ID{framework}},
		model.SetOffers{Site: e.v.Site(), Teaches: []model.Teaches{{Theme: "poverty", Nodes: []model.ID{model.StartFrameworks()[0].Nodes[0].ID}}}})
	student := e.do(model.AddPerson{Person: model.Person{Name: "Eva", Roles: []model.Role{model.RoleStudent}, Site: e.v.Site(),
		Groups: []model.ID{group}, Level: "hbo"}})
	teacher := e.do(model.AddPerson{Person: model.Person{Name: "Theo", Roles: []model.Role{model.RoleTeacher}, Groups: []model.ID{group}}})
	request := e.do(model.AddRequest{Request: model.Request{Summary: "Schulden", Theme: "poverty", Channel: "desk"}})
	e.do(model.ClaimRequest{ID: request, For: []model.ID{student}}, model.EvidenceFromRequest{ID: request},
		model.CloseRequest{ID: request, Outcome: "handled-directly"})
	piece := model.EvidenceOf(request, student)
	nodes := []model.ID{model.StartFrameworks()[0].Nodes[1].ID}
	boss := e.v
	e.as(student)
	e.do(model.Reflect{Evidence: piece, Reflection: model.Reflection{Situation: "een brief", Reflection: "rustiger blijven"}, Cleaned: true},
		model.LinkEvidence{Student: student, Evidence: piece, Nodes: nodes},
		model.AddEvidence{Evidence: model.Evidence{Kind: model.EvidenceCourse, Title: "gesprekken", Note: "geoefend", Nodes: nodes}})
	e.as(teacher)
	e.do(model.LookAtJudgements{Student: student, Evidence: piece},
		model.Assess{Student: student, Evidence: piece, Given: []model.Given{{Node: nodes[0], Level: 2}}, Reason: "vraagt goed door"},
		model.Decide{Student: student, Kind: model.DecisionPlacement, Met: true, Reason: "genoeg uren"})
	if e.err == nil {
		c, err := e.v.Progress(e.ctx, student, model.ID{})
		if e.err = err; err == nil {
			e.do(model.WithdrawDecision{Student: student, Decision: c.Decisions[0].Stamp, Reason: "vergissing"})
		}
	}
	e.v = boss
}

// as lets somebody else act.
func (e *everything) as(who model.ID) {
	if e.err == nil {
		e.v, e.err = e.v.Switch(e.ctx, who)
	}
}
