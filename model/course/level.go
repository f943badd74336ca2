package course

import (
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// The names of the scales that every course can have beside those of the lists of competences.
const (
	TenScale = "1-10"
	MetScale = "voldaan"
)

// builtins are the scales that every course can have: insufficient, sufficient, good; marks of which 6 is enough; and met or not.
func builtins() []competence.Scale {
	ten := competence.Scale{Name: TenScale, Proficient: 5}
	for n := 1; n <= 10; n++ {
		ten.Levels = append(ten.Levels, competence.Level{Name: strconv.Itoa(n), Value: float64(n)})
	}
	met := competence.Scale{Name: MetScale, Proficient: 1, Levels: []competence.Level{{Name: "niet voldaan", Names: model.Labels{"en": "not met"}}, {Name: "voldaan", Names: model.Labels{"en": "met"}, Value: 1}}}
	return []competence.Scale{competence.BuiltinScale(), ten, met}
}

// ScalesIn are all scales that a course can have, by their names.
func ScalesIn(tx model.Tx) ([]competence.Scale, error) {
	out := builtins()
	all, err := competence.FrameworksIn(tx)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, s := range out {
		seen[plain.FoldText(s.Name)] = true
	}
	for _, f := range all {
		for _, s := range f.Scales {
			if key := plain.FoldText(s.Name); key != "" && !seen[key] {
				seen[key] = true
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// ScaleIn is the scale of a course's tests: the one that it names, or else that of the first part which it is evidence of, or else insufficient,
// sufficient, good. Errors: NotFound for a name that no scale has.
func ScaleIn(tx model.Tx, c *Course) (competence.Scale, error) {
	if c.Scale != "" {
		all, err := ScalesIn(tx)
		if err != nil {
			return competence.Scale{}, err
		}
		names := make([]string, len(all))
		for i, s := range all {
			if names[i] = s.Name; plain.FoldText(s.Name) == plain.FoldText(c.Scale) {
				return s, nil
			}
		}
		return competence.Scale{}, fault.New(fault.NotFound, "course-scale", "text", c.Scale, "names", strings.Join(names, ", "))
	}
	if len(c.Nodes) > 0 {
		all, err := competence.FrameworksIn(tx)
		if err != nil {
			return competence.Scale{}, err
		}
		for i := range all {
			if n, ok := all[i].Node(c.Nodes[0]); ok {
				return all[i].ScaleOf(n), nil
			}
		}
	}
	return competence.BuiltinScale(), nil
}

// LevelOf is the level of a scale that a word means: its name in any language, its letter, or what it counts for. Errors: Invalid, which names the
// levels there are.
func LevelOf(s competence.Scale, text string) (competence.Level, error) {
	want := plain.FoldText(text)
	for _, l := range s.Levels {
		if plain.FoldText(l.Name) == want {
			return l, nil
		}
		for _, name := range l.Names {
			if plain.FoldText(name) == want {
				return l, nil
			}
		}
	}
	for _, lang := range []string{"nl", "en"} {
		for i, letter := range s.Letters(lang) {
			if letter == want {
				return s.Levels[i], nil
			}
		}
	}
	for _, l := range s.Levels {
		if strconv.FormatFloat(l.Value, 'f', -1, 64) == strings.ReplaceAll(want, ",", ".") {
			return l, nil
		}
	}
	names := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		names[i] = l.Name
	}
	return competence.Level{}, fault.New(fault.Invalid, "course-level", "text", text, "names", strings.Join(names, ", "))
}
