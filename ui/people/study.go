package people

import (
	"context"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// study tells what a card tells of a student.
func (g *details) study(q model.Person) {
	p, w, s := g.p, g.w, q.Study
	if !q.Has(model.RoleStudent) {
		return
	}
	if status := s.At(p.Env.Now()); status != model.StudyActive {
		said := w.Say("study." + string(status))
		if s.Outcome != "" {
			said += ": " + w.Code("study-outcome", s.Outcome)
		}
		g.fact("field.status", said)
	}
	for _, t := range p.organisation.timeOuts {
		if t.Person == q.ID && t.Ended.IsZero() {
			said := t.Reason
			if !t.Until.IsZero() {
				said += " (" + w.Say("people.until", "day", text.Day(t.Until)) + ")"
			}
			g.fact("field.time-out", said)
		}
	}
	g.fact("field.dayparts", w.DayParts(s.DayParts))
	g.fact("field.themes", strings.Join(w.Names(p.Env.Site.ThemeCodes(), s.Themes), ", "))
	g.fact("field.wishes", strings.Join(s.Wishes, ", "))
	g.fact("field.strong", strings.Join(s.Strong, ", "))
	g.fact("field.open", strings.Join(s.Open, ", "))
	g.fact("field.school", s.School)
	g.fact("field.programme", strings.Join(strings.Fields(strings.Join([]string{s.Programme, s.Crebo, s.Cohort, s.Route}, " ")), " "))
	if s.Year > 0 {
		g.fact("field.year", strconv.Itoa(s.Year))
	}
	if !s.Start.IsZero() || !s.End.IsZero() {
		g.fact("field.placement", strings.TrimSpace(text.Day(s.Start)+" – "+text.Day(s.End)))
	}
	if s.NormHours > 0 {
		g.fact("field.norm-hours", strconv.Itoa(s.NormHours))
	}
	g.fact("field.company", s.Company)
	g.fact("field.guide", s.Guide)
}

// startTimeOut asks why a student is out for a while; one who is out comes back after a question.
func (p *People) startTimeOut(q model.Person) tea.Cmd {
	w := p.Env.Words
	if q.Study.Status == model.StudyTimeOut {
		return p.AskReady(w.Say("people.time-out.end"), []string{w.Say("people.time-out.back", "name", cell.Short(q.Name, 60))}, w.Say("people.time-out.yes"),
			func() tea.Cmd { return p.Do(nil, pairs.EndTimeOut{Person: q.ID}) })
	}
	until := widget.TextEntry("until", w.Say("field.until"), "", 1)
	until.Hint = w.Say("people.day.hint")
	reason := widget.TextEntry("reason", w.Say("field.reason"), "", 2)
	reason.Hint = w.Say("people.time-out.hint")
	d := p.sheet("", widget.Form{Title: w.Say("people.time-out.title", "name", cell.Short(q.Name, 40)), Entries: []widget.Entry{reason, until}})
	d.Submit = func(f *widget.Form) tea.Cmd {
		a := pairs.StartTimeOut{Person: q.ID, Reason: f.Text("reason")}
		if typed := f.Text("until"); typed != "" {
			t, ok := text.ReadDay(typed)
			if !ok {
				d.Refused(&p.Host, dialog.FieldError{Field: "until", Text: w.Say("people.day.fault", "typed", cell.Short(typed, 30))})
				return nil
			}
			a.Until = t
		}
		return p.Do(p.land, a)
	}
	return p.Fill(d)
}

// startDone asks how it ended for a student who is done here; one who was done goes on after a question.
func (p *People) startDone(q model.Person) tea.Cmd {
	w := p.Env.Words
	if q.Study.At(p.Env.Now()) == model.StudyEnded {
		return p.AskReady(w.Say("people.resume.title"), []string{w.Say("people.resume.ask", "name", cell.Short(q.Name, 60))}, w.Say("people.resume.yes"),
			func() tea.Cmd { return p.Do(p.land, pairs.ResumeStudy{Person: q.ID}) })
	}
	var choices []widget.Choice
	for _, c := range model.StudyOutcomes() {
		choices = append(choices, widget.Choice{ID: c.Code, Label: w.Label(c)})
	}
	return p.Show(&dialog.Choice{
		Picker: widget.Picker{Title: w.Say("people.done.title", "name", cell.Short(q.Name, 40)), Hint: w.Say("people.done.hint"), Choices: choices},
		Choose: func(id string) tea.Cmd {
			return p.Do(p.land, pairs.EndStudy{Person: q.ID, Outcome: id})
		},
	})
}

// readTimeOuts reads the time-outs with their reasons, for who may see those.
func readTimeOuts(ctx context.Context, session *model.Session) ([]pairs.TimeOut, error) {
	if !session.Clearance().MayRead(journal.Scope{Class: journal.Private, Part: journal.Organisation()}) {
		return nil, nil
	}
	return pairs.ReadTimeOuts(ctx, session)
}
