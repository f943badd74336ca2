package en

import "leerbalie/ui/text/language"

// merging holds what is said of questions that become one, and of those that are taken away.
func merging() language.Table {
	return language.Table{
		"error.merge-site":         "{number} and {into} are of two service points. Only questions of one service point can be merged.",
		"error.merge-back":         "{number} is merged into {into} already. Part those first.",
		"error.merge-differ":       "{number} and {into} differ. {why} Is it right all the same? Repeat it with --yes.",
		"error.not-merged":         "{number} is not merged into another question.",
		"error.request-merged":     "{number} is merged into {into}. Do it there, or part the two first.",
		"error.request-removed":    "{number} was taken away. Put the question back first.",
		"error.not-removed":        "{number} was not taken away.",
		"error.remove-joined":      "{other} is merged into {number}. Part the two first.",
		"error.remove-others":      "{name} is still at work on {number}. Take it over first, or ask {name}.",
		"error.remove-evidence":    "{number} is evidence of {name}, and so it stays.",
		"error.remove-student":     "A student can take a question away only on the same day, and only one that they wrote. Ask a member of staff to take {number} away.",
		"error.restore-again":      "{number} has come in again meanwhile, as {other}. Take that away first.",
		"merge.differ.resident":    "{number} is of {one}, {into} of {two}.",
		"merge.differ.urgency":     "{number} is {one}, {into} is {two}.",
		"merge.differ.supervision": "{number}: {one}; {into}: {two}.",
		"merge.nobody":             "somebody without a name",
		"merge.ask-title":          "Merge all the same?",
		"merge.goes-on":            "{number} {summary}: this goes on in {into} {other}.",
		"merge.ask-yes":            "yes, {into} goes on",
		"merge.done":               "{number} is merged into {into}; {into} goes on.",
		"act-remove":               "taking away of",
		"act-restore":              "putting back of",
		"did.act-remove":           "{number} is taken away.",
		"did.act-restore":          "{number} is back.",
		"cli.request.merge":        "merge a question into another, which goes on",
		"cli.request.merged":       "{number} is merged into {into}, which goes on: {summary}",
		"cli.request.parted":       "{number} stands apart again: {summary}",
		"cli.request.remove":       "take away a question that should not have been there",
		"cli.request.removed":      "{number} is taken away: {summary}",
		"cli.request.restore":      "put back a question that was taken away",
		"cli.request.restored":     "{number} is back: {summary}",
		"cli.flag.merge-yes":       "also where they differ (resident, urgency, who may do it)",
		"cli.flag.part-request":    "part them again",
		"cli.flag.why":             "why the question should not have been there",
		"cli.col.merged-into":      "Merged into",
		"cli.col.merged-from":      "Merged into this",
		"cli.col.removed":          "Taken away",
		"cli.minutes.nobody":       "not known",
		"cli.event.from":           "{what} on {number}",
		"cli.status.merged":        "in {number}",
	}
}
