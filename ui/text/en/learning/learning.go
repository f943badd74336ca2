// Package learning is what Leerbalie says of learning in English: lists of competences, evidence, judgements, and the commands on them.
package learning

import "leerbalie/ui/text/language"

// Tables are the tables of this area.
func Tables() []func() language.Table {
	return []func() language.Table{screen, learningChecklist, learningJudging, learningFrameworks, gaps, cliLearning, talk, open}
}
