package column

import (
	"slices"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/widget/cell"
)

// Width is a column with the cells that it takes.
type Width struct {
	Name  string
	Cells int
}

// sizes are the fewest and the most cells of a column. What is left over goes to the question.
func sizes(name string, w *wording.Wording) (least, most int) {
	switch name {
	case Number:
		return 7, 12
	case Wait:
		if len(w.Env.Site.Ages) > 0 { // with the sign of how long
			return 8, 8
		}
		return 5, 5
	case Urgency:
		for _, own := range w.Env.Site.Urgencies {
			least = max(least, min(3+cell.Width(w.Env.Words.Label(own)), 11))
		}
		return max(least, 6), max(least, 6)
	case When, Created, Closed:
		return 11, 11
	case Minutes:
		return 5, 5
	case Status:
		return 11, 14
	case Language:
		return 8, 16
	case Resident:
		return 10, 28
	case Who:
		return 5, 28
	case Outcome:
		return 16, 32
	case Theme, LifeDomain, Channel:
		return 9, 36
	}
	return leastSummary, leastSummary
}

// The fewest cells of the question, and how many it keeps while others grow to what they hold.
const (
	leastSummary = 16
	roomySummary = 24
)

// Needs is how many cells the columns of some rows need so that nothing is cut, by their names.
type Needs map[string]int

// NeedsOf measures rows; it is asked when they are read, since a list that is redrawn at every key cannot.
func NeedsOf(rows []desk.RequestRow, shown []string, w *wording.Wording) Needs {
	needs := Needs{}
	for _, name := range shown {
		if _, most := sizes(name, w); most <= 12 && name != Number && name != Summary {
			continue
		}
		seen := map[string]bool{}
		for i := range rows {
			if text := Text(name, &rows[i], w); !seen[text] {
				seen[text] = true
				needs[name] = max(needs[name], cell.Width(text))
			}
		}
	}
	return needs
}

// Fitting is what the cells of columns hang on.
type Fitting struct {
	Width  int // of the list
	List   desk.QueueView
	Sorted string // the column whose heading bears a sign
	Needs  Needs
}

// Fit gives columns their cells. Where there is too little room the last ones go, the question never; where
// there is more each grows to what it holds, themes first, and the question takes the rest.
func (l Layout) Fit(f Fitting, w *wording.Wording) []Width {
	names := l.Shown(f.List)
	low := func(name string) int {
		least, _ := sizes(name, w)
		if name == f.Sorted {
			least = max(least, cell.Width(w.Env.Words.Say("col."+name))+2)
		}
		return least
	}
	least, floor := 0, leastSummary
	if len(l.Columns) == 0 {
		floor = 22
	}
	for {
		least = edge
		for _, name := range names {
			least += low(name) + gap
		}
		least += floor - leastSummary
		if least <= f.Width+gap || len(names) < 2 {
			break
		}
		names = without(names, l.drops(names, f.List))
	}
	out := make([]Width, len(names))
	left := f.Width + gap - edge
	for i, name := range names {
		out[i] = Width{name, low(name)}
		left -= out[i].Cells + gap
	}
	kept := min(max(f.Needs[Summary], 20), roomySummary) - leastSummary
	for _, g := range growth {
		i := slices.IndexFunc(out, func(o Width) bool { return o.Name == g.name })
		if i < 0 {
			continue
		}
		_, most := sizes(g.name, w)
		more := min(f.Needs[g.name], most, g.to) - out[i].Cells
		if !g.first {
			more = min(more, left-kept)
		}
		if more = min(more, left); more > 0 {
			out[i].Cells += more
			left -= more
		}
	}
	if i := slices.IndexFunc(out, func(o Width) bool { return o.Name == Summary }); i >= 0 {
		out[i].Cells += left
	}
	return out
}

// growth is which columns grow to what they hold, in this order, and how far at most; first: before the question has what it keeps.
var growth = []struct {
	name  string
	to    int
	first bool
}{{Number, 12, true}, {Who, 10, true}, {Theme, 36, false}, {Who, 28, false}, {Resident, 28, false}, {Outcome, 32, false}, {LifeDomain, 36, false},
	{Status, 14, false}, {Channel, 16, false}, {Language, 16, false}}

// The cells before the first column and between two.
const (
	edge = 3
	gap  = 2
)

// drops is the column that goes first where there is too little room: the last one that was chosen; of those of a list the theme, or
// who did it where all is done.
func (l Layout) drops(names []string, list desk.QueueView) string {
	first := Theme
	if list == desk.ViewClosed {
		first = Who
	}
	if len(l.Columns) == 0 && slices.Contains(names, first) {
		return first
	}
	if last := names[len(names)-1]; last != Summary {
		return last
	}
	return names[len(names)-2]
}

func without(names []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
}
