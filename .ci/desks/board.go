package main

import (
	"strings"
	"time"
)

// wall is the screen in the waiting room.
type wall struct {
	h *house
	x *screen
}

// hangs adds the screen in the waiting room as somebody with the role for it, and shows the board.
func (h *house) hangs() (*wall, error) {
	const name = "Wachtkamer"
	if _, err := h.try("person", "add", name, "--role", "board", "--as", staff[0]); err != nil {
		return nil, err
	}
	x, err := start(h.command("board", "--as", name), columns, rows)
	if err != nil {
		return nil, err
	}
	screen, err := x.until(10*time.Second, func(s string) bool { return len(strings.TrimSpace(s)) > 20 })
	if err != nil {
		h.fault("the board shows nothing: %v\n%s", err, trimmed(screen))
	}
	return &wall{h, x}, nil
}

// looked presses what would leave any other screen, and looks for words in all that the board ever showed, of which there may be none.
func (w *wall) looked(words []string) (seen int) {
	for _, k := range []string{"q", esc, "1", "n", enter, ":", "U"} {
		_ = w.x.press(k)
		time.Sleep(80 * time.Millisecond)
	}
	if w.x.gone() {
		w.h.fault("a key left the board")
	} else if _, err := w.x.redrawn(time.Now(), 3*time.Second); err != nil {
		screen, _ := w.x.text()
		w.h.fault("the board does not go on: %v\n%s", err, trimmed(screen))
	}
	all := w.x.all()
	for _, word := range words {
		if word != "" && strings.Contains(all, word) {
			w.h.fault("the board showed %s", word)
			seen++
		}
	}
	w.x.kill()
	return seen
}
