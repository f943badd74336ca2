package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leerbalie/ui/cli/command"
)

// manCommand writes the manual page of the program with all its commands, for man(1): leerbalie man > leerbalie.1
func manCommand(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: r.Say("cli.man"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			root := cmd.Root()
			var b strings.Builder
			fmt.Fprintf(&b, ".TH LEERBALIE 1 \"%s\" \"leerbalie %s\"\n", roff(r.Version.Day()), roff(r.Version.Number))
			fmt.Fprintf(&b, ".SH %s\nleerbalie \\- %s\n", roff(r.Say("cli.man.name")), roff(strings.TrimPrefix(root.Short, "Leerbalie: ")))
			fmt.Fprintf(&b, ".SH %s\n%s\n", roff(r.Say("cli.man.about")), roff(root.Long))
			fmt.Fprintf(&b, ".SH %s\n", roff(r.Say("cli.man.options")))
			manFlags(&b, root.PersistentFlags())
			manFlags(&b, root.LocalNonPersistentFlags())
			fmt.Fprintf(&b, ".SH %s\n", roff(r.Say("cli.man.commands")))
			manCommands(&b, root)
			fmt.Fprintf(&b, ".SH %s\n%s\n", roff(r.Say("cli.man.status")), roff(r.Say("cli.man.status-text")))
			_, err := fmt.Fprint(r.Out, b.String())
			return err
		},
	}
}

func manCommands(b *strings.Builder, of *cobra.Command) {
	for _, cmd := range of.Commands() {
		if !cmd.IsAvailableCommand() {
			continue
		}
		if cmd.HasAvailableSubCommands() {
			manCommands(b, cmd)
			continue
		}
		text := cmd.Long
		if text == "" {
			text = cmd.Short
		}
		fmt.Fprintf(b, ".SS %s\n%s\n", roff(strings.TrimSuffix(cmd.CommandPath(), " "+cmd.Name())+" "+cmd.Use), roff(text))
		manFlags(b, cmd.LocalNonPersistentFlags())
	}
}

func manFlags(b *strings.Builder, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		fmt.Fprintf(b, ".TP\n\\fB%s\\fR\n%s\n", roff(name), roff(f.Usage))
	})
}

// roff makes a text harmless to the typesetter: backslashes, hyphens, and what would begin a request at a line's start.
func roff(s string) string {
	s = strings.NewReplacer("\\", "\\e", "-", "\\-", "\n", " ").Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = "\\&" + s
	}
	return s
}
