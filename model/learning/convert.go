package learning

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// VersionConverter carries judgements that were made on an earlier version of a framework over to the one that counts now.
type VersionConverter struct {
	tx    model.Tx
	now   *competence.Tree
	names bool // every judgement gets the version that it was made on, for its words
	past  map[journal.ID]*competence.Past
}

// NewVersionConverter makes one that carries judgements over to now. With names every judgement also gets the version that it
// was made on, for its words.
func NewVersionConverter(tx model.Tx, now *competence.Tree, names bool) *VersionConverter {
	return &VersionConverter{tx, now, names, map[journal.ID]*competence.Past{}}
}

// Dossiers alters the judgements of dossiers that were read for one session: their lists of evidence are its own.
func (w *VersionConverter) Dossiers(ds []*Dossier) error {
	for _, d := range ds {
		for i := range d.Evidence {
			if err := w.evidence(&d.Evidence[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// evidence gives a piece of evidence judgements in the terms of the version that counts.
func (w *VersionConverter) evidence(e *Evidence) error {
	own := false
	for i := range e.Assessments {
		a := e.Assessments[i]
		here := a.Framework == w.now.Framework.ID
		switch {
		case !w.names && (!here || a.Version == w.now.Framework.Stamp):
			continue
		case here && a.Version == w.now.Framework.Stamp:
			a.on = w.now
		default:
			var err error
			if a.on, err = w.version(a.Framework, a.Version); err != nil {
				return err
			}
			if a.on != nil && here {
				a.said, a.Given = a.Given, carry(w.now, a.on, a.Given)
			}
		}
		if !own {
			e.Assessments, own = slices.Clone(e.Assessments), true
		}
		e.Assessments[i] = a
	}
	return nil
}

// version is a version of any framework; nil for one that has not arrived here.
func (w *VersionConverter) version(framework journal.ID, s journal.Stamp) (*competence.Tree, error) {
	p := w.past[framework]
	if p == nil {
		var err error
		if p, err = competence.PastOf(w.tx, framework); err != nil {
			return nil, err
		}
		w.past[framework] = p
	}
	return p.Version(s), nil
}

// strays are the nodes that evidence points at and the framework lacks: those of its earlier versions, and of the frameworks
// that there are beside it.
func (w *VersionConverter) strays(es []Evidence) (map[journal.ID]competence.Node, error) {
	out := map[journal.ID]competence.Node{}
	for i := range es {
		for _, id := range es[i].Nodes {
			if !w.now.Has(id) {
				out[id] = competence.Node{}
			}
		}
	}
	if len(out) == 0 {
		return nil, nil
	}
	all, err := competence.FrameworksIn(w.tx)
	if err != nil {
		return nil, err
	}
	before, err := competence.FrameworkVersions(w.tx, w.now.Framework.ID)
	if err != nil {
		return nil, err
	}
	for _, f := range append(all, before...) {
		for _, n := range f.Nodes {
			if _, asked := out[n.ID]; asked {
				out[n.ID] = n
			}
		}
	}
	return out, nil
}

// carry tells what levels on an earlier version are on this one. A level is the same where it has the same name, or where
// only names changed: as many levels as before, and this one's place. One that is gone is left out. Nodes that are gone
// stay: nothing asks for them.
func carry(t, was *competence.Tree, given []Given) []Given {
	out := make([]Given, 0, len(given))
	for _, g := range given {
		old, known := was.At(g.Node)
		now, stays := t.At(g.Node)
		if known && stays {
			a, b := was.Framework.ScaleOf(was.Framework.Nodes[old]), t.Framework.ScaleOf(t.Framework.Nodes[now])
			if g.Level = a.LevelOn(b, g.Level); g.Level < 0 {
				continue
			}
		}
		out = append(out, g)
	}
	return out
}

// Said is what a judgement gave one node, in the words of the version that it was made on.
type Said struct {
	Node  competence.Node
	At    int // position on the node's scale
	Level competence.Level
}

// Said tells what a judgement gave, node by node. now is what it was made on where it does not know that itself.
func (a *Assessment) Said(now *competence.Tree) (out []Said) {
	given, on := a.Given, now
	if a.on != nil {
		on = a.on
	}
	if a.said != nil {
		given = a.said
	}
	for _, g := range given {
		if i, ok := on.At(g.Node); ok {
			n := on.Framework.Nodes[i]
			if levels := on.Framework.ScaleOf(n).Levels; g.Level >= 0 && g.Level < len(levels) {
				out = append(out, Said{n, g.Level, levels[g.Level]})
			}
		}
	}
	return out
}

// On is the version of the framework that a judgement was made on; nil where it is not known.
func (a *Assessment) On() *competence.Framework {
	if a.on == nil {
		return nil
	}
	return a.on.Framework
}
