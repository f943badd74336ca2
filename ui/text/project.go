package text

import (
	"fmt"

	"leerbalie/model/hours"
	"leerbalie/model/project"
)

// ProjectParty is on whose behalf somebody agrees with a programme.
func (w Words) ProjectParty(p project.Party) string { return w.Say("project.party." + string(p)) }

// ProjectAgreement is that somebody agreed with a programme, and whether that changed since.
func (w Words) ProjectAgreement(a project.Agreement, name string) string {
	party := w.ProjectParty(a.Party)
	if a.For != "" {
		party += ", " + a.For
	}
	key := "project.agreed-now"
	if !a.Current {
		key = "project.agreed-before"
	}
	return w.Say(key, "name", name, "party", party, "day", Day(a.On))
}

// ProjectSession is a session in a line.
func (w Words) ProjectSession(s project.Session) string {
	out := Day(s.Day) + ": " + w.Count("project.came", s.Came)
	if s.Minutes > 0 {
		out += ", " + w.Count("project.minutes", s.Minutes)
	}
	if s.What != "" {
		out += ", " + s.What
	}
	return out
}

// ProjectPlan is what was worked against the plan until now.
func (w Words) ProjectPlan(p hours.ProjectPlan) string {
	if !p.Known {
		return w.Say("project.worked", "hours", hoursOf(p.Worked))
	}
	return w.Say("project.worked-of", "hours", hoursOf(p.Worked), "planned", hoursOf(p.Planned))
}

// ProjectDue is what becomes of a student when a project is made evidence.
func (w Words) ProjectDue(why project.Why) string {
	if why == project.Gets {
		return w.Say("project.due.gets")
	}
	return w.Say("project.due." + string(why))
}

func hoursOf(minutes int) string { return fmt.Sprintf("%d:%02d", minutes/60, minutes%60) }
