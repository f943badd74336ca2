package detail

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Request is a request with all that the detail shows of it.
type Request struct {
	desk.Request
	ResidentName string
	History      []model.Event
	Linked       []desk.RequestRow // merged into it, or split from it
	Other        string            // the number of the request it was merged into, or split from
}

// Read reads a request with all that the detail shows of it.
func Read(ctx context.Context, session *model.Session, id journal.ID) (r Request, err error) {
	if r.Request, err = desk.ReadRequest(ctx, session, id); err != nil {
		return r, err
	}
	if r.ResidentName, err = desk.ReadResidentName(ctx, session, r.Request.Resident); err != nil {
		return r, err
	}
	if r.Linked, err = desk.ReadLinked(ctx, session, id); err != nil {
		return r, err
	}
	switch from := r.Request.Origin; {
	case r.Request.Merged != nil:
		r.Other = r.Request.Merged.On
	case !from.IsZero():
		other, err := desk.ReadRequest(ctx, session, from)
		if err != nil && fault.KindOf(err) != fault.NotFound { // it may come later, from another copy
			return r, err
		}
		r.Other = other.Number
	}
	r.History, err = desk.ReadRequestHistory(ctx, session, id)
	return r, err
}
