package exchange

import (
	"time"

	"leerbalie/model/days"
)

// settleMerged decides whether a day stands in the first of its rows alone, as a spreadsheet keeps cells that were merged: so it is where
// more than half of the dates, and two at least, are followed by a row without one. A date that stands there once more is one that somebody
// wrote in every row.
func (s *tableSource) settleMerged() {
	if !s.columns.has(createdAt) {
		return
	}
	dates, runs, last, counted := 0, 0, "", false
	for _, row := range s.ahead {
		if row.wrong != nil || s.none(row.Row) {
			continue
		}
		text := s.cell(row.Row, createdAt)
		if text == "" {
			if last != "" && !counted {
				runs, counted = runs+1, true
			}
			continue
		}
		dates++
		last, counted = text, text == last
	}
	s.merged = runs >= 2 && runs*2 > dates
}

// dayAbove gives a row without a date the day of the last row that has one: where it can be read.
func (s *tableSource) dayAbove(e *entry, text string) {
	switch {
	case !s.merged:
	case text != "":
		if at := e.request.Created; !at.IsZero() {
			s.above = days.Midnight(at.In(s.loc), s.loc)
		}
	case !s.above.IsZero() && (e.closedAt.IsZero() || !e.closedAt.Before(s.above)):
		e.request.Created, e.day = s.above, s.above.Format(time.DateOnly)
		e.tell("import.date-above", "")
	}
}
