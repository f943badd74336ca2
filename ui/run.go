package ui

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/ui/board"
	"leerbalie/ui/draw"
	"leerbalie/ui/keys"
	"leerbalie/ui/linear"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// Options are what main gives the app: the data, and all it knows of the world around it.
type Options struct {
	Session *model.Session // the data as the acting person sees them; nil for the first start
	First   *screen.First  // what the first start may do; nil when Session is given
	Demo    bool           // the session is on a throw-away example

	Terminal screen.Terminal // where the session is shown
	Here     bool            // that is this machine, whose settings hold then

	Languages text.Catalogue // what can be chosen from; nil: all there are
	Lang      text.Lang      // asked for; "" follows the setting that was kept, and then the locale
	Locale    string         // of the environment, e.g. nl_NL.UTF-8
	Now       func() time.Time
	Zone      *time.Location // where the site has none that is known; nil is UTC

	Board bool   // show the board of the waiting room, as is always shown to the screen of one
	Site  string // … of another site, by name or code, for who may see that

	Hall *presence.Hall // where the sessions of one store see each other; nil: this one is alone

	// Powers that reach past the session. Each may be nil: a session for somebody else has none but what its terminal can do.
	Clipboard func(text string) error
	Edit      screen.Edit
	Files     *screen.LocalFiles
	Bundles   *screen.Bundles

	Return *screen.Place      // where the session was, in another process; nil: it begins anew
	Places func(screen.Place) // told where the session is whenever that changes; it must not block; nil: nobody asks
}

// patience is how long a last write may take when the app is asked to leave.
const patience = 2 * time.Second

// AllKeys gives every key of the app, for the guides and the help.
func AllKeys() keys.Set { return allKeys() }

// allKeys is made once: every session of a process has the same keys.
var allKeys = sync.OnceValue(func() keys.Set {
	lists := [][]keys.Key{globalActions().Keys(), keys.Everywhere()}
	for _, r := range routes() {
		lists = append(lists, r.Keys())
	}
	return keys.NewSet(lists...)
})

// Run shows the app until the person leaves it, the way in ends, or the context does. It returns nil when the person left,
// the context's error when that ended, Invalid when there is nothing to show it on, and a *Crash when the program broke; the
// terminal is in order in every case. Crash gives the sentence for people.
//
// Everything of a session is in its options: several can run in one process, on one store. Whoever serves one closes its way
// in and its way out afterwards.
func Run(ctx context.Context, o Options) error {
	t := o.Terminal
	if t.In == nil || t.Out == nil {
		return fault.New(fault.Invalid, "no-terminal")
	}
	if o.Session != nil && (o.Board || o.Session.Me().IsBoard()) {
		err := board.Run(ctx, board.Options{Session: o.Session, Terminal: t, Site: o.Site, Languages: o.Languages, Lang: o.Lang, Locale: o.Locale, Now: o.Now})
		var broke *board.Crash
		if errors.As(err, &broke) {
			err = &Crash{Value: broke.Type, Stack: broke.Stack}
		}
		return err
	}
	asked := ctx // its end asks the app to leave, which still takes a write: what was typed is kept
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	env, back, hasPIN, err := o.begin(ctx)
	if err != nil {
		return err
	}
	env.Present = o.Hall.Enter(env.User.ID, env.User.Name)
	defer env.Present.Leave()
	t.Linear = t.Linear || !draw.Able(t.Term) || env.Preferences.Linear == screen.On
	app, shown := o.app(env, t)
	app.background, app.locked = back, hasPIN
	app.returning = returning{to: o.Return, tell: o.Places}
	program := draw.New(ctx, shown, t, draw.Options{
		Mouse: !t.Linear, Scrolls: env.Scrolls(t), Hurry: asked.Done(),
		Dark: func(dark bool) { app.beside(func() { app.wake(backgroundMsg{dark}) }) },
		Gone: func() { app.beside(func() { app.wake(screen.Quit{}) }) },
	})
	app.scrolls = func(env screen.Env) { program.Window().Scroll(env.Scrolls(t)) }
	app.wake, app.around.out, app.around.plain = program.Send, program.Window(), t.Linear
	if voice, ok := shown.(*linear.Model); ok {
		voice.To(program.Window())
	} else if t.Asks && env.Theme.Depth > theme.NoColour {
		app.background.out = program.Window()
	}
	var left parting
	app.last = func(cmd tea.Cmd) tea.Msg { return left.begin(app.beside, cmd) }
	app.beside(func() {
		select {
		case <-ctx.Done():
			return
		case <-asked.Done():
		}
		program.Send(screen.Quit{})
		select {
		case <-ctx.Done():
		case <-time.After(patience):
			program.Kill()
		}
	})
	err = program.Run()
	app.stop()
	if crash := left.end(asked.Done()); crash != nil && app.failure == nil {
		app.failure = crash
	}
	var broke *draw.Broke
	switch {
	case app.failure != nil:
		return app.failure
	case asked.Err() != nil:
		return asked.Err()
	case err == nil:
		return nil
	case errors.As(err, &broke):
		return &Crash{Value: broke.Value, Stack: broke.Stack}
	case errors.Is(err, tea.ErrProgramPanic):
		return &Crash{Value: err}
	case fault.KindOf(err) == fault.Invalid:
		return err
	}
	return fmt.Errorf("the terminal failed: %w", err)
}

// app makes the app, and what Bubble Tea runs: the app itself, or what tells those about it who have no screen.
func (o Options) app(env screen.Env, t screen.Terminal) (app *App, shown tea.Model) {
	if !t.Linear {
		app = NewApp(env)
		return app, app
	}
	env.Timer = linear.After
	env.Await = func(wait func() tea.Msg) tea.Cmd { return linear.Await(func() tea.Msg { return app.guard(wait)() }) }
	if !draw.Able(t.Term) {
		env.Clipboard = nil // what tells it would be read
	}
	words := env.Words.Aloud()
	env.Words, env.Keys = words, env.Keys.Called(func(name string) string {
		if app != nil {
			words = app.env.Words // another language by now
		}
		return keyName(words, name)
	})
	app = NewApp(env)
	return app, linear.New(app, env.Keys, linear.Options{Holds: true})
}

// begin makes the session to begin with, and tells where its colours come from and whether whoever acts has a PIN.
func (o Options) begin(ctx context.Context) (env screen.Env, back background, hasPIN bool, err error) {
	if o.Languages == nil {
		o.Languages = text.All()
	}
	now := o.Now
	if now == nil {
		now = time.Now
	}
	usual := screen.Preferences{Lang: o.Languages.Choose("", o.Locale)}
	env = screen.Env{
		Ctx: ctx, Now: now, Zone: o.Zone, Keys: AllKeys(), Demo: o.Demo, First: o.First, Words: o.Languages.For(usual.Lang), Usual: usual, Here: o.Here,
		Clipboard: o.Clipboard, Edit: o.Edit, Files: o.Files, Bundles: o.Bundles,
	}
	if o.Languages.Has(string(o.Lang)) {
		env.Asked.Lang = o.Lang
	}
	if env, err = env.Use(ctx, o.Session); err != nil {
		return env, back, false, err
	}
	back = background{auto: env.Preferences.Background == "", depth: o.Terminal.Depth, dark: o.Terminal.Dark}
	env.Theme = env.Look(back.depth, back.dark).Theme()
	if o.Session == nil {
		return env, back, false, nil
	}
	hasPIN, err = o.Session.HasPIN(ctx, env.User.ID)
	return env, back, hasPIN, err
}
