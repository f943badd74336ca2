package bundle

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// statusJSON is how another copy stands, or a computer of which nobody knows yet which copy it has. The names are a promise to scripts.
type statusJSON struct {
	Replica     *string     `json:"replica"` // null: it did not answer yet, or nobody has come with the invitation
	Name        string      `json:"name"`
	Label       string      `json:"label"`
	State       string      `json:"state"` // as of bundle list; "address": only that is known
	Holds       []scopeJSON `json:"holds"`
	Wrote       int         `json:"wrote"`
	Lacks       int         `json:"lacks"`
	ExchangedAt *string     `json:"exchanged_at"`
	Peer        string      `json:"peer"` // by which sync now knows it; ""
	Address     string      `json:"address"`
	TriedAt     *string     `json:"tried_at"` // an exchange over that address
	Stuck       []stuckJSON `json:"stuck"`
}

// stuckJSON is something that does not get on by itself, and why.
type stuckJSON struct {
	Reason  string `json:"reason"`
	Text    string `json:"text"`
	Changes int    `json:"changes"`
}

// stands is a row of what is shown: another copy, or an address alone.
type stands struct {
	transfer.Machine
	peer transfer.Peer
}

// syncStatus shows how this copy stands to each other one.
func syncStatus(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "status",
		Short: r.Say("cli.sync.status"),
		Long:  r.Say("cli.sync.status-long"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				machines, err := r.Powers.Bundles.Machines(ctx, session)
				if err != nil {
					return err
				}
				peers, err := r.Powers.Sync.Peers(ctx, session)
				if err != nil {
					return err
				}
				own, err := r.Powers.Bundles.Standing(ctx, session)
				if err != nil {
					return err
				}
				rows := together(machines, peers, own)
				if r.JSON {
					out := []statusJSON{}
					for _, row := range rows {
						out = append(out, row.json(ctx, r, session, own))
					}
					return output.JSON(r.Out, out)
				}
				return showStatus(ctx, r, session, rows, own)
			})
		},
	}
}

// together puts the address beside the copy that answered there. What answered nowhere yet is, on a laptop, the centre: it calls nobody
// else.
func together(machines []transfer.Machine, peers []transfer.Peer, own transfer.Standing) (rows []stands) {
	for _, m := range machines {
		rows = append(rows, stands{Machine: m})
	}
	for _, p := range peers {
		i := slices.IndexFunc(rows, func(s stands) bool {
			return s.peer.Name == "" && !s.Here && (s.Replica == p.Replica && p.Replica != (journal.Replica{}) || own.Laptop && s.Centre)
		})
		if i < 0 {
			rows = append(rows, stands{Machine: transfer.Machine{Party: transfer.Party{Name: p.Name}}, peer: p})
		} else {
			rows[i].peer = p
		}
	}
	return rows
}

// alone tells whether nothing but the address is known.
func (s *stands) alone() bool {
	return s.Replica == (journal.Replica{}) && !s.Invited && s.peer.Name != ""
}

// stuck is what does not get on by itself: what waits here, what waits there, that it may exchange no longer, and that a call failed.
func (s *stands) stuck(r *command.Run, own transfer.Standing) []stuckJSON {
	out := []stuckJSON{}
	for _, w := range s.Waiting {
		out = append(out, stuckJSON{w.Reason, why(r, w.Reason), w.Changes})
	}
	if s.Centre && own.Laptop && own.WaitingThere > 0 {
		out = append(out, stuckJSON{"waiting-there", strings.TrimSpace(r.Words.Count("cli.bundle.waiting-there", own.WaitingThere)), own.WaitingThere})
	}
	if s.Revoked || s.Centre && own.Revoked {
		out = append(out, stuckJSON{"revoked", r.Say("cli.sync.revoked"), 0})
	}
	if s.peer.Failed != "" {
		out = append(out, stuckJSON{s.peer.Failed, s.failed(r), 0})
	}
	return out
}

// failed is the sentence of why the last call failed; what fills its gaps is no longer known but for the address.
func (s *stands) failed(r *command.Run) string {
	host := strings.TrimPrefix(s.peer.Address, "ssh://")
	said := r.Sentence(fault.New(fault.NotFound, s.peer.Failed, "host", host, "port", "", "name", s.peer.Name, "path", s.peer.Key))
	if strings.Contains(said, "{") {
		return r.Say("cli.sync.failed", "reason", s.peer.Failed)
	}
	return said
}

func (s *stands) json(ctx context.Context, r *command.Run, session *model.Session, own transfer.Standing) statusJSON {
	zone, m := r.Zone(ctx, session), machineOf(ctx, r, session, s.Machine)
	out := statusJSON{m.Replica, m.Name, m.Label, m.State, m.Holds, m.Wrote, m.Lacks, m.ExchangedAt, s.peer.Name, s.peer.Address,
		output.MomentOrNull(s.peer.Tried, zone), s.stuck(r, own)}
	if s.alone() {
		out.State = "address"
	}
	return out
}

func showStatus(ctx context.Context, r *command.Run, session *model.Session, rows []stands, own transfer.Standing) error {
	if len(rows) == 0 {
		_, err := fmt.Fprintln(r.Out, r.Say("cli.sync.status-none"))
		return err
	}
	zone := r.Zone(ctx, session)
	when := func(at time.Time) string {
		if at.IsZero() {
			return r.Say("cli.sync.never")
		}
		return text.Day(at.In(zone)) + " " + at.In(zone).Format("15:04")
	}
	t := output.NewTable(r.Out, r.Width, r.Say("cli.col.whose"), r.Say("cli.col.laptop"), r.Say("cli.col.exchanged"), r.Say("cli.col.wrote"), r.Say("cli.col.lacks"),
		r.Say("cli.col.holds"))
	for _, s := range rows {
		exchanged, wrote, lacks := when(s.Exchanged), fmt.Sprint(s.Wrote), fmt.Sprint(s.Lacks)
		switch {
		case s.Here:
			exchanged, wrote, lacks = r.Say("cli.bundle.state-here.now"), "", ""
		case s.Invited:
			exchanged, wrote, lacks = r.Say("cli.bundle.state-invited.now"), "", ""
		case s.alone():
			wrote, lacks = "", ""
		}
		t.Add(s.Name, s.Label, exchanged, wrote, lacks, strings.Join(scopes(ctx, r, session, s.Scopes), ", "))
	}
	if err := t.End(); err != nil {
		return err
	}
	var out strings.Builder
	line := func(s string) { out.WriteString(s + "\n") }
	for i := range rows {
		s := &rows[i]
		name := party(s.Party)
		if s.peer.Name != "" {
			line(r.Say("cli.sync.over", "name", name, "address", cell.Safe(s.peer.Address, 200), "peer", cell.Safe(s.peer.Name, 100), "when", when(s.peer.Tried)))
		}
		for _, x := range s.stuck(r, own) {
			switch {
			case x.Reason == "waiting-there":
				line(x.Text)
			case x.Changes > 0:
				line(r.Words.Count("cli.bundle.waits", x.Changes, "name", name, "reason", x.Text))
			default:
				line(r.Say("cli.sync.stuck", "name", name, "reason", x.Text))
			}
		}
	}
	if own.Alone > 0 {
		line(r.Words.Count("cli.bundle.missing", own.Alone))
	}
	_, err := fmt.Fprint(r.Out, out.String())
	return err
}
