package competence

import (
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Past is what a framework was: its earlier versions, read as far as they are asked for.
type Past struct {
	id    journal.ID
	base  *Framework
	items []journal.Item
	read  map[journal.Stamp]*Tree
}

// PastOf reads them.
func PastOf(tx model.Tx, id journal.ID) (*Past, error) {
	items, err := tx.Items(KindFramework, id)
	return &Past{id, builtinFramework(id), journal.Standing(items), map[journal.Stamp]*Tree{}}, err
}

// Version is the version that a change brought; nil for one that has not arrived here.
func (p *Past) Version(s journal.Stamp) *Tree {
	t, known := p.read[s]
	if known {
		return t
	}
	number := 0
	if p.base != nil {
		if number = 1; s.IsZero() {
			t = p.base.Tree()
		}
	}
	for i := range p.items {
		if it := &p.items[i]; it.Kind == ItemFrameworkVersion {
			number++
			if it.Stamp == s {
				f := Framework{ID: p.id, Version: number}
				f.readVersion(it)
				t = f.Tree()
			}
		}
	}
	p.read[s] = t
	return t
}

// LevelOn is the position on another scale of a level of this one; -1 when it has none.
func (s Scale) LevelOn(other Scale, level int) int {
	if level < 0 || level >= len(s.Levels) {
		return -1
	}
	named := func(levels []Level, name string) int {
		return slices.IndexFunc(levels, func(l Level) bool { return plain.SameCode(l.Name, name) })
	}
	if at := named(other.Levels, s.Levels[level].Name); at >= 0 {
		return at
	}
	if len(s.Levels) == len(other.Levels) && named(s.Levels, other.Levels[level].Name) < 0 {
		return level
	}
	return -1
}
