package exchange

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/store"
)

// manyRows is a table of requests as a desk's earlier program would have saved it.
func manyRows(n int) string {
	var b strings.Builder
	b.WriteString("zaaknummer;datum;afgesloten op;vraag;kanaal;minuten;resultaat\n")
	at := time.Date(2022, 1, 1, 9, 0, 0, 0, time.UTC)
	for i := range n {
		when := at.Add(time.Duration(i) * 20 * time.Minute)
		fmt.Fprintf(&b, "Z%d;%s;%s;hulp bij een brief van de gemeente;balie;%d;doorverwezen\n",
			i, when.Format("02-01-2006 15:04"), when.Add(time.Hour).Format("02-01-2006 15:04"), i%60+1)
	}
	return b.String()
}

// BenchmarkImport brings a table into a store on disk; closed requests with their minutes are the dearest rows there are.
func BenchmarkImport(b *testing.B) {
	const rows = 20_000
	file := manyRows(rows)
	b.ReportAllocs()
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "store.db")
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
	b.ReportMetric(float64(rows*b.N)/b.Elapsed().Seconds(), "rows/s")
}
