package board_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"leerbalie/model/fault"
	"leerbalie/model/overview"
	"leerbalie/ui/board"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/uitest"
	"leerbalie/ui/widget/cell"
)

// queue is a board with so many who wait, so many of whom it is known how long, and so many who are called.
func queue(waiting, known, called int) overview.Board {
	b := overview.Board{Site: "Servicepunt Zuidwest", Zone: time.UTC}
	for i := range waiting {
		t := overview.Turn{Number: fmt.Sprintf("%04d", 412+i)}
		if i < known {
			t.About = time.Duration((i+1)*5) * time.Minute
		}
		b.Waiting = append(b.Waiting, t)
	}
	for i := range called {
		b.Helped = append(b.Helped, fmt.Sprintf("%04d", 411-i))
	}
	return b
}

// answering gives a board whatever stands in b, or err.
type answering struct {
	b   overview.Board
	err error
}

func (a *answering) answer() (overview.Board, error) { return a.b, a.err }

func shown(lang text.Lang, size screen.Size, b overview.Board) (*board.Wall, *answering) {
	a := &answering{b: b}
	return board.NewWall(lang, theme.New(theme.NoColour, true), size, a.answer), a
}

func plain(w *board.Wall) string {
	lines := strings.Split(ansi.Strip(w.View()), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

var sizes = []screen.Size{{Width: 40, Height: 12}, {Width: 80, Height: 24}, {Width: 240, Height: 67}}

// TestPictures holds what a board looks like, in each language and size.
func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range sizes {
			for name, b := range map[string]overview.Board{"busy": queue(7, 7, 2), "unknown": queue(3, 0, 1), "crowded": queue(45, 12, 4), "nobody": queue(0, 0, 0), "last": queue(0, 0, 1)} {
				w, _ := shown(lang, size, b)
				uitest.Golden(t, fmt.Sprintf("%s/%dx%d-%s", name, size.Width, size.Height, lang), plain(w))
			}
			away := &answering{err: errors.New("gone")}
			uitest.Golden(t, fmt.Sprintf("away/%dx%d-%s", size.Width, size.Height, lang), plain(board.NewWall(lang, theme.Bare(), size, away.answer)))
		}
	}
}

// TestEveryNumberIsShown: what does not fit on one page comes on another, by itself, and all within what the pages say.
func TestEveryNumberIsShown(t *testing.T) {
	size := screen.Size{Width: 40, Height: 12}
	w, _ := shown("nl", size, queue(45, 0, 5))
	seen, pages := "", 0
	for ; pages < 30; pages++ {
		seen += w.View()
		w.Beat(8)
	}
	for i := range 45 {
		if n := fmt.Sprintf("%04d", 412+i); !strings.Contains(seen, n) {
			t.Errorf("%s waits, and is on no page", n)
		}
	}
	for i := range 5 {
		if n := fmt.Sprintf("%04d", 411-i); !strings.Contains(seen, n) {
			t.Errorf("%s is called, and is on no page", n)
		}
	}
}

// TestNoLineIsTooLong: whatever a terminal says of its size, and whatever there is to show, a picture fits, and nothing breaks.
func TestNoLineIsTooLong(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		size := screen.Size{Width: rapid.IntRange(1, 260).Draw(rt, "width"), Height: rapid.IntRange(1, 80).Draw(rt, "height")}
		b := queue(rapid.IntRange(0, 60).Draw(rt, "waiting"), rapid.IntRange(0, 60).Draw(rt, "known"), rapid.IntRange(0, 9).Draw(rt, "called"))
		b.Site = rapid.SampledFrom([]string{"Zuidwest", "Wereld\u200bhuis Ümraniye", strings.Repeat("lang ", 40), "東京"}).Draw(rt, "site")
		b.More = rapid.Bool().Draw(rt, "more")
		if rapid.Bool().Draw(rt, "tag") {
			for i := range b.Waiting {
				b.Waiting[i].Number = "K7-" + b.Waiting[i].Number
			}
		}
		lang := rapid.SampledFrom([]text.Lang{"nl", "en"}).Draw(rt, "lang")
		w, a := shown(lang, size, b)
		for range 3 {
			lines := strings.Split(w.View(), "\n")
			if len(lines) > size.Height {
				rt.Fatalf("%d lines where there are %d", len(lines), size.Height)
			}
			for _, line := range lines {
				if cell.Width(line) > size.Width {
					rt.Fatalf("%d cells where there are %d: %q", cell.Width(line), size.Width, ansi.Strip(line))
				}
			}
			a.b.Helped = append([]string{"0999"}, a.b.Helped...)
			w.News()
			w.Beat(8)
		}
	})
}

// TestWhoIsCalledStandsOut: a number that is newly called is inverted and back for some seconds, one that was there at the start
// is not; without colours too, and no bell rings.
func TestWhoIsCalledStandsOut(t *testing.T) {
	w, a := shown("nl", screen.Size{Width: 80, Height: 24}, queue(3, 0, 1))
	inverted := func() bool {
		if strings.Contains(w.View(), "\a") {
			t.Error("a bell rings")
		}
		return strings.Contains(w.View(), "\x1b[7m")
	}
	if inverted() {
		t.Error("who was called before the screen was there stands out")
	}
	a.b.Helped = append([]string{"0412"}, a.b.Helped...)
	w.News()
	var shows []bool
	for range 14 {
		shows = append(shows, inverted())
		w.Beat(1)
	}
	if want := []bool{true, false, true, false, true, false, true, false, true, false, true, false, false, false}; !slices.Equal(shows, want) {
		t.Errorf("%v", shows)
	}
}

// TestNoKeyDoesAnything: nothing that is pressed changes the picture, reads, or ends it.
func TestNoKeyDoesAnything(t *testing.T) {
	w, _ := shown("nl", screen.Size{Width: 80, Height: 24}, queue(30, 0, 1))
	was, reads := w.View(), w.Reads
	for k := tea.KeyType(-80); k < 130; k++ {
		for _, msg := range []tea.KeyMsg{{Type: k}, {Type: k, Alt: true}} {
			if w.Send(msg) || w.View() != was || w.Reads != reads {
				t.Errorf("%s does something", msg)
			}
		}
	}
	for r := rune(0); r < 0x250; r++ {
		if w.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}) || w.View() != was || w.Reads != reads {
			t.Errorf("%q does something", r)
		}
	}
	for _, msg := range []tea.Msg{tea.MouseMsg{Button: tea.MouseButtonLeft}, tea.FocusMsg{}, tea.BlurMsg{}, tea.WindowSizeMsg{}, tea.WindowSizeMsg{Width: -1, Height: 5}} {
		if w.Send(msg) || w.View() != was {
			t.Errorf("%T does something", msg)
		}
	}
}

// TestItIsReadAgain: when something was written, and by itself, since numbers leave by time as well.
func TestItIsReadAgain(t *testing.T) {
	w, a := shown("nl", screen.Size{Width: 80, Height: 24}, queue(1, 0, 0))
	if w.Reads != 1 {
		t.Errorf("%d reads to begin with", w.Reads)
	}
	w.Beat(9)
	if w.Reads != 1 {
		t.Errorf("%d reads after nine quiet seconds", w.Reads)
	}
	w.Beat(1)
	if w.Reads != 2 {
		t.Errorf("%d reads after ten quiet seconds", w.Reads)
	}
	a.b = queue(0, 0, 0)
	w.News()
	if w.Reads != 3 || !strings.Contains(plain(w), "10:24") {
		t.Errorf("%d reads after something was written:\n%s", w.Reads, plain(w))
	}
}

// TestTheStoreIsGoneForAWhile: what was read stands for a minute, with a word that it is behind; then that word alone; and all is back
// when the store is. Where the screen may not read any more, nothing stands.
func TestTheStoreIsGoneForAWhile(t *testing.T) {
	size := screen.Size{Width: 80, Height: 24}
	w, a := shown("nl", size, queue(2, 0, 0))
	a.err = errors.New("gone")
	w.News()
	was := w.Reads
	if got := plain(w); !strings.Contains(got, "loopt even achter") || !strings.Contains(got, "Wachten") {
		t.Errorf("at once:\n%s", got)
	}
	w.Beat(60)
	if got := w.Reads - was; got != 20 {
		t.Errorf("it was tried %d times in a minute", got)
	}
	w.Beat(4)
	if got := plain(w); !strings.Contains(got, "krijgt nu geen nieuws") || strings.Contains(got, "Wachten") {
		t.Errorf("after a minute:\n%s", got)
	}
	a.err = nil
	w.Beat(3)
	if got := plain(w); !strings.Contains(got, "Wachten") || strings.Contains(got, "achter") || strings.Contains(w.View(), "\x1b[7m") {
		t.Errorf("back:\n%s", got)
	}
	a.err = fault.New(fault.Refused, "may-not-read", "name", "Scherm")
	w.News()
	if got := plain(w); !strings.Contains(got, "mag hier niets meer") || strings.Contains(got, "Scherm") || strings.Contains(got, "Zuidwest") {
		t.Errorf("put away:\n%s", got)
	}
}

// TestLetters: every letter is five dots high and as wide in each row, and is drawn in every size with as many cells as it says.
func TestLetters(t *testing.T) {
	for _, r := range board.Drawable() {
		for scale := 1; scale <= 8; scale++ {
			width, ok := board.WidthOf(string(r), scale)
			lines := board.Big(string(r), scale)
			if !ok || len(lines) != board.RowsOf(scale) {
				t.Fatalf("%q in size %d: %v, %d lines", r, scale, ok, len(lines))
			}
			for _, line := range lines {
				if cell.Width(line) != width {
					t.Errorf("%q in size %d: %q is not %d wide", r, scale, line, width)
				}
			}
		}
	}
	drawn := map[string]rune{}
	for _, r := range board.Drawable() {
		s := strings.Join(board.Big(string(r), 2), "\n")
		if other, is := drawn[s]; is && r != 'O' && r != '0' {
			t.Errorf("%q looks like %q", r, other)
		}
		drawn[s] = r
	}
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, id := range []string{"board.called", "board.waiting", "board.waiting.about", "board.minutes", "board.nobody", "board.hint.number", "board.hint.none", "board.away", "board.refused", "board.page", "board.more"} {
			if _, ok := board.WidthOf(text.All().For(lang).Say(id, "n", 123456789, "of", 0), 1); !ok {
				t.Errorf("%s: %s has a letter that is not drawn", lang, id)
			}
		}
	}
	if _, ok := board.WidthOf("Ü", 1); ok {
		t.Error("a letter that is not drawn is said to be")
	}
}
