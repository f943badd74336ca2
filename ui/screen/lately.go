package screen

import (
	"strconv"
	"time"
)

// Lately gives the day of a moment as people say it: today, yesterday, the name of a day of the week that has passed, else the date.
// "" for none.
func (e Env) Lately(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	then, now := e.Midnight(t), e.Midnight(e.Now())
	day := t.In(e.zone())
	switch days := int((now.Sub(then).Hours() + 12) / 24); { // a day in which the clock is set has 23 or 25 hours
	case then.After(now) || days > 6:
		return e.Day(t)
	case days == 0:
		return e.Words.Say("lately.today")
	case days == 1:
		return e.Words.Say("lately.yesterday")
	}
	return e.Words.Say("lately." + strconv.Itoa(int(day.Weekday())))
}
