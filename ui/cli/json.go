package cli

import (
	"bufio"
	"encoding/json"
	"io"
	"time"

	"leerbalie/model"
)

// writeJSON writes one value, indented, for scripts and for eyes.
func writeJSON(out io.Writer, value any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

// array writes one JSON array element by element, so that a long list needs no memory.
type array struct {
	out *bufio.Writer
	any bool
}

func newArray(out io.Writer) *array { return &array{out: bufio.NewWriter(out)} }

func (a *array) add(value any) error {
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

func (a *array) end() error {
	tail := "\n]\n"
	if !a.any {
		tail = "[]\n"
	}
	_, _ = a.out.WriteString(tail)
	return a.out.Flush()
}

// whoJSON is a person in passing.
type whoJSON struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// idOrNull writes an id, null for none.
func idOrNull(id model.ID) *string {
	if id.IsZero() {
		return nil
	}
	s := id.String()
	return &s
}

// momentOrNull writes a moment in RFC 3339, null for none.
func momentOrNull(t time.Time, loc *time.Location) *string {
	if t.IsZero() {
		return nil
	}
	s := t.In(loc).Format(time.RFC3339)
	return &s
}

// orEmpty makes a missing list an empty one: a script never meets null where it expects a list.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
