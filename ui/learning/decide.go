package learning

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// decides tells whether the acting person may decide about the student: the school does.
func (l *learner) decides() bool { return slices.Contains(l.data.MayJudgeAs, learning.AssessorSchool) }

func (l *learner) canDecide() bool { return l.known && l.decides() }

// canWithdraw tells whether the decision that the cursor is on stands, and may be taken back.
func (l *learner) canWithdraw() bool {
	x := l.decision()
	return l.canDecide() && x != nil && x.Withdrawn == nil
}

// startDecide asks for the school's decision. What stands in its way is told, and does not stop it: the school decides.
func (l *learner) startDecide() tea.Cmd {
	c, w := l.c, l.c.Env.Words
	kinds := []widget.Option{{ID: string(learning.DecisionPlacement), Label: w.Say("decision.placement")}, {ID: string(learning.DecisionExam), Label: w.Say("decision.exam")}}
	met := []widget.Option{{ID: "met", Label: w.Say("decision.met")}, {ID: "not", Label: w.Say("decision.not-met")}}
	d := &dialog.Sheet{Key: "decide/" + l.id.String(), About: l.id, Asked: []string{"kind"}, Form: widget.Form{Title: w.Say("learning.decide.title", "name", l.data.Student.Name), Entries: []widget.Entry{
		widget.ChoiceEntry("kind", w.Say("learning.field.decision"), "", kinds),
		widget.ChoiceEntry("met", w.Say("learning.field.met"), "", met),
		widget.TextEntry("reason", w.Say("field.reason"), "", 3),
	}}}
	for _, line := range c.maker().Doubts(&l.data) {
		for _, part := range cell.Wrap(theme.TodaySign+" "+line, 84, 3) {
			d.Lead = append(d.Lead, c.Env.Theme.Today.On(part))
		}
	}
	for _, part := range cell.Wrap(w.Say("learning.decide.foot"), 84, 3) {
		d.Lead = append(d.Lead, c.Env.Theme.Faint.On(part))
	}
	d.Submit = func(f *widget.Form) tea.Cmd {
		if f.Text("met") == "" {
			f.Blame("met", w.Say("learning.fault.met"))
			return nil
		}
		return c.Do(func(model.Receipt) tea.Cmd {
			l.turn(decisionTab)
			l.decisions.ToFirst()
			return nil
		}, learning.Decide{Student: l.id, Framework: l.data.Framework.ID, Kind: learning.DecisionKind(f.Text("kind")), Met: f.Text("met") == "met", Reason: f.Text("reason")})
	}
	return c.Fill(d)
}

// startWithdraw asks why a decision is taken back.
func (l *learner) startWithdraw() tea.Cmd {
	x := l.decision()
	c, w, stamp := l.c, l.c.Env.Words, x.Stamp
	return c.Show(&dialog.Prompt{
		Prompt: widget.Prompt{Title: w.Say("learning.withdraw.title", "kind", w.Say("decision."+string(x.Kind)), "name", l.data.Student.Name),
			Input: widget.NewInput("", 1), Hint: []string{c.Env.Theme.Faint.On(w.Say("learning.withdraw.hint"))}},
		Submit: func(reason string) tea.Cmd {
			return c.Do(nil, learning.WithdrawDecision{Student: l.id, Decision: stamp, Reason: reason})
		},
	})
}
