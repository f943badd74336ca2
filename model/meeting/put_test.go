package meeting_test

import (
	"testing"

	"leerbalie/model/journal"
	"leerbalie/model/meeting"
)

// TestFromAnotherCalendar: by UID; what was added here stays, what somebody altered here stays until the calendar says something new.
func TestFromAnotherCalendar(t *testing.T) {
	h := open(t, 2)
	sam := h.as(t, 0, h.sam)
	put := meeting.Put{Meeting: meeting.Meeting{Title: "Werkveld", Day: day("2027-04-01"), Start: 600, Minutes: 60, UID: "w@x", Instance: "2027-04-01"}}
	id := h.do(t, sam, put)
	h.refused(t, sam, put, meeting.PutKnown)
	m := h.read(t, sam).Rows[0].Meeting
	if m.Key() != id.String()+"@leerbalie" || id != meeting.SourceID("w@x", "2027-04-01") {
		t.Errorf("%s %s", m.Key(), id)
	}
	m.Theme, m.Leaders, m.Place = "taal", []journal.ID{h.ali}, "hier"
	h.do(t, sam, meeting.Edit{Meeting: m})
	h.refused(t, sam, put, meeting.PutKnown)
	put.Meeting.Start = 660
	h.do(t, sam, put)
	m = h.read(t, sam).Rows[0].Meeting
	if m.Theme != "taal" || len(m.Leaders) != 1 || m.Start != 660 || m.UID != "w@x" {
		t.Errorf("%+v", m)
	}
	h.do(t, sam, meeting.Put{Meeting: meeting.Meeting{UID: "w@x", Instance: "2027-04-01", Cancelled: true}})
	if got := days(h.read(t, sam)); got != "0401x" {
		t.Error(got)
	}
	h.refused(t, sam, meeting.Put{Meeting: meeting.Meeting{UID: "nieuw", Cancelled: true}}, meeting.PutGone)
	h.refused(t, sam, meeting.Put{Meeting: meeting.Meeting{Title: "x", Day: day("2027-04-01")}}, "missing")
	h.refused(t, h.as(t, 0, h.pro), put, "meeting-not-yours")
	// What was planned here and comes back under the UID with which it went out is the same meeting, with or without a title.
	own := h.do(t, sam, meeting.Add{Meeting: meeting.Meeting{Theme: "taal", Day: day("2027-04-02"), Start: 600, Minutes: 60}})
	back := meeting.Put{Meeting: meeting.Meeting{Title: "taal", Day: day("2027-04-02"), Start: 600, Minutes: 60, UID: own.String() + "@leerbalie"}}
	h.refused(t, sam, back, meeting.PutKnown)
	back.Meeting.Day = day("2027-04-05")
	h.do(t, sam, back)
	if r := h.read(t, sam); len(r.Rows) != 2 || !r.Rows[1].Day.Equal(day("2027-04-05")) || r.Rows[1].UID != "" || r.Rows[1].Title != "" {
		t.Errorf("%s %+v", days(r), r.Rows[1].Meeting)
	}
	other := h.as(t, 1, h.sam)
	if got := h.do(t, other, put); got != id {
		t.Errorf("two copies made two of one: %s %s", got, id)
	}
}
