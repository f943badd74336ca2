// Package judging is judging pieces of evidence one after the other: a key for each indicator, a reason, and on to the next; and
// talking over what two assessors differ on. It lies over the screen of learning, which opens it.
package judging

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
	"leerbalie/ui/report"
)

// Walk is going through pieces of evidence one after the other.
type Walk struct {
	List  []learning.Awaiting
	At    int
	Judge bool // judge also what the own reflection is still missing of
}

// Next is the walk one piece on.
func (w Walk) Next() Walk {
	w.At++
	return w
}

// Around is the screen that judging lies over.
type Around struct {
	*dialog.Host
	Maker   func() report.Maker                           // with the names that are known now
	Step    func(Walk) tea.Cmd                            // opens what a walk has come to
	Talk    func(of learning.Awaiting, next Walk) tea.Cmd // reads a piece again that a second assessor has just judged
	Settled func()                                        // keys have to wait no longer
}
