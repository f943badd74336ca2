package together

import (
	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/partner"
	"leerbalie/model/project"
)

// partnersAre are a network of three small organisations, and others with more places.
func (p *play) partnersAre() {
	boss := p.Boss.Me().ID
	network := p.by(boss, partner.NetworkAdd{Network: partner.Network{Name: "Kleine buurtorganisaties Zuidwest", Note: "Drie kleine plekken die samen één leerplek zijn."}})
	for _, q := range []partner.Partner{
		{Name: "Buurtkeuken De Pan", Network: network, State: partner.Running, Places: 10, Supervision: 24 * 60, Sector: "welzijn", Work: []string{"service"}},
		{Name: "Repaircafé Hoefkade", Network: network, State: partner.Running, Places: 8, Supervision: 20 * 60, Sector: "welzijn"},
		{Name: "Speeltuin Het Zand", Network: network, State: partner.Running, Places: 12, Supervision: 28 * 60, Sector: "sport"},
		{Name: "Zorggroep De Linden", State: partner.Agreed, Places: 20, Supervision: 60 * 60, Sector: "zorg"},
		{Name: "Sportbedrijf Zuid", State: partner.Contact, Places: 6, Supervision: 12 * 60, Sector: "sport"},
	} {
		q.From, q.To = p.day(-60), p.day(220)
		if q.State != partner.Contact {
			q.Agreed, q.Terms = p.day(-70), "Elke week een gesprek. Wie ziek is belt voor negen uur. Na zes weken kijken we samen terug."
		}
		q.Contact = "via de balie"
		p.partners = append(p.partners, p.by(boss, partner.Add{Partner: q}))
	}
}

// projectsAre are two projects in the district.
func (p *play) projectsAre() {
	all, err := pairs.Pairs(p.ctx, p.Boss)
	if err != nil {
		p.err = err
		return
	}
	for _, q := range all {
		if q.Running() {
			p.pairs = append(p.pairs, q.ID)
		}
	}
	if len(p.pairs) < 4 {
		return
	}
	for n, d := range []struct {
		project.Project
		came []int
	}{
		{project.Project{Title: "Samen eten in Zuid", District: "Zuidwest", Theme: "eenzaamheid", Target: "ouderen die alleen wonen", Why: "Aan tafel komt een gesprek vanzelf.", Programme: "Elke donderdag koken en eten. Twee studenten halen mensen op. Na het eten een half uur spel of gesprek.",
			From: p.day(-49), To: p.day(250), HoursAWeek: 16, Leaders: of(p.guide(0), p.teacher(0)), Pairs: p.pairs[:3], Guests: p.guests, Partners: p.partners[:1], State: project.Running, Work: "project"}, []int{9, 14, 17, 21}},
		{project.Project{Title: "Taal aan de keukentafel", District: "Zuidwest", Theme: "taal", Target: "ouders van schoolkinderen", Why: "Wie thuis oefent leert sneller.", Programme: "Twee ochtenden per week op school, met koffie.",
			From: p.day(-21), To: p.day(160), HoursAWeek: 8, Leaders: of(p.teacher(0)), Pairs: p.pairs[3:4], Guests: p.guests[:1], Partners: p.partners[2:3], State: project.Running, Work: "training"}, []int{5, 8}},
	} {
		leader := d.Leaders[0]
		id := p.added(leader, project.Add{Project: d.Project})
		p.projects = append(p.projects, id)
		p.by(leader, project.Agree{ID: id, Who: p.guide(0), Party: project.Professional, For: "servicepunt", On: p.day(-50)}, project.Agree{ID: id, Who: p.teacher(0), Party: project.Teacher, For: "school", On: p.day(-48)})
		if n == 0 {
			p.by(leader, project.Agree{ID: id, Who: p.partners[0], Party: project.Partner, For: "Buurtkeuken De Pan", On: p.day(-47)})
		}
		for i, came := range d.came {
			p.by(leader, project.NoteSession{Project: id, Session: project.Session{Day: p.day(-7 * (len(d.came) - i)), Came: came, Minutes: 180, What: "zoals het programma zegt"}})
		}
		p.by(leader, project.NoteResult{Project: id, Result: project.Result{Day: p.day(-7), Text: []string{"Vier gasten koken nu zelf mee.", "Twee moeders begonnen aan een cursus."}[n]}})
	}
}

// added lets somebody add something, and gives it: what is made with it counts for nothing here.
func (p *play) added(who journal.ID, a model.Action) journal.ID {
	if p.err != nil {
		return journal.ID{}
	}
	session, err := p.View(p.ctx, who)
	if err == nil {
		var r model.Receipt
		if r, err = session.DoQuietly(p.ctx, a); err == nil {
			return r.Entity
		}
	}
	p.err = err
	return journal.ID{}
}
