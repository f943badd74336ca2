package dialog

import (
	"context"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// glance is how often the bar of work is drawn anew.
const glance = 100 * time.Millisecond

// Progress tells how far work is; a total of 0 is not known. It may be called from another goroutine.
type Progress func(done, total int64)

// Work is something that runs and takes long. It is a dialog that says what, shows how far it is, and can stop it; or it runs
// aside, while the screen is used.
type Work struct {
	Title   string
	About   string  // what it is done with, such as the name of a file
	StopKey keys.ID // asks it to end, as Esc does
	Aside   bool    // no dialog stands for it: the screen draws its Bar, and stops it

	cancel      context.CancelFunc
	ended       chan struct{}
	started     time.Time
	clock       screen.Tickets
	done, total atomic.Int64 // written by the work
	part, whole int64        // as they were at the last glance
	then        func(err error) tea.Cmd
}

// worked says that work has ended.
type worked struct {
	to   *Host
	work *Work
	err  error
}

// Run runs something in a command; the open dialog makes place for it. Once it has ended then follows, which may open a
// dialog. What run finds it hands to then by a variable of the caller's. One piece of work runs at a time.
func (h *Host) Run(d *Work, run func(ctx context.Context, progress Progress) error, then func(err error) tea.Cmd) tea.Cmd {
	ctx, cancel := context.WithCancel(h.Env.Ctx)
	d.cancel, d.ended, d.started, d.then = cancel, make(chan struct{}), h.Env.Now(), then
	h.work = d
	var lies Dialog
	if !d.Aside {
		lies = d
	}
	return tea.Batch(h.Show(lies), h.glance(d), func() tea.Msg {
		defer close(d.ended)
		defer cancel()
		return worked{h, d, run(ctx, func(done, total int64) {
			d.done.Store(done)
			d.total.Store(total)
		})}
	})
}

func (h *Host) glance(d *Work) tea.Cmd {
	return h.Env.After(glance, screen.Elapsed{Ticket: d.clock.Next()})
}

// looked notes how far the work is; took tells that the moment was this one's.
func (h *Host) looked(t screen.Ticket) (cmd tea.Cmd, took bool) {
	d := h.work
	if d == nil || !d.clock.Fits(t) {
		return nil, false
	}
	d.part, d.whole = d.done.Load(), d.total.Load()
	return h.glance(d), true
}

// Working is what runs; nil for nothing.
func (h *Host) Working() *Work { return h.work }

// tookWorked takes its dialog away and goes on with what follows.
func (h *Host) tookWorked(m worked) tea.Cmd {
	m.work.clock.Drop()
	h.work = nil
	if h.open == Dialog(m.work) {
		h.open = nil
	}
	return m.work.then(m.err)
}

// quit stops work that runs and waits for its end, so that nothing is left half written.
func (h *Host) quit() tea.Cmd {
	d := h.work
	if d == nil {
		return nil
	}
	d.Stop()
	return func() tea.Msg {
		<-d.ended
		return nil
	}
}

// Stop asks the work to end. What becomes of it is told as ever.
func (d *Work) Stop() { d.cancel() }

// Update takes a key press.
func (d *Work) Update(h *Host, msg tea.KeyMsg) tea.Cmd {
	if h.Env.Keys.Is(msg, d.StopKey, keys.Back) {
		d.Stop()
	}
	return nil
}

// Bar draws in at most width cells how far the work is, or how long it takes where that is not known.
func (d *Work) Bar(env screen.Env, width int) string {
	if d.whole > 0 { // in thousandths, so that files of any size fit
		return widget.Progress(env.Theme, int(min(d.part*1000/d.whole, 1000)), 1000, width)
	}
	return env.Theme.Info.On(theme.BusySign + " " + d.lasted(env))
}

// lasted is how long it takes by now.
func (d *Work) lasted(env screen.Env) string {
	return env.Words.Count("files.seconds", int(env.Now().Sub(d.started).Seconds()))
}

// hint says what stops it.
func (d *Work) hint(h *Host) string {
	return h.Env.Words.Say("dialog.stop", "back", h.Env.Keys.Label(keys.Back), "key", h.Env.Keys.Label(d.StopKey))
}

// View draws how far the work is.
func (d *Work) View(h *Host, width, _ int) []string {
	th := h.Env.Theme
	width = min(width-2, 72)
	inner := width - 4
	lines := append(cell.Wrap(d.About, inner, 3), d.Bar(h.Env, inner))
	return widget.Box(th, d.Title, append(lines, "", th.Faint.On(cell.Cut(d.hint(h), inner))), width)
}

// Refused does nothing: what becomes of work is told when it ends.
func (d *Work) Refused(*Host, error) {}

// Keys gives the key that stops it.
func (d *Work) Keys() []keys.ID { return []keys.ID{d.StopKey} }
