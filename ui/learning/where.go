package learning

import (
	"encoding/json"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
)

// where is where the screen is, as another process is told: the student the cursor is on in the class, whose page is open, and which piece
// of evidence.
type where struct {
	At      journal.ID `json:"at"`
	Student journal.ID `json:"student"`
	Piece   journal.ID `json:"piece"`
}

// Where is the page that shows. One that hangs on what was done before it, such as talking over judgements, is left for the one below.
func (c *Learning) Where() string {
	var at where
	for _, p := range c.pages {
		switch p := p.(type) {
		case *class:
			_, at.At, _ = p.list.Cursor()
		case *learner:
			at.Student = p.id
		case *piece:
			at.Student, at.Piece = p.student, p.evidence
		}
	}
	text, err := json.Marshal(at)
	if err != nil {
		return ""
	}
	return string(text)
}

// goBack goes where the screen was; what cannot be read any longer says so, as always.
func (c *Learning) goBack(text string) tea.Cmd {
	var at where
	if json.Unmarshal([]byte(text), &at) != nil {
		return nil
	}
	var cmds []tea.Cmd
	switch p := c.top().(type) {
	case *class:
		p.list.GoTo(at.At)
		if !at.Student.IsZero() {
			cmds = append(cmds, c.push(newLearner(c, at.Student)))
		}
	case *learner:
		at.Student = p.id // who learns has one page
	}
	if !at.Piece.IsZero() {
		cmds = append(cmds, c.push(newPiece(c, at.Student, at.Piece)))
	}
	return tea.Batch(cmds...)
}

// showStudent shows the page of a student over the class.
func (c *Learning) showStudent(id journal.ID) tea.Cmd {
	if c.learns() {
		return nil
	}
	c.pages = c.pages[:1]
	return c.push(newLearner(c, id))
}
