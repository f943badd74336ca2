package draw_test

import (
	"io"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/draw"
	"leerbalie/ui/screen"
)

// hears is a model that writes lines, and passes on that somebody else had the terminal.
type hears struct{ redraws chan struct{} }

func (h hears) Init() tea.Cmd { return nil }
func (h hears) View() string  { return "" }
func (h hears) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, had := msg.(screen.Redraw); had {
		h.redraws <- struct{}{}
	}
	return h, nil
}

// TestWhoWritesLinesHearsThatOthersDid: after a stop, whether it was seen coming or not, the model can say where one is.
func TestWhoWritesLinesHearsThatOthersDid(t *testing.T) {
	b := newBench()
	owners := make(chan screen.Owner, 1)
	b.watch = func(o screen.Owner) { owners <- o }
	in, keys := io.Pipe()
	defer keys.Close()
	m := hears{make(chan struct{}, 2)}
	p := draw.New(t.Context(), m, screen.Terminal{In: in, Out: b, Device: b, Term: "dumb", Linear: true}, draw.Options{})
	ended := make(chan error, 1)
	go func() { ended <- p.Run() }()
	to := <-owners
	for name, stops := range map[string]func(){
		"lent":  func() { _ = to.Lend(func() error { return nil }) },
		"again": func() { to.Again() },
	} {
		stops()
		select {
		case <-m.redraws:
		case <-time.After(longest):
			t.Errorf("%s: nobody was told", name)
		}
	}
	p.Kill()
	<-ended
}
