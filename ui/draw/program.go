package draw

import (
	"context"
	"io"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/fault"
	"leerbalie/ui/screen"
)

// between is the least time between two frames while keys keep coming; otherwise a frame is drawn at once.
const between = time.Second / 120

// Options are how a model is shown.
type Options struct {
	Mouse   bool
	Scrolls bool            // by scroll regions
	Hurry   <-chan struct{} // closed when there is no time to wait for a terminal that takes nothing; nil: never
	Dark    func(dark bool) // told whether the background is dark, where the terminal answers that; nil: nobody asked
	Gone    func()          // told that no more keys can come
}

// Program is a model on a terminal.
type Program struct {
	tea    *tea.Program
	window *Window
	t      screen.Terminal
	keys   *listener
	hurry  <-chan struct{}
	looks  chan struct{} // the size is to be asked for
	broke  atomic.Pointer[Broke]
}

// New makes a program, which ends with its context.
func New(ctx context.Context, model tea.Model, t screen.Terminal, o Options) *Program {
	p := &Program{t: t, hurry: o.Hurry, looks: make(chan struct{}, 1)}
	p.window = NewWindow(t, o.Mouse, o.Scrolls, p.breaks)
	p.keys = &listener{in: t.In, tell: o.Dark, gone: o.Gone}
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithInput(p.keys.reader()), tea.WithOutput(p.window), tea.WithEnvironment([]string{}),
		tea.WithoutRenderer(), tea.WithoutSignalHandler()}
	if o.Mouse {
		options = append(options, tea.WithMouseCellMotion()) // which a console of Windows is asked for where its keys are read
	}
	p.tea = tea.NewProgram(&shown{program: p, model: model}, options...)
	return p
}

// Send brings the model a message. It waits until the model takes it, or the program has ended.
func (p *Program) Send(msg tea.Msg) { p.tea.Send(msg) }

// Kill ends the program at once.
func (p *Program) Kill() { p.tea.Kill() }

// Window is where it is shown, and what takes bells and questions for the terminal between two frames.
func (p *Program) Window() *Window { return p.window }

// Run shows the model until it quits, with the terminal in order afterwards in every case. Errors: Invalid for a terminal on which no
// screen can be drawn, *Broke, and those of Bubble Tea.
func (p *Program) Run() error {
	done := make(chan struct{})
	defer close(done) // once the terminal was given back: until then a signal that ends the process does so in order
	defer p.window.Close(p.hurry)
	if !p.t.Linear && !Able(p.t.Term) {
		return fault.New(fault.Invalid, "terminal-bare", "term", p.t.Term)
	}
	if p.t.Device != nil {
		tell := p.t.Device.Watch()
		beside(func() { tell(done, owner{p}) }, p.breaks)
		if err := p.t.Device.Raw(); err != nil {
			return err
		}
	}
	beside(func() { p.sizes(done) }, p.breaks)
	_, err := p.tea.Run()
	if broke := p.broke.Load(); broke != nil {
		return broke
	}
	return err
}

func (p *Program) breaks(b *Broke) {
	p.broke.CompareAndSwap(nil, b)
	p.tea.Kill()
}

// usual is the size of a terminal that has none: scripts really give 0×0.
var usual = screen.Size{Width: 80, Height: 24}

// sizes brings the model the sizes of its terminal. What watches the terminal does not wait for the model.
func (p *Program) sizes(done <-chan struct{}) {
	switch {
	case p.t.Device != nil:
		p.look()
	case p.t.Size == screen.Size{}:
		p.resize(usual)
	default:
		p.resize(p.t.Size)
	}
	sizes := p.t.Sizes
	for {
		select {
		case <-done:
			return
		case <-p.looks:
			size, err := p.t.Device.Size()
			if err != nil || size.Width <= 0 || size.Height <= 0 {
				size = usual
			}
			p.resize(size)
		case size, more := <-sizes:
			if !more {
				sizes = nil
				continue
			}
			p.resize(size)
		}
	}
}

func (p *Program) look() {
	select {
	case p.looks <- struct{}{}:
	default:
	}
}

func (p *Program) resize(size screen.Size) {
	p.tea.Send(tea.WindowSizeMsg{Width: size.Width, Height: size.Height})
}

// owner hears what happens to the terminal.
type owner struct{ *Program }

// Resized tells the model its new size.
func (o owner) Resized() { o.look() }

// Lend gives the terminal back for a while.
func (o owner) Lend(do func() error) error {
	err := o.window.Lend(do)
	o.back()
	return err
}

// Again takes the terminal again.
func (o owner) Again() {
	o.window.Again()
	o.back()
}

// back asks for the size, and tells who writes lines that others may have written between them.
func (o owner) back() {
	o.look()
	if o.t.Linear {
		beside(func() { o.tea.Send(screen.Redraw{}) }, o.breaks)
	}
}

// Leave gives the terminal back for good.
func (o owner) Leave() {
	now := make(chan struct{})
	close(now)
	o.window.Close(now)
}

// shown is the model as Bubble Tea runs it: what it draws goes to the window.
type shown struct {
	program *Program
	model   tea.Model
	size    screen.Size
	last    time.Time
	later   atomic.Bool // a frame that was passed over is drawn in a moment
}

// laterMsg comes when a frame that was passed over has to be drawn.
type laterMsg struct{}

// Init begins.
func (s *shown) Init() tea.Cmd {
	defer caught(s.program.breaks)
	return s.model.Init()
}

// Update takes a message in.
func (s *shown) Update(msg tea.Msg) (same tea.Model, cmd tea.Cmd) {
	same = s
	defer caught(s.program.breaks)
	switch msg := msg.(type) {
	case laterMsg:
		return s, nil
	case screen.Redraw:
		if !s.program.t.Linear { // who writes lines says all there is
			s.program.window.Anew()
			return s, nil
		}
	case tea.WindowSizeMsg:
		s.size = screen.Size{Width: msg.Width, Height: msg.Height}
		s.program.window.Anew()
	}
	s.model, cmd = s.model.Update(msg)
	return s, cmd
}

// View draws, and gives Bubble Tea nothing. While more keys wait it passes over a frame that would come too soon after the last.
func (s *shown) View() string {
	defer caught(s.program.breaks)
	now := time.Now()
	if now.Sub(s.last) < between && s.program.keys.waits(s.program.t.Device) {
		if s.later.CompareAndSwap(false, true) {
			time.AfterFunc(between, func() {
				s.later.Store(false)
				s.program.Send(laterMsg{})
			})
		}
		return ""
	}
	s.last = now
	s.program.window.Show(s.model.View(), s.size)
	return ""
}

var _ io.Writer = (*Window)(nil)
var _ screen.Owner = owner{}
