package sshpipe

import (
	"context"
	"errors"
	"testing"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/store/replica/drivertest"
)

func enter(t testing.TB, at drivertest.Side) *model.Session {
	t.Helper()
	s, err := model.Enter(context.Background(), at.Store, at.By)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestDriver: the suite that bundles and pipes pass, over SSH on loopback.
func TestDriver(t *testing.T) {
	drivertest.Run(t, 40, func(ctx context.Context, laptop, centre drivertest.Side, cut int64) (there, back transfer.Returned, err error) {
		var failed error
		sv := serve(t, centre.Store)
		sv.cut = cut
		sv.answered = func(r transfer.Returned, err error) { there, failed = r, err }
		d := desk(laptop.Store, sv.begin())
		keeps(t, d, laptop, sv, "")
		if err := alter(context.Background(), laptop.Store, func(all []transfer.Peer) ([]transfer.Peer, error) {
			all[0].HostKey = keyOf(sv)
			return all, nil
		}); err != nil {
			t.Fatal(err)
		}
		back, err = d.Exchange(ctx, enter(t, laptop), "zuidwest", nil, nil)
		sv.close()
		return there, back, errors.Join(err, failed)
	})
}
