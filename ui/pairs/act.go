package pairs

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
)

// acted is what became of something that was done.
type acted struct {
	to      *Pairs
	dialog  dialog // that asked for it
	receipt model.Receipt
	err     error
	back    string // the sentence for what was undone or redone
	then    func(p *Pairs, a acted) tea.Cmd
}

// do carries out actions in one transaction, on behalf of the open dialog where there is one. Keys wait for it.
func (p *Pairs) do(then func(*Pairs, acted) tea.Cmd, actions ...model.Action) tea.Cmd {
	return p.run(then, "", func(ctx context.Context, v *model.View) (model.Receipt, error) { return v.Do(ctx, actions...) })
}

func (p *Pairs) run(then func(*Pairs, acted) tea.Cmd, back string, act func(context.Context, *model.View) (model.Receipt, error)) tea.Cmd {
	p.hold = true
	view, ctx, d := p.env.View, p.env.Ctx, p.dialog
	return func() tea.Msg {
		receipt, err := act(ctx, view)
		return acted{to: p, dialog: d, receipt: receipt, err: err, back: back, then: then}
	}
}

// tookActed closes the dialog and shows what became of it.
func (p *Pairs) tookActed(a acted) tea.Cmd {
	if a.to != p {
		return nil
	}
	p.hold = false
	w := p.env.Words
	if a.err != nil {
		if a.dialog != nil && a.dialog == p.dialog {
			a.dialog.refused(p, a.err)
			return savedOrNot(a.err)
		}
		return tea.Batch(screen.Say(screen.Fault, w.Error(a.err)), savedOrNot(a.err), p.read())
	}
	cmds := []tea.Cmd{screen.Send(screen.Saved{})}
	if a.back != "" {
		cmds = append(cmds, screen.Say(screen.Done, w.Say(a.back, "what", strings.TrimSpace(w.Say(a.receipt.Name)+" "+a.receipt.Number), "key", p.env.Keys.Label(Redo))))
	} else if w.Has("did." + a.receipt.Name) {
		cmds = append(cmds, screen.Say(screen.Done, w.Say("did."+a.receipt.Name, "name", "", "number", a.receipt.Number)+"  "+w.Say("queue.undo-hint", "key", p.env.Keys.Label(Undo))))
	}
	if a.dialog != nil && a.dialog == p.dialog {
		if d, ok := a.dialog.(*sheet); ok {
			cmds = append(cmds, p.dropDraft(d.key))
		}
		p.dialog = nil
	}
	if a.then != nil {
		cmds = append(cmds, a.then(p, a))
	}
	p.hold = true // the next key is about what is read now
	return tea.Batch(append(cmds, p.read())...)
}

// savedOrNot tells the root when the disk, not a rule, stood in the way.
func savedOrNot(err error) tea.Cmd {
	switch model.KindOf(err) {
	case model.Full, model.ReadOnly, model.Damaged, model.Internal:
		return screen.Send(screen.Saved{Err: err})
	}
	return nil
}

// undo takes back what this session did last; redo does it again.
func (p *Pairs) undo(again bool) tea.Cmd {
	if again {
		return p.run(nil, "queue.redone", func(ctx context.Context, v *model.View) (model.Receipt, error) { return v.Redo(ctx) })
	}
	return p.run(nil, "queue.undone", func(ctx context.Context, v *model.View) (model.Receipt, error) { return v.Undo(ctx) })
}
