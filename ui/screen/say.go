package screen

import "leerbalie/ui/say"

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
