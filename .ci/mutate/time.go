package main

// timeMutants break the days of the calendar, the clock, and how long something is said to take.
func timeMutants() []mutant {
	const days = "TestDaysKeepTheirDay|TestMidnight"
	return []mutant{
		{"months are added in Greenwich", "model/days", "AddMonths", "t.In(zone).Date()", "t.UTC().Date()", tests{"model/days", days, 200}},
		{"days are steps of 24 hours", "model/days", "Add", "onDay(y, m, d+days, clock(t, zone), zone)", "t.Add(time.Duration(days) * 24 * time.Hour).AddDate(0*y, 0*int(m), 0*d)", tests{"model/days", "TestMidnight", 0}},
		{"a day begins when the clock has skipped it", "model/days", "onDay", "t.Add(time.Duration(shown) * time.Second).Equal(wall)", "true || shown == 0", tests{"model/days", "TestMidnight", 0}},
		{"an unknown zone is that of the machine", "model/days", "Zone", `name != "Local"`, "true", tests{"model/days", "TestAZone", 0}},
		{"a pair's days are those of the default zone", "model", "(*Pair).zone", "p.Zone == nil", "true", tests{"model/pairs", "TestCheckIns", 0}},
		{"minutes without a day are of the machine's", "model", "LogTime.write", "days.Of(a.Day, zone)", "days.Of(a.Day.In(zone), time.UTC)", keeping("Conforms/days")},
		{"evidence is of the day in Greenwich", "model", "factsOf", "days.Of(e.Day, zone)", "days.Of(e.Day, time.UTC)", keeping("Conforms/days")},
		{"today is that of Greenwich", "model", "(*Doing).Today", "days.Of(d.Now(), zone)", "days.Of(d.Now().In(zone), time.UTC)", keeping("Conforms/days")},
		{"a calendar names an event by another day", "ui/text", "Words.PairCalendar", `day.Format("20060102")`, `a.Due.UTC().Format("20060102")`, by("ui/text", "Calendar")},

		{"four weeks are three until midnight", "model", "WeeksUntil", "days / 7", "(days - 1) / 7", tests{"model/learning", "TestWeeksUntil", 0}},
		{"the last days are told in weeks", "ui/report", "Maker.Placement", "days >= 14", "days >= 0", by("ui/report", "HowLong")},
		{"what is still to come waits", "ui/screen", "waits", "d < 0", "false", by("ui/screen", "HowLong")},

		{"the year 1900 is a day like any", "model", "(*Doing).Planned", "t.Year() < firstYear", "false", keeping("Conforms/days_that_cannot_be")},
		{"the year 9999 is a day like any", "model", "(*Doing).Planned", "t.Year() > last", "false", keeping("Conforms/days_that_cannot_be")},
		{"an old student with an odd day can no longer be altered", "model", "(*Doing).plannedStudy", "f.Get(now).Equal(f.Get(was))", "false", keeping("Conforms/days_that_cannot_be")},
		{"any year is read", "ui/text", "ReadDay", "err == nil && t.Year() >= 1900 && t.Year() < 2200", "err == nil", by("ui/text", "TestADayIsReadBack")},

		{"a date alone is the evening before where midnight is skipped", "store", "Moment", "days.Start(wall, loc)", "time.Date(year, time.Month(month), day, 0, 0, 0, 0, loc)",
			by("store/exchange/tabular", "ADateAlone")},
		{"the leap day is no day in other years", "ui/text", "Words.Moment", "year <= y+8", "year <= y+1", by("ui/text", "WithoutAYear")},
		{"a check-in may be before the pair", "model/pairs", "runningPairAt", "days.Between($*_) > 0", "false", by("ui/cli/pairs", "ADayOfACheckIn")},

		// the clock
		{"a clock in 2099 moves the journal there", "model", "Logical.Next", "last.Doubt(wall) == FarAhead", "false", tests{"model/journal", "TestClock", 200}},
		{"an empty journal doubts the clock", "model", "Logical.Doubt", "last == 0", "false", tests{"model/journal", "TestWhich", 0}},
		{"an hour off is called far", "model", "Logical.Doubt", "at.Sub(wall) > Behind", "at.Sub(wall) > 0", tests{"model/journal", "TestWhich", 0}},
		{"what is done while the clock is in 2099 is of 2099", "store", "(*Store).commit", "last.Believe(t.w.wall)", "(last - last).Believe(t.w.wall)", keeping("StoreConforms/a_clock")},
		{"what the clock said is not kept", "store", "(*tx).Emit", "c.Wall = t.w.wall.UnixMilli()", "", keeping("StoreConforms/a_clock")},
		{"nobody can say that the date is right", "store", "(*tx).Emit", "clock.Jump(t.w.wall)", "clock.Next(t.w.wall)", keeping("StoreConforms/a_store_that")},
		{"history is told by a clock in 2099", "model", "(*Item).Told", "it.Stamp.Time.Believe(Moment(it.Wall))", "Moment(it.Wall)", keeping("Conforms/a_clock")},
		{"today is a day to come after a long time", "model", "(*Doing).Happened", "d.Wall()", "d.Now()", keeping("Conforms/a_store_that")},
		{"that a date is right can be said of any", "model", "ClockIsRight.Do", "last.Doubt(d.Wall()) != journal.FarAhead", "last == 0", keeping("Conforms/a_clock")},
		{"things wait for seventy years", "ui/screen", "(*Clock).Now", "c.last.Time().Add(wall.Sub(c.since))", "wall", by("ui", "AClockFarAhead")},
		{"a clock far off is not said", "ui", "(*App).oddClock", `id == ""`, `true || id == ""`, by("ui", "TestAClock")},
		{"a command does not say that the clock is far off", "ui/cli/command", "(*Run).WithBoard", "session.Wrote()", "false", by("ui/cli/files", "TheClock")},
		{"reading says that the clock is far off", "ui/cli/command", "(*Run).WithBoard", "session.Wrote()", "true || session.Wrote()", by("ui/cli/files", "TheClock")},
	}
}
