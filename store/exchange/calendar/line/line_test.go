package line

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"
)

// all reads all lines as text: number, name, parameters and value.
func all(t *testing.T, file string) (out []string) {
	t.Helper()
	r := NewReader(strings.NewReader(file))
	for {
		p, err := r.Next()
		var bad *Broken
		switch {
		case errors.Is(err, io.EOF):
			return out
		case errors.As(err, &bad):
			out = append(out, fmt.Sprintf("%d broken", bad.Line))
		case err != nil:
			t.Fatal(err)
		default:
			params := ""
			for _, x := range p.Params {
				params += " " + x.Name + "=" + x.Value
			}
			out = append(out, fmt.Sprintf("%d %s%s: %s", p.Line, p.Name, params, p.Value))
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"SUMMARY:a\r\nX:b\r\n", "1 SUMMARY: a|2 X: b"},
		{"SUMMARY:a\nX:b", "1 SUMMARY: a|2 X: b"},
		{"SUMMARY:a\rX:b\r", "1 SUMMARY: a|2 X: b"},
		{"\xEF\xBB\xBFSUMMARY:a\n", "1 SUMMARY: a"},
		{"SUMMARY:a\r\n b\r\n\tc\r\nX:d", "1 SUMMARY: abc|4 X: d"},
		{"SUMMARY:caf\xC3\r\n \xA9\r\nX:d", "1 SUMMARY: café|3 X: d"},
		{"SUMMARY:\xE2\n \x82\n \xAC", "1 SUMMARY: €"},
		{"SUMMARY:a\r\r\n b\r\r\nX:d", "1 SUMMARY: ab|5 X: d"},
		{"\n\nSUMMARY:a\n\n\nX:b", "3 SUMMARY: a|6 X: b"},
		{"SUMMARY:caf\xE9 na de reünie\n", "1 SUMMARY: café na de reÃ¼nie"}, // two encodings in one line: nobody can know
		{"SUMMARY:caf\xE9\nX:reünie", "1 SUMMARY: café|2 X: reünie"},
		{"dtstart;tzid=\"a;b:c,d\";value=date-time:1", "1 DTSTART TZID=a;b:c,d VALUE=date-time: 1"},
		{"A;M=\"x\",\"y\",z:1:2;3", "1 A M=x: 1:2;3"},
		{"A;ENCODING;X=1:b", "1 A ENCODING= X=1: b"},
		{"A;X=\"y\"z:b", "1 A X=y: b"},
		{"geen regel\nX:b", "1 broken|2 X: b"},
		{"A;X=\"y:b\nX:b", "1 broken|2 X: b"},
		{"A;X=y\nX:b\n:c\n;d:e\nA;\nA;X=\nA;X=\"a\"\nA;X=a,\nA b:c", "1 broken|2 X: b|3 broken|4 broken|5 broken|6 broken|7 broken|8 broken|9 broken"},
		{" SUMMARY:a\nX:b", "1 broken|2 X: b"},
		{"X:\nY:b\x00\x00\n\x1a", "1 X: |2 Y: b"},
		{"", ""},
	} {
		if got := strings.Join(all(t, c.file), "|"); got != c.want {
			t.Errorf("%q:\n%q\n%q", c.file, got, c.want)
		}
	}
}

// TestOldLetters: a file as Outlook of ten years ago wrote it says the same as one in UTF-8.
func TestOldLetters(t *testing.T) {
	file := "BEGIN:VEVENT\r\nSUMMARY:Café Zoë – 5 € «één»\r\nLOCATION:’s-Hertogenbosch\r\n"
	want := strings.Join(all(t, file), "|")
	old, err := charmap.Windows1252.NewEncoder().String(file)
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(strings.NewReader(old))
	for _, err := r.Next(); err == nil; _, err = r.Next() {
	}
	if got := strings.Join(all(t, old), "|"); got != want || !r.Old() {
		t.Errorf("%s\n%s", got, want)
	}
	for _, order := range []utf16.Endianness{utf16.LittleEndian, utf16.BigEndian} {
		wide, err := utf16.UTF16(order, utf16.UseBOM).NewEncoder().String(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(all(t, wide), "|"); got != want {
			t.Errorf("%s\n%s", got, want)
		}
	}
}

// TestALineOfAnyLength: a line that holds a film is passed over, and what follows is read; a letter is not cut.
func TestALineOfAnyLength(t *testing.T) {
	for _, n := range []int{Longest - 10, Longest - 1, Longest, Longest + 1, 3 * Longest} {
		for _, letter := range []string{"a", "é", "€"} {
			film := strings.Repeat(letter, n)
			r := NewReader(strings.NewReader("ATTACH:" + film + "\r\n " + film + "\r\nX:b\r\n"))
			p, err := r.Next()
			if err != nil || len(p.Value) > Longest || !p.Cut || strings.Trim(p.Value, letter) != "" || r.Old() {
				t.Errorf("%d %s: %d %v", n, letter, len(p.Value), err)
			}
			if p, err = r.Next(); err != nil || p.Name != "X" || p.Line != 3 {
				t.Error(n, p, err)
			}
		}
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{`a\, b\; c\\n\nd`: "a, b; c\\n\nd", `\`: `\`, `C:\temp`: `C:\temp`, `x\Ny`: "x\ny", `a\:b`: "a:b", `a\"b`: `a"b`} {
		if got := Text(in); got != want {
			t.Errorf("%s: %q", in, got)
		}
	}
}
