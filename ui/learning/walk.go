package learning

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/learning/judging"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startWaits goes through all that waits for the acting person: of these students, nil for everybody.
func (c *Learning) startWaits(of map[journal.ID]bool) tea.Cmd {
	session := c.Env.Session
	c.Hold()
	return screen.Ask(c.Env.Ctx, c.waiting.Next(), func(ctx context.Context) ([]learning.Awaiting, error) {
		list, err := learning.ReadWaiting(ctx, session)
		return slices.DeleteFunc(list, func(w learning.Awaiting) bool { return of != nil && !of[w.Student.ID] }), err
	})
}

func (c *Learning) tookWaits(a screen.Answer[[]learning.Awaiting]) tea.Cmd {
	if !c.waiting.Fits(a.Ticket) {
		return nil
	}
	switch {
	case a.Err != nil:
		c.settled()
		return screen.Say(screen.Fault, c.Env.Words.Error(a.Err))
	case len(a.Value) == 0:
		c.settled()
		return screen.Say(screen.Note, c.Env.Words.Say("learning.nothing-waits"))
	}
	cmd := c.step(judging.Walk{List: a.Value})
	c.settled()
	return cmd
}

// step opens what the walk has come to: a judgement, or for a student's own work the reflection. After the last it says so.
func (c *Learning) step(w judging.Walk) tea.Cmd {
	if w.At >= len(w.List) {
		if len(w.List) > 1 {
			return screen.Say(screen.Done, c.Env.Words.Count("learning.walked", len(w.List)))
		}
		return nil
	}
	of := w.List[w.At]
	if of.As != learning.AssessorSelf || w.Judge {
		return c.startJudge(w)
	}
	tree := c.ownTree()
	if of.Evidence.Reflection == nil && of.Evidence.Kind.Work() {
		return c.startReflect(of.Student, of.Evidence, tree, func() tea.Cmd { return c.step(w.Next()) })
	}
	return c.startPoint(of.Student, of.Evidence, tree, func() tea.Cmd { return c.step(w.Next()) })
}

// ownTree is what the acting student is assessed on, as the own page has read it.
func (c *Learning) ownTree() *competence.Tree {
	for _, p := range c.pages {
		if l, ok := p.(*learner); ok && l.me() && l.known {
			return l.data.Tree
		}
	}
	return (&competence.Framework{}).Tree()
}

// judgeFrom judges a piece of evidence, and then goes on with what waits of the same student.
func (c *Learning) judgeFrom(p learning.Piece) tea.Cmd {
	w := c.Env.Words
	start := func(part learning.AssessorKind) tea.Cmd {
		return c.step(judging.Walk{List: []learning.Awaiting{{Student: p.Student, Evidence: p.Evidence, As: part, Second: p.Evidence.Hidden > 0}}})
	}
	if len(p.MayJudgeAs) == 1 {
		return start(c.part(p))
	}
	var choices []widget.Choice
	for _, by := range p.MayJudgeAs {
		choices = append(choices, widget.Choice{ID: string(by), Label: w.Say("by." + string(by))})
	}
	return c.Show(&dialog.Choice{
		Picker: widget.Picker{Title: w.Say("learning.judge.as"), Empty: w.Say("pick.none"), Choices: choices},
		Choose: func(id string) tea.Cmd { return start(learning.AssessorKind(id)) },
	})
}

// startFrameworks lets one of the lists of competences be chosen, for the class or the student that shows.
func (c *Learning) startFrameworks() tea.Cmd {
	session := c.Env.Session
	c.Hold()
	return screen.Ask(c.Env.Ctx, c.lists.Next(), func(ctx context.Context) ([]competence.Framework, error) {
		return competence.ReadFrameworks(ctx, session, false)
	})
}

func (c *Learning) tookFrameworks(a screen.Answer[[]competence.Framework]) tea.Cmd {
	if !c.lists.Fits(a.Ticket) {
		return nil
	}
	c.settled()
	w := c.Env.Words
	if a.Err != nil {
		return screen.Say(screen.Fault, w.Error(a.Err))
	}
	var choices []widget.Choice
	for _, f := range a.Value {
		right := ""
		if f.Unofficial {
			right = w.Say("learning.unofficial")
		}
		choices = append(choices, widget.Choice{ID: f.ID.String(), Label: cell.Short(f.LabelIn(string(w.Lang())), 70), Right: right})
	}
	return c.Show(&dialog.Choice{
		Picker: widget.Picker{Title: w.Say("learning.framework.title"), Empty: w.Say("pick.none"), Choices: choices},
		Choose: func(id string) tea.Cmd {
			chosen, err := journal.ParseID(id)
			if err != nil {
				return screen.Say(screen.Fault, w.Error(err))
			}
			switch p := c.top().(type) {
			case *class:
				return p.use(chosen)
			case *learner:
				p.framework, p.only = chosen, journal.ID{}
				c.Hold()
				return p.read()
			}
			return nil
		},
	})
}
