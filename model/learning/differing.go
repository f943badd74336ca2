package learning

import (
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// Latest are the latest judgements of a piece in a part, one of each who judged.
func (e *Evidence) Latest(part AssessorKind) (out []*Assessment) {
	for i := range e.Assessments {
		if a := &e.Assessments[i]; a.As == part && a.Latest {
			out = append(out, a)
		}
	}
	return out
}

// Differing are the nodes to which judgements gave different levels.
func Differing(list []*Assessment) (out []journal.ID) {
	for i, a := range list {
		for _, g := range a.Given {
			for _, b := range list[:i] {
				if level, ok := b.Level(g.Node); ok && level != g.Level {
					out = append(out, g.Node)
				}
			}
		}
	}
	return out
}

// Touches tells whether a piece is evidence of a node or of something below it: it points there, or the school judged it there.
func Touches(t *competence.Tree, e *Evidence, node journal.ID) bool {
	for _, id := range e.Nodes {
		if t.Under(id, node) {
			return true
		}
	}
	for i := range e.Assessments {
		if a := &e.Assessments[i]; a.As == AssessorSchool && a.Framework == t.Framework.ID {
			for _, g := range a.Given {
				if t.Under(g.Node, node) {
					return true
				}
			}
		}
	}
	return false
}
