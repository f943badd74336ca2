package meetings

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/question"
	"leerbalie/model/upward"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
)

// What a line of the minutes can become.
const (
	toGoal     = "goal"
	toQuestion = "question"
	toSignal   = "signal"
)

// minutes asks what a line of the minutes of a meeting becomes, and then for that.
func (p *Meetings) minutes() tea.Cmd {
	m, w := p.meant().Meeting, p.Env.Words
	list := &dialog.Choice{Picker: widget.Picker{Title: w.Say("meetings.minutes", "title", m.Called()), Empty: w.Say("pick.none"), Choices: []widget.Choice{
		{ID: toGoal, Label: w.Say("meetings.minutes.goal")}, {ID: toQuestion, Label: w.Say("meetings.minutes.question")}, {ID: toSignal, Label: w.Say("meetings.minutes.signal")},
	}}}
	list.Choose = func(id string) tea.Cmd {
		return dialog.Look(&p.Host, page.People, func(people []page.Named) tea.Cmd {
			names, key := map[string][]page.Named{"": people}, id+"/"+m.ID.String()
			switch id {
			case toGoal:
				return page.FillOn(&p.Host, page.Form[goal.Goal]{Title: w.Say("goals.new"), Key: key, About: m.ID, Table: goal.Table(), Value: goal.Goal{Owner: p.Env.User.ID, Meeting: m.ID, Theme: m.Theme},
					Fields: []string{"goal-title", "goal-owner", "goal-by", "goal-why"}, Names: names, Long: []string{"goal-why"}, Act: func(g goal.Goal) model.Action { return goal.Add{Goal: g} }})
			case toQuestion:
				return page.FillOn(&p.Host, page.Form[question.Question]{Title: w.Say("meetings.minutes.question"), Key: key, About: m.ID, Table: question.Table(), Value: question.Question{Meeting: m.ID, Theme: m.Theme},
					Fields: []string{"question-title", "question-details", "question-to"}, Names: names, Long: []string{"question-details"}, Act: func(q question.Question) model.Action { return question.Add{Question: q} }})
			}
			return page.FillOn(&p.Host, page.Form[upward.Signal]{Title: w.Say("meetings.minutes.signal"), Key: key, About: m.ID, Table: upward.Table(), Value: upward.Signal{Meeting: m.ID, Theme: m.Theme},
				Fields: []string{"signal-text", "signal-where", "signal-to"}, Names: names, Long: []string{"signal-text"}, Act: func(s upward.Signal) model.Action { return upward.Add{Signal: s} }})
		})
	}
	return p.Show(list)
}

// cameOf is what came out of a meeting, a line each.
func (p *Meetings) cameOf(id journal.ID) (out []string) {
	came := p.minuted[id]
	if came == nil {
		return nil
	}
	w := p.Env.Words
	for _, g := range came.Goals {
		out = append(out, w.Say("place.goal")+": "+g.Title)
	}
	for _, q := range came.Questions {
		out = append(out, w.Say("place.question")+": "+q.Title)
	}
	for _, s := range came.Signals {
		out = append(out, w.Say("place.signal")+": "+s.Text)
	}
	return out
}
