package store_test

import (
	"context"
	"flag"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store"
	"leerbalie/store/disk"
)

// million adds archives of 1,000,000 requests to the benchmarks.
var million = flag.Bool("million", false, "benchmark with 1,000,000 requests as well")

func sizes() []int {
	if *million {
		return []int{1_000, 100_000, 1_000_000}
	}
	return []int{1_000, 100_000}
}

var words = []string{"brief", "belastingdienst", "huur", "toeslag", "aanvraag", "boodschappen", "afspraak", "huisarts", "school", "inschrijven",
	"energie", "rekening", "betalen", "regeling", "uitkering", "formulier", "invullen", "taal", "les", "computer", "digid", "vervoer",
	"eenzaam", "bezoek", "wandelen", "buren", "overlast", "woning", "lekkage", "verhuizen", "stroom", "afsluiting", "schuld", "deurwaarder"}

// archive builds a store with n requests, of which the last 40 wait and the rest are closed, as an import would.
func archive(b testing.TB, n int) string { return archiveIn(b, n, false) }

func archiveIn(b testing.TB, n int, sealed bool) string {
	path := filepath.Join(os.TempDir(), fmt.Sprintf("leerbalie-bench-%d-%d.db", os.Getpid(), n))
	if sealed {
		path += "-sealed"
	}
	if _, err := os.Stat(path); err == nil {
		return path
	}
	b.Helper()
	now := time.Now()
	make := func() error { return store.Create(path, now) }
	if sealed {
		make = func() error {
			return store.FoundSealed(path, sealing(time.Now), passphrase, func(*store.Store) error { return nil })
		}
	}
	if err := make(); err != nil {
		b.Fatal(err)
	}
	s := open(b, path)
	defer s.Close()
	me, err := model.Found(context.Background(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		b.Fatal(err)
	}
	session, err := model.Enter(context.Background(), s, me)
	if err != nil {
		b.Fatal(err)
	}
	fill(b, session, n, now)
	if err := s.IndexWords(context.Background()); err != nil {
		b.Fatal(err)
	}
	return path
}

func fill(b testing.TB, session *model.Session, n int, now time.Time) {
	r := rand.New(rand.NewSource(1))
	var groups [][]model.Action
	for i := range n {
		id, err := journal.NewID(now.UnixMilli()-int64(n-i)*60_000, r)
		if err != nil {
			b.Fatal(err)
		}
		created := now.Add(-time.Duration(n-i) * time.Minute)
		summary := fmt.Sprintf("%s %s %s %s", pick(r), pick(r), pick(r), pick(r))
		group := []model.Action{desk.AddRequest{Request: desk.Request{ID: id, Summary: summary, Created: created, Theme: pick(r),
			Channel: "desk", Source: fmt.Sprintf("S%d", i)}}}
		if i < n-40 {
			group = append(group, desk.CloseRequest{ID: id, Outcome: "handled-directly", Minutes: 20, At: created.Add(30 * time.Minute)})
		}
		groups = append(groups, group)
		if len(groups) == 5000 || i == n-1 {
			refused, err := session.Try(context.Background(), groups, false)
			if err != nil {
				b.Fatal(err)
			}
			for _, err := range refused {
				if err != nil {
					b.Fatal(err)
				}
			}
			groups = groups[:0]
		}
	}
}

// pick draws a word, the first ones more often than the last.
func pick(r *rand.Rand) string {
	return words[min(int(float64(len(words))*r.Float64()*r.Float64()), len(words)-1)]
}

func open(b testing.TB, path string) *store.Store {
	b.Helper()
	s, err := store.Open(path, sealing(time.Now))
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func TestMain(m *testing.M) {
	play()
	flag.Parse()
	histories := false
	flag.Visit(func(f *flag.Flag) { histories = histories || f.Name == "rapid.checks" })
	if !histories { // one on disk takes as long as ten in memory
		_ = flag.Set("rapid.checks", "15")
	}
	code := m.Run()
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		for _, end := range []string{"", "-sealed"} {
			_ = os.Remove(filepath.Join(os.TempDir(), fmt.Sprintf("leerbalie-bench-%d-%d.db", os.Getpid(), n)+end))
		}
	}
	os.Exit(code)
}

// each runs a benchmark on an archive of every size.
func each(b *testing.B, bench func(b *testing.B, s *store.Store, session *model.Session)) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) { on(b, archive(b, n), bench) })
		b.Run(fmt.Sprint(n)+"/sealed", func(b *testing.B) { on(b, archiveIn(b, n, true), bench) })
	}
}

func on(b *testing.B, path string, bench func(b *testing.B, s *store.Store, session *model.Session)) {
	s := open(b, path)
	defer s.Close()
	var me journal.ID
	if err := s.Read(b.Context(), func(tx model.Tx) error {
		return tx.Each(model.KindPerson, func(r *journal.Record) error { me = r.ID; return nil })
	}); err != nil {
		b.Fatal(err)
	}
	session, err := model.Enter(b.Context(), s, me)
	if err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	bench(b, s, session)
}

func BenchmarkPage(b *testing.B) {
	each(b, func(b *testing.B, _ *store.Store, session *model.Session) {
		for b.Loop() {
			if _, err := desk.ReadPage(b.Context(), session, desk.PageQuery{View: desk.ViewAll, Limit: 40}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkAdd is one user's action, durable; BenchmarkBarePut is what the disk and bbolt take for one key in the same file.
func BenchmarkAdd(b *testing.B) {
	each(b, func(b *testing.B, _ *store.Store, session *model.Session) {
		for b.Loop() {
			if _, err := session.Do(b.Context(), desk.AddRequest{Request: desk.Request{Summary: "Brief van de gemeente", Theme: "taal"}}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkBarePut(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			db, err := disk.Open(archive(b, n), 0o600, &disk.Options{FreelistType: disk.FreelistMapType})
			if err != nil {
				b.Fatal(err)
			}
			defer db.Close()
			i := 0
			for b.Loop() {
				i++
				if err := db.Update(func(tx *disk.Tx) error {
					return tx.Bucket([]byte("setting")).Put(fmt.Appendf(nil, "bench%09d", i), []byte("value"))
				}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, q := range []string{"b", "br", "brief", "deurwaarder", "brief huur school", "zw-000", "niets", "sch afsl"} {
		b.Run(q, func(b *testing.B) {
			each(b, func(b *testing.B, _ *store.Store, session *model.Session) {
				for b.Loop() {
					if _, err := desk.FindRequests(b.Context(), session, q, 40); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range sizes() {
		for _, sealed := range []bool{false, true} {
			b.Run(fmt.Sprintf("%d/sealed=%v", n, sealed), func(b *testing.B) {
				path := archiveIn(b, n, sealed)
				for b.Loop() {
					open(b, path).Close()
				}
			})
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	each(b, func(b *testing.B, s *store.Store, _ *model.Session) {
		entities := 0
		for b.Loop() {
			r, err := s.Check(b.Context())
			if err != nil || len(r.Problems) > 0 {
				b.Fatal(r, err)
			}
			entities += r.Entities
		}
		b.ReportMetric(float64(entities)/b.Elapsed().Seconds(), "entities/s")
	})
}

// BenchmarkBackup tells, besides how long a backup takes, how many times as long that is as a copy page by page.
func BenchmarkBackup(b *testing.B) {
	each(b, func(b *testing.B, s *store.Store, _ *model.Session) {
		path := filepath.Join(b.TempDir(), "copy")
		var pages time.Duration
		for b.Loop() {
			if err := s.Backup(b.Context(), path, nil); err != nil {
				b.Fatal(err)
			}
			size, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(size.Size())/1e6, "MB")
			b.StopTimer()
			begin := time.Now()
			if err := s.WritePages(b.Context(), path+".pages"); err != nil {
				b.Fatal(err)
			}
			pages += time.Since(begin)
			_, _ = os.Remove(path), os.Remove(path+".pages")
			b.StartTimer()
		}
		b.ReportMetric(float64(b.Elapsed())/float64(pages), "times-pages")
	})
}

func BenchmarkImport(b *testing.B) {
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "d.db")
		if err := store.Create(path, time.Now()); err != nil {
			b.Fatal(err)
		}
		s := open(b, path)
		me, err := model.Found(b.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
		if err != nil {
			b.Fatal(err)
		}
		session, err := model.Enter(b.Context(), s, me)
		if err != nil {
			b.Fatal(err)
		}
		fill(b, session, 50_000, time.Now())
		s.Close()
	}
	b.ReportMetric(50_000*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
