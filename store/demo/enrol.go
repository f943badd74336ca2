package demo

import (
	"context"
	"fmt"
	"time"

	"leerbalie/model"
	"leerbalie/model/daypart"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// enrol tells how the site's students came, from a vocational school and a university of applied sciences, and became
// pairs; those who have no buddy yet came at different times.
func (f *fill) enrol(ctx context.Context, boss *model.Session, site *site) error {
	groups := map[string]journal.ID{}
	for _, track := range tracks() {
		r, err := boss.DoQuietly(ctx, model.AddGroup{Group: model.Group{Name: fmt.Sprintf("%s %s %d", site.code, track, f.calendar.now.Year()%100), Site: site.id}})
		if err != nil {
			return err
		}
		groups[track] = r.Entity
	}
	if err := f.teach(ctx, boss, site, groups); err != nil {
		return err
	}
	c := &site.team
	c.pairs = pairsAt(site.code)
	for _, pair := range c.pairs {
		pair.from = f.calendar.morning(pair.days)
		if pair.ended > 0 { // the last days they take up nothing new
			pair.until = f.calendar.morning(pair.ended + 14)
		}
		shared := f.dice.week(f.dice.between(2, 3))
		for _, track := range tracks() {
			l := f.student(site, track, groups[track], f.beginning(pair.from, f.dice.between(8, 40)))
			l.Study.DayParts = shared | f.dice.week(f.dice.between(2, 4))
			if pair.reason == "diploma" && track == "hbo" {
				l.until = pair.until
			}
			pair.members = append(pair.members, l)
			f.admit(site, l)
		}
		if err := f.publish(ctx, site, pair); err != nil {
			return err
		}
	}
	f.single(site, groups)
	return nil
}

func tracks() []string { return []string{"mbo", "hbo"} }

// beginning is the day of somebody's first coming, some days before a moment, after the site itself began.
func (f *fill) beginning(t time.Time, days int) time.Time {
	start, first := midnight(t.AddDate(0, 0, -days)), midnight(f.calendar.days[0].AddDate(0, 0, -13))
	if start.Before(first) {
		return first
	}
	return start
}

// admit lets the coordinator take a student on, before the doors open on the first day.
func (f *fill) admit(s *site, l learner) {
	f.at(clock(l.Study.Start, 8*time.Hour), f.me, model.AddPerson{Person: l.Person})
	s.team.students = append(s.team.students, l)
}

// single takes on the students who wait for a buddy. Some can hardly be matched, one has a time-out and one stopped.
func (f *fill) single(s *site, groups map[string]journal.ID) {
	waits := []int{96, 61, 33, 24, 118, 150, 12, 75, 6, 47, 19}
	const long = 4
	n := s.place.students - 2*len(s.team.pairs)
	for i := range n {
		track := tracks()[i%2]
		wait := waits[i%len(waits)] + f.dice.between(0, 4)
		began := wait
		if i < long { // here for long, and free since
			began = 340 + 20*i
		}
		l := f.student(s, track, groups[track], f.beginning(f.calendar.now, began))
		if i < long {
			l.Study.Waiting = midnight(f.calendar.now.AddDate(0, 0, -wait))
		}
		switch {
		case i == n-1: // the roster has still to come
			l.Study.DayParts = f.dice.week(1)
		case i == n-2 && s.code == "ZW": // in the evening and at the weekend only
			l.Study.DayParts, _ = daypart.ParseDayParts([]string{"wed-evening", "fri-evening", "sat-morning"})
		case i == 4:
			l.until = f.calendar.morning(30)
			f.at(f.calendar.morning(18), f.me, pairs.StartTimeOut{Person: l.ID, Until: midnight(f.calendar.now.AddDate(0, 0, 25)),
				Reason: "Heeft thuis veel aan het hoofd, komt daarna terug."})
		case i == 5 && s.code != "HK":
			l.until = f.calendar.morning(25)
			f.at(f.calendar.morning(9), f.me, pairs.EndStudy{Person: l.ID, Outcome: map[string]string{"ZW": "job", "MW": "left"}[s.code]})
		}
		f.admit(s, l)
	}
}
