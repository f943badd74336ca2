package derive

import (
	"slices"
	"strings"

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
			to = append(to, Entry{wire.SourceKey(r.Site, plain.ID(r.Source), r.ID), []byte{}})
		}
		return to
	}}
}

// requestsOfResident is the requests on a resident's page: the own ones, and those that this one asks for others.
func requestsOfResident() Projection {
	return Projection{Name: "of-resident", Kinds: ofRequests(), Bucket: wire.BucketIndex, Entries: func(now *State, to []Entry) []Entry {
		r := now.whole()
		for i, who := range [...]journal.ID{r.Resident, r.AskedBy} {
			if !who.IsZero() && (i == 0 || who != r.Resident) {
				to = append(to, Entry{wire.OfResidentKey(r.Site, who, r.ID), []byte{}})
			}
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
	return Projection{Name: "words of requests", Kinds: ofRequests(), Words: &Wording{Changed: requestReworded, Mark: func(now *State) []byte { return []byte(now.furtherWords()) },
		Kept: func(t Reader, site, id journal.ID) (*State, error) {
			row, ok, err := t.KeptRow(site, id)
			if err != nil || !ok {
				return nil, err
			}
			further := string(t.Disk().Bucket(wire.BucketUnindexed).Get(wire.UnindexedKey(desk.KindRequest, site, id)))
			return &State{row: &row, further: &further}, nil
		},
		Of: func(t Reader, now *State) ([]string, bool, error) {
			row := now.request()
			if row.Archived {
				return nil, false, nil
			}
			text, err := Searched(t, row, now.furtherWords())
			return append(strings.Fields(text), row.Facets()...), err == nil, err
		}}}
}

// requestReworded marks a request whose words have changed, and keeps with the mark those that its row has not: so neither a search
// nor the index has to read all that was done about it. What was erased leaves the index at once.
func requestReworded(t Reader, before, now *State) error {
	row := now.request()
	var was *desk.RequestRow
	if before != nil {
		was = before.request()
	}
	goes := was != nil && (was.Summary != "" && row.Summary == "" || erased(now.items()) > erased(before.items()))
	if goes || row.Archived {
		if err := search.Forget(t.Disk().Bucket(wire.BucketToken), WordsOf(desk.KindRequest, row.Site), search.ID(row.ID)); err != nil {
			return err
		}
	}
	further := now.whole().FurtherText()
	if was != nil && !goes && was.SearchText("") == row.SearchText("") && was.Resident == row.Resident && was.Archived == row.Archived &&
		slices.Equal(was.Facets(), row.Facets()) && before.whole().FurtherText() == further {
		return nil
	}
	return t.Disk().Bucket(wire.BucketUnindexed).Put(wire.UnindexedKey(desk.KindRequest, row.Site, row.ID), []byte(now.furtherWords()))
}

// requestNamed marks a request whose resident has another name.
func requestNamed(t Reader, site, id journal.ID) error {
	unindexed, key := t.Disk().Bucket(wire.BucketUnindexed), wire.UnindexedKey(desk.KindRequest, site, id)
	if unindexed.Get(key) != nil {
		return nil
	}
	rec, err := t.Record(desk.KindRequest, id)
	if err != nil || rec == nil {
		return err
	}
	now := State{Rec: rec, From: t}
	further := now.furtherWords()
	if now.Err != nil {
		return now.Err
	}
	return unindexed.Put(key, []byte(further))
}

func erased(items []journal.Item) (n int) {
	for i := range items {
		if items[i].Erased {
			n++
		}
	}
	return n
}

// furtherWords are the words of a request that its row has not, as plain.Searched makes them.
func (s *State) furtherWords() string {
	if s.further == nil {
		further := plain.Searched(s.whole().FurtherText())
		s.further = &further
	}
	return *s.further
}

// Searched is what searching looks at in a request; further is what its row has not.
func Searched(t Reader, row *desk.RequestRow, further string) (string, error) {
	name, err := t.NameOf(row.Resident)
	return plain.Searched(row.SearchText(name)) + " " + further, err
}
