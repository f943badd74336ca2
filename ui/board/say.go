package board

import (
	"time"

	"leerbalie/model/fault"
	"leerbalie/ui/say"
)

// Said gives the board as structure, whole: who is called, each as something to be told once, who waits, and what whoever waits has to
// know. There are no rows, since nothing can be chosen, and no time, which nobody asked for.
func (w *wall) Said() (l say.Lines) {
	l.Heading("board", w.board.Site)
	if !w.known {
		l.Text(w.words.Say(w.instead()))
		return l
	}
	if w.missing != nil {
		l.Note("late", w.words.Say("board.late"))
	}
	for _, n := range w.board.Helped {
		l.Note("called "+n, w.words.Say("board.called")+": "+w.board.Short(n))
	}
	if len(w.board.Waiting) == 0 {
		l.Text(w.words.Say("board.nobody"))
	} else {
		l.Text(w.words.Say(w.waitingLabel()) + ":")
	}
	for _, t := range w.board.Waiting {
		l.Item(t.Number, say.Join(w.board.Short(t.Number), w.about(int(t.About/time.Minute))))
	}
	if w.board.More {
		l.Text(w.words.Say("board.more"))
	}
	l.Text(w.words.Say("board.hint.number"), w.words.Say("board.hint.none"))
	return l
}

// instead is the sentence that stands where nothing is known.
func (w *wall) instead() string {
	switch {
	case w.missing != nil && fault.KindOf(w.missing) == fault.Refused:
		return "board.refused"
	case w.missing != nil:
		return "board.away"
	}
	return "board.begin"
}

// waitingLabel is what stands above who waits: of some it can be known how long still.
func (w *wall) waitingLabel() string {
	for _, t := range w.board.Waiting {
		if t.About > 0 {
			return "board.waiting.about"
		}
	}
	return "board.waiting"
}

// about says how long somebody still waits; "" where nobody can tell.
func (w *wall) about(minutes int) string {
	if minutes == 0 {
		return ""
	}
	return w.words.Say("board.about", "n", minutes)
}
