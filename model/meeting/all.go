package meeting

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// ReadAll reads all meetings, also those that were taken away, for whoever brings a calendar in. Errors: Refused.
func ReadAll(ctx context.Context, session *model.Session) (out []Meeting, err error) {
	kept := keptOf(session)
	err = session.ReadClass(ctx, journal.Community, func(tx model.Tx) error {
		return tx.Each(KindMeeting, func(rec *journal.Record) error {
			if err := ctx.Err(); err != nil || rec.Erased {
				return err
			}
			m, err := kept.read(tx, rec)
			if err == nil {
				out = append(out, *m)
			}
			return err
		})
	})
	return out, err
}
