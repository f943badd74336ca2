package widget

import (
	"cmp"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/plain"
	"leerbalie/ui/keys"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// Choice is one line of a picker: what it is called, what stands at its right, and what else it is found by.
type Choice struct {
	ID, Label, Right, Also string
	Head                   bool // a heading, which cannot be chosen and goes away while searching
	Sought                 bool // shows only while somebody searches, behind what fits as well
	Last                   bool // cannot be what is meant most likely: comes behind others of whose name a word begins so
	Tick                   Tick
	Whole                  string // what is said for Right, where that is cut or the place of Label tells something; "" for Right itself
}

// Tick is whether a choice can be ticked, and is.
type Tick uint8

// The ticks.
const (
	NoTick Tick = iota
	Unticked
	Ticked
)

// TickOf is the tick of a choice that can be ticked.
func TickOf(on bool) Tick {
	if on {
		return Ticked
	}
	return Unticked
}

// Picker is a list of choices that typing narrows down. The palette and the help are pickers.
type Picker struct {
	Title   string
	Search  Input
	Empty   string // shown when nothing fits
	Hint    string // the bottom line
	Fault   string // why the choice cannot be; stands in the place of the hint until the next key
	Choices []Choice
	Mark    func(Choice) string // stands before a choice, such as a tick; may be nil
	cursor  int
	top     int
}

// Fitting gives the choices that hold every word typed: first the one that is called just so, then those in which each word typed is a
// whole word, the one with the fewest others first, then those in which a word begins with the first one, and those that are called so
// as well. Where none holds them, accents do not count, and where none does then, slips of the pen.
func (p *Picker) Fitting() []Choice {
	typed := strings.ToLower(p.Search.Text())
	words := strings.Fields(typed)
	if len(words) == 0 {
		if !slices.ContainsFunc(p.Choices, func(c Choice) bool { return c.Sought }) {
			return p.Choices
		}
		return slices.DeleteFunc(slices.Clone(p.Choices), func(c Choice) bool { return c.Sought })
	}
	if out := p.fitting(words, func(text, w string) bool { return strings.Contains(text, w) }); len(out) > 0 {
		return out
	}
	folded := plain.Fold(typed)
	if len(folded) == 0 {
		return nil
	}
	if out := p.fitting(folded, func(text, w string) bool { return strings.Contains(plain.FoldText(text), w) }); len(out) > 0 {
		return out
	}
	near := map[string]*plain.Near{}
	for _, w := range folded {
		near[w] = plain.NearTo(w)
	}
	return p.fitting(folded, func(text, w string) bool {
		text = plain.FoldText(text)
		return strings.Contains(text, w) || near[w] != nil && slices.ContainsFunc(strings.Fields(text), near[w].To)
	})
}

// fitting gives the choices that have every word.
func (p *Picker) fitting(words []string, has func(text, word string) bool) []Choice {
	type fit struct {
		Choice
		rank, words int
	}
	var fits []fit
next:
	for _, c := range p.Choices {
		if c.Head {
			continue
		}
		label := strings.ToLower(c.Label)
		text := label + " " + strings.ToLower(c.Right+" "+c.Also)
		for _, w := range words {
			if !has(text, w) {
				continue next
			}
		}
		f, named := fit{c, inside, 0}, strings.Fields(label)
		switch {
		case slices.Equal(named, words):
			f.rank = called
		case !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(named, w) }):
			f.rank, f.words = wholeWords, len(named)
		case strings.Contains(" "+label, " "+words[0]):
			f.rank = begins
		case !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(strings.Fields(c.Also), w) }):
			f.rank = also
		}
		if c.Sought {
			f.words += 1000
		}
		if c.Last {
			f.rank = max(f.rank, last)
		}
		fits = append(fits, f)
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return cmp.Or(a.rank-b.rank, a.words-b.words) })
	out := make([]Choice, len(fits))
	for i := range fits {
		out[i] = fits[i].Choice
	}
	return out
}

// How well a choice fits what was typed, the best first.
const (
	called = iota
	wholeWords
	begins
	also
	last
	inside
)

// Chosen is the choice the cursor is on; ok is false where nothing fits.
func (p *Picker) Chosen() (c Choice, ok bool) {
	fit := p.Fitting()
	p.settle(fit, 1)
	if p.cursor >= len(fit) || fit[p.cursor].Head {
		return Choice{}, false
	}
	return fit[p.cursor], true
}

// Update takes a key press: Agreed when a choice is taken, Declined when the picker is left.
func (p *Picker) Update(msg tea.KeyMsg, set keys.Set) (r Reply, changed bool) {
	fit := p.Fitting()
	p.Fault = ""
	switch {
	case set.Is(msg, keys.Cancel):
		return Declined, false
	case set.Is(msg, keys.Accept):
		if _, ok := p.Chosen(); ok {
			return Agreed, false
		}
		return Pending, false
	case msg.Type == tea.KeyDown || msg.Type == tea.KeyTab:
		p.cursor++
		p.settle(fit, 1)
	case msg.Type == tea.KeyUp || msg.Type == tea.KeyShiftTab:
		p.cursor--
		p.settle(fit, -1)
	case msg.Type == tea.KeyPgDown:
		p.cursor += 10
		p.settle(fit, 1)
	case msg.Type == tea.KeyPgUp:
		p.cursor -= 10
		p.settle(fit, -1)
	default:
		if changed, _ = p.Search.Update(msg); changed {
			p.cursor, p.top = 0, 0
		}
	}
	return Pending, changed
}

// GoTo puts the cursor on a choice, where it fits what was typed.
func (p *Picker) GoTo(id string) {
	if i := slices.IndexFunc(p.Fitting(), func(c Choice) bool { return c.ID == id && !c.Head }); i >= 0 {
		p.cursor = i
	}
}

// Wheel moves the cursor by n choices.
func (p *Picker) Wheel(n int) {
	p.cursor += n
	p.settle(p.Fitting(), n)
}

// settle keeps the cursor on a choice; where it stands on a heading it goes on in the direction of the move.
func (p *Picker) settle(fit []Choice, direction int) {
	p.cursor = max(min(p.cursor, len(fit)-1), 0)
	for _, step := range []int{direction, -direction} {
		if step > 0 {
			step = 1
		} else {
			step = -1
		}
		for at := p.cursor; at >= 0 && at < len(fit); at += step {
			if !fit[at].Head {
				p.cursor = at
				return
			}
		}
	}
}

func (p *Picker) mark(c Choice) string {
	switch {
	case p.Mark != nil:
		return p.Mark(c)
	case c.Tick == Ticked:
		return "[x] "
	case c.Tick == Unticked:
		return "[ ] "
	}
	return ""
}

// View draws the picker as a box of width × height cells.
func (p *Picker) View(th theme.Theme, width, height int) []string {
	inner := width - 4
	fit := p.Fitting()
	p.settle(fit, 1)
	lines := []string{th.Info.On("›") + " " + p.Search.View(th, inner-2, true)[0]}
	foot := cell.Fold(th.Faint.On(p.Hint), inner)
	if p.Fault != "" {
		foot = nil
		for _, line := range cell.Wrap(theme.WarnSign+" "+p.Fault, inner, most) {
			foot = append(foot, th.Now.On(line))
		}
	}
	room := max(height-3-len(foot), 1)
	p.top = max(min(p.top, p.cursor), p.cursor-room+1, 0)
	if p.cursor > 0 && p.cursor == p.top && fit[p.cursor-1].Head {
		p.top--
	}
	p.top = max(min(p.top, len(fit)-room), 0)
	for i := p.top; i < min(p.top+room, len(fit)); i++ {
		c := fit[i]
		switch {
		case c.Head:
			lines = append(lines, th.Faint.On(cell.Cut(c.Label, inner)))
		case i == p.cursor:
			lines = append(lines, th.Cursor.Over(th.Info.On(theme.CursorSign)+" "+cell.Ends(p.mark(c)+c.Label, c.Right, inner-2)))
		default:
			lines = append(lines, "  "+cell.Ends(p.mark(c)+c.Label, th.Faint.On(c.Right), inner-2))
		}
	}
	if len(fit) == 0 {
		lines = append(lines, "  "+th.Faint.On(p.Empty))
	}
	for len(lines) < room+1 {
		lines = append(lines, "")
	}
	return Box(th, p.Title, append(lines, foot...), width)
}
