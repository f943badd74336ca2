package intake

import (
	"context"
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
)

// naming is what a form says about the resident, to be resolved in a command.
type naming struct {
	typed, was string
	known      journal.ID    // whom was means
	same       string        // who was picked among those who may be the same
	resident   desk.Resident // as it would be made
	words      text.Words
	fresh      bool // it is to be made
}

func (in *Intake) naming(f *widget.Form, was string, known journal.ID) *naming {
	return &naming{typed: f.Text("who"), was: was, known: known, same: f.Text(same), words: in.Env.Words, resident: desk.Resident{
		Name: f.Text("who"), Phone: f.Text("phone"), Keep: desk.Keep(f.Text("keep")), Told: f.Text("told") == "yes",
	}}
}

// resolve gives the resident that the form names: the one known when the name was not touched, nobody when it is empty,
// one that was picked or found, and otherwise a new one. What else was typed of a known one goes along as actions.
func (n *naming) resolve(ctx context.Context, session *model.Session) (id journal.ID, acts []model.Action, err error) {
	w := n.words
	some := n.resident.Phone != "" || n.resident.Keep != desk.KeepNothing
	if n.typed == "" {
		if some {
			return id, nil, dialog.FieldError{Field: "who", Text: w.Say("form.who.name")}
		}
		return id, nil, nil
	}
	if picked, err := journal.ParseID(n.same); err == nil {
		return n.update(ctx, session, picked)
	}
	if n.typed == n.was && !n.known.IsZero() {
		return n.update(ctx, session, n.known)
	}
	if n.same != newcomer && some {
		people, err := desk.FindSimilarResidents(ctx, session, n.resident)
		if err != nil {
			return id, nil, err
		}
		if len(people) > 0 {
			return id, nil, mayBeKnown{people}
		}
	} else if n.same != newcomer {
		people, err := desk.FindResidents(ctx, session, n.typed, mostOffered)
		if err != nil {
			return id, nil, err
		}
		if len(people) == 1 {
			return people[0].ID, nil, nil
		}
		if len(people) > 1 {
			return id, nil, dialog.FieldError{Field: "who", Text: w.Say("form.who.several", "names", named(people))}
		}
	}
	if n.resident.Keep == desk.KeepNothing {
		if n.resident.Phone != "" || n.same == newcomer {
			return id, nil, dialog.FieldError{Field: "keep", Text: w.Say("form.keep.ask")}
		}
		return id, nil, dialog.FieldError{Field: "who", Text: w.Say("form.who.none")}
	}
	n.fresh = true
	return id, nil, nil
}

// asking is what a form says about the contact person, to be resolved in a command.
type asking struct {
	typed, was string
	known      journal.ID // whom was means
	words      text.Words
}

// resolve gives the contact person: the one known when the name was not touched, nobody when it is empty, and otherwise the one who was
// found. Somebody unknown stays anonymous, with the relation alone.
func (a asking) resolve(ctx context.Context, session *model.Session) (id journal.ID, err error) {
	switch {
	case a.typed == a.was:
		return a.known, nil
	case a.typed == "":
		return id, nil
	}
	people, err := desk.FindResidents(ctx, session, a.typed, mostOffered)
	if err != nil {
		return id, err
	}
	switch len(people) {
	case 0:
		return id, dialog.FieldError{Field: contactEntry, Text: a.words.Say("form.by.none")}
	case 1:
		return people[0].ID, nil
	}
	return id, dialog.FieldError{Field: contactEntry, Text: a.words.Say("form.who.several", "names", named(people))}
}

// named tells the first few of those who were found apart.
func named(people []desk.Resident) string {
	var names []string
	for _, p := range people[:min(len(people), 3)] {
		names = append(names, strings.TrimSuffix(p.Name+", "+wording.Where(p), ", "))
	}
	return strings.Join(names, "; ")
}

// update keeps a phone number that was typed for somebody who had none here.
func (n *naming) update(ctx context.Context, session *model.Session, id journal.ID) (journal.ID, []model.Action, error) {
	if n.resident.Phone == "" {
		return id, nil, nil
	}
	people, err := desk.FindResidents(ctx, session, n.typed, 0)
	if err != nil {
		return id, nil, err
	}
	for _, p := range people {
		if p.ID != id || p.Phone == n.resident.Phone {
			continue
		}
		p.Phone = n.resident.Phone
		if n.resident.Keep != desk.KeepNothing {
			p.Keep = n.resident.Keep
		}
		p.Told = p.Told || n.resident.Told
		return id, []model.Action{desk.EditResident{Resident: p}}, nil
	}
	return id, nil, nil
}
