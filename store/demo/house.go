package demo

import (
	"time"

	"leerbalie/model"
)

// furnish gives a site its opening hours and its own lists.
func furnish(s model.Site) model.Site {
	for day := time.Monday; day <= time.Friday; day++ {
		s.Hours = append(s.Hours, model.Hours{Day: day, From: int(opens / time.Minute), To: int(closes / time.Minute)})
	}
	s.Tags, s.Checklists = resultTags(), checklists()
	return s
}

// resultTags are what the sites count as a result.
func resultTags() model.Codes {
	return model.Codes{
		{Code: "letter-explained", NL: "brief uitgelegd", EN: "letter explained"},
		{Code: "form-filled-in", NL: "formulier ingevuld", EN: "form filled in"},
		{Code: "applied", NL: "aanvraag gedaan", EN: "application made"},
		{Code: "benefit", NL: "toeslag geregeld", EN: "benefit arranged"},
		{Code: "payment-plan", NL: "betalingsregeling", EN: "payment plan"},
		{Code: "cut-off-prevented", NL: "afsluiting of ontruiming voorkomen", EN: "cut-off or eviction prevented"},
		{Code: "debt-help", NL: "aangemeld bij schuldhulp", EN: "signed up for debt help"},
		{Code: "parcel", NL: "noodpakket of voedselbank", EN: "emergency parcel or food bank"},
		{Code: "reported", NL: "melding gedaan", EN: "report made"},
		{Code: "appointment", NL: "afspraak gemaakt", EN: "appointment made"},
		{Code: "explained", NL: "uitleg gegeven", EN: "explanation given"},
		{Code: "class", NL: "les of cursus", EN: "lesson or course"},
		{Code: "buddy", NL: "maatje of vrijwilliger gevonden", EN: "buddy or volunteer found"},
		{Code: "activity", NL: "activiteit in de wijk", EN: "activity in the neighbourhood"},
		{Code: "work", NL: "stap naar werk", EN: "step towards work"},
		{Code: "talk", NL: "goed gesprek", EN: "good talk"},
		{Code: "home-visit", NL: "huisbezoek", EN: "home visit"},
		{Code: "warm-handover", NL: "warm overgedragen", EN: "handed over in person"},
	}
}

// checklists are the steps that the sites attach to themes.
func checklists() []model.Checklist {
	return []model.Checklist{
		{Theme: "poverty", Steps: []string{"Inkomen en vaste lasten op een rij", "Toeslagen en regelingen nagelopen", "Post gesorteerd", "Gevraagd hoe het thuis gaat"}},
		{Theme: "forms", Steps: []string{"Samen gelezen", "Uiterste datum opgeschreven", "Kopie meegegeven"}},
		{Theme: "independent-living", Steps: []string{"Veilig in huis nagevraagd", "Netwerk in beeld", "Hulpmiddelen besproken"}},
		{Theme: "loneliness", Steps: []string{"Wat doet iemand graag", "Activiteit samen uitgezocht", "Eerste keer meegegaan"}},
	}
}

// stepsOf are the steps of a theme.
func stepsOf(theme string) []string { return model.Site{Checklists: checklists()}.Steps(theme) }
