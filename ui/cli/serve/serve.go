// Package serve is the command that serves several people on one store, over the network as well.
package serve

import (
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli/command"
)

// usual is where is listened where nothing else is said: a port above those that only an administrator may have.
const usual = ":2222"

// Serve serves others until it is stopped.
func Serve(r *command.Run) *cobra.Command {
	var listen string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: r.Say("cli.serve"),
		Long:  r.Say("cli.serve-long"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.Powers.Serve(cmd.Context(), command.ServeOptions{Store: r.Store, Listen: listen}, func(address, fingerprint string) error {
				_, err := fmt.Fprintln(r.Out, r.Say("cli.serve.ready", "address", address)+"\n"+r.Say("cli.serve.fingerprint", "fingerprint", fingerprint)+"\n"+r.Say("cli.serve.stop"))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&listen, "listen", usual, r.Say("cli.flag.listen"))
	return cmd
}
