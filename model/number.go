package model

import (
	"context"
	"slices"
	"unicode/utf8"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// vouching is the key of a context in which whoever acts vouches for numbers.
type vouching struct{}

// Vouching is a context in which whoever acts says that numbers that are asked about (see plain.FindBSN) are something else,
// such as a telephone number: they are kept, and the history tells who said so. What is refused stays refused.
func Vouching(ctx context.Context) context.Context { return context.WithValue(ctx, vouching{}, true) }

func vouches(ctx context.Context) bool { return ctx.Value(vouching{}) != nil }

// CheckText tells whether a text may be kept: it must not hold a citizen service number and must be of a size that a person
// could mean. Errors: Invalid, which shows where the digits stand and not what they are.
func CheckText(text string, place plain.Place) error {
	if err := checkForm(text); err != nil {
		return err
	}
	for i, m := range plain.FindBSN(text, place) {
		if m.Strength == plain.Refused {
			return fault.New(fault.Invalid, "bsn", "where", plain.Around(text, place, i))
		}
	}
	return nil
}

func checkForm(text string) error {
	if len(text) > journal.MaxText {
		return fault.New(fault.Invalid, "text-long", "bytes", len(text), "limit", journal.MaxText)
	}
	if !utf8.ValidString(text) {
		return fault.New(fault.Invalid, "text-form")
	}
	return nil
}

// Stands says what stands there already, of which what is written next is another version: it is let through as it is, and its
// numbers are not asked about again.
func (d *Doing) Stands(texts ...string) { d.stands = append(d.stands, texts...) }

// CheckNew is CheckText for a text that is about to be written. A number that is asked about and that neither stands there already
// nor is vouched for is refused as well. Errors: Invalid.
func (d *Doing) CheckNew(text string, place plain.Place) error {
	if slices.Contains(d.stands, text) {
		return nil
	}
	if err := checkForm(text); err != nil {
		return err
	}
	for i, m := range plain.FindBSN(text, place) {
		switch {
		case m.Strength == plain.Refused:
			return fault.New(fault.Invalid, "bsn", "where", plain.Around(text, place, i))
		case d.hadNumber(plain.Digits(text[m.Start:m.End]), place):
		case !d.vouches:
			return fault.New(fault.Invalid, "bsn-asked", "where", plain.Around(text, place, i))
		default:
			d.vouched = true
		}
	}
	return nil
}

// hadNumber tells whether a number that is asked about stands there already.
func (d *Doing) hadNumber(digits string, place plain.Place) bool {
	for _, was := range d.stands {
		for _, m := range plain.FindBSN(was, place) {
			if plain.Digits(was[m.Start:m.End]) == digits {
				return true
			}
		}
	}
	return false
}

// checkValue is CheckNew for every text of a field, where another value stood: what stood there blocks no edit of another field.
func (d *Doing) checkValue(kind journal.Kind, f journal.FieldValue, was journal.Value) error {
	place, before := PlaceOf(d.Kinds(), kind, f.Field), len(d.stands)
	d.Stands(was.Text())
	for _, e := range was.List() {
		d.Stands(e.Text())
	}
	err := d.CheckNew(f.Value.Text(), place)
	for _, e := range f.Value.List() {
		if err == nil {
			err = d.CheckNew(e.Text(), place)
		}
	}
	d.stands = d.stands[:before]
	return err
}

// PlaceOf is what a field says of the numbers in it.
func PlaceOf(kinds *journal.Kinds, kind journal.Kind, f journal.Field) plain.Place {
	switch {
	case kinds.Code(kind, f):
		return plain.InCode
	case kinds.Number(kind, f):
		return plain.InNumber
	}
	return plain.InWords
}

// vouch keeps in the history, where the actor vouched for a number in what was just written, that he did.
func (d *Doing) vouch(kind journal.Kind, id, part journal.ID, steps []step) error {
	if !d.vouched || len(steps) == 0 {
		return nil
	}
	d.vouched = false
	stamps := make([]journal.Stamp, len(steps))
	for i, st := range steps {
		stamps[i] = st.stamp
	}
	_, err := d.add(kind, id, part, journal.ItemVouch, journal.Fields{journal.FieldTarget.Is(journal.Stamps(stamps))})
	return err
}
