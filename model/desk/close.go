package desk

import (
	"strings"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// LogTime writes down minutes that were spent on a request.
type LogTime struct {
	ID      journal.ID
	Minutes int
	Person  journal.ID // zero: who acts
	Nobody  bool       // the minutes are known, but not whose they were: an import
	Day     time.Time  // zero: today
}

// Name is the code of the words for this action.
func (LogTime) Name() string { return "act-time" }

// Do adds the minutes. Errors: NotFound; Invalid for less than one minute, more than a day or a day in the future.
func (a LogTime) Do(d *model.Doing) error {
	if a.Minutes < 1 || a.Minutes > model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", a.Minutes, "limit", model.MaxMinutes)
	}
	if err := model.NotAfter(a.Day, d.Now(), "day"); err != nil {
		return err
	}
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	return a.write(d, r)
}

// write is Do for a request that has been read.
func (a LogTime) write(d *model.Doing, r *Request) error {
	switch {
	case a.Nobody:
		a.Person = journal.ID{}
	case a.Person.IsZero():
		a.Person = d.Actor.ID
	case a.Person != d.Actor.ID:
		if _, err := d.Person(a.Person); err != nil {
			return err
		}
	}
	if a.Day.IsZero() {
		a.Day = d.Now()
	}
	y, m, day := a.Day.Date()
	days := time.Date(y, m, day, 0, 0, 0, 0, time.UTC).Unix() / 86400
	_, err := d.Add(KindRequest, r.ID, r.Site, ItemTime,
		journal.Fields{timePerson.Is(journal.Ref(a.Person)), timeMinutes.Is(journal.Int(int64(a.Minutes))), timeDay.Is(journal.Int(days))})
	return err
}

// The fields of a closing. Numbers are on disk and never reused; FieldTarget is 1.
const (
	closeOutcome journal.Field = 2
	closeTags    journal.Field = 3
	closeAt      journal.Field = 4 // milliseconds since 1970, where it was closed at another moment than it was written
	closeFoundAt journal.Field = 5
)

// Closing is how a request ended.
type Closing struct {
	journal.Mark
	Outcome string
	Tags    []string
	FoundAt string // where the answer was found: a code of FoundPlaces; "" where that was not said
}

// ClosingTable is all that a closing tells.
func ClosingTable() model.Table[Closing] { return closingTable() }

// ClosingField is a row of the table of what a closing tells.
type ClosingField struct {
	model.Field[Closing]
	Listed *RowField // how lists hold it; nil: no list does
}

// ClosingFields is the table of what a closing tells, in the order in which scripts and files have it. It is made once and
// never altered.
func ClosingFields() []ClosingField { return closingFields() }

var closingFields = sync.OnceValue(func() []ClosingField {
	return []ClosingField{
		{Field: model.CodeField(closeOutcome, "outcome", model.Everywhere(model.Outcomes), func(c *Closing) *string { return &c.Outcome }).OrAsWritten(),
			Listed: inRow(func(r *RequestRow) *string { return &r.Outcome })},
		{Field: model.TextsField(closeTags, "tags", func(c *Closing) *[]string { return &c.Tags })},
		{Field: model.CodeField(closeFoundAt, "found-at", model.Everywhere(model.FoundPlaces), func(c *Closing) *string { return &c.FoundAt }),
			Listed: laterInRow(func(r *RequestRow) *string { return &r.FoundAt })},
	}
})

var closingTable = sync.OnceValue(func() (out model.Table[Closing]) {
	for _, f := range ClosingFields() {
		out = append(out, f.Field)
	}
	return out
})

// CloseRequest ends a request.
type CloseRequest struct {
	ID      journal.ID
	Outcome string   // a code of Outcomes, or as it was written elsewhere
	Tags    []string // the site's own result tags
	FoundAt string   // where the answer was found: a code of FoundPlaces, or ""
	Minutes int      // logged for who acts, when above 0
	Note    string   // a memo, when not empty
	At      time.Time
}

// how is what the action tells of how the request ended.
func (a CloseRequest) how() Closing {
	return Closing{Outcome: a.Outcome, Tags: a.Tags, FoundAt: a.FoundAt}
}

// Again is what closes a request in the way in which one was closed.
func (c Closing) Again(id journal.ID) CloseRequest {
	return CloseRequest{ID: id, Outcome: c.Outcome, Tags: c.Tags, FoundAt: c.FoundAt}
}

// Name is the code of the words for this action.
func (CloseRequest) Name() string { return "act-close" }

// Do closes the request, with the minutes and the note in the same transaction. Open tasks and referrals do not block;
// the screen warns of them. Errors: NotFound; Invalid for a missing outcome; Conflict when it is closed.
func (a CloseRequest) Do(d *model.Doing) error {
	if err := model.Required(&a.Outcome, "outcome"); err != nil {
		return err
	}
	if err := model.NotAfter(a.At, d.Now(), "closed"); err != nil {
		return err
	}
	if err := model.CheckText(a.Note, false); err != nil {
		return err
	}
	if a.Minutes < 0 || a.Minutes > model.MaxMinutes {
		return fault.New(fault.Invalid, "minutes", "minutes", a.Minutes, "limit", model.MaxMinutes)
	}
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	if !a.At.IsZero() && a.At.Before(r.Created) {
		return fault.New(fault.Invalid, "closed-before-created", "number", r.Number)
	}
	if a.Minutes > 0 {
		if err := (LogTime{Minutes: a.Minutes, Day: a.At}).write(d, r); err != nil {
			return err
		}
	}
	if strings.TrimSpace(a.Note) != "" {
		if err := (AddMemo{Text: strings.TrimSpace(a.Note), At: a.At}).write(d, r); err != nil {
			return err
		}
	}
	how := a.how()
	fields := append(closingTable().Values(&how), closeAt.Is(journal.Int(journal.Millis(a.At)))).Sorted()
	if _, err = d.Add(KindRequest, r.ID, r.Site, ItemClose, fields); err != nil {
		return err
	}
	return d.Tell(Closed{r, a.Minutes > 0})
}

// Closed is the event that a request has just been closed; Logged tells whether who closed it logged minutes with that.
type Closed struct {
	Request *Request // as it was before
	Logged  bool
}

// ReopenRequest takes a closed request up again, or parts one that was merged into another.
type ReopenRequest struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (ReopenRequest) Name() string { return "act-reopen" }

// Do reopens the request. Errors: NotFound; Conflict when it is not closed.
func (a ReopenRequest) Do(d *model.Doing) error {
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	if r.Status != StatusClosed {
		return fault.New(fault.Conflict, "not-closed", "number", r.Number)
	}
	var stamps []journal.Stamp
	for _, c := range r.Closings {
		stamps = append(stamps, c.Stamp)
	}
	if r.Merged != nil {
		stamps = append(stamps, r.Merged.Stamp)
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemReopen, journal.Fields{journal.FieldTarget.Is(journal.Stamps(stamps))})
	return err
}
