package plain

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFindBSN(t *testing.T) {
	cases := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"alone", "111222333", []string{"111222333"}},
		{"in a sentence", "Mijn nummer is 123456782.", []string{"123456782"}},
		{"behind letters", "BSN:123456782,bsn123456782", []string{"123456782", "123456782"}},
		{"first digit zero", "012345672", []string{"012345672"}},
		{"fails the test", "123456789", nil},
		{"all zero", "000000000", nil},
		{"eight digits", "12345678", nil},
		{"ten digits", "1112223330 0111222333", nil},
		{"twice", "111222333 en 123456782", []string{"111222333", "123456782"}},
		{"twice, only spaces between", "111222333 123456782", []string{"111222333", "123456782"}},
		{"dots", "(123.456.782)", []string{"123.456.782"}},
		{"spaces", "nr 123 456 782 graag", []string{"123 456 782"}},
		{"no-break spaces", "nr 123\u00a0456\u00a0782!", []string{"123\u00a0456\u00a0782"}},
		{"hyphens", "123-456-782", []string{"123-456-782"}},
		{"as on a passport", "1234.56.782 en 1234 56 782", []string{"1234.56.782", "1234 56 782"}},
		{"mixed separators", "123.456 782", nil},
		{"old bank account", "12.34.56.782", nil},
		{"part of more groups", "1 123 456 782 en 123.456.782.1", nil},
		{"two blanks", "123  456  782", nil},
		{"mobile", "06-12345678, 06 12 34 56 78, 0612345678", nil},
		{"country code", "+31 111222333, +31-111222333, 0031 111222333, +31 (0)111222333, +31 (0) 111 222 333", nil},
		{"country code, grouped", "+31 111 222 333 of +31-111 222 333", nil},
		{"IBAN", "NL91 ABNA 0417 1643 00, NL91ABNA0417164300, BE68 5390 0754 7034", nil},
		{"dates", "12-03-2024 5 mensen, 2024-03-12 1", nil},
		{"year before it", "in 2024, 111222333", []string{"111222333"}},
		{"accents around", "één111222333é", []string{"111222333"}},
		{"cut off", "123.456.78", nil},
		{"cut off at a separator", "123.456.", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, s := range FindBSN(c.text) {
				got = append(got, c.text[s.Start:s.End])
			}
			if fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("%q: found %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestFindBSNByProperty(t *testing.T) {
	digits := rapid.StringMatching(`[0-9]{9}`)
	plain := rapid.StringMatching(`[a-zé ,.]{0,12}[a-zé,]`)
	rapid.Check(t, func(t *rapid.T) {
		number := digits.Draw(t, "number")
		before, after := plain.Draw(t, "before"), plain.Draw(t, "after")
		found := FindBSN(before + number + after)
		sum := 0
		for i, w := range []int{9, 8, 7, 6, 5, 4, 3, 2, -1} {
			sum += w * int(number[i]-'0')
		}
		valid := sum%11 == 0 && strings.Trim(number, "0") != ""
		if valid != (len(found) == 1) {
			t.Fatalf("%q: valid %v, found %v", number, valid, found)
		}
		if valid && found[0] != (Span{len(before), len(before) + 9}) {
			t.Fatalf("marked %v", found[0])
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[0-9 .+()\-\x{a0}\x{202f}a]{0,40}`).Draw(t, "text")
		for _, s := range FindBSN(text) {
			if s.Start < 0 || s.End > len(text) || !elfproef(text[s.Start:s.End]) {
				t.Fatalf("%q: marked %v", text, s)
			}
		}
	})
}

func TestFindBSNAllocatesNothing(t *testing.T) {
	text := "Brief van de Belastingdienst over 2023, bellen op 06-12345678 (123 456 789)"
	if n := testing.AllocsPerRun(100, func() { FindBSN(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkFindBSN(b *testing.B) {
	text := strings.Repeat("Brief van de Belastingdienst over 2023, bellen op 06-12345678. ", 4)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		FindBSN(text)
	}
}
