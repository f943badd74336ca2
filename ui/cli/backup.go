package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/ui/widget/cell"
)

// backup writes a copy of the store while it stays in use.
func (r *run) backup() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: r.say("cli.backup"),
		Args:  words(1, 1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.p.Backup(cmd.Context(), r.store, args[0]); err != nil {
				return err
			}
			return r.madeFile(args[0], "cli.backup.done")
		},
	}
}

// restore makes a backup the store again.
func (r *run) restore() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: r.say("cli.restore"),
		Long:  r.say("cli.restore-long"),
		Args:  words(1, 1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.p.Restore(cmd.Context(), r.store, args[0]); err != nil {
				return err
			}
			return r.madeFile(args[0], "cli.restore.done")
		},
	}
}

func (r *run) madeFile(path, said string) error {
	if r.json {
		return writeJSON(r.s.Out, map[string]string{"path": path})
	}
	_, err := fmt.Fprintln(r.s.Out, r.say(said, "path", cell.Safe(path, 200)))
	return err
}
