package output

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"
	"time"

	"leerbalie/model/journal"
)

// JSON writes one value, indented, for scripts and for eyes.
func JSON(out io.Writer, value any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

// Array writes one JSON array element by element, so that a long list needs no memory.
type Array struct {
	out *bufio.Writer
	any bool
}

// NewArray begins an array; End ends it.
func NewArray(out io.Writer) *Array { return &Array{out: bufio.NewWriter(out)} }

// Add writes one element.
func (a *Array) Add(value any) error {
	lead := ",\n  "
	if !a.any {
		lead = "[\n  "
	}
	a.any = true
	body, err := json.Marshal(value)
	if err != nil {
		return err
	}
	_, _ = a.out.WriteString(lead)
	_, err = a.out.Write(body)
	return err
}

// End closes the array and gives the first error there was.
func (a *Array) End() error {
	tail := "\n]\n"
	if !a.any {
		tail = "[]\n"
	}
	_, _ = a.out.WriteString(tail)
	return a.out.Flush()
}

// Who is a person, a group or a site in passing.
type Who struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Named is whoever has an id, with the name to read.
func Named(id journal.ID, name string) Who { return Who{ID: id.String(), Name: name} }

// IDOrNull writes an id, null for none.
func IDOrNull(id journal.ID) *string {
	if id.IsZero() {
		return nil
	}
	s := id.String()
	return &s
}

// MomentOrNull writes a moment in RFC 3339, null for none.
func MomentOrNull(t time.Time, loc *time.Location) *string {
	if t.IsZero() {
		return nil
	}
	s := t.In(loc).Format(time.RFC3339)
	return &s
}

// OrEmpty makes a missing list an empty one: a script never meets null where it expects a list.
func OrEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// DayOrNull writes a calendar day, null for none.
func DayOrNull(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.Format(time.DateOnly)
	return &s
}

// IDs writes ids as text.
func IDs(list []journal.ID) []string {
	out := make([]string, len(list))
	for i, id := range list {
		out[i] = id.String()
	}
	return out
}

// Fraction is a share from 0 to 1 for scripts: four decimals, which are hundredths of a percent.
func Fraction(s float64) json.Number { return json.Number(strconv.FormatFloat(s, 'f', 4, 64)) }
