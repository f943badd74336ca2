package learning

import (
	"fmt"
	"slices"
	"sync"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// BuiltinFrameworks are the frameworks that come with the program, in its own words. The text of a version that has been
// released is not altered: a judgement keeps the version it was made on. The answer is the caller's own.
func BuiltinFrameworks() []Framework {
	out := slices.Clone(builtinOnce())
	for i := range out {
		out[i].Nodes, out[i].Scales = slices.Clone(out[i].Nodes), slices.Clone(out[i].Scales)
	}
	return out
}

// builtinOnce puts them together once: every handled request asks for one. Nobody alters what it returns.
var builtinOnce = sync.OnceValue(func() []Framework { return []Framework{frameworkHBO(), frameworkHelpende(), frameworkSocialWork()} })

// builtinFramework is one of them by its id, nil for any other.
func builtinFramework(id journal.ID) *Framework {
	for _, f := range builtinOnce() {
		if f.ID == id {
			f.Nodes, f.Scales = slices.Clone(f.Nodes), slices.Clone(f.Scales)
			return &f
		}
	}
	return nil
}

// The keys of the frameworks that come with the program.
const (
	keyHBO        = "leerbalie:hbo-social-work"
	keyHelpende   = "leerbalie:mbo-2-helpende-25960"
	keySocialWork = "leerbalie:mbo-social-work"
)

// BuiltinFor is the framework that a student of a level begins with, where the group has chosen none.
func BuiltinFor(level string) journal.ID {
	switch level {
	case "hbo", "ad":
		return FrameworkID(keyHBO)
	case "mbo-1", "mbo-2":
		return FrameworkID(keyHelpende)
	}
	return FrameworkID(keySocialWork)
}

// FrameworkID is the id of a framework that a file knows by its own name: that name where it is a UUID. Names that are one by
// plain.ID give one id.
func FrameworkID(key string) journal.ID {
	if id, err := journal.ParseID(plain.ID(key)); err == nil && !id.IsZero() {
		return id
	}
	return journal.KeyedID("framework", plain.ID(key))
}

// NodeID is the id of a node that a file knows by its own name: that name where it is a UUID.
func NodeID(framework, node string) journal.ID {
	if id, err := journal.ParseID(plain.ID(node)); err == nil && !id.IsZero() {
		return id
	}
	return journal.KeyedID("node", plain.ID(framework), plain.ID(node))
}

// section is how the built-in trees are written down: the title, in other languages too, then what stands below.
type section struct {
	code, title, term string
	in                model.Labels
	themes            []string
	below             []section
}

// builtin builds a framework of branches; indicators get their number below their parent.
func builtin(key, title string, in model.Labels, text string, top []section) Framework {
	f := Framework{ID: FrameworkID(key), Version: 1, Label: "1", Title: title, Titles: in, Text: text, Language: "nl", Key: key,
		Builtin: true, Scales: []Scale{BuiltinScale()}}
	var grow func(parent journal.ID, prefix string, bs []section)
	grow = func(parent journal.ID, prefix string, bs []section) {
		for i, b := range bs {
			if b.code == "" {
				b.code, b.term = fmt.Sprintf("%s.%d", prefix, i+1), "indicator"
			}
			n := Node{ID: NodeID(key, b.code), Parent: parent, Key: b.code, Code: b.code, Title: b.title, Titles: b.in, Term: b.term, Themes: b.themes}
			f.Nodes = append(f.Nodes, n)
			grow(n.ID, b.code, b.below)
		}
	}
	grow(journal.ID{}, "", top)
	return f
}

// leaf is an indicator.
func leaf(title string, in model.Labels) section { return section{title: title, in: in} }

// english is a title in English.
func english(title string) model.Labels { return model.Labels{"en": title} }
