package visits

import (
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// Problem is why a visit that is planned may not go as planned.
type Problem struct {
	Code   string
	Person journal.ID // of whom that is; zero for Nobody
	Name   string
}

// The problems.
const (
	Nobody  = "nobody"   // nobody goes
	HasLeft = "left"     // who would go left, or is done learning here by then
	TimeOut = "time-out" // is in one
	Off     = "roster"   // cannot work in that part of the week
	Twice   = "twice"    // has another visit in the same part of that day
)

// Problems lists every code, the most urgent first.
func Problems() []string { return []string{Nobody, HasLeft, TimeOut, Twice, Off} }

// problems notes on visits who goes, and of those that are still to come why they may not go as planned.
func problems(tx model.Tx, all []Visit, today time.Time) error {
	type place struct {
		who  journal.ID
		day  int64
		part Part
	}
	busy, known := map[place]journal.ID{}, map[journal.ID]*model.Person{}
	names := desk.NamesOf(tx)
	twice := map[place]bool{} // has two residents to see then
	for i := range all {
		v := &all[i]
		var err error
		if v.Names, err = names(v.Who); err != nil {
			return err
		}
		if v.Late = v.Open() && v.On.Before(today); v.Open() {
			for _, id := range v.Who {
				at := place{id, journal.DayNumber(v.On), v.Part}
				if other, goes := busy[at]; goes && other != v.Resident {
					twice[at] = true
				}
				busy[at] = v.Resident
			}
		}
	}
	for i := range all {
		v := &all[i]
		if !v.Open() || v.Late {
			continue
		}
		if len(v.Who) == 0 {
			v.Problems = append(v.Problems, Problem{Code: Nobody})
		}
		for n, id := range v.Who {
			p, ok := known[id]
			if !ok {
				rec, err := tx.Record(model.KindPerson, id)
				if err != nil {
					return err
				}
				if rec != nil {
					one := model.PersonOf(rec)
					p = &one
				}
				known[id] = p
			}
			add := func(code string) { v.Problems = append(v.Problems, Problem{code, id, v.Names[n]}) }
			if code := standsInTheWay(p, v); code != "" {
				add(code)
			}
			if twice[place{id, journal.DayNumber(v.On), v.Part}] {
				add(Twice)
			}
		}
		slices.SortStableFunc(v.Problems, func(a, b Problem) int { return slices.Index(Problems(), a.Code) - slices.Index(Problems(), b.Code) })
	}
	return nil
}

// standsInTheWay is why somebody cannot go to a visit, "" for no reason. Only who learns here has a roster.
func standsInTheWay(p *model.Person, v *Visit) string {
	switch {
	case p == nil || p.Archived || p.Erased:
		return HasLeft
	case !p.Has(model.RoleStudent):
		return ""
	case p.Study.At(v.On) == model.StudyEnded:
		return HasLeft
	case p.Study.At(v.On) == model.StudyTimeOut:
		return TimeOut
	case p.Study.DayParts != 0 && p.Study.DayParts&slot(v.On, v.Part) == 0:
		return Off
	}
	return ""
}

// Alone are the days on which nobody goes to a visit that is still to come, in their order.
func Alone(all []Visit) (out []time.Time) {
	for i := range all {
		if slices.ContainsFunc(all[i].Problems, func(p Problem) bool { return p.Code == Nobody }) && !slices.ContainsFunc(out, all[i].On.Equal) {
			out = append(out, all[i].On)
		}
	}
	return out
}

// Fits tells whether a roster says that somebody can go in a part of a day of the week; of who has none it is not known, and so it does.
func Fits(p model.Person, day time.Weekday, part Part) bool {
	monday := time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)
	return p.Study.DayParts == 0 || p.Study.DayParts&slot(monday.AddDate(0, 0, (int(day)+6)%7), part) != 0
}
