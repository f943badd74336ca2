package language_test

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"leerbalie/ui/text/en"
	"leerbalie/ui/text/language"
	"leerbalie/ui/text/nl"
)

// TestNoTableIsMadeBeforeItIsAskedFor, and each once, however many ask at once.
func TestNoTableIsMadeBeforeItIsAskedFor(t *testing.T) {
	made := make([]int, 5)
	table := func(i int) func() language.Table {
		return func() language.Table {
			made[i]++
			return language.Table{fmt.Sprint("own-", i): fmt.Sprint(i), "both": fmt.Sprint(i)}
		}
	}
	codes := func() language.Table {
		made[4]++
		return language.Table{"code.list.one": "4"}
	}
	s := language.NewSentences(language.Language{Tables: []func() language.Table{table(0), table(1), table(2), table(3)}, Codes: codes})
	for _, c := range []struct {
		id, want string
		made     string
	}{
		{"own-0", "0", "[1 0 0 0 0]"}, {"both", "0", "[1 0 0 0 0]"}, {"own-1", "1", "[1 1 0 0 0]"}, {"own-0", "0", "[1 1 0 0 0]"},
		{"code.list.one", "4", "[1 1 0 0 1]"}, {"code.list.sites-own", "", "[1 1 0 0 1]"},
		{"own-3", "3", "[1 1 1 1 1]"}, {"none", "", "[1 1 1 1 1]"}, {"both", "0", "[1 1 1 1 1]"}, {"own-2", "2", "[1 1 1 1 1]"},
	} {
		got, ok := s.Find(c.id)
		if got != c.want || ok != (c.want != "") || fmt.Sprint(made) != c.made {
			t.Errorf("%s: %q, %v after making %v", c.id, got, ok, made)
		}
	}
	if all := s.All(); len(all) != 6 || all["both"] != "0" || all["code.list.one"] != "4" {
		t.Errorf("%v", all)
	}
	if _, ok := (*language.Sentences)(nil).Find("own-0"); ok {
		t.Error("no sentences say something")
	}
}

// TestCodesStandApart: what a code is called stands where it is looked for, and nothing else does.
func TestCodesStandApart(t *testing.T) {
	for _, l := range []language.Language{nl.Language(), en.Language()} {
		codes := l.Codes()
		if len(codes) < 80 {
			t.Errorf("%s: %d codes have a name", l.Tag, len(codes))
		}
		for id := range codes {
			if !strings.HasPrefix(id, language.OfCode) {
				t.Errorf("%s: %s is no code, and is not found", l.Tag, id)
			}
		}
		for _, table := range l.Tables {
			for id := range table() {
				if strings.HasPrefix(id, language.OfCode) {
					t.Errorf("%s: %s is not found among the codes", l.Tag, id)
				}
			}
		}
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
