// Package settings is the screen on which a service point and this machine are set: the site's name, opening hours and
// lists; language, colours and lock; the PIN of whoever sits here.
//
// What belongs to the site is an action of the model and can be undone; only a coordinator may, and others read it with
// the reason. What belongs to the machine is asked of the root, which alone keeps it.
package settings

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/screen/pin"
)

// Settings is the screen.
type Settings struct {
	env    screen.Env
	size   screen.Size
	cursor int // index in rows(), never on a heading
	top    int
	page   page // what lies over the list
	keyed  map[model.ID]string
	mine   bool // whoever sits here has a PIN

	lists []model.Framework // all there are, those put away among them

	look, save, list screen.Asker
	busy             bool // a change is being written: keys wait
	held             []tea.KeyMsg
}

var _ screen.Screen = (*Settings)(nil)

// New makes the screen.
func New(env screen.Env) screen.Screen { return &Settings{env: env, cursor: 1} }

// row is one line of the list.
type row struct {
	id    string // "" for a heading
	label string
	value string
}

// The rows.
const (
	rowName, rowHours, rowThemes, rowTags   = "name", "hours", "themes", "tags"
	rowUrgencies, rowSteps                  = "urgencies", "steps"
	rowOffers, rowTeaches                   = "offers", "teaches"
	rowLang, rowGround, rowSet, rowDepth    = "lang", "ground", "set", "depth"
	rowLock, rowPIN, rowOthers              = "lock", "pin", "others"
	sectionSite, sectionMachine, sectionPIN = "settings.site", "settings.machine", "settings.pins"
)

// rows lists what can be set.
func (s *Settings) rows() []row {
	w := s.env.Words
	line := func(id, value string) row { return row{id, w.Say("settings." + id), value} }
	site := s.env.Site
	out := []row{
		{label: w.Say(sectionSite)},
		line(rowName, site.Name),
		line(rowHours, s.hoursShort()),
		line(rowThemes, s.amount(len(site.Themes), len(site.ThemeCodes()))),
		line(rowTags, s.tagsShort()),
		line(rowUrgencies, s.urgenciesShort()),
		line(rowSteps, s.stepsShort()),
		line(rowOffers, w.Say(offersWord(site.OffersOff))),
		line(rowTeaches, s.teachesShort()),
		{label: w.Say(sectionMachine)},
	}
	m := s.env.Machine
	for _, c := range choices() {
		out = append(out, line(c.id, w.Say(c.word(c.now(m)))))
	}
	lock := w.Say("settings.lock.never")
	if m.Lock > 0 {
		lock = w.Count("settings.lock", m.Lock)
	}
	out = append(out, line(rowLock, lock), row{label: w.Say(sectionPIN)})
	kept := w.Say("settings.pin.none")
	if s.mine {
		kept = w.Say("settings.pin.set")
	}
	out = append(out, line(rowPIN, kept))
	if s.mayWrite() {
		out = append(out, line(rowOthers, w.Count("settings.others", len(s.keyed))))
	}
	return out
}

// mayWrite reports whether whoever sits here may alter the site.
func (s *Settings) mayWrite() bool {
	return s.env.View != nil && s.env.View.Clearance().MayWrite(model.Scope{Class: model.People, Part: model.Organisation()})
}

// pins is who has a PIN on this machine.
type pins struct {
	mine   bool
	others map[model.ID]string // their names
}

// Init reads who has a PIN, and the frameworks.
func (s *Settings) Init() tea.Cmd { return tea.Batch(s.fetchPINs(), s.fetchLists()) }

func (s *Settings) fetchPINs() tea.Cmd {
	view, me := s.env.View, s.env.User.ID
	return screen.Ask(s.env.Ctx, s.look.Next(), func(ctx context.Context) (p pins, err error) {
		p.others = map[model.ID]string{}
		people, err := view.People(ctx)
		if err != nil {
			return p, err
		}
		for _, who := range people {
			has, err := pin.Has(ctx, view, who.ID)
			switch {
			case err != nil:
				return p, err
			case has && who.ID == me:
				p.mine = true
			case has:
				p.others[who.ID] = who.Name
			}
		}
		return p, nil
	})
}

// saved is what became of a change.
type saved struct {
	site    *model.Site // the site as it is now
	receipt model.Receipt
	then    func(*Settings) tea.Cmd
}

// alter changes the site: it is read again first, so that what a colleague altered meanwhile stays.
func (s *Settings) alter(change func(*model.Site), then func(*Settings) tea.Cmd) tea.Cmd {
	id := s.env.Site.ID
	return s.write(then, func(ctx context.Context, v *model.View) (model.Receipt, error) {
		site, err := v.SiteByID(ctx, id)
		if err != nil {
			return model.Receipt{}, err
		}
		change(&site)
		return v.Do(ctx, model.EditSite{Site: site})
	})
}

// write carries out a change in a command; keys wait for it.
func (s *Settings) write(then func(*Settings) tea.Cmd, act func(context.Context, *model.View) (model.Receipt, error)) tea.Cmd {
	view, id := s.env.View, s.env.Site.ID
	s.busy = true
	return screen.Ask(s.env.Ctx, s.save.Next(), func(ctx context.Context) (out saved, err error) {
		if out.receipt, err = act(ctx, view); err != nil {
			return saved{}, err
		}
		out.then = then
		if site, err := view.SiteByID(ctx, id); err == nil {
			out.site = &site
		}
		return out, nil
	})
}

// tookSaved shows what became of a change.
func (s *Settings) tookSaved(a screen.Answer[saved]) tea.Cmd {
	if !s.save.Fits(a.Ticket) {
		return nil
	}
	s.busy = false
	if a.Err != nil {
		said := s.env.Words.Error(a.Err)
		if s.page != nil && s.page.refused(s, said) {
			return nil
		}
		return screen.Say(screen.Fault, said)
	}
	if a.Value.site != nil {
		s.env.Site = *a.Value.site
	}
	cmd := screen.Say(screen.Done, s.env.Words.Say("settings.saved", "key", s.env.Keys.Label(Undo)))
	if a.Value.then != nil {
		cmd = a.Value.then(s)
	}
	s.settle(0)
	return tea.Batch(screen.Send(screen.Saved{}), cmd)
}

// undo takes back what this session did last; redo does it again.
func (s *Settings) undo(again bool) tea.Cmd {
	word, act := "settings.undone", (*model.View).Undo
	if again {
		word, act = "settings.redone", (*model.View).Redo
	}
	return s.write(func(s *Settings) tea.Cmd {
		return screen.Say(screen.Done, s.env.Words.Say(word, "key", s.env.Keys.Label(Redo)))
	}, func(ctx context.Context, v *model.View) (model.Receipt, error) { return act(v, ctx) })
}
