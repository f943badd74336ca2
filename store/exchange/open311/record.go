package open311

import (
	"strings"
	"time"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/store/exchange/tabular"
)

// Record is one service request, whatever it was written in.
type Record struct {
	Row       int // its number in the file
	SourceID  string
	CreatedAt time.Time
	UpdatedAt time.Time // zero when the file does not say
	ClosedAt  time.Time // zero while it is open
	Closed    bool
	Guessed   bool   // ClosedAt is when it was last changed, or when it came in: the file does not say when it was closed
	Wordless  bool   // it has no description, as what is published here
	Summary   string // the first line of the description, or else the name of the service
	Details   string // the rest of the description, then the address and who is responsible, a line each
	Channel   string // as it is written there
	Theme     string // the name of the service, or else its code
	Status    string // as it is written there
	Outcome   string // the notes on the status
	Notes     []Note // what happened between opening and closing, oldest first
}

// Note is one event in the life of a request.
type Note struct {
	At   time.Time
	Text string
}

// Limits of one record: a city's longest is some kilobytes.
const (
	MaxRecord  = 1 << 20 // bytes
	maxNotes   = 1000
	maxSummary = 200 // characters
)

// shape makes a Record of what a file holds. Times without an offset are local in loc.
func (w *written) shape(row int, loc *time.Location, statuses model.Finder) (Record, error) {
	r := Record{
		Row: row, SourceID: w.ID.clean(), Channel: w.Extended.Channel.clean(), Theme: firstOf(w.Service, w.Code),
		Status: firstOf(w.Status, w.StatusDescription), Outcome: w.StatusNotes.clean(),
	}
	if r.Channel == "" {
		r.Channel = firstOf(w.Source, w.Channel)
	}
	if r.SourceID == "" {
		return r, fault.New(fault.Invalid, "open311.noid")
	}
	var err error
	if r.CreatedAt, err = moment(loc, w.Requested, w.RequestedDate); err != nil {
		return r, err
	}
	if r.CreatedAt.IsZero() {
		return r, fault.New(fault.Invalid, "open311.nodate")
	}
	if r.UpdatedAt, err = moment(loc, w.Updated, w.UpdatedDate); err != nil {
		return r, err
	}
	if r.ClosedAt, err = moment(loc, w.ClosedDate, w.ClosedTime); err != nil {
		return r, err
	}
	if err := w.life(&r, loc); err != nil {
		return r, err
	}
	if code, ok := statuses.Find(r.Status); ok {
		r.Closed = code.Code == string(desk.StatusClosed)
	} else {
		r.Closed = !r.ClosedAt.IsZero()
	}
	switch {
	case !r.Closed:
		r.ClosedAt = time.Time{} // a request that was opened again
	case r.ClosedAt.IsZero() && !r.UpdatedAt.IsZero():
		r.ClosedAt, r.Guessed = r.UpdatedAt, true // so GeoReport defines it
	case r.ClosedAt.IsZero():
		r.ClosedAt, r.Guessed = r.CreatedAt, true
	}
	w.text(&r)
	return r, nil
}

// life takes the notes: the moment of closing, and the events in between.
func (w *written) life(r *Record, loc *time.Location) error {
	if len(w.Notes) > maxNotes {
		return fault.New(fault.Invalid, "open311.notes", "max", maxNotes)
	}
	for _, n := range w.Notes {
		at, err := moment(loc, n.At, "")
		if err != nil {
			return err
		}
		switch n.Type.clean() {
		case "opened", "submitted":
			continue
		case "closed":
			if r.ClosedAt.IsZero() {
				r.ClosedAt = at
			}
			continue
		}
		text := n.Summary.clean()
		if more := n.Description.clean(); more != "" && more != text {
			if text != "" {
				text += ": "
			}
			text += more
		}
		if text != "" {
			r.Notes = append(r.Notes, Note{At: at, Text: text})
		}
	}
	return nil
}

// text divides the words of a request over summary and details.
func (w *written) text(r *Record) {
	description := w.Description.clean()
	r.Wordless = description == ""
	r.Summary, _, _ = strings.Cut(description, "\n")
	r.Summary = strings.TrimSpace(r.Summary)
	if r.Summary == "" {
		r.Summary = r.Theme
	}
	if cut := shorten(r.Summary); cut != r.Summary || strings.Contains(description, "\n") {
		r.Summary = cut
	} else {
		description = "" // the summary says it all
	}
	var lines []string
	for _, line := range []string{description, w.Subtype.clean(), w.Address.clean(), w.Agency.clean()} {
		if line != "" {
			lines = append(lines, line)
		}
	}
	r.Details = strings.Join(lines, "\n")
}

func shorten(s string) string {
	if utf8.RuneCountInString(s) <= maxSummary {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:maxSummary-1])) + "…"
}

// moment reads the first of two values that is there.
func moment(loc *time.Location, a, b text) (time.Time, error) {
	s := firstOf(a, b)
	if s == "" {
		return time.Time{}, nil
	}
	return tabular.Moment(s, loc)
}

func firstOf(a, b text) string {
	if s := a.clean(); s != "" {
		return s
	}
	return b.clean()
}
