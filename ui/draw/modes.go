package draw

import (
	"bytes"
	"strings"
)

// What a terminal is told when a session takes it, and when it gives it back. A terminal passes over a mode that it does not
// have; the few that would print it are in terminals below.
const (
	other      = "\x1b[?1049h" // the other screen
	hide       = "\x1b[?25l"   // the cursor
	mouse      = "\x1b[?1002h\x1b[?1006h"
	paste      = "\x1b[?2004h"
	show       = "\x1b[?25h"
	giveOther  = "\x1b[?1049l"
	giveInput  = "\x1b[?2004l\x1b[?1006l\x1b[?1003l\x1b[?1002l\x1b[?1000l"
	plainStyle = "\x1b[0m"
	clear      = "\x1b[H\x1b[2J"
)

// The beginnings, and what ends each.
const (
	whole   = other + hide + mouse + paste
	unmoved = other + hide + paste // no mouse
	ended   = giveInput + giveOther + show + plainStyle
	cleared = plainStyle + clear + show
)

// Told finds the beginning of a session in what it wrote to a terminal, for whoever only passes that on: what to tell the terminal when the
// session goes on after somebody else had it, and when it is to be put in order. Both are empty where there is none.
func Told(written []byte) (take, give string) {
	for _, b := range []struct{ take, give string }{{whole, ended}, {unmoved, ended}, {hide, cleared}} {
		if bytes.HasPrefix(written, []byte(b.take)) {
			return b.take, b.give
		}
	}
	return "", ""
}

// terminal is what is known of a kind of terminal.
type terminal struct {
	none   bool // it can move no cursor: no screen can be drawn
	bare   bool // it has one screen, and no mouse
	hides  bool // … and its cursor can be hidden
	erases bool // what it erases has the colour of the background, and it can insert and delete cells
}

// kinds are the terminals by the first part of their name. What stands here is from their entries in terminfo of ncurses (smcup, kmous,
// bce, ich, dch), and of tmux, which erases in a colour though its entry does not say so, from its own manual.
var kinds = map[string]terminal{
	"": {none: true}, "dumb": {none: true}, "unknown": {none: true}, "vt52": {none: true},
	"vt100": {bare: true}, "vt102": {bare: true}, "ansi": {bare: true}, "cons25": {bare: true},
	"vt220": {bare: true, hides: true}, "linux": {bare: true, hides: true, erases: true},
	"xterm": {erases: true},
	"tmux":  {erases: true}, "kitty": {erases: true}, "foot": {erases: true},
	"alacritty": {erases: true}, "wezterm": {erases: true}, "ghostty": {erases: true},
	"contour": {erases: true}, "rio": {erases: true}, "st": {erases: true},
}

// knows is what is known of the terminal of a name, as TERM has it. One that is not known is drawn on with the oldest of sequences.
func knows(term string) terminal {
	first, _, _ := strings.Cut(strings.ToLower(term), "-")
	return kinds[first]
}

// Able reports whether screens can be drawn on a terminal of that name.
func Able(term string) bool { return !knows(term).none }

// take is what a terminal of this kind is told at the beginning, give what it is told at the end: nothing that was drawn stays on it.
func (t terminal) take(withMouse bool) string {
	switch {
	case t.bare && t.hides:
		return hide
	case t.bare:
		return ""
	case withMouse:
		return whole
	}
	return unmoved
}

func (t terminal) give() string {
	switch {
	case t.bare && t.hides:
		return cleared
	case t.bare:
		return plainStyle + clear
	}
	return ended
}
