package desk

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// ReadPage reads a stretch of one of the site's lists. The site of the query is the session's when it is zero.
// Errors: Refused.
func ReadPage(ctx context.Context, session *model.Session, q PageQuery) (p Page, err error) {
	if q.Site.IsZero() {
		q.Site = session.Site()
	}
	err = session.ReadScope(ctx, journal.Scope{Class: journal.Desk, Part: q.Site}, func(tx model.Tx) error {
		if p, err = pageOf(tx, q); err != nil {
			return err
		}
		return fill(session, tx, p.Rows, q.Residents)
	})
	if err == nil && q.Residents {
		lookedAtNames(ctx, session, p.Rows)
	}
	return p, err
}

// ReadCounts reads the sizes of the site's lists. Errors: Refused.
func ReadCounts(ctx context.Context, session *model.Session) (c Counts, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		c, err = IndexOf(tx).Counts(session.Site())
		return err
	})
	return c, err
}

// ReadRequest reads a request with all that was done about it. Errors: NotFound, Refused.
func ReadRequest(ctx context.Context, session *model.Session, id journal.ID) (r Request, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		r, err = RequestIn(session, tx, id)
		return err
	})
	return r, err
}

// ReadRows reads what lists show of requests of the session's site, of those that there are.
func ReadRows(ctx context.Context, session *model.Session, ids []journal.ID) (rows []RequestRow, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		for _, id := range ids {
			row, ok, err := IndexOf(tx).Row(session.Site(), id)
			if err != nil {
				return err
			}
			if ok {
				rows = append(rows, row)
			}
		}
		return foldRows(tx, rows)
	})
	return rows, err
}

// ReadLinked reads the requests that were merged into a request, or split from it, newest first. Errors: Refused.
func ReadLinked(ctx context.Context, session *model.Session, id journal.ID) (rows []RequestRow, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		if rows, err = IndexOf(tx).Linked(session.Site(), id); err != nil {
			return err
		}
		if err := foldRows(tx, rows); err != nil {
			return err
		}
		return fillHolders(tx, rows)
	})
	return rows, err
}

// ReadRequestByNumber reads a request by its number (the count alone will do for one of the session's site that began here),
// or by its id. Errors: NotFound, Refused.
func ReadRequestByNumber(ctx context.Context, session *model.Session, number string) (r Request, err error) {
	number = strings.TrimSpace(number)
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		full := strings.ToUpper(number)
		if n, err := strconv.ParseUint(number, 10, 32); err == nil {
			site, err := tx.Record(model.KindSite, session.Site())
			if err != nil {
				return err
			}
			if site != nil {
				full = fmt.Sprintf("%s-%04d", model.SiteOf(site).Code, n)
			}
		}
		id, err := IndexOf(tx).ByNumber(full)
		if err != nil {
			return err
		}
		if id.IsZero() {
			if id, err = journal.ParseID(number); err != nil {
				return fault.New(fault.NotFound, "request-unknown", "number", number)
			}
		}
		r, err = RequestIn(session, tx, id)
		return err
	})
	return r, err
}

// RequestIn reads a request with all that was done about it, in a transaction. Errors: NotFound, Refused.
func RequestIn(session *model.Session, tx model.Tx, id journal.ID) (Request, error) {
	rec, err := tx.Record(KindRequest, id)
	if err != nil {
		return Request{}, err
	}
	if rec == nil {
		return Request{}, fault.New(fault.NotFound, "request-unknown", "number", id.String())
	}
	if err := session.Clearance().CheckRead(journal.Scope{Class: journal.Desk, Part: rec.Part}); err != nil {
		return Request{}, err
	}
	items, err := tx.Items(KindRequest, id)
	if err != nil {
		return Request{}, err
	}
	r := RequestOf(rec, items)
	err = Gather(tx, r)
	return *r, err
}

// fillHolders fills in who holds each row.
func fillHolders(tx model.Tx, rows []RequestRow) (err error) {
	names := NamesOf(tx)
	for i := range rows {
		if rows[i].HolderNames, err = names(rows[i].Holder); err != nil {
			return err
		}
	}
	return nil
}

// fill fills in who holds each row, and where residents is set who asks.
func fill(session *model.Session, tx model.Tx, rows []RequestRow, residents bool) error {
	if err := fillHolders(tx, rows); err != nil || !residents {
		return err
	}
	for i := range rows {
		r := &rows[i]
		if r.Resident.IsZero() {
			continue
		}
		rec, err := tx.Record(KindResident, r.Resident)
		if err != nil {
			return err
		}
		if rec != nil && session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: rec.Part}) {
			r.ResidentName = rec.Get(ResidentName).Text()
		}
	}
	return nil
}

// NamesOf looks people up, each once; somebody unknown has an empty name.
func NamesOf(tx model.Tx) func([]journal.ID) ([]string, error) {
	known := map[journal.ID]string{}
	return func(people []journal.ID) (out []string, err error) {
		for _, id := range people {
			name, ok := known[id]
			if !ok {
				rec, err := tx.Record(model.KindPerson, id)
				if err != nil {
					return nil, err
				}
				if rec != nil {
					name = rec.Get(model.PersonName).Text()
				}
				known[id] = name
			}
			out = append(out, name)
		}
		return out, nil
	}
}

// ReadRequestHistory reads everything that was done about a request, in order. Errors: NotFound, Refused.
func ReadRequestHistory(ctx context.Context, session *model.Session, id journal.ID) (out []model.Event, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		if _, err := RequestIn(session, tx, id); err != nil {
			return err
		}
		out, err = model.HistoryIn(tx, KindRequest, id)
		return err
	})
	return out, err
}
