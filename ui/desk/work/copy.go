package work

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/desk/detail"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Copy asks what of a request goes to the clipboard, and shows each text as it would be copied.
func (w *Work) Copy(r detail.Request) tea.Cmd {
	words, put := w.Env.Words, w.Env.Clipboard
	if put == nil {
		return screen.Say(screen.Note, words.Say("copy.no-power", "number", r.Number))
	}
	texts := map[string]string{"number": r.Number, "summary": r.Summary, "all": r.Number + " " + r.Summary}
	order := []string{"number", "summary", "all"}
	if strings.TrimSpace(r.Details) != "" {
		texts["all"] += "\n" + r.Details
		texts["details"] = r.Details
		order = []string{"number", "summary", "details", "all"}
	}
	d := &dialog.Choice{Picker: w.picker(words.Say("copy.title", "number", r.Number))}
	for _, id := range order {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: id, Label: words.Say("copy." + id), Right: cell.Short(texts[id], 34)})
	}
	d.Choose = func(id string) tea.Cmd {
		text := texts[id]
		return func() tea.Msg {
			if err := put(text); err != nil {
				return screen.Toast{Tone: screen.Fault, Text: words.Error(err)}
			}
			return screen.Toast{Tone: screen.Done, Text: words.Say("copy.done", "text", cell.Short(text, 60))}
		}
	}
	return w.Host.Show(d)
}
