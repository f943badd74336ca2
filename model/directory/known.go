package directory

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// known is the directory as it is searched, kept ready at a seat and brought up to date by whatever is new in the journal: what others
// write is there with the next search.
type known struct {
	mu            sync.Mutex
	follow        following
	organizations map[journal.ID]*Organization
	locations     map[journal.ID]*Location
	services      map[journal.ID]*doc
	docs          []*doc // by their number; nil: free
	free          []int32
	words         []string             // all there are, in order
	at            map[string][]posting // which services have a word
	used          map[journal.ID]*usage
	room          scores
}

// doc is a service as it is searched.
type doc struct {
	n        int32
	Service  Service
	org      *Organization // nil: none
	places   []Location
	words    map[string]uint8 // the words it is found by, each with the weight of the best place that it stands in
	need     string           // as plain.Searched makes it
	where    string
	name     string // folded, by which it is sorted
	retired  bool   // it, or its organisation
	language []string
}

// posting is a service that has a word.
type posting struct {
	doc    int32
	weight uint8
}

// How much a word says by where it stands.
const (
	inText uint8 = iota + 1
	inPlace
	inAlternate
	inNeed
	inOrganization
	inName
)

type keptAtSeat struct{}

// knownAt is the directory as a session's seat keeps it.
func knownAt(session *model.Session) *known {
	return session.KeptAtSeat(keptAtSeat{}, func() any { return &known{} }).(*known)
}

// bring brings it up to what the store holds. It is for who holds mu.
func (k *known) bring(tx model.Tx) error {
	changed, whole, err := k.follow.news(tx, Scope())
	if err != nil {
		return err
	}
	if !whole && k.services != nil {
		err = k.touch(tx, changed)
	} else {
		err = k.all(tx)
	}
	if err != nil {
		k.follow.ends = nil // it is not known how far this came
	}
	return err
}

// all reads the whole directory.
func (k *known) all(tx model.Tx) error {
	k.organizations, k.locations, k.services = map[journal.ID]*Organization{}, map[journal.ID]*Location{}, map[journal.ID]*doc{}
	k.docs, k.free, k.words, k.at = nil, nil, nil, map[string][]posting{}
	for _, kind := range allKinds() {
		var ids []journal.ID
		if err := tx.Each(kind, func(r *journal.Record) error { ids = append(ids, r.ID); return nil }); err != nil {
			return err
		}
		for _, id := range ids {
			if err := k.load(tx, kind, id, false); err != nil {
				return err
			}
		}
	}
	k.words = make([]string, 0, len(k.at))
	for w := range k.at {
		k.words = append(k.words, w)
	}
	slices.Sort(k.words)
	return nil
}

// touch reads anew what changed, and the services that hang on it.
func (k *known) touch(tx model.Tx, changed []*journal.Change) error {
	type entity struct {
		kind journal.Kind
		id   journal.ID
	}
	seen := map[entity]bool{}
	for _, kind := range allKinds() { // a service after those it is offered by
		for _, c := range changed {
			e := entity{c.Kind, c.Entity}
			if c.Kind != kind || seen[e] {
				continue
			}
			seen[e] = true
			if err := k.load(tx, kind, c.Entity, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// load reads one entry. With dependent, the services that are offered by it, or there, are made anew.
func (k *known) load(tx model.Tx, kind journal.Kind, id journal.ID, dependent bool) error {
	rec, items, err := read(tx, kind, id)
	if err != nil {
		return err
	}
	switch kind {
	case KindService:
		k.drop(id)
		if rec != nil {
			k.add(ServiceOf(rec, items), dependent)
		}
		return nil
	case KindOrganization:
		delete(k.organizations, id)
		if rec != nil {
			o := OrganizationOf(rec, items)
			k.organizations[id] = &o
		}
	case KindLocation:
		delete(k.locations, id)
		if rec != nil {
			l := LocationOf(rec, items)
			k.locations[id] = &l
		}
	}
	if !dependent {
		return nil
	}
	var of []Service
	for _, d := range k.services {
		if d.Service.Organization == id || slices.Contains(d.Service.Locations, id) {
			of = append(of, d.Service)
		}
	}
	for _, s := range of {
		k.drop(s.ID)
		k.add(s, true)
	}
	return nil
}

// add takes a service in. With sorted, the list of words is kept in order.
func (k *known) add(s Service, sorted bool) {
	d := &doc{Service: s, org: k.organizations[s.Organization], name: plain.FoldText(s.Name), words: map[string]uint8{}}
	for _, id := range s.Locations {
		if l := k.locations[id]; l != nil {
			d.places = append(d.places, *l)
		}
	}
	d.retired = s.Retired != nil || d.org != nil && d.org.Retired != nil
	d.describe()
	if n := len(k.free); n > 0 {
		d.n, k.free = k.free[n-1], k.free[:n-1]
		k.docs[d.n] = d
	} else {
		d.n = int32(len(k.docs))
		k.docs = append(k.docs, d)
	}
	k.services[s.ID] = d
	for w, weight := range d.words {
		all, there := k.at[w]
		if !there && sorted {
			i := sort.SearchStrings(k.words, w)
			k.words = slices.Insert(k.words, i, w)
		}
		k.at[w] = append(all, posting{d.n, weight})
	}
}

// drop takes a service out.
func (k *known) drop(id journal.ID) {
	d := k.services[id]
	if d == nil {
		return
	}
	delete(k.services, id)
	k.docs[d.n], k.free = nil, append(k.free, d.n)
	for w := range d.words {
		left := slices.DeleteFunc(k.at[w], func(p posting) bool { return p.doc == d.n })
		if len(left) > 0 {
			k.at[w] = left
			continue
		}
		delete(k.at, w)
		if i := sort.SearchStrings(k.words, w); i < len(k.words) && k.words[i] == w {
			k.words = slices.Delete(k.words, i, i+1)
		}
	}
}

// describe gathers what a service is found by.
func (d *doc) describe() {
	say := func(weight uint8, texts ...string) {
		for _, t := range texts {
			for _, w := range strings.Fields(plain.Searched(t)) {
				d.words[w] = max(d.words[w], weight)
			}
		}
	}
	s := &d.Service
	say(inName, s.Name)
	say(inAlternate, s.AlternateName)
	say(inNeed, s.Needs...)
	say(inText, s.Description, s.Process, s.Fees, s.Eligibility, s.Audience, s.Interpretation, s.Alert, s.URL, s.Email)
	say(inText, s.Costs...)
	say(inText, s.Documents...)
	say(inPlace, s.Areas...)
	d.saysOf(say, &s.Entry)
	need := append(slices.Clone(s.Needs), s.Name, s.AlternateName)
	where := slices.Clone(s.Areas)
	d.language = slices.Clone(s.Languages)
	for _, p := range s.Phones {
		d.language = append(d.language, p.Languages...)
	}
	if d.org != nil {
		say(inOrganization, d.org.Name)
		say(inAlternate, d.org.AlternateName)
		say(inText, d.org.Description, d.org.URL, d.org.Email)
		d.saysOf(say, &d.org.Entry)
	}
	for i := range d.places {
		l := &d.places[i]
		say(inPlace, l.Name, l.AlternateName, l.Postcode, l.City, l.Region)
		say(inPlace, l.Address...)
		say(inText, l.Description)
		say(inText, l.Access...)
		d.saysOf(say, &l.Entry)
		where = append(append(where, l.Name, l.AlternateName, l.City, l.Region, l.Postcode, strings.ReplaceAll(l.Postcode, " ", "")), l.Address...)
		d.language = append(d.language, l.Languages...)
	}
	d.need, d.where = plain.Searched(strings.Join(need, " \n ")), plain.Searched(strings.Join(where, " \n "))
}

// saysOf is what every entry has to be found by.
func (d *doc) saysOf(say func(uint8, ...string), e *Entry) {
	for _, p := range e.Phones {
		say(inText, p.Number, p.Department)
	}
	for _, c := range e.Contacts {
		say(inText, c.Name, c.Department, c.Email, c.Phone)
	}
	for _, n := range e.Notes {
		say(inText, n.Text)
	}
}
