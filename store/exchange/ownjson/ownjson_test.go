package ownjson

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"leerbalie/model/fault"
)

var names = []string{"source_id", "number", "summary", "id"}

func TestATable(t *testing.T) {
	for _, c := range []struct{ file, want, why string }{
		{`[{"id":"a","number":"ZW-1","summary":"x, \"y\"","source_id":"","holder":[],"minutes":5}]`, "source_id,number,summary,id\nZW-1,ZW-1,\"x, \"\"y\"\"\",a\n", ""},
		{`[{"id":"a","number":12,"summary":null,"source_id":"S"},{"id":"b"}]`, "source_id,number,summary,id\nS,12,,a\n,,,b\n", ""},
		{`[]`, "source_id,number,summary,id\n", ""},
		{`[{"id":"a","number":"1"},{"id":`, "source_id,number,summary,id\n1,1,,a\n", "open311.syntax"},
		{`{"id":"a"}`, "", "open311.syntax"},
	} {
		r := NewReader(strings.NewReader(c.file), names, "source_id", "number")
		got, err := io.ReadAll(r)
		why := ""
		if errors.Is(err, ErrTorn) {
			why = r.Why().(*fault.Error).Msg
		} else if err != nil {
			t.Fatal(err)
		}
		if string(got) != c.want || why != c.why {
			t.Errorf("%s gives %q and %q, want %q and %q", c.file, got, why, c.want, c.why)
		}
	}
	for file, want := range map[string]bool{
		`[{"id":"a","number":"ZW-1","summary":"x"}]`: true, `[{"service_request_id":"1","summary":"","number":"","id":""}]`: false, `[]`: false, "": false,
	} {
		if got := Looks(bufio.NewReaderSize(strings.NewReader(file), Start)); got != want {
			t.Errorf("%q looks like an export: %v", file, got)
		}
	}
}

// FuzzReader: whatever the file holds, the table ends, and each row has as many cells as there are columns.
func FuzzReader(f *testing.F) {
	f.Add(`[{"id":"a","number":"ZW-1","summary":"x","source_id":""}]`)
	f.Add(`[{"id":[1,{"a":2}],"number":1e400},{}]`)
	f.Add(`[1,`)
	f.Fuzz(func(t *testing.T, file string) {
		r := NewReader(strings.NewReader(file), names, "source_id", "number")
		table := csv.NewReader(r)
		table.FieldsPerRecord = len(names)
		for {
			if _, err := table.Read(); errors.Is(err, io.EOF) || errors.Is(err, ErrTorn) {
				return
			} else if err != nil {
				t.Fatal(err)
			}
		}
	})
}
