package wording

import (
	"time"

	"leerbalie/model/notification"
	"leerbalie/ui/text"
)

// Notified is where a notification stands on a day: a line for each term that counts, and whether that is over. One that does not go on
// says how it ended.
func Notified(w text.Words, n notification.Notification, today time.Time) (lines []string, late []bool) {
	add := func(what string, over bool) {
		lines, late = append(lines, w.Say("notify.runs", "day", text.Day(n.Reported), "what", what)), append(late, over)
	}
	for _, t := range n.Terms(today) {
		switch {
		case t.Late:
			add(Facts(w.Term(t), w.Say("notify.late")), true)
		case t.Runs:
			add(w.Term(t), false)
		}
	}
	switch {
	case !n.Withdrawn.IsZero():
		add(w.Say("notify.ended.withdrawn"), false)
	case !n.Decided.IsZero():
		add(w.Say("notify.ended.decided", "day", text.Day(n.Decided)), false)
	case len(lines) == 0:
		add(w.Say("notify.waits"), false)
	}
	return lines, late
}
