package overview

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// What is read for a board, at most: so many rows that came in today and so many older ones of each urgency, of each list.
const (
	mostToday = 300
	mostOlder = 50
)

// CalledFor is how long a number that was taken up stands among those that are helped.
const CalledFor = 10 * time.Minute

// Board is what the screen in the waiting room of a site shows: numbers, and nothing else that is known of anybody.
type Board struct {
	Site    string // its name
	Zone    *time.Location
	Waiting []Turn // in the order of the queue
	More    bool   // more wait than are read
	Helped  []string
	prefix  string
}

// Turn is a number that waits, and about how long still.
type Turn struct {
	Number string
	About  time.Duration // whole minutes, rounded up as people say it; 0: nobody can tell
}

// Short is a number as it is told to a resident who stands at the desk of the site: without the letters that all numbers of the
// site begin with.
func (b *Board) Short(number string) string { return strings.TrimPrefix(number, b.prefix) }

// WalkIn tells whether the resident of a request waits in the waiting room, by the channel that it came by: at the desk, which is
// also what is meant where nothing is said. Who telephoned, wrote, is visited or was met elsewhere is not there, nor is who came
// by a channel of the site's own.
func WalkIn(row *desk.RequestRow) bool { return row.Channel == "" || row.Channel == "desk" }

// ReadBoard reads the board of the session's site at a moment. On it is who came in at the desk today, by the site's own day, or
// came back for a request that had been parked and was recalled today; what still waits from an earlier day is waited for
// elsewhere. Parked ones and those of other channels are not on it. Helped are those who were taken up in the last ten minutes
// and are not done yet, the last first. Urgency orders the queue, and is not shown. What it reads does not grow with the archive.
// Errors: Refused for who is neither the screen of the site nor may see its desk.
func ReadBoard(ctx context.Context, session *model.Session, now time.Time) (b Board, err error) {
	err = session.ReadForBoard(ctx, func(tx model.Tx, site model.Site) error {
		b = Board{Site: site.Name, Zone: site.Location(), prefix: site.Code + "-"}
		r := reading{Index: desk.IndexOf(tx), site: site, now: now, midnight: days.Midnight(now, site.Location()), session: session}
		waiting, more, err := r.here(desk.ViewWaiting)
		if err != nil {
			return err
		}
		claimed, _, err := r.here(desk.ViewClaimed)
		if err != nil {
			return err
		}
		if b.Helped, err = r.called(claimed); err != nil {
			return err
		}
		pace, err := r.pace(claimed)
		for i, row := range waiting {
			b.Waiting = append(b.Waiting, Turn{row.Number, about(i+1, pace)})
		}
		b.More = more
		return err
	})
	return b, err
}

// reading is one look at who waits.
type reading struct {
	desk.Index
	site          model.Site
	now, midnight time.Time
	session       *model.Session
}

// here are the rows of a list, which stands in queue order, whose residents are in the building; more: there are others.
func (r *reading) here(view desk.QueueView) (rows []desk.RequestRow, more bool, err error) {
	for _, urgency := range []model.Urgency{model.UrgencyNow, model.UrgencyToday, model.UrgencyRoutine} {
		from, still := desk.FromUrgency(urgency, r.midnight)
		older, err := r.Page(desk.PageQuery{Site: r.site.ID, View: view, From: from, Back: true, Limit: mostOlder})
		if err != nil {
			return nil, false, err
		}
		for _, row := range older.Rows {
			if !still(row.Key) || !WalkIn(&row) {
				continue
			}
			if back, err := r.cameBack(row.ID); err != nil {
				return nil, false, err
			} else if back {
				rows = append(rows, row)
			}
		}
		today, err := r.Page(desk.PageQuery{Site: r.site.ID, View: view, From: from, Limit: mostToday})
		if err != nil {
			return nil, false, err
		}
		for _, row := range today.Rows {
			if still(row.Key) && WalkIn(&row) {
				rows = append(rows, row)
			}
		}
		more = more || today.More && still(today.Rows[len(today.Rows)-1].Key)
	}
	return rows, more, nil
}

// cameBack tells whether a request was recalled today: whoever asked it came back.
func (r *reading) cameBack(id journal.ID) (bool, error) {
	at, err := r.last(id, desk.ItemRecall)
	return !at.Before(r.midnight), err
}

// last is when an item of a kind was last put on a request; zero for never.
func (r *reading) last(id journal.ID, kind journal.ItemKind) (at time.Time, err error) {
	items, err := r.Items(desk.KindRequest, id)
	for i := range items {
		if items[i].Kind == kind {
			at = items[i].Told()
		}
	}
	return at, err
}

// called are the numbers of those who were taken up lately, the last first.
func (r *reading) called(claimed []desk.RequestRow) ([]string, error) {
	type call struct {
		number string
		at     time.Time
	}
	var calls []call
	for _, row := range claimed {
		at, err := r.last(row.ID, desk.ItemClaim)
		if err != nil {
			return nil, err
		}
		if r.now.Sub(at) <= CalledFor {
			calls = append(calls, call{row.Number, at})
		}
	}
	slices.SortStableFunc(calls, func(a, b call) int { return cmp.Or(b.at.Compare(a.at), strings.Compare(b.number, a.number)) })
	out := make([]string, len(calls))
	for i, c := range calls {
		out[i] = c.number
	}
	return out, nil
}
