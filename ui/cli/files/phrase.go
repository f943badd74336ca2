package files

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model/plain/phrase"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// Phrase makes, changes and uses the organisation's recovery phrase.
func Phrase(r *command.Run) *cobra.Command {
	return r.Family("phrase", "cli.phrase", command.Commands{
		"new": newPhrase, "change": changePhrase, "use": usePhrase,
	})
}

func newPhrase(r *command.Run) *cobra.Command {
	var lost bool
	cmd := &cobra.Command{
		Use:   "new",
		Short: r.Say("cli.phrase.new"),
		Long:  r.Say("cli.phrase.new-long"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := r.NewPhrase(r.Context(cmd), lost)
			if err != nil {
				return err
			}
			return showPhrase(r, p)
		},
	}
	cmd.Flags().BoolVar(&lost, "lost", false, r.Say("cli.phrase.lost"))
	return cmd
}

func changePhrase(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "change",
		Short: r.Say("cli.phrase.change"),
		Long:  r.Say("cli.phrase.change-long"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := r.ChangePhrase(r.Context(cmd))
			if err != nil {
				return err
			}
			return showPhrase(r, p)
		},
	}
}

func usePhrase(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "use",
		Short: r.Say("cli.phrase.use"),
		Long:  r.Say("cli.phrase.use-long"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := r.UsePhrase(r.Context(cmd)); err != nil {
				return err
			}
			if r.JSON {
				return output.JSON(r.Out, map[string]bool{"centre": true})
			}
			_, err := fmt.Fprintln(r.Out, r.Say("cli.restore.centre"))
			return err
		},
	}
}

// showPhrase writes the phrase, the one time that it is shown.
func showPhrase(r *command.Run, p phrase.Phrase) error {
	if r.JSON {
		return output.JSON(r.Out, map[string]phrase.Phrase{"phrase": p})
	}
	_, err := fmt.Fprint(r.Out, phraseText(r, p))
	return err
}

// phraseText is the phrase with what it is for.
func phraseText(r *command.Run, p phrase.Phrase) string {
	return r.Say("cli.phrase.shown") + "\n\n    " + strings.Join(p.Lines(), "\n    ") + "\n\n" + r.Say("cli.phrase.keep") + "\n"
}
