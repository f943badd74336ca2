package modeltest

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/community/taught"
	"leerbalie/model/course"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/training"
	"leerbalie/model/upward"
)

// community is what a learning community does together beside its courses and meetings.
func (e *everything) community() {
	e.networks()
	e.goals()
	e.questions()
	e.projects()
	e.signals()
	e.looks()
	e.trainings()
}

func (e *everything) later(weeks int) time.Time {
	return e.now.UTC().Truncate(24*time.Hour).AddDate(0, 0, 7*weeks)
}

func (e *everything) goals() {
	g := goal.Goal{Title: "Iedereen vindt het taalcafe", Why: "Veel vragen om taal", Owner: e.session.Me().ID, By: e.later(8), Phase: "verkennen", Theme: "taal"}
	g.ID = e.do(goal.Add{Goal: g})
	g.Phase = "proberen"
	e.do(goal.Edit{Goal: g})
	line := func(text string) goal.Noted { return goal.Noted{Text: text} }
	e.do(goal.PutStep{Goal: g.ID, Step: goal.Step{Noted: line("flyer maken"), Until: e.later(2), Person: e.session.Me().ID}}, goal.PutResult{Goal: g.ID, Result: goal.Result{Noted: line("drie nieuwe gasten")}},
		goal.PutNeed{Goal: g.ID, Need: goal.Need{Noted: line("eenvoudig schrijven")}})
	if now, err := goal.One(e.ctx, e.session, g.ID); err == nil && len(now.Steps) > 0 && len(now.Needs) > 0 {
		e.do(goal.Tick{Goal: g.ID, Step: now.Steps[0].Key}, goal.PutOffer{Goal: g.ID, Offer: goal.Offer{Noted: line("de bibliotheek"), Need: now.Needs[0].Key}})
	}
	e.do(goal.End{ID: g.ID, State: goal.Reached, Came: "er komen er twaalf"}, goal.Archive{ID: g.ID})
}

func (e *everything) questions() {
	q := question.Question{Title: "Hoe begin je een gesprek over schulden?", Details: "Aan de balie, met anderen erbij"}
	q.ID = e.do(question.Add{Question: q})
	q.Theme = "armoede"
	e.do(question.Edit{Question: q}, question.Reply{ID: q.ID, Text: "Vraag eerst of het hier kan"}, question.Reply{ID: q.ID, Text: "Neem een apart lokaal"})
	answer := e.answer(q.ID)
	e.do(question.Reply{ID: q.ID, Answer: answer, Text: "Vraag eerst of het hier mag"}, question.Accept{ID: q.ID, Answer: answer}, question.Keep{ID: q.ID, Text: "Een gesprek over schulden begint met de vraag of het hier mag"},
		question.Close{ID: q.ID}, question.Reopen{ID: q.ID}, question.Unsay{ID: q.ID, Answer: answer}, taught.Teach{Question: q.ID, Course: course.Course{Title: "Gesprekken over schulden", Dates: []time.Time{e.later(3)}, Teachers: idsOf(e.session)}},
		question.Archive{ID: q.ID})
}

// answer is the first answer to a question.
func (e *everything) answer(id journal.ID) (answer journal.ID) {
	if e.err != nil {
		return answer
	}
	q, err := question.One(e.ctx, e.session, id)
	if e.err = err; err == nil {
		answer = q.Answers[0].ID
	}
	return answer
}

func (e *everything) projects() {
	group := e.do(model.AddGroup{Group: model.Group{Name: "Klas 4A", Site: e.session.Site()}})
	student := e.do(model.AddPerson{Person: model.Person{Name: "Yusuf", Roles: []model.Role{model.RoleStudent}, Site: e.session.Site(), Groups: []journal.ID{group}}})
	baker := e.do(model.AddPerson{Person: model.Person{Name: "Bep de bakker", Roles: []model.Role{model.RoleGuest}, Site: e.session.Site()}})
	p := project.Project{Title: "Samen eten", District: "Zuid", Theme: "eenzaamheid", From: e.later(-4), To: e.later(20), HoursAWeek: 16, Leaders: idsOf(e.session), Students: []journal.ID{student}}
	p.ID = e.do(project.Add{Project: p})
	p.Programme = "elke week koken"
	e.do(project.Edit{Project: p}, project.Join{ID: p.ID, Who: []journal.ID{baker}}, project.Leave{ID: p.ID, Who: []journal.ID{baker}},
		project.Agree{ID: p.ID, Party: project.Professional}, project.Agree{ID: p.ID, Party: project.School, For: "ROC"}, project.Agree{ID: p.ID, Party: project.School, Off: true})
	s := project.Session{Day: e.later(-1), Came: 14, Minutes: 150, What: "koken"}
	e.do(project.NoteSession{Project: p.ID, Session: s})
	if e.err != nil {
		return
	}
	now, err := project.One(e.ctx, e.session, p.ID)
	if e.err = err; err != nil {
		return
	}
	s.ID, s.Came = now.Sessions[0].ID, 15
	e.do(project.NotePresence{Project: p.ID, Day: s.Day, Marks: []project.Mark{{Student: student, State: ledger.Present}}}, project.NoteSession{Project: p.ID, Session: s},
		project.NoteNote{Project: p.ID, Note: project.Note{Session: s.ID, Text: "er was te weinig soep"}}, project.NoteResult{Project: p.ID, Result: project.Result{Text: "vier mensen eten nu samen"}},
		project.MakeEvidence{Project: p.ID}, project.Archive{ID: p.ID})
}

func (e *everything) networks() {
	n := partner.Network{Name: "Kleine zorgboeren"}
	n.ID = e.do(partner.NetworkAdd{Network: n})
	p := partner.Partner{Name: "De Warme Schuur", Network: n.ID, Places: 10, Supervision: 12 * 60, From: e.later(0), To: e.later(40)}
	p.ID = e.do(partner.Add{Partner: p})
	n.Note, p.Contact = "drie boeren", "Piet"
	e.do(partner.NetworkEdit{Network: n}, partner.Edit{Partner: p}, partner.SetState{ID: p.ID, State: partner.Running})
	for _, k := range partner.NoteKinds() {
		e.do(partner.Write{ID: p.ID, Note: partner.Note{Kind: k, Text: "elke vrijdag", From: "de boer"}})
	}
	e.placements(p.ID)
	e.do(partner.Archive{ID: p.ID, Told: true}, partner.NetworkArchive{ID: n.ID})
}

// placements is a student who is placed at a partner.
func (e *everything) placements(at journal.ID) {
	student := e.do(model.AddPerson{Person: model.Person{Name: "Geplaatste student", Roles: []model.Role{model.RoleStudent}, Site: e.session.Site(), Level: "mbo-3"}})
	p := placement.Placement{Student: student, Partner: at, From: e.later(1), To: e.later(20), School: e.session.Me().ID, GuideName: "Piet"}
	p.ID = e.do(placement.Add{Placement: p})
	if r, err := placement.One(e.ctx, e.session, p.ID); err == nil {
		p = r.Placement
	}
	p.Minutes = 90
	e.do(placement.Edit{Placement: p}, placement.KickOff{ID: p.ID, Day: e.later(1), Terms: "op tijd zijn"}, placement.Offer{ID: p.ID, What: placement.Job})
	for _, k := range []journal.ItemKind{placement.ItemAgreement, placement.ItemVisit, placement.ItemEvaluation} {
		e.do(placement.Write{ID: p.ID, Kind: k, Text: "gaat goed", From: "Piet"})
	}
	e.do(placement.End{ID: p.ID, Day: e.later(2), Why: "ander werk"}, placement.Archive{ID: p.ID})
}

func (e *everything) signals() {
	s := upward.Signal{Text: "Er is geen les over schulden", Where: "balie Zuidwest", To: e.session.Me().ID, About: "curriculum", Cases: 19, Weeks: 4}
	s.ID = e.do(upward.Add{Signal: s})
	s.Where = "balie Zuidwest en Noord"
	e.do(upward.Edit{Signal: s}, upward.Answer{ID: s.ID, State: upward.Taken}, upward.Answer{ID: s.ID, State: upward.Done, Text: "komt in blok 3"}, upward.Archive{ID: s.ID})
}

func (e *everything) looks() {
	r := research.Research{Question: "Wie komt niet?", Supervisor: e.session.Me().ID, From: e.later(0)}
	r.ID = e.do(research.Add{Research: r})
	r.Came = "wie werkt overdag"
	e.do(research.Edit{Research: r}, research.End{ID: r.ID, State: research.Done, Came: "wie werkt"}, research.Archive{ID: r.ID})
}

func (e *everything) trainings() {
	t := training.Training{What: "Omgaan met agressie", Asker: "Bibliotheek", Asked: e.later(-2), Givers: idsOf(e.session)}
	t.ID = e.do(training.Add{Training: t})
	t.Day = e.later(2)
	e.do(training.Edit{Training: t}, training.Plan{ID: t.ID, Day: e.later(1)}, training.Give{ID: t.ID, Day: e.later(-1), People: 12, Came: "goed"}, training.Decline{ID: t.ID, Why: "geen tijd"}, training.Archive{ID: t.ID})
}

func idsOf(session *model.Session) []journal.ID { return []journal.ID{session.Me().ID} }
