package settings

import (
	"context"
	"crypto/rand"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/screen/pin"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// pinPage asks for the PIN there is, for a new one, and for the new one again.
type pinPage struct {
	steps  []string // what is still to be asked
	secret widget.Secret
	old    string
	fresh  string
	fault  string
}

// What the page asks, by the ending of its words.
const (
	askOld, askNew, askAgain = "old", "new", "again"
)

func (s *Settings) pinPage() page {
	p := &pinPage{steps: []string{askNew, askAgain}}
	if s.mine {
		p.steps = append([]string{askOld}, p.steps...)
	}
	return p
}

func (p *pinPage) update(s *Settings, msg tea.KeyMsg) tea.Cmd {
	set := s.env.Keys
	switch {
	case set.Is(msg, keys.Cancel):
		s.page = nil
	case set.Is(msg, keys.Accept):
		return p.next(s)
	case p.secret.Update(msg):
		p.fault = ""
	}
	return nil
}

// next takes what was typed and goes on; a new PIN that is empty takes the old one away.
func (p *pinPage) next(s *Settings) tea.Cmd {
	typed := p.secret.Text()
	p.secret.Clear()
	w := s.env.Words
	switch p.steps[0] {
	case askOld:
		p.old = typed
	case askNew:
		if typed == "" && s.mine {
			return p.keep(s, "")
		}
		if !pin.Good(typed) {
			p.fault = w.Say("settings.pin.form", "least", pin.Shortest, "most", pin.Longest)
			return nil
		}
		p.fresh = typed
	case askAgain:
		if typed != p.fresh {
			p.fault, p.steps = w.Say("settings.pin.differs"), []string{askNew, askAgain}
			return nil
		}
		return p.keep(s, typed)
	}
	p.steps = p.steps[1:]
	return nil
}

// keep tries the old PIN and keeps the new one, "" for none.
func (p *pinPage) keep(s *Settings, fresh string) tea.Cmd {
	me, old, now := s.env.User.ID, p.old, s.env.Now()
	return s.write(func(s *Settings) tea.Cmd {
		s.page, s.mine = nil, fresh != ""
		said := "settings.pin.gone"
		if s.mine {
			said = "settings.pin.kept"
		}
		return screen.Say(screen.Done, s.env.Words.Say(said, "key", s.env.Keys.Label(keys.Lock)))
	}, func(ctx context.Context, v *model.View) (model.Receipt, error) {
		r, err := pin.Try(ctx, v, me, old, now)
		switch {
		case err != nil:
			return model.Receipt{}, err
		case !r.Open:
			return model.Receipt{}, model.Fail(model.Refused, "pin-wrong")
		case fresh == "":
			return model.Receipt{}, pin.Drop(ctx, v, me)
		}
		kept, err := pin.Hash(fresh, pin.Usual(), rand.Reader)
		if err != nil {
			return model.Receipt{}, err
		}
		return model.Receipt{}, pin.Keep(ctx, v, me, kept)
	})
}

func (p *pinPage) refused(s *Settings, why string) bool {
	again := s.pinPage().(*pinPage)
	again.fault = why
	*p = *again
	return true
}

func (p *pinPage) view(s *Settings, size screen.Size) []string {
	th, w, width := s.env.Theme, s.env.Words, boxWidth(size)
	step := p.steps[0]
	lines := []string{w.Say("settings.pin."+step) + "  " + th.Info.On("›") + " " + p.secret.View(th, true)}
	if p.fault != "" {
		for _, line := range cell.Wrap(p.fault, width-6, 3) {
			lines = append(lines, th.Now.On(theme.WarnSign+" "+line))
		}
	}
	hint := "settings.pin.hint"
	if step == askNew && s.mine {
		hint = "settings.pin.hint-none"
	}
	for _, line := range cell.Wrap(w.Say(hint, "least", pin.Shortest, "most", pin.Longest), width-4, 3) {
		lines = append(lines, th.Faint.On(line))
	}
	return widget.Box(th, w.Say("settings.pin"), lines, width)
}

func (p *pinPage) keys() []keys.ID { return []keys.ID{keys.Accept, keys.Cancel} }
func (p *pinPage) typing() bool    { return true }

// othersPage lets a coordinator take away the PIN of a colleague who forgot it.
func (s *Settings) othersPage(title string) page {
	w := s.env.Words
	var list []widget.Choice
	for id, name := range s.keyed {
		list = append(list, widget.Choice{ID: id.String(), Label: cell.Short(name, 50)})
	}
	sortChoices(list)
	return &choosing{picker: s.picker(title, list), choose: func(s *Settings, id string) tea.Cmd {
		who, err := model.ParseID(id)
		if err != nil {
			return nil
		}
		name := s.keyed[who]
		s.page = &asking{confirm: widget.Confirm{
			Title: title, Lines: []string{w.Say("settings.others.ask", "name", name)}, Yes: w.Say("settings.remove.yes"), No: w.Say("confirm.no"), YesKeys: "jy",
		}, yes: func(s *Settings) tea.Cmd {
			return s.write(func(s *Settings) tea.Cmd {
				delete(s.keyed, who)
				return screen.Say(screen.Done, s.env.Words.Say("settings.others.gone", "name", name))
			}, func(ctx context.Context, v *model.View) (model.Receipt, error) {
				return model.Receipt{}, pin.Drop(ctx, v, who)
			})
		}}
		return nil
	}}
}
