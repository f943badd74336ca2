package model

import (
	"slices"

	"leerbalie/model/journal"
)

// before is what a field held before a step: the versions that the step replaced, and those that it left, since who wrote had not
// seen them.
type before struct {
	field    journal.Field
	versions []journal.Value
	base     []journal.Stamp
	left     []journal.Stamp
	again    []journal.Stamp // what this session wrote since to show this step's value again; see standsAgain
}

// settled is a field of which somebody has seen all that stands there and says what holds.
type settled struct {
	kind  journal.Kind
	id    journal.ID
	field journal.Field
}

func (s *settled) is(kind journal.Kind, id journal.ID, f journal.Field) bool {
	return s != nil && *s == settled{kind, id, f}
}

// Settling does a part of an action in which what is written in a field replaces everything that people wrote apart in it, also
// where it is what is shown.
func (d *Doing) Settling(kind journal.Kind, id journal.ID, f journal.Field, do func() error) error {
	was := d.settles
	d.settles = &settled{kind, id, f}
	err := do()
	d.settles = was
	return err
}

// SetFrom is Set for who filled in a form with an entity as it was, nil for one who saw what there is now. What the form left as it
// was stays as it is by now, and an edit replaces nothing that came after the form was opened, unless the same person wrote it.
func (d *Doing) SetFrom(seen *journal.Record, kind journal.Kind, id, part journal.ID, fields journal.Fields) error {
	d.seen = seen
	err := d.Set(kind, id, part, fields)
	d.seen = nil
	return err
}

// leaves tells whether a field is handed in as it was, and so stays.
func (d *Doing) leaves(rec *journal.Record, f journal.FieldValue) bool {
	if d.seen != nil && d.seen.Get(f.Field).Equal(f.Value) {
		return true
	}
	return rec.Get(f.Field).Equal(f.Value)
}

// before parts the versions of a field into those that are replaced and those that stay.
func (d *Doing) before(rec *journal.Record, f journal.Field, over bool) (before, error) {
	b := before{field: f}
	reg := rec.Register(f)
	if reg == nil {
		return b, nil
	}
	var seen []journal.Stamp
	if d.seen != nil {
		seen = d.seen.Live(f)
	}
	for _, v := range reg.Live {
		own := over || d.seen == nil || slices.Contains(seen, v.Stamp)
		if !own {
			items, err := d.Items(rec.Kind, rec.ID)
			if err != nil {
				return b, err
			}
			own = slices.ContainsFunc(items, func(it journal.Item) bool { return it.Stamp == v.Stamp && it.Actor == d.Actor.ID })
		}
		if own {
			b.versions, b.base = append(b.versions, v.Value), append(b.base, v.Stamp)
		} else {
			b.left = append(b.left, v.Stamp)
		}
	}
	return b, nil
}

// leftIn is the newest value among those that a step left.
func leftIn(rec *journal.Record, b before) journal.Value {
	if reg := rec.Register(b.field); reg != nil {
		for _, v := range reg.Live {
			if slices.Contains(b.left, v.Stamp) {
				return v.Value
			}
		}
	}
	return journal.Value{}
}
