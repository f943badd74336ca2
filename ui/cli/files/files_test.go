package files_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

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

func TestNothingIsWrittenOverData(t *testing.T) {
	b := clitest.New(t)
	path := filepath.Join(t.TempDir(), "leerbalie.db")
	if err := os.WriteFile(path, []byte("all that was ever typed"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Powers.IsData = func(asked string) (bool, error) { return asked == path, nil }
	for _, command := range [][]string{
		{"export", "requests"}, {"export", "promises"}, {"report", "site", "--format", "csv"}, {"report", "site", "--json"},
	} {
		for _, force := range []string{"--force=false", "--force"} {
			if _, said := b.Do(1, append(command, "-o", path, force)...); !strings.Contains(said, "never replaced") {
				t.Errorf("%q said %q", command, said)
			}
		}
	}
	if body, err := os.ReadFile(path); err != nil || string(body) != "all that was ever typed" {
		t.Errorf("%q %v", body, err)
	}
}

func TestCheckAndStore(t *testing.T) {
	b := clitest.New(t)
	var v files.VerdictJSON
	out, _ := b.Do(command.CouldNot, "check", "--json")
	if err := json.Unmarshal([]byte(out), &v); err != nil || v.OK || len(v.Problems) != 1 {
		t.Errorf("%v %+v", err, v)
	}
	out, _ = b.Do(command.CouldNot, "check", "--digest")
	if out != "desk/1 e\nall d\n" {
		t.Errorf("%q", out)
	}
	_, said := b.Do(command.CouldNot, "init", "--site", "S", "--code", "SS", "--me", "M")
	if !strings.Contains(said, "there.db") {
		t.Errorf("%q", said)
	}
}
