package learning

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/learning"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// selfJSON is whether students' own judgements are seen before the school's, as scripts get it.
type selfJSON struct {
	Site  string `json:"site"`
	Shown bool   `json:"shown"`
}

// assessSelf tells whether students' own judgements are seen before the school's, and alters that.
func assessSelf(r *command.Run) *cobra.Command {
	var show, hide bool
	cmd := &cobra.Command{
		Use: "self", Short: r.Say("cli.assess.self"), Args: command.Arguments(0, 0, ""),
		Example: "  leerbalie assess self\n  leerbalie assess self --show",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if show && hide {
				return command.Misuse("cli.show-or-hide")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if show || hide {
					if _, err := session.Do(ctx, learning.ShowSelf{Site: session.Site(), Shown: show}); err != nil {
						return err
					}
				}
				site, err := session.SiteByID(ctx, session.Site())
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, selfJSON{site.Code, site.SelfShown})
				}
				said := "cli.assess.self.hidden"
				if site.SelfShown {
					said = "cli.assess.self.shown"
				}
				_, err = fmt.Fprintln(r.Out, r.Say(said))
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&show, "show", false, r.Say("cli.flag.self-show"))
	cmd.Flags().BoolVar(&hide, "hide", false, r.Say("cli.flag.self-hide"))
	return cmd
}
