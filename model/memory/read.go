package memory

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Each visits the records of a kind by id.
func (t *tx) Each(k journal.Kind, visit func(*journal.Record) error) error {
	var ids []journal.ID
	for e := range t.records {
		if e.kind == k {
			ids = append(ids, e.id)
		}
	}
	slices.SortFunc(ids, compareIDs)
	for _, id := range ids {
		if err := visit(cloneRecord(t.records[entity{k, id}])); err != nil {
			return err
		}
	}
	return nil
}

func compareIDs(a, b journal.ID) int { return strings.Compare(string(a[:]), string(b[:])) }

// rows are the rows of a site's requests, newest id first.
func (t *tx) rows(site journal.ID) (out []desk.RequestRow) {
	for e, rec := range t.records {
		if e.kind == desk.KindRequest && rec.Part == site {
			r := desk.RequestOf(rec, t.items[e])
			out = append(out, r.Row())
		}
	}
	slices.SortFunc(out, func(a, b desk.RequestRow) int { return compareIDs(b.ID, a.ID) })
	return out
}

// Row is what lists show of a request.
func (t *tx) Row(site, id journal.ID) (desk.RequestRow, bool, error) {
	e := entity{desk.KindRequest, id}
	rec := t.records[e]
	if rec == nil || rec.Part != site {
		return desk.RequestRow{}, false, nil
	}
	r := desk.RequestOf(rec, t.items[e])
	return r.Row(), true, nil
}

// Page is a stretch of a list.
func (t *tx) Page(q desk.PageQuery) (desk.Page, error) {
	var list []desk.RequestRow
	for _, r := range t.rows(q.Site) {
		for _, p := range r.Places() {
			if p.View == q.View {
				r.Key = p.Key
				list = append(list, r)
			}
		}
	}
	slices.SortFunc(list, func(a, b desk.RequestRow) int { return strings.Compare(a.Key, b.Key) })
	at, _ := slices.BinarySearchFunc(list, q.From, func(r desk.RequestRow, from string) int { return strings.Compare(r.Key, from) })
	if q.Back {
		if q.From == "" {
			at = len(list)
		}
		list = list[:at]
		if q.Limit > 0 && len(list) > q.Limit {
			return desk.Page{Rows: list[len(list)-q.Limit:], More: true}, nil
		}
		return desk.Page{Rows: list}, nil
	}
	list = list[at:]
	if q.Limit > 0 && len(list) > q.Limit {
		return desk.Page{Rows: list[:q.Limit], More: true}, nil
	}
	return desk.Page{Rows: list}, nil
}

// Counts are the sizes of a site's lists.
func (t *tx) Counts(site journal.ID) (c desk.Counts, err error) {
	for _, r := range t.rows(site) {
		if r.Archived || r.IsMerged() {
			continue
		}
		switch r.Status {
		case desk.StatusWaiting:
			c.Waiting++
			if c.Longest.IsZero() || r.Created.Before(c.Longest) {
				c.Longest = r.Created
			}
		case desk.StatusClaimed:
			c.Claimed++
		case desk.StatusParked:
			c.Parked++
		case desk.StatusClosed:
			c.Closed++
		}
	}
	return c, nil
}

// ByNumber finds a request by its number; of several the one that came first.
func (t *tx) ByNumber(number string) (journal.ID, error) {
	return t.first(func(r *journal.Record) bool { return r.Get(desk.RequestNumber).Text() == number }), nil
}

// BySource finds a request by the id it had elsewhere; of several the one that came first. What was taken away is not known.
func (t *tx) BySource(site journal.ID, source string) (journal.ID, error) {
	source = plain.ID(source)
	return t.first(func(r *journal.Record) bool {
		return r.Part == site && !r.Archived() && plain.ID(r.Get(desk.RequestSource).Text()) == source
	}), nil
}

// first is the lowest id of the requests that fit.
func (t *tx) first(fits func(*journal.Record) bool) (id journal.ID) {
	for e, rec := range t.records {
		if e.kind == desk.KindRequest && (id.IsZero() || compareIDs(e.id, id) < 0) && fits(rec) {
			id = e.id
		}
	}
	return id
}

// Search finds rows that hold every word as the beginning of one of theirs, and pass the filter.
func (t *tx) Search(ctx context.Context, q desk.SearchQuery) (out []desk.RequestRow, err error) {
	terms := q.Terms()
	for _, r := range t.rows(q.Site) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !q.Before.IsZero() && compareIDs(r.ID, q.Before) >= 0 {
			continue
		}
		if !r.Archived && q.Filter.Match(&r) && terms.In(t.searched(&r)) {
			out = append(out, r)
		}
		if q.Limit > 0 && len(out) == q.Limit {
			break
		}
	}
	return out, nil
}

// Having is those of some rows that have the words of a query.
func (t *tx) Having(ctx context.Context, q desk.SearchQuery, rows []desk.RequestRow) ([]desk.RequestRow, error) {
	terms := q.Terms()
	return slices.DeleteFunc(slices.Clone(rows), func(r desk.RequestRow) bool { return !terms.In(t.searched(&r)) }), ctx.Err()
}

// Searched is all that searching looks at in a request.
func (t *tx) Searched(r *desk.RequestRow) (string, error) { return t.searched(r), nil }

func (t *tx) searched(r *desk.RequestRow) string {
	name := ""
	if rec := t.records[entity{desk.KindResident, r.Resident}]; rec != nil {
		name = rec.Get(desk.ResidentName).Text()
	}
	e := entity{desk.KindRequest, r.ID}
	return plain.Searched(r.SearchText(name)) + " " + plain.Searched(desk.RequestOf(t.records[e], t.items[e]).FurtherText())
}

// Residents finds residents of a site by words.
func (t *tx) Residents(ctx context.Context, site journal.ID, q desk.ResidentQuery) (out []desk.Resident, err error) {
	terms, limit := q.Terms(), q.Limit
	err = t.Each(desk.KindResident, func(rec *journal.Record) error {
		r := desk.ResidentOf(rec)
		if r.Site != site || r.Archived || r.Erased || !terms.In(r.Searched()) {
			return ctx.Err()
		}
		var err error
		if r, err = desk.PageOf(r, func(id journal.ID) (*journal.Record, error) { return t.records[entity{desk.KindResident, id}], nil }); err != nil {
			return err
		}
		if !slices.ContainsFunc(out, func(o desk.Resident) bool { return o.ID == r.ID }) {
			out = append(out, r)
		}
		return ctx.Err()
	})
	slices.Reverse(out)
	if limit > 0 && len(out) > limit {
		out = out[:limit]
	}
	return out, err
}

// ResidentNames visits the name of every resident of the site.
func (t *tx) ResidentNames(site journal.ID, visit func(string) error) error {
	return t.EachResident(site, func(r desk.Resident) error { return visit(r.Name) })
}

// EachResident visits every resident of a site, archived, erased and merged ones among them, newest first.
func (t *tx) EachResident(site journal.ID, visit func(desk.Resident) error) error {
	var all []desk.Resident
	if err := t.Each(desk.KindResident, func(rec *journal.Record) error {
		if rec.Part == site {
			all = append(all, desk.ResidentOf(rec))
		}
		return nil
	}); err != nil {
		return err
	}
	for _, r := range slices.Backward(all) {
		if err := visit(r); err != nil {
			return err
		}
	}
	return nil
}

// RequestsOf are the requests of a resident, or those that this one asks for others, newest first.
func (t *tx) RequestsOf(site, resident journal.ID, asked bool) (out []desk.RequestRow, err error) {
	same, err := t.MergedResidents(site, resident)
	same = append(same, resident)
	for _, r := range t.rows(site) {
		own := slices.Contains(same, r.Resident)
		if asked && !own && !r.Archived {
			rec, err := t.Record(desk.KindRequest, r.ID)
			if err != nil {
				return nil, err
			}
			own = rec != nil && slices.Contains(same, rec.Get(desk.RequestAskedBy).ID())
		} else if asked {
			continue
		}
		if own && !r.Archived {
			out = append(out, r)
		}
	}
	return out, err
}

// MergedResidents are the residents that were merged into one.
func (t *tx) MergedResidents(site, resident journal.ID) (out []journal.ID, err error) {
	return desk.AllMerged(resident, func(id journal.ID) (direct []journal.ID, err error) {
		err = t.Each(desk.KindResident, func(rec *journal.Record) error {
			if rec.Part == site && desk.ResidentOf(rec).MergedInto == id {
				direct = append(direct, rec.ID)
			}
			return nil
		})
		return direct, err
	})
}

// Linked are the requests that were merged into a request, or split from it.
func (t *tx) Linked(site, request journal.ID) (out []desk.RequestRow, err error) {
	for _, r := range t.rows(site) {
		if r.Linked == request && !r.Archived {
			out = append(out, r)
		}
	}
	return out, nil
}

// Joined are the requests that were merged into one.
func (t *tx) Joined(site, request journal.ID) (out []journal.ID, err error) {
	if !t.merges { // who handles thousands of requests asks this each time
		return nil, nil
	}
	for _, r := range t.rows(site) {
		if r.IsMerged() && r.Linked == request {
			out = append(out, r.ID)
		}
	}
	return out, nil
}

// Messages are the places of the messages that wait for somebody.
func (t *tx) Messages(whom journal.ID) (out []desk.MessagePlace, err error) {
	for e, rec := range t.records {
		if e.kind == desk.KindRequest {
			desk.RequestOf(rec, t.items[e]).MessagePlaces(func(to journal.ID, at desk.MessagePlace) {
				if to == whom {
					out = append(out, at)
				}
			})
		}
	}
	slices.SortFunc(out, func(a, b desk.MessagePlace) int { return a.Stamp.Compare(b.Stamp) })
	return out, nil
}

// Mine are the places of what is on somebody.
func (t *tx) Mine(whom journal.ID) ([]desk.MinePlace, error) {
	return t.mine(func(r *desk.Request, found func()) {
		r.OnPeople(func(id journal.ID) {
			if id == whom {
				found()
			}
		})
	}), nil
}

// MinutesOn are the places of what somebody spent minutes on.
func (t *tx) MinutesOn(whom journal.ID, day int64) ([]desk.MinePlace, error) {
	return t.mine(func(r *desk.Request, found func()) {
		spent := false
		r.MinuteDays(func(id journal.ID, on int64) { spent = spent || id == whom && on == day })
		if spent {
			found()
		}
	}), nil
}

// mine are the places of the requests that are found, by site and by id.
func (t *tx) mine(look func(r *desk.Request, found func())) (out []desk.MinePlace) {
	for e, rec := range t.records {
		if e.kind == desk.KindRequest {
			look(desk.RequestOf(rec, t.items[e]), func() { out = append(out, desk.MinePlace{Site: rec.Part, Request: rec.ID}) })
		}
	}
	slices.SortFunc(out, func(a, b desk.MinePlace) int {
		return cmp.Or(compareIDs(a.Site, b.Site), compareIDs(a.Request, b.Request))
	})
	return out
}

// SaveDraft keeps a draft.
func (st *Store) SaveDraft(_ context.Context, d model.Draft) error {
	st.mu.Lock()
	defer st.mu.Unlock()
	d.SavedAt = st.o.Now().UTC().Truncate(time.Millisecond)
	st.s.drafts[draftKey{d.Owner, d.Key}] = d
	return nil
}

// DropDraft removes a draft.
func (st *Store) DropDraft(_ context.Context, owner journal.ID, key string) error {
	st.mu.Lock()
	defer st.mu.Unlock()
	delete(st.s.drafts, draftKey{owner, key})
	return nil
}

// ForgetDraft removes a draft, with what else the transaction writes.
func (t *tx) ForgetDraft(owner journal.ID, key string) error {
	delete(t.state.drafts, draftKey{owner, key})
	return nil
}

// Drafts are somebody's drafts, the newest first.
func (st *Store) Drafts(_ context.Context, owner journal.ID) (out []model.Draft, err error) {
	st.mu.Lock()
	defer st.mu.Unlock()
	for k, d := range st.s.drafts {
		if k.owner == owner {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b model.Draft) int {
		if c := b.SavedAt.Compare(a.SavedAt); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	return out, nil
}

// Setting is a preference, "" when it was never set.
func (st *Store) Setting(_ context.Context, key string) (string, error) {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.s.setting[key], nil
}

// SetSetting keeps a preference.
func (st *Store) SetSetting(_ context.Context, key, value string) error {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.s.setting[key] = value
	return nil
}

// AlterSetting makes a setting what alter gives for what it is.
func (st *Store) AlterSetting(_ context.Context, key string, alter func(was string) string) error {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.s.setting[key] = alter(st.s.setting[key])
	return nil
}
