package overview

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/overview/signal"
	"leerbalie/model/upward"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// readSent adds to how the themes stand what was signalled upward about them.
func readSent(ctx context.Context, session *model.Session, out *figures) (err error) {
	all, err := upward.Read(ctx, session, upward.Query{})
	if err != nil {
		return err
	}
	out.names, err = session.PersonNames(ctx, "")
	out.sent = map[string][]upward.Signal{}
	for _, j := range out.signals.Judged {
		if of := out.signals.Sent(all, j.Theme); of != nil {
			out.sent[j.Theme] = of
		}
	}
	return err
}

// sendable are the themes of which enough came in to signal it upward, as they are listed.
func (o *Overview) sendable() (out []signal.Of) {
	if !o.shows() || o.page != signals || o.data.signals == nil {
		return nil
	}
	for _, j := range o.data.signals.Judged {
		if j.Theme != "" && j.Cases >= signal.Least {
			out = append(out, j)
		}
	}
	return out
}

func (o *Overview) canSend() bool { return len(o.sendable()) > 0 }

func (o *Overview) whyNotSend() string {
	if o.page == signals && o.shows() {
		return o.Env.Words.Say("overview.send.few", "least", signal.Least)
	}
	return ""
}

// send asks about which theme, and opens the form of a new signal with what is known of it.
func (o *Overview) send() tea.Cmd {
	w, s := o.Env.Words, o.data.signals
	var list []widget.Choice
	for _, j := range o.sendable() {
		right := w.Count("overview.send.cases", j.Cases)
		if j.Verdict == signal.Signal {
			right += " " + w.Say("signals.is."+string(j.Verdict))
		}
		list = append(list, widget.Choice{ID: j.Theme, Label: cell.Safe(w.ThemeName(s.Site, j.Theme), 40), Right: right})
	}
	return o.Show(&dialog.Choice{Picker: widget.Picker{Title: w.Say("overview.send"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint"), Choices: list}, Choose: func(theme string) tea.Cmd {
		begun, err := s.Upward(theme)
		if err != nil {
			return screen.Say(screen.Fault, w.Error(err))
		}
		return screen.Send(screen.Open{Name: screen.Community, With: screen.AtPage{Page: "signals", With: begun}})
	}})
}

// sentBlock is what was signalled upward about the themes, and what came of it.
func (o *Overview) sentBlock(width int) (b block, ok bool) {
	if o.data.signals == nil {
		return b, false
	}
	w := o.Env.Words
	b.title = w.Say("overview.sent")
	for _, j := range o.data.signals.Judged {
		for _, s := range o.data.sent[j.Theme] {
			id := "overview.sent.row"
			if s.Answer != "" {
				id = "overview.sent.answered"
			}
			b.text(w.Say(id, "theme", w.ThemeName(o.data.signals.Site, j.Theme), "text", cell.Safe(s.Text, 100), "to", cell.Safe(o.data.names[s.To], 60), "state", w.SignalState(s.State), "answer", cell.Safe(s.Answer, 200)), width)
		}
	}
	return b, len(b.rows) > 0
}
