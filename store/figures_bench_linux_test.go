package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/overview"
	"leerbalie/model/overview/hands"
	"leerbalie/model/overview/signal"
	"leerbalie/model/overview/worth"
	"leerbalie/store"
)

// BenchmarkFigures reads all that an archive holds, as one period: at 1,000,000 requests nearly two years of 1,440 a day.
func BenchmarkFigures(b *testing.B) {
	each(b, func(b *testing.B, _ *store.Store, session *model.Session) {
		day := time.Now().UTC().Truncate(24 * time.Hour)
		p := overview.Period{From: day.AddDate(-2, 0, 0), Until: day.AddDate(0, 0, 1)}
		year := overview.Period{From: day.AddDate(-1, 0, 0), Until: day}
		for name, read := range map[string]func() error{
			"all":      func() error { _, err := overview.ReadFigures(b.Context(), session, p, time.Now()); return err },
			"year":     func() error { _, err := overview.ReadFigures(b.Context(), session, year, time.Now()); return err },
			"series":   func() error { _, err := overview.ReadSeries(b.Context(), session, year, overview.ByDay); return err },
			"arrivals": func() error { _, err := overview.ReadArrivals(b.Context(), session, 8, time.Now()); return err },
			"signals":  func() error { _, err := signal.ReadSignals(b.Context(), session, day); return err },
			"hands":    func() error { _, err := hands.ReadHands(b.Context(), session, time.Now()); return err },
			"worth":    func() error { _, err := worth.Read(b.Context(), session, year, time.Now()); return err },
			"themes": func() error {
				_, err := overview.ReadThemesByDay(b.Context(), session, overview.Period{From: day.AddDate(0, 0, -7*30), Until: day})
				return err
			},
		} {
			b.Run(name, func(b *testing.B) {
				for b.Loop() {
					if err := read(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

// BenchmarkFiguresKept tells what keeping figures costs: the same actions, each durable, in turn in a store that keeps them and in one that
// does not, and how many bytes more the file has.
func BenchmarkFiguresKept(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var sessions [2]*model.Session
			var used [2]int
			for i := range sessions {
				path := filepath.Join(b.TempDir(), fmt.Sprint(i))
				body, err := os.ReadFile(archive(b, n))
				if err == nil {
					err = os.WriteFile(path, body, 0o600)
				}
				if err != nil {
					b.Fatal(err)
				}
				open := store.Open
				if i == 1 {
					open = store.OpenWithoutFigures
				}
				s, err := open(path, sealing(time.Now))
				if err != nil {
					b.Fatal(err)
				}
				defer s.Close()
				used[i] = s.UsedBytes(b)
				sessions[i] = enterFirst(b, s)
			}
			var took [2][]time.Duration // of the processor: how long a disk takes is its own affair
			for b.Loop() {
				for i, session := range sessions {
					begin := processor(b)
					r, err := session.Do(b.Context(), desk.AddRequest{Request: desk.Request{Summary: "Brief van de gemeente", Theme: "taal", Channel: "desk"}})
					if err == nil {
						_, err = session.Do(b.Context(), desk.ClaimRequest{ID: r.Entity})
					}
					if err == nil {
						_, err = session.Do(b.Context(), desk.CloseRequest{ID: r.Entity, Outcome: "handled-directly", Minutes: 10})
					}
					if err != nil {
						b.Fatal(err)
					}
					took[i] = append(took[i], processor(b)-begin)
				}
			}
			with, without := median(took[0]), median(took[1])
			b.ReportMetric(float64(with)/float64(without), "times")
			b.ReportMetric(100*float64(used[0]-used[1])/float64(used[1]), "%bytes")
			b.ReportMetric(float64(with-without)/3/1e3, "µs-more/action")
		})
	}
}

// processor is how long the processor has worked for this process.
func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func median(of []time.Duration) time.Duration {
	slices.Sort(of)
	return of[len(of)/2]
}

// enterFirst enters as whoever is first in a store.
func enterFirst(b *testing.B, s *store.Store) *model.Session {
	b.Helper()
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
	return session
}
