package overview

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// ReadFiguresOf is ReadFigures of what one person handled, alone or with others: minutes are that person's own, and what came in and who
// waits is nobody's. It reads what was closed in the period. Errors: as for ReadFigures.
func ReadFiguresOf(ctx context.Context, session *model.Session, p Period, person journal.ID) (f Figures, err error) {
	if err := p.Check(); err != nil {
		return f, err
	}
	if f.Site, err = session.SiteByID(ctx, session.Site()); err != nil {
		return f, err
	}
	students, err := studentsOf(ctx, session)
	if err != nil {
		return f, err
	}
	from, to := p.bounds(f.Site.Location())
	g := gathered{zone: zoneOf(f.Site.Location())}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		return eachClosed(tx, f.Site.ID, from, to, func(row *desk.RequestRow) error {
			if !slices.Contains(row.Holder, person) {
				return nil
			}
			r, err := desk.Itself(tx, row.ID)
			if err != nil || r == nil {
				return err
			}
			if err := desk.Gather(tx, r); err != nil {
				return err
			}
			postcode, err := PostcodeOf(tx, r.Resident)
			r.Minutes = 0
			for _, s := range r.MinutesBy() {
				if s.Person == person {
					r.Minutes += s.Minutes
				}
			}
			Facts(r, postcode, func(f Fact) {
				if !f.Dim.ByCame() {
					g.add(Count{f.At, f.Dim, []byte(f.Code), f.N, f.Minutes})
				}
			})
			return err
		})
	})
	g.into(&f, students)
	f.Period = p
	return f, err
}

// ReadSeriesOf is ReadSeries of what one person handled, as ReadFiguresOf counts it.
func ReadSeriesOf(ctx context.Context, session *model.Session, p Period, by By, person journal.ID) ([]Point, error) {
	out, err := p.Cut(by)
	if err != nil {
		return nil, err
	}
	for i := range out {
		f, err := ReadFiguresOf(ctx, session, Period{out[i].From, out[i].Until}, person)
		if err != nil {
			return nil, err
		}
		out[i].Handled, out[i].Minutes = f.Handled, f.Minutes
	}
	return out, nil
}

// eachClosed visits the rows of what was closed at a site between two moments.
func eachClosed(tx model.Tx, site journal.ID, from, to time.Time, visit func(*desk.RequestRow) error) error {
	for q := (desk.PageQuery{Site: site, View: desk.ViewClosed, From: desk.FromClosed(to.Add(-time.Millisecond)), Limit: 1000}); ; {
		page, err := desk.IndexOf(tx).Page(q)
		if err != nil {
			return err
		}
		for i := range page.Rows {
			if page.Rows[i].ClosedAt.Before(from) {
				return nil
			}
			if err := visit(&page.Rows[i]); err != nil {
				return err
			}
		}
		if !page.More {
			return nil
		}
		q.From = page.Rows[len(page.Rows)-1].Key + "\x00"
	}
}

// studentsOf tells who learns here.
func studentsOf(ctx context.Context, session *model.Session) (map[journal.ID]bool, error) {
	people, err := session.People(ctx)
	out := make(map[journal.ID]bool, len(people))
	for _, p := range people {
		out[p.ID] = p.Has(model.RoleStudent)
	}
	return out, err
}
