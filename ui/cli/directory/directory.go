// Package directory is the commands on the directory of services (sociale kaart).
package directory

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// Directory holds the commands on the directory.
func Directory(r *command.Run) *cobra.Command {
	return r.Family("directory", "cli.directory", command.Commands{
		"add": add, "assure": assure, "edit": edit, "export": export, "import": bring, "note": note, "retire": retire, "search": search, "show": show,
	})
}

// meant is the entry that a text means: a service, or else an organisation or a location.
func meant(ctx context.Context, session *model.Session, text string) (journal.ID, error) {
	all, err := directory.ReadAll(ctx, session)
	if err != nil {
		return journal.ID{}, err
	}
	id, err := directory.Meant(all.Services, func(s *directory.Service) *directory.Entry { return &s.Entry }, text)
	if fault.KindOf(err) == fault.NotFound {
		id, err = directory.Meant(all.Organizations, func(o *directory.Organization) *directory.Entry { return &o.Entry }, text)
	}
	if fault.KindOf(err) == fault.NotFound {
		id, err = directory.Meant(all.Locations, func(l *directory.Location) *directory.Entry { return &l.Entry }, text)
	}
	return id, err
}

// does is a command that does one thing about an entry.
func does(r *command.Run, cmd *cobra.Command, name, done string, action func(journal.ID) model.Action) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		id, err := meant(ctx, session, name)
		if err != nil {
			return err
		}
		if _, err := session.Do(ctx, action(id)); err != nil {
			return err
		}
		return output.Did(r, done, id)
	})
}

// assure says that an entry is right.
func assure(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "assure ID", Short: r.Say("cli.directory.assure"), Args: command.Arguments(1, -1, "ID"),
		Example: "  leerbalie directory assure Taalcafé",
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, strings.Join(args, " "), "did.act-directory-assure", func(id journal.ID) model.Action { return directory.Assure{ID: id} })
		},
	}
}

// note writes something beside an entry.
func note(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "note ID TEXT", Short: r.Say("cli.directory.note"), Args: command.Arguments(2, -1, "ID TEXT"),
		Example: "  leerbalie directory note Taalcafé \"vraag naar Ann\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return does(r, cmd, args[0], "did.act-directory-note", func(id journal.ID) model.Action {
				return directory.Note{ID: id, Text: strings.Join(args[1:], " ")}
			})
		},
	}
}

// retire says that one no longer refers to an entry, or that one does again.
func retire(r *command.Run) *cobra.Command {
	var why string
	var back bool
	cmd := &cobra.Command{
		Use: "retire ID --why TEXT", Short: r.Say("cli.directory.retire"), Args: command.Arguments(1, -1, "ID"),
		Example: "  leerbalie directory retire Taalcafé --why gestopt\n  leerbalie directory retire Taalcafé --back",
		RunE: func(cmd *cobra.Command, args []string) error {
			name := strings.Join(args, " ")
			switch {
			case back && why != "":
				return command.Misuse("cli.not-both", "a", "--back", "b", "--why")
			case back:
				return does(r, cmd, name, "did.act-directory-back", func(id journal.ID) model.Action { return directory.Back{ID: id} })
			case strings.TrimSpace(why) == "":
				return command.Misuse("cli.flag-missing", "flag", "--why")
			}
			return does(r, cmd, name, "did.act-directory-retire", func(id journal.ID) model.Action { return directory.Retire{ID: id, Why: why} })
		},
	}
	cmd.Flags().StringVar(&why, "why", "", r.Say("cli.flag.directory.why"))
	cmd.Flags().BoolVar(&back, "back", false, r.Say("cli.flag.directory.back"))
	return cmd
}
