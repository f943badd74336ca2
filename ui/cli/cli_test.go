package cli

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one

	"leerbalie/model"
	"leerbalie/model/memory"
	"leerbalie/model/transfer"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
)

func clock() time.Time { return time.Date(2026, 3, 9, 13, 0, 0, 0, time.UTC) }

// bench is a program around a store in memory.
type bench struct {
	t      *testing.T
	powers Powers
	in     string
	report transfer.Report
	opened int
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t}
	ticks := 0
	now := func() time.Time { ticks++; return clock().Add(time.Duration(ticks) * time.Millisecond) } // ids sort by their time
	store := memory.New(memory.Options{Replica: model.Replica{1}, Tag: "K7", Now: now, Random: rand.Reader})
	if _, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"}); err != nil {
		t.Fatal(err)
	}
	b.powers = Powers{
		Open: func(ctx context.Context, _, as string) (*model.View, func() error, error) {
			who, err := model.Who(ctx, store, as)
			if err != nil {
				return nil, nil, err
			}
			v, err := model.Enter(ctx, store, who)
			b.opened++
			return v, func() error { b.opened--; return nil }, err
		},
		Create: func(context.Context, string, model.Founding) (string, error) {
			return "", model.Fail(model.Conflict, "store-exists", "path", "there.db")
		},
		Check: func(context.Context, string, bool, func(int64, int64)) (Verdict, error) {
			return Verdict{Problems: []Problem{{"derived", "row", "missing"}}, Digest: "d", Digests: map[string]string{"desk/1": "e"}}, nil
		},
		Import: func(_ context.Context, _ *model.View, src io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
			_, err := io.Copy(io.Discard, src)
			return b.report, errors.Join(err, o.Check())
		},
		Export: func(_ context.Context, _ *model.View, dst io.Writer, _ transfer.ExportOptions) (transfer.Exported, error) {
			_, err := io.WriteString(dst, "number\n")
			return transfer.Exported{Requests: 1}, err
		},
		Keys: func(text.Words) []keys.Group {
			return []keys.Group{{Title: "Desk", Lines: []keys.Line{{ID: "claim", Keys: []string{"c"}, Does: "take"}}}}
		},
		App: func(context.Context, AppOptions) error { return nil },
	}
	return b
}

// do runs one command; want is the exit status.
func (b *bench) do(want int, args ...string) (out, complaint string) {
	b.t.Helper()
	var stdout, stderr bytes.Buffer
	s := Session{Args: args, In: strings.NewReader(b.in), Out: &stdout, Err: &stderr, Locale: "en_GB.UTF-8", Version: "1", Now: clock}
	if got := Run(b.t.Context(), b.powers, s); got != want {
		b.t.Errorf("%q ended with %d, want %d\n%s%s", args, got, want, stdout.String(), stderr.String())
	}
	if b.opened != 0 {
		b.t.Errorf("%q left the store open", args)
	}
	for _, text := range []string{stdout.String(), stderr.String()} {
		for _, id := range []string{"cli.re", "cli.im", "cli.fl", "cli.co", "cli.us", "error.csv", "error.cli", "cli-"} {
			if strings.Contains(text, id) {
				b.t.Errorf("%q shows a code where a sentence belongs:\n%s", args, text)
			}
		}
	}
	return stdout.String(), stderr.String()
}

// json runs a command and reads its answer.
func (b *bench) json(into any, args ...string) {
	b.t.Helper()
	out, _ := b.do(done, append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), into); err != nil {
		b.t.Fatalf("%q: %v\n%s", args, err, out)
	}
}

func TestLifeOfARequest(t *testing.T) {
	b := newBench(t)
	b.do(done, "resident", "add", "mw.", "de", "Vries", "--phone", "0612345678", "--told")
	out, _ := b.do(done, "request", "add", "Afsluiting stroom dreigt", "--urgency", "nu", "--theme", "armoede", "--channel", "balie", "--resident", "Vries")
	if !strings.Contains(out, "ZW-0001") {
		t.Fatal(out)
	}
	b.do(done, "request", "claim", "zw-0001")
	b.do(done, "request", "memo", "ZW-0001", "brief", "van", "Stedin")
	b.do(done, "request", "time", "ZW-0001", "25", "--day", "2026-03-09")
	b.do(done, "request", "refer", "ZW-0001", "Stedin", "--warm", "--consent")
	b.do(done, "request", "refer", "ZW-0001", "Stedin", "--state", "sent")
	b.do(done, "request", "park", "ZW-0001")
	b.do(done, "request", "park", "ZW-0001", "--back")
	_, warned := b.do(done, "request", "close", "ZW-0001", "--outcome", "doorverwezen", "--minutes", "5", "--tag", "rust")
	if !strings.Contains(warned, "open") {
		t.Errorf("no warning of the open referral: %q", warned)
	}
	var r fullJSON
	b.json(&r, "request", "show", "ZW-0001")
	if r.Status != "closed" || r.Urgency != "now" || r.Theme != "poverty" || r.Channel != "desk" || r.Outcome != "referred" || r.Minutes != 30 ||
		len(r.Memos) != 1 || len(r.Referrals) != 1 || r.Referrals[0].State != "sent" || r.ResidentName != "mw. de Vries" || len(r.Tags) != 1 {
		t.Errorf("%+v", r)
	}
	if r.CreatedAt == nil || *r.CreatedAt != "2026-03-09T14:00:00+01:00" {
		t.Errorf("came in %v", r.CreatedAt)
	}
	b.do(couldNot, "request", "claim", "ZW-0001")
	b.do(couldNot, "request", "show", "ZW-9999")
}

func TestListsForPeopleAndScripts(t *testing.T) {
	b := newBench(t)
	var none []requestJSON
	b.json(&none, "request", "list")
	if none == nil {
		t.Error("an empty list is null")
	}
	for _, summary := range []string{"een", "twee", "drie \x1b[31mrood", "vier"} {
		b.do(done, "request", "add", summary)
	}
	b.do(done, "request", "close", "ZW-0001", "--outcome", "referred")
	var open, all, closed, some []requestJSON
	b.json(&open, "request", "list")
	b.json(&all, "request", "list", "--status", "all")
	b.json(&closed, "request", "list", "--status", "afgesloten")
	b.json(&some, "request", "list", "--limit", "2")
	if len(open) != 3 || len(all) != 4 || len(closed) != 1 || len(some) != 2 {
		t.Errorf("%d open, %d all, %d closed, %d of two", len(open), len(all), len(closed), len(some))
	}
	out, _ := b.do(done, "request", "list")
	if strings.Contains(out, "\x1b") || len(strings.Split(strings.TrimSpace(out), "\n")) != 4 {
		t.Errorf("%q", out)
	}
	var found []requestJSON
	b.json(&found, "request", "search", "twee")
	if len(found) != 1 || found[0].Number != "ZW-0002" {
		t.Errorf("found %+v", found)
	}
	keys := map[string]any{}
	line, _ := json.Marshal(open[0])
	_ = json.Unmarshal(line, &keys)
	for _, name := range strings.Fields("id number status summary urgency supervision channel theme life_domain site resident holder created_at closed_at outcome minutes source_id") {
		if _, ok := keys[name]; !ok {
			t.Errorf("%s is left out", name)
		}
	}
}

func TestPeopleAndGroups(t *testing.T) {
	b := newBench(t)
	b.do(done, "group", "add", "2B")
	b.do(done, "person", "add", "Ali", "Yilmaz", "--role", "student", "--level", "mbo-3", "--group", "2B", "--language", "tr,nl")
	b.do(done, "person", "add", "Ali Bakker", "--role", "teacher")
	var people []personJSON
	b.json(&people, "person", "list", "--role", "student")
	if len(people) != 1 || people[0].Groups[0].Name != "2B" || !slices.Equal(people[0].Languages, []string{"tr", "nl"}) {
		t.Errorf("%+v", people)
	}
	_, said := b.do(couldNot, "person", "show", "Ali")
	if !strings.Contains(said, "Bakker") || !strings.Contains(said, "Yilmaz") {
		t.Errorf("two people are called Ali: %q", said)
	}
	b.do(couldNot, "request", "list", "--as", "Ali Bakker") // a teacher sees no residents
	b.do(couldNot, "request", "list", "--as", "Niemand")
}

func TestUsedWrongly(t *testing.T) {
	b := newBench(t)
	for _, args := range [][]string{
		{"nonsense"}, {"request", "lst"}, {"request"}, {"request", "add"}, {"request", "show"}, {"request", "show", "1", "2"}, {"request", "list", "--colour"},
		{"request", "list", "--limit", "many"}, {"request", "list", "--limit", "-1"}, {"request", "list", "--status", "gone"}, {"request", "list", "--limit"},
		{"request", "close", "ZW-0001"}, {"request", "close", "ZW-0001", "--outcome", "wow"}, {"request", "time", "ZW-0001", "long"}, {"person", "add", "X", "--role", "king"},
		{"init"}, {"import", "requests", "f.csv", "--format", "pdf"}, {"import", "requests", "f.csv", "--map", "colour=x"}, {"--lang", "fr"}, {"completion", "cmd"},
	} {
		out, said := b.do(misused, args...)
		if out != "" || !strings.Contains(said, "--help") {
			t.Errorf("%q: %q %q", args, out, said)
		}
	}
	_, said := b.do(misused, "request", "lst")
	if !strings.Contains(said, "list") {
		t.Errorf("the command that was meant is not named: %q", said)
	}
}

func TestImportTells(t *testing.T) {
	b := newBench(t)
	b.in = "x"
	b.report = transfer.Report{Format: transfer.CSV, Read: 500, Imported: 498, Refused: []transfer.Refusal{
		{Row: 7, Err: model.Fail(model.Invalid, "date.impossible", "text", "31-02-2026")}, {Row: 9, Err: model.Fail(model.Invalid, "import.bsn", "field", "summary")},
	}, Remarks: []transfer.Remark{{Msg: "import.no-source-id"}}}
	out, said := b.do(done, "import", "requests", "-")
	if out != "500 read, 498 imported, 2 refused\n" || !strings.Contains(said, "-:7: ") || !strings.Contains(said, "31-02-2026") {
		t.Errorf("%q\n%q", out, said)
	}
	var r reportJSON
	b.json(&r, "import", "requests", "-")
	if r.Read != 500 || r.Imported != 498 || len(r.Refused) != 2 || r.Refused[0].Row != 7 || r.Refused[0].Reason == "" || len(r.Remarks) != 1 {
		t.Errorf("%+v", r)
	}
	b.do(couldNot, "import", "requests", "-", "--strict")
	b.do(couldNot, "import", "requests", filepath.Join(t.TempDir(), "gone.csv"))
	b.do(couldNot, "import", "requests", t.TempDir())
}

func TestExportWritesAFileOnce(t *testing.T) {
	b := newBench(t)
	path := filepath.Join(t.TempDir(), "out.csv")
	b.do(done, "export", "requests", "-o", path)
	b.do(couldNot, "export", "requests", "-o", path)
	b.do(done, "export", "requests", "-o", path, "--force")
	body, err := os.ReadFile(path)
	if err != nil || string(body) != "number\n" {
		t.Errorf("%q %v", body, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
	out, _ := b.do(done, "export", "requests")
	if out != "number\n" {
		t.Errorf("%q", out)
	}
}

func TestCheckAndStore(t *testing.T) {
	b := newBench(t)
	var v verdictJSON
	out, _ := b.do(couldNot, "check", "--json")
	if err := json.Unmarshal([]byte(out), &v); err != nil || v.OK || len(v.Problems) != 1 {
		t.Errorf("%v %+v", err, v)
	}
	out, _ = b.do(couldNot, "check", "--digest")
	if out != "desk/1 e\nall d\n" {
		t.Errorf("%q", out)
	}
	_, said := b.do(couldNot, "init", "--site", "S", "--code", "SS", "--me", "M")
	if !strings.Contains(said, "there.db") {
		t.Errorf("%q", said)
	}
}

func TestHelpInBothLanguages(t *testing.T) {
	b := newBench(t)
	for _, args := range [][]string{{"--help"}, {"request", "--help"}, {"help", "request", "add"}, {"import", "requests", "--help"}, {"--version"}, {"man"}} {
		for _, lang := range []string{"nl", "en"} {
			out, _ := b.do(done, append(args, "--lang="+lang)...)
			if out == "" {
				t.Errorf("%q says nothing", args)
			}
		}
	}
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if out, _ := b.do(done, "completion", shell); len(out) < 100 {
			t.Errorf("%s: %q", shell, out)
		}
	}
}

func TestFieldMap(t *testing.T) {
	got, err := fieldMap([]string{"summary=Vraag, kort,source_id=Nr", "bsn=BSN"}, transfer.RequestFields())
	if err != nil || len(got) != 3 || got["summary"] != "Vraag, kort" || got["source_id"] != "Nr" {
		t.Errorf("%q %v", got, err)
	}
}
