package directory

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/hsds"
)

var today = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

const samples = "../../../../shared/samples/hsds"

// deskSession is that of whoever founded a store in memory.
func deskSession(t testing.TB) *model.Session {
	t.Helper()
	store := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: func() time.Time { return today }, Random: rand.Reader})
	me, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(t.Context(), store, me)
	if err != nil {
		t.Fatal(err)
	}
	return session
}

// folder opens files that a test has in memory.
func folder(of map[string]string) func(string) (io.ReadCloser, error) {
	return func(name string) (io.ReadCloser, error) {
		text, ok := of[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return io.NopCloser(strings.NewReader(text)), nil
	}
}

// sample are the files of a folder of the samples.
func sample(t testing.TB, name string) map[string]string {
	t.Helper()
	out := map[string]string{}
	list, _ := filepath.Glob(filepath.Join(samples, name, "*.csv"))
	if len(list) == 0 {
		t.Skip("the samples are not here")
	}
	for _, path := range list {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(path)] = string(raw)
	}
	return out
}

// bring brings files in.
func bring(t testing.TB, session *model.Session, of map[string]string, o transfer.ImportOptions) transfer.DirectoryReport {
	t.Helper()
	o.Now, o.Beside = today, folder(of)
	report, err := Import(t.Context(), session, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// written are the files of an export.
func written(t testing.TB, session *model.Session) (map[string]string, transfer.DirectoryExported) {
	t.Helper()
	out := map[string]string{}
	told, err := Export(t.Context(), session, nil, func(name string, write func(io.Writer) error) error {
		var b bytes.Buffer
		err := write(&b)
		out[name] = b.String()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out, told
}

func counts(r transfer.DirectoryReport) string {
	return fmt.Sprintf("%d read %d imported %d changed %d unchanged %d refused, organizations %v locations %v", r.Read, r.Imported, r.Changed, r.Unchanged, len(r.Refused), r.Organizations, r.Locations)
}

// TestWhatComesInGoesOutAsItCame: each sample comes in, goes out, comes in again with nothing changed, and goes out byte for byte the same;
// and so it does in another store.
func TestWhatComesInGoesOutAsItCame(t *testing.T) {
	for _, name := range []string{"ohana", "spec/csv"} {
		t.Run(name, func(t *testing.T) {
			session := deskSession(t)
			first := bring(t, session, sample(t, name), transfer.ImportOptions{})
			if first.Read == 0 || first.Imported != first.Read || len(first.Refused) > 0 {
				t.Fatal(counts(first), first.Refused)
			}
			out, _ := written(t, session)
			for _, again := range []map[string]string{sample(t, name), out, sample(t, name)} {
				report := bring(t, session, again, transfer.ImportOptions{})
				if report.Unchanged != first.Read || report.Changed+report.Imported+report.Organizations.Changed+report.Organizations.Imported+report.Locations.Changed+report.Locations.Imported > 0 || len(report.Refused) > 0 {
					t.Error(counts(report), report.Refused)
				}
				sameFiles(t, out, session)
			}
			other := deskSession(t)
			if report := bring(t, other, out, transfer.ImportOptions{}); report.Imported != first.Read || len(report.Refused) > 0 {
				t.Error(counts(report), report.Refused)
			}
			sameFiles(t, out, other)
		})
	}
}

func sameFiles(t *testing.T, out map[string]string, session *model.Session) {
	t.Helper()
	again, _ := written(t, session)
	for _, name := range slices.Sorted(maps.Keys(out)) {
		if out[name] != again[name] {
			a, b := strings.Split(out[name], "\n"), strings.Split(again[name], "\n")
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					t.Errorf("%s line %d:\n%s\n%s", name, i+1, a[i], b[i])
					break
				}
			}
			t.Errorf("%s differs: %d and %d bytes", name, len(out[name]), len(again[name]))
		}
	}
}

var _ = hsds.Organizations
