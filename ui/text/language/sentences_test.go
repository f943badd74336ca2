package language_test

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"leerbalie/ui/text/en"
	"leerbalie/ui/text/language"
)

// TestNoTableIsMadeBeforeItIsAskedFor, and each once, however many ask at once.
func TestNoTableIsMadeBeforeItIsAskedFor(t *testing.T) {
	made := make([]int, 4)
	table := func(i int) func() language.Table {
		return func() language.Table {
			made[i]++
			return language.Table{fmt.Sprint("own-", i): fmt.Sprint(i), "both": fmt.Sprint(i)}
		}
	}
	s := language.NewSentences(language.Language{Tables: []func() language.Table{table(0), table(1), table(2)}, Codes: table(3)})
	for _, c := range []struct {
		id, want string
		made     string
	}{
		{"own-0", "0", "[1 0 0 0]"}, {"both", "0", "[1 0 0 0]"}, {"own-1", "1", "[1 1 0 0]"}, {"own-0", "0", "[1 1 0 0]"},
		{"own-3", "3", "[1 1 1 1]"}, {"none", "", "[1 1 1 1]"}, {"both", "0", "[1 1 1 1]"}, {"own-2", "2", "[1 1 1 1]"},
	} {
		got, ok := s.Find(c.id)
		if got != c.want || ok != (c.want != "") || fmt.Sprint(made) != c.made {
			t.Errorf("%s: %q, %v after making %v", c.id, got, ok, made)
		}
	}
	if all := s.All(); len(all) != 5 || all["both"] != "0" {
		t.Errorf("%v", all)
	}
	if _, ok := (*language.Sentences)(nil).Find("own-0"); ok {
		t.Error("no sentences say something")
	}
}

// TestManyAskAtOnce find the same, and each table is made once.
func TestManyAskAtOnce(t *testing.T) {
	for range 300 {
		var made [5]atomic.Int32
		var l language.Language
		for i := range made {
			l.Tables = append(l.Tables, func() language.Table {
				made[i].Add(1)
				runtime.Gosched()
				return language.Table{fmt.Sprint(i): "said"}
			})
		}
		l.Codes = func() language.Table { return nil }
		s := language.NewSentences(l)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for i := range made {
					if _, ok := s.Find(fmt.Sprint(i)); !ok {
						t.Errorf("%d is not found", i)
					}
				}
			})
		}
		all.Wait()
		for i := range made {
			if n := made[i].Load(); n != 1 {
				t.Fatalf("table %d is made %d times", i, n)
			}
		}
	}
}

// BenchmarkOneSentence of a language that nobody spoke before, and all of them.
func BenchmarkOneSentence(b *testing.B) {
	for b.Loop() {
		language.NewSentences(en.Language()).Find("cli.root")
	}
}

// BenchmarkAllSentences is beside it.
func BenchmarkAllSentences(b *testing.B) {
	for b.Loop() {
		language.NewSentences(en.Language()).All()
	}
}
