package detail

import (
	"context"

	"leerbalie/model"
)

// Request is a request with all that the detail shows of it.
type Request struct {
	model.Request
	ResidentName string
	History      []model.Event
	Linked       []model.RequestRow // merged into it, or split from it
	Other        string             // the number of the request it was merged into, or split from
}

// Read reads a request with all that the detail shows of it.
func Read(ctx context.Context, view *model.View, id model.ID) (r Request, err error) {
	if r.Request, err = view.Request(ctx, id); err != nil {
		return r, err
	}
	if r.ResidentName, err = view.ResidentName(ctx, r.Request.Resident); err != nil {
		return r, err
	}
	if r.Linked, err = view.Linked(ctx, id); err != nil {
		return r, err
	}
	from := r.Request.Origin
	if r.Request.Merged != nil {
		from = r.Request.Merged.Into
	}
	if !from.IsZero() {
		other, err := view.Request(ctx, from)
		if err != nil && model.KindOf(err) != model.NotFound { // it may come later, from another copy
			return r, err
		}
		r.Other = other.Number
	}
	r.History, err = view.RequestHistory(ctx, id)
	return r, err
}
