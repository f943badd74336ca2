package overview

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// SiteReport is what a site did in a period, and what waits now.
type SiteReport struct {
	Site        model.Site
	Since       time.Time
	Counts      desk.Counts
	Handled     int // closed in the period
	Minutes     int
	ByTheme     []Tally // the most first
	ByOutcome   []Tally
	ByChannel   []Tally
	WithStudent int // handled with a student among those who held it
}

// ReadSiteReport counts what the session's site closed from a moment on. It reads what is counted as things happen, not the archive. Errors: Refused.
func ReadSiteReport(ctx context.Context, session *model.Session, since time.Time) (r SiteReport, err error) {
	r.Since = since
	if r.Site, err = session.SiteByID(ctx, session.Site()); err != nil {
		return r, err
	}
	if r.Counts, err = desk.ReadCounts(ctx, session); err != nil {
		return r, err
	}
	students, err := studentsOf(ctx, session)
	if err != nil {
		return r, err
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		f, g := Figures{}, gathered{zone: zoneOf(r.Site.Location())}
		q := CountQuery{Site: r.Site.ID, From: since, To: since.AddDate(1000, 0, 0), Dims: "hABCM"}
		if err := eachCount(tx, q, g.add); err != nil {
			return err
		}
		g.into(&f, students)
		r.Handled, r.Minutes, r.WithStudent = f.Handled, f.Minutes, f.WithStudent
		r.ByTheme, r.ByOutcome, r.ByChannel = f.ByTheme, f.ByOutcome, f.ByChannel
		return nil
	})
	return r, err
}
