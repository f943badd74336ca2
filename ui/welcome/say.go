package welcome

import (
	"strconv"
	"strings"

	"leerbalie/ui/say"
	"leerbalie/ui/screen"
)

// Said gives the questions as structure, the phrase that is shown this one time, or what is asked of who has a bundle.
func (s *Welcome) Said() (l say.Lines) {
	if over, open := s.host.OverSaid(); open {
		return over
	}
	w := s.env.Words
	l.Add(s.Head(screen.Size{}).Said())
	if s.made != nil {
		l.Heading("phrase", w.Say("welcome.phrase"))
		for i, word := range strings.Fields(string(s.made.phrase)) {
			l.Text(strconv.Itoa(i+1) + ": " + word)
		}
		l.Text(s.aboutPhrase()...)
		return l
	}
	l.Text(w.Say("welcome.what"))
	l.Add(s.form.Said())
	if s.busy != "" {
		l.Note("busy", w.Say(s.busy))
		return l
	}
	l.Help(s.foot())
	return l
}

// Said gives the question as structure: how much was typed, and nothing of it.
func (s *Unseal) Said() (l say.Lines) {
	w := s.env.Words
	l.Add(s.Head(screen.Size{}).Said())
	if s.away != "" {
		l.Heading("away", w.Say("unseal.away"))
		l.Text(s.away, w.Say("unseal.away.right"), w.Say("unseal.away.foot"))
		return l
	}
	l.Text(w.Say("unseal.what"))
	f := s.typed.Said("passphrase", w.Say("unseal.passphrase"), s.wrong)
	f.At, f.Hint = true, w.Say("unseal.hint")
	l.Field(f)
	if s.busy {
		l.Note("busy", w.Say("unseal.busy"))
		return l
	}
	l.Help(w.Say("unseal.foot"))
	return l
}
