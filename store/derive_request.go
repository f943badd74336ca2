package store

import (
	"slices"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/store/search"
	"leerbalie/store/wire"
)

func ofRequests() []journal.Kind { return []journal.Kind{desk.KindRequest} }

// requestRows is what lists show of each request.
func requestRows() projection {
	return projection{name: "row", kinds: ofRequests(), bucket: wire.BucketRow,
		entries: func(now *state, to []entry) []entry {
			r := now.request()
			return append(to, entry{wire.TwoIDs(r.Site, r.ID), wire.EncodeRow(r)})
		},
		known: func(value []byte) []byte {
			row, err := wire.DecodeRow(journal.ID{}, journal.ID{}, value)
			if err != nil {
				return value
			}
			return wire.EncodeRow(&row)
		}}
}

// requestLists is the place of each request in the lists of its site.
func requestLists() projection {
	return projection{name: "list", kinds: ofRequests(), bucket: wire.BucketIndex, entries: func(now *state, to []entry) []entry {
		r := now.request()
		for _, p := range r.Places() {
			to = append(to, entry{wire.QueueKey(r.Site, p.View, p.Key), []byte{}})
		}
		return to
	}}
}

// requestNumbers is what requests are looked up by when somebody says their number.
func requestNumbers() projection {
	return projection{name: "number", kinds: ofRequests(), bucket: wire.BucketIndex, named: true, entries: func(now *state, to []entry) []entry {
		if r := now.request(); r.Number != "" {
			to = append(to, entry{wire.NumberKey(r.Number, r.ID), []byte{}})
		}
		return to
	}}
}

// requestSources is what an import knows requests by that came in before.
func requestSources() projection {
	return projection{name: "source", kinds: ofRequests(), bucket: wire.BucketIndex, named: true, entries: func(now *state, to []entry) []entry {
		if r := now.request(); r.Source != "" {
			to = append(to, entry{wire.SourceKey(r.Site, r.Source, r.ID), []byte{}})
		}
		return to
	}}
}

// requestsOfResident is the requests on a resident's page.
func requestsOfResident() projection {
	return projection{name: "of-resident", kinds: ofRequests(), bucket: wire.BucketIndex, entries: func(now *state, to []entry) []entry {
		if r := now.request(); !r.Resident.IsZero() {
			to = append(to, entry{wire.OfResidentKey(r.Site, r.Resident, r.ID), []byte{}})
		}
		return to
	}}
}

// requestsLinked is what was merged into a request, or split from it.
func requestsLinked() projection {
	return projection{name: "linked", kinds: ofRequests(), bucket: wire.BucketIndex, entries: func(now *state, to []entry) []entry {
		if r := now.request(); !r.Linked.IsZero() {
			to = append(to, entry{wire.LinkedKey(r.Site, r.Linked, r.ID), []byte{}})
		}
		return to
	}}
}

// requestCounts is how many requests of each status a site has.
func requestCounts() projection {
	return projection{name: "count", kinds: ofRequests(), counts: func(now *state, to [][]byte) [][]byte {
		if r := now.request(); !r.Archived {
			to = append(to, wire.CountKey(r.Site, r.Status))
		}
		return to
	}}
}

// requestWords is what requests are found by: their own words, their resident's name, and what filters ask for.
func requestWords() projection {
	return projection{name: "words of requests", kinds: ofRequests(), words: &wording{changed: requestReworded,
		kept: func(t *tx, site, id journal.ID) (*state, error) {
			row, ok, err := t.row(site, id)
			if err != nil || !ok {
				return nil, err
			}
			return &state{row: &row}, nil
		},
		of: func(t *tx, now *state) ([]string, bool, error) {
			row := now.request()
			if row.Archived {
				return nil, false, nil
			}
			text, err := t.requestText(row)
			return append(plain.Fold(text), row.Facets()...), err == nil, err
		}}}
}

// requestReworded marks a request whose words have changed. Those of an erased one leave the index at once.
func requestReworded(t *tx, before, now *state) error {
	row := now.request()
	var was *desk.RequestRow
	if before != nil {
		was = before.request()
	}
	if was != nil && was.Summary != "" && row.Summary == "" || row.Archived {
		if err := search.Forget(t.bucket(wire.BucketToken), wordsOf(desk.KindRequest, row.Site), search.ID(row.ID)); err != nil {
			return err
		}
	}
	if was != nil && was.SearchText("") == row.SearchText("") && was.Resident == row.Resident && was.Archived == row.Archived &&
		slices.Equal(was.Facets(), row.Facets()) {
		return nil
	}
	return t.bucket(wire.BucketUnindexed).Put(wire.UnindexedKey(desk.KindRequest, row.Site, row.ID), nil)
}

// requestText is what searching looks at in a request.
func (t *tx) requestText(row *desk.RequestRow) (string, error) {
	name, err := t.nameOf(row.Resident)
	if err != nil {
		return "", err
	}
	return row.SearchText(name), nil
}

// nameOf is the name of a resident, "" for nobody.
func (t *tx) nameOf(resident journal.ID) (name string, err error) {
	if resident.IsZero() {
		return "", nil
	}
	if name, known := t.names[resident]; known {
		return name, nil
	}
	rec, err := t.Record(desk.KindResident, resident)
	if rec != nil {
		name = rec.Get(desk.ResidentName).Text()
	}
	if t.names != nil && err == nil {
		t.names[resident] = name
	}
	return name, err
}
