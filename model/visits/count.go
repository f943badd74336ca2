package visits

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Counts is how many visits a site has in a period, without a name.
type Counts struct {
	Clients int // residents with an arrangement that runs on a day of the period, each once under whatever pages
	Planned int // still to be done, or nobody said what came of them
	Done    int
	Skipped int
	Minutes int // that those that were done took, of all who went together
}

// ReadCounts counts the visits at the session's site on days from one up to another, both included, without a look at a resident. Visits to
// those who were erased since count; they are no clients any more. Errors: Refused; Invalid for days in the wrong order.
func ReadCounts(ctx context.Context, session *model.Session, since, until time.Time) (c Counts, err error) {
	if until.Before(since) {
		return c, fault.New(fault.Invalid, "visits-until", "from", since.Format(time.DateOnly), "until", until.Format(time.DateOnly))
	}
	before := keptOf(session)
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		c = Counts{}
		pages, clients := pagesIn(tx), map[journal.ID]bool{}
		return tx.Each(KindArrangement, func(r *journal.Record) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if r.Part != session.Site() || r.Archived() {
				return nil
			}
			t, err := before.told(tx, r, since, until)
			if err != nil {
				return err
			}
			a := of(r, t.ended)
			for _, v := range a.between(t.spoken, since, until) {
				switch {
				case v.Open():
					c.Planned++
				case v.State == Skipped:
					c.Skipped++
				default:
					c.Done++
					c.Minutes += v.Minutes * len(v.Who)
				}
			}
			if a.Runs(since) && !a.From.After(until) {
				page, err := pages(a.Resident)
				if err != nil {
					return err
				}
				clients[page.ID] = true
				c.Clients = len(clients)
			}
			return nil
		})
	})
	return c, err
}
