package text

// offerEN holds what is said of offers and of evidence at the desk, and how a site sets them, in English.
func offerEN() Table {
	return Table{
		"key.queue.evidence":       "put the facts with the students' evidence",
		"key.queue.evidence.short": "evidence",
		"act-evidence-request":     "evidence of",
		"queue.evidence.put":       "The facts of {number} stand with the evidence of {who}.",
		"queue.evidence.same":      "The facts of {number} stood with the evidence of {who} already.",
		"queue.for-me":             "{sign} {n} for you",
		"offer.mine":               "{sign} Offered to you: {who} ({why})",
		"assign.hint-offer":        "The offer stands on top · Enter: give · Tab: two or three together",
	}
}
