package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model/plain"
	"leerbalie/store/disk"
)

var prefix17 = []byte("desk-and-a-site--")

// TestTermsFindWhatReadingFinds: with several ways to write a word, words that are nearly it and telephone numbers, the index finds
// what looking at each text finds; and tells the same of single texts.
func TestTermsFindWhatReadingFinds(whole *testing.T) {
	words := rapid.SampledFrom([]string{"toeslagen", "toeslagne", "toesla", "zorgtoeslag", "huur", "huurt", "bijstand", "bystander", "dijk", "dyk", "éénzaam", "één", "привет", "привит",
		"0612345678", "06-12345678", "+31 6 1234 5678", "06 123", "101234567", "belasting", "belastingdienst", "belastngdeinst"})
	rapid.Check(whole, func(t *rapid.T) {
		var docs []Doc
		texts := map[ID]string{}
		w := newWriter(3)
		for n := range rapid.IntRange(1, 40).Draw(t, "texts") {
			text := strings.Join(rapid.SliceOfN(words, 1, 4).Draw(t, "text"), " , ")
			id := w.id(1_600_000_000_000 + uint64(n)*300_000)
			texts[id] = plain.Searched(text)
			docs = append(docs, Doc{id, strings.Fields(texts[id])})
		}
		typed := strings.Join(rapid.SliceOfN(words, 1, 2).Draw(t, "typed"), " , ")
		terms := plain.TermsOf(typed)
		if rapid.Bool().Draw(t, "nearly") {
			terms, _ = terms.Nearly()
		}
		var want []ID
		var all []ID
		for _, d := range slices.Backward(docs) {
			all = append(all, d.ID)
			if terms.In(texts[d.ID]) {
				want = append(want, d.ID)
			}
		}
		db := open(whole)
		write(t, db, func(bk *disk.Bucket) error { return Index(bk, prefix17, docs) })
		read(t, db, func(bk *disk.Bucket) error {
			got, err := Search{Query: Query{Prefixes: [][]byte{prefix17}, Terms: terms}}.Run(whole.Context(), bk)
			if err != nil || !slices.Equal(got, want) {
				t.Fatalf("%q: found %d of %d (%v)", typed, len(got), len(want), err)
			}
			among, err := Among(whole.Context(), bk, Query{Prefixes: [][]byte{prefix17}, Terms: terms}, all)
			if err != nil || len(among) != len(want) {
				t.Fatalf("%q: %d of %d of single texts (%v)", typed, len(among), len(want), err)
			}
			for _, id := range want {
				if !among[id] {
					t.Fatalf("%q: not among them", typed)
				}
			}
			return nil
		})
	})
}

// BenchmarkNear is what it takes to find a misspelt word, and one that nothing is near to.
func BenchmarkNear(b *testing.B) {
	for _, size := range []int{1_000, 100_000} {
		db := fill(b, size)
		for _, typed := range []string{"belastnig", "toeslga", "qwertyuiop", "zzzzzz"} {
			b.Run(fmt.Sprint(size, "/", typed), func(b *testing.B) {
				terms, _ := plain.TermsOf(typed).Nearly()
				var took []time.Duration
				for b.Loop() {
					start := time.Now()
					read(b, db, func(bk *disk.Bucket) error {
						_, err := Search{Query: Query{Prefixes: [][]byte{prefix17}, Terms: terms}, Limit: 40}.Run(b.Context(), bk)
						return err
					})
					took = append(took, time.Since(start))
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}
