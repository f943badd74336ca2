package modeltest

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/leaving"
	"leerbalie/model/pairs"
)

// pairs does all that is done about students and their pairs.
func (e *everything) pairs() {
	var who [4]journal.ID
	for i, name := range []string{"Ali", "Fatma", "Sem", "Eva"} {
		who[i] = e.do(model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: e.session.Site(),
			Level: []string{"mbo-3", "hbo"}[i%2], Languages: []string{"nl"}, Study: model.Study{
				Programme: "Social Work", Crebo: "25960", Cohort: "2026", School: "ROC", Year: 1 + i%2, DayParts: 7 << i,
				Travel: []journal.ID{e.session.Site()}, Themes: []string{"literacy"}, Wishes: []string{"hbo"}, Strong: []string{"W1"}, Open: []string{"W2"},
				Start: e.now.AddDate(0, -1, 0), End: e.now.AddDate(1, 0, 0), NormHours: 900, Waiting: e.now.AddDate(0, 0, -9),
			}}})
	}
	e.do(pairs.SetMatching{Weights: []pairs.Weight{{Rule: "languages", Weight: 7}}, Limits: pairs.MatchLimits{Stated: 3, Shared: 2}})
	e.do(pairs.ForbidPair{Members: [2]journal.ID{who[0], who[3]}}, pairs.ForbidPair{Members: [2]journal.ID{who[0], who[3]}, Lift: true})
	kept := e.do(pairs.SaveProposal{Proposal: pairs.Proposal{Name: "Najaar", Site: e.session.Site(), Day: e.now, Mode: "across", Objective: "total",
		Weights: []pairs.Weight{{Rule: "languages", Weight: 7}}, Locks: [][]journal.ID{{who[0], who[1]}}, Forbid: [][]journal.ID{{who[2], who[1]}},
		Pairs: [][]journal.ID{{who[0], who[1]}}, Total: 8740, Rematch: true, Price: 150}})
	other := e.do(pairs.SaveProposal{Proposal: pairs.Proposal{Name: "Anders", Day: e.now}})
	e.do(pairs.DropProposal{ID: other})
	pair := e.do(pairs.PublishPairs{Proposal: kept, Pairs: []pairs.NewPair{
		{Members: []journal.ID{who[0], who[1]}, Score: 8740, Points: []pairs.RulePoints{{Rule: "languages", Points: 8740}}}}})
	e.do(pairs.Agree{Pair: pair, Person: who[0], For: "de brieven", Adds: "het gesprek"},
		pairs.AddCheckIn{Pair: pair, Mood: pairs.MoodGood, Note: "gaat goed"}, pairs.AddCheckIn{Pair: pair, Silent: true},
		pairs.AddEvaluation{Pair: pair, Month: 3, Result: "go-on", Note: "samen door"},
		pairs.AnswerFit{Pair: pair, Person: who[0], Answer: pairs.FitGood, Note: "fijn"},
		pairs.EndPair{ID: pair, Reason: "done", Note: "klaar"})
	e.do(pairs.StartTimeOut{Person: who[2], Reason: "thuis", Until: e.now.Add(30 * 24 * time.Hour)}, pairs.EndTimeOut{Person: who[2]},
		pairs.EndStudy{Person: who[3], Outcome: "diploma"}, pairs.ResumeStudy{Person: who[3]}, pairs.PersonLeaves{ID: who[3], Why: "verhuisd", On: e.now}, pairs.PersonReturns{ID: who[3]})
	wrong := e.do(model.AddPerson{Person: model.Person{Name: "Points Possible", Roles: []model.Role{model.RoleStudent}}})
	e.do(leaving.RemovePerson{ID: wrong, Why: "geen mens"})
	e.do(pairs.PersonReturns{ID: wrong})
}
