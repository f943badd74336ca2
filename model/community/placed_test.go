package community_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
)

// TestWhatPlacementsAsk: the guide of the school what is due, at the partner, and a coordinator what comes of students whose partner ended.
func TestWhatPlacementsAsk(t *testing.T) {
	h := open(t)
	sara := h.do(t, h.sam, model.AddPerson{Person: model.Person{Name: "Sara", Roles: []model.Role{model.RoleDesk}, Site: h.as(t, h.sam).Site()}})
	farm := h.do(t, h.sam, partner.Add{Partner: partner.Partner{Name: "De Schuur", Places: 3, Supervision: 240}})
	h.do(t, h.sam, placement.Add{Placement: placement.Placement{Student: h.noa, Partner: farm, From: day("2026-03-02"), To: day("2026-05-03"), School: sara}})
	h.is(t, sara, "2026-03-30", "placed-kickoff Noa, De Schuur 03-02 partners", "placed-visit Noa, De Schuur 03-30 partners")
	h.is(t, h.sam, "2026-03-30")
	h.is(t, h.guest, "2026-03-30")
	h.do(t, h.sam, partner.SetState{ID: farm, State: partner.Ended, Told: true})
	h.is(t, h.sam, "2026-04-20", "placed-partner Noa, De Schuur 04-20 partners", "placed-next Noa, De Schuur 05-03 partners")
}
