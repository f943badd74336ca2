package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli/bundle"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/conflicts"
	"leerbalie/ui/cli/course"
	"leerbalie/ui/cli/desk"
	"leerbalie/ui/cli/directory"
	"leerbalie/ui/cli/files"
	"leerbalie/ui/cli/goal"
	"leerbalie/ui/cli/hours"
	"leerbalie/ui/cli/learning"
	"leerbalie/ui/cli/meeting"
	"leerbalie/ui/cli/outcome"
	"leerbalie/ui/cli/overview"
	"leerbalie/ui/cli/pairs"
	"leerbalie/ui/cli/partner"
	"leerbalie/ui/cli/people"
	"leerbalie/ui/cli/placement"
	"leerbalie/ui/cli/project"
	"leerbalie/ui/cli/question"
	"leerbalie/ui/cli/research"
	"leerbalie/ui/cli/serve"
	"leerbalie/ui/cli/training"
	"leerbalie/ui/cli/upward"
	"leerbalie/ui/cli/value"
	"leerbalie/ui/cli/visits"
	"leerbalie/ui/text"
)

// Windows: the program starts with a double click as well. By default cobra would send the person away to a command prompt.
func init() { cobra.MousetrapHelpText = "" }

// Run carries out the command that the session asks for, or the app when it asks for none, and gives the exit status.
func Run(ctx context.Context, p command.Powers, caller command.Caller) int {
	if caller.Languages == nil {
		caller.Languages = text.All()
	}
	if caller.Args == nil {
		caller.Args = []string{}
	}
	named := caller.Args
	if aboutAll(caller.Args) {
		named = nil
	}
	r, cmd, err := execute(ctx, p, caller, named)
	if errors.Is(err, command.ErrAllCommands) {
		r, cmd, err = execute(ctx, p, caller, nil)
	}
	return r.Finish(cmd, err)
}

// aboutAll tells whether a call asks about commands, so that all have to be there, and not for one of them.
func aboutAll(args []string) bool {
	return slices.ContainsFunc(args, func(arg string) bool {
		help := strings.HasPrefix(arg, "--help") || strings.HasPrefix(arg, "-") && !strings.HasPrefix(arg, "--") && strings.Contains(arg, "h")
		return help || arg == "help" || arg == "man" || arg == "completion" || strings.HasPrefix(arg, cobra.ShellCompRequestCmd)
	})
}

// execute carries out a call for which the commands are made that it names. Errors: command.ErrAllCommands where it has to be carried
// out with all of them.
func execute(ctx context.Context, p command.Powers, caller command.Caller, named []string) (*command.Run, *cobra.Command, error) {
	asked, given := language(caller.Args)
	r := &command.Run{Powers: p, Caller: caller, Words: caller.Languages.For(caller.Languages.Choose(asked, caller.Locale)), Named: named}
	if caller.Served {
		r.As, r.Linger = caller.Who.String(), nil
		p.Unseal, p.Anew = nil, nil // who opened the store was asked
	}
	if p.Unseal != nil {
		p.Unseal(r.Passphrase(ctx))
	}
	if p.Anew != nil {
		p.Anew(r.GoesOn(ctx))
	}
	root := rootCommand(r)
	root.SetArgs(caller.Args)
	root.SetIn(caller.In)
	root.SetOut(caller.Out)
	root.SetErr(caller.Err)
	if given && !caller.Languages.Has(asked) {
		return r, root, command.Misuse("cli.lang-unknown", "lang", asked)
	}
	cmd, err := root.ExecuteContextC(ctx)
	return r, cmd, err
}

// Fail says what went wrong with a command, and gives the exit status.
func Fail(caller command.Caller, err error) int {
	languages := caller.Languages
	if languages == nil {
		languages = text.All()
	}
	asked, _ := language(caller.Args)
	r := &command.Run{Caller: caller, Words: languages.For(languages.Choose(asked, caller.Locale))}
	return r.Finish(nil, err)
}

// language looks for --lang before the flags are read: the words of the help depend on it.
func language(args []string) (string, bool) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value, true
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1], true
		}
	}
	return "", false
}

// rootCommand is the program itself: without a command it is the app.
func rootCommand(r *command.Run) *cobra.Command {
	var plain, demo, version bool
	cmd := &cobra.Command{
		Use:           "leerbalie",
		Short:         r.Say("cli.root"),
		Long:          r.Say("cli.root-long"),
		Args:          r.NoCommand,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version {
				return tellVersion(r)
			}
			return r.Powers.App(cmd.Context(), command.AppOptions{
				Store: r.Store, As: r.As, Lang: r.Words.Lang(), LangGiven: cmd.Flags().Changed("lang"), NoColor: plain || r.NoColor, Linear: r.Linear, Demo: demo,
			})
		},
	}
	cmd.PersistentPreRunE = func(cmd *cobra.Command, args []string) error {
		if r.Served {
			return mayServe(r, cmd, args)
		}
		if r.Powers.Reads != nil && onlyReads(cmd) {
			r.Powers.Reads()
		}
		return nil
	}
	flags := cmd.PersistentFlags()
	flags.StringVar(&r.Store, "db", r.Store, r.Say("cli.flag.db"))
	flags.StringVar(&r.As, "as", r.As, r.Say("cli.flag.as"))
	if r.Served {
		flags.Lookup("db").DefValue, flags.Lookup("as").DefValue = "", "" // help shows no place of this computer
	}
	flags.String("lang", "", r.Say("cli.flag.lang"))
	flags.BoolVar(&plain, "no-color", r.NoColor, r.Say("cli.flag.no-color"))
	flags.BoolVar(&r.JSON, "json", false, r.Say("cli.flag.json"))
	flags.BoolVar(&r.Vouch, "keep-digits", false, r.Say("cli.flag.keep-digits"))
	flags.BoolP("help", "h", false, r.Say("cli.flag.help"))
	cmd.Flags().BoolVar(&r.Linear, "linear", r.Linear, r.Say("cli.flag.linear"))
	cmd.Flags().BoolVar(&demo, "demo", false, r.Say("cli.flag.demo"))
	cmd.Flags().BoolVar(&version, "version", false, r.Say("cli.flag.version"))
	cmd.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagError(err) })
	cmd.SetUsageTemplate(usageTemplate(r))
	cmd.CompletionOptions.DisableDefaultCmd = true
	cmd.SetHelpCommand(helpCommand(r))
	cmd.AddCommand(r.Made(commands())...)
	flagsInOurWords(cmd)
	return cmd
}

// flagsInOurWords keeps cobra from saying "[flags]" in English: usageTemplate says it in the person's language.
func flagsInOurWords(cmd *cobra.Command) {
	cmd.DisableFlagsInUseLine = true
	for _, sub := range cmd.Commands() {
		flagsInOurWords(sub)
	}
}

// commands is the list of all that the program can do. A new command is a line here, or in the list of its family.
func commands() command.Commands {
	return command.Commands{
		"init":         files.Init,
		"request":      desk.Request,
		"messages":     desk.Messages,
		"notification": desk.Notification,
		"board":        overview.Board,
		"directory":    directory.Directory,
		"conflicts":    conflicts.Conflicts,
		"resident":     desk.Resident,
		"path":         desk.Path,
		"person":       people.Person,
		"student":      people.Student,
		"group":        people.Group,
		"pair":         pairs.Pair,
		"framework":    learning.Framework,
		"evidence":     learning.Evidence,
		"assess":       learning.Assess,
		"visit":        visits.Visit,
		"course":       course.Course,
		"project":      project.Project,
		"meeting":      meeting.Meeting,
		"hours":        hours.Hours,
		"question":     question.Question,
		"signal":       upward.Signal,
		"goal":         goal.Goal,
		"research":     research.Research,
		"training":     training.Training,
		"partner":      partner.Partner,
		"network":      partner.Network,
		"placement":    placement.Placement,
		"report": func(r *command.Run) *cobra.Command {
			return r.Family("report", "cli.report", command.Commands{
				"student": learning.ReportStudent, "group": learning.ReportGroup, "site": overview.ReportSite,
				"calendar": learning.ReportCalendar, "handover": desk.ReportHandover, "signals": overview.ReportSignals, "hands": overview.ReportHands, "value": overview.ReportValue, "outcomes": overview.ReportOutcomes, "community": overview.ReportCommunity,
			})
		},
		"import": func(r *command.Run) *cobra.Command {
			return r.Family("import", "cli.import", command.Commands{
				"requests": files.ImportRequests, "students": files.ImportStudents, "calendar": files.ImportCalendar, "mapping": files.ImportMapping, "partners": partner.Import("partners"), "placements": partner.Import("placements"),
				"list": files.ImportList, "show": files.ImportShow, "undo": files.ImportUndo,
			})
		},
		"export": func(r *command.Run) *cobra.Command {
			return r.Family("export", "cli.export", command.Commands{
				"requests": files.ExportRequests, "promises": desk.ExportPromises, "partners": partner.Export("partners"), "placements": partner.Export("placements"), "checkins": pairs.ExportCheckIns,
				"visits": visits.ExportVisits, "meetings": meeting.Export,
			})
		},
		"value":      value.Value,
		"outcome":    outcome.Outcome,
		"check":      files.Check,
		"clock":      files.Clock,
		"backup":     files.Backup,
		"restore":    files.Restore,
		"bundle":     bundle.Bundle,
		"sync":       bundle.Sync,
		"phrase":     files.Phrase,
		"passphrase": files.Passphrase,
		"serve":      serve.Serve,
		"keys":       keysCommand,
		"completion": completionCommand,
		"man":        manCommand,
	}
}
