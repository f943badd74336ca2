package en

import "leerbalie/ui/text/language"

// exchange holds what goes wrong when copies exchange what they hold, and why something waits.
func exchange() language.Table {
	return language.Table{
		"error.parcel-form":            "This bundle is damaged or was altered. Nothing was taken in. Ask for a new one.",
		"error.word-signature":         "What the other computer signed is not right: the file is damaged or was altered. Nothing was taken in. Ask for a new one.",
		"error.introduction-form":      "In the bundle this computer says who it is, and that cannot be read: the bundle is damaged or was altered. Nothing was taken in. Ask for a new one.",
		"error.introduction-signature": "In the bundle this computer says who it is, and the signature under it is not right. Nothing was taken in. Ask who made the bundle.",
		"error.parcel-cut":             "This bundle is not whole: its end is missing. Nothing was taken in. Copy it again, or ask for a new one.",
		"error.parcel-signature":       "The signature under this bundle is not right: somebody altered it. Nothing was taken in. Ask for a new one.",
		"error.parcel-forged":          "Something in this bundle was not written by the one whose name it bears. Nothing was taken in. Find out who carried it, and ask for a new one.",
		"error.parcel-for-other":       "This bundle is for {name} and not for this computer. Nothing was taken in.",
		"error.parcel-former-name":     "This bundle is for the name that this computer had before. Nothing was taken in. Give a bundle back first, then ask for one for the name with {tag} behind it.",
		"error.parcel-former-centre":   "This bundle comes from a computer that is not the centre of your organisation any more. Nothing was taken in. Ask for a bundle of the new one.",
		"error.parcel-unknown-sender":  "This bundle comes from a computer that is not known here. Nothing was taken in. See which are known with: leerbalie bundle list",
		"error.bundle-no-recipient":    "No bundle can be made for this computer: it is not known here. See which are known with: leerbalie bundle list",
		"error.bundle-for-whom":        "This is the centre itself. Say for whom the bundle is, with --for NAME. Is it for a laptop of your own? Then give your own name.",
		"error.bundle-to-centre":       "A laptop only gives back to the centre. Make the bundle for somebody else there.",
		"error.bundle-not-empty":       "There is something here already. A first bundle opens on a computer that holds nothing yet.",
		"error.copy-set-back":          "The other side knows more of what was done on this computer than is here: it was set back, or is a copy. It goes on under a name of its own, and new numbers get {tag}. Exchange once more: what is missing comes back, and what was done here goes along.",
		"error.nothing-waits":          "Nothing of this computer waits.",
		"waiting.follows":              "This belongs to something before it that waits.",
		"waiting.parted":               "Something else stands in the same place here: there is a copy of that computer, or somebody altered something.",
		"waiting.second":               "Another computer came with this invitation before. Say which is the right one.",
		"waiting.new-name":             "This computer has another name now: its data were copied or set back. Say whether it is the same one.",
		"waiting.new-name-revoked":     "This computer was revoked, and has another name now. Do not let it in before you know who has it.",
		"waiting.invitation":           "The invitation had run out. Say whether this computer may still take part.",
		"waiting.trust-unknown-key":    "This computer is not known here.",
		"waiting.trust-scope":          "This computer may write nothing about this.",
		"waiting.trust-scope-ended":    "This computer might write nothing about this any more, and knew that.",
		"waiting.trust-revoked":        "This computer was revoked before this came in.",
		"waiting.trust-overreach":      "Whoever works on this computer may not do this. It does not count.",
		"waiting.trust-newer":          "A newer version wrote this. Update Leerbalie first.",
	}
}
