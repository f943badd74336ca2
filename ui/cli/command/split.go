package command

import "strings"

// Split cuts what a client gave as a command into words as a POSIX shell does, by its quotes and backslashes, and does nothing else that
// a shell does: no name is expanded, and a word such as | or $HOME is a word. Errors: a misuse for a quote that is not closed.
func Split(line string) ([]string, error) {
	const none, single, double = 0, '\'', '"'
	var words []string
	var word strings.Builder
	begun, quote, escaped := false, rune(none), false
	for _, c := range line {
		switch {
		case escaped:
			escaped = false
			if quote == double && !strings.ContainsRune("$`\"\\\n", c) {
				word.WriteByte('\\')
			}
			if c != '\n' { // a line that goes on
				word.WriteRune(c)
				begun = true
			}
		case c == '\\' && quote != single:
			escaped = true
		case quote != none && c == quote:
			quote = none
		case quote != none:
			word.WriteRune(c)
		case c == single || c == double:
			quote, begun = c, true
		case c == ' ' || c == '\t' || c == '\n':
			if begun {
				words = append(words, word.String())
				word.Reset()
				begun = false
			}
		default:
			word.WriteRune(c)
			begun = true
		}
	}
	if escaped || quote != none {
		return nil, Misuse("cli.served.quote")
	}
	if begun {
		words = append(words, word.String())
	}
	return words, nil
}
