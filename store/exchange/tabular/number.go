package tabular

import (
	"math"
	"strconv"
	"strings"

	"leerbalie/model/fault"
)

// Number reads a number with a decimal comma or a decimal point: 1,5 and 1.5 are the same. Where both stand, the last one
// is the decimal one and the other must part thousands (1.234,50 and 1,234.50). A single sign is always the decimal one:
// 1.234 is a little over one, as in every file that a program wrote.
func Number(s string) (float64, error) {
	s = strings.TrimSpace(s)
	wrong := func() error { return fault.New(fault.Invalid, "number.form", "text", short(s)) }
	sign, digits := 1.0, s
	if strings.HasPrefix(digits, "-") {
		sign, digits = -1, digits[1:]
	}
	whole, part := digits, ""
	if i := strings.LastIndexAny(digits, ",."); i >= 0 {
		whole, part = digits[:i], digits[i+1:]
		if part == "" {
			return 0, wrong()
		}
		if strings.ContainsAny(whole, ",.") {
			other := ","
			if digits[i] == ',' {
				other = "."
			}
			groups := strings.Split(whole, other)
			for n, group := range groups {
				if n > 0 && len(group) != 3 || group == "" {
					return 0, wrong()
				}
			}
			whole = strings.Join(groups, "")
		}
	}
	if whole == "" || len(whole)+len(part) > 15 || !isDigits(whole) || !isDigits(part) {
		return 0, wrong()
	}
	value, err := strconv.ParseFloat(whole+"."+part+"0", 64)
	if err != nil {
		return 0, wrong()
	}
	return sign * value, nil
}

// Minutes reads a time spent in whole minutes: 45, or as a clock shows it (1:30).
func Minutes(s string) (int, error) { return spent(s, 1) }

// Hours reads a time spent in hours, 1,5 or 1:30, and gives it in minutes, rounded to the nearest.
func Hours(s string) (int, error) { return spent(s, 60) }

// spent refuses less than nothing and more than a year.
func spent(s string, unit float64) (int, error) {
	s = strings.TrimSpace(s)
	minutes := 0.0
	if hours, rest, ok := strings.Cut(s, ":"); ok {
		if !isDigits(hours) || hours == "" || len(hours) > 4 || len(rest) != 2 || !isDigits(rest) || rest > "59" {
			return 0, fault.New(fault.Invalid, "number.form", "text", short(s))
		}
		h, _ := strconv.Atoi(hours)
		m, _ := strconv.Atoi(rest)
		minutes = float64(60*h + m)
	} else {
		value, err := Number(s)
		if err != nil {
			return 0, err
		}
		minutes = math.Round(value * unit)
	}
	if minutes < 0 || minutes > 366*24*60 {
		return 0, fault.New(fault.Invalid, "number.range", "text", short(s))
	}
	return int(minutes), nil
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
