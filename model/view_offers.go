package model

import (
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model/offers"
)

// PairOffer is a pair, or a student without one, to whom a waiting request is offered. It says what the desk may know: who,
// how busy, and why; not what anybody was judged.
type PairOffer struct {
	Members []ID
	Names   []string
	Load    int          // requests that they are handling or are offered already
	Reasons []offers.Why // see offers.Reasons
}

// offerRows is for how many waiting requests offers are worked out.
const offerRows = 200

// Offers works out to whom each waiting request of the site is best offered, the best first; at a moment, by which it is
// told who is there. None where the site switched it off. Errors: Refused.
func (v *View) Offers(ctx context.Context, now time.Time) (out map[ID][]PairOffer, err error) {
	err = v.ReadClass(ctx, Desk, func(tx Tx) error {
		out = map[ID][]PairOffer{}
		r := &round{v: v, tx: tx, now: now, site: v.Site(), lists: map[ID]*checklist{}, past: map[*checklist]*follower{}, chosen: map[ID]ID{}, learned: offers.NewLearned()}
		rec, err := tx.Record(KindSite, r.site)
		if err != nil || rec == nil || SiteOf(rec).OffersOff {
			return err
		}
		waiting, err := IndexOf(tx).Page(PageQuery{Site: r.site, View: ViewWaiting, Limit: offerRows})
		if err != nil || len(waiting.Rows) == 0 {
			return err
		}
		if err := r.gather(SiteOf(rec)); err != nil {
			return err
		}
		trains := map[string][]offers.Trained{}
		work := make([]offers.Work, len(waiting.Rows))
		for i, row := range waiting.Rows {
			if _, known := trains[row.Theme]; !known {
				trains[row.Theme] = r.learned.Trains(row.Theme)
			}
			work[i] = offers.Work{Urgent: row.Urgency == UrgencyNow, Professional: row.Supervision == SupervisionProfessional,
				Together: row.Supervision == SupervisionPair, Language: row.Language, Trains: trains[row.Theme]}
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

// round is one working out of offers.
type round struct {
	v       *View
	tx      Tx
	now     time.Time
	site    ID
	lists   map[ID]*checklist        // by framework
	past    map[*checklist]*follower // what brings judgements of earlier versions to each
	order   []*checklist             // as they were met
	places  int                      // of all of them together
	chosen  map[ID]ID                // what a group has chosen to be assessed on; zero: nothing
	learned *offers.Learned
	pairs   []offers.Pair
	members [][]ID
	names   [][]string
}

// gather reads who may be offered something: running pairs of the site, and students without a buddy.
func (r *round) gather(s Site) (err error) {
	people := map[ID]Person{}
	var order []ID
	err = r.tx.Each(KindPerson, func(rec *Record) error {
		p := PersonOf(rec)
		if p.Has(RoleStudent) && p.Site == r.site && !p.Archived && p.Study.Status == StudyActive {
			people[p.ID] = p
			order = append(order, p.ID)
		}
		return nil
	})
	if err != nil {
		return err
	}
	pairs, err := readPairs(r.tx, func(rec *Record) bool { return !rec.Archived() && !rec.Get(PairForbidden).Bool() })
	if err != nil {
		return err
	}
	paired := map[ID]bool{}
	var teams [][]ID
	for i := range pairs {
		if pairs[i].Running() && slices.ContainsFunc(pairs[i].Members, func(id ID) bool { return people[id].ID == id }) {
			teams = append(teams, pairs[i].Members)
			for _, id := range pairs[i].Members {
				paired[id] = true
			}
		}
	}
	for _, id := range order {
		if !paired[id] {
			teams = append(teams, []ID{id})
		}
	}
	open := make(map[ID]standing, len(order))
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
			rec, err := r.tx.Record(KindPerson, id) // a member who works at another site as well
			if err != nil {
				return err
			}
			if rec != nil {
				people[id] = PersonOf(rec)
			}
		}
		r.team(t, people, open, load[i], part)
	}
	return nil
}

// load counts the requests that each team is handling.
func (r *round) load(teams [][]ID) ([]int, error) {
	claimed, err := IndexOf(r.tx).Page(PageQuery{Site: r.site, View: ViewClaimed, Limit: 10 * offerRows})
	load := make([]int, len(teams))
	of := map[ID]int{}
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
func (r *round) team(ids []ID, people map[ID]Person, open map[ID]standing, load int, now DayParts) {
	p := offers.Pair{Members: len(ids), Load: load, Open: make([]float64, r.places)}
	count := make([]int, len(p.Open))
	there, stated := false, false
	var names []string
	for _, id := range ids {
		who := people[id]
		names = append(names, who.Name)
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
func dayPartAt(t time.Time, zone string) DayParts {
	if loc, err := time.LoadLocation(zone); err == nil {
		t = t.In(loc)
	}
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
