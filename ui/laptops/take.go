package laptops

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// The stretches, in days, that an invitation can be open; usualDays stands ready.
const usualDays = 14

func stretches() []int { return []int{3, 7, usualDays, 28} }

// startTake asks whom a bundle is for, where there is more than one, and goes on with what would travel.
func (l *Laptops) startTake(at screen.AtTake) tea.Cmd {
	powers := l.Env.Bundles
	return dialog.Look(&l.Host, func(ctx context.Context, session *model.Session) ([]transfer.Recipient, error) {
		return powers.Recipients(ctx, session)
	}, func(all []transfer.Recipient) tea.Cmd {
		if !at.Person.IsZero() {
			all = slices.DeleteFunc(all, func(r transfer.Recipient) bool { return r.Person != at.Person && !r.Centre })
		}
		switch len(all) {
		case 0:
			return screen.Say(screen.Fault, l.Env.Words.Say("laptops.nobody"))
		case 1:
			return l.plan(all[0])
		}
		return l.chooseRecipient(all)
	})
}

// isThere tells whether the cursor is on a machine for which a bundle can be made: one that has come, withdrawn or not.
func (l *Laptops) isThere() bool {
	m, waiting := l.current()
	return m != nil && waiting == nil && !m.Invited && !m.Here && l.barred() == "" && (l.leads() || m.Centre && l.data.standing.Laptop)
}

// takeFor makes a bundle for the machine that the cursor is on.
func (l *Laptops) takeFor() tea.Cmd {
	m, _ := l.current()
	return l.plan(transfer.Recipient{Person: m.Person, Name: m.Name, Replica: m.Replica, Label: m.Label, Centre: m.Centre})
}

// chooseRecipient lists for whom a bundle can be.
func (l *Laptops) chooseRecipient(all []transfer.Recipient) tea.Cmd {
	w := l.Env.Words
	var choices []widget.Choice
	for i, r := range all {
		right := cell.Short(r.Label, 30)
		switch {
		case r.Centre:
			right = w.Say("laptops.way-back")
		case r.Invites():
			right = w.Say("laptops.new")
		}
		choices = append(choices, widget.Choice{ID: strconv.Itoa(i), Label: cell.Short(r.Name, 50), Right: right})
	}
	return l.Show(&dialog.Choice{
		Picker: widget.Picker{Title: w.Say("laptops.for-whom"), Empty: w.Say("pick.none"), Hint: w.Say("pick.hint"), Choices: choices},
		Choose: func(id string) tea.Cmd {
			i, _ := strconv.Atoi(id)
			return l.plan(all[i])
		},
	})
}

// work runs something with a bar; what goes wrong is told, what goes well is followed.
func (l *Laptops) work(title, about string, run func(ctx context.Context, progress dialog.Progress) error, then func() tea.Cmd) tea.Cmd {
	w := l.Env.Words
	return l.Run(&dialog.Work{Title: w.Say(title), About: about, StopKey: Stop}, run, func(err error) tea.Cmd {
		switch {
		case errors.Is(err, context.Canceled):
			return screen.Say(screen.Note, w.Say("files.stopped"))
		case err != nil:
			return tea.Batch(l.Show(&dialog.Report{Title: w.Say(title), Bad: true, Head: dialog.Why(w, err)}), dialog.Unsaved(err))
		}
		return then()
	})
}

// plan works out what would travel. Texts about which nobody has decided come before anything else.
func (l *Laptops) plan(to transfer.Recipient) tea.Cmd {
	powers, session := l.Env.Bundles, l.Env.Session
	var plan transfer.Plan
	return l.work("laptops.planning", l.forWhom(&to), func(ctx context.Context, _ dialog.Progress) (err error) {
		plan, err = powers.Plan(ctx, session, to)
		return err
	}, func() tea.Cmd {
		if plan.Undecided() > 0 {
			return l.showTexts(to, plan)
		}
		return l.askWhere(to, plan)
	})
}

// forWhom names whom a bundle is for.
func (l *Laptops) forWhom(to *transfer.Recipient) string {
	p := transfer.Party{Person: to.Person, Name: to.Name, Label: to.Label, Centre: to.Centre}
	if to.Invites() {
		return cell.Safe(to.Name, 60)
	}
	return l.named(&p)
}

// askWhere shows what is inside, and asks where the bundle goes; of a machine that is new also how it is called, and how long the
// code works.
func (l *Laptops) askWhere(to transfer.Recipient, plan transfer.Plan) tea.Cmd {
	w := l.Env.Words
	home := ""
	if l.Env.Files != nil {
		home = l.Env.Files.Home
	}
	entries := []widget.Entry{widget.TextEntry("folder", w.Say("laptops.folder"), home, 1).Hinted(w.Say("laptops.folder.hint", "key", l.Env.Keys.Label(Browse)))}
	invites := to.Invites()
	if invites {
		var days []widget.Option
		for _, n := range stretches() {
			days = append(days, widget.Option{ID: strconv.Itoa(n), Label: w.Count("laptops.days", n)})
		}
		entries = append(entries, widget.TextEntry("label", w.Say("laptops.label"), "", 1).Hinted(w.Say("laptops.label.hint")),
			widget.ChoiceEntry("days", w.Say("laptops.open-for"), strconv.Itoa(usualDays), days).Hinted(w.Say("laptops.open-for.hint")))
	}
	d := &dialog.Sheet{Form: widget.Form{Title: w.Say("laptops.take.title", "name", l.forWhom(&to)), Entries: entries}, Own: []keys.ID{Browse}}
	d.Begins(&l.Host)
	d.Lead = append([]string{""}, l.planned(&plan)...)
	if len(plan.Hits) > 0 {
		d.Own = append(d.Own, Texts)
	}
	d.Press = func(msg tea.KeyMsg) (tea.Cmd, bool) {
		switch set := l.Env.Keys; {
		case set.Is(msg, Browse) && l.Env.Files != nil:
			return l.PickFolder(func(path string) tea.Cmd {
				d.Form.Entry("folder").Input.Set(path)
				return nil
			}), true
		case set.Is(msg, Texts) && len(plan.Hits) > 0:
			return l.showTexts(to, plan), true
		}
		return nil, false
	}
	d.Submit = func(form *widget.Form) tea.Cmd {
		folder := form.Text("folder")
		if folder == "" {
			form.Blame("folder", w.Say("laptops.need-folder"))
			return nil
		}
		if invites {
			to.Label = form.Text("label")
			n, err := strconv.Atoi(form.Text("days"))
			if err != nil {
				n = usualDays
			}
			to.Until = l.Env.Midnight(l.Env.Now()).AddDate(0, 0, n+1).Add(-time.Second)
		}
		return l.write(to, folder)
	}
	return l.Fill(d)
}

// planned are the lines that say what is inside, broken to fit below the form.
func (l *Laptops) planned(plan *transfer.Plan) (out []string) {
	w := l.Env.Words
	lines := l.inside(&plan.Contents)
	if n := len(plan.Hits); n > 0 {
		goes := 0
		for _, h := range plan.Hits {
			if h.Choice == transfer.Travels {
				goes++
			}
		}
		lines = append(lines, w.Count("laptops.hits", n, "goes", goes, "key", l.Env.Keys.Label(Texts)))
	}
	for _, line := range lines {
		out = append(out, cell.Wrap(line, min(max(l.size.Width, 60), 90)-6, 3)...)
	}
	return out
}

// write makes the bundle, and shows what opens it, once.
func (l *Laptops) write(to transfer.Recipient, folder string) tea.Cmd {
	powers, session, w := l.Env.Bundles, l.Env.Session, l.Env.Words
	var taken transfer.Taken
	return l.work("laptops.taking", folder, func(ctx context.Context, progress dialog.Progress) (err error) {
		taken, err = powers.Take(ctx, session, to, folder, progress)
		return err
	}, func() tea.Cmd {
		r := &dialog.Report{Title: w.Say("laptops.taken"), Head: w.Say("laptops.taken.in", "path", cell.Safe(taken.Path, 200))}
		next := "laptops.taken.home"
		switch {
		case to.Centre:
			next = "laptops.taken.centre"
		case taken.Code != "":
			next = "laptops.taken.first"
		}
		r.Text = append(l.inside(&taken.Contents), "", w.Say(next, "name", cell.Safe(to.Name, 60), "file", cell.Safe(filepath.Base(taken.Path), 80), "until", l.Env.Day(to.Until)))
		return tea.Batch(l.showOnce(&taken, to.Name, r), l.look(), screen.Send(screen.Exchanged{}))
	})
}
