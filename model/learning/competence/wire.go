package competence

import (
	"bytes"
	"encoding/json"
	"maps"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// The fields of a framework and of its versions. Numbers are on disk and never reused.
const (
	FrameworkKey journal.Field = 1 // the id it has where it comes from

	versionHead  journal.Field = 2 // JSON: everything but scales, nodes and extras
	versionScale journal.Field = 3 // JSON, a list
	versionNodes journal.Field = 4 // JSON, a list: each node by itself
	versionExtra journal.Field = 5 // JSON, a list
)

// The forms in which a version stands in the journal. Names are never reused; what is empty is left out.
type (
	wireHead struct {
		Label      string       `json:"v,omitempty"`
		Title      string       `json:"t"`
		Titles     model.Labels `json:"in,omitempty"`
		English    string       `json:"en,omitempty"` // of before there were any number of languages: read, not written
		Text       string       `json:"d,omitempty"`
		Language   string       `json:"l,omitempty"`
		Unofficial bool         `json:"u,omitempty"`
	}
	wireNode struct {
		ID      string       `json:"i"`
		Parent  string       `json:"p,omitempty"`
		Key     string       `json:"k,omitempty"`
		Code    string       `json:"c,omitempty"`
		Title   string       `json:"t"`
		Titles  model.Labels `json:"in,omitempty"`
		English string       `json:"en,omitempty"` // as in the head
		Text    string       `json:"d,omitempty"`
		Term    string       `json:"m,omitempty"`
		Scale   int          `json:"s,omitempty"`
		Themes  []string     `json:"h,omitempty"`
		Means   []string     `json:"w,omitempty"`
		Extra   []wireExtra  `json:"x,omitempty"`
	}
	wireExtra struct {
		Name string `json:"n"`
		Text string `json:"t"`
	}
	wireScale struct {
		Name       string      `json:"n,omitempty"`
		Levels     []wireLevel `json:"l"`
		Proficient int         `json:"p"`
	}
	wireLevel struct {
		Name    string       `json:"n"`
		Names   model.Labels `json:"in,omitempty"`
		English string       `json:"en,omitempty"` // as in the head
		Value   float64      `json:"v"`
	}
)

// fields is a version as an item holds it. The texts are kept as bytes: they are published texts with identifiers in them,
// and were checked as such.
func (f Framework) fields() (journal.Fields, error) {
	var failed error
	put := func(v any) journal.Value {
		b, err := wire(v)
		if err != nil {
			failed = err
		}
		return journal.Bytes(b)
	}
	var scales, nodes, extras []journal.Value
	for _, s := range f.Scales {
		w := wireScale{Name: s.Name, Proficient: s.Proficient, Levels: []wireLevel{}}
		for _, l := range s.Levels {
			w.Levels = append(w.Levels, wireLevel{Name: l.Name, Names: inLanguages(l.Names), Value: l.Value})
		}
		scales = append(scales, put(w))
	}
	for _, n := range f.Nodes {
		nodes = append(nodes, put(n.wire()))
	}
	for _, e := range f.Extra {
		extras = append(extras, put(wireExtra(e)))
	}
	if most := max(len(nodes), len(extras), len(scales)); most > journal.MaxList {
		return nil, fault.New(fault.Invalid, "framework-long", "nodes", most, "limit", journal.MaxList)
	}
	head := put(wireHead{Label: f.Label, Title: f.Title, Titles: inLanguages(f.Titles), Text: f.Text, Language: f.Language, Unofficial: f.Unofficial})
	return journal.Fields{versionHead.Is(head), versionScale.Is(journal.List(scales...)), versionNodes.Is(journal.List(nodes...)), versionExtra.Is(journal.List(extras...))}, failed
}

// wire writes one value of a version. Errors: Invalid for what is too long.
func wire(v any) (string, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // descriptions are full of it
	if err := enc.Encode(v); err != nil {
		return "", fault.New(fault.Invalid, "framework-form").Because(err)
	}
	if b.Len() > journal.MaxText {
		return "", fault.New(fault.Invalid, "text-long", "bytes", b.Len(), "limit", journal.MaxText)
	}
	return string(bytes.TrimSpace(b.Bytes())), nil
}

func (n Node) wire() wireNode {
	return wireNode{ID: n.ID.String(), Parent: n.Parent.String(), Key: n.Key, Code: n.Code, Title: n.Title, Titles: inLanguages(n.Titles), Text: n.Text,
		Term: n.Term, Scale: n.Scale, Themes: n.Themes, Means: n.Means, Extra: wireExtras(n.Extra)}
}

// inLanguages is names without those that say nothing; nil for none.
func inLanguages(names model.Labels) model.Labels {
	var out model.Labels
	for _, tag := range names.Tags() {
		out = out.With(tag, names[tag])
	}
	return out
}

// readNames is names that have just been read, which it alters, as inLanguages has them, with the English one of the older form.
func readNames(names model.Labels, english string) model.Labels {
	maps.DeleteFunc(names, func(_, name string) bool { return name == "" })
	if english != "" && names["en"] == "" {
		names = names.With("en", english)
	}
	if len(names) == 0 {
		return nil
	}
	return names
}

func wireExtras(es []Extra) (out []wireExtra) {
	for _, e := range es {
		out = append(out, wireExtra(e))
	}
	return out
}

// readVersion fills in what fields wrote; what makes no sense, as a later version may write, is left out.
func (f *Framework) readVersion(it *journal.Item) {
	get := func(v journal.Value, into any) bool { return json.Unmarshal([]byte(v.Raw()), into) == nil }
	var h wireHead
	get(it.Fields.Get(versionHead), &h)
	f.Stamp, f.At, f.By = it.Stamp, it.Told(), it.Actor
	f.Label, f.Title, f.Titles, f.Text, f.Language, f.Unofficial = h.Label, h.Title, readNames(h.Titles, h.English), h.Text, h.Language, h.Unofficial
	f.Scales, f.Nodes, f.Extra = nil, nil, nil
	for _, v := range it.Fields.Get(versionScale).List() {
		var w wireScale
		if get(v, &w) {
			s := Scale{Name: w.Name, Proficient: w.Proficient}
			for _, l := range w.Levels {
				s.Levels = append(s.Levels, Level{l.Name, readNames(l.Names, l.English), l.Value})
			}
			f.Scales = append(f.Scales, s)
		}
	}
	for _, v := range it.Fields.Get(versionNodes).List() {
		var w wireNode
		if !get(v, &w) {
			continue
		}
		n := Node{Key: w.Key, Code: w.Code, Title: w.Title, Titles: readNames(w.Titles, w.English), Text: w.Text, Term: w.Term, Scale: w.Scale, Themes: w.Themes, Means: w.Means}
		var err error
		if n.ID, err = journal.ParseID(w.ID); err != nil || n.ID.IsZero() {
			continue
		}
		n.Parent, _ = journal.ParseID(w.Parent)
		for _, e := range w.Extra {
			n.Extra = append(n.Extra, Extra(e))
		}
		f.Nodes = append(f.Nodes, n)
	}
	if !inOrder(f.Nodes) {
		f.Nodes, _ = Arrange(f.Nodes)
	}
	for _, v := range it.Fields.Get(versionExtra).List() {
		var w wireExtra
		if get(v, &w) {
			f.Extra = append(f.Extra, Extra(w))
		}
	}
}

// VersionIn is what the fields of an item say of a version.
func VersionIn(fields journal.Fields) (v Framework) {
	v.readVersion(&journal.Item{Fields: fields})
	return v
}

// keptVersions are the items of the versions that nobody has taken back.
func keptVersions(items []journal.Item) (out []journal.Item) {
	for _, it := range journal.Standing(items) {
		if it.Kind == ItemFrameworkVersion {
			out = append(out, it)
		}
	}
	return out
}

// versionsIn is how many versions there are, that of the program among them.
func versionsIn(kept []journal.Item, base *Framework) int {
	if base != nil {
		return len(kept) + 1
	}
	return len(kept)
}

// frameworkVersion reads one version, 0 for the first.
func frameworkVersion(rec *journal.Record, kept []journal.Item, base *Framework, at int) Framework {
	f := Framework{ID: rec.ID, Version: at + 1, Key: rec.Get(FrameworkKey).Raw(), Builtin: base != nil}
	switch {
	case base != nil && at == 0:
		f = *base
	case base != nil:
		f.readVersion(&kept[at-1])
	default:
		f.readVersion(&kept[at])
	}
	f.Archived, f.ReadOnly = rec.Archived(), rec.MinReader > journal.SchemaVersion
	return f
}
