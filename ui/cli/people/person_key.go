package people

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/publickey"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// keyJSON is a key that lets somebody in over the network. The names are a promise to scripts.
type keyJSON struct {
	Person      output.Who `json:"person"`
	Fingerprint string     `json:"fingerprint"`
	Kind        string     `json:"kind"`
	By          output.Who `json:"added_by"`
	At          *string    `json:"added_at"`
}

// keyDoneJSON is what became of binding a key or taking it away.
type keyDoneJSON struct {
	Person      output.Who `json:"person"`
	Fingerprint string     `json:"fingerprint"`
	Changed     bool       `json:"changed"`
}

// personKey holds the commands on the keys that let people in over the network.
func personKey(r *command.Run) *cobra.Command {
	return r.Family("key", "cli.key", command.Commands{
		"add": keyAdd, "list": keyList, "remove": keyRemove,
	})
}

func keyAdd(r *command.Run) *cobra.Command {
	var shared bool
	cmd := &cobra.Command{
		Use: "add NAME FILE", Short: r.Say("cli.key.add"), Long: r.Say("cli.key.add-long"), Args: command.Arguments(2, 2, "NAME FILE"),
		Example: "  leerbalie person key add \"Noor Visser\" noor.pub",
		RunE: func(cmd *cobra.Command, args []string) error {
			k, err := readKey(r, args[1])
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Person(ctx, session, args[0])
				if err != nil {
					return err
				}
				bound, err := session.Bind(ctx, who.ID, k, r.Wall())
				if err == nil && cmd.Flags().Changed("shared") {
					err = session.Share(ctx, k.Fingerprint, shared)
				}
				if err != nil {
					return err
				}
				return keyDone(r, who, k.Fingerprint, bound, "cli.key.added", "cli.key.added-already")
			})
		},
	}
	cmd.Flags().BoolVar(&shared, "shared", false, r.Say("cli.flag.key-shared"))
	return cmd
}

// readKey reads the public key in a file that the person named.
func readKey(r *command.Run, path string) (model.PublicKey, error) {
	src, shut, err := r.Reading(path)
	if err != nil {
		return model.PublicKey{}, err
	}
	defer shut()
	return publickey.Read(src)
}

func keyDone(r *command.Run, who model.Person, fingerprint string, changed bool, said, already string) error {
	if r.JSON {
		return output.JSON(r.Out, keyDoneJSON{output.Named(who.ID, who.Name), fingerprint, changed})
	}
	if !changed {
		said = already
	}
	_, err := fmt.Fprintln(r.Out, r.Say(said, "name", cell.Safe(who.Name, 100), "fingerprint", fingerprint))
	return err
}

func keyList(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "list [NAME]", Short: r.Say("cli.key.list"), Args: command.Arguments(0, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				var only journal.ID
				if len(args) > 0 {
					who, err := lookup.Person(ctx, session, strings.Join(args, " "))
					if err != nil {
						return err
					}
					only = who.ID
				}
				all, err := session.Entrances(ctx)
				if err != nil {
					return err
				}
				all = lookup.Where(all, func(e model.Entrance) bool { return only.IsZero() || e.Person == only })
				names, err := session.PersonNames(ctx, r.Say("person.removed"))
				if err != nil {
					return err
				}
				slices.SortStableFunc(all, func(a, b model.Entrance) int { return strings.Compare(names[a.Person], names[b.Person]) })
				return showKeys(ctx, r, session, all, names)
			})
		},
	}
}

func showKeys(ctx context.Context, r *command.Run, session *model.Session, all []model.Entrance, names map[journal.ID]string) error {
	loc := r.Zone(ctx, session)
	if r.JSON {
		list := output.NewArray(r.Out)
		for _, e := range all {
			if err := list.Add(keyJSON{output.Named(e.Person, names[e.Person]), e.Fingerprint, e.Kind, output.Named(e.By, names[e.By]), output.MomentOrNull(e.At, loc)}); err != nil {
				return err
			}
		}
		return list.End()
	}
	t := output.NewTable(r.Out, r.Width, r.Say("cli.col.name"), r.Say("cli.col.fingerprint"), r.Say("cli.col.key-kind"), r.Say("cli.col.key-by"), r.Say("cli.col.key-at"))
	for _, e := range all {
		t.Add(names[e.Person], e.Fingerprint, e.Kind, names[e.By], text.Day(e.At.In(loc)))
	}
	return t.End()
}

func keyRemove(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "remove NAME FILE|FINGERPRINT", Short: r.Say("cli.key.remove"), Args: command.Arguments(2, 2, "NAME FILE|FINGERPRINT"),
		Example: "  leerbalie person key remove \"Noor Visser\" noor.pub",
		RunE: func(cmd *cobra.Command, args []string) error {
			fingerprint := args[1]
			if !strings.HasPrefix(fingerprint, "SHA256:") {
				k, err := readKey(r, args[1])
				if err != nil {
					return err
				}
				fingerprint = k.Fingerprint
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Person(ctx, session, args[0])
				if err != nil {
					return err
				}
				had, err := session.Unbind(ctx, who.ID, fingerprint)
				if err != nil {
					return err
				}
				return keyDone(r, who, cell.Safe(fingerprint, 60), had, "cli.key.removed", "cli.key.removed-already")
			})
		},
	}
}
