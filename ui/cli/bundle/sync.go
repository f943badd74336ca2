package bundle

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Sync exchanges directly with other computers: what a bundle does, over a line.
func Sync(r *command.Run) *cobra.Command {
	return r.Family("sync", "cli.sync", command.Commands{
		"add": syncAdd, "now": syncNow, "status": syncStatus, "remove": syncRemove,
	})
}

// peerJSON is another computer that this one exchanges with. The names are a promise to scripts.
type peerJSON struct {
	Name        string `json:"name"`
	Address     string `json:"address"`
	Fingerprint string `json:"fingerprint"` // of its key
	Key         string `json:"key"`         // the file of the key that is shown there; "": the copy's own alone
}

// syncAdd keeps a computer, once somebody has looked at its key.
func syncAdd(r *command.Run) *cobra.Command {
	var name, fingerprint, key string
	cmd := &cobra.Command{
		Use:     "add ssh://[USER@]HOST[:PORT]",
		Short:   r.Say("cli.sync.add"),
		Long:    r.Say("cli.sync.add-long"),
		Example: "  leerbalie sync add ssh://balie.example:2222",
		Args:    command.Arguments(1, 1, "ssh://HOST:PORT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				host, err := r.Powers.Sync.Look(ctx, session, args[0])
				if err != nil {
					return err
				}
				if err := sameHost(ctx, r, host, fingerprint); err != nil {
					return err
				}
				p, err := r.Powers.Sync.Add(ctx, session, transfer.Peer{Name: name, Address: host.Address, HostKey: host.Key, Key: key})
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, peerJSON{p.Name, p.Address, host.Fingerprint, p.Key})
				}
				_, err = fmt.Fprintln(r.Out, r.Say("cli.sync.added", "name", cell.Safe(p.Name, 100)))
				return err
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&name, "name", "", r.Say("cli.sync.flag-name"))
	f.StringVar(&fingerprint, "fingerprint", "", r.Say("cli.sync.flag-fingerprint"))
	f.StringVar(&key, "key", "", r.Say("cli.sync.flag-key"))
	return cmd
}

// sameHost has somebody say that the computer that answers is the right one, or compares its key with the one that was given. Errors:
// Refused for another, for who says no, and where nobody can be asked.
func sameHost(ctx context.Context, r *command.Run, host transfer.Host, fingerprint string) error {
	if fingerprint = strings.TrimSpace(fingerprint); fingerprint != "" {
		if fingerprint != host.Fingerprint {
			return fault.New(fault.Refused, "sync-fingerprint", "host", host.Address, "have", host.Fingerprint)
		}
		return nil
	}
	if r.Answer == nil || r.JSON {
		return fault.New(fault.Refused, "sync-fingerprint-nobody", "host", host.Address, "have", host.Fingerprint)
	}
	r.Tell(r.Say("cli.sync.fingerprint", "host", cell.Safe(host.Address, 200)) + "\n\n    " + host.Fingerprint + "\n")
	answer, err := r.Answer(ctx, r.Say("cli.sync.fingerprint-ask"))
	if err != nil {
		return err
	}
	if first := strings.ToLower(strings.TrimSpace(answer) + " ")[:1]; !strings.Contains(r.Words.Yes(), first) {
		return fault.New(fault.Refused, "sync-fingerprint-no")
	}
	return nil
}

// exchangedJSON is what became of an exchange with one computer. The names are a promise to scripts.
type exchangedJSON struct {
	Peer    string   `json:"peer"`
	Address string   `json:"address"`
	Failed  *whyJSON `json:"failed"` // null: it went well
	returnedJSON
}

// syncNow exchanges with one computer, or with all of them.
func syncNow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "now [NAME]",
		Short: r.Say("cli.sync.now"),
		Long:  r.Say("cli.sync.now-long"),
		Args:  command.Arguments(0, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				peers, err := meant(ctx, r, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				return exchangeAll(ctx, r, session, peers)
			})
		},
	}
}

// meant are the computers to exchange with: the one that was named, or all. Errors: NotFound.
func meant(ctx context.Context, r *command.Run, session *model.Session, name string) ([]transfer.Peer, error) {
	peers, err := r.Powers.Sync.Peers(ctx, session)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(name) == "" {
		if len(peers) == 0 {
			return nil, fault.New(fault.NotFound, "sync-nowhere")
		}
		return peers, nil
	}
	for _, p := range peers {
		if plain.FoldText(p.Name) == plain.FoldText(name) || p.Address == name {
			return []transfer.Peer{p}, nil
		}
	}
	return nil, fault.New(fault.NotFound, "sync-none", "name", name)
}

func exchangeAll(ctx context.Context, r *command.Run, session *model.Session, peers []transfer.Peer) error {
	failed, told := 0, []exchangedJSON{}
	var last error
	for _, p := range peers {
		tell, end := progress(r, "cli.bundle.exchanging")
		back, err := r.Powers.Sync.Exchange(ctx, session, p.Name, passphraseOf(r), tell)
		end()
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			failed, last = failed+1, err
			told = append(told, exchangedJSON{p.Name, p.Address, &whyJSON{refusedAs(err), r.Sentence(err)}, returnedOf(ctx, r, session, back)})
			if len(peers) > 1 {
				r.Tell(cell.Safe(p.Name, 100) + ": " + r.Sentence(err))
			}
			continue
		}
		told = append(told, exchangedJSON{p.Name, p.Address, nil, returnedOf(ctx, r, session, back)})
		if !r.JSON {
			if _, err := fmt.Fprint(r.Out, syncReport(ctx, r, session, p, back)); err != nil {
				return err
			}
		}
	}
	if r.JSON {
		if err := output.JSON(r.Out, told); err != nil {
			return err
		}
	}
	if failed > 0 && len(peers) > 1 {
		return fault.New(fault.KindOf(last), "sync-some", "n", failed, "of", len(peers))
	}
	return last
}

// passphraseOf asks for the passphrase of the file of a key; nil where nobody can be asked.
func passphraseOf(r *command.Run) func(context.Context, string) (string, error) {
	if r.Secrets.Ask == nil {
		return nil
	}
	return func(ctx context.Context, path string) (string, error) {
		return r.Secrets.Ask(ctx, r.Say("cli.sync.ask-key", "path", cell.Safe(path, 200)))
	}
}

// syncReport says in people's words what became of an exchange, as Report does of a bundle.
func syncReport(ctx context.Context, r *command.Run, session *model.Session, p transfer.Peer, b transfer.Returned) string {
	var out strings.Builder
	line := func(s string) { out.WriteString(s + "\n") }
	name := cell.Safe(p.Name, 100)
	if refusedAs(b.Unanswered) == transfer.NotAdmitted { // it is there that somebody has to let this copy in
		b.Unanswered = nil
		line(r.Say("cli.sync.waits", "name", name))
	} else {
		line(r.Say("cli.sync.exchanged", "name", name))
		switch {
		case b.Came.Changes > 0:
			line(r.Words.Count("cli.bundle.came", b.Came.Changes, "counts", counts(r, b.Came)))
		case len(b.Waiting) == 0:
			line(r.Say("cli.sync.nothing"))
		}
	}
	return out.String() + became(ctx, r, session, b)
}

// syncRemove forgets a computer.
func syncRemove(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "remove NAME",
		Short: r.Say("cli.sync.remove"),
		Long:  r.Say("cli.sync.remove-long"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				peers, err := meant(ctx, r, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				if err := r.Powers.Sync.Remove(ctx, session, peers[0].Name); err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, struct {
						Removed string `json:"removed"`
					}{peers[0].Name})
				}
				_, err = fmt.Fprintln(r.Out, r.Say("cli.sync.removed", "name", cell.Safe(peers[0].Name, 100)))
				return err
			})
		},
	}
}
