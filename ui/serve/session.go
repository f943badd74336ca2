package serve

import (
	"context"
	"encoding/json"
	"errors"

	gossh "golang.org/x/crypto/ssh"

	"leerbalie/model/fault"
	"leerbalie/ui"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/local"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// here serves a caller of this account: the app, or a command.
func (h *Holder) here(ctx context.Context, conn *gossh.ServerConn, l *line) int {
	text := l.payload
	if l.kind == "shell" {
		text = l.env[callVariable]
	}
	c := &Caller{ctx: ctx, conn: conn}
	if string(conn.ClientVersion()) != "SSH-2.0-"+versionOf(h.house.Program) || json.Unmarshal([]byte(text), &c.call) != nil {
		return command.CouldNot
	}
	if l.kind == "exec" {
		return h.command(ctx, c, l)
	}
	return h.app(ctx, c, l)
}

// app shows the app in a terminal of a caller.
func (h *Holder) app(ctx context.Context, c *Caller, l *line) int {
	if l.term == "" {
		return command.Misused
	}
	o, err := h.house.App(ctx, c)
	if err != nil {
		_, _ = l.SendRequest(verdictRequest, false, pack(verdictOf(err)))
		return command.CouldNot
	}
	o.Board, o.Site = o.Board || c.call.Board, c.call.Site
	places := newMailbox[screen.Place]()
	defer places.close()
	o.Places = places.put
	beside(func() {
		for p, ok := places.take(); ok; p, ok = places.take() {
			_, _ = l.SendRequest(placeRequest, false, pack(p))
		}
	})
	o.Terminal = l.shown(c.call.Terminal)
	o.Return, o.Locale, o.Lang = c.call.Place, c.call.Locale, text.Lang(c.call.Lang)
	o.Clipboard, o.Edit = local.Clipboard(l, c.call.Screen), c.Edit()
	switch err := ui.Run(ctx, o); {
	case err == nil:
		_, _ = l.SendRequest(endedRequest, false, []byte(endedLeft))
		return command.Done
	case ctx.Err() == nil:
		_, _ = l.SendRequest(verdictRequest, false, pack(toldOf(err)))
	}
	return command.CouldNot
}

// shown is the terminal at the other end of a line.
func (l *line) shown(env theme.Terminal) screen.Terminal {
	dark, _ := env.Dark()
	return screen.Terminal{In: l, Out: l, Term: env.Term, Size: l.size, Sizes: l.sizes.last, Depth: env.Depth(), Dark: dark, Asks: env.Answers(), Linear: env.Lines()}
}

// toldOf is what a caller is told of how a session ended. What broke it is not: it can hold what somebody else typed.
func toldOf(err error) verdict {
	var broke *ui.Crash
	if errors.As(err, &broke) {
		tellBroken(broke.Value, broke.Stack)
		err = fault.New(fault.Internal, "session-broke")
	}
	return verdictOf(err)
}
