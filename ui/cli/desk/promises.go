package desk

import (
	"context"
	"io"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
	"leerbalie/ui/widget/cell"
)

// ExportPromises writes what is promised at the desk and not done yet, as iCalendar.
func ExportPromises(r *command.Run) *cobra.Command {
	var mine bool
	var out output.File
	cmd := &cobra.Command{
		Use:     "promises",
		Short:   r.Say("cli.export.promises"),
		Args:    command.Arguments(0, 0, ""),
		Example: "  leerbalie export promises --mine -o week.ics",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				all, err := desk.ReadPromises(ctx, session, mine)
				if err != nil {
					return err
				}
				zone := r.Zone(ctx, session)
				if r.JSON {
					return out.Write(r, func(dst io.Writer) error { return output.JSON(dst, promisesOut(all, zone)) })
				}
				c, undated := report.Maker{Words: r.Words, Zone: zone}.Promises(all)
				if undated > 0 {
					r.Tell(r.Words.Count("cli.export.undated", undated))
				}
				if err := out.Put(r, func(dst io.Writer) error { return r.Powers.Calendar(dst, c) }); err != nil || !out.Named() {
					return err
				}
				r.Tell(r.Words.Count("cli.export.events", len(c.Events), "path", cell.Safe(out.Path, 200)))
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&mine, "mine", false, r.Say("cli.flag.mine"))
	out.Flags(r, cmd)
	return cmd
}

// promiseJSON is something promised, for scripts.
type promiseJSON struct {
	ID        string       `json:"id"`
	Number    string       `json:"number"`
	Kind      string       `json:"kind"`
	DueAt     *string      `json:"due_at"`
	On        []output.Who `json:"on"`
	ChangedAt *string      `json:"changed_at"`
}

func promisesOut(all []desk.Promise, zone *time.Location) []promiseJSON {
	out := []promiseJSON{}
	for _, p := range all {
		j := promiseJSON{ID: p.ID.String(), Number: p.Number, Kind: string(p.Kind), DueAt: output.MomentOrNull(p.Due, zone), On: []output.Who{}, ChangedAt: output.MomentOrNull(p.Changed, zone)}
		for i, id := range p.On {
			j.On = append(j.On, output.Named(id, p.Names[i]))
		}
		out = append(out, j)
	}
	return out
}
