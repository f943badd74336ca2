package demo

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// tell plays all questions of a site, in the order in which they came in.
func (f *fill) tell(s *site) {
	plans := f.plans(s)
	for i := range plans {
		c := &life{fill: f, site: s, plan: &plans[i]}
		c.request = f.intake(s, c.plan)
		if c.plan.open {
			c.still()
		} else {
			c.whole()
		}
	}
}

// life is one question on its way, told moment by moment.
type life struct {
	*fill
	site    *site
	plan    *plan
	request desk.Request
	who     []journal.ID // who took it up
	now     time.Time    // how far it has been told
	said    []string     // to colleagues, so far
}

// done notes that somebody did something at the moment that has been reached.
func (c *life) done(by journal.ID, actions ...model.Action) { c.at(c.now, by, actions...) }

func (c *life) later(low, high int) { c.now = c.calendar.step(c.now, c.dice.minutes(low, high)) }

func (c *life) days(low, high int) {
	c.now = c.calendar.afterDays(c.dice, c.now, c.dice.between(low, high))
}

func (c *life) say(list []string) string { return c.dice.say(one(c.dice, list), c.plan.speaker) }

// words draws from what is said about the topic, sometimes from what is said about any.
func (c *life) words(own, of []string) string {
	if len(own) == 0 || c.dice.chance(25) {
		return c.say(of)
	}
	return c.say(own)
}

// note is something new to tell colleagues: first what belongs to the question; "" when all was said.
func (c *life) note() (text string) {
	if text = c.plan.memo; text != "" {
		c.plan.memo = ""
		text = c.dice.say(text, c.plan.speaker)
	} else {
		list := anyMemo()
		if t := &c.plan.topic; t.domain == "finances" || t.theme == "forms" {
			list = append(list, paperMemo()...)
		}
		text = c.say(list)
	}
	if slices.Contains(c.said, text) {
		return ""
	}
	return text
}

// memo tells colleagues something, when there is something to tell.
func (c *life) memo(by journal.ID, text string) {
	if text == "" {
		return
	}
	c.said = append(c.said, text)
	c.done(by, desk.AddMemo{ID: c.request.ID, Text: text, At: c.now})
}

// taken lets somebody take the question up.
func (c *life) taken(h helper) {
	team, d := &c.site.team, c.dice
	switch {
	case h == bySupervisor:
		c.who = []journal.ID{team.supervisor}
	case h == byDesk && c.request.Supervision == model.SupervisionProfessional && d.chance(40):
		c.who = []journal.ID{one(d, team.desk), team.student(d, c.now)}
	case h == byDesk:
		c.who = []journal.ID{one(d, team.desk)}
	case h == byPair:
		c.who = team.pair(d, c.now)
	default:
		c.who = []journal.ID{team.student(d, c.now)}
	}
	by := c.who[0]
	if d.chance(25) { // the desk hands it out
		by = team.onDuty(c.now)
	}
	c.done(by, desk.ClaimRequest{ID: c.request.ID, For: c.who, Offered: c.offered()})

}

// offered is whether it had been offered to them: noted for eight months, and mostly so. It is told by the request itself, so that no lot
// is drawn for it.
func (c *life) offered() pairs.Offered {
	switch last := c.request.ID[15]; {
	case c.now.Before(c.calendar.now.AddDate(0, -8, 0)):
		return pairs.OfferNotKnown
	case last%5 < 3:
		return pairs.OfferedFirst
	}
	return pairs.OfferedNot
}

// whom draws who takes it up, within the rules of supervision.
func (c *life) whom() helper {
	lot := c.dice.IntN(100)
	switch {
	case c.request.Supervision == model.SupervisionProfessional && lot < 45:
		return bySupervisor
	case c.request.Supervision == model.SupervisionProfessional:
		return byDesk
	case c.request.Supervision == model.SupervisionPair && lot < 85, lot >= 55 && lot < 84:
		return byPair
	case c.request.Supervision == model.SupervisionPair, lot >= 84:
		return byDesk
	}
	return byStudent
}

// whole tells a question to its end.
func (c *life) whole() {
	c.now = c.request.Created
	switch c.request.Urgency {
	case model.UrgencyNow:
		c.later(1, 7)
	case model.UrgencyToday:
		c.later(2, 24)
	default:
		c.later(3, 38)
	}
	c.taken(c.whom())
	if c.dice.chance(4) {
		c.aside()
	}
	outcome := c.outcome()
	c.work(outcome)
	c.close(outcome)
	c.after(outcome)
}

// aside parks the question: the resident went to fetch something.
func (c *life) aside() {
	c.later(1, 5)
	c.done(c.who[0], desk.ParkRequest{ID: c.request.ID})
	c.memo(c.who[0], c.say([]string{
		"Haalt {de brief|$haar papieren|de ID-kaart|het pasje} thuis op.",
		"Even {naar de apotheek|kind van school halen|naar huis}, komt zo terug.",
		"Wacht op telefoontje van {de dochter|de bank|school}.",
	}))
	c.later(12, 45)
	c.done(c.site.team.onDuty(c.now), desk.RecallRequest{ID: c.request.ID})
}

func (c *life) outcome() string {
	d, t := c.dice, &c.plan.topic
	list := []string{"handled-directly", "handled-after-consultation", "referred", "taken-further", "withdrawn", "not-reached", "registered-only"}
	weights := []int{50, 15, 9, 9, 4, 5, 3}
	if t.expert >= 10 {
		weights = []int{28, 24, 20, 18, 3, 4, 1}
	}
	if len(t.refer) == 0 {
		weights[2] = 2
	}
	if t.low < 5 {
		weights = []int{70, 2, 2, 0, 2, 0, 24}
	}
	if !c.plan.reachable() { // whoever left no number cannot be missed
		weights[5] = 0
	}
	return list[weighted(d, weights)]
}

// work tells what was done until it was closed.
func (c *life) work(outcome string) {
	d, t, id := c.dice, &c.plan.topic, c.request.ID
	if d.chance(62) {
		c.later(4, 14)
		c.memo(one(d, c.who), c.note())
	}
	if d.chance(30) {
		c.later(1, 6)
		c.done(c.who[0], desk.AddContact{ID: id, Channel: c.request.Channel, Text: c.words(t.told, anyTold()), At: c.now})
	}
	c.tick()
	switch outcome {
	case "handled-after-consultation":
		c.later(3, 10)
		c.memo(c.site.team.supervisor, c.say([]string{
			"Meegekeken{, akkoord|, zo doen|: prima aangepakt}.",
			"{Overlegd|Samen bekeken} en {zelf gebeld met de gemeente|advies gegeven|de brief nagelezen}. {Jullie kunnen verder.|Zo versturen.|Let op de datum.}",
			"{Goede vraag, nagezocht|Nagevraagd bij de raadslieden}: {mag zo|kan, met bewijs erbij|eerst bezwaar maken}.",
			"Samen het gesprek voorbereid. {Student doet het woord.|Ik zat erbij.}",
		}))
	case "referred":
		c.refer()
	case "not-reached":
		c.promise(true)
		c.days(1, 2)
		c.memo(one(d, c.who), c.say([]string{
			"Gebeld, geen gehoor.", "Voicemail ingesproken.", "Nummer {niet in gebruik|staat uit}.",
			"Aangebeld, niet thuis. Kaartje {in de bus|achtergelaten}.",
		}))
		c.days(1, 4)
		c.memo(one(d, c.who), c.say([]string{
			"{Nogmaals|Weer|Derde keer} gebeld, niet bereikt. We sluiten af, $wie mag altijd terugkomen.",
			"Geen reactie op {kaartje|bericht|voicemail}.",
		}))
		c.kept("niet bereikt")
	case "taken-further":
		c.promise(d.chance(40))
		c.days(2, 9)
		c.memo(one(d, c.who), c.note())
		c.kept(c.say(anyFact()))
	case "withdrawn":
		c.memo(c.who[0], c.say([]string{
			"{Is al geregeld|Heeft het zelf opgelost}, {dochter|buurman|zoon} heeft geholpen.",
			"Wil het {toch niet|nog even laten rusten|liever zelf doen}.", "Moest weg en belde later af.",
		}))
	case "handled-directly":
		if t.low >= 8 && d.chance(17) {
			c.promise(d.chance(60))
			c.days(1, 5)
			c.kept(c.say(anyFact()))
		}
	}
}

// tick notes steps of the theme's checklist.
func (c *life) tick() {
	steps := stepsOf(c.plan.topic.theme)
	if len(steps) == 0 || !c.dice.chance(30) {
		return
	}
	for _, step := range steps[:c.dice.between(1, len(steps))] {
		c.later(0, 2)
		c.done(one(c.dice, c.who), desk.TickStep{ID: c.request.ID, Step: step})
	}
}

// close ends the question, with the minutes of each who worked on it.
func (c *life) close(outcome string) {
	d, t := c.dice, &c.plan.topic
	minutes := d.between(t.low, t.high)
	if outcome == "withdrawn" || outcome == "registered-only" {
		minutes = max(3, minutes/3)
	}
	c.later(max(2, minutes/2), max(4, minutes))
	end := desk.CloseRequest{ID: c.request.ID, Outcome: outcome, Spent: []desk.Spent{{Person: c.who[0], Minutes: minutes}}}
	if len(t.tags) > 0 && outcome != "withdrawn" && outcome != "not-reached" && d.chance(70) {
		end.Tags = []string{one(d, t.tags)}
	}
	if outcome != "withdrawn" && d.chance(22) {
		end.Note = c.note()
	}
	var actions []model.Action
	for _, buddy := range c.who[1:] {
		actions = append(actions, desk.LogTime{ID: c.request.ID, Minutes: max(2, minutes-d.IntN(6)), Person: buddy})
	}
	c.done(c.who[0], append(actions, end)...)
}

// after tells what can follow a closing: a few come back about it.
func (c *life) after(outcome string) {
	if outcome == "registered-only" || !c.dice.chance(1) {
		return
	}
	closed := c.now
	if c.days(1, 6); c.now.Equal(closed) {
		return
	}
	c.done(c.site.team.onDuty(c.now), desk.ReopenRequest{ID: c.request.ID})
	c.memo(c.site.team.onDuty(c.now), c.say([]string{
		"Kwam terug: {er is een nieuwe brief|het is toch niet gelukt|de instantie weet van niets}.",
		"Belde: {bedrag klopt niet|afspraak ging niet door}.",
	}))
	c.close("handled-directly")
}
