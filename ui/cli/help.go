package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leerbalie/ui/cli/command"
)

// flagError puts what is wrong with a flag in the person's language.
func flagError(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			name = "-" + short
		}
		return command.Misuse("cli.flag-unknown", "flag", name)
	case errors.As(err, &missing):
		return command.Misuse("cli.flag-empty", "flag", "--"+missing.GetFlag().Name)
	case errors.As(err, &invalid):
		return command.Misuse("cli.flag-value", "flag", "--"+invalid.GetFlag().Name, "value", invalid.GetValue())
	}
	return command.Misuse("cli.flag-wrong", "text", err.Error())
}

// helpCommand shows the help of a command.
func helpCommand(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "help",
		Short: r.Say("cli.help"),
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return command.Misuse("cli.unknown-command", "command", strings.Join(args, " "))
			}
			return about.Help()
		},
	}
}

// completionCommand writes what a shell needs to complete commands and flags.
func completionCommand(r *command.Run) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:       "completion bash|zsh|fish|powershell",
		Short:     r.Say("cli.completion"),
		Args:      command.Arguments(1, 1, "bash|zsh|fish|powershell"),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch root := cmd.Root(); args[0] {
			case "bash":
				return root.GenBashCompletionV2(r.Out, true)
			case "zsh":
				return root.GenZshCompletion(r.Out)
			case "fish":
				return root.GenFishCompletion(r.Out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(r.Out)
			}
			return command.Misuse("cli.choice", "what", "shell", "value", args[0], "choices", strings.Join(shells, ", "))
		},
	}
}

// usageTemplate is the shape of every help text.
func usageTemplate(r *command.Run) string {
	return r.Say("cli.usage") + `
  {{if .HasAvailableSubCommands}}{{.CommandPath}} …{{else}}{{.UseLine}}{{if .HasAvailableFlags}} ` + r.Say("cli.usage.any-flags") + `{{end}}{{end}}
{{- if .HasAvailableSubCommands}}

` + r.Say("cli.usage.commands") + `{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasExample}}

` + r.Say("cli.usage.examples") + `
{{.Example}}{{end}}{{if .HasAvailableLocalFlags}}

` + r.Say("cli.usage.flags") + `
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + r.Say("cli.usage.global") + `
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
}
