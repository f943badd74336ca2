package files

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Backup writes a copy of the store while it stays in use.
func Backup(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: r.Say("cli.backup"),
		Args:  command.Arguments(1, 1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if err := session.Backup(ctx, r.Path(args[0]), nil); err != nil {
					return err
				}
				return madeFile(r, args[0], "cli.backup.done")
			})
		},
	}
}

// restoredJSON is a copy that was put back. The names are a promise to scripts.
type restoredJSON struct {
	Path   string `json:"path"`
	Lists  int    `json:"erase_lists"`
	Last   string `json:"last_erasure"`
	Erased int    `json:"erased_again"`
}

// Restore makes a backup the store again, and says whom that can have brought back.
func Restore(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: r.Say("cli.restore"),
		Long:  r.Say("cli.restore-long"),
		Args:  command.Arguments(1, 1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			became, told, err := r.Restore(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			switch became {
			case command.Centre:
				r.Tell(r.Say("cli.restore.centre"))
			case command.NoPhrase:
				r.Tell(r.Say("cli.restore.no-phrase"))
			}
			if r.JSON {
				return output.JSON(r.Out, restoredJSON{args[0], told.Lists, told.Last, told.Again})
			}
			if err := madeFile(r, args[0], "cli.restore.done"); err != nil {
				return err
			}
			r.Tell(brought(r, told))
			return nil
		},
	}
}

// brought says whom a copy that was put back can have brought back.
func brought(r *command.Run, told command.Forgotten) string {
	switch {
	case told.Lists == 0:
		return r.Say("cli.restore.no-list")
	case told.Last == "":
		return r.Say("cli.restore.empty-list")
	case told.Again == 0:
		return r.Say("cli.restore.forgotten-none", "last", told.Last)
	}
	return r.Words.Count("cli.restore.forgotten", told.Again, "last", told.Last)
}

func madeFile(r *command.Run, path, said string) error {
	if r.JSON {
		return output.JSON(r.Out, map[string]string{"path": path})
	}
	_, err := fmt.Fprintln(r.Out, r.Say(said, "path", cell.Safe(path, 200)))
	return err
}
