package tabular

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzReader reads anything without a crash, says what is wrong by row, and always comes to an end. Where encoding/csv
// finds nothing wrong with plain UTF-8, it must have read the same cells.
func FuzzReader(f *testing.F) {
	for _, seed := range []string{
		"a,b\n1,2\n", "a;b\r\n\"x\"\"y\";\r\n", "a\tb\r1\t2\r", "sep=|\na|b\n1|2", "a,b\n\"open,2\n3,4\n", "\xff\xfea\x00,\x00b\x00",
		"a,b\ncaf\xe9,\xa4\n", "a,b\n1,2,3\n4\n", "a\n\n\n\"\"\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := NewReader(bytes.NewReader(file), Options{Comma: ','})
		if err != nil {
			return
		}
		var rows [][]string
		clean := true
		for range len(file) + 2 {
			row, err := r.Next()
			var wrong *RowError
			switch {
			case errors.As(err, &wrong):
				clean = false
				continue
			case err != nil:
				compare(t, file, r, rows, clean)
				return
			}
			if len(row.Cells) != len(r.Header()) {
				t.Fatalf("row %d has %d cells, the header %d", row.Number, len(row.Cells), len(r.Header()))
			}
			for _, cell := range row.Cells {
				if !utf8.ValidString(cell) {
					t.Fatalf("row %d holds broken text %q", row.Number, cell)
				}
			}
			rows = append(rows, append([]string(nil), row.Cells...))
		}
		t.Fatal("more rows than bytes")
	})
}

// compare holds rows against encoding/csv, as far as the two promise the same.
func compare(t *testing.T, file []byte, r *Reader, rows [][]string, clean bool) {
	if !clean || !utf8.Valid(file) || bytes.ContainsAny(file, "\r'\x00\ufeff ") || bytes.HasPrefix(file, []byte("sep=")) || r.Encoding() == UTF16 {
		return
	}
	other := csv.NewReader(bytes.NewReader(file))
	other.FieldsPerRecord = -1
	all, err := other.ReadAll()
	if err != nil {
		return
	}
	var want [][]string
	for _, row := range all {
		if len(row) != 1 || strings.TrimSpace(row[0]) != "" {
			want = append(want, row)
		}
	}
	if len(want) != len(rows)+1 {
		t.Fatalf("%d rows, encoding/csv has %d", len(rows)+1, len(want))
	}
	for i, row := range rows {
		for j, cell := range row {
			if theirs := want[i+1]; j < len(theirs) && cell != theirs[j] {
				t.Fatalf("row %d cell %d: %q, encoding/csv has %q", i, j, cell, theirs[j])
			}
		}
	}
}

// FuzzRoundTrip writes cells and reads the same cells back; no cell on its way begins as a formula.
func FuzzRoundTrip(f *testing.F) {
	f.Add("=1+1", "'", "gewoon")
	f.Add("'=1", "\tx", "a,\"b\"\nc")
	f.Add("-5", "@ik", "''+31 6")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		for _, cell := range []string{a, b, c} {
			if !utf8.ValidString(cell) || strings.ContainsAny(cell, "\r\x00") || len(cell) > 1000 {
				return
			}
		}
		for _, comma := range []rune{',', ';', '\t'} {
			var out bytes.Buffer
			w := NewWriter(&out, Style{Comma: comma, Mark: true})
			for _, row := range [][]string{{"a", "b", "c", "end"}, {a, b, c, "x"}} {
				if err := w.Write(row...); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
			raw := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\ufeff")))
			raw.Comma = comma
			all, err := raw.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range all[1] {
				if cell != "" && strings.ContainsRune(formula, rune(cell[0])) {
					t.Fatalf("%q can act as a formula", cell)
				}
			}
			r, err := NewReader(&out, Options{Comma: comma})
			if code(err) == "csv.binary" { // many control characters in few bytes
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			row, err := r.Next()
			if code(err) == "csv.nul" && strings.ContainsFunc(a+b+c, unicode.IsControl) { // a cell full of them costs its row
				return
			}
			if err != nil || !reflect.DeepEqual(row.Cells, []string{a, b, c, "x"}) {
				t.Fatalf("wrote %q, read %q, %v", []string{a, b, c}, row.Cells, err)
			}
			if _, err := r.Next(); !errors.Is(err, io.EOF) {
				t.Fatalf("more rows than written: %v", err)
			}
		}
	})
}

// FuzzMoment reads anything as a date without a crash, and no date outside its years.
func FuzzMoment(f *testing.F) {
	for _, seed := range []string{"2026-03-09", "9-3-2026 8:05", "20260309T143000Z", "2026-03-29 02:30", "2026-03-09T14:30:05.25-05:00"} {
		f.Add(seed)
	}
	loc := amsterdam(f)
	f.Fuzz(func(t *testing.T, s string) {
		at, err := Moment(s, loc)
		if err == nil && (at.UTC().Year() < firstYear-1 || at.UTC().Year() > lastYear+1) {
			t.Fatalf("%q became %v", s, at)
		}
		if n, err := Hours(s); err == nil && n < 0 {
			t.Fatalf("%q became %d minutes", s, n)
		}
	})
}
