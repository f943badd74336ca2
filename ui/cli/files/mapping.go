package files

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/mapping"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// mappingJSON is a kept mapping. The names are a promise to scripts.
type mappingJSON struct {
	ID       string            `json:"id"`
	Name     string            `json:"name"`
	What     string            `json:"what"`
	Map      map[string]string `json:"map"`
	Headings []string          `json:"headings"`
}

func mappingForJSON(m mapping.Mapping) mappingJSON {
	return mappingJSON{ID: m.ID.String(), Name: m.Name, What: m.What, Map: m.Map(), Headings: output.OrEmpty(m.Headings)}
}

// ImportMapping is the family of kept mappings.
func ImportMapping(r *command.Run) *cobra.Command {
	return r.Family("mapping", "cli.import.mapping", command.Commands{
		"list": mappingList, "show": mappingShow, "rename": mappingRename, "remove": mappingRemove,
	})
}

func mappingList(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: r.Say("cli.import.mapping.list"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				all, err := mapping.Read(ctx, session)
				if err != nil {
					return err
				}
				if r.JSON {
					out := make([]mappingJSON, 0, len(all))
					for _, m := range all {
						out = append(out, mappingForJSON(m))
					}
					return output.JSON(r.Out, out)
				}
				if len(all) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("cli.import.mapping.none"))
					return err
				}
				t := output.NewTable(r.Out, r.Width, r.Say("cli.col.name"), r.Say("files.what"), r.Say("files.columns"))
				for _, m := range all {
					t.Add(m.Name, r.Say("files.what."+m.What), r.Say("cli.import.mapping.of", "n", len(m.Columns), "of", len(m.Headings)))
				}
				return t.End()
			})
		},
	}
}

func mappingShow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show NAME", Short: r.Say("cli.import.mapping.show"), Args: command.Arguments(1, 1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				m, err := mappingMeant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, mappingForJSON(m))
				}
				byColumn := map[string]string{}
				for field, column := range m.Map() {
					byColumn[column] = field
				}
				t := output.NewTable(r.Out, r.Width, r.Say("files.col.heading"), r.Say("files.col.field"), "--map")
				for _, heading := range m.Headings {
					word := r.Say("files.col.left")
					if field := byColumn[heading]; field != "" {
						word = r.Words.MapField(m.What, field)
					}
					t.Add(heading, word, byColumn[heading])
				}
				return t.End()
			})
		},
	}
}

func mappingRename(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "rename NAME TO", Short: r.Say("cli.import.mapping.rename"), Args: command.Arguments(2, 2, "NAME TO"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				m, err := mappingMeant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, mapping.Rename{ID: m.ID, To: args[1]}); err != nil {
					return err
				}
				if m, err = mappingMeant(ctx, session, m.ID.String()); err != nil {
					return err
				}
				return saidOfMapping(r, m, "cli.import.mapping.renamed")
			})
		},
	}
}

func mappingRemove(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "remove NAME", Short: r.Say("cli.import.mapping.remove"), Args: command.Arguments(1, 1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				m, err := mappingMeant(ctx, session, args[0])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, mapping.Remove{ID: m.ID}); err != nil {
					return err
				}
				return saidOfMapping(r, m, "cli.import.mapping.removed")
			})
		},
	}
}

func saidOfMapping(r *command.Run, m mapping.Mapping, id string) error {
	if r.JSON {
		return output.JSON(r.Out, mappingForJSON(m))
	}
	_, err := fmt.Fprintln(r.Out, r.Say(id, "name", m.Name))
	return err
}

// mappingMeant is the kept mapping that a name or an id means.
func mappingMeant(ctx context.Context, session *model.Session, name string) (mapping.Mapping, error) {
	all, err := mapping.Read(ctx, session)
	if err != nil {
		return mapping.Mapping{}, err
	}
	return mapping.Named(all, name)
}
