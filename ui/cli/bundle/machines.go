package bundle

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

// machineJSON is another copy, or an invitation that is open. The names are a promise to scripts.
type machineJSON struct {
	Replica     *string       `json:"replica"`    // null: nobody has come yet
	Invitation  *string       `json:"invitation"` // null: the centre
	Name        string        `json:"name"`
	Label       string        `json:"label"`
	State       string        `json:"state"` // centre, here, admitted, invited, asks, revoked
	Since       *string       `json:"since"`
	Until       *string       `json:"until"` // of an invitation
	ExchangedAt *string       `json:"exchanged_at"`
	Holds       []scopeJSON   `json:"holds"`
	Wrote       int           `json:"wrote"`
	Lacks       int           `json:"lacks"`
	Waiting     []refusedJSON `json:"waiting"`
}

// state is how a machine stands. One that asks came with an invitation that another has used, or under another name than before.
func state(m transfer.Machine) string {
	switch {
	case m.Revoked:
		return "revoked"
	case m.Here:
		return "here"
	case m.Centre:
		return "centre"
	case m.Invited:
		return "invited"
	case m.Invitation.IsZero():
		return "asks"
	}
	return "admitted"
}

// list shows who holds what since when.
func list(r *command.Run) *cobra.Command {
	var refused bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.Say("cli.bundle.list"),
		Long:  r.Say("cli.bundle.list-long"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if refused {
					return showRefusals(ctx, r, session)
				}
				machines, err := r.Powers.Bundles.Machines(ctx, session)
				if err != nil {
					return err
				}
				if r.JSON {
					array := output.NewArray(r.Out)
					for _, m := range machines {
						if err := array.Add(machineOf(ctx, r, session, m)); err != nil {
							return err
						}
					}
					return array.End()
				}
				if len(machines) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("cli.bundle.list-none"))
					return err
				}
				return showMachines(ctx, r, session, machines)
			})
		},
	}
	cmd.Flags().BoolVar(&refused, "refused", false, r.Say("cli.bundle.flag-refused"))
	return cmd
}

// refusalJSON is a bundle that was refused as a whole. The names are a promise to scripts.
type refusalJSON struct {
	At     *string `json:"at"`
	Reason string  `json:"reason"`
	Text   string  `json:"text"`
}

// showRefusals shows which bundles were refused as a whole, when and why, the oldest first.
func showRefusals(ctx context.Context, r *command.Run, session *model.Session) error {
	all, err := r.Powers.Bundles.Refusals(ctx, session)
	if err != nil {
		return err
	}
	zone, out := r.Zone(ctx, session), []refusalJSON{}
	for _, x := range all {
		said := why(r, x.Reason)
		if strings.Contains(said, "{") { // it tells of what is not known any more
			said = r.Say("waiting.other", "reason", x.Reason)
		}
		out = append(out, refusalJSON{output.MomentOrNull(x.At, zone), x.Reason, said})
	}
	if r.JSON {
		return output.JSON(r.Out, struct {
			Refused []refusalJSON `json:"refused_bundles"`
		}{out})
	}
	if len(out) == 0 {
		_, err := fmt.Fprintln(r.Out, r.Say("cli.bundle.refused-none"))
		return err
	}
	for i, x := range out {
		if _, err := fmt.Fprintln(r.Out, r.Say("cli.bundle.refused", "day", text.Day(all[i].At.In(zone)), "why", x.Text)); err != nil {
			return err
		}
	}
	return nil
}

func showMachines(ctx context.Context, r *command.Run, session *model.Session, machines []transfer.Machine) error {
	zone := r.Zone(ctx, session)
	t := output.NewTable(r.Out, r.Width, r.Say("cli.col.whose"), r.Say("cli.col.laptop"), r.Say("cli.col.state"), r.Say("cli.col.exchanged"),
		r.Say("cli.col.waits"), r.Say("cli.col.holds"))
	called := map[string]int{}
	for _, m := range machines {
		called[m.Label]++
	}
	for _, m := range machines {
		label := m.Label
		if called[label] > 1 && m.Replica != (journal.Replica{}) { // by which accept and revoke know it
			label += " " + m.Replica.String()
		}
		day := func(id string) string {
			at := m.Since
			if id == "invited" {
				at = m.Until
			}
			if at.IsZero() {
				return r.Say("cli.bundle.state-" + id + ".now")
			}
			return r.Say("cli.bundle.state-"+id, "day", text.Day(at.In(zone)))
		}
		exchanged, waiting := "", ""
		if !m.Exchanged.IsZero() {
			exchanged = text.Day(m.Exchanged.In(zone))
		}
		if n := waitingIn(m); n > 0 {
			waiting = fmt.Sprint(n)
		}
		t.Add(m.Name, label, day(state(m)), exchanged, waiting, strings.Join(scopes(ctx, r, session, m.Scopes), ", "))
	}
	if err := t.End(); err != nil {
		return err
	}
	for _, m := range machines {
		if _, err := fmt.Fprint(r.Out, waits(r, m.Party, m.Waiting)); err != nil {
			return err
		}
	}
	return nil
}

// waits says what waits of a machine and why, a line each.
func waits(r *command.Run, of transfer.Party, waiting []transfer.Waiting) string {
	var out strings.Builder
	for _, w := range waiting {
		if w.Changes == 0 { // the machine itself does
			out.WriteString(r.Say("cli.bundle.asks", "name", party(of), "reason", why(r, w.Reason)) + "\n")
			continue
		}
		out.WriteString(r.Words.Count("cli.bundle.waits", w.Changes, "name", party(of), "reason", why(r, w.Reason)) + "\n")
	}
	return out.String()
}

func waitingIn(m transfer.Machine) (n int) {
	for _, w := range m.Waiting {
		n += w.Changes
	}
	return n
}

func machineOf(ctx context.Context, r *command.Run, session *model.Session, m transfer.Machine) machineJSON {
	zone := r.Zone(ctx, session)
	out := machineJSON{Invitation: output.IDOrNull(m.Invitation), Name: m.Name, Label: m.Label, State: state(m), Since: output.MomentOrNull(m.Since, zone),
		Until: output.MomentOrNull(m.Until, zone), ExchangedAt: output.MomentOrNull(m.Exchanged, zone), Holds: scopesOf(m.Scopes), Wrote: m.Wrote, Lacks: m.Lacks,
		Waiting: waitingOf(r, m.Waiting)}
	if m.Replica != (journal.Replica{}) {
		name := m.Replica.String()
		out.Replica = &name
	}
	return out
}

func waitingOf(r *command.Run, waiting []transfer.Waiting) []refusedJSON {
	out := []refusedJSON{}
	for _, w := range waiting {
		out = append(out, refusedJSON{w.Reason, why(r, w.Reason), w.Name, w.Scope.Class.String(), w.Scope.Part.String(), w.First, w.Last, w.Changes})
	}
	return out
}

// find picks the machine that somebody means: by what it is called, by whose it is, or by its name on disk. Errors: NotFound; Conflict
// for several, which names them.
func find(machines []transfer.Machine, name string) (transfer.Machine, error) {
	folded := plain.FoldText(name)
	for _, is := range []func(transfer.Machine) bool{
		func(m transfer.Machine) bool {
			return m.Replica.String() == name && m.Replica != (journal.Replica{}) || !m.Invitation.IsZero() && m.Invited && m.Invitation.String() == name
		},
		func(m transfer.Machine) bool { return folded != "" && plain.FoldText(m.Label) == folded },
		func(m transfer.Machine) bool { return folded != "" && plain.FoldText(m.Name) == folded },
		func(m transfer.Machine) bool {
			return folded != "" && strings.Contains(" "+plain.FoldText(m.Name)+" "+plain.FoldText(m.Label), " "+folded)
		},
	} {
		hits := slices.DeleteFunc(slices.Clone(machines), func(m transfer.Machine) bool { return !is(m) })
		switch len(hits) {
		case 0:
			continue
		case 1:
			return hits[0], nil
		}
		var names []string
		for _, m := range hits[:min(len(hits), 5)] {
			id := m.Replica.String()
			if m.Invited {
				id = m.Invitation.String()
			}
			names = append(names, party(m.Party)+" "+id)
		}
		return transfer.Machine{}, fault.New(fault.Conflict, "bundle-which", "name", name, "candidates", strings.Join(names, ", "))
	}
	return transfer.Machine{}, fault.New(fault.NotFound, "bundle-no-machine", "name", name)
}

// machines are those that somebody who may decide about them can mean. Errors: Refused for who may not.
func machines(ctx context.Context, r *command.Run, session *model.Session, can func(transfer.Machine) bool) ([]transfer.Machine, error) {
	if err := session.Check(ctx, model.ToInvite); err != nil {
		return nil, err
	}
	all, err := r.Powers.Bundles.Machines(ctx, session)
	return slices.DeleteFunc(all, func(m transfer.Machine) bool { return !can(m) }), err
}

// revoke lets a machine exchange no longer, or takes an open invitation back.
func revoke(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "revoke NAME",
		Short: r.Say("cli.bundle.revoke"),
		Long:  r.Say("cli.bundle.revoke-long"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				name := strings.Join(args, " ")
				all, err := machines(ctx, r, session, func(m transfer.Machine) bool { return !m.Centre && !m.Here && state(m) != "asks" })
				if err != nil {
					return err
				}
				m, err := find(slices.DeleteFunc(slices.Clone(all), func(m transfer.Machine) bool { return m.Revoked }), name)
				if fault.KindOf(err) == fault.NotFound {
					if was, failed := find(all, name); failed == nil {
						err = fault.New(fault.Conflict, "trust-revoked-already", "label", was.Label)
					}
				}
				if err != nil {
					return err
				}
				if err := r.Powers.Bundles.Revoke(ctx, session, m); err != nil {
					return err
				}
				if r.JSON {
					m.Revoked = true
					return output.JSON(r.Out, machineOf(ctx, r, session, m))
				}
				id := "cli.bundle.revoked"
				if m.Invited {
					id = "cli.bundle.withdrawn"
				}
				_, err = fmt.Fprintln(r.Out, r.Say(id, "name", party(m.Party)))
				return err
			})
		},
	}
}

// acceptedJSON is what became of what waited. The names are a promise to scripts.
type acceptedJSON struct {
	Replica string        `json:"replica"`
	Name    string        `json:"name"`
	Label   string        `json:"label"`
	TakenIn int           `json:"taken_in"`
	Waiting []refusedJSON `json:"waiting"` // what goes on waiting
}

// accept takes in what waits of a machine, and the machine itself where that asks to be let in.
func accept(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "accept NAME",
		Short: r.Say("cli.bundle.accept"),
		Long:  r.Say("cli.bundle.accept-long"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				some, err := machines(ctx, r, session, func(m transfer.Machine) bool { return len(m.Waiting) > 0 || state(m) == "asks" })
				if err != nil {
					return err
				}
				m, err := find(some, strings.Join(args, " "))
				if err != nil {
					return err
				}
				if err := r.Powers.Bundles.Accept(ctx, session, transfer.Waiting{Party: m.Party}); err != nil {
					return err
				}
				left := []transfer.Waiting{}
				all, err := r.Powers.Bundles.Machines(ctx, session)
				if err != nil {
					return err
				}
				for _, now := range all {
					if now.Replica == m.Replica {
						left = now.Waiting
					}
				}
				return tellAccepted(r, m, left)
			})
		},
	}
}

func tellAccepted(r *command.Run, m transfer.Machine, left []transfer.Waiting) error {
	taken := waitingIn(m) - waitingIn(transfer.Machine{Waiting: left})
	if r.JSON {
		return output.JSON(r.Out, acceptedJSON{m.Replica.String(), m.Name, m.Label, taken, waitingOf(r, left)})
	}
	var out strings.Builder
	if state(m) == "asks" {
		out.WriteString(r.Say("cli.bundle.let-in", "name", party(m.Party)) + "\n")
	}
	if taken > 0 || state(m) != "asks" {
		out.WriteString(r.Words.Count("cli.bundle.accepted", taken, "name", party(m.Party)) + "\n")
	}
	_, err := fmt.Fprint(r.Out, out.String()+waits(r, m.Party, left))
	return err
}
