package keys

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Press gives the message that a terminal sends for a key by its name, so that the palette can do what a key does.
func Press(name string) tea.KeyMsg {
	if t, ok := named(name); ok {
		return tea.KeyMsg{Type: t}
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok && len(letter) == 1 && letter[0] >= 'a' && letter[0] <= 'z' {
		return tea.KeyMsg{Type: tea.KeyType(letter[0] - 'a' + 1)}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// Show gives a key's name as people read it on the screen.
func Show(name string) string {
	switch name {
	case "enter":
		return "Enter"
	case "esc":
		return "Esc"
	case "tab":
		return "Tab"
	case "shift+tab":
		return "Shift+Tab"
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "pgup":
		return "PgUp"
	case "pgdown":
		return "PgDn"
	case "home":
		return "Home"
	case "end":
		return "End"
	case "backspace":
		return "Backspace"
	case "delete":
		return "Del"
	case " ":
		return "␣"
	}
	if _, ok := function(name); ok {
		return strings.ToUpper(name)
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return "Ctrl+" + strings.ToUpper(letter)
	}
	return name
}

func named(name string) (tea.KeyType, bool) {
	switch name {
	case "enter":
		return tea.KeyEnter, true
	case "esc":
		return tea.KeyEsc, true
	case "tab":
		return tea.KeyTab, true
	case "shift+tab":
		return tea.KeyShiftTab, true
	case "up":
		return tea.KeyUp, true
	case "down":
		return tea.KeyDown, true
	case "left":
		return tea.KeyLeft, true
	case "right":
		return tea.KeyRight, true
	case "pgup":
		return tea.KeyPgUp, true
	case "pgdown":
		return tea.KeyPgDown, true
	case "home":
		return tea.KeyHome, true
	case "end":
		return tea.KeyEnd, true
	case "backspace":
		return tea.KeyBackspace, true
	case "delete":
		return tea.KeyDelete, true
	case " ":
		return tea.KeySpace, true
	}
	return function(name)
}

// function gives the function key of a name, f1 to f12.
func function(name string) (tea.KeyType, bool) {
	n, err := strconv.Atoi(strings.TrimPrefix(name, "f"))
	if err != nil || !strings.HasPrefix(name, "f") || n < 1 || n > 12 {
		return 0, false
	}
	return tea.KeyF1 - tea.KeyType(n-1), true
}
