package desk

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// SearchResult is what a search found.
type SearchResult struct {
	Rows         []RequestRow
	More         bool     // there is more than the limit: ask again with Before, or with a higher limit
	SimilarNames bool     // no request has these words: these have words that are nearly those, or residents whose name is alike
	Meant        []string // the words that stand in the place of those that were typed
}

// FindRequests finds requests of the site by words of their number, summary, theme, resident's name, notes and whatever else searching
// looks at, over the whole archive, newest first. Errors: Refused; the context's, when it was cancelled.
func FindRequests(ctx context.Context, session *model.Session, text string, limit int) ([]RequestRow, error) {
	f, err := SearchRequests(ctx, session, SearchQuery{Text: text, Limit: limit})
	return f.Rows, err
}

// SearchRequests searches with a filter. When nothing is found, words that may be misspelt find the requests that have nearly those,
// and those of residents whose name is alike. Errors: Refused; the context's.
func SearchRequests(ctx context.Context, session *model.Session, q SearchQuery) (f SearchResult, err error) {
	if q.Site.IsZero() {
		q.Site = session.Site()
	}
	limit := q.Limit
	if limit > 0 {
		q.Limit++ // one more, to know whether there is
	}
	err = session.ReadScope(ctx, journal.Scope{Class: journal.Desk, Part: q.Site}, func(tx model.Tx) error {
		find := IndexOf(tx).Search
		switch {
		case q.Order != OrderNewest || q.Filter.open() && q.Limit == 0:
			find = func(ctx context.Context, q SearchQuery) ([]RequestRow, error) { return findOpen(ctx, tx, q) }
		case q.Filter.open():
			find = func(ctx context.Context, q SearchQuery) ([]RequestRow, error) { return findNewestOpen(ctx, tx, q) }
		}
		if f.Rows, err = find(ctx, q); err != nil {
			return err
		}
		if len(f.Rows) == 0 && !q.Exact && q.Before.IsZero() && strings.TrimSpace(q.Text) != "" {
			if f.Rows, f.Meant, err = findNear(ctx, tx, q, find); err != nil {
				return err
			}
			f.SimilarNames = len(f.Rows) > 0
		}
		if f.More = limit > 0 && len(f.Rows) > limit; f.More {
			f.Rows = f.Rows[:limit]
		}
		if err := foldRows(tx, f.Rows); err != nil {
			return err
		}
		return fill(session, tx, f.Rows, q.Residents)
	})
	if err == nil && q.Residents {
		lookedAtNames(ctx, session, f.Rows)
	}
	return f, err
}

// findNear finds the requests that have words which are nearly those of a query, or else those of residents whose name is.
func findNear(ctx context.Context, tx model.Tx, q SearchQuery, find func(context.Context, SearchQuery) ([]RequestRow, error)) (rows []RequestRow, words []string, err error) {
	if _, some := q.Terms().Nearly(); some {
		q.Nearly = true
		if rows, err = find(ctx, q); err != nil || len(rows) > 0 {
			if err == nil {
				words, err = meant(IndexOf(tx), q, rows)
			}
			return rows, words, err
		}
	}
	rows, err = findMisspelt(ctx, tx, q)
	return rows, nil, err
}

// open tells whether only requests that are not closed can pass.
func (f Filter) open() bool { return f.NotClosed || f.Status != "" && f.Status != StatusClosed }

// findNewestOpen finds the newest of the requests that are not closed: by words, over the whole archive, as long as that reads no more
// than there are open ones, and among those after that. So neither a long archive nor many open requests cost what is not asked.
func findNewestOpen(ctx context.Context, tx model.Tx, q SearchQuery) (rows []RequestRow, err error) {
	c, err := IndexOf(tx).Counts(q.Site)
	if err != nil {
		return nil, err
	}
	open := c.Waiting + c.Claimed + c.Parked
	if open <= q.Limit {
		return findOpen(ctx, tx, q)
	}
	all := q
	all.Filter.Status, all.Filter.NotClosed = "", false
	for looked := 0; looked <= open; {
		all.Limit = max(q.Limit, looked) // twice as many each time
		found, err := IndexOf(tx).Search(ctx, all)
		if err != nil {
			return nil, err
		}
		for i := range found {
			if !q.Filter.Match(&found[i]) {
				continue
			}
			if rows = append(rows, found[i]); len(rows) == q.Limit {
				return rows, nil
			}
		}
		if len(found) < all.Limit {
			return rows, nil
		}
		looked += len(found)
		all.Before = found[len(found)-1].ID
	}
	q.Before, q.Limit = all.Before, q.Limit-len(rows)
	rest, err := findOpen(ctx, tx, q)
	return append(rows, rest...), err
}

// findOpen searches among the open requests, or among those with a date: they are few beside the archive, and all of them
// are read.
func findOpen(ctx context.Context, tx model.Tx, q SearchQuery) (rows []RequestRow, err error) {
	list := ViewOpen
	if q.Order == OrderDue {
		list = ViewDue
	}
	page, err := pageOf(tx, PageQuery{Site: q.Site, View: list})
	if err != nil {
		return nil, err
	}
	for i := range page.Rows {
		r := &page.Rows[i]
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !q.Filter.Match(r) || q.Order == OrderNewest && !q.Before.IsZero() && bytes.Compare(r.ID[:], q.Before[:]) >= 0 {
			continue
		}
		rows = append(rows, *r)
	}
	if len(q.Terms()) > 0 {
		if rows, err = IndexOf(tx).Having(ctx, q, rows); err != nil {
			return nil, err
		}
	}
	q.Order.sort(rows)
	if q.Limit > 0 && len(rows) > q.Limit {
		rows = rows[:q.Limit]
	}
	return rows, nil
}

// holds tells whether a row can stand in an order at all.
func (o Order) holds(r *RequestRow) bool {
	switch o {
	case OrderQueue:
		return r.Status != StatusClosed
	case OrderDue:
		return !r.Due.IsZero()
	}
	return true
}

func (o Order) sort(rows []RequestRow) {
	slices.SortFunc(rows, func(a, b RequestRow) int {
		switch o {
		case OrderQueue:
			return cmp.Or(cmp.Compare(a.Urgency.Rank(), b.Urgency.Rank()), a.Created.Compare(b.Created), bytes.Compare(a.ID[:], b.ID[:]))
		case OrderDue:
			return cmp.Or(a.Due.Compare(b.Due), bytes.Compare(a.ID[:], b.ID[:]))
		}
		return bytes.Compare(b.ID[:], a.ID[:])
	})
}

// findMisspelt finds the requests of residents whose name is nearly what was typed.
func findMisspelt(ctx context.Context, tx model.Tx, q SearchQuery) (rows []RequestRow, err error) {
	words := plain.Fold(q.Text)
	var alike []journal.ID
	err = IndexOf(tx).EachResident(q.Site, func(r Resident) error {
		if r.MergedInto.IsZero() && nearly(words, plain.Fold(r.Name)) {
			alike = append(alike, r.ID)
		}
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	for _, id := range alike {
		of, err := IndexOf(tx).RequestsOf(q.Site, id, false)
		if err != nil {
			return nil, err
		}
		for _, r := range of {
			if q.Filter.Match(&r) && q.Order.holds(&r) {
				rows = append(rows, r)
			}
		}
	}
	q.Order.sort(rows)
	return rows, nil
}

// nearly tells whether every word is near some word of a name: its beginning, or at one edit (two for seven letters and
// more). Words of less than four letters have to begin a word of the name.
func nearly(words, name []string) bool {
	if len(words) == 0 {
		return false
	}
	for _, w := range words {
		limit := 0
		if n := len([]rune(w)); n >= 7 {
			limit = 2
		} else if n >= 4 {
			limit = 1
		}
		if !slices.ContainsFunc(name, func(n string) bool {
			return strings.HasPrefix(n, w) || limit > 0 && plain.Levenshtein(w, n, limit) <= limit
		}) {
			return false
		}
	}
	return true
}
