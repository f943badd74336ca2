package bring

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/meeting"
	"leerbalie/model/memory"
	"leerbalie/model/transfer"
)

var today = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

// founded is the session of whoever founded a store in memory.
func founded(t testing.TB, replica byte) *model.Session {
	t.Helper()
	session, _ := foundedIn(t, replica)
	return session
}

func foundedIn(t testing.TB, replica byte) (*model.Session, model.Backend) {
	t.Helper()
	store := memory.New(memory.Options{Replica: journal.Replica{replica}, Tag: "K7", Now: func() time.Time { return today }, Random: rand.Reader})
	me, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(t.Context(), store, me)
	if err != nil {
		t.Fatal(err)
	}
	return session, store
}

// in brings a file in, and tells its counts: read, imported, changed, cancelled, unchanged, refused.
func in(t testing.TB, session *model.Session, file string, o transfer.CalendarOptions) (transfer.CalendarReport, string) {
	t.Helper()
	o.Now = today
	r, err := Import(t.Context(), session, strings.NewReader(file), o)
	if err != nil {
		t.Fatal(err)
	}
	return r, fmt.Sprint(r.Read, r.Imported, r.Changed, r.Cancelled, r.Unchanged, len(r.Refused))
}

func wants(t testing.TB, session *model.Session, file, want string) transfer.CalendarReport {
	t.Helper()
	r, got := in(t, session, file, transfer.CalendarOptions{})
	if got != want {
		t.Helper()
		t.Errorf("%s, want %s: %v %v", got, want, r.Refused, r.Remarks)
	}
	if r.Read != r.Done()+r.Unchanged+len(r.Refused) {
		t.Errorf("%s does not add up", got)
	}
	return r
}

// roster is what stands here, a line each, in order.
func roster(t testing.TB, session *model.Session) (out []string) {
	t.Helper()
	err := session.ReadClass(t.Context(), journal.Community, func(tx model.Tx) error {
		return tx.Each(meeting.KindMeeting, func(rec *journal.Record) error {
			m := meeting.Of(rec, nil)
			if m.Archived {
				return nil
			}
			text := when(&m)
			if m.Minutes > 0 {
				text += fmt.Sprintf("+%d", m.Minutes)
			}
			if m.Cancelled {
				text += "!"
			}
			out = append(out, strings.TrimSpace(text+" "+m.Title+" "+m.Place))
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func stands(t testing.TB, session *model.Session, want ...string) {
	t.Helper()
	if got := roster(t, session); !slices.Equal(got, want) {
		t.Errorf("\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// codes are the codes of what is said.
func codes(r transfer.CalendarReport) (out []string) {
	for _, m := range r.Remarks {
		out = append(out, strings.TrimPrefix(m.Msg, "calendar."))
	}
	return out
}

func says(t testing.TB, r transfer.CalendarReport, want ...string) {
	t.Helper()
	if got := codes(r); !slices.Equal(got, want) {
		t.Errorf("said is %v, want %v", got, want)
	}
}

func whole(parts ...string) string {
	return "BEGIN:VCALENDAR\nVERSION:2.0\n" + strings.Join(parts, "") + "END:VCALENDAR\n"
}

// event is an appointment of an hour.
func event(uid, start string, lines ...string) string {
	return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTART;TZID=Europe/Amsterdam:" + start + "\nDURATION:PT1H\nSUMMARY:Overleg\n" + strings.Join(append(lines, ""), "\n") + "END:VEVENT\n"
}

// TestACalendarComesIn: it comes in once, moves when it moved, and does not take place when it was cancelled; each time that is told.
func TestACalendarComesIn(t *testing.T) {
	session := founded(t, 1)
	file := whole(event("a", "20261204T100000"), event("b", "20261205T100000", "LOCATION:Buurthuis"))
	r := wants(t, session, file, "2 2 0 0 0 0")
	says(t, r)
	if r.ID.IsZero() {
		t.Error("it cannot be undone")
	}
	stands(t, session, "2026-12-04 10:00+60 Overleg", "2026-12-05 10:00+60 Overleg Buurthuis")
	wants(t, session, file, "2 0 0 0 2 0")
	r = wants(t, session, strings.Replace(file, "20261204T100000", "20261203T143000", 1), "2 0 1 0 1 0")
	says(t, r, "moved")
	if text := fmt.Sprint(r.Remarks[0].Args); !strings.Contains(text, "2026-12-04 10:00") || !strings.Contains(text, "2026-12-03 14:30") {
		t.Error(text)
	}
	says(t, wants(t, session, strings.Replace(file, "20261204T100000", "20261203T143000\nSTATUS:CANCELLED", 1), "2 0 0 1 1 0"), "called-off")
	stands(t, session, "2026-12-03 14:30+60! Overleg", "2026-12-05 10:00+60 Overleg Buurthuis")
	says(t, wants(t, session, strings.Replace(file, "20261204T100000", "20261203T143000", 1), "2 0 1 0 1 0"), "on-again")
	says(t, wants(t, session, whole(event("a", "20261203T143000", "LOCATION:Elders")), "1 0 1 0 0 0"), "altered")
	says(t, wants(t, session, whole(event("c", "20261204T100000", "STATUS:CANCELLED")), "1 0 0 0 1 0"), "not-here")
}

// TestASeriesComesIn: each of it by itself; one that moved, one that was called off, and those that fell out of it.
func TestASeriesComesIn(t *testing.T) {
	session := founded(t, 1)
	series := func(lines ...string) string { return event("s", "20261204T100000", lines...) }
	wants(t, session, whole(series("RRULE:FREQ=WEEKLY;COUNT=4")), "4 4 0 0 0 0")
	wants(t, session, whole(series("RRULE:FREQ=WEEKLY;COUNT=4")), "4 0 0 0 4 0")
	moved := event("s", "20261210T130000", "RECURRENCE-ID;TZID=Europe/Amsterdam:20261211T100000")
	says(t, wants(t, session, whole(series("RRULE:FREQ=WEEKLY;COUNT=4"), moved), "4 0 1 0 3 0"), "moved")
	says(t, wants(t, session, whole(series("RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Amsterdam:20261218T100000"), moved), "4 0 0 1 3 0"), "gone")
	says(t, wants(t, session, whole(series("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Amsterdam:20261218T100000"), moved), "3 0 0 1 2 0"), "gone")
	stands(t, session, "2026-12-04 10:00+60 Overleg", "2026-12-10 13:00+60 Overleg", "2026-12-18 10:00+60! Overleg", "2026-12-25 10:00+60! Overleg")
	wants(t, session, whole(series("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/Amsterdam:20261218T100000"), moved), "2 0 0 0 2 0")
	// at another time it is the same series
	says(t, wants(t, session, strings.ReplaceAll(whole(series("RRULE:FREQ=WEEKLY;COUNT=2")), "T100000", "T110000"), "2 0 2 0 0 0"), "moved", "moved")
	says(t, wants(t, session, "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:s\nEND:VEVENT\nEND:VCALENDAR\n", "4 0 0 2 2 0"), "called-off", "called-off")
	stands(t, session, "2026-12-04 11:00+60! Overleg", "2026-12-11 11:00+60! Overleg", "2026-12-18 10:00+60! Overleg", "2026-12-25 10:00+60! Overleg")
	wants(t, session, "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:s\nEND:VEVENT\nEND:VCALENDAR\n", "4 0 0 0 4 0")
}

// TestOneThatComesBackNow: what stood by itself is the first of a series, and no twin comes.
func TestOneThatComesBackNow(t *testing.T) {
	session := founded(t, 1)
	wants(t, session, whole(event("s", "20261204T100000")), "1 1 0 0 0 0")
	file := whole(event("s", "20261204T100000", "RRULE:FREQ=WEEKLY;COUNT=2"))
	wants(t, session, file, "2 1 0 0 1 0")
	wants(t, session, file, "2 0 0 0 2 0")
	stands(t, session, "2026-12-04 10:00+60 Overleg", "2026-12-11 10:00+60 Overleg")
}

// TestWhatWasPastStays: what is not in a series any more and has been, has been.
func TestWhatWasPastStays(t *testing.T) {
	session := founded(t, 1)
	wants(t, session, whole(event("s", "20261120T100000", "RRULE:FREQ=WEEKLY;COUNT=3")), "3 3 0 0 0 0")
	says(t, wants(t, session, whole(event("s", "20261120T100000", "RRULE:FREQ=WEEKLY;COUNT=1")), "2 0 0 1 1 0"), "gone")
	stands(t, session, "2026-11-20 10:00+60 Overleg", "2026-11-27 10:00+60 Overleg", "2026-12-04 10:00+60! Overleg")
}

// find is the meeting that a calendar knows by a name.
func find(t testing.TB, session *model.Session, id journal.ID) (m meeting.Meeting) {
	t.Helper()
	if err := session.ReadClass(t.Context(), journal.Community, func(tx model.Tx) error {
		rec, err := tx.Record(meeting.KindMeeting, id)
		if err != nil || rec == nil {
			return errors.Join(err, fault.New(fault.NotFound, "x"))
		}
		items, err := tx.Items(meeting.KindMeeting, id)
		m = meeting.Of(rec, items)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return m
}

func do(t testing.TB, session *model.Session, a model.Action) model.Receipt {
	t.Helper()
	r, err := session.Do(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestWhatWasAlteredHere stays as long as the calendar says nothing new; when it does, it is said that it went.
func TestWhatWasAlteredHere(t *testing.T) {
	session := founded(t, 1)
	file := whole(event("a", "20261204T100000"))
	wants(t, session, file, "1 1 0 0 0 0")
	m := find(t, session, meeting.SourceID("a", ""))
	m.Start, m.Theme = 11*60, "Schulden"
	do(t, session, meeting.Edit{Meeting: m, Reach: meeting.Only})
	wants(t, session, file, "1 0 0 0 1 0")
	stands(t, session, "2026-12-04 11:00+60 Overleg")
	says(t, wants(t, session, whole(event("a", "20261205T100000")), "1 0 1 0 0 0"), "moved", "overwritten")
	if m := find(t, session, meeting.SourceID("a", "")); m.Theme != "Schulden" {
		t.Error("what only stands here went")
	}
	stands(t, session, "2026-12-05 10:00+60 Overleg")
}

// TestOursComesBack: a meeting that was planned here moves with what another program did to it; one that was altered here since stays.
func TestOursComesBack(t *testing.T) {
	session := founded(t, 1)
	made := do(t, session, meeting.Add{Meeting: meeting.Meeting{Title: "Thema", Theme: "Taal", Day: time.Date(2026, 12, 4, 0, 0, 0, 0, time.UTC), Start: 600, Minutes: 60, Place: "Zaal 1"}})
	uid := made.Entity.String() + "@leerbalie"
	stamp := find(t, session, made.Entity).Changed.UTC().Format("DTSTAMP:20060102T150405Z")
	wants(t, session, whole(event(uid, "20261204T100000", "LOCATION:Zaal 1", stamp)), "1 0 0 0 1 0")
	says(t, wants(t, session, whole(event(uid, "20261203T093000", "LOCATION:Zaal 2", stamp)), "1 0 1 0 0 0"), "moved")
	stands(t, session, "2026-12-03 09:30+60 Thema Zaal 2")
	says(t, wants(t, session, whole(event(uid, "20261204T100000", "LOCATION:Zaal 1", "LAST-MODIFIED:20200101T000000Z")), "1 0 0 0 1 0"), "stale")
	says(t, wants(t, session, whole(event(uid, "20261203T093000", "LOCATION:Zaal 2", "STATUS:CANCELLED")), "1 0 0 1 0 0"), "called-off")
	says(t, wants(t, session, whole(event(uid, "20261203T093000", "LOCATION:Zaal 2")), "1 0 1 0 0 0"), "on-again")
	stands(t, session, "2026-12-03 09:30+60 Thema Zaal 2")
	weekly := whole(event(uid, "20261203T093000", "LOCATION:Zaal 2", "RRULE:FREQ=WEEKLY;COUNT=2")) // somebody had it come back there
	wants(t, session, weekly, "2 1 0 0 1 0")
	wants(t, session, weekly, "2 0 0 0 2 0")
	stands(t, session, "2026-12-03 09:30+60 Thema Zaal 2", "2026-12-10 09:30+60 Overleg Zaal 2")
	elsewhere := founded(t, 2)
	wants(t, elsewhere, whole(event(uid, "20261204T100000")), "1 1 0 0 0 0") // where it was not planned it is any other
	wants(t, elsewhere, whole(event(uid, "20261204T100000")), "1 0 0 0 1 0")
}

// TestWhatIsNoMeeting: days together, one without an end, and a number that may not be kept; what is refused is refused by its line.
func TestWhatIsNoMeeting(t *testing.T) {
	session := founded(t, 1)
	file := whole("BEGIN:VEVENT\nUID:v\nDTSTART:20261221\nDTEND:20270104\nSUMMARY:Kerstvakantie\nEND:VEVENT\n", "BEGIN:VEVENT\nUID:d\nDTSTART:20261207\nSUMMARY:Studiedag\nEND:VEVENT\n",
		"BEGIN:VEVENT\nUID:k\nDTSTART:20261208T120000Z\nSUMMARY:Kort\nEND:VEVENT\n", "BEGIN:VEVENT\nUID:b\nDTSTART:20261208T120000Z\nSUMMARY:BSN 123456782\nEND:VEVENT\n", "BEGIN:VEVENT\nUID:n\nDTSTART:20261208T120000Z\nEND:VEVENT\n",
		"BEGIN:VEVENT\nUID:x\nDTSTART:ooit\nEND:VEVENT\n")
	r := wants(t, session, file, "6 2 0 0 0 4")
	says(t, r, "no-length")
	var lines []string
	for _, x := range r.Refused {
		e, _ := x.Err.(*fault.Error)
		lines = append(lines, fmt.Sprintf("%d:%s", x.Row, e.Msg))
	}
	if got := strings.Join(lines, " "); got != "3:calendar.days 19:bsn 24:missing 30:calendar.date" {
		t.Error(got)
	}
	stands(t, session, "2026-12-07 Studiedag", "2026-12-08 13:00+60 Kort")
	strict := founded(t, 2)
	if r, got := in(t, strict, file, transfer.CalendarOptions{ImportOptions: transfer.ImportOptions{Strict: true}}); got != "6 0 0 0 0 4" || !r.ID.IsZero() {
		t.Error(got)
	}
	stands(t, strict)
	if _, got := in(t, strict, file, transfer.CalendarOptions{ImportOptions: transfer.ImportOptions{DryRun: true}}); got != "6 2 0 0 0 4" {
		t.Error(got)
	}
	stands(t, strict)
}

// TestFreeDaysComeIn: whole days as free days, once; those with a time are not taken.
func TestFreeDaysComeIn(t *testing.T) {
	session := founded(t, 1)
	o := transfer.CalendarOptions{Free: true}
	vacation := "BEGIN:VEVENT\nUID:v\nDTSTART:20261221\nDTEND:20270104\nSUMMARY:Kerstvakantie\nEND:VEVENT\n"
	file := whole(vacation, "BEGIN:VEVENT\nUID:j\nDTSTART:20270501\nRRULE:FREQ=YEARLY;COUNT=2\nSUMMARY:Feestje\nEND:VEVENT\n", event("a", "20261204T100000"))
	for _, want := range []string{"3 3 0 0 0 0", "3 0 0 0 3 0"} {
		r, got := in(t, session, file, o)
		if got != want {
			t.Error(got, r.Refused)
		}
		says(t, r, "timed")
	}
	stands(t, session)
	all, err := free.Read(t.Context(), session, time.Date(2026, 12, 20, 0, 0, 0, 0, time.UTC), time.Date(2027, 1, 10, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	if s, is := all.On(time.Date(2027, 1, 3, 0, 0, 0, 0, time.UTC)); !is || s.Name != "Kerstvakantie" {
		t.Error(all)
	}
	if _, is := all.On(time.Date(2027, 1, 4, 0, 0, 0, 0, time.UTC)); is {
		t.Error("the day after is free")
	}
	r, got := in(t, session, whole(strings.Replace(vacation, "20270104", "20270108", 1)), o)
	if got != "1 0 1 0 0 0" {
		t.Error(got)
	}
	says(t, r, "moved")
	r, got = in(t, session, whole(strings.Replace(vacation, "END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT", 1)), o)
	if got != "1 0 0 1 0 0" {
		t.Error(got)
	}
	says(t, r, "free-off")
	r, got = in(t, session, whole(strings.Replace(vacation, "END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT", 1)), o)
	if got != "1 0 0 0 1 0" {
		t.Error(got)
	}
	says(t, r, "not-here")
}

// TestWhoMayNotBringIn: a student brings no calendar in.
func TestWhoMayNotBringIn(t *testing.T) {
	session, store := foundedIn(t, 1)
	r := do(t, session, model.AddPerson{Person: model.Person{Name: "Ali", Roles: []model.Role{model.RoleStudent}, Site: session.Site()}})
	ali, err := model.Enter(t.Context(), store, r.Entity)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Import(t.Context(), ali, strings.NewReader(whole(event("a", "20261204T100000"))), transfer.CalendarOptions{}); fault.KindOf(err) != fault.Refused {
		t.Error(err)
	}
}

// TestFilesOfOtherProgramsComeIn: each once.
func TestFilesOfOtherProgramsComeIn(t *testing.T) {
	list, _ := filepath.Glob(filepath.Join("..", "testdata", "in", "*.ics"))
	if len(list) < 4 {
		t.Fatal(list)
	}
	for _, path := range list {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		session := founded(t, 1)
		r, _ := in(t, session, string(raw), transfer.CalendarOptions{})
		if r.Imported == 0 || r.Imported != len(roster(t, session)) {
			t.Errorf("%s: %+v", path, r)
		}
		if again, _ := in(t, session, string(raw), transfer.CalendarOptions{}); again.Done() > 0 || again.Unchanged != r.Imported+r.Unchanged {
			t.Errorf("%s: twice it is %+v", path, again)
		}
	}
}
