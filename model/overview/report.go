package overview

import (
	"context"
	"slices"
	"strings"
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

// Tally is one line of a count.
type Tally struct {
	Code             string
	Handled, Minutes int
}

// ReadSiteReport counts what the session's site closed from a moment on. It reads only that part of the archive. Errors: Refused.
func ReadSiteReport(ctx context.Context, session *model.Session, since time.Time) (r SiteReport, err error) {
	r.Since = since
	if r.Site, err = session.SiteByID(ctx, session.Site()); err != nil {
		return r, err
	}
	if r.Counts, err = desk.ReadCounts(ctx, session); err != nil {
		return r, err
	}
	people, err := session.People(ctx)
	if err != nil {
		return r, err
	}
	students := map[journal.ID]bool{}
	for _, p := range people {
		students[p.ID] = p.Has(model.RoleStudent)
	}
	themes, outcomes, channels := tallies{}, tallies{}, tallies{}
	for q := (desk.PageQuery{View: desk.ViewClosed, Limit: 1000}); ; {
		page, err := desk.ReadPage(ctx, session, q)
		if err != nil {
			return r, err
		}
		for _, row := range page.Rows {
			if row.ClosedAt.Before(since) {
				page.More = false
				break
			}
			r.Handled++
			r.Minutes += row.Minutes
			themes.add(row.Theme, row.Minutes)
			outcomes.add(row.Outcome, row.Minutes)
			channels.add(row.Channel, row.Minutes)
			if slices.ContainsFunc(row.Holder, func(id journal.ID) bool { return students[id] }) {
				r.WithStudent++
			}
		}
		if !page.More {
			break
		}
		q.From = page.Rows[len(page.Rows)-1].Key + "\x00"
	}
	r.ByTheme, r.ByOutcome, r.ByChannel = themes.sorted(), outcomes.sorted(), channels.sorted()
	return r, nil
}

type tallies map[string]*Tally

func (t tallies) add(code string, minutes int) {
	if t[code] == nil {
		t[code] = &Tally{Code: code}
	}
	t[code].Handled++
	t[code].Minutes += minutes
}

func (t tallies) sorted() []Tally {
	out := make([]Tally, 0, len(t))
	for _, x := range t {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b Tally) int {
		if a.Handled != b.Handled {
			return b.Handled - a.Handled
		}
		return strings.Compare(a.Code, b.Code)
	})
	return out
}
