package journal

import "slices"

// Kind is a kind of entity. Numbers are on disk and never reused; the rooms that know what they mean name them.
type Kind uint8

// The kinds that the journal itself knows.
const (
	KindReplica Kind = 7
	KindErasure Kind = 8 // its id is the id of what was erased
)

// ItemKind is a kind of immutable item on an entity. Numbers are on disk, shared by all kinds of entity, never reused.
type ItemKind uint16

// The kinds of item that the journal itself knows. ItemSet stands for a write of fields, so that an entity's items are its
// whole history.
const (
	ItemSet     ItemKind = 0
	ItemRetract ItemKind = 1
	ItemErase   ItemKind = 17
	ItemVouch   ItemKind = 60 // the actor said of numbers in the changes that FieldTarget names: no citizen service numbers
	ItemWords   ItemKind = 83 // the free words of another item, which FieldPartOf names: an erasure takes these and leaves that
	ItemStays   ItemKind = 84 // what stays of an item, which FieldPartOf names, that an erasure took whole: it is of before there was ItemWords
)

// FieldArchived hides an entity without removing it; it has the same number on every kind.
const FieldArchived Field = 15

// KindRow is what has to be known of one kind of entity to keep it and to merge it.
type KindRow struct {
	Kind  Kind
	Class Class
	// Personal tells whether a field may hold what identifies a resident or was written in free words; nil: none does. Such
	// fields are never written in one change with others, so that erasing a change takes nothing that has to stay.
	Personal func(Field) bool
	// Items are the kinds of item on such an entity, besides those that the journal itself knows, which are on every kind: what its
	// history can tell in words.
	Items []ItemKind
	// Looks are those that only note that somebody looked: nothing is built upon by one.
	Looks []ItemKind
	// Words are the items that hold free words and go with an erasure. WordsIn are the fields of other items that hold such words
	// beside what stays: they are written as ItemWords of their own.
	Words   []ItemKind
	WordsIn map[ItemKind][]Field
	// Mixed tells that changes of before fields of this kind were told apart hold personal fields beside others. An erasure takes
	// those whole: in doubt the person comes before the count.
	Mixed bool
	// Whose is the field that names the person, or the people, whose the entity is: when one of them is erased, so is the entity,
	// now and when it arrives later. What it was ever given, it keeps. 0: it is nobody's.
	Whose Field
	// Owns tells that entities of this kind are who Whose of other kinds names.
	Owns bool
	// Codes are the fields that hold a code which the program made, so that nine digits in it are no citizen service number;
	// Numbers those that hold a number of another sort, such as a telephone number, which then may be asked about.
	Codes, Numbers []Field
	// Name is the kind's name in scripts; Fields and Said name what can hold words on it: its fields and its items. nil: none can.
	Name   string
	Fields func(Field) string
	Filled func(Field) string // the fields that people fill in, by name; nil: Fields. What people wrote apart in others is told to nobody
	Said   map[ItemKind]string
	// Versions are the items that replace an earlier one of their kind, with the field that tells what they are a version of (0: of
	// the entity). Apart finds what else on one entity does not go together, and Stakes what clashes with other entities; see Clash.
	Versions map[ItemKind]Field
	Quiet    []ItemKind // of those, the ones that all count, so that none stands against another
	Apart    func(*Record, []Item) []Clash
	Stakes   func(*Record, func() []Item) []Stake
	// Builtin tells whether an entity is there before anything was written about it: it comes with the program; nil: none is.
	Builtin func(ID) bool
	// Reach tells of a change that another replica wrote whether its writer may, where more than the table of classes counts; nil:
	// the table alone does.
	Reach Reach
}

// Kinds is the list of all kinds of entity that a program knows. It is made once and never altered.
type Kinds struct {
	rows    [256]*KindRow
	words   map[ItemKind]bool
	wordsIn map[ItemKind][]Field
}

// NewKinds makes the list of its rows.
func NewKinds(rows ...KindRow) *Kinds {
	k := &Kinds{words: map[ItemKind]bool{ItemWords: true}, wordsIn: map[ItemKind][]Field{}}
	for i := range rows {
		k.rows[rows[i].Kind] = &rows[i]
		for _, item := range rows[i].Words {
			k.words[item] = true
		}
		for item, fields := range rows[i].WordsIn {
			k.wordsIn[item] = fields
		}
	}
	return k
}

// Class is the class that a kind belongs to; ok is false for a kind that this version does not know.
func (l *Kinds) Class(k Kind) (class Class, ok bool) {
	if row := l.rows[k]; row != nil {
		return row.Class, true
	}
	return 0, false
}

// Personal tells whether a field of a kind is personal; see KindRow.
func (l *Kinds) Personal(k Kind, f Field) bool {
	row := l.rows[k]
	return row != nil && row.Personal != nil && row.Personal(f)
}

// PersonalItem tells whether an item holds nothing but what an erasure takes.
func (l *Kinds) PersonalItem(k ItemKind) bool { return l.words[k] }

// Split parts what an item says into what stays and the free words, which an erasure takes.
func (l *Kinds) Split(k ItemKind, fields Fields) (stay, words Fields) {
	in := l.wordsIn[k]
	if len(in) == 0 {
		return fields, nil
	}
	for _, f := range fields {
		switch {
		case f.Value.IsNone():
		case slices.Contains(in, f.Field):
			words = append(words, f)
		default:
			stay = append(stay, f)
		}
	}
	return stay, words
}

// Mixed tells whether changes of a kind may hold personal fields beside others; see KindRow.
func (l *Kinds) Mixed(k Kind) bool {
	row := l.rows[k]
	return row != nil && row.Mixed
}

// owns tells whether entities of a kind can have others; of an unknown one that may be.
func (l *Kinds) owns(k Kind) bool {
	row := l.rows[k]
	return row == nil || row.Owns
}

// Whose is the field that names whose an entity of a kind is, 0 for none; see KindRow.
func (l *Kinds) Whose(k Kind) Field {
	if row := l.rows[k]; row != nil {
		return row.Whose
	}
	return 0
}

// Name is the name of a kind in scripts.
func (l *Kinds) Name(k Kind) string {
	if row := l.rows[k]; row != nil {
		return row.Name
	}
	return "unknown"
}

// Place is the name in scripts of where on an entity a change writes a field; "other" where that has none.
func (l *Kinds) Place(c *Change, f Field) (name string) {
	row := l.rows[c.Kind]
	switch {
	case row == nil:
	case c.Op == OpAdd:
		name = row.Said[c.Item]
	case row.Fields != nil:
		name = row.Fields(f)
	}
	if name == "" {
		return "other"
	}
	return name
}

// Item tells whether an item of a kind is known on a kind of entity.
func (l *Kinds) Item(k Kind, i ItemKind) bool {
	row := l.rows[k]
	return row != nil && (i == ItemSet || i == ItemRetract || i == ItemVouch || i == ItemWords || i == ItemStays || slices.Contains(row.Items, i))
}

// Look tells whether an item only notes that somebody looked; see KindRow.
func (l *Kinds) Look(k Kind, i ItemKind) bool {
	row := l.rows[k]
	return row != nil && slices.Contains(row.Looks, i)
}

// Code tells whether a field holds a code; see KindRow.
func (l *Kinds) Code(k Kind, f Field) bool {
	row := l.rows[k]
	return row != nil && slices.Contains(row.Codes, f)
}

// Number tells whether a field holds a number of another sort; see KindRow.
func (l *Kinds) Number(k Kind, f Field) bool {
	row := l.rows[k]
	return row != nil && slices.Contains(row.Numbers, f)
}

// Version tells whether items of a kind replace earlier ones on a kind of entity, and by what field; see KindRow.
func (l *Kinds) Version(k Kind, i ItemKind) (key Field, ok bool) {
	if row := l.rows[k]; row != nil {
		key, ok = row.Versions[i]
	}
	return key, ok
}

// Builtin tells whether an entity comes with the program.
func (l *Kinds) Builtin(k Kind, id ID) bool {
	row := l.rows[k]
	return row != nil && row.Builtin != nil && row.Builtin(id)
}

// Reaches asks the rule of a change's kind whether its writer may write it.
func (l *Kinds) Reaches(r Reader, w Writer, c *Change) (bool, error) {
	if row := l.rows[c.Kind]; row != nil && row.Reach != nil {
		return row.Reach(r, w, c)
	}
	return w.Table, nil
}

// All are the kinds, in ascending order of number.
func (l *Kinds) All() (out []Kind) {
	for k, row := range l.rows {
		if row != nil {
			out = append(out, Kind(k))
		}
	}
	return out
}
