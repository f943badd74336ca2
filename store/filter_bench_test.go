package store_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store"
)

// BenchmarkFilter narrows an archive down as the desk does: one screen of what passes.
func BenchmarkFilter(b *testing.B) {
	for name, q := range map[string]desk.SearchQuery{
		"urgency":      {Filter: desk.Filter{Urgency: model.UrgencyNow}},
		"status":       {Filter: desk.Filter{Status: desk.StatusWaiting}},
		"queue-order":  {Order: desk.OrderQueue},
		"holder-none":  {Filter: desk.Filter{Holder: journal.ID{9}}},
		"last-30-days": {Filter: desk.Filter{Since: time.Now().AddDate(0, 0, -30), Holder: journal.ID{9}}},
		"long-ago":     {Filter: desk.Filter{Until: time.Now().AddDate(-1, 0, 0)}},
		"words":        {Text: "huur", Filter: desk.Filter{Status: desk.StatusClosed}},
	} {
		b.Run(name, func(b *testing.B) {
			each(b, func(b *testing.B, _ *store.Store, session *model.Session) {
				q.Limit = 60
				for b.Loop() {
					if _, err := desk.SearchRequests(context.Background(), session, q); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}
