package directory

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Query asks for services.
type Query struct {
	Text     string    // words that the service, its organisation, its places or its notes have, or begin with; "" is every service
	Need     string    // words of what it helps with
	Place    string    // words of where it is, or from where people may come: a city, a street, a postcode, a neighbourhood
	Language string    // a BCP 47 tag, such as tr: it is spoken there
	OpenAt   time.Time // it is known to be open then, by the clock of this moment's zone; zero: whenever
	Now      time.Time // by which Hit.Open and Hit.Stale are told; zero: OpenAt
	Limit    int       // 0 is all
	Retired  bool      // with those to which one no longer refers
}

// Hit is a service that was found, with what one wants to know before referring somebody there. Nothing in it may be altered.
type Hit struct {
	Service      Service
	Organization Organization // empty where none is known
	Places       []Location
	Open         Open // at Query.Now
	Used         Uses // from the session's site; nothing for who may not read its requests
	Stale        bool // nobody said for a year that it is right
	Retired      bool // it, or its organisation
	Nearly       bool // it does not have the words that were asked for, but some that are nearly those
}

// Place is in a few words where it is: the first of its places that says so, and its city.
func (h *Hit) Place() string {
	for i := range h.Places {
		l := &h.Places[i]
		switch {
		case l.Name == "" && l.City == "":
			continue
		case l.Name == "":
			return l.City
		case l.City == "" || strings.Contains(l.Name, l.City):
			return l.Name
		}
		return l.Name + ", " + l.City
	}
	return strings.Join(h.Service.Areas, ", ")
}

// Capacity is what was said last of the room there is; ok is false where nothing was.
func (s *Service) Capacity() (c Capacity, ok bool) {
	for i, other := range s.Capacities {
		if i == 0 || other.On.After(c.On) {
			c, ok = other, true
		}
	}
	return c, ok
}

// scores is room in which services are scored, by their numbers.
type scores struct {
	total, best []int32
	terms, seen []int32 // how many terms were met; which term best is of
}

// Find finds services. Those come first whose words fit best, then those that this site refers to most, then by name. Where no service has
// the words, those are found that have nearly the same. Errors: Refused for who may not read the directory.
func Find(ctx context.Context, session *model.Session, q Query) (out []Hit, err error) {
	if q.Now.IsZero() {
		q.Now = q.OpenAt
	}
	err = ready(ctx, session, func(k *known, used *usage) error {
		out = k.find(q, used)
		return nil
	})
	return out, err
}

// ready hands out the directory as it stands, and how often services were used at the session's site.
func ready(ctx context.Context, session *model.Session, read func(k *known, used *usage) error) error {
	return session.ReadScope(ctx, Scope(), func(tx model.Tx) error {
		k := knownAt(session)
		k.mu.Lock()
		defer k.mu.Unlock()
		if err := k.bring(tx); err != nil {
			return err
		}
		used, err := k.usedAt(tx, session)
		if err != nil {
			return err
		}
		return read(k, used)
	})
}

// usedAt is how often services were used at the session's site; nothing for who may not read its requests.
func (k *known) usedAt(tx model.Tx, session *model.Session) (*usage, error) {
	site := session.Site()
	if !session.Clearance().MayRead(journal.Scope{Class: journal.Desk, Part: site}) {
		return &usage{}, nil
	}
	if k.used == nil {
		k.used = map[journal.ID]*usage{}
	}
	if k.used[site] == nil {
		k.used[site] = &usage{}
	}
	u := k.used[site]
	if err := u.follow(tx, site); err != nil {
		delete(k.used, site)
		return nil, err
	}
	return u, nil
}

// found is a service that fits, with what it is sorted by.
type found struct {
	d     *doc
	score int32
	used  int
}

func (k *known) find(q Query, used *usage) []Hit {
	terms := plain.TermsOf(q.Text)
	all := k.fitting(&q, terms, used)
	nearly := false
	if len(all) == 0 && len(terms) > 0 {
		if near, ok := terms.Nearly(); ok {
			all, nearly = k.fitting(&q, near, used), true
		}
	}
	all = best(all, q.Limit)
	out := make([]Hit, len(all))
	for i, f := range all {
		out[i] = f.d.hit(q.Now, used)
		out[i].Nearly = nearly
	}
	return out
}

// best puts those first that fit best, and gives so many of them; 0 is all.
func best(all []found, limit int) []found {
	order := func(a, b found) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.used, a.used), cmp.Compare(a.d.name, b.d.name), cmp.Compare(string(a.d.Service.ID[:]), string(b.d.Service.ID[:])))
	}
	if limit <= 0 || len(all) <= limit {
		slices.SortFunc(all, order)
		return all
	}
	first := all[:limit:limit]
	slices.SortFunc(first, order)
	for _, f := range all[limit:] {
		if order(f, first[limit-1]) < 0 {
			i, _ := slices.BinarySearchFunc(first, f, order)
			copy(first[i+1:], first[i:limit-1])
			first[i] = f
		}
	}
	return first
}

func (d *doc) hit(now time.Time, used *usage) Hit {
	h := Hit{Service: d.Service, Places: d.places, Open: openAt(&d.Service, d.places, now), Used: used.uses(d.Service.ID), Stale: d.Service.Assured.Stale(now), Retired: d.retired}
	if d.org != nil {
		h.Organization = *d.org
	}
	return h
}

// fitting are the services that have all terms, and that the filters of a query let through.
func (k *known) fitting(q *Query, terms plain.Terms, used *usage) (out []found) {
	room := &k.room
	for _, list := range []*[]int32{&room.total, &room.best, &room.terms, &room.seen} {
		if len(*list) < len(k.docs) {
			*list = make([]int32, len(k.docs)+64)
		}
		clear(*list)
	}
	for i := range terms {
		k.score(&terms[i], int32(i+1), room)
	}
	need, where := plain.TermsOf(q.Need), plain.TermsOf(q.Place)
	for n, d := range k.docs {
		switch {
		case d == nil, room.terms[n] < int32(len(terms)), d.retired && !q.Retired:
		case !need.In(d.need), !where.In(d.where), q.Language != "" && !spoken(d.language, q.Language):
		case !q.OpenAt.IsZero() && openAt(&d.Service, d.places, q.OpenAt) != OpenYes:
		default:
			out = append(out, found{d, room.total[n], used.uses(d.Service.ID).Referred})
		}
	}
	return out
}

// score adds to the services that have a term how well that fits.
func (k *known) score(t *plain.Term, term int32, room *scores) {
	take := func(word string, whole bool) {
		for _, p := range k.at[word] {
			score := 2 * int32(p.weight)
			if whole {
				score++
			}
			if room.seen[p.doc] != term {
				room.seen[p.doc], room.best[p.doc] = term, 0
				room.terms[p.doc]++
			}
			if score > room.best[p.doc] {
				room.total[p.doc] += score - room.best[p.doc]
				room.best[p.doc] = score
			}
		}
	}
	for _, begin := range t.Begins {
		for i := sort.SearchStrings(k.words, begin); i < len(k.words) && strings.HasPrefix(k.words[i], begin); i++ {
			take(k.words[i], k.words[i] == begin)
		}
	}
	if t.Near != nil {
		k.near(t.Near, func(word string) { take(word, false) })
	}
}

// near visits the words that are nearly one. What words begin with alike is looked at once.
func (k *known) near(n *plain.Near, visit func(word string)) {
	last := []rune(nil)
	deadAt := -1 // so many letters of the last word were enough to tell that none that begins with them is near
	nearAt := -1 // and so many that each is
	n.Keep(0)
	for _, word := range k.words {
		letters := []rune(word)
		same := 0
		for same < len(letters) && same < len(last) && letters[same] == last[same] {
			same++
		}
		last = letters
		switch {
		case deadAt >= 0 && same >= deadAt:
			continue
		case nearAt >= 0 && same >= nearAt:
			visit(word)
			continue
		}
		deadAt, nearAt = -1, -1
		n.Keep(min(same, n.Letters()))
		for i := n.Letters(); i < len(letters); i++ {
			near, dead := n.Step(letters[i])
			if near {
				nearAt = i + 1
				visit(word)
				break
			}
			if dead {
				deadAt = i + 1
				break
			}
		}
	}
}

// spoken tells whether a language is among tags: tr is in tr-TR, and the other way around.
func spoken(tags []string, asked string) bool {
	base := func(tag string) string {
		tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
		return tag
	}
	return slices.ContainsFunc(tags, func(t string) bool { return base(t) == base(asked) })
}

// Read reads one service with all that is known of it, as Find gives it; at is the moment by which it is open and stale. Errors: NotFound;
// Refused for who may not read the directory.
func Read(ctx context.Context, session *model.Session, id journal.ID, at time.Time) (h Hit, err error) {
	err = ready(ctx, session, func(k *known, used *usage) error {
		d := k.services[id]
		if d == nil {
			return fault.New(fault.NotFound, "directory-unknown", "name", id.String())
		}
		h = d.hit(at, used)
		return nil
	})
	return h, err
}

// All is the whole directory, with what has been retired, each list by name.
type All struct {
	Organizations []Organization
	Services      []Service
	Locations     []Location
}

// ReadAll reads the whole directory. Errors: Refused for who may not read it.
func ReadAll(ctx context.Context, session *model.Session) (all All, err error) {
	err = session.ReadScope(ctx, Scope(), func(tx model.Tx) error {
		k := knownAt(session)
		k.mu.Lock()
		defer k.mu.Unlock()
		if err := k.bring(tx); err != nil {
			return err
		}
		for _, o := range k.organizations {
			all.Organizations = append(all.Organizations, *o)
		}
		for _, d := range k.services {
			all.Services = append(all.Services, d.Service)
		}
		for _, l := range k.locations {
			all.Locations = append(all.Locations, *l)
		}
		return nil
	})
	byName(all.Organizations, func(o *Organization) *Entry { return &o.Entry })
	byName(all.Services, func(s *Service) *Entry { return &s.Entry })
	byName(all.Locations, func(l *Location) *Entry { return &l.Entry })
	return all, err
}

func byName[E any](list []E, of func(*E) *Entry) {
	slices.SortFunc(list, func(a, b E) int {
		x, y := of(&a), of(&b)
		return cmp.Or(cmp.Compare(plain.FoldText(x.Name), plain.FoldText(y.Name)), cmp.Compare(string(x.ID[:]), string(y.ID[:])))
	})
}

// Named is the service that a text means: its id, or a name that no other has. Errors: NotFound; Conflict where several have that name.
func Named(ctx context.Context, session *model.Session, text string) (journal.ID, error) {
	all, err := ReadAll(ctx, session)
	if err != nil {
		return journal.ID{}, err
	}
	of := func(s *Service) *Entry { return &s.Entry }
	id, err := Meant(all.Services, of, text)
	if fault.KindOf(err) != fault.NotFound {
		return id, err
	}
	words, part := strings.Fields(plain.FoldText(text)), []*Service(nil)
	for i := range all.Services {
		if s := &all.Services[i]; s.Retired == nil && len(words) > 0 && plain.ContainsWords(plain.FoldText(s.Name), words) {
			part = append(part, s)
		}
	}
	switch len(part) {
	case 0:
		return id, err
	case 1:
		return part[0].ID, nil
	}
	return journal.ID{}, fault.New(fault.Conflict, "directory-which", "name", text)
}

// Meant is the entry that a text means: its id, the id of its source, or a name that no other has; of several, the one that is not retired.
// Errors: NotFound; Conflict where several have that name.
func Meant[E any](list []E, of func(*E) *Entry, text string) (journal.ID, error) {
	var named []*Entry
	for i := range list {
		e := of(&list[i])
		if e.ID.String() == text || e.Source != "" && e.Source == text {
			return e.ID, nil
		}
		if plain.FoldText(e.Name) == plain.FoldText(text) {
			named = append(named, e)
		}
	}
	if len(named) > 1 {
		standing := slices.DeleteFunc(slices.Clone(named), func(e *Entry) bool { return e.Retired != nil })
		if len(standing) == 1 {
			named = standing
		}
	}
	switch len(named) {
	case 0:
		return journal.ID{}, fault.New(fault.NotFound, "directory-unknown", "name", text)
	case 1:
		return named[0].ID, nil
	}
	return journal.ID{}, fault.New(fault.Conflict, "directory-which", "name", text)
}
