package screen

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/ui/say"
	"leerbalie/ui/text"
)

// Said gives the two ends of the line above the body, as words.
func (h Head) Said() (l say.Lines) {
	l.Text(h.Left, h.Right)
	return l
}

// SaidTabs says which of several lists shows, as where one is, and which there are.
func SaidTabs(w text.Words, id string, names []string, at int) (l say.Lines) {
	l.Heading(id, names[at])
	l.Help(w.Say("say.lists", "names", strings.Join(names, ", ")))
	return l
}

// SaidWait gives how long something waits in full words, where Wait has an abbreviation.
func (e Env) SaidWait(since, now time.Time) string {
	id, n := waits(since, now)
	return e.Words.Count("say."+id, n)
}

// SaidUrgency gives how urgent something is in full, where a list has an abbreviation.
func (e Env) SaidUrgency(u model.Urgency) string {
	switch own := e.Site.Urgencies; {
	case len(own) > 0:
		return e.Words.Name(own, string(u))
	case u == model.UrgencyToday:
		return e.Words.Say("say.urgency.today")
	}
	return e.Words.Say("urgency." + string(u))
}

// SaidTick says whether something is ticked.
func (e Env) SaidTick(on bool) string {
	if on {
		return e.Words.Say("say.ticked")
	}
	return e.Words.Say("say.unticked")
}
