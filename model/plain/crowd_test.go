package plain

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// crowdOf is some residents of a neighbourhood, and some who work and learn there.
func crowdOf() *Crowd {
	c := NewCrowd()
	for _, n := range []string{"Jan de Vries", "Fatma Yılmaz", "Mohamed El Amrani", "Anna van den Berg-Smit", "mw. Bakker", "Wim van Dijk", "Sean O'Brien",
		"Roos de Wit", "Xantippe", "J.P. Mulder", "Fatma Y.", "Şerban, Ştefan", "Mark Klein", "Ali Elouardi", "Emine Kaya", "Bo", "", "Jan Willem Groen", "王 小明"} {
		c.AddName(n)
	}
	for _, n := range []string{"Joke de Vries", "Jan Willem de Vries", "Fatma Kaya", "Emine Yılmaz", "Sanne Bakker", "Emine Kaya"} {
		c.AddOfHouse(n)
	}
	for _, p := range []string{"06-12345678", "070 345 67 89 (dochter: 06 98765432)", "geen", "112", "+32 470 12 34 56", "0800-1234567"} {
		c.AddPhone(p)
	}
	c.AddMail(" Fatma.Y@Voorbeeld.nl ")
	c.AddMail("geen")
	for _, s := range []string{"Hoefkade 123 B", "Laan van Meerdervoort 12", "1e Van der Straat 5", "Pluvierstraat 40", "Weg 3", "zonder nummer"} {
		c.AddStreet(s)
	}
	return c
}

// found is what is found in a text, with a bar between.
func found(c *Crowd, text string) string {
	var parts []string
	for _, s := range c.Find(text) {
		parts = append(parts, text[s.Start:s.End])
	}
	return strings.Join(parts, "|")
}

func TestCrowd(t *testing.T) {
	c := crowdOf()
	for _, x := range []struct{ text, want string }{
		// full names
		{"Gebeld met Jan de Vries over de huur", "Jan de Vries"},
		{"gebeld met JAN DE VRIES", "JAN DE VRIES"},
		{"gebeld met jan de vries", "jan de vries"},
		{"gebeld met jan vries", ""}, // in small letters only as it is known
		{"Jan Vries belt", "Jan Vries"},
		{"Vries, Jan de", "Vries, Jan"},
		{"de Vries Jan", "de Vries Jan"},
		{"Ján  de\nVríes", "Ján  de\nVríes"},
		{"Jan\u200b de Vri\u00ades", "Jan\u200b de Vri\u00ades"},
		{"Jan P. de Vries", "Jan P. de Vries"},
		{"Jan DeVries", "Jan DeVries"},
		{"fatma yilmaz", "fatma yilmaz"},
		{"yilmaz fatma", "yilmaz fatma"},
		{"FATMA YILMAZ", "FATMA YILMAZ"},
		{"Fatma Nur Yılmaz", "Fatma Nur Yılmaz"},
		{"fatmayilmaz", "fatmayilmaz"},
		{"Fatma Yilmaz's zoon", "Fatma Yilmaz's"},
		{"de dochter van Fatma Yilmaz.", "Fatma Yilmaz"},
		{"Mohamed El-Amrani", "Mohamed El-Amrani"},
		{"mohamed elamrani", "mohamed elamrani"},
		{"Moh. Amrani", "Moh. Amrani"},
		{"Ali El Ouardi", "Ali El Ouardi"},
		{"Anna v.d. Berg-Smit", "Anna v.d. Berg-Smit"},
		{"Anna v/d Berg Smit", "Anna v/d Berg Smit"},
		{"Anna van den Berg", "Anna van den Berg"},
		{"Anna Smit", "Anna Smit"},
		{"Wim van Dyk", "Wim van Dyk"},
		{"WIM VAN DIJK", "WIM VAN DIJK"},
		{"Sean OBrien of Sean O’Brien", "Sean OBrien|Sean O’Brien"},
		{"stefan serban", "stefan serban"},
		{"王 小明", "王 小明"},
		// initials, titles
		{"J. de Vries komt", "J. de Vries"},
		{"J.P. de Vries komt", "J.P. de Vries"},
		{"de Vries, J. komt", "de Vries, J"},
		{"F.Yilmaz", "F.Yilmaz"},
		{"P. de Vries komt", ""},
		{"M. el Amrani", "M. el Amrani"},
		{"J.P. Mulder en P. Mulder", "J.P. Mulder"},
		{"mevrouw Bakker belde", "mevrouw Bakker"},
		{"mw. bakker belde", "mw. bakker"},
		{"meneer El Amrani", "meneer El Amrani"},
		{"de heer v.d. Berg-Smit", "heer v.d. Berg-Smit"},
		{"familie Smit", "familie Smit"},
		{"buurvrouw Yilmaz, bewoner Klein", "buurvrouw Yilmaz|bewoner Klein"},
		{"mevrouw Xantippe, mevrouw Fatma", "mevrouw Xantippe|mevrouw Fatma"},
		{"S. Bakker", "S. Bakker"}, // of mw. Bakker the first name is not known
		// no false alarms
		{"Jan komt morgen, Fatma ook", ""},
		{"Xantippe en Bo", ""},
		{"de bakker bracht brood", ""},
		{"Bakker. Mevrouw kwam later", ""},
		{"buurman klein van stuk", ""},
		{"het was een roos wit en rood", ""},
		{"de mark is klein", ""},
		{"Ik vroeg Jan. De Vries kwam", ""},
		{"Jan in Vries", "Jan in Vries"}, // a place, but written as the name is
		{"Wim bij Yilmaz, Fatma bij Yilmaz", ""},
		{"Jan en Piet de Vries", ""},
		{"Fatma, Emine en Wim", ""},
		// those of the house
		{"Joke de Vries gaf les", ""},
		{"Jan Willem de Vries gaf les", ""},
		{"Emine Yılmaz, Fatma Kaya", ""},
		{"Emine Kaya", "Emine Kaya"}, // a resident has that name too
		{"mevrouw Emine Yılmaz", ""},
		{"Sanne Bakker en mevrouw Bakker", "mevrouw Bakker"},
		// numbers and addresses
		{"bel +31 6 1234 5678", "+31 6 1234 5678"},
		{"0031612345678", "0031612345678"},
		{"06.12.34.56.78", "06.12.34.56.78"},
		{"(06) 12345678", "06) 12345678"},
		{"+31 (0)6 - 12 34 56 78", "+31 (0)6 - 12 34 56 78"},
		{"٠٦١٢٣٤٥٦٧٨", "٦١٢٣٤٥٦٧٨"},
		{"tel 612345678", "612345678"},
		{"070-3456789 of 0698765432", "070-3456789|0698765432"},
		{"0032470123456", "470123456"},
		{"06-12345679, 06 1234 en 5678, 0800-1234567, 112", ""},
		{"mail fatma.y@voorbeeld.NL.", "fatma.y@voorbeeld.NL"},
		{"fatma@voorbeeld.nl", ""},
		{"Hoefkade 123", "Hoefkade 123"},
		{"op de hoefkade nr. 123b", "hoefkade nr. 123b"},
		{"Hoefkade 12, Hoefkade", ""},
		{"laan v. Meerdervoort 12", "Meerdervoort 12"},
		{"1e van der Straat 5, de straat 5", "1e van der Straat 5"},
		{"Pluvierstr. 40", "Pluvierstr. 40"},
		{"op weg 3 keer", ""},
		{"", ""},
	} {
		if got := found(c, x.text); got != x.want {
			t.Errorf("%q: %q, wanted %q", x.text, got, x.want)
		}
	}
	if got := found(NewCrowd(), "Jan de Vries, 06-12345678, jan@voorbeeld.nl, Hoefkade 123"); got != "" {
		t.Errorf("nobody is known, and found is %q", got)
	}
}

// TestEverybodyIsFound: whoever is taken in is found by given and family name, by a title, and by a number, wherever that stands.
func TestEverybodyIsFound(t *testing.T) {
	letters := rapid.StringMatching(`[A-Z][a-z]{3,9}`)
	rapid.Check(t, func(t *rapid.T) {
		given, last := letters.Draw(t, "given"), letters.Filter(func(s string) bool { return !isPrefix(sameY(strings.ToLower(s))) && !title(strings.ToLower(s)) }).Draw(t, "family")
		if g := strings.ToLower(given); isPrefix(g) || title(g) || shortPrefix(given) != "" || shortPrefix(last) != "" {
			return
		}
		c := NewCrowd()
		for _, n := range rapid.SliceOf(letters).Draw(t, "others") {
			c.AddName(n + " " + n)
		}
		c.AddName(given + " " + last)
		phone := rapid.StringMatching(`06[1-9][0-9]{7}`).Draw(t, "phone")
		c.AddPhone(phone)
		around := rapid.SampledFrom([]string{"", "zei dat ", "(", "\n", "… "})
		before, after := around.Draw(t, "before"), rapid.SampledFrom([]string{"", ".", ", en", ")"}).Draw(t, "after")
		for _, text := range []string{given + " " + last, strings.ToUpper(given + " " + last), "mevrouw " + last, last + ", " + given, phone, "+31" + phone[1:]} {
			if len(c.Find(before+text+after)) == 0 {
				t.Fatalf("%q is not found", before+text+after)
			}
		}
	})
}

// FuzzCrowd: whatever people are called and write, what is found are parts of the text, in order.
func FuzzCrowd(f *testing.F) {
	f.Add("Jan de Vries", "de Vries, Jan; 06-12345678", "0612345678", "Hoefkade 12")
	f.Add("Ö Ŀŀ ĳ", "ĳĲ Ǆ ’ ' 1' ٠٦", "٠٦١٢٣٤٥٦٧٨", "1e 1")
	f.Fuzz(func(t *testing.T, name, text, phone, street string) {
		c := NewCrowd()
		c.AddName(name)
		c.AddName(text)
		c.AddOfHouse(phone)
		c.AddPhone(phone)
		c.AddMail(name + "@" + street)
		c.AddStreet(street)
		for _, text := range []string{text, name + phone, street, phone, name + "@" + street} {
			last := 0
			for _, s := range c.Find(text) {
				if s.Start < last || s.End <= s.Start || s.End > len(text) {
					t.Fatalf("%q: from %d to %d after %d", text, s.Start, s.End, last)
				}
				last = s.End
			}
		}
	})
}
