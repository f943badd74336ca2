package cell

import (
	"bytes"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Prose gives a text that may be HTML as people read it: paragraphs and breaks are newlines, entries of a list begin with a
// dot, entities are their characters. A text without a tag of HTML comes back as it is. What comes back is data still: it
// is made safe like any other when it is shown.
func Prose(s string) string {
	if !strings.Contains(s, "<") {
		return s
	}
	p := prose{}
	tagged := false
	for rest := s; rest != ""; {
		name, after, tag := cutTag(rest)
		switch {
		case !tag:
			end := strings.IndexByte(rest[1:], '<') + 1
			if end == 0 {
				end = len(rest)
			}
			p.text(rest[:end])
			rest = rest[end:]
			continue
		case name == "script" || name == "style":
			after = behind(after, name)
		case name == "li":
			p.newline()
			p.text(Unknown + " ")
		case name == "td" || name == "th":
			p.text("  ")
		case breaks(name):
			p.newline()
		}
		tagged = tagged || known(name)
		rest = after
	}
	if !tagged {
		return s
	}
	return strings.TrimSpace(string(p.b))
}

// mostTag bounds the length of one tag, so that a text of half tags takes no time.
const mostTag = 4096

// prose is the plain text so far.
type prose struct {
	b     []byte
	blank bool // a blank stands at the end, or nothing yet
}

func (p *prose) newline() {
	p.b = bytes.TrimRight(p.b, " ")
	if len(p.b) > 0 && p.b[len(p.b)-1] != '\n' {
		p.b = append(p.b, '\n')
	}
	p.blank = true
}

// text takes words in; blanks and newlines between them are one blank.
func (p *prose) text(s string) {
	for _, r := range html.UnescapeString(s) {
		space := unicode.IsSpace(r)
		if space && p.blank {
			continue
		}
		if p.blank = space; space {
			r = ' '
		}
		p.b = utf8.AppendRune(p.b, r)
	}
}

// cutTag takes a tag from the beginning of a text; ok is false where none begins.
func cutTag(s string) (name, rest string, ok bool) {
	if !strings.HasPrefix(s, "<") || len(s) < 3 {
		return "", s, false
	}
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(s[:min(len(s), mostTag)], "-->"); end >= 0 {
			return "!", s[end+3:], true
		}
		return "", s, false
	}
	i := 1
	if s[i] == '/' {
		i++
	}
	from := i
	for i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z' || i > from && s[i] >= '0' && s[i] <= '9') {
		i++
	}
	if i == from || i == len(s) || !strings.ContainsRune(" \t\r\n/>", rune(s[i])) {
		return "", s, false
	}
	end := strings.IndexByte(s[i:min(len(s), i+mostTag)], '>')
	if end < 0 {
		return "", s, false
	}
	name = strings.ToLower(s[from:i])
	if s[1] == '/' && !breaks(name) {
		name = "" // the opening one says it all
	}
	return name, s[i+end+1:], true
}

// behind is what stands from the end of an element on, whose text is not for people.
func behind(s, name string) string {
	for {
		at := strings.Index(s, "</")
		if at < 0 {
			return ""
		}
		if s = s[at:]; len(s) >= len(name)+2 && strings.EqualFold(s[2:len(name)+2], name) {
			return s
		}
		s = s[2:]
	}
}

// breaks reports whether a new line begins at a tag.
func breaks(name string) bool {
	switch name {
	case "p", "br", "div", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "section":
		return true
	}
	return false
}

// known reports whether a tag is one that editors write: a text with one of these is HTML.
func known(name string) bool {
	switch name {
	case "a", "b", "i", "u", "em", "strong", "span", "font", "small", "sub", "sup", "img", "code", "td", "th", "li", "script", "style", "!":
		return true
	}
	return breaks(name)
}
