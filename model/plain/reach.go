package plain

import "strings"

// NormalPhone writes a telephone number the international way, +31612345678, so that two ways of writing one number are
// equal. It takes Dutch numbers (06 12345678, 010-1234567), +31 (0)6…, 0031…, 31…, nine digits that begin with 6 (a
// spreadsheet ate the zero) and foreign numbers with + or 00. Dutch service numbers (0800, 0900, 14 0xx, 112) keep
// their national form. false means that it is no telephone number.
func NormalPhone(text string) (string, bool) {
	digits := make([]byte, 0, 20)
	for i, r := range strings.ReplaceAll(strings.TrimSpace(text), "(0)", "") {
		switch {
		case r >= '0' && r <= '9':
			if len(digits) == cap(digits) {
				return "", false
			}
			digits = append(digits, byte(r))
		case r == '+' && i == 0:
			digits = append(digits, "00"...)
		case strings.ContainsRune(" .-/()\u00a0\u202f\u2009\u2010\u2011", r):
		default:
			return "", false
		}
	}
	n := string(digits)
	switch {
	case strings.HasPrefix(n, "0031"):
		return dutchPhone(strings.TrimPrefix(n[4:], "0"))
	case strings.HasPrefix(n, "00"):
		if len(n) < 10 || len(n) > 17 || n[2] == '0' {
			return "", false
		}
		return "+" + n[2:], true
	case (strings.HasPrefix(n, "0800") || strings.HasPrefix(n, "0900")) && (len(n) == 8 || len(n) == 11),
		n == "112", strings.HasPrefix(n, "140") && (len(n) == 5 || len(n) == 6):
		return n, true
	case strings.HasPrefix(n, "0"):
		return dutchPhone(n[1:])
	case strings.HasPrefix(n, "31") && len(n) == 11:
		return dutchPhone(n[2:])
	case strings.HasPrefix(n, "6"):
		return dutchPhone(n)
	}
	return "", false
}

// dutchPhone puts the country code before the nine digits of a Dutch number.
func dutchPhone(digits string) (string, bool) {
	if len(digits) != 9 || digits[0] == '0' {
		return "", false
	}
	return "+31" + digits, true
}

// NormalPostcode writes a Dutch postcode as the post does, four digits, a space and two capitals: 2562 AB. The first
// digit is not 0 and the letters are not SA, SD or SS, which are not given out. false means that it is none.
func NormalPostcode(text string) (string, bool) {
	var code [7]byte
	n := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == ' ' || c == '\t' || c == 0xc2 && i+1 < len(text) && text[i+1] == 0xa0:
			if c == 0xc2 {
				i++
			}
			continue
		case n == 4:
			code[4] = ' '
			n = 5
		}
		if n == len(code) {
			return "", false
		}
		if n > 4 && c-'a' <= 'z'-'a' {
			c -= 'a' - 'A'
		}
		if n < 4 && !digit(c) || n > 4 && c-'A' > 'Z'-'A' {
			return "", false
		}
		code[n] = c
		n++
	}
	if n != len(code) || code[0] == '0' || code[5] == 'S' && strings.IndexByte("ADS", code[6]) >= 0 {
		return "", false
	}
	return string(code[:]), true
}
