package command

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// NoCommand refuses words that are no command, and names the command that was meant where it can.
func (r *Run) NoCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if r.Named != nil {
		return ErrAllCommands
	}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return Misuse("cli.unknown-command-near", "command", args[0], "near", strings.Join(near, ", "))
	}
	return Misuse("cli.unknown-command", "command", args[0])
}

// ErrAllCommands ends a call that has done nothing yet, as all commands have to be made for it: to name the one that was meant.
var ErrAllCommands = errors.New("all commands are needed")

// OnlyHolds is an annotation of a command that does nothing itself but say which commands it holds.
const OnlyHolds = "only-holds"

// Commands are the commands of a family by their names, each to be made for a run.
type Commands map[string]func(*Run) *cobra.Command

// Made makes the commands that the call can mean: with their flags and words all of them take longer than many a command.
func (r *Run) Made(of Commands) []*cobra.Command {
	out := make([]*cobra.Command, 0, len(of))
	for name, make := range of {
		if r.Named == nil || slices.Contains(r.Named, name) {
			out = append(out, make(r))
		}
	}
	return out
}

// Family is a command that only holds others; short is the id of what it is for.
func (r *Run) Family(use, short string, of Commands) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: r.Say(short), Annotations: map[string]string{OnlyHolds: "yes"},
		Args: r.NoCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return Misuse("cli.command-missing", "command", cmd.CommandPath())
		},
	}
	cmd.AddCommand(r.Made(of)...)
	return cmd
}
