package text

import "leerbalie/model/notification"

// Term says what has to be done of a notification, and until when.
func (w Words) Term(t notification.Term) string {
	return w.Say("notify.term."+string(t.Step), "day", Day(t.Due))
}
