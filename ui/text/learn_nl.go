package text

// learnNL holds what frameworks, evidence and judgements say, in Dutch.
func learnNL() Table {
	return Table{
		"error.framework-unknown":   "Deze lijst met competenties is niet gevonden ({name}).",
		"error.framework-ambiguous": "Meer lijsten heten zo: {names}. Schrijf de hele titel van {name}.",
		"error.framework-form":      "Deze lijst met competenties heeft niet de goede vorm.",
		"error.framework-long":      "Deze lijst is te lang: {nodes} onderdelen van hoogstens {limit}.",
		"error.node-twice":          "{key} staat er twee keer in.",
		"error.node-circle":         "{key} staat onder zichzelf. Zeg waar het onder hoort.",
		"error.node-orphan":         "{key} staat onder iets wat er niet is.",
		"error.node-title":          "{key} heeft geen naam.",
		"error.scale-form":          "De schaal {scale} klopt niet: neem minstens twee stappen, en een grens die daarbij hoort.",
		"did.act-save-framework":    "De lijst met competenties is bewaard.",
		"did.act-archive-framework": "De lijst met competenties is opgeborgen of teruggehaald.",
	}
}
