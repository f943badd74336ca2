package judging

import (
	"strconv"
	"strings"

	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/learning/telling"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// sideBySide is the width from which the evidence and what is judged stand beside each other.
const sideBySide = 100

// reasonLines is how many lines the reason takes, with its heading.
const reasonLines = 3

// View draws nothing: Body draws the whole page.
func (j *Judge) View(*dialog.Host, int, int) []string { return nil }

// Head tells whose work this is, and how many more there are.
func (j *Judge) Head(size screen.Size) screen.Head {
	w, th := j.c.Env.Words, j.c.Env.Theme
	h := screen.Head{Divider: j.divider(size)}
	if !j.ready {
		return h
	}
	h.Left = th.Strong.On(w.Say("learning.judge.title", "part", w.Say("by."+string(j.of.As)))) + "  " + cell.Short(j.piece.Student.Name, 30)
	if n := len(j.walk.List); n > 1 {
		h.Right = w.Say("learning.judge.at", "at", j.walk.At+1, "n", n)
	}
	return h
}

func (j *Judge) divider(size screen.Size) int {
	if size.Width < sideBySide {
		return 0
	}
	return size.Width * 50 / 100
}

// Body draws the evidence and, beside or below it, what is judged.
func (j *Judge) Body(size screen.Size) string {
	if !j.ready {
		return ""
	}
	d := j.divider(size)
	width := size.Width - 4
	if d > 0 {
		width = d - 4
	}
	if j.lines == nil || j.width != width {
		g := &telling.Details{Host: j.c.Host, Maker: j.c.Maker(), Width: width, Dense: d == 0}
		g.Work(j.piece)
		g.Judgements(j.piece)
		j.lines, j.width = g.Lines, width
	}
	if d > 0 {
		left := j.c.Env.Window(j.lines, &j.scroll, size.Height, keys.PageDown)
		for i, line := range left {
			left[i] = "  " + line
		}
		width = size.Width - d - 2
		return widget.Panes(j.c.Env.Theme, left, j.form(width, min(j.height(width), size.Height)), size.Width, size.Height, d, false)
	}
	low := min(j.height(size.Width-2), max(size.Height*6/10, 6))
	up := j.c.Env.Window(j.lines, &j.scroll, size.Height-low-1, keys.PageDown)
	out := make([]string, 0, size.Height)
	for _, line := range up {
		out = append(out, "  "+line)
	}
	for len(out) < size.Height-low-1 {
		out = append(out, "")
	}
	out = append(out, j.c.Env.Theme.Faint.On(strings.Repeat(theme.RuleSign, size.Width)))
	for _, line := range j.form(size.Width-2, low) {
		out = append(out, " "+line)
	}
	return strings.Join(out, "\n")
}

// height is how many lines the form asks for.
func (j *Judge) height(width int) int {
	return len(j.rows)*j.tall(width) + 2 + reasonLines + len(j.rubric(width))
}

// tall is how many lines an indicator takes: its title, with the levels behind it or below.
func (j *Judge) tall(width int) int {
	if width >= 70 {
		return 1
	}
	return 2
}

// form draws the indicators with their levels, and the reason.
func (j *Judge) form(width, height int) []string {
	w, th := j.c.Env.Words, j.c.Env.Theme
	tall := j.tall(width)
	words := most(j.rubric(width), height-reasonLines-1-3*tall) // three lines stay
	room := max((height-reasonLines-1-len(words))/tall, 1)
	j.top = max(min(j.top, j.at), j.at-room+1, 0)
	j.top = max(min(j.top, len(j.rows)-room), 0)
	out := []string{th.Faint.On(cell.Cut(j.hint(), width))}
	if j.alike.told != "" {
		out[0] = th.Info.On(cell.Cut(j.alike.told, width))
	}
	for i := j.top; i < min(j.top+room, len(j.rows)); i++ {
		out = append(out, j.row(i, width, tall)...)
		if i == j.at {
			out = append(out, words...)
		}
	}
	if len(j.rows) == 0 {
		out = append(out, w.Say("learning.empty.framework"))
	}
	for len(out) < height-reasonLines {
		out = append(out, "")
	}
	why := j.why()
	switch {
	case j.fault != "":
		out = append(out, th.Now.On(cell.Cut(theme.WarnSign+" "+j.fault, width)))
	case j.writes:
		out = append(out, th.Info.On(theme.CursorSign)+" "+th.Strong.On(why))
	default:
		out = append(out, "  "+th.Faint.On(why))
	}
	for _, line := range j.reason.View(th, width-3, j.writes) {
		out = append(out, "  "+line)
	}
	return out
}

// hint says what to do, or that another has judged already.
func (j *Judge) hint() string {
	if j.piece.Evidence.Hidden > 0 {
		return j.c.Env.Words.Say("learning.judge.blind")
	}
	return j.c.Env.Words.Say("learning.judge.hint", "key", j.c.Env.Keys.Label(Alike))
}

// why asks for the reason, and says where it cannot be left out.
func (j *Judge) why() string {
	if short := j.wantReason(); len(short) > 0 {
		return j.c.Env.Words.Say("learning.judge.why-short", "nodes", cell.Short(strings.Join(short, ", "), 24))
	}
	return j.c.Env.Words.Say("learning.judge.why")
}

// row draws an indicator: every level with its key, the one that was chosen between brackets.
func (j *Judge) row(i, width, tall int) []string {
	n := j.rows[i]
	lang := string(j.c.Env.Words.Lang())
	scale := j.piece.Framework.ScaleOf(n)
	letters := scale.Letters(lang)
	chosen, ok := j.given[n.ID]
	if !ok {
		chosen = -1
	}
	on := i == j.at && !j.writes
	levels := j.levels(scale, letters, chosen, width/2)
	title := n.Short() + " " + n.LabelIn(lang)
	mark := "  "
	if on {
		mark = theme.CursorSign + " "
	}
	th := j.c.Env.Theme
	paint := func(s string) string {
		if on {
			return th.Cursor.On(cell.Pad(s, width))
		}
		return s
	}
	if tall == 1 {
		return []string{paint(mark + cell.Fit(title, max(width-3-cell.Width(levels), 10)) + " " + levels)}
	}
	return []string{paint(mark + cell.Fit(title, width-2)), paint("    " + levels)}
}

// levels shows the keys of a scale, with the name of the one chosen; a long scale shows from which to which key.
func (j *Judge) levels(s competence.Scale, letters []string, chosen, room int) string {
	var b strings.Builder
	if len(letters)*4 > room {
		b.WriteString(letters[0] + "–" + letters[len(letters)-1])
		if chosen >= 0 {
			b.WriteString(" [" + letters[chosen] + "]")
		}
	} else {
		for i, l := range letters {
			if i == chosen {
				b.WriteString("[" + l + "] ")
			} else {
				b.WriteString(" " + l + "  ")
			}
		}
	}
	name := theme.Dash
	if chosen >= 0 {
		name = s.Levels[chosen].LabelIn(string(j.c.Env.Words.Lang()))
		if !s.Enough(chosen) {
			name = theme.TodaySign + " " + name
		}
	}
	return cell.Fit(b.String()+" "+name, max(min(room, len(letters)*4+16), cell.Width(strconv.Itoa(len(letters)))+4))
}
