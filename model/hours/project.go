package hours

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/project"
)

// ProjectPlan holds what was worked in a project against its own plan, such as sixteen hours a week for a year. It is worked out from what stands
// in the ledgers and kept nowhere.
type ProjectPlan struct {
	Worked  int // minutes, of those whose hours may be seen
	Planned int // minutes until now
	Whole   int // minutes of the whole plan; 0 where no last day is known
	Known   bool
}

// Share is how much of the plan until now was worked, in hundredths; 0 where nothing was planned yet.
func (p ProjectPlan) Share() int {
	if p.Planned == 0 {
		return 0
	}
	return 100 * p.Worked / p.Planned
}

// PlanOf is the plan of a student in a project on a day:
//
//	planned = hours a week × the days, without those that are free, from the project's first day or since when the student takes part, to
//	          yesterday, the project's last day or until when the student took part / 7
//
// Known is false where the project does not say how many hours a week, and where no first day is known.
func PlanOf(p *project.Project, who *project.Participant, free func(time.Time) bool, today time.Time) ProjectPlan {
	out := ProjectPlan{Worked: who.Minutes}
	from := p.From
	if who.Member.Since.After(from) {
		from = who.Member.Since
	}
	if p.HoursAWeek <= 0 || from.IsZero() || who.Member.Who.IsZero() {
		return out
	}
	out.Known = true
	last := p.To
	if until := who.Member.Until; !until.IsZero() && (last.IsZero() || until.Before(last)) {
		last = until
	}
	end := today // the day after the last that counts
	if !last.IsZero() {
		if out.Whole = planned(p, worked(free, from, last.AddDate(0, 0, 1))); !last.AddDate(0, 0, 1).After(end) {
			end = last.AddDate(0, 0, 1)
		}
	}
	out.Planned = planned(p, worked(free, from, end))
	return out
}

func planned(p *project.Project, days int) int { return p.HoursAWeek * 60 * days / 7 }

// PlanOfAll adds up the plans of all who take part in a project, or did, as far as they may be seen.
func PlanOfAll(v *project.View, free func(time.Time) bool, today time.Time) (out ProjectPlan) {
	for i := range v.People {
		one := PlanOf(&v.Project, &v.People[i], free, today)
		out.Worked, out.Planned, out.Whole = out.Worked+one.Worked, out.Planned+one.Planned, out.Whole+one.Whole
		out.Known = out.Known || one.Known
	}
	return out
}

// ReadFree reads which days are holidays that were added; nil where none was. Errors: Refused.
func ReadFree(ctx context.Context, session *model.Session) (out func(time.Time) bool, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out, err = freeDays(tx)
		return err
	})
	return out, err
}
