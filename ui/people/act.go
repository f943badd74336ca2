package people

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// acted is what became of something that was done.
type acted struct {
	to      *People
	dialog  dialog // that asked for it; nil for a single key
	receipt model.Receipt
	name    string // whom or what it was about
	err     error
	back    string                           // the sentence for what was undone or redone; "" for anything else
	then    func(p *People, a acted) tea.Cmd // what follows when it went well, beside saying so; may be nil
	refused func(p *People, a acted) tea.Cmd // what follows when it did not; nil: say why
}

// do carries out actions in one transaction, on behalf of the open dialog where there is one. Keys wait for it.
func (p *People) do(then func(*People, acted) tea.Cmd, actions ...model.Action) tea.Cmd {
	return p.run(then, nil, func(ctx context.Context, v *model.View) (model.Receipt, error) { return v.Do(ctx, actions...) })
}

func (p *People) run(then, refused func(*People, acted) tea.Cmd, act func(context.Context, *model.View) (model.Receipt, error)) tea.Cmd {
	p.hold = true
	view, ctx, d := p.env.View, p.env.Ctx, p.dialog
	return func() tea.Msg {
		a := acted{to: p, dialog: d, then: then, refused: refused}
		if a.receipt, a.err = act(ctx, view); a.err == nil {
			a.name = nameOf(ctx, view, a.receipt)
		}
		return a
	}
}

// nameOf is whom or what a receipt is about: the number of a request, or a name. "" where it cannot be read.
func nameOf(ctx context.Context, v *model.View, r model.Receipt) string {
	if r.Number != "" {
		return r.Number
	}
	if name, err := v.ResidentName(ctx, r.Entity); err == nil && name != "" {
		return name
	}
	for _, read := range []func(context.Context) ([]model.Person, error){v.People, v.PeopleWhoLeft} {
		people, err := read(ctx)
		for i := range people {
			if err == nil && people[i].ID == r.Entity {
				return people[i].Name
			}
		}
	}
	groups, err := v.Groups(ctx)
	for i := range groups {
		if err == nil && groups[i].ID == r.Entity {
			return groups[i].Name
		}
	}
	return ""
}

// tookActed closes the dialog and shows what became of it.
func (p *People) tookActed(a acted) tea.Cmd {
	if a.to != p {
		return nil
	}
	p.hold = false
	if a.err != nil {
		switch {
		case a.refused != nil && a.dialog == p.dialog:
			return a.refused(p, a)
		case a.dialog != nil && a.dialog == p.dialog:
			a.dialog.refused(p, a.err)
			return savedOrNot(a.err)
		}
		return tea.Batch(screen.Say(screen.Fault, p.env.Words.Error(a.err)), savedOrNot(a.err), p.reload())
	}
	cmds := []tea.Cmd{screen.Send(screen.Saved{}), p.say(a)}
	if a.dialog != nil && a.dialog == p.dialog {
		if d, ok := a.dialog.(*sheet); ok {
			p.desk.waiting, p.dirty = false, false
			p.due.Drop()
			p.alike.Drop()
			cmds = append(cmds, p.throwAway(draftPrefix+d.key))
		}
		p.dialog = nil
	}
	if a.then != nil {
		cmds = append(cmds, a.then(p, a))
	}
	return tea.Batch(append(cmds, p.reload())...)
}

// savedOrNot tells the root when the disk, not a rule, stood in the way.
func savedOrNot(err error) tea.Cmd {
	switch model.KindOf(err) {
	case model.Full, model.ReadOnly, model.Damaged, model.Internal:
		return screen.Send(screen.Saved{Err: err})
	}
	return nil
}

// say shows what was done, and how to take it back.
func (p *People) say(a acted) tea.Cmd {
	w := p.env.Words
	if a.back != "" {
		what := strings.TrimSpace(w.Say(a.receipt.Name) + " " + cell.Short(a.name, 40))
		return screen.Say(screen.Done, w.Say(a.back, "what", what, "key", p.env.Keys.Label(Redo)))
	}
	if !w.Has("did." + a.receipt.Name) {
		return nil
	}
	return screen.Say(screen.Done, w.Say("did."+a.receipt.Name, "name", cell.Short(a.name, 40))+"  "+w.Say("queue.undo-hint", "key", p.env.Keys.Label(Undo)))
}

// land puts the cursor on what was made or changed, as soon as it is read.
func land(p *People, a acted) tea.Cmd {
	p.list().GoTo(a.receipt.Entity)
	return nil
}

// undo takes back what this session did last; redo does it again.
func (p *People) undo(again bool) tea.Cmd {
	word, act := "queue.undone", (*model.View).Undo
	if again {
		word, act = "queue.redone", (*model.View).Redo
	}
	done := p.run(land, nil, func(ctx context.Context, v *model.View) (model.Receipt, error) { return act(v, ctx) })
	return func() tea.Msg {
		msg := done()
		if a, ok := msg.(acted); ok {
			a.back = word
			return a
		}
		return msg
	}
}
