package pairs

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/journal"
)

// OwnAppointment is something that is planned for a pair of somebody's own.
type OwnAppointment struct {
	Appointment
	Pair journal.ID
	With []journal.ID // the others of the pair
}

// ReadOwnAppointments reads what is planned for the running pairs that the session's person is in, up to a number of days from a moment;
// what should have been earlier is among it. The earliest stands first.
func ReadOwnAppointments(ctx context.Context, session *model.Session, now time.Time, ahead int) (out []OwnAppointment, err error) {
	me := session.Me().ID
	mine, err := ReadPairsOf(ctx, session, me)
	if err != nil {
		return nil, err
	}
	for i := range mine {
		p := &mine[i]
		if !p.Running() {
			continue
		}
		with := slices.DeleteFunc(slices.Clone(p.Members), func(id journal.ID) bool { return id == me })
		s, until := p.Standing(now), days.Add(now, ahead, p.zone())
		for _, a := range []Appointment{{Due: s.NextCheckIn}, {Due: s.NextEvaluation, Month: s.Month}} {
			if !a.Due.IsZero() && !a.Due.After(until) {
				out = append(out, OwnAppointment{a, p.ID, with})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b OwnAppointment) int { return a.Due.Compare(b.Due) })
	return out, nil
}
