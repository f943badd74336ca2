package draw

import "github.com/charmbracelet/x/ansi"

// Warm makes the table of how wide characters are, which the first sign that is no letter of English would wait for.
func Warm() { ansi.StringWidthWc("│") }
