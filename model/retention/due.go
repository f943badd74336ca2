package retention

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/paths"
	"leerbalie/model/visits"
)

// Why somebody is not due, whatever the rules say.
const (
	HeldRegular = "regular" // a regular client, or an arrangement that runs
	HeldRequest = "request" // a request that is not closed
	HeldPromise = "promise" // something that was promised, or a referral of which it is not known what came
	HeldPath    = "path"    // a path that runs
)

// Kept is how one resident, under every page that there is, stands to the rules.
type Kept struct {
	desk.Resident
	Under    []journal.ID // all pages, the own among them
	Rule     string       // Throwaway, Short, Individual or OfTheme with a code
	Months   int
	Last     time.Time // when something last happened
	Since    time.Time // since when it is due, or from when on; zero: never
	Requests int
	Held     []string // why it is not due; none: it is, from Since on
}

// DueAt tells whether it is due at a moment.
func (k *Kept) DueAt(now time.Time) bool {
	return !k.Since.IsZero() && len(k.Held) == 0 && !k.Since.After(now)
}

// grace is how long somebody is kept of whom nothing was asked yet: whoever is written down at the desk asks a moment later.
const grace = 24 * time.Hour

// book gathers how every resident of a site stands.
type book struct {
	rules  Rules
	site   journal.ID
	now    time.Time
	page   map[journal.ID]journal.ID
	of     map[journal.ID]*Kept
	themes map[journal.ID][]string
	keeps  map[journal.ID][]desk.Keep
}

// gather reads how the residents of a site stand; of only the one page where that is not zero.
func gather(ctx context.Context, tx model.Tx, site, only journal.ID, now time.Time) (*book, error) {
	rec, err := tx.Record(model.KindSite, site)
	if err != nil {
		return nil, err
	}
	b := &book{rules: RulesOf(rec), site: site, now: now, page: map[journal.ID]journal.ID{}, of: map[journal.ID]*Kept{}, themes: map[journal.ID][]string{}, keeps: map[journal.ID][]desk.Keep{}}
	if err := b.residents(ctx, tx, only); err != nil {
		return nil, err
	}
	if err := b.requests(ctx, tx, only); err != nil {
		return nil, err
	}
	if err := b.others(tx); err != nil {
		return nil, err
	}
	for id, k := range b.of {
		b.judge(id, k)
		if !k.DueAt(now) {
			continue
		}
		if err := b.asked(ctx, tx, id, k); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b *book) residents(ctx context.Context, tx model.Tx, only journal.ID) error {
	record := func(id journal.ID) (*journal.Record, error) { return tx.Record(desk.KindResident, id) }
	take := func(r desk.Resident) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		page, err := desk.PageOf(r, record)
		if err != nil {
			return err
		}
		if r.Erased || page.Erased || page.Site != b.site {
			return nil
		}
		k := b.of[page.ID]
		if k == nil {
			k = &Kept{Resident: page}
			b.of[page.ID] = k
		}
		b.page[r.ID] = page.ID
		k.Under = append(k.Under, r.ID)
		b.keeps[page.ID] = append(b.keeps[page.ID], r.Keep)
		b.happened(k, journal.Moment(r.ID.Millis()))
		if r.Regular {
			k.hold(HeldRegular)
		}
		return nil
	}
	if only.IsZero() {
		return desk.IndexOf(tx).EachResident(b.site, take)
	}
	same, err := desk.IndexOf(tx).MergedResidents(b.site, only)
	if err != nil {
		return err
	}
	for _, id := range append(same, only) {
		rec, err := record(id)
		if err != nil {
			return err
		}
		if rec != nil {
			if err := take(desk.ResidentOf(rec)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *book) requests(ctx context.Context, tx model.Tx, only journal.ID) error {
	var rows []desk.RequestRow
	var err error
	if only.IsZero() {
		var p desk.Page
		p, err = desk.IndexOf(tx).Page(desk.PageQuery{Site: b.site, View: desk.ViewAll})
		rows = p.Rows
	} else {
		rows, err = desk.IndexOf(tx).RequestsOf(b.site, only, false)
	}
	if err != nil {
		return err
	}
	for i := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.request(&rows[i])
	}
	return nil
}

func (b *book) request(row *desk.RequestRow) {
	page, ok := b.page[row.Resident]
	if !ok || row.Archived {
		return
	}
	k := b.of[page]
	k.Requests++
	b.happened(k, row.Created)
	b.happened(k, row.ClosedAt)
	b.themes[page] = append(b.themes[page], row.Theme)
	if row.Status != desk.StatusClosed {
		k.hold(HeldRequest)
	}
	if row.OpenEnds > 0 || !row.Due.IsZero() {
		k.hold(HeldPromise)
	}
}

// asked lets count what somebody who would be due asks for others: a contact person is kept as long as that runs, and after it as long as
// anybody.
func (b *book) asked(ctx context.Context, tx model.Tx, id journal.ID, k *Kept) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	rows, err := desk.IndexOf(tx).RequestsOf(b.site, id, true)
	if err != nil || len(rows) == 0 {
		return err
	}
	for i := range rows {
		b.happened(k, rows[i].Created)
		b.happened(k, rows[i].ClosedAt)
		if rows[i].Status != desk.StatusClosed {
			k.hold(HeldRequest)
		}
	}
	b.judge(id, k)
	return nil
}

// others are what runs besides requests: paths and arrangements.
func (b *book) others(tx model.Tx) error {
	if err := tx.Each(paths.KindPath, func(r *journal.Record) error {
		page, ok := b.page[r.Get(paths.PathResident).ID()]
		if !ok || r.Archived() {
			return nil
		}
		items, err := tx.Items(paths.KindPath, r.ID)
		if err != nil {
			return err
		}
		k, p := b.of[page], paths.Of(r, items)
		b.happened(k, p.Changed)
		if p.Running() {
			k.hold(HeldPath)
		}
		return nil
	}); err != nil {
		return err
	}
	return tx.Each(visits.KindArrangement, func(r *journal.Record) error {
		page, ok := b.page[r.Get(visits.ArrangementResident).ID()]
		if !ok || r.Archived() {
			return nil
		}
		items, err := tx.Items(visits.KindArrangement, r.ID)
		if err != nil {
			return err
		}
		k, a := b.of[page], visits.Of(r, items)
		if n := len(items); n > 0 {
			b.happened(k, items[n-1].Told())
		}
		end := a.Until
		if a.Ended != nil {
			end = a.Ended.Last
		}
		if end.IsZero() || !end.AddDate(0, 0, 1).Before(b.now) {
			k.hold(HeldRegular)
		} else {
			b.happened(k, end)
		}
		return nil
	})
}

func (b *book) happened(k *Kept, at time.Time) {
	if at.After(k.Last) {
		k.Last = at
	}
}

func (k *Kept) hold(why string) {
	if !slices.Contains(k.Held, why) {
		k.Held = append(k.Held, why)
	}
}

// judge says by which rule somebody is kept, and until when. Of several services the longest counts.
func (b *book) judge(page journal.ID, k *Kept) {
	k.Rule = Short
	for _, keep := range b.keeps[page] {
		if keep == desk.KeepThrowaway && k.Rule == Short {
			k.Rule = Throwaway
		}
		if keep == desk.KeepRegister {
			k.Rule = Individual
		}
	}
	k.Months, _ = b.rules.Months(k.Rule)
	if k.Rule == Individual {
		b.byTheme(page, k)
	}
	switch {
	case k.Months == Never:
		return
	case k.Months > 0:
		k.Since = k.Last.AddDate(0, k.Months, 0)
	case k.Requests == 0:
		k.Since = k.Last.Add(grace)
	default:
		k.Since = k.Last
	}
}

// byTheme lets themes with a rule of their own count in the place of the register's, where every request has such a theme.
func (b *book) byTheme(page journal.ID, k *Kept) {
	longest, by := 0, ""
	for _, theme := range b.themes[page] {
		months, ok := b.rules.Months(OfTheme + theme)
		if !ok {
			return
		}
		if by == "" || months == Never || longest != Never && months > longest {
			longest, by = months, OfTheme+theme
		}
	}
	if by != "" {
		k.Rule, k.Months = by, longest
	}
}

// ReadDue reads which residents of the session's site are due at a moment, the longest first, and with held also those who would be and are
// not, since something runs. Their names are told: who reads it is noted once in a session, see desk.NoteLook. Errors: Refused for who may
// not have somebody erased.
func ReadDue(ctx context.Context, session *model.Session, now time.Time) (due, held []Kept, err error) {
	if err := session.Check(ctx, model.ToErase); err != nil {
		return nil, nil, err
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		b, err := gather(ctx, tx, session.Site(), journal.ID{}, now)
		if err != nil {
			return err
		}
		for _, k := range b.of {
			switch {
			case k.DueAt(now):
				due = append(due, *k)
			case len(k.Held) > 0 && !k.Since.IsZero() && !k.Since.After(now):
				held = append(held, *k)
			}
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	for _, list := range [][]Kept{due, held} {
		slices.SortFunc(list, func(a, b Kept) int {
			return cmp.Or(a.Since.Compare(b.Since), strings.Compare(a.Name, b.Name), strings.Compare(a.ID.String(), b.ID.String()))
		})
	}
	return due, held, desk.NoteLook(ctx, session, "", len(due)+len(held))
}

// ReadKept reads how one resident stands to the rules. Errors: NotFound, Refused.
func ReadKept(ctx context.Context, session *model.Session, id journal.ID, now time.Time) (out Kept, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		k, err := stands(ctx, tx, session.Clearance(), id, now)
		if err == nil {
			out = *k
		}
		return err
	})
	return out, err
}
