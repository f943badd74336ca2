package dialog

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// NameOf gives whom or what a receipt is about, "" where that cannot be said. It reads, so only commands call it.
type NameOf func(ctx context.Context, session *model.Session, r model.Receipt) string

// Then is what follows on something that was done; it may be nil.
type Then func(r model.Receipt) tea.Cmd

// Deed is something that is done in one transaction, and what follows on it.
type Deed struct {
	Act func(ctx context.Context, session *model.Session) (model.Receipt, error)
	// Done comes in the place of saying what was done and reading the screen anew; nil for just that. Keys wait until the
	// screen has Arrived, so it has to read something.
	Done Then
	// Then comes beside that: what was done is said, and the screen reads anew. It may be nil.
	Then Then
	// Refused answers an error in its own way; ok is false where it leaves that to the dialog. It may be nil.
	Refused func(err error) (cmd tea.Cmd, ok bool)
}

// acted is what became of something that was done.
type acted struct {
	to      *Host
	dialog  Dialog // that asked for it; nil for a single key
	receipt model.Receipt
	name    string
	err     error
	back    string // the sentence for what was undone or redone; "" for anything else
	follows Then   // comes in the place of reading the screen anew; may be nil
	deed    Deed
	vouched bool // the person said that the numbers in it are no citizen service numbers
}

// Do carries out actions in one transaction, on behalf of the open dialog where there is one. Keys wait for it.
func (h *Host) Do(then Then, actions ...model.Action) tea.Cmd {
	return h.Perform(Deed{Then: then, Act: Doing(actions...)})
}

// Perform carries out a deed, on behalf of the open dialog where there is one. Keys wait for it.
func (h *Host) Perform(d Deed) tea.Cmd { return h.run(acted{deed: d}) }

// Doing gives the act of a deed that is a number of actions in one transaction.
func Doing(actions ...model.Action) func(context.Context, *model.Session) (model.Receipt, error) {
	return func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		return session.Do(ctx, actions...)
	}
}

// TakeBack undoes what this session did last, or does it again. What follows, where it is not nil, comes in the place of
// reading the screen anew. An import, which takes time and may erase, is asked about first.
func (h *Host) TakeBack(again bool, follows Then) tea.Cmd {
	if id, apart := h.isApart(); apart && !again {
		return h.TakeImportBack(id)
	}
	a := acted{back: "desk.undone", follows: follows, deed: Deed{Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) { return session.Undo(ctx) }}}
	if again {
		a = acted{back: "desk.redone", follows: follows, deed: Deed{Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) { return session.Redo(ctx) }}}
	}
	return h.run(a)
}

func (h *Host) run(a acted) tea.Cmd {
	h.busy++
	session, ctx, name := h.Env.Session, h.Env.Ctx, h.NameOf
	if a.vouched {
		ctx = model.Vouching(ctx)
	}
	a.to, a.dialog = h, h.open
	ctx = h.sends(ctx)
	return func() tea.Msg {
		if a.receipt, a.err = a.deed.Act(ctx, session); a.err == nil && name != nil {
			a.name = name(ctx, session, a.receipt)
		}
		return a
	}
}

// tookActed closes the dialog and shows what became of it.
func (h *Host) tookActed(a acted) tea.Cmd {
	h.busy--
	if a.err != nil {
		return h.tookRefused(a)
	}
	cmds := []tea.Cmd{screen.Send(screen.Saved{})}
	if a.dialog != nil && a.dialog == h.open {
		h.rest()
		cmds = append(cmds, h.Forget(h.Drafting()))
		h.open = h.next()
	}
	h.hold = true // the next key is about what is read now
	if a.deed.Done != nil {
		return tea.Batch(append(cmds, a.deed.Done(a.receipt))...)
	}
	cmds = append(cmds, h.say(a))
	if a.follows != nil {
		return tea.Batch(append(cmds, a.follows(a.receipt))...)
	}
	if a.deed.Then != nil {
		cmds = append(cmds, a.deed.Then(a.receipt))
	}
	return tea.Batch(append(cmds, h.Reload())...)
}

// tookRefused shows why something could not be done: in the dialog that asked for it, where it is still open.
func (h *Host) tookRefused(a acted) tea.Cmd {
	if where, asked := askedAbout(a.err); asked && !a.vouched && a.dialog == h.open {
		return h.askToKeep(a, where)
	}
	if a.deed.Refused != nil {
		if cmd, own := a.deed.Refused(a.err); own {
			return cmd
		}
	}
	if a.dialog != nil && a.dialog == h.open {
		if d, ok := a.dialog.(*Sheet); ok && d.Refuse != nil {
			if cmd, own := d.Refuse(a.err); own {
				return cmd
			}
		}
		a.dialog.Refused(h, a.err)
		return tea.Batch(Unsaved(a.err), h.Keep())
	}
	h.hold = true
	return tea.Batch(screen.Say(screen.Fault, h.Env.Words.Error(a.err)), Unsaved(a.err), h.Reload())
}

// Say tells what was done, as is done where a deed has nothing of its own to follow.
func (h *Host) Say(r model.Receipt) tea.Cmd { return h.say(acted{receipt: r}) }

// say tells what was done, and how to take it back where that is possible.
func (h *Host) say(a acted) tea.Cmd {
	w := h.Env.Words
	name := a.name
	if name == "" {
		name = a.receipt.Number
	}
	if a.receipt.Count > 0 { // it was done to many at once
		name = w.Count("many.title", a.receipt.Count)
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
		return h.SayDone(said)
	}
	return screen.Say(screen.Done, said)
}

// SayDone tells what was done in a sentence of the caller's, and how to take it back.
func (h *Host) SayDone(said string) tea.Cmd {
	return screen.Say(screen.Done, said+"  "+h.Env.Words.Say("desk.undo-hint", "key", h.Env.Keys.Label(h.UndoKey)))
}

// Unsaved tells the root when the disk, not a rule, stood in the way.
func Unsaved(err error) tea.Cmd {
	var field FieldError
	if errors.As(err, &field) { // of a form, before anything was written
		return nil
	}
	switch fault.KindOf(err) {
	case fault.Full, fault.ReadOnly, fault.Damaged, fault.Internal:
		return screen.Send(screen.Saved{Err: err})
	}
	return nil
}
