package learning

import "leerbalie/ui/text/language"

// learningJudging holds the words of judging: all lines alike, reasons, what is shown when.
func learningJudging() language.Table {
	return language.Table{
		"key.learning.alike":        "all open lines enough; again: the next level",
		"key.learning.alike.short":  "all alike",
		"learning.judge.hint":       "One key a line; {key} gives all open lines one.",
		"learning.judge.why-short":  "Why is {nodes} not enough yet? (needed)",
		"learning.judge.short":      "Write first why {nodes} is not enough yet.",
		"learning.alike.none":       "No line is open any more. {key} takes a level away.",
		"learning.alike.one":        "1 line: {level}. {key} again: {next}. {accept}: go on.",
		"learning.alike.many":       "{n} lines: {level}. {key} again: {next}. {accept}: go on.",
		"error.reason-short":        "{nodes} is not enough yet: write down why.",
		"act-show-self":             "setting of students' own judgements",
		"did.act-show-self":         "The setting was saved.",
		"conflict.field.self-shown": "Students' own judgements seen beforehand",
		"settings.self":             "The student's own judgement",
		"settings.self.about":       "Who first reads what the student thinks judges by that. So others see it only once the school has judged.",
		"settings.self.hidden":      "after the school's",
		"settings.self.shown":       "seen at once",
		"report.self-hidden":        "What the student thought shows once the school has judged this.",
		"cli.assess.self":           "say whether students' own judgements are seen before the school has judged",
		"cli.assess.self.hidden":    "Students' own judgements are seen once the school has judged.",
		"cli.assess.self.shown":     "Students' own judgements are seen at once.",
		"cli.flag.self-show":        "show them at once",
		"cli.flag.self-hide":        "show them only once the school has judged",
		"cli.show-or-hide":          "Choose --show or --hide.",
		"report.hours-no-norm":      "no norm is known",
		"report.decided-confirmed":  "Confirmed by supervision: {hours} hours",
		"report.placement-days":     "Placement from {start} to {end}",
		"report.lacked":             "Missing when it was decided:",
		"report.lacked-nothing":     "nothing.",
		"report.doubt.one-assessor": "There is no second assessor.",
		"report.withdrawn-before":   "Withdrawn before: {kind}, {met}, decided by {by} on {on}, withdrawn by {name} on {day}: {why}",
		"report.signatures":         "Signatures",
		"report.signatures-note":    "Who signs has read this decision and the pages after it.",
		"report.assessor":           "assessor {n}",
		"report.decider":            "decides for the school",
		"report.student-signs":      "student, as seen",
		"report.col.name":           "name",
		"report.col.signature":      "signature",
		"report.interval.student":   "In brackets: where the figure lies in 95 of 100 cases with other students (drawn anew from whole students, {n}).",
		"report.interval.judgement": "In brackets: where the figure lies in 95 of 100 cases, counted by judgement. There are too few students to count by student; really it is wider.",
		"report.interval.some":      "With fewer than five students, or where all are the same, it is counted by judgement; really it is wider then.",
	}
}
