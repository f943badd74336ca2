package nl

import "leerbalie/ui/text/language"

// hours holds the words of hours: by week, from what, confirmed, and at what pace.
func hours() language.Table {
	return language.Table{
		"act-hours-confirm":       "uren bevestigen",
		"did.act-hours-confirm":   "De uren zijn bevestigd.",
		"act-hours-unconfirm":     "bevestiging terugnemen",
		"did.act-hours-unconfirm": "De bevestiging is teruggenomen.",
		"error.hours-own":         "{name}, je eigen uren kun je niet bevestigen. Dat doet wie jou begeleidt.",
		"error.hours-nobody":      "{name}, er is niemand van wie jij de uren bevestigt.",
		"error.hours-nothing":     "In week {week} zijn er geen uren om te bevestigen.",
	}
}
