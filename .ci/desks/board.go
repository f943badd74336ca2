package main

import (
	"strings"
	"time"
)

// wall is the screen in the waiting room.
type wall struct {
	h      *house
	x      *screen
	before string // all that it showed before it was killed, as it had the store
}

const wallName = "Wachtkamer"

// hangs adds the screen in the waiting room as somebody with the role for it, and shows the board.
func (h *house) hangs() (*wall, error) {
	if _, err := h.try("person", "add", wallName, "--role", "board", "--as", staff[0]); err != nil {
		return nil, err
	}
	w := &wall{h: h}
	return w, w.show()
}

// show shows the board, again where it was killed.
func (w *wall) show() error {
	if w.x != nil {
		w.before += w.x.all()
	}
	x, err := start(w.h.command("board", "--as", wallName), columns, rows)
	if err != nil {
		return err
	}
	w.x = x
	screen, err := x.until(10*time.Second, func(s string) bool { return len(strings.TrimSpace(s)) > 20 })
	if err != nil {
		w.h.fault("the board shows nothing: %v\n%s", err, trimmed(screen))
	}
	return nil
}

// looked presses what would leave any other screen, and looks for words in all that the board ever showed, of which there may be none.
func (w *wall) looked(words []string) (seen int) {
	for _, k := range []string{"q", esc, "1", "n", enter, ":", "U"} {
		_ = w.x.press(k)
		time.Sleep(80 * time.Millisecond)
	}
	was := len(w.x.all())
	_ = w.x.size(columns-1, rows)
	late := time.After(5 * time.Second)
	for goesOn := false; !goesOn; {
		select {
		case <-w.x.done:
			w.h.fault("a key left the board")
			goesOn = true
		case <-late:
			screen, _ := w.x.text()
			w.h.fault("the board does not go on in a window of another size:\n%s", trimmed(screen))
			goesOn = true
		case <-time.After(20 * time.Millisecond):
			goesOn = len(w.x.all()) > was
		}
	}
	all := w.before + w.x.all()
	for _, word := range words {
		if word != "" && strings.Contains(all, word) {
			w.h.fault("the board showed %s", word)
			seen++
		}
	}
	w.x.kill()
	return seen
}
