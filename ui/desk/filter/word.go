package filter

import (
	"slices"
	"strings"
	"time"

	"leerbalie/model/journal"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/widget/cell"
)

// Word gives a value of a part in words.
func Word(wording *wording.Wording, part, value string) string {
	w := wording.Env.Words
	switch part {
	case "status":
		return w.Say("status." + value)
	case "urgency":
		return w.Name(wording.Env.Site.UrgencyCodes(), value)
	case "theme":
		return wording.Theme(value)
	case "channel":
		return w.Code("channel", value)
	case "outcome":
		return wording.Outcome(value)
	case "language":
		return w.Language(value)
	case "holder":
		if value == Me {
			return w.Say("person.you")
		}
		id, _ := journal.ParseID(value)
		return wording.Name(id)
	}
	if slices.Contains(periods(), value) {
		return w.Say("period." + value)
	}
	from, to, _ := strings.Cut(value, "/")
	since, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return value
	}
	until, err := time.Parse(time.DateOnly, to)
	if err != nil {
		return w.Say("period.since", "day", since.Format("02-01-2006"))
	}
	return w.Say("period.from-to", "from", since.Format("02-01-2006"), "to", until.Format("02-01-2006"))
}

// Words are what the list is narrowed down to, in the order of Parts.
func (f Filter) Words(wording *wording.Wording) (out []string) {
	for _, part := range Parts() {
		if v := *f.Part(part); v != "" {
			out = append(out, Word(wording, part, v))
		}
	}
	return out
}

// Chip is how one part shows.
func Chip(word string) string { return "‹" + cell.Short(word, 24) + "›" }
