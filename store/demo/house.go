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
	s.Ages = []model.AgeLimit{{Urgency: model.UrgencyNow, Long: 5, TooLong: 15}, {Urgency: model.UrgencyToday, Long: 20, TooLong: 40}, {Long: 30, TooLong: 60}}
	return s
}

// resultTags are what the sites count as a result.
func resultTags() model.Codes {
	return model.Codes{
		{Code: "letter-explained", Labels: model.Labels{"nl": "brief uitgelegd", "en": "letter explained"}},
		{Code: "form-filled-in", Labels: model.Labels{"nl": "formulier ingevuld", "en": "form filled in"}},
		{Code: "applied", Labels: model.Labels{"nl": "aanvraag gedaan", "en": "application made"}},
		{Code: "benefit", Labels: model.Labels{"nl": "toeslag geregeld", "en": "benefit arranged"}},
		{Code: "payment-plan", Labels: model.Labels{"nl": "betalingsregeling", "en": "payment plan"}},
		{Code: "cut-off-prevented", Labels: model.Labels{"nl": "afsluiting of ontruiming voorkomen", "en": "cut-off or eviction prevented"}},
		{Code: "debt-help", Labels: model.Labels{"nl": "aangemeld bij schuldhulp", "en": "signed up for debt help"}},
		{Code: "parcel", Labels: model.Labels{"nl": "noodpakket of voedselbank", "en": "emergency parcel or food bank"}},
		{Code: "reported", Labels: model.Labels{"nl": "melding gedaan", "en": "report made"}},
		{Code: "appointment", Labels: model.Labels{"nl": "afspraak gemaakt", "en": "appointment made"}},
		{Code: "explained", Labels: model.Labels{"nl": "uitleg gegeven", "en": "explanation given"}},
		{Code: "class", Labels: model.Labels{"nl": "les of cursus", "en": "lesson or course"}},
		{Code: "buddy", Labels: model.Labels{"nl": "maatje of vrijwilliger gevonden", "en": "buddy or volunteer found"}},
		{Code: "activity", Labels: model.Labels{"nl": "activiteit in de wijk", "en": "activity in the neighbourhood"}},
		{Code: "work", Labels: model.Labels{"nl": "stap naar werk", "en": "step towards work"}},
		{Code: "talk", Labels: model.Labels{"nl": "goed gesprek", "en": "good talk"}},
		{Code: "home-visit", Labels: model.Labels{"nl": "huisbezoek", "en": "home visit"}},
		{Code: "warm-handover", Labels: model.Labels{"nl": "warm overgedragen", "en": "handed over in person"}},
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
