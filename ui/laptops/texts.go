package laptops

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// texts is a dialog that shows, one by one, the texts that seem to name a resident. Each stays home until somebody says that it may
// go. Left at any time, it goes on with the bundle.
type texts struct {
	l       *Laptops
	to      transfer.Recipient
	plan    transfer.Plan
	at      int
	top     int
	decided bool
}

// showTexts begins at the first text about which nobody has decided.
func (l *Laptops) showTexts(to transfer.Recipient, plan transfer.Plan) tea.Cmd {
	d := &texts{l: l, to: to, plan: plan}
	for i, h := range plan.Hits {
		if h.Choice == transfer.Undecided {
			d.at = i
			break
		}
	}
	return l.Show(d)
}

// Update takes a key press.
func (d *texts) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	set := h.Env.Keys
	switch {
	case set.Is(msg, Goes) && !d.l.invites():
		return screen.Say(screen.Fault, h.Env.Words.Say("laptops.text.coordinator"))
	case set.Is(msg, Goes):
		return d.choose(transfer.Travels)
	case set.Is(msg, Stays):
		return d.choose(transfer.StaysHome)
	case set.Is(msg, keys.Down):
		d.step(1)
	case set.Is(msg, keys.Up):
		d.step(-1)
	case set.Is(msg, keys.PageDown):
		d.top += 5
	case set.Is(msg, keys.PageUp):
		d.top -= 5
	case set.Is(msg, keys.Back, keys.Choose):
		return d.leave()
	}
	return nil
}

func (d *texts) step(n int) { d.at, d.top = max(min(d.at+n, len(d.plan.Hits)-1), 0), 0 }

// OneByOne lets each key of a read mean something by itself.
func (d *texts) OneByOne() {}

// choose keeps what was decided about the text that shows, and goes on with the next one that waits for that.
func (d *texts) choose(c transfer.Choice) tea.Cmd {
	hit, powers := d.plan.Hits[d.at], d.l.Env.Bundles
	return dialog.Look(&d.l.Host, func(ctx context.Context, session *model.Session) (struct{}, error) {
		return struct{}{}, powers.Decide(ctx, session, hit, c)
	}, func(struct{}) tea.Cmd {
		d.plan.Hits[d.at].Choice, d.decided = c, true
		for i := range d.plan.Hits {
			if next := (d.at + 1 + i) % len(d.plan.Hits); d.plan.Hits[next].Choice == transfer.Undecided {
				d.at, d.top = next, 0
				return nil
			}
		}
		if d.at == len(d.plan.Hits)-1 {
			return d.leave()
		}
		d.step(1)
		return nil
	})
}

// leave goes on with the bundle; what travels is worked out anew where something was decided.
func (d *texts) leave() tea.Cmd {
	if !d.decided {
		return d.l.askWhere(d.to, d.plan)
	}
	plan, powers, session := d.plan, d.l.Env.Bundles, d.l.Env.Session
	to := d.to
	return d.l.work("laptops.planning", d.l.forWhom(&to), func(ctx context.Context, _ dialog.Progress) (err error) {
		plan, err = powers.Plan(ctx, session, to)
		return err
	}, func() tea.Cmd { return d.l.askWhere(to, plan) })
}

// View shows the text with what was found in it between brackets, and what was decided.
func (d *texts) View(h *dialog.Host, width, height int) []string {
	w, th := h.Env.Words, h.Env.Theme
	hit := &d.plan.Hits[d.at]
	width = min(width-2, 90)
	inner := width - 4
	why, how := d.asks()
	lines := append(cell.Wrap(w.Say(why), inner, 3), "", th.Faint.On(cell.Short(d.by(h), inner)))
	choice, paint := d.chosen(th)
	foot := []string{"", paint.On(cell.Cut(w.Say(choice), inner)), th.Faint.On(cell.Cut(w.Say(how, "goes", h.Env.Keys.Label(Goes), "stays", h.Env.Keys.Label(Stays),
		"back", h.Env.Keys.Label(keys.Back)), inner))}
	marked := markFound(th, hit.Text, hit.Found, inner-2)
	room := max(height-2-len(lines)-len(foot), 1)
	for _, line := range h.Env.Window(marked, &d.top, min(room, len(marked)), keys.PageDown) {
		lines = append(lines, "  "+line)
	}
	return widget.Box(th, d.title(w), append(lines, foot...), width)
}

// title says which of the texts it is.
func (d *texts) title(w text.Words) string {
	return w.Say("laptops.text.title", "n", d.at+1, "of", len(d.plan.Hits))
}

// by says who wrote the text, and when.
func (d *texts) by(h *dialog.Host) string {
	hit := &d.plan.Hits[d.at]
	by := d.l.data.people[hit.By]
	if by == "" {
		by = h.Env.Words.Say("laptops.somebody")
	}
	return h.Env.Words.Say("laptops.text.by", "name", cell.Safe(by, 40), "day", h.Env.Day(hit.At))
}

// asks are the sentences that say why the text is shown, and what keys do.
func (d *texts) asks() (why, how string) {
	if !d.l.invites() {
		return "laptops.text.coordinator", "laptops.text.foot-home"
	}
	return "laptops.text.why", "laptops.text.foot"
}

// chosen is the sentence that says what was decided, and its colour.
func (d *texts) chosen(th theme.Theme) (choice string, paint theme.Paint) {
	switch d.plan.Hits[d.at].Choice {
	case transfer.StaysHome:
		return "laptops.text.stays", th.Info
	case transfer.Travels:
		return "laptops.text.goes", th.Good
	}
	return "laptops.text.undecided", th.Today
}

// markFound breaks a text to fit, what was found in it between brackets, so that it shows without colours as well.
func markFound(th theme.Theme, text string, found []string, width int) []string {
	text = cell.Safe(strings.ReplaceAll(text, "\n", " "), 4000)
	var marks []string
	for _, f := range found {
		if f = cell.Safe(strings.ReplaceAll(f, "\n", " "), 200); f != "" && strings.Contains(text, f) {
			text = strings.ReplaceAll(text, f, "["+f+"]")
			marks = append(marks, "["+f+"]")
		}
	}
	lines := cell.Wrap(text, width, 200)
	for i := range lines {
		for _, mark := range marks {
			lines[i] = strings.ReplaceAll(lines[i], mark, th.Now.On(mark))
		}
	}
	return lines
}

// Refused does nothing: what could not be kept is said by the host.
func (d *texts) Refused(*dialog.Host, error) {}

// Keys gives the keys that decide.
func (d *texts) Keys() []keys.ID {
	if !d.l.invites() {
		return []keys.ID{Stays, keys.Down, keys.Up, keys.Back}
	}
	return []keys.ID{Goes, Stays, keys.Down, keys.Up, keys.Back}
}
