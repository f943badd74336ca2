package report

import (
	"slices"
	"strings"

	"leerbalie/model/desk"
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
				text := ""
				if x.Contested {
					text = m.Words.Say("decision.contested")
				}
				c.Events = append(c.Events, transfer.Event{Text: text, ID: journal.KeyedID("decided", x.Hash).String(), Start: x.At.In(m.Zone), WholeDay: true,
					Title: m.say("decided-on", "name", p.Student.Name, "kind", m.Words.Say("decision."+string(x.Kind)))})
			}
		}
	}
	return c
}

// How long somebody is kept by a promise, and how long before somebody is reminded of it, in minutes.
const (
	promiseMinutes = 15
	promiseRemind  = 10
)

// Promises is what was promised at the desk, at its times; the others are counted. It says the number of the request, what
// was promised and whom it is on, and none of the words that were typed: a calendar lies on phones, and others read it. It is
// the same whenever it is made, as long as nothing is done about the requests.
func (m Maker) Promises(all []desk.Promise) (c transfer.Calendar, undated int) {
	c = transfer.Calendar{Name: m.say("promises"), Zone: m.Zone}
	for i := range all {
		p := &all[i]
		if p.Due.IsZero() {
			undated++
			continue
		}
		who := slices.DeleteFunc(slices.Clone(p.Names), func(name string) bool { return name == "" })
		about := []any{"number", p.Number, "what", m.say("promise." + string(p.Kind)), "names", strings.Join(who, ", ")}
		e := transfer.Event{ID: p.ID.String(), Changed: p.Changed, Start: p.Due, Minutes: promiseMinutes, Title: m.say("promise", about...), Text: m.say("promise-about", about...)}
		if len(who) > 0 {
			e.Title = m.say("promise-on", about...)
		}
		if p.Kind != desk.PromiseFollowUp { // a day to look again is nothing to be called away for
			e.Remind = promiseRemind
		}
		c.Events = append(c.Events, e)
	}
	return c, undated
}
