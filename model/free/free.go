// Package free is the days on which nobody is expected: public days, which a rule gives, and holidays of schools and of the place itself, which
// a coordinator adds or brings in from a calendar. Everybody reads them. Which school holidays there are differs by region and by school, and no
// list of them comes along.
package free

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// KindFree is the kind of free days. Its number is on disk and never reused.
const KindFree journal.Kind = 31

// The fields of free days. Numbers are on disk and never reused.
const (
	FreeName journal.Field = 1
	FreeFrom journal.Field = 2 // days since 1970, as for the last
	FreeTo   journal.Field = 3
	FreeUID  journal.Field = 4
)

// Stretch is free days one after the other: public days by their code, holidays by their name.
type Stretch struct {
	ID       journal.ID // zero for a public day
	Code     string     // of a public day; see Codes
	Name     string     // of what was added
	From, To time.Time  // UTC midnight, both included
	UID      string     // by which the calendar that it came from knows it; "" for what was added by hand
	Archived bool
	ReadOnly bool
	seen     *journal.Record
}

// Public tells whether a rule gives it.
func (s Stretch) Public() bool { return s.Code != "" }

// Has tells whether a day is one of them.
func (s Stretch) Has(day time.Time) bool { return !day.Before(s.From) && !day.After(s.To) }

var table = sync.OnceValue(func() model.Table[Stretch] {
	return model.Table[Stretch]{
		model.TextField(FreeName, "name", func(s *Stretch) *string { return &s.Name }),
		model.DayField(FreeFrom, "from", func(s *Stretch) *time.Time { return &s.From }),
		model.DayField(FreeTo, "to", func(s *Stretch) *time.Time { return &s.To }),
		model.TextField(FreeUID, "uid", func(s *Stretch) *string { return &s.UID }).Numeral(),
	}
})

var numbered = sync.OnceValue(func() model.Numbered[Stretch] { return table().Numbered() })

// Table is every field of free days.
func Table() model.Table[Stretch] { return table() }

// Scope is where free days are kept: everybody reads them.
func Scope() journal.Scope {
	return journal.Scope{Class: journal.Community, Part: journal.Organisation()}
}

// Kinds are the rows of this kind. Whoever may write the class community writes them: coordinators.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindFree, Name: "free_days", Class: journal.Community, Fields: numbered().Name, Filled: model.FilledNames(FilledIn(KindFree)), Numbers: table().In(plain.InNumber)}}
}

// FilledIn are the fields that people fill in of this kind.
func FilledIn(k journal.Kind) (out []model.Filled) {
	if k != KindFree {
		return nil
	}
	for _, f := range table().Filled() {
		if f.On != FreeUID {
			out = append(out, f)
		}
	}
	return out
}

// Of reads free days from their record.
func Of(rec *journal.Record) Stretch {
	s := Stretch{ID: rec.ID, Archived: rec.Archived() || rec.Erased, ReadOnly: rec.MinReader > journal.SchemaVersion, seen: rec}
	numbered().Read(&s, rec)
	return s
}

// Days are the free days of a period, by day.
type Days []Stretch

// On is why a day is free: what was added before what a rule gives, since that is the longer one; ok is false for a day that is not.
func (all Days) On(day time.Time) (s Stretch, ok bool) {
	for _, s := range all {
		if s.Has(day) && !s.Public() {
			return s, true
		}
	}
	for _, s := range all {
		if s.Has(day) {
			return s, true
		}
	}
	return s, false
}

// In are the free days from one day up to another, both included: those that a rule gives and those that were added.
func In(tx model.Tx, from, to time.Time) (out Days, err error) {
	for year := from.Year(); year <= to.Year(); year++ {
		out = append(out, publicDays(year)...)
	}
	err = tx.Each(KindFree, func(rec *journal.Record) error {
		if s := Of(rec); !s.Archived {
			out = append(out, s)
		}
		return nil
	})
	out = slices.DeleteFunc(out, func(s Stretch) bool { return s.To.Before(from) || s.From.After(to) })
	slices.SortStableFunc(out, func(a, b Stretch) int {
		return cmp.Or(a.From.Compare(b.From), b.To.Compare(a.To), cmp.Compare(a.Name, b.Name), strings.Compare(a.ID.String(), b.ID.String()))
	})
	return out, err
}

// mostDays is how long free days can be at most: two years is a slip of the finger.
const mostDays = 366

// check refuses free days that cannot be.
func (s *Stretch) check(d *model.Doing) error {
	s.Name = strings.Join(strings.Fields(s.Name), " ")
	if err := model.Required(&s.Name, "name"); err != nil {
		return err
	}
	if s.From.IsZero() {
		return fault.New(fault.Invalid, "missing", "field", "from")
	}
	if s.To.IsZero() {
		s.To = s.From
	}
	for field, day := range map[string]time.Time{"from": s.From, "to": s.To} {
		if err := d.Planned(day, field); err != nil {
			return err
		}
	}
	if s.To.Before(s.From) || s.To.Sub(s.From) > mostDays*24*time.Hour {
		return fault.New(fault.Invalid, "free-until", "from", s.From.Format(time.DateOnly), "to", s.To.Format(time.DateOnly), "days", mostDays)
	}
	return nil
}
