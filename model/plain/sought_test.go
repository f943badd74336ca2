package plain

import "testing"

func TestSought(t *testing.T) {
	alone := func(family string) bool { return family == "yilmaz" || family == "berg smit" || family == "obrien" }
	for _, c := range []struct {
		name, text, where string // "" is nowhere
	}{
		{"Jan de Vries", "Gebeld met Jan de Vries over de huur", "Jan de Vries"},
		{"Jan de Vries", "gebeld met JAN VRIES", "JAN VRIES"},
		{"Jan de Vries", "Vries, Jan de", "Vries, Jan"},
		{"Jan de Vries", "de Vries, J. komt morgen", "Vries, J"},
		{"Jan de Vries", "J. de Vries komt morgen", "J. de Vries"},
		{"Jan de Vries", "J.P. de Vries komt morgen", "J.P. de Vries"},
		{"Jan de Vries", "dhr. De Vries komt morgen", "dhr. De Vries"},
		{"Jan de Vries", "meneer Vries", "meneer Vries"},
		{"Jan de Vries", "Ján  de\nVríes", "Ján  de\nVríes"},
		{"Jan de Vries", "Jan P. de Vries", "Jan P. de Vries"},
		{"Jan de Vries", "Jan\u200b de Vri\u00ades", "Jan\u200b de Vri\u00ades"},
		{"Jan de Vries", "Piet de Vries", ""},
		{"Jan de Vries", "P. de Vries", ""},
		{"Jan de Vries", "de Vries komt", ""}, // others bear that name
		{"Jan de Vries", "Jan komt morgen", ""},
		{"Jan de Vries", "J. de V.", ""},
		{"Jan de Vries", "het vriest, Jan", ""},
		{"mw. de Vries", "Buurvrouw van mevrouw Vries belt", "mevrouw Vries"},
		{"mw. de Vries", "buurvrouw van de Vries", "Vries"},
		{"Fatma Yılmaz", "Yilmaz belt terug", "Yilmaz"},
		{"Fatma Yılmaz", "yilmaz fatma", "yilmaz fatma"},
		{"Fatma Yılmaz", "de yilmazbakkerij", ""},
		{"Anna v.d. Berg-Smit", "mw. van den Berg - Smit", "mw. van den Berg - Smit"},
		{"Anna v.d. Berg-Smit", "Anna v.d. Berg-Smit", "Anna v.d. Berg-Smit"},
		{"Anna v.d. Berg-Smit", "Anna v/d Berg Smit", "Anna v/d Berg Smit"},
		{"Wim van Dijk", "Wim van Dyk", "Wim van Dyk"},
		{"Sean O'Brien", "Sean OBrien of Sean O’Brien", "Sean OBrien"},
		{"Sean OBrien", "meneer O'Brien", "meneer O'Brien"},
		{"Xantippe", "vraag van xantippe", "xantippe"},
		{"Bo", "bo en zo", ""},
		{"Bo", "van Bo", "Bo"},
		{"Fatma Y.", "Fatma belt", "Fatma"},
		{"Ştefan Şerban", "stefan serban", "stefan serban"},
		{"", "niets", ""},
		{"", "", ""},
	} {
		from, to, found := Seek([]string{c.name}, nil, nil, alone).In(c.text)
		if got := c.text[from:to]; found != (c.where != "") || found && got != c.where {
			t.Errorf("%q in %q: %q, %v", c.name, c.text, got, found)
		}
	}
	s := Seek([]string{"Jan de Vries", "Jan Jansen"}, []string{"06-12345678", "geen"}, []string{" Jan@Voorbeeld.nl ", ""}, alone)
	for text, want := range map[string]bool{
		"bel +31 6 1234 5678": true, "0031612345678": true, "06.12.34.56.78": true, "(06) 12345678": true, "06-12345679": false, "06 1234 en 5678": false,
		"mail naar jan@voorbeeld.NL graag": true, "jan at voorbeeld": false, "geen": false, "jan jansen": true, "J. Jansen": true,
	} {
		if _, _, found := s.In(text); found != want {
			t.Errorf("%q: %v", text, found)
		}
	}
}

func FuzzSought(f *testing.F) {
	f.Add("Jan de Vries", "de Vries, Jan", "0612345678")
	f.Fuzz(func(t *testing.T, name, text, phone string) {
		s := Seek([]string{name, text}, []string{phone}, []string{phone + "@" + name}, func(string) bool { return true })
		from, to, found := s.In(text)
		if found && (from < 0 || to > len(text) || from >= to) {
			t.Errorf("%q: from %d to %d of %q", name, from, to, text)
		}
	})
}
