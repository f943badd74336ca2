package draw_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/hinshun/vt10x"
	"pgregory.net/rapid"

	"leerbalie/ui/draw"
	"leerbalie/ui/screen"
)

// terminals are the kinds of terminal that draw in a way of their own.
var terminals = []string{"xterm-256color", "linux", "vt100", "screen-256color", "tmux-256color", "kitty", "who-knows"}

// emulator is a terminal in memory.
type emulator interface {
	write(p []byte)
	resize(size screen.Size)
	row(y int) string     // its text, without blanks at the end
	painted(y int) string // which of its cells have a background, by a letter each
}

// modern is one that knows wide letters and what stands upon them.
type modern struct {
	*vt.Emulator
	size screen.Size
}

func newModern(size screen.Size) *modern {
	return &modern{vt.NewEmulator(size.Width, size.Height), size}
}

func (m *modern) write(p []byte) { _, _ = m.Write(p) }
func (m *modern) resize(size screen.Size) {
	m.size = size
	m.Resize(size.Width, size.Height)
}
func (m *modern) row(y int) string {
	var b strings.Builder
	for x := range m.size.Width {
		if c := m.CellAt(x, y); c != nil {
			b.WriteString(c.Content)
		}
	}
	return strings.TrimRight(b.String(), " ")
}
func (m *modern) painted(y int) string {
	var b strings.Builder
	for x := range m.size.Width {
		switch c := m.CellAt(x, y); {
		case c == nil || c.Width == 0:
		case c.Style.Bg != nil:
			fmt.Fprint(&b, "#")
		default:
			b.WriteByte('.')
		}
	}
	return b.String()
}

// old is one to which every character is one cell.
type old struct {
	vt10x.Terminal
	size screen.Size
}

func newOld(size screen.Size) *old {
	return &old{vt10x.New(vt10x.WithSize(size.Width, size.Height)), size}
}

func (o *old) write(p []byte) { _, _ = o.Write(p) }
func (o *old) resize(size screen.Size) {
	o.size = size
	o.Resize(size.Width, size.Height)
}
func (o *old) row(y int) string {
	var b strings.Builder
	for x := range o.size.Width {
		b.WriteRune(o.Cell(x, y).Char)
	}
	return strings.TrimRight(b.String(), " \x00")
}
func (o *old) painted(y int) string {
	var b strings.Builder
	for x := range o.size.Width {
		if o.Cell(x, y).BG < vt10x.DefaultFG {
			b.WriteByte('#')
		} else {
			b.WriteByte('.')
		}
	}
	return b.String()
}

// wanted is what a line of a frame shows: its text, and which of its cells have a background.
func wanted(line string, width int) (text, painted string) {
	line = ansi.Truncate(line, width, "")
	text = strings.TrimRight(ansi.Strip(line), " ")
	on := false
	var b strings.Builder
	for rest := line; rest != ""; {
		part, w, n, _ := ansi.DecodeSequence(rest, 0, nil)
		if n == 1 && part[0] >= ' ' {
			part, w = ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			n = len(part)
		}
		switch rest = rest[n:]; {
		case w > 0 && on:
			b.WriteByte('#')
		case w > 0:
			b.WriteByte('.')
		case strings.HasPrefix(part, "\x1b["):
			on = strings.Contains(part, "48;5;") || on && part != "\x1b[0m"
		}
	}
	return text, b.String()
}

// same looks whether an emulator shows a frame. What is wide is compared where the emulator knows it.
func same(e emulator, frame string, size screen.Size, wide bool) error {
	lines := strings.Split(frame, "\n")
	for y := range size.Height {
		line := ""
		if y < len(lines) {
			line = lines[y]
		}
		if !wide && !narrow(line) {
			continue
		}
		text, painted := wanted(line, size.Width)
		if got := e.row(y); got != text {
			return fmt.Errorf("line %d shows %q instead of %q", y, got, text)
		}
		if got := strings.TrimRight(e.painted(y), "."); got != strings.TrimRight(painted, ".") {
			return fmt.Errorf("line %d has colours %q instead of %q: %q", y, got, painted, line)
		}
	}
	return nil
}

// sequence is one that acts on a terminal.
var sequence = regexp.MustCompile("\x1b(?:\\[[?0-9;]*[@-~]|[^\\[])")

// known looks whether a terminal knows what it is sent: an old one only moves its cursor, sets styles, erases, never in a colour, and
// wraps or not; nothing repeats letters where that is not known.
func known(term, out string) error {
	old := term == "vt100" || term == "screen-256color" || term == "who-knows"
	coloured := false
	for _, s := range sequence.FindAllString(out, -1) {
		switch last := s[len(s)-1]; {
		case last == 'b' && term != "kitty" && term != "tmux-256color":
			return fmt.Errorf("%q repeats", s)
		case !old:
		case last == 'm':
			coloured = strings.Contains(s, "48;") || coloured && s != "\x1b[m" && !strings.Contains(s, "49")
		case strings.ContainsRune("JK", rune(last)) && coloured:
			return fmt.Errorf("%q erases in a colour", s)
		case !strings.ContainsRune("ABCDHJK", rune(last)) && s != "\x1b[?7l" && s != "\x1b[?7h" && s != "\x1bM":
			return fmt.Errorf("%q is not known to it", s)
		}
	}
	return nil
}

// narrow reports whether every character of a line is one cell.
func narrow(line string) bool {
	for _, r := range ansi.Strip(line) {
		if ansi.StringWidth(string(r)) != 1 {
			return false
		}
	}
	return true
}

var (
	words  = []string{"Brief", "van", "de gemeente", "  ", "        ", "ZW-0001", "é", "e\u0301", "東京", "🙂", "👩‍👩‍👧", "שלום", "مرحبا", "│", "──────────", "aaaaaaaaaaaaaa", "x", "1", "#######################"}
	styles = []string{"\x1b[1m", "\x1b[38;5;74m", "\x1b[48;5;59m", "\x1b[7m", "\x1b[4m", "\x1b[1;48;5;59m", "\x1b[38;2;1;2;3m", "\x1b[31m"}
)

// aLine is a line of words, some of them with a style; a plain one has no marks upon letters, which the older emulator does not know.
func aLine(t *rapid.T, plain bool) string {
	var b strings.Builder
	for range rapid.IntRange(0, 9).Draw(t, "words") {
		word := rapid.SampledFrom(words).Draw(t, "word")
		if plain && strings.Contains(word, "\u0301") {
			continue
		}
		if rapid.IntRange(0, 2).Draw(t, "styled") == 0 {
			word = rapid.SampledFrom(styles).Draw(t, "style") + word + "\x1b[0m"
		}
		b.WriteString(word)
	}
	return b.String()
}

// TestAnyFrameIsShown draws random frames after each other, each of the terminals in its way, with wide letters, letters with marks
// upon them, right-to-left ones and emoji among them, in windows that alter their size: what stands on two emulators is what the frame says.
func TestAnyFrameIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		term, scrolls := rapid.SampledFrom(terminals).Draw(t, "term"), rapid.Bool().Draw(t, "scrolls")
		size := screen.Size{Width: rapid.IntRange(1, 90).Draw(t, "width"), Height: rapid.IntRange(1, 24).Draw(t, "height")}
		cells := draw.NewCells(term, scrolls)
		emulators := []emulator{newModern(size)}
		plain := rapid.Bool().Draw(t, "plain")
		if plain && term != "kitty" && term != "tmux-256color" { // which repeat letters, as the older emulator does not
			emulators = append(emulators, newOld(size))
		}
		var lines []string
		for range rapid.IntRange(1, 8).Draw(t, "frames") {
			switch rapid.IntRange(0, 9).Draw(t, "change") {
			case 0:
				size.Width = rapid.IntRange(1, 90).Draw(t, "width")
				if rapid.Bool().Draw(t, "both") {
					size.Height = rapid.IntRange(1, 24).Draw(t, "height")
				}
				for _, e := range emulators {
					e.resize(size)
				}
			case 1:
				cells.Anew()
			case 2, 3, 4: // it scrolls
				if len(lines) > 1 {
					lines = append(lines[1:len(lines):len(lines)], aLine(t, plain))
				}
			default:
				lines = append([]string(nil), lines...)
			}
			for len(lines) < size.Height {
				lines = append(lines, aLine(t, plain))
			}
			for range rapid.IntRange(0, size.Height).Draw(t, "lines") {
				lines[rapid.IntRange(0, len(lines)-1).Draw(t, "which")] = aLine(t, plain)
			}
			frame := strings.Join(lines, "\n")
			out := append([]byte(nil), cells.Frame(frame, size)...)
			if err := known(term, string(out)); err != nil {
				t.Fatalf("%s: %v: %q", term, err, out)
			}
			for i, e := range emulators {
				e.write(out)
				if err := same(e, frame, size, i == 0); err != nil {
					t.Fatalf("%s, emulator %d, %v: %v\n%q", term, i, size, err, out)
				}
			}
			if out := cells.Frame(frame, size); len(out) > 0 {
				t.Fatalf("the same frame costs %q", out)
			}
		}
	})
}

// pictures are all pictures of screens that tests of the app hold.
func pictures(t testing.TB) map[string]string {
	out := map[string]string{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".golden") {
			body, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			out[path] = strings.TrimRight(string(body), "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestEveryPictureIsShown draws every picture of the app's tests after each other, on each kind of terminal: two emulators show them.
func TestEveryPictureIsShown(t *testing.T) {
	size := screen.Size{Width: 160, Height: 60}
	all := pictures(t)
	if len(all) < 200 {
		t.Fatalf("only %d pictures", len(all))
	}
	for i, term := range []string{"xterm-256color", "vt100", "kitty"} { // one of each kind
		cells := draw.NewCells(term, i != 0)
		emulators := []emulator{newModern(size)}
		if term != "kitty" {
			emulators = append(emulators, newOld(size))
		}
		for _, name := range slices.Sorted(maps.Keys(all)) {
			frame := all[name]
			out := cells.Frame(frame, size)
			for i, e := range emulators {
				e.write(out)
				if err := same(e, frame, size, i == 0); err != nil {
					t.Fatalf("%s, %s, emulator %d: %v", term, name, i, err)
				}
			}
		}
	}
}
