package settings

import (
	"strings"

	"leerbalie/ui/dialog"
	"leerbalie/ui/say"
)

// Said gives the settings as structure, and the one that the cursor is on in full.
func (s *Settings) Said() (l say.Lines) {
	if over, open := s.OverSaid(); open {
		return over
	}
	l.Add(s.Head(s.size).Said())
	rows := s.rows()
	at := min(s.cursor, len(rows)-1)
	number, part := 0, ""
	for i, r := range rows {
		if r.id == "" {
			if part = r.label; number == 0 {
				l.Text(part)
				part = ""
			}
			continue
		}
		number++
		value := r.value
		if days := s.openDays(); r.id == rowHours && len(days) > 0 {
			value = strings.Join(days, ", ")
		}
		l.Row(r.id, number, i == at, say.Join(part, say.Pair(r.label, value)))
		part = "" // before the first of its rows, as one hears it on getting there
	}
	l.Aside(s.about(rows[at].id))
	if rows[at].id != rowTeaches {
		l.Aside(s.whole(rows[at].id)...)
		return l
	}
	for _, t := range s.themes() { // in full, where a column cuts the names off
		names, _ := s.applies(t)
		l.Aside(say.Pair(s.Env.Words.Label(s.Env.Site.Theme(t)), names))
	}
	return l
}

// Said gives the list as structure, the names in the other languages behind each.
func (p *codeList) Said(h *dialog.Host) (l say.Lines) {
	w, list := h.Env.Words, p.codes()
	l.Heading("list:"+p.id, p.title)
	for i, c := range list {
		l.Row(c.Code, i+1, i == p.at(), say.Join(append([]string{w.Label(c)}, others(w, c)...)...))
	}
	if len(list) == 0 {
		l.Text(p.empty(h))
	}
	if p.fault != "" {
		l.Note("fault", w.Say("say.warning")+": "+p.fault)
	}
	l.Help(p.hint(h))
	return l
}

// Said gives the question that is next.
func (p *pinDialog) Said(h *dialog.Host) (l say.Lines) {
	w, step := h.Env.Words, p.steps[0]
	l.Heading("settings-pin", w.Say("settings.pin"))
	f := p.secret.Said("pin-"+step, w.Say("settings.pin."+step), p.fault)
	f.At, f.Hint = true, p.hint(w)
	l.Field(f)
	return l
}
