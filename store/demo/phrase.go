package demo

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// speaker is who and when a text is about, for the gaps in it.
type speaker struct {
	female, male bool // neither: nobody knows
	at           time.Time
	amount, day  int // the amount in euros that it is about, and a day of the week: the same in all that is said about it
}

// say makes a text from a phrase: of {one|another} it draws one, and it fills the gaps $wie, $haar, $bedrag, $dag,
// $maand and $kind. Each sentence begins with a capital.
func (d *dice) say(phrase string, s speaker) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(phrase, "{")
		b.WriteString(before)
		if !found {
			break
		}
		choice, after, _ := strings.Cut(rest, "}")
		b.WriteString(one(d, strings.Split(choice, "|")))
		phrase = after
	}
	return capitals(d.fill(b.String(), s))
}

func (d *dice) fill(text string, s speaker) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "$")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(rest)
		}
		b.WriteString(d.gap(rest[:end], s))
		text = rest[end:]
	}
}

func (d *dice) gap(name string, s speaker) string {
	switch name {
	case "wie":
		return s.choose("mevrouw", "meneer", "de bewoner")
	case "haar":
		return s.choose("haar", "zijn", "het eigen")
	case "bedrag":
		return fmt.Sprintf("€ %d", s.amount)
	case "dag":
		return weekdays()[s.day]
	case "maand":
		return months()[(int(s.at.Month())+10)%12] // the month before
	case "kind":
		return one(d, []string{"dochter", "zoon", "dochtertje", "jongste", "oudste"})
	}
	return name
}

func (s speaker) choose(female, male, unknown string) string {
	switch {
	case s.female:
		return female
	case s.male:
		return male
	}
	return unknown
}

func weekdays() []string { return []string{"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"} }

func months() [12]string {
	return [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
}

// capitals begins each sentence with a capital.
func capitals(text string) string {
	runes := []rune(text)
	begin := true
	for i, r := range runes {
		switch {
		case begin && unicode.IsLetter(r):
			runes[i], begin = unicode.ToUpper(r), false
		case r == '.' || r == '?' || r == '!':
			begin = i+1 < len(runes) && runes[i+1] == ' '
		case r != ' ':
			begin = false
		}
	}
	return string(runes)
}
