package command

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/text"
)

// Now is the time that the command goes by: what the computer's clock says, or the last work in the journal where the clock is far
// ahead of that, so that nothing seems to have waited for seventy years.
func (r *Run) Now() time.Time { return r.last.Believe(r.Wall()) }

// Wall is what the computer's clock says.
func (r *Run) Wall() time.Time { return r.Caller.Now() }

// tellClock says that the computer's clock is far from the last work, after something was written.
func (r *Run) tellClock(ctx context.Context, session *model.Session) {
	if last, err := session.LastMoment(ctx); err == nil && last.Doubt(r.Wall()) != journal.NoDoubt {
		r.Tell(r.ClockSentence(last, r.Wall(), r.Zone(ctx, session)))
	}
}

// ClockSentence tells what a clock says beside the last work, and what to do where the two are far apart.
func (r *Run) ClockSentence(last journal.Logical, wall time.Time, zone *time.Location) string {
	id := map[journal.Doubt]string{journal.NoDoubt: "cli.clock.fine", journal.FarAhead: "cli.clock.ahead", journal.FarBehind: "cli.clock.behind"}[last.Doubt(wall)]
	return r.Say(id, "clock", text.Day(wall.In(zone)), "last", text.Day(last.Time().In(zone)))
}
