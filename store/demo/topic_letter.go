package demo

// letterTopics are about letters, forms and the language they are in.
func letterTopics() []topic {
	return []topic{
		{theme: "forms", domain: "daily-instrumental", weight: 26, today: 14, pair: 15, low: 8, high: 30,
			ask: []string{
				"Brief {Belastingdienst|gemeente|UWV|SVB|CAK|zorgverzekeraar|waterschap}",
				"Begrijpt brief van {de gemeente|het UWV|de SVB|de bank|het ziekenhuis} niet", "Brief {voorlezen|uitleggen}",
				"{Stapel post|Post} doornemen", "Kan brief niet lezen, {bril kapot|te moeilijk}",
				"Antwoord schrijven op brief van {de woningbouw|de gemeente|school}",
				"Moet ik hier iets mee? Brief {CAK|DUO|CBR|gemeente}",
			},
			more: []string{
				"Dacht dat het een boete was.", "Brief ligt er {al een maand|sinds $maand}.",
				"Gaat over {de eigen bijdrage|het eigen risico|de afvalstoffenheffing|een nieuwe pas}.",
			},
			memo: []string{
				"Was alleen {een mededeling|reclame|een jaaroverzicht}, hoeft niets te doen.",
				"Brief vraagt om {een bewijs van inkomen|een handtekening|een kopie van het huurcontract}, samen geregeld.",
				"Antwoord getypt en uitgeprint, $wie doet zelf op de bus.",
			},
			told: []string{"We hebben de brief samen gelezen. U hoeft niets te doen."},
			tags: []string{"letter-explained"}},
		{theme: "forms", domain: "daily-instrumental", weight: 16, today: 12, pair: 20, low: 15, high: 45,
			ask: []string{
				"Formulier {gemeente|UWV|school|zorgverzekering|huisarts} invullen",
				"{Aanvraag|Formulier} {parkeervergunning|gehandicaptenkaart|rijbewijs} / / Aanvraag online gedaan, {pasfoto moet er nog bij|betaald bij de balie van het stadhuis}.",
				"Adreswijziging doorgeven na verhuizing / Verhuisd per {de 1e|$maand}. / Lijst gemaakt: gemeente, bank, huisarts, school. Gemeente is gedaan.",
				"Formulier eigen bijdrage CAK",
				"Gezondheidsverklaring CBR invullen / Rijbewijs verloopt {over twee maanden|in het voorjaar}. / Vragen voorgelezen en ingevuld, keuring bij arts nodig.",
				"{Paspoort|ID-kaart} {aanvragen|kwijt} / / Afspraak bij het stadhuis gemaakt op $dag.",
				"Inschrijven bij de {huisarts|tandarts} / Is {in $maand|net} hier komen wonen. / Twee praktijken gebeld, bij de tweede plek. Formulier mee.",
				"Opzeggen {abonnement|sportschool|loterij} / / Opzegbrief geschreven en mailtje gestuurd, bevestiging {binnen|afwachten}.",
				"Machtiging voor $kind regelen / / Machtiging getekend, kopie ID erbij.",
			},
			more: []string{"Formulier is {zes|acht|elf} bladzijden. $wie {schrijft moeilijk|ziet slecht}.", "Moet vóór {$dag|de 1e} binnen zijn."},
			memo: []string{
				"Samen ingevuld, {handtekening gezet|foto moet er nog bij}.", "Bijlagen gescand en verstuurd.",
				"Afspraak bij het stadhuis gemaakt op $dag.",
			},
			task: []string{"Pasfoto erbij doen en versturen"},
			tags: []string{"form-filled-in", "appointment"}},
		{theme: "forms", domain: "participation", weight: 6, today: 15, pair: 25, expert: 10, low: 20, high: 55,
			ask: []string{
				"{Gezinshereniging|Verblijfsvergunning} IND / Wacht al {zeven|negen|veertien} maanden op antwoord. / Advocaat gebeld, {dossier loopt|stuk ontbreekt}. Verder mogen wij niets doen.",
				"Brief {IND|COA|inburgering}",
				"Inburgering: {wanneer examen|boete DUO|uitstel vragen} / / Uitstel gevraagd met {doktersverklaring|bewijs van lessen}.",
				"Nederlander worden, wat heb ik nodig? / Woont hier {zes|acht|elf} jaar, inburgering gehaald. / Lijst meegegeven, geboorteakte moet nog gelegaliseerd.",
				"Verblijfspas {verlengen|kwijt} / Pas loopt af {in de zomer|volgende maand}. / Afspraak IND-loket gemaakt op $dag.",
				"Geboorteakte laten {vertalen|legaliseren} / / Adres van beëdigd vertaler gegeven, kost rond de $bedrag.",
			},
			more:  []string{"Woont hier {drie|vijf} jaar met het gezin.", "Wacht al {zeven|negen|veertien} maanden op antwoord."},
			memo:  []string{"Wat wij mogen is uitleggen, de rest doen de juristen.", "Brief uitgelegd, {afspraak bij de juristen op $dag|advocaat gebeld}."},
			told:  []string{"Wij kunnen u hier niet bij helpen, wel de juristen op $dag tussen twee en vier."},
			refer: []string{"Spreekuur nieuwkomers Duinhage", "Juridisch spreekuur Duinhage"},
			tags:  []string{"letter-explained", "appointment"}},
		{theme: "literacy", domain: "participation", season: lateSummer, weight: 15, today: 2, pair: 30, low: 15, high: 40,
			ask: []string{
				"{Nederlands leren|Taalles gezocht}", "Taalles {overdag|'s avonds|met kinderopvang}",
				"Wil beter leren {lezen|schrijven|spreken}", "Taalmaatje gezocht", "{Taalcafé|Taalinloop}: wanneer en waar?",
				"Oefenen voor {inburgering|het rijexamen|staatsexamen}", "Lezen en schrijven voor {moeders|beginners}",
				"Nederlands voor het werk in {de zorg|de bouw|het magazijn}",
			},
			more: []string{
				"Woont hier {twee|vijf|elf|twintig} jaar, spreekt {redelijk|een beetje} Nederlands.",
				"Kan alleen op {dinsdag en donderdag|ochtenden|woensdag}. {Kind van drie|Werkt in ploegen}.",
				"Schaamt zich, wil niet dat {de kinderen|de buren} het weten.",
			},
			memo: []string{
				"Korte toets gedaan: {A1|A1, net niet A2|A2|alfa}.",
				"Op de lijst voor {dinsdagochtend|donderdagavond|maandagmiddag}, begint {volgende week|na de vakantie}.",
				"Taalmaatje gevonden, kennismaking op $dag bij de koffie.",
			},
			told:  []string{"U kunt {dinsdag|donderdag} om tien uur beginnen met de les.", "U staat op de lijst voor een taalmaatje."},
			task:  []string{"Kennismaking met taalmaatje plannen", "Bellen of de eerste les beviel"},
			refer: []string{"Taalhuis Duinhage", "Taalmaatjes Duinhage"},
			tags:  []string{"class", "buddy"}},
	}
}
