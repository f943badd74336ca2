package desk

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

// lookJSON is a look at a list of residents. The names are a promise to scripts.
type lookJSON struct {
	At     *string    `json:"at"`
	By     output.Who `json:"by"`
	Count  int        `json:"count"`
	Search string     `json:"search"`
}

// residentAccess tells who looked at lists of residents.
func residentAccess(r *command.Run) *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "access",
		Short: r.Say("cli.resident.access"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				looks, err := desk.ReadLooks(ctx, session, limit)
				if err != nil {
					return err
				}
				names, err := everybody(ctx, session)
				if err != nil {
					return err
				}
				loc := r.Zone(ctx, session)
				if r.JSON {
					list := output.NewArray(r.Out)
					for _, l := range looks {
						if err := list.Add(lookJSON{output.MomentOrNull(l.At, loc), output.Named(l.By, names[l.By]), l.Count, l.Search}); err != nil {
							return err
						}
					}
					return list.End()
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.looked-at"), r.Say("cli.col.looked-by"), r.Say("cli.col.looked-count"), r.Say("cli.col.looked-search"))
				for _, l := range looks {
					t.Add(text.Day(l.At.In(loc))+l.At.In(loc).Format(" 15:04"), names[l.By], strconv.Itoa(l.Count), l.Search)
				}
				return t.End()
			})
		},
	}
	r.LimitFlag(cmd, &limit)
	return cmd
}

// everybody are the names of all who work or learn here, or did.
func everybody(ctx context.Context, session *model.Session) (map[journal.ID]string, error) {
	people, err := model.ReadAll(ctx, session, model.KindPerson, model.PersonOf)
	names := map[journal.ID]string{}
	for _, p := range people {
		names[p.ID] = p.Name
	}
	return names, err
}
