package attention

import (
	"strings"

	"leerbalie/model/attention"
	"leerbalie/model/journal"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// widest is how wide lines are at most that are read.
const widest = 110

// Typing reports whether keys are text now, or have to wait.
func (p *Attention) Typing() bool { return p.Host.Open() != nil || p.Waits() }

// Keys gives what keys do something now.
func (p *Attention) Keys() []keys.ID {
	if p.Host.Open() != nil {
		return p.Host.Keys()
	}
	return append(p.actions.Now(p), keys.Up, keys.Down, keys.PageUp, keys.PageDown)
}

// Head gives what stands above the body: of which group it is.
func (p *Attention) Head(screen.Size) screen.Head { return screen.Head{Right: p.whose()} }

func (p *Attention) whose() string {
	if !p.shows() {
		return ""
	}
	if name := p.data.list.Group.Name; name != "" {
		return cell.Safe(name, 40)
	}
	return p.Env.Words.Say("attention.everybody")
}

// arrange works out the lines from what is known and the width.
func (p *Attention) arrange() {
	width := min(max(p.size.Width-2, 1), widest)
	p.lines, p.at = nil, nil
	wrap := func(text string) {
		for _, line := range cell.Wrap(text, width-1, 8) {
			p.lines = append(p.lines, " "+line)
		}
	}
	if p.failed != "" {
		p.lines = []string{""}
		wrap(p.failed)
	}
	if !p.shows() {
		return
	}
	m, l := p.maker(), &p.data.list
	wrap(m.AttentionCount(l))
	ids := make([]journal.ID, len(l.Students))
	for i := range l.Students {
		s := &l.Students[i]
		ids[i] = s.ID
		p.at = append(p.at, len(p.lines))
		p.lines = append(p.lines, cell.Fit(cell.Safe(s.Name, 100), width-2))
		for _, r := range s.Reasons {
			for n, line := range cell.Wrap(p.reason(s, r), max(width-6, 1), 4) {
				sign := theme.Dot
				if n > 0 {
					sign = " "
				}
				p.lines = append(p.lines, "    "+sign+" "+line)
			}
		}
	}
	p.at = append(p.at, len(p.lines))
	p.list.Resize(max(len(ids), 1))
	p.list.Load(ids, false, false)
	p.lines = append(p.lines, "")
	for _, line := range cell.Wrap(p.Env.Words.Say("attention.how"), width-1, 8) {
		p.lines = append(p.lines, " "+p.Env.Theme.Faint.On(line))
	}
}

// reason is a reason with since when.
func (p *Attention) reason(s *attention.Student, r attention.Reason) string {
	m := p.maker()
	out := m.Reason(s, r)
	if since := m.Since(r); since != "" {
		out += " (" + since + ")"
	}
	return cell.Safe(out, 400)
}

// View draws the students with their reasons; the one that the cursor is on shows whole where it fits.
func (p *Attention) View(size screen.Size) string {
	on, _, ok := p.list.Cursor()
	ok = ok && p.shows()
	if ok {
		from, to := p.at[on], p.at[on+1]
		if on == 0 {
			from = 0
		}
		if on == len(p.at)-2 {
			to = len(p.lines)
		}
		p.top = max(min(p.top, from), min(to-size.Height+1, from), 0)
	}
	top := p.top
	lines := p.Env.Window(p.lines, &top, size.Height, "")
	th := p.Env.Theme
	for i, line := range lines {
		for n := 0; ok && n < len(p.at)-1; n++ {
			if p.at[n] != top+i || i == len(lines)-1 && top+i+1 < len(p.lines) {
				continue
			}
			if n == on {
				lines[i] = th.Cursor.Over(th.Info.On(theme.CursorSign) + " " + th.Strong.On(line))
			} else {
				lines[i] = "  " + th.Strong.On(strings.TrimRight(line, " "))
			}
		}
	}
	return p.Over(strings.Join(lines, "\n"), size)
}

// Said gives the list as structure: how many, then each student with the reasons.
func (p *Attention) Said() (l say.Lines) {
	if l, over := p.OverSaid(); over {
		return l
	}
	switch {
	case p.failed != "":
		l.Text(p.failed)
	case p.shows():
		l.State(p.whose())
		l.Text(p.maker().AttentionCount(&p.data.list))
		on, _, _ := p.list.Cursor()
		for i := range p.data.list.Students {
			s := &p.data.list.Students[i]
			parts := []string{cell.Safe(s.Name, 100)}
			for _, r := range s.Reasons {
				parts = append(parts, p.reason(s, r))
			}
			l.Row(s.ID.String(), i+1, i == on, say.Join(parts...))
		}
		l.Help(p.Env.Words.Say("attention.how"))
	}
	return l
}
