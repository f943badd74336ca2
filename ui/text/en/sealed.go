package en

import "leerbalie/ui/text/language"

// sealed holds what to say about a sealed store and its passphrase.
func sealed() language.Table {
	return language.Table{
		"error.store-sealed":      "The data in {path} are encrypted, and no passphrase was given here. Run the command in a terminal, or name in LEERBALIE_PASSPHRASE_FILE a file with the passphrase as its first line.",
		"error.passphrase-wrong":  "That is not the passphrase of these data. Nothing was changed. Try again; mind capital letters.",
		"error.passphrase-short":  "This passphrase is too short: {have} characters, and it takes at least {least}. Five words are the easiest.",
		"error.passphrase-long":   "This passphrase is too long: at most {most} characters.",
		"error.passphrase-plain":  "This passphrase is too easy: the same few characters again and again. Five words are the easiest.",
		"error.passphrase-bytes":  "This passphrase holds something that is no letter or sign. Choose another.",
		"error.passphrase-again":  "The two times were not typed the same. Nothing was changed.",
		"error.passphrase-none":   "A passphrase has to be chosen, and nobody can be asked here. Run the command in a terminal, or name in LEERBALIE_PASSPHRASE_FILE a file with the passphrase as its first line.",
		"error.passphrase-nobody": "Nobody can give a new passphrase here. Run the command in a terminal, or name in LEERBALIE_NEW_PASSPHRASE_FILE a file with the new passphrase as its first line.",
		"error.store-unsealed":    "These data are not encrypted: there is no passphrase to change.",
		"error.seal-unreadable":   "The encryption of this file is damaged, and without it nobody can read the file. Put a copy back with: leerbalie restore",
		"cli.passphrase.ask":      "Passphrase of this laptop (not shown; opening takes a second): ",
		"cli.passphrase.old":      "Passphrase as it is now (not shown): ",
		"cli.passphrase.new":      "New passphrase (not shown; Enter: take the five words): ",
		"cli.passphrase.again":    "The new passphrase once more: ",
		"cli.passphrase.offer":    "Five words that you can take, and write down:",
		"cli.passphrase":          "the passphrase of a laptop with encrypted data",
		"cli.passphrase.change":   "change the passphrase",
		"cli.passphrase.change-long": "Asks the passphrase as it is now and then a new one, twice: at least twelve characters, or the five words that are shown. Whoever knows the old one may. " +
			"Copies from before still open with the old passphrase. In a script: LEERBALIE_PASSPHRASE_FILE names a file with the old one as its first line, LEERBALIE_NEW_PASSPHRASE_FILE a file with the new one.",
		"cli.passphrase.changed": "The passphrase was changed. Copies from before still open with the old one.",
		"unseal.hello":           "These data are encrypted.",
		"unseal.what":            "Type the passphrase of this laptop. Without it nobody can read what is here, nor can whoever finds the laptop. Forgotten? Ask your coordinator for a new bundle; what you handed in is kept.",
		"unseal.passphrase":      "Passphrase",
		"unseal.hint":            "what you type is not shown; opening takes a second",
		"unseal.busy":            "Opening the data; that takes a second…",
		"unseal.need":            "Type the passphrase.",
		"unseal.wait":            "Three wrong passphrases. Wait {seconds} seconds.",
		"unseal.away":            "This laptop is withdrawn.",
		"unseal.away.right":      "It is not your passphrase: that was right.",
		"unseal.away.foot":       "Ctrl+C: leave",
		"unseal.foot":            "Enter: open · Ctrl+C: leave",
	}
}
