package text

import (
	"leerbalie/model/community"
	"leerbalie/model/journal"
)

// Asks is why something of the community asks for somebody, in a sentence: names are those of people.
func (w Words) Asks(a *community.Asks, names map[journal.ID]string) string {
	day, who := "", names[a.By]
	if !a.Day.IsZero() {
		day = w.ShortDay(a.Day)
	}
	if who == "" {
		who = w.Say("asks.somebody")
	}
	return w.Say("asks."+string(a.Why), "day", day, "who", who)
}
