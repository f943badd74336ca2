package work

import (
	"slices"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
)

// spending is whose minutes are asked for: each of those who handle a request, and who asks where that is somebody else.
type spending struct {
	work  *Work
	who   []journal.ID // none: all those who handle each of many requests
	same  int          // the first so many get the same, unless something else is typed
	typed string       // what the first had when the others were given the same
}

// spentOn asks for the minutes of those who handle a request.
func (w *Work) spentOn(holder []journal.ID) *spending {
	s := &spending{work: w, who: slices.Clone(desk.WorkedOn(holder, w.Env.User.ID))}
	if s.same = len(s.who); !slices.Contains(s.who, w.Env.User.ID) {
		s.who = append(s.who, w.Env.User.ID)
	}
	return s
}

// spentByAll asks for the minutes of all those who handle each of many requests, the same for everybody.
func (w *Work) spentByAll() *spending { return &spending{work: w, same: 1} }

// id is the entry of one of them.
func (s *spending) id(i int) string {
	if i == 0 {
		return "minutes"
	}
	return "minutes-" + strconv.Itoa(i+1)
}

// entries are the questions, with a hint for the first.
func (s *spending) entries(hint string) (out []widget.Entry) {
	words := s.work.Env.Words
	if len(s.who) < 2 {
		return []widget.Entry{widget.TextEntry("minutes", words.Say("field.minutes"), "", 1).Hinted(hint)}
	}
	for i := range s.who {
		e := widget.TextEntry(s.id(i), words.Say("field.minutes-of", "name", s.name(i)), "", 1)
		switch {
		case i == 0:
			e = e.Hinted(hint)
		case i < s.same:
			e = e.Hinted(words.Say("minutes.same", "name", s.name(0)))
		default:
			e = e.Hinted(words.Say("minutes.helped"))
		}
		out = append(out, e)
	}
	return out
}

// name is how one of them is called.
func (s *spending) name(i int) string {
	if s.who[i] == s.work.Env.User.ID {
		return s.work.Env.Words.Say("person.you")
	}
	return s.work.ShortName(s.who[i])
}

// follow gives the others what is typed for the first, as far as nothing else was typed for them.
func (s *spending) follow(f *widget.Form) tea.Cmd {
	first := f.Text(s.id(0))
	for i := 1; i < s.same; i++ {
		if e := f.Entry(s.id(i)); e != nil && f.Focused() != s.id(i) && strings.TrimSpace(e.Input.Text()) == s.typed {
			e.Input.Set(first)
		}
	}
	s.typed = first
	return nil
}

// read is what was typed for each; of many requests one entry stands for all. ok is false where an answer is blamed.
func (s *spending) read(f *widget.Form) (out []desk.Spent, ok bool) {
	for i := range max(len(s.who), 1) {
		text := f.Text(s.id(i))
		n, ok := s.minutes(text)
		if !ok {
			f.Blame(s.id(i), s.work.Env.Words.Say("minutes.fault"))
			return nil, false
		}
		one := desk.Spent{Minutes: n}
		if len(s.who) > 0 {
			one.Person = s.who[i]
		}
		if n > 0 {
			out = append(out, one)
		}
	}
	return out, true
}

// minutes reads a length of time, of which nothing and 0 are none.
func (s *spending) minutes(text string) (int, bool) {
	if text = strings.TrimSpace(text); text == "" || text == "0" {
		return 0, true
	}
	return s.work.Env.Words.Minutes(text)
}

// line reads what is typed in one line: a length of time for each in their order, or one, the same for each who handles the
// request.
func (s *spending) line(text string) (out []desk.Spent, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/+ ", r) })
	sum := 0
	for i, part := range parts {
		n, ok := s.minutes(part)
		if !ok || i >= len(s.who) {
			sum = 0
			break
		}
		sum += n
		out = append(out, desk.Spent{Person: s.who[i], Minutes: n})
	}
	if len(parts) > 1 && sum > 0 {
		return out, true
	}
	n, ok := s.work.Env.Words.Minutes(text)
	return desk.Each(s.who[:s.same], n), ok
}

// told says who gets how much.
func (s *spending) told(spent []desk.Spent) string {
	parts := make([]string, len(spent))
	for i, one := range spent {
		parts[i] = s.name(slices.Index(s.who, one.Person)) + " " + strconv.Itoa(one.Minutes)
	}
	return strings.Join(parts, " + ")
}

// Minutes writes down time that was spent, by each who handles the request.
func (w *Work) Minutes(row desk.RequestRow) tea.Cmd {
	words, s := w.Env.Words, w.spentOn(row.Holder)
	names := make([]string, len(s.who))
	for i := range s.who {
		names[i] = s.name(i)
	}
	var d *dialog.Prompt
	d, cmd := w.line("minutes", words.Say("minutes.title"), row, 1, func(text string) tea.Cmd {
		spent, ok := s.line(text)
		if !ok {
			d.Fault = words.Say("minutes.fault")
			return nil
		}
		return w.Host.Do(nil, desk.Logs(row.ID, spent, time.Time{})...)
	}, func(text string) []string {
		said := []string{words.Count("minutes.hint", row.Minutes)}
		if spent, ok := s.line(text); ok {
			sum := 0
			for _, one := range spent {
				sum += one.Minutes
			}
			said[0] = words.Count("minutes.sum", sum, "sum", row.Minutes+sum)
			if len(s.who) > 1 {
				said = append(said, s.told(spent))
			}
		} else if len(s.who) > 1 {
			said = append(said, words.Say("minutes.each", "names", strings.Join(names[:s.same], " + "), "order", strings.Join(names, ", ")))
		}
		for i := range said {
			said[i] = w.Env.Theme.Faint.On(said[i])
		}
		return said
	})
	return cmd
}
