package demo

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// intake takes a question in: the resident, when new, and what was asked. It returns the request as it was written down.
func (f *fill) intake(s *site, p *plan) desk.Request {
	d, t := f.dice, &p.topic
	summary, details, memo := t.question(d)
	p.speaker = p.who(d)
	p.memo = memo
	r := desk.Request{ID: d.id(p.created), Site: s.id, Created: p.created, Theme: t.theme, LifeDomain: t.domain,
		Summary: d.say(summary, p.speaker), Urgency: f.urgency(p), Supervision: f.supervision(p), Channel: f.channel()}
	if d.chance(55) {
		r.Details = d.say(details, p.speaker)
	}
	var actions []model.Action
	if p.resident != nil {
		f.knownAs(&r, p)
		if !p.resident.known {
			p.resident.ID = d.id(p.created)
			p.resident.known = true
			actions = append(actions, desk.AddResident{Resident: p.resident.Resident})
		}
		r.Resident = p.resident.ID
	} else {
		f.anonymous(&r, s)
	}
	r.Asker = f.asker(r.Channel)
	f.at(p.created, s.team.onDuty(p.created), append(actions, desk.AddRequest{Request: r})...)
	return r
}

// at notes what somebody did at a moment.
func (f *fill) at(t time.Time, by journal.ID, actions ...model.Action) {
	f.events = append(f.events, event{t, by, actions, nil})
}

// question draws a summary, with the details and the memo that go with it; either can be empty.
func (t *topic) question(d *dice) (summary, details, memo string) {
	parts := append(strings.Split(one(d, t.ask), "/"), "", "")
	if len(parts) == 3 {
		return parts[0], one(d, t.more), one(d, t.memo)
	}
	return strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])
}

// who is whom the question's texts speak about.
func (p *plan) who(d *dice) speaker {
	s := speaker{at: p.created, amount: d.between(34, 640), day: d.IntN(5)}
	if p.resident != nil {
		s.female, s.male = p.resident.female, !p.resident.female
	}
	return s
}

func (f *fill) knownAs(r *desk.Request, p *plan) {
	r.Neighbourhood, r.Language, r.AgeBand = p.resident.Neighbourhood, p.resident.Language, "unknown"
	if p.resident.BirthYear != 0 {
		r.AgeBand = ageBand(p.created.Year() - p.resident.BirthYear)
	}
}

func (f *fill) anonymous(r *desk.Request, s *site) {
	d := f.dice
	r.Language, r.AgeBand = "nl", "unknown"
	if d.chance(18) {
		r.Language = one(d, []string{"ar", "tr", "pl", "uk", "ti", "en", "en"})
	}
	if d.chance(65) {
		r.AgeBand = ageBand(d.age())
	}
	if d.chance(60) {
		r.Neighbourhood = one(d, s.neighbourhoods)
	}
}

func (f *fill) urgency(p *plan) model.Urgency {
	if p.open {
		return p.stage.urgency
	}
	switch lot := f.dice.IntN(100); {
	case lot < p.topic.now:
		return model.UrgencyNow
	case lot < p.topic.now+p.topic.today:
		return model.UrgencyToday
	}
	return model.UrgencyRoutine
}

func (f *fill) supervision(p *plan) model.Supervision {
	switch lot := f.dice.IntN(100); {
	case p.open && p.stage.helper == bySupervisor, lot < p.topic.expert && !(p.open && p.stage.helper <= byPair && p.stage.status != desk.StatusWaiting):
		return model.SupervisionProfessional
	case lot < p.topic.expert+p.topic.pair && !(p.open && p.stage.helper == byStudent && p.stage.status != desk.StatusWaiting):
		return model.SupervisionPair
	}
	return model.SupervisionAlone
}

func (f *fill) channel() string {
	list := []string{"desk", "phone", "email", "web", "chat", "outreach", "home-visit", "professional"}
	return list[weighted(f.dice, []int{58, 20, 6, 5, 3, 3, 2, 3})]
}

func (f *fill) asker(channel string) string {
	if channel == "professional" {
		return "care-professional"
	}
	return []string{"resident", "relative", "other"}[weighted(f.dice, []int{82, 14, 4})]
}
