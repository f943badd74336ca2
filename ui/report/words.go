package report

import (
	"fmt"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/agreement"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/text"
)

// Maker makes documents in one language.
type Maker struct {
	Words text.Words
	Zone  *time.Location
	Now   time.Time
	Names map[journal.ID]string // of everybody who may be named

	Themes model.Codes // of the site; nil: those that every site begins with

	// Changed tells whether a file that was put with evidence is another one now; nil, also as its answer: that cannot be seen.
	Changed func(learning.Attached) *bool

	Exact bool // small numbers are printed, too
}

// Today is the calendar day of the document, as days are kept.
func (m Maker) Today() time.Time { return days.Of(m.Now, m.Zone) }

func (m Maker) lang() string { return string(m.Words.Lang()) }

func (m Maker) say(id string, args ...any) string { return m.Words.Say("report."+id, args...) }

func (m Maker) document(title string) Document {
	d := Document{Lang: m.lang(), Title: title}
	d.line(m.say("made", "when", m.Now.In(m.Zone).Format("02-01-2006 15:04")))
	return d
}

func (m Maker) name(id journal.ID) string {
	if n := m.Names[id]; n != "" {
		return n
	}
	return m.say("somebody")
}

func (m Maker) day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("02-01-2006")
}

// Level is the name of a level, "" for none.
func (m Maker) Level(f *competence.Framework, n competence.Node, level int) string {
	levels := f.ScaleOf(n).Levels
	if level < 0 || level >= len(levels) {
		return ""
	}
	return levels[level].LabelIn(m.lang())
}

// Hours writes minutes as hours.
func (m Maker) Hours(minutes int) string { return fmt.Sprintf("%d:%02d", minutes/60, minutes%60) }

// Title is what a piece of evidence is called: its title, or for a handled request and a visit what kind it is, with its theme.
func (m Maker) Title(e *learning.Evidence) string {
	if e.Title != "" {
		return e.Title
	}
	themes := m.Themes
	if themes == nil {
		themes = model.Themes()
	}
	theme := m.Words.Name(themes, e.Theme)
	switch {
	case e.Kind == learning.EvidenceVisit && theme == "":
		return m.say("visit-other")
	case e.Kind == learning.EvidenceVisit:
		return m.say("visit", "theme", theme)
	}
	if theme == "" {
		theme = m.say("request-other")
	}
	return m.say("request", "theme", theme)
}

// Facts are what is known of a piece of evidence beside its title.
func (m Maker) Facts(e *learning.Evidence) []string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, s)
		}
	}
	add(m.day(e.Day))
	add(m.Words.Say("evidence." + string(e.Kind)))
	if e.Minutes > 0 {
		add(m.Words.Count("evidence.minutes", e.Minutes))
	}
	add(m.Words.Code("channel", e.Channel))
	if e.Role != "" {
		add(m.Words.Say("evidence.role." + e.Role))
	}
	together := e.Supervision == model.SupervisionPair && e.Role != "" && e.Role != learning.RoleAlone
	if e.Supervision != "" && e.Supervision != model.SupervisionAlone && !together {
		add(m.Words.Code("supervision", string(e.Supervision)))
	}
	add(m.Words.Code("outcome", e.Result))
	add(e.File)
	return out
}

// Figure is a figure of agreement with its interval, or that it cannot be determined.
func (m Maker) Figure(x agreement.Measure) string {
	if !x.Defined {
		return m.say("undetermined")
	}
	out := m.number(x.Value)
	if x.Interval {
		out += " (" + m.number(x.Low) + "–" + m.number(x.High) + ")"
	}
	return out
}

func (m Maker) number(v float64) string {
	return m.Words.Number(v, 2)
}

// Meaning is the plain sentence of a figure.
func (m Maker) Meaning(x agreement.Measure) string { return m.Words.Say("agree." + string(x.Reading)) }
