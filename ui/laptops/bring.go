package laptops

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget/cell"
)

// startReturn asks which bundle is brought in.
func (l *Laptops) startReturn() tea.Cmd {
	if l.Env.Files == nil {
		return screen.Say(screen.Fault, l.Env.Words.Say("laptops.no-power"))
	}
	return l.PickFile(l.lookInto, ".bundle", wordEnding)
}

// wordEnding ends the name of an acknowledgement: there is nothing in it to look at first.
const wordEnding = ".ack"

// lookInto verifies a bundle and shows what it holds, before anything of it is taken in.
func (l *Laptops) lookInto(path string) tea.Cmd {
	powers, session, w := l.Env.Bundles, l.Env.Session, l.Env.Words
	var c transfer.Contents
	if strings.EqualFold(filepath.Ext(path), wordEnding) {
		return l.bring(path)
	}
	return l.work("laptops.looking", filepath.Base(path), func(ctx context.Context, progress dialog.Progress) (err error) {
		c, err = powers.Look(ctx, session, path, progress)
		return err
	}, func() tea.Cmd {
		lines := []string{w.Say("laptops.from", "machine", l.named(&c.From), "when", l.Env.Date(c.Made))}
		if c.Changes == 0 {
			lines = append(lines, w.Say("laptops.word-only"))
		} else {
			lines = append(lines, l.inside(&c)...)
		}
		return l.AskReady(w.Say("laptops.return.title"), lines, w.Say("laptops.return.yes"), func() tea.Cmd { return l.bring(path) })
	})
}

// bring takes a bundle in, and tells what became of it.
func (l *Laptops) bring(path string) tea.Cmd {
	powers, session, w := l.Env.Bundles, l.Env.Session, l.Env.Words
	var came transfer.Returned
	return l.work("laptops.returning", filepath.Base(path), func(ctx context.Context, progress dialog.Progress) (err error) {
		came, err = powers.Return(ctx, session, path, progress)
		return err
	}, func() tea.Cmd {
		return tea.Batch(l.Show(l.reported(w.Say("laptops.returned"), &came)), l.look(), screen.Send(screen.Exchanged{}))
	})
}

// reported is what became of what came, from where one can go on to what clashes.
func (l *Laptops) reported(title string, came *transfer.Returned) *dialog.Report {
	r := &dialog.Report{Title: title, AgainKey: Settle}
	r.Head, r.Text = l.told(came)
	if came.Conflicts > 0 {
		r.Hint = l.Env.Words.Count("laptops.conflicts.hint", came.Conflicts, "key", l.Env.Keys.Label(Settle))
		r.Again = func() tea.Cmd { return screen.Send(screen.Open{Name: screen.Conflicts}) }
	}
	return r
}

// waits says what waits and why; of a machine of which nothing waits but the question whose it is, that.
func (l *Laptops) waits(t *transfer.Waiting) string {
	if t.Changes == 0 {
		return l.reason(t)
	}
	return l.Env.Words.Count("laptops.wait", t.Changes) + ": " + l.reason(t)
}

// told puts in people's words what came, what clashes, what waits and why, and what was heard back.
func (l *Laptops) told(r *transfer.Returned) (head string, out []string) {
	w := l.Env.Words
	from := l.named(&r.From.From)
	head = w.Say("laptops.came", "machine", from, "what", l.counted(r.Came))
	switch {
	case r.From.ID.IsZero() && r.From.From.Name == "":
		head = w.Say("laptops.word")
	case r.Came.Changes == 0:
		head = w.Say("laptops.came.nothing", "machine", from)
	}
	add := func(text string) { out = append(out, text) }
	if r.Came.Changes > 0 && r.Known > 0 {
		add(w.Count("laptops.known", r.Known))
	}
	if !r.Admitted.Person.IsZero() {
		add(w.Say("laptops.admitted", "machine", l.named(&r.Admitted)))
	}
	for i := range r.Second {
		add(w.Say("laptops.second", "machine", l.named(&r.Second[i])))
	}
	switch {
	case r.SetBack:
		add(w.Say("laptops.set-back", "tag", r.Tag))
	case r.Tag != "":
		add(w.Say("laptops.tag", "tag", r.Tag))
	}
	if r.Conflicts > 0 {
		add(w.Count("laptops.conflicts", r.Conflicts))
	}
	for i := range r.Waiting {
		t := &r.Waiting[i]
		add(l.waits(t))
	}
	if len(r.Waiting) > 0 && l.leads() {
		add(w.Say("laptops.see-waiting"))
	}
	if len(r.PutAway) > 0 {
		add(w.Say("laptops.put-away", "what", l.scopes(r.PutAway)))
	}
	if r.Unsaved > 0 {
		add(w.Count("laptops.unsaved", r.Unsaved))
	}
	if len(r.Regained) > 0 {
		add(w.Say("laptops.regained", "what", l.scopes(r.Regained)))
	}
	if r.Acknowledged > 0 {
		add(w.Count("laptops.acknowledged", r.Acknowledged))
	}
	if r.Missing > 0 {
		add(w.Count("laptops.missing", r.Missing))
	}
	if r.WaitingThere > 0 {
		add(w.Count("laptops.waiting-there", r.WaitingThere))
	}
	var unanswered *fault.Error
	switch {
	case r.Answer != "":
		add(w.Say("laptops.answer", "file", cell.Safe(filepath.Base(r.Answer), 80)))
	case errors.As(r.Unanswered, &unanswered) && unanswered.Msg == transfer.NotAdmitted:
		add(dialog.Why(w, unanswered))
	case r.Unanswered != nil:
		add(w.Say("laptops.unanswered", "why", dialog.Why(w, r.Unanswered)))
	}
	return head, out
}
