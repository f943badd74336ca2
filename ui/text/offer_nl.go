package text

// offerNL holds what is said of offers and of evidence at the desk, and how a site sets them, in Dutch.
func offerNL() Table {
	return Table{
		"key.queue.evidence":       "feiten bij het bewijs van de studenten zetten",
		"key.queue.evidence.short": "bewijs",
		"act-evidence-request":     "bewijs van",
		"queue.evidence.put":       "De feiten van {number} staan bij het bewijs van {who}.",
		"queue.evidence.same":      "De feiten van {number} stonden al bij het bewijs van {who}.",
		"queue.for-me":             "{sign} {n} voor jou",
		"offer.mine":               "{sign} Aanbod voor jou: {who} ({why})",
		"assign.hint-offer":        "Bovenaan staat het aanbod · Enter: geven · Tab: twee of drie samen",
	}
}
