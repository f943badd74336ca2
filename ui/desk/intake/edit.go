package intake

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
)

// EditKind begins the key of the draft of a request's form.
const EditKind = "edit"

// Edit opens the form of a request that is there already.
func (in *Intake) Edit(row desk.RequestRow) tea.Cmd {
	return in.Look(row.ID, func(r detail.Request) tea.Cmd {
		s, known := in.sheet(EditKind+"/"+r.ID.String(), in.Env.Words.Say("form.edit", "number", r.Number), r.Request, r.ResidentName, r.AskedByName)
		s.Now = func(ctx context.Context, session *model.Session) (func() dialog.Latest, error) {
			now, err := detail.Read(ctx, session, r.ID)
			return func() dialog.Latest {
				return dialog.Latest{Entries: in.entries(now.Request, now.ResidentName, now.AskedByName), By: in.Altered(alteredBy(now)), Take: func() { r, known.was = now, now.ResidentName }}
			}, err
		}
		s.Submit = func(f *widget.Form) tea.Cmd { return in.submitEdit(f, r) }
		return in.Host.Fill(s)
	})
}

// alteredBy is who altered a request, or its details, last.
func alteredBy(r detail.Request) (by journal.ID) {
	for _, e := range r.History {
		if e.Item == journal.ItemSet || e.Item == desk.ItemDetails {
			by = e.By
		}
	}
	return by
}

func (in *Intake) submitEdit(f *widget.Form, shown detail.Request) tea.Cmd {
	was := shown.Request
	r, ok := in.filled(f, was)
	if !ok {
		return nil
	}
	n := in.naming(f, shown.ResidentName, was.Resident)
	by := asking{typed: f.Text(contactEntry), was: shown.AskedByName, known: was.AskedBy, words: in.Env.Words}
	return in.Host.Perform(dialog.Deed{Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		id, actions, err := n.resolve(ctx, session)
		if err != nil {
			return model.Receipt{}, err
		}
		if r.AskedBy, err = by.resolve(ctx, session); err != nil {
			return model.Receipt{}, err
		}
		r.Resident = id
		if n.fresh {
			r.Resident = was.Resident // the new one is named by an action of its own
			return session.Do(ctx, edit(was, r), desk.Introduce{ID: was.ID, Resident: n.resident})
		}
		return session.Do(ctx, append([]model.Action{edit(was, r)}, actions...)...)
	}})
}

// edit is the action that writes only what differs.
func edit(was, is desk.Request) desk.EditRequest {
	return desk.EditRequest{ID: was.ID, Alter: desk.Altered(was, is)}
}
