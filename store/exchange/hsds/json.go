package hsds

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/tabular"
)

// object is an object of HSDS in JSON.
type object = map[string]any

// readJSON reads a file in JSON: one object with all that belongs to it, a list of them, a page of an answer of an API of HSDS, or all tables
// under the names of their files. Errors: Invalid; those of reading.
func (s *Set) readJSON(file string, src io.Reader) error {
	raw, err := io.ReadAll(io.LimitReader(src, mostBytes+1))
	if err != nil {
		return plainly(err)
	}
	if len(raw) > mostBytes {
		return wrong("hsds.large", "most", mostBytes>>20)
	}
	dec := json.NewDecoder(bytes.NewReader(tabular.Decode(raw)))
	dec.UseNumber()
	var top any
	if err = dec.Decode(&top); err == nil {
		if _, more := dec.Token(); more != io.EOF { //nolint:errorlint // a decoder gives it as it is
			err = more
			if err == nil {
				err = wrong("hsds.json-form", "at", dec.InputOffset())
			}
		}
	}
	if err != nil {
		return fault.New(fault.Invalid, "hsds.json-form", "at", broken(err, dec.InputOffset(), len(raw))).Because(err)
	}
	t := &tree{set: s, file: file, rows: map[string]map[string]*Row{}}
	if !t.top(top) {
		return wrong("hsds.json-nothing")
	}
	t.over()
	return nil
}

// broken is the character at which JSON stops making sense; the end of the text where it was cut off. The decoder itself stands before the
// value that it could not read.
func broken(err error, at int64, length int) int64 {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return int64(length)
	case errors.As(err, &syntax):
		return syntax.Offset
	}
	return at
}

// tree turns what hangs together in JSON into rows of tables.
type tree struct {
	set  *Set
	file string
	at   int // the place in the list of what is read now
	rows map[string]map[string]*Row
	in   []string
}

// top takes what stands on top; it tells whether anything of HSDS was there.
func (t *tree) top(v any) bool {
	switch v := v.(type) {
	case []any:
		some := len(v) == 0
		for i, e := range v {
			t.at = i + 1
			if o, is := e.(object); is && t.one(o) {
				some = true
			} else {
				t.set.refuse(t.file, t.at, "", wrong("hsds.json-unknown"))
			}
		}
		return some
	case object:
		if list, is := v["contents"].([]any); is {
			t.set.paged(v, len(list))
			return t.top(list)
		}
		t.at = 1
		return t.one(v)
	}
	return false
}

// one takes an object that nothing stands above.
func (t *tree) one(o object) bool {
	if table := tableOf(o); table != nil {
		t.take(table, o, nil, "")
		return true
	}
	some := false
	for _, key := range slices.Sorted(maps.Keys(o)) { // all tables by name
		list, is := o[key].([]any)
		table := ofEntity(strings.TrimSuffix(key, ".csv"))
		if !is || table == nil {
			continue
		}
		some = true
		for i, e := range list {
			t.at = i + 1
			if o, is := e.(object); is {
				t.take(table, o, nil, "")
			} else {
				t.set.refuse(t.file, t.at, table.Name, wrong("hsds.json-unknown"))
			}
		}
	}
	return some
}

// tableOf is the table that an object is a row of: the one that has the most of its names; nil where that is less than half.
func tableOf(o object) (best *Table) {
	if _, is := o["id"]; !is {
		if _, named := o["name"]; !named {
			return nil
		}
	}
	most := 0.5
	all := schema()
	for i := range all {
		have, of := 0.0, 0.0
		for key, v := range o {
			of++
			switch v.(type) {
			case []any:
				if child := ofEntity(key); child != nil && slices.ContainsFunc(child.refs(), func(c Column) bool { return c.Ref == all[i].Name }) {
					have++
				} else if key == "attributes" || key == "metadata" {
					have++
				}
			case object:
				if child := ofEntity(key); child != nil && slices.ContainsFunc(all[i].refs(), func(c Column) bool { return c.Ref == child.Name }) {
					have += 2
					of++
				}
			default:
				if all[i].column(key) != nil {
					have++
				}
			}
		}
		if share := have/of + have/float64(len(all[i].Columns)+8)/2; have >= 2 && have > of/2 && share > most {
			best, most = &all[i], share
		}
	}
	return best
}

// deepest is how far objects stand in each other at most.
const deepest = 12

// take takes an object as a row, and all that belongs to it; it gives the id of the row.
func (t *tree) take(table *Table, o object, above *Table, aboveID string) string {
	if len(t.in) > deepest {
		return ""
	}
	t.in = append(t.in, table.Name)
	defer func() { t.in = t.in[:len(t.in)-1] }()
	cells := map[string]string{}
	for key, v := range o {
		text, is := scalar(v)
		switch {
		case !is || strings.TrimSpace(text) == "":
		case transfer.IsBSN(key):
			t.set.notes.add("hsds.bsn-left", "", 0, key)
		case table.column(key) != nil:
			cells[key] = plain.Harmless(text)
		default:
			cells[Beside+key] = plain.Harmless(text)
			t.set.notes.add("hsds.columns-beside", t.file, t.at, key, "file", t.file)
		}
	}
	if above != nil {
		t.belongs(table, cells, above, aboveID)
	}
	if cells["id"] == "" {
		cells["id"] = MadeID(table.Name, cells)
	}
	for _, key := range slices.Sorted(maps.Keys(o)) { // one that is named: organization, location
		if child, is := o[key].(object); is {
			to := ofEntity(key)
			if to == nil {
				t.set.notes.add("hsds.columns-beside", t.file, t.at, key, "file", t.file)
				continue
			}
			id := t.take(to, child, nil, "")
			for _, c := range table.refs() {
				if c.Ref == to.Name && cells[c.Name] == "" {
					cells[c.Name] = id
					break
				}
			}
		}
	}
	id := t.keep(table, cells)
	for _, key := range slices.Sorted(maps.Keys(o)) {
		list, is := o[key].([]any)
		if !is {
			continue
		}
		to := ofEntity(key)
		if to == nil {
			t.set.notes.add("hsds.columns-beside", t.file, t.at, key, "file", t.file)
			continue
		}
		for _, e := range list {
			if child, is := e.(object); is {
				t.take(to, child, table, id)
			}
		}
	}
	return id
}

// belongs writes into a row what it stands in.
func (t *tree) belongs(table *Table, cells map[string]string, above *Table, id string) {
	switch table.Name {
	case Attributes:
		cells["link_id"] = cmpOr(cells["link_id"], id)
		cells["link_entity"] = cmpOr(cells["link_entity"], above.Entity)
	case Metadata:
		cells["resource_id"] = cmpOr(cells["resource_id"], id)
		cells["resource_type"] = cmpOr(cells["resource_type"], above.Entity)
	default:
		for _, c := range table.refs() {
			if c.Ref == above.Name && !(table.Name == above.Name) {
				cells[c.Name] = cmpOr(cells[c.Name], id)
				return
			}
		}
	}
}

// keep keeps a row; one that stands in several places is put together. It gives its id.
func (t *tree) keep(table *Table, cells map[string]string) string {
	of := t.rows[table.Name]
	if of == nil {
		of = map[string]*Row{}
		t.rows[table.Name] = of
	}
	id := strings.ToLower(cells["id"])
	here := of[id]
	if here != nil {
		for _, c := range table.refs() {
			if a, b := here.Cells[c.Name], cells[c.Name]; a != "" && b != "" && !strings.EqualFold(a, b) && slices.Contains(aboves(table.Name), c.Name) {
				cells["id"] = MadeID(table.Name, cells) // the same once more, elsewhere
				id = strings.ToLower(cells["id"])
				t.set.notes.add("hsds.json-elsewhere", t.file, t.at, "")
				here = of[id]
				break
			}
		}
	}
	if here == nil {
		here = &Row{File: t.file, Number: t.at, Cells: cells}
		of[id] = here
		t.order(table.Name, here)
		return cells["id"]
	}
	for name, text := range cells {
		switch was := here.Cells[name]; {
		case was == "":
			here.Cells[name] = text
		case was != text && name != "id":
			t.set.notes.add("hsds.json-differs", t.file, t.at, name)
		}
	}
	return here.Cells["id"]
}

func (t *tree) order(table string, r *Row) {
	t.set.Tables[table] = append(t.set.Tables[table], *r)
}

// over gives the rows the form of HSDS, and refuses those that cannot have it.
func (t *tree) over() {
	of := map[string]string{}
	for _, r := range t.set.Tables[Services] {
		of[strings.ToLower(r.Cells["program_id"])] = r.Cells["organization_id"]
	}
	for _, r := range t.set.Tables[Programs] {
		if org := of[strings.ToLower(r.ID())]; org != "" && r.Cells["organization_id"] == "" {
			r.Cells["organization_id"] = org
		}
	}
	for _, table := range schema() {
		rows := t.set.Tables[table.Name]
		kept := rows[:0]
		for _, r := range rows {
			if r.File != t.file {
				kept = append(kept, r)
				continue
			}
			t.set.Read[table.Name]++
			if err := t.set.settleRow(&table, r.Cells, r.File, r.Number, dayFirst, Options{}); err != nil {
				t.set.refuse(r.File, r.Number, table.Name, err)
				continue
			}
			kept = append(kept, r)
		}
		if len(kept) > 0 {
			t.set.Tables[table.Name] = kept
		}
	}
}

// paged says that a page of several was read.
func (s *Set) paged(o object, here int) {
	if n, is := o["total_items"].(json.Number); is {
		if all, err := strconv.Atoi(n.String()); err == nil && all > here {
			s.notes.add("hsds.json-page", "", 0, "", "here", here, "all", all)
		}
	}
}

// scalar is a value as text; ok is false for objects and lists.
func scalar(v any) (text string, ok bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	case bool:
		return fmt.Sprint(v), true
	}
	return "", v == nil
}
