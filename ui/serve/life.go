package serve

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"sync/atomic"
	"time"

	"leerbalie/model/fault"
	"leerbalie/ui"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/local"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// Life is the app in one terminal, over all changes of who holds the store: a session at the holder, or the holder itself.
type Life struct {
	In, Out *os.File
	Own     Own
	Start   Start
	// Socket is where the holder listens, as it says itself; "" where there is none.
	Socket  func() string
	Listens string // where this process listens once it has the store; "": it serves nobody
	// Tell says on the terminal who has the store, when a session that was under way has to wait for that longer than a moment.
	Tell func(err error)
	// Open opens the store for whoever sits here, "" for whoever acted last, and gives how the app is shown. It hands over the house as
	// soon as the store is open, which may be later. returns says that the session was under way: nobody who has the store is waited
	// for then. shut closes the store. Errors: Busy where another process has it.
	Open func(ctx context.Context, as string, returns bool, opened func(House)) (o ui.Options, shut func() error, err error)
}

// Start is how a process was started, for another one that does what it was asked.
type Start struct {
	Program  command.Version
	Args     []string
	As       string // who acts in the app
	Lang     string // of the app, where it was asked for
	Locale   string
	Folder   string // the current one
	NoColor  bool
	Width    int // of the terminal, 0 where there is none
	Terminal theme.Terminal
	Screen   bool // the terminal is GNU screen
	Board    bool // the board of the waiting room is shown instead of the app
	Site     string
}

func (s Start) call(own Own) call {
	c := call{Args: s.Args, As: s.As, Lang: s.Lang, Locale: s.Locale, Folder: s.Folder, NoColor: s.NoColor, Width: s.Width,
		Terminal: s.Terminal, Screen: s.Screen, Board: s.Board, Site: s.Site, Editor: own.Edit != nil, CanAsk: own.Ask != nil, CanAnswer: own.Answer != nil}
	for name, secret := range own.Secrets {
		if secret != nil {
			c.Secrets = append(c.Secrets, name)
		}
	}
	return c
}

// How long somebody waits for a store that another process has: at the start, where it says soon who that is, and in a session that was
// under way, while a command has it, or until a file that was moved comes back. Between two looks little time passes, and a moment more
// where the store was asked for by somebody.
const (
	waitAtStart  = 5 * time.Second
	waitUnderWay = 5 * time.Minute
	aMoment      = 1500 * time.Millisecond
	waitForFile  = 30 * time.Second
	between      = 15 * time.Millisecond
	lentFor      = 250 * time.Millisecond
)

// Run shows the app until the person leaves it. Errors: those of Open and of ui.Run.
func (l *Life) Run(ctx context.Context) error {
	var place atomic.Pointer[screen.Place]
	w := &window{in: l.In, out: l.Out, device: local.Device(l.In, l.Out)}
	began, underWay, told := time.Now(), false, false
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		conn, err := Dial(l.Socket(), l.Start.Program)
		switch {
		case err == nil:
			start := l.Start.call(l.Own)
			start.Place = place.Load()
			end := conn.attach(ctx, start, w, l.Own, func(p screen.Place) { place.Store(&p) })
			_ = conn.Close()
			switch end.reason {
			case endedLeft:
				return end.err
			case endedLent:
				pause(ctx, lentFor)
			}
			began, underWay, told = time.Now(), true, false
			continue
		case fault.KindOf(err) == fault.Newer, fault.KindOf(err) == fault.Busy && !underWay:
			began = began.Add(-waitUnderWay) // it is of another version, or stopped: what Open says of it is said
		}
		moved, err := l.hold(ctx, &place, underWay)
		switch {
		case moved:
			pause(ctx, lentFor)
			began, underWay, told = time.Now(), true, false
			continue
		case fault.KindOf(err) != fault.Busy && !(underWay && errors.Is(err, fs.ErrNotExist)):
			return err
		}
		patience := waitAtStart
		switch {
		case errors.Is(err, fs.ErrNotExist):
			patience = waitForFile
		case underWay:
			patience = waitUnderWay
		}
		switch waits := time.Since(began); {
		case waits > patience:
			return err
		case waits > aMoment && underWay && !told:
			told = true
			l.Tell(err)
		}
		pause(ctx, between)
	}
}

// hold is the holder, until the person leaves, or another process asks for the store: moved.
func (l *Life) hold(ctx context.Context, place *atomic.Pointer[screen.Place], returns bool) (moved bool, err error) {
	own, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var holder atomic.Pointer[Holder]
	beside(func() { ui.Warm(text.Lang(l.Start.Lang), l.Start.Locale) })
	as := l.Start.As
	if p := place.Load(); p != nil {
		as = p.Who.String()
	}
	o, shut, err := l.Open(own, as, returns, func(house House) {
		h, err := Hold(house, l.Listens)
		if err != nil { // nobody can be served: others are told who has the store
			return
		}
		holder.Store(h)
		beside(func() {
			select {
			case <-h.Asked():
				cancel(errMoves{})
			case <-own.Done():
			}
		})
	})
	if err != nil {
		return false, err
	}
	o.Return, o.Places = place.Load(), func(p screen.Place) { place.Store(&p) }
	err = ui.Run(own, o)
	moved = context.Cause(own) == errMoves{} && ctx.Err() == nil
	if h := holder.Load(); h != nil {
		h.Close(moved)
	}
	if failed := shut(); !moved {
		err = errors.Join(err, failed)
	}
	return moved, err
}

func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}
