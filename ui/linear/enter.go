package linear

import (
	"slices"
	"strconv"

	"leerbalie/ui/say"
)

// enter tells of a place that one comes to: its headings, its words, and how many rows there are. What was said of it before it was
// covered is known.
func (s *Speaker) enter(old, now say.Lines) {
	if s.under == nil || place(old) != place(now) {
		s.under = map[string]say.Lines{}
	}
	known, back := s.under[where(now)], map[string]bool{}
	if known != nil { // what lay over it is gone
		s.under = map[string]say.Lines{}
	} else {
		s.under[where(old)] = old
	}
	s.told = ""
	headings := map[string]bool{}
	for _, l := range old {
		if l.Kind == say.Heading && l.ID != "" {
			headings[l.ID] = true
		}
	}
	for _, l := range known {
		if l.Kind != say.Row && l.Kind != say.Field {
			back[l.Text] = true
		}
	}
	here := where(now)
	if slices.ContainsFunc(now, func(l say.Line) bool { return l.Kind == say.Heading && l.ID == where(old) }) { // one goes into a part of it
		for _, l := range old {
			if l.Kind == say.Text {
				back[l.Text] = true
			}
		}
	}
	rows := false
	for _, l := range now {
		switch {
		case l.Kind == say.Heading && l.ID == here, l.Kind == say.Heading && l.ID != "" && !headings[l.ID]:
			s.tell(l.Text)
		case l.Kind == say.State && known == nil, (l.Kind == say.Text || l.Kind == say.Heading && l.ID == "") && !back[l.Text]:
			s.tell(l.Text)
		case l.Kind == say.Row && !rows:
			rows = true
			s.rows(known, now)
		}
	}
}

// rows tells how many rows there are, and the one that the cursor is on; all of them where they are few.
func (s *Speaker) rows(known, now say.Lines) {
	n := count(now, say.Row)
	at, on := now.On(say.Row)
	switch before := count(known, say.Row); {
	case known != nil && n > 0:
		if n != before {
			s.tell(s.Words.Count("linear.rows", n))
		}
	case n > few:
		s.tell(s.Words.Count("linear.rows", n))
		s.tell(s.Words.Say("linear.choose"))
	default:
		for _, l := range now {
			if l.Kind == say.Row {
				s.tell(s.row(l))
			}
		}
		if n > 1 && on {
			s.tell(s.Words.Say("linear.at", "row", s.row(at)))
		}
		return
	}
	if on {
		s.tell(s.row(at))
	}
}

// row is a row in words.
func (s *Speaker) row(l say.Line) string {
	text := l.Text
	if text == "" {
		text = s.Words.Say("linear.empty")
	}
	if l.Number == 0 {
		return text
	}
	return strconv.Itoa(l.Number) + ". " + text
}
