package value

import (
	"strconv"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/plain"
)

// Cents is an amount in hundredths of a euro. No amount is ever a floating-point number.
type Cents int64

// mostCents is the most that one unit can be worth: a million euros.
const mostCents Cents = 100_000_000

// The units that the store counts by itself.
const (
	Hour    = "hour"
	Request = "request"
	Visit   = "visit"
)

var units = []string{Hour, Request, Visit}

// called are other words for them, folded.
var called = map[string]string{
	"uur": Hour, "uren": Hour, "hours": Hour, "hulpvraag": Request, "hulpvragen": Request, "vraag": Request, "requests": Request,
	"bezoek": Visit, "bezoeken": Visit, "visits": Visit,
}

// UnitOf is a unit as somebody wrote it: one that the store counts, in either language, or a word of one's own.
func UnitOf(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	folded := plain.FoldText(text)
	for _, u := range units {
		if folded == u {
			return u
		}
	}
	if u, ok := called[folded]; ok {
		return u
	}
	return text
}

// Key is what the ways of spelling a unit have in common.
func Key(unit string) string { return plain.FoldText(UnitOf(unit)) }

// Same tells whether two units are one, however they were spelled.
func Same(a, b string) bool { return Key(a) == Key(b) }

// String is the amount as scripts read it: euros, a point, two digits.
func (c Cents) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	s := strconv.FormatInt(int64(c), 10)
	if len(s) < 3 {
		s = strings.Repeat("0", 3-len(s)) + s
	}
	return sign + s[:len(s)-2] + "." + s[len(s)-2:]
}

// Times is the amount for a quantity in hundredths, rounded to the cent, half a cent up. Both are 0 or more.
func (c Cents) Times(hundredths int64) Cents { return Cents((int64(c)*hundredths + 50) / 100) }

// ParseCents reads an amount in euros as people and spreadsheets write it: 12,50 and 12.50, € 12,5, 1.250,00, 1 250, 12,-. Errors: Invalid
// for a percentage, which is no amount; for what may be read in two ways, such as 1.250; for more digits than cents have; for less than
// nothing and more than a million euros; and for anything else.
func ParseCents(text string) (Cents, error) {
	said := strings.TrimSpace(text)
	short := said
	if r := []rune(short); len(r) > 40 {
		short = string(r[:40]) + "…"
	}
	wrong := func(code string) (Cents, error) { return 0, fault.New(fault.Invalid, code, "text", short) }
	if strings.ContainsAny(said, "%‰٪％﹪") || strings.Contains(strings.ToLower(said), "procent") || strings.Contains(strings.ToLower(said), "percent") {
		return wrong("price-percent")
	}
	if said == "" {
		return wrong("price-empty")
	}
	digits := bareAmount(said)
	if strings.HasPrefix(digits, "-") || strings.HasPrefix(digits, "−") {
		return wrong("price-negative")
	}
	whole, part := digits, ""
	if i := strings.LastIndexAny(digits, ",."); i >= 0 {
		whole, part = digits[:i], digits[i+1:]
		other := "."
		if digits[i] == '.' {
			other = ","
		}
		switch {
		case part == "-" || part == "--" || part == "–" || part == "—": // 12,-
			part = ""
		case part == "":
			return wrong("price-form")
		case strings.Contains(whole, digits[i:i+1]): // 1.250.000
			whole, part, other = digits, "", digits[i:i+1]
		case len(part) == 3 && isDigits(part) && !strings.Contains(whole, other):
			return wrong("price-either")
		case len(part) > 2 && isDigits(part):
			return wrong("price-cents")
		}
		for n, group := range strings.Split(whole, other) {
			if group == "" || n > 0 && len(group) != 3 || n == 0 && len(group) > 3 && strings.Contains(whole, other) {
				return wrong("price-form")
			}
		}
		whole = strings.ReplaceAll(whole, other, "")
	}
	if whole == "" || !isDigits(whole) || !isDigits(part) {
		return wrong("price-form")
	}
	whole = strings.TrimLeft(whole, "0")
	if len(whole) > 7 {
		return wrong("price-most")
	}
	n, _ := strconv.ParseInt("0"+whole+(part + "00")[:2], 10, 64) // digits alone, nine at most
	if Cents(n) > mostCents {
		return wrong("price-most")
	}
	return Cents(n), nil
}

// bareAmount takes the sign of the euro off an amount, and the blanks that part thousands.
func bareAmount(text string) string {
	low := strings.ToLower(text)
	for _, sign := range []string{"€", "euro", "eur"} {
		if rest, ok := strings.CutPrefix(low, sign); ok {
			low = rest
			break
		}
		if rest, ok := strings.CutSuffix(low, sign); ok {
			low = rest
			break
		}
	}
	groups := strings.FieldsFunc(low, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' || r == '\t' })
	for i, g := range groups { // 1 250,00 and not 12 50
		if i > 0 && (len(g) < 3 || !isDigits(g[:3]) || len(g) > 3 && isDigits(g[3:4])) || i == 0 && len(groups) > 1 && (!isDigits(strings.TrimPrefix(g, "-")) || len(g) > 3) {
			return low
		}
	}
	return strings.Join(groups, "")
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
