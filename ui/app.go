package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
	"leerbalie/ui/seat"
	"leerbalie/ui/widget"
)

// The smallest window the app works in, and the lines of the frame around the body.
const (
	minWidth, minHeight = 60, 15
	above, below        = 3, 2
	toastTime           = 6 * time.Second
)

// How long what others do may take to be shown, where many are at work: what they did, and where they are.
const (
	newsWithin   = 60 * time.Millisecond
	aroundWithin = 500 * time.Millisecond
)

// App is the root: it owns the screens, what lies over them, and the size. It is the only tea.Model.
type App struct {
	env        screen.Env
	actions    screen.Actions[*App] // of every screen
	routes     []Route
	screens    map[screen.Name]screen.Screen
	stack      []screen.Name // the last is shown
	size       screen.Size
	unsized    []tea.KeyMsg // keys that came before that was known
	over       *overlay
	toast      *screen.Toast
	toasts     screen.Tickets
	toasted    int // how many there were
	fresh      screen.Tickets
	unsaved    error // how the last write ended, or why the next one cannot end well
	now        time.Time
	news       <-chan model.News
	stop       func()
	leaving    bool
	last       func(tea.Cmd) tea.Msg // carries out what is written when somebody leaves
	failure    error                 // what broke, for Run
	wake       func(tea.Msg)         // brings a message from outside the loop
	scrolls    func(screen.Env)      // says whether the terminal moves lines from now on
	background background            // where the terminal's colours come from
	seat       seat.Seat
	sits       screen.Tickets
	wiping     wiping
	rescued    rescued
	locked     bool // the first thing to see is the cover
	clocks     *screen.Clock
	looks      screen.Tickets
	apart      apart
	returning  returning
	around     around
	mine       myLoad
}

var _ tea.Model = (*App)(nil)

// NewApp makes the root for a session. Tests use it to drive the app without a terminal; Run does the rest.
func NewApp(env screen.Env) *App {
	clocks := screen.NewClock(env.Now)
	env.Now = clocks.Now
	return &App{
		clocks: clocks, env: env, actions: globalActions(), routes: routes(), screens: map[screen.Name]screen.Screen{}, now: env.Now(), stop: func() {}, wake: func(tea.Msg) {}, scrolls: func(screen.Env) {},
		last:       func(cmd tea.Cmd) tea.Msg { return cmd() },
		background: background{depth: env.Theme.Depth, dark: env.Theme.Dark},
	}
}

type (
	newsMsg  struct{ news model.News }
	clockMsg struct{}
)

// Init opens the first screen.
func (a *App) Init() (cmd tea.Cmd) {
	defer a.catch(&cmd)
	return a.guard(tea.Batch(a.covered(), a.sitDown(), a.watch(), a.openScreens(), a.clock(), a.background.ask(), a.remark(), a.lookRound(), a.listenAround()))
}

// Update takes in a message and hands it to whom it is for.
func (a *App) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer a.catch(&cmd)
	cmd = a.guard(tea.Batch(a.take(msg), a.sized(), a.replay()))
	a.tellPlace()
	return a, a.placed(cmd)
}

// replay hands in the keys that a screen made wait.
func (a *App) replay() tea.Cmd {
	holder, ok := a.top().(screen.Holder)
	if !ok || a.seat.Busy() {
		return nil
	}
	var cmds []tea.Cmd
	for _, key := range holder.Released() {
		cmds = append(cmds, a.key(key))
	}
	return tea.Batch(append(cmds, holder.Lost())...)
}

func (a *App) take(msg tea.Msg) tea.Cmd {
	if cmd, mine := a.seated(msg); mine {
		return cmd
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.size = screen.Size{Width: msg.Width, Height: msg.Height}
		return a.tell(screen.Resized{Size: a.body()})
	case tea.KeyMsg:
		return a.key(msg)
	case tea.MouseMsg:
		return a.mouse(msg)
	case screen.Open:
		return a.open(msg.Name, msg.With)
	case screen.Close:
		if len(a.stack) < 2 {
			return nil
		}
		cmd := a.hand(a.stack[len(a.stack)-1], screen.Keep{})
		a.stack = a.stack[:len(a.stack)-1]
		return cmd
	case screen.Toast:
		a.toast = &msg
		a.toasted++
		return a.env.After(toastTime, screen.Elapsed{Ticket: a.toasts.Next()})
	case screen.Saved:
		a.unsaved = msg.Err
		return nil
	case standsMsg:
		return a.stands(msg.err)
	case screen.Started:
		return a.start(msg)
	case screen.Quit:
		if a.leaving {
			return nil
		}
		return a.leave()
	case newsMsg:
		return tea.Batch(a.tell(screen.Changed{Kinds: msg.news.Kinds}), a.listen(), a.renew(msg.news), a.lookApart(), a.lookClashes(), a.lookMine())
	case screen.Answer[screen.Env]:
		return a.tookRenewed(msg)
	case screen.Erased:
		return a.lookWiping()
	case screen.Answer[transfer.Standing]:
		return a.tookApart(msg)
	case screen.Answer[model.Wiping]:
		return a.tookWiping(msg)
	case screen.Answer[last]:
		return a.tookLast(msg)
	case clockMsg:
		a.now = a.env.Now()
		return tea.Batch(a.tell(screen.Tick{Now: a.now}), a.clock(), a.lookRound(), a.look())
	case backgroundMsg:
		return a.paint(msg)
	case crashMsg:
		a.failure = msg.crash
		return tea.Quit
	case screen.Elapsed:
		if a.toasts.Fits(msg.Ticket) {
			a.toast = nil
			return nil
		}
	}
	return a.tell(msg)
}

// tell hands a message to every open screen.
func (a *App) tell(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, name := range a.stack {
		cmds = append(cmds, a.hand(name, msg))
	}
	return tea.Batch(cmds...)
}

func (a *App) hand(name screen.Name, msg tea.Msg) tea.Cmd {
	s, cmd := a.screens[name].Update(msg)
	a.screens[name] = s
	return cmd
}

// open shows a screen, as it was left or new.
func (a *App) open(name screen.Name, with any) tea.Cmd {
	route, ok := a.route(name)
	if !ok {
		return nil
	}
	a.over = nil
	var cmds []tea.Cmd
	_, made := a.screens[name]
	if !made {
		s := route.New(a.env)
		a.screens[name] = s
		cmds = append(cmds, s.Init(), a.hand(name, a.rescued.clashes.news()), a.hand(name, a.around.news()))
	}
	for i, n := range a.stack {
		if n == name {
			a.stack = append(a.stack[:i], a.stack[i+1:]...)
			break
		}
	}
	a.stack = append(a.stack, name)
	cmds = append(cmds, a.hand(name, screen.Resized{Size: a.body()}))
	if with != nil {
		cmds = append(cmds, a.hand(name, with))
	} else if made {
		cmds = append(cmds, a.hand(name, screen.Changed{}))
	}
	return tea.Batch(cmds...)
}

// Shown gives the screen that is open and the room that the frame leaves its body.
func (a *App) Shown() (screen.Screen, screen.Size) { return a.top(), a.body() }

// top is the screen shown; nil before the first.
func (a *App) top() screen.Screen {
	if len(a.stack) == 0 {
		return nil
	}
	return a.screens[a.stack[len(a.stack)-1]]
}

func (a *App) body() screen.Size {
	return screen.Size{Width: a.size.Width, Height: max(a.size.Height-above-below, 1)}
}

func (a *App) small() bool { return a.size.Width < minWidth || a.size.Height < minHeight }

// leave lets the screens keep what was typed, and then ends.
func (a *App) leave() tea.Cmd {
	if a.leaving {
		return tea.Quit
	}
	a.leaving = true
	a.stop()
	return tea.Sequence(a.guard(a.tell(screen.Leaving{})), a.lastly(a.guard(a.keepLeft())), tea.Quit)
}

// watch starts to listen for commits.
func (a *App) watch() tea.Cmd {
	a.stop()
	if a.env.Session == nil {
		return nil
	}
	a.news, a.stop = a.env.Session.Watch()
	return a.listen()
}

func (a *App) listen() tea.Cmd {
	news, done, env := a.news, a.env.Ctx.Done(), a.env
	return a.env.Listen(func() tea.Msg {
		select {
		case n, ok := <-news:
			if ok {
				env.Calm(newsWithin)
				return newsMsg{n}
			}
		case <-done:
		}
		return nil
	})
}

// clock wakes when the minute turns.
func (a *App) clock() tea.Cmd {
	now := a.env.Now()
	return a.env.After(now.Truncate(time.Minute).Add(time.Minute).Sub(now), clockMsg{})
}

// View draws the whole window.
func (a *App) View() (view string) {
	defer a.blank(&view)
	switch {
	case a.size.Width == 0 || a.top() == nil || a.failure != nil:
		return ""
	case a.small():
		return a.tooSmall()
	}
	view = a.covering(a.frame)
	if a.over != nil && !a.seat.Busy() {
		box := a.over.picker.View(a.env.Theme, min(a.size.Width-4, 76), a.size.Height-4)
		view = widget.Over(view, box, (a.size.Width-min(a.size.Width-4, 76))/2, 2, a.size.Width, a.size.Height)
	}
	return view
}
