package visits

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model/journal"
)

// ClashVisit is that people wrote apart from each other what came of the same visit, and it is not the same.
const ClashVisit = "visit"

// apart finds visits of which people wrote different things apart from each other.
func apart(_ *journal.Record, items []journal.Item) (out []journal.Clash) {
	if n := slices.IndexFunc(items, func(it journal.Item) bool { return tells(it.Kind) }); n < 0 {
		return nil
	}
	all := saidOf(journal.Standing(items))
	for date, s := range all {
		if versions := s.clash(); versions != nil {
			out = append(out, journal.Clash{Code: ClashVisit, Field: visitDate, Of: journal.Int(date), Versions: versions})
		}
	}
	slices.SortFunc(out, func(a, b journal.Clash) int { return int(a.Of.Int() - b.Of.Int()) })
	return out
}

// Said is what an item says that came of a visit: its state, its day, the minutes or the day to which it was moved, and the words.
func Said(it *journal.Item) Visit {
	a := Arrangement{}
	s := saidOf([]journal.Item{*it})[it.Fields.Get(visitDate).Int()]
	return a.visit(journal.CalendarDay(it.Fields.Get(visitDate).Int()), s)
}

// EndSaid is when an arrangement ended by an item, and why.
func EndSaid(f journal.Fields) string {
	return strings.TrimSpace(journal.CalendarDay(f.Get(endedLast).Int()).Format(time.DateOnly) + " " + f.Get(endedWhy).Text())
}

// GivenSaid are those to whom an item gives a visit.
func GivenSaid(f journal.Fields) []journal.ID { return f.Get(givenTo).IDs() }
