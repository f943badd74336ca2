package search

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/store/disk"
)

var million = flag.Bool("million", false, "run the benchmarks over 1,000,000 texts too")

var textBucket = []byte("text")

// The hard queries. What they ask for stands in the texts of words_test.go as it does in those of a neighbourhood.
func hardQueries() map[string][]string {
	return map[string][]string{
		"one-letter":        {"a", "b", "d", "k", "q", "s", "v", "x", "z", "0", "1"},
		"two-letters":       {"be", "ma", "xa", "qa", "ju", "wa", "00"},
		"two-common":        {"de een", "van het", "brief vraag", "formulier afspraak", "mevrouw meneer"},
		"three-one-letter":  {"a b c", "x q y", "j x d", "q f x"},
		"common-and-rare":   {"de paspoortschimmel", "een deurwater", "brief yuxasen", "formulier quetschen"},
		"rare":              {"qaxaink", "yuxasen", "loketketel", "schimmelvisum", "xayajan"},
		"nothing":           {"zzzz", "qwerty", "brief zzzz", "aaaaaaaaaa", "0x"},
		"as-typed":          {"b", "be", "bel", "bela", "belas", "belast", "belasting", "belasting t", "belasting to", "belasting toes", "belasting toeslag"},
		"common-never-meet": {"mobielmobiel internettelefoon", "formulier mobielketel", "afspraak formulier morgen week hoe ook"},
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, size := range []int{1_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			if size > 100_000 && !*million {
				b.Skip("run with -args -million")
			}
			db := fill(b, size)
			queries := hardQueries()
			var names []string
			for name := range queries {
				names = append(names, name)
			}
			slices.Sort(names)
			for _, name := range names {
				b.Run(name, func(b *testing.B) { benchQueries(b, db, queries[name]) })
			}
		})
	}
}

// fill folds texts in batches, as the background does, beside the texts themselves.
func fill(b *testing.B, size int) *disk.DB {
	b.Helper()
	db := open(b)
	w := newWriter(7)
	var folding time.Duration
	const batch = 2_000
	for from := 0; from < size; from += batch {
		docs := make([]Doc, 0, batch)
		for n := from; n < min(from+batch, size); n++ {
			docs = append(docs, Doc{w.id(1_600_000_000_000 + uint64(n)*300_000), w.words(n)})
		}
		write(b, db, func(bk *disk.Bucket) error {
			texts, err := bk.Tx().CreateBucketIfNotExists(textBucket)
			if err != nil {
				return err
			}
			for _, d := range docs {
				if err := texts.Put(d.ID[:], []byte(strings.Join(d.Words, " "))); err != nil {
					return err
				}
			}
			start := time.Now()
			defer func() { folding += time.Since(start) }()
			return Index(bk, []byte("desk-and-a-site--"), docs)
		})
	}
	read(b, db, func(bk *disk.Bucket) error {
		s := bk.Stats()
		pages := (s.LeafPageN + s.LeafOverflowN + s.BranchPageN + s.BranchOverflowN) * db.Info().PageSize
		b.Logf("%d texts: %.1f bytes a text on disk (%.1f in use), folded at %.0f texts/s", size,
			float64(pages)/float64(size), float64(s.LeafInuse+s.BranchInuse)/float64(size), float64(size)/folding.Seconds())
		return nil
	})
	return db
}

func benchQueries(b *testing.B, db *disk.DB, queries []string) {
	var took []time.Duration
	for b.Loop() {
		query := queries[len(took)%len(queries)]
		start := time.Now()
		read(b, db, func(bk *disk.Bucket) error {
			texts := bk.Tx().Bucket(textBucket)
			words := strings.Fields(query)
			s := Search{Query: Query{Prefixes: [][]byte{[]byte("desk-and-a-site--")}, Words: words}, Limit: 40}
			s.Match = func(id ID) (bool, error) { return holds(string(texts.Get(id[:])), words), nil }
			_, err := s.Run(b.Context(), bk)
			return err
		})
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
	b.ReportMetric(0, "ns/op")
}

// holds tells whether each word begins some word of the text.
func holds(text string, words []string) bool {
	for _, w := range words {
		if !strings.HasPrefix(text, w) && !strings.Contains(text, " "+w) {
			return false
		}
	}
	return true
}

// BenchmarkFoldOne is the cost of folding a single new text into the newest block.
func BenchmarkFoldOne(b *testing.B) {
	db := fill(b, 100_000)
	w := newWriter(8)
	n := 100_000
	for b.Loop() {
		doc := Doc{w.id(1_600_000_000_000 + uint64(n)*300_000), w.words(n)}
		write(b, db, func(bk *disk.Bucket) error { return Index(bk, []byte("desk-and-a-site--"), []Doc{doc}) })
		n++
	}
}
