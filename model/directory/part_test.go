package directory

import (
	"reflect"
	"testing"
	"time"
)

// TestPartsComeBack: what is kept of a part as one text is read as it was, but for tabs and line ends.
func TestPartsComeBack(t *testing.T) {
	day := time.Date(2026, 12, 25, 0, 0, 0, 0, time.UTC)
	was := Service{Entry: Entry{
		Phones:   []Phone{{Number: "020-1234567"}, {Number: "14 020", Extension: "3", Type: "voice", Department: "Balie", Languages: []string{"nl", "tr"}, Source: "p1"}},
		Contacts: []Contact{{Name: "Ann", Title: "Chef", Department: "Balie", Email: "ann@example.org", Phone: "06 12345678", Source: "c1"}, {Source: "c2"}},
	},
		Schedules: []Schedule{{Days: Weekdays(0).On(time.Monday).On(time.Sunday), Opens: 9 * 60, Closes: 17*60 + 30, Note: "bel aan"},
			{ValidFrom: day, ValidTo: day.AddDate(0, 0, 1), Closed: true, Source: "s"}, {Opens: 0, Closes: 1440, Rule: "FREQ=MONTHLY;BYMONTHDAY=2"}},
		Capacities: []Capacity{{}, {Available: -1, Maximum: 12}, {Available: 3, Maximum: 4, Unit: "plekken", On: day, Note: "na 1 januari", Source: "mail"}},
	}
	var is Service
	for _, row := range serviceTable() {
		row.Put(&is, row.Get(&was))
	}
	if !reflect.DeepEqual(is, was) {
		t.Errorf("%+v\nis not\n%+v", is, was)
	}
	was.Phones = []Phone{{Number: "1\t2", Department: "a\r\nb"}}
	row := serviceTable().Row("phones")
	row.Put(&is, row.Get(&was))
	if p := is.Phones[0]; p.Number != "1 2" || p.Department != "a b" {
		t.Errorf("%+v", p)
	}
}

func TestWeekdays(t *testing.T) {
	for text, want := range map[string]string{"": "", "SU,MO": "MO,SU", "mo, tu": "MO,TU", "TH,FR": "TH,FR"} {
		if w, ok := ParseWeekdays(text); !ok || w.String() != want {
			t.Errorf("%q: %q %v", text, w, ok)
		}
	}
	for _, text := range []string{"2MO", "MO,,TU", "maandag"} {
		if w, ok := ParseWeekdays(text); ok || w != 0 {
			t.Errorf("%q: %q %v", text, w, ok)
		}
	}
}
