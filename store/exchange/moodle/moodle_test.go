package moodle

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/model/learning/competence"
)

const head = "Parent,ID,Name,Text,Format,Scale,Config,Rule,Outcome,RuleConfig,Related,Export,Is,Taxonomy\n"

func read(t *testing.T, text string) (f competence.Framework, refused, remarks []string) {
	t.Helper()
	r, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range r.Refused {
		refused = append(refused, code(x.Err)+" "+string(rune('0'+x.Row)))
	}
	for _, x := range r.Remarks {
		remarks = append(remarks, x.Msg)
	}
	return r.Framework, refused, remarks
}

func code(err error) string {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Msg
	}
	return err.Error()
}

// again writes a framework and reads it back.
func again(t *testing.T, f competence.Framework) competence.Framework {
	t.Helper()
	var b bytes.Buffer
	if _, err := Write(&b, &f); err != nil {
		t.Fatal(err)
	}
	r, err := Read(&b)
	if err != nil || len(r.Refused) > 0 {
		t.Fatalf("%v %+v", err, r.Refused)
	}
	return r.Framework
}

func TestReadsChildrenBeforeParents(t *testing.T) {
	f, refused, remarks := read(t, head+
		"A,A.1,\"Een\nregel\",,1,,,,0,null,,12,,\n"+
		",A,Boven,<p>tekst</p>,1,,,core\\rule,1,null,B,11,,\n"+
		",F1,Lijst,,1,\"nee,ja,heel goed\",\"[{\"\"scaleid\"\":\"\"2\"\"},{\"\"id\"\":2,\"\"scaledefault\"\":1,\"\"proficient\"\":1}]\",,,,,,1,\"{\"\"1\"\":\"\"domain\"\",\"\"2\"\":\"\"skill\"\"}\"\n"+
		",B,Andere schaal,,1,\"0,1\",\"[{\"\"id\"\":\"\"1\"\",\"\"proficient\"\":0},{\"\"id\"\":\"\"2\"\",\"\"proficient\"\":\"\"1\"\"}]\",,0,null,,13,,\n")
	if len(refused)+len(remarks) > 0 {
		t.Fatal(refused, remarks)
	}
	if f.Title != "Lijst" || len(f.Nodes) != 3 || f.Nodes[0].Title != "Boven" || f.Nodes[1].Parent != f.Nodes[0].ID || f.Nodes[1].Title != "Een\nregel" {
		t.Fatalf("%+v", f)
	}
	if f.Nodes[1].Term != "skill" || f.Nodes[2].Term != "domain" || f.Scales[0].Proficient != 1 || f.Nodes[2].Scale != 1 || f.Scales[1].Proficient != 1 {
		t.Fatalf("%+v", f)
	}
	if back := again(t, f); !reflect.DeepEqual(back, f) {
		t.Fatalf("\n%+v\n%+v", f, back)
	}
}

func TestTwelveColumns(t *testing.T) {
	f, refused, _ := read(t, "a,b,c,d,e,f,g,h,i,j,is,tax\n"+
		",F1,Lijst,,1,\"nee,ja\",\"[{\"\"id\"\":2,\"\"proficient\"\":1}]\",,,,1,\"domain,skill\"\n,A,Boven,,1,,,,,,,\n")
	if len(refused) > 0 || len(f.Nodes) != 1 || f.Nodes[0].Term != "domain" {
		t.Fatalf("%v %+v", refused, f)
	}
}

func TestWhatIsWrongIsSaidByRow(t *testing.T) {
	f, refused, remarks := read(t, head+
		",F1,Lijst,,1,\"nee,ja\",,,,,,,1,domain\n"+ // 2: no threshold
		"weg,A,Wees,,1,,,,,,,,,\n"+ // 3
		"C,B,Rond,,1,,,,,,,,,\n"+ // 4
		"B,C,Rond,,1,,,,,,,,,\n"+ // 5
		",D,Goed,,1,,,,,,,,,\n"+ // 6
		",D,Dubbel,,1,,,,,,,,,\n"+ // 7
		",,Zonder,,1,,,,,,,,,\n"+ // 8
		",E,BSN 111222333,,1,,,,,,,,,\n") // 9
	want := "framework.orphan 3,node-circle 4,node-circle 5,node-twice 7,framework.no-id 8,import.bsn 9"
	if got := strings.Join(refused, ","); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(f.Nodes) != 1 || f.Nodes[0].Title != "Goed" || f.Scales[0].Proficient != -1 || strings.Join(remarks, ",") != "framework.no-threshold" {
		t.Errorf("%+v %v", f, remarks)
	}
}

// TestCellsGoBackAsTheyCame: blanks, scales that are none and taxonomies that cannot be read are said, and written again.
func TestCellsGoBackAsTheyCame(t *testing.T) {
	scales := []string{"nee,ja", "nee, ja ", "ja", "nee,,ja", "ja,ja", ""}
	for _, list := range scales {
		for _, own := range scales {
			for _, config := range []string{"", "[{kapot", `[{"scaleid":"7"},{"id":2,"proficient":1}]`} {
				var b bytes.Buffer
				w := csv.NewWriter(&b)
				rows := [][]string{strings.Split(strings.TrimSpace(head), ","),
					{"", "F", " Lijst ", "", "1", list, config, "", "", "", "", "", "1", `{"1":kapot`},
					{"", "A", "Een  ", "'=1", "1", own, config, "", "", "", "B", "", "", ""}}
				if err := w.WriteAll(rows); err != nil {
					t.Fatal(err)
				}
				f, refused, remarks := read(t, b.String())
				if len(refused) > 0 || !slices.Contains(remarks, "framework.taxonomy") || f.Title != "Lijst" || f.Nodes[0].Title != "Een" || f.Nodes[0].Term != "" {
					t.Errorf("%q %q: %v %v %+v", list, own, refused, remarks, f)
				}
				if bad := list != "" && levelsOf(list) == nil || own != "" && levelsOf(own) == nil; bad != slices.Contains(remarks, "framework.bad-scale") {
					t.Errorf("%q %q: %v", list, own, remarks)
				}
				var out bytes.Buffer
				if _, err := Write(&out, &f); err != nil {
					t.Fatal(err)
				}
				got, err := csv.NewReader(&out).ReadAll()
				if err != nil || !reflect.DeepEqual(got[2], rows[2]) {
					t.Errorf("%q %q: %q became %q %v", list, own, rows[2], got[2], err)
				}
				if !reflect.DeepEqual(got[1], rows[1]) {
					t.Errorf("%q: %q became %q", list, rows[1], got[1])
				}
			}
		}
	}
}

// TestTheListItself: what is wrong with the row of the list is said by its number, like that of any other.
func TestTheListItself(t *testing.T) {
	for row, want := range map[string]string{",F,,,1,,,,,,,,1,": "node-title", ",F,Lijst 111222333,,1,,,,,,,,1,": "import.bsn", ",F,Lijst,\"BSN: 111222333\",1,,,,,,,,1,": "import.bsn"} {
		r, err := Read(strings.NewReader(head + ",A,Een,,1,,,,,,,,,\n" + row + "\n"))
		if code(err) != "framework.no-head" || len(r.Refused) != 1 || r.Refused[0].Row != 3 || code(r.Refused[0].Err) != want {
			t.Errorf("%s: %v %+v", row, err, r.Refused)
		}
	}
}

// TestTextsAreMadeHarmless: what acts on a terminal or turns the direction of reading does not come in, and that is said.
func TestTextsAreMadeHarmless(t *testing.T) {
	f, _, remarks := read(t, head+",F,L\x1b[31mijst,,1,,,,,,,,1,\n,A,\u202eom\u202c,\"re\ngel\x07\",1,,,,,,,,,\n,B,\u0639\u0631\u0628\u064a,,1,,,,,,,,,\n")
	if f.Title != "L[31mijst" || f.Nodes[0].Title != "om" || f.Nodes[0].Text != "re\ngel" || f.Nodes[1].Title != "\u0639\u0631\u0628\u064a" ||
		!slices.Contains(remarks, "framework.cleaned") {
		t.Errorf("%+v %v", f, remarks)
	}
}

func TestFilesThatAreNone(t *testing.T) {
	for text, want := range map[string]string{
		"a,b,c\n1,2,3\n": "framework.columns", head + ",A,Boven,,1,,,,,,,,,\n": "framework.no-head", "": "csv.empty",
	} {
		if _, err := Read(strings.NewReader(text)); code(err) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestStartFrameworksComeBack(t *testing.T) {
	for _, f := range competence.BuiltinFrameworks() {
		var b bytes.Buffer
		remarks, err := Write(&b, &f)
		if err != nil || len(remarks) == 0 {
			t.Fatalf("%v: nothing is said of what is lost", err)
		}
		first := again(t, f)
		if second := again(t, first); !reflect.DeepEqual(first, second) || len(first.Nodes) != len(f.Nodes) {
			t.Errorf("%s changes on the way", f.Title)
		}
		for i := range f.Nodes {
			if first.Nodes[i].ID != f.Nodes[i].ID || first.Nodes[i].Title != f.Nodes[i].Title {
				t.Errorf("%s: node %d is another", f.Title, i)
			}
		}
	}
}

func TestSamples(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "samples", "moodle", "*.csv"))
	if len(files) == 0 {
		t.Skip("the sample files are not here")
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Read(bytes.NewReader(b))
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
			continue
		}
		t.Logf("%s: %d read, %d refused, %d nodes, scales %d, remarks %v", filepath.Base(path), r.Read, len(r.Refused), len(r.Framework.Nodes), len(r.Framework.Scales), r.Remarks)
		if len(r.Framework.Nodes)+len(r.Refused) != r.Read || len(r.Framework.Nodes) == 0 {
			t.Errorf("%s: %d of %d", filepath.Base(path), len(r.Framework.Nodes), r.Read)
		}
		if back := again(t, r.Framework); !reflect.DeepEqual(back, r.Framework) {
			t.Errorf("%s changes on the way", filepath.Base(path))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + ",F1,Lijst,,1,\"nee,ja\",,,,,,,1,domain\nA,B,C,,1,,,,,,,,,\n"))
	f.Add([]byte(head + ",F1,L,,,\"a,b\",\"[{\"\"id\"\":2,\"\"proficient\"\":1}]\",,,,,,1,\"[\"\"x\"\"]\"\n,1,t,,1,\"x,y,z\",[],,,,,,,\n1,2,u,,,,,,,,,,,\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := Read(bytes.NewReader(file))
		if err != nil {
			return
		}
		if len(r.Framework.Nodes)+len(r.Refused) != r.Read {
			t.Fatalf("%d read, %d taken, %d refused", r.Read, len(r.Framework.Nodes), len(r.Refused))
		}
		if r.Framework.Title == "" {
			return
		}
		var b bytes.Buffer
		if _, err := Write(&b, &r.Framework); err != nil {
			t.Fatal(err)
		}
		again, err := Read(&b)
		if err != nil {
			t.Fatal(err)
		}
		if len(again.Framework.Nodes) != len(r.Framework.Nodes) {
			t.Fatalf("%d nodes become %d: %+v", len(r.Framework.Nodes), len(again.Framework.Nodes), again.Refused)
		}
	})
}
