package learning

import "leerbalie/ui/text/language"

// learningJudging holds the words of judging: all lines alike, reasons, what is shown when.
func learningJudging() language.Table {
	return language.Table{
		"key.learning.alike":       "all open lines enough; again: the next level",
		"key.learning.alike.short": "all alike",
		"learning.judge.hint":      "One key a line; {key} gives all open lines one.",
		"learning.judge.why-short": "Why is {nodes} not enough yet? (needed)",
		"learning.judge.short":     "Write first why {nodes} is not enough yet.",
		"learning.alike.none":      "No line is open any more. {key} takes a level away.",
		"learning.alike.one":       "1 line: {level}. {key} again: {next}. {accept}: go on.",
		"learning.alike.many":      "{n} lines: {level}. {key} again: {next}. {accept}: go on.",
		"error.reason-short":       "{nodes} is not enough yet: write down why.",
	}
}
