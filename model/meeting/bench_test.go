package meeting_test

import (
	"fmt"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
)

// BenchmarkRoster reads the half-year of a group of 400 students with 20 meetings, at half of which it was noted who came.
func BenchmarkRoster(b *testing.B) {
	h := open(b, 1)
	sam := h.as(b, 0, h.sam)
	var all []journal.ID
	for i := range 400 {
		all = append(all, h.do(b, sam, model.AddPerson{Person: model.Person{Name: fmt.Sprint("Student ", i), Roles: []model.Role{model.RoleStudent}, Site: sam.Site(), Groups: []journal.ID{h.group}}}))
	}
	s := fridays(h)
	s.From, s.To = day("2027-02-01"), day("2027-07-16")
	h.do(b, sam, meeting.Plan{Series: s})
	h.clock = day("2027-05-01")
	for i, m := range h.read(b, sam).Rows {
		if i < 10 {
			h.do(b, sam, meeting.Attend{ID: m.ID, People: all, State: ledger.Present})
		}
	}
	h.read(b, sam)
	b.ResetTimer()
	for range b.N {
		h.read(b, sam)
	}
}
