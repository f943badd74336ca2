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

// Line is what a line says. Every word that is not understood as a sign is in the summary, as it was typed.
type Line struct {
	Summary  string
	Named    string        // the summary with what was typed behind @ in its place: for a name that nobody has
	Urgency  model.Urgency // "" where the line does not say
	Theme    Word
	Channel  Word
	Language Word
	Who      string // what stands behind @: whom to look up
	Phone    string // a telephone number behind an @
	Stays    string // the first word that looks like a sign and stays text, "" for none
}

// Word is a part of the line that names an entry of a list; the zero value is none.
type Word struct {
	Typed string // as it was typed, without its sign
	Code  string // the entry it means
}

// Lists are what words are looked up in. Language gives a language's tag for what was typed.
type Lists struct {
	Themes   model.Codes
	Channels model.Codes
	Language func(typed string) (tag string, ok bool)
}

// What a sign is about. Of two that are about the same the later one counts, and the one before it stays text.
type about uint8

const (
	nothing about = iota
	nobody        // an @ alone behind the rest
	urgency
	theme
	channel
	language
	who
	number
	abouts
)

// Parse reads a line. Signs count at the beginning of a word only, so that "C&A" and "a@b.nl" stay text; what a list does not have
// ("~20 euro") stays text as well. A name of several words is written @"de vries" or @de_vries; a telephone number also with blanks in it.
func Parse(line string, lists Lists) Line {
	var out Line
	all := words(line)
	means := make([]about, len(all))
	var latest [abouts]int // the place of a word, from 1
	for i, w := range all {
		m := out.take(w, lists)
		if w == "@" && i == len(all)-1 {
			m = nobody
		}
		if before := latest[m]; m > urgency && before > 0 {
			means[before-1] = nothing
		}
		means[i], latest[m] = m, i+1
		if m == nothing && len(w) > 1 && strings.IndexByte("@#~&", w[0]) >= 0 && out.Stays == "" {
			out.Stays = strings.TrimSpace(w)
		}
	}
	var summary, named []string
	for i, w := range all {
		switch w = strings.TrimSpace(w); means[i] {
		case nothing:
			summary, named = append(summary, w), append(named, w)
		case who, number:
			named = append(named, w)
		}
	}
	out.Summary, out.Named = strings.Join(summary, " "), strings.Join(named, " ")
	if out.Who == "" {
		out.Who = out.Phone // looked up by it
	}
	return out
}

// take takes in a word, and says what it is about; nothing for one that is text.
func (l *Line) take(w string, lists Lists) about {
	sign, rest := w[0], strings.TrimSpace(strings.ReplaceAll(strings.Trim(w[1:], `"`), "_", " "))
	var found Word
	ok := false
	switch {
	case w == "!!" || w == "!!!":
		l.Urgency = model.UrgencyNow
		return urgency
	case w == "!":
		l.Urgency = model.UrgencyToday
		return urgency
	case rest == "":
	case sign == '@' && strings.ContainsRune(rest, '@'):
	case sign == '@' && phone(rest):
		l.Phone = rest
		return number
	case sign == '@':
		l.Who = rest
		return who
	case sign == '#':
		if found, ok = find(rest, lists.Themes); ok && !digits(rest) {
			l.Theme = found
			return theme
		}
	case sign == '~':
		if found, ok = find(rest, lists.Channels); ok {
			l.Channel = found
			return channel
		}
	case sign == '&' && lists.Language != nil:
		if tag, ok := lists.Language(rest); ok {
			l.Language = Word{rest, tag}
			return language
		}
	}
	return nothing
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
		if end > 1 && line[0] == '@' {
			end = dialled(line, end)
		}
		if end < 0 || end >= len(line) {
			return append(out, line)
		}
		out = append(out, line[:end])
		line = line[end:]
	}
}

// dialled is where a telephone number ends that is written in parts, the first of which ends at end; end where it is none.
func dialled(line string, end int) int {
	for at := end; !phone(line[1:at]); {
		rest := strings.TrimLeftFunc(line[at:], unicode.IsSpace)
		next := strings.IndexFunc(rest, unicode.IsSpace)
		if next < 0 {
			next = len(rest)
		}
		if at = len(line) - len(rest) + next; next == 0 || strings.Trim(line[1:at], "+0123456789-()./ ") != "" {
			return end
		} else if phone(line[1:at]) {
			return at
		}
	}
	return end
}

// phone tells whether a word is somebody's telephone number: written in full, no service number.
func phone(s string) bool {
	n, ok := plain.NormalPhone(s)
	return ok && strings.HasPrefix(n, "+")
}

func digits(s string) bool { return strings.Trim(s, "0123456789-") == "" }

// find looks a word up: as the list knows it, or by its beginning where that fits one entry only.
func find(typed string, list model.Codes) (_ Word, ok bool) {
	if c, ok := list.Find(typed); ok {
		return Word{typed, c.Code}, true
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
	return Word{typed, hit.Code}, hits == 1 && key != ""
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
