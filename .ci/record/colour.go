package main

import (
	"fmt"

	"github.com/hinshun/vt10x"

	"leerbalie/.ci/tty"
)

// What a picture is drawn on.
const (
	paperLight, inkLight = "#fafafa", "#1c1c1c"
	paperDark, inkDark   = "#121212", "#d0d0d0"
)

// How the emulator keeps what a glyph has besides its colours.
const (
	under  = 1 << 1
	bold   = 1 << 2
	italic = 1 << 4
)

// lookOf is how a cell looks on a light and on a dark terminal.
func lookOf(light, dark tty.Glyph) look {
	return look{
		light: colour(light.FG, inkLight, paperLight), onLight: colour(light.BG, inkLight, paperLight),
		dark: colour(dark.FG, inkDark, paperDark), onDark: colour(dark.BG, inkDark, paperDark),
		bold: light.Mode&bold != 0, under: light.Mode&under != 0, italic: light.Mode&italic != 0,
	}
}

// sixteen are the first colours of a terminal.
var sixteen = [16]string{"#000000", "#cd3131", "#0d7a3e", "#8a6d00", "#2457c5", "#a626a4", "#0e7490", "#c0c0c0",
	"#6c6c6c", "#f14c4c", "#23a55a", "#c9a400", "#4f86f7", "#d670d6", "#29b8db", "#ffffff"}

// colour writes a colour of 256 as a picture does.
func colour(c vt10x.Color, ink, paper string) string {
	switch {
	case c == vt10x.DefaultFG:
		return ink
	case c >= 256:
		return paper
	case c < 16:
		return sixteen[c]
	case c >= 232:
		grey := 8 + 10*(c-232)
		return fmt.Sprintf("#%02x%02x%02x", grey, grey, grey)
	}
	step := func(n vt10x.Color) vt10x.Color {
		if n == 0 {
			return 0
		}
		return 55 + 40*n
	}
	c -= 16
	return fmt.Sprintf("#%02x%02x%02x", step(c/36), step(c/6%6), step(c%6))
}
