package laptops

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// Update takes in a message.
func (l *Laptops) Update(msg tea.Msg) (screen.Screen, tea.Cmd) { return l, l.take(msg) }

func (l *Laptops) take(msg tea.Msg) tea.Cmd {
	cmd, took := l.Host.Update(msg)
	if took {
		return cmd
	}
	switch msg := msg.(type) {
	case screen.Resized:
		l.size = msg.Size
		l.list.Resize(l.listHeight())
	case screen.Answer[known]:
		return l.took(msg)
	case screen.AtMachines, screen.AtTake, screen.AtReturn:
		if l.barred() == "" && !l.read && l.failed == "" {
			l.owed = msg // once it is known who is who
			return cmd
		}
		return tea.Batch(cmd, l.begin(msg))
	case screen.Changed:
		return tea.Batch(cmd, l.look())
	case screen.Mouse:
		l.mouse(msg)
	case tea.KeyMsg:
		return l.key(msg)
	}
	return cmd
}

// begin does what the screen was opened for.
func (l *Laptops) begin(msg tea.Msg) tea.Cmd {
	if why := l.barred(); why != "" {
		return screen.Say(screen.Fault, l.Env.Words.Say(why))
	}
	switch msg := msg.(type) {
	case screen.AtTake:
		return l.startTake(msg)
	case screen.AtReturn:
		return l.startReturn()
	}
	return l.look()
}

func (l *Laptops) key(msg tea.KeyMsg) tea.Cmd {
	if rows, ok := l.Env.Keys.Steps(msg, l.list.Height()); ok {
		l.list.Go(rows)
		l.scroll = 0
		return nil
	}
	cmd, _ := l.actions.Press(l.Env.Keys, l, msg)
	return cmd
}

func (l *Laptops) mouse(m screen.Mouse) {
	if d, ok := l.Open().(*dialog.Report); ok {
		d.Wheel(m.Wheel)
	}
	switch {
	case l.Open() != nil:
	case m.Wheel != 0:
		l.list.Go(m.Wheel / 3)
	case m.Click:
		l.list.Click(m.Y)
	}
}

// leads tells whether whoever sits here decides about machines.
func (l *Laptops) leads() bool {
	return l.barred() == "" && !l.data.standing.Laptop && l.invites()
}

// invites tells whether whoever sits here says what others may hold, and so which texts travel.
func (l *Laptops) invites() bool { return l.Env.Session.Clearance().Has(model.ToInvite) }

func (l *Laptops) canDecide() bool {
	_, waiting := l.current()
	return waiting != nil && l.leads() && decidable(waiting.Reason)
}

func (l *Laptops) whyNotDecide() string {
	switch _, waiting := l.current(); {
	case waiting == nil:
		return ""
	case !decidable(waiting.Reason):
		return l.Env.Words.Say(undecided(waiting.Reason))
	}
	return l.Env.Words.Say("laptops.leaders-decide")
}

func (l *Laptops) canRevoke() bool {
	m, _ := l.current()
	return m != nil && l.leads() && !m.Revoked && !m.Centre && !m.Here
}

func (l *Laptops) whyNotRevoke() string {
	switch m, _ := l.current(); {
	case m == nil || m.Centre || m.Here:
		return ""
	case m.Revoked:
		return l.Env.Words.Say("laptops.revoked-already")
	}
	return l.Env.Words.Say("laptops.leaders-decide")
}

// startRevoke asks before a machine may exchange no longer, and says what that cannot do.
func (l *Laptops) startRevoke() tea.Cmd {
	m, _ := l.current()
	w, machine, session, powers := l.Env.Words, *m, l.Env.Session, l.Env.Bundles
	id := "laptops.revoke"
	if machine.Invited {
		id = "laptops.withdraw"
	}
	return l.Ask(w.Say(id+".title"), []string{w.Say(id+".ask", "machine", l.named(&machine.Party)), "", w.Say(id + ".cannot")}, w.Say(id+".yes"), func() tea.Cmd {
		return l.decide(id+".done", func(ctx context.Context) error { return powers.Revoke(ctx, session, machine) }, "machine", l.named(&machine.Party))
	})
}

// startAccept asks before what waits of a machine is taken in.
func (l *Laptops) startAccept() tea.Cmd {
	m, at := l.current()
	w, waiting, session, powers := l.Env.Words, *at, l.Env.Session, l.Env.Bundles
	n := 0
	for _, t := range m.Waiting {
		if decidable(t.Reason) {
			n += t.Changes
		}
	}
	lines := []string{l.reason(&waiting), w.Count("laptops.accept.ask", n, "machine", l.named(&waiting.Party)), w.Say("laptops.accept.else")}
	return l.Ask(w.Say("laptops.accept.title"), lines, w.Say("laptops.accept.yes"), func() tea.Cmd {
		return l.decide("laptops.accept.done", func(ctx context.Context) error { return powers.Accept(ctx, session, waiting) })
	})
}

// decide carries out what was decided about a machine, and says so.
func (l *Laptops) decide(done string, do func(context.Context) error, args ...any) tea.Cmd {
	w := l.Env.Words
	return dialog.Look(&l.Host, func(ctx context.Context, _ *model.Session) (struct{}, error) { return struct{}{}, do(ctx) }, func(struct{}) tea.Cmd {
		return tea.Batch(screen.Say(screen.Done, w.Say(done, args...)), l.look())
	})
}

// named is how a machine is called: by its own name and whose it is.
func (l *Laptops) named(p *transfer.Party) string {
	switch {
	case p.Centre:
		return l.Env.Words.Say("laptops.centre", "name", cell.Safe(p.Name, 40))
	case p.Label != "":
		return cell.Safe(p.Label, 40) + " (" + cell.Safe(p.Name, 40) + ")"
	}
	return l.Env.Words.Say("laptops.of", "name", cell.Safe(p.Name, 40))
}
