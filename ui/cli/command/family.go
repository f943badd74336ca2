package command

import (
	"strings"

	"github.com/spf13/cobra"
)

// NoCommand refuses words that are no command, and names the command that was meant where it can.
func (r *Run) NoCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return Misuse("cli.unknown-command-near", "command", args[0], "near", strings.Join(near, ", "))
	}
	return Misuse("cli.unknown-command", "command", args[0])
}

// OnlyHolds is an annotation of a command that does nothing itself but say which commands it holds.
const OnlyHolds = "only-holds"

// Family is a command that only holds others.
func (r *Run) Family(use, short string, of ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: short, Annotations: map[string]string{OnlyHolds: "yes"},
		Args: r.NoCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return Misuse("cli.command-missing", "command", cmd.CommandPath())
		},
	}
	cmd.AddCommand(of...)
	return cmd
}
