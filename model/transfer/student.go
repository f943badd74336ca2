package transfer

import (
	"slices"

	"leerbalie/model/fault"
)

// What says what a file holds.
type What string

// What can be brought in.
const (
	Requests What = "" // residents' questions
	Students What = "students"
	// CalendarIn is a calendar of another program.
	CalendarIn What = "calendar"
)

// OneRoster is a file users.csv of OneRoster 1.1 or 1.2 (1EdTech), from which students can be read.
const OneRoster Format = "oneroster"

// StudentFormats are the formats that students can be read from.
func StudentFormats() []Format { return []Format{Auto, CSV, OneRoster} }

// StudentFields are the fields of a student that a column of a file can be mapped to.
func StudentFields() []string {
	return []string{
		"number", "name", "email", "level", "year", "programme", "crebo", "cohort", "school", "site", "group", "languages", "themes",
		"dayparts", "start", "end", "norm_hours", "wishes", "strong", "open", "travel", "waiting_since", "given_name", "infix", "family_name",
		"initials", "route", "company", "guide", "source_id",
	}
}

// Fields are the fields that a column can be mapped to.
func (w What) Fields() []string {
	if w == Students {
		return StudentFields()
	}
	return RequestFields()
}

// Formats are the formats that it can be read from.
func (w What) Formats() []Format {
	if w == Students {
		return StudentFormats()
	}
	return RequestFormats()
}

// check refuses a format or a field that is not one of these.
func (w What) check(format Format, fields map[string]string) error {
	if w != Requests && w != Students {
		return fault.New(fault.Invalid, "import.what", "what", string(w))
	}
	if format != "" && !slices.Contains(w.Formats(), format) {
		return fault.New(fault.Invalid, "import.format", "format", string(format))
	}
	for field := range fields {
		if !slices.Contains(w.Fields(), field) && !IsBSN(field) {
			return fault.New(fault.Invalid, "import.field", "target", field)
		}
	}
	return nil
}
