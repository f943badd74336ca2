package board

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/overview"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// The beats of a board: one a second, at which the clock and what blinks go on.
const (
	beat      = time.Second
	pageBeats = 8  // how long a page stands
	turnBeats = 4  // how long one of two things stands that have one place
	readBeats = 10 // how long until it is read again where nothing was told: numbers leave by time as well
	missBeats = 3  // the same, where reading failed
	callBeats = 12 // how long a number that is called stands out
	staleFor  = time.Minute
)

// wall is the state of a board.
type wall struct {
	ctx     context.Context
	read    func(context.Context) (overview.Board, error)
	news    <-chan model.News
	gone    chan struct{} // closed when the way in ends
	words   text.Words
	theme   theme.Theme
	now     func() time.Time
	size    screen.Size
	board   overview.Board
	known   bool      // the board was read
	good    time.Time // when it was last read
	missing error     // why it could not be read the last time
	reading bool
	again   bool           // something was told while it was read
	calling map[string]int // numbers that stand out, with the beats that are left
	beats   int
	sinceIn int // beats since it was read or tried
	page    int // turns by itself
	failure *Crash
}

// The messages of a board.
type (
	beatMsg struct{}
	newsMsg struct{}
	readMsg struct {
		board overview.Board
		err   error
	}
)

func newWall(ctx context.Context, session *model.Session, news <-chan model.News, words text.Words, th theme.Theme, now func() time.Time) *wall {
	w := &wall{ctx: ctx, news: news, words: words, theme: th, now: now, size: screen.Size{Width: 80, Height: 24}, calling: map[string]int{},
		gone: make(chan struct{})}
	w.read = func(ctx context.Context) (overview.Board, error) { return overview.ReadBoard(ctx, session, now()) }
	return w
}

// begin gives what a board goes on with.
func (w *wall) begin() []tea.Cmd { return []tea.Cmd{w.listen(), w.left, next()} }

// left waits for the end of the way in.
func (w *wall) left() tea.Msg {
	select {
	case <-w.ctx.Done():
		return nil
	case <-w.gone:
		return tea.Quit()
	}
}

// next brings the next beat.
func next() tea.Cmd { return tea.Tick(beat, func(time.Time) tea.Msg { return beatMsg{} }) }

// listen waits until something was written.
func (w *wall) listen() tea.Cmd {
	return func() tea.Msg {
		select {
		case <-w.ctx.Done():
			return nil
		case _, more := <-w.news:
			if !more {
				return nil
			}
			return newsMsg{}
		}
	}
}

// fetch reads who waits.
func (w *wall) fetch() tea.Cmd {
	if w.reading {
		w.again = true
		return nil
	}
	w.reading, w.again, w.sinceIn = true, false, 0
	return func() tea.Msg {
		b, err := w.read(w.ctx)
		return readMsg{b, err}
	}
}

// take takes a message in. Keys are none of its messages: nothing that is pressed before the screen does anything.
func (w *wall) take(msg tea.Msg) []tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width > 0 && msg.Height > 0 {
			w.size = screen.Size{Width: msg.Width, Height: msg.Height}
		}
	case newsMsg:
		return []tea.Cmd{w.fetch(), w.listen()}
	case readMsg:
		w.reading = false
		w.show(msg)
	case beatMsg:
		return []tea.Cmd{w.pass(), next()}
	}
	return nil
}

// show takes in what was read. What was read before stands for a minute where reading fails, and not at all where the screen may
// not read it any more.
func (w *wall) show(msg readMsg) {
	if w.missing = msg.err; msg.err != nil {
		if fault.KindOf(msg.err) == fault.Refused {
			w.known, w.board = false, overview.Board{}
		}
		return
	}
	before := map[string]bool{}
	for _, n := range w.board.Helped {
		before[n] = true
	}
	for _, n := range msg.board.Helped {
		if w.known && !before[n] {
			w.calling[n] = callBeats
		}
	}
	w.board, w.known, w.good = msg.board, true, w.now()
}

// pass lets a second go by.
func (w *wall) pass() tea.Cmd {
	w.beats++
	w.sinceIn++
	if w.beats%pageBeats == 0 {
		w.page++
	}
	for n := range w.calling {
		if w.calling[n]--; w.calling[n] <= 0 {
			delete(w.calling, n)
		}
	}
	if w.missing != nil && w.now().Sub(w.good) > staleFor {
		w.known, w.board = false, overview.Board{}
	}
	due := readBeats
	if w.missing != nil {
		due = missBeats
	}
	if !w.reading && (w.again || w.sinceIn >= due) {
		return w.fetch()
	}
	return nil
}
