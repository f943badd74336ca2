package dialog

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
)

// read is what was read before a dialog can open.
type read struct {
	to   *Host
	err  error
	then func() tea.Cmd
}

// Look reads what a dialog needs before it can open, and goes on with it. Keys wait meanwhile. Where it cannot be read that
// is said, and the screen reads anew what it shows.
func Look[T any](h *Host, ask func(ctx context.Context, session *model.Session) (T, error), then func(T) tea.Cmd) tea.Cmd {
	h.busy++
	session, ctx := h.Env.Session, h.Env.Ctx
	return func() tea.Msg {
		value, err := ask(ctx, session)
		return read{to: h, err: err, then: func() tea.Cmd { return then(value) }}
	}
}

func (h *Host) tookRead(r read) tea.Cmd {
	h.busy--
	if r.err != nil {
		return tea.Batch(screen.Say(screen.Fault, h.Env.Words.Error(r.err)), h.Reload())
	}
	return r.then()
}
