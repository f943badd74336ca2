// Package column is the columns of the lists of the desk: which there are, how wide each is, what the rows are sorted by, and the
// dialog in which a person chooses them.
package column

import (
	"slices"

	"leerbalie/model/desk"
)

// The columns, by the names under which layouts are kept.
const (
	Number     = "number"
	Wait       = "wait"
	Urgency    = "urgency"
	Summary    = "summary"
	Status     = "status"
	Theme      = "theme"
	LifeDomain = "life-domain"
	Channel    = "channel"
	Language   = "language"
	Resident   = "resident"
	When       = "when" // something has to be done
	Created    = "created"
	Closed     = "closed"
	Outcome    = "outcome"
	Minutes    = "minutes"
	Who        = "who"
)

// All are the columns that there are, in the order in which they are offered.
func All() []string {
	return []string{Number, Wait, Urgency, Summary, Status, Theme, LifeDomain, Channel, Language, Resident, When, Created, Closed, Outcome, Minutes, Who}
}

// Layout is what somebody chose for a list: the columns in their order, and what the rows are sorted by. The zero value is the list
// as it comes.
type Layout struct {
	Columns []string `json:"columns,omitempty"` // none: those of the list
	Sort    string   `json:"sort,omitempty"`    // a column; "": the list's own order
	Back    bool     `json:"back,omitempty"`    // the other way round than a column is sorted at first
}

// IsZero tells whether nothing was chosen.
func (l Layout) IsZero() bool { return len(l.Columns) == 0 && l.Sort == "" && !l.Back }

// Shown are the columns that show: those that were chosen, or else those of a list. What a later program may have kept is left out.
func (l Layout) Shown(list desk.QueueView) []string {
	var out []string
	for _, name := range l.Columns {
		if slices.Contains(All(), name) && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	switch {
	case len(out) == 0:
		return Standard(list)
	case !slices.Contains(out, Summary): // of before a layout told of all columns
		before := slices.DeleteFunc(front(list), func(name string) bool { return slices.Contains(out, name) })
		return append(before, out...)
	}
	return out
}

// Standard are the columns of a list of which nobody chose any.
func Standard(list desk.QueueView) []string { return append(front(list), Theme, Who) }

// front are the columns up to the question.
func front(list desk.QueueView) []string {
	switch list {
	case desk.ViewClosed:
		return []string{Number, Closed, Outcome, Summary}
	case desk.ViewDue:
		return []string{Number, When, Urgency, Summary}
	}
	return []string{Number, Wait, Urgency, Summary}
}

// Falling tells whether a column is sorted from high to low at first: what is newest, longest or most stands first.
func Falling(name string) bool {
	return name == Urgency || name == Wait || name == Created || name == Closed || name == Minutes
}

// Rising tells whether the values of the sort's column go up from row to row.
func (l Layout) Rising() bool { return Falling(l.Sort) == l.Back }
