package directory

import "time"

// Open is whether a service is open at a moment.
type Open uint8

// What is known of that.
const (
	OpenUnknown Open = iota // nobody said when, or not for that day
	OpenYes
	OpenNo
)

// String is the word for it in scripts.
func (o Open) String() string { return [...]string{"unknown", "open", "closed"}[o] }

// specialDays is how long a schedule without days of the week holds at most to be one of special days.
const specialDays = 31

// OpenAt tells whether schedules say that it is open at a moment, by the clock of the moment's zone. Where a service has none, ask it of
// its places.
func OpenAt(all []Schedule, at time.Time) Open {
	minute := at.Hour()*60 + at.Minute()
	day := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
	today, open := openOn(all, day, minute)
	if open || today == OpenNo && !told(all, day.AddDate(0, 0, -1)) {
		return today
	}
	if _, still := openOn(all, day.AddDate(0, 0, -1), minute+24*60); still {
		return OpenYes
	}
	return today
}

// openOn is what schedules say of a minute of a day; minutes past 24 hours are in the night that follows.
func openOn(all []Schedule, day time.Time, minute int) (o Open, open bool) {
	var special, regular []Schedule
	for _, s := range all {
		switch {
		case !s.holds(day):
		case s.special():
			special = append(special, s)
		default:
			regular = append(regular, s)
		}
	}
	holds := regular
	if len(special) > 0 {
		holds = special
	}
	unknown := !told(all, day)
	for _, s := range holds {
		if s.Closed && s.during(minute) {
			return OpenNo, false
		}
	}
	for _, s := range holds {
		if s.Closed || s.Days != 0 && !s.Days.Has(day.Weekday()) {
			continue
		}
		if s.Rule != "" && s.Rule != yearly || !s.hours() {
			unknown = true
			continue
		}
		if s.during(minute) {
			return OpenYes, true
		}
	}
	if unknown {
		return OpenUnknown, false
	}
	return OpenNo, false
}

// told tells whether there is a schedule that holds on a day, so that what none of them says is that it is shut.
func told(all []Schedule, day time.Time) bool {
	for _, s := range all {
		if s.holds(day) {
			return true
		}
	}
	return false
}

// yearly is the rule of special days that come back on the same days of every year.
const yearly = "FREQ=YEARLY"

// holds tells whether a day lies in the period of a schedule.
func (s Schedule) holds(day time.Time) bool {
	from, to := s.ValidFrom, s.ValidTo
	if s.Rule == yearly && !from.IsZero() && !to.IsZero() {
		years := day.Year() - from.Year()
		from, to = from.AddDate(years, 0, 0), to.AddDate(years, 0, 0)
	}
	return (from.IsZero() || !day.Before(from)) && (to.IsZero() || !day.After(to))
}

// special tells whether a schedule is of special days, such as holidays; see Schedule.
func (s Schedule) special() bool {
	return s.Days == 0 && !s.ValidFrom.IsZero() && !s.ValidTo.IsZero() && s.ValidTo.Sub(s.ValidFrom) < specialDays*24*time.Hour
}

// hours tells whether a schedule says at what time.
func (s Schedule) hours() bool { return s.Opens != 0 || s.Closes != 0 }

// during tells whether a minute lies within the hours of a schedule; of one that is shut without hours, every one of the day does.
func (s Schedule) during(minute int) bool {
	closes := s.Closes
	switch {
	case !s.hours():
		return s.Closed && minute < 24*60
	case closes <= s.Opens:
		closes += 24 * 60
	}
	return minute >= s.Opens && minute < closes
}

// openAt is what is known of a service: by its own hours, or else by those of its places, of which one that is open is enough.
func openAt(s *Service, places []Location, at time.Time) Open {
	if at.IsZero() {
		return OpenUnknown
	}
	if len(s.Schedules) > 0 {
		return OpenAt(s.Schedules, at)
	}
	unknown := len(places) == 0
	for i := range places {
		switch OpenAt(places[i].Schedules, at) {
		case OpenYes:
			return OpenYes
		case OpenUnknown:
			unknown = true
		}
	}
	if unknown {
		return OpenUnknown
	}
	return OpenNo
}
