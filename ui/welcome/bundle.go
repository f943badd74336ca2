package welcome

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// codeWords is how many words the code of a bundle has.
const codeWords = 5

func (s *Welcome) hasOpening() bool {
	return s.made == nil && s.env.First != nil && s.env.First.Bundle != nil && s.env.Files != nil
}

// startBundle asks which file the bundle is.
func (s *Welcome) startBundle() tea.Cmd { return s.host.PickFile(s.peek, ".bundle") }

// work runs something with a bar. What goes wrong is told, and the first start is there again.
func (s *Welcome) work(title, about string, run func(ctx context.Context, progress dialog.Progress) error, then func(err error) tea.Cmd) tea.Cmd {
	w := s.env.Words
	return s.host.Run(&dialog.Work{Title: w.Say(title), About: about, StopKey: Stop}, run, func(err error) tea.Cmd {
		if errors.Is(err, context.Canceled) {
			return screen.Say(screen.Note, w.Say("files.stopped"))
		}
		return then(err)
	})
}

// tell says why a bundle cannot be opened.
func (s *Welcome) tell(why string) tea.Cmd {
	return s.host.Show(&dialog.Report{Title: s.env.Words.Say("welcome.bundle.failed"), Bad: true, Head: why})
}

// peeked is what stands on a bundle in clear, with five words that are offered; err says why it cannot be read.
type peeked struct {
	on    transfer.Sealed
	offer phrase.Phrase
	err   error
}

// peek reads what stands on the bundle in clear. Keys wait: it is the matter of a moment.
func (s *Welcome) peek(path string) tea.Cmd {
	opening, w := s.env.First.Bundle, s.env.Words
	return dialog.Look(&s.host, func(ctx context.Context, _ *model.Session) (p peeked, _ error) {
		if p.on, p.err = opening.Peek(ctx, path); p.err == nil {
			p.offer, p.err = opening.Offer()
		}
		return p, nil
	}, func(p peeked) tea.Cmd {
		switch {
		case p.err != nil:
			return s.tell(dialog.Why(w, p.err))
		case !p.on.Coded:
			return s.tell(w.Say("welcome.bundle.known"))
		}
		return s.askCode(path, &p.on, p.offer)
	})
}

// offered is another passphrase that is offered.
type offered struct {
	words phrase.Phrase
	err   error
}

// askCode asks the code of the bundle, and for a passphrase: the words that are offered, or one's own. It is typed a second time,
// from the paper, so that it stands on one.
func (s *Welcome) askCode(path string, on *transfer.Sealed, offer phrase.Phrase) tea.Cmd {
	w, set := s.env.Words, s.env.Keys
	width := min(max(s.width, 60), 84)
	d := &dialog.Sheet{Width: width, Form: widget.Form{Title: w.Say("welcome.bundle.title", "name", cell.Safe(on.For, 50)), Entries: []widget.Entry{
		widget.TextEntry("code", w.Say("welcome.bundle.code"), "", 1).Hinted(w.Say("welcome.bundle.code.hint")),
		widget.TextEntry("passphrase", w.Say("welcome.bundle.passphrase"), "", 1).Hinted(w.Say("welcome.bundle.passphrase.hint", "key", set.Label(Words))),
		widget.TextEntry("again", w.Say("welcome.bundle.again"), "", 1).Hinted(w.Say("welcome.bundle.again.hint")),
	}}, Own: []keys.ID{Words}}
	d.Form.Entry("passphrase").Input.Offer(string(offer))
	d.Begins(&s.host)
	d.Lead = append([]string{""}, cell.Wrap(w.Say("welcome.bundle.for", "from", cell.Safe(on.From, 50), "day", s.env.Day(on.Made)), width-6, 3)...)
	d.Lead = append(d.Lead, cell.Wrap(w.Say("welcome.bundle.why"), width-6, 5)...)
	d.Press = func(msg tea.KeyMsg) (tea.Cmd, bool) {
		if !set.Is(msg, Words) {
			return nil, false
		}
		return s.offer(d), true
	}
	d.Submit = func(form *widget.Form) tea.Cmd { return s.submit(d, path) }
	return s.host.Fill(d)
}

// offer draws other words.
func (s *Welcome) offer(d *dialog.Sheet) tea.Cmd {
	opening, w := s.env.First.Bundle, s.env.Words
	return dialog.Look(&s.host, func(context.Context, *model.Session) (o offered, _ error) {
		o.words, o.err = opening.Offer()
		return o, nil
	}, func(o offered) tea.Cmd {
		if o.err != nil {
			return screen.Say(screen.Fault, dialog.Why(w, o.err))
		}
		d.Form.Entry("passphrase").Input.Offer(string(o.words))
		d.Form.Entry("again").Input.Set("")
		d.Form.Focus("passphrase")
		return nil
	})
}

// submit opens the bundle once what was typed can be right; what cannot is pointed at by the word.
func (s *Welcome) submit(d *dialog.Sheet, path string) tea.Cmd {
	w, form := s.env.Words, &d.Form
	code, err := phrase.Parse(form.Text("code"), codeWords)
	var m *phrase.Mistake
	switch {
	case errors.As(err, &m) && m.Word > 0:
		form.Blame("code", w.Error(fault.New(fault.Invalid, "phrase-word", "number", m.Word, "word", cell.Safe(m.Text, 20))))
		return nil
	case errors.As(err, &m):
		form.Blame("code", w.Say("welcome.bundle.words", "n", m.Have))
		return nil
	}
	passphrase := form.Text("passphrase")
	if passphrase != form.Text("again") {
		form.Blame("again", w.Say("welcome.bundle.differs"))
		return nil
	}
	return s.openBundle(d, path, code, passphrase)
}

// openBundle makes the store of it. What is refused is shown where it was typed, with all that was typed.
func (s *Welcome) openBundle(d *dialog.Sheet, path string, code phrase.Phrase, passphrase string) tea.Cmd {
	env, opening, w := s.env, s.env.First.Bundle, s.env.Words
	var next screen.Env
	return s.work("welcome.bundle.opening", filepath.Base(path), func(ctx context.Context, progress dialog.Progress) error {
		session, err := opening.Open(ctx, path, code, passphrase, progress)
		if err != nil {
			return err
		}
		next, err = env.Use(ctx, session)
		return err
	}, func(err error) tea.Cmd {
		var known *fault.Error
		switch {
		case err == nil:
			return tea.Batch(screen.Send(screen.Started{Env: next}), screen.Say(screen.Done, w.Say("welcome.bundle.opened")))
		case !errors.As(err, &known):
			return s.tell(dialog.Why(w, err))
		}
		at := "code"
		if strings.HasPrefix(known.Msg, "passphrase") {
			at = "passphrase"
		}
		d.Form.Blame(at, dialog.Why(w, err))
		return s.host.Show(d)
	})
}
