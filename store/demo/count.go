package demo

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
)

// countedWeeks is for how many weeks before this one the students of the first site wrote down hours at most.
const countedWeeks = 60

func ownWork() []string {
	return []string{"spreekuur in het buurthuis", "voorbereiding van een les", "stageverslag", "huis-aan-huis in de wijk", "gesprek met de begeleider", "materiaal voor het taalcafé"}
}

// count lets the students of the first site write down what stands nowhere else, and whoever supervises them confirm it: all weeks but the
// last two. One of them is far from the norm, and what one wrote was altered after it was confirmed. It has dice of its own.
func (f *fill) count(ctx context.Context, seed int64) error {
	d := newDice(seed + 3_000_017)
	boss, err := f.view(ctx, f.me)
	if err != nil {
		return err
	}
	f.stage.clock = f.calendar.now
	today := days.Of(f.calendar.now, f.calendar.now.Location())
	this := ledger.Week(today)
	all, err := hours.ReadAll(ctx, boss)
	if err != nil {
		return err
	}
	return f.stage.together(ctx, func() error {
		supervisor, n := journal.ID{}, 0
		for _, s := range all {
			p := s.Person
			if p.Site != f.sites[0].id || p.Study.At(today) != model.StudyActive || p.Supervisor.IsZero() {
				continue
			}
			supervisor = p.Supervisor
			session, err := f.view(ctx, p.ID)
			if err != nil {
				return err
			}
			whole := max(days.Between(p.Study.Start, p.Study.End)/7, 1)
			short := n == 2
			if n < 3 {
				p.Study.Company, p.Study.Guide = []string{"Welzijn Zuidwest", "Zorggroep De Linden", "Stichting Present"}[n], []string{"Mira Bos", "Hans Kuiper", "Saïda Amrani"}[n]
				if _, err := boss.DoQuietly(ctx, model.EditPerson{Person: p}); err != nil {
					return err
				}
			}
			n++
			var written []model.Action
			for back := countedWeeks; back > 0; back-- {
				monday := this.AddDate(0, 0, -7*back)
				if monday.Before(p.Study.Start) {
					continue
				}
				w := s.Week(monday)
				left := 60*p.Study.NormHours*d.between(85, 115)/100/whole - w.Minutes
				if short {
					left /= 5
				}
				if left > 14 {
					written = append(written, ledger.WriteHours{Student: p.ID, Own: ledger.Own{Day: monday.AddDate(0, 0, d.between(0, 4)), Minutes: min(left, 20*60) / 15 * 15, What: one(d, ownWork())}})
				}
			}
			if len(written) == 0 {
				continue
			}
			if _, err := session.DoQuietly(ctx, written...); err != nil {
				return err
			}
		}
		if supervisor.IsZero() {
			return nil
		}
		return f.confirm(ctx, supervisor, this)
	})
}

// confirm confirms the weeks but the last two; what somebody writes down after that is told.
func (f *fill) confirm(ctx context.Context, supervisor journal.ID, this time.Time) error {
	session, err := f.view(ctx, supervisor)
	if err != nil {
		return err
	}
	for back := countedWeeks; back > 2; back-- { // one at a time: a week in which nobody worked is refused
		_, err := session.DoQuietly(ctx, hours.Confirm{Week: this.AddDate(0, 0, -7*back)})
		if err != nil && fault.KindOf(err) != fault.Conflict {
			return err
		}
	}
	all, err := hours.ReadAll(ctx, session)
	if err != nil || len(all) == 0 {
		return err
	}
	_, err = session.DoQuietly(ctx, ledger.WriteHours{Student: all[0].Person.ID, Own: ledger.Own{Day: this.AddDate(0, 0, -18), Minutes: 45, What: "vergeten: opruimen na het buurtfeest"}})
	return err
}
