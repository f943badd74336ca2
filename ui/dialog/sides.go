package dialog

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/journal"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// pick is what is chosen of an answer that both altered.
type pick uint8

// What can be chosen. Nothing is chosen until somebody does.
const (
	pickMine pick = iota
	pickTheirs
	pickWas
	pickAnew // in the form, knowing what the other wrote
	picks
)

// sides shows the answers of a form that somebody else altered as well, side by side: what was typed here, what stands there now, and
// what stood there before. For each one of them is chosen, or it is typed anew; before that nothing is sent.
type sides struct {
	sheet *Sheet
	picks map[string]pick // by the ids of the entries
	line  int             // that the cursor is on: a choice of an answer
	fault string
}

// keepPicks forgets what was chosen of answers that do not stand apart any more.
func (s *sides) keepPicks() {
	maps.DeleteFunc(s.picks, func(id string, _ pick) bool {
		return !slices.ContainsFunc(s.sheet.apart, func(a side) bool { return a.id == id })
	})
	s.line = min(s.line, len(s.sheet.apart)*int(picks)-1)
}

// at is the answer that the cursor is on, and the choice.
func (s *sides) at() (*side, pick) {
	return &s.sheet.apart[s.line/int(picks)], pick(s.line % int(picks))
}

// Update takes a key press.
func (s *sides) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	s.fault = ""
	switch set := h.Env.Keys; {
	case set.Is(msg, keys.Cancel):
		h.open = s.sheet
	case set.Is(msg, keys.Save):
		return s.save(h)
	case set.Is(msg, keys.Accept), set.Is(msg, keys.Option) && msg.Type == tea.KeySpace:
		return s.choose(h)
	default:
		if rows, ok := set.Steps(msg, len(s.sheet.apart)*int(picks)); ok {
			s.line = max(min(s.line+rows, len(s.sheet.apart)*int(picks)-1), 0)
		}
	}
	return nil
}

// choose takes what the cursor is on, and goes to the next answer of which nothing is chosen yet.
func (s *sides) choose(h *Host) tea.Cmd {
	answer, p := s.at()
	if p == pickAnew {
		h.open = s.sheet
		s.sheet.typeAnew(h, answer)
		return nil
	}
	s.picks[answer.id] = p
	for i, a := range s.sheet.apart {
		if _, chosen := s.picks[a.id]; !chosen {
			s.line = i * int(picks)
			break
		}
	}
	return nil
}

// save sends the form with what was chosen; nothing goes where something has still to be chosen.
func (s *sides) save(h *Host) tea.Cmd {
	d := s.sheet
	for i, a := range d.apart {
		if _, chosen := s.picks[a.id]; !chosen {
			s.line, s.fault = i*int(picks), h.Env.Words.Say("meanwhile.choose", "field", a.label)
			return nil
		}
	}
	for i := range d.apart {
		d.settle(&d.apart[i], s.picks[d.apart[i].id])
	}
	d.apart = nil
	d.sayMeanwhile(h)
	h.open = d
	return tea.Batch(h.Typed(), h.send(d))
}

// typeAnew brings the focus to an answer, beside which stands what the other wrote.
func (d *Sheet) typeAnew(h *Host, s *side) {
	theirs := shown(&s.theirs, "")
	d.settle(s, pickMine)
	d.apart = slices.DeleteFunc(slices.Clone(d.apart), func(a side) bool { return a.id == s.id })
	d.sayMeanwhile(h)
	d.Form.Blame(s.id, h.Env.Words.Say("meanwhile.theirs", "who", d.who(h), "text", cell.Safe(theirs, 400)))
}

// shown is an answer as people read it; none gives what is said of nothing.
func shown(e *widget.Entry, none string) string {
	out := e.Input.Text()
	if e.Options != nil {
		var labels []string
		for _, o := range e.Options {
			if slices.Contains(e.Picked, o.ID) {
				labels = append(labels, o.Label)
			}
		}
		out = strings.Join(labels, ", ")
	}
	if strings.TrimSpace(out) == "" {
		return none
	}
	return out
}

// answers are what can be chosen of an answer, in the order of the picks.
func (s *sides) answers(h *Host, a *side) [picks]string {
	w, d := h.Env.Words, s.sheet
	mine := d.Form.Entry(a.id)
	was := widget.Form{Entries: []widget.Entry{*mine}}
	was.Entries[0].Input = widget.NewInput("", mine.Input.Lines)
	was.Entries[0].Picked = nil
	refill(&was, Fields{a.id: a.was})
	none := w.Say("meanwhile.nothing")
	return [picks]string{
		w.Say("meanwhile.mine", "text", shown(mine, none)),
		w.Say("meanwhile.theirs", "who", d.who(h), "text", shown(&a.theirs, none)),
		w.Say("meanwhile.was", "text", shown(&was.Entries[0], none)),
		w.Say("meanwhile.anew"),
	}
}

// View draws the answers with what can be chosen of each.
func (s *sides) View(h *Host, width, height int) []string {
	w, th, d := h.Env.Words, h.Env.Theme, s.sheet
	width = min(width, 100)
	inner := width - 4
	var lines []string
	from, to := 0, 0 // the lines of the choice that the cursor is on
	for i := range d.apart {
		a := &d.apart[i]
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, th.Strong.On(cell.Cut(a.label, inner)))
		for p, said := range s.answers(h, a) {
			on := i*int(picks)+p == s.line
			if on {
				from = len(lines)
			}
			sign := "( ) "
			if chosen, ok := s.picks[a.id]; ok && int(chosen) == p {
				sign = "(•) "
			}
			for n, text := range cell.Wrap(cell.Safe(said, 2000), inner-6, 5) {
				mark := "  "
				if n > 0 {
					mark, sign = "  ", "    "
				} else if on {
					mark = th.Info.On(theme.CursorSign) + " "
				}
				lines = append(lines, mark+sign+text)
			}
			if on {
				to = len(lines)
			}
		}
	}
	foot := []string{th.Faint.On(cell.Cut(s.hint(h), inner))}
	if s.fault != "" {
		foot = append([]string{th.Now.On(cell.Short(theme.WarnSign+" "+s.fault, inner))}, foot...)
	}
	room := max(height-2-len(foot), 1)
	top := max(min(max(from-2, 0), len(lines)-room), to-room, 0)
	return widget.Box(th, cell.Short(w.Say("meanwhile.title", "who", d.who(h)), inner-2), append(lines[top:min(top+room, len(lines)):len(lines)], foot...), width)
}

// hint says what the keys do.
func (s *sides) hint(h *Host) string {
	set := h.Env.Keys
	return h.Env.Words.Say("meanwhile.hint", "choose", set.Label(keys.Accept), "save", set.Label(keys.Save), "cancel", set.Label(keys.Cancel))
}

// Refused says why the form cannot be sent; the form itself is back by then.
func (s *sides) Refused(h *Host, err error) { s.fault = h.Env.Words.Error(err) }

// OneByOne says that each key means something by itself.
func (s *sides) OneByOne() {}

// Draft is that of the form below.
func (s *sides) Draft() (key string, about journal.ID, typed Fields) { return s.sheet.Draft() }

// Keys gives the keys of the choosing.
func (s *sides) Keys() []keys.ID {
	return []keys.ID{keys.Accept, keys.Save, keys.Down, keys.Up, keys.Cancel}
}

// Said gives the answers with what can be chosen of each, and what was chosen.
func (s *sides) Said(h *Host) (l say.Lines) {
	w, d := h.Env.Words, s.sheet
	title := w.Say("meanwhile.title", "who", d.who(h))
	l.Heading("sides", title)
	for i := range d.apart {
		a := &d.apart[i]
		chosen, some := s.picks[a.id]
		for p, answer := range s.answers(h, a) {
			state := ""
			if some && int(chosen) == p {
				state = w.Say("say.chosen")
			}
			line := i*int(picks) + p
			l.Row(a.id+"/"+strconv.Itoa(p), line+1, line == s.line, say.Join(say.Pair(a.label, answer), state))
		}
	}
	if s.fault != "" {
		l.Note("fault", w.Say("say.warning")+": "+s.fault)
	}
	l.Help(s.hint(h))
	return l
}
