// Package quiet keeps the start of the app from waiting for the terminal.
//
// Bubble Tea 1 asks the terminal for its background colour in an init function, before main runs, and a terminal that
// does not answer costs five seconds. Whoever has set an answer before that is not asked. Packages are initialised in the
// order of their import paths as soon as what they import is ready; this one imports only Lip Gloss and its path begins
// with an e, so that it always comes before github.com/charmbracelet/bubbletea. A package of the module leerbalie would
// come after it: that is why this is a module of its own.
//
// The answer given here is used by nothing: the app makes its own renderer (see ui/theme) and asks for the colour after
// the first frame. The decision is docs/decisions/0003-quiet-start.md.
package quiet

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
