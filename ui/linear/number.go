package linear

import (
	"reflect"
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/say"
)

// longest is how many digits a number has at most.
const longest = 6

// stretch is how many rows the cursor goes before it waits for what that sets going.
const stretch = 100

// digit is what a key for a digit means; -1 for any other.
func digit(msg tea.KeyMsg) int {
	if msg.Type != tea.KeyRunes || len(msg.Runes) != 1 || msg.Alt || msg.Paste || msg.Runes[0] < '0' || msg.Runes[0] > '9' {
		return -1
	}
	return int(msg.Runes[0] - '0')
}

// numbers reports whether a key begins the number of a row: where keys are no text, and in a list in which nothing was searched for yet.
func (m *Model) numbers(msg tea.KeyMsg, said say.Lines) bool {
	if digit(msg) < 0 {
		return false
	}
	f, on := said.On(say.Field)
	if on && f.Typed && m.app.Typing() {
		return f.Numbers && f.Value == "" && digit(msg) > 0
	}
	return !m.app.Typing()
}

// numeral takes a key while a number is typed. took is false for one that is no part of it.
func (m *Model) numeral(msg tea.KeyMsg, said say.Lines) (cmd tea.Cmd, took bool) {
	n := digit(msg)
	switch {
	case count(said, say.Row) == 0 && n >= 0:
		m.write(m.speaker.Tell(said, m.app.Words().Say("linear.no-list")))
	case n >= 0 && len(m.number) < longest:
		m.number += string(msg.Runes)
		m.write(m.speaker.Digits(m.number))
	case n >= 0:
	case msg.Type == tea.KeyBackspace:
		m.number = m.number[:len(m.number)-1]
		m.write(m.speaker.Digits(m.number))
	case m.set.Is(msg, keys.Choose, keys.Accept):
		return m.seek(said), true
	default:
		m.number = ""
		m.write(m.speaker.Tell(said))
		return nil, m.set.Is(msg, keys.Cancel)
	}
	return nil, true
}

// seek sends the cursor to the row whose number was typed, or says that there is none.
func (m *Model) seek(said say.Lines) tea.Cmd {
	n, _ := strconv.Atoi(m.number)
	m.number = ""
	last := 0
	for _, l := range said {
		if l.Kind == say.Row {
			last = max(last, l.Number)
		}
	}
	at, on := said.On(say.Row)
	if !on || n < 1 || n > last {
		m.write(m.speaker.Tell(said, m.app.Words().Say("linear.no-number", "n", n, "last", last)))
		return nil
	}
	if at.Number == n {
		m.write(m.speaker.Tell(said, m.speaker.row(at)))
		return nil
	}
	m.keyed, m.typed, m.goal, m.from = true, false, n, 0
	cmd, _ := m.goes(said)
	return tea.Batch(cmd, m.slow())
}

// goes brings the cursor nearer to its goal; going is false when it is there, or does not move any more.
func (m *Model) goes(said say.Lines) (cmd tea.Cmd, going bool) {
	at, on := said.On(say.Row)
	if m.goal == 0 || !on || at.Number == m.goal || at.Number == m.from {
		m.goal = 0
		return nil, false
	}
	m.from = at.Number
	by, name := m.goal-at.Number, "down"
	if by < 0 {
		by, name = -by, "up"
	}
	var cmds []tea.Cmd
	for range min(by, stretch) {
		cmds = append(cmds, m.hand(keys.Press(name)))
	}
	if m.pending.Load() == 0 { // nothing will wake it
		m.pending.Add(1)
		cmds = append(cmds, func() tea.Msg { return ended{} })
	}
	return tea.Batch(cmds...), true
}

// picking is choosing an answer by its number: digits that follow each other are one number.
type picking struct {
	field  string
	number int
}

// pick chooses the answer of a field by its number. took is false where there are no answers to choose from, and where what lies over the
// screen does something of its own with the digit.
func (m *Model) pick(msg tea.KeyMsg, said say.Lines) (cmd tea.Cmd, took bool) {
	if !m.app.Typing() || m.types(msg) {
		return nil, false
	}
	cmd = m.pass(msg, false)
	after := m.app.Said()
	if m.pending.Load() > 0 || !reflect.DeepEqual(said, after) {
		return cmd, true
	}
	f, on := said.On(say.Field)
	if !on || f.Typed || len(f.Options) == 0 {
		if _, rows := said.On(say.Row); rows {
			m.number = string(msg.Runes)
			m.write(m.speaker.Digits(m.number))
			m.keyed = false
		}
		return cmd, true
	}
	n := digit(msg)
	if m.picks.field == f.ID && m.picks.number*10+n <= len(f.Options) {
		n += m.picks.number * 10
	}
	m.picks = picking{f.ID, n}
	if n < 1 || n > len(f.Options) {
		m.write(m.speaker.Tell(said, m.app.Words().Say("linear.no-number", "n", n, "last", len(f.Options))))
		m.keyed = false
		return cmd, true
	}
	by, name := n-1-f.Option, "right"
	if by < 0 {
		by, name = -by, "left"
	}
	cmds := []tea.Cmd{cmd}
	for range by {
		cmds = append(cmds, m.hand(keys.Press(name)))
	}
	return tea.Batch(cmds...), true
}
