package phrase

import (
	"bytes"
	"crypto/rand"
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// some draws a phrase.
func some(t *rapid.T, words int) Phrase {
	p, err := New(bytes.NewReader(rapid.SliceOfN(rapid.Byte(), 4096, 4096).Draw(t, "random")), words)
	if err != nil {
		t.Skip("one number ate all")
	}
	return p
}

// TestHowItIsTypedDoesNotMatter: case, what stands between words, and where they are parted.
func TestHowItIsTypedDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.IntRange(1, MaxWords).Draw(t, "words")
		p := some(t, words)
		var typed strings.Builder
		gap := rapid.SampledFrom([]string{"", "", "", " ", "-", "\n", " 3. ", "\u00a0", "\r\n", "\u2010"})
		for _, r := range string(p) {
			if r == ' ' {
				continue
			}
			if rapid.Bool().Draw(t, "upper") {
				r += 'A' - 'a'
			}
			typed.WriteString(gap.Draw(t, "gap"))
			typed.WriteRune(r)
		}
		got, err := Parse(typed.String(), words)
		if err != nil || got != p {
			t.Fatalf("%q became %q, %v", typed.String(), got, err)
		}
	})
}

// TestAMistakeIsPointedAt: any one letter that is another is noticed, and its word told; so is a word too few or too many, one
// with a letter too few or too many, and two that changed places.
func TestAMistakeIsPointedAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.IntRange(2, MaxWords).Draw(t, "words")
		parts := strings.Fields(string(some(t, words)))
		i := rapid.IntRange(0, words-1).Draw(t, "word")
		wrong := func(what string, at int, typed []string) {
			t.Helper()
			var m *Mistake
			if _, err := Parse(strings.Join(typed, " "), words); !errors.As(err, &m) || m.Word != at || m.Want != words {
				t.Fatalf("%s: %q gives %+v", what, typed, m)
			}
		}
		with := func(i int, word ...string) []string {
			return append(append(append([]string{}, parts[:i]...), word...), parts[i+1:]...)
		}
		at, letter := rapid.IntRange(0, 4).Draw(t, "at"), rapid.ByteRange('a', 'z').Draw(t, "letter")
		if letter != parts[i][at] {
			wrong("another letter", i+1, with(i, parts[i][:at]+string(letter)+parts[i][at+1:]))
		}
		wrong("a letter less", i+1, with(i, parts[i][:at]+parts[i][at+1:]))
		wrong("a letter more", i+1, with(i, parts[i]+"s"))
		wrong("a word more", 0, append(with(i, parts[i]), "kamos"))
		if i == words-1 {
			wrong("a word less", 0, with(i))
		}
		if j := rapid.IntRange(0, words-1).Draw(t, "other"); j != i && parts[i] != parts[j] {
			swapped := with(i, parts[j])
			swapped[j] = parts[i]
			if p, err := Parse(strings.Join(swapped, " "), words); err == nil {
				t.Fatalf("two words changed places, and %q is taken", p)
			}
		}
	})
}

// TestHowManyPhrases counts the words there are at each place: a recovery phrase is one of 2 to the power of 80 at least.
func TestHowManyPhrases(t *testing.T) {
	bits := 0.0
	for place := range Recovery {
		seen := map[string]bool{}
		for n := range perWord {
			if w := word(n, place); !blush(w) {
				seen[w] = true
			}
		}
		bits += math.Log2(float64(len(seen)))
	}
	t.Logf("%.1f bits", bits)
	if bits < 80 {
		t.Errorf("a recovery phrase has %.1f bits", bits)
	}
}

// TestEachWordIsAsLikely: over all that two bytes can be, each word comes as often as the others.
func TestEachWordIsAsLikely(t *testing.T) {
	var all []byte
	for n := range 1 << 16 {
		all = append(all, byte(n>>8), byte(n))
	}
	source, times := bytes.NewReader(all), make([]int, perWord)
	for {
		n, err := draw(source)
		if err != nil {
			break
		}
		times[n]++
	}
	for n := range times {
		if times[n] != times[0] || times[n] == 0 {
			t.Fatalf("word %d comes %d times, word 0 %d times", n, times[n], times[0])
		}
	}
}

func TestNewPhrases(t *testing.T) {
	seen := map[Phrase]bool{}
	for range 200 {
		p, err := New(rand.Reader, Recovery)
		if err != nil || seen[p] || len(p) != Recovery*6-1 || len(p.Lines()) != 2 {
			t.Fatalf("%q, %v", p, err)
		}
		if seen[p] = true; blush(string(p)) {
			t.Errorf("%q", p)
		}
	}
	if _, err := New(bytes.NewReader(nil), Recovery); err == nil {
		t.Error("a phrase of no chance at all")
	}
}

// FuzzParse: whatever is typed, what is taken is a phrase in its one form, and what is not is told with a word that is there.
func FuzzParse(f *testing.F) {
	f.Add("Kamos-LIFER\n3. topik", 3)
	f.Add("\u0130\u212a\xff kamos", 8)
	f.Fuzz(func(t *testing.T, text string, words int) {
		if words < 1 || words > MaxWords {
			return
		}
		p, err := Parse(text, words)
		var m *Mistake
		switch {
		case err == nil:
			if again, err := Parse(string(p), words); err != nil || again != p || len(strings.Fields(string(p))) != words {
				t.Errorf("%q is taken as %q, which is %q, %v", text, p, again, err)
			}
		case !errors.As(err, &m) || m.Word > words || m.Word > 0 && m.Text == "" || m.Word == 0 && m.Have == m.Want:
			t.Errorf("%q is told as %+v", text, m)
		}
	})
}
