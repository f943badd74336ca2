package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

type keyJSON struct {
	ID    string   `json:"id"`
	Group string   `json:"group"`
	Keys  []string `json:"keys"`
	Text  string   `json:"text"`
}

// keysCommand lists what every key of the app does.
func keysCommand(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "keys",
		Short: r.Say("cli.keys"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			groups := r.Powers.Keys(r.Words)
			if r.JSON {
				out := []keyJSON{}
				for _, g := range groups {
					for _, l := range g.Lines {
						out = append(out, keyJSON{string(l.ID), g.Title, l.Keys, l.Does})
					}
				}
				return output.JSON(r.Out, out)
			}
			for i, g := range groups {
				if i > 0 {
					fmt.Fprintln(r.Out)
				}
				t := output.NewTable(r.Out, r.Width, g.Title, "")
				for _, l := range g.Lines {
					t.Add(strings.Join(l.Keys, ", "), l.Does)
				}
				if err := t.End(); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
