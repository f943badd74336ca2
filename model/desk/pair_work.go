package desk

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// PairWork is what a pair has in hand and has done.
type PairWork struct {
	Running []RequestRow // requests that it holds
	Closed  int          // requests that it closed since it began
	Minutes int          // logged on all of those
}

// workPages bounds how far back PairWork looks: so many pages of so many requests.
const (
	workPages = 50
	workPage  = 200
)

// ReadPairWork counts the load and the hours of a pair at the session's site, over the newest ten thousand closed requests.
// Errors: NotFound; Refused for whom the desk is closed.
func ReadPairWork(ctx context.Context, session *model.Session, id journal.ID) (w PairWork, err error) {
	p, err := pairs.ReadPair(ctx, session, id)
	if err != nil {
		return w, err
	}
	open, err := ReadPage(ctx, session, PageQuery{View: ViewOpen})
	if err != nil {
		return w, err
	}
	for _, r := range open.Rows {
		if journal.SameIDs(r.Holder, p.Members) {
			w.Running = append(w.Running, r)
			w.Minutes += r.Minutes
		}
	}
	q := PageQuery{View: ViewClosed, Limit: workPage}
	for range workPages {
		page, err := ReadPage(ctx, session, q)
		if err != nil {
			return w, err
		}
		for i, r := range page.Rows {
			if r.ClosedAt.Before(p.Started) {
				return w, nil
			}
			if again := q.From != "" && i == 0; !again && journal.SameIDs(r.Holder, p.Members) {
				w.Closed++
				w.Minutes += r.Minutes
			}
		}
		if !page.More {
			break
		}
		q.From = page.Rows[len(page.Rows)-1].Key
	}
	return w, nil
}
