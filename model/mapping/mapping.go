// Package mapping is the mappings that a site keeps: which column of a file is what, as somebody said it once, by a name and for the
// next file with these columns.
package mapping

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// KindMapping is the kind of a kept mapping. Its number is on disk and never reused.
const KindMapping journal.Kind = 16

// The fields of a mapping. Numbers are on disk and never reused.
const (
	MappingName     journal.Field = 1
	MappingWhat     journal.Field = 2
	MappingHeadings journal.Field = 3
	MappingColumns  journal.Field = 4
)

// What a mapping is for: transfer.What in words that stand on disk.
const (
	Requests = "requests"
	Students = "students"
)

// The most that is kept of one.
const (
	mostColumns = 500
	mostName    = 100
)

// Mapping says which column of a file holds which field.
type Mapping struct {
	ID       journal.ID
	Site     journal.ID
	Name     string
	What     string   // Requests or Students
	Headings []string // all of the file for which it was made, in its order
	Columns  []string // field=column, in the order of the fields; see Map
	Archived bool
}

var mappingTable = sync.OnceValue(func() model.Table[Mapping] {
	return model.Table[Mapping]{
		model.TextField(MappingName, "name", func(m *Mapping) *string { return &m.Name }).AboutPerson(),
		model.TextField(MappingWhat, "what", func(m *Mapping) *string { return &m.What }),
		// a file without headings has somebody's answers in their place
		model.TextsField(MappingHeadings, "headings", func(m *Mapping) *[]string { return &m.Headings }).AboutPerson(),
		model.TextsField(MappingColumns, "columns", func(m *Mapping) *[]string { return &m.Columns }).AboutPerson(),
	}
})

var numbered = sync.OnceValue(func() model.Numbered[Mapping] { return mappingTable().Numbered() })

// Table is every field of a mapping.
func Table() model.Table[Mapping] { return mappingTable() }

// Of reads a mapping from its record.
func Of(r *journal.Record) Mapping {
	m := Mapping{ID: r.ID, Site: r.Part, Archived: r.Archived()}
	numbered().Read(&m, r)
	return m
}

// Map is what the mapping says: field → column.
func (m Mapping) Map() map[string]string {
	out := map[string]string{}
	for _, said := range m.Columns {
		if field, column, ok := strings.Cut(said, "="); ok {
			out[field] = column
		}
	}
	return out
}

// columns is Map as it is kept.
func columns(fields map[string]string) (out []string) {
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		out = append(out, field+"="+fields[field])
	}
	return out
}

// Fits tells how many columns of a file with these headings the mapping knows; 0 where it is not for such a file: one of the columns
// that it takes is missing, or more is unknown on both sides than known.
func (m Mapping) Fits(headings []string) int {
	there, common := map[string]bool{}, 0
	for _, h := range headings {
		there[plain.FoldText(h)] = true
	}
	for _, column := range m.Map() {
		if !there[plain.FoldText(column)] {
			return 0
		}
	}
	known := map[string]bool{}
	for _, h := range m.Headings {
		known[plain.FoldText(h)] = true
	}
	for h := range known {
		if h != "" && there[h] {
			common++
		}
	}
	delete(there, "")
	delete(known, "")
	if len(m.Columns) == 0 || common*2 < len(there)+len(known)-common {
		return 0
	}
	return common
}

// Best is the mapping that knows most columns of a file with these headings, of those for what it holds; ok is false where none fits.
func Best(all []Mapping, what string, headings []string) (best Mapping, ok bool) {
	most := 0
	for _, m := range all {
		if n := m.Fits(headings); m.What == what && n > most {
			best, most = m, n
		}
	}
	return best, most > 0
}

// Named is the mapping that a name or an id means. Errors: NotFound; Conflict where two have that name.
func Named(all []Mapping, name string) (Mapping, error) {
	var meant []Mapping
	for _, m := range all {
		if m.ID.String() == name {
			return m, nil
		}
		if plain.FoldText(m.Name) == plain.FoldText(name) {
			meant = append(meant, m)
		}
	}
	switch len(meant) {
	case 0:
		return Mapping{}, fault.New(fault.NotFound, "mapping-none", "name", name)
	case 1:
		return meant[0], nil
	}
	return Mapping{}, fault.New(fault.Conflict, "mapping-which", "name", name)
}

// Read reads the mappings that are kept at the session's site, in the order of their names. Errors: Refused.
func Read(ctx context.Context, session *model.Session) (out []Mapping, err error) {
	err = session.ReadScope(ctx, journal.Scope{Class: journal.Desk, Part: session.Site()}, func(tx model.Tx) error {
		out, err = at(tx, session.Site())
		return err
	})
	slices.SortFunc(out, func(a, b Mapping) int {
		return cmp.Or(cmp.Compare(plain.FoldText(a.Name), plain.FoldText(b.Name)), cmp.Compare(a.ID.String(), b.ID.String()))
	})
	return out, err
}

// at are the mappings of a site.
func at(tx model.Tx, site journal.ID) (out []Mapping, err error) {
	err = tx.Each(KindMapping, func(r *journal.Record) error {
		if m := Of(r); m.Site == site && !m.Archived && !r.Erased {
			out = append(out, m)
		}
		return nil
	})
	return out, err
}

// reaches lets those write mappings who may bring files in.
func reaches(r journal.Reader, w journal.Writer, _ *journal.Change) (bool, error) {
	if !w.Table {
		return false, nil
	}
	writer, err := r.Record(model.KindPerson, w.Person)
	if err != nil || writer == nil {
		return false, err
	}
	return model.ClearanceOf(model.PersonOf(writer)).Has(model.ToBringIn), nil
}

// Kinds are the rows of this kind.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindMapping, Name: "mapping", Class: journal.Desk, Fields: numbered().Name, Personal: numbered().Personal(true), Reach: reaches}}
}

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) []model.Filled {
	if k == KindMapping {
		return mappingTable().Filled()
	}
	return nil
}
