package judging

import (
	"strconv"
	"strings"

	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/learning/telling"
	"leerbalie/ui/say"
)

// Said gives the work, what is judged with the level that was chosen for each, and the reason.
func (j *Judge) Said(*dialog.Host) (l say.Lines) {
	w := j.c.Env.Words
	l.Heading("learning.judge", say.Join(w.Say("learning.judge.title", "part", w.Say("by."+string(j.of.As))), j.piece.Student.Name))
	if !j.ready {
		return l
	}
	if n := len(j.walk.List); n > 1 {
		l.Text(w.Say("learning.judge.at", "at", j.walk.At+1, "n", n))
	}
	if j.heard == nil {
		g := &telling.Details{Host: j.c.Host, Maker: j.c.Maker(), Said: &j.heard}
		g.Work(j.piece)
		g.Judgements(j.piece)
	}
	l.Read(j.heard)
	l.Text(j.hint(), j.keysSaid())
	rows := j.rowsSaid()
	if j.writes {
		rows = rows.Beside()
	}
	l.Add(rows)
	l.Add(j.rubricSaid())
	if len(j.rows) == 0 {
		l.Text(w.Say("learning.empty.framework"))
	}
	reason := j.reason.Said(reasonField, j.why())
	reason.At = j.writes
	l.Field(reason)
	if j.just > 0 && j.just <= len(j.rows) { // the cursor has left what was just chosen
		n := j.rows[j.just-1]
		l.Note("given "+n.ID.String()+strconv.Itoa(j.given[n.ID]), say.Pair(n.Short(), j.levelSaid(n)))
	}
	if j.alike.told != "" {
		l.Note(j.alike.spoken, j.alike.told)
	}
	if j.fault != "" {
		l.Note("fault", w.Say("say.warning")+": "+j.fault)
	}
	return l
}

// rowsSaid gives what is judged, each with its level.
func (j *Judge) rowsSaid() (l say.Lines) {
	w := j.c.Env.Words
	lang := string(w.Lang())
	for i, n := range j.rows {
		l.Row(n.ID.String(), i+1, i == j.at, say.Pair(n.Short()+" "+n.LabelIn(lang), j.levelSaid(n)))
	}
	return l
}

// keysSaid is the key of each level of what the cursor is on, or was on last; "" where there is nothing to judge.
func (j *Judge) keysSaid() string {
	if len(j.rows) == 0 {
		return ""
	}
	w := j.c.Env.Words
	scale := j.piece.Framework.ScaleOf(j.rows[min(j.at, len(j.rows)-1)])
	var keys []string
	for i, letter := range scale.Letters(string(w.Lang())) {
		keys = append(keys, letter+" "+scale.Levels[i].LabelIn(string(w.Lang())))
	}
	return w.Say("learning.judge.keys", "keys", strings.Join(keys, ", "))
}

// levelSaid is the level that was chosen for something, and whether that is not enough.
func (j *Judge) levelSaid(n competence.Node) string {
	w, scale := j.c.Env.Words, j.piece.Framework.ScaleOf(n)
	chosen, ok := j.given[n.ID]
	if !ok {
		return w.Say("learning.judge.open")
	}
	short := ""
	if !scale.Enough(chosen) {
		short = w.Say("learning.cell.short")
	}
	return say.Join(scale.Levels[chosen].LabelIn(string(w.Lang())), short)
}

// Said gives on what two assessors differ, and the reasons of both.
func (t *Talk) Said(*dialog.Host) (l say.Lines) {
	l.Heading("learning.talk", t.title)
	l.Text(t.lines...)
	return l
}
