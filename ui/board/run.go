package board

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/ui/draw"
	"leerbalie/ui/linear"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// Options are what a board is shown with.
type Options struct {
	Session   *model.Session  // of the screen itself, or of somebody who may see the desk
	Terminal  screen.Terminal // where it is shown
	Site      string          // another site than the session's, by name or code, for somebody who may see that
	Languages text.Catalogue  // what can be chosen from; nil: all there are
	Lang      text.Lang       // asked for; "" follows the locale
	Locale    string          // of the environment
	Now       func() time.Time
}

// Crash is the error of Run when the program itself broke. What broke it is told by its type and place alone: the value may hold
// what somebody typed.
type Crash struct {
	Type  string
	Stack []byte
}

// Error gives what went wrong, on one line.
func (c *Crash) Error() string { return "the board stopped by a fault of its own: " + c.Type }

// Run shows the board until its context or its way in ends: no key does anything. It returns nil when the way in ended, the context's
// error when that did, Invalid without a terminal, Refused for a session that may not read a board and for who has a PIN, which a
// board does not ask for, NotFound for a site, and a *Crash when the program broke; the terminal is in order in every case. Like ui.Run it leaves nothing behind: several can run in one process.
func Run(ctx context.Context, o Options) error {
	t := o.Terminal
	if t.In == nil || t.Out == nil {
		return fault.New(fault.Invalid, "no-terminal")
	}
	if o.Languages == nil {
		o.Languages = text.All()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	session, err := at(ctx, o.Session, o.Site)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	news, stop := session.Watch()
	defer stop()
	w := newWall(ctx, session, news, o.Languages.For(o.Languages.Choose(string(o.Lang), o.Locale)), theme.New(t.Depth, t.Dark), o.Now)
	first, err := w.read(ctx)
	if k := fault.KindOf(err); err != nil && (k == fault.Refused || k == fault.NotFound) {
		return err
	}
	w.show(readMsg{first, err})
	t.Linear = t.Linear || !draw.Able(t.Term)
	var shown tea.Model = guarded{w}
	told := linear.Watch(guarded{w}, w.words)
	if t.Linear {
		shown = told
	}
	program := draw.New(ctx, shown, t, draw.Options{Hurry: ctx.Done(), Gone: sync.OnceFunc(func() { close(w.gone) })})
	told.To(program.Window())
	err = program.Run()
	var broke *draw.Broke
	switch {
	case w.failure != nil:
		return w.failure
	case ctx.Err() != nil:
		return ctx.Err()
	case err == nil:
		return nil
	case errors.As(err, &broke):
		return &Crash{Type: fmt.Sprintf("%T", broke.Value), Stack: broke.Stack}
	case errors.Is(err, tea.ErrProgramPanic):
		return &Crash{Type: "panic"}
	case fault.KindOf(err) == fault.Invalid:
		return err
	}
	return fmt.Errorf("the terminal failed: %w", err)
}

// at is the session at a site, where one is named. Errors: see Run.
func at(ctx context.Context, session *model.Session, named string) (*model.Session, error) {
	has, err := session.HasPIN(ctx, session.Me().ID)
	switch {
	case err != nil:
		return nil, err
	case has:
		return nil, fault.New(fault.Refused, "board-pin", "name", session.Me().Name)
	case named == "":
		return session, nil
	case session.Me().IsBoard():
		return nil, fault.New(fault.Refused, "board-site", "name", session.Me().Name)
	}
	all, err := session.Sites(ctx)
	if err != nil {
		return nil, err
	}
	for _, site := range all {
		if plain.FoldText(site.Code) == plain.FoldText(named) || plain.FoldText(site.Name) == plain.FoldText(named) {
			return session.At(ctx, site.ID)
		}
	}
	return nil, fault.New(fault.NotFound, "site-unknown", "name", named)
}

// crashMsg says that something broke.
type crashMsg struct{ crash *Crash }

func crashed(v any) *Crash { return &Crash{Type: fmt.Sprintf("%T", v), Stack: debug.Stack()} }

// guarded is the board as Bubble Tea runs it: a panic of the program ends it in order, whatever broke.
type guarded struct{ *wall }

// Init begins.
func (g guarded) Init() tea.Cmd { return batch(g.begin()...) }

// Update takes a message in.
func (g guarded) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer func() {
		if v := recover(); v != nil {
			g.failure, cmd = crashed(v), tea.Quit
		}
	}()
	if c, ok := msg.(crashMsg); ok && g.failure == nil {
		g.failure = c.crash
	}
	if g.failure != nil {
		return g, tea.Quit
	}
	return g, batch(g.take(msg)...)
}

// View draws. The next beat finds what broke here.
func (g guarded) View() (out string) {
	defer func() {
		if v := recover(); v != nil && g.failure == nil {
			g.failure, out = crashed(v), ""
		}
	}()
	return g.draw()
}

// batch runs commands beside each other, each so that its panic is a message.
func batch(cmds ...tea.Cmd) tea.Cmd {
	for i, cmd := range cmds {
		if cmd == nil {
			continue
		}
		cmds[i] = func() (msg tea.Msg) {
			defer func() {
				if v := recover(); v != nil {
					msg = crashMsg{crashed(v)}
				}
			}()
			return cmd()
		}
	}
	return tea.Batch(cmds...)
}
