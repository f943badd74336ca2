package demo

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/visits"
)

// errand is what somebody comes for every week.
type errand struct {
	what, theme string
	minutes     int
}

func errands() []errand {
	return []errand{
		{"boodschappen doen", "independent-living", 60}, {"post en formulieren doornemen", "literacy", 45}, {"samen wandelen", "positive-health", 60},
		{"koffie en een praatje", "loneliness", 60}, {"oefenen met DigiD en e-mail", "digital", 45}, {"Nederlands oefenen", "literacy", 60}, {"administratie op orde houden", "poverty", 90},
	}
}

// How many residents of a site are regular clients, and for how many weeks it is known what came of their visits.
const (
	regularsFirst = 14
	regularsOther = 6
	visitWeeks    = 4
)

// regulars lets students visit some residents every week: what came of the last weeks is written down, today's and what comes is not. It is
// drawn by dice of its own and played last, so that all the rest of the neighbourhood is as it was without.
func (f *fill) regulars(ctx context.Context, seed int64) error {
	d := newDice(seed + 1_000_003)
	boss, err := f.view(ctx, f.me)
	if err != nil {
		return err
	}
	f.stage.clock = f.calendar.now
	people, err := boss.People(ctx)
	if err != nil {
		return err
	}
	today := days.Of(f.calendar.now, f.calendar.now.Location())
	return f.stage.together(ctx, func() error {
		for i, s := range f.sites {
			there, err := boss.At(ctx, s.id)
			if err != nil {
				return err
			}
			var students []model.Person
			for _, p := range people {
				if p.Has(model.RoleStudent) && p.Site == s.id && p.Study.At(today) == model.StudyActive {
					students = append(students, p)
				}
			}
			left := map[bool]int{true: regularsFirst, false: regularsOther}[i == 0]
			for n, r := range s.residents {
				if left == 0 || len(students) == 0 {
					break
				}
				if !r.known || n%3 != 0 {
					continue
				}
				left--
				if err := f.regular(ctx, d, there, r.ID, students, today, left == 1 && i == 0); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// regular is one regular client; of one of them nobody goes, which is to be seen before the day comes.
func (f *fill) regular(ctx context.Context, d *dice, there *model.Session, resident journal.ID, students []model.Person, today time.Time, alone bool) error {
	e := one(d, errands())
	day := time.Weekday(d.between(1, 5))
	a := visits.Arrangement{Resident: resident, What: e.what, Theme: e.theme, Minutes: e.minutes, Weekdays: []time.Weekday{day}, Part: one(d, visits.Parts()[:2]),
		From: visits.Monday(today).AddDate(0, 0, -7*d.between(visitWeeks, 20)), Every: 1}
	if d.chance(20) {
		a.Every = 2
	}
	if !alone {
		for try := 0; len(a.Who) == 0; try++ { // somebody who can then, but for the few who cannot any more
			if p := one(d, students); try > 40 || d.chance(8) || visits.Fits(p, day, a.Part) {
				a.Who = []journal.ID{p.ID}
			}
		}
		if other := one(d, students); d.chance(60) && other.ID != a.Who[0] && visits.Fits(other, day, a.Part) {
			a.Who = append(a.Who, other.ID)
		}
	}
	did, err := there.DoQuietly(ctx, visits.Plan{Arrangement: a})
	if err != nil {
		return err
	}
	a.ID = did.Entity
	for date := visits.Monday(today).AddDate(0, 0, -7*visitWeeks); date.Before(today) && !alone; date = date.AddDate(0, 0, 1) {
		if !a.Has(date) {
			continue
		}
		var what model.Action = visits.Finish{Arrangement: a.ID, Date: date, Minutes: max(15, e.minutes+5*d.between(-3, 3))}
		switch roll := d.between(1, 100); {
		case roll <= 8:
			what = visits.Skip{Arrangement: a.ID, Date: date, Why: one(d, []string{"was niet thuis", "was ziek", "bezoek van familie", "ziekenhuisafspraak"})}
		case roll <= 12 && date.Before(today.AddDate(0, 0, -7)):
			what = visits.Move{Arrangement: a.ID, Date: date, To: date.AddDate(0, 0, 1)}
		case roll <= 17 && !date.Before(today.AddDate(0, 0, -7)):
			continue // nobody said yet what came of it
		}
		if _, err := there.DoQuietly(ctx, what); err != nil {
			return err
		}
		if m, ok := what.(visits.Move); ok {
			if _, err := there.DoQuietly(ctx, visits.Finish{Arrangement: a.ID, Date: m.Date, Minutes: e.minutes}); err != nil {
				return err
			}
		}
	}
	return nil
}
