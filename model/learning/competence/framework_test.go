package competence

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/starter"
)

func TestStartFrameworks(t *testing.T) {
	for _, f := range BuiltinFrameworks() {
		same := f
		if err := f.Check(); err != nil {
			t.Errorf("%s: %v", f.Title, err)
		}
		if !f.SameAs(&same) {
			t.Errorf("%s is not in the order of its tree", f.Title)
		}
		tree := f.Tree()
		seen := map[string]bool{}
		for _, n := range f.Nodes {
			if n.Titles["en"] == "" || n.Code == "" || seen[n.Code] {
				t.Errorf("%s: node %+v", f.Title, n)
			}
			seen[n.Code] = true
			for _, theme := range n.Themes {
				if _, ok := model.Themes().Get(theme); !ok {
					t.Errorf("%s: there is no theme %s", n.Code, theme)
				}
			}
		}
		for _, c := range tree.Columns() {
			if len(tree.Leaves(c)) < 2 || tree.Leaf(c) {
				t.Errorf("%s: column %s", f.Title, tree.Node(c).Code)
			}
		}
	}
	if f := builtinFramework(FrameworkID(starter.SocialWorkKey)); !f.Unofficial {
		t.Error("the starting list does not say that it is nobody's official text")
	}
	for _, level := range model.Levels() {
		if builtinFramework(BuiltinFor(level)) == nil {
			t.Errorf("%s has no framework to begin with", level)
		}
	}
}

func TestLetters(t *testing.T) {
	s := BuiltinScale()
	if got := s.Letters("nl"); !slices.Equal(got, []string{"o", "v", "g"}) {
		t.Error(got)
	}
	if got := s.Letters("en"); !slices.Equal(got, []string{"i", "s", "g"}) {
		t.Error(got)
	}
	same := Scale{Levels: []Level{{Name: "voldaan"}, {Name: "verder"}}}
	if got := same.Letters("nl"); !slices.Equal(got, []string{"1", "2"}) {
		t.Error(got)
	}
}

func TestVersionOnDisk(t *testing.T) {
	for _, f := range BuiltinFrameworks() {
		f.Extra = []Extra{{"case.x", "{}"}}
		f.Nodes[1].Extra = []Extra{{"moodle.rule", "all"}}
		f.Nodes[1].Text = "<p>met een BSN-achtig kenmerk 111222333</p>"
		fields, err := f.fields()
		if err != nil {
			t.Fatal(err)
		}
		rec := &journal.Record{Kind: KindFramework, ID: f.ID}
		again := versionsOf(rec, []journal.Item{{Kind: ItemFrameworkVersion, Fields: fields}})
		if len(again) != 1 || !again[0].SameAs(&f) {
			t.Errorf("%s comes back as something else", f.Title)
		}
	}
}

// TestArrange: whatever the order and the faults, every node is either in the tree, after its parent, or left out with a
// reason; nodes without a fault are never left out.
func TestArrange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "nodes")
		nodes := make([]Node, n)
		for i := range nodes {
			nodes[i] = Node{ID: journal.ID{1, byte(rapid.IntRange(0, n).Draw(t, "id"))}, Title: "x"}
			if p := rapid.IntRange(-1, n+1).Draw(t, "parent"); p >= 0 {
				nodes[i].Parent = journal.ID{1, byte(p)}
			}
		}
		out, left := Arrange(nodes)
		if len(out)+len(left) != n {
			t.Fatalf("%d nodes became %d and %d left out", n, len(out), len(left))
		}
		seen := map[journal.ID]bool{{}: true}
		for _, o := range out {
			if !seen[o.Parent] || seen[o.ID] {
				t.Fatalf("%v stands before its parent, or twice", o.ID)
			}
			seen[o.ID] = true
		}
		for _, m := range left {
			bad := nodes[m.Index]
			switch m.Err.Msg {
			case "node-orphan", "node-circle":
				if seen[bad.ID] || seen[bad.Parent] {
					t.Fatalf("%v was left out for nothing", bad)
				}
			case "node-twice":
			default:
				t.Fatal(m.Err)
			}
		}
	})
}

// TestTitlesOnDisk reads titles as they stand in journals from before there were any number of languages, and as they do now.
func TestTitlesOnDisk(t *testing.T) {
	old := &journal.Item{Fields: journal.Fields{
		versionHead.Is(journal.Bytes(`{"v":"1","t":"Lijst","en":"List","l":"nl"}`)),
		versionScale.Is(journal.List(journal.Bytes(`{"l":[{"n":"nee","en":"no","v":0},{"n":"ja","v":1}],"p":1}`))),
		versionNodes.Is(journal.List(journal.Bytes(`{"i":"` + journal.KeyedID("x").String() + `","t":"Luistert","en":"Listens"}`))),
	}}
	var f Framework
	f.readVersion(old)
	if f.LabelIn("en") != "List" || f.LabelIn("nl") != "Lijst" || f.LabelIn("de") != "Lijst" || f.Nodes[0].LabelIn("en-GB") != "Listens" ||
		f.Scales[0].Levels[0].LabelIn("en") != "no" || f.Scales[0].Levels[1].LabelIn("en") != "ja" {
		t.Fatalf("%+v", f)
	}
	f.Titles, f.Nodes[0].Titles = f.Titles.With("de", "Liste"), f.Nodes[0].Titles.With("en", "").With("de", "Hört zu")
	f.Scales[0].Levels[1].Names = model.Labels{"de": "ja!"}
	fields, err := f.fields()
	if err != nil {
		t.Fatal(err)
	}
	if head := fields.Get(versionHead).Raw(); head != `{"v":"1","t":"Lijst","in":{"de":"Liste","en":"List"},"l":"nl"}` {
		t.Error(head)
	}
	var back Framework
	back.readVersion(&journal.Item{Fields: fields})
	back.Stamp, back.At, back.By = f.Stamp, f.At, f.By
	if !back.SameAs(&f) || back.LabelIn("de") != "Liste" || back.Nodes[0].LabelIn("en") != "Luistert" || back.Scales[0].Levels[1].LabelIn("de") != "ja!" {
		t.Errorf("%+v", back)
	}
}

// versionsOf reads every version of a framework, the first first.
func versionsOf(rec *journal.Record, items []journal.Item) (out []Framework) {
	kept := keptVersions(items)
	for i := range versionsIn(kept, nil) {
		out = append(out, frameworkVersion(rec, kept, nil, i))
	}
	return out
}
