package loop

import (
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/loop/offers"
	"leerbalie/model/pairs"
)

// PairOffer is a pair, or a student without one, to whom a waiting request is offered. It says what the desk may know: who,
// how busy, and why; not what anybody was judged.
type PairOffer struct {
	Members []journal.ID
	Names   []string
	Load    int          // requests that they are handling or are offered already
	Reasons []offers.Why // see offers.Reasons
}

// latelyDays is how far back what somebody handled counts for their share.
const latelyDays = 84

// offerRows is for how many waiting requests offers are worked out.
const offerRows = 200

// ReadOffers works out to whom each waiting request of the site is best offered, the best first; at a moment, by which it is
// told who is there. None where the site switched it off. Errors: Refused.
func ReadOffers(ctx context.Context, session *model.Session, now time.Time) (out map[journal.ID][]PairOffer, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out = map[journal.ID][]PairOffer{}
		r := &calculation{session: session, tx: tx, now: now, site: session.Site(), lists: map[journal.ID]*numbered{}, past: map[*numbered]*learning.VersionConverter{}, chosen: map[journal.ID]journal.ID{}, learned: offers.NewLearned()}
		rec, err := tx.Record(model.KindSite, r.site)
		if err != nil || rec == nil || model.SiteOf(rec).OffersOff {
			return err
		}
		waiting, err := desk.IndexOf(tx).Page(desk.PageQuery{Site: r.site, View: desk.ViewWaiting, Limit: offerRows})
		if err != nil || len(waiting.Rows) == 0 {
			return err
		}
		if err := r.gather(model.SiteOf(rec)); err != nil {
			return err
		}
		trains := map[string][]offers.Trained{}
		work := make([]offers.Work, len(waiting.Rows))
		for i, row := range waiting.Rows {
			if _, known := trains[row.Theme]; !known {
				trains[row.Theme] = r.learned.Trains(row.Theme)
			}
			work[i] = offers.Work{Professional: row.Supervision == model.SupervisionProfessional,
				Together: row.Supervision == model.SupervisionPair, Language: row.Language, Trains: trains[row.Theme]}
		}
		for i, a := range offers.Propose(work, r.pairs, offers.Options{}) {
			for _, o := range a.Offers {
				out[waiting.Rows[i].ID] = append(out[waiting.Rows[i].ID], PairOffer{r.members[o.Pair], r.names[o.Pair], o.Load, o.Reasons})
			}
		}
		return nil
	})
	return out, err
}

// calculation is one working out of offers.
type calculation struct {
	session *model.Session
	tx      model.Tx
	now     time.Time
	site    journal.ID
	lists   map[journal.ID]*numbered                 // by framework
	past    map[*numbered]*learning.VersionConverter // what brings judgements of earlier versions to each
	order   []*numbered                              // as they were met
	places  int                                      // of all of them together
	chosen  map[journal.ID]journal.ID                // what a group has chosen to be assessed on; zero: nothing
	learned *offers.Learned
	pairs   []offers.Pair
	members [][]journal.ID
	names   [][]string
}

// gather reads who may be offered something: running pairs of the site, and students without a buddy.
func (r *calculation) gather(s model.Site) (err error) {
	people := map[journal.ID]model.Person{}
	var order []journal.ID
	err = r.tx.Each(model.KindPerson, func(rec *journal.Record) error {
		p := model.PersonOf(rec)
		if p.Has(model.RoleStudent) && p.Site == r.site && !p.Archived && p.Study.Status == model.StudyActive {
			people[p.ID] = p
			order = append(order, p.ID)
		}
		return nil
	})
	if err != nil {
		return err
	}
	buddies, err := pairs.PairsIn(r.tx, func(rec *journal.Record) bool { return !rec.Archived() && !rec.Get(pairs.PairForbidden).Bool() })
	if err != nil {
		return err
	}
	paired := map[journal.ID]bool{}
	var teams [][]journal.ID
	for i := range buddies {
		if buddies[i].Running() && slices.ContainsFunc(buddies[i].Members, func(id journal.ID) bool { return people[id].ID == id }) {
			if buddies[i].Paused() {
				continue // who is here is offered something alone
			}
			teams = append(teams, buddies[i].Members)
			for _, id := range buddies[i].Members {
				paired[id] = true
			}
		}
	}
	for _, id := range order {
		if !paired[id] {
			teams = append(teams, []journal.ID{id})
		}
	}
	open := make(map[journal.ID]standing, len(order))
	for _, id := range order {
		if open[id], err = r.standing(people[id]); err != nil {
			return err
		}
	}
	r.table(s)
	load, err := r.load(teams)
	if err != nil {
		return err
	}
	part := dayPartAt(r.now, s.Zone)
	for i, t := range teams {
		for _, id := range t {
			if _, known := people[id]; known {
				continue
			}
			rec, err := r.tx.Record(model.KindPerson, id) // a member who works at another site as well
			if err != nil {
				return err
			}
			if rec != nil {
				people[id] = model.PersonOf(rec)
			}
		}
		r.team(t, people, open, load[i], part)
	}
	return nil
}

// load counts the requests that each team is handling.
func (r *calculation) load(teams [][]journal.ID) ([]int, error) {
	claimed, err := desk.IndexOf(r.tx).Page(desk.PageQuery{Site: r.site, View: desk.ViewClaimed, Limit: 10 * offerRows})
	load := make([]int, len(teams))
	of := map[journal.ID]int{}
	for i, t := range teams {
		for _, id := range t {
			of[id] = i + 1
		}
	}
	for _, row := range claimed.Rows {
		seen := 0
		for _, id := range row.Holder {
			if i := of[id]; i > 0 && i != seen {
				load[i-1]++
				seen = i
			}
		}
	}
	return load, err
}

// team adds a pair to those that may be offered something.
func (r *calculation) team(ids []journal.ID, people map[journal.ID]model.Person, open map[journal.ID]standing, load int, now model.DayParts) {
	p := offers.Pair{Members: len(ids), Load: load, Open: make([]float64, r.places)}
	count := make([]int, len(p.Open))
	there, stated := false, false
	var names []string
	for _, id := range ids {
		who := people[id]
		names = append(names, who.Name)
		p.Lately += open[id].since(r.now.AddDate(0, 0, -latelyDays)) / float64(len(ids))
		p.Professional = p.Professional || who.ID == id && !who.OnlyStudent()
		p.Languages = append(p.Languages, who.Languages...)
		if len(who.Languages) == 0 {
			p.Languages = append(p.Languages, "nl")
		}
		if who.Study.DayParts != 0 {
			stated = true
			there = there || who.Study.DayParts&now != 0
		}
		if at := open[id]; at.list != nil {
			for n, o := range at.open {
				p.Open[at.list.base+n] += o
				count[at.list.base+n]++
			}
		}
	}
	for i, n := range count {
		if n == 0 {
			p.Open[i] = -1
		} else {
			p.Open[i] /= float64(n)
		}
	}
	p.Absent = stated && !there
	r.pairs, r.members, r.names = append(r.pairs, p), append(r.members, ids), append(r.names, names)
}

// dayPartAt is the part of the week at a moment.
func dayPartAt(t time.Time, zone string) model.DayParts {
	t = t.In(days.Zone(zone))
	part := 0
	switch h := t.Hour(); {
	case h >= 18:
		part = 2
	case h >= 12:
		part = 1
	}
	return 1 << (3*((int(t.Weekday())+6)%7) + part)
}

// Who is the names of an offer, as people say them.
func (o PairOffer) Who() string { return strings.Join(o.Names, " + ") }
