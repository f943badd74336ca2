package demo

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// learn lets the students look back on what they handled, and their teachers judge it: most of it at the time, some of it
// twice and blind, and the last weeks' work still waits.
func (f *fill) learn(ctx context.Context) error {
	for i, s := range f.sites {
		teachers := make([]*model.Session, len(s.team.teachers))
		for j, id := range s.team.teachers {
			var err error
			if teachers[j], err = f.view(ctx, id); err != nil {
				return err
			}
		}
		if err := f.stage.together(ctx, func() error {
			for _, l := range s.team.students {
				if err := f.study(ctx, l.ID, teachers, i == 0); err != nil {
					return err
				}
			}
			return f.talk(ctx, s, teachers)
		}); err != nil {
			return err
		}
	}
	return nil
}

// pieces is on how many pieces of evidence a student looks back at most.
const pieces = 9

// study plays the learning of one student; at the first site the newest work of some waits to be judged.
func (f *fill) study(ctx context.Context, id journal.ID, teachers []*model.Session, first bool) error {
	me, err := f.view(ctx, id)
	if fault.KindOf(err) == fault.Refused { // has left
		return nil
	}
	if err != nil {
		return err
	}
	p, err := learning.ReadProgress(ctx, me, id, journal.ID{})
	if err != nil {
		return err
	}
	columns := p.Tree.Columns()
	talent := f.dice.between(0, 2)
	work := spread(p.Evidence, pieces)
	slices.Reverse(work)
	waits := first && f.dice.chance(35)
	for n, e := range work {
		last := n == len(work)-1
		if last && f.dice.chance(50) && !waits {
			continue // still to be looked back on
		}
		at := f.after(e.Day, f.dice.between(1, 3))
		nodes := e.Nodes
		if len(nodes) == 0 || f.dice.chance(30) {
			nodes = []journal.ID{one(f.dice, columns)}
		} else if len(nodes) > 1 {
			nodes = []journal.ID{one(f.dice, nodes)}
		}
		f.stage.clock = at
		if _, err := me.DoQuietly(ctx, learning.Reflect{Evidence: e.ID, Reflection: f.starr(), Nodes: nodes, Cleaned: true}); err != nil {
			return err
		}
		if last && waits || f.dice.chance(8) || len(teachers) == 0 {
			continue
		}
		if err := f.judge(ctx, &p, e, nodes, talent, at, teachers); err != nil {
			return err
		}
	}
	if f.dice.chance(60) {
		f.stage.clock = f.calendar.daysAgo(f.dice, f.dice.between(20, 200))
		course := learning.Evidence{Kind: learning.EvidenceCourse, Title: one(f.dice, courses()), Day: f.stage.clock, Minutes: 180,
			Nodes: []journal.ID{one(f.dice, columns)}}
		_, err = me.DoQuietly(ctx, learning.AddEvidence{Evidence: course, Cleaned: true})
	}
	return err
}

// spread picks some of the pieces, the newest first: the two newest, and others from the whole time there was.
func spread(all []learning.Evidence, most int) []learning.Evidence {
	if len(all) <= most {
		return all
	}
	out := slices.Clone(all[:2])
	for i := 2; i < most; i++ {
		out = append(out, all[2+(i-2)*(len(all)-2)/(most-2)])
	}
	return out
}

// after is a moment in the afternoon some days later, not in the future.
func (f *fill) after(day time.Time, days int) time.Time {
	at := clock(midnight(day.In(f.calendar.now.Location()).AddDate(0, 0, days)), 15*time.Hour+f.dice.minutes(0, 110))
	if at.After(f.calendar.now) {
		return f.calendar.now.Add(-f.dice.minutes(5, 50))
	}
	return at
}

// judge gives a judgement, of one teacher in four times of both.
func (f *fill) judge(ctx context.Context, p *learning.Progress, e learning.Evidence, nodes []journal.ID, talent int, at time.Time, teachers []*model.Session) error {
	both := len(teachers) > 1 && f.dice.chance(25)
	start := f.dice.IntN(len(teachers))
	for i := range teachers {
		if i > 0 && !both {
			break
		}
		var given []learning.Given
		for _, id := range nodes {
			for _, leaf := range p.Tree.Leaves(id) {
				if f.dice.chance(75) {
					given = append(given, learning.Given{Node: leaf, Level: f.level(talent)})
				}
			}
		}
		if len(given) == 0 {
			continue
		}
		f.stage.clock = f.after(at, f.dice.between(1, 6))
		if _, err := teachers[(start+i)%len(teachers)].DoQuietly(ctx, learning.Assess{Student: p.Student.ID, Evidence: e.ID, Framework: p.Framework.ID,
			Given: given, Reason: one(f.dice, verdicts())}); err != nil {
			return err
		}
	}
	return nil
}

// level draws a level of three for somebody's talent.
func (f *fill) level(talent int) int {
	switch n := f.dice.IntN(100); {
	case n < 22-9*talent:
		return 0
	case n < 78-14*talent:
		return 1
	}
	return 2
}

// starr draws a reflection in which nobody can be known.
func (f *fill) starr() learning.Reflection {
	return learning.Reflection{Situation: one(f.dice, situations()), Task: one(f.dice, tasks()), Action: one(f.dice, actions()),
		Result: one(f.dice, results()), Reflection: one(f.dice, lessons())}
}

func situations() []string {
	return []string{"Iemand kwam met een stapel ongeopende post.", "Een bewoner snapte een brief niet en was gespannen.",
		"Iemand had hulp nodig met een formulier op de computer.", "Een bewoner vertelde pas na een tijdje wat er echt was.",
		"Het was druk aan de balie en er waren twee vragen tegelijk.", "Iemand sprak weinig Nederlands en had haast.",
		"Een bewoner kwam terug omdat de eerste oplossing niet werkte."}
}

func tasks() []string {
	return []string{"Ik moest rustig uitzoeken wat de vraag was.", "Samen met mijn maatje de brief lezen en de volgende stap bepalen.",
		"Zorgen dat de bewoner het zelf kon doen.", "Nagaan wie hier beter bij kon helpen.", "De gegevens controleren en niets overslaan."}
}

func actions() []string {
	return []string{"Ik heb doorgevraagd en samengevat wat ik hoorde.", "We hebben de brief zin voor zin gelezen.",
		"Ik heb de website erbij gepakt en de bewoner zelf laten klikken.", "Ik heb met toestemming gebeld en meegeluisterd.",
		"Ik heb overlegd met de begeleider en daarna warm overgedragen.", "Ik heb op papier gezet wat er nog moest gebeuren."}
}

func results() []string {
	return []string{"De bewoner ging met een plan naar huis.", "De aanvraag is verstuurd.", "Er is een afspraak gemaakt voor volgende week.",
		"Het was in één keer opgelost.", "Het bleek bij een andere organisatie te horen; daar is het aangekomen."}
}

func lessons() []string {
	return []string{"Ik wil minder snel zelf de muis pakken.", "Doorvragen kost even tijd, maar scheelt later veel.",
		"Ik merkte dat ik zenuwachtig werd; een korte pauze hielp.", "Volgende keer vraag ik eerder of iemand mee wil kijken.",
		"Ik ben beter geworden in samenvatten.", "Mijn maatje zag iets wat ik miste. Dat wil ik vaker benutten."}
}

func verdicts() []string {
	return []string{"Vraagt goed door en blijft rustig.", "Laat de bewoner zelf doen wat kan.", "Legt nog te weinig vast.", "Overlegt op tijd.",
		"Mag meer het initiatief nemen.", "Kijkt eerlijk naar het eigen aandeel.", "Duidelijke uitleg in gewone woorden."}
}

func courses() []string {
	return []string{"Gesprekken voeren", "Geld en schulden", "Omgaan met agressie", "Privacy en vastleggen", "Taal en laaggeletterdheid",
		"Positieve gezondheid"}
}
