package text

import (
	"leerbalie/model/community"
	"leerbalie/model/journal"
)

// Asks is why something of the community asks for somebody, in a sentence: names are those of people.
func (w Words) Asks(a *community.Asks, names map[journal.ID]string) string {
	who := names[a.By]
	if who == "" {
		who = w.Say("asks.somebody")
	}
	return w.Say("asks."+string(a.Why), "day", w.asksDay(a), "who", who)
}

// AsksShort is why in a few words, for beside what it is called.
func (w Words) AsksShort(a *community.Asks) string {
	return w.Say("asks.short."+string(a.Why), "day", w.asksDay(a))
}

func (w Words) asksDay(a *community.Asks) string {
	if a.Day.IsZero() {
		return ""
	}
	return w.ShortDay(a.Day)
}
