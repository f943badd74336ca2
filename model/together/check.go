package together

import (
	"slices"
	"time"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Short refuses texts of more characters than most: names of fields and their texts by turns. Errors: Invalid.
func Short(most int, fields ...string) error {
	for i := 0; i+1 < len(fields); i += 2 {
		if utf8.RuneCountInString(fields[i+1]) > most {
			return fault.New(fault.Invalid, "together-long", "field", fields[i], "most", most)
		}
	}
	return nil
}

// Named refuses people who cannot be named in a field: unknown, put away, the screen of a waiting room, one of them twice, and too many. Who was
// named before stays. Errors: NotFound, Invalid.
func Named(d *model.Doing, field string, now, was []journal.ID, most int) error {
	if len(now) > most {
		return fault.New(fault.Invalid, "together-many", "field", field, "most", most)
	}
	for i, id := range now {
		if slices.Contains(now[:i], id) {
			return fault.New(fault.Invalid, "together-twice", "field", field)
		}
		if slices.Contains(was, id) {
			continue
		}
		p, err := d.Person(id)
		if err != nil {
			return err
		}
		if p.Archived || p.IsBoard() {
			return fault.New(fault.Invalid, "together-gone", "field", field, "name", p.Name)
		}
	}
	return nil
}

// Period refuses days that cannot be, and an end before the beginning. Days that stood before stay. Errors: Invalid.
func Period(d *model.Doing, fromField string, from, wasFrom time.Time, toField string, to, wasTo time.Time) error {
	for _, day := range []struct {
		field   string
		is, was time.Time
	}{{fromField, from, wasFrom}, {toField, to, wasTo}} {
		if !day.is.IsZero() && !day.is.Equal(day.was) {
			if err := d.Planned(day.is, day.field); err != nil {
				return err
			}
		}
	}
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return fault.New(fault.Invalid, "together-order", "from", from.Format(time.DateOnly), "to", to.Format(time.DateOnly))
	}
	return nil
}
