package directory_test

import (
	"context"
	"fmt"
	"math/rand"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
)

// crowded is a made-up directory: so many organisations, each with two services at a place.
func crowded(b *bench, organizations int) {
	r := rand.New(rand.NewSource(7))
	vowels, consonants := []string{"a", "e", "i", "o", "u", "aa", "ee", "oe", "ui"}, []string{"b", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "sch", "st"}
	words := make([]string, 6000)
	for i := range words {
		for range 2 + r.Intn(3) {
			words[i] += consonants[r.Intn(len(consonants))] + vowels[r.Intn(len(vowels))]
		}
	}
	words = append(words, "schuldhulp", "toeslagen", "taal", "wonen", "zorg", "jeugd", "belasting")
	some := func(n int) (out string) {
		for range n {
			out += words[int(float64(len(words))*r.Float64()*r.Float64())] + " "
		}
		return out
	}
	cities := []string{"Den Haag", "Rijswijk", "Delft", "Zoetermeer", "Leiden"}
	var groups [][]model.Action
	for i := range organizations {
		o := directory.Organization{Entry: directory.Entry{Name: some(2), Description: some(20), Source: fmt.Sprint("o", i), Phones: []directory.Phone{{Number: fmt.Sprintf("070-%07d", i)}}}}
		l := directory.Location{Entry: directory.Entry{Name: some(2), Source: fmt.Sprint("l", i)}, Address: []string{fmt.Sprintf("%s%d", some(1), r.Intn(200))}, City: cities[r.Intn(5)], Schedules: weekdays(9, 17)}
		group := []model.Action{directory.PutOrganization{Organization: o}, directory.PutLocation{Location: l}}
		for j := range 2 {
			group = append(group, directory.PutService{Service: directory.Service{Entry: directory.Entry{Name: some(3), Description: some(60), Source: fmt.Sprint("s", i, "-", j)},
				Organization: directory.SourceID(directory.KindOrganization, o.Source), Locations: []journal.ID{directory.SourceID(directory.KindLocation, l.Source)},
				Needs: []string{some(1), words[6000+r.Intn(7)]}, Languages: []string{"nl"}, Eligibility: some(10), Process: some(8)}})
		}
		if groups = append(groups, group); len(groups) == 200 || i == organizations-1 {
			refused, err := b.sam.Try(context.Background(), groups, false)
			b.must(err)
			for _, err := range refused {
				b.must(err)
			}
			groups = nil
		}
	}
}

// BenchmarkAsTyped searches 2,000 organisations with 4,000 services letter by letter, and tells the time within which 99 of 100 letters
// are answered, by the clock and as the processor worked. Every twentieth letter somebody else wrote meanwhile.
func BenchmarkAsTyped(t *testing.B) {
	b := begin(t)
	crowded(b, 2000)
	typed := []string{"schuldhulp", "toeslagne", "taal zorg", "den haag wonen", "belastingdienst", "jeu"}
	var took, worked []time.Duration
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	n := 0
	mo := b.person("Mo", model.RoleDesk)
	id := directory.SourceID(directory.KindService, "s3-1")
	b.find(b.sam, directory.Query{Text: "x"})
	t.ResetTimer()
	for t.Loop() {
		for _, text := range typed {
			for i := range text {
				if n++; n%20 == 0 {
					t.StopTimer()
					b.do(mo, directory.Note{ID: id, Text: fmt.Sprint("aantekening ", n)})
					t.StartTimer()
				}
				from, busy := time.Now(), thread()
				_, err := directory.Find(context.Background(), b.sam, directory.Query{Text: text[:i+1], Now: b.now, Limit: 20})
				took, worked = append(took, time.Since(from)), append(worked, thread()-busy)
				b.must(err)
			}
		}
	}
	for name, all := range map[string][]time.Duration{"": took, "cpu-": worked} {
		slices.Sort(all)
		for _, p := range []int{50, 99} {
			t.ReportMetric(float64(all[len(all)*p/100].Microseconds())/1000, fmt.Sprintf("p%d-%sms", p, name))
		}
	}
}

// thread is for how long this thread worked: what a machine that does other things beside it leaves as it is.
func thread() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(1, &u) != nil { // RUSAGE_THREAD
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkFirst is the first search of a seat, which reads the whole directory.
func BenchmarkFirst(t *testing.B) {
	b := begin(t)
	crowded(b, 2000)
	for t.Loop() {
		fresh, err := model.Enter(context.Background(), b.store, b.sam.Me().ID)
		b.must(err)
		b.find(fresh, directory.Query{Text: "x"})
	}
}
