package nl

import "leerbalie/ui/text/language"

// calendarIn holds what to say of a calendar that is brought in.
func calendarIn() language.Table {
	return language.Table{
		"error.calendar.none":        "Dit is geen agenda: op regel {line} staat geen BEGIN:VCALENDAR. Bewaar de agenda in het andere programma als iCalendar (.ics), en lees dat bestand in.",
		"error.calendar.empty":       "Het bestand is leeg. Bewaar de agenda opnieuw als iCalendar (.ics).",
		"error.calendar.version":     "Dit is een agenda in een vorm van voor 1998 (vCalendar 1.0). Bewaar haar als iCalendar (.ics).",
		"error.calendar.date":        "In {name} staat \"{text}\", en dat is geen datum of tijd die bestaat. Verbeter de afspraak in het andere programma.",
		"error.calendar.year":        "In {name} staat het jaar {year}. Dat is te ver weg. Verbeter de afspraak in het andere programma.",
		"error.calendar.duration":    "\"{text}\" is geen duur. Geef de afspraak in het andere programma een eindtijd.",
		"error.calendar.rule":        "De herhaling \"{text}\" is niet te lezen. Kies in het andere programma een gewone herhaling, zoals elke week.",
		"error.calendar.rule-hourly": "De herhaling \"{text}\" komt vaker dan een keer per dag terug. Zo'n afspraak wordt niet overgenomen. Zet de keren die tellen er los in.",
		"error.calendar.rules":       "De afspraak heeft meer dan {most} herhalingen. Maak er in het andere programma losse afspraken van.",
		"error.calendar.dates":       "De afspraak noemt meer dan {most} dagen. Maak er in het andere programma een herhaling van.",
		"error.calendar.no-start":    "Er staat niet wanneer de afspraak begint. Geef haar in het andere programma een dag.",
		"error.calendar.half":        "De afspraak houdt halverwege op. Haal het bestand opnieuw op.",
		"error.calendar.ends-before": "De afspraak eindigt voor ze begint. Verbeter haar in het andere programma.",
		"error.calendar.too-long":    "De afspraak duurt langer dan {most} dagen. Verbeter haar in het andere programma.",
		"error.calendar.twice":       "Dezelfde afspraak staat ook op regel {line}, met iets anders erbij, en er staat niet welke de laatste is. Haal er een weg.",
		"error.calendar.costs":       "De herhaling begint zo lang geleden dat ze niet uit te rekenen is. Laat haar later beginnen.",
		"error.calendar.private":     "Privé, en daarom niet overgenomen: {n}.",
		"error.calendar.reply":       "Antwoorden op een uitnodiging, en geen afspraken: {n}. Niet overgenomen.",
		"error.calendar.vtodo":       "Taken: {n}. Niet overgenomen, alleen afspraken worden gelezen.",
		"error.calendar.vjournal":    "Aantekeningen: {n}. Niet overgenomen, alleen afspraken worden gelezen.",
		"error.calendar.vfreebusy":   "Overzichten van wanneer iemand bezet is: {n}. Niet overgenomen.",
		"error.calendar.no-uid":      "Afspraken zonder kenmerk (UID): {n}. Ze zijn later te herkennen aan hun naam, dag en plaats; verschuift er een, dan komt ze er nieuw bij.",
		"error.calendar.people":      "Afspraken met genodigden: {n}. Namen en adressen van genodigden zijn niet overgenomen.",
		"error.calendar.following":   "Uitzonderingen voor een keer en alle keren daarna: {n}. Ze zijn alleen voor die ene keer genomen. Kijk de keren daarna na.",
		"error.calendar.twice-same":  "Precies zo stonden ze al in het bestand: {n}. Ze zijn een keer genomen.",
		"error.calendar.older":       "Er staat ook een oudere versie in het bestand: {n} keer. De jongste is genomen.",
		"error.calendar.stops":       "Het bestand houdt op voor het einde. Wat ervoor stond, is gelezen. Haal het opnieuw op.",
		"error.calendar.cut":         "Herhalingen die niet helemaal zijn overgenomen: {n} ({names}). Genomen is van {from} tot en met {until}, en van elke herhaling hooguit {most} keer.",
		"error.calendar.zones":       "Tijdzones die niemand kent: {names}. Die tijden zijn gelezen als de tijd van {zone}. Kijk ze na.",
		"error.calendar.broken":      "Regels die niet te lezen zijn: {n}. Ze zijn overgeslagen. Regels: {rows}.",
		"error.calendar.beyond":      "Het bestand is zo groot dat {n} afspraken niet zijn gelezen. Bewaar in het andere programma een kortere tijd, en lees dat in.",
		"error.calendar.letters":     "Het bestand is in een oude vorm van letters bewaard (Windows-1252). Kijk na of letters met een teken kloppen.",
	}
}
