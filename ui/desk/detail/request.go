package detail

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/contact"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/notification"
)

// Request is a request with all that the detail shows of it.
type Request struct {
	desk.Request
	ResidentName string
	AskedByName  string // of the contact person
	History      []model.Event
	Linked       []desk.RequestRow           // merged into it, or split from it
	From         map[journal.Stamp]string    // of what is told of others that were merged into it, the number of the one that it stands on
	Notified     []notification.Notification // the newest first
	Other        string                      // the number of the request it was merged into, or split from
}

// worked are the items that count with the request that goes on, wherever they stand.
var worked = []journal.ItemKind{desk.ItemMemo, desk.ItemContact, desk.ItemTime, desk.ItemTask, desk.ItemTaskDone, desk.ItemTaskMove,
	desk.ItemReferral, desk.ItemReferralState, desk.ItemInform}

// Read reads a request with all that the detail shows of it.
func Read(ctx context.Context, session *model.Session, id journal.ID) (r Request, err error) {
	if r.Request, err = desk.ReadRequest(ctx, session, id); err != nil {
		return r, err
	}
	if r.ResidentName, err = desk.ReadResidentName(ctx, session, r.Request.Resident); err != nil {
		return r, err
	}
	by, err := contact.Read(ctx, session, r.AskedBy)
	if err != nil {
		return r, err
	}
	r.AskedByName = by.Name
	if r.Notified, err = notification.ReadOf(ctx, session, id); err != nil {
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
	if r.History, err = desk.ReadRequestHistory(ctx, session, id); err != nil {
		return r, err
	}
	r.From = map[journal.Stamp]string{}
	for _, o := range r.Joined {
		history, err := desk.ReadRequestHistory(ctx, session, o.ID)
		if err != nil {
			return r, err
		}
		for _, e := range history {
			if slices.Contains(worked, e.Item) {
				r.History, r.From[e.Stamp] = append(r.History, e), o.Number
			}
		}
	}
	if len(r.From) > 0 {
		slices.SortStableFunc(r.History, func(a, b model.Event) int { return a.Stamp.Compare(b.Stamp) })
	}
	return r, nil
}
