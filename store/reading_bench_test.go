package store_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/store"
	"leerbalie/store/disk"
)

// middle is the median.
func middle(of []time.Duration) time.Duration {
	s := slices.Sorted(slices.Values(of))
	return s[len(s)/2]
}

// BenchmarkReading opens a store of each size to read it, in turn with opening it to write, where very much was removed from it before: what
// is free costs those who write.
func BenchmarkReading(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "d.db")
			s := open(b, archive(b, n))
			if err := s.Backup(b.Context(), path, nil); err != nil {
				b.Fatal(err)
			}
			s.Close()
			o := store.Options{Now: time.Now, Passing: true}
			leaveFreePages(b, path, 17_000)
			var read, written []time.Duration
			for b.Loop() {
				for _, o.Reads = range []bool{true, false} {
					began := time.Now()
					s, err := store.Open(path, o)
					if err != nil {
						b.Fatal(err)
					}
					session, err := model.EnterAs(b.Context(), s, "")
					if err != nil {
						b.Fatal(err)
					}
					if _, err := desk.ReadPage(b.Context(), session, desk.PageQuery{View: desk.ViewOpen, Limit: 40}); err != nil {
						b.Fatal(err)
					}
					if err := s.Close(); err != nil {
						b.Fatal(err)
					}
					if took := time.Since(began); o.Reads {
						read = append(read, took)
					} else {
						written = append(written, took)
					}
				}
			}
			b.ReportMetric(float64(middle(read).Microseconds()), "µs-to-read")
			b.ReportMetric(float64(middle(written))/float64(middle(read)), "×to-write")
		})
	}
}

// leaveFreePages leaves every other page of many in a file free, so that no two make one longer place.
func leaveFreePages(b *testing.B, path string, n int) {
	s, err := store.Open(path, store.Options{Now: time.Now}) // which gives the copy a name of its own
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	db, err := disk.Open(path, 0o600, &disk.Options{FreelistType: disk.FreelistMapType})
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	name, value := []byte("zz of this benchmark"), make([]byte, 3<<10) // one to a page
	for _, step := range []func(t *disk.Bucket, i int) error{
		func(t *disk.Bucket, i int) error { return t.Put(fmt.Appendf(nil, "%09d", i), value) },
		func(t *disk.Bucket, i int) error {
			if i%2 == 0 {
				return nil
			}
			return t.Delete(fmt.Appendf(nil, "%09d", i))
		},
	} {
		if err := db.Update(func(t *disk.Tx) error {
			bucket, err := t.CreateBucketIfNotExists(name)
			for i := 0; err == nil && i < 2*n; i++ {
				err = step(bucket, i)
			}
			return err
		}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFindNotClosed searches among what is not closed, for words that stand everywhere: it should take as long with every archive.
func BenchmarkFindNotClosed(b *testing.B) {
	each(b, func(b *testing.B, _ *store.Store, session *model.Session) {
		for b.Loop() {
			f, err := desk.SearchRequests(b.Context(), session, desk.SearchQuery{Text: "b", Filter: desk.Filter{NotClosed: true}, Limit: 40, Exact: true})
			if err != nil || len(f.Rows) == 0 {
				b.Fatal(len(f.Rows), err)
			}
		}
	})
}

// BenchmarkAction is one user's action, durable, in turn with what the disk and bbolt take for one key in a file that is the same.
func BenchmarkAction(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bare := filepath.Join(b.TempDir(), "bare.db")
			on(b, archive(b, n), func(b *testing.B, s *store.Store, session *model.Session) {
				if err := s.Backup(b.Context(), bare, nil); err != nil {
					b.Fatal(err)
				}
				db, err := disk.Open(bare, 0o600, &disk.Options{FreelistType: disk.FreelistMapType})
				if err != nil {
					b.Fatal(err)
				}
				defer db.Close()
				var action, put []time.Duration
				for b.Loop() {
					began := time.Now()
					if _, err := session.Do(b.Context(), desk.AddRequest{Request: desk.Request{Summary: "Brief van de gemeente", Theme: "taal"}}); err != nil {
						b.Fatal(err)
					}
					action, began = append(action, time.Since(began)), time.Now()
					if err := db.Update(func(tx *disk.Tx) error {
						return tx.Bucket([]byte("setting")).Put(fmt.Appendf(nil, "bench%09d", len(put)), []byte("value"))
					}); err != nil {
						b.Fatal(err)
					}
					put = append(put, time.Since(began))
				}
				b.ReportMetric(float64(middle(action).Microseconds()), "µs")
				b.ReportMetric(float64(middle(action))/float64(middle(put)), "×bare-put")
			})
		})
	}
}
