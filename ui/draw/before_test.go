package draw_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/draw"
	"leerbalie/ui/screen"
)

// album is a model that shows one picture after another.
type album struct {
	now string
}

func (a album) Init() tea.Cmd { return nil }
func (a album) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if text, ok := msg.(string); ok {
		a.now = text
	}
	return a, nil
}
func (a album) View() string { return a.now }

// pipe hands on what is written, one piece at a time.
type pipe chan []byte

func (p pipe) Write(b []byte) (int, error) {
	p <- bytes.Clone(b)
	return len(b), nil
}

// TestPicturesAreAsBefore draws every picture by the renderer of Bubble Tea, which drew the app before this package did, and by cells:
// two emulators show the same.
func TestPicturesAreAsBefore(t *testing.T) {
	if testing.Short() {
		t.Skip("the renderer of Bubble Tea draws a picture each eight milliseconds")
	}
	t.Parallel()
	size := screen.Size{Width: 160, Height: 60}
	out := make(pipe, 64)
	program := tea.NewProgram(album{"begin"}, tea.WithOutput(out), tea.WithInput(nil), tea.WithFPS(120), tea.WithAltScreen(), tea.WithEnvironment([]string{}), tea.WithoutSignalHandler())
	ended := make(chan error, 1)
	go func() {
		_, err := program.Run()
		ended <- err
	}()
	program.Send(tea.WindowSizeMsg{Width: size.Width, Height: size.Height})
	before, now := []emulator{newModern(size), newOld(size)}, []emulator{newModern(size), newOld(size)}
	cells := draw.NewCells("vt100", false)
	// until takes what is written until a text was.
	until := func(text string) {
		for seen := false; !seen; {
			drawn := <-out
			for _, e := range before {
				e.write(drawn)
			}
			seen = bytes.Contains(drawn, []byte(text))
		}
	}
	until("begin")
	all := pictures(t)
	if len(all) < 200 {
		t.Fatalf("only %d pictures", len(all))
	}
	for n, name := range slices.Sorted(maps.Keys(all)) {
		tag := fmt.Sprintf("picture %d.", n)
		lines := strings.Split(all[name], "\n")
		lines = lines[:min(len(lines), size.Height-1)] // of what is too long, one renderer cuts the beginning and the other the end
		frame := tag + "\n" + strings.Join(lines, "\n")
		program.Send(frame)
		until(tag)
		drawnNow := cells.Frame(frame, size)
		for i, e := range now {
			e.write(drawnNow)
			for y := range size.Height {
				if was, is := before[i].row(y), e.row(y); was != is {
					t.Fatalf("%s, emulator %d, row %d:\nbefore %q\nnow    %q", name, i, y, was, is)
				}
				if was, is := before[i].painted(y), e.painted(y); was != is {
					t.Fatalf("%s, emulator %d, row %d, background:\nbefore %q\nnow    %q", name, i, y, was, is)
				}
			}
		}
	}
	go func() {
		for range out { // what it says on leaving
		}
	}()
	program.Quit()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	close(out)
}
