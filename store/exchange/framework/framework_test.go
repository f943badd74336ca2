package framework

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
)

func versions(t *testing.T, session *model.Session, id journal.ID) int {
	t.Helper()
	h, err := competence.ReadFrameworkHistory(t.Context(), session, id)
	if err != nil {
		t.Fatal(err)
	}
	return len(h)
}

// TestFrameworksGoRound: what goes out in either format comes back as the same, and a second import changes nothing.
func TestFrameworksGoRound(t *testing.T) {
	session := deskSession(t)
	for _, f := range competence.BuiltinFrameworks() {
		for _, format := range transfer.FrameworkFormats() {
			var b bytes.Buffer
			if _, err := Export(&b, f, format, time.Now()); err != nil {
				t.Fatal(err)
			}
			r, err := Import(t.Context(), session, bytes.NewReader(b.Bytes()), transfer.ImportOptions{})
			if err != nil || r.Unchanged != len(f.Nodes) || r.Format != format || versions(t, session, f.ID) != 1 {
				t.Errorf("%s as %s: %+v %v", f.Title, format, r, err)
			}
		}
	}
}

// TestEditedFrameworksGoRound: parts that were added by hand, with a code and without, are the same ones after a file.
func TestEditedFrameworksGoRound(t *testing.T) {
	for _, format := range transfer.FrameworkFormats() {
		session := deskSession(t)
		own := competence.Framework{ID: journal.KeyedID("own"), Title: "Eigen"}
		for _, f := range append(competence.BuiltinFrameworks(), own, competence.BuiltinFrameworks()[0].Copied(journal.KeyedID("copy"), "Kopie")) {
			for _, n := range []competence.Node{{Code: "Z1", Title: "met een code"}, {Title: "zonder"}, {Title: "zonder"}} {
				if _, err := f.Insert(n, competence.TreePlace{}); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := session.Do(t.Context(), learning.SaveFramework{Framework: f}); err != nil {
				t.Fatal(err)
			}
			h, err := competence.ReadFrameworkHistory(t.Context(), session, f.ID)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if _, err := Export(&b, h[0], format, time.Now()); err != nil {
				t.Fatal(err)
			}
			r, err := Import(t.Context(), session, bytes.NewReader(b.Bytes()), transfer.ImportOptions{})
			if err != nil || r.Unchanged != len(h[0].Nodes) || versions(t, session, f.ID) != len(h) {
				t.Errorf("%s as %s: %+v %v", f.Title, format, r, err)
			}
		}
	}
}

func TestImport(t *testing.T) {
	session := deskSession(t)
	file := "a,b,c,d,e,f,g,h,i,j,k,l,m,n\n,F,Lijst,,1,\"nee,ja\",\"[{\"\"id\"\":2,\"\"proficient\"\":1}]\",,,,,,1,domain\n,A,Een,,1,,,,,,,,,\nA,B,Twee,,1,,,,,,,,,\nX,C,Wees,,1,,,,,,,,,\n"
	take := func(text string, o transfer.ImportOptions) transfer.FrameworkReport {
		t.Helper()
		r, err := Import(t.Context(), session, strings.NewReader(text), o)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := take(file, transfer.ImportOptions{DryRun: true}); r.Imported != 2 || r.Version != 0 {
		t.Errorf("%+v", r)
	}
	if r := take(file, transfer.ImportOptions{Strict: true}); r.Imported != 0 || len(r.Refused) != 1 {
		t.Errorf("%+v", r)
	}
	if _, err := competence.ReadFrameworkHistory(t.Context(), session, competence.FrameworkID("F")); fault.KindOf(err) != fault.NotFound {
		t.Error("something was kept")
	}
	first := take(file, transfer.ImportOptions{})
	if first.Imported != 2 || len(first.Refused) != 1 || first.Refused[0].Row != 5 || first.Version != 1 {
		t.Errorf("%+v", first)
	}
	if r := take(file, transfer.ImportOptions{}); r.Unchanged != 2 || r.Imported != 0 || r.Version != 1 {
		t.Errorf("%+v", r)
	}
	if r := take(strings.Replace(file, "Twee", "Anders", 1), transfer.ImportOptions{}); r.Imported != 2 || r.Version != 2 {
		t.Errorf("%+v", r)
	}
	h, err := competence.ReadFrameworkHistory(t.Context(), session, first.Framework)
	if err != nil || len(h) != 2 || h[0].Nodes[1].ID != h[1].Nodes[1].ID || h[1].Nodes[1].Title != "Twee" {
		t.Errorf("%v %+v", err, h)
	}
}

// TestForeignFieldsStay: what another program adds to a framework of ours on its way comes in, and goes out again.
func TestForeignFieldsStay(t *testing.T) {
	code := `"humanCodingScheme": "C1.1",`
	for _, format := range transfer.FrameworkFormats() {
		session := deskSession(t)
		f := competence.BuiltinFrameworks()[0]
		out := func() string {
			t.Helper()
			h, err := competence.ReadFrameworkHistory(t.Context(), session, f.ID)
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			if _, err := Export(&b, h[0], format, clock); err != nil {
				t.Fatal(err)
			}
			return b.String()
		}
		file, mark := strings.Replace(out(), code, code+` "educationLevel": ["HO"],`, 1), "educationLevel"
		if format == transfer.Moodle {
			row := regexp.MustCompile(`(?m)^C1,C1\.1,(.*),,,,$`)
			file, mark = row.ReplaceAllString(file, "C1,C1.1,$1,C2,,,"), ",C2,,,\n"
		}
		for range 2 {
			if r, err := Import(t.Context(), session, strings.NewReader(file), transfer.ImportOptions{}); err != nil || r.Version != 2 {
				t.Errorf("%s: %+v %v", format, r, err)
			}
		}
		if again := out(); !strings.Contains(again, mark) {
			t.Errorf("%s: lost in\n%s", format, again)
		}
	}
}

// TestScalesGoThroughBoth: scales with their thresholds survive a way through the other format, in the same store and in one
// that never saw the list; the same file again changes nothing.
func TestScalesGoThroughBoth(t *testing.T) {
	f := competence.Framework{ID: competence.FrameworkID("F"), Key: "F", Title: "Lijst", Scales: []competence.Scale{
		{Proficient: 2, Levels: []competence.Level{{Name: "nul"}, {Name: "een", Value: 1}, {Name: "twee", Value: 2}}},
		{Proficient: -1, Levels: []competence.Level{{Name: "nee"}, {Name: "ja", Value: 1}}},
	}}
	for i := range 120 { // more than fits into one piece of what is kept
		key := fmt.Sprint(i)
		f.Nodes = append(f.Nodes, competence.Node{ID: competence.NodeID("F", key), Key: key, Title: "Deel " + key, Scale: i % 2})
	}
	for _, format := range transfer.FrameworkFormats() {
		first, other := deskSession(t), deskSession(t)
		if _, err := first.Do(t.Context(), learning.SaveFramework{Framework: f}); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := Export(&b, f, format, clock); err != nil {
			t.Fatal(err)
		}
		for name, session := range map[string]*model.Session{"same": first, "other": other} {
			for range 2 {
				r, err := Import(t.Context(), session, bytes.NewReader(b.Bytes()), transfer.ImportOptions{})
				if err != nil || r.Version != 1 || len(r.Refused) > 0 {
					t.Errorf("%s as %s: %+v %v", name, format, r, err)
				}
			}
			h, err := competence.ReadFrameworkHistory(t.Context(), session, f.ID)
			if err != nil || !reflect.DeepEqual(h[0].Scales, f.Scales) {
				t.Fatalf("%s as %s: %v %+v", name, format, err, h[0].Scales)
			}
			for i, n := range h[0].Nodes {
				if n.Scale != i%2 || n.Title != f.Nodes[i].Title {
					t.Fatalf("%s as %s: %+v", name, format, n)
				}
			}
			var again, later bytes.Buffer
			if _, err := Export(&again, h[0], format, clock); err != nil || name == "other" && again.String() != b.String() {
				t.Errorf("%s as %s: another file comes out, %v", name, format, err)
			}
			if _, err := Export(&later, h[0], format, clock.Add(time.Hour)); err != nil || later.String() != again.String() {
				t.Errorf("%s as %s: another file comes out later, %v", name, format, err)
			}
		}
	}
}

// TestFilesWithoutEnd: a stream that never stops is given up, and not read into memory.
func TestFilesWithoutEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	row := ",x,y,,1,,,,,,,,,\n"
	for name, src := range map[string]io.Reader{
		"framework-long":      &endless{head: "a,b,c,d,e,f,g,h,i,j,k,l,m,n\n", again: row},
		"framework.file-long": &endless{head: "a,b,c,d,e,f,g,h,i,j,k,l,m,n\n", again: ",x,y," + strings.Repeat("lang ", 20_000) + ",1,,,,,,,,,\n"},
		"framework.json":      &endless{head: "{\"CFDocument\":", again: strings.Repeat("}", 1<<16)},
	} {
		_, err := Import(t.Context(), deskSession(t), src, transfer.ImportOptions{})
		var e *fault.Error
		if !errors.As(err, &e) || e.Msg != name && e.Msg != "framework.file-long" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// endless gives head once, and then again for ever.
type endless struct{ head, again string }

func (e *endless) Read(p []byte) (int, error) {
	if e.head == "" {
		e.head = e.again
	}
	n := copy(p, e.head)
	e.head = e.head[n:]
	return n, nil
}

func TestFrameworkSamples(t *testing.T) {
	var files []string
	for _, kind := range []string{"moodle/*.csv", "case/*Framework.json", "case/Ordering.json"} {
		found, _ := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "samples", filepath.FromSlash(kind)))
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("the sample files are not here")
	}
	session := deskSession(t)
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Import(t.Context(), session, bytes.NewReader(raw), transfer.ImportOptions{})
		if err != nil || len(r.Refused) > 0 {
			t.Errorf("%s: %+v %v", filepath.Base(path), r, err)
			continue
		}
		h, err := competence.ReadFrameworkHistory(t.Context(), session, r.Framework)
		if err != nil {
			t.Fatal(err)
		}
		before := len(h)
		for _, format := range transfer.FrameworkFormats() {
			var b bytes.Buffer
			if _, err := Export(&b, h[0], format, time.Now()); err != nil {
				t.Fatal(err)
			}
			if _, err := Import(t.Context(), session, &b, transfer.ImportOptions{}); err != nil {
				t.Errorf("%s as %s: %v", filepath.Base(path), format, err)
			}
			if n := versions(t, session, r.Framework); n != before {
				t.Errorf("%s as %s: %d versions", filepath.Base(path), format, n)
			}
		}
	}
}

// TestWhatLevelsMeanGoesRound: as the rubrics of CASE, into another store without loss; Moodle says that it has no place for it, and what
// comes back from there keeps it.
func TestWhatLevelsMeanGoesRound(t *testing.T) {
	f := competence.BuiltinFrameworks()[0]
	f.Scales = append(f.Scales, competence.Scale{Name: "drie", Proficient: 1, Levels: []competence.Level{{Name: "a", Value: 0}, {Name: "b", Value: 1}, {Name: "c", Value: 2}}})
	f.Nodes[1].Means = []string{"ziet het niet", "", "laat de bewoner kiezen"}
	f.Nodes[2].Scale, f.Nodes[2].Means = 1, []string{"", "vraagt door"}
	home := deskSession(t)
	if _, err := home.Do(t.Context(), learning.SaveFramework{Framework: f}); err != nil {
		t.Fatal(err)
	}
	for _, format := range transfer.FrameworkFormats() {
		var b bytes.Buffer
		out, err := Export(&b, f, format, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		told := strings.Contains(fmt.Sprint(out.Remarks), "framework.lost.means")
		if told != (format == transfer.Moodle) {
			t.Errorf("%s: %v", format, out.Remarks)
		}
		if r, err := Import(t.Context(), home, bytes.NewReader(b.Bytes()), transfer.ImportOptions{}); err != nil || versions(t, home, f.ID) != 2 {
			t.Errorf("%s at home: %+v %v, %d versions", format, r, err, versions(t, home, f.ID))
		}
		if format != transfer.CASE {
			continue
		}
		away := deskSession(t)
		if _, err := Import(t.Context(), away, bytes.NewReader(b.Bytes()), transfer.ImportOptions{}); err != nil {
			t.Fatal(err)
		}
		h, err := competence.ReadFrameworkHistory(t.Context(), away, f.ID)
		if err != nil || !reflect.DeepEqual(h[0].Nodes[1].Means, f.Nodes[1].Means) || !reflect.DeepEqual(h[0].Nodes[2].Means, f.Nodes[2].Means) || h[0].Nodes[1].Scale != 0 || h[0].Nodes[2].Scale != 1 {
			t.Errorf("elsewhere: %+v %+v %v", h[0].Nodes[1], h[0].Nodes[2], err)
		}
		var again bytes.Buffer
		if _, err := Export(&again, h[0], format, time.Now()); err != nil || !strings.Contains(again.String(), "laat de bewoner kiezen") {
			t.Errorf("out again: %v", err)
		}
	}
}
