package meeting

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// ReadOne reads one meeting, within the half-year in which it lies: what repeats and who is somewhere else is told of that. Errors: NotFound, Refused.
func ReadOne(ctx context.Context, session *model.Session, id journal.ID) (roster Roster, row Row, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		rec, err := tx.Record(KindMeeting, id)
		if err != nil {
			return err
		}
		if rec == nil || rec.Archived() || rec.Erased {
			return fault.New(fault.NotFound, "meeting-unknown", "name", id.String())
		}
		m := Of(rec, nil)
		q := Query{ID: id}
		q.From, q.To = HalfYear(m.Day)
		if roster, err = readIn(ctx, session, tx, q); err == nil && len(roster.Rows) > 0 {
			row = roster.Rows[0]
		}
		return err
	})
	return roster, row, err
}

// Named are the meetings that people call so, by title or theme, that were not put away.
func Named(ctx context.Context, session *model.Session, name string) (out []journal.ID, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		out = nil
		return tx.Each(KindMeeting, func(rec *journal.Record) error {
			m := Of(rec, nil)
			if folded := plain.FoldText(strings.TrimSpace(name)); !m.Archived && folded != "" && (plain.FoldText(m.Title) == folded || plain.FoldText(m.Theme) == folded) {
				out = append(out, m.ID)
			}
			return nil
		})
	})
	return out, err
}

// Replied are those who gave an answer, by name.
func (r *Row) Replied(o *Roster, reply Reply) (out []journal.ID) {
	for id, a := range r.Answers {
		if a.Reply == reply {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, func(a, b journal.ID) int {
		return cmp.Or(cmp.Compare(o.People[a].Name, o.People[b].Name), strings.Compare(a.String(), b.String()))
	})
	return out
}
