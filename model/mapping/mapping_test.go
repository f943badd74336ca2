package mapping

import (
	"maps"
	"testing"

	"leerbalie/model/fault"
)

func made(name, what string, headings []string, fields map[string]string) Mapping {
	return Mapping{Name: name, What: what, Headings: headings, Columns: columns(fields)}
}

// TestWhichFileAMappingFits: in any order and spelling of the headings, with a column more; not without one that it takes, and not a
// file that is mostly of other columns.
func TestWhichFileAMappingFits(t *testing.T) {
	m := made("Oud", Requests, []string{"Datum", "Vraag", "Kleur", "Wie"}, map[string]string{"created_at": "Datum", "summary": "Vraag"})
	for _, c := range []struct {
		headings []string
		n        int
	}{
		{[]string{"Datum", "Vraag", "Kleur", "Wie"}, 4},
		{[]string{"wie", "KLEUR", "vraag ", "datum"}, 4},
		{[]string{"Datum", "Vraag", "Kleur", "Wie", "Nieuw"}, 4},
		{[]string{"Datum", "Vraag", "Wie", ""}, 3},
		{[]string{"Datum", "Kleur", "Wie"}, 0},
		{[]string{"Datum", "Vraag", "a", "b", "c", "d"}, 0},
		{nil, 0},
	} {
		if got := m.Fits(c.headings); got != c.n {
			t.Errorf("of %q it knows %d, want %d", c.headings, got, c.n)
		}
	}
	if (Mapping{}).Fits(nil) != 0 || (Mapping{}).Fits([]string{"a"}) != 0 {
		t.Error("a mapping that says nothing fits")
	}
}

func TestTheBestMapping(t *testing.T) {
	all := []Mapping{
		made("klein", Requests, []string{"Datum", "Vraag"}, map[string]string{"summary": "Vraag"}),
		made("groot", Requests, []string{"Datum", "Vraag", "Wie"}, map[string]string{"summary": "Vraag"}),
		made("klas", Students, []string{"Datum", "Vraag", "Wie"}, map[string]string{"name": "Wie"}),
	}
	for what, want := range map[string]string{Requests: "groot", Students: "klas"} {
		if m, ok := Best(all, what, []string{"Datum", "Vraag", "Wie"}); !ok || m.Name != want {
			t.Errorf("of %s it is %q, %v", what, m.Name, ok)
		}
	}
	if m, ok := Best(all, Requests, []string{"x"}); ok {
		t.Errorf("%q fits", m.Name)
	}
}

func TestNamed(t *testing.T) {
	all := []Mapping{made("Registratie 2026", Requests, nil, nil), made("dubbel", Requests, nil, nil), made("Dubbel", Students, nil, nil)}
	if m, err := Named(all, "registratie  2026"); err != nil || m.Name != "Registratie 2026" {
		t.Errorf("%v %v", m, err)
	}
	if _, err := Named(all, "niets"); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
	if _, err := Named(all, "dubbel"); fault.KindOf(err) != fault.Conflict {
		t.Error(err)
	}
}

// TestAColumnMayHoldAnything: what is kept is read as it was said.
func TestAColumnMayHoldAnything(t *testing.T) {
	said := map[string]string{"summary": "a=b, c", "details": "=", "minutes": "Min. (hele) \t x"}
	if got := made("x", Requests, nil, said).Map(); !maps.Equal(got, said) {
		t.Errorf("%q", got)
	}
}
