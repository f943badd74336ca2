package roster

import (
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
)

// Number reads a student's number as spreadsheets leave it: ="0012", '0012 and 12.0 are what is meant. Errors: Invalid for one that a
// spreadsheet has broken (2,02603E+11): nobody knows its last digits any more.
func Number(text string) (string, error) {
	n := strings.TrimSpace(text)
	if in, ok := strings.CutPrefix(n, `="`); ok {
		n = strings.TrimSuffix(in, `"`)
	}
	n = strings.TrimSpace(strings.TrimPrefix(n, "'"))
	for _, sign := range []string{".", ","} {
		if whole, part, ok := strings.Cut(n, sign); ok && digits(whole) && part != "" && strings.Trim(part, "0") == "" {
			n = whole
		}
	}
	mantissa, power, ok := strings.Cut(strings.ToLower(n), "e")
	power = strings.TrimPrefix(power, "+")
	whole, part, point := strings.Cut(strings.ReplaceAll(mantissa, ",", "."), ".")
	if ok && len(whole) == 1 && digits(whole) && digits(power) && len(power) <= 2 && (point && digits(part) || !point && strings.ContainsRune(n, '+')) {
		return "", fault.New(fault.Invalid, "import.number-broken", "text", text)
	}
	return n, nil
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// NumberKey is a number as it is compared: whatever its case, and without the zeros in front, which spreadsheets eat.
func NumberKey(number string) string {
	n := plain.Code(number)
	if digits(n) {
		if short := strings.TrimLeft(n, "0"); short != "" {
			return short
		}
	}
	return n
}
