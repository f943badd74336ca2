package bundle

import (
	"context"
	"os"
	"testing"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/store"
	"leerbalie/store/replica/drivertest"
)

// TestDriver carries parcels in files, from desk to desk.
func TestDriver(t *testing.T) {
	drivertest.Run(t, 25, func(ctx context.Context, laptop, centre drivertest.Side, cut int64) (there, back transfer.Returned, err error) {
		stick := t.TempDir()
		way := func(from, to drivertest.Side) (told transfer.Returned, err error) {
			sends, receives := deskAt(from), deskAt(to)
			me, err := model.Enter(t.Context(), from.Store, from.By)
			if err != nil {
				return told, err
			}
			all, err := sends.Recipients(ctx, me)
			if err != nil {
				return told, err
			}
			whom := all[0]
			for _, r := range all {
				if r.Replica == to.Store.Replica() {
					whom = r
				}
			}
			taken, err := sends.Take(ctx, me, whom, stick, nil)
			if err != nil {
				return told, err
			}
			if cut >= 0 {
				body, err := os.ReadFile(taken.Path)
				if err != nil {
					return told, err
				}
				if err := os.WriteFile(taken.Path, body[:min(int(cut), len(body)-1)], 0o600); err != nil {
					return told, err
				}
			}
			you, err := model.Enter(t.Context(), to.Store, to.By)
			if err != nil {
				return told, err
			}
			return receives.Return(ctx, you, taken.Path, nil)
		}
		if there, err = way(laptop, centre); err != nil {
			return there, back, err
		}
		if back, err = way(centre, laptop); err != nil {
			return there, back, err
		}
		if _, err := heardIn(ctx, centre.Store, stick); err != nil {
			return there, back, err
		}
		return there, back, os.RemoveAll(stick)
	})
}

func deskAt(s drivertest.Side) *Desk {
	return &Desk{Store: func() *store.Store { return s.Store }, Now: s.Now, Factor: 4}
}
