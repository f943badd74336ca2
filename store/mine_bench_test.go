package store_test

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mine"
	"leerbalie/store"
)

// BenchmarkLoad is what the frame asks after every commit: with twenty requests in hand, each with a promise, and three hundred that came in
// while one was away.
func BenchmarkLoad(b *testing.B) {
	each(b, func(b *testing.B, _ *store.Store, session *model.Session) {
		away := mine.Away{Left: time.Now()}
		for i := range 300 {
			r, err := session.DoQuietly(b.Context(), desk.AddRequest{Request: desk.Request{Summary: "Brief", Created: time.Now()}})
			if err == nil && i < 20 {
				_, err = session.DoQuietly(b.Context(), desk.ClaimRequest{ID: r.Entity}, desk.AddTask{ID: r.Entity, What: "bellen", CallBack: true})
			}
			if err != nil {
				b.Fatal(err)
			}
		}
		away.Back = time.Now()
		for b.Loop() {
			l, err := mine.ReadLoad(b.Context(), session, away, time.Now())
			if err != nil || l.Mine < 20 || l.New == 0 {
				b.Fatal(err, l)
			}
		}
	})
}
