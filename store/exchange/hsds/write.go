package hsds

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"leerbalie/model/transfer"
	"leerbalie/store/exchange/tabular"
)

const packageName = "datapackage.json"

// Write writes tables as HSDS 3.0: a file for each table, also for those without rows, and datapackage.json (Frictionless Data, Tabular Data
// Package). The same tables give the same bytes. create makes a file. The remarks say what HSDS 3.0 has no place for.
//
// Cells that a spreadsheet would take for a formula are made harmless, as in every other file; numbers and telephone numbers stay numbers.
func Write(tables map[string][]Row, create func(name string, write func(io.Writer) error) error) ([]transfer.Remark, error) {
	var left notes
	for _, t := range schema() {
		rows := slices.Clone(tables[t.Name])
		slices.SortFunc(rows, func(a, b Row) int { return strings.Compare(a.ID(), b.ID()) })
		for _, r := range rows {
			for name := range r.Cells {
				if c := t.column(name); c == nil || c.Later || t.Later {
					left.add("hsds.no-place", "", 0, t.Name+"."+strings.TrimPrefix(name, Beside))
				}
			}
		}
		if t.Later {
			continue
		}
		err := create(t.Name+".csv", func(dst io.Writer) error {
			w := tabular.NewWriter(dst, tabular.Style{Data: true})
			names := columns30(t)
			if err := w.Write(names...); err != nil {
				return err
			}
			cells := make([]string, len(names))
			for _, r := range rows {
				for i, name := range names {
					cells[i] = r.Cells[name]
				}
				if err := w.Write(cells...); err != nil {
					return err
				}
			}
			return w.Flush()
		})
		if err != nil {
			return nil, err
		}
	}
	err := create(packageName, func(dst io.Writer) error {
		_, err := dst.Write(describe())
		return err
	})
	return left.remarks(), err
}

// WriteZip writes the files of Write as one zip file.
func WriteZip(tables map[string][]Row, dst io.Writer) ([]transfer.Remark, error) {
	z := zip.NewWriter(dst)
	said, err := Write(tables, func(name string, write func(io.Writer) error) error {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		return write(w)
	})
	if err != nil {
		return said, err
	}
	return said, z.Close()
}

// columns30 are the columns of a table in HSDS 3.0.
func columns30(t Table) (out []string) {
	for _, c := range t.Columns {
		if !c.Later {
			out = append(out, c.Name)
		}
	}
	return out
}

type packageJSON struct {
	Name      string         `json:"name"`
	Title     string         `json:"title"`
	Profile   string         `json:"profile"`
	Version   string         `json:"version"`
	Homepage  string         `json:"homepage"`
	Resources []resourceJSON `json:"resources"`
}

type resourceJSON struct {
	Name    string     `json:"name"`
	Path    string     `json:"path"`
	Profile string     `json:"profile"`
	Format  string     `json:"format"`
	Media   string     `json:"mediatype"`
	Coding  string     `json:"encoding"`
	Schema  schemaJSON `json:"schema"`
}

type schemaJSON struct {
	Fields  []fieldJSON   `json:"fields"`
	Missing []string      `json:"missingValues"`
	Primary string        `json:"primaryKey"`
	Foreign []foreignJSON `json:"foreignKeys,omitempty"`
}

type fieldJSON struct {
	Name        string          `json:"name"`
	Type        string          `json:"type"`
	Format      string          `json:"format,omitempty"`
	Constraints map[string]bool `json:"constraints,omitempty"`
}

type foreignJSON struct {
	Fields    string            `json:"fields"`
	Reference map[string]string `json:"reference"`
}

// describe is the description of the package. What a directory has of one's own is text where HSDS says number or time: files write more
// into it, and what they wrote is kept.
func describe() []byte {
	out := packageJSON{Name: "human_services_data", Title: "Human Services Data", Profile: "tabular-data-package", Version: "3.0", Homepage: "https://docs.openreferral.org"}
	for _, t := range schema() {
		if t.Later {
			continue
		}
		r := resourceJSON{Name: t.Name, Path: t.Name + ".csv", Profile: "tabular-data-resource", Format: "csv", Media: "text/csv", Coding: "utf-8",
			Schema: schemaJSON{Primary: "id", Missing: []string{""}}}
		for _, c := range t.Columns {
			if c.Later {
				continue
			}
			f := fieldJSON{Name: c.Name, Type: "string"}
			switch {
			case c.Name == "id":
				f.Format, f.Constraints = "uuid", map[string]bool{"required": true, "unique": true}
			case c.Ref != "":
				f.Format = "uuid"
				r.Schema.Foreign = append(r.Schema.Foreign, foreignJSON{c.Name, map[string]string{"resource": c.Ref, "fields": "id"}})
			case c.Name == "name" && nameless(t.Name) == "name":
				f.Constraints = map[string]bool{"required": true}
			case c.Type == "date":
				f.Type = "date"
			}
			r.Schema.Fields = append(r.Schema.Fields, f)
		}
		out.Resources = append(out.Resources, r)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	_ = enc.Encode(out) // nothing in it cannot be written
	return b.Bytes()
}
