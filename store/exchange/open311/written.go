package open311

import (
	"bytes"
	"encoding/json"
	"strings"

	"leerbalie/model/fault"
)

// written is a service request as files have it. Names are those of GeoReport v2, of the Bulk format where it differs,
// and of cities that add to them.
type written struct {
	ID                text     `json:"service_request_id" xml:"service_request_id"`
	Status            text     `json:"status" xml:"status"`
	StatusDescription text     `json:"status_description" xml:"status_description"`
	StatusNotes       text     `json:"status_notes" xml:"status_notes"`
	Service           text     `json:"service_name" xml:"service_name"`
	Code              text     `json:"service_code" xml:"service_code"`
	Subtype           text     `json:"service_subtype" xml:"service_subtype"`
	Description       text     `json:"description" xml:"description"`
	Agency            text     `json:"agency_responsible" xml:"agency_responsible"`
	Requested         text     `json:"requested_datetime" xml:"requested_datetime"`
	RequestedDate     text     `json:"requested_date" xml:"requested_date"`
	Updated           text     `json:"updated_datetime" xml:"updated_datetime"`
	UpdatedDate       text     `json:"updated_date" xml:"updated_date"`
	ClosedDate        text     `json:"closed_date" xml:"closed_date"`
	ClosedTime        text     `json:"closed_datetime" xml:"closed_datetime"`
	Address           text     `json:"address" xml:"address"`
	Source            text     `json:"source" xml:"source"`
	Channel           text     `json:"channel" xml:"channel"`
	Extended          extended `json:"extended_attributes" xml:"extended_attributes"`
	Notes             []note   `json:"notes" xml:"notes>note"`
	present
}

// present are the fields that a request here has no place for. They are left out, and said.
type present struct {
	Notice    there `json:"service_notice" xml:"service_notice"`
	Expected  there `json:"expected_datetime" xml:"expected_datetime"`
	AddressID there `json:"address_id" xml:"address_id"`
	Zip       there `json:"zipcode" xml:"zipcode"`
	Lat       there `json:"lat" xml:"lat"`
	Long      there `json:"long" xml:"long"`
	Media     there `json:"media_url" xml:"media_url"`
	Attribute there `json:"attributes" xml:"attributes"`
}

// names gives the fields that hold something, in a fixed order.
func (p *present) names(to map[string]bool) {
	for _, f := range []struct {
		name string
		is   there
	}{
		{"service_notice", p.Notice}, {"expected_datetime", p.Expected}, {"address_id", p.AddressID},
		{"zipcode", p.Zip}, {"lat", p.Lat}, {"long", p.Long}, {"media_url", p.Media}, {"attributes", p.Attribute},
	} {
		if f.is {
			to[f.name] = true
		}
	}
}

type note struct {
	At          text `json:"datetime" xml:"datetime"`
	Type        text `json:"type" xml:"type"`
	Summary     text `json:"summary" xml:"summary"`
	Description text `json:"description" xml:"description"`
}

// extended is Chicago's addition; servers written in PHP send an empty list for an empty object.
type extended struct {
	Channel text `json:"channel" xml:"channel"`
}

// UnmarshalJSON takes an object, and nothing from null or an empty list.
func (e *extended) UnmarshalJSON(b []byte) error {
	if len(b) == 0 || b[0] != '{' {
		if string(b) == "null" || string(b) == "[]" {
			return nil
		}
		return fault.New(fault.Invalid, "open311.type", "text", cut(b))
	}
	type plain extended
	return json.Unmarshal(b, (*plain)(e))
}

// text is a string, or a number that some servers write instead; null is empty.
type text string

// UnmarshalJSON refuses what is neither a string nor a number.
func (t *text) UnmarshalJSON(b []byte) error {
	switch {
	case len(b) > 0 && b[0] == '"':
		return json.Unmarshal(b, (*string)(t))
	case len(b) > 0 && (b[0] == '-' || b[0] >= '0' && b[0] <= '9'):
		*t = text(b)
		return nil
	case string(b) == "null":
		return nil
	}
	return fault.New(fault.Invalid, "open311.type", "text", cut(b))
}

// clean takes spaces away and makes line endings one kind.
func (t text) clean() string {
	s := strings.TrimSpace(string(t))
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

// there notes that a field holds something, without keeping it.
type there bool

// UnmarshalJSON notes anything but null and what is empty.
func (t *there) UnmarshalJSON(b []byte) error {
	switch string(b) {
	case "null", `""`, "[]", "{}":
	default:
		*t = true
	}
	return nil
}

// UnmarshalText notes any text.
func (t *there) UnmarshalText(b []byte) error {
	*t = len(bytes.TrimSpace(b)) > 0
	return nil
}

func cut(b []byte) string {
	const most = 40
	if len(b) > most {
		return strings.ToValidUTF8(string(b[:most]), "") + "…"
	}
	return string(b)
}
