package demo

// debtTopics are about owing it, and about income that stops.
func debtTopics() []topic {
	return []topic{
		{theme: "poverty", domain: "finances", weight: 11, now: 6, today: 30, pair: 35, expert: 18, low: 25, high: 75,
			ask: []string{
				"Schulden, {weet niet waar te beginnen|overzicht kwijt}", "Deurwaarder {aan de deur geweest|belt elke dag}",
				"Aanmaning incasso van $bedrag", "Loonbeslag, houdt te weinig over", "Tas vol {ongeopende post|brieven}",
				"Aanmelden schuldhulp", "Wil van rood staan af", "Betalingsregeling {incassobureau|zorgverzekeraar}",
			},
			more: []string{
				"Vier à vijf schuldeisers, samen {rond de € 3.500|ongeveer € 7.000|meer dan € 11.000}.",
				"Sinds {de scheiding|ontslag|ziekte} post niet meer opengemaakt. Slaapt slecht.",
				"Incassokosten lijken te hoog, aanmaning is van $maand.",
			},
			memo: []string{
				"Post gesorteerd: {dertien|negentien|elf} schuldeisers in een lijst gezet.",
				"Brief gestuurd met verzoek om uitstel, model van de werkgroep gebruikt.",
				"Beslagvrije voet lijkt verkeerd, {raadslieden kijken mee|formulier ingevuld}.",
				"Aanmelding schuldhulp samen gedaan, intake {binnen vier weken|op $dag}.", "Spoed: ontruiming of afsluiting? Nee.",
			},
			told: []string{
				"We hebben uw brieven gesorteerd. U bent aangemeld voor hulp bij schulden.",
				"De deurwaarder weet nu dat u hulp heeft en wacht tot de {15e|1e}.",
			},
			task:  []string{"Nabellen deurwaarder", "Mee naar intake schuldhulp op $dag"},
			refer: []string{"Geldloket gemeente Duinhage", "Schuldhulpmaatjes Duinhage"},
			tags:  []string{"debt-help", "payment-plan", "letter-explained"}},
		{theme: "poverty", domain: "finances", weight: 7, now: 5, today: 28, pair: 30, expert: 10, low: 20, high: 60,
			ask: []string{
				"Bijstand {aanvragen|gestopt|verlaagd}", "Uitkering {niet betaald|te laat|ingehouden}",
				"{Afspraak|Brief} sociale dienst / / Lijst gemaakt van wat mee moet, student gaat {$dag|zelf} mee.",
				"Inlichtingenformulier bijstand / / Formulier ingevuld en bij het loket ingeleverd, stempel op de kopie.",
				"Aanvraag {AOW|AIO} bij de SVB / Wordt {over drie maanden 67|67}, woonde tien jaar in het buitenland. / Aanvraag ingevuld, bewijs van jaren in het buitenland volgt.",
				"WW aanvragen na {ontslag|einde contract} / Contract stopte {vorige week|per de 1e}. / Aanvraag gedaan met DigiD, {werkgever moet nog een verklaring sturen|sollicitatieplicht uitgelegd}.",
				"Bezwaar tegen {boete|terugvordering} uitkering / Moet $bedrag terugbetalen. / Termijn is zes weken, raadslieden schrijven mee.",
			},
			more: []string{
				"Contract {stopt per de 1e|is niet verlengd}. Heeft nog {een|twee} maanden huur.",
				"Uitkering stopte omdat een formulier niet was ingeleverd.",
			},
			memo: []string{
				"Formulier alsnog ingeleverd met {uitleg|begeleidende brief}, betaling komt {vrijdag|maandag}.",
				"Aanvraag gedaan, voorschot gevraagd.",
				"Wettelijke termijn voor bezwaar is zes weken, loopt tot {eind van de maand|de 12e|de 20e}.",
			},
			told:  []string{"Uw aanvraag is verstuurd. U heeft ook om een voorschot gevraagd."},
			task:  []string{"Vragen naar het voorschot"},
			refer: []string{"Sociaal raadslieden Duinhage", "Juridisch spreekuur Duinhage"},
			tags:  []string{"applied", "form-filled-in"}},
		{theme: "poverty", domain: "justice", weight: 5, today: 18, pair: 30, expert: 12, low: 15, high: 50,
			ask: []string{
				"Boete {CJIB|parkeren|openbaar vervoer} te hoog / {Niet ingecheckt|Bord niet gezien|Auto was uitgeleend}. / {Bezwaar geschreven, kan tot zes weken|Termijnen gevraagd}.",
				"Boetes opgelopen tot $bedrag / Eerste boete van {$maand|vorig jaar} is twee keer verhoogd. / Termijnen gevraagd aan het CJIB, {vijf|acht} keer.",
				"Brief van {de rechtbank|de gerechtsdeurwaarder}",
				"Dagvaarding {zorgverzekeraar|telefoonabonnement} / Zitting over {twee|drie} weken, $bedrag. / Juristen gebeld, afspraak {$dag|voor de zitting}.",
				"Is deze {brief|incasso} nep? / Vreemd adres, rekeningnummer in het buitenland. / {Is nep, weggegooid en gemeld|Nagebeld: brief is echt, betalen vóór de 15e}.",
				"Opgelicht via {telefoon|internet|een bericht} / Kreeg een bericht van {'de bank'|'je kind'} en heeft $bedrag overgemaakt. / Bank gebeld, pas geblokkeerd, aangifte bij de politie {gedaan|op $dag}.",
			},
			memo:  []string{"Brief samen gelezen, {niet dringend|afspraak bij de juristen op $dag}."},
			told:  []string{"We hebben de brief samen gelezen. Op $dag kijken de juristen mee."},
			task:  []string{"Nabellen over de brief"},
			refer: []string{"Juridisch spreekuur Duinhage", "Wijkagent"},
			tags:  []string{"payment-plan", "letter-explained", "reported"}},
	}
}
