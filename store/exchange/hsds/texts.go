package hsds

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
)

// longest is how many bytes a cell may hold.
const longest = 20_000

// checkTexts refuses a text that is too long, and a citizen service number wherever it stands.
func (s *Set) checkTexts(t *Table, cells map[string]string, file string, number int) error {
	for name, text := range cells {
		if len(text) > longest {
			return wrong("hsds.cell-long", "column", strings.TrimPrefix(name, Beside), "have", len(text), "most", longest)
		}
		place := placeOf(t, name)
		if plain.Refuses(text, place) {
			return wrong("import.bsn", "field", strings.TrimPrefix(name, Beside))
		}
		if err := model.CheckText(text, place); err != nil {
			return err
		}
		if c := t.column(name); (c == nil || c.Name != "id" && c.Ref == "") && plain.FindBSN(text, place) != nil { // an id is not kept as it stands
			s.notes.add("hsds.bsn-asked", file, number, strings.TrimPrefix(name, Beside))
		}
	}
	return nil
}

// placeOf says of a column whether numbers in it are known to be something else than a citizen service number.
func placeOf(t *Table, name string) plain.Place {
	c := t.column(name)
	switch {
	case name == "code", name == "latitude", name == "longitude", name == Beside+"taxonomy_ids":
		return plain.InCode
	case c == nil:
		return plain.InWords
	case c.Type != "string", c.Ref != "":
		return plain.InNumber
	}
	switch name {
	case "id", "number", "tax_id", "identifier", "external_identifier", "postal_code", "url", "uri", "website", "logo", "link_id", "resource_id", "term_uri", "schedule_link":
		return plain.InNumber
	}
	return plain.InWords
}

// drop takes the name of each column that is named as one with citizen service numbers, and says so: what has no name is read by nobody.
func (s *Set) drop(header []string) {
	for i, h := range header {
		if transfer.IsBSN(h) {
			s.Remarks = append(s.Remarks, transfer.Say("import.bsn-column", "column", h))
			header[i] = ""
		}
	}
}

// add takes a row.
func (s *Set) add(table string, r Row) { s.Tables[table] = append(s.Tables[table], r) }

// addOnce takes a row that was made of what the file says, unless the same was made before.
func (s *Set) addOnce(table string, r Row) {
	key := table + r.ID()
	if s.once == nil {
		s.once = map[string]bool{}
	}
	if !s.once[key] {
		s.once[key] = true
		s.add(table, r)
	}
}
