package courses

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/course"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// nextState is the state after the one that stands where the cursor is: nothing, present, absent, excused.
func (p *Courses) nextState() ledger.State {
	all := ledger.States()
	was := p.taker().Presences[p.column].State
	for i, s := range all {
		if s == was && i+1 < len(all) {
			return all[i+1]
		}
		if s == was {
			return ""
		}
	}
	return all[0]
}

// note notes the presence of the student on the row, and goes on to the next where on says so.
func (p *Courses) note(s ledger.State, on bool) tea.Cmd {
	day, _ := p.day()
	a := course.NotePresence{Course: p.open, Day: day, Marks: []course.Mark{{Student: p.taker().Student.ID, State: s}}}
	if on {
		p.goDown(p.row + 1)
	}
	return p.Do(nil, a)
}

// everyone notes that all were there: then the exceptions follow. Of whom something was noted already, that stays.
func (p *Courses) everyone() tea.Cmd {
	day, _ := p.day()
	a := course.NotePresence{Course: p.open, Day: day}
	var elsewhere []string
	for i := range p.view.People {
		one := &p.view.People[i]
		switch {
		case one.Elsewhere:
			elsewhere = append(elsewhere, one.Student.Name)
		case one.MayNote && one.Presences[p.column].State == "" || one.MayNote && p.allNoted():
			a.Marks = append(a.Marks, course.Mark{Student: one.Student.ID, State: ledger.Present})
		}
	}
	cmd := p.Do(nil, a)
	if len(elsewhere) > 0 {
		return tea.Batch(cmd, p.SayDone(p.Env.Words.Say("course.elsewhere", "names", strings.Join(elsewhere, ", "))))
	}
	return cmd
}

// allNoted tells whether something was noted of everybody already: then all present is said of all.
func (p *Courses) allNoted() bool {
	for i := range p.view.People {
		if one := &p.view.People[i]; one.MayNote && one.Presences[p.column].State == "" {
			return false
		}
	}
	return true
}

// level asks what came of a test, and goes on to the next student.
func (p *Courses) level() tea.Cmd {
	test, _ := p.test()
	one, w := *p.taker(), p.Env.Words
	d := &dialog.Choice{Picker: widget.Picker{Title: cell.Safe(test, 30) + " · " + cell.Safe(one.Student.Name, 40), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	for _, l := range p.view.Scale.Levels {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: "=" + l.Name, Label: cell.Safe(l.LabelIn(string(w.Lang())), 60)})
	}
	d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: "", Label: w.Say("courses.no-level")})
	d.Choose = func(id string) tea.Cmd {
		p.goDown(p.row + 1)
		return p.Do(nil, course.NoteResults{Course: p.open, Test: test, Day: p.Env.Today(), Given: []course.Given{{Student: one.Student.ID, Level: strings.TrimPrefix(id, "=")}}})
	}
	return p.Show(d)
}

// evidence shows who would get evidence of the course, or of the test that the cursor is on, and who not and why, and asks.
func (p *Courses) evidence() tea.Cmd {
	id, w := p.open, p.Env.Words
	test, _ := p.test()
	return dialog.Look(&p.Host, func(ctx context.Context, session *model.Session) ([]course.Due, error) {
		return course.ReadDue(ctx, session, id, test)
	}, func(all []course.Due) tea.Cmd {
		gets := 0
		for _, d := range all {
			if d.Why == course.Gets {
				gets++
			}
		}
		title := cell.Safe(p.view.Title, 40)
		if test != "" {
			title += " · " + cell.Safe(test, 30)
		}
		ask := &dialog.Choice{Picker: widget.Picker{Title: w.Say("courses.evidence", "title", title), Empty: w.Say("courses.nobody"), Hint: w.Say("courses.evidence.hint")}}
		if gets > 0 {
			ask.Picker.Choices = append(ask.Picker.Choices, widget.Choice{ID: "yes", Label: w.Count("courses.evidence.yes", gets)})
			ask.Choose = func(id string) tea.Cmd {
				if id != "yes" {
					return nil
				}
				return p.Do(nil, course.MakeEvidence{Course: p.open, Test: test})
			}
		}
		for _, d := range all {
			ask.Picker.Choices = append(ask.Picker.Choices, widget.Choice{ID: d.Student.ID.String(), Label: cell.Safe(d.Student.Name, 60), Right: w.CourseDue(d)})
		}
		return p.Show(ask)
	})
}

// move asks the new day of the date that the cursor is on.
func (p *Courses) move() tea.Cmd {
	day, _ := p.day()
	w := p.Env.Words
	d := &dialog.Prompt{Key: "course-move/" + p.open.String() + "/" + text.Day(day), About: p.open,
		Prompt: widget.Prompt{Title: w.Say("courses.move") + " · " + cell.Safe(p.view.Title, 30) + " · " + w.ShortDay(day), Input: widget.NewInput("", 1)},
		Help:   func(string) []string { return []string{p.Env.Theme.Faint.On(w.Say("courses.move.hint"))} }}
	d.Submit = func(typed string) tea.Cmd {
		to, ok := text.ReadDay(typed)
		if !ok {
			d.Fault = w.Say("error.visit-day", "text", typed)
			return nil
		}
		return p.Do(nil, course.Move{ID: p.open, From: day, To: to})
	}
	return p.Type(d)
}

// cancel says that the date does not go on, or does after all.
func (p *Courses) cancel() tea.Cmd {
	day, _ := p.day()
	return p.Do(nil, course.Cancel{ID: p.open, Day: day, Off: p.view.Off(day)})
}

// putAway asks whether the course is to be put away.
func (p *Courses) putAway() tea.Cmd {
	c, w := *p.chosen(), p.Env.Words
	return p.Ask(w.Say("courses.archive", "title", cell.Safe(c.Title, 50)), []string{w.Say("courses.archive.what")}, w.Say("courses.archive.yes"), func() tea.Cmd {
		p.open, p.begun = journal.ID{}, false
		return p.Do(nil, course.Archive{ID: c.ID})
	})
}

// details shows all that is planned of the course.
func (p *Courses) details() tea.Cmd {
	d := &dialog.Choice{Picker: widget.Picker{Title: cell.Safe(p.view.Title, 60), Empty: p.Env.Words.Say("pick.none"), Hint: p.Env.Words.Say("courses.details.hint")}}
	for i, line := range p.facts() {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: string(rune('a' + i%26)), Label: cell.Safe(line, 200)})
	}
	return p.Show(d)
}
