package exchange

import (
	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/transfer"
)

// comesTo adds to a tally what a row comes to that was taken.
func comesTo(t *transfer.Tally, row []model.Action) {
	for _, action := range row {
		switch a := action.(type) {
		case arrive:
			at := a.row.request.Created
			if t.First.IsZero() || at.Before(t.First) {
				t.First = at
			}
			if at.After(t.Last) {
				t.Last = at
			}
		case desk.LogTime:
			t.Minutes += a.Minutes
		case desk.ReferRequest:
			t.Referrals++
		case desk.CloseRequest:
			t.Closed++
		case model.AddPerson:
			t.New++
		}
	}
}
