package files

import (
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// Passphrase changes the passphrase of a sealed store.
func Passphrase(r *command.Run) *cobra.Command {
	return r.Family("passphrase", "cli.passphrase", command.Commands{
		"change": changePassphrase,
	})
}

func changePassphrase(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "change",
		Short: r.Say("cli.passphrase.change"),
		Long:  r.Say("cli.passphrase.change-long"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := r.ChangePassphrase(r.Context(cmd)); err != nil {
				return err
			}
			if r.JSON {
				return output.JSON(r.Out, map[string]bool{"changed": true})
			}
			_, err := fmt.Fprintln(r.Out, r.Say("cli.passphrase.changed"))
			return err
		},
	}
}
