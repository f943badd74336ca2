package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/model"
)

// init makes a first store without the app.
func (r *run) init() *cobra.Command {
	var site, code, me string
	cmd := &cobra.Command{
		Use:     "init --site NAME --code ZW --me NAME",
		Short:   r.say("cli.init"),
		Args:    words(0, 0, ""),
		Example: "  leerbalie init --site Zuidwest --code ZW --me \"Samira Bakkali\"",
		RunE: func(cmd *cobra.Command, _ []string) error {
			for flag, value := range map[string]string{"--site": site, "--me": me} {
				if value == "" {
					return misuse("cli.flag-missing", "flag", flag)
				}
			}
			path, err := r.p.Create(cmd.Context(), r.store, model.Founding{Site: site, Code: code, Me: me})
			if err != nil {
				return err
			}
			if r.json {
				return writeJSON(r.s.Out, map[string]string{"path": path})
			}
			_, err = fmt.Fprintln(r.s.Out, r.say("cli.init.done", "path", path, "name", me))
			return err
		},
	}
	cmd.Flags().StringVar(&site, "site", "", r.say("cli.init.site"))
	cmd.Flags().StringVar(&code, "code", "", r.say("cli.init.code"))
	cmd.Flags().StringVar(&me, "me", "", r.say("cli.init.me"))
	return cmd
}
