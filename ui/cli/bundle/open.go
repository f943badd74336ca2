package bundle

import (
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// openedJSON is a store that was made from a bundle. The names are a promise to scripts.
type openedJSON struct {
	Path     string `json:"path"`
	Holder   string `json:"holder"`
	Label    string `json:"label"`
	Changes  int    `json:"changes"`
	Students int    `json:"students"`
}

// open makes the store of this machine from its first bundle.
func open(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "open FILE",
		Short: r.Say("cli.bundle.open"),
		Long:  r.Say("cli.bundle.open-long"),
		Args:  command.Arguments(1, 1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			tell, end := progress(r, "cli.bundle.opening")
			at, c, err := r.Powers.OpenBundle(cmd.Context(), r.Store, args[0], r.Code, r.NewPassphrase, tell)
			end()
			if err != nil {
				return err
			}
			if r.JSON {
				return output.JSON(r.Out, openedJSON{at, c.To.Name, c.To.Label, c.Changes, c.Students})
			}
			_, err = fmt.Fprintln(r.Out, r.Say("cli.bundle.opened", "name", cell.Safe(c.To.Name, 100), "path", cell.Safe(at, 200))+"\n"+
				r.Say("cli.bundle.holds", "counts", counts(r, c.Counts))+"\n"+r.Say("cli.bundle.opened-next"))
			return err
		},
	}
}
