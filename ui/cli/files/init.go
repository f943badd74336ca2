package files

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/plain/phrase"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// Init makes a first store without the app.
func Init(r *command.Run) *cobra.Command {
	var site, code, me string
	var demo bool
	cmd := &cobra.Command{
		Use:     "init --site NAME --code ZW --me NAME",
		Short:   r.Say("cli.init"),
		Args:    command.Arguments(0, 0, ""),
		Example: "  leerbalie init --site Zuidwest --code ZW --me \"Samira Bakkali\"",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if demo {
				for _, flag := range []string{"site", "code", "me"} {
					if cmd.Flags().Changed(flag) {
						return command.Misuse("cli.not-both", "a", "--demo", "b", "--"+flag)
					}
				}
				path, p, err := r.Powers.CreateDemo(r.Context(cmd), r.Store)
				if err != nil {
					return err
				}
				return begun(r, path, p, r.Say("cli.init.demo-done", "path", path))
			}
			for flag, value := range map[string]string{"--site": site, "--me": me} {
				if value == "" {
					return command.Misuse("cli.flag-missing", "flag", flag)
				}
			}
			path, p, err := r.Powers.Create(r.Context(cmd), r.Store, model.Founding{Site: site, Code: code, Me: me})
			if err != nil {
				return err
			}
			return begun(r, path, p, r.Say("cli.init.done", "path", path, "name", me))
		},
	}
	cmd.Flags().StringVar(&site, "site", "", r.Say("cli.init.site"))
	cmd.Flags().StringVar(&code, "code", "", r.Say("cli.init.code"))
	cmd.Flags().StringVar(&me, "me", "", r.Say("cli.init.me"))
	cmd.Flags().BoolVar(&demo, "demo", false, r.Say("cli.init.demo"))
	return cmd
}

// begun tells where a new store is, and its recovery phrase.
func begun(r *command.Run, path string, p phrase.Phrase, said string) error {
	if r.JSON {
		return output.JSON(r.Out, map[string]string{"path": path, "phrase": string(p)})
	}
	_, err := fmt.Fprintln(r.Out, said+"\n\n"+strings.TrimSuffix(phraseText(r, p), "\n"))
	return err
}
