package report

import (
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/transfer"
)

// Calendar is the days that matter for judging students: on which placements end and on which was decided.
func (m Maker) Calendar(all []learning.Progress) transfer.Calendar {
	c := transfer.Calendar{Name: m.say("calendar"), Made: m.Now}
	for i := range all {
		p := &all[i]
		if end := p.Placement.End; !end.IsZero() {
			c.Events = append(c.Events, transfer.Event{ID: journal.KeyedID("judge-by", p.Student.ID.String()).String(), Start: end, WholeDay: true,
				Title: m.say("judge-by", "name", p.Student.Name), Text: p.Framework.LabelIn(m.lang())})
		}
		for n := range p.Decisions {
			if x := &p.Decisions[n]; x.Withdrawn == nil {
				c.Events = append(c.Events, transfer.Event{ID: journal.KeyedID("decided", x.Hash).String(), Start: x.At.In(m.Zone), WholeDay: true,
					Title: m.say("decided-on", "name", p.Student.Name, "kind", m.Words.Say("decision."+string(x.Kind)))})
			}
		}
	}
	return c
}
