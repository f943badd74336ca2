package main

// timeMutants break the days of the calendar, the clock, and how long something is said to take.
func timeMutants() []mutant {
	const days = "TestDaysKeepTheirDay|TestMidnight"
	return []mutant{
		{"months are added in Greenwich", "model", "AddMonths", "t.In(zone).Date()", "t.UTC().Date()", tests{"model", days + "|TestCheckIns", 200}},
		{"days are steps of 24 hours", "model", "AddDays", "onDay(y, m, d+days, clock(t, zone), zone)", "t.Add(time.Duration(days) * 24 * time.Hour).AddDate(0*y, 0*int(m), 0*d)", tests{"model", days, 200}},
		{"a day begins when the clock has skipped it", "model", "onDay", "t.Add(time.Duration(shown) * time.Second).Equal(wall)", "true || shown == 0", tests{"model", "TestMidnight", 0}},
		{"an unknown zone is that of the machine", "model", "Zone", `name != "Local"`, "true", tests{"model", "TestAZone", 0}},
		{"a pair's days are those of the default zone", "model", "(*Pair).zone", "p.Zone == nil", "true", tests{"model/pairs", "TestCheckIns", 0}},
		{"minutes without a day are of the machine's", "model", "LogTime.write", "model.DayOf(a.Day, zone)", "model.DayOf(a.Day.In(zone), time.UTC)", keeping("Conforms/days")},
		{"evidence is of the day in Greenwich", "model", "factsOf", "model.DayOf(e.Day, zone)", "model.DayOf(e.Day, time.UTC)", keeping("Conforms/days")},
		{"today is that of Greenwich", "model", "(*Doing).Today", "DayOf(d.Now(), zone)", "DayOf(d.Now().In(zone), time.UTC)", keeping("Conforms/days")},
		{"a calendar names an event by another day", "ui/text", "Words.PairCalendar", `day.Format("20060102")`, `a.Due.UTC().Format("20060102")`, by("ui/text", "Calendar")},
	}
}
