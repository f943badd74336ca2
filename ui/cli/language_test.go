package cli_test

import (
	"context"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/learning/competence"
	"leerbalie/model/modeltest"
	"leerbalie/model/outcome"
	"leerbalie/model/pairs"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/text/texttest"
)

var id = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// TestAThirdLanguage reads the help of every command, and what each says to its own examples, in a language that the
// program does not have: not one word may be of another language.
func TestAThirdLanguage(t *testing.T) {
	t.Chdir(t.TempDir()) // examples write files
	b := clitest.New(t)
	b.Powers.Restore = func(context.Context, string, string, string, command.Admit, command.Recall) (command.Succession, command.Forgotten, error) {
		return command.Centre, command.Forgotten{}, nil
	}
	b.Powers.Calendar = func(io.Writer, transfer.Calendar) error { return nil }
	b.Powers.ImportFramework = func(context.Context, *model.Session, io.Reader, transfer.ImportOptions) (transfer.FrameworkReport, error) {
		return transfer.FrameworkReport{}, nil
	}
	b.Powers.ExportFramework = func(io.Writer, competence.Framework, transfer.Format, time.Time) (transfer.Exported, error) {
		return transfer.Exported{}, nil
	}
	b.Powers.ImportDirectory = func(context.Context, *model.Session, io.Reader, transfer.ImportOptions) (transfer.DirectoryReport, error) {
		return transfer.DirectoryReport{}, nil
	}
	b.Powers.ImportCalendar = func(context.Context, *model.Session, io.Reader, transfer.CalendarOptions) (transfer.CalendarReport, error) {
		return transfer.CalendarReport{}, nil
	}
	b.Powers.ExportDirectory = func(context.Context, *model.Session, io.Writer, func(string, func(io.Writer) error) error) (transfer.DirectoryExported, error) {
		return transfer.DirectoryExported{}, nil
	}
	b.Languages = texttest.Catalogue()
	if err := modeltest.Everything(t.Context(), b.Session(""), clitest.Now()); err != nil {
		t.Fatal(err)
	}
	r := &command.Run{Powers: b.Powers, Words: b.Languages.For(texttest.Tag), Caller: command.Caller{Languages: b.Languages, Now: clitest.Now}}
	root := cli.Root(r)
	known := []string{"leerbalie help version nonsense Haddad there.db",
		"string strings stringArray int float duration default", // what pflag calls kinds of value
		"zoals doen", // what modeltest calls a list of its own
		"schuldhulp budget buurthuis rijswijk sociaal team andere naam den haag", // what it has in the directory
		"staat erop",                         // a step of its path
		"fatma geplaatste milan sanne yusuf", // students of its projects and placements
		"themes wishes given infix family description needs audience eligibility process fees areas website days opens closes documents assured"} // columns of a file, which have English names
	var all []*cobra.Command
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		all = append(all, cmd)
		known = append(known, cmd.Use, cmd.Example)
		for _, set := range []*pflag.FlagSet{cmd.LocalFlags(), cmd.PersistentFlags()} {
			set.VisitAll(func(f *pflag.Flag) { known = append(known, f.Name+" "+f.DefValue) })
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(root)
	for _, list := range []model.Codes{model.Urgencies(), desk.StatusCodes(), model.Outcomes(), model.Supervisions(), model.Channels(), model.LifeDomains(),
		model.Askers(), model.AgeBands(), pairs.EndReasons(), pairs.Moods(), pairs.EvaluationResults(), pairs.FitAnswers(), model.StudyOutcomes(), outcome.Kinds(), model.Themes()} {
		for _, c := range list {
			known = append(known, c.Code)
		}
	}
	known = append(known, slices.Concat(transfer.RequestFields(), transfer.StudentFields())...) // which --map takes
	reader := texttest.NewReader(known...)
	try := func(args ...string) {
		status, out, complaint := b.Run(append([]string{"--lang=" + string(texttest.Tag)}, args...)...)
		if out+complaint == "" && status != command.Done {
			t.Errorf("%q ends with %d and says nothing", args, status)
		}
		reader.Check(t, strings.Join(args, " "), id.ReplaceAllString(out+complaint, ""))
	}
	for _, cmd := range all {
		path := strings.Fields(cmd.CommandPath())[1:]
		try(append(path, "--help")...)
		try(append(path, "--nonsense")...)
		for line := range strings.Lines(cmd.Example) {
			args := shellWords(line)
			forScripts := slices.ContainsFunc(args, func(arg string) bool { return slices.Contains([]string{"--json", "badges", "completion"}, arg) })
			if len(args) > 1 && !forScripts {
				try(args[1:]...)
			}
		}
	}
	try("man")
}

// shellWords splits a line of an example as a shell does, as far as examples need it.
func shellWords(line string) (out []string) {
	line, _, _ = strings.Cut(line, ">")
	line, _, _ = strings.Cut(line, "|")
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, part)
		} else {
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}
