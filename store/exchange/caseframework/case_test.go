package caseframework

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
)

func now() time.Time { return time.Date(2026, 3, 2, 14, 0, 0, 0, time.UTC) }

func code(err error) string {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Msg
	}
	return fmt.Sprint(err)
}

func again(t *testing.T, f competence.Framework) competence.Framework {
	t.Helper()
	var b bytes.Buffer
	if _, err := Write(&b, &f, now()); err != nil {
		t.Fatal(err)
	}
	r, err := Read(&b)
	if err != nil || len(r.Refused) > 0 {
		t.Fatalf("%v %+v", err, r.Refused)
	}
	return r.Framework
}

const small = `{"CFDocument":{"identifier":"d0000000-0000-0000-0000-000000000000","uri":"https://x/d","title":"Lijst","creator":"wij",
 "lastChangeDateTime":"2020-01-01T00:00:00Z","eigen":{"b":1,"a":[1.50,null]}},
 "CFItems":[
  {"identifier":"00000000-0000-0000-0000-000000000002","fullStatement":"Een regel\nmet twee","abbreviatedStatement":"Kort","humanCodingScheme":"A.1","vreemd":true},
  {"identifier":"00000000-0000-0000-0000-000000000001","fullStatement":"Boven <b>vet</b> & meer","CFItemType":"competentie"},
  {"identifier":"00000000-0000-0000-0000-000000000003","fullStatement":"Los"}],
 "CFAssociations":[
  {"identifier":"a1","associationType":"isChildOf","originNodeURI":{"identifier":"00000000-0000-0000-0000-000000000002","title":"x","uri":"u"},
   "destinationNodeURI":{"identifier":"00000000-0000-0000-0000-000000000001","title":"y","uri":"v"},"sequenceNumber":3},
  {"identifier":"a2","associationType":"isChildOf","originNodeURI":{"identifier":"00000000-0000-0000-0000-000000000001"},
   "destinationNodeURI":{"identifier":"d0000000-0000-0000-0000-000000000000"}},
  {"identifier":"a3","associationType":"exactMatchOf","originNodeURI":{"identifier":"00000000-0000-0000-0000-000000000001"},
   "destinationNodeURI":{"identifier":"elders"}}],
 "CFRubrics":[{"identifier":"r1","score":1e3}],"CFDefinitions":{"CFSubjects":[]},"heel-anders":[1,2]}`

func TestKeepsWhatItDoesNotKnow(t *testing.T) {
	r, err := Read(strings.NewReader(small))
	if err != nil || len(r.Refused) > 0 {
		t.Fatal(err, r.Refused)
	}
	f := r.Framework
	if len(f.Nodes) != 3 || f.Nodes[0].Title != "Boven <b>vet</b> & meer" || f.Nodes[1].Title != "Kort" || f.Nodes[1].Parent != f.Nodes[0].ID {
		t.Fatalf("%+v", f.Nodes)
	}
	if len(r.Remarks) != 1 || r.Remarks[0].Msg != "framework.no-parent" {
		t.Errorf("%+v", r.Remarks)
	}
	if back := again(t, f); !reflect.DeepEqual(back, f) {
		t.Fatalf("\n%+v\n%+v", f, back)
	}
	var b bytes.Buffer
	if _, err := Write(&b, &f, now()); err != nil {
		t.Fatal(err)
	}
	var before, after map[string]any
	for text, into := range map[string]*map[string]any{small: &before, b.String(): &after} {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"CFRubrics", "CFDefinitions", "heel-anders"} {
		if !reflect.DeepEqual(before[name], after[name]) {
			t.Errorf("%s: %v became %v", name, before[name], after[name])
		}
	}
	for _, want := range []string{`"vreemd": true`, `1.50`, `exactMatchOf`, `"sequenceNumber": 3`, `<b>vet</b> & meer`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s is lost:\n%s", want, b.String())
		}
	}
}

func TestWhatIsWrongIsSaidByItem(t *testing.T) {
	item := func(id, text string) string { return fmt.Sprintf(`{"identifier":%q,"fullStatement":%q}`, id, text) }
	child := func(of, to string) string {
		return fmt.Sprintf(`{"associationType":"isChildOf","originNodeURI":{"identifier":%q},"destinationNodeURI":{"identifier":%q}}`, of, to)
	}
	r, err := Read(strings.NewReader(`{"CFDocument":{"identifier":"d","title":"L"},"CFItems":[` + strings.Join([]string{
		item("a", "goed"), item("b", "rond"), item("c", "rond"), item("e", "wees"), item("a", "dubbel"), item("", "zonder"), item("g", ""),
		item("h", "BSN 111222333"), item("i", "twee ouders")}, ",") + `],"CFAssociations":[` +
		strings.Join([]string{child("a", "d"), child("b", "c"), child("c", "b"), child("e", "weg"), child("i", "a"), child("i", "d")}, ",") + `]}`))
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, x := range r.Refused {
		got += fmt.Sprintf("%d %s,", x.Row, code(x.Err))
	}
	if want := "2 node-circle,3 node-circle,4 framework.orphan,5 node-twice,6 framework.no-id,7 node-title,8 import.bsn,"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(r.Framework.Nodes) != 2 || r.Framework.Nodes[1].Parent != r.Framework.Nodes[0].ID || r.Remarks[0].Msg != "framework.second-parent" {
		t.Errorf("%+v %+v", r.Framework.Nodes, r.Remarks)
	}
}

// TestOneBadItemCostsOnlyItself: items that are none, that are too long to keep or hold a citizen service number where we
// only keep what we do not know are refused by their number, and associations of that kind are counted.
func TestOneBadItemCostsOnlyItself(t *testing.T) {
	r, err := Read(strings.NewReader(`{"CFDocument":{"identifier":"d","title":"L"},"CFItems":[null,3,"x",[],{"identifier":"a","fullStatement":"goed"},
		{"identifier":"b","fullStatement":"lang","notes":"` + strings.Repeat("n", journal.MaxText) + `"},
		{"identifier":"c","fullStatement":"x","notes":"van 111222333"},{"identifier":"e","fullStatement":"x","uri":"https://x/111222333","notes":["ok"]}],
		"CFAssociations":[null,7,{"associationType":"isRelatedTo","notes":"111222333"},{"associationType":"isRelatedTo"}],"CFRubrics":[{"title":"111222333"}],"anders":1}`))
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, x := range append(r.Refused, transfer.Refusal{Row: len(r.Framework.Nodes)}) {
		got += fmt.Sprintf("%d %s,", x.Row, code(x.Err))
	}
	for _, x := range r.Remarks {
		got += x.Msg + ","
	}
	want := "1 framework.no-object,2 framework.no-object,3 framework.no-object,4 framework.no-object,6 text-long,7 import.bsn,2 <nil>," +
		"framework.no-parent,framework.bad-links,framework.left-bsn,"
	if got != want || r.Read != 8 {
		t.Errorf("%d read, got %s", r.Read, got)
	}
}

// TestEncodings: a package need not be UTF-8; a file that was saved as something older comes in with its letters.
func TestEncodings(t *testing.T) {
	text := `{"CFDocument":{"identifier":"d","title":"Lijst"},"CFItems":[{"identifier":"a","fullStatement":"\u00e9\u00e9n"}]}`
	text = strings.ReplaceAll(text, `\u00e9`, "é")
	for name, enc := range map[string]interface{ String(string) (string, error) }{"Windows-1252": charmap.Windows1252.NewEncoder(),
		"UTF-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), "with a mark": unicode.UTF8BOM.NewEncoder()} {
		raw, err := enc.String(text)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := Read(strings.NewReader(raw)); err != nil || r.Framework.Nodes[0].Title != "één" {
			t.Errorf("%s: %v %+v", name, err, r.Framework.Nodes)
		}
	}
}

// TestManyAssociations: a list may hold more links of other kinds than it has parts; none is lost.
func TestManyAssociations(t *testing.T) {
	links := make([]string, 20_000)
	for i := range links {
		links[i] = fmt.Sprintf(`{"associationType":"isRelatedTo","identifier":"l%d"}`, i)
	}
	r, err := Read(strings.NewReader(`{"CFDocument":{"identifier":"d","title":"L"},"CFItems":[],"CFAssociations":[` + strings.Join(links, ",") + `]}`))
	if err != nil || len(r.Framework.Extra) > 1000 {
		t.Fatalf("%v, %d extras", err, len(r.Framework.Extra))
	}
	var b bytes.Buffer
	if _, err := Write(&b, &r.Framework, now()); err != nil || strings.Count(b.String(), "isRelatedTo") != len(links) {
		t.Errorf("%v, %d came back", err, strings.Count(b.String(), "isRelatedTo"))
	}
}

func TestFilesThatAreNone(t *testing.T) {
	for text, want := range map[string]string{
		"": "framework.json", "[]": "framework.no-package", "{}": "framework.no-package", `{"CFDocument":{"identifier":"x"}}`: "missing",
		`{"CFDocument":{"title":"x"}}`: "framework.no-id", `{"CFDocument":{"title":"x","identifier":"y"},"CFItems":3}`: "framework.no-list",
	} {
		if _, err := Read(strings.NewReader(text)); code(err) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestStartFrameworksComeBack: another format is passed through without losing who is who.
func TestStartFrameworksComeBack(t *testing.T) {
	for _, f := range competence.BuiltinFrameworks() {
		first := again(t, f)
		if second := again(t, first); !reflect.DeepEqual(first, second) {
			t.Errorf("%s changes on the way", f.Title)
		}
		if first.ID != f.ID || len(first.Nodes) != len(f.Nodes) {
			t.Fatalf("%s is another", f.Title)
		}
		for i, n := range f.Nodes {
			if b := first.Nodes[i]; b.ID != n.ID || b.Title != n.Title || b.Code != n.Code || b.Parent != n.Parent || b.Term != n.Term {
				t.Errorf("%s: %+v became %+v", f.Title, n, b)
			}
		}
	}
}

// TestMovedNodes: what is moved within a framework that came from a file is written in its new order.
func TestMovedNodes(t *testing.T) {
	r, err := Read(strings.NewReader(small))
	if err != nil {
		t.Fatal(err)
	}
	f := r.Framework.Renamed("Anders")
	f.Nodes[2].Parent = f.Nodes[0].ID
	nodes := []competence.Node{f.Nodes[0], f.Nodes[2], f.Nodes[1]}
	f.Nodes, _ = competence.Arrange(nodes)
	back := again(t, f)
	for i := range f.Nodes {
		if back.Nodes[i].ID != f.Nodes[i].ID || back.Nodes[i].Parent != f.Nodes[i].Parent {
			t.Errorf("%d: %+v became %+v", i, f.Nodes[i], back.Nodes[i])
		}
	}
}

func TestLongTextsAreKeptInPieces(t *testing.T) {
	long := strings.Repeat("é\"", journal.MaxText)
	b, _ := encode(map[string]any{"CFDocument": map[string]string{"identifier": "d", "title": "L", "notes": long}})
	r, err := Read(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if got := keptObject(r.Framework.Extra, extraDocument).text("notes"); got != long {
		t.Error("a long text came out as another")
	}
	if back := again(t, r.Framework); !reflect.DeepEqual(back, r.Framework) {
		t.Error("a long text changes on the way")
	}
}

func TestSamples(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "samples", "case", "*Framework.json"))
	more, _ := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "samples", "case", "Ordering.json"))
	if files = append(files, more...); len(files) == 0 {
		t.Skip("the sample files are not here")
	}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Read(bytes.NewReader(b))
		if err != nil || len(r.Refused) > 0 {
			t.Errorf("%s: %v %+v", filepath.Base(path), err, r.Refused)
			continue
		}
		if back := again(t, r.Framework); !reflect.DeepEqual(back, r.Framework) {
			t.Errorf("%s changes on the way", filepath.Base(path))
		}
		var out bytes.Buffer
		if _, err := Write(&out, &r.Framework, now()); err != nil {
			t.Fatal(err)
		}
		var before, after map[string]any
		_ = json.Unmarshal(b, &before)
		_ = json.Unmarshal(out.Bytes(), &after)
		if len(before["CFAssociations"].([]any)) != len(after["CFAssociations"].([]any)) || !reflect.DeepEqual(before["CFDefinitions"], after["CFDefinitions"]) ||
			!reflect.DeepEqual(before["CFDocument"], after["CFDocument"]) {
			t.Errorf("%s loses something", filepath.Base(path))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(withRubrics(`[{"description":"Leerbalie: enough from position 1","CFRubricCriteria":[` + criterion("a", "x", "y") + `,` + criterion("", "z", "w") + `]}]`)))
	f.Add([]byte(`{"CFDocument":{"identifier":"d","title":"L"},"CFItems":[{"identifier":"a","fullStatement":"x"},null,{"identifier":"a"}],"CFAssociations":[{}]}`))
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := Read(bytes.NewReader(file))
		if err != nil {
			return
		}
		if len(r.Framework.Nodes)+len(r.Refused) != r.Read || r.Format != transfer.CASE {
			t.Fatalf("%d read, %d taken, %d refused", r.Read, len(r.Framework.Nodes), len(r.Refused))
		}
		var b bytes.Buffer
		if _, err := Write(&b, &r.Framework, now()); err != nil {
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
