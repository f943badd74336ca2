package moodle

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
)

// scale finds the scale of a row among those of the framework, or adds it. While the row of the framework has not come by,
// the first place is left for it.
func (r *reader) scale(number int, cells []string) int {
	s, ok := r.readScale(number, cells)
	if !ok {
		return 0
	}
	if !r.head {
		f := &r.out.Framework
		if i := slices.IndexFunc(f.Scales, func(o competence.Scale) bool { return o.Same(s) }); i >= 0 {
			return i + 1
		}
		f.Scales = append(f.Scales, s)
		return len(f.Scales)
	}
	return r.index(s)
}

func (r *reader) index(s competence.Scale) int {
	f := &r.out.Framework
	if i := slices.IndexFunc(f.Scales, func(o competence.Scale) bool { return o.Same(s) }); i >= 0 {
		return i
	}
	f.Scales = append(f.Scales, s)
	return len(f.Scales) - 1
}

// readScale reads the values of a scale and its configuration; ok is false for a row that has none of its own, or one whose
// steps cannot be told apart.
func (r *reader) readScale(number int, cells []string) (s competence.Scale, ok bool) {
	say := func(msg string) {
		r.out.Remarks = append(r.out.Remarks, transfer.Say(msg, "row", number, "scale", cells[colScale]))
	}
	if strings.TrimSpace(cells[colScale]) == "" {
		return s, false
	}
	if s.Levels = levelsOf(cells[colScale]); s.Levels == nil {
		say("framework.bad-scale")
		return s, false
	}
	var found bool
	if s.Proficient, found = threshold(cells[colConfig], len(s.Levels)); !found {
		say("framework.no-threshold")
	}
	return s, true
}

// levelsOf reads the steps of a scale; nil where there are fewer than two, or some without a name or with another's.
func levelsOf(values string) (out []competence.Level) {
	for i, name := range strings.Split(values, ",") {
		name = strings.TrimSpace(name)
		if name == "" || slices.ContainsFunc(out, func(l competence.Level) bool { return l.Name == name }) {
			return nil
		}
		out = append(out, competence.Level{Name: name, Value: float64(i)})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// joined writes the steps of a scale as Moodle does.
func joined(levels []competence.Level) string {
	names := make([]string, len(levels))
	for i, l := range levels {
		names[i] = l.Name
	}
	return strings.Join(names, ",")
}

// threshold is the position of the first level that the configuration calls proficient; -1 when there is none.
func threshold(config string, levels int) (int, bool) {
	var entries []map[string]any
	if json.Unmarshal([]byte(config), &entries) != nil {
		return -1, false
	}
	first := -1
	for _, e := range entries {
		id, ok := whole(e["id"])
		yes, _ := whole(e["proficient"])
		if ok && yes == 1 && id >= 1 && (first < 0 || id-1 < first) {
			first = id - 1
		}
	}
	if first < 0 {
		return -1, false
	}
	return min(first, levels-1), true
}

// whole is a number that Moodle writes as a number, a text or a yes.
func whole(v any) (int, bool) {
	switch v := v.(type) {
	case float64:
		return int(v), v == float64(int(v))
	case string:
		n, err := strconv.Atoi(strings.TrimSpace(v))
		return n, err == nil
	case bool:
		if v {
			return 1, true
		}
		return 0, true
	}
	return 0, false
}

// configOf writes the configuration of a scale.
func configOf(s competence.Scale) string {
	var b strings.Builder
	b.WriteString(`[{"scaleid":"0"}`)
	for i := range s.Levels {
		first, enough := 0, 0
		if i == max(s.Proficient, 0) {
			first = 1
		}
		if s.Proficient >= 0 && i >= s.Proficient {
			enough = 1
		}
		if first+enough > 0 {
			fmt.Fprintf(&b, `,{"id":%d,"scaledefault":%d,"proficient":%d}`, i+1, first, enough)
		}
	}
	b.WriteString("]")
	return b.String()
}

// taxonomy reads the names of the levels of the tree: a list with commas, or JSON; nil for what is neither.
func taxonomy(raw string) []string {
	var list []string
	if json.Unmarshal([]byte(raw), &list) == nil {
		return list
	}
	var named map[string]string
	if json.Unmarshal([]byte(raw), &named) == nil {
		for depth := 1; named[strconv.Itoa(depth)] != ""; depth++ {
			list = append(list, named[strconv.Itoa(depth)])
		}
		return list
	}
	if strings.HasPrefix(raw, "{") || strings.HasPrefix(raw, "[") {
		return nil
	}
	for _, t := range strings.Split(raw, ",") {
		list = append(list, strings.TrimSpace(t))
	}
	return list
}

// knownTerm tells whether Moodle has a word for a level of the tree.
func knownTerm(term string) bool {
	return slices.Contains([]string{"behaviour", "competency", "concept", "domain", "indicator", "level", "outcome", "practice", "proficiency",
		"skill", "value"}, term)
}
