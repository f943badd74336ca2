package day_test

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mine"
	"leerbalie/model/desk/notice"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/model/notification"
	"leerbalie/model/pairs"
	"leerbalie/ui/day"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func do(d *uitest.Desk, session *model.Session, actions ...model.Action) journal.ID {
	d.T.Helper()
	r, err := session.DoQuietly(context.Background(), actions...)
	if err != nil {
		d.T.Fatal(err)
	}
	return r.Entity
}

// busy is a day with something of each kind: late, today, later and without a time, given by somebody, parked, and minutes.
func busy(d *uitest.Desk, session *model.Session) journal.ID {
	noor, now := d.As(d.Noor), uitest.Start()
	me := session.Me().ID
	do(d, session, desk.ClaimRequest{ID: d.Requests[2]}, desk.AddTask{ID: d.Requests[2], What: "Stedin bellen", CallBack: true, Due: now.Add(-time.Hour)})
	do(d, session, desk.ClaimRequest{ID: d.Requests[1]}, desk.AddTask{ID: d.Requests[1], What: "mevrouw bellen", CallBack: true, Due: now.Add(2 * time.Hour)})
	do(d, session, desk.ClaimRequest{ID: d.Requests[0]}, desk.AddTask{ID: d.Requests[0], What: "tas zoeken", CallBack: true}, desk.LogTime{ID: d.Requests[0], Minutes: 25})
	do(d, noor, desk.ClaimRequest{ID: d.Requests[3], For: []journal.ID{me}})
	do(d, session, desk.ClaimRequest{ID: d.Requests[7]}, desk.ParkRequest{ID: d.Requests[7]})
	do(d, session, desk.EditRequest{ID: d.Requests[7], Alter: func(r *desk.Request) { r.FollowUp = now.AddDate(0, 0, 3) }})
	do(d, noor, desk.Inform{ID: d.Requests[4], To: me, Text: "Toeslagen belde, kijk jij?"})
	return me
}

// student is the day of somebody who learns, in a pair with a check-in in two weeks.
func student(d *uitest.Desk, session *model.Session) journal.ID {
	bo := do(d, session, model.AddPerson{Person: model.Person{Name: "Bo Smit", Roles: []model.Role{model.RoleStudent}, Site: session.Site()}})
	do(d, session, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{d.Ali, bo}}}})
	do(d, session, desk.ClaimRequest{ID: d.Requests[2], For: []journal.ID{d.Ali, bo}})
	return d.Ali
}

// notified is the day of somebody with a notification of which terms are over, one of which a term ends today, and one that takes long.
func notified(d *uitest.Desk, session *model.Session) journal.ID {
	for i, n := range []notification.Report{{Day: uitest.Start().AddDate(0, 0, -43), Urgent: true}, {Day: uitest.Start().AddDate(0, 0, -7)}, {Day: uitest.Start().AddDate(0, 0, -10)}} {
		n.Request = d.Requests[i]
		do(d, session, n)
	}
	return session.Me().ID
}

func quiet(_ *uitest.Desk, session *model.Session) journal.ID { return session.Me().ID }

func open(t *testing.T, lang text.Lang, size screen.Size, act func(*uitest.Desk, *model.Session) journal.ID, with func(*screen.Env)) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Fill: true, Act: act, With: with})
	d.Press("M")
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

func TestPictures(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			d := open(t, lang, size, busy, nil)
			d.Picture("busy", lang)
			d.Press("w")
			d.Picture("moving", lang)
			d.Press("<esc>", "O")
			d.Picture("whom", lang)
			d.Press("noor", "<enter>")
			d.Picture("handing", lang)
			d.Press("<esc>", "s")
			d.Picture("sheet", lang)
			open(t, lang, size, student, nil).Picture("student", lang)
			open(t, lang, size, notified, nil).Picture("notified", lang)
			open(t, lang, size, quiet, nil).Picture("quiet", lang)
		}
	}
}

// TestAPromiseIsKeptOrMoved: in one key, or with Enter for the time that is proposed, and taken back.
func TestAPromiseIsKeptOrMoved(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Press("b", "gesproken", "<enter>")
	if task := d.Request(d.Requests[2]).Tasks[0]; task.Done == nil || task.Fact != "gesproken" {
		t.Fatalf("not kept: %+v", task)
	}
	d.Shows("Afgerond bij")
	d.Press("u")
	if d.Request(d.Requests[2]).Tasks[0].Done != nil {
		t.Fatal("not taken back")
	}
	late := d.Request(d.Requests[2]).Tasks[0].Due
	d.Press("<home>", "w", "<enter>")
	if due := d.Request(d.Requests[2]).Tasks[0].Due; !due.After(late) {
		t.Fatalf("not moved: %v", due)
	}
	d.Hides("Te laat")
	d.Press("w", "geen tijd", "<enter>")
	d.Shows("Deze dag of tijd is niet te lezen.")
	d.Press("<esc>", "<home>", "t")
	d.Shows("Deze belofte heeft een tijd.")
	for range 6 {
		if !strings.Contains(d.Frame(), "zonder tijd") {
			t.Fatal("nothing is without a time")
		}
		d.Press("j", "t")
		if !d.Request(d.Requests[0]).Tasks[0].Due.IsZero() {
			break
		}
	}
	if due := d.Request(d.Requests[0]).Tasks[0].Due; !due.Equal(desk.ProposedTime(d.Env.Now(), d.Env.Zone)) {
		t.Fatalf("the time that is proposed was not taken: %v", due)
	}
	d.Hides("zonder tijd")
}

// TestAllOfItIsHandedOver: in one action, which one key takes back; the receiver is told.
func TestAllOfItIsHandedOver(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Press("O", "noor", "<enter>")
	d.Shows("Overdragen aan Noor Visser", "Gaan over: 5 vragen, 3 beloften")
	d.Press("mevrouw belt om vier uur", "<ctrl+s>")
	d.Shows("5 vragen overgedragen aan Noor Visser.")
	for _, i := range []int{0, 1, 2, 3, 7} {
		if r := d.Request(d.Requests[i]); !slices.Equal(r.Holder(), []journal.ID{d.Noor}) {
			t.Errorf("%s is with %v", r.Number, r.Holder())
		}
	}
	told, err := notice.ReadMessages(context.Background(), d.As(d.Noor))
	if err != nil || len(told) != 1 || told[0].Text != "mevrouw belt om vier uur" || len(told[0].With) != 4 {
		t.Fatalf("told %+v, %v", told, err)
	}
	d.Press("u")
	if l, err := mine.ReadLoad(context.Background(), d.Session, mine.Away{}, d.Env.Now()); err != nil || l.Mine != 5 {
		t.Fatalf("not taken back: %+v, %v", l, err)
	}
}

// TestOpeningGoesToTheRequest: and to open a message is to have seen it; Esc goes back to where one was.
func TestOpeningGoesToTheRequest(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Press("<enter>")
	d.Shows("Afsluiting stroom dreigt", "Brief van Stedin")
	d.Press("M", "j", "j", "<enter>")
	d.Shows("Huurtoeslag aanvragen")
	if told, _ := notice.ReadMessages(context.Background(), d.Session); len(told) != 0 {
		t.Errorf("not seen: %+v", told)
	}
	d.Press("2", "M", "<esc>")
	d.Shows("Koppels")
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done here.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	files := func(env *screen.Env) {
		env.Files = &screen.LocalFiles{Home: "/home/sam", Write: func(context.Context, string, func(io.Writer) error) error { return nil }}
	}
	at := func(act func(*uitest.Desk, *model.Session) journal.ID, keys ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			d := open(t, "nl", wide(), act, files)
			d.Press(keys...)
			return d
		}
	}
	uitest.TryActions(t, day.Keys(),
		uitest.Place{Name: "what is late", Open: at(busy)},
		uitest.Place{Name: "without a time", Open: at(busy, "j", "j", "j")},
		uitest.Place{Name: "a request", Open: at(busy, "j", "j", "j", "j")},
		uitest.Place{Name: "done", Open: at(busy, "b", "ja", "<enter>")},
		uitest.Place{Name: "undone", Open: at(busy, "b", "ja", "<enter>", "u")},
		uitest.Place{Name: "a student", Open: at(student)},
		uitest.Place{Name: "nothing", Open: at(quiet)},
	)
}

// TestTermsOfNotifications: what is late stands first and is counted by the top line and the head alike, and Enter opens its request.
func TestTermsOfNotifications(t *testing.T) {
	d := open(t, "nl", wide(), notified, nil)
	d.Shows("! 2 te laat", "Wmo, hulp met spoed", "Wmo, onderzoek", "Vandaag")
	d.Press("<enter>")
	d.Shows("Wmo-melding", "2 te laat") // the top line says it on every screen
	d.Press("W", "spoed", "<enter>", "<ctrl+s>", "M")
	d.Shows("! 1 te laat")
}

// TestTheCursorStaysOnItsRow: whatever comes above it meanwhile.
func TestTheCursorStaysOnItsRow(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Press("<end>")
	on := row(d)
	d.Do(d.Session, desk.AddTask{ID: d.Requests[2], What: "eerst dit", Due: d.Env.Now().Add(-2 * time.Hour)})
	if row(d) != on {
		t.Errorf("on %q, was on %q", row(d), on)
	}
}

// row is the line that the cursor is on.
func row(d *uitest.Desk) string {
	for line := range strings.Lines(d.Frame()) {
		if strings.Contains(line, "▌") {
			return line
		}
	}
	return ""
}

// TestWeeksThatWaitToBeConfirmed: whoever supervises sees in one row how many weeks wait, and Enter opens the page of hours; nobody else does, and
// it goes when they were confirmed.
func TestWeeksThatWaitToBeConfirmed(t *testing.T) {
	monday := ledger.Week(uitest.Start().UTC().Truncate(24 * time.Hour))
	act := func(who func(d *uitest.Desk, boss journal.ID) journal.ID) func(*uitest.Desk, *model.Session) journal.ID {
		return func(d *uitest.Desk, session *model.Session) journal.ID {
			me := session.Me().ID
			for i, name := range []string{"Anna Vis", "Bram Kok"} {
				id := d.Do(session, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: session.Site(), Supervisor: me}}).Entity
				for n := range i + 1 {
					d.Do(session, ledger.WriteHours{Student: id, Own: ledger.Own{Day: monday.AddDate(0, 0, -7*(n+1)), Minutes: 60, What: "lezen"}})
				}
				d.Do(session, ledger.WriteHours{Student: id, Own: ledger.Own{Day: monday, Minutes: 60, What: "deze week"}})
			}
			return who(d, me)
		}
	}
	boss := act(func(_ *uitest.Desk, boss journal.ID) journal.ID { return boss })
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, wide(), {Width: 60, Height: 15}} {
			open(t, lang, size, boss, nil).Picture("hours", lang)
		}
	}
	d := open(t, "nl", wide(), boss, nil)
	d.Shows("3 weken uren bevestigen · 2 studenten")
	for n := range 2 {
		if _, err := d.Session.DoQuietly(context.Background(), hours.Confirm{Week: monday.AddDate(0, 0, -7*(n+1))}); err != nil {
			t.Fatal(err)
		}
	}
	d.Send(screen.Changed{})
	d.Hides("uren bevestigen")
	d = open(t, "nl", wide(), boss, nil)
	d.Press("<enter>")
	d.Shows("[Uren]")
	d = open(t, "nl", wide(), act(func(d *uitest.Desk, _ journal.ID) journal.ID { return d.Ali }), nil)
	d.Hides("uren bevestigen")
}

// TestAMeetingThatWaitsForAnAnswer stands among what is later, until it was answered.
func TestAMeetingThatWaitsForAnAnswer(t *testing.T) {
	today := uitest.Start().UTC().Truncate(24 * time.Hour)
	var next journal.ID
	d := open(t, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID {
		for n, title := range []string{"Casus", "Ver weg", "Voorbij"} {
			m := meeting.Meeting{Title: title, Day: today.AddDate(0, 0, []int{6, 40, -3}[n]), Start: 9*60 + 30, Minutes: 60, Expected: []journal.ID{d.Ali}}
			if id := d.Do(session, meeting.Add{Meeting: m}).Entity; n == 0 {
				next = id
			}
		}
		return d.Ali
	}, nil)
	d.Shows("antwoord op overleg 09:30 · Casus", "Later")
	d.Hides("Ver weg")
	d.Hides("Voorbij")
	if _, err := d.As(d.Ali).DoQuietly(context.Background(), meeting.Answer{ID: next, Reply: meeting.Yes}); err != nil {
		t.Fatal(err)
	}
	d.Send(screen.Changed{})
	d.Hides("Casus")
}

// TestMeetingsOfToday: a meeting of today where whoever sits here is expected stands among what is for today, and opens on its page.
func TestMeetingsOfToday(t *testing.T) {
	today := uitest.Start().UTC().Truncate(24 * time.Hour)
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 120, Height: 40}, Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		me := session.Me().ID
		for i, title := range []string{"Overleg met school", "Een ander"} {
			m := meeting.Meeting{Title: title, Day: today, Start: 9*60 + 30, Minutes: 60, Place: "Zaal 2"}
			if i == 0 {
				m.Leaders = []journal.ID{me}
			}
			d.Do(session, meeting.Add{Meeting: m})
		}
		return me
	}})
	d.Press("M")
	if body := d.Frame(); !strings.Contains(body, "overleg 09:30 · Overleg met school · Zaal 2 · wacht op je antwoord") || strings.Contains(body, "Een ander") {
		t.Error(body)
	}
}
