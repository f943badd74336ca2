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
	err = v.read(ctx, Desk, func(tx Tx) error {
		out = map[ID][]PairOffer{}
		r := &round{v: v, tx: tx, now: now, site: v.Site(), index: map[ID]int{}, learned: offers.NewLearned()}
		rec, err := tx.Record(KindSite, r.site)
		if err != nil || rec == nil || SiteOf(rec).OffersOff {
			return err
		}
		waiting, err := tx.Page(PageQuery{Site: r.site, View: ViewWaiting, Limit: offerRows})
		if err != nil || len(waiting.Rows) == 0 {
			return err
		}
		if err := r.gather(SiteOf(rec)); err != nil {
			return err
		}
		work := make([]offers.Work, len(waiting.Rows))
		for i, row := range waiting.Rows {
			work[i] = offers.Work{Urgent: row.Urgency == UrgencyNow, Professional: row.Supervision == SupervisionProfessional,
				Together: row.Supervision == SupervisionPair, Language: row.Language, Trains: r.learned.Trains(row.Theme)}
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
	groups  []ID
	trees   map[ID]*Tree
	order   []ID       // of the trees, as they were met
	index   map[ID]int // nodes by their place
	learned *offers.Learned
	pairs   []offers.Pair
	members [][]ID
	names   [][]string
}

// gather reads who may be offered something: running pairs of the site, and students without a buddy.
func (r *round) gather(s Site) (err error) {
	if r.groups, err = allGroups(r.tx); err != nil {
		return err
	}
	r.trees = map[ID]*Tree{}
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
	open := map[ID]map[int]float64{}
	for _, id := range order {
		if open[id], err = r.open(people[id]); err != nil {
			return err
		}
	}
	r.table(s)
	load, err := r.load(teams)
	if err != nil {
		return err
	}
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
		r.team(t, people, open, load[i], s)
	}
	return nil
}

// open is how much a student has still to show of each node, and counts the evidence there is by theme.
func (r *round) open(p Person) (map[int]float64, error) {
	id, err := frameworkOf(r.tx, p)
	if err != nil {
		return nil, err
	}
	t := r.trees[id]
	if t == nil {
		f, err := frameworkByID(r.tx, id)
		if KindOf(err) == NotFound {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		t = f.Tree()
		r.trees[id] = t
		r.order = append(r.order, id)
	}
	var dossiers []*Dossier
	for _, g := range append(slices.Clone(p.Groups), Organisation()) {
		x, err := r.v.dossier(r.tx, p.ID, g)
		if err != nil {
			return nil, err
		}
		if x == nil {
			continue
		}
		dossiers = append(dossiers, x)
		for i := range x.Evidence {
			e := &x.Evidence[i]
			var at []int
			for _, n := range e.Nodes {
				if t.Has(n) {
					if c := r.place(t.Column(n)); !slices.Contains(at, c) {
						at = append(at, c)
					}
				}
			}
			r.learned.Piece(e.Theme, at...)
		}
	}
	state := stateOf(t, dossiers)
	out := map[int]float64{}
	for _, id := range t.Columns() {
		s, _ := state.of(id)
		out[r.place(id)] = openness(*s, t.Framework.ScaleOf(t.Node(id)))
	}
	return out, nil
}

// openness is how much is still to be shown: all of it without evidence, most of it where what there is is not enough or
// not judged, some where indicators are left.
func openness(s NodeState, scale Scale) float64 {
	switch {
	case s.Evidence == 0 && s.Level < 0:
		return 1
	case s.Level < 0:
		return 0.7
	case !scale.Enough(s.Level):
		return 0.8
	case s.Partial:
		return 0.4
	}
	return 0
}

func (r *round) place(id ID) int {
	i, ok := r.index[id]
	if !ok {
		i = len(r.index)
		r.index[id] = i
	}
	return i
}

// table takes in what work on a theme is expected to train: the site's own table, or what the frameworks say.
func (r *round) table(s Site) {
	for _, id := range r.order {
		t := r.trees[id]
		own := map[string]bool{}
		for _, line := range s.Teaches {
			for _, n := range line.Nodes {
				if t.Has(n) {
					own[line.Theme] = true
					r.learned.Table(line.Theme, r.place(t.Column(n)))
				}
			}
		}
		for _, n := range t.Framework.Nodes {
			for _, theme := range n.Themes {
				if !own[theme] {
					r.learned.Table(theme, r.place(t.Column(n.ID)))
				}
			}
		}
	}
}

// load counts the requests that each team is handling.
func (r *round) load(teams [][]ID) ([]int, error) {
	claimed, err := r.tx.Page(PageQuery{Site: r.site, View: ViewClaimed, Limit: 10 * offerRows})
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
func (r *round) team(ids []ID, people map[ID]Person, open map[ID]map[int]float64, load int, s Site) {
	p := offers.Pair{Members: len(ids), Load: load, Open: make([]float64, len(r.index))}
	count := make([]int, len(p.Open))
	there, stated := false, false
	part := dayPartAt(r.now, s.Zone)
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
			there = there || who.Study.DayParts&part != 0
		}
		for n, o := range open[id] {
			p.Open[n] += o
			count[n]++
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
