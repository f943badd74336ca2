package text

// learnEN holds what frameworks, evidence and judgements say, in English.
func learnEN() Table {
	return Table{
		"error.framework-unknown":   "This competency list was not found ({name}).",
		"error.framework-ambiguous": "Several lists are called that: {names}. Write the whole title of {name}.",
		"error.framework-form":      "This competency list does not have the right form.",
		"error.framework-long":      "This list is too long: {nodes} parts of {limit} at most.",
		"error.node-twice":          "{key} is in it twice.",
		"error.node-circle":         "{key} stands below itself. Say what it belongs under.",
		"error.node-orphan":         "{key} stands below something that is not there.",
		"error.node-title":          "{key} has no name.",
		"error.scale-form":          "The scale {scale} is wrong: take two steps at least, and a threshold that is one of them.",
		"did.act-save-framework":    "The competency list was saved.",
		"did.act-archive-framework": "The competency list was put away or brought back.",
	}
}
