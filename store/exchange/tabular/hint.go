package tabular

import (
	"strings"
	"unicode"
)

// Hints tells whether a row says what belongs in the columns, as forms have it below the headings: dd-mm-jjjj, uu:mm, verplicht. One way in
// which a date or a time is written is enough; of words that say what a column is, all cells that are filled are such, and two at least.
func Hints(cells []string) bool {
	filled, words := 0, 0
	for _, cell := range cells {
		text := strings.ToLower(strings.Trim(cell, " ()[]<>*.\u00a0"))
		switch text {
		case "":
			continue
		case "verplicht", "optioneel", "niet verplicht", "tekst", "vrije tekst", "getal", "nummer", "datum", "tijd", "minuten", "ja/nee", "j/n", "keuzelijst", "required",
			"optional", "text", "free text", "number", "date", "time", "minutes", "yes/no", "y/n":
			words++
		}
		if filled++; isPicture(text) {
			return true
		}
	}
	return filled >= 2 && words == filled
}

// isPicture tells whether a text is how a date or a time is to be written: dd-mm-jjjj, d/m/yy, uu:mm.
func isPicture(text string) bool {
	met, letters, parts := map[byte]bool{}, 0, strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, part := range parts {
		if strings.Trim(part, part[:1]) != "" || len(part) > 4 || !strings.Contains("dmjyuhs", part[:1]) {
			return false
		}
		met[part[0]] = true
		letters += len(part)
	}
	return len(met) >= 2 && (letters >= 4 || len(parts) >= 3)
}
