package laptops

import (
	"strings"

	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Typing reports whether keys are text now, or have to wait. A report is only read.
func (l *Laptops) Typing() bool {
	_, report := l.Open().(*dialog.Report)
	return l.Waits() || l.Open() != nil && !report
}

// Keys gives what keys do something now.
func (l *Laptops) Keys() []keys.ID {
	if l.Open() != nil {
		return l.Host.Keys()
	}
	return l.actions.Now(l)
}

// Head gives the line above the body.
func (l *Laptops) Head(size screen.Size) screen.Head {
	h := screen.Head{Left: l.Env.Words.Say("laptops.title"), Divider: l.divider(size)}
	waits := 0
	for _, m := range l.data.machines {
		waits += len(m.Waiting)
	}
	if waits > 0 {
		h.Right = l.Env.Theme.Today.On(l.Env.Words.Count("laptops.waits", waits))
	}
	return h
}

func (l *Laptops) divider(size screen.Size) int {
	if size.Width < sideBySide || l.list.Len() == 0 {
		return 0
	}
	return size.Width * 55 / 100
}

// listHeight is how many rows the list has: what stands of one is beside it, or in the lower half.
func (l *Laptops) listHeight() int {
	if l.size.Width >= sideBySide {
		return max(l.size.Height, 1)
	}
	return max(l.size.Height/2, 3)
}

// View draws the list, with what is known of a machine beside or below it.
func (l *Laptops) View(size screen.Size) string { return l.Over(l.body(size), size) }

func (l *Laptops) body(size screen.Size) string {
	instead := l.instead()
	if instead == "" && !l.read {
		return ""
	}
	if instead != "" {
		out := []string{""}
		for _, line := range cell.Wrap(instead, max(min(size.Width-6, 70), 10), 8) {
			out = append(out, "   "+line)
		}
		return strings.Join(out, "\n")
	}
	divider := l.divider(size)
	width := size.Width
	if divider > 0 {
		width = divider
	}
	rows := l.rows(width)
	if divider > 0 {
		return widget.Panes(l.Env.Theme, rows, l.window(size.Width-divider-2, size.Height), size.Width, size.Height, divider, false)
	}
	rows = append(rows, l.Env.Theme.Faint.On(strings.Repeat(theme.RuleSign, size.Width)))
	for _, line := range l.window(size.Width-4, max(size.Height-len(rows), 1)) {
		rows = append(rows, "  "+line)
	}
	return strings.Join(rows[:min(len(rows), size.Height)], "\n")
}

// instead is the sentence that stands where there is no list.
func (l *Laptops) instead() string {
	w := l.Env.Words
	switch {
	case l.barred() != "":
		return w.Say(l.barred())
	case l.failed != "":
		return l.failed
	case l.read && l.list.Len() == 0:
		return w.Say("laptops.none", "take", l.Env.Keys.Label(Take), "return", l.Env.Keys.Label(Return))
	}
	return ""
}

// window is what is known of the row the cursor is on, as much as fits.
func (l *Laptops) window(width, height int) []string {
	return l.Env.Window(l.details(width), &l.scroll, height, "")
}

// rows draws the list.
func (l *Laptops) rows(width int) (out []string) {
	th := l.Env.Theme
	from, to := l.list.Window()
	cursor, _, _ := l.list.Cursor()
	at := -1
	for i := range l.data.machines {
		m := &l.data.machines[i]
		lines := []string{l.line(m, width-4)}
		for j := range m.Waiting {
			lines = append(lines, l.waitingLine(&m.Waiting[j], width-4))
		}
		for _, line := range lines {
			if at++; at < from || at >= to {
				continue
			}
			if at == cursor {
				out = append(out, th.Cursor.Over(th.Info.On(theme.CursorSign)+" "+cell.Line(line, width-2)))
			} else {
				out = append(out, "  "+line)
			}
		}
	}
	return out
}

// line is a machine in a line: its name and whose it is, and how it stands.
func (l *Laptops) line(m *transfer.Machine, width int) string {
	state := l.state(m)
	return cell.Ends(cell.Short(l.named(&m.Party), max(width-cell.Width(state)-2, 10)), state, width)
}

// state says how a machine stands.
func (l *Laptops) state(m *transfer.Machine) string {
	w := l.Env.Words
	switch {
	case m.Revoked:
		return w.Say("laptops.is-revoked")
	case m.Here:
		return w.Say("laptops.is-here")
	case m.Invited:
		return w.Say("laptops.is-invited", "day", l.Env.Day(m.Until))
	case m.Exchanged.IsZero():
		return w.Say("laptops.never")
	}
	return w.Say("laptops.last", "day", l.Env.Lately(m.Exchanged))
}

func (l *Laptops) waitingLine(t *transfer.Waiting, width int) string {
	text := theme.WarnSign + " " + l.waits(t)
	return "  " + cell.Short(text, width-2)
}

// details tells all of the row the cursor is on.
func (l *Laptops) details(width int) (out []string) {
	w, th := l.Env.Words, l.Env.Theme
	m, waiting := l.current()
	if m == nil {
		return nil
	}
	say := func(text string) { out = append(out, cell.Wrap(text, width, 6)...) }
	out = append(out, th.Strong.On(cell.Short(l.named(&m.Party), width)))
	if waiting != nil {
		if waiting.Changes > 0 {
			say(w.Count("laptops.waiting", waiting.Changes, "when", l.Env.Date(waiting.At)))
		}
		say(l.reason(waiting))
		if scope := l.scopes([]journal.Scope{waiting.Scope}); scope != "" {
			say(w.Say("laptops.about", "what", scope))
		}
		if decidable(waiting.Reason) {
			say(w.Say("laptops.decide", "accept", l.Env.Keys.Label(Accept)))
		} else {
			say(w.Say(undecided(waiting.Reason)))
		}
		return out
	}
	if m.Here {
		say(w.Say("laptops.here"))
	}
	switch {
	case m.Here && m.Since.IsZero():
		say(w.Say("laptops.here-new"))
	case m.Invited:
		say(w.Say("laptops.invited", "day", l.Env.Day(m.Since), "until", l.Env.Day(m.Until)))
	case !m.Since.IsZero():
		say(w.Say("laptops.since", "day", l.Env.Day(m.Since)))
	}
	if !m.Invited && !m.Here {
		if m.Exchanged.IsZero() {
			say(w.Say("laptops.never"))
		} else {
			say(w.Say("laptops.exchanged", "when", l.Env.Date(m.Exchanged)))
		}
	}
	if scopes := l.scopes(m.Scopes); scopes != "" {
		say(w.Say("laptops.may", "what", scopes))
	}
	if m.Wrote > 0 {
		say(w.Count("laptops.wrote", m.Wrote))
	}
	if away := l.data.standing.Away; m.Centre && len(away) > 0 {
		say(w.Say("laptops.put-away", "what", l.scopes(away)))
	}
	for _, line := range l.direct(m) {
		say(line)
	}
	switch {
	case m.Here && m.Revoked:
		say(w.Say("frame.revoked"))
	case m.Here:
	case m.Revoked:
		say(w.Say("laptops.revoked", "key", l.Env.Keys.Label(keys.Choose)))
	case m.Invited:
	case m.Lacks > 0:
		say(w.Count("laptops.lacks", m.Lacks, "key", l.Env.Keys.Label(keys.Choose)))
	default:
		say(w.Say("laptops.has-all"))
	}
	return out
}
