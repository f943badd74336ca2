package store_test

import (
	"context"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/bulk"
	"leerbalie/model/journal"
	"leerbalie/store"
)

// BenchmarkBulk1000 closes a thousand requests with minutes, in a store with an archive: all at once, taken back again, and in the same
// run one by one. The last figure says how many times as long that takes.
func BenchmarkBulk1000(b *testing.B) {
	const n = 1000
	ctx := context.Background()
	on(b, archive(b, 100_000), func(b *testing.B, _ *store.Store, session *model.Session) {
		var at, back, single time.Duration
		for b.Loop() {
			groups, ids := make([][]model.Action, n), make([]journal.ID, 0, n)
			for i := range groups {
				groups[i] = []model.Action{desk.AddRequest{Request: desk.Request{Summary: "brief van de gemeente", Channel: "desk"}}}
			}
			if _, err := session.Try(ctx, groups, false); err != nil {
				b.Fatal(err)
			}
			page, err := desk.ReadPage(ctx, session, desk.PageQuery{View: desk.ViewWaiting, Back: true, Limit: n})
			if err != nil {
				b.Fatal(err)
			}
			for _, r := range page.Rows {
				ids = append(ids, r.ID)
			}
			all := bulk.Bulk{What: bulk.Close, Of: ids, How: desk.CloseRequest{Outcome: "referred", Minutes: 5}}
			began := time.Now()
			done, err := bulk.DoToAll(ctx, session, all)
			at += time.Since(began)
			if err != nil || done.Count != n {
				b.Fatal(done.Count, err)
			}
			began = time.Now()
			if _, err := session.Undo(ctx); err != nil {
				b.Fatal(err)
			}
			back += time.Since(began)
			began = time.Now()
			for _, id := range ids {
				if _, err := session.Do(ctx, all.Actions(id)...); err != nil {
					b.Fatal(err)
				}
			}
			single += time.Since(began)
		}
		b.ReportMetric(float64(at.Milliseconds())/float64(b.N), "ms/1000")
		b.ReportMetric(float64(back.Milliseconds())/float64(b.N), "ms/undo")
		b.ReportMetric(float64(single)/float64(at), "×single")
	})
}
