package demo

// familyTopics are about children, partners, and having nobody.
func familyTopics() []topic {
	return []topic{
		{theme: "parenting", domain: "home-relations", season: lateSummer, weight: 12, today: 8, pair: 30, expert: 10, low: 15, high: 50,
			ask: []string{
				"Kind {luistert niet|slaapt slecht|wil niet naar school}",
				"Zoekt {speelgroep|peuteropvang|huiswerkhulp|bijles rekenen} / / Plek gevonden per {volgende week|de 1e}, kost niets met de stadspas.",
				"Vragen over {puber|zindelijk worden|schermtijd} / / Opvoedspreekuur is op $dag, kan zo binnenlopen.",
				"Brief van {school|leerplicht|consultatiebureau}",
				"Schoolgesprek, {wie gaat mee?|tolk nodig} / School belt bijna elke week. / Gaan samen naar het gesprek op $dag.",
				"Opvang {na schooltijd|in de vakantie} / Alleenstaand, werkt {tot zes uur|in ploegen}. / Twee plekken gebeld, bso heeft plek op {maandag en dinsdag|vrijdag}.",
				"{Kinderen vervelen zich|Vakantieactiviteiten kinderen} / / Kaart van het vakantieprogramma meegegeven, aangemeld voor {zwemmen|timmerdorp|koken}.",
				"{Zoon|Dochter} wordt gepest / Zit in groep {5|6|7|8}, wil niet meer naar school. / Gesprek met de leerkracht op $dag voorbereid.",
				"Kinderbijslag {aanvragen|gestopt} / / SVB gebeld: {formulier opnieuw gestuurd|adres klopte niet, komt alsnog}.",
			},
			more:  []string{"Alleenstaand, {drie|twee} kinderen van {4, 7 en 11|9 en 13|6 en 8}."},
			memo:  []string{"Jeugdverpleegkundige houdt spreekuur op $dag, kan zo binnenlopen.", "Brief samen gelezen, {school gebeld|afspraak gemaakt op $dag}."},
			told:  []string{"U kunt op $dag langskomen bij het opvoedspreekuur."},
			task:  []string{"Bellen hoe het gaat op school"},
			refer: []string{"Jeugdteam Duinhage", "Huiswerkklas De Haven", "Opvoedspreekuur Duinhage"},
			tags:  []string{"talk", "class"}},
		{theme: "loneliness", domain: "social-network", season: december, weight: 13, today: 3, pair: 45, expert: 3, low: 15, high: 60,
			ask: []string{
				"{Voelt zich alleen|Zit de hele dag alleen}",
				"Maatje gezocht om {te wandelen|koffie te drinken|te schaken|naar de markt te gaan}",
				"Bezoek voor {mijn moeder|oudere buurvrouw} / Is {84|87|91}, ziet alleen de thuiszorg. / Kennismaking met bezoekvrijwilliger op $dag.",
				"Ziet buurman al {een week|dagen} niet / Gordijnen dicht, {post in de bus|hond blaft}. / Aangebeld met wijkagent: was {bij zijn zus|in het ziekenhuis}. Afspraak gemaakt voor koffie.",
				"Samen eten in de buurt", "Kerst alleen, {is er iets?|wat is er te doen?}", "Kent niemand sinds verhuizing",
				"Wil mensen leren kennen", "Koffieochtend, {wanneer?|met vervoer?}",
			},
			more: []string{
				"{Man|Vrouw} is in $maand overleden. Kinderen bellen {op zondag|zelden}.",
				"Nieuw in de wijk, spreekt {weinig Nederlands|goed Engels}.", "Durft niet alleen naar binnen bij de koffieochtend.",
			},
			memo: []string{
				"Koffie gedronken en meegenomen naar de {eettafel|breiclub|wandelgroep|biljartmiddag}.",
				"Huisbezoek met z'n tweeën, {gezellig|lang gesprek}, komt $dag naar de inloop.",
				"Maatje gevonden: zelfde {hobby|taal|leeftijd}, eerste afspraak op $dag.",
			},
			told:  []string{"U kunt elke {dinsdag|donderdag} mee-eten, € {3|4|5}. We halen u de eerste keer op.", "Uw maatje belt u op $dag."},
			task:  []string{"Bellen of het klikte met het maatje", "Ophalen voor de eettafel op $dag"},
			refer: []string{"Maatjesproject Duinhage", "Eettafel De Lepel", "Bezoekdienst Duinhage"},
			tags:  []string{"buddy", "activity"}},
		{theme: "parenting", domain: "home-relations", weight: 5, now: 8, today: 20, pair: 15, expert: 40, low: 25, high: 70,
			ask: []string{
				"{Gaat scheiden|Wil scheiden}, wat moet er geregeld? / Twee kinderen, huis op naam van {de ander|allebei}. / Lijst gemaakt: woning, kinderen, toeslagen. Juristen op $dag.",
				"Ruzie over {omgang|alimentatie} / / Mediator uitgelegd, eerste gesprek gratis.",
				"Alimentatie wordt niet betaald / Al {drie|vijf} maanden. / Uitgelegd hoe het landelijk incassobureau werkt, formulier samen ingevuld.",
				"Onveilig thuis, {wil praten|vraagt hulp}", "Ex {belt steeds|staat aan de deur}",
				"Conflict met volwassen {zoon|dochter} thuis / / Gesprek met allebei gepland op $dag, supervisor erbij.",
			},
			more: []string{"Wil niet dat er naar huis gebeld wordt."},
			memo: []string{
				"Alleen gesproken met supervisor, deur dicht. {Veiligheidsplan besproken|Nummer van de hulplijn mee}.",
				"Niet naar huis bellen. Contact alleen aan de balie.",
			},
			task:  []string{"Navragen bij wijkteam"},
			refer: []string{"Wijkteam Duinhage", "Juridisch spreekuur Duinhage", "Veilig Thuis"},
			tags:  []string{"talk", "warm-handover"}},
	}
}
