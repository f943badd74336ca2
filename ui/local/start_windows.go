package local

import (
	"bufio"
	"os"

	"github.com/inconshreveable/mousetrap"
	"golang.org/x/sys/windows"
)

// Locale is the language of this person's Windows, which has no variables for it; "" when it is not known.
func Locale() string {
	languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(languages) == 0 {
		return ""
	}
	return languages[0]
}

// Linger waits for Enter where somebody started the program with a double click: its window goes when the program ends, with what it said.
// nil where the window stays.
func Linger(in *os.File) func() {
	if !mousetrap.StartedByExplorer() {
		return nil
	}
	return func() { _, _ = bufio.NewReader(in).ReadString('\n') }
}
