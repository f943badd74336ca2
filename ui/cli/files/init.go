package files

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// Init makes a first store without the app.
func Init(r *command.Run) *cobra.Command {
	var site, code, me string
	cmd := &cobra.Command{
		Use:     "init --site NAME --code ZW --me NAME",
		Short:   r.Say("cli.init"),
		Args:    command.Arguments(0, 0, ""),
		Example: "  leerbalie init --site Zuidwest --code ZW --me \"Samira Bakkali\"",
		RunE: func(cmd *cobra.Command, _ []string) error {
			for flag, value := range map[string]string{"--site": site, "--me": me} {
				if value == "" {
					return command.Misuse("cli.flag-missing", "flag", flag)
				}
			}
			path, p, err := r.Powers.Create(r.Context(cmd), r.Store, model.Founding{Site: site, Code: code, Me: me})
			if err != nil {
				return err
			}
			if r.JSON {
				return output.JSON(r.Out, map[string]string{"path": path, "phrase": string(p)})
			}
			_, err = fmt.Fprintln(r.Out, r.Say("cli.init.done", "path", path, "name", me)+"\n\n"+strings.TrimSuffix(phraseText(r, p), "\n"))
			return err
		},
	}
	cmd.Flags().StringVar(&site, "site", "", r.Say("cli.init.site"))
	cmd.Flags().StringVar(&code, "code", "", r.Say("cli.init.code"))
	cmd.Flags().StringVar(&me, "me", "", r.Say("cli.init.me"))
	return cmd
}
