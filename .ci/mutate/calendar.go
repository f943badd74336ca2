package main

// calendarMutants break how appointments of other programs are read and brought in.
func calendarMutants() []mutant {
	lines := by("store/exchange/calendar/line", "Test")
	rules := by("store/exchange/calendar/repeat", "Test")
	clocks := by("store/exchange/calendar/clock", "Test")
	read := by("store/exchange/calendar", "TestFiles|TestWhatIsRead|TestExceptions|TestTheSame")
	return []mutant{
		{"a line of any length is held", "store/exchange/calendar/line", "(*Reader).physical", "len(part) > room", "false", lines},
		{"letters of Windows are kept as they are", "store/exchange/calendar/line", "(*Reader).Next", "charmap.Windows1252", "charmap.ISO8859_1", lines},
		{"a line that is cut ends in half a letter", "store/exchange/calendar/line", "whole", "raw[:len(raw)-n]", "raw", lines},
		{"a blank line ends a folded one", "store/exchange/calendar/line", "(*Reader).unfold", "next[0] != '\\r' && next[0] != '\\n'", "next[0] != 1", lines},
		{"a rule without end is gone along without end", "store/exchange/calendar/repeat", "(*Rule).walk", "*cost < 0", "false", rules},
		{"a last Friday is a first one", "store/exchange/calendar/repeat", "(*Rule).nth", "(all-at)/7+1 == -n", "(at-1)/7+1 == -n && all > 0", rules},
		{"one that comes back once comes back twice", "store/exchange/calendar/repeat", "(*Rule).Between", "n == r.count && n > 0", "false", rules},
		{"every second week is every week", "store/exchange/calendar/repeat", "(*period).by", "n *= p.interval", "n += 0", rules},
		{"an hour that comes twice is the second", "store/exchange/calendar/clock", "Place.At", "at.Before(first)", "at.After(first)", clocks},
		{"a zone of Windows is nobody's", "store/exchange/calendar/clock", "Named", "i >= 0", "i > 1 << 30", clocks},
		{"what a file tells of a clock does not count", "store/exchange/calendar", "(*zones).clock", "told != nil", "false", read},
		{"a time without a zone is UTC", "store/exchange/calendar", "(*zones).clock", `s.zone == ""`, "false", read},
		{"who cancels a calendar cancels nothing", "store/exchange/calendar", "(*resolving).calendar", `r.method == "CANCEL"`, "false", read},
		{"what is private comes in", "store/exchange/calendar", "(*resolving).calendar", "e.private", "false", read},
		{"an exception stands beside its series", "store/exchange/calendar", "(*resolving).all", "is && !r.of[i].instance.wall.IsZero()", "is && i < 0", read},
		{"a day that is left out is not", "store/exchange/calendar", "(*resolving).walls", "gone[t] || whole[days.Of(t, time.UTC)]", "false", read},
		{"the older of two counts", "store/exchange/calendar", "(*resolving).keep", "was.older(e)", "e.older(was)", read},
		{"two that differ are one", "store/exchange/calendar", "(*resolving).keep", `r.refuse(e, a.Line, $_)`, "_ = e", read},
		{"tasks are taken for appointments without a word", "store/exchange/calendar", "(*gathering).begin", `g.counts["calendar."+strings.ToLower(name)]++`, "_ = name", read},
		{"an appointment without an end is taken", "store/exchange/calendar", "(*gathering).ends", "g.now.refuse($*_)", "_ = g", read},
	}
}
