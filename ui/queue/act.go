package queue

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
)

// acted is what became of something that was done.
type acted struct {
	to      *Queue
	dialog  dialog // that asked for it; nil for a single key
	receipt model.Receipt
	after   *model.Request // the request as it is now
	err     error
	then    func(q *Queue, a acted) tea.Cmd // what follows when it went well; nil: say what was done, read again
	refused func(q *Queue, a acted) tea.Cmd // what follows when it did not; nil: say why
}

// do carries out actions in one transaction, on behalf of the open dialog where there is one. Keys wait for it.
func (q *Queue) do(then, refused func(*Queue, acted) tea.Cmd, actions ...model.Action) tea.Cmd {
	return q.run(q.dialog, then, refused, func(ctx context.Context, v *model.View) (model.Receipt, error) {
		return v.Do(ctx, actions...)
	})
}

func (q *Queue) run(d dialog, then, refused func(*Queue, acted) tea.Cmd, act func(context.Context, *model.View) (model.Receipt, error)) tea.Cmd {
	q.hold, q.acting = true, true
	view, ctx := q.env.View, q.env.Ctx
	return func() tea.Msg {
		a := acted{to: q, dialog: d, then: then, refused: refused}
		if a.receipt, a.err = act(ctx, view); a.err != nil {
			return a
		}
		if r, err := view.Request(ctx, a.receipt.Entity); err == nil {
			a.after = &r
		}
		return a
	}
}

// tookActed takes in what became of an action, and after it the rows that were read meanwhile, unless newer ones are asked.
func (q *Queue) tookActed(a acted) tea.Cmd {
	if a.to != q {
		return nil
	}
	late := q.late
	q.acting, q.late = false, nil
	cmd := q.finish(a)
	if late != nil && q.page.Fits(late.Ticket) {
		cmd = tea.Batch(cmd, q.took(*late))
	}
	return cmd
}

// finish closes the dialog and shows what became of it.
func (q *Queue) finish(a acted) tea.Cmd {
	if a.err != nil {
		q.hold = false
		switch {
		case a.refused != nil:
			return a.refused(q, a)
		case a.dialog != nil && a.dialog == q.dialog:
			a.dialog.refused(q, a.err)
			return savedOrNot(a.err)
		}
		return tea.Batch(screen.Say(screen.Fault, q.env.Words.Error(a.err)), savedOrNot(a.err), q.reload())
	}
	cmds := []tea.Cmd{screen.Send(screen.Saved{})}
	if a.dialog != nil && a.dialog == q.dialog {
		if key := draftKey(a.dialog); key != "" {
			q.desk.waiting = false
			q.due.Drop()
			cmds = append(cmds, q.throwAway(draftPrefix+key))
		}
		q.dialog = nil
	}
	if a.then != nil {
		return tea.Batch(append(cmds, a.then(q, a))...)
	}
	return tea.Batch(append(cmds, q.say(a), q.reload())...)
}

// savedOrNot tells the root when the disk, not a rule, stood in the way.
func savedOrNot(err error) tea.Cmd {
	switch err.(type) {
	case fault, alike, several: // of a form, before anything was written
		return nil
	}
	switch model.KindOf(err) {
	case model.Full, model.ReadOnly, model.Damaged, model.Internal:
		return screen.Send(screen.Saved{Err: err})
	}
	return nil
}

// say shows what was done.
func (q *Queue) say(a acted) tea.Cmd {
	w := q.env.Words
	return screen.Say(screen.Done, w.Say("did."+a.receipt.Name, "number", a.receipt.Number)+"  "+w.Say("queue.undo-hint", "key", q.env.Keys.Label(Undo)))
}

// claim takes the request up or gives it back; somebody else's is taken over after a question.
func (q *Queue) claim(row model.RequestRow) tea.Cmd {
	switch {
	case q.mine(row.Holder) && row.Status == model.StatusClaimed:
		return q.do(keepInPlace(row), nil, model.ReleaseRequest{ID: row.ID})
	case row.Status == model.StatusClaimed:
		return q.takeOver(row, joined(row.Who))
	}
	return q.do(keepInPlace(row), q.claimRefused(row), model.ClaimRequest{ID: row.ID})
}

// claimRefused asks to take over when a colleague was just ahead.
func (q *Queue) claimRefused(row model.RequestRow) func(*Queue, acted) tea.Cmd {
	return func(q *Queue, a acted) tea.Cmd {
		var e *model.Error
		if errors.As(a.err, &e) && e.Msg == "claimed-by" {
			name := ""
			for _, arg := range e.Args {
				if arg.Name == "name" {
					name, _ = arg.Value.(string)
				}
			}
			return tea.Batch(q.takeOver(row, name), q.reload())
		}
		return tea.Batch(screen.Say(screen.Fault, q.env.Words.Error(a.err)), q.reload())
	}
}

func (q *Queue) takeOver(row model.RequestRow, from string) tea.Cmd {
	w := q.env.Words
	q.open(&question{
		confirm: widget.Confirm{
			Title: w.Say("queue.take-over.title"),
			Lines: []string{w.Say("queue.take-over.ask", "number", row.Number, "summary", row.Summary, "name", from)},
			Yes:   w.Say("queue.take-over.yes"), No: w.Say("confirm.no"), YesKeys: w.Yes(), NoKeys: w.No(),
		},
		yes: func(q *Queue) tea.Cmd {
			return q.do(keepInPlace(row), nil, model.ClaimRequest{ID: row.ID, Over: true})
		},
	})
	return nil
}

// keepInPlace lets a row stay where it was until the cursor leaves it, although it now belongs to another list.
func keepInPlace(row model.RequestRow) func(*Queue, acted) tea.Cmd {
	return func(q *Queue, a acted) tea.Cmd {
		if a.after != nil {
			now := a.after.Row()
			now.Key, now.Who = row.Key, nil
			for _, id := range now.Holder {
				now.Who = append(now.Who, q.name(id))
			}
			q.pinned = &now
		}
		return tea.Batch(q.say(a), q.reload())
	}
}

// park sets the request aside, or brings it back.
func (q *Queue) park(row model.RequestRow) tea.Cmd {
	if row.Status == model.StatusParked {
		return q.do(nil, nil, model.RecallRequest{ID: row.ID})
	}
	return q.do(nil, nil, model.ParkRequest{ID: row.ID})
}

// undo takes back what this session did last; redo does it again.
func (q *Queue) undo(again bool) tea.Cmd {
	word, act := "queue.undone", func(ctx context.Context, v *model.View) (model.Receipt, error) { return v.Undo(ctx) }
	if again {
		word, act = "queue.redone", func(ctx context.Context, v *model.View) (model.Receipt, error) { return v.Redo(ctx) }
	}
	q.dialog = nil
	return q.run(nil, func(q *Queue, a acted) tea.Cmd {
		said := screen.Say(screen.Done, q.env.Words.Say(word, "what", strings.TrimSpace(q.env.Words.Say(a.receipt.Name)+" "+a.receipt.Number), "key", q.env.Keys.Label(Redo)))
		if a.after != nil && !q.finding {
			if cmd := q.goTo(*a.after, -1); cmd != nil {
				return tea.Batch(said, cmd, q.fetchCounts())
			}
		}
		return tea.Batch(said, q.reload())
	}, nil, act)
}
