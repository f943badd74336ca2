package caseframework

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain"
)

// object is a JSON object whose fields are looked at one by one.
type object map[string]json.RawMessage

// text is a field that holds a string, or "".
func (o object) text(name string) string {
	var s string
	if json.Unmarshal(o[name], &s) != nil {
		return ""
	}
	return strings.TrimSpace(s)
}

// take is text, and the field is no longer in the object; one without words stays as it is.
func (o object) take(name string) string {
	s := o.text(name)
	if s != "" {
		delete(o, name)
	}
	return s
}

// number is a field that holds a number, or a text with one.
func (o object) number(name string) (float64, bool) {
	raw := strings.Trim(string(o[name]), `"`)
	n, err := strconv.ParseFloat(raw, 64)
	return n, err == nil
}

// object is a field that holds an object.
func (o object) object(name string) (in object) {
	_ = json.Unmarshal(o[name], &in)
	return in
}

// objects is a field that holds a list of objects; what is none stands as nil in it.
func (o object) objects(name string) (out []object, ok bool) {
	var list []json.RawMessage
	if len(o[name]) > 0 && json.Unmarshal(o[name], &list) != nil {
		return nil, false
	}
	out = make([]object, len(list))
	for i, raw := range list {
		_ = json.Unmarshal(raw, &out[i])
	}
	return out, true
}

func (o object) put(name string, value any) {
	if b, err := encode(value); err == nil {
		o[name] = b
	}
}

// encode writes JSON without the escapes that only browsers need.
func encode(value any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(value)
	return bytes.TrimSpace(b.Bytes()), err
}

// canonical writes JSON with its keys in order and its numbers as they are written, so that what is the same reads the same.
func canonical(raw json.RawMessage) string {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var v any
	if dec.Decode(&v) != nil {
		return string(raw)
	}
	b, err := encode(v)
	if err != nil {
		return string(raw)
	}
	return string(b)
}

// json writes an object in canonical form.
func (o object) json() string { return canonical(o.raw()) }

func (o object) raw() json.RawMessage {
	b, err := encode(o)
	if err != nil {
		return json.RawMessage("{}")
	}
	return b
}

// numbered tells whether a citizen service number stands in a text of what is kept as it is; what names things by design
// (identifiers, addresses, dates) is no text.
func numbered(raw json.RawMessage) bool {
	var v any
	return json.Unmarshal(raw, &v) == nil && numberIn(v)
}

func numberIn(v any) bool {
	switch v := v.(type) {
	case string:
		return !strings.Contains(v, "://") && !strings.HasPrefix(v, "urn:") && plain.Refuses(v, plain.InWords)
	case []any:
		return slices.ContainsFunc(v, numberIn)
	case map[string]any:
		for name, x := range v {
			if low := strings.ToLower(name); !strings.HasSuffix(low, "identifier") && !strings.HasSuffix(low, "id") && !strings.HasSuffix(low, "uri") && numberIn(x) {
				return true
			}
		}
	}
	return false
}

// Idle tells whether all that was kept under a name holds no more than what Write makes up itself.
func Idle(extras []competence.Extra, name string) bool {
	return !slices.ContainsFunc(kept(extras, strings.TrimSuffix(name, "+")), func(text string) bool { return !saysNothing(text) })
}

// saysNothing tells whether an object that was kept, or a list of rubrics, is ours.
func saysNothing(text string) bool {
	var o object
	if json.Unmarshal([]byte(text), &o) != nil {
		var list []object
		return json.Unmarshal([]byte(text), &list) == nil &&
			!slices.ContainsFunc(list, func(o object) bool { return !strings.HasPrefix(o.text("description"), ourselves) })
	}
	if o.text("creator") == ourselves {
		delete(o, "creator")
	}
	if o.text("associationType") == childOf {
		for _, name := range []string{"associationType", "identifier", "originNodeURI", "destinationNodeURI", "sequenceNumber"} {
			delete(o, name)
		}
	}
	if strings.HasPrefix(o.text("uri"), "urn:uuid:") {
		delete(o, "uri")
	}
	delete(o, "lastChangeDateTime")
	return len(o) == 0
}

// ourselves is the creator of a framework that came from nowhere else.
const ourselves = "Leerbalie"

// pieceBytes is how long a piece of what is kept may be: with what writing it down adds it still fits into one value.
const pieceBytes = journal.MaxText / 4

// keep adds a text to what is kept, in pieces where it is long.
func keep(extras []competence.Extra, name, text string) []competence.Extra {
	for len(text) > pieceBytes {
		cut := pieceBytes
		for cut > pieceBytes-4 && text[cut]&0xc0 == 0x80 { // not within a character
			cut--
		}
		extras = append(extras, competence.Extra{Name: name + "+", Text: text[:cut]})
		text = text[cut:]
	}
	return append(extras, competence.Extra{Name: name, Text: text})
}

// keepList adds texts that are JSON to what is kept, as lists of as many as fit into a piece.
func keepList(extras []competence.Extra, name string, texts []string) []competence.Extra {
	for len(texts) > 0 {
		n, size := 1, len(texts[0])
		for n < len(texts) && size+len(texts[n]) < pieceBytes {
			size += len(texts[n]) + 1
			n++
		}
		extras = keep(extras, name, "["+strings.Join(texts[:n], ",")+"]")
		texts = texts[n:]
	}
	return extras
}

// kept is every text under a name, pieces put together.
func kept(extras []competence.Extra, name string) (out []string) {
	begun := ""
	for _, e := range extras {
		switch e.Name {
		case name + "+":
			begun += e.Text
		case name:
			out = append(out, begun+e.Text)
			begun = ""
		}
	}
	return out
}

// keptObject is the first object under a name; an empty one when there is none.
func keptObject(extras []competence.Extra, name string) object {
	o := object{}
	if all := kept(extras, name); len(all) > 0 {
		_ = json.Unmarshal([]byte(all[0]), &o)
	}
	if o == nil {
		o = object{}
	}
	return o
}

// names lists the names of what is kept that begin with a prefix, each once.
func names(extras []competence.Extra, prefix string) (out []string) {
	for _, e := range extras {
		name := strings.TrimSuffix(e.Name, "+")
		if strings.HasPrefix(name, prefix) && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
