package ui

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/transfer"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// apart is how this copy stands to the others, as the frame last heard.
type apart struct {
	transfer.Standing
	asked screen.Tickets
}

// lookApart asks how this copy stands to the others: after each commit, and when the clock turns.
func (a *App) lookApart() tea.Cmd {
	if a.env.Session == nil || a.env.Bundles == nil {
		return nil
	}
	powers, session := a.env.Bundles, a.env.Session
	return screen.Ask(a.env.Ctx, a.apart.asked.Next(), func(ctx context.Context) (transfer.Standing, error) { return powers.Standing(ctx, session) })
}

// tookApart takes in how this copy stands to the others, and says when something was put away in it, at the start too. What cannot
// be read stays as it was heard last.
func (a *App) tookApart(m screen.Answer[transfer.Standing]) tea.Cmd {
	if !a.apart.asked.Fits(m.Ticket) || m.Err != nil {
		return nil
	}
	before := len(a.apart.Away)
	a.apart.Standing = m.Value
	if len(m.Value.Away) <= before {
		return nil
	}
	return screen.Say(screen.Note, a.env.Words.Say("frame.put-away", "key", a.env.Keys.Label(keys.Files)))
}

// exchanges tells whether anything is ever exchanged here: on a desk that never did nothing of it is said.
func (a *App) exchanges() bool {
	return a.env.Session != nil && (a.apart.Laptop || !a.apart.Exchanged.IsZero())
}

// apartSaid are the forms in which the frame says what nobody else has yet, the longest first. At a desk the things are where they
// belong: there it says only when somebody was last heard of.
func (a *App) apartSaid() []string {
	w, s := a.env.Words, &a.apart.Standing
	alone, brief := w.Count("frame.alone", s.Alone), w.Say("frame.alone.short", "n", s.Alone)
	if s.Alone == 0 {
		alone, brief = w.Say("frame.alone.none"), ""
	}
	dot := " " + theme.Dot + " "
	if s.WaitingThere > 0 {
		waits, short := w.Count("frame.waits", s.WaitingThere), w.Say("frame.waits.short", "n", s.WaitingThere)
		if s.Alone == 0 {
			alone, brief = waits, short
		} else {
			alone, brief = alone+dot+waits, brief+dot+short
		}
	}
	when, short := w.Say("frame.exchanged.never"), w.Say("frame.exchanged.never")
	if !s.Exchanged.IsZero() {
		when = w.Say("frame.exchanged", "day", a.env.Lately(s.Exchanged))
		short = w.Say("frame.exchanged.short", "day", a.env.Lately(s.Exchanged))
	}
	switch {
	case !s.Laptop, brief == "" && s.Exchanged.IsZero():
		return []string{when, short}
	case brief == "":
		return []string{alone + dot + when, short}
	}
	return []string{alone + dot + when, brief + dot + short, brief}
}

// lowerRule is the lower rule; where things are exchanged it says how this copy stands to the others, and who else is at work.
func (a *App) lowerRule(divider int) string {
	th, width := a.env.Theme, a.size.Width
	said, paint := "", th.Plain
	if a.exchanges() {
		for _, said = range a.apartSaid() {
			if cell.Width(said) <= width-8 {
				break
			}
		}
		if a.apart.Alone+a.apart.WaitingThere > 0 {
			paint = th.Info
		}
	}
	if said = a.withAround(said, width-8); said == "" {
		return a.rule(divider, theme.JointUp)
	}
	said = " " + cell.Short(said, width-8) + " "
	tail := 2
	lead := width - cell.Width(said) - tail
	rule := strings.Repeat(theme.RuleSign, lead)
	if divider > 0 && divider < lead {
		rule = strings.Repeat(theme.RuleSign, divider) + theme.JointUp + strings.Repeat(theme.RuleSign, lead-divider-1)
	}
	return th.Faint.On(rule) + paint.On(said) + th.Faint.On(strings.Repeat(theme.RuleSign, tail))
}

// whyNotSwitch says why nobody else sits down on a laptop.
func (a *App) whyNotSwitch() string {
	if !a.env.Laptop {
		return ""
	}
	return a.env.Words.Say("frame.laptop-only", "name", a.env.User.Name)
}
