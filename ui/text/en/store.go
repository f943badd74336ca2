package en

import "leerbalie/ui/text/language"

// store holds what to say about the file with the data.
func store() language.Table {
	return language.Table{
		"error.backup-unsound":         "The copy {path} is not right and cannot be used. Make it again. ({where}: {detail})",
		"error.disk-failed":            "The disk refuses to write. What was saved is still there. Check the disk.",
		"error.disk-full":              "The disk is full. Make room and try again. What was saved is still there.",
		"error.encode":                 "These data cannot be written down. That is a fault in the program.",
		"error.repair-chain":           "{path} cannot be repaired: the journal itself is damaged. Put a copy back with: leerbalie restore",
		"error.store-busy":             "{path} is in use by {program} (process {pid}), since {since}. Close that first.",
		"error.store-busy-unknown":     "{path} is in use by another program. Close that first.",
		"error.store-closed":           "The file with the data is closed already. Start Leerbalie again.",
		"error.store-cut-off":          "The last part of {path} is missing. Put a copy back with: leerbalie restore",
		"error.store-damaged":          "The file with the data is damaged. Put a copy back with: leerbalie restore",
		"error.store-empty":            "{path} is an empty file, without data of Leerbalie. Choose another file, or take this one away.",
		"error.store-exists":           "{path} is there already and will not be overwritten. Choose another name.",
		"error.store-file-failed":      "{path} cannot be opened or made. Check the name and the disk.",
		"error.store-folder-read-only": "The folder {path} cannot be written to. Choose another folder, or ask for the right to write.",
		"error.store-foreign":          "{path} is not a file of Leerbalie.",
		"error.store-gone":             "Not saved: {path} was moved, removed or replaced while it was open. Put that file back. What was saved is held by the app while it is open: make a copy with B.",
		"error.store-index":            "A list in the file is not right. Make the lists again with: leerbalie check --repair",
		"error.store-is-folder":        "{path} is a folder. Name a file in that folder.",
		"error.output-is-kept":         "{path} was made by Leerbalie, to know later what was erased or altered. It is never replaced. Choose another name.",
		"error.output-is-data":         "{path} holds the data of Leerbalie, or a copy of them. It is never replaced. Choose another name.",
		"error.store-is-link":          "{path} is a link to another file. Name the file itself.",
		"error.store-missing":          "{path} is not there. See whether the name and the folder are right. Is this your first start? Then give: leerbalie init",
		"error.store-newer":            "{path} was made by a newer version. Update Leerbalie. Nothing was changed.",
		"error.store-no-access":        "You have no access to {path}. Ask its owner or the administrator.",
		"error.store-not-a-file":       "{path} is not an ordinary file. Choose another.",
		"error.store-on-network":       "{path} is on a network drive ({kind}). Data can break there. Choose a folder on this computer.",
		"error.store-open-to-others":   "Others on this computer can read {path}. Close it to them with: chmod 600 {path}",
		"error.store-other-owner":      "{path} belongs to somebody else on this computer. Open it under that name, or make a file of your own.",
		"error.store-read-only":        "{path} may not be changed. Give yourself the right to write, or make a copy of it.",
		"error.store-replaced":         "{path} was replaced by another file just now. Try again.",
		"error.store-unreadable":       "{path} cannot be read. Put a copy back with: leerbalie restore",
		"error.against-unsound":        "The copy {path} is not right itself. Compare with another copy.",
		"error.store-copied":           "This is a copy of {path}. Nothing is lost. New numbers get {tag} here, so that the two never give out the same number.",
		"error.store-set-back":         "This file is not what it was on {seen}: something is missing, or was changed. What is there stays. New numbers get {tag}. See what is missing with: leerbalie check",
		"error.store-elsewhere":        "Somebody went on with this file on another computer, until {seen}. Nothing is lost. New numbers get {tag} here, so that the two never give out the same number.",
		"error.store-was-copy":         "This file was a copy. It goes on by itself now: new numbers get {tag}.",
		"error.store-value":            "A value in the file is damaged. See what is wrong with: leerbalie check",
	}
}
