package en

import "leerbalie/ui/text/language"

// calendarIn holds what to say of a calendar that is brought in.
func calendarIn() language.Table {
	return language.Table{
		"error.calendar.none":        "This is no calendar: line {line} is not BEGIN:VCALENDAR. Save the calendar in the other program as iCalendar (.ics), and read that file.",
		"error.calendar.empty":       "The file is empty. Save the calendar again as iCalendar (.ics).",
		"error.calendar.version":     "This is a calendar in a form from before 1998 (vCalendar 1.0). Save it as iCalendar (.ics).",
		"error.calendar.date":        "{name} has \"{text}\", which is no date or time that exists. Correct the appointment in the other program.",
		"error.calendar.year":        "{name} has the year {year}. That is too far away. Correct the appointment in the other program.",
		"error.calendar.duration":    "\"{text}\" is no duration. Give the appointment an end in the other program.",
		"error.calendar.rule":        "The repetition \"{text}\" cannot be read. Choose a plain one in the other program, such as every week.",
		"error.calendar.rule-hourly": "The repetition \"{text}\" comes back more than once a day. Such an appointment is not taken. Put in the times that count one by one.",
		"error.calendar.rules":       "The appointment has more than {most} repetitions. Make appointments of their own of them in the other program.",
		"error.calendar.dates":       "The appointment names more than {most} days. Make a repetition of them in the other program.",
		"error.calendar.no-start":    "It does not say when the appointment begins. Give it a day in the other program.",
		"error.calendar.half":        "The appointment stops half way. Fetch the file again.",
		"error.calendar.ends-before": "The appointment ends before it begins. Correct it in the other program.",
		"error.calendar.too-long":    "The appointment takes more than {most} days. Correct it in the other program.",
		"error.calendar.twice":       "The same appointment is also on line {line}, with something else in it, and nothing says which is the last. Take one of them away.",
		"error.calendar.costs":       "The repetition begins so long ago that it cannot be worked out. Let it begin later.",
		"error.calendar.private":     "Private, and therefore not taken: {n}.",
		"error.calendar.reply":       "Answers to an invitation, and no appointments: {n}. Not taken.",
		"error.calendar.vtodo":       "Tasks: {n}. Not taken, only appointments are read.",
		"error.calendar.vjournal":    "Notes: {n}. Not taken, only appointments are read.",
		"error.calendar.vfreebusy":   "Overviews of when somebody is busy: {n}. Not taken.",
		"error.calendar.no-uid":      "Appointments without an identifier (UID): {n}. Later they are known by their name, day and place; one that moves comes in as a new one.",
		"error.calendar.people":      "Appointments with guests: {n}. Names and addresses of guests were not taken.",
		"error.calendar.following":   "Exceptions for one time and all that follow: {n}. They were taken for that one time only. Look at the times that follow.",
		"error.calendar.twice-same":  "They were in the file before, exactly like this: {n}. They were taken once.",
		"error.calendar.older":       "There is an older version in the file as well: {n} times. The youngest was taken.",
		"error.calendar.stops":       "The file stops before its end. What came before was read. Fetch it again.",
		"error.calendar.cut":         "Repetitions that were not taken as a whole: {n} ({names}). Taken is from {from} up to and including {until}, and of each repetition {most} times at most.",
		"error.calendar.zones":       "Time zones that nobody knows: {names}. These times were read as the time of {zone}. Look at them.",
		"error.calendar.broken":      "Lines that cannot be read: {n}. They were passed over. Lines: {rows}.",
		"error.calendar.beyond":      "The file is so large that {n} appointments were not read. Save a shorter time in the other program, and read that.",
		"error.calendar.letters":     "The file was saved in an old form of letters (Windows-1252). Look whether letters with a mark are right.",
	}
}
