package pin

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// Try tries a PIN for a person at a moment. The session counts the tries and makes wait. Errors are those of the store.
func Try(ctx context.Context, session *model.Session, who journal.ID, typed string, now time.Time) (model.PINTry, error) {
	return session.TryPIN(ctx, who, now, func(kept string) bool { return Fits(typed, kept) })
}
