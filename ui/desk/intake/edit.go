package intake

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
)

// EditKind begins the key of the draft of a request's form.
const EditKind = "edit"

// Edit opens the form of a request that is there already.
func (in *Intake) Edit(row desk.RequestRow) tea.Cmd {
	return in.Look(row.ID, func(r detail.Request) tea.Cmd {
		s, _ := in.sheet(EditKind+"/"+r.ID.String(), in.Env.Words.Say("form.edit", "number", r.Number), r.Request, r.ResidentName)
		s.Submit = func(f *widget.Form) tea.Cmd { return in.submitEdit(f, r) }
		return in.Host.Fill(s)
	})
}

func (in *Intake) submitEdit(f *widget.Form, shown detail.Request) tea.Cmd {
	was := shown.Request
	r, ok := in.filled(f, was)
	if !ok {
		return nil
	}
	n := in.naming(f, shown.ResidentName, was.Resident)
	return in.Host.Perform(dialog.Deed{Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
		id, actions, err := n.resolve(ctx, session)
		if err != nil {
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
