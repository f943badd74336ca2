package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// says is what the words before a number say that it is.
type says uint8

const (
	saysNothing says = iota
	saysOther        // a telephone number, an amount, a day, a number of the KvK or of a school
	saysBSN
)

// wordsBefore is how many words before a number can say what it is.
const wordsBefore = 4

// said is what the words right before a place say: the nearest that says something, up to another number.
func (c chain) said(at int) says {
	text := c.text[max(0, at-80):at]
	var word [24]byte
	nearer, spelled := "", 0 // the word looked at before, and how much of B.S.N. from its end
	for words := 0; text != "" && words < wordsBefore; {
		r, size := utf8.DecodeLastRuneInString(text)
		switch {
		case unicode.Is(unicode.Sc, r):
			return saysOther
		case !unicode.IsLetter(r):
			if _, ok := digitOf(r); ok {
				return saysNothing
			}
			text = text[:len(text)-size]
			continue
		}
		n := len(word)
		for text != "" {
			r, size = utf8.DecodeLastRuneInString(text)
			if !unicode.IsLetter(r) && !unseen(r) {
				break
			}
			text = text[:len(text)-size]
			if n == 0 || unseen(r) {
				continue
			}
			n--
			if word[n] = '?'; unicode.ToLower(r) < utf8.RuneSelf {
				word[n] = byte(unicode.ToLower(r))
			}
		}
		w := string(word[n:])
		if s := saysWord(w, nearer); s != saysNothing {
			return s
		}
		words++
		nearer = w
		if len(w) == 1 && spelled < 3 && w[0] == "nsb"[spelled] {
			if spelled++; spelled == 3 {
				return saysBSN
			}
			words = 0
		}
	}
	return saysNothing
}

// saysWord is what a word in small letters says of the number behind it; nearer is the word between, "" for none.
func saysWord(w, nearer string) says {
	switch w {
	case "bsn", "sofi", "burgerservice", "citizen", "persoonsnummer", "persoonsnr":
		return saysBSN
	case "tel", "telnr", "bel", "gsm", "app", "toestel", "eur", "euro", "saldo", "date", "datum", "geb", "geboren", "born", "coc", "kvknr", "call":
		return saysOther
	case "student", "leerling", "ov", "pupil":
		if strings.HasPrefix(nearer, "n") || strings.HasPrefix(nearer, "id") || strings.HasPrefix(nearer, "chip") {
			return saysOther
		}
	}
	for _, part := range [...]string{"bsn", "sofin", "burgerservicen"} {
		if strings.HasPrefix(w, part) || strings.HasSuffix(w, "bsn") {
			return saysBSN
		}
	}
	for _, begin := range [...]string{
		"telef", "mobiel", "mobile", "phone", "whatsapp", "fax", "bellen", "bereikbaar", "bedrag", "amount", "kvk", "rsin", "handelsreg",
		"studentn", "studentid", "leerlingn", "ovchip", "chipkaart", "geboorted",
	} {
		if strings.HasPrefix(w, begin) {
			return saysOther
		}
	}
	for _, end := range [...]string{"phone", "telefoon", "bedrag", "datum", "mobiel"} {
		if strings.HasSuffix(w, end) {
			return saysOther
		}
	}
	return saysNothing
}
