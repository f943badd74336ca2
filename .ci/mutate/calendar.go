package main

// calendarMutants break how appointments of other programs are read and brought in.
func calendarMutants() []mutant {
	lines := by("store/exchange/calendar/line", "Test")
	rules := by("store/exchange/calendar/repeat", "Test")
	clocks := by("store/exchange/calendar/clock", "Test")
	read := by("store/exchange/calendar", "TestFiles|TestWhatIsRead|TestExceptions|TestTheSame")
	in := by("store/exchange/calendar/bring", "Test")
	return []mutant{
		{"a line of any length is held", "store/exchange/calendar/line", "(*Reader).physical", "len(part) > room", "(len(part) > room) && false", lines},
		{"letters of Windows are kept as they are", "store/exchange/calendar/line", "(*Reader).Next", "charmap.Windows1252", "charmap.ISO8859_1", lines},
		{"a line that is cut ends in half a letter", "store/exchange/calendar/line", "whole", "raw[:len(raw)-n]", "raw", lines},
		{"a blank line ends a folded one", "store/exchange/calendar/line", "(*Reader).unfold", "next[0] != '\\r' && next[0] != '\\n'", "next[0] != 1", lines},
		{"a rule without end is gone along without end", "store/exchange/calendar/repeat", "(*Rule).walk", "*cost < 0", "(*cost < 0) && false", rules},
		{"a last Friday is a first one", "store/exchange/calendar/repeat", "(*Rule).nth", "(all-at)/7+1 == -n", "(at-1)/7+1 == -n && all > 0", rules},
		{"one that comes back once comes back twice", "store/exchange/calendar/repeat", "(*Rule).Between", "n == r.count && n > 0", "(n == r.count && n > 0) && false", rules},
		{"every second week is every week", "store/exchange/calendar/repeat", "(*period).by", "n *= p.interval", "n += 0", rules},
		{"an hour that comes twice is the second", "store/exchange/calendar/clock", "Place.At", "at.Before(first)", "at.After(first)", clocks},
		{"a zone of Windows is nobody's", "store/exchange/calendar/clock", "Named", "i >= 0", "i > 1 << 30", clocks},
		{"what a file tells of a clock does not count", "store/exchange/calendar", "(*zones).clock", "told != nil", "(told != nil) && false", read},
		{"a time without a zone is UTC", "store/exchange/calendar", "(*zones).clock", `s.zone == ""`, "false", read},
		{"who cancels a calendar cancels nothing", "store/exchange/calendar", "(*resolving).calendar", `r.method == "CANCEL"`, "false", read},
		{"what is private comes in", "store/exchange/calendar", "(*resolving).calendar", "e.private", "(e.private) && false", read},
		{"an exception stands beside its series", "store/exchange/calendar", "(*resolving).all", "is && !r.of[i].instance.wall.IsZero()", "is && i < 0", read},
		{"a day that is left out is not", "store/exchange/calendar", "(*resolving).walls", "gone[t] || whole[days.Of(t, time.UTC)]", "(gone[t] || whole[days.Of(t, time.UTC)]) && false", read},
		{"the older of two counts", "store/exchange/calendar", "(*resolving).keep", "was.older(e)", "e.older(was)", read},
		{"two that differ are one", "store/exchange/calendar", "(*resolving).keep", `r.refuse(e, a.Line, $_)`, "_ = e", read},
		{"tasks are taken for appointments without a word", "store/exchange/calendar", "(*gathering).begin", `g.counts["calendar."+strings.ToLower(name)]++`, "_ = name", read},
		{"an appointment without an end is taken", "store/exchange/calendar", "(*gathering).ends", "g.now.refuse($*_)", "_ = g", read},
		{"what moved is not told", "store/exchange/calendar/bring", "differs", "!is.Day.Equal(was.Day) || is.Start != was.Start", "(!is.Day.Equal(was.Day) || is.Start != was.Start) && false", in},
		{"what fell out of a series takes place", "store/exchange/calendar/bring", "(*importing).meetings", "!there[key{m.UID, m.Instance}]", "(!there[key{m.UID, m.Instance}]) && false", in},
		{"what has been is called off", "store/exchange/calendar/bring", "(*importing).meetings", "!there[key{m.UID, m.Instance}] && !m.Cancelled && !m.Day.Before(in.today())", "!there[key{m.UID, m.Instance}] && !m.Cancelled", in},
		{"a meeting of ours gets a twin", "store/exchange/calendar/bring", "standing.own", "!is", "is || !is", in},
		{"what was altered here later is undone by an old file", "store/exchange/calendar/bring", "(*importing).ofOurs", "a.Changed.Before(was.Changed.Truncate(time.Second))", "(a.Changed.Before(was.Changed.Truncate(time.Second))) && false", in},
		{"what somebody altered here goes without a word", "store/exchange/calendar/bring", "(*importing).put", "was.AlteredHere()", "(was.AlteredHere()) && false", in},
		{"what came in before is new", "store/exchange/calendar/bring", "(*importing).became", "isMsg(answer, known...)", "(isMsg(answer, known...)) && false", in},
		{"a holiday of two weeks is a meeting", "store/exchange/calendar/bring", "(*importing).put", "a.Days > 1 && !a.Cancelled", "(a.Days > 1 && !a.Cancelled) && false", in},
		{"the day after a holiday is free", "store/exchange/calendar/bring", "(*importing).freeDays", "max(a.Days, 1)-1", "max(a.Days, 1)", in},
		{"one that comes back now has a twin", "store/exchange/calendar/bring", "(*importing).meetings", `strings.HasPrefix(instance, one.Day.Format("20060102"))`, "len(instance) == 0", in},
		{"a try writes", "store/exchange/calendar/bring", "(*importing).commit", "in.session.Try(ctx, groups, true)", "in.session.Try(ctx, groups, false)", in},
		{"one refused keeps nothing out", "store/exchange/calendar/bring", "Import", "len(tried.Refused) > 0", "(len(tried.Refused) > 0) && false", in},
		{"what comes back elsewhere is one with what was planned here", "model/meeting", "Put.Do", `m.Instance == ""`, "true", in},
		{"undoing takes a meeting away at which somebody was", "model/incoming", "(*takeBack).isUsed", "t.u.attended(d, f.id)", "by, false, nil", in},
	}
}
