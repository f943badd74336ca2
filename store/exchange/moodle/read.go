package moodle

import (
	"errors"
	"io"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/outline"
	"leerbalie/store/exchange/tabular"
)

// The columns that every file has, by position.
const (
	colParent = iota
	colID
	colName
	colText
	colFormat
	colScale
	colConfig
	colRuleType
	colRuleOutcome
	colRuleConfig
	fixedColumns
)

// kept are columns that are kept as they are, under these names.
func kept() map[int]string {
	return map[int]string{colFormat: "moodle.format", colRuleType: "moodle.rule-type", colRuleOutcome: "moodle.rule-outcome",
		colRuleConfig: "moodle.rule-config"}
}

// The names of what else is kept.
const (
	extraRelated  = "moodle.related"
	extraExportID = "moodle.export-id"
	extraName     = "moodle.name"         // the name with the blanks around it
	extraScale    = "moodle.scale-values" // as written: it may be no scale, or have blanks in it
	extraConfig   = "moodle.scale-config"
	extraTaxonomy = "moodle.taxonomy"
	extraBare     = "moodle.no-scale"
)

// Is tells whether a table can be a framework of Moodle: it has twelve to fourteen columns.
func Is(header []string) bool { return len(header) >= fixedColumns+2 && len(header) <= fixedColumns+4 }

// reader is the reading of one file.
type reader struct {
	outline.Cleaner
	out   transfer.FrameworkFile
	width int
	parts []outline.Part
	head  bool
	bare  bool // the framework names no scale
	terms []string
}

// Read reads a framework. Rows that make no sense are refused by their number, and the others taken. Errors: Invalid for a
// file that is no such table, that has no row for the framework, or more rows than a framework may have parts.
func Read(src io.Reader) (transfer.FrameworkFile, error) {
	r := &reader{out: transfer.FrameworkFile{Format: transfer.Moodle, Refused: []transfer.Refusal{}}}
	table, err := tabular.NewReader(outline.Limit(src), tabular.Options{Bare: true})
	if err != nil {
		return r.out, err
	}
	r.width = len(table.Header())
	if !Is(table.Header()) {
		return r.out, fault.New(fault.Invalid, "framework.columns", "have", r.width)
	}
	r.out.Framework.Language = ""
	for {
		row, err := table.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if r.out.Read >= outline.MaxRead {
			return r.out, fault.New(fault.Invalid, "framework-long", "nodes", r.out.Read, "limit", journal.MaxList)
		}
		var wrong *tabular.RowError
		if errors.As(err, &wrong) && !outline.TooLong(err) {
			r.out.Read++
			r.refuse(wrong.Row, wrong.Err)
			continue
		}
		if err != nil {
			return r.out, err
		}
		r.row(row.Number, row.Cells)
	}
	if !r.head {
		return r.out, fault.New(fault.Invalid, "framework.no-head")
	}
	r.finish()
	return r.out, nil
}

func (r *reader) refuse(row int, err error) {
	r.out.Refused = append(r.out.Refused, transfer.Refusal{Row: row, Err: err})
}

// row takes one row in: the framework itself, or a competency.
func (r *reader) row(number int, cells []string) {
	for i := range cells {
		cells[i] = r.Clean(cells[i])
	}
	cell := func(i int) string { return strings.TrimSpace(cells[i]) }
	if cell(r.width-2) == "1" {
		switch err := outline.Texts(cells[colName], cells[colText]); {
		case r.head:
			r.out.Read++
			r.refuse(number, fault.New(fault.Invalid, "framework.second-head", "title", cell(colName)))
		case cell(colName) == "":
			r.refuse(number, fault.New(fault.Invalid, "node-title", "key", cell(colID)))
		case err != nil:
			r.refuse(number, err)
		default:
			r.framework(number, cells)
		}
		return
	}
	r.out.Read++
	n := competence.Node{Key: cell(colID), Title: cell(colName), Text: cells[colText]}
	if n.Key == "" {
		r.refuse(number, fault.New(fault.Invalid, "framework.no-id", "title", n.Title))
		return
	}
	n.Extra = r.extras(cells)
	n.Scale = r.scale(number, cells)
	r.parts = append(r.parts, outline.Part{Node: n, Under: cell(colParent), Row: number})
}

func (r *reader) framework(number int, cells []string) {
	r.head = true
	f := &r.out.Framework
	f.Key, f.Title, f.Text = strings.TrimSpace(cells[colID]), strings.TrimSpace(cells[colName]), cells[colText]
	if f.Key == "" {
		f.Key = f.Title
	}
	f.Extra = r.extras(cells)
	if raw := strings.TrimSpace(cells[r.width-1]); raw != "" {
		f.Extra = append(f.Extra, competence.Extra{Name: extraTaxonomy, Text: raw})
		if r.terms = taxonomy(raw); r.terms == nil {
			r.out.Remarks = append(r.out.Remarks, transfer.Say("framework.taxonomy", "row", number, "text", raw))
		}
	}
	s, ok := r.readScale(number, cells)
	if !ok {
		s, r.bare = competence.BuiltinScale(), true
	}
	own := f.Scales
	f.Scales = []competence.Scale{s} // it comes first, whatever rows stood before this one
	for i := range r.parts {
		if n := &r.parts[i].Node; n.Scale > 0 {
			n.Scale = r.index(own[n.Scale-1])
		}
	}
}

// extras keeps what only Moodle knows.
func (r *reader) extras(cells []string) (out []competence.Extra) {
	keep := func(i int, name string) {
		if cells[i] != "" {
			out = append(out, competence.Extra{Name: name, Text: cells[i]})
		}
	}
	names := kept()
	for i := range fixedColumns {
		if name := names[i]; name != "" {
			keep(i, name)
		}
	}
	if r.width > fixedColumns+2 {
		keep(fixedColumns, extraRelated)
	}
	if r.width > fixedColumns+3 {
		keep(fixedColumns+1, extraExportID)
	}
	if strings.TrimSpace(cells[colName]) != cells[colName] {
		keep(colName, extraName)
	}
	keep(colScale, extraScale)
	keep(colConfig, extraConfig)
	return out
}

// finish puts the nodes in the order of their tree.
func (r *reader) finish() {
	f := &r.out.Framework
	f.ID = competence.FrameworkID(f.Key)
	if r.bare {
		f.Extra = append(f.Extra, competence.Extra{Name: extraBare, Text: "1"})
		r.out.Remarks = append(r.out.Remarks, transfer.Say("framework.no-scale"))
	}
	for i := range r.parts {
		p := &r.parts[i]
		p.Node.ID = competence.NodeID(f.Key, p.Node.Key)
		if p.Under != "" && plain.ID(p.Under) != plain.ID(f.Key) {
			p.Node.Parent = competence.NodeID(f.Key, p.Under)
		}
	}
	f.Nodes, r.out.Refused = outline.Grow(r.parts, r.out.Refused)
	r.out.Remarks = append(r.out.Remarks, r.Remarks()...)
	r.renumber()
	tree := f.Tree()
	for i := range f.Nodes {
		if d := tree.Depth(f.Nodes[i].ID); len(r.terms) > 0 {
			f.Nodes[i].Term = r.terms[min(d, len(r.terms)-1)]
		}
	}
}

// renumber puts the scales in the order in which the tree uses them, the framework's own first.
func (r *reader) renumber() {
	f := &r.out.Framework
	place := map[int]int{0: 0}
	scales := f.Scales[:1:1]
	for i := range f.Nodes {
		n := &f.Nodes[i]
		if _, known := place[n.Scale]; !known {
			place[n.Scale] = len(scales)
			scales = append(scales, f.Scales[n.Scale])
		}
		n.Scale = place[n.Scale]
	}
	f.Scales = scales
}
