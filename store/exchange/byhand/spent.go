package byhand

import (
	"math"
	"strconv"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/store/exchange/tabular"
)

// mostMinutes is the longest time that is read.
const mostMinutes = 366 * 24 * 60

// hoursBelow: in a column of minutes, a number that is not whole and below it is hours. Hardly anybody writes half minutes down, and where
// somebody does, 7,5 is them: one question takes no seven hours and a half.
const hoursBelow = 5

// Spent reads how long something took, in minutes: 25, "30 min", 1u, "1,5 uur", 1u15, 1:30, "half uur", kwartier. hours says that a number by
// itself is hours; in a column of minutes it is minutes, unless it is one like 0,5. asHours tells that one such was met. Errors: Invalid,
// with code number.form or number.range.
func Spent(text string, hours bool) (minutes int, asHours bool, err error) {
	text = strings.TrimSpace(text)
	value, asHours, ok := spent(text, hours)
	if !ok {
		return 0, false, fault.New(fault.Invalid, "number.form", "text", short(text))
	}
	if value = math.Round(value); value < 0 || value > mostMinutes {
		return 0, false, fault.New(fault.Invalid, "number.range", "text", short(text))
	}
	return int(value), asHours, nil
}

func spent(text string, hours bool) (value float64, asHours, ok bool) {
	if n, err := tabular.Number(text); err == nil {
		switch {
		case hours:
			return n * 60, false, true
		case n != math.Trunc(n) && n > 0 && n < hoursBelow:
			return n * 60, true, true
		}
		return n, false, true
	}
	if n, ok := colons(text); ok {
		return n, false, true
	}
	value, ok = inWords(text, hours)
	return value, false, ok
}

// colons reads 1:30 and 0:25:00.
func colons(text string) (float64, bool) {
	parts := strings.Split(text, ":")
	if len(parts) != 2 && len(parts) != 3 {
		return 0, false
	}
	var n [3]int
	for i, p := range parts {
		value, err := strconv.Atoi(p)
		if err != nil || value < 0 || p[0] == '+' || i > 0 && (len(p) != 2 || value > 59) || len(p) > 4 {
			return 0, false
		}
		n[i] = value
	}
	return float64(n[0]*60+n[1]) + float64(n[2])/60, true
}

// fractions are what stands for a part of an hour.
var fractions = map[string]float64{"½": 0.5, "¼": 0.25, "¾": 0.75}

// inWords reads an amount with its units: each is a number, or a word for one, and what it counts.
func inWords(text string, hours bool) (total float64, ok bool) {
	r := &reader{rest: pieces(text)}
	if r.word("ca", "circa", "ongeveer", "ong", "±", "~", "plm", "bijna", "ruim", "about") {
		r.word(".")
	}
	last := 0.0 // what a number without a unit counts: after hours, minutes
	for n := 0; !r.done(); n++ {
		if n > 3 {
			return 0, false
		}
		if n > 0 {
			r.word("en", "and", "+", ",")
		}
		value, ok := r.amount()
		unit := 0.0
		switch {
		case r.word("uur", "u", "uren", "h", "hr", "hrs", "hour", "hours", "uurtje"):
			unit = 60
		case r.word("minuten", "minuut", "minuutjes", "minutes", "minute", "min", "mins", "m", "'"):
			unit = 1
		case r.word("kwartier", "kwartiertje", "kwart", "quarter"):
			unit = 15
			r.word("uur")
		case r.word("halfuur", "halfuurtje"):
			unit = 30
		case last == 60 && ok:
			unit = 1
		case ok && n == 0 && r.done() && hours:
			unit = 60
		case ok && n == 0 && r.done():
			unit = 1
		default:
			return 0, false
		}
		r.word(".")
		if !ok {
			value = 1
		}
		total, last = total+value*unit, unit
	}
	return total, last > 0
}

// amount takes a number: in digits, with a decimal sign or a fraction, or a word.
func (r *reader) amount() (value float64, ok bool) {
	if p, is := r.number(6); is {
		value, ok = float64(p.number), true
		if next := r.peek(); (next.text == "," || next.text == ".") && len(r.rest) > 1 && r.rest[1].number >= 0 && !r.rest[1].after {
			r.rest = r.rest[1:]
			part, _ := r.number(6)
			return value + float64(part.number)/math.Pow10(part.digits()), part.digits() > 0
		}
	}
	if f, is := fractions[r.peek().text]; is {
		r.rest = r.rest[1:]
		return value + f, true
	}
	if ok {
		return value, true
	}
	switch {
	case r.word("een", "één", "a", "an", "one"):
		if r.word("half", "halve") {
			return 0.5, true
		}
		return 1, true
	case r.word("half", "halve"):
		r.word("an", "a")
		return 0.5, true
	case r.word("anderhalf", "anderhalve"):
		return 1.5, true
	case r.word("twee", "two"):
		return 2, true
	case r.word("drie", "three"):
		return 3, true
	}
	return 0, false
}
