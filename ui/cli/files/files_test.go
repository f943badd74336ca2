package files_test

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/files"
	"leerbalie/ui/cli/output"
)

func TestImportTells(t *testing.T) {
	b := clitest.New(t)
	b.In = "x"
	b.Report = transfer.Report{Format: transfer.CSV, Read: 500, Imported: 498, Refused: []transfer.Refusal{
		{Row: 7, Err: fault.New(fault.Invalid, "date.impossible", "text", "31-02-2026")}, {Row: 9, Err: fault.New(fault.Invalid, "import.bsn", "field", "summary")},
	}, Remarks: []transfer.Remark{{Msg: "import.no-source-id"}}}
	out, said := b.Do(command.Done, "import", "requests", "-")
	if out != "500 read, 498 imported, 2 refused\n" || !strings.Contains(said, "-:7: ") || !strings.Contains(said, "31-02-2026") {
		t.Errorf("%q\n%q", out, said)
	}
	r := clitest.JSON[output.Import](b, "import", "requests", "-")
	if r.Read != 500 || r.Imported != 498 || len(r.Refused) != 2 || r.Refused[0].Row != 7 || r.Refused[0].Reason == "" || len(r.Remarks) != 1 {
		t.Errorf("%+v", r)
	}
	b.Do(command.CouldNot, "import", "requests", "-", "--strict")
	b.Do(command.CouldNot, "import", "requests", filepath.Join(t.TempDir(), "gone.csv"))
	b.Do(command.CouldNot, "import", "requests", t.TempDir())
}

func TestExportWritesAFileOnce(t *testing.T) {
	b := clitest.New(t)
	path := filepath.Join(t.TempDir(), "out.csv")
	b.Do(command.Done, "export", "requests", "-o", path)
	b.Do(command.CouldNot, "export", "requests", "-o", path)
	b.Do(command.Done, "export", "requests", "-o", path, "--force")
	body, err := os.ReadFile(path)
	if err != nil || string(body) != "number\n" {
		t.Errorf("%q %v", body, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	out, _ := b.Do(command.Done, "export", "requests")
	if out != "number\n" {
		t.Errorf("%q", out)
	}
}

// What main refuses to write over is said, with the reason; TestNoOutputReplacesData tries every command on real files.
func TestNothingIsWrittenOverData(t *testing.T) {
	b := clitest.New(t)
	b.Powers.WriteFile = func(path string, _ bool, _ func(io.Writer) error) error {
		return fault.New(fault.Refused, "output-is-data", "path", path)
	}
	for _, force := range []string{"--force=false", "--force"} {
		if _, said := b.Do(1, "report", "site", "--json", "-o", "leerbalie.db", force); !strings.Contains(said, "leerbalie.db") || !strings.Contains(said, "never replaced") {
			t.Errorf("said %q", said)
		}
	}
}

// TestCheckTellsWhatWasAltered: by a sentence with stream, change and day, and to scripts by name.
func TestCheckTellsWhatWasAltered(t *testing.T) {
	seen := time.Date(2026, 11, 30, 9, 15, 0, 0, time.UTC)
	b := clitest.New(t)
	var against []string
	var found command.Verdict
	b.Powers.Check = func(_ context.Context, _ string, copies []string) (command.Verdict, error) {
		against = copies
		return found, nil
	}
	found = command.Verdict{Problems: []command.Problem{
		{Kind: "altered", Where: "a1/desk/zw", Detail: "differs", Sequence: 7, Seen: seen, File: "monday.db"},
		{Kind: "altered", Where: "a1/people/0", Detail: "missing", Sequence: 3, Seen: seen},
		{Kind: "altered", Where: "clock", Detail: "missing"},
		{Kind: "altered", Where: "b.db", Detail: "unsigned", File: "b.db"},
		{Kind: "altered", Where: "c.db", Detail: "signature", File: "c.db"},
	}}
	out, said := b.Do(command.CouldNot, "check", "--json", "--against", "monday.db", "--against", "b.db")
	var v struct {
		OK      bool
		Altered []map[string]any
	}
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(against, []string{"monday.db", "b.db"}) {
		t.Errorf("it is held to %v", against)
	}
	want := []map[string]any{
		{"stream": "a1/desk/zw", "sequence": 7., "reason": "differs", "seen_at": "2026-11-30T09:15:00Z", "file": "monday.db"},
		{"stream": "a1/people/0", "sequence": 3., "reason": "missing", "seen_at": "2026-11-30T09:15:00Z", "file": ""},
		{"stream": "clock", "sequence": 0., "reason": "missing", "seen_at": nil, "file": ""},
		{"stream": "", "sequence": 0., "reason": "unsigned", "seen_at": nil, "file": "b.db"},
		{"stream": "", "sequence": 0., "reason": "signature", "seen_at": nil, "file": "c.db"},
	}
	if v.OK || !reflect.DeepEqual(v.Altered, want) {
		t.Errorf("%v", v.Altered)
	}
	for _, part := range []string{"a1/desk/zw is not what it was on 30-11-2026 09:15", "up to change 7", "gone from a1/people/0", "from change 3 on", "clock", "b.db was not signed", "c.db is not as it was signed"} {
		if !strings.Contains(said, part) {
			t.Errorf("nothing is said of %q: %s", part, said)
		}
	}
	found = command.Verdict{Against: []command.Compared{{Path: "monday.db", Seen: seen}}}
	if out, _ = b.Do(command.Done, "check", "--against", "monday.db"); !strings.Contains(out, "in monday.db on 30-11-2026 09:15 is still there") {
		t.Errorf("%q", out)
	}
}

func TestCheckAndStore(t *testing.T) {
	b := clitest.New(t)
	var v files.VerdictJSON
	out, _ := b.Do(command.CouldNot, "check", "--json")
	if err := json.Unmarshal([]byte(out), &v); err != nil || v.OK || len(v.Problems) != 1 {
		t.Errorf("%v %+v", err, v)
	}
	b.Powers.Check = func(context.Context, string, []string) (command.Verdict, error) {
		return command.Verdict{Names: 1}, nil
	}
	if out, said := b.Do(command.Done, "check", "--json"); !strings.Contains(out, `"other_names": 1`) || !strings.Contains(said, "1 more name on this disk") {
		t.Errorf("%s %s", out, said)
	}
}

func TestDigestsAreTold(t *testing.T) {
	b := clitest.New(t)
	out, _ := b.Do(command.CouldNot, "check", "--digest")
	if out != "desk/1 e\nall d\n" {
		t.Errorf("%q", out)
	}
	_, said := b.Do(command.CouldNot, "init", "--site", "S", "--code", "SS", "--me", "M")
	if !strings.Contains(said, "there.db") {
		t.Errorf("%q", said)
	}
}
