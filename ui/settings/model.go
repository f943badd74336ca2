// Package settings is the screen on which a service point, a session and this machine are set: the site's name, opening
// hours and lists; the language and colours of whoever sits here; how many colours the machine shows, its lock and PINs.
//
// What belongs to the site is an action of the model and can be undone; only a coordinator may, and others read it with
// the reason. What belongs to the person or the machine is asked of the root, which alone keeps it.
package settings

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
)

// Settings is the screen.
type Settings struct {
	dialog.Host
	actions screen.Actions[*Settings]
	size    screen.Size
	cursor  int // index in rows(), never on a heading
	top     int

	data
	fetch  screen.Tickets
	follow func() tea.Cmd // comes once what was changed is read again; nil for nothing
}

// data is what the screen shows beside the session, as it was read.
type data struct {
	hasPIN  bool                   // whoever sits here has one on this machine
	withPIN map[journal.ID]string  // the names of the others who have one
	lists   []competence.Framework // all there are, those put away among them
}

var (
	_ screen.Screen = (*Settings)(nil)
	_ screen.Holder = (*Settings)(nil)
)

// New makes the screen.
func New(env screen.Env) screen.Screen {
	s := &Settings{actions: actions(), Host: dialog.Host{Env: env, Name: string(screen.Settings), UndoKey: Undo, RedoKey: Redo}, cursor: 1}
	s.Reload = s.read
	return s
}

// row is one line of the list.
type row struct {
	id    string // "" for a heading
	label string
	value string
}

// The rows.
const (
	rowName, rowHours, rowThemes, rowTags    = "name", "hours", "themes", "tags"
	rowUrgencies, rowSteps, rowAges          = "urgencies", "steps", "ages"
	rowSmall, rowSelf                        = "small", "self"
	rowOffers, rowTeaches                    = "offers", "teaches"
	rowLang, rowBackground, rowSet, rowDepth = "lang", "background", "set", "depth"
	rowAlert, rowLinear, rowScroll           = "alert", "linear", "scroll"
	rowLock, rowPIN, rowOthers               = "lock", "pin", "others"
	sectionSite, sectionOwn                  = "settings.site", "settings.for-you"
	sectionMachine, sectionPIN               = "settings.machine", "settings.pins"
)

// rows lists what can be set.
func (s *Settings) rows() []row {
	w := s.Env.Words
	line := func(id, value string) row { return row{id, w.Say("settings." + id), value} }
	site := s.Env.Site
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
		line(rowAges, s.agesShort()),
		line(rowSmall, w.Say(smallWord(site.Exact))),
		line(rowSelf, w.Say(selfWord(site.SelfShown))),
		{label: w.Say(sectionOwn)},
	}
	for _, c := range choices(w) {
		if c.id == rowDepth {
			out = append(out, row{label: w.Say(sectionMachine)})
		}
		out = append(out, line(c.id, c.say(w, c.now(s.Env))))
	}
	lock := w.Say("settings.lock.never")
	if minutes := s.Env.Machine.Lock; minutes > 0 {
		lock = w.Count("settings.lock", minutes)
	}
	out = append(out, line(rowLock, lock), row{label: w.Say(sectionPIN)})
	kept := w.Say("settings.pin.none")
	if s.hasPIN {
		kept = w.Say("settings.pin.set")
	}
	out = append(out, line(rowPIN, kept))
	if s.mayWrite() {
		out = append(out, line(rowOthers, w.Count("settings.others", len(s.withPIN))))
	}
	return out
}

// mayWrite reports whether whoever sits here may alter the site.
func (s *Settings) mayWrite() bool {
	return s.Env.Session != nil && s.Env.Session.Clearance().MayWrite(journal.Scope{Class: journal.People, Part: journal.Organisation()})
}

// fresh is the site as it is now, with the library.
type fresh struct {
	site model.Site
	data
}

// Init reads what the screen shows first.
func (s *Settings) Init() tea.Cmd { return tea.Batch(s.read(), s.Recall()) }

// read reads the site, who has a PIN, and the frameworks.
func (s *Settings) read() tea.Cmd {
	session, site, me := s.Env.Session, s.Env.Site.ID, s.Env.User.ID
	return screen.Ask(s.Env.Ctx, s.fetch.Next(), func(ctx context.Context) (f fresh, err error) {
		if f.site, err = session.SiteByID(ctx, site); err != nil {
			return f, err
		}
		if f.lists, err = competence.ReadFrameworks(ctx, session, true); err != nil {
			return f, err
		}
		f.withPIN = map[journal.ID]string{}
		people, err := session.People(ctx)
		if err != nil {
			return f, err
		}
		for _, who := range people {
			has, err := session.HasPIN(ctx, who.ID)
			switch {
			case err != nil:
				return f, err
			case has && who.ID == me:
				f.hasPIN = true
			case has:
				f.withPIN[who.ID] = who.Name
			}
		}
		return f, nil
	})
}

// took shows what was read, and goes on with what waited for it.
func (s *Settings) took(a screen.Answer[fresh]) tea.Cmd {
	if !s.fetch.Fits(a.Ticket) {
		return nil
	}
	s.Arrived()
	follow := s.follow
	s.follow = nil
	if a.Err != nil {
		return screen.Say(screen.Fault, s.Env.Words.Error(a.Err))
	}
	s.Env.Site, s.data = a.Value.site, a.Value.data
	s.settle(0)
	if follow == nil {
		return nil
	}
	return follow()
}

// change carries out what first has to read, so that what a colleague altered meanwhile stays. What follows comes once the
// screen shows it; nil for nothing.
func (s *Settings) change(follow func() tea.Cmd, act func(context.Context, *model.Session) (model.Receipt, error)) tea.Cmd {
	return s.Perform(dialog.Deed{Act: act, Done: func(r model.Receipt) tea.Cmd {
		s.follow = follow
		return tea.Batch(s.Say(r), s.read())
	}})
}

// alter changes the site.
func (s *Settings) alter(follow func() tea.Cmd, change func(*model.Site)) tea.Cmd {
	id := s.Env.Site.ID
	return s.change(follow, func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		site, err := session.SiteByID(ctx, id)
		if err != nil {
			return model.Receipt{}, err
		}
		change(&site)
		return session.Do(ctx, model.EditSite{Site: site})
	})
}
