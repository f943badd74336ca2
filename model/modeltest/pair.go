package modeltest

import (
	"time"

	"leerbalie/model"
)

// pairs does all that is done about students and their pairs.
func (e *everything) pairs() {
	var who [4]model.ID
	for i, name := range []string{"Ali", "Fatma", "Sem", "Eva"} {
		who[i] = e.do(model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: e.v.Site(),
			Level: []string{"mbo-3", "hbo"}[i%2], Languages: []string{"nl"}, Study: model.Study{
				Programme: "Social Work", Crebo: "25960", Cohort: "2026", School: "ROC", Year: 1 + i%2, DayParts: 7 << i,
				Travel: []model.ID{e.v.Site()}, Themes: []string{"literacy"}, Wishes: []string{"hbo"}, Strong: []string{"W1"}, Open: []string{"W2"},
				Start: e.now.AddDate(0, -1, 0), End: e.now.AddDate(1, 0, 0), NormHours: 900, Waiting: e.now.AddDate(0, 0, -9),
			}}})
	}
	e.do(model.SetMatching{Weights: []model.Weight{{Rule: "languages", Weight: 7}}, Limits: model.MatchLimits{Stated: 3, Shared: 2}})
	e.do(model.ForbidPair{Members: [2]model.ID{who[0], who[3]}}, model.ForbidPair{Members: [2]model.ID{who[0], who[3]}, Lift: true})
	kept := e.do(model.SaveProposal{Proposal: model.Proposal{Name: "Najaar", Site: e.v.Site(), Day: e.now, Mode: "across", Objective: "total",
		Weights: []model.Weight{{Rule: "languages", Weight: 7}}, Locks: [][]model.ID{{who[0], who[1]}}, Forbid: [][]model.ID{{who[2], who[1]}},
		Pairs: [][]model.ID{{who[0], who[1]}}, Total: 8740, Rematch: true, Price: 150}})
	other := e.do(model.SaveProposal{Proposal: model.Proposal{Name: "Anders", Day: e.now}})
	e.do(model.DropProposal{ID: other})
	pair := e.do(model.PublishPairs{Proposal: kept, Pairs: []model.NewPair{
		{Members: []model.ID{who[0], who[1]}, Score: 8740, Points: []model.WishedAt{{Rule: "languages", Points: 8740}}}}})
	e.do(model.Agree{Pair: pair, Person: who[0], For: "de brieven", Adds: "het gesprek"},
		model.AddCheckIn{Pair: pair, Mood: model.MoodGood, Note: "gaat goed"}, model.AddCheckIn{Pair: pair, Silent: true},
		model.AddEvaluation{Pair: pair, Month: 3, Result: "go-on", Note: "samen door"},
		model.AnswerFit{Pair: pair, Person: who[0], Answer: model.FitGood, Note: "fijn"},
		model.EndPair{ID: pair, Reason: "done", Note: "klaar"})
	e.do(model.StartTimeOut{Person: who[2], Reason: "thuis", Until: e.now.Add(30 * 24 * time.Hour)}, model.EndTimeOut{Person: who[2]},
		model.EndStudy{Person: who[3], Outcome: "diploma"}, model.PersonLeaves{ID: who[3]}, model.PersonReturns{ID: who[3]})
}
