package judging

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/learning/competence"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
)

// alike is what one key gave to all lines that were open: pressed again, it gives those the next level of their scale.
type alike struct {
	rows   []competence.Node // that the key gave a level
	turn   int               // how many levels past the first
	last   bool              // it was the key right before this one
	now    bool              // it is this one
	told   string            // what it did
	spoken string            // the same, as one note tells it from the one before
}

// next is another key.
func (a *alike) next() {
	a.last, a.now, a.told = a.now, false, ""
}

// first is the level that the key gives first: the one from which it is enough.
func first(s competence.Scale) int {
	if s.Proficient >= 0 {
		return min(s.Proficient, len(s.Levels)-1)
	}
	return len(s.Levels) - 1
}

// level is the level that the key gives a line now.
func (a *alike) level(s competence.Scale, ahead int) int {
	return (first(s) + a.turn + ahead) % len(s.Levels)
}

// allAlike gives all lines that are open one level: the first that is enough. Pressed again at once it gives the next one instead, so that
// every level is within reach; lines that were judged apart stay as they are.
func (j *Judge) allAlike() tea.Cmd {
	a, w := &j.alike, j.c.Env.Words
	if a.last {
		a.turn++
	} else {
		a.rows, a.turn = nil, 0
		for _, n := range j.rows {
			if _, given := j.given[n.ID]; !given {
				a.rows = append(a.rows, n)
			}
		}
	}
	if len(a.rows) == 0 {
		j.fault = w.Say("learning.alike.none", "key", j.c.Env.Keys.Label(Clear))
		return nil
	}
	a.now, j.chose = true, true
	for _, n := range a.rows {
		j.given[n.ID] = a.level(j.piece.Framework.ScaleOf(n), 0)
	}
	a.told = w.Count("learning.alike", len(a.rows), "level", a.name(w, j, 0), "key", j.c.Env.Keys.Label(Alike), "next", a.name(w, j, 1), "accept", j.c.Env.Keys.Label(keys.Accept))
	a.spoken = "alike " + strconv.Itoa(a.turn)
	return j.c.Typed()
}

// name is the level of the lines, ahead of now; of lines on several scales that of the first.
func (a *alike) name(w text.Words, j *Judge, ahead int) string {
	s := j.piece.Framework.ScaleOf(a.rows[0])
	return s.Levels[a.level(s, ahead)].LabelIn(string(w.Lang()))
}
