package text

import "time"

// Day gives a calendar day in full, "" for none; ReadDay reads it back.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("02-01-2006")
}

// ReadDay reads a calendar day as people and programs write it: 9-3-2026, 09-03-2026, 2026-03-09, 9/3/2026 or 9.3.2026; of
// a year that somebody could mean.
func ReadDay(typed string) (day time.Time, ok bool) {
	for _, form := range []string{"2-1-2006", time.DateOnly, "2/1/2006", "2.1.2006"} {
		if t, err := time.Parse(form, typed); err == nil && t.Year() >= 1900 && t.Year() < 2200 {
			return t, true
		}
	}
	return time.Time{}, false
}

// DayOr is a day in short, "" for none.
func (w Words) DayOr(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return w.ShortDay(t)
}
