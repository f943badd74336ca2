package competence

import (
	"fmt"
	"slices"
	"sync"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/starter"
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
var builtinOnce = sync.OnceValue(func() (out []Framework) {
	for _, l := range starter.All() {
		out = append(out, builtin(l))
	}
	return out
})

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

// BuiltinFor is the framework that a student of a level begins with, where the group has chosen none.
func BuiltinFor(level string) journal.ID {
	switch level {
	case "hbo", "ad":
		return FrameworkID(starter.HBOKey)
	case "mbo-1", "mbo-2":
		return FrameworkID(starter.HelpendeKey)
	}
	return FrameworkID(starter.SocialWorkKey)
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

// builtin builds a framework of a list; indicators get their number below their parent.
func builtin(l starter.List) Framework {
	f := Framework{ID: FrameworkID(l.Key), Version: 1, Label: "1", Title: l.Title, Titles: english(l.English), Text: l.Text, Language: "nl", Key: l.Key,
		Builtin: true, Unofficial: l.Unofficial, Scales: []Scale{BuiltinScale()}}
	var grow func(parent journal.ID, prefix string, below []starter.Section)
	grow = func(parent journal.ID, prefix string, below []starter.Section) {
		for i, b := range below {
			if b.Code == "" {
				b.Code, b.Term = fmt.Sprintf("%s.%d", prefix, i+1), "indicator"
			}
			n := Node{ID: NodeID(l.Key, b.Code), Parent: parent, Key: b.Code, Code: b.Code, Title: b.Title, Titles: english(b.English), Term: b.Term, Themes: b.Themes}
			f.Nodes = append(f.Nodes, n)
			grow(n.ID, b.Code, b.Below)
		}
	}
	grow(journal.ID{}, "", l.Top)
	return f
}

// english is a title in English.
func english(title string) model.Labels { return model.Labels{"en": title} }
