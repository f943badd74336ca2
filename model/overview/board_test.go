package overview_test

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/overview"
)

// hall is a service point with a waiting room.
type hall struct {
	*testing.T
	store      *memory.Store
	now        time.Time
	lead, wall *model.Session
}

func newHall(t *testing.T) *hall {
	h := &hall{T: t, now: time.Date(2026, 11, 18, 9, 0, 0, 0, time.UTC)}
	h.store = memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { return h.now }})
	me, err := model.Found(t.Context(), h.store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	h.must(err)
	h.lead = h.enter(me)
	h.wall = h.person("Scherm", model.RoleBoard)
	return h
}

func (h *hall) must(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

func (h *hall) enter(who journal.ID) *model.Session {
	h.Helper()
	session, err := model.Enter(h.Context(), h.store, who)
	h.must(err)
	return session
}

func (h *hall) person(name string, role model.Role) *model.Session {
	h.Helper()
	return h.enter(h.do(model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: h.lead.Site(), Level: "mbo-3"}}))
}

func (h *hall) do(actions ...model.Action) journal.ID {
	h.Helper()
	r, err := h.lead.Do(h.Context(), actions...)
	h.must(err)
	return r.Entity
}

func (h *hall) wait(d time.Duration) { h.now = h.now.Add(d) }

func (h *hall) ask(r desk.Request) journal.ID {
	h.Helper()
	if r.Summary == "" {
		r.Summary = "Kanarievraag"
	}
	id := h.do(desk.AddRequest{Request: r})
	h.wait(time.Minute)
	return id
}

// shows is the board in one line: who waits with how many minutes, who is helped.
func (h *hall) shows(session *model.Session) string {
	h.Helper()
	b, err := overview.ReadBoard(h.Context(), session, h.now)
	h.must(err)
	var out []string
	for _, t := range b.Waiting {
		out = append(out, fmt.Sprintf("%s:%.0f", b.Short(t.Number), t.About.Minutes()))
	}
	for _, n := range b.Helped {
		out = append(out, "["+b.Short(n)+"]")
	}
	return strings.Join(out, " ")
}

func (h *hall) want(what, want string) {
	h.Helper()
	if got := h.shows(h.wall); got != want {
		h.Errorf("%s: %s, want %s", what, got, want)
	}
	if got := h.shows(h.lead); got != want {
		h.Errorf("%s, for who leads: %s, want %s", what, got, want)
	}
}

// TestWhoIsInTheWaitingRoom: today's walk-ins in the order of the queue, and who came back; not who telephoned, is parked, or waits
// since another day.
func TestWhoIsInTheWaitingRoom(t *testing.T) {
	h := newHall(t)
	h.want("nobody yet", "")
	old := h.ask(desk.Request{Channel: "desk"})
	away := h.ask(desk.Request{Channel: "desk"})
	h.do(desk.ParkRequest{ID: away})
	h.wait(24 * time.Hour)
	h.want("the day after", "")
	first := h.ask(desk.Request{Channel: "desk"})
	h.ask(desk.Request{Channel: "phone"})
	h.ask(desk.Request{})
	h.ask(desk.Request{Channel: "email"})
	h.ask(desk.Request{Channel: "eigen-kanaal"})
	h.ask(desk.Request{Channel: "desk", Urgency: model.UrgencyNow})
	parked := h.ask(desk.Request{Channel: "desk"})
	h.do(desk.ParkRequest{ID: parked})
	h.want("in order", "0008:0 0003:0 0005:0")
	h.do(desk.RecallRequest{ID: away})
	h.want("who came back is where they were", "0008:0 0002:0 0003:0 0005:0")
	h.do(desk.ClaimRequest{ID: first})
	h.wait(time.Minute)
	h.do(desk.ClaimRequest{ID: away})
	h.want("called", "0008:0 0005:0 [0002] [0003]")
	h.do(desk.ClaimRequest{ID: old}) // of yesterday: telephoned back, perhaps
	h.wait(overview.CalledFor)
	h.want("ten minutes after", "0008:0 0005:0 [0002]")
	h.do(desk.ReleaseRequest{ID: away})
	h.want("put back", "0008:0 0002:0 0005:0")
	h.do(desk.CloseRequest{ID: first, Outcome: "handled-directly"})
	h.wait(time.Minute)
	h.want("done", "0008:0 0002:0 0005:0")
	h.wait(15 * time.Hour)
	h.want("the next day, though nobody closed them", "")
}

// TestTheDayIsOfTheSite: midnight is that of the site's zone.
func TestTheDayIsOfTheSite(t *testing.T) {
	h := newHall(t)
	h.now = time.Date(2026, 11, 18, 22, 30, 0, 0, time.UTC) // half past eleven in Amsterdam
	h.ask(desk.Request{Channel: "desk"})
	h.want("before midnight", "0001:0")
	h.now = time.Date(2026, 11, 18, 23, 1, 0, 0, time.UTC)
	h.want("after it", "")
}

// TestNothingButNumbers: not a word of what is known of anybody is in a board, nor an id.
func TestNothingButNumbers(t *testing.T) {
	h := newHall(t)
	who := h.do(desk.AddResident{Resident: desk.Resident{Name: "Kanariebewoner", Phone: "0612345678", Keep: desk.KeepRegister}})
	for i, urgency := range []model.Urgency{model.UrgencyNow, model.UrgencyToday, model.UrgencyRoutine, model.UrgencyNow} {
		id := h.ask(desk.Request{Channel: "desk", Urgency: urgency, Resident: who, Summary: "kanarievraag", Details: "kanariedetail", Theme: "poverty", Language: "tr"})
		h.do(desk.AddMemo{ID: id, Text: "kanariememo"})
		if i == 3 {
			h.do(desk.ClaimRequest{ID: id})
		}
	}
	b, err := overview.ReadBoard(t.Context(), h.wall, h.now)
	h.must(err)
	b.Zone = nil
	said := fmt.Sprintf("%+v", b)
	for _, word := range []string{"anarie", "0612345678", "poverty", "tr ", "now", "today", who.String(), h.lead.Me().ID.String(), h.lead.Site().String(), "Sam", "Scherm"} {
		if strings.Contains(said, word) {
			t.Errorf("%q is in %s", word, said)
		}
	}
	var fields []string
	for _, v := range []any{b, overview.Turn{}} {
		for i := range reflect.TypeOf(v).NumField() {
			fields = append(fields, reflect.TypeOf(v).Field(i).Name)
		}
	}
	if want := []string{"Site", "Zone", "Waiting", "More", "Helped", "prefix", "Number", "About"}; !slices.Equal(fields, want) {
		t.Errorf("a board holds %v: say whether anybody may read that on a wall", fields)
	}
	if len(b.Waiting) != 3 || len(b.Helped) != 1 {
		t.Errorf("%+v", b)
	}
}

// TestWhoMayReadNumbers: nobody who may not see the desk, and no screen of another site.
func TestWhoMayReadNumbers(t *testing.T) {
	h := newHall(t)
	h.ask(desk.Request{Channel: "desk"})
	elsewhere := h.do(model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
	there := h.enter(h.do(model.AddPerson{Person: model.Person{Name: "Scherm Oost", Roles: []model.Role{model.RoleBoard}, Site: elsewhere}}))
	if got := h.shows(there); got != "" {
		t.Errorf("the screen of another site shows %s", got)
	}
	if _, err := overview.ReadBoard(t.Context(), h.person("Theo", model.RoleTeacher), h.now); fault.KindOf(err) != fault.Refused {
		t.Errorf("a teacher: %v", err)
	}
	if got := h.shows(h.person("Balie", model.RoleDesk)); got != "0001:0" {
		t.Errorf("the desk: %s", got)
	}
}

// TestAboutHowLong: where somebody was called each seven minutes while others waited, the first waits ten and the third
// twenty-five; calls of who could walk on at once say nothing.
func TestAboutHowLong(t *testing.T) {
	h := newHall(t)
	for range 5 { // nobody waits: taken up at once
		h.wait(3 * time.Minute)
		h.do(desk.ClaimRequest{ID: h.ask(desk.Request{Channel: "desk"})})
	}
	h.wait(10 * time.Minute)
	var queue []journal.ID
	for range 8 {
		queue = append(queue, h.ask(desk.Request{Channel: "desk"}))
	}
	h.want("no call says anything yet", "0006:0 0007:0 0008:0 0009:0 0010:0 0011:0 0012:0 0013:0")
	for i, id := range queue[:4] {
		h.do(desk.ClaimRequest{ID: id})
		if i == 2 {
			h.want("two times between calls are too few", "0009:0 0010:0 0011:0 0012:0 0013:0 [0008]")
		}
		h.do(desk.CloseRequest{ID: id, Outcome: "handled-directly"})
		h.wait(7 * time.Minute)
	}
	h.want("three are enough", "0010:10 0011:15 0012:25 0013:30")
	h.wait(2 * time.Hour)
	h.want("of the last hour only", "0010:0 0011:0 0012:0 0013:0")
}

// TestTheWeeksBefore: what the last hour does not tell, the same hour of the weeks before does, with the hands there are now.
func TestTheWeeksBefore(t *testing.T) {
	h := newHall(t)
	ana := h.person("Ana", model.RoleDesk)
	start := h.now
	for week := range 2 {
		h.now = start.AddDate(0, 0, 7*week)
		var queue []journal.ID
		for range 4 {
			queue = append(queue, h.ask(desk.Request{Channel: "desk"}))
		}
		for i, id := range queue { // two hands, a call each six minutes
			h.do(desk.ClaimRequest{ID: id, For: []journal.ID{[]*model.Session{h.lead, ana}[i%2].Me().ID}})
			h.wait(6 * time.Minute)
			h.do(desk.CloseRequest{ID: id, Outcome: "handled-directly"})
		}
	}
	h.now = start.AddDate(0, 0, 14)
	busy := h.ask(desk.Request{Channel: "phone"})
	for range 3 {
		h.ask(desk.Request{Channel: "desk"})
	}
	h.want("nobody is at work", "0010:0 0011:0 0012:0")
	h.do(desk.ClaimRequest{ID: busy})
	h.want("one who is on the telephone is not at the desk", "0010:0 0011:0 0012:0")
	h.do(desk.ClaimRequest{ID: h.ask(desk.Request{Channel: "desk", Urgency: model.UrgencyNow})})
	h.want("one hand, where there were two", "0010:15 0011:25 0012:40 [0013]")
	h.do(desk.ClaimRequest{ID: h.ask(desk.Request{Channel: "desk", Urgency: model.UrgencyNow}), For: []journal.ID{ana.Me().ID}})
	h.want("two hands", "0010:10 0011:15 0012:20 [0014] [0013]")
	h.wait(time.Hour)
	h.want("another hour", "0010:0 0011:0 0012:0")
}
