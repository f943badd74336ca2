package demo

import "time"

// venue is a place where services are offered.
type venue struct{ name, street, postcode string }

// The places of the directory, by their numbers in offers.
func venues() []venue {
	return []venue{
		{"Stadskantoor", "Kompasstraat 1", "2598 AA"}, {"Bibliotheek Zonneveld", "Zonnedauwlaan 12", "2598 BC"}, {"Buurthuis De Wieken", "Wiekslag 40", "2599 DE"},
		{"Wijkgebouw Kruidenbuurt", "Lavendelhof 7", "2598 GH"}, {"Havenhuis", "Ankerplaats 3", "2599 KL"}, {"Loods 6", "Loodsmansweg 6", "2599 MN"}, {"Molenhof", "Molenaarspad 22", "2599 RT"},
	}
}

// provider is an organisation with what it offers.
type provider struct {
	name   string
	offers []offer
}

// offer is a service of the directory.
type offer struct {
	name      string
	called    string // what referrals call it, where that is not both names
	needs     string // with commas
	languages string // with commas
	venue     int    // -1: at home, in all of the town
	days      [2]time.Weekday
	opens     int // hours after midnight; 0: not said
	closes    int
	checked   int // how many days ago somebody said that it is right; -1: nobody ever did
	free      int // -1: not said
	fees      string
}

// providers is the directory of a town that does not exist: no name, number or address in it is anybody's.
func providers() []provider {
	const mo, tu, we, th, fr = time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday
	const free = "gratis"
	week := [2]time.Weekday{mo, fr}
	on := func(a, b time.Weekday) [2]time.Weekday { return [2]time.Weekday{a, b} }
	return []provider{
		{"Gemeente Duinhage", []offer{
			{"Geldloket", "Geldloket gemeente Duinhage", "schulden, bijzondere bijstand, energietoeslag", "nl,en", 0, week, 9, 17, 20, -1, free},
			{"Wmo-loket", "Wmo-loket gemeente Duinhage", "hulp in huis, woningaanpassing, rolstoel, vervoer", "nl", 0, week, 9, 13, 90, -1, "eigen bijdrage"},
			{"Schoolfonds", "Schoolfonds Duinhage", "schoolspullen, fiets, laptop", "nl", 0, on(mo, th), 9, 16, 410, -1, free},
			{"Daklozenloket", "Daklozenloket Duinhage", "dakloos, briefadres, nachtopvang", "nl,en,pl", 0, week, 9, 12, 45, 2, free}}},
		{"Wijkteam Duinhage", []offer{
			{"Wijkteam", "", "opvoeding, eenzaamheid, meer dan één probleem", "nl,tr,ar", 3, week, 9, 17, 12, -1, free},
			{"Wooncoach", "Wooncoach Duinhage", "verhuizen, woonoverlast, doorstromen", "nl", 3, on(tu, th), 10, 16, 200, 4, free}}},
		{"Bibliotheek Duinhage", []offer{
			{"Digihulp", "Bibliotheek Duinhage", "DigiD, computer, telefoon, formulieren", "nl,en", 1, on(mo, th), 10, 17, 8, -1, free},
			{"Taalhuis", "Taalhuis Duinhage", "taal, lezen en schrijven", "nl", 1, on(tu, fr), 10, 12, 33, 6, free},
			{"Aangiftespreekuur", "Aangiftespreekuur Duinhage", "belasting, aangifte", "nl", 1, on(we, we), 13, 17, 380, -1, free}}},
		{"Rechtswijzer Duinhage", []offer{
			{"Sociaal raadslieden", "Sociaal raadslieden Duinhage", "brieven, uitkering, toeslagen, bezwaar", "nl,tr", 3, on(mo, th), 9, 12, 60, -1, free},
			{"Juridisch spreekuur", "Juridisch spreekuur Duinhage", "recht, ontslag, scheiding, huur", "nl,en", 0, on(tu, tu), 14, 17, 150, -1, free},
			{"Spreekuur nieuwkomers", "Spreekuur nieuwkomers Duinhage", "verblijf, inburgering, gezinshereniging", "nl,ar,ti,en", 4, on(th, th), 10, 15, 30, -1, free}}},
		{"Huurteam Duinhage", []offer{
			{"Huurteam", "", "huur, onderhoud, servicekosten", "nl,en", 5, on(mo, we), 10, 16, 75, -1, free},
			{"Woonspreekuur", "Woonspreekuur Duinhage", "woning zoeken, inschrijven, urgentie", "nl", 5, on(fr, fr), 9, 12, 500, -1, free}}},
		{"Stichting De Duinpan", []offer{
			{"Maaltijd aan huis", "", "eten, zelfstandig wonen", "nl", -1, week, 11, 14, 140, 9, "€ 8 per maaltijd"},
			{"Bezoekdienst", "Bezoekdienst Duinhage", "eenzaamheid, bezoek, wandelen", "nl", -1, on(mo, fr), 0, 0, 25, 3, free},
			{"Maatjesproject", "Maatjesproject Duinhage", "eenzaamheid, maatje", "nl,tr,ar", -1, on(mo, fr), 0, 0, 110, 0, free}}},
		{"Voedselbank Duinhage", []offer{
			{"Voedselbank", "", "eten, armoede", "nl,en,ar", 5, on(th, fr), 12, 16, 15, 12, free},
			{"Kledingbank De Kapstok", "Kledingbank De Kapstok", "kleding, babyspullen", "nl", 5, on(we, we), 10, 14, -1, -1, free}}},
		{"Schuldhulpmaatjes Duinhage", []offer{{"Schuldhulpmaatje", "Schuldhulpmaatjes Duinhage", "schulden, administratie, post", "nl,pap", -1, on(mo, fr), 0, 0, 100, 2, free}}},
		{"Taalmaatjes Duinhage", []offer{{"Taalmaatje aan huis", "Taalmaatjes Duinhage", "taal, spreken", "nl", -1, on(mo, fr), 0, 0, 220, 5, free}}},
		{"Energiecoaches Duinhage", []offer{{"Energiecoach aan huis", "Energiecoaches Duinhage", "energie, besparen, tocht", "nl,tr", -1, on(mo, fr), 0, 0, 55, 7, free}}},
		{"Werkplein Duinhage", []offer{{"Werkplein", "", "werk, uitkering, sollicitatie", "nl,en", 0, week, 9, 17, 18, -1, free}}},
		{"Vrijwilligerspunt Duinhage", []offer{{"Vrijwilligerspunt", "", "vrijwilligerswerk, dagbesteding", "nl", 2, on(tu, th), 10, 15, 95, -1, free}}},
		{"Mantelzorgpunt Duinhage", []offer{{"Mantelzorgpunt", "", "mantelzorg, respijtzorg", "nl", 2, on(mo, we), 9, 13, 160, -1, free}}},
		{"Dagbesteding De Wieken", []offer{{"Dagbesteding", "Dagbesteding De Wieken", "dagbesteding, dementie, ouderen", "nl", 2, week, 9, 16, 70, 1, "via de Wmo"}}},
		{"Beweegteam Duinhage", []offer{
			{"Buurtsportcoach", "Buurtsportcoach Duinhage", "bewegen, valpreventie, gezondheid", "nl", 6, on(mo, th), 9, 17, 28, -1, "€ 2 per keer"},
			{"Sportfonds", "Sportfonds Duinhage", "sport, contributie, kinderen", "nl", 6, on(we, we), 13, 16, 300, -1, free}}},
		{"Inloophuis Het Anker", []offer{{"Inloop", "Inloophuis Het Anker", "ontmoeting, psychische klachten, koffie", "nl", 4, week, 10, 16, 40, -1, free}}},
		{"Verslavingszorg Duinhage", []offer{{"Spreekuur verslaving", "Verslavingszorg Duinhage", "verslaving, alcohol, gokken", "nl,en", 4, on(tu, tu), 13, 16, 130, 3, "via de huisarts"}}},
		{"Jeugdteam Duinhage", []offer{
			{"Jeugdteam", "", "opvoeding, kinderen, school", "nl,tr,ar", 3, week, 9, 17, 50, 8, free},
			{"Opvoedspreekuur", "Opvoedspreekuur Duinhage", "opvoeding, baby, slapen", "nl", 3, on(we, we), 9, 11, 240, -1, free}}},
		{"Jongerenpunt Duinhage", []offer{{"Jongerenpunt", "", "jongeren, geld, school, werk", "nl,en", 6, on(tu, fr), 14, 20, 22, -1, free}}},
		{"Huiswerkklas De Haven", []offer{{"Huiswerkklas", "Huiswerkklas De Haven", "huiswerk, school, kinderen", "nl", 4, on(mo, th), 15, 18, 85, 4, free}}},
		{"Eettafel De Lepel", []offer{{"Eettafel", "Eettafel De Lepel", "eten, ontmoeting", "nl", 2, on(we, fr), 17, 19, 10, 14, "€ 5"}}},
		{"Klusdienst Duinhage", []offer{{"Klusdienst", "", "klussen, tuin, lamp", "nl", -1, on(mo, fr), 0, 0, 190, 2, "€ 10 per klus"}}},
		{"Boodschappenbus Duinhage", []offer{{"Boodschappenbus", "", "boodschappen, vervoer, ouderen", "nl", -1, on(tu, fr), 9, 13, 65, 5, "€ 2 per rit"}}},
		{"Buurtbemiddeling Duinhage", []offer{{"Buurtbemiddeling", "", "burenruzie, geluidsoverlast", "nl,en", -1, on(mo, fr), 0, 0, 120, -1, free}}},
		{"Kringloop De Tweede Ronde", []offer{
			{"Meubels voor weinig", "Kringloop De Tweede Ronde", "meubels, huisraad", "nl", 5, on(tu, fr), 10, 17, -1, -1, "vanaf € 1"}}},
	}
}
