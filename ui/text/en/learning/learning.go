// Package learning is what Leerbalie says of learning in English: lists of competences, evidence, judgements, and the commands on them.
package learning

import "leerbalie/ui/text/language"

// Tables are the tables of this area.
func Tables() []language.Table {
	return []language.Table{screen(), learningChecklist(), learningFrameworks(), cliLearning()}
}
