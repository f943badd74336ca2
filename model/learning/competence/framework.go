package competence

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Framework is what can be assessed: a tree of nodes whose leaves are the indicators that are ticked. Its versions are
// immutable: a judgement keeps the one it was made on, and a node that goes on in a later version keeps its id.
type Framework struct {
	ID         journal.ID
	Version    int           // 1 is the first
	Stamp      journal.Stamp // the change that brought this version; zero for one that comes with the program
	At         time.Time     // when that was, and by whom
	By         journal.ID
	Label      string
	Title      string
	Titles     model.Labels // the title in other languages, where there is one
	Text       string       // what it is for
	Language   string       // BCP 47 tag of the titles
	Key        string       // the id it has where it comes from
	Unofficial bool         // made up as a start: it is nobody's official text
	Builtin    bool         // comes with the program
	Archived   bool
	ReadOnly   bool // changed by a newer version of the program
	Scales     []Scale
	Nodes      []Node // every parent before its children, siblings in order
	Extra      []Extra
}

// Node is a competence, a core task, a work process or an indicator.
type Node struct {
	ID     journal.ID
	Parent journal.ID // zero: at the top
	Key    string     // the id it has where it comes from
	Code   string     // short, for people, e.g. W1
	Title  string
	Titles model.Labels // the title in other languages, where there is one
	Text   string       // more words, as they were written; HTML or Markdown where it comes from a file
	Term   string       // what the makers call this level of the tree, e.g. indicator
	Scale  int          // which of the framework's scales
	Means  []string     // what each level of the scale means for this, from the lowest on; "" where nothing is said, and shorter where the rest is not
	Themes []string
	Extra  []Extra
}

// Meaning is what a level, by its position, means for a node; "" where nothing is said of it.
func (n Node) Meaning(level int) string {
	if level < 0 || level >= len(n.Means) {
		return ""
	}
	return n.Means[level]
}

// Extra is something that a file said and only its format knows; it is kept for the way back.
type Extra struct {
	Name string // begins with the format: moodle. or case.
	Text string
}

// Scale is what a judgement can choose from, the lowest level first.
type Scale struct {
	Name       string
	Levels     []Level
	Proficient int // position of the first level that is enough; -1: the scale does not say
}

// Level is one choice of a scale.
type Level struct {
	Name  string
	Names model.Labels // in other languages, where there is one
	Value float64      // what it counts for
}

// BuiltinScale is the default for criteria in vocational education: onvoldoende, voldoende, goed (0, 1, 2).
func BuiltinScale() Scale {
	return Scale{Name: "o/v/g", Proficient: 1, Levels: []Level{
		{"onvoldoende", english("insufficient"), 0}, {"voldoende", english("sufficient"), 1}, {"goed", english("good"), 2},
	}}
}

// LabelIn is the title in a language, or the one that the list has of itself.
func (f Framework) LabelIn(lang string) string { return f.Titles.In(lang, f.Title) }

// LabelIn is the title in a language, or the one there is.
func (n Node) LabelIn(lang string) string { return n.Titles.In(lang, n.Title) }

// LabelIn is the name in a language, or the one there is.
func (l Level) LabelIn(lang string) string { return l.Names.In(lang, l.Name) }

// TitleLanguage is the language of the titles: one that the list names, or else that of the lists in this country.
func (f Framework) TitleLanguage() string { return cmp.Or(f.Language, "nl") }

// Same tells whether two levels are the same in all they say.
func (l Level) Same(o Level) bool {
	return l.Name == o.Name && l.Value == o.Value && l.Names.Equal(o.Names)
}

// Same tells whether two scales are the same in all they say.
func (s Scale) Same(o Scale) bool {
	return s.Name == o.Name && s.Proficient == o.Proficient && slices.EqualFunc(s.Levels, o.Levels, Level.Same)
}

// Enough tells whether a level, by its position, is enough. A scale that does not say is satisfied with its highest.
func (s Scale) Enough(level int) bool {
	if s.Proficient < 0 {
		return level == len(s.Levels)-1
	}
	return level >= s.Proficient
}

// Short tells whether a level, by its position, is below the pass level. On a scale that does not say which that is none is.
func (s Scale) Short(level int) bool { return level >= 0 && level < s.Proficient }

// Values are what the levels count for.
func (s Scale) Values() []float64 {
	out := make([]float64, len(s.Levels))
	for i, l := range s.Levels {
		out[i] = l.Value
	}
	return out
}

// Letters are what stands for each level in a narrow column, and the key that chooses it: the first letter where no two
// levels share one, else the number.
func (s Scale) Letters(lang string) []string {
	out := make([]string, len(s.Levels))
	seen := map[string]bool{}
	for i, l := range s.Levels {
		words := plain.Fold(l.LabelIn(lang))
		if len(words) == 0 || seen[words[0][:1]] || words[0][0] >= 0x80 {
			return numbered(out)
		}
		out[i] = words[0][:1]
		seen[out[i]] = true
	}
	return out
}

func numbered(out []string) []string {
	for i := range out {
		out[i] = string("123456789abcdefghijklmnopqrstuvwxyz"[min(i, 34)])
	}
	return out
}

// Clone is a copy of which the lists can be altered.
func (f Framework) Clone() Framework {
	f.Nodes, f.Scales = slices.Clone(f.Nodes), slices.Clone(f.Scales)
	return f
}

// Renamed is a copy with another title, to alter further.
func (f Framework) Renamed(title string) Framework {
	f = f.Clone()
	f.Title, f.Titles = title, nil
	return f
}

// Node is a node by its id.
func (f *Framework) Node(id journal.ID) (Node, bool) {
	if i := slices.IndexFunc(f.Nodes, func(n Node) bool { return n.ID == id }); i >= 0 {
		return f.Nodes[i], true
	}
	return Node{}, false
}

// ScaleOf is the scale that a node is judged on.
func (f *Framework) ScaleOf(n Node) Scale {
	if n.Scale >= 0 && n.Scale < len(f.Scales) {
		return f.Scales[n.Scale]
	}
	if len(f.Scales) > 0 {
		return f.Scales[0]
	}
	return BuiltinScale()
}

// Short is a node's name for a narrow column: its code, else a short key, else the first letters of its title.
func (n Node) Short() string {
	switch {
	case n.Code != "":
		return n.Code
	case n.Key != "" && len(n.Key) <= 8:
		return n.Key
	}
	words := strings.Fields(n.Title)
	if len(words) > 1 {
		out := ""
		for _, w := range words[:min(len(words), 4)] {
			out += string([]rune(w)[:1])
		}
		return strings.ToUpper(out)
	}
	r := []rune(n.Title)
	return string(r[:min(len(r), 6)])
}
