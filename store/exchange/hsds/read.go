package hsds

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/tabular"
)

// Options say what is known beforehand.
type Options struct {
	Map   map[string]string // field → column, for a table with columns of its own; nil goes by the headings
	Now   time.Time         // for years of two digits
	Known Known             // what is kept already; nil: nothing is
	// At is the organisation of a location that is kept already, "" where there is none; nil: none is kept.
	At func(location string) string
}

// Known tells whether a row of a table is kept already, under the id that UID gives it: what a file refers to may have come before.
type Known func(table, id string) bool

// Read reads a directory, whatever form it has. Errors: Invalid for what is none; those of reading, and the context's.
func Read(ctx context.Context, in Input, o Options) (*Set, error) {
	if o.Known == nil {
		o.Known = func(string, string) bool { return false }
	}
	if in.Src == nil {
		pages, err := folder(in.Folder)
		if err != nil {
			return nil, err
		}
		return readPages(ctx, pages, nil, o)
	}
	src := bufio.NewReaderSize(in.Src, 4096)
	head, _ := src.Peek(512)
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		pages, unread, err := unpack(src, mostBytes)
		if err != nil {
			return nil, err
		}
		return readPages(ctx, pages, unread, o)
	case isJSON(head):
		s := newSet(transfer.HSDSJSON)
		if err := s.readJSON(in.Name, src); err != nil {
			return nil, err
		}
		return s.finish(o), nil
	}
	return readPages(ctx, []page{{in.Name, func() (io.ReadCloser, error) { return io.NopCloser(src), nil }}}, nil, o)
}

func isJSON(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return len(head) > 0 && (head[0] == '{' || head[0] == '[')
}

// readPages reads the files of a directory, each as what its headings say that it is.
func readPages(ctx context.Context, pages []page, unread []string, o Options) (*Set, error) {
	s := newSet(transfer.HSDS)
	var sheets []*sheet
	var layouts []layout
	alone := len(pages) == 1
	for _, p := range pages {
		src, err := p.open()
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(strings.ToLower(p.name), ".json") {
			if alone {
				s.Format = transfer.HSDSJSON
			}
			err = s.readJSON(p.name, src)
			_ = src.Close()
			if err != nil {
				return nil, err
			}
			continue
		}
		var known func(string) bool
		if alone {
			known = headings(o.Map)
		}
		sh, err := s.readSheet(ctx, p.name, src, known)
		_ = src.Close()
		switch {
		case isFault(err, "csv.empty") && !alone:
			continue
		case err != nil && !alone && isInvalid(err) && !isFault(err, "hsds.zip-bomb") && !isFault(err, "hsds.zip-damaged"):
			s.refuse(p.name, 1, "", err)
			continue
		case err != nil:
			return nil, err
		}
		sheets, layouts = append(sheets, sh), append(layouts, layoutOf(sh, o.Map != nil && alone))
	}
	if alone && len(sheets) == 1 && len(sheets[0].rows) == 0 && len(s.Refused) == 0 {
		return nil, wrong("csv.onlyheader")
	}
	ohana := slices.ContainsFunc(layouts, func(l layout) bool { return l.form == formOhana && l.sure })
	for i, sh := range sheets {
		l := layouts[i]
		for j := range s.Refused { // rows that are no rows
			if r := &s.Refused[j]; r.File == sh.file && r.Table == "" && l.table != "" {
				if r.Table = l.table; l.form == formOhana {
					r.Table = ohanaTable(l.table).table
				}
				s.Read[r.Table]++
			} else if r.File == sh.file && r.Table == "" && alone {
				r.Table = Services
				s.Read[Services]++
			}
		}
		if ohana && !l.sure && ohanaTable(l.table) != nil {
			l.form = formOhana
		}
		switch {
		case l.form == formOhana:
			s.Format = transfer.Ohana
			s.takeOhana(sh, l.table, o)
		case l.form == formHSDS:
			s.takeHSDS(sh, l.table, o)
		case alone:
			s.Format = transfer.CSV
			if err := s.takeColumns(sh, o); err != nil {
				return nil, err
			}
		default:
			unread = append(unread, sh.file)
		}
	}
	if len(unread) > 0 {
		s.Remarks = append(s.Remarks, transfer.Say("hsds.files-unread", "files", plain.Some(unread, mostNamed)))
	}
	return s.finish(o), nil
}

func (s *Set) finish(o Options) *Set {
	if s.Format == transfer.Ohana {
		s.lendOrganizations(o.At)
	}
	s.check(o.Known)
	if len(s.written) > 0 {
		s.Remarks = append(s.Remarks, transfer.Say("hsds.ids-short", "n", len(s.written)))
	}
	s.settle()
	return s
}

// layout is what the headings of a table say that it is.
type layout struct {
	form  form
	table string
	sure  bool // the other layout has no table with all these columns
}

type form uint8

const (
	formColumns form = iota // columns of its own
	formHSDS
	formOhana
)

// layoutOf finds the table that has the most of the headings, among them the id: of a file that is named so half of them are enough, of any other two in three.
func layoutOf(sh *sheet, mapped bool) (out layout) {
	if mapped {
		return out
	}
	base := strings.TrimSuffix(strings.ToLower(sh.file), ".csv")
	of := ofEntity(base)
	best, most := 0.0, [3]float64{}
	try := func(f form, table string, columns []string, named bool) {
		have, id := 0, false
		for _, h := range sh.header {
			if i := slices.IndexFunc(columns, func(c string) bool { return tabular.Fold(c) == tabular.Fold(h) }); i >= 0 {
				have++
				id = id || i == 0
			}
		}
		part := float64(have) / float64(len(sh.header))
		if have < 2 || !named && (!id || part < 0.66) {
			return
		}
		most[f] = max(most[f], part)
		if score := part + float64(have)/float64(len(columns)) + map[bool]float64{true: 0.5}[named]; score > best {
			best, out = score, layout{form: f, table: table}
		}
	}
	for _, t := range schema() {
		names := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			names[i] = c.Name
		}
		try(formHSDS, t.Name, names, of != nil && of.Name == t.Name)
	}
	for _, t := range ohanaTables() {
		try(formOhana, t.name, t.columns, t.name == base)
	}
	other := map[form]form{formHSDS: formOhana, formOhana: formHSDS}[out.form]
	out.sure = most[other] < 1
	return out
}

// takeHSDS takes a table of HSDS as it is. What it has no column for goes beside.
func (s *Set) takeHSDS(sh *sheet, table string, o Options) {
	t := tableNamed(table)
	names := make([]string, len(sh.header))
	has := s.Has[table]
	if has == nil {
		has = map[string]bool{}
		s.Has[table] = has
	}
	for i, h := range sh.header {
		names[i] = Beside + h
		for _, c := range t.Columns {
			if tabular.Fold(c.Name) == tabular.Fold(h) && !slices.Contains(names[:i], c.Name) {
				names[i], has[c.Name] = c.Name, true
			}
		}
		if h != "" && names[i] == Beside+h {
			s.notes.add("hsds.columns-beside", sh.file, 1, h, "file", sh.file)
		}
	}
	way := s.orders(sh, t, names, dayFirst)
	for _, row := range sh.rows {
		s.Read[table]++
		cells := cellsOf(names, row.Cells)
		if len(cells) == 0 {
			s.Read[table]--
			continue
		}
		if err := s.settleRow(t, cells, sh.file, row.Number, way, o); err != nil {
			s.refuse(sh.file, row.Number, table, err)
			continue
		}
		s.add(table, Row{File: sh.file, Number: row.Number, Cells: cells})
	}
}

// cellsOf are the cells of a row that hold something, by column.
func cellsOf(names, cells []string) map[string]string {
	out := make(map[string]string, len(cells))
	for i, name := range names {
		if text := plain.Harmless(cells[i]); strings.TrimSpace(text) != "" && name != Beside {
			out[name] = text
		}
	}
	return out
}

// orders finds out in which order the days of a table stand, and says it where that can be read in more than one way.
func (s *Set) orders(sh *sheet, t *Table, names []string, usual order) order {
	var cells, columns []string
	either := false
	for i, name := range names {
		c := t.column(strings.TrimPrefix(name, Beside))
		if (c == nil || c.Type != "date") && name != Beside+"date_incorporated" {
			continue
		}
		columns = append(columns, sh.header[i])
		for _, row := range sh.rows {
			cells = append(cells, row.Cells[i])
			d, ok := parseDay(row.Cells[i])
			either = either || ok && d.first != d.second
		}
	}
	o, proof := orderOf(cells, usual)
	if either && (o == monthFirst || proof != "") {
		msg := [...]string{dayFirst: "hsds.day-first", monthFirst: "hsds.month-first"}[o]
		if proof == "" {
			msg += "-guessed"
		}
		s.Remarks = append(s.Remarks, transfer.Say(msg, "file", sh.file, "column", strings.Join(columns, ", "), "proof", short(proof)))
	}
	return o
}

// settleRow gives a row its id, and its cells the form that HSDS has. Errors: Invalid for what cannot be read, or never kept.
func (s *Set) settleRow(t *Table, cells map[string]string, file string, number int, way order, o Options) error {
	if err := s.checkTexts(t, cells, file, number); err != nil {
		return err
	}
	for _, c := range t.Columns {
		text := cells[c.Name]
		var err error
		switch {
		case text == "":
			continue
		case c.Ref != "":
			cells[c.Name] = s.uid(c.Ref, text)
		case c.Type == "date":
			cells[c.Name], err = readDay(c.Name, text, way, o.Now)
		case c.Type == "time":
			cells[c.Name], err = readClock(c.Name, text)
		case c.Name == "byday":
			cells[c.Name], err = readDays(text)
		case c.Name == "latitude" || c.Name == "longitude":
			if strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
				cells[c.Name] = strings.Replace(text, ",", ".", 1)
			}
		}
		if err != nil {
			return err
		}
	}
	if cells["id"] == "" {
		cells["id"] = MadeID(t.Name, cells)
		s.notes.add("hsds.ids-made", file, number, "", "file", file)
	} else {
		cells["id"] = s.uid(t.Name, cells["id"])
	}
	for _, link := range []string{"link_id", "resource_id"} {
		if id := cells[link]; id != "" && !IsUUID(id) {
			entity := cells[map[string]string{"link_id": "link_entity", "resource_id": "resource_type"}[link]]
			table := Services
			if of := ofEntity(entity); of != nil {
				table = of.Name
			}
			cells[link] = s.uid(table, id)
		}
	}
	if t.Name == Schedules {
		return s.settleHours(cells, file, number)
	}
	return nil
}

// settleHours looks at when something opens and closes. Errors: Invalid where one of both is missing.
func (s *Set) settleHours(cells map[string]string, file string, number int) error {
	opens, closes := cells["opens_at"], cells["closes_at"]
	if (opens == "") != (closes == "") {
		return wrong("hsds.half-open", "there", cmpOr(opens, closes), "missing", map[bool]string{true: "opens_at", false: "closes_at"}[opens == ""])
	}
	from, ok := Minutes(opens)
	until, ok2 := Minutes(closes)
	if ok && ok2 && until <= from {
		s.notes.add("hsds.past-midnight", file, number, "")
	}
	if a, b := cells["valid_from"], cells["valid_to"]; a != "" && b != "" && b < a {
		return wrong("hsds.ends-before", "from", a, "to", b)
	}
	return nil
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// MadeID is the id of a row that has none: of what it says, so that the same row is known again.
func MadeID(table string, cells map[string]string) string {
	key := []string{"hsds", table, "row"}
	names := map[string][]string{Organizations: {"name"}, Services: {"organization_id", "name"}, Locations: {"organization_id", "name"}}[table]
	if names == nil {
		for _, c := range tableNamed(table).Columns {
			names = append(names, c.Name)
		}
	}
	for _, name := range names {
		key = append(key, name, plain.FoldText(cells[name]))
	}
	return journal.KeyedID(key...).String()
}
