package seat

import (
	"math"

	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// Said gives the seat as structure, while it is Busy.
func (s *Seat) Said(env screen.Env) (l say.Lines) {
	w, set := env.Words, env.Keys
	stage := s.stage
	if stage == waiting {
		stage = s.from
	}
	if stage == choosing {
		return s.picker.Said(w.Say("say.search"), nil)
	}
	title, hint := "seat.back", "seat.back.hint"
	if stage == asking {
		title, hint = "seat.sit", "seat.sit.hint"
	}
	if s.Covered() {
		l.Text("Leerbalie", env.Site.Name, w.Say("seat.locked"))
	}
	l.Heading(title, w.Say(title))
	l.Text(s.who.Name)
	if s.hasPIN {
		f := s.secret.Said("pin", w.Say("seat.pin"), s.fault)
		f.At = true
		l.Field(f)
	} else {
		l.Text(w.Say("seat.no-pin", "key", set.Label(keys.Accept)))
		if s.fault != "" {
			l.Note("seat", s.fault)
		}
	}
	if wait := s.until.Sub(env.Now()); !s.until.IsZero() && wait > 0 {
		l.Note("wait", w.Count("seat.wait", int(math.Ceil(wait.Seconds()))))
	}
	l.Help(w.Say(hint, "enter", set.Label(keys.Accept), "tab", set.Label(keys.NextField), "esc", set.Label(keys.Cancel)))
	return l
}
