package people

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mention"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// The steps of an erasure.
const (
	asking = iota
	erasing
	compacting
	looking
	finished
)

// wipe asks for the name, and then shows how far it is.
type wipe struct {
	p      *People
	page   page
	prompt widget.Prompt
	texts  []warned // what stands below the line
	step   int
	sought bool // where else the resident is named: the erasure takes the name along, so that it is looked for before
	found  []mention.Mention
}

// warned is a text of the question, and whether it warns.
type warned struct {
	text  string
	warns bool
}

// erased is what became of a step.
type erased struct {
	to     *People
	dialog *wipe
	step   int // that is done
	found  []mention.Mention
	names  int // other names of the file
	err    error
}

// startErase asks to erase the resident whose page is open, by name.
func (p *People) startErase() tea.Cmd {
	w := p.Env.Words
	d := &wipe{p: p, page: *p.page}
	d.prompt.Title = w.Say("people.erase.title", "name", cell.Short(d.page.file.Name, 40))
	d.texts = []warned{{text: w.Count("people.erase.what", len(d.page.file.Requests))}, {text: w.Say("people.erase.stays")},
		{w.Say("people.erase.never"), true}, {text: w.Say("people.erase.ask")}}
	return tea.Batch(p.Show(d), p.erase(d, asking))
}

// Update takes a key press.
func (d *wipe) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	if d.step > asking {
		return nil // under way: nothing can be asked of it
	}
	if msg.Type == tea.KeyTab && len(d.found) > 0 {
		return d.p.showElsewhere(d.found)
	}
	reply, _ := d.prompt.Update(msg, h.Env.Keys)
	switch {
	case reply == widget.Agreed && !d.sought:
		d.prompt.Fault = h.Env.Words.Say("people.erase.seeking")
		return nil
	case reply == widget.Declined:
		return h.Shut()
	case reply == widget.Agreed:
		if plain.FoldText(d.prompt.Input.Text()) != plain.FoldText(d.page.file.Name) {
			d.prompt.Fault = h.Env.Words.Say("people.erase.other", "name", cell.Short(d.page.file.Name, 60))
			return nil
		}
		return d.p.erase(d, erasing)
	}
	return nil
}

// erase does one step in a command; its answer begins the next.
func (p *People) erase(d *wipe, step int) tea.Cmd {
	d.step, d.prompt.Fault = step, ""
	session, ctx, who := p.Env.Session, p.Env.Ctx, d.page.file.Resident
	return func() tea.Msg {
		m := erased{to: p, dialog: d, step: step}
		switch step {
		case asking:
			var w model.Wiping
			w, m.err = session.Wiping(ctx)
			if m.names = w.Names; m.err == nil {
				m.found, _, m.err = mention.FindMentions(ctx, session, who.ID)
			}
		case erasing:
			_, m.err = session.Do(ctx, desk.EraseResident{ID: who.ID})
		case compacting:
			m.err = session.Compact(ctx)
		case looking:
			var w model.Wiping
			w, m.err = session.Wiping(ctx)
			m.names = w.Names + w.Left
		}
		return m
	}
}

func (p *People) tookErased(m erased) tea.Cmd {
	if m.to != p || p.Open() != dialog.Dialog(m.dialog) {
		return nil
	}
	if m.step == asking {
		m.dialog.warn(&p.Host, m.names)
		m.dialog.tell(&p.Host, m)
		return nil
	}
	if m.err != nil {
		if m.step == erasing {
			m.dialog.step = asking
			m.dialog.Refused(&p.Host, m.err)
			return dialog.Unsaved(m.err)
		}
		return tea.Batch(p.Show(nil), screen.Say(screen.Fault, p.Env.Words.Say("people.erase.half", "why", p.Env.Words.Error(m.err))), screen.Send(screen.Erased{}), p.reload())
	}
	var forget tea.Cmd
	if m.step == erasing {
		p.page, p.focus = nil, false
		forget = p.ForgetAbout(m.dialog.page.file.ID)
	}
	if next := m.step + 1; next < finished {
		return tea.Batch(forget, p.erase(m.dialog, next), p.reload())
	}
	done := screen.Say(screen.Done, p.Env.Words.Count("people.erased", len(m.dialog.page.file.Requests)))
	if m.names > 0 {
		done = screen.Say(screen.Fault, p.Env.Words.Count("people.erased.names", m.names))
	}
	if found := m.dialog.found; len(found) > 0 {
		return tea.Batch(done, p.showElsewhere(found))
	}
	return tea.Batch(done, p.Show(nil))
}

// warn says in the question that the file has other names, which an erasure does not reach.
func (d *wipe) warn(h *dialog.Host, names int) {
	if names == 0 {
		return
	}
	d.texts = append(d.texts, warned{h.Env.Words.Count("people.erase.names", names), true})
}

// tell says in how many places else the resident is named.
func (d *wipe) tell(h *dialog.Host, m erased) {
	if m.err != nil {
		d.Refused(h, m.err)
		return
	}
	w := h.Env.Words
	said := w.Say("people.erase.nowhere")
	if d.sought, d.found = true, m.found; len(m.found) > 0 {
		said = w.Count("people.erase.elsewhere", len(m.found))
	}
	d.texts, d.prompt.Fault = append(d.texts, warned{text: said}), ""
}

// showElsewhere lists where else a resident is named, for a person to judge.
func (p *People) showElsewhere(found []mention.Mention) tea.Cmd {
	w := p.Env.Words
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("people.elsewhere.title"), Empty: w.Say("pick.none"), Hint: w.Say("people.elsewhere.hint")}}
	for i, m := range found {
		where := w.Mention(m.Kind, cell.Safe(m.Number, 20), m.Field, m.Earlier)
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Safe(m.Text, 100), Right: where})
	}
	d.Choose = func(chosen string) tea.Cmd {
		i, err := strconv.Atoi(chosen)
		if err != nil || i >= len(found) {
			return nil
		}
		switch m := found[i]; m.Kind {
		case "request":
			return screen.Send(screen.Open{Name: screen.Desk, With: screen.AtRequest{ID: m.ID}})
		case "resident":
			p.lists[residents].GoTo(m.ID)
			return p.open(m.ID)
		default:
			return screen.Say(screen.Note, w.Mention(m.Kind, "", m.Field, m.Earlier)+": "+cell.Safe(m.Text, 100))
		}
	}
	return p.Show(d)
}

// View draws the question, or how far the erasure is.
func (d *wipe) View(h *dialog.Host, width, _ int) []string {
	th := h.Env.Theme
	width = min(width, 76)
	if d.step == asking {
		d.prompt.Hint = nil
		for _, t := range d.texts {
			for _, line := range cell.Wrap(t.text, width-4, 3) {
				if t.warns {
					line = th.Now.On(line)
				}
				d.prompt.Hint = append(d.prompt.Hint, line)
			}
		}
		return d.prompt.View(th, width)
	}
	return widget.Box(th, d.prompt.Title, []string{d.stepText(h.Env.Words), widget.Progress(th, d.step-1, finished-1, width-4)}, width)
}

// stepText says what is being done.
func (d *wipe) stepText(w text.Words) string {
	return w.Say([]string{"", "people.erase.step-1", "people.erase.step-2", "people.erase.step-3"}[d.step])
}

// Refused shows why the resident cannot be erased.
func (d *wipe) Refused(h *dialog.Host, err error) { d.prompt.Fault = h.Env.Words.Error(err) }

// Keys gives the keys of the question.
func (d *wipe) Keys() []keys.ID {
	if d.step > asking {
		return nil
	}
	return []keys.ID{keys.Accept, keys.Cancel}
}
