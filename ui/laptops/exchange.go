package laptops

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// peersOf are the computers that this one exchanges with directly and that belong to a machine: where it answered last or, on a laptop, the
// centre. Of which nobody knows yet who answers there stand with every machine.
func (l *Laptops) peersOf(m *transfer.Machine) (out []transfer.Peer) {
	known := map[journal.Replica]bool{}
	for _, other := range l.data.machines {
		known[other.Replica] = true
	}
	for _, p := range l.data.peers {
		switch {
		case m == nil, p.Replica == m.Replica && p.Replica != (journal.Replica{}), l.data.standing.Laptop && m.Centre,
			!l.data.standing.Laptop && !known[p.Replica] && !m.Revoked && !m.Here:
			out = append(out, p)
		}
	}
	return out
}

// peer is the computer that the key exchanges with; nil where there is none.
func (l *Laptops) peer() *transfer.Peer {
	m, _ := l.current()
	of := l.peersOf(m)
	if len(of) == 0 && l.data.standing.Laptop {
		of = l.data.peers
	}
	if len(of) == 0 {
		return nil
	}
	return &of[0]
}

func (l *Laptops) canExchange() bool {
	return l.barred() == "" && l.peer() != nil && (l.data.standing.Laptop || l.invites())
}

func (l *Laptops) whyNotExchange() string {
	switch {
	case l.barred() != "":
		return l.whyBarred()
	case len(l.data.peers) == 0:
		return ""
	case !l.data.standing.Laptop && !l.invites():
		return l.Env.Words.Say("laptops.leaders-decide")
	}
	return ""
}

// startExchange exchanges with the computer of the machine the cursor is on, and tells what became of it as of a bundle.
func (l *Laptops) startExchange() tea.Cmd {
	powers, session, w, with := l.Env.Bundles, l.Env.Session, l.Env.Words, *l.peer()
	var came transfer.Returned
	return l.work("laptops.exchanging", cell.Safe(with.Name, 60), func(ctx context.Context, progress dialog.Progress) (err error) {
		came, err = powers.Exchange(ctx, session, with.Name, progress)
		return err
	}, func() tea.Cmd {
		r := l.reported(w.Say("laptops.exchange.done"), &came)
		var why *fault.Error
		if errors.As(came.Unanswered, &why) && why.Msg == transfer.NotAdmitted { // it is there that somebody has to let this copy in
			came.Unanswered = nil
			_, r.Text = l.told(&came)
			r.Head = w.Say("laptops.exchange.waits", "name", cell.Safe(with.Name, 60))
		}
		return tea.Batch(l.Show(r), l.look(), screen.Send(screen.Exchanged{}))
	})
}

// direct tells with which computer there can be an exchange without a stick, and how the last one went.
func (l *Laptops) direct(m *transfer.Machine) (out []string) {
	w := l.Env.Words
	if m.Invited {
		return nil
	}
	for _, p := range l.peersOf(m) {
		line := w.Say("laptops.direct", "name", cell.Safe(p.Name, 60), "address", cell.Safe(strings.TrimPrefix(p.Address, "ssh://"), 100))
		if l.canExchange() {
			line += " " + w.Say("laptops.direct.key", "key", l.Env.Keys.Label(Exchange))
		}
		out = append(out, line)
		if p.Failed != "" {
			out = append(out, w.Say("laptops.direct.failed", "when", l.Env.Date(p.Tried)))
		}
	}
	return out
}
