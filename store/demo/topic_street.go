package demo

// streetTopics are about the street, the neighbours and what there is to do.
func streetTopics() []topic {
	return []topic{
		{theme: "neighbours", domain: "housing", weight: 8, now: 1, today: 10, pair: 30, expert: 8, low: 15, high: 45,
			ask: []string{
				"Overlast {bovenburen|buren|hangjongeren}",
				"Ruzie met buren over {geluid|schutting|parkeren|hond} / Zelf praten is {niet gelukt|uit de hand gelopen}. / Buurtbemiddeling uitgelegd, $wie {wil het proberen|denkt erover na}.",
				"{Vuil|Grofvuil|Rommel} op straat / / Melding gedaan bij de gemeente, {binnen een week opgehaald|nummer meegegeven}.",
				"Lantaarnpaal kapot bij {speelplein|achterpad} / / Melding gedaan, duurt {tien|vijf} werkdagen.",
				"{Ratten|Muizen} in {de portiek|de kelder} / {Drie portieken|Hele galerij} heeft er last van. / Woningbouw stuurt een bestrijder op $dag.",
				"Voelt zich 's avonds niet veilig op straat",
				"Blaffende hond hele dag / Eigenaar werkt, {drie buren klagen|slaapt overdag wegens nachtdienst}. / Briefje voor de eigenaar opgesteld, daarna buurtbemiddeling.",
				"Fietsen blokkeren de ingang / Kan met {de rollator|de kinderwagen} niet naar binnen. / Woningbouw gemaild, briefje in het portiek gehangen.",
			},
			more: []string{
				"Speelt al {sinds $maand|een half jaar}. Zelf praten is {niet gelukt|uit de hand gelopen}.",
				"Meerdere buren klagen, {drie portieken|hele galerij}.",
			},
			memo:  []string{"Melding gedaan, {nummer meegegeven|wijkagent weet ervan}.", "Wijkagent loopt {vanavond|$dag} langs."},
			told:  []string{"We hebben het gemeld. U hoort het {binnen een week|uiterlijk $dag}."},
			task:  []string{"Navragen of de melding is opgelost"},
			refer: []string{"Buurtbemiddeling Duinhage", "Wijkagent", "Woonspreekuur Duinhage"},
			tags:  []string{"reported", "appointment"}},
		{theme: "neighbours", domain: "time", weight: 10, pair: 15, low: 5, high: 20,
			ask: []string{
				"Ruimte huren voor {verjaardag|vergadering|buurtfeest} / Ongeveer {15|20|40} mensen, op {zaterdag|zondag}middag. / Zaal vrij, formulier getekend, borg € {50|75}.",
				"Wat is er te doen {deze week|voor kinderen|voor vrouwen}? / / Programma van de maand meegegeven.",
				"Aanmelden {naailes|kookclub|moestuin|repaircafé|buurtlunch} / / Op de lijst gezet, plek {12|8|3}.",
				"Wil iets organiseren {voor de straat|met Burendag|in het park} / / Gekoppeld aan {de bewonersgroep|het buurtbudget}, overleg op $dag.",
				"Spullen brengen voor de weggeefwinkel / / Drie tassen aangenomen, {bank kan niet|kleding is schoon}.",
				"Moestuinbak {gevraagd|over} / / Bak {7|11|4} is vrij, sleutel van het hek meegegeven.",
				"{Broodrooster|Naaimachine|Fiets} laten repareren / / Repaircafé is elke {laatste|tweede} woensdag.",
				"Subsidie buurtfeest / Straat van {30|44|60} huizen, dit jaar voor het eerst. / Aanvraag ingevuld, begroting van $bedrag erbij.",
			},
			told: []string{"U staat op de lijst. Het begint op $dag om {tien uur|half twee|zeven uur}."},
			tags: []string{"activity"}},
		{theme: "forms", domain: "daily-instrumental", weight: 4, today: 5, low: 3, high: 10,
			ask: []string{
				"Zoekt {het stadhuis|de apotheek|de bushalte|de bibliotheek}",
				"Verkeerde balie, moet bij {de huisarts|de tandarts|de woningbouw} zijn",
				"Gevonden {sleutels|portemonnee|telefoon} / / {Ligt in de la bij de balie|Gemeld bij de gemeente}, wordt opgehaald om {drie|vier} uur.",
				"Vraagt om {een pleister|water|het toilet}", "Afspraak was bij een ander servicepunt",
			},
			memo: []string{"Route uitgelegd en op een kaartje gezet."},
			tags: []string{"explained"}},
	}
}
