package directory

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/store"
)

// BenchmarkImport brings 2,000 organisations with 5,000 services, their telephones and hours into a new store on disk, and once more, when
// all of it is known.
func BenchmarkImport(b *testing.B) {
	files := many(1000, 5)
	for name, text := range many(2000, 1) { // the other thousand has none
		if name == "organizations.csv" {
			files[name] = text
		}
	}
	var took [2]time.Duration
	for b.Loop() {
		s, err := founded(filepath.Join(b.TempDir(), "s.db"))
		if err != nil {
			b.Fatal(err)
		}
		me, err := model.Found(b.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
		if err != nil {
			b.Fatal(err)
		}
		session, err := model.Enter(b.Context(), s, me)
		if err != nil {
			b.Fatal(err)
		}
		for i, want := range []string{"5000 0", "0 5000"} {
			began := time.Now()
			r, err := Import(b.Context(), session, nil, transfer.ImportOptions{Now: today, Beside: folder(files)})
			if got := fmt.Sprint(r.Imported, r.Unchanged); err != nil || got != want || r.Organizations.Read != 2000 {
				b.Fatal(err, got)
			}
			took[i] += time.Since(began)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(took[0].Seconds()/float64(b.N), "s/first")
	b.ReportMetric(took[1].Seconds()/float64(b.N), "s/again")
}

// founded is a new store.
func founded(path string) (*store.Store, error) {
	if err := store.Create(path, today); err != nil {
		return nil, err
	}
	return store.Open(path, store.Options{Now: time.Now})
}
