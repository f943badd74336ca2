package cli_test

import (
	"bytes"
	"encoding/json"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// noted is what Go notes of a program, with the values of some settings.
func noted(settings ...string) *debug.BuildInfo {
	b := &debug.BuildInfo{GoVersion: "go1.26.8"}
	for i := 0; i < len(settings); i += 2 {
		b.Settings = append(b.Settings, debug.BuildSetting{Key: settings[i], Value: settings[i+1]})
	}
	return b
}

// TestVersion: a release names its number, commit and day; whatever else says what it knows, and that it is no release.
func TestVersion(t *testing.T) {
	const commit = "0123456789abcdef0123456789abcdef01234567"
	for _, c := range []struct {
		what        string
		version     command.Version
		said, dutch string
		json        string
	}{
		{"a release", command.VersionOf("1.2.0,"+commit+",2026-11-30T23:30:00Z", noted()),
			"leerbalie 1.2.0, commit 0123456789ab, 2026-11-30, go1.26.8", "leerbalie 1.2.0, commit 0123456789ab, 2026-11-30, go1.26.8",
			`{"version":"1.2.0","commit":"` + commit + `","date":"2026-11-30T23:30:00Z","altered":false,"go":"go1.26.8"}`},
		{"a release is what it was built with, not what Go noted", command.VersionOf("1.2.0,"+commit+",2026-11-30T23:30:00Z", noted("vcs.revision", "f", "vcs.modified", "true")),
			"leerbalie 1.2.0, commit 0123456789ab, 2026-11-30, go1.26.8", "leerbalie 1.2.0, commit 0123456789ab, 2026-11-30, go1.26.8",
			`{"version":"1.2.0","commit":"` + commit + `","date":"2026-11-30T23:30:00Z","altered":false,"go":"go1.26.8"}`},
		{"one that was tried with changes", command.VersionOf(","+commit+",2026-11-30T23:30:00Z,altered", noted()),
			"leerbalie dev, commit 0123456789ab, 2026-11-30, go1.26.8, with changes that are in no commit",
			"leerbalie dev, commit 0123456789ab, 2026-11-30, go1.26.8, met wijzigingen die in geen commit staan",
			`{"version":"dev","commit":"` + commit + `","date":"2026-11-30T23:30:00Z","altered":true,"go":"go1.26.8"}`},
		{"go build", command.VersionOf("", noted("vcs.revision", commit, "vcs.time", "2026-12-01T00:30:00+01:00", "vcs.modified", "false")),
			"leerbalie dev, commit 0123456789ab, 2026-11-30, go1.26.8", "leerbalie dev, commit 0123456789ab, 2026-11-30, go1.26.8",
			`{"version":"dev","commit":"` + commit + `","date":"2026-11-30T23:30:00Z","altered":false,"go":"go1.26.8"}`},
		{"go build with changes", command.VersionOf("", noted("vcs.revision", commit, "vcs.time", "2026-11-30T23:30:00Z", "vcs.modified", "true")),
			"leerbalie dev, commit 0123456789ab, 2026-11-30, go1.26.8, with changes that are in no commit",
			"leerbalie dev, commit 0123456789ab, 2026-11-30, go1.26.8, met wijzigingen die in geen commit staan",
			`{"version":"dev","commit":"` + commit + `","date":"2026-11-30T23:30:00Z","altered":true,"go":"go1.26.8"}`},
		{"go run", command.VersionOf("", noted()), "leerbalie dev, commit not known, go1.26.8", "leerbalie dev, commit niet bekend, go1.26.8",
			`{"version":"dev","commit":null,"date":null,"altered":false,"go":"go1.26.8"}`},
		{"nothing noted", command.VersionOf("", nil), "leerbalie dev, commit not known", "leerbalie dev, commit niet bekend",
			`{"version":"dev","commit":null,"date":null,"altered":false,"go":""}`},
	} {
		b := clitest.New(t)
		b.Version = c.version
		for _, asked := range [][2]string{{"en", c.said}, {"nl", c.dutch}} {
			if out, complaint := b.Do(command.Done, "--version", "--lang="+asked[0]); out != asked[1]+"\n" || complaint != "" {
				t.Errorf("%s: %q, %q, want %q", c.what, out, complaint, asked[1])
			}
		}
		var packed bytes.Buffer
		if err := json.Compact(&packed, []byte(b.Must("--version", "--json"))); err != nil || packed.String() != c.json {
			t.Errorf("%s: %v %s, want %s", c.what, err, packed.String(), c.json)
		}
	}
	b := clitest.New(t)
	b.Version = command.VersionOf("1.2.0,"+commit+",2026-11-30T23:30:00Z", nil)
	if page := b.Must("man"); !strings.HasPrefix(page, `.TH LEERBALIE 1 "2026\-11\-30" "leerbalie 1.2.0"`) {
		t.Errorf("the manual begins with %.80q", page)
	}
}

// TestAWindowOfItsOwn: a program that was started with a double click starts, and lets its person read what went wrong before the window
// goes; where all is well it waits for nobody.
func TestAWindowOfItsOwn(t *testing.T) {
	if cobra.MousetrapHelpText != "" {
		t.Errorf("a double click shows %q instead", cobra.MousetrapHelpText)
	}
	for _, c := range []struct {
		args   []string
		status int
		waits  bool
	}{{[]string{"--version"}, command.Done, false}, {[]string{"nonsense"}, command.Misused, true}} {
		var out, said bytes.Buffer
		waited := false
		status := cli.Run(t.Context(), command.Powers{}, command.Caller{Args: append(c.args, "--lang=nl"), Out: &out, Err: &said, Now: time.Now, Linger: func() {
			waited = true
			if !strings.HasSuffix(said.String(), "Druk op Enter om dit venster te sluiten.\n") {
				t.Errorf("%q waits after %q", c.args, said.String())
			}
		}})
		if status != c.status || waited != c.waits {
			t.Errorf("%q ends with %d, and waits: %v", c.args, status, waited)
		}
	}
}
