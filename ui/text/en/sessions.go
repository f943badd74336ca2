package en

import "leerbalie/ui/text/language"

// sessions holds the words of several people on one store.
func sessions() language.Table {
	return language.Table{
		"error.no-holder":     "No other program has these data open.",
		"error.holder-other":  "Another version of Leerbalie has these data open. Close that first.",
		"error.holder-stays":  "The program that has the data open does not let go of them. Try again in a while.",
		"error.holder-lost":   "The program that had the data open stopped half-way. Look what was done, and then try again.",
		"error.caller-gone":   "Whoever asked for this is gone. What was not ready is not done.",
		"error.no-socket":     "No second window can join here. There is no place for a socket.",
		"error.nobody-to-ask": "There is nobody to ask this.",
		"error.no-editor":     "No text program was found.",
		"error.session-broke": "The screen stopped by a fault in Leerbalie. What was saved is still there. Start again.",
	}
}
