package model

import (
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Field is a row of the table of the fields of an entity, of which E is the reading. What reads, writes, asks or tells every
// field goes through the table, so that a new field is a new row.
type Field[E any] struct {
	On       journal.Field // its number on disk; 0: it stands in no record
	Name     string        // plain words with hyphens, never altered: in sentences "field.NAME", in scripts and files with _
	Kind     FieldKind
	Codes    func(Site) Codes // of a code: the list it is from, as a site has it
	Loose    bool             // of a code: what the list lacks is kept as it was written
	Personal bool             // it may tell who somebody is, and goes with an erasure
	Place    plain.Place      // what it says of the numbers in it
	Get      func(*E) journal.Value
	Put      func(*E, journal.Value)
}

// FieldKind is what a field holds, by which forms, commands and files know how to say and to read it.
type FieldKind uint8

// The kinds of field.
const (
	OfText     FieldKind = iota // any words
	OfCode                      // an entry of a list
	OfLanguage                  // a BCP 47 tag
	OfMoment                    // a point in time
	OfDay                       // a calendar day
	OfNumber                    // a whole number; 0 is none
	OfFlag                      // yes or no
	OfEntity                    // the id of something else
	OfTexts                     // several texts
	OfEntities                  // several ids
)

// TextField is a field of words.
func TextField[E any, T ~string](on journal.Field, name string, at func(*E) *T) Field[E] {
	return Field[E]{On: on, Name: name, Get: func(e *E) journal.Value { return journal.Text(string(*at(e))) },
		Put: func(e *E, v journal.Value) { *at(e) = T(v.Text()) }}
}

// CodeField is a field that holds an entry of a list.
func CodeField[E any, T ~string](on journal.Field, name string, list func(Site) Codes, at func(*E) *T) Field[E] {
	f := TextField(on, name, at)
	f.Kind, f.Codes = OfCode, list
	return f
}

// LanguageField is a field that holds the tag of a language.
func LanguageField[E any](on journal.Field, name string, at func(*E) *string) Field[E] {
	f := TextField(on, name, at)
	f.Kind = OfLanguage
	return f
}

// MomentField is a field that holds a point in time, on disk in milliseconds since 1970.
func MomentField[E any](on journal.Field, name string, at func(*E) *time.Time) Field[E] {
	return Field[E]{On: on, Name: name, Kind: OfMoment, Get: func(e *E) journal.Value { return journal.Int(journal.Millis(*at(e))) },
		Put: func(e *E, v journal.Value) { *at(e) = journal.Moment(v.Int()) }}
}

// DayField is a field that holds a calendar day, on disk in days since 1970.
func DayField[E any](on journal.Field, name string, at func(*E) *time.Time) Field[E] {
	return Field[E]{On: on, Name: name, Kind: OfDay, Get: func(e *E) journal.Value { return journal.Int(journal.DayNumber(*at(e))) },
		Put: func(e *E, v journal.Value) { *at(e) = journal.CalendarDay(v.Int()) }}
}

// NumberField is a field that holds a whole number.
func NumberField[E any](on journal.Field, name string, at func(*E) *int) Field[E] {
	return Field[E]{On: on, Name: name, Kind: OfNumber, Get: func(e *E) journal.Value { return journal.Int(int64(*at(e))) },
		Put: func(e *E, v journal.Value) { *at(e) = int(v.Int()) }}
}

// FlagField is a field that holds a yes or a no.
func FlagField[E any](on journal.Field, name string, at func(*E) *bool) Field[E] {
	return Field[E]{On: on, Name: name, Kind: OfFlag, Get: func(e *E) journal.Value { return journal.Bool(*at(e)) },
		Put: func(e *E, v journal.Value) { *at(e) = v.Bool() }}
}

// EntityField is a field that names something else.
func EntityField[E any](on journal.Field, name string, at func(*E) *journal.ID) Field[E] {
	return Field[E]{On: on, Name: name, Kind: OfEntity, Get: func(e *E) journal.Value { return journal.Ref(*at(e)) },
		Put: func(e *E, v journal.Value) { *at(e) = v.ID() }}
}

// EntitiesField is a field that names several others.
func EntitiesField[E any](on journal.Field, name string, at func(*E) *[]journal.ID) Field[E] {
	return Field[E]{On: on, Name: name, Kind: OfEntities, Get: func(e *E) journal.Value { return journal.Refs(*at(e)) },
		Put: func(e *E, v journal.Value) { *at(e) = v.IDs() }}
}

// TextsField is a field that holds several texts.
func TextsField[E any, T ~string](on journal.Field, name string, at func(*E) *[]T) Field[E] {
	return Field[E]{On: on, Name: name, Kind: OfTexts, Get: func(e *E) journal.Value {
		texts := make([]string, len(*at(e)))
		for i, t := range *at(e) {
			texts[i] = string(t)
		}
		return journal.Texts(texts)
	}, Put: func(e *E, v journal.Value) {
		*at(e) = nil
		for _, t := range v.Texts() {
			*at(e) = append(*at(e), T(t))
		}
	}}
}

// AboutPerson is the field as one that may tell who somebody is.
func (f Field[E]) AboutPerson() Field[E] {
	f.Personal = true
	return f
}

// Numeral is the field as one that holds a number by its nature, such as a telephone number.
func (f Field[E]) Numeral() Field[E] {
	f.Place = plain.InNumber
	return f
}

// Identifier is the field as one that holds a code which the program made.
func (f Field[E]) Identifier() Field[E] {
	f.Place = plain.InCode
	return f
}

// OrAsWritten is the field as one that keeps what its list lacks.
func (f Field[E]) OrAsWritten() Field[E] {
	f.Loose = true
	return f
}

// Everywhere is a list that is the same at every site.
func Everywhere(list func() Codes) func(Site) Codes { return func(Site) Codes { return list() } }

// Table is the fields of an entity, a row a field.
type Table[E any] []Field[E]

// Over puts what differs between two readings of an entity over a third, so that what a colleague altered meanwhile stays.
func (t Table[E]) Over(now, was, is *E) {
	for i := range t {
		if v := t[i].Get(is); !v.Equal(t[i].Get(was)) {
			t[i].Put(now, v)
		}
	}
}

// On is the row of a number on disk; nil where no row has it.
func (t Table[E]) On(f journal.Field) *Field[E] {
	for i := range t {
		if t[i].On == f {
			return &t[i]
		}
	}
	return nil
}

// Row is a row by its name; nil where no row has it.
func (t Table[E]) Row(name string) *Field[E] {
	for i := range t {
		if t[i].Name == name {
			return &t[i]
		}
	}
	return nil
}

// In are the numbers on disk of the fields that say this of the numbers in them.
func (t Table[E]) In(place plain.Place) (out []journal.Field) {
	for i := range t {
		if t[i].Place == place && t[i].On != 0 {
			out = append(out, t[i].On)
		}
	}
	return out
}
