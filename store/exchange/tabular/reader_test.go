package tabular

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"leerbalie/model/fault"
)

// readAll gives the header, the rows, and per refused row "number code".
func readAll(t *testing.T, src io.Reader) (header []string, rows [][]string, refused []string) {
	t.Helper()
	r, err := NewReader(src, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for {
		row, err := r.Next()
		var wrong *RowError
		switch {
		case errors.Is(err, io.EOF):
			return r.Header(), rows, refused
		case errors.As(err, &wrong):
			refused = append(refused, fmt.Sprintf("%d %s", wrong.Row, code(err)))
		case err != nil:
			t.Fatal(err)
		default:
			rows = append(rows, append([]string(nil), row.Cells...))
		}
	}
}

func code(err error) string {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Msg
	}
	return ""
}

func TestReaderTakesWhatOfficesSave(t *testing.T) {
	const plain = "Nr;Vraag;Datum\n1;hulp bij brief;09-03-2026\n2;\"café; één\nregel\";10-03-2026\n"
	want := [][]string{{"1", "hulp bij brief", "09-03-2026"}, {"2", "café; één\nregel", "10-03-2026"}}
	encode := func(s string, enc interface{ String(string) (string, error) }) string {
		out, err := enc.String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	files := map[string]string{
		"LF":              plain,
		"CRLF":            strings.ReplaceAll(plain, "\n", "\r\n"),
		"CR":              strings.ReplaceAll(plain, "\n", "\r"),
		"CR, LF in cells": strings.ReplaceAll(strings.ReplaceAll(plain, "\n", "\r"), "één\r", "één\n"),
		"no last newline": strings.TrimSuffix(plain, "\n"),
		"mark":            "\ufeff" + plain,
		"Windows-1252":    encode(plain, charmap.Windows1252.NewEncoder()),
		"UTF-16 LE":       encode(plain, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()),
		"UTF-16 BE":       encode(plain, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()),
		"UTF-16 no mark":  encode(plain, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder()),
		"sep line":        "sep=;\r\n" + plain,
		"tab":             strings.ReplaceAll(strings.ReplaceAll(plain, ";", "\t"), "café\t", "café;"),
		"empty lines":     "\n\n" + strings.ReplaceAll(plain, "10-03-2026\n", "10-03-2026\n\n;;\n"),
		"spaces":          strings.ReplaceAll(strings.ReplaceAll(plain, ";\"", "; \""), "\";", "\" ;"),
		"extra column":    strings.ReplaceAll(plain, "2026\n", "2026;\n"),
	}
	for name, file := range files {
		t.Run(name, func(t *testing.T) {
			header, rows, refused := readAll(t, iotest.HalfReader(strings.NewReader(file)))
			if !reflect.DeepEqual(header, []string{"Nr", "Vraag", "Datum"}) || refused != nil {
				t.Fatalf("header %q, refused %q", header, refused)
			}
			if name == "empty lines" {
				rows = rows[:2] // the row of empty cells is the caller's to judge
			}
			if !reflect.DeepEqual(rows, want) {
				t.Fatalf("rows %q", rows)
			}
		})
	}
}

func TestBareCells(t *testing.T) {
	for bare, want := range map[bool]string{false: "=1", true: "'=1"} {
		r, err := NewReader(strings.NewReader("a,b\n'=1,x\n"), Options{Bare: bare})
		if err != nil {
			t.Fatal(err)
		}
		if row, err := r.Next(); err != nil || row.Cells[0] != want {
			t.Errorf("bare %v: %q %v", bare, row.Cells, err)
		}
	}
}

func TestDecode(t *testing.T) {
	const want = "één € café"
	for name, table := range map[string]interface{ String(string) (string, error) }{
		"UTF-8": unicode.UTF8.NewEncoder(), "with a mark": unicode.UTF8BOM.NewEncoder(), "Windows-1252": charmap.Windows1252.NewEncoder(),
		"ISO 8859-15": charmap.ISO8859_15.NewEncoder(), "UTF-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(),
	} {
		raw, err := table.String(want)
		if err != nil {
			t.Fatal(err)
		}
		if got := string(Decode([]byte(raw))); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestEuroTellsTheOldEncodingsApart(t *testing.T) {
	for _, table := range []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_15} {
		file, err := table.NewEncoder().String("vraag;bedrag\nschuld bij café;€ 1,50\n")
		if err != nil {
			t.Fatal(err)
		}
		_, rows, _ := readAll(t, strings.NewReader(file))
		if got := rows[0][1]; got != "€ 1,50" {
			t.Errorf("%v: %q", table, got)
		}
	}
}

func TestBrokenRowsCostOnlyThemselves(t *testing.T) {
	file := "a;b;c\n" +
		"1;goed;x\n" + // row 2
		"2;5\" buis;x\n" + // row 3: a quote in a cell without quotes
		"3;\"nooit dicht;x\n" + // row 4: swallows row 5 until the next quote
		"4;\"wel\ndicht\";x\n" + // row 5
		"5;te;veel;cellen\n" + // row 6
		"6;te weinig\n" + // row 7: refused, for a quote was lost before
		"7;los\rteken;x\n" + // row 8
		"8;goed;x\n" +
		"9;\"tot het eind" // row 10
	_, rows, refused := readAll(t, strings.NewReader(file))
	if want := [][]string{{"1", "goed", "x"}, {"4", "wel\ndicht", "x"}, {"8", "goed", "x"}}; !reflect.DeepEqual(rows, want) {
		t.Errorf("rows %q", rows)
	}
	if want := []string{"3 csv.quote", "4 csv.quote", "6 csv.width", "7 csv.width", "8 csv.straycr", "10 csv.quote"}; !reflect.DeepEqual(refused, want) {
		t.Errorf("refused %q", refused)
	}
}

func TestZeroByteFarDownIsThatRowsOwn(t *testing.T) {
	_, rows, refused := readAll(t, strings.NewReader("a,b\n"+strings.Repeat("1,2\n", window)+"3,\x00\n4,5\n"))
	if len(rows) != window+1 || len(refused) != 1 || !strings.HasSuffix(refused[0], " csv.nul") {
		t.Errorf("%d rows, refused %q", len(rows), refused)
	}
}

func TestShortRowsGetEmptyCells(t *testing.T) {
	_, rows, refused := readAll(t, strings.NewReader("a,b,c\n1\n1,2\n"))
	if want := [][]string{{"1", "", ""}, {"1", "2", ""}}; !reflect.DeepEqual(rows, want) || refused != nil {
		t.Errorf("rows %q, refused %q", rows, refused)
	}
}

func TestMixedEncodingIsRefusedByRow(t *testing.T) {
	_, rows, refused := readAll(t, strings.NewReader("a,b\n1,café\n2,caf\xe9\n3,thé\n"))
	if len(rows) != 2 || !reflect.DeepEqual(refused, []string{"3 csv.encoding"}) {
		t.Errorf("rows %q, refused %q", rows, refused)
	}
}

func TestHugeCellIsSkipped(t *testing.T) {
	huge := strings.Repeat("x", 3*MaxCell)
	for _, file := range []string{"a,b\n1," + huge + "\n2,y\n", "a,b\n1,\"" + huge + "\"\n2,y\n"} {
		_, rows, refused := readAll(t, strings.NewReader(file))
		if !reflect.DeepEqual(rows, [][]string{{"2", "y"}}) || !reflect.DeepEqual(refused, []string{"2 csv.toolong"}) {
			t.Errorf("rows %q, refused %q", rows, refused)
		}
	}
}

func TestFilesThatAreNoTable(t *testing.T) {
	for file, want := range map[string]string{
		"":                    "csv.empty",
		"\n\n  \n":            "csv.empty",
		"\ufeff":              "csv.empty",
		"a;b;c\n":             "csv.onlyheader",
		"PK\x03\x04whatever":  "csv.workbook",
		"%PDF-1.7":            "csv.binary",
		"a;b\n\x00\x00\x01;c": "csv.binary",
	} {
		r, err := NewReader(strings.NewReader(file), Options{})
		if err == nil {
			_, err = r.Next()
		}
		if code(err) != want {
			t.Errorf("%q: %v, want %s", file, err, want)
		}
	}
}

func TestFailingSourceIsNotTheEnd(t *testing.T) {
	fault := errors.New("the stick was pulled out")
	r, err := NewReader(io.MultiReader(strings.NewReader("a,b\n1,2\n"+strings.Repeat("3,4\n", window)), iotest.ErrReader(fault)), Options{})
	for err == nil {
		_, err = r.Next()
	}
	if !errors.Is(err, fault) {
		t.Errorf("got %v", err)
	}
}

func TestRowAndLineNumbers(t *testing.T) {
	r, err := NewReader(strings.NewReader("a,b\n\n1,\"x\ny\"\n2,z\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []Row{{Number: 3, Line: 3}, {Number: 4, Line: 5}} {
		row, err := r.Next()
		if err != nil || row.Number != want.Number || row.Line != want.Line {
			t.Errorf("row %d on line %d, %v; want %d on %d", row.Number, row.Line, err, want.Number, want.Line)
		}
	}
}

func TestColumnsByAnyCase(t *testing.T) {
	r, err := NewReader(strings.NewReader("Created_At, Eigen Naam \n1,2\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Column("created at") != 0 || r.Column("EIGEN-NAAM") != 1 || r.Column("weg") != -1 {
		t.Errorf("columns of %q", r.Header())
	}
}

func BenchmarkReader(b *testing.B) {
	file := "id;datum;vraag;kanaal\n" + strings.Repeat("1234567;2026-03-09 14:30;\"hulp bij een brief van de gemeente\";balie\n", 20_000)
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := NewReader(strings.NewReader(file), Options{})
		if err != nil {
			b.Fatal(err)
		}
		for err == nil {
			_, err = r.Next()
		}
	}
}

// TestOldEncodings: what stands in words is read by the encoding in which they are words, also where it comes late in a file.
func TestOldEncodings(t *testing.T) {
	text := "Nr;Vraag\nA1;Café-vraag over één formulier\nA2;Müller, Noël en Zoë naïef uit Curaçao\nA3;geld – € 50\n"
	for want, table := range map[Encoding]*charmap.Charmap{Macintosh: charmap.Macintosh, CodePage850: charmap.CodePage850, Windows1252: charmap.Windows1252} {
		for _, before := range []string{"", strings.Repeat("B;niets\n", 20000)} {
			whole := strings.Replace(text, "A1", before+"A1", 1)
			if table == charmap.CodePage850 { // it has neither
				whole = strings.NewReplacer("–", "-", "€", "euro").Replace(whole)
			}
			encoded, err := table.NewEncoder().String(whole)
			if err != nil {
				t.Fatal(err)
			}
			r, err := NewReader(strings.NewReader(encoded), Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for row, err := r.Next(); !errors.Is(err, io.EOF); row, err = r.Next() {
				if err != nil {
					t.Fatal(err)
				}
				got.WriteString(strings.Join(row.Cells, ";") + "\n")
			}
			if "Nr;Vraag\n"+got.String() != whole || r.Encoding() != want {
				t.Errorf("%s was read as %s: %q", want, r.Encoding(), strings.TrimPrefix(got.String(), before))
			}
		}
	}
	r, err := NewReader(strings.NewReader("a;b\n1;x\x81y\x8dz\x9d\n"), Options{Encoding: Windows1252})
	if err != nil {
		t.Fatal(err)
	}
	if row, err := r.Next(); code(err) != "csv.encoding" {
		t.Errorf("%q, %v", row.Cells, err)
	}
}

// TestACellFullOfControlCharactersCostsItsRow: a file is no text only where most of its lines are none.
func TestACellFullOfControlCharactersCostsItsRow(t *testing.T) {
	noise := strings.Repeat("\x01\x02\x1f\x07", 50)
	_, rows, refused := readAll(t, strings.NewReader("a;b\n1;x\n2;"+noise+"\n3;y\x0bz\n"))
	if !reflect.DeepEqual(rows, [][]string{{"1", "x"}, {"3", "y\x0bz"}}) || !reflect.DeepEqual(refused, []string{"3 csv.nul"}) {
		t.Errorf("%q, refused %q", rows, refused)
	}
	if _, err := NewReader(strings.NewReader("a;b\n1;"+noise+"\n2;"+noise+"\n3;"+noise+"\n"), Options{}); err == nil {
		t.Error("a file of noise is a table")
	}
}
