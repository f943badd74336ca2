package dialog

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"leerbalie/ui/widget"
)

// Fields are the answers of a dialog by their names: a text, or codes parted by line breaks. A field that is there and
// holds nothing was emptied.
type Fields map[string]string

// TextField is the name of the only field of a Prompt.
const TextField = "text"

// pack writes answers as the text of a draft: a line for each field, its name and its answer parted by a tab. Line breaks
// within an answer stand as carriage returns; an answer holds neither those nor tabs by itself.
func pack(fields Fields) string {
	lines := make([]string, 0, len(fields))
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		lines = append(lines, name+"\t"+strings.ReplaceAll(fields[name], "\n", "\r"))
	}
	return strings.Join(lines, "\n")
}

// unpack reads what pack wrote, and the forms before it, none of which holds a tab in its first line unless it is almost
// this one: a JSON object of names and answers (the desk and the people), a bare text (a Prompt), codes parted by tabs
// (a Sheet), and a last answer that goes on over lines without a tab (a judgement). It gives nil where nothing is left.
func unpack(text string) Fields {
	if first, _, _ := strings.Cut(text, "\n"); !strings.Contains(first, "\t") {
		return unpackOlder(text)
	}
	fields, last := Fields{}, ""
	for _, line := range strings.Split(text, "\n") {
		name, answer, ok := strings.Cut(line, "\t")
		if !ok {
			fields[last] += "\n" + line
			continue
		}
		fields[name], last = strings.NewReplacer("\r", "\n", "\t", "\n").Replace(answer), name
	}
	return fields
}

// unpackOlder reads a draft that is written on no line of its own for each field.
func unpackOlder(text string) Fields {
	fields := Fields{}
	if json.Unmarshal([]byte(text), &fields) == nil && len(fields) > 0 {
		return fields
	}
	if text == "" {
		return nil
	}
	return Fields{TextField: text}
}

// fieldsOf gives what stands in a form.
func fieldsOf(f *widget.Form) Fields {
	fields := make(Fields, len(f.Entries))
	for _, e := range f.Entries {
		if e.Many {
			fields[e.ID] = strings.Join(f.Many(e.ID), "\n")
		} else {
			fields[e.ID] = f.Text(e.ID)
		}
	}
	return fields
}

// refill puts a draft back in a form; answers that a choice does not have any more are left out.
func refill(f *widget.Form, fields Fields) {
	for i := range f.Entries {
		e := &f.Entries[i]
		answer, ok := fields[e.ID]
		if !ok && e.Former != "" {
			answer, ok = fields[e.Former]
		}
		if !ok {
			continue
		}
		if e.Options == nil {
			e.Input.Set(answer)
			continue
		}
		known := slices.DeleteFunc(strings.Split(answer, "\n"), func(v string) bool {
			return !slices.ContainsFunc(e.Options, func(o widget.Option) bool { return o.ID == v })
		})
		if e.Many || len(known) > 0 {
			e.Picked = known
		}
	}
}
