package nl

import "leerbalie/ui/text/language"

// board holds the words of the screen in the waiting room, and of the role of that screen.
func board() language.Table {
	return language.Table{
		"role.board":          "scherm in de wachtruimte",
		"cli.role.board":      "scherm in de wachtruimte",
		"board.called":        "Aan de beurt",
		"board.waiting":       "Wachten",
		"board.waiting.about": "Wachten, en ongeveer hoelang nog",
		"board.about":         "ongeveer {n} minuten",
		"board.minutes":       "{n} min",
		"board.nobody":        "Er wacht niemand.",
		"board.hint.number":   "Heeft u een nummer? Wij roepen u.",
		"board.hint.none":     "Geen nummer? Vraag het aan de balie.",
		"board.more":          "Er wachten er nog meer.",
		"board.page":          "{n} van {of}",
		"board.begin":         "Een ogenblik.",
		"board.away":          "Dit scherm krijgt nu geen nieuws. Vraag het aan de balie.",
		"board.late":          "Dit scherm loopt even achter.",
		"board.refused":       "Dit scherm mag hier niets meer laten zien. Vraag het aan de balie.",
		"error.board-only":    "{name} is een scherm in de wachtruimte. Dat kan alleen laten zien wie er wacht. Geef met --as een ander op.",
		"error.board-alone":   "Een scherm in de wachtruimte kan geen andere rol hebben. Kies alleen die rol, of die rol niet.",
		"error.board-site":    "{name} is het scherm van één locatie. Laat --site weg.",
		"cli.served.board":    "Over SSH kan alleen: board --json. Een scherm met een eigen sleutel begint zonder opdracht.",
		"error.board-pin":     "{name} heeft een pincode, en dit scherm kan er geen vragen. Maak een persoon met de rol scherm in de wachtruimte, en start met --as NAAM.",
		"cli.board":           "laten zien wie er wacht, op een scherm in de wachtruimte",
		"cli.board.long": "Laat op het hele scherm zien welke nummers aan de beurt zijn, welke nog wachten, en ongeveer hoelang. Er staan alleen nummers: geen naam en geen vraag.\n" +
			"Geen toets doet iets, ook Ctrl+C niet: sluit het venster, of stop het programma van een andere plek.\n" +
			"Met --json komen de nummers één keer op de uitvoer.",
		"cli.flag.board-site": "van welke locatie: naam of code (de eigen)",
	}
}
