package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// root is the program itself: without a command it is the app.
func (r *run) root() *cobra.Command {
	cmd := &cobra.Command{
		Use:           "leerbalie",
		Short:         r.say("cli.root"),
		Long:          r.say("cli.root-long"),
		Args:          r.noCommand,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       r.s.Version,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return r.p.App(cmd.Context(), AppOptions{
				Store: r.store, As: r.as, Lang: r.words.Lang(), LangGiven: cmd.Flags().Changed("lang"), NoColor: r.plain || r.s.NoColor, Demo: r.demo,
			})
		},
	}
	flags := cmd.PersistentFlags()
	flags.StringVar(&r.store, "db", r.s.Store, r.say("cli.flag.db"))
	flags.StringVar(&r.as, "as", "", r.say("cli.flag.as"))
	flags.String("lang", "", r.say("cli.flag.lang"))
	flags.BoolVar(&r.plain, "no-color", r.s.NoColor, r.say("cli.flag.no-color"))
	flags.BoolVar(&r.json, "json", false, r.say("cli.flag.json"))
	flags.BoolP("help", "h", false, r.say("cli.flag.help"))
	cmd.Flags().BoolVar(&r.demo, "demo", false, r.say("cli.flag.demo"))
	cmd.Flags().Bool("version", false, r.say("cli.flag.version"))
	cmd.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagError(err) })
	cmd.SetUsageTemplate(r.usage())
	cmd.CompletionOptions.DisableDefaultCmd = true
	cmd.SetHelpCommand(r.help())
	cmd.AddCommand(
		r.init(), r.request(), r.person(), r.student(), r.pair(), r.group(), r.resident(), r.imports(), r.exports(), r.check(), r.backup(), r.restore(),
		r.framework(), r.evidence(), r.assess(), r.report(), r.keys(), r.completion(), r.man(),
	)
	return cmd
}

// noCommand refuses words that are no command, and names the command that was meant where it can.
func (r *run) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return misuse("cli.unknown-command-near", "command", args[0], "near", strings.Join(near, ", "))
	}
	return misuse("cli.unknown-command", "command", args[0])
}

// family is a command that only holds others.
func (r *run) family(use, short string, of ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use: use, Short: short,
		Args: r.noCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return misuse("cli.command-missing", "command", cmd.CommandPath())
		},
	}
	cmd.AddCommand(of...)
	return cmd
}

// words takes from least to most words after a command; most below 0 is any number.
func words(least, most int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return misuse("cli.argument-missing", "what", what)
		case most >= 0 && len(args) > most:
			return misuse("cli.argument-extra", "text", args[most])
		}
		return nil
	}
}

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
		return misuse("cli.flag-unknown", "flag", name)
	case errors.As(err, &missing):
		return misuse("cli.flag-empty", "flag", "--"+missing.GetFlag().Name)
	case errors.As(err, &invalid):
		return misuse("cli.flag-value", "flag", "--"+invalid.GetFlag().Name, "value", invalid.GetValue())
	}
	return misuse("cli.flag-wrong", "text", err.Error())
}

// help shows the help of a command.
func (r *run) help() *cobra.Command {
	return &cobra.Command{
		Use:   "help",
		Short: r.say("cli.help"),
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return misuse("cli.unknown-command", "command", strings.Join(args, " "))
			}
			return about.Help()
		},
	}
}

// completion writes what a shell needs to complete commands and flags.
func (r *run) completion() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:       "completion bash|zsh|fish|powershell",
		Short:     r.say("cli.completion"),
		Args:      words(1, 1, "bash|zsh|fish|powershell"),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch root := cmd.Root(); args[0] {
			case "bash":
				return root.GenBashCompletionV2(r.s.Out, true)
			case "zsh":
				return root.GenZshCompletion(r.s.Out)
			case "fish":
				return root.GenFishCompletion(r.s.Out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(r.s.Out)
			}
			return misuse("cli.choice", "what", "shell", "value", args[0], "choices", strings.Join(shells, ", "))
		},
	}
}

// usage is the shape of every help text.
func (r *run) usage() string {
	return r.say("cli.usage") + `
  {{if .HasAvailableSubCommands}}{{.CommandPath}} …{{else}}{{.UseLine}}{{end}}
{{- if .HasAvailableSubCommands}}

` + r.say("cli.usage.commands") + `{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasExample}}

` + r.say("cli.usage.examples") + `
{{.Example}}{{end}}{{if .HasAvailableLocalFlags}}

` + r.say("cli.usage.flags") + `
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + r.say("cli.usage.global") + `
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
}
