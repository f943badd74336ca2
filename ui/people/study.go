package people

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// studyEntries are what a form asks of a student beside what it asks of everybody. Of their own profile students say what
// matters for a buddy; the placement is for a coordinator.
func (p *People) studyEntries(s model.Study, own bool) []widget.Entry {
	w := p.Env.Words
	line := func(id, value, hint string) widget.Entry {
		e := widget.TextEntry(id, w.Say("field."+id), value, 1)
		if hint != "" {
			e.Hint = w.Say(hint)
		}
		return e
	}
	out := []widget.Entry{
		line("dayparts", w.DayParts(s.DayParts), "people.dayparts.hint"),
		line("themes", strings.Join(w.Names(p.Env.Site.ThemeCodes(), s.Themes), ", "), "people.comma.hint"),
		line("wishes", strings.Join(s.Wishes, ", "), "people.wishes.hint"),
		line("strong", strings.Join(s.Strong, ", "), "people.comma.hint"),
		line("open", strings.Join(s.Open, ", "), "people.comma.hint"),
	}
	if own {
		return out
	}
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	out = append(out, line("school", s.School, ""), line("programme", s.Programme, ""), line("crebo", s.Crebo, ""), line("cohort", s.Cohort, ""),
		line("year", number(s.Year), ""), line("start", text.Day(s.Start), "people.day.hint"), line("end", text.Day(s.End), "people.day.hint"),
		line("norm-hours", number(s.NormHours), ""))
	if len(p.organisation.sites) > 1 {
		var sites []widget.Option
		for _, x := range p.organisation.sites {
			sites = append(sites, widget.Option{ID: x.ID.String(), Label: x.Name})
		}
		var travel []string
		for _, id := range s.Travel {
			travel = append(travel, id.String())
		}
		out = append(out, widget.ManyEntry("travel", w.Say("field.travel"), travel, sites))
	}
	return out
}

// studyIn reads the form over what was there; a fault says which answer cannot be.
func (p *People) studyIn(f *widget.Form, s model.Study) (model.Study, error) {
	w := p.Env.Words
	has := func(id string) bool {
		return slices.ContainsFunc(f.Entries, func(e widget.Entry) bool { return e.ID == id })
	}
	if !has("dayparts") {
		return s, nil
	}
	parts, err := w.ParseDayParts(listed(f.Text("dayparts")))
	if err != nil {
		return s, dialog.FieldError{Field: "dayparts", Text: w.Error(err)}
	}
	s.DayParts = parts
	s.Themes = nil
	for _, t := range listed(f.Text("themes")) {
		if c, ok := p.Env.Words.Known(p.Env.Site.ThemeCodes()).Find(t); ok {
			t = c.Code
		}
		s.Themes = append(s.Themes, t)
	}
	s.Wishes, s.Strong, s.Open = listed(f.Text("wishes")), listed(f.Text("strong")), listed(f.Text("open"))
	if !has("school") {
		return s, nil
	}
	s.School, s.Programme, s.Crebo, s.Cohort = f.Text("school"), f.Text("programme"), f.Text("crebo"), f.Text("cohort")
	for id, to := range map[string]*int{"year": &s.Year, "norm-hours": &s.NormHours} {
		*to = 0
		if typed := f.Text(id); typed != "" {
			n, err := strconv.Atoi(typed)
			if err != nil {
				return s, dialog.FieldError{Field: id, Text: w.Say("people.number.fault", "typed", cell.Short(typed, 30))}
			}
			*to = n
		}
	}
	for id, to := range map[string]*time.Time{"start": &s.Start, "end": &s.End} {
		*to = time.Time{}
		if typed := f.Text(id); typed != "" {
			t, ok := text.ReadDay(typed)
			if !ok {
				return s, dialog.FieldError{Field: id, Text: w.Say("people.day.fault", "typed", cell.Short(typed, 30))}
			}
			*to = t
		}
	}
	if has("travel") {
		s.Travel = ids(f.Many("travel"))
	}
	return s, nil
}

// listed reads several things with commas between.
func listed(text string) (out []string) {
	for _, part := range strings.Split(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// studyLines are what a card tells of a student.
func (p *People) studyLines(out []string, q model.Person, width int) []string {
	w, s := p.Env.Words, q.Study
	if !q.Has(model.RoleStudent) {
		return out
	}
	if status := s.At(p.Env.Now()); status != model.StudyActive {
		said := w.Say("study." + string(status))
		if s.Outcome != "" {
			said += ": " + w.Code("study-outcome", s.Outcome)
		}
		out = p.fact(out, "field.status", said, width)
	}
	for _, t := range p.organisation.timeOuts {
		if t.Person == q.ID && t.Ended.IsZero() {
			said := t.Reason
			if !t.Until.IsZero() {
				said += " (" + w.Say("people.until", "day", text.Day(t.Until)) + ")"
			}
			out = p.fact(out, "field.time-out", said, width)
		}
	}
	out = p.fact(out, "field.dayparts", w.DayParts(s.DayParts), width)
	out = p.fact(out, "field.themes", strings.Join(w.Names(p.Env.Site.ThemeCodes(), s.Themes), ", "), width)
	out = p.fact(out, "field.wishes", strings.Join(s.Wishes, ", "), width)
	out = p.fact(out, "field.strong", strings.Join(s.Strong, ", "), width)
	out = p.fact(out, "field.open", strings.Join(s.Open, ", "), width)
	out = p.fact(out, "field.school", s.School, width)
	out = p.fact(out, "field.programme", strings.Trim(strings.Join([]string{s.Programme, s.Crebo, s.Cohort}, " "), " "), width)
	if s.Year > 0 {
		out = p.fact(out, "field.year", strconv.Itoa(s.Year), width)
	}
	if !s.Start.IsZero() || !s.End.IsZero() {
		out = p.fact(out, "field.placement", strings.TrimSpace(text.Day(s.Start)+" – "+text.Day(s.End)), width)
	}
	if s.NormHours > 0 {
		out = p.fact(out, "field.norm-hours", strconv.Itoa(s.NormHours), width)
	}
	return out
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

// startDone asks how it ended for a student who is done here.
func (p *People) startDone(q model.Person) tea.Cmd {
	w := p.Env.Words
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
