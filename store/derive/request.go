package derive

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
func requestRows() Projection {
	return Projection{Name: "row", Kinds: ofRequests(), Bucket: wire.BucketRow,
		Entries: func(now *State, to []Entry) []Entry {
			r := now.request()
			return append(to, Entry{wire.TwoIDs(r.Site, r.ID), wire.EncodeRow(r)})
		},
		Known: func(value []byte) []byte {
			row, err := wire.DecodeRow(journal.ID{}, journal.ID{}, value)
			if err != nil {
				return value
			}
			return wire.EncodeRow(&row)
		}}
}

// requestLists is the place of each request in the lists of its site.
func requestLists() Projection {
	return Projection{Name: "list", Kinds: ofRequests(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		r := now.request()
		for _, p := range r.Places() {
			to = append(to, Entry{wire.QueueKey(r.Site, p.View, p.Key), []byte{}})
		}
		return to
	}}
}

// requestNumbers is what requests are looked up by when somebody says their number.
func requestNumbers() Projection {
	return Projection{Name: "number", Kinds: ofRequests(), Bucket: wire.BucketIndex, Named: true, Entries: func(now *State, to []Entry) []Entry {
		if r := now.request(); r.Number != "" {
			to = append(to, Entry{wire.NumberKey(r.Number, r.ID), []byte{}})
		}
		return to
	}}
}

// requestSources is what an import knows requests by that came in before, and were not taken away.
func requestSources() Projection {
	return Projection{Name: "source", Kinds: ofRequests(), Bucket: wire.BucketIndex, Named: true, Entries: func(now *State, to []Entry) []Entry {
		if r := now.request(); r.Source != "" && !r.Archived {
			to = append(to, Entry{wire.SourceKey(r.Site, r.Source, r.ID), []byte{}})
		}
		return to
	}}
}

// requestsOfResident is the requests on a resident's page.
func requestsOfResident() Projection {
	return Projection{Name: "of-resident", Kinds: ofRequests(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		if r := now.request(); !r.Resident.IsZero() {
			to = append(to, Entry{wire.OfResidentKey(r.Site, r.Resident, r.ID), []byte{}})
		}
		return to
	}}
}

// requestsLinked is what was merged into a request, or split from it.
func requestsLinked() Projection {
	return Projection{Name: "linked", Kinds: ofRequests(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		if r := now.request(); !r.Linked.IsZero() {
			to = append(to, Entry{wire.LinkedKey(r.Site, r.Linked, r.ID), []byte{}})
		}
		return to
	}}
}

// requestsJoined is what was merged into a request.
func requestsJoined() Projection {
	return Projection{Name: "joined", Kinds: ofRequests(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		if r := now.request(); r.IsMerged() {
			to = append(to, Entry{wire.JoinedKey(r.Site, r.Linked, r.ID), []byte{}})
		}
		return to
	}}
}

// requestCounts is how many requests of each status a site has.
func requestCounts() Projection {
	return Projection{Name: "count", Kinds: ofRequests(), Counts: func(now *State, to [][]byte) [][]byte {
		if r := now.request(); !r.Archived && !r.IsMerged() {
			to = append(to, wire.CountKey(r.Site, r.Status))
		}
		return to
	}}
}

// requestWords is what requests are found by: their own words, their resident's name, and what filters ask for.
func requestWords() Projection {
	return Projection{Name: "words of requests", Kinds: ofRequests(), Words: &Wording{Changed: requestReworded,
		Kept: func(t Reader, site, id journal.ID) (*State, error) {
			row, ok, err := t.KeptRow(site, id)
			if err != nil || !ok {
				return nil, err
			}
			return &State{row: &row}, nil
		},
		Of: func(t Reader, now *State) ([]string, bool, error) {
			row := now.request()
			if row.Archived {
				return nil, false, nil
			}
			text, err := text(t, row)
			return append(plain.Fold(text), row.Facets()...), err == nil, err
		}}}
}

// requestReworded marks a request whose words have changed. Those of an erased one leave the index at once.
func requestReworded(t Reader, before, now *State) error {
	row := now.request()
	var was *desk.RequestRow
	if before != nil {
		was = before.request()
	}
	if was != nil && was.Summary != "" && row.Summary == "" || row.Archived {
		if err := search.Forget(t.Disk().Bucket(wire.BucketToken), WordsOf(desk.KindRequest, row.Site), search.ID(row.ID)); err != nil {
			return err
		}
	}
	if was != nil && was.SearchText("") == row.SearchText("") && was.Resident == row.Resident && was.Archived == row.Archived &&
		slices.Equal(was.Facets(), row.Facets()) {
		return nil
	}
	return t.Disk().Bucket(wire.BucketUnindexed).Put(wire.UnindexedKey(desk.KindRequest, row.Site, row.ID), nil)
}

// text is what searching looks at in a request.
func text(t Reader, row *desk.RequestRow) (string, error) {
	name, err := t.NameOf(row.Resident)
	if err != nil {
		return "", err
	}
	return row.SearchText(name), nil
}
