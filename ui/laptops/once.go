package laptops

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// once is a dialog that shows words this one time: the code of a first bundle, or the recovery phrase that came with it. Only the key
// that says that they are written down leads on.
type once struct {
	title, head string
	words       []string
	text        []string
	then        func() tea.Cmd
}

// showOnce shows the code, then the phrase, and then what was made; those that there are.
func (l *Laptops) showOnce(taken *transfer.Taken, name string, made *dialog.Report) tea.Cmd {
	w, have := l.Env.Words, l.Env.Keys.Label(Have)
	next := func() tea.Cmd { return l.Show(made) }
	if taken.Recovery != "" {
		after := next
		d := &once{title: w.Say("welcome.phrase"), words: strings.Fields(string(taken.Recovery)), then: after,
			text: []string{w.Say("welcome.phrase.write", "key", have), w.Say("welcome.phrase.why"), w.Say("welcome.phrase.once", "key", have)}}
		next = func() tea.Cmd { return l.Show(d) }
	}
	if taken.Code == "" {
		return next()
	}
	return l.Show(&once{title: w.Say("laptops.code"), head: w.Say("laptops.code.for", "name", cell.Safe(name, 40)), words: strings.Fields(string(taken.Code)),
		text: []string{w.Say("laptops.code.how"), w.Say("laptops.code.once", "key", have)}, then: next})
}

// Update goes on when the words are written down.
func (d *once) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if h.Env.Keys.Is(msg, Have) {
		return d.then()
	}
	return nil
}

// View shows the words large: spaced out and numbered, a mistake is told by the number; in two columns where they are many. What
// they are for comes below, as much as fits.
func (d *once) View(h *dialog.Host, width, height int) []string {
	th := h.Env.Theme
	width = min(width-2, 76)
	var lines []string
	if d.head != "" {
		lines = append(lines, d.head, "")
	}
	half := len(d.words)
	if half > 5 {
		half = (half + 1) / 2
	}
	for i := range half {
		line := "   " + numbered(i, d.words[i])
		if j := i + half; j < len(d.words) {
			line = cell.Pad(line, (width-4)/2) + numbered(j, d.words[j])
		}
		lines = append(lines, th.Strong.On(line))
	}
	room := height - 2 - len(lines)
	var text []string
	for _, t := range d.text {
		text = append(append(text, ""), cell.Wrap(t, width-4, 4)...)
	}
	if len(text) > room { // without the blank lines
		text = text[:0]
		for _, t := range d.text {
			text = append(text, cell.Wrap(t, width-4, 4)...)
		}
	}
	if len(text) > room && room > 0 { // how one goes on is what has to stay
		text = text[len(text)-room:]
	}
	return widget.Box(th, d.title, append(lines, text...), width)
}

// numbered is a word with its letters apart, behind its number.
func numbered(i int, word string) string {
	return string(rune('1'+i)) + "   " + strings.Join(strings.Split(word, ""), " ")
}

// Refused does nothing: nothing is sent from here.
func (d *once) Refused(*dialog.Host, error) {}

// Keys gives the key that leads on.
func (d *once) Keys() []keys.ID { return []keys.ID{Have} }
