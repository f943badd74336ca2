package demo

import "time"

// topic is something that people come with again and again. Its texts are phrases; see dice.say.
type topic struct {
	theme, domain string
	season        season
	weight        int      // how often it comes, beside the others
	now, today    int      // of a hundred, how many are of that urgency
	pair, expert  int      // of a hundred, how many ask for a pair of students, or for a professional
	low, high     int      // minutes that it takes
	ask           []string // summaries; one with its own details and memo reads summary / details / memo
	more          []string // details of the others
	memo          []string // to colleagues, on the others
	told          []string // of a contact, fit to show to the resident
	task          []string // promises
	refer         []string // organisations
	tags          []string // codes of resultTags
}

// season is when in the year a topic comes.
type season int

const (
	always season = iota
	winter
	spring
	lateSummer
	december
)

// weight is how much of a topic comes in a month, of ten.
func (s season) weight(m time.Month) int {
	switch s {
	case winter:
		return [12]int{18, 17, 13, 8, 4, 2, 2, 2, 5, 11, 16, 18}[m-1]
	case spring:
		return [12]int{5, 12, 24, 24, 9, 4, 3, 3, 3, 3, 3, 3}[m-1]
	case lateSummer:
		return [12]int{4, 4, 4, 5, 6, 10, 14, 24, 20, 9, 5, 4}[m-1]
	case december:
		return [12]int{5, 2, 2, 3, 3, 3, 4, 4, 5, 8, 18, 28}[m-1]
	}
	return 10
}

func topics() []topic {
	var all []topic
	for _, some := range [][]topic{moneyTopics(), debtTopics(), letterTopics(), digitalTopics(), homeTopics(), careTopics(), familyTopics(), streetTopics()} {
		all = append(all, some...)
	}
	return all
}

// What is said about any topic.

func anyMemo() []string {
	return []string{
		"{Alles samen doorgenomen|Stap voor stap doorgenomen}, $wie {kan nu zelf verder|snapt het nu|is opgelucht|kwam er zelf uit}.",
		"{Rustig gesprek|Fijn gesprek|Lang gesprek} gehad, {er speelt meer|$wie wilde vooral $haar verhaal kwijt|$wie komt zelf terug als het nodig is}.",
		"{Buurvrouw|Dochter|Zoon|Vriendin|Broer} was erbij {en vertaalde|om te helpen|als steun}.",
		"Afgesproken dat $wie het {eerst zelf probeert|eerst zelf belt|thuis nog eens bespreekt}, {lukt het niet dan komt $wie terug|anders samen op $dag}.",
		"{Uitgelegd in eenvoudig Nederlands|Uitgelegd met de vertaalapp|Collega heeft vertaald}, dat ging {goed|prima|redelijk}.",
		"Ook gewezen op {de inloop op $dag|het spreekuur op $dag|de taalinloop|de koffieochtend}.",
		"{Even gebeld|Gebeld}, {twintig minuten in de wacht|was snel geregeld|lijn steeds bezet, later nog eens}.",
	}
}

// paperMemo is what is said about any topic that comes with papers.
func paperMemo() []string {
	return []string{
		"$wie komt {$dag|morgenochtend|volgende week} terug met {de papieren|de rest van de post|een kopie|de oude brief}.",
		"{Kopie gemaakt|Afdruk meegegeven}, originelen mee terug naar huis.",
		"Had {al eerder|vorige maand} hetzelfde, {map aangelegd|samen een mapje gemaakt} zodat alles bij elkaar zit.",
		"Moet schriftelijk, brief {samen geschreven|ligt klaar om te tekenen}.",
	}
}

func anyTold() []string {
	return []string{
		"We hebben uw vraag besproken en afgesproken wat {u als eerste doet|we als eerste doen}.",
		"U heeft gevraagd of wij willen meekijken. Dat doen we op $dag.",
		"Wij hebben {gebeld|een bericht gestuurd} en u hoort het {binnen een week|uiterlijk $dag|zodra er antwoord is}.",
		"U bent geholpen met uw vraag. Lukt het toch niet, dan kunt u altijd terugkomen.",
		"U belde om te vragen hoe het ervoor staat. We hebben verteld wat er al gedaan is.",
		"U komt op $dag terug, dan maken we het samen af.",
	}
}

func anyTask() []string {
	return []string{
		"{Navragen|Uitzoeken} bij {de gemeente|de instantie}", "Afspraak plannen voor {$dag|volgende week}", "Samen {nabellen|verder} op $dag",
		"Papieren klaarleggen voor $dag", "Vragen aan de raadslieden", "{Nakijken|Controleren} of het gelukt is",
	}
}

// callBacks are promised to residents who can be called.
func callBacks() []string {
	return []string{
		"Vragen of het gelukt is", "Het antwoord doorgeven", "{Navragen|Uitzoeken} bij {de gemeente|de instantie} en terugbellen",
		"Afspraak bevestigen", "Vragen hoe het nu gaat", "Vragen of de brief er is", "Doorgeven wat er mee moet op $dag",
	}
}

func anyFact() []string {
	return []string{
		"gesproken, gelukt", "gesproken, is geregeld", "voicemail ingesproken", "gesproken, komt langs", "twee keer gebeld, daarna gesproken",
		"uitgezocht en doorgegeven", "gedaan",
	}
}

func anyReferral() []string {
	return []string{"Wijkteam Duinhage", "Sociaal raadslieden Duinhage", "Stichting Dichtbij", "Vrijwilligerspunt Duinhage"}
}
