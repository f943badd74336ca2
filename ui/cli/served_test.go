package cli_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/text"
)

// everyCommand gives the commands that there are, by their words.
func everyCommand() map[string]*cobra.Command {
	all := map[string]*cobra.Command{}
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		all[strings.Join(strings.Fields(cmd.CommandPath())[1:], " ")] = cmd
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(cli.Root(&command.Run{Words: text.All().For("en"), Caller: command.Caller{Now: clitest.Now}}))
	return all
}

// TestMarksAreOfWhatThereIs: a command or a flag that is renamed takes its mark along.
func TestMarksAreOfWhatThereIs(t *testing.T) {
	all := everyCommand()
	for path, flags := range cli.Marks() {
		cmd := all[path]
		if path == "help" {
			continue // cobra adds it when a command is run
		}
		if cmd == nil {
			t.Errorf("%q is no command", path)
			continue
		}
		for flag := range strings.FieldsSeq(flags) {
			if flag = strings.TrimSuffix(flag, "=-"); flag != "FILE" && cmd.LocalNonPersistentFlags().Lookup(flag) == nil {
				t.Errorf("%s has no flag %s", path, flag)
			}
		}
		if cmd.LocalFlags().Lookup("output") != nil && !slices.Contains(strings.Fields(flags), "output=-") {
			t.Errorf("%s may name a file to write", path)
		}
		if strings.Contains(cmd.Use, "FILE") && !slices.Contains(strings.Fields(flags), "FILE=-") {
			t.Errorf("%s may name a file to read", path)
		}
	}
}

// filled are the words of a row of doors as somebody types them.
func filled(d door, evidence string) []string {
	args := strings.Fields(d.path + " " + d.args)
	for i, arg := range args {
		switch arg {
		case "NR":
			args[i] = "ZW-0002"
		case "AWAY":
			args[i] = "ZW-0004"
		case "ELDERS":
			args[i] = "OO-0001"
		case "PIECE":
			args[i] = evidence
		case "VISIT":
			args[i] = arranged.String() + "@" + visited.Format(time.DateOnly)
		case "HOURS":
			args[i] = written.String()
		case "ARRANGED":
			args[i] = arranged.String()
		default:
			args[i] = strings.ReplaceAll(arg, "_", " ")
		}
	}
	return args
}

// TestOnlyWhatIsListedIsServed goes through every command with every flag that there is: what has no mark is refused with exit status 2
// before anything opens, and what has one does what it does on the computer itself, for who may.
func TestOnlyWhatIsListedIsServed(t *testing.T) {
	t.Chdir(t.TempDir())
	lead := slices.Index(model.Roles(), model.RoleCoordinator)
	marks, tried := cli.Marks(), 0
	b, evidence := neighbourhood(t)
	opens := 0
	open := b.Powers.Open
	b.Powers.Open = func(ctx context.Context, path, as string, admit command.Admit) (*model.Session, func() error, error) {
		opens++
		return open(ctx, path, as, admit)
	}
	run := func(args ...string) (int, string) {
		opens = 0
		b.In = "x"
		status, out, complaint := b.Served("Een coordinator", append(args, "--lang=en")...)
		return status, out + complaint
	}
	for path, cmd := range everyCommand() {
		i := slices.IndexFunc(doors, func(d door) bool { return d.path == path })
		args := strings.Fields(path)
		if i >= 0 {
			args = filled(doors[i], evidence)
		}
		_, marked := marks[path]
		if status, said := run(args...); !marked && (status != command.Misused || opens > 0) {
			t.Errorf("%q is served without a mark: %d %s", args, status, said)
		}
		try := func(f *pflag.Flag) {
			given, dash := strings.Contains(" "+marks[path]+" json keep-digits lang no-color ", " "+f.Name+" "), strings.Contains(marks[path], f.Name+"=-")
			if marked && given || f.Name == "help" || f.Name == "lang" || path == "" && f.Name == "version" {
				return
			}
			value := map[string]string{"int": "=1", "bool": ""}[f.Value.Type()]
			if value == "" && f.Value.Type() != "bool" {
				value = "=../canary"
			}
			tried++
			status, said := run(append(slices.Clone(args), "--"+f.Name+value)...)
			if status != command.Misused || opens > 0 || marked && !strings.Contains(said, "--"+f.Name+" can") {
				t.Errorf("%q is served with --%s%s (mark - %v): %d %s", args, f.Name, value, dash, status, said)
			}
		}
		cmd.LocalNonPersistentFlags().VisitAll(try)
		cmd.Root().PersistentFlags().VisitAll(try)
	}
	wrote := true
	for _, d := range doors {
		if _, marked := marks[d.path]; !marked || d.may[lead] != '+' || d.path == "check" || strings.Contains(d.args, "CLASH") {
			continue
		}
		if wrote {
			b, evidence = neighbourhood(t)
		}
		before := len(b.Store.Journal())
		if status, said := run(filled(d, evidence)...); status != command.Done {
			t.Errorf("%s %s: %d %s", d.path, d.args, status, said)
		}
		wrote = len(b.Store.Journal()) != before
	}
	if tried < 150 {
		t.Errorf("only %d flags were tried", tried)
	}
}

// TestAServedCommandReachesNoPlace: whatever place is named in whatever way, nothing is read or written there.
func TestAServedCommandReachesNoPlace(t *testing.T) {
	here := t.TempDir()
	t.Setenv("HOME", filepath.Join(here, "home"))
	work := filepath.Join(here, "work")
	for _, folder := range []string{filepath.Join(here, "home", ".ssh"), work} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	secret := filepath.Join(here, "canary.csv")
	if err := os.WriteFile(secret, []byte("summary\nkanarie\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(work)
	before := tree(t, here)
	b, _ := neighbourhood(t)
	places := []string{"~/.ssh/x", filepath.Join(here, "home", ".ssh", "authorized_keys"), secret}
	for path := range everyCommand() {
		for _, place := range places {
			for _, args := range [][]string{{"-o", place}, {"-", "--output=" + place}, {"--db", place}, {place}, {"--", place}} {
				b.Served("Samira", append(strings.Fields(path), args...)...)
			}
		}
	}
	if after := tree(t, here); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
	for _, args := range [][]string{{"import", "requests", secret}, {"import", "students", "../canary.csv"}, {"framework", "import", secret}, {"export", "requests", "-o", "../x"}, {"--db", secret, "request", "list"},
		{"request", "list", "--as", "Samira"}, {"init", "--site", "S", "--code", "SS", "--me", "M"}, {"__complete", "request", ""}, {}} {
		if status, out, said := b.Served("Samira", args...); status != command.Misused || out != "" || said == "" {
			t.Errorf("%q: %d %q %q", args, status, out, said)
		}
	}
	for _, args := range [][]string{{"export", "promises", "-o", "-"}, {"export", "promises"}, {"import", "requests", "-"}, {"request", "list", "--json"}, {"--version"}, {"help"}, {"request", "--help"}} {
		if status, out, said := b.Served("Samira", args...); status != command.Done || out == "" {
			t.Errorf("%q: %d %q %q", args, status, out, said)
		}
	}
}

// tree is every file below a folder, with what is in it.
func tree(t *testing.T, folder string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		b.WriteString(path + "\n")
		if d.IsDir() {
			return nil
		}
		body, err := os.ReadFile(path)
		b.Write(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestTheKeySaysWhoActs: nobody else does, neither by a flag nor by who acted last here, and no PIN is asked.
func TestTheKeySaysWhoActs(t *testing.T) {
	b := clitest.School(t)
	if err := b.Session("Noor").KeepPIN(t.Context(), "4821"); err != nil {
		t.Fatal(err)
	}
	noor, before := b.Session("Noor").Me().ID, len(b.Store.Journal())
	if status, _, said := b.Served("Noor", "request", "add", "van Noor"); status != command.Done {
		t.Fatal(said)
	}
	hers := 0
	for _, c := range b.Store.Journal() {
		if c.Actor == noor && c.Kind == desk.KindRequest {
			hers++
		}
	}
	if len(b.Store.Journal()) == before || hers == 0 {
		t.Errorf("%d changes, of which %d are hers", len(b.Store.Journal())-before, hers)
	}
	enter := b.Powers.Open
	b.Powers.Open = func(ctx context.Context, path, _ string, admit command.Admit) (*model.Session, func() error, error) {
		return enter(ctx, path, "Samira", admit) // as a power would that looks who acted last
	}
	before = len(b.Store.Journal())
	if status, _, said := b.Served("Noor", "request", "add", "als Samira", "--lang=en"); status != command.CouldNot || !strings.Contains(said, "not that of Samira") {
		t.Error(status, said)
	}
	if len(b.Store.Journal()) != before {
		t.Error("it was written all the same")
	}
}

// TestAKeyOfOneCommand can do nothing else.
func TestAKeyOfOneCommand(t *testing.T) {
	b := clitest.School(t)
	only := func(args ...string) (int, string) { return b.ServedOnly("Samira", "keys", args...) }
	if status, said := only("keys"); status != command.Done {
		t.Error(said)
	}
	for _, args := range [][]string{{"request", "list"}, {"help"}, {"--version"}, {}} {
		if status, said := only(append(args, "--lang=en")...); status != command.Misused {
			t.Errorf("%q: %d %s", args, status, said)
		}
	}
}

// TestTheListOfWhatIsServed stands in docs/formats.md as it is.
func TestTheListOfWhatIsServed(t *testing.T) {
	page, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, line := range cli.ServedList() {
		b.WriteString(line + "\n")
	}
	_, section, _ := strings.Cut(string(page), "\n## Keys, and what may be given over SSH\n")
	_, list, _ := strings.Cut(section, "\n```\n")
	if list, _, _ = strings.Cut(list, "```\n"); list != b.String() {
		t.Errorf("docs/formats.md has other commands; they are\n%s", b.String())
	}
}
