package en

import "leerbalie/ui/text/language"

// trust holds what to say about keys and recovery phrases.
func trust() language.Table {
	return language.Table{
		"key.welcome.have":              "I have written it down",
		"key.welcome.have.short":        "written down",
		"welcome.phrase":                "Your recovery phrase",
		"welcome.phrase.write":          "Write these eight words down with pen and paper, and keep the paper in a safe place away from this computer.",
		"welcome.phrase.why":            "With this phrase a new computer takes the place of a broken one. Without it you keep all data that are in a copy, but the new computer cannot show that it is yours.",
		"welcome.phrase.once":           "It is shown this once, and kept nowhere. Have you written it down? Press {key}.",
		"cli.phrase":                    "the recovery phrase: for when this computer breaks",
		"cli.phrase.new":                "make the recovery phrase",
		"cli.phrase.new-long":           "Makes the organisation's key and its recovery phrase. The phrase is shown once; write it down. With --lost, for who has lost the phrase, this becomes a new organisation, with a phrase of its own.",
		"cli.phrase.lost":               "the phrase is lost: begin a new organisation",
		"cli.phrase.change":             "replace the recovery phrase by another",
		"cli.phrase.change-long":        "Asks the recovery phrase and gives another, for when somebody has seen it. Copies that were made before still open with the old one.",
		"cli.phrase.use":                "make this computer the centre, with the recovery phrase",
		"cli.phrase.use-long":           "Makes this the centre of your organisation, in the place of the computer before it. Needed once after putting a copy back without the phrase.",
		"cli.phrase.ask":                "Recovery phrase, eight words (not shown; Enter: go on without): ",
		"cli.phrase.shown":              "This is the recovery phrase. It is shown this once, and kept nowhere:",
		"cli.phrase.keep":               "Write it down, and keep the paper away from this computer. With it a new computer takes the place of a broken one.\nWithout it you keep all data that are in a copy, but the new computer cannot show that it is yours.",
		"cli.restore.centre":            "This computer is now the centre of your organisation, in the place of the one before. Do not use that any more.",
		"cli.restore.no-phrase":         "All data are back. Without the recovery phrase this computer cannot show that it takes the place of the one before. Found the phrase? Then give: leerbalie phrase use",
		"error.phrase-word":             "Word {number} ({word}) cannot be right. Look at its letters, and at the order of the words.",
		"error.phrase-count":            "A recovery phrase has {want} words; here are {have}. Nothing was changed.",
		"error.phrase-nobody":           "This needs the recovery phrase. Run the command in a terminal, or name in LEERBALIE_PHRASE_FILE a file with the phrase as its first line.",
		"error.no-right-keys":           "{name} may not do this. Ask an administrator to make or use the recovery phrase.",
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
