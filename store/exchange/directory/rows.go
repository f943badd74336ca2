// Package directory brings a directory of services in from files and out to files: it stands between the tables of HSDS, which room hsds
// reads and writes, and the organisations, services and locations of the model.
//
// What a table says and an entry has no place for is kept beside the entry (directory.Entry.Further), with what was made of the rows that it
// does have a place for: as long as nobody altered that, the row goes out again as it came.
package directory

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"leerbalie/model/directory"
	"leerbalie/store/exchange/hsds"
)

// cells are those of a row, by column; what is empty is not in it.
type cells = map[string]string

// line is a row of a table on its way.
type line struct {
	Table string `json:"t"`
	Raw   cells  `json:"r"`
	// Made is what is made of the entry for this row, where that says something else; nil where the entry has nothing of it.
	Made cells `json:"m,omitempty"`
}

// further is what is kept beside an entry, as JSON.
type further struct {
	// Main are the cells of the entry's own row, and of its address behind "addresses.", for which the entry makes something else: what the
	// source says, and what the entry makes.
	Main map[string][2]string `json:"c,omitempty"`
	Rows []line               `json:"l,omitempty"`
}

func parseFurther(text string) (f further) {
	if text != "" {
		_ = json.Unmarshal([]byte(text), &f) // written here; what is damaged says nothing
	}
	return f
}

func (f further) String() string {
	if len(f.Main) == 0 && len(f.Rows) == 0 {
		return ""
	}
	out, err := json.Marshal(f)
	if err != nil {
		return ""
	}
	return string(out)
}

// rows are those that belong to one entry, its own first.
type rows struct {
	own  cells
	more []line
}

// address is the row of the address that an entry has, and whether it is the i-th of its rows: that of the place itself, else the first.
func (r rows) address() int {
	first := -1
	for i, l := range r.more {
		if l.Table == hsds.Addresses {
			if first < 0 {
				first = i
			}
			if l.Raw["address_type"] == "physical" {
				return i
			}
		}
	}
	return first
}

const addressPrefix = hsds.Addresses + "."

// pack finds what is to be kept beside an entry: of the rows from which it was read, those that it would make otherwise, or not at all.
// made are the rows that it makes.
func pack(from, made rows) further {
	f := further{Main: map[string][2]string{}}
	differ := func(prefix string, raw, gen cells) {
		for name := range gen {
			if raw[name] != gen[name] {
				f.Main[prefix+name] = [2]string{raw[name], gen[name]}
			}
		}
		for name := range raw {
			if raw[name] != gen[name] {
				f.Main[prefix+name] = [2]string{raw[name], gen[name]}
			}
		}
	}
	differ("", from.own, made.own)
	at, has := from.address(), made.address()
	switch {
	case at >= 0 && has >= 0:
		differ(addressPrefix, from.more[at].Raw, made.more[has].Raw)
	case at >= 0:
		f.Rows = append(f.Rows, line{Table: hsds.Addresses, Raw: from.more[at].Raw})
	}
	waiting := map[string][]cells{} // what is made, by table, in its order
	for i, m := range made.more {
		if i != has {
			waiting[m.Table] = append(waiting[m.Table], m.Raw)
		}
	}
	for i, l := range from.more {
		if i == at {
			continue
		}
		if l.Made != nil { // the one that is made of this row
			if j := slices.IndexFunc(waiting[l.Table], func(c cells) bool { return maps.Equal(c, l.Made) }); j >= 0 {
				waiting[l.Table] = slices.Delete(waiting[l.Table], j, j+1)
				if !maps.Equal(l.Raw, l.Made) {
					f.Rows = append(f.Rows, l)
				}
				continue
			}
		}
		f.Rows = append(f.Rows, line{Table: l.Table, Raw: l.Raw})
	}
	if len(f.Main) == 0 {
		f.Main = nil
	}
	return f
}

// unpack gives the rows of an entry, from what it makes and what is kept beside it.
func unpack(made rows, kept further) rows {
	out := rows{own: maps.Clone(made.own)}
	put := func(to cells, name string, said [2]string) {
		if to[name] != said[1] { // somebody altered it here
			return
		}
		if to[name] = said[0]; said[0] == "" {
			delete(to, name)
		}
	}
	has := made.address()
	for name, said := range kept.Main {
		if !strings.HasPrefix(name, addressPrefix) {
			put(out.own, name, said)
		}
	}
	left := slices.Clone(kept.Rows)
	for i, m := range made.more {
		raw := maps.Clone(m.Raw)
		if i == has {
			for name, said := range kept.Main {
				if column, is := strings.CutPrefix(name, addressPrefix); is {
					put(raw, column, said)
				}
			}
		} else if j := slices.IndexFunc(left, func(l line) bool { return l.Table == m.Table && l.Made != nil && maps.Equal(l.Made, m.Raw) }); j >= 0 {
			raw = left[j].Raw
			left = slices.Delete(left, j, j+1)
		}
		out.more = append(out.more, line{Table: m.Table, Raw: raw, Made: m.Raw})
	}
	for _, l := range left {
		if l.Made == nil { // of the others somebody took away what was made of them
			out.more = append(out.more, l)
		}
	}
	return out
}

// sourceOf is the id under which an entry goes out: the one that it came with, or its own.
func sourceOf(e *directory.Entry) string {
	if e.Source != "" {
		return e.Source
	}
	return e.ID.String()
}
