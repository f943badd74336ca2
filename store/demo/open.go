package demo

import "leerbalie/model/desk"

// still tells a question that is open at this moment, as far as it has come.
func (c *life) still() {
	c.now = c.request.Created
	p := &c.plan.stage
	d, t, id := c.dice, &c.plan.topic, c.request.ID
	if p.status == desk.StatusWaiting {
		if d.chance(30) {
			c.later(1, 2)
			c.memo(c.site.team.onDuty(c.now), c.say([]string{
				"Zit {met koffie bij het raam|in de wachtruimte|aan de leestafel}.", "Heeft {kind|hond|buurvrouw} bij zich.",
				"Moet om {vier|half vijf} weg.", "Belt terug als het {lang duurt|te druk is}.",
			}))
		}
		return
	}
	c.later(2, 12)
	c.taken(p.helper)
	if p.status == desk.StatusParked {
		c.later(2, 6)
		c.done(c.who[0], desk.ParkRequest{ID: id})
		c.memo(c.who[0], c.say([]string{
			"Haalt {de brief|de ID-kaart|het huurcontract} thuis op.",
			"Even {kind van school halen|naar de apotheek}, komt zo terug.",
			"Wacht op {telefoontje van de dochter|foto van de rekening}.",
		}))
		return
	}
	c.later(2, 9)
	c.memo(c.who[0], c.note())
	c.tick()
	if p.days == 0 {
		return
	}
	c.done(c.who[0], desk.LogTime{ID: id, Minutes: d.between(t.low, t.high)})
	c.later(3, 9)
	c.done(c.who[0], desk.AddContact{ID: id, Channel: c.request.Channel, Text: c.words(t.told, anyTold()), At: c.now})
	due := c.calendar.workday(d, c.calendar.now, 1)
	if p.days == 4 || p.days == 6 { // one promise should have been kept by now
		due = c.calendar.workday(d, c.calendar.daysAgo(d, 2), 1)
	}
	c.later(1, 4)
	c.done(c.who[0], c.task(true, due))
	if p.days >= 4 {
		back := c.calendar.workday(d, c.calendar.now, d.between(2, 6))
		c.done(c.who[0], desk.EditRequest{ID: id, Alter: func(r *desk.Request) { r.FollowUp = back }})
		to := t.refer
		if len(to) == 0 {
			to = anyReferral()
		}
		c.later(1, 8)
		c.done(c.who[0], c.referral(id, one(d, to), true, true))
		if p.days != 8 {
			c.days(1, 1)
			c.done(c.who[0], move{id, desk.ReferralSent, ""})
		}
	}
}
