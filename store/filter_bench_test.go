package store_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/store"
)

// BenchmarkFilter narrows an archive down as the desk does: one screen of what passes.
func BenchmarkFilter(b *testing.B) {
	for name, q := range map[string]model.SearchQuery{
		"urgency":      {Filter: model.Filter{Urgency: model.UrgencyNow}},
		"status":       {Filter: model.Filter{Status: model.StatusWaiting}},
		"queue-order":  {Order: model.OrderQueue},
		"holder-none":  {Filter: model.Filter{Holder: model.ID{9}}},
		"last-30-days": {Filter: model.Filter{Since: time.Now().AddDate(0, 0, -30), Holder: model.ID{9}}},
		"long-ago":     {Filter: model.Filter{Until: time.Now().AddDate(-1, 0, 0)}},
		"words":        {Text: "huur", Filter: model.Filter{Status: model.StatusClosed}},
	} {
		b.Run(name, func(b *testing.B) {
			each(b, func(b *testing.B, _ *store.Store, v *model.View) {
				q.Limit = 60
				for b.Loop() {
					if _, err := v.FindPage(context.Background(), q); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}
