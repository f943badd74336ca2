package report

import (
	"strings"
	"time"

	"leerbalie/model/hours"
	"leerbalie/model/learning"
	"leerbalie/model/visits"
)

// Pace tells at what pace a student comes to the norm, and how many weeks that is late; "" where no norm is known.
func (m Maker) Pace(p learning.Placement) string {
	x := hours.PaceOf(p, m.Today())
	out := ""
	switch x.Verdict {
	case hours.NoNorm:
		return ""
	case hours.Late:
		out = m.Words.Count("report.pace.late", x.LateWeeks, "per", m.Hours(x.PerWeek), "day", m.day(x.On))
	default:
		out = m.say("pace."+string(x.Verdict), "per", m.Hours(x.PerWeek), "day", m.day(x.On))
	}
	if x.Behind > 0 {
		out += " " + m.Words.Count("report.pace.behind", x.Behind)
	}
	return out
}

// Short tells a pace in a few characters, for a list; "" where nothing is wrong, or nothing can be said.
func (m Maker) Short(p learning.Placement) string {
	switch x := hours.PaceOf(p, m.Today()); x.Verdict {
	case hours.Late:
		return m.say("pace.short.late", "n", x.LateWeeks)
	case hours.Never:
		return m.say("pace.short.never")
	}
	return ""
}

// WeekName is a week with its first and last day.
func (m Maker) WeekName(monday time.Time) string {
	return m.say("week-name", "week", visits.WeekCode(monday), "from", monday.Format("02-01"), "to", monday.AddDate(0, 0, 6).Format("02-01"))
}

// WeekState tells whether a week is confirmed, and what it was where that is something else by now.
func (m Maker) WeekState(w *hours.Week) string {
	switch w.State() {
	case hours.Confirmed:
		return m.say("week.confirmed")
	case hours.Changed:
		return m.say("week.changed", "was", m.Hours(w.Confirmed.Minutes), "now", m.Hours(w.Minutes))
	}
	if w.Minutes == 0 {
		return ""
	}
	return m.say("week.open")
}

// WeekFrom tells from what the hours of a week came: of each kind how much.
func (m Maker) WeekFrom(w *hours.Week) string {
	var out []string
	for _, kind := range hours.Kinds() {
		n := 0
		for i := range w.From {
			if w.From[i].Kind == kind {
				n += w.From[i].Minutes
			}
		}
		if n > 0 {
			out = append(out, m.HoursKind(kind)+" "+m.Hours(n))
		}
	}
	return strings.Join(out, ", ")
}

// HoursKind is the word for what hours came from.
func (m Maker) HoursKind(kind string) string {
	switch kind {
	case hours.FromMeeting, hours.FromPresence, hours.FromOwn:
		return m.Words.Say("hours.from." + kind)
	}
	return m.Words.Say("evidence." + kind)
}

// HoursTitle is what one thing that counts is called.
func (m Maker) HoursTitle(s *hours.Student, e *hours.Entry) string {
	if title := s.Called(e); title != "" {
		return title
	}
	if !learning.EvidenceKind(e.Kind).Work() {
		return ""
	}
	return m.Title(&learning.Evidence{Kind: learning.EvidenceKind(e.Kind), Title: e.Title, Theme: e.Theme})
}

// ConfirmedBy tells who confirms a student's hours: the supervisor here or, where there is none, the guide at the company.
func (m Maker) ConfirmedBy(s *hours.Student) string {
	study := s.Person.Study
	switch {
	case !s.Person.Supervisor.IsZero():
		return m.say("hours-confirms", "name", m.name(s.Person.Supervisor))
	case study.Guide != "" && study.Company != "":
		return m.say("hours-guide-at", "name", study.Guide, "company", study.Company)
	case study.Guide != "":
		return m.say("hours-guide", "name", study.Guide)
	}
	return ""
}

// StudentHours is what one student worked, week by week, and from what.
func (m Maker) StudentHours(s *hours.Student) Document {
	d := m.document(m.say("student-hours", "name", s.Person.Name))
	p := s.Placement()
	d.line(m.Placement(p))
	if pace := m.Pace(p); pace != "" {
		d.line(pace)
	}
	d.line(m.say("hours-confirmed", "done", m.Hours(s.Confirmed), "all", m.Hours(s.Minutes)))
	if by := m.ConfirmedBy(s); by != "" {
		d.line(by)
	}
	for i := range s.Weeks {
		w := &s.Weeks[i]
		d.heading(strings.TrimSuffix(m.WeekName(w.Monday)+": "+m.Hours(w.Minutes)+", "+m.WeekState(w), ", "))
		t := Table{Heads: m.heads("day", "kind", "what", "hours"), Right: []int{3}}
		for j := range w.From {
			e := &w.From[j]
			t.Rows = append(t.Rows, []string{m.day(e.Day), m.HoursKind(e.Kind), m.HoursTitle(s, e), m.Hours(e.Minutes)})
		}
		d.table(t)
	}
	return d
}

// HoursLines tell of a student's hours what stands beside the norm: the pace, what is confirmed, and where the placement is.
func (m Maker) HoursLines(x *learning.Progress) (out []string) {
	p := x.Placement
	if pace := m.Pace(p); pace != "" {
		out = append(out, pace)
	}
	if p.Minutes > 0 {
		out = append(out, m.say("hours-confirmed", "done", m.Hours(p.Confirmed), "all", m.Hours(p.Minutes)))
	}
	switch s := x.Student.Study; {
	case s.Company != "" && s.Guide != "":
		out = append(out, m.say("placed-guide", "company", s.Company, "guide", s.Guide))
	case s.Company != "":
		out = append(out, m.say("placed", "company", s.Company))
	case s.Guide != "":
		out = append(out, m.say("guide", "name", s.Guide))
	}
	return out
}
