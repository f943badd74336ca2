package dialog

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// NameOf gives whom or what a receipt is about, "" where that cannot be said. It reads, so only commands call it.
type NameOf func(ctx context.Context, v *model.View, r model.Receipt) string

// Then is what follows on something that was done; it may be nil.
type Then func(r model.Receipt) tea.Cmd

// acted is what became of something that was done.
type acted struct {
	to      *Host
	dialog  Dialog // that asked for it; nil for a single key
	receipt model.Receipt
	name    string
	err     error
	back    string // the sentence for what was undone or redone; "" for anything else
	then    Then
}

// Do carries out actions in one transaction, on behalf of the open dialog where there is one. Keys wait for it.
func (h *Host) Do(then Then, actions ...model.Action) tea.Cmd {
	return h.run(then, "", func(ctx context.Context, v *model.View) (model.Receipt, error) { return v.Do(ctx, actions...) })
}

// TakeBack undoes what this session did last, or does it again.
func (h *Host) TakeBack(again bool) tea.Cmd {
	if again {
		return h.run(nil, "queue.redone", func(ctx context.Context, v *model.View) (model.Receipt, error) { return v.Redo(ctx) })
	}
	return h.run(nil, "queue.undone", func(ctx context.Context, v *model.View) (model.Receipt, error) { return v.Undo(ctx) })
}

func (h *Host) run(then Then, back string, act func(context.Context, *model.View) (model.Receipt, error)) tea.Cmd {
	h.hold = true
	view, ctx, d, name := h.Env.View, h.Env.Ctx, h.open, h.NameOf
	return func() tea.Msg {
		a := acted{to: h, dialog: d, back: back, then: then}
		if a.receipt, a.err = act(ctx, view); a.err == nil && name != nil {
			a.name = name(ctx, view, a.receipt)
		}
		return a
	}
}

// tookActed closes the dialog and shows what became of it.
func (h *Host) tookActed(a acted) tea.Cmd {
	h.hold = false
	if a.err != nil {
		if a.dialog != nil && a.dialog == h.open {
			if d, ok := a.dialog.(*Sheet); ok && d.Refuse != nil {
				if cmd, own := d.Refuse(a.err); own {
					return cmd
				}
			}
			a.dialog.Refused(h, a.err)
			return savedOrNot(a.err)
		}
		h.hold = true
		return tea.Batch(screen.Say(screen.Fault, h.Env.Words.Error(a.err)), savedOrNot(a.err), h.Reload())
	}
	cmds := []tea.Cmd{screen.Send(screen.Saved{}), h.say(a)}
	if a.dialog != nil && a.dialog == h.open {
		if d, ok := a.dialog.(Drafted); ok {
			key, _, _ := d.Draft()
			cmds = append(cmds, h.dropDraft(key))
		}
		h.open = nil
	}
	if a.then != nil {
		cmds = append(cmds, a.then(a.receipt))
	}
	h.hold = true // the next key is about what is read now
	return tea.Batch(append(cmds, h.Reload())...)
}

// say tells what was done, and how to take it back where that is possible.
func (h *Host) say(a acted) tea.Cmd {
	w := h.Env.Words
	name := a.name
	if name == "" {
		name = a.receipt.Number
	}
	name = cell.Short(name, 40)
	if a.back != "" {
		what := strings.TrimSpace(w.Say(a.receipt.Name) + " " + name)
		return screen.Say(screen.Done, w.Say(a.back, "what", what, "key", h.Env.Keys.Label(h.RedoKey)))
	}
	if !w.Has("did." + a.receipt.Name) {
		return nil
	}
	said := w.Say("did."+a.receipt.Name, "name", name, "number", a.receipt.Number)
	if a.receipt.Undoable() {
		said += "  " + w.Say("queue.undo-hint", "key", h.Env.Keys.Label(h.UndoKey))
	}
	return screen.Say(screen.Done, said)
}

// savedOrNot tells the root when the disk, not a rule, stood in the way.
func savedOrNot(err error) tea.Cmd {
	switch model.KindOf(err) {
	case model.Full, model.ReadOnly, model.Damaged, model.Internal:
		return screen.Send(screen.Saved{Err: err})
	}
	return nil
}
