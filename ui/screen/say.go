package screen

import (
	"strings"

	"leerbalie/ui/say"
	"leerbalie/ui/text"
)

// Spoken is a screen that offers what it shows as structure, for those who do not see it.
type Spoken interface {
	// Said gives all that the screen has in its head and body, or what lies over it. The root has said its name before.
	Said() say.Lines
}

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
