package signals

import (
	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/upward"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// What keys do here.
const (
	Add     keys.ID = "signals-new"
	Take    keys.ID = "signals-take"
	Answer  keys.ID = "signals-answer"
	Edit    keys.ID = "signals-edit"
	Pass    keys.ID = "signals-pass"
	Reopen  keys.ID = "signals-reopen"
	PutAway keys.ID = "signals-archive"
)

func actions() screen.Actions[*Page] {
	answers := func(p *Page) bool { return p.Chosen() != nil && p.Chosen().MayAnswer(p.Env.User) }
	return screen.Actions[*Page]{
		{ID: Add, Scope: Scope, Keys: []string{"n"}, Word: "key.signals.new", When: func(p *Page) bool { return !p.Opened() }, Do: func(p *Page) tea.Cmd { return add(p, upward.Signal{}) }},
		{ID: Take, Scope: Scope, Keys: []string{"t"}, Word: "key.signals.take", When: func(p *Page) bool { return answers(p) && p.Chosen().State == upward.Open }, Do: func(p *Page) tea.Cmd { return p.Do(nil, upward.Answer{ID: p.Chosen().ID, State: upward.Taken}) }, Why: whyNotAnswer},
		{ID: Answer, Scope: Scope, Keys: []string{"a"}, Word: "key.signals.answer", When: answers, Do: answer, Why: whyNotAnswer},
		{ID: Edit, Scope: Scope, Keys: []string{"e"}, Word: "key.signals.edit", When: func(p *Page) bool { return p.Chosen() != nil && p.Chosen().MayWord(p.Env.User) }, Do: edit, Why: whyNotEdit},
		{ID: Pass, Scope: Scope, Keys: []string{"d"}, Word: "key.signals.pass", When: func(p *Page) bool { return answers(p) && p.Chosen().Waits() }, Do: pass, Why: whyNotAnswer},
		{ID: Reopen, Scope: Scope, Keys: []string{"o"}, Word: "key.signals.reopen", When: func(p *Page) bool { return answers(p) && p.Chosen().State != upward.Open }, Do: func(p *Page) tea.Cmd { return p.Do(nil, upward.Answer{ID: p.Chosen().ID, State: upward.Open}) }, Why: whyNotAnswer},
		{ID: PutAway, Scope: Scope, Keys: []string{"D"}, Word: "key.signals.archive", When: func(p *Page) bool { return p.Chosen() != nil && p.Chosen().MayWord(p.Env.User) }, Do: putAway, Why: whyNotEdit},
	}
}

func whyNotAnswer(p *Page) string {
	if r := p.Chosen(); r != nil && !r.MayAnswer(p.Env.User) {
		return p.Env.Words.Say("error.signal-answer-other", "name", p.Env.User.Name, "title", cell.Safe(r.Text, 60))
	}
	return ""
}

func whyNotEdit(p *Page) string {
	switch r := p.Chosen(); {
	case r == nil:
		return ""
	case r.AddedBy == p.Env.User.ID:
		return p.Env.Words.Say("error.signal-taken", "title", cell.Safe(r.Text, 60))
	default:
		return p.Env.Words.Say("error.signal-not-yours", "name", p.Env.User.Name, "title", cell.Safe(r.Text, 60))
	}
}

// wanted opens the form of a new signal with what another screen knows of it.
func wanted(p *Page, msg any) tea.Cmd {
	if s, is := msg.(upward.Signal); is {
		return add(p, s)
	}
	return nil
}

var asked = []string{"signal-text", "signal-to", "signal-about", "signal-where", "signal-theme", "signal-cases", "signal-weeks", "signal-before", "signal-since"}

func form(p *Page, title, key string, s upward.Signal, fields []string, act func(upward.Signal) model.Action) tea.Cmd {
	return dialog.Look(&p.Host, page.People, func(people []page.Named) tea.Cmd {
		w := p.Env.Words
		options := map[string][]widget.Option{}
		for _, a := range upward.Abouts() {
			options["signal-about"] = append(options["signal-about"], widget.Option{ID: string(a), Label: w.SignalAbout(a)})
		}
		for _, st := range []upward.State{upward.Done, upward.Declined, upward.Taken} {
			options["signal-state"] = append(options["signal-state"], widget.Option{ID: string(st), Label: w.SignalState(st)})
		}
		return page.Fill(p, page.Form[upward.Signal]{Title: w.Say(title), Key: key, About: s.ID, Table: upward.Table(), Value: s, Fields: fields, Names: map[string][]page.Named{"": people},
			Options: options, Long: []string{"signal-text", "signal-answer"}, Hints: map[string]string{"signal-text": w.Say("upward.text.hint")}, Act: act})
	})
}

// add asks for a new signal. Counts of a site's figures that are altered are somebody's own.
func add(p *Page, s upward.Signal) tea.Cmd {
	if s.About == "" {
		s.About = upward.Organisation
	}
	was, key := s, "signal"
	if s.Counted() {
		key = "signal/" + s.Theme
	}
	called := p.Env.Words.ThemeWord(p.Env.Site, s.Theme)
	s.Theme = called
	return form(p, "upward.new", key, s, asked, func(s upward.Signal) model.Action {
		if s.Theme == called {
			s.Theme = was.Theme
		}
		if s.Cases != was.Cases || s.Weeks != was.Weeks || s.Before != was.Before || !s.Since.Equal(was.Since) || s.Theme != was.Theme {
			s.Site = journal.ID{}
		}
		return upward.Add{Signal: s}
	})
}

func edit(p *Page) tea.Cmd {
	s := p.Chosen().Signal
	return form(p, "upward.edit", "signal/"+s.ID.String(), s, asked, func(s upward.Signal) model.Action { return upward.Edit{Signal: s} })
}

func pass(p *Page) tea.Cmd {
	s := p.Chosen().Signal
	return form(p, "upward.pass", "signal-to/"+s.ID.String(), s, []string{"signal-to"}, func(s upward.Signal) model.Action { return upward.Edit{Signal: s} })
}

func answer(p *Page) tea.Cmd {
	s := p.Chosen().Signal
	if s.State == upward.Open || s.State == upward.Taken {
		s.State = upward.Done
	}
	return form(p, "upward.answer", "signal-answer/"+s.ID.String(), s, []string{"signal-state", "signal-answer"}, func(s upward.Signal) model.Action {
		return upward.Answer{ID: s.ID, State: s.State, Text: s.Answer}
	})
}

func putAway(p *Page) tea.Cmd {
	r, w := p.Chosen(), p.Env.Words
	id := r.ID
	return p.Ask(w.Say("upward.archive", "title", cell.Safe(r.Text, 50)), []string{w.Say("upward.archive.what")}, w.Say("questions.archive.yes"), func() tea.Cmd {
		return p.Do(nil, upward.Archive{ID: id})
	})
}
