package queue

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startCopy asks what of a request goes to the clipboard, and shows each text as it would be copied.
func startCopy(q *Queue, f file) tea.Cmd {
	w, r := q.env.Words, f.request
	if q.env.Clipboard == nil {
		return screen.Say(screen.Note, w.Say("copy.no-power", "number", r.Number))
	}
	texts := map[string]string{"number": r.Number, "summary": r.Summary, "all": r.Number + " " + r.Summary}
	order := []string{"number", "summary", "all"}
	if strings.TrimSpace(r.Details) != "" {
		texts["all"] += "\n" + r.Details
		texts["details"] = r.Details
		order = []string{"number", "summary", "details", "all"}
	}
	d := &choice{picker: widget.Picker{Title: w.Say("copy.title", "number", r.Number), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint")}}
	for _, id := range order {
		d.picker.Choices = append(d.picker.Choices, widget.Choice{ID: id, Label: w.Say("copy." + id), Right: cell.Short(texts[id], 34)})
	}
	d.choose = func(q *Queue, id string) tea.Cmd {
		text, put, words := texts[id], q.env.Clipboard, q.env.Words
		return func() tea.Msg {
			if err := put(text); err != nil {
				return screen.Toast{Tone: screen.Fault, Text: words.Error(err)}
			}
			return screen.Toast{Tone: screen.Done, Text: words.Say("copy.done", "text", cell.Short(text, 60))}
		}
	}
	q.open(d)
	return nil
}
