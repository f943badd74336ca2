package desk

import (
	"strings"
	"sync"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// The fields of a closing. Numbers are on disk and never reused; FieldTarget is 1.
const (
	closeOutcome    journal.Field = 2
	closeTags       journal.Field = 3
	closeAt         journal.Field = 4 // milliseconds since 1970, where it was closed at another moment than it was written
	closeWhereFound journal.Field = 5
)

// Closing is how a request ended.
type Closing struct {
	journal.Mark
	Outcome    string
	Tags       []string
	WhereFound string // where the answer was found: a code of FoundPlaces; "" where that was not said
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
		{Field: model.CodeField(closeWhereFound, "where-found", model.Everywhere(model.FoundPlaces), func(c *Closing) *string { return &c.WhereFound }),
			Listed: laterInRow(func(r *RequestRow) *string { return &r.WhereFound })},
	}
})

var closingTable = sync.OnceValue(func() (out model.Table[Closing]) {
	for _, f := range ClosingFields() {
		out = append(out, f.Field)
	}
	return out
})

var numberedClosing = sync.OnceValue(func() model.Numbered[Closing] { return closingTable().Numbered() })

// CloseRequest ends a request.
type CloseRequest struct {
	ID         journal.ID
	Outcome    string   // a code of Outcomes, or as it was written elsewhere
	Tags       []string // the site's own result tags
	WhereFound string   // where the answer was found: a code of FoundPlaces, or ""
	Minutes    int      // logged for each who handles it, or for who acts where nobody does, when above 0
	Spent      []Spent  // the minutes of each, in the place of Minutes; none: as Minutes says
	Note       string   // a memo, when not empty
	At         time.Time
}

// how is what the action tells of how the request ended.
func (a CloseRequest) how() Closing {
	return Closing{Outcome: a.Outcome, Tags: a.Tags, WhereFound: a.WhereFound}
}

// Again is what closes a request in the way in which one was closed.
func (c Closing) Again(id journal.ID) CloseRequest {
	return CloseRequest{ID: id, Outcome: c.Outcome, Tags: c.Tags, WhereFound: c.WhereFound}
}

// Name is the code of the words for this action.
func (CloseRequest) Name() string { return "act-close" }

// Do closes the request, with the minutes and the note in the same transaction. Open tasks and referrals do not block;
// the screen warns of them. Errors: NotFound; Invalid for a missing outcome; Conflict when it is closed.
func (a CloseRequest) Do(d *model.Doing) error {
	if err := model.Required(&a.Outcome, "outcome"); err != nil {
		return err
	}
	if err := d.Happened(a.At, "closed"); err != nil {
		return err
	}
	for _, s := range append([]Spent{{Minutes: a.Minutes}}, a.Spent...) {
		if s.Minutes < 0 || s.Minutes > model.MaxMinutes {
			return fault.New(fault.Invalid, "minutes", "minutes", s.Minutes, "limit", model.MaxMinutes)
		}
	}
	r, err := openRequestFor(d, a.ID)
	if err != nil {
		return err
	}
	if !a.At.IsZero() && a.At.Before(r.Created) {
		return fault.New(fault.Invalid, "closed-before-created", "number", r.Number)
	}
	logged := false
	for _, s := range r.spent(a, d.Actor.ID) {
		if s.Minutes == 0 {
			continue
		}
		if err := (LogTime{Minutes: s.Minutes, Person: s.Person, Day: a.At}).write(d, r); err != nil {
			return err
		}
		logged = true
	}
	if strings.TrimSpace(a.Note) != "" {
		if err := (AddMemo{Text: strings.TrimSpace(a.Note), At: a.At}).write(d, r); err != nil {
			return err
		}
	}
	how := a.how()
	fields := append(numberedClosing().Values(&how), closeAt.Is(journal.Int(journal.Millis(a.At)))).Sorted()
	if _, err = d.Add(KindRequest, r.ID, r.Site, ItemClose, fields); err != nil {
		return err
	}
	return d.Tell(Closed{r, logged})
}

// Closed is the event that a request has just been closed; Logged tells whether minutes were logged with that.
type Closed struct {
	Request *Request // as it was before
	Logged  bool
}

// ReopenRequest takes a closed request up again, or parts one that was merged into another: then it is as it was.
type ReopenRequest struct {
	ID journal.ID
}

// Name is the code of the words for this action.
func (ReopenRequest) Name() string { return "act-reopen" }

// Do reopens the request. Errors: NotFound; Conflict when it is not closed, or was taken away.
func (a ReopenRequest) Do(d *model.Doing) error {
	r, err := RequestFor(d, journal.ID{}, a.ID)
	if err != nil {
		return err
	}
	if r.Archived {
		return fault.New(fault.Conflict, "request-removed", "number", r.Number)
	}
	if len(r.Merges) > 0 {
		return a.part(d, r)
	}
	if r.Status != StatusClosed {
		return fault.New(fault.Conflict, "not-closed", "number", r.Number)
	}
	var stamps []journal.Stamp
	for _, c := range r.Closings {
		stamps = append(stamps, c.Stamp)
	}
	_, err = d.Add(KindRequest, r.ID, r.Site, ItemReopen, journal.Fields{journal.FieldTarget.Is(journal.Stamps(stamps))})
	return err
}

// part takes back whatever merges there are of a request, and says so on those that it was merged into.
func (a ReopenRequest) part(d *model.Doing, r *Request) error {
	on, err := GoesOn(d, r)
	if err != nil {
		return err
	}
	with, err := leadTo(d, r.Site, r.ID)
	if err != nil {
		return err
	}
	var parted []*Request
	for _, id := range append(with, r.ID) {
		o, err := Itself(d, id)
		if err != nil {
			return err
		}
		if o != nil {
			parted = append(parted, o)
		}
	}
	var stamps []journal.Stamp
	for _, m := range r.Merges {
		stamps = append(stamps, m.Stamp)
	}
	if _, err := d.Add(KindRequest, r.ID, r.Site, ItemReopen, journal.Fields{journal.FieldTarget.Is(journal.Stamps(stamps))}); err != nil {
		return err
	}
	if err := letGo(d, r); err != nil {
		return err
	}
	if on == nil || on.ID == r.ID {
		return nil
	}
	return d.Tell(Regrouped{ID: on.ID, Parted: parted})
}
