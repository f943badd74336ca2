package theme

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// Depth is how many colours the terminal shows.
type Depth uint8

// The depths, fewest first.
const (
	NoColour Depth = iota
	Colours16
	Colours256
	TrueColour
)

// Terminal is what main knows of the terminal; every field is the value of the environment variable of that name.
type Terminal struct {
	Term, ColorTerm, ColorFGBG string
	NoColor                    bool // NO_COLOR is set and not empty, or --no-color
	Linear                     bool // ACCESSIBLE asks for it, or --linear: no screen is drawn
}

// Depth reads how many colours there are from the environment, as the conventions at no-color.org and the names of
// terminals have it.
func (t Terminal) Depth() Depth {
	term := strings.ToLower(t.Term)
	switch ct := strings.ToLower(t.ColorTerm); {
	case t.NoColor || term == "dumb" || term == "" || strings.HasPrefix(term, "vt"):
		return NoColour
	case ct == "truecolor" || ct == "24bit":
		return TrueColour
	case strings.HasSuffix(term, "direct") || strings.Contains(term, "kitty") || strings.Contains(term, "ghostty"):
		return TrueColour
	case strings.Contains(term, "256color") || ct == "yes" || ct == "true":
		return Colours256
	}
	return Colours16
}

// Accessible reports whether a value of ACCESSIBLE asks for the app without a screen: any but "", 0 and false. The variable is the one
// that other programs for a terminal go by.
func Accessible(value string) bool {
	value = strings.ToLower(strings.TrimSpace(value))
	return value != "" && value != "0" && value != "false"
}

// Lines reports whether nothing can be drawn on the terminal, or nothing has to be: lines are written on it one below the other.
func (t Terminal) Lines() bool { return t.Linear || strings.EqualFold(t.Term, "dumb") }

// Dark guesses from COLORFGBG ("15;0": foreground;background) whether the background is dark; known is false where the
// variable says nothing.
func (t Terminal) Dark() (dark, known bool) {
	_, back, ok := strings.Cut(t.ColorFGBG, ";")
	if !ok {
		return true, false
	}
	if i := strings.LastIndex(back, ";"); i >= 0 {
		back = back[i+1:]
	}
	switch back {
	case "0", "1", "2", "3", "4", "5", "6", "8":
		return true, true
	case "7", "9", "10", "11", "12", "13", "14", "15":
		return false, true
	}
	return true, false
}

// Name is the kind of terminal. A console of Windows, which sets no TERM, does what xterm does.
func (t Terminal) Name(windows bool) string {
	if t.Term == "" && windows {
		return "xterm-256color"
	}
	return t.Term
}

// Scrolls reports whether a terminal that calls itself so is known to do well with scroll regions (DECSTBM), by what its makers document.
// The name xterm is no such: Windows Terminal has it too, and there the cursor leaves the region (microsoft/terminal issue 19016).
func (t Terminal) Scrolls() bool {
	name := strings.TrimPrefix(t.Term, "xterm-") // as kitty and ghostty call themselves
	for _, known := range []string{"alacritty", "contour", "foot", "ghostty", "kitty", "rio", "st", "tmux", "wezterm"} {
		if name == known || strings.HasPrefix(name, known+"-") {
			return true
		}
	}
	return false
}

// Answers reports whether the terminal may be asked for its background with OSC 11; a few print the question instead.
func (t Terminal) Answers() bool {
	switch t.Term {
	case "", "dumb", "linux", "cons25", "emacs", "vt100", "vt220":
		return false
	}
	return true
}

// Theme is every style of the app. It is a value; none of it changes after New.
type Theme struct {
	Look

	Plain  Paint // text as the terminal has it
	Strong Paint // titles, numbers that count
	Faint  Paint // what may be skipped: hints, times, rules
	Cursor Paint // the row the cursor is on
	Brand  Paint // the product's name, the screen that is open
	Now    Paint // urgency now; a mistake
	Today  Paint // urgency today; a warning
	Good   Paint // done, saved
	Info   Paint // links, chips, what was understood
	Mine   Paint // what is mine
	Input  Paint // text being typed
	Caret  Paint // the cell the typing is at
	Match  Paint // the part that was searched for
	Chip   Paint // a word taken out of a line: theme, channel
	Button Paint // the choice that Enter takes
}

// Paint is one style, ready to use: what switches it on, and off again. It never breaks or pads a text.
type Paint struct{ on, off string }

// On gives the text in this style.
func (p Paint) On(s string) string {
	if p.on == "" || s == "" {
		return s
	}
	return p.on + s + p.off
}

// Over paints a line that has styles of its own inside: after each of them this style goes on.
func (p Paint) Over(s string) string {
	if p.on == "" || s == "" {
		return s
	}
	return p.on + strings.ReplaceAll(s, "\x1b[0m", "\x1b[0m"+p.on) + p.off
}

// Look is what a theme is made for: how many colours, on which background, and which set of them.
type Look struct {
	Depth Depth
	Dark  bool
	Set   Set
}

// New makes the styles for a terminal, in the usual set of colours.
func New(depth Depth, dark bool) Theme { return Look{Depth: depth, Dark: dark}.Theme() }

// Theme makes the styles of a look.
func (l Look) Theme() Theme {
	depth, dark := l.Depth, l.Dark
	r := lipgloss.NewRenderer(io.Discard)
	r.SetHasDarkBackground(dark)
	r.SetColorProfile([]termenv.Profile{termenv.Ascii, termenv.ANSI, termenv.ANSI256, termenv.TrueColor}[depth])
	c := colours(l)
	style := func() lipgloss.Style { return r.NewStyle() }
	fg := func(c lipgloss.TerminalColor) lipgloss.Style { return style().Foreground(c) }
	t := Theme{
		Look:   l,
		Strong: paint(style().Bold(true)),
		Faint:  paint(fg(c.faint)),
		Brand:  paint(fg(c.brand).Bold(true)),
		Now:    paint(fg(c.now).Bold(true)),
		Today:  paint(fg(c.today)),
		Good:   paint(fg(c.good)),
		Info:   paint(fg(c.info)),
		Mine:   paint(fg(c.mine).Bold(true)),
		Match:  paint(style().Underline(true)),
		Chip:   paint(fg(c.info)),
		Input:  paint(style()),
		Cursor: paint(style().Bold(true).Background(c.cursor)),
		Caret:  paint(style().Reverse(true)),
		Button: paint(style().Reverse(true)),
	}
	if depth == NoColour {
		// Without colours Lip Gloss leaves out bold and reverse as well; the convention only asks to leave out colour.
		t.Strong = Paint{"\x1b[1m", "\x1b[0m"}
		t.Cursor, t.Brand, t.Now, t.Mine = t.Strong, t.Strong, t.Strong, t.Strong
		t.Caret = Paint{"\x1b[7m", "\x1b[0m"}
		t.Button, t.Match = t.Caret, Paint{"\x1b[4m", "\x1b[0m"}
	}
	if depth == Colours16 {
		t.Cursor = paint(style().Reverse(true))
	}
	return t
}

// Bare gives styles that change nothing: for text that goes to a file, and for tests.
func Bare() Theme { return Theme{} }

// paint takes a style apart into what goes before and what comes after the text.
func paint(s lipgloss.Style) Paint {
	const probe = "x"
	on, off, ok := strings.Cut(s.Render(probe), probe)
	if !ok {
		return Paint{}
	}
	return Paint{on: on, off: off}
}
