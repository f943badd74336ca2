package exchange

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/store"
)

// manyRows is a table of requests as a desk's earlier program would have saved it, in the order of time or in none.
func manyRows(n int, mixed bool) string {
	var b strings.Builder
	b.WriteString("zaaknummer;datum;afgesloten op;vraag;kanaal;minuten;resultaat\n")
	at := time.Date(2022, 1, 1, 9, 0, 0, 0, time.UTC)
	for i := range n {
		if mixed {
			i = i * 7919 % n
		}
		when := at.Add(time.Duration(i) * 20 * time.Minute)
		fmt.Fprintf(&b, "Z%d;%s;%s;hulp bij een brief van de gemeente;balie;%d;doorverwezen\n",
			i, when.Format("02-01-2006 15:04"), when.Add(time.Hour).Format("02-01-2006 15:04"), i%60+1)
	}
	return b.String()
}

// BenchmarkImport brings tables into stores on disk, in turn one in the order of time and one in none; closed requests with their minutes are
// the dearest rows there are. The last figures say how much longer the other order takes, and how much larger it makes the file.
func BenchmarkImport(b *testing.B) {
	const rows = 20_000
	var took [2]time.Duration
	var size [2]int64
	b.ReportAllocs()
	for b.Loop() {
		for i, mixed := range []bool{false, true} {
			file := manyRows(rows, mixed)
			path := filepath.Join(b.TempDir(), fmt.Sprint(mixed))
			began := time.Now()
			one(b, path, file, rows)
			took[i] += time.Since(began)
			info, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			size[i] = info.Size()
		}
	}
	b.ReportMetric(float64(rows*b.N)/took[0].Seconds(), "rows/s")
	b.ReportMetric(float64(took[1])/float64(took[0]), "×time-mixed")
	b.ReportMetric(float64(size[1])/float64(size[0]), "×size-mixed")
}

// one brings a table into a new store.
func one(b *testing.B, path, file string, rows int) {
	if err := store.Create(path, clock); err != nil {
		b.Fatal(err)
	}
	s, err := store.Open(path, store.Options{Now: func() time.Time { return clock }})
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
	if report := bring(b, session, file, transfer.ImportOptions{}); report.Imported != rows {
		b.Fatal(counts(report))
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}
