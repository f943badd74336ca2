package caseframework

import (
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/transfer"
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

// MaxFile is the largest package that is read, in bytes.
const MaxFile = 64 << 20

// reader is the reading of one package.
type reader struct {
	out   transfer.FrameworkFile
	nodes []model.Node
	items []int // the number of each node's item, from 1
	at    map[string]int
	order map[string]float64
	apart []model.Extra // associations that are no part of the tree
}

// Read reads a package. Items that make no sense are refused by their number in CFItems, from 1, and the others taken.
// Errors: Invalid for a file that is no package.
func Read(src io.Reader) (transfer.FrameworkFile, error) {
	r := &reader{out: transfer.FrameworkFile{Format: transfer.CASE, Refused: []transfer.Refusal{}}, at: map[string]int{}, order: map[string]float64{}}
	raw, err := io.ReadAll(io.LimitReader(src, MaxFile+1))
	if err != nil {
		return r.out, err
	}
	if len(raw) > MaxFile {
		return r.out, model.Fail(model.Invalid, "framework.file-long", "limit", MaxFile>>20)
	}
	var top object
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(raw), "\ufeff")), &top); err != nil {
		var at *json.SyntaxError
		if errors.As(err, &at) {
			return r.out, model.Fail(model.Invalid, "framework.json", "offset", at.Offset).Because(err)
		}
		return r.out, model.Fail(model.Invalid, "framework.no-package").Because(err)
	}
	doc := top.object("CFDocument")
	if doc == nil {
		return r.out, model.Fail(model.Invalid, "framework.no-package")
	}
	items, ok := top.objects("CFItems")
	links, also := top.objects("CFAssociations")
	if !ok || !also {
		return r.out, model.Fail(model.Invalid, "framework.no-package")
	}
	if err := r.document(doc); err != nil {
		return r.out, err
	}
	for i, o := range items {
		r.item(i+1, o)
	}
	r.links(links)
	delete(top, "CFDocument")
	delete(top, "CFItems")
	delete(top, "CFAssociations")
	for _, name := range slices.Sorted(maps.Keys(top)) {
		r.out.Framework.Extra = keep(r.out.Framework.Extra, extraTop+name, canonical(top[name]))
	}
	r.out.Framework.Extra = append(r.out.Framework.Extra, r.apart...)
	r.finish()
	return r.out, nil
}

func (r *reader) document(doc object) error {
	f := &r.out.Framework
	f.Key, f.Title, f.Text = doc.take("identifier"), doc.take("title"), doc.take("description")
	f.Language, f.Label = doc.take("language"), doc.take("version")
	if f.Key == "" {
		f.Key = doc.text("uri")
	}
	switch {
	case f.Title == "":
		return model.Fail(model.Invalid, "missing", "field", "title")
	case f.Key == "":
		return model.Fail(model.Invalid, "framework.no-id", "title", f.Title)
	}
	f.ID = model.FrameworkID(f.Key)
	f.Scales = []model.Scale{model.StartScale()}
	f.Extra = keep(nil, extraDocument, doc.json())
	return nil
}

func (r *reader) refuse(number int, err error) {
	r.out.Refused = append(r.out.Refused, transfer.Refusal{Row: number, Err: err})
}

// item takes one item in.
func (r *reader) item(number int, o object) {
	r.out.Read++
	n := model.Node{Key: o.take("identifier"), Code: o.take("humanCodingScheme"), Term: o.take("CFItemType")}
	full, short := o.take("fullStatement"), o.take("abbreviatedStatement")
	n.Title = cmp.Or(short, full)
	if short != "" && full != "" {
		n.Text = full
	}
	switch {
	case o == nil:
		r.refuse(number, model.Fail(model.Invalid, "framework.no-object"))
		return
	case n.Key == "":
		r.refuse(number, model.Fail(model.Invalid, "framework.no-id", "title", n.Title))
		return
	}
	n.ID = model.NodeID(r.out.Framework.Key, n.Key)
	if err := model.CheckNode(n); err != nil {
		r.refuse(number, err)
		return
	}
	n.Extra = keep(nil, extraItem, o.json())
	if _, twice := r.at[n.Key]; !twice {
		r.at[n.Key] = len(r.nodes)
	}
	r.nodes, r.items = append(r.nodes, n), append(r.items, number)
}

// links hangs the items below each other. An item has the first parent that is named; further ones are kept as they are.
func (r *reader) links(links []object) {
	second := 0
	parent := map[string]bool{}
	for _, l := range links {
		origin, destination := l.object("originNodeURI").text("identifier"), l.object("destinationNodeURI").text("identifier")
		i, known := r.at[origin]
		if l.text("associationType") != childOf || !known {
			r.apart = keep(r.apart, extraAssociation, l.json())
			continue
		}
		if parent[origin] {
			second++
			r.apart = keep(r.apart, extraAssociation, l.json())
			continue
		}
		parent[origin] = true
		n := &r.nodes[i]
		if destination != r.out.Framework.Key && destination != "" {
			n.Parent = model.NodeID(r.out.Framework.Key, destination)
		}
		if at, ok := l.number("sequenceNumber"); ok {
			r.order[origin] = at
		}
		n.Extra = keep(n.Extra, extraChild, l.json())
	}
	if second > 0 {
		r.out.Remarks = append(r.out.Remarks, transfer.Say("framework.second-parent", "n", second))
	}
	if alone := len(r.at) - len(parent); alone > 0 {
		r.out.Remarks = append(r.out.Remarks, transfer.Say("framework.no-parent", "n", alone))
	}
}

// finish puts the nodes in the order of their tree: siblings by their sequence number, those without one after, as they
// stand in the file.
func (r *reader) finish() {
	place := make([]int, len(r.nodes))
	for i := range place {
		place[i] = i
	}
	slices.SortStableFunc(place, func(a, b int) int {
		x, known := r.order[r.nodes[a].Key]
		y, also := r.order[r.nodes[b].Key]
		if known && also {
			return cmp.Compare(x, y)
		}
		return cmp.Compare(b2i(!known), b2i(!also))
	})
	sorted := make([]model.Node, len(place))
	for i, p := range place {
		sorted[i] = r.nodes[p]
	}
	nodes, left := model.Arrange(sorted)
	for _, m := range left {
		r.refuse(r.items[place[m.Index]], m.Err)
	}
	slices.SortStableFunc(r.out.Refused, func(a, b transfer.Refusal) int { return a.Row - b.Row })
	r.out.Framework.Nodes = nodes
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
