package output

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
)

// Object is a JSON object whose members stand in the order in which they were added, and Member is one of them.
type (
	Object = transfer.Object
	Member = transfer.Member
)

// FieldMember is a field of an entity for scripts: a moment in the time zone, null for a moment, a day, an id or a number
// that is not there.
func FieldMember[E any](f model.Field[E], e *E, loc *time.Location) Member {
	v := f.Get(e)
	m := Member{Name: transfer.Key(f.Name), Value: v.Text()}
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
