package ui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// made is a screen that exists for pictures of the frame alone.
type made struct{ typing bool }

func (m made) Init() tea.Cmd { return nil }
func (m made) Update(msg tea.Msg) (screen.Screen, tea.Cmd) {
	if key, ok := msg.(tea.KeyMsg); ok && key.Type == tea.KeyEnter {
		m.typing = !m.typing
	}
	return m, nil
}
func (m made) View(size screen.Size) string { return strings.Repeat("body\n", size.Height-1) + "last" }
func (m made) Said() (l say.Lines) {
	l.Text("body")
	return l
}
func (m made) Head(size screen.Size) screen.Head {
	return screen.Head{Left: "left of the head", Right: "its right", Divider: size.Width / 2}
}
func (m made) Keys() []keys.ID {
	return []keys.ID{keys.Choose, keys.Back, keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.First, keys.Last, "no such key"}
}
func (m made) Typing() bool { return m.typing }

// framed opens an app with three made-up screens: two with a digit, one that only the palette lists.
func framed(t *testing.T, lang text.Lang, size screen.Size) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size})
	d.Over(func(app *ui.App) {
		build := func(screen.Env) screen.Screen { return made{} }
		app.Only([]ui.Route{{screen.Desk, 1, "screen.desk", build, nil}, {screen.Pairs, 2, "screen.pairs", build, nil}, {screen.Frameworks, ui.Listed, "screen.frameworks", build, nil}})
	})
	return d
}

// TestFrames holds what the frame itself draws, around screens that are made up.
func TestFrames(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d := framed(t, lang, size)
			look := func(what string, press ...string) {
				d.Press(press...)
				uitest.Golden(t, fmt.Sprintf("%s/%dx%d-%s", what, size.Width, size.Height, lang), d.Frame())
				if what != "frame" {
					d.SaysBox(what)
				}
			}
			look("frame")
			look("help", "?")
			look("palette", "<esc>", ":")
			look("found", "q")
			look("chooser", "<esc>", "U")
			look("locked", "<esc>", "L")
			d.Press("<enter>")
			giveKey(t, d, d.Env.User.ID, "4821")
			look("pin", "L", "1234", "<enter>", "1234", "<enter>", "1234", "<enter>", "48")
		}
	}
}

// TestLinesOfTheFrame holds each line of the frame in the widths there are: the tabs, the line that a toast takes, the key
// line while one types and while something is not saved, and what a window says that is too small.
func TestLinesOfTheFrame(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		var out []string
		for _, width := range []int{60, 79, 80, 99, 100, 120, 200} {
			d := framed(t, lang, screen.Size{Width: width, Height: 15})
			line := func(what string, n int) {
				lines := strings.Split(d.Frame(), "\n")
				out = append(out, fmt.Sprintf("%d %s\n%s", width, what, lines[(n+len(lines))%len(lines)]))
			}
			line("tabs", 0)
			line("keys", -1)
			d.Press("<enter>")
			line("keys while typing", -1)
			d.Press("<enter>")
			for _, tone := range []screen.Tone{screen.Done, screen.Note, screen.Fault} {
				d.Send(screen.Toast{Tone: tone, Text: strings.Repeat("said ", 20)})
				line("toast", -2)
			}
			d.Send(screen.Saved{Err: errors.New("full")})
			line("keys while not saved", -1)
		}
		d := framed(t, lang, screen.Size{Width: 59, Height: 15})
		out = append(out, "too small\n"+d.Frame())
		uitest.Golden(t, "lines-"+string(lang), strings.Join(out, "\n"))
	}
}

// TestTabsMakeRoom holds how the names of five screens give way: to the name of the open one alone, then to digits.
func TestTabsMakeRoom(t *testing.T) {
	build := func(screen.Env) screen.Screen { return made{} }
	for _, lang := range []text.Lang{"nl", "en"} {
		var out []string
		for _, width := range []int{60, 72, 80, 100, 120} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Size: screen.Size{Width: width, Height: 15}})
			d.Over(func(app *ui.App) {
				app.Only([]ui.Route{{screen.Desk, 1, "screen.desk", build, nil}, {screen.Pairs, 2, "screen.pairs", build, nil}, {screen.Learning, 3, "screen.learning", build, nil},
					{screen.People, 4, "screen.people", build, nil}, {screen.Overview, 5, "screen.overview", build, nil}})
			})
			for _, digit := range []string{"3", "5"} {
				d.Press(digit)
				line, _, _ := strings.Cut(d.Frame(), "\n")
				out = append(out, line)
			}
		}
		uitest.Golden(t, "tabs-"+string(lang), strings.Join(out, "\n"))
	}
}
