package moodle

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
)

// Header is what the columns are called in English.
func Header() []string {
	return []string{"Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values",
		"Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
		"Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy"}
}

// Write writes a framework in fourteen columns, parents before their children. Cells are written as they are: Moodle would
// take an apostrophe in front of them for a part of the text. The remarks tell what Moodle has no place for.
func Write(dst io.Writer, f *competence.Framework) ([]transfer.Remark, error) {
	w := csv.NewWriter(dst)
	lost := &losses{}
	if err := w.Write(Header()); err != nil {
		return nil, err
	}
	scale := f.ScaleOf(competence.Node{})
	head := []string{"", keyOf(f.Key, f.ID), f.Title, f.Text, extra(f.Extra, "moodle.format", "1"), "", "", "", "", "", "", "", "1", taxonomyOf(f, lost)}
	if start := competence.BuiltinScale(); extra(f.Extra, extraBare, "") == "" || !scale.Same(start) {
		head[colScale], head[colConfig] = lost.scale(f.Extra, scale), config(f.Extra, scale)
	} else {
		head[colScale], head[colConfig] = extra(f.Extra, extraScale, ""), extra(f.Extra, extraConfig, "")
	}
	fill(head, f.Extra)
	if err := w.Write(head); err != nil {
		return nil, err
	}
	lost.framework(f)
	keys := map[journal.ID]string{}
	for _, n := range f.Nodes {
		keys[n.ID] = keyOf(n.Key, n.ID)
		row := make([]string, 14)
		row[colParent], row[colID], row[colName], row[colText] = keys[n.Parent], keys[n.ID], n.Title, n.Text
		row[colFormat] = "1"
		switch raw := extra(n.Extra, extraScale, ""); {
		case n.Scale > 0 || levelsOf(raw) != nil:
			s := f.ScaleOf(n)
			row[colScale], row[colConfig] = lost.scale(n.Extra, s), config(n.Extra, s)
		default: // none of its own, or one that was none
			row[colScale], row[colConfig] = raw, extra(n.Extra, extraConfig, "")
		}
		fill(row, n.Extra)
		lost.node(n)
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return lost.remarks(), w.Error()
}

// fill puts back what was kept.
func fill(row []string, extras []competence.Extra) {
	for i, name := range kept() {
		row[i] = extra(extras, name, row[i])
	}
	if raw := extra(extras, extraName, ""); strings.TrimSpace(raw) == row[colName] {
		row[colName] = raw
	}
	row[fixedColumns], row[fixedColumns+1] = extra(extras, extraRelated, ""), extra(extras, extraExportID, "")
}

func extra(extras []competence.Extra, name, other string) string {
	for _, e := range extras {
		if e.Name == name {
			return e.Text
		}
	}
	return other
}

// config is the configuration that came with a scale, as long as it still says the same.
func config(extras []competence.Extra, s competence.Scale) string {
	raw := extra(extras, extraConfig, "")
	came := raw != "" || extra(extras, extraScale, "") != ""
	if p, _ := threshold(raw, len(s.Levels)); came && p == s.Proficient {
		return raw
	}
	return configOf(s)
}

func keyOf(key string, id journal.ID) string {
	if key != "" {
		return key
	}
	return id.String()
}

// taxonomyOf is the names of the tree's levels: those that came, as long as they fit.
func taxonomyOf(f *competence.Framework, lost *losses) string {
	tree := f.Tree()
	var terms []string
	for _, n := range f.Nodes {
		for d := tree.Depth(n.ID); len(terms) <= d; {
			terms = append(terms, "")
		}
		if d := tree.Depth(n.ID); terms[d] == "" {
			terms[d] = n.Term
		}
	}
	if raw := extra(f.Extra, extraTaxonomy, ""); raw != "" {
		came := taxonomy(raw)
		fits := true
		for d, t := range terms {
			if came == nil { // it could not be read
				fits = fits && t == ""
			} else {
				fits = fits && t == came[min(d, len(came)-1)]
			}
		}
		if fits {
			return raw
		}
	}
	for d, t := range terms {
		if !knownTerm(t) {
			if t != "" {
				lost.terms = append(lost.terms, t)
			}
			terms[d] = "competency"
		}
	}
	return strings.Join(terms, ",")
}

// losses are what Moodle has no place for.
type losses struct {
	what   []string
	terms  []string
	commas []string
}

func (l *losses) note(lost bool, what string) {
	if lost && !slices.Contains(l.what, what) {
		l.what = append(l.what, what)
	}
}

func (l *losses) framework(f *competence.Framework) {
	l.note(len(f.Titles.Tags()) > 0, "other-languages")
	l.note(f.Unofficial, "unofficial")
	l.note(f.Label != "", "version")
	l.note(f.Language != "", "language")
	for _, e := range f.Extra {
		l.note(!strings.HasPrefix(e.Name, "moodle."), "foreign")
	}
	for _, s := range f.Scales {
		l.note(s.Name != "", "scale-name")
		for i, v := range s.Levels {
			l.note(v.Value != float64(i), "level-value")
			l.note(len(v.Names.Tags()) > 0, "other-languages")
		}
	}
}

func (l *losses) node(n competence.Node) {
	l.note(n.Code != "" && n.Code != n.Key, "code")
	l.note(len(n.Titles.Tags()) > 0, "other-languages")
	l.note(len(n.Themes) > 0, "themes")
	l.note(len(n.Means) > 0, "means")
	for _, e := range n.Extra {
		l.note(!strings.HasPrefix(e.Name, "moodle."), "foreign")
	}
}

// scale writes the levels with commas between, and those that hold one themselves without. What came is written as it came,
// as long as it still says the same.
func (l *losses) scale(extras []competence.Extra, s competence.Scale) string {
	levels := slices.Clone(s.Levels)
	for i, v := range levels {
		if strings.Contains(v.Name, ",") {
			levels[i].Name = strings.ReplaceAll(v.Name, ",", ";")
			if !slices.Contains(l.commas, v.Name) {
				l.commas = append(l.commas, v.Name)
			}
		}
	}
	out := joined(levels)
	if raw := extra(extras, extraScale, ""); joined(levelsOf(raw)) == out {
		return raw
	}
	return out
}

func (l *losses) remarks() (out []transfer.Remark) {
	for _, w := range l.what {
		out = append(out, transfer.Say("framework.lost."+w, "format", "Moodle"))
	}
	if len(l.terms) > 0 {
		out = append(out, transfer.Say("framework.lost-terms", "terms", strings.Join(slices.Compact(l.terms), ", ")))
	}
	if len(l.commas) > 0 {
		out = append(out, transfer.Say("framework.lost-commas", "levels", strings.Join(l.commas, " · ")))
	}
	return out
}
