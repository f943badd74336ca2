package judging

import (
	"leerbalie/ui/say"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// mostOfALevel is how many lines the words of one level take at most.
const mostOfALevel = 3

// rubric is what each level means for the line that the cursor is on, to draw below it; nothing where the list says nothing of it.
func (j *Judge) rubric(width int) (out []string) {
	if j.writes || len(j.rows) == 0 {
		return nil
	}
	n, lang := j.rows[j.at], string(j.c.Env.Words.Lang())
	scale := j.piece.Framework.ScaleOf(n)
	for i, letter := range scale.Letters(lang) {
		if words := n.Meaning(i); words != "" {
			mark := letter + " "
			for _, line := range cell.Wrap(words, max(width-6-cell.Width(mark), 10), mostOfALevel) {
				out = append(out, j.c.Env.Theme.Faint.On("    "+mark+line))
				mark = cell.Space(cell.Width(mark))
			}
		}
	}
	return out
}

// rubricSaid is the same in words.
func (j *Judge) rubricSaid() (l say.Lines) {
	if j.writes || len(j.rows) == 0 {
		return nil
	}
	n, lang := j.rows[j.at], string(j.c.Env.Words.Lang())
	for i, level := range j.piece.Framework.ScaleOf(n).Levels {
		if words := n.Meaning(i); words != "" {
			l.Text(say.Pair(level.LabelIn(lang), words))
		}
	}
	return l
}

// most are as many of the words as there is room for, with a sign where there are more.
func most(lines []string, room int) []string {
	if len(lines) <= room {
		return lines
	}
	if room < 1 {
		return nil
	}
	return append(lines[:room-1:room-1], "    "+theme.DownSign)
}
