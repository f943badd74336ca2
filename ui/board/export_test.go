package board

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/overview"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// Wall is a board without a terminal: its messages are handed in, and its commands run where they are given back.
type Wall struct {
	guarded
	Now    time.Time
	Answer func() (overview.Board, error) // instead of a session
	Reads  int
}

// NewWall makes a board of a size.
func NewWall(lang text.Lang, th theme.Theme, size screen.Size, answer func() (overview.Board, error)) *Wall {
	v := &Wall{Now: time.Date(2026, 11, 18, 10, 24, 0, 0, time.UTC), Answer: answer}
	w := newWall(context.Background(), nil, make(chan model.News), text.All().For(lang), th, func() time.Time { return v.Now })
	w.read = func(context.Context) (overview.Board, error) { v.Reads++; return v.Answer() }
	v.guarded = guarded{w}
	v.Send(tea.WindowSizeMsg{Width: size.Width, Height: size.Height})
	b, err := w.read(w.ctx)
	w.show(readMsg{b, err})
	return v
}

// Send hands a message in, and what reading gives for it; it tells whether the board was asked to end.
func (v *Wall) Send(msg tea.Msg) (quit bool) {
	if cmds := v.take(msg); len(cmds) > 0 && cmds[0] != nil && v.reading { // the others wait for the world
		v.take(cmds[0]())
	}
	return v.failure != nil
}

// Beat lets seconds go by.
func (v *Wall) Beat(n int) {
	for range n {
		v.Now = v.Now.Add(beat)
		v.Send(beatMsg{})
	}
}

// News tells that something was written.
func (v *Wall) News() { v.Send(newsMsg{}) }

// Drawable are the letters that are drawn, and Big and WidthOf draw them.
func Drawable() (out []rune) {
	for r := range glyphs {
		out = append(out, r)
	}
	return out
}

var (
	Big     = big
	WidthOf = widthOf
	RowsOf  = rowsOf
)
