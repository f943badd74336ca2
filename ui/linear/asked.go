package linear

import "leerbalie/ui/say"

// All tells all that is said, whether it is known or not.
func (s *Speaker) All(now say.Lines) string {
	s.owed, s.last = false, now
	on, typing := now.On(say.Field)
	for _, l := range now {
		switch l.Kind {
		case say.Heading, say.Text, say.State, say.Note:
			s.tell(l.Text)
		case say.Row:
			s.tell(s.row(l))
		case say.Field:
			if !l.At {
				s.tell(s.stands(l))
			}
		case say.Progress:
			s.tell(s.Words.Say("linear.percent", "what", l.Text, "n", l.Number))
		}
	}
	if row, ok := now.On(say.Row); ok && count(now, say.Row) > 1 {
		s.tell(s.Words.Say("linear.at", "row", s.row(row)))
	}
	if typing {
		s.focus(now, on)
	}
	s.behind(now, true)
	return s.done()
}

// Back tells where one is, after something else wrote to the terminal.
func (s *Speaker) Back(now say.Lines) string {
	s.line = prompt{}
	if here, ok := now.Where(); ok {
		s.tell(here.Text)
	}
	if row, ok := now.On(say.Row); ok {
		s.tell(s.row(row))
	}
	s.behind(now, true)
	return s.done()
}

// Asides tells what stands beside the row.
func (s *Speaker) Asides(now say.Lines) string {
	told := false
	for _, l := range now {
		if l.Kind == say.Aside {
			s.tell(l.Text)
			told = true
		}
	}
	if !told {
		s.tell(s.Words.Say("linear.nothing-beside"))
	}
	s.again(now)
	return s.done()
}
