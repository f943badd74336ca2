package report

import (
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/conflict"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/ledger"
	"leerbalie/model/pairs"
	"leerbalie/model/visits"
	"leerbalie/ui/text"
)

// ConflictAbout says what a conflict is about: the kind of thing and what people call it.
func (m Maker) ConflictAbout(c *conflict.Conflict) string {
	return strings.TrimSpace(m.Words.Say("place."+c.Sort) + " " + c.Title)
}

// ConflictField says where it is: the field, or what was done twice.
func (m Maker) ConflictField(c *conflict.Conflict) string {
	return m.Words.Or("conflict.field."+c.Field, m.Words.Or("field."+c.Field, c.Field))
}

// ConflictValue says what one of the people wrote.
func (m Maker) ConflictValue(c *conflict.Conflict, v *conflict.Value) (out string) {
	named := strings.Join(v.Named, ", ")
	switch c.Code {
	case journal.ClashField:
		out = m.fieldValue(conflict.FieldOf(c.Kind, c.On), v.Value, named)
	case journal.ClashVersion:
		out = m.versionValue(c, v, named)
	case conflict.Decisions:
		out = m.Met(v.Value.Text() == learning.StakeMet)
		if v.Note != "" {
			out += " (" + v.Note + ")"
		}
	case conflict.Merged:
		if len(v.Named) == 2 {
			out = m.Words.Say("conflict.merged", "one", v.Named[0], "other", v.Named[1])
		}
	case desk.ClashClosings:
		out = m.Words.Code("outcome", v.Value.Text())
	case visits.ClashVisit:
		out = m.visitValue(v, named)
	case pairs.ClashEnds:
		out = m.Words.Name(pairs.EndReasons(), v.Value.Text())
	default:
		out = named
	}
	if out == "" {
		return m.Words.Say("conflict.nothing")
	}
	return out
}

// ConflictBy says who wrote a value, when and on which computer.
func (m Maker) ConflictBy(v *conflict.Value, when string) string {
	machine := m.Words.Say("conflict.here")
	if v.Machine != "" {
		machine = m.Words.Say("conflict.machine", "name", v.Machine)
	}
	who := v.Who
	if who == "" {
		who = m.name(v.By)
	}
	return who + " · " + when + " · " + machine
}

func (m Maker) fieldValue(f model.Filled, v journal.Value, named string) string {
	switch {
	case v.IsNone() && f.Kind == model.OfFlag:
		return m.Words.Say("answer.no")
	case v.IsNone():
		return ""
	case f.Kind == model.OfEntity || f.Kind == model.OfEntities:
		if named == "" {
			return m.Words.Say("conflict.unknown")
		}
		return named
	case f.Kind == model.OfFlag:
		return m.Words.Say("answer.yes")
	case f.Kind == model.OfCode && f.Codes != nil:
		return m.Words.Name(f.Codes(model.Site{}), v.Text())
	case f.Kind == model.OfLanguage:
		return m.Words.Language(v.Text())
	case f.Kind == model.OfMoment:
		return journal.Moment(v.Int()).In(m.Zone).Format("02-01-2006 15:04")
	case f.Kind == model.OfDay:
		return text.Day(journal.CalendarDay(v.Int()))
	case v.Kind() == journal.IntValue:
		return strconv.FormatInt(v.Int(), 10)
	case v.Kind() == journal.ListValue:
		var parts []string
		for _, e := range v.List() {
			part, _, _ := strings.Cut(e.Text()+e.Raw(), "\t")
			part, _, _ = strings.Cut(part, "\n")
			parts = append(parts, part)
		}
		return strings.Join(parts, ", ")
	}
	return v.Text()
}

// visitValue is what somebody said that came of a visit.
func (m Maker) visitValue(v *conflict.Value, named string) string {
	switch is, minutes, to, part := visits.Outcome(v.Value); is {
	case visits.DoneAs:
		return m.Words.Say("conflict.visit.done", "n", strconv.Itoa(minutes), "who", named)
	case visits.Skipped:
		return m.Words.Say("conflict.visit.skipped")
	case visits.Moved:
		return m.Words.Say("conflict.visit.moved", "day", text.Day(to), "part", m.Words.Say("part."+string(part)))
	}
	return named
}

func (m Maker) versionValue(c *conflict.Conflict, v *conflict.Value, named string) string {
	if c.Kind == ledger.KindLedger {
		return m.ledgerValue(ledger.VersionOf(c.Item, v.Fields, v.Mark), named)
	}
	switch c.Item {
	case learning.ItemEvidenceNodes:
		return named
	case learning.ItemReflection, learning.ItemEvidenceNote, competence.ItemFrameworkVersion:
		return strings.Join(learning.WordsSaid(c.Item, v.Fields), " · ")
	case visits.ItemVisitGiven:
		return named
	case visits.ItemVisitsEnded:
		return visits.EndSaid(v.Fields)
	case desk.ItemReferralState:
		for _, f := range v.Fields {
			if t := f.Value.Text(); t != "" {
				return m.Words.Or("referral."+t, t)
			}
		}
	}
	var parts []string
	for _, f := range v.Fields {
		if t := f.Value.Text(); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, " · ")
}
