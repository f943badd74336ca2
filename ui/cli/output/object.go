package output

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Member is a value of a JSON object under its name.
type Member struct {
	Name  string
	Value any
}

// Object is a JSON object whose members stand in the order in which they were added. The names are a promise to scripts.
type Object []Member

// MarshalJSON writes the object.
func (o Object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i, m := range o {
		lead := byte(',')
		if i == 0 {
			lead = '{'
		}
		b.WriteByte(lead)
		if err := enc.Encode(m.Name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(m.Value); err != nil {
			return nil, err
		}
	}
	if len(o) == 0 {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Key is the name that scripts and files have for a field: age_band for age-band.
func Key(name string) string { return strings.ReplaceAll(name, "-", "_") }

// FieldMember is a field of an entity for scripts: a moment in the time zone, null for a moment, a day, an id or a number
// that is not there.
func FieldMember[E any](f model.Field[E], e *E, loc *time.Location) Member {
	v := f.Get(e)
	m := Member{Key(f.Name), v.Text()}
	switch f.Kind {
	case model.OfMoment:
		m.Value = MomentOrNull(journal.Moment(v.Int()), loc)
	case model.OfDay:
		m.Value = DayOrNull(journal.CalendarDay(v.Int()))
	case model.OfEntity:
		m.Value = IDOrNull(v.ID())
	case model.OfFlag:
		m.Value = v.Bool()
	case model.OfTexts:
		m.Value = OrEmpty(v.Texts())
	case model.OfEntities:
		m.Value = IDs(v.IDs())
	case model.OfNumber:
		if m.Value = any(nil); !v.IsNone() {
			m.Value = v.Int()
		}
	}
	return m
}
