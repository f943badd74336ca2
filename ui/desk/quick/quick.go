// Package quick understands the one line in which a request is taken in: "Afsluiting stroom @vries !! #armoede ~balie &nl".
//
// It is pure: the screen calls it at every key and shows what it understood.
package quick

import (
	"strings"
	"unicode"

	"leerbalie/model"
	"leerbalie/model/plain"
)

// Line is what a line says. Words that are no sign of anything are the summary.
type Line struct {
	Summary  string
	Urgency  model.Urgency // "" where the line does not say
	Theme    Word
	Channel  Word
	Language Word
	Who      string // what stands behind @: whom to look up
	Phone    string // a telephone number behind an @
	Asked    bool   // an @ stands in the line, with or without a name
}

// Word is a part of the line that names an entry of a list.
type Word struct {
	Typed string // as it was typed, without its sign
	Code  string // the entry it means; what was typed where the list has none
	Known bool   // the list has it
}

// Lists are what words are looked up in. Language gives a language's tag for what was typed.
type Lists struct {
	Themes   model.Codes
	Channels model.Codes
	Language func(typed string) (tag string, ok bool)
}

// Parse reads a line. Signs count at the beginning of a word only, so that "C&A" and "a@b.nl" stay text. A name of
// several words is written @"de vries" or @de_vries.
func Parse(line string, lists Lists) Line {
	var out Line
	var summary []string
	for _, w := range words(line) {
		sign, rest := w[0], strings.TrimSpace(strings.ReplaceAll(strings.Trim(w[1:], `"`), "_", " "))
		switch {
		case w == "!!" || w == "!!!":
			out.Urgency = model.UrgencyNow
		case w == "!":
			out.Urgency = model.UrgencyToday
		case sign == '@' && w != "@" && !strings.ContainsRune(rest, '@'):
			out.Asked = true
			if phone(rest) {
				out.Phone = rest
			} else {
				out.Who = rest
			}
		case w == "@":
			out.Asked = true
		case sign == '#' && rest != "" && !number(rest):
			out.Theme = find(rest, lists.Themes)
		case sign == '~' && rest != "":
			out.Channel = find(rest, lists.Channels)
		case sign == '&' && rest != "":
			out.Language = Word{Typed: rest, Code: rest}
			if lists.Language != nil {
				if tag, ok := lists.Language(rest); ok {
					out.Language.Code, out.Language.Known = tag, true
				}
			}
		default:
			summary = append(summary, strings.TrimSpace(w))
		}
	}
	out.Summary = strings.Join(summary, " ")
	if out.Who == "" {
		out.Who = out.Phone // looked up by it
	}
	return out
}

// words splits at blanks; what stands in quotes behind a sign stays together.
func words(line string) (out []string) {
	for {
		line = strings.TrimLeftFunc(line, unicode.IsSpace)
		if line == "" {
			return out
		}
		end := strings.IndexFunc(line, unicode.IsSpace)
		if len(line) > 1 && line[1] == '"' && strings.ContainsRune("@#~&", rune(line[0])) {
			if close := strings.IndexByte(line[2:], '"'); close >= 0 {
				end = close + 3
			} else {
				end = len(line)
			}
		}
		if end < 0 || end >= len(line) {
			return append(out, line)
		}
		out = append(out, line[:end])
		line = line[end:]
	}
}

// phone tells whether a word is somebody's telephone number: written in full, no service number.
func phone(s string) bool {
	n, ok := plain.NormalPhone(s)
	return ok && strings.HasPrefix(n, "+")
}

func number(s string) bool { return strings.Trim(s, "0123456789-") == "" }

// find looks a word up: as the list knows it, or by its beginning where that fits one entry only.
func find(typed string, list model.Codes) Word {
	if c, ok := list.Find(typed); ok {
		return Word{typed, c.Code, true}
	}
	key := plain.FoldText(typed)
	var hit model.Code
	hits := 0
	for _, c := range list {
		for _, name := range c.Names() {
			if strings.HasPrefix(plain.FoldText(name), key) {
				if hits == 0 || hit.Code != c.Code {
					hits++
				}
				hit = c
				break
			}
		}
	}
	if hits == 1 && key != "" {
		return Word{typed, hit.Code, true}
	}
	return Word{typed, typed, false}
}

// Tail is the word being typed at the end of a line: its sign (0 for none) and what stands behind it.
func Tail(line string) (sign byte, rest string) {
	all := words(line)
	if len(all) == 0 || line != strings.TrimRightFunc(line, unicode.IsSpace) && !strings.Contains(all[len(all)-1], `"`) {
		return 0, ""
	}
	last := all[len(all)-1]
	if !strings.ContainsRune("@#~&", rune(last[0])) {
		return 0, ""
	}
	return last[0], strings.ReplaceAll(strings.Trim(last[1:], `"`), "_", " ")
}
