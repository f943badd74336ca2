package report

import (
	"strconv"

	"leerbalie/ui/report/smallcells"
)

// hiddenSign stands where a number is left out so that no small one can be worked out.
const hiddenSign = "–"

// figure is one cell: as people read it, as a spreadsheet counts with it, and as scripts read it.
type figure struct{ paper, sheet, raw string }

// figures is a table that is made of figures.
type figures struct{ Table }

// grid makes a table whose first column is words and whose others are numbers. Columns are what scripts call those.
func (m Maker) grid(name string, heads []string, columns ...string) *figures {
	t := &figures{Table{Heads: heads, Sheet: [][]string{}, Script: &Script{Name: name, Columns: columns}}}
	for i := range columns {
		t.Right = append(t.Right, i+1)
	}
	return t
}

// add adds a row: what it is about for scripts, and its cells.
func (t *figures) add(code string, cells ...figure) {
	var paper, sheet, raw []string
	for i, c := range cells {
		paper, sheet = append(paper, c.paper), append(sheet, c.sheet)
		if i > 0 {
			raw = append(raw, c.raw)
		}
	}
	t.Rows, t.Sheet = append(t.Rows, paper), append(t.Sheet, sheet)
	t.Script.Codes, t.Script.Values = append(t.Script.Codes, code), append(t.Script.Values, raw)
}

func (m Maker) word(s string) figure { return figure{s, s, s} }

// small tells whether a number is not to be printed.
func (m Maker) small(n int) bool { return !m.Exact && smallcells.IsSmall(n) }

// hideAll is smallcells.Hide where that is asked for.
func (m Maker) hideAll(cells []int) ([]smallcells.Mark, bool) {
	if m.Exact {
		return make([]smallcells.Mark, len(cells)), true
	}
	return smallcells.Hide(cells)
}

// hide is hideAll of a part and its rest, all hidden where nothing else helps.
func (m Maker) hide(part, rest int) []smallcells.Mark {
	marks, ok := m.hideAll([]int{part, rest})
	if !ok {
		marks[0] = smallcells.Beside
	}
	return marks
}

// marked is what stands for a number that is not printed, "" where it is.
func marked(mark smallcells.Mark) string {
	switch mark {
	case smallcells.Small:
		return "<" + strconv.Itoa(smallcells.Least)
	case smallcells.Beside:
		return hiddenSign
	}
	return ""
}

// count is a number as it may be printed.
func (m Maker) count(n int, mark smallcells.Mark) figure {
	if s := marked(mark); s != "" {
		return figure{s, s, s}
	}
	return m.word(itoa(n))
}

// alone is a number that is part of no other.
func (m Maker) alone(n int) figure {
	if m.small(n) {
		return m.count(n, smallcells.Small)
	}
	return m.count(n, smallcells.Shown)
}

// duration is minutes as hours: to read as 1:30, in a spreadsheet as 1,50, for scripts in minutes.
func (m Maker) duration(minutes int, mark smallcells.Mark) figure {
	if mark != smallcells.Shown {
		return figure{hiddenSign, hiddenSign, hiddenSign}
	}
	hundredths := (minutes*100 + 30) / 60
	return figure{m.Hours(minutes), strconv.Itoa(hundredths/100) + "," + strconv.Itoa(hundredths%100/10) + strconv.Itoa(hundredths%10), itoa(minutes)}
}

// wait is how many minutes somebody waited.
func (m Maker) wait(minutes int, mark smallcells.Mark) figure {
	if mark != smallcells.Shown {
		return figure{hiddenSign, hiddenSign, hiddenSign}
	}
	return figure{m.Waited(minutes), itoa(minutes), itoa(minutes)}
}

// Waited puts minutes of waiting into words, by the largest unit that makes sense; SaidWaited in whole words, to hear.
func (m Maker) Waited(minutes int) string {
	id, n := unit(minutes)
	return m.Words.Say(id, "n", n)
}

// SaidWaited is beside Waited.
func (m Maker) SaidWaited(minutes int) string {
	id, n := unit(minutes)
	return m.Words.Count("say."+id, n)
}

func unit(minutes int) (id string, n int) {
	switch {
	case minutes < 2*60:
		return "wait.minutes", minutes
	case minutes < 2*24*60:
		return "wait.hours", minutes / 60
	}
	return "wait.days", minutes / (24 * 60)
}
