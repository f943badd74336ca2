package caseframework

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/outline"
	"leerbalie/store/exchange/tabular"
)

// The names under which is kept what has no place here.
const (
	extraDocument    = "case.document"
	extraItem        = "case.item"
	extraChild       = "case.child"       // the association with the parent
	extraAssociation = "case.association" // every other one
	extraTop         = "case.top."        // definitions, rubrics, and whatever else stands beside them
	childOf          = "isChildOf"
)

// reader is the reading of one package.
type reader struct {
	outline.Cleaner
	out   transfer.FrameworkFile
	parts []outline.Part
	at    map[string]int // the place of an item in parts
	order map[string]float64
	apart []string // associations that are no part of the tree
}

// Read reads a package. Items that make no sense are refused by their number in CFItems, from 1, and the others taken.
// Errors: Invalid for a file that is no package.
func Read(src io.Reader) (transfer.FrameworkFile, error) {
	r := &reader{out: transfer.FrameworkFile{Format: transfer.CASE, Refused: []transfer.Refusal{}}, at: map[string]int{}, order: map[string]float64{}}
	raw, err := io.ReadAll(outline.Limit(src))
	if err != nil {
		return r.out, err
	}
	var top object
	if err := json.Unmarshal(tabular.Decode(raw), &top); err != nil {
		var at *json.SyntaxError
		if errors.As(err, &at) {
			return r.out, fault.New(fault.Invalid, "framework.json", "offset", at.Offset).Because(err)
		}
		return r.out, fault.New(fault.Invalid, "framework.no-package").Because(err)
	}
	doc := top.object("CFDocument")
	if doc == nil {
		return r.out, fault.New(fault.Invalid, "framework.no-package")
	}
	items, ok := top.objects("CFItems")
	if !ok {
		return r.out, fault.New(fault.Invalid, "framework.no-list", "name", "CFItems")
	}
	links, ok := top.objects("CFAssociations")
	if !ok {
		return r.out, fault.New(fault.Invalid, "framework.no-list", "name", "CFAssociations")
	}
	if len(items) > outline.MaxRead {
		return r.out, fault.New(fault.Invalid, "framework-long", "nodes", len(items), "limit", journal.MaxList)
	}
	if err := r.document(doc); err != nil {
		return r.out, err
	}
	for i, o := range items {
		r.item(i+1, o)
	}
	r.links(links)
	if list, _ := top.objects(rubrics); !numbered(top[rubrics]) {
		r.scales(list)
	}
	delete(top, "CFDocument")
	delete(top, "CFItems")
	delete(top, "CFAssociations")
	r.beside(top)
	r.finish()
	return r.out, nil
}

// beside keeps what stands beside the document and its items.
func (r *reader) beside(top object) {
	f := &r.out.Framework
	for _, name := range slices.Sorted(maps.Keys(top)) {
		if numbered(top[name]) {
			r.out.Remarks = append(r.out.Remarks, transfer.Say("framework.left-bsn", "name", name))
			continue
		}
		f.Extra = keep(f.Extra, extraTop+name, canonical(top[name]))
	}
	f.Extra = keepList(f.Extra, extraAssociation, r.apart)
}

func (r *reader) document(doc object) error {
	f := &r.out.Framework
	f.Key, f.Title, f.Text = r.Clean(doc.take("identifier")), r.Clean(doc.take("title")), r.Clean(doc.take("description"))
	f.Language, f.Label = r.Clean(doc.take("language")), r.Clean(doc.take("version"))
	if f.Key == "" {
		f.Key = doc.text("uri")
	}
	switch {
	case f.Title == "":
		return fault.New(fault.Invalid, "missing", "field", "name")
	case f.Key == "":
		return fault.New(fault.Invalid, "framework.no-id", "title", f.Title)
	case numbered(doc.raw()):
		return fault.New(fault.Invalid, "import.bsn", "field", "CFDocument")
	}
	if err := outline.Texts(f.Title, f.Text); err != nil {
		return err
	}
	f.ID = competence.FrameworkID(f.Key)
	f.Scales = []competence.Scale{competence.BuiltinScale()}
	f.Extra = keep(nil, extraDocument, doc.json())
	return nil
}

func (r *reader) refuse(number int, err error) {
	r.out.Refused = append(r.out.Refused, transfer.Refusal{Row: number, Err: err})
}

// item takes one item in.
func (r *reader) item(number int, o object) {
	r.out.Read++
	if o == nil {
		r.refuse(number, fault.New(fault.Invalid, "framework.no-object"))
		return
	}
	n := competence.Node{Key: r.Clean(o.take("identifier")), Code: r.Clean(o.take("humanCodingScheme")), Term: r.Clean(o.take("CFItemType"))}
	full, short := r.Clean(o.take("fullStatement")), r.Clean(o.take("abbreviatedStatement"))
	n.Title = cmp.Or(short, full)
	if short != "" && full != "" {
		n.Text = full
	}
	if n.Key == "" {
		r.refuse(number, fault.New(fault.Invalid, "framework.no-id", "title", n.Title))
		return
	}
	n.ID = competence.NodeID(r.out.Framework.Key, n.Key)
	if numbered(o.raw()) {
		r.refuse(number, fault.New(fault.Invalid, "import.bsn", "field", "notes"))
		return
	}
	n.Extra = keep(nil, extraItem, o.json())
	if _, twice := r.at[plain.ID(n.Key)]; !twice {
		r.at[plain.ID(n.Key)] = len(r.parts)
	}
	r.parts = append(r.parts, outline.Part{Node: n, Row: number})
}

// links hangs the items below each other. An item has the first parent that is named; further ones are kept as they are.
func (r *reader) links(links []object) {
	second, none := 0, 0
	parent := map[string]bool{}
	for _, l := range links {
		if l == nil || numbered(l.raw()) {
			none++
			continue
		}
		origin, destination := plain.ID(l.object("originNodeURI").text("identifier")), l.object("destinationNodeURI").text("identifier")
		i, known := r.at[origin]
		if l.text("associationType") != childOf || !known {
			r.apart = append(r.apart, l.json())
			continue
		}
		if parent[origin] {
			second++
			r.apart = append(r.apart, l.json())
			continue
		}
		parent[origin] = true
		p := &r.parts[i]
		if p.Under = destination; plain.ID(destination) != plain.ID(r.out.Framework.Key) && destination != "" {
			p.Node.Parent = competence.NodeID(r.out.Framework.Key, destination)
		}
		if at, ok := l.number("sequenceNumber"); ok {
			r.order[origin] = at
		}
		p.Node.Extra = keep(p.Node.Extra, extraChild, l.json())
	}
	say := func(msg string, n int) {
		if n > 0 {
			r.out.Remarks = append(r.out.Remarks, transfer.Say(msg, "n", n))
		}
	}
	say("framework.second-parent", second)
	say("framework.no-parent", len(r.at)-len(parent))
	say("framework.bad-links", none)
}

// finish puts the nodes in the order of their tree: siblings by their sequence number, those without one after, as they
// stand in the file.
func (r *reader) finish() {
	slices.SortStableFunc(r.parts, func(a, b outline.Part) int {
		x, known := r.order[plain.ID(a.Node.Key)]
		y, also := r.order[plain.ID(b.Node.Key)]
		if known && also {
			return cmp.Compare(x, y)
		}
		return cmp.Compare(b2i(!known), b2i(!also))
	})
	r.out.Framework.Nodes, r.out.Refused = outline.Grow(r.parts, r.out.Refused)
	r.out.Remarks = append(r.out.Remarks, r.Remarks()...)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
