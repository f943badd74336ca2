package plain

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// marked is what was found in a text: a question mark before what is asked.
func marked(text string, in Place) (out []string) {
	for _, m := range FindBSN(text, in) {
		out = append(out, map[Strength]string{Asked: "?", Refused: ""}[m.Strength]+text[m.Start:m.End])
	}
	return out
}

func TestFindBSN(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"alone", "111222333", []string{"111222333"}},
		{"in a sentence", "Mijn nummer is 123456782.", []string{"123456782"}},
		{"behind letters", "BSN:123456782,bsn123456782", []string{"123456782", "123456782"}},
		{"between letters", "nr.123456782/3 en x123456782y", []string{"123456782", "123456782"}},
		{"first digit zero", "012345672", []string{"012345672"}},
		{"fails the test", "123456789 en bsn 123456789", nil},
		{"all zero", "000000000 00000000", nil},
		{"ten digits", "1112223330 0111222333", nil},
		{"twice", "111222333 en 123456782", []string{"111222333", "123456782"}},
		{"twice, only spaces between", "111222333 123456782", []string{"111222333", "123456782"}},
		{"dots", "(123.456.782)", []string{"123.456.782"}},
		{"spaces", "nr 123 456 782 graag", []string{"123 456 782"}},
		{"no-break spaces", "nr 123\u00a0456\u00a0782!", []string{"123\u00a0456\u00a0782"}},
		{"as on a passport", "1234.56.782 en 1234 56 782", []string{"1234.56.782", "1234 56 782"}},
		{"mixed separators", "123.456 782", []string{"123.456 782"}},
		{"in twos", "12.34.56.782 en 123-45-67-82", []string{"12.34.56.782", "123-45-67-82"}},
		{"one by one", "1 2 3 4 5 6 7 8 2", []string{"1 2 3 4 5 6 7 8 2"}},
		{"on two lines", "12345\n    6782", []string{"12345\n    6782"}},
		{"on three lines", "123\r\n456\r\n782", []string{"123\r\n456\r\n782"}},
		{"beside another number", "1 123 456 782, 5 kinderen", []string{"123 456 782"}},
		{"part of a longer number", "2024-123-456-782 en 123.456.782.1", nil},
		{"in an even row", "111 112 113 114 115", nil},
		{"wide", "123  456 -- 782", []string{"123  456 -- 782"}},
		{"too wide", "123 ---- 456 ---- 782", nil},
		{"letters part", "123a456b782", nil},
		{"nothing seen between", "12\u200b345\u00ad67\ufe0f82\u202e!", []string{"12\u200b345\u00ad67\ufe0f82"}},
		{"many that nobody sees", "1234\u200b\u00ad\u200b\u00ad\u200b\u00ad56782", []string{"1234\u200b\u00ad\u200b\u00ad\u200b\u00ad56782"}},
		{"keycaps", "1\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e3456782", []string{"1\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e3456782"}},
		{"scripts", "١٢٣٤٥٦٧٨٢ १२३४५६७८२ １２３４５６７８２ 𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟐", []string{"١٢٣٤٥٦٧٨٢", "१२३४५६७८२", "１２３４５６７８２", "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟐"}},
		{"mobile", "06-12345678, 06 12 34 56 78, 0612345678, 0 6 1 1 1 2 2 2 3 3", nil},
		{"country code", "+31 111222333, +31-111222333, 0031 111222333, +31 (0)111222333, +31 (0) 111 222 333, 31 6 11122233", nil},
		{"other country", "+49 30 11122233, 0032 475 12 34 56", nil},
		{"behind a telephone number", "+31 612345678 123456782 06-12345678 123456782", []string{"123456782", "123456782"}},
		{"IBAN", "NL91 ABNA 0417 1643 00, NL91ABNA0417164300, BE68 5390 0754 7034, FR14 2004 1010 0505 0001 3M02 606", nil},
		{"dates", "12-03-2024 5 mensen, 2024-03-12 1, 20240312 5", nil},
		{"year before it", "in 2024, 111222333", []string{"111222333"}},
		{"accents around", "één111222333é", []string{"111222333"}},
		{"cut off", "123.456.78 123.456.", nil},
		{"amounts", "€ 1.234.567,89 en 1.234.567,82 en € 1234567,82", nil},
		{"telephone says", "tel. 123456782, mijn mobiel is 111222333", []string{"?123456782", "?111222333"}},
		{"other words say", "bedrag 123456782 KvK-nummer 111222333 student nr 123456782 € 111222333", []string{"?123456782", "?111222333", "?123456782", "?111222333"}},
		{"the nearest word says", "telefoon onbekend, BSN 123456782", []string{"123456782"}},
		{"a student is no number", "student Ali 123456782", []string{"123456782"}},
		{"eight digits", "10000008 of 1000.00.08", []string{"?10000008", "?1000.00.08"}},
		{"eight digits with the word", "bsn 10000008, B.S.N.: 10000008, sofi-nummer 1000 00 08, citizen service number 10000008", []string{"10000008", "10000008", "1000 00 08", "10000008"}},
		{"eight digits of something else", "kvk 10000008, tel 10000008", nil},
		{"Sofia", "Sofia 10000008", []string{"?10000008"}},
		{"a list", "kamers 123, 456, 782", []string{"?123, 456, 782"}},
		{"a list behind the word", "bsn 123, 456, 782", []string{"123, 456, 782"}},
		{"coordinates", "37.477227,-122.213221 en -79.267190219 of 52.070512, 4.300700", nil},
		{"an id", "zie e7d47fd6-8831-4466-aa23-b97500000000 en 0182254a-0000-7000-8000-a882254960ab", nil},
		{"beside an id", "0182254a-0000-7000-8000-a882254960ab 123456782", []string{"123456782"}},
		{"separate numbers", "2 kinderen, 3 kamers, 4 hoog, 567 euro, 82 jaar", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := marked(c.text, InWords); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", c.want) {
				t.Errorf("%q: found %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestAPlaceSaysWhatANumberIs(t *testing.T) {
	for text, want := range map[string]string{"123456782": "[?123456782]", "10000008": "[]", "bsn 123456782": "[123456782]"} {
		if got := fmt.Sprint(marked(text, InNumber)); got != want {
			t.Errorf("%s as a number: %s", text, got)
		}
		if got := marked(text, InCode); got != nil {
			t.Errorf("%s as a code: %s", text, got)
		}
	}
}

func TestMaskedKeepsTheRest(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "",
		"mevrouw, 123 456 782 en 111222333": "mevrouw, ▯▯▯ ▯▯▯ ▯▯▯ en ▯▯▯▯▯▯▯▯▯",
		"tel 123456782, over 12-03-2024":    "tel 123456782, over 12-03-2024",
		"é١٢٣٤٥٦\u200b٧٨٢é":                 "é▯▯▯▯▯▯\u200b▯▯▯é",
	} {
		if got := Masked(text, InWords); got != want || Refuses(got, InWords) || Refuses(text, InWords) != (got != text) {
			t.Errorf("%q is %q", text, got)
		}
	}
}

// TestAroundShowsWhereAndNotWhat: a few words beside the number, no digit of it or of another one.
func TestAroundShowsWhereAndNotWhat(t *testing.T) {
	for text, want := range map[string]string{
		"123456782":          "▯▯▯▯▯▯▯▯▯",
		"nummer 123 456 782": "nummer ▯▯▯ ▯▯▯ ▯▯▯",
		"het nummer van mevrouw De Vries-van der Heijden\nis 123456782, zegt haar dochter aan de telefoon": "der Heijden is ▯▯▯▯▯▯▯▯▯, zegt haar dochter aan",
		"111222333 en daarna nog 123456782":                             "▯▯▯▯▯▯▯▯▯ en daarna nog",
		strings.Repeat("é", 50) + "123456782" + strings.Repeat("é", 50): "▯▯▯▯▯▯▯▯▯",
	} {
		if got := Around(text, InWords, 0); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestDigitsOfScriptsBeginWithZero: what a digit is worth is its place in its range of the tables.
func TestDigitsOfScriptsBeginWithZero(t *testing.T) {
	n := 0
	for _, r := range unicode.Nd.R16 {
		if n++; r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%x–%x", r.Lo, r.Hi)
		}
	}
	for _, r := range unicode.Nd.R32 {
		if n++; r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%x–%x", r.Lo, r.Hi)
		}
	}
	if n < 50 {
		t.Errorf("%d ranges", n)
	}
}

// TestEverySpellingIsFound: a number with anything between its digits that may stand there, in digits of any script.
func TestEverySpellingIsFound(t *testing.T) {
	between := []string{" ", ".", "-", "/", "_", ":", "\n", "\r\n", "\t", "\u00a0", "\u202f", "–", " - ", "·", "*", "|", "'", "\u200b", "\u00ad", "\u2066", "\ufe0f", "\u200f\u00ad"}
	rapid.Check(t, func(t *rapid.T) {
		number := uint64(0)
		for !elfproef(number) {
			number = rapid.Uint64Range(10_000_000, 999_999_999).Draw(t, "number")
		}
		sep := rapid.SampledFrom(between).Draw(t, "separator")
		gaps := rapid.SampledFrom([]string{"", "3 6", "4 6", "3 5 7", "2 4 6", "1 2 3 4 5 6 7 8", "5", "6"}).Draw(t, "gaps")
		zero := rapid.SampledFrom([]rune{'0', 0x660, 0x966, 0xff10, 0x1d7ce}).Draw(t, "script")
		digits := strings.Map(func(r rune) rune { return r - '0' + zero }, fmt.Sprintf("%09d", number))
		text := separatedAt(digits, sep, gaps)
		before := rapid.SampledFrom([]string{"", "é", "nr ", "mevrouw: ", "("}).Draw(t, "before")
		after := rapid.SampledFrom([]string{"", ".", " graag", ")", ", 5 kinderen"}).Draw(t, "after")
		if c, _ := nextChain(text, 0, nil); len(c.groups) > 1 {
			c.text = text
			if c.name(); c.explained(0, len(c.groups), 9) { // by chance a day, a time or a telephone number
				return
			}
		}
		if got := marked(before+text+after, InWords); len(got) != 1 || got[0] != text {
			t.Fatalf("%q: found %q", before+text+after, got)
		}
	})
}

func separatedAt(digits, sep, gaps string) string {
	n := 0
	var b strings.Builder
	for _, r := range digits {
		if n > 0 && strings.Contains(" "+gaps+" ", fmt.Sprintf(" %d ", n)) {
			b.WriteString(sep)
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

func TestFindBSNAllocatesNothing(t *testing.T) {
	text := "Brief van de Belastingdienst over 2023, op 12-03-2024 om 14:30, bellen op 06-12345678 (123 456 789), € 1.234,50"
	if n := testing.AllocsPerRun(100, func() { FindBSN(text, InWords) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkFindBSN(b *testing.B) {
	text := strings.Repeat("Brief van de Belastingdienst over 2023, bellen op 06-12345678. ", 4)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		FindBSN(text, InWords)
	}
}

// FuzzFindBSN: whatever the text, what is marked lies in it, in order, and has eight or nine digits that pass; what is masked is
// refused no more.
func FuzzFindBSN(f *testing.F) {
	for _, text := range []string{"123 456 782", "tel 06-12345678 bsn 12345678", "€ 1.234.567,89", "12-03-2024 14:30 5", "NL91 ABNA 0417 1643 00", "١٢٣٤٥٦٧٨٢", "+31 (0)6", "\xff1\u200b2"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, m := range FindBSN(text, InWords) {
			if m.Start < last || m.End > len(text) || m.End <= m.Start {
				t.Fatalf("%q: marked %v", text, m)
			}
			last = m.End
			v, n := uint64(0), 0
			for _, r := range text[m.Start:m.End] {
				if d, ok := digitOf(r); ok {
					v, n = v*10+d, n+1
				}
			}
			if n != 8 && n != 9 || !elfproef(v) {
				t.Fatalf("%q: marked %v", text, m)
			}
		}
		if masked := Masked(text, InWords); Refuses(masked, InWords) {
			t.Fatalf("%q is still refused", masked)
		}
	})
}
