package caseframework

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
)

// link names a document or an item.
type link struct {
	Title      string `json:"title"`
	Identifier string `json:"identifier"`
	URI        string `json:"uri"`
}

// writer is the writing of one package.
type writer struct {
	f   *competence.Framework
	now string
	doc link
	at  map[journal.ID]link
	bad bool // the rubrics that came say something else than the scales
}

// Write writes a framework as a package. What has no moment of change of its own gets that of the version, or now where that
// is not known. The remarks tell what CASE has no place for.
func Write(dst io.Writer, f *competence.Framework, now time.Time) ([]transfer.Remark, error) {
	if !f.At.IsZero() {
		now = f.At
	}
	w := &writer{f: f, now: now.UTC().Format(time.RFC3339), at: map[journal.ID]link{}}
	top := object{}
	doc := w.document()
	top.put("CFDocument", doc)
	items := make([]object, 0, len(f.Nodes))
	for _, n := range f.Nodes {
		items = append(items, w.item(n))
	}
	links := w.children()
	for _, text := range kept(f.Extra, extraAssociation) {
		if strings.HasPrefix(text, "{") { // kept one by one, as it was before there were lists
			text = "[" + text + "]"
		}
		var list []object
		if json.Unmarshal([]byte(text), &list) == nil {
			links = append(links, list...)
		}
	}
	top.put("CFItems", items)
	top.put("CFAssociations", links)
	for _, name := range names(f.Extra, extraTop) {
		if all := kept(f.Extra, name); len(all) > 0 {
			top[strings.TrimPrefix(name, extraTop)] = json.RawMessage(all[0])
		}
	}
	if raw, lost := w.graded(string(top[rubrics])); len(raw) > 0 {
		top[rubrics], w.bad = raw, lost
	}
	b, err := encode(top)
	if err != nil {
		return nil, err
	}
	var pretty any
	dec := json.NewDecoder(strings.NewReader(string(b)))
	dec.UseNumber()
	if err := dec.Decode(&pretty); err != nil {
		return nil, err
	}
	enc := json.NewEncoder(dst)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return w.lost(), enc.Encode(pretty)
}

func (w *writer) document() object {
	f := w.f
	doc := keptObject(f.Extra, extraDocument)
	id := identifier(f.Key, f.ID, came(f))
	if !came(f) { // what a file left out it gets back without
		doc.put("uri", "urn:uuid:"+id)
		doc.put("creator", ourselves)
		doc.put("lastChangeDateTime", w.now)
	}
	doc.put("identifier", id)
	doc.put("title", f.Title)
	for name, value := range map[string]string{"description": f.Text, "language": f.Language, "version": f.Label} {
		if value != "" {
			doc.put(name, value)
		}
	}
	w.doc = link{f.Title, id, doc.text("uri")}
	return doc
}

func (w *writer) item(n competence.Node) object {
	o := keptObject(n.Extra, extraItem)
	id := identifier(n.Key, n.ID, len(kept(n.Extra, extraItem)) > 0)
	if len(kept(n.Extra, extraItem)) == 0 {
		o.put("uri", "urn:uuid:"+id)
		o.put("lastChangeDateTime", w.now)
	}
	o.put("identifier", id)
	if n.Text != "" {
		o.put("fullStatement", n.Text)
		o.put("abbreviatedStatement", n.Title)
	} else {
		o.put("fullStatement", n.Title)
	}
	if n.Code != "" {
		o.put("humanCodingScheme", n.Code)
	}
	if n.Term != "" {
		o.put("CFItemType", n.Term)
	}
	w.at[n.ID] = link{n.Title, id, o.text("uri")}
	return o
}

// children are the associations of every node with its parent. Those that came with the file are written as they came, as
// long as they name the same parent and order.
func (w *writer) children() []object {
	out := []object{}
	tree := w.f.Tree()
	parents := append([]journal.ID{{}}, ids(w.f.Nodes)...)
	made := map[journal.ID]object{}
	for _, parent := range parents {
		siblings := tree.Children(parent)
		to := w.doc
		if !parent.IsZero() {
			to = w.at[parent]
		}
		ordered, any, last := true, false, -1.0
		for i, n := range siblings {
			o := keptObject(n.Extra, extraChild)
			made[n.ID] = o
			at, ok := o.number("sequenceNumber")
			any = any || ok
			ordered = ordered && (i == 0 || at >= last) && ok
			last = at
		}
		for i, n := range siblings {
			o := made[n.ID]
			if len(o) == 0 && !came(w.f) || any && !ordered {
				o.put("sequenceNumber", i+1)
			}
			w.complete(o, n, to)
		}
	}
	for _, n := range w.f.Nodes {
		o := made[n.ID]
		if n.Parent.IsZero() && len(keptObject(n.Extra, extraChild)) == 0 && len(kept(n.Extra, extraItem)) > 0 {
			continue // it had no parent in the file it came from
		}
		out = append(out, o)
	}
	return out
}

// came tells whether the framework was read from a package, where the order of the file counts.
func came(f *competence.Framework) bool { return len(kept(f.Extra, extraDocument)) > 0 }

func ids(nodes []competence.Node) []journal.ID {
	out := make([]journal.ID, len(nodes))
	for i, n := range nodes {
		out[i] = n.ID
	}
	return out
}

// complete fills in what an association must say.
func (w *writer) complete(o object, n competence.Node, to link) {
	if o.object("originNodeURI").text("identifier") != w.at[n.ID].Identifier {
		o.put("originNodeURI", w.at[n.ID])
	}
	if o.object("destinationNodeURI").text("identifier") != to.Identifier {
		o.put("destinationNodeURI", to)
	}
	o.put("associationType", childOf)
	if len(kept(n.Extra, extraChild)) == 0 {
		id := journal.KeyedID("association", w.doc.Identifier, w.at[n.ID].Identifier).String()
		o.put("identifier", id)
		o.put("uri", "urn:uuid:"+id)
		o.put("lastChangeDateTime", w.now)
	}
}

// identifier is the id under which CASE knows a thing: the one it came with, or ours where it came from elsewhere under a
// name that is no UUID, as the standard asks for.
func identifier(key string, id journal.ID, came bool) string {
	if _, err := journal.ParseID(key); err == nil || came {
		return key
	}
	return id.String()
}

// lost says what CASE has no place for.
func (w *writer) lost() (out []transfer.Remark) {
	var what []string
	note := func(lost bool, name string) {
		if lost && !slices.Contains(what, name) {
			what = append(what, name)
		}
	}
	f, start := w.f, competence.BuiltinScale()
	for i, s := range f.Scales {
		used := i == 0 || slices.ContainsFunc(f.Nodes, func(n competence.Node) bool { return n.Scale == i })
		note(w.bad || !used, "scale")
		note(!slices.EqualFunc(s.Levels, start.Levels, competence.Level.Same) && slices.ContainsFunc(s.Levels, func(l competence.Level) bool { return len(l.Names.Tags()) > 0 }), "other-languages")
	}
	note(len(f.Titles.Tags()) > 0, "other-languages")
	note(f.Unofficial, "unofficial")
	foreign := func(extras []competence.Extra) bool {
		return slices.ContainsFunc(extras, func(e competence.Extra) bool { return !strings.HasPrefix(e.Name, "case.") })
	}
	note(foreign(f.Extra), "foreign")
	for _, n := range f.Nodes {
		note(len(n.Titles.Tags()) > 0, "other-languages")
		note(len(n.Themes) > 0, "themes")
		note(foreign(n.Extra), "foreign")
	}
	for _, name := range what {
		out = append(out, transfer.Say("framework.lost."+name, "format", "CASE"))
	}
	return out
}
