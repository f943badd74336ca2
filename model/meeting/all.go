package meeting

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// ReadAll reads all meetings, also those that were taken away, for whoever brings a calendar in: without answers and without who came. Errors: Refused.
func ReadAll(ctx context.Context, session *model.Session) (out []Meeting, err error) {
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		return tx.Each(KindMeeting, func(rec *journal.Record) error {
			if err := ctx.Err(); err != nil || rec.Erased {
				return err
			}
			items, err := tx.Items(KindMeeting, rec.ID)
			if err != nil {
				return err
			}
			m := Of(rec, items)
			if m.Answers, m.Came = nil, nil; m.UID != "" {
				m.seen = nil // there are tens of thousands of them where a calendar was large
			}
			out = append(out, m)
			return nil
		})
	})
	return out, err
}
