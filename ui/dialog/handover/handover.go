// Package handover asks to whom requests are handed over and what the next one must know, and hands them over: the desk begins it with
// one request or with those that are marked, somebody's day with all that is on them.
package handover

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/handover"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/plain"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Kind begins the keys of the drafts of what the next one must know.
const Kind = "handover"

// Handing is one handing over.
type Handing struct {
	Host     *dialog.Host
	Requests []journal.ID                           // which; none: all that is on who acts
	Done     func(went handover.HandedOver) tea.Cmd // comes once it was said what was done; nil: the screen reads anew
}

// receiver is somebody to hand over to, or a pair.
type receiver struct {
	ids  []journal.ID
	name string // as it is read
	pair bool
}

// Start asks to whom.
func (g Handing) Start() tea.Cmd {
	return dialog.Look(g.Host, g.receivers, func(all []receiver) tea.Cmd {
		w := g.Host.Env.Words
		d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("handover.title"), Empty: w.Say("inform.nobody"), Hint: w.Say("inform.hint")}}
		for _, r := range all {
			c := widget.Choice{ID: key(r.ids), Label: cell.Safe(r.name, 60)}
			if r.pair {
				c.Right = w.Say("assign.pair")
			}
			d.Picker.Choices = append(d.Picker.Choices, c)
		}
		d.Choose = func(id string) tea.Cmd {
			i := slices.IndexFunc(all, func(r receiver) bool { return key(r.ids) == id })
			return g.look(all[i])
		}
		return g.Host.Show(d)
	})
}

func key(ids []journal.ID) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = id.String()
	}
	return strings.Join(parts, "+")
}

// receivers are the colleagues who see the desk, by name, and the running pairs.
func (g Handing) receivers(ctx context.Context, session *model.Session) (out []receiver, err error) {
	people, err := session.People(ctx)
	if err != nil {
		return nil, err
	}
	names := map[journal.ID]string{}
	for _, p := range people {
		if desk.SeesDesk(p, session.Site()) {
			names[p.ID] = p.Name
			if p.ID != session.Me().ID {
				out = append(out, receiver{ids: []journal.ID{p.ID}, name: p.Name})
			}
		}
	}
	slices.SortFunc(out, func(a, b receiver) int { return strings.Compare(plain.FoldText(a.name), plain.FoldText(b.name)) })
	all, err := pairs.Pairs(ctx, session)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if !all[i].Running() || all[i].Paused() {
			continue
		}
		r := receiver{ids: all[i].Members, pair: true}
		var said []string
		for _, id := range r.ids {
			said = append(said, names[id])
		}
		if !slices.Contains(said, "") {
			r.name = strings.Join(said, " + ")
			out = append(out, r)
		}
	}
	return out, nil
}

// look works out what goes and what stays, and asks what the next one must know.
func (g Handing) look(to receiver) tea.Cmd {
	ask := handover.HandOver{To: to.ids, Requests: g.Requests}
	return dialog.Look(g.Host, func(ctx context.Context, session *model.Session) (handover.HandedOver, error) {
		return handover.ReadHandOver(ctx, session, ask)
	}, func(plan handover.HandedOver) tea.Cmd {
		w := g.Host.Env.Words
		switch {
		case len(plan.Requests) > 0:
			return g.sheet(ask, to, plan)
		case len(plan.Kept) > 0:
			return screen.Say(screen.Fault, w.Error(plan.Kept[0].Why))
		}
		return screen.Say(screen.Note, w.Say("error.handover-nothing"))
	})
}

// shown is how many numbers and how many reasons a form names; the rest is counted.
const shown = 4

// sheet is the form with the note. Above it stands what goes, below it what stays and why.
func (g Handing) sheet(ask handover.HandOver, to receiver, plan handover.HandedOver) tea.Cmd {
	w, th := g.Host.Env.Words, g.Host.Env.Theme
	name := cell.Short(to.name, 40)
	d := &dialog.Sheet{Key: Kind + "/" + plan.Requests[0].ID.String() + "/" + ask.To[0].String(), About: plan.Requests[0].ID}
	d.Form = widget.Form{Title: w.Say("handover.to", "name", name), Entries: []widget.Entry{widget.TextEntry("note", w.Say("handover.note"), "", 3)}}
	var numbers []string
	for i, r := range plan.Requests {
		if i == shown && len(plan.Requests) > shown+1 {
			numbers = append(numbers, w.Say("handover.more", "n", len(plan.Requests)-shown))
			break
		}
		numbers = append(numbers, r.Number)
	}
	goes := w.Count("handover.requests", len(plan.Requests))
	if plan.Promises > 0 {
		goes += ", " + w.Count("handover.promises", plan.Promises)
	}
	d.Lead = append(d.Lead, beside(goes+":", numbers)...)
	for i, k := range plan.Kept {
		if i == shown {
			d.Lead = append(d.Lead, th.Now.On(w.Count("handover.kept", len(plan.Kept)-shown)))
			break
		}
		for _, line := range cell.Wrap(w.Say("handover.stays", "number", k.Number, "why", w.Error(k.Why)), room, 2) {
			d.Lead = append(d.Lead, th.Now.On(line))
		}
	}
	d.Submit = func(f *widget.Form) tea.Cmd {
		var went handover.HandedOver
		a := ask
		a.Note, a.Went = f.Text("note"), &went
		return g.Host.Perform(dialog.Deed{Act: dialog.Doing(a), Done: func(model.Receipt) tea.Cmd {
			said := w.Count("handover.done", len(went.Requests), "name", name)
			if n := len(went.Kept); n > 0 {
				said += " " + w.Count("handover.kept", n)
			}
			follow := g.Host.Reload
			if g.Done != nil {
				follow = func() tea.Cmd { return g.Done(went) }
			}
			return tea.Batch(g.Host.SayDone(said), follow())
		}})
	}
	return g.Host.Fill(d)
}

// beside puts numbers beside each other behind some words; none is broken at its hyphen.
func beside(words string, numbers []string) []string {
	lines := []string{words}
	for i, n := range numbers {
		if i < len(numbers)-1 {
			n += ","
		}
		if last := &lines[len(lines)-1]; cell.Width(*last)+1+cell.Width(n) <= room {
			*last += " " + n
		} else {
			lines = append(lines, n)
		}
	}
	return lines
}

// room is how wide the lines of the form are: they fit a window of 60 columns.
const room = 54
