package hours

import (
	"time"

	"leerbalie/model/hours"
	"leerbalie/model/visits"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
)

// rowJSON is a student in a week. The names are a promise to scripts.
type rowJSON struct {
	Student          output.Who  `json:"student"`
	Week             string      `json:"week"` // ISO 8601: 2026-W49
	Minutes          int         `json:"minutes"`
	Confirmed        bool        `json:"confirmed"`         // as it is now
	ConfirmedMinutes *int        `json:"confirmed_minutes"` // as many as were confirmed; null where nothing was
	State            string      `json:"state"`
	From             []entryJSON `json:"from"`
}

// entryJSON is one thing that counts.
type entryJSON struct {
	Kind    string `json:"kind"`
	ID      string `json:"id"`
	Minutes int    `json:"minutes"`
	Date    string `json:"date"`
	What    string `json:"what"`
	Theme   string `json:"theme"`
}

type studentJSON struct {
	Student          output.Who  `json:"student"`
	Minutes          int         `json:"minutes"`
	ConfirmedMinutes int         `json:"confirmed_minutes"`
	NormMinutes      int         `json:"norm_minutes"`
	Start            *string     `json:"start"`
	End              *string     `json:"end"`
	Company          string      `json:"company"`
	Guide            string      `json:"guide"`
	Supervisor       *output.Who `json:"supervisor"` // who confirms here; null: nobody does
	Pace             paceJSON    `json:"pace"`
	Weeks            []rowJSON   `json:"weeks"`
}

type paceJSON struct {
	Verdict string  `json:"verdict"` // "" where no norm is known
	PerWeek int     `json:"minutes_per_week"`
	On      *string `json:"reached_on"`
	Late    int     `json:"late_weeks"`
	Behind  int     `json:"behind_weeks"`
}

func rowsOut(rows []row) []rowJSON {
	out := make([]rowJSON, 0, len(rows))
	for i := range rows {
		out = append(out, rowOut(rows[i].student, &rows[i].week))
	}
	return out
}

func rowOut(s *hours.Student, w *hours.Week) rowJSON {
	out := rowJSON{Student: output.Named(s.Person.ID, s.Person.Name), Week: visits.WeekCode(w.Monday), Minutes: w.Minutes, Confirmed: w.State() == hours.Confirmed, State: string(w.State()), From: []entryJSON{}}
	if w.Confirmed != nil {
		out.ConfirmedMinutes = &w.Confirmed.Minutes
	}
	for i := range w.From {
		out.From = append(out.From, entryOut(s, &w.From[i]))
	}
	return out
}

func entryOut(s *hours.Student, e *hours.Entry) entryJSON {
	return entryJSON{Kind: e.Kind, ID: e.ID.String(), Minutes: e.Minutes, Date: e.Day.Format(time.DateOnly), What: s.Called(e), Theme: e.Theme}
}

func studentOut(s *hours.Student, m report.Maker) studentJSON {
	p, study := hours.PaceOf(s.Placement(), m.Today()), s.Person.Study
	out := studentJSON{Student: output.Named(s.Person.ID, s.Person.Name), Minutes: s.Minutes, ConfirmedMinutes: s.Confirmed, NormMinutes: 60 * study.NormHours,
		Start: output.DayOrNull(study.Start), End: output.DayOrNull(study.End), Company: study.Company, Guide: study.Guide,
		Pace: paceJSON{string(p.Verdict), p.PerWeek, output.DayOrNull(p.On), p.LateWeeks, p.Behind}, Weeks: []rowJSON{}}
	if id := s.Person.Supervisor; !id.IsZero() {
		who := output.Named(id, m.Names[id])
		out.Supervisor = &who
	}
	for i := range s.Weeks {
		out.Weeks = append(out.Weeks, rowOut(s, &s.Weeks[i]))
	}
	return out
}
