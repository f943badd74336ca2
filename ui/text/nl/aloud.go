package nl

import "leerbalie/ui/text/language"

// aloud holds in full what a drawing says in short, for who hears it: aloud.ID is said instead of ID.
func aloud() language.Table {
	return language.Table{
		"aloud.day.mon":                   "maandag",
		"aloud.day.tue":                   "dinsdag",
		"aloud.day.wed":                   "woensdag",
		"aloud.day.thu":                   "donderdag",
		"aloud.day.fri":                   "vrijdag",
		"aloud.day.sat":                   "zaterdag",
		"aloud.day.sun":                   "zondag",
		"aloud.learning.days.one":         "{n} dag",
		"aloud.learning.days.many":        "{n} dagen",
		"aloud.learning.col.minutes":      "minuten",
		"aloud.pairs.gift":                "{what}, bij de ander {as}",
		"aloud.learning.legend":           "In een vak staat verder: niets, deels, of verschil tussen beoordelaars.",
		"aloud.learning.legend.pieces":    "Daarachter hoeveel bewijs is beoordeeld, en hoeveel nog niet.",
		"aloud.learning.col.pieces":       "stuks bewijs",
		"aloud.people.keep.short.nothing": "geen contactgegevens",
		"aloud.intake.which.hint":         "Pijl omlaag en omhoog kiezen · Enter neemt het · Esc terug",
		"aloud.key.redraw":                "lees alles wat hier staat",
		"aloud.laptops.text.foot":         "{goes}: mag mee · {stays}: blijft thuis · pijl omlaag: volgende · {back}: verder",
		"aloud.laptops.text.foot-home":    "{stays}: blijft thuis · pijl omlaag: volgende · {back}: verder",
		"aloud.pairs.sliders.hint":        "Pijl naar links: minder, naar rechts: meer · {keep} bewaart · {close} klaar",
		"aloud.people.many.hint":          "spatie: aan of uit · pijl naar rechts: volgende",
		"aloud.pick.hint":                 "Pijl omlaag en omhoog kiezen · Enter neemt het · Esc terug",
	}
}
