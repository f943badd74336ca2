// Package hsds reads and writes directories of social services: as the Human Services Data Specification of Open Referral has them (HSDS 3.0
// and 3.1, as tables in a folder or a zip file, and as JSON), in the older layout of Ohana, and as a municipality keeps them in one table
// with columns of its own.
//
// Whatever a file is, what comes out are the tables of HSDS, with what these have no place for beside them; rows that cannot be taken are
// named by file and row. The package knows no store: what becomes of the rows is for the room that keeps them.
//
// What is read is not trusted: a file that would unpack to more than memory holds, a path that leads out of an archive, text that is no
// text, and citizen service numbers (see plain.FindBSN) are refused.
package hsds

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
)

// Beside marks the name of a cell for which HSDS has no column: what stands behind it is the name that the file gives.
const Beside = "~"

// Row is a row of a table of HSDS.
type Row struct {
	File   string            // where it stands, without a folder
	Number int               // the row there as a spreadsheet shows it, or the place in a list
	Cells  map[string]string // by column; what is empty is not in it
}

// ID is the id of the row.
func (r Row) ID() string { return r.Cells["id"] }

// Refusal is a row that was not taken.
type Refusal struct {
	File  string
	Row   int
	Table string // of HSDS; "" where that is not known
	Err   error
}

// Set is what was read: tables of HSDS.
type Set struct {
	Format  transfer.Format
	Tables  map[string][]Row
	Has     map[string]map[string]bool // the columns that a table has, by table; nil for a file in which every row says it itself
	Refused []Refusal
	Remarks []transfer.Remark
	Read    map[string]int // how many rows each table had, refused ones among them

	notes   notes
	once    map[string]bool
	written map[string]string // ids as they are written, by the UUID that was made of each
}

func newSet(format transfer.Format) *Set {
	return &Set{Format: format, Tables: map[string][]Row{}, Has: map[string]map[string]bool{}, Read: map[string]int{}, written: map[string]string{}}
}

// refuse notes that a row is not taken. Errors that are no fault end the reading, and are not for this.
func (s *Set) refuse(file string, row int, table string, err error) {
	s.Refused = append(s.Refused, Refusal{File: file, Row: row, Table: table, Err: err})
}

// settle puts the refusals in the order of the files, and says what is to be said.
func (s *Set) settle() {
	slices.SortStableFunc(s.Refused, func(a, b Refusal) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Row - b.Row
	})
	s.Remarks = append(s.Remarks, s.notes.remarks()...)
	s.notes = notes{}
}

// uid is UID, and keeps in mind what was written.
func (s *Set) uid(table, id string) string {
	out := UID(table, id)
	if !IsUUID(strings.TrimSpace(id)) {
		s.written[out] = strings.TrimSpace(id)
	}
	return out
}

// UID is the id under which a row is known everywhere. HSDS wants UUIDs: one is kept as it is, and of any other id the same one is made each
// time.
func UID(table, id string) string {
	if id = strings.TrimSpace(id); IsUUID(id) {
		return id
	}
	return journal.KeyedID("hsds", table, id).String()
}

// IsUUID tells whether a text has the form of a UUID (RFC 9562).
func IsUUID(id string) bool {
	_, err := journal.ParseID(id)
	return err == nil
}

// Written is an id as the file has it, where it is no UUID; "" for any other.
func (s *Set) Written(id string) string { return s.written[id] }

// mostNamed is how many rows or values a remark names.
const mostNamed = 20

// notes are what rows add up to that is said of the file: the code of a sentence, and the rows or the values that it is about.
type notes struct {
	order []string
	of    map[string]*note
}

type note struct {
	msg    string
	args   []any
	n      int
	rows   []string
	values map[string]bool
}

// add notes a row, by file and number, and a value, under a sentence. Args are what else the sentence has in it; those with other args are
// said apart.
func (n *notes) add(msg, file string, row int, value string, args ...any) {
	key := fmt.Sprint(append([]any{msg}, args...)...)
	if n.of == nil {
		n.of = map[string]*note{}
	}
	of := n.of[key]
	if of == nil {
		of = &note{msg: msg, args: args, values: map[string]bool{}}
		n.of[key], n.order = of, append(n.order, key)
	}
	of.n++
	if file != "" && len(of.rows) < mostNamed {
		of.rows = append(of.rows, fmt.Sprintf("%s:%d", file, row))
	}
	if value != "" && len(of.values) <= mostNamed {
		of.values[value] = true
	}
}

func (n *notes) remarks() (out []transfer.Remark) {
	for _, key := range n.order {
		of := n.of[key]
		values := slices.Sorted(maps.Keys(of.values))
		rows := strings.Join(of.rows, ", ")
		if of.n > len(of.rows) && len(of.rows) > 0 {
			rows += " …"
		}
		text := strings.Join(values[:min(len(values), mostNamed)], ", ")
		if len(values) > mostNamed {
			text += " …"
		}
		out = append(out, transfer.Say(of.msg, append([]any{"n", of.n, "rows", rows, "values", text}, of.args...)...))
	}
	return out
}

func wrong(msg string, pairs ...any) error { return fault.New(fault.Invalid, msg, pairs...) }
