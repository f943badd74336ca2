package transfer

import (
	"slices"
	"strings"

	"leerbalie/model/mapping"
	"leerbalie/model/plain"
)

// Recalls names what a kept mapping of this is for.
func (w What) Recalls() string {
	if w == Students {
		return mapping.Students
	}
	return mapping.Requests
}

// Recall is the survey with its columns as the mapping that fits it best says they are; as it is where none fits. What the mapping
// left out is left out again, and a column that it does not know stays as it was recognised, unless its field is another's now.
func (s Survey) Recall(kept []mapping.Mapping) Survey {
	m, ok := mapping.Best(kept, s.What.Recalls(), s.Headings())
	if !ok {
		return s
	}
	s.Mapping, s.Columns = m.Name, slices.Clone(s.Columns)
	said, known, taken := map[string]string{}, map[string]bool{}, map[string]bool{}
	for field, column := range m.Map() {
		if slices.Contains(s.What.Fields(), field) {
			said[plain.FoldText(column)] = field
		}
	}
	for _, h := range m.Headings {
		known[plain.FoldText(h)] = true
	}
	for i := range s.Columns {
		c := &s.Columns[i]
		key := plain.FoldText(c.Name)
		if c.BSN || key == "" || !known[key] {
			continue
		}
		c.Field, c.By = said[key], ByMapping
		taken[c.Field] = true
		delete(said, key) // a second column of that name is none
	}
	for i := range s.Columns {
		if c := &s.Columns[i]; c.By != ByMapping && c.Field != "" && taken[c.Field] {
			c.Field, c.By = "", Unrecognised
		}
	}
	return s
}

// Headings are the names of the columns, in the order of the file; "" for one with a number in it that may be a citizen service number.
func (s Survey) Headings() []string {
	out := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		if plain.FindBSN(c.Name, plain.InWords) == nil {
			out[i] = c.Name
		}
	}
	return out
}

// Nameable tells whether the i-th column can be named to read it: it has a name, and no column before it has the same.
func (s Survey) Nameable(i int) bool {
	key := strings.ReplaceAll(plain.FoldText(s.Columns[i].Name), " ", "")
	return key != "" && !slices.ContainsFunc(s.Columns[:i], func(c Column) bool { return strings.ReplaceAll(plain.FoldText(c.Name), " ", "") == key })
}

// Settled is the survey with nothing said of columns that cannot be named, nor of those that are dropped: what Map can say.
func (s Survey) Settled() Survey {
	columns := slices.Clone(s.Columns)
	for i := range columns {
		if columns[i].BSN || !s.Nameable(i) {
			columns[i].Field, columns[i].By = "", Unrecognised
		}
	}
	s.Columns = columns
	return s
}
