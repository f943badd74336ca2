package demo

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
	"leerbalie/model/pairs/match"
)

// course is how it goes with a pair.
type course int

const (
	fine    course = iota
	doubt          // one of them is not sure
	late           // the last check-in should have been
	unheard        // nobody asked for two check-ins, or asked and heard nothing
)

// buddyPair is a pair before the store knows it: buddies from the two schools.
type buddyPair struct {
	days   int // ago that it was published; the earliest began with the demo
	course course
	ended  int    // days ago, 0: it runs
	reason string // of the end; "diploma" when one of the two got that

	id      journal.ID // once the store has made it
	members []learner
	from    time.Time
	until   time.Time // of what they take up together; zero: they still do
}

// pairsAt are the pairs of a site, the earliest first; the first has been there from the beginning and still is.
func pairsAt(code string) []*buddyPair {
	switch code {
	case "ZW":
		return []*buddyPair{{days: 999}, {days: 390}, {days: 215, ended: 30, reason: "diploma"}, {days: 190, course: doubt}, {days: 130, course: unheard},
			{days: 110}, {days: 70}, {days: 38, course: unheard}, {days: 17}}
	case "MW":
		return []*buddyPair{{days: 999}, {days: 370, ended: 60, reason: "schedule"}, {days: 160}, {days: 95, course: late}, {days: 45, course: doubt}}
	}
	return []*buddyPair{{days: 999, course: late}, {days: 330}, {days: 85, ended: 20, reason: "no-fit"}, {days: 24}}
}

func (c *buddyPair) ids() []journal.ID { return []journal.ID{c.members[0].ID, c.members[1].ID} }

// morning is a moment at the beginning of an open day, so many days before now or the first open one after that.
func (c *calendar) morning(days int) time.Time {
	day := midnight(c.now.AddDate(0, 0, -days))
	if day.Before(c.days[0]) {
		day = c.days[0]
	}
	for !openOn(day) {
		day = midnight(day.AddDate(0, 0, 1))
	}
	return clock(day, opens-10*time.Minute)
}

// about is an action on a pair that the store has made by the time it is done.
type about struct {
	pair   *buddyPair
	action func(id journal.ID) model.Action
}

// Name is the code of the words for the action.
func (a about) Name() string { return a.action(journal.ID{}).Name() }

// Do does it. Errors as for the action.
func (a about) Do(d *model.Doing) error { return a.action(a.pair.id).Do(d) }

// on notes that somebody did something about a pair, unless that is still to come.
func (f *fill) on(c *buddyPair, t time.Time, by journal.ID, action func(id journal.ID) model.Action) {
	if t.Before(f.calendar.now) {
		f.at(t, by, about{c, action})
	}
}

// publish lets a pair begin, with the points that matching gives it.
func (f *fill) publish(ctx context.Context, s *site, c *buddyPair) error {
	book := pairing.Book{}
	for _, m := range c.members {
		book.Students = append(book.Students, m.Person)
	}
	choice := book.Choice(c.from)
	choice.Weights, choice.Limits = match.DefaultWeights(), pairs.DefaultMatchLimits()
	p, err := match.Propose(ctx, book.Input(choice))
	if err != nil {
		return err
	}
	a := pairing.Publication(p, journal.ID{})
	a.Site = s.id
	f.events = append(f.events, event{c.from, f.me, []model.Action{a}, &c.id})
	f.agree(c)
	f.ask(c)
	f.part(c)
	return nil
}

// agree tells what the two say about the work together, in the first days.
func (f *fill) agree(c *buddyPair) {
	if c.course == unheard && c.days < 60 {
		return
	}
	for i, said := range [][2][]string{
		{{"Ik ontvang mensen en lees de brief voor.", "Ik doe de balie en de telefoon.", "Ik help met formulieren en de computer."},
			{"Weet welke regels er zijn.", "Houdt het overzicht als het druk is.", "Stelt de vraag achter de vraag."}},
		{{"Ik bel met de instanties en schrijf het op.", "Ik let op de termijnen.", "Ik bereid moeilijke gesprekken voor."},
			{"Stelt mensen snel op hun gemak.", "Kent de buurt en de mensen.", "Legt dingen uit in gewone woorden."}},
	} {
		who := c.members[i].ID
		f.on(c, f.calendar.workday(f.dice, c.from, f.dice.between(1, 6)), who, func(id journal.ID) model.Action {
			return pairs.Agree{Pair: id, For: said[0][c.days%3], Adds: said[1][(c.days+i)%3]}
		})
	}
}

// ask tells the check-ins and evaluations until now, by what is planned for the pair.
func (f *fill) ask(c *buddyPair) {
	now, d := f.calendar.now, f.dice
	plan := pairs.Pair{Started: c.from}
	left := 0
	for _, a := range plan.Schedule(now) {
		if a.Month == 0 {
			left++
		}
	}
	for _, a := range plan.Schedule(now) {
		t := f.calendar.workday(d, a.Due.AddDate(0, 0, -4), d.between(1, 4))
		if a.Month == 0 {
			left--
		}
		switch {
		case !c.until.IsZero() && !t.Before(c.until):
			return
		case a.Month > 0:
			if c.course != late || c.days > 200 {
				f.on(c, t, f.me, func(id journal.ID) model.Action { return f.evaluation(id, a.Month, c.course) })
			}
		case c.course == late && left == 0 && now.Sub(a.Due) > 0:
		case c.course == unheard && left < 2 && c.days >= 60:
		case c.course == unheard && left < 2:
			f.on(c, t, f.me, func(id journal.ID) model.Action {
				return pairs.AddCheckIn{Pair: id, Silent: true, Note: "Nog niet samen aan de balie gestaan."}
			})
		default:
			mood, notes := pairs.MoodGood, []string{"", "Werken goed samen.", "Verdelen het werk zelf.", "Leren van elkaar bij lastige brieven.", "Vaste dag gevonden."}
			if c.course == doubt && left < 2 {
				mood, notes = pairs.MoodDoubt, []string{"Zien elkaar weinig, roosters schuiven.", "Een van de twee doet vooral het woord."}
			}
			note, by := one(d, notes), f.me
			if d.chance(50) {
				by = one(d, c.ids())
			}
			f.on(c, t, by, func(id journal.ID) model.Action { return pairs.AddCheckIn{Pair: id, Mood: mood, Note: note} })
		}
	}
}

func (f *fill) evaluation(id journal.ID, month int, how course) model.Action {
	if how == doubt {
		return pairs.AddEvaluation{Pair: id, Month: month, Result: "change", Note: "Voortaan een vaste ochtend samen."}
	}
	return pairs.AddEvaluation{Pair: id, Month: month, Result: "go-on", Note: "Beiden willen samen door."}
}

// part tells how a pair ended, where it did.
func (f *fill) part(c *buddyPair) {
	if c.ended == 0 {
		return
	}
	end := f.calendar.morning(c.ended)
	switch c.reason {
	case "diploma":
		f.at(end, f.me, pairs.EndStudy{Person: c.members[1].ID, Outcome: "diploma"})
	case "no-fit":
		f.on(c, end.Add(-time.Hour/2), c.members[0].ID, func(id journal.ID) model.Action {
			return pairs.AnswerFit{Pair: id, Answer: pairs.FitNot, Note: "We willen allebei iets anders leren."}
		})
		f.on(c, end, f.me, func(id journal.ID) model.Action {
			return pairs.EndPair{ID: id, Reason: c.reason, Note: "In goed overleg uit elkaar."}
		})
		f.at(end, f.me, pairs.ForbidPair{Members: [2]journal.ID{c.members[0].ID, c.members[1].ID}})
	default:
		f.on(c, end, f.me, func(id journal.ID) model.Action {
			return pairs.EndPair{ID: id, Reason: c.reason, Note: "Nieuw lesrooster, geen dagdeel meer samen."}
		})
	}
}
