package transfer

import (
	"bytes"
	"encoding/json"
	"strings"
)

// Member is a value of a JSON object under its name.
type Member struct {
	Name  string
	Value any
}

// Object is a JSON object whose members stand in the order in which they were added. The names are a promise to scripts.
type Object []Member

// MarshalJSON writes the object.
func (o Object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := enc.Encode(m.Name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(m.Value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Key is the name that scripts and files have for a field: age_band for age-band.
func Key(name string) string { return strings.ReplaceAll(name, "-", "_") }
