package exchange

import (
	"slices"
	"strings"

	"leerbalie/model/plain"
	"leerbalie/store/exchange/tabular"
)

// none tells whether a row of a table is no question: it is empty, a total, or the headings once more.
func (s *tableSource) none(row tabular.Row) bool { return s.kind(row) != question }

// whyNone is the sentence that is said of such a row; "" for an empty one.
func (s *tableSource) whyNone(row tabular.Row) string {
	return [...]string{total: "import.total-rows", heading: "import.heading-rows", empty: ""}[s.kind(row)]
}

// What a row of a table can be.
const (
	question = iota
	total
	heading
	empty
)

func (s *tableSource) kind(row tabular.Row) int {
	first := ""
	for _, cell := range row.Cells {
		if first = strings.TrimSpace(cell); first != "" {
			break
		}
	}
	switch {
	case first == "":
		return empty
	case first == s.firstName && slices.EqualFunc(row.Cells, s.table.Header(), func(cell, name string) bool { return strings.TrimSpace(cell) == name }):
		return heading
	case s.isTotal(row, first):
		return total
	}
	return question
}

// isTotal tells whether a row adds others up: it has no date, and a cell of it says just that; or it begins so; or its question is no more
// than a number of them.
func (s *tableSource) isTotal(row tabular.Row, first string) bool {
	if date := s.cell(row, createdAt); date != "" && !beginsTotal(date) {
		return false
	}
	about := s.cell(row, summary)
	says := false
	for _, cell := range row.Cells {
		switch text := strings.TrimSpace(cell); {
		case text == "":
		case totalWord(text) && (text == about || text == first || !averageWord(text)): // elsewhere gemiddeld is how urgent it is
			says = true
		case text != about && text != first && (text[0] < '0' || text[0] > '9') && strings.ContainsFunc(text, isLetter) && !countsQuestions(text):
			return false
		}
	}
	return says || countsQuestions(about) || first != about && beginsTotal(first)
}

// beginsTotal tells whether a short cell begins with a word that says so: Totaal januari.
func beginsTotal(text string) bool {
	words := strings.Fields(text)
	return len(words) > 0 && len(words) <= 4 && totalWord(words[0])
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// totalWord tells whether a cell says that its row adds others up.
func totalWord(text string) bool {
	if len(text) > 30 {
		return false
	}
	if averageWord(text) {
		return true
	}
	switch plain.FoldText(text) {
	case "totaal", "totalen", "total", "totals", "som", "sum", "subtotaal", "subtotal", "sub totaal", "eindtotaal", "grand total", "totaal generaal", "totaal aantal", "aantal":
		return true
	}
	return false
}

// averageWord tells whether a cell says that its row is what the others are in the middle.
func averageWord(text string) bool {
	switch plain.FoldText(text) {
	case "gemiddelde", "gemiddeld", "gem", "average", "averages", "avg", "mean", "mediaan", "median":
		return true
	}
	return false
}

// countsQuestions tells whether a text is no more than a number of questions: "10 vragen", "Aantal vragen: 10".
func countsQuestions(text string) bool {
	if len(text) > 40 {
		return false
	}
	words := plain.Fold(text)
	for len(words) > 0 && (words[0] == "aantal" || words[0] == "totaal" || words[0] == "total") {
		words = words[1:]
	}
	if len(words) != 2 {
		return false
	}
	if len(words) < len(plain.Fold(text)) && strings.Trim(words[1], "0123456789") == "" { // Aantal vragen: 10
		words[0], words[1] = words[1], words[0]
	}
	switch words[1] {
	case "vragen", "vraag", "hulpvragen", "questions", "requests", "meldingen", "rijen", "regels", "contacten":
		return strings.Trim(words[0], "0123456789") == ""
	}
	return false
}
