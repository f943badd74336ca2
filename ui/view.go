package ui

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// frame draws the window: the top line, the screen's own line, a rule, the body, a rule or what is told, the key line.
func (a *App) frame() string {
	size, s := a.body(), a.top()
	head := s.Head(size)
	var b strings.Builder
	b.Grow(a.size.Width * a.size.Height * 2)
	b.WriteString(a.topLine())
	b.WriteByte('\n')
	b.WriteString(" " + cell.Ends(head.Left, head.Right, size.Width-2))
	b.WriteByte('\n')
	b.WriteString(a.rule(head.Divider, theme.JointDown))
	b.WriteByte('\n')
	told := a.toldLines(head.Divider)
	size.Height -= len(told) - 1
	body := a.bodyAbove(s, size, len(told)-1)
	b.WriteString(body)
	for n := strings.Count(body, "\n") + 1; n < size.Height; n++ {
		b.WriteByte('\n')
	}
	for _, line := range told {
		b.WriteByte('\n')
		b.WriteString(line)
	}
	b.WriteByte('\n')
	b.WriteString(a.keyLine(s))
	return b.String()
}

// toldLines is what stands between the body and the keys: a rule, or what is told, as many lines as it takes to say all of it.
func (a *App) toldLines(divider int) []string {
	switch standing, sat := a.standingLines(), a.satDownLines(); {
	case a.toast != nil:
		return a.toastLines()
	case standing != nil:
		return standing
	case sat != nil:
		return sat
	}
	return []string{a.lowerRule(divider)}
}

// told draws a sentence in lines, in one colour.
func (a *App) told(paint theme.Paint, said string) []string {
	lines := cell.Wrap(said, a.size.Width-2, max(a.body().Height-2, 1))
	for i := range lines {
		lines[i] = paint.On(" " + lines[i])
	}
	return lines
}

// bodyAbove draws the body where what is told takes lines of it: less is shown of it, but the row that the cursor is on always is.
func (a *App) bodyAbove(s screen.Screen, size screen.Size, taken int) string {
	if taken == 0 || s.Typing() {
		return s.View(size)
	}
	lines := strings.Split(s.View(screen.Size{Width: size.Width, Height: size.Height + taken}), "\n")
	if len(lines) <= size.Height {
		return strings.Join(lines, "\n")
	}
	if slices.ContainsFunc(lines[size.Height:], func(line string) bool { return strings.Contains(line, theme.CursorSign) }) {
		lines = slices.Delete(lines, 1, 1+len(lines)-size.Height) // the first is the heading
	}
	return strings.Join(lines[:size.Height], "\n")
}

// tab is where a screen's name stands in the top line.
type tab struct {
	name     screen.Name
	from, to int
	text     string
}

// beginnings gives what the top line can begin with, the longest first.
func (a *App) beginnings() []string {
	demo := ""
	if a.env.Demo {
		demo = " · " + a.env.Words.Say("frame.demo")
	}
	if a.env.Site.Name == "" {
		return []string{" Leerbalie" + demo}
	}
	site := cell.Short(a.env.Site.Name, 30)
	return []string{" Leerbalie · " + site + demo, " " + site + demo, " " + cell.Short(site, 12) + demo}
}

// ends gives what the top line can end with, the longest first: what waits for who acts, their name, and the time.
func (a *App) ends() []string {
	clock := a.env.Clock(a.now) + " "
	if a.env.User.Name == "" {
		return []string{clock}
	}
	name := screen.ShortName(a.env.User.Name)
	first, _, _ := strings.Cut(name, " ")
	return []string{a.waitsSaid() + cell.Short(name, 20) + "  " + clock, a.waitsSaid() + cell.Short(first, 10) + "  " + clock}
}

// narrow gives what else the top line can begin with where the window is so narrow that a word would go.
func (a *App) narrow() []string {
	if a.env.Demo {
		return []string{" " + a.env.Words.Say("frame.demo"), ""}
	}
	return []string{" " + cell.Short(a.env.Site.Name, 6), ""}
}

// tabs places the names of the screens in the middle of the top line, beside what it begins with and what is on whoever sits here.
// Where there is less room those are shorter, the latter first; where there is too little, the open screen keeps its name and the
// others their digits, or all do. The word for what is late stays longer than the name of the site and half the name of who acts.
func (a *App) tabs() (left string, tabs []tab, mine []part, right string) {
	lefts, forms, rights := a.beginnings(), a.mineForms(), a.ends()
	least, usual := forms[len(forms)-1], len(lefts)-1
	if !a.digits() {
		return lefts[0], nil, least, rights[0]
	}
	for n, named := range []func(Route) bool{func(Route) bool { return true }, a.isOpen, func(Route) bool { return false }} {
		tabs, width := a.row(named)
		if n == 2 {
			lefts = append(lefts, a.narrow()...)
		}
		for i, left := range lefts {
			last := n == 2 && i == len(lefts)-1
			for k, mine := range forms {
				if k > wholeForms && i < usual || k > wordForms && !last {
					continue
				}
				for r, right := range rights {
					room := a.size.Width - cell.Width(left) - cell.Width(right) - mineWidth(mine) - 4
					if width > room || r > 0 && (k < wordForms || !last) {
						continue
					}
					start := cell.Width(left) + 2 + (room-width)/2
					for i := range tabs {
						tabs[i].from += start
						tabs[i].to += start
					}
					return left, tabs, mine, right
				}
			}
		}
	}
	return lefts[0], nil, least, rights[0]
}

func (a *App) isOpen(r Route) bool { return r.Name == a.stack[len(a.stack)-1] }

// row puts the screens that have a digit side by side, from column 0, some of them with their names; digits alone stand closer.
func (a *App) row(named func(Route) bool) (tabs []tab, width int) {
	for _, r := range a.routes {
		if r.Digit <= 0 || !a.holds(r.Name) {
			continue
		}
		text := strconv.Itoa(r.Digit)
		if named(r) {
			text += " " + a.env.Words.Say(r.Word)
		}
		if width > 0 && (len(text) > 1 || len(tabs[len(tabs)-1].text) > 1) {
			width++
		}
		if width > 0 {
			width++
		}
		tabs = append(tabs, tab{name: r.Name, from: width, to: width + cell.Width(text), text: text})
		width += cell.Width(text)
	}
	return tabs, width
}

func (a *App) topLine() string {
	th := a.env.Theme
	left, tabs, mine, right := a.tabs()
	room := a.size.Width - mineWidth(mine) - cell.Width(right)
	left = cell.Cut(left, max(room-2, 10))
	var b strings.Builder
	b.WriteString(th.Brand.On(left))
	at := cell.Width(left)
	for _, t := range tabs {
		b.WriteString(cell.Space(t.from - at))
		if t.name == a.stack[len(a.stack)-1] {
			b.WriteString(th.Button.On(t.text))
		} else {
			b.WriteString(t.text)
		}
		at = t.to
	}
	b.WriteString(cell.Space(room - at))
	b.WriteString(a.minePainted(mine) + th.Faint.On(right))
	return cell.Cut(b.String(), a.size.Width)
}

// rule draws a line with a joint where the body is split.
func (a *App) rule(divider int, joint string) string {
	w := a.size.Width
	if divider <= 0 || divider >= w {
		return a.env.Theme.Faint.On(strings.Repeat(theme.RuleSign, w))
	}
	return a.env.Theme.Faint.On(strings.Repeat(theme.RuleSign, divider) + joint + strings.Repeat(theme.RuleSign, w-divider-1))
}

// toastLines draws what was just done, or what stood in its way.
func (a *App) toastLines() []string {
	th := a.env.Theme
	sign, paint := theme.DoneSign, th.Good
	switch a.toast.Tone {
	case screen.Note:
		sign, paint = theme.Dot, th.Info
	case screen.Fault:
		sign, paint = theme.WarnSign, th.Now
	}
	return a.told(paint, sign+" "+a.toast.Text)
}

// keyLine draws the keys that work now, as many as fit, and whether all is saved.
func (a *App) keyLine(s screen.Screen) string {
	th, w := a.env.Theme, a.env.Words
	help := keys.Help
	label := a.env.Keys.Label(help)
	if s.Typing() {
		label = "F1"
	}
	right := th.Strong.On(label) + " " + w.Say("key.help")
	saved := th.Good.On(theme.SavedSign) + " " + w.Say("frame.saved")
	if a.unsaved != nil {
		saved = th.Now.On(theme.WarnSign + " " + w.Say("frame.unsaved"))
	}
	switch {
	case a.size.Width >= 100:
		right = saved + " · " + w.Say("frame.offline") + "   " + right
	case a.unsaved != nil:
		right = saved + "  " + right
	default:
		right = th.Good.On(theme.SavedSign) + "  " + right
	}
	room := a.size.Width - cell.Width(right) - 3
	var b strings.Builder
	used := 0
	for _, id := range s.Keys() {
		k, ok := a.env.Keys.Get(id)
		if !ok {
			continue
		}
		name, word := a.env.Keys.Label(id), w.Or(k.Word+".short", w.Say(k.Word))
		width := cell.Width(name) + 1 + cell.Width(word)
		if used > 0 {
			width += 2
		}
		if used+width > room {
			break
		}
		if used > 0 {
			b.WriteString("  ")
		}
		b.WriteString(th.Strong.On(name) + " " + word)
		used += width
	}
	return " " + b.String() + cell.Space(room-used+1) + right
}

// tooSmall says what is needed, in the middle of what there is.
func (a *App) tooSmall() string {
	text := a.env.Words.Say("frame.small", "width", minWidth, "height", minHeight, "now", strconv.Itoa(a.size.Width)+"×"+strconv.Itoa(a.size.Height))
	lines := cell.Wrap(text, max(a.size.Width-2, 1), max(a.size.Height, 1))
	return strings.Repeat("\n", max((a.size.Height-len(lines))/2, 0)) + " " + strings.Join(lines, "\n ")
}
