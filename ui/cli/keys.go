package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

type keyJSON struct {
	ID    string   `json:"id"`
	Group string   `json:"group"`
	Keys  []string `json:"keys"`
	Text  string   `json:"text"`
}

// keys lists what every key of the app does.
func (r *run) keys() *cobra.Command {
	return &cobra.Command{
		Use:   "keys",
		Short: r.say("cli.keys"),
		Args:  words(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			groups := r.p.Keys(r.words)
			if r.json {
				out := []keyJSON{}
				for _, g := range groups {
					for _, l := range g.Lines {
						out = append(out, keyJSON{string(l.ID), g.Title, l.Keys, l.Does})
					}
				}
				return writeJSON(r.s.Out, out)
			}
			for i, g := range groups {
				if i > 0 {
					fmt.Fprintln(r.s.Out)
				}
				t := newTable(r.s.Out, r.s.Width, g.Title, "")
				for _, l := range g.Lines {
					t.add(strings.Join(l.Keys, ", "), l.Does)
				}
				if err := t.end(); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
