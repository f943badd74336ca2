package en

import "leerbalie/ui/text/language"

// trust holds what to say about keys and recovery phrases.
func trust() language.Table {
	return language.Table{
		"cli.check.trust-forged":        "An entry about keys, of copy {where}, is not signed by this organisation's key, and does not count.",
		"cli.check.trust-not-centre":    "Copy {where} wrote about keys and was not the centre of this organisation: two copies say they are the one. What it wrote does not count.",
		"cli.check.trust-second-centre": "Two copies say that they are the centre of this organisation. The one that came later, {where}, does not count: let it begin as a laptop of the other, by an invitation.",
		"error.phrase-other":            "These words are well typed, but they are not the recovery phrase of this organisation. A phrase that was replaced does not open it any more.",
		"error.root-none":               "This organisation has no recovery phrase yet. Make one with: leerbalie phrase new",
		"error.root-there":              "This organisation has a recovery phrase already. With the old one at hand you can make a new one: leerbalie phrase change. Without it: leerbalie phrase new --lost",
		"error.root-unreadable":         "The key of this organisation cannot be read: it is damaged. Put a copy back with: leerbalie restore",
		"error.trust-changed":           "Somebody else changed the keys at the same moment. Try again.",
		"error.trust-forged":            "What came about keys is not signed by this organisation's key. Nothing was taken in.",
		"error.trust-not-centre":        "Copy {replica} wrote about keys and is not the centre of this organisation. Nothing was taken in. Ask the coordinator which one it is.",
		"error.trust-other-root":        "This came from another organisation: its key is another than that of this one. Nothing was taken in. If the centre began anew, ask for a new invitation.",
		"error.trust-second-centre":     "Copy {replica} says that it is the centre of this organisation, and another is already. Nothing was taken in. Ask the coordinator which one it is.",
	}
}
