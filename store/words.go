package store

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/search"
	"leerbalie/store/wire"
)

// Search finds rows of a site, newest first: by the index, and by reading what it lacks.
func (t *tx) Search(ctx context.Context, q desk.SearchQuery) (out []desk.RequestRow, err error) {
	if err := t.flush(); err != nil {
		return nil, err
	}
	terms, since := q.Terms(), q.Filter.Since
	_, err = t.find(ctx, desk.KindRequest, q.Site, q.Filter.Facets(), terms, q.Start(), q.Limit, func(id journal.ID) (bool, error) {
		if !since.IsZero() && id.Millis() < since.UnixMilli() {
			return false, errOlder // ids stand in the order of coming in
		}
		row, ok, err := t.KeptRow(q.Site, id)
		if err != nil || !ok || row.Archived || !q.Filter.Match(&row) {
			return false, err
		}
		if further := t.unindexed(&row); further != nil {
			text, err := derive.Searched(t, &row, string(further))
			if err != nil || !terms.In(text) {
				return false, err
			}
		}
		out = append(out, row)
		return true, nil
	})
	if errors.Is(err, errOlder) {
		err = nil
	}
	return out, err
}

// unindexed is the words of a request that its row has not, where they are not in the index; nil for what is there.
func (t *tx) unindexed(row *desk.RequestRow) []byte {
	return t.get(wire.BucketUnindexed, wire.UnindexedKey(desk.KindRequest, row.Site, row.ID))
}

// Having is those of some rows of a site that have the words of a query, by the index and by what it lacks.
func (t *tx) Having(ctx context.Context, q desk.SearchQuery, rows []desk.RequestRow) ([]desk.RequestRow, error) {
	if err := t.flush(); err != nil {
		return nil, err
	}
	terms, have := q.Terms(), map[search.ID]bool{}
	var ids []search.ID
	for i := range rows {
		further := t.unindexed(&rows[i])
		if further == nil {
			ids = append(ids, search.ID(rows[i].ID))
			continue
		}
		text, err := derive.Searched(t, &rows[i], string(further))
		if err != nil {
			return nil, err
		}
		have[search.ID(rows[i].ID)] = terms.In(text)
	}
	slices.SortFunc(ids, func(a, b search.ID) int { return bytes.Compare(b[:], a[:]) })
	found, err := search.Among(ctx, t.bucket(wire.BucketToken), search.Query{Prefixes: [][]byte{derive.WordsOf(desk.KindRequest, q.Site)}, Terms: terms}, ids)
	return slices.DeleteFunc(slices.Clone(rows), func(r desk.RequestRow) bool { return !found[search.ID(r.ID)] && !have[search.ID(r.ID)] }), err
}

// Searched is all that searching looks at in a request.
func (t *tx) Searched(row *desk.RequestRow) (string, error) { return derive.SearchedNow(t, row) }

// errOlder ends a search where nothing that follows can pass.
var errOlder = errors.New("older than the period")

// Residents finds residents of a site by words, newest first.
func (t *tx) Residents(ctx context.Context, site journal.ID, q desk.ResidentQuery) (out []desk.Resident, err error) {
	if err := t.flush(); err != nil {
		return nil, err
	}
	terms := q.Terms()
	_, err = t.find(ctx, desk.KindResident, site, nil, terms, journal.ID{}, q.Limit, func(id journal.ID) (bool, error) {
		rec, err := t.Record(desk.KindResident, id)
		if err != nil || rec == nil {
			return false, err
		}
		r := desk.ResidentOf(rec)
		if r.Archived || r.Erased || !terms.In(r.Searched()) {
			return false, nil
		}
		if !r.MergedInto.IsZero() { // found by another spelling: the page that shows everything
			if r, err = desk.PageOf(r, func(id journal.ID) (*journal.Record, error) { return t.Record(desk.KindResident, id) }); err != nil {
				return false, err
			}
		}
		if slices.ContainsFunc(out, func(o desk.Resident) bool { return o.ID == r.ID }) {
			return false, nil
		}
		out = append(out, r)
		return true, nil
	})
	return out, err
}

func (t *tx) find(ctx context.Context, k journal.Kind, site journal.ID, words []string, terms plain.Terms, before journal.ID, limit int, match func(journal.ID) (bool, error)) ([]search.ID, error) {
	prefix := derive.WordsOf(k, site)
	s := search.Search{
		Query: search.Query{Prefixes: [][]byte{prefix}, Words: words, Terms: terms, Before: search.ID(before)},
		Match: func(id search.ID) (bool, error) { return match(journal.ID(id)) },
		Limit: limit,
	}
	s.Unindexed = func(yield func(search.ID) bool) {
		from := "" // the end
		if !before.IsZero() {
			from = string(before[:])
		}
		c := t.bucket(wire.BucketUnindexed).Cursor()
		for key := seekBefore(c, prefix, from); bytes.HasPrefix(key, prefix) && yield(search.ID(key[len(prefix):])); key, _ = c.Prev() {
		}
	}
	return s.Run(ctx, t.bucket(wire.BucketToken))
}

// indexBatch is how many texts are indexed in one transaction: it keeps others waiting for some milliseconds at most.
const indexBatch = 2000

// IndexWords enters waiting words into the index, a batch in a transaction, until none wait or the context ends.
func (s *Store) IndexWords(ctx context.Context) error {
	if s.Sealed() {
		return ctx.Err() // no key of a sealed store may hold a word: search reads what the index lacks
	}
	for ctx.Err() == nil {
		more := false
		err := s.update(func(b *disk.Tx) error {
			n, err := s.derives.IndexWords(&tx{s: s, b: b}, indexBatch)
			more = n == indexBatch
			return err
		})
		if err != nil || !more {
			return err
		}
	}
	return ctx.Err()
}
