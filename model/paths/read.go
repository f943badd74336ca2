package paths

import (
	"cmp"
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// one reads a path. Errors: NotFound, also for one that may not be seen.
func one(tx model.Tx, may model.Clearance, id journal.ID) (Path, error) {
	rec, err := tx.Record(KindPath, id)
	if err != nil {
		return Path{}, err
	}
	if rec == nil || !may.MayRead(rec.Scope()) {
		return Path{}, fault.New(fault.NotFound, "path-unknown", "name", id.String())
	}
	items, err := tx.Items(KindPath, id)
	if err != nil {
		return Path{}, err
	}
	p := Of(rec, items)
	return p, pages(tx)(&p)
}

// pages puts a path on the page of its resident: where that one was merged into another, on the other's, as visits are. It reads each
// resident once.
func pages(tx model.Tx) func(*Path) error {
	known := map[journal.ID]journal.ID{}
	read := func(id journal.ID) (*journal.Record, error) { return tx.Record(desk.KindResident, id) }
	return func(p *Path) error {
		if _, ok := known[p.Resident]; !ok {
			rec, err := read(p.Resident)
			if err != nil {
				return err
			}
			page := p.Resident
			if rec != nil {
				of, err := desk.PageOf(desk.ResidentOf(rec), read)
				if err != nil {
					return err
				}
				page = of.ID
			}
			known[p.Resident] = page
		}
		p.Resident = known[p.Resident]
		return nil
	}
}

// each visits the paths at a site that were not put away, those of erased residents among them.
func each(tx model.Tx, site journal.ID, visit func(r *journal.Record) error) error {
	return tx.Each(KindPath, func(r *journal.Record) error {
		if r.Part != site || r.Archived() || r.Get(PathKind).IsNone() {
			return nil
		}
		return visit(r)
	})
}

// Read reads a path. Errors: NotFound, Refused.
func Read(ctx context.Context, session *model.Session, id journal.ID) (p Path, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		p, err = one(tx, session.Clearance(), id)
		return err
	})
	return p, err
}

// ReadOf reads the paths of a resident, under every page that there is of that person: first those that run, the newest first.
// Errors: NotFound, Refused.
func ReadOf(ctx context.Context, session *model.Session, resident journal.ID) (out []Path, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		rec, err := tx.Record(desk.KindResident, resident)
		if err != nil {
			return err
		}
		if rec == nil || !session.Clearance().MayRead(rec.Scope()) {
			return fault.New(fault.NotFound, "resident-unknown", "name", resident.String())
		}
		out, err = Under(tx, rec)
		return err
	})
	return out, err
}

// Under are the paths of a resident, under every page that there is of that person: first those that run, the newest first.
func Under(tx model.Tx, rec *journal.Record) (out []Path, err error) {
	page, err := desk.PageOf(desk.ResidentOf(rec), func(id journal.ID) (*journal.Record, error) { return tx.Record(desk.KindResident, id) })
	if err != nil {
		return nil, err
	}
	same, err := desk.IndexOf(tx).MergedResidents(rec.Part, page.ID)
	if err != nil {
		return nil, err
	}
	same = append(same, page.ID)
	return collect(tx, rec.Part, func(r *journal.Record) bool { return slices.Contains(same, r.Get(PathResident).ID()) })
}

func collect(tx model.Tx, site journal.ID, fits func(*journal.Record) bool) (out []Path, err error) {
	onPage := pages(tx)
	err = each(tx, site, func(r *journal.Record) error {
		if r.Erased || !fits(r) {
			return nil
		}
		items, err := tx.Items(KindPath, r.ID)
		if err != nil {
			return err
		}
		p := Of(r, items)
		err = onPage(&p)
		out = append(out, p)
		return err
	})
	slices.SortFunc(out, order)
	return out, err
}

// ReadAll reads the paths at the session's site: first those that run, the newest first. Errors: Refused.
func ReadAll(ctx context.Context, session *model.Session) (out []Path, err error) {
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		out, err = collect(tx, session.Site(), func(*journal.Record) bool { return true })
		return err
	})
	return out, err
}

// Count is how many paths there are of a kind, without a name: erased residents' count, too.
type Count struct {
	Kind    string
	Running int // on the last day
	Begun   int // in the period
	Steps   int // reached in the period
	Reached int // paths that ended in the period with their goal reached
	Ended   int // in the period, however
}

// ReadCounts counts the paths at the session's site over a period, both days included, in UTC midnights of the site's days: by kind, in
// the order of the site's list, and behind these the kinds that it took off. zone is the site's, by which a moment is of a day.
// Errors: Refused.
func ReadCounts(ctx context.Context, session *model.Session, since, until time.Time, zone *time.Location) (out []Count, err error) {
	byKind := map[string]*Count{}
	of := func(kind string) *Count {
		if byKind[kind] == nil {
			byKind[kind] = &Count{Kind: kind}
		}
		return byKind[kind]
	}
	in := func(day time.Time) bool { return !day.Before(since) && !day.After(until) }
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		return each(tx, session.Site(), func(r *journal.Record) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			items, err := tx.Items(KindPath, r.ID)
			if err != nil {
				return err
			}
			p := Of(r, items)
			begun := p.Since.At.In(zone)
			day := time.Date(begun.Year(), begun.Month(), begun.Day(), 0, 0, 0, 0, time.UTC)
			if day.After(until) {
				return nil
			}
			c := of(p.Kind)
			if in(day) {
				c.Begun++
			}
			if p.Ended == nil || p.Ended.Day.After(until) {
				c.Running++
			} else if in(p.Ended.Day) {
				c.Ended++
				if p.Ended.Outcome == OutcomeReached {
					c.Reached++
				}
			}
			for i := range p.Steps {
				if s := p.Steps[i].Reached; s != nil && in(s.Day) {
					c.Steps++
				}
			}
			return nil
		})
	})
	if err != nil {
		return nil, err
	}
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return nil, err
	}
	for _, c := range site.PathKindCodes() {
		if byKind[c.Code] != nil {
			out = append(out, *byKind[c.Code])
			delete(byKind, c.Code)
		}
	}
	rest := len(out)
	for _, c := range byKind {
		out = append(out, *c)
	}
	slices.SortFunc(out[rest:], func(a, b Count) int { return cmp.Compare(a.Kind, b.Kind) })
	return out, nil
}
