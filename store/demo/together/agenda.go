package together

import (
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/training"
	"leerbalie/model/upward"
)

// goalsAre are six goals of owners of different roles.
func (p *play) goalsAre() {
	boss := p.Boss.Me().ID
	for i, g := range []struct {
		goal.Goal
		steps        []string
		result, need string
		offers       journal.ID
	}{
		{goal.Goal{Title: "Iedereen met een taalvraag vindt het taalcafé", Why: "Aan de balie komen elke week mensen met een brief die ze niet kunnen lezen.", Owner: p.teacher(0), By: p.day(84),
			Phase: "proberen", Expect: "Fouten maken mag. Na elke keer schrijven we op wat werkte.", Theme: "taal", Members: of(p.student(0), p.student(1))},
			[]string{"Folder in vier talen", "Elke dinsdag een tafel in de bibliotheek", "Balie verwijst met naam en tijd"}, "Elf mensen kwamen voor de tweede keer terug", "Hoe leg je uit zonder moeilijke woorden?", p.teacher(0)},
		{goal.Goal{Title: "Minder mensen eten alleen", Why: "Veel ouderen in de wijk zien dagen niemand.", Owner: p.staff(0), By: p.day(120), Phase: "begin", Theme: "eenzaamheid", Members: of(p.student(2))},
			[]string{"Vraag tien mensen wat ze willen", "Keuken regelen in het buurthuis"}, "De keuken is van ons op donderdag", "Koken voor twintig mensen", p.guests[0]},
		{goal.Goal{Title: "Schulden eerder zien", Why: "Mensen komen pas als de deurwaarder geweest is.", Owner: p.guide(0), By: p.day(60), Phase: "proberen", Expect: "Elk gesprek twee vragen over geld.", Theme: "geld"},
			[]string{"Twee vragen op de lijst van de intake", "Meelopen bij het budgetspreekuur"}, "Zes keer verwezen voor de eerste aanmaning", "Praten over geld met anderen erbij", p.guide(0)},
		{goal.Goal{Title: "Studenten leren van studenten", Why: "Wie al een jaar meedraait weet dingen die in geen les staan.", Owner: p.student(3), By: p.day(45), Phase: "vast onderdeel", Theme: "samen leren", Members: of(p.student(4))},
			[]string{"Elke vrijdag een kwartier “zo deed ik het”"}, "Vier studenten vertelden iets", "Een verhaal kort vertellen", p.student(3)},
		{goal.Goal{Title: "De wijkverpleging weet wie wij zijn", Why: "We zien dezelfde mensen en weten het niet van elkaar.", Owner: p.guests[1], By: p.day(30), Phase: "begin", Theme: "gezondheid"},
			[]string{"Kennismaken met het team", "Een vast nummer om te bellen"}, "", "Wat mag je van elkaar weten?", journal.ID{}},
		{goal.Goal{Title: "Een vaste middag in elk buurthuis", Why: "Niet iedereen komt naar de balie.", Owner: boss, By: p.day(-14), Phase: "afronden", Theme: "bereik"},
			[]string{"Drie buurthuizen vragen"}, "Alle drie doen mee", "", journal.ID{}},
	} {
		id := p.by(g.Owner, goal.Add{Goal: g.Goal})
		p.goals = append(p.goals, id)
		for n, text := range g.steps {
			step := goal.Step{Noted: goal.Noted{Text: text}, Until: p.day(7 * (n + 1)), Person: g.Owner}
			if n == 0 && i != 4 {
				step.Done = p.day(-3 - i)
			}
			p.by(g.Owner, goal.PutStep{Goal: id, Step: step})
		}
		if g.result != "" {
			p.by(g.Owner, goal.PutResult{Goal: id, Result: goal.Result{Noted: goal.Noted{Text: g.result}, Day: p.day(-7 - i)}})
		}
		if g.need == "" {
			continue
		}
		p.by(g.Owner, goal.PutNeed{Goal: id, Need: goal.Need{Noted: goal.Noted{Text: g.need}}})
		if g.offers.IsZero() || p.err != nil {
			continue
		}
		is, err := goal.One(p.ctx, p.Boss, id)
		if err != nil || len(is.Needs) == 0 {
			p.err = err
			continue
		}
		p.by(g.Owner, goal.PutOffer{Goal: id, Offer: goal.Offer{Noted: goal.Noted{Text: "een uur, op vrijdag"}, Need: is.Needs[0].Key, Person: g.offers}})
	}
	p.by(boss, goal.End{ID: p.goals[5], State: goal.Reached, Came: "Elke week een middag in drie buurthuizen, met een koppel studenten."})
}

// questionsAre are questions to each other, with what is kept of them.
func (p *play) questionsAre() {
	for _, q := range []struct {
		by, answers journal.ID
		question.Question
		answer, kept string
	}{
		{p.student(0), p.guide(0), question.Question{Title: "Hoe begin je een gesprek over schulden?", Details: "Aan de balie staan anderen te wachten.", Theme: "geld"},
			"Vraag of iemand even mee wil lopen naar de andere tafel. Begin met de brief, niet met het bedrag.", "Praat over geld aan een aparte tafel. Begin bij de brief en vraag daarna of er meer post ligt."},
		{p.student(1), p.staff(0), question.Question{Title: "Wat doe je als iemand boos wordt?", Theme: "gesprek"}, "Rustig blijven, zeggen wat je wel kunt doen, en een collega erbij vragen.",
			"Zeg wat je wél kunt doen. Haal een collega erbij voor het te veel wordt."},
		{p.student(2), p.guests[1], question.Question{Title: "Wanneer bel je de wijkverpleging?", Theme: "gezondheid"}, "Als iemand zichzelf niet meer redt en er geen familie is. Vraag het diegene eerst.", ""},
		{p.guests[0], p.student(4), question.Question{Title: "Hoe leren studenten hier eigenlijk?", Theme: "samen leren"}, "Van de vragen aan de balie. Wat we deden schrijven we op, en een docent kijkt mee.", ""},
		{p.teacher(0), journal.ID{}, question.Question{Title: "Wie kan vertellen over leven zonder papieren?", Theme: "recht"}, "", ""},
		{p.student(5), journal.ID{}, question.Question{Title: "Mag je een medicijn voor iemand ophalen?", Theme: "gezondheid", To: []journal.ID{p.guests[1]}}, "", ""},
	} {
		id := p.by(q.by, question.Add{Question: q.Question})
		if q.answers.IsZero() {
			continue
		}
		p.by(q.answers, question.Reply{ID: id, Text: q.answer})
		if q.kept != "" {
			p.by(q.by, question.Keep{ID: id, Text: q.kept, By: q.by})
		}
	}
}

// signalsAre are four signals upward, of which one began with what was counted.
func (p *play) signalsAre() {
	boss := p.Boss.Me().ID
	for _, s := range []struct {
		by journal.ID
		upward.Signal
		state upward.State
		text  string
	}{
		{p.student(0), upward.Signal{Text: "In de les komt niets over schulden, terwijl wij er elke week naar gevraagd worden", Where: "balie", Theme: "geld", To: p.teacher(0), About: upward.Curriculum}, upward.Done, "Vanaf blok 3 is er een les over schulden, met iemand van het budgetspreekuur."},
		{p.staff(0), upward.Signal{Text: "Op woensdag staat er een rij en zitten er twee mensen", Where: "balie", To: boss, About: upward.Organisation}, upward.Taken, ""},
		{p.guests[1], upward.Signal{Text: "Nieuwe huisartsen nemen niemand meer aan", Where: "de wijk", Theme: "gezondheid", To: boss, About: upward.District}, upward.Declined, "Dit ligt bij de gemeente. Wij hebben het daar gemeld."},
		{p.guide(0), upward.Signal{Text: "Meer vragen over energie dan anders", Where: "overzicht", Theme: "wonen", To: boss, About: upward.District, Cases: 19, Weeks: 4, Before: 8, Since: p.day(-28)}, upward.Open, ""},
	} {
		id := p.by(s.by, upward.Add{Signal: s.Signal})
		if s.state != upward.Open {
			p.by(s.To, upward.Answer{ID: id, State: s.state, Text: s.text})
		}
	}
}

// researchIs is what is looked into, and which trainings were asked of the school.
func (p *play) researchIs() {
	p.by(p.teacher(0), research.Add{Research: research.Research{Question: "Wie komt er niet naar de balie, en waarom?", Students: of(p.student(5)), Supervisor: p.teacher(0), Goal: p.goals[5], From: p.day(-40)}})
	boss := p.Boss.Me().ID
	p.by(boss, training.Add{Training: training.Training{What: "Omgaan met agressie", Asker: "Bibliotheek Zuidwest", Asked: p.day(-50), Givers: []journal.ID{p.teacher(0)}, Day: p.day(-10), Minutes: 240, People: 14,
		State: training.Given, Came: "Veertien medewerkers. Zij vragen om een vervolg.", Theme: "gesprek"}})
	p.by(boss, training.Add{Training: training.Training{What: "Wat is positieve gezondheid?", Asker: "Zorggroep De Linden", Asked: p.day(-12), Theme: "gezondheid"}})
}
