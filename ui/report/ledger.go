package report

import (
	"strings"

	"leerbalie/model/ledger"
	"leerbalie/model/outcome"
)

// ledgerValue is what somebody wrote of what counts of a student; of is the course or the meeting that it is about.
func (m Maker) ledgerValue(v ledger.Version, of string) string {
	switch {
	case v.Presence != nil:
		p := v.Presence
		said := m.Words.Say("ledger.presence.none")
		if p.State != "" {
			said = m.Words.Say("ledger.presence." + string(p.State))
		}
		if p.Minutes > 0 {
			said += ", " + m.Hours(p.Minutes)
		}
		return m.onDay(said, of, m.day(p.Day))
	case v.Result != nil:
		r := v.Result
		said := m.Words.Say("ledger.result.none")
		if r.Level != "" {
			said = r.Level
		}
		return m.onDay(r.Test+": "+said, of, m.day(r.Day))
	case v.Own != nil:
		o := v.Own
		if o.Minutes == 0 {
			return m.Words.Say("ledger.own.none")
		}
		return m.onDay(m.Hours(o.Minutes), o.What, m.day(o.Day))
	case v.Confirmed != nil:
		c := v.Confirmed
		if c.Off {
			return m.Words.Say("ledger.confirmed.none", "week", m.WeekName(c.Week))
		}
		return m.Words.Say("ledger.confirmed", "hours", m.Hours(c.Minutes), "week", m.WeekName(c.Week))
	case v.Outcome != nil:
		o := v.Outcome
		said := m.Words.Name(outcome.Kinds(), o.Kind)
		if o.Off {
			said = m.Words.Say("ledger.outcome.none", "outcome", said)
		}
		return m.onDay(said, "", m.day(o.Day))
	}
	return ""
}

// onDay puts together what was written, about what, and of which day.
func (m Maker) onDay(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " · ")
}
