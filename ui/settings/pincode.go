package settings

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/screen/pin"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// pinDialog asks for the PIN there is, for a new one, and for the new one again. What is typed in it is never a draft.
type pinDialog struct {
	s      *Settings
	steps  []string // what is still to be asked
	secret widget.Secret
	old    string
	fresh  string
	fault  string
}

// What the dialog asks, by the ending of its words.
const (
	askOld, askNew, askAgain = "old", "new", "again"
)

func (s *Settings) startPIN() tea.Cmd {
	p := &pinDialog{s: s}
	p.begin("")
	return s.Show(p)
}

// begin asks from the beginning, with what was wrong.
func (p *pinDialog) begin(fault string) {
	*p = pinDialog{s: p.s, fault: fault, steps: []string{askNew, askAgain}}
	if p.s.hasPIN {
		p.steps = append([]string{askOld}, p.steps...)
	}
}

// Update takes a key press.
func (p *pinDialog) Update(h *dialog.Host, msg tea.KeyMsg) tea.Cmd {
	set := h.Env.Keys
	switch {
	case set.Is(msg, keys.Cancel):
		return h.Show(nil)
	case set.Is(msg, keys.Accept):
		return p.next()
	case p.secret.Update(msg):
		p.fault = ""
	}
	return nil
}

// next takes what was typed and goes on; a new PIN that is empty takes the old one away.
func (p *pinDialog) next() tea.Cmd {
	typed := p.secret.Text()
	p.secret.Clear()
	w := p.s.Env.Words
	switch p.steps[0] {
	case askOld:
		p.old = typed
	case askNew:
		if typed == "" && p.s.hasPIN {
			return p.keep("")
		}
		if !pin.Good(typed) {
			p.fault = w.Say("settings.pin.form", "least", pin.Shortest, "most", pin.Longest)
			return nil
		}
		if plain.Refuses(typed, plain.InWords) {
			p.fault = w.Say("settings.pin.bsn")
			return nil
		}
		p.fresh = typed
	case askAgain:
		if typed != p.fresh {
			p.fault, p.steps = w.Say("settings.pin.differs"), []string{askNew, askAgain}
			return nil
		}
		return p.keep(typed)
	}
	p.steps = p.steps[1:]
	return nil
}

// keep tries the old PIN and keeps the new one, "" for none.
func (p *pinDialog) keep(fresh string) tea.Cmd {
	s := p.s
	me, old, now := s.Env.User.ID, p.old, s.Env.Now()
	return s.change(func() tea.Cmd {
		said := "settings.pin.gone"
		if s.hasPIN {
			said = "settings.pin.kept"
		}
		return screen.Say(screen.Done, s.Env.Words.Say(said, "key", s.Env.Keys.Label(keys.Lock)))
	}, func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		r, err := pin.Try(ctx, session, me, old, now)
		switch {
		case err != nil:
			return model.Receipt{}, err
		case !r.Open:
			return model.Receipt{}, fault.New(fault.Refused, "pin-wrong")
		case fresh == "":
			return model.Receipt{}, session.KeepPIN(ctx, "")
		}
		kept, err := pin.Hash(fresh, pin.Usual(), rand.Reader)
		if err != nil {
			return model.Receipt{}, err
		}
		return model.Receipt{}, session.KeepPIN(ctx, kept)
	})
}

// Refused asks again from the beginning, and says why.
func (p *pinDialog) Refused(h *dialog.Host, err error) { p.begin(h.Env.Words.Error(err)) }

// View draws the question that is next.
func (p *pinDialog) View(h *dialog.Host, width, _ int) []string {
	th, w := h.Env.Theme, h.Env.Words
	width = min(width-2, boxWidth)
	step := p.steps[0]
	lines := []string{w.Say("settings.pin."+step) + "  " + th.Info.On("›") + " " + p.secret.View(th, true)}
	if p.fault != "" {
		for _, line := range cell.Wrap(p.fault, width-6, 3) {
			lines = append(lines, th.Now.On(theme.WarnSign+" "+line))
		}
	}
	for _, line := range cell.Wrap(p.hint(w), width-4, 3) {
		lines = append(lines, th.Faint.On(line))
	}
	return widget.Box(th, w.Say("settings.pin"), lines, width)
}

// hint says what can be typed.
func (p *pinDialog) hint(w text.Words) string {
	hint := "settings.pin.hint"
	if p.steps[0] == askNew && p.s.hasPIN {
		hint = "settings.pin.hint-none"
	}
	return w.Say(hint, "least", pin.Shortest, "most", pin.Longest)
}

// Keys gives the keys of the question.
func (p *pinDialog) Keys() []keys.ID { return []keys.ID{keys.Accept, keys.Cancel} }

// startOthers lets a coordinator take away the PIN of a colleague who forgot it.
func (s *Settings) startOthers(title string) tea.Cmd {
	w := s.Env.Words
	var list []widget.Choice
	for id, name := range s.withPIN {
		list = append(list, widget.Choice{ID: id.String(), Label: cell.Short(name, 50)})
	}
	slices.SortFunc(list, func(a, b widget.Choice) int { return strings.Compare(plain.FoldText(a.Label), plain.FoldText(b.Label)) })
	return s.choose(title, list, func(id string) tea.Cmd {
		who, err := journal.ParseID(id)
		if err != nil {
			return nil
		}
		name := s.withPIN[who]
		return s.Ask(title, []string{w.Say("settings.others.ask", "name", name)}, w.Say("settings.remove.yes"), func() tea.Cmd {
			return s.change(func() tea.Cmd {
				return screen.Say(screen.Done, s.Env.Words.Say("settings.others.gone", "name", name))
			}, func(ctx context.Context, session *model.Session) (model.Receipt, error) {
				_, err := session.DropPIN(ctx, who)
				return model.Receipt{}, err
			})
		})
	})
}
