package model

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Page reads a stretch of one of the site's lists. The site of the query is the session's when it is zero.
// Errors: Refused.
func (v *View) Page(ctx context.Context, q PageQuery) (p Page, err error) {
	if q.Site.IsZero() {
		q.Site = v.Site()
	}
	err = v.ReadScope(ctx, Scope{Desk, q.Site}, func(tx Tx) error {
		if p, err = IndexOf(tx).Page(q); err != nil {
			return err
		}
		return names(tx, p.Rows)
	})
	return p, err
}

// Counts are the sizes of the site's lists. Errors: Refused.
func (v *View) Counts(ctx context.Context) (c Counts, err error) {
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		c, err = IndexOf(tx).Counts(v.Site())
		return err
	})
	return c, err
}

// Request reads a request with all that was done about it. Errors: NotFound, Refused.
func (v *View) Request(ctx context.Context, id ID) (r Request, err error) {
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		r, err = v.request(tx, id)
		return err
	})
	return r, err
}

// Linked are the requests that were merged into a request, or split from it, newest first. Errors: Refused.
func (v *View) Linked(ctx context.Context, id ID) (rows []RequestRow, err error) {
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		if rows, err = IndexOf(tx).Linked(v.Site(), id); err != nil {
			return err
		}
		return names(tx, rows)
	})
	return rows, err
}

// RequestByNumber reads a request by its number (the count alone will do for one of the session's site that began here),
// or by its id. Errors: NotFound, Refused.
func (v *View) RequestByNumber(ctx context.Context, number string) (r Request, err error) {
	number = strings.TrimSpace(number)
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		full := strings.ToUpper(number)
		if n, err := strconv.ParseUint(number, 10, 32); err == nil {
			site, err := tx.Record(KindSite, v.Site())
			if err != nil {
				return err
			}
			if site != nil {
				full = fmt.Sprintf("%s-%04d", SiteOf(site).Code, n)
			}
		}
		id, err := IndexOf(tx).ByNumber(full)
		if err != nil {
			return err
		}
		if id.IsZero() {
			if id, err = ParseID(number); err != nil {
				return Fail(NotFound, "request-unknown", "number", number)
			}
		}
		r, err = v.request(tx, id)
		return err
	})
	return r, err
}

func (v *View) request(tx Tx, id ID) (Request, error) {
	rec, err := tx.Record(KindRequest, id)
	if err != nil {
		return Request{}, err
	}
	if rec == nil {
		return Request{}, Fail(NotFound, "request-unknown", "number", id.String())
	}
	if err := v.Clearance().CheckRead(Scope{Desk, rec.Part}); err != nil {
		return Request{}, err
	}
	items, err := tx.Items(KindRequest, id)
	if err != nil {
		return Request{}, err
	}
	return RequestOf(rec, items), nil
}

// names fills in who holds each row.
func names(tx Tx, rows []RequestRow) error {
	known := map[ID]string{}
	for i := range rows {
		for _, id := range rows[i].Holder {
			name, ok := known[id]
			if !ok {
				rec, err := tx.Record(KindPerson, id)
				if err != nil {
					return err
				}
				if rec != nil {
					name = rec.Get(PersonName).Text()
				}
				known[id] = name
			}
			rows[i].Who = append(rows[i].Who, name)
		}
	}
	return nil
}

// Sites are the organisation's sites, by code.
func (v *View) Sites(ctx context.Context) ([]Site, error) {
	out, err := all(ctx, v, KindSite, SiteOf)
	out = slices.DeleteFunc(out, func(s Site) bool { return s.Archived })
	slices.SortFunc(out, func(a, b Site) int { return strings.Compare(a.Code, b.Code) })
	return out, err
}

// SiteByID reads one site. Errors: NotFound.
func (v *View) SiteByID(ctx context.Context, id ID) (s Site, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		rec, err := tx.Record(KindSite, id)
		if err != nil {
			return err
		}
		if rec == nil {
			return Fail(NotFound, "site-unknown", "name", id.String())
		}
		s = SiteOf(rec)
		return nil
	})
	return s, err
}

// People are all who work or learn here and have not left, by name.
func (v *View) People(ctx context.Context) ([]Person, error) {
	out, err := all(ctx, v, KindPerson, PersonOf)
	out = slices.DeleteFunc(out, func(p Person) bool { return p.Archived })
	slices.SortFunc(out, func(a, b Person) int { return strings.Compare(FoldText(a.Name), FoldText(b.Name)) })
	return out, err
}

// Groups are the organisation's groups, by name.
func (v *View) Groups(ctx context.Context) ([]Group, error) {
	out, err := all(ctx, v, KindGroup, GroupOf)
	out = slices.DeleteFunc(out, func(g Group) bool { return g.Archived })
	slices.SortFunc(out, func(a, b Group) int { return strings.Compare(FoldText(a.Name), FoldText(b.Name)) })
	return out, err
}

func all[T any](ctx context.Context, v *View, kind Kind, of func(*Record) T) (out []T, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		return tx.Each(kind, func(r *Record) error {
			out = append(out, of(r))
			return nil
		})
	})
	return out, err
}
