package modeltest

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
)

// meetings are a series around free days, one by itself, one from a calendar, with answers and who came.
func (e *everything) meetings() {
	day := e.now.UTC().Truncate(24*time.Hour).AddDate(0, 0, -35)
	me := e.session.Me().ID
	holiday := free.Stretch{Name: "Herfstvakantie", From: day.AddDate(0, 0, 7), To: day.AddDate(0, 0, 9)}
	holiday.ID = e.do(free.Add{Days: holiday})
	holiday.To = holiday.To.AddDate(0, 0, 1)
	e.do(free.Edit{Days: holiday}, free.Put{Days: free.Stretch{Name: "Studiedag", From: day.AddDate(0, 0, 20), UID: "studiedag@school"}})
	e.do(free.Remove{ID: free.SourceID("studiedag@school")})

	student := e.do(model.AddPerson{Person: model.Person{Name: "Sanne", Roles: []model.Role{model.RoleStudent}, Site: e.session.Site(), Level: "mbo-4"}})
	first := e.do(meeting.Plan{Series: meeting.Series{Meeting: meeting.Meeting{Title: "Overleg", Start: 9 * 60, Minutes: 90, Expected: []journal.ID{student, me}}, Weekday: day.Weekday(),
		From: day, To: day.AddDate(0, 0, 60), Forms: []string{"carrousel", "casus"}, Leaders: [][]journal.ID{{me}, {student}}}})
	e.do(meeting.Answer{ID: first, Reply: meeting.Yes}, meeting.Attend{ID: first, People: []journal.ID{student, me}, State: ledger.Present},
		meeting.Cancel{ID: first, Why: "ziek", Reach: meeting.Only}, meeting.Cancel{ID: first, Back: true})
	alone := meeting.Meeting{Title: "Thema eenzaamheid", Day: day.AddDate(0, 0, 3), Start: 13 * 60, Minutes: 60, Place: "Buurthuis"}
	alone.ID = e.do(meeting.Add{Meeting: alone})
	alone.Note = "neem de kaartjes mee"
	e.do(meeting.Edit{Meeting: alone}, meeting.Move{ID: alone.ID, Day: day.AddDate(0, 0, 4), Start: -1})
	e.do(meeting.Put{Meeting: meeting.Meeting{Title: "Werkveldoverleg", Day: day.AddDate(0, 0, 5), Start: 600, Minutes: 60, UID: "werkveld@school"}})
	e.do(meeting.Remove{ID: alone.ID, Reach: meeting.Only})
}
