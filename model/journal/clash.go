package journal

import "slices"

// FieldSaw, on an item that replaces earlier ones of its kind, names those that its writer saw: a List of stamps, or 1 where there
// were none. An item without it, of before there was this field, replaces all before it.
const FieldSaw Field = 63

// Clash is a place on one entity where people wrote apart from each other what does not go together.
type Clash struct {
	Code     string   // ClashField, ClashVersion, or one of the kind's own
	Field    Field    // which field; or, of versions, the field of the item that tells what they are versions of
	Item     ItemKind // of versions
	Of       Value    // what they are versions of
	Versions []Version
}

// The clashes that any kind of entity can have: values of one field, and items that each replaced the same one.
const (
	ClashField   = "field"
	ClashVersion = "version"
)

// Stake is what an entity says of something of which only one thing can hold: that a decision was taken, that a pair has a member.
// Stakes of the same Of, In and Code clash where they say different things, whatever entities they are on.
type Stake struct {
	Code  byte
	Of    ID // what it is about
	In    ID // and within what; may be zero
	Says  string
	Stamp Stamp // the change that says so
}

// Same tells whether two stakes are about the same.
func (s Stake) Same(o Stake) bool { return s.Code == o.Code && s.Of == o.Of && s.In == o.In }

// Clashes are the places on an entity where people wrote apart what does not go together. The versions that are shown come first.
func (l *Kinds) Clashes(rec *Record, items func() []Item) (out []Clash) {
	row := l.rows[rec.Kind]
	if row == nil {
		return nil
	}
	for i := range rec.Registers {
		reg := &rec.Registers[i]
		if len(reg.Live) > 1 && row.filled(reg.Field) != "" && len(reg.Siblings()) > 0 {
			out = append(out, Clash{Code: ClashField, Field: reg.Field, Versions: distinct(reg.Live)})
		}
	}
	if len(row.Versions) > 0 {
		out = append(out, versionClashes(row, items())...)
	}
	if row.Apart != nil {
		out = append(out, row.Apart(rec, items())...)
	}
	return out
}

// filled is the name of a field that people fill in, "" for others.
func (r *KindRow) filled(f Field) string {
	switch {
	case f == FieldArchived:
		return "archived"
	case r.Filled != nil:
		return r.Filled(f)
	case r.Fields != nil:
		return r.Fields(f)
	}
	return ""
}

// Filled is the name in scripts of a field that people fill in, "" for others.
func (l *Kinds) Filled(k Kind, f Field) string {
	if row := l.rows[k]; row != nil {
		return row.filled(f)
	}
	return ""
}

// Stakes are what an entity says of things of which only one can hold.
func (l *Kinds) Stakes(rec *Record, items func() []Item) []Stake {
	if row := l.rows[rec.Kind]; row != nil && row.Stakes != nil {
		return row.Stakes(rec, items)
	}
	return nil
}

// distinct leaves out the versions that say what one before them says.
func distinct(live []Version) (out []Version) {
	for _, v := range live {
		if !slices.ContainsFunc(out, func(o Version) bool { return o.Value.Equal(v.Value) }) {
			out = append(out, v)
		}
	}
	return out
}

func versionClashes(row *KindRow, items []Item) (out []Clash) {
	if !slices.ContainsFunc(items, func(it Item) bool { return !it.Fields.Get(FieldSaw).IsNone() }) {
		return nil
	}
	standing := Standing(items)
	for _, kind := range row.Items {
		key, ok := row.Versions[kind]
		if !ok || slices.Contains(row.Quiet, kind) {
			continue
		}
		for _, line := range lines(standing, kind, key) {
			var vs []Version
			for _, it := range slices.Backward(line.live) {
				vs = append(vs, Version{it.Stamp, said(it.Fields)})
			}
			if vs = distinct(vs); len(vs) > 1 {
				out = append(out, Clash{Code: ClashVersion, Field: key, Item: kind, Of: line.of, Versions: vs})
			}
		}
	}
	return out
}

// said is what an item says, but for what its writer saw, as one value.
func said(fields Fields) Value {
	var vs []Value
	for _, f := range fields {
		if f.Field != FieldSaw {
			vs = append(vs, Int(int64(f.Field)), f.Value)
		}
	}
	return List(vs...)
}

// line is the items that replaced each other, those that nobody replaced.
type line struct {
	of   Value
	live []*Item
}

func lines(standing []Item, kind ItemKind, key Field) (out []*line) {
	for i := range standing {
		it := &standing[i]
		if it.Kind != kind || it.Erased {
			continue
		}
		var of Value
		if key != 0 {
			of = it.Fields.Get(key)
		}
		n := slices.IndexFunc(out, func(l *line) bool { return l.of.Equal(of) })
		if n < 0 {
			n = len(out)
			out = append(out, &line{of: of})
		}
		l := out[n]
		if saw := it.Fields.Get(FieldSaw); saw.IsNone() {
			l.live = l.live[:0]
		} else {
			named := saw.Stamps()
			l.live = slices.DeleteFunc(l.live, func(o *Item) bool { return slices.Contains(named, o.Stamp) })
		}
		l.live = append(l.live, it)
	}
	return out
}

// Saw is what a new item names as seen: those of its kind, about the same, that nobody has replaced.
func Saw(items []Item, kind ItemKind, key Field, of Value) FieldValue {
	for _, l := range lines(Standing(items), kind, key) {
		if l.of.Equal(of) && len(l.live) > 0 {
			stamps := make([]Stamp, len(l.live))
			for i, it := range l.live {
				stamps[i] = it.Stamp
			}
			return FieldSaw.Is(Stamps(stamps))
		}
	}
	return FieldSaw.Is(Bool(true))
}
