package meeting_test

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/model/memory"
)

func day(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

// house is copies of one organisation: a coordinator, a professional, a teacher, and two students of a group.
type house struct {
	stores                     []*memory.Store
	sam, pro, teacher, ali, bo journal.ID
	group                      journal.ID
	clock                      time.Time
}

func open(t testing.TB, copies int) *house {
	t.Helper()
	h := &house{clock: time.Date(2027, 2, 15, 9, 0, 0, 0, time.UTC)}
	for i := range copies {
		h.stores = append(h.stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
			Now: func() time.Time { h.clock = h.clock.Add(time.Second); return h.clock }}))
	}
	me, err := model.Found(t.Context(), h.stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		t.Fatal(err)
	}
	h.sam = me
	s := h.as(t, 0, me)
	h.group = h.do(t, s, model.AddGroup{Group: model.Group{Name: "3A", Site: s.Site()}})
	person := func(name string, role model.Role, groups ...journal.ID) journal.ID {
		return h.do(t, s, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site(), Groups: groups}})
	}
	h.pro = person("Petra", model.RoleSupervisor)
	h.teacher = person("Theo", model.RoleTeacher, h.group)
	h.ali = person("Ali", model.RoleStudent, h.group)
	h.bo = person("Bo", model.RoleStudent, h.group)
	for _, o := range h.stores[1:] {
		if err := o.Receive(h.stores[0].Journal()); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

func (h *house) as(t testing.TB, i int, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(t.Context(), h.stores[i], who)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (h *house) do(t testing.TB, s *model.Session, a model.Action) journal.ID {
	t.Helper()
	r, err := s.Do(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return r.Entity
}

func (h *house) refused(t testing.TB, s *model.Session, a model.Action, code string) {
	t.Helper()
	if _, err := s.Do(t.Context(), a); codeOf(err) != code {
		t.Errorf("%#v: %v, want %s", a, err, code)
	}
}

func (h *house) read(t testing.TB, s *model.Session) meeting.Roster {
	t.Helper()
	r, err := meeting.Read(t.Context(), s, meeting.Query{From: day("2027-02-01"), To: day("2027-07-31")})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func days(r meeting.Roster) string {
	var out []string
	for i := range r.Rows {
		m := &r.Rows[i]
		text := m.Day.Format("0102")
		if m.Cancelled {
			text += "x"
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

func fridays(h *house) meeting.Series {
	return meeting.Series{Meeting: meeting.Meeting{Title: "Overleg", Start: 9 * 60, Minutes: 90, Groups: []journal.ID{h.group}, Expected: []journal.ID{h.pro}},
		Weekday: time.Friday, From: day("2027-03-01"), To: day("2027-05-14")}
}

// TestAHalfYearIsPlannedInOneGo: around public days and holidays, which are told, with forms and leaders that take turns, and undone at once.
func TestAHalfYearIsPlannedInOneGo(t *testing.T) {
	h := open(t, 1)
	sam := h.as(t, 0, h.sam)
	h.do(t, sam, free.Add{Days: free.Stretch{Name: "Meivakantie", From: day("2027-04-24"), To: day("2027-05-09")}})
	s := fridays(h)
	s.Forms, s.Leaders = []string{"carrousel", "casus"}, [][]journal.ID{{h.ali}, {h.pro}, {h.ali, h.bo}}
	s.Themes = []string{"eenzaamheid", "taal"}
	all, err := free.Read(t.Context(), sam, s.From, s.To)
	if err != nil {
		t.Fatal(err)
	}
	made, skipped, err := s.Meetings(all)
	if err != nil {
		t.Fatal(err)
	}
	told := ""
	for _, f := range skipped {
		told += f.Day.Format("0102 ") + f.Free.Code + f.Free.Name + "; "
	}
	if want := "0326 good-friday; 0430 Meivakantie; 0507 Meivakantie; "; told != want {
		t.Errorf("left out %s, want %s", told, want)
	}
	r, err := sam.Do(t.Context(), meeting.Plan{Series: s})
	if err != nil || len(r.Created) != len(made) {
		t.Fatal(err, len(r.Created), len(made))
	}
	read := h.read(t, sam)
	if got, want := days(read), "0305 0312 0319 0402 0409 0416 0423 0514"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	turns := ""
	for i := range read.Rows {
		m := &read.Rows[i]
		turns += fmt.Sprint(m.Theme, " ", m.Form, " ", len(m.Leaders), "; ")
		if m.Series.IsZero() || m.Series != read.Rows[0].Series || m.AddedBy != h.sam || m.Site != sam.Site() || len(m.Invited) != 3 {
			t.Errorf("%+v", m)
		}
	}
	if want := "eenzaamheid carrousel 1; taal casus 1;  carrousel 2;  casus 1;  carrousel 1;  casus 2;  carrousel 1;  casus 1; "; turns != want {
		t.Errorf("%s\n%s", turns, want)
	}
	if _, err := sam.Undo(t.Context()); err != nil || len(h.read(t, sam).Rows) != 0 {
		t.Errorf("one undo: %v, %s", err, days(h.read(t, sam)))
	}
	s.OnFree, s.Every = true, 3
	h.do(t, sam, meeting.Plan{Series: s})
	if got := days(h.read(t, sam)); got != "0305 0326 0416 0507" {
		t.Error(got)
	}
	if free := h.read(t, sam).Rows[1].Free; free.Code != "good-friday" {
		t.Errorf("a meeting on a free day is not told: %+v", free)
	}
}

// TestWhatCannotBePlanned is told with what is wrong.
func TestWhatCannotBePlanned(t *testing.T) {
	h := open(t, 1)
	sam := h.as(t, 0, h.sam)
	for code, alter := range map[string]func(*meeting.Series){
		"missing":        func(s *meeting.Series) { s.Meeting.Title = "" },
		"meeting-period": func(s *meeting.Series) { s.To = day("2027-02-01") },
		"meeting-every":  func(s *meeting.Series) { s.Every = 27 },
		"meeting-none":   func(s *meeting.Series) { s.From, s.To = day("2027-03-26"), day("2027-03-27") },
		"meeting-start":  func(s *meeting.Series) { s.Meeting.Start = 24 * 60 },
		"minutes":        func(s *meeting.Series) { s.Meeting.Minutes = -1 },
		"person-unknown": func(s *meeting.Series) { s.Leaders = [][]journal.ID{{{9}}} },
		"group-unknown":  func(s *meeting.Series) { s.Meeting.Groups = []journal.ID{{9}} },
		"day-late":       func(s *meeting.Series) { s.From, s.To = day("2099-01-01"), day("2099-02-01") },
	} {
		s := fridays(h)
		alter(&s)
		h.refused(t, sam, meeting.Plan{Series: s}, code)
	}
	if n := len(h.read(t, sam).Rows); n != 0 {
		t.Errorf("%d meetings of what was refused", n)
	}
}

// TestOneFollowingOrAll: edit, move and cancel reach as far as is said, and each is one undo.
func TestOneFollowingOrAll(t *testing.T) {
	h := open(t, 1)
	sam := h.as(t, 0, h.sam)
	s := fridays(h)
	s.To = day("2027-03-25")
	h.do(t, sam, meeting.Plan{Series: s})
	h.do(t, sam, meeting.Add{Meeting: meeting.Meeting{Title: "Los", Day: day("2027-03-30")}})
	second := h.read(t, sam).Rows[1].Meeting
	undo := func(want string) {
		t.Helper()
		if _, err := sam.Undo(t.Context()); err != nil || days(h.read(t, sam)) != want {
			t.Errorf("%v: %s, want %s", err, days(h.read(t, sam)), want)
		}
	}
	const before = "0305 0312 0319 0330"
	for _, c := range []struct {
		a    model.Action
		want string
	}{
		{meeting.Move{ID: second.ID, Day: day("2027-03-11"), Start: 600}, "0305 0311 0319 0330"},
		{meeting.Move{ID: second.ID, Day: day("2027-03-11"), Start: -1, Reach: meeting.Following}, "0305 0311 0318 0330"},
		{meeting.Move{ID: second.ID, Day: day("2027-03-13"), Start: -1, Reach: meeting.Whole}, "0306 0313 0320 0330"},
		{meeting.Cancel{ID: second.ID, Why: "ziek"}, "0305 0312x 0319 0330"},
		{meeting.Cancel{ID: second.ID, Reach: meeting.Following}, "0305 0312x 0319x 0330"},
		{meeting.Cancel{ID: second.ID, Reach: meeting.Whole}, "0305x 0312x 0319x 0330"},
		{meeting.Remove{ID: second.ID, Reach: meeting.Whole}, "0330"},
	} {
		h.do(t, sam, c.a)
		if got := days(h.read(t, sam)); got != c.want {
			t.Errorf("%#v: %s, want %s", c.a, got, c.want)
		}
		undo(before)
	}
	edited := second
	edited.Place, edited.Form = "Buurthuis", "casus"
	h.do(t, sam, meeting.Edit{Meeting: edited, Reach: meeting.Following})
	places := ""
	for _, r := range h.read(t, sam).Rows {
		places += r.Place + "/" + r.Form + " "
	}
	if places != "/ Buurthuis/casus Buurthuis/casus / " {
		t.Error(places)
	}
	h.refused(t, sam, meeting.Move{ID: second.ID, Start: -1}, "meeting-same")
	h.refused(t, sam, meeting.Cancel{ID: second.ID, Back: true}, "meeting-on")
	h.refused(t, sam, meeting.Cancel{ID: second.ID, Reach: "all"}, "meeting-reach")
	h.refused(t, sam, meeting.Remove{ID: journal.ID{9}}, "meeting-unknown")
	was := h.read(t, sam).Rows[1]
	h.do(t, sam, meeting.Cancel{ID: second.ID})
	h.refused(t, sam, meeting.Cancel{ID: second.ID}, "meeting-cancelled")
	h.do(t, sam, meeting.Cancel{ID: second.ID, Back: true})
	if now := h.read(t, sam).Rows[1]; now.Version != was.Version+2 || !now.Changed.After(was.Changed) || now.Key() != was.Key() {
		t.Errorf("a calendar does not hear of it: %d %d %s %s", was.Version, now.Version, was.Changed, now.Changed)
	}
}

// TestWhoMayDoWhat: everybody adds; who leads or made a meeting alters it, others do not; each answers for oneself.
func TestWhoMayDoWhat(t *testing.T) {
	h := open(t, 1)
	sam, ali, bo, pro := h.as(t, 0, h.sam), h.as(t, 0, h.ali), h.as(t, 0, h.bo), h.as(t, 0, h.pro)
	h.clock = day("2027-04-02").Add(12 * time.Hour)
	of := h.do(t, ali, meeting.Add{Meeting: meeting.Meeting{Title: "Taal", Day: day("2027-04-01"), Start: 600, Minutes: 60, Leaders: []journal.ID{h.bo}, Expected: []journal.ID{h.pro}}})
	h.refused(t, pro, meeting.Move{ID: of, Start: 660}, "meeting-not-yours")
	h.refused(t, pro, meeting.Attend{ID: of, People: []journal.ID{h.pro}, State: ledger.Present}, "meeting-note-other")
	h.do(t, ali, meeting.Move{ID: of, Start: 660})
	h.do(t, bo, meeting.Move{ID: of, Start: 720})
	h.do(t, pro, meeting.Answer{ID: of, Reply: meeting.Yes})
	h.refused(t, pro, meeting.Answer{ID: of, Person: h.ali, Reply: meeting.Yes}, "meeting-answer-other")
	h.refused(t, pro, meeting.Answer{ID: of, Reply: "misschien"}, "meeting-reply")
	h.do(t, sam, meeting.Answer{ID: of, Person: h.ali, Reply: meeting.No})
	h.do(t, bo, meeting.Attend{ID: of, People: []journal.ID{h.ali, h.bo, h.pro}, State: ledger.Present}) // who leads, though a student
	h.refused(t, ali, meeting.Attend{ID: of, People: []journal.ID{h.ali}, State: ledger.Present}, "meeting-note-other")
	for who, want := range map[*model.Session]string{sam: "Ali Bo Petra", bo: "Ali Bo Petra", ali: "Ali Petra", pro: "Petra"} {
		r := h.read(t, who)
		names := ""
		for _, id := range r.Rows[0].There(r.People) {
			names += r.People[id].Name + " "
		}
		if strings.TrimSpace(names) != want {
			t.Errorf("%s sees that %q came, want %q", who.Me().Name, names, want)
		}
		if r.Rows[0].Count(meeting.Yes) != 1 || r.Rows[0].Count(meeting.No) != 1 {
			t.Errorf("%+v", r.Rows[0].Answers)
		}
	}
	h.do(t, pro, meeting.Answer{ID: of})
	if r := h.read(t, sam); r.Rows[0].Count(meeting.Yes) != 0 {
		t.Error("an answer that was taken back counts")
	}
	// Nothing of a student's presence is in the class community.
	for _, c := range h.stores[0].Journal() {
		if c.Stream.Scope.Class == journal.Community && c.Item == meeting.ItemCame {
			for _, w := range c.Writes {
				if id := w.Value.ID(); id == h.ali || id == h.bo {
					t.Errorf("a student's presence is in %s", c.Stream.Scope.Class)
				}
			}
		}
	}
}

// TestAGuestWhoLeads: somebody who only takes part leads a meeting, and of students neither writes nor sees who came; nor from another copy.
func TestAGuestWhoLeads(t *testing.T) {
	h := open(t, 1)
	sam := h.as(t, 0, h.sam)
	visitor := h.do(t, sam, model.AddPerson{Person: model.Person{Name: "Gijs", Roles: []model.Role{model.RoleGuest}, Site: sam.Site()}})
	guest := h.as(t, 0, visitor)
	h.clock = day("2027-04-02").Add(12 * time.Hour)
	of := h.do(t, sam, meeting.Add{Meeting: meeting.Meeting{Title: "Taal", Day: day("2027-04-01"), Start: 600, Minutes: 60, Leaders: []journal.ID{visitor}, Expected: []journal.ID{h.ali}}})
	h.refused(t, guest, meeting.Attend{ID: of, People: []journal.ID{h.ali}, State: ledger.Present}, "meeting-note-other")
	h.do(t, guest, meeting.Attend{ID: of, People: []journal.ID{h.pro}, State: ledger.Present}) // of who is no student it stands on the meeting
	h.do(t, sam, meeting.Attend{ID: of, People: []journal.ID{h.ali}, State: ledger.Present})
	if r := h.read(t, guest); r.Rows[0].Presence[h.ali] != "" {
		t.Error("a guest sees that a student came")
	}
	if err := h.stores[0].Read(t.Context(), func(tx model.Tx) error {
		for who, want := range map[journal.ID]bool{visitor: false, h.sam: false} {
			if got, err := meeting.LedBy(tx, of, who); got != want || err != nil {
				t.Errorf("leads: %v, %v", got, err)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// TestAMeetingThatMovedAfterItWas: what was noted of its first day does not count beside its new one.
func TestAMeetingThatMovedAfterItWas(t *testing.T) {
	h := open(t, 1)
	sam := h.as(t, 0, h.sam)
	h.clock = day("2027-04-09").Add(12 * time.Hour)
	of := h.do(t, sam, meeting.Add{Meeting: meeting.Meeting{Title: "Taal", Day: day("2027-04-01"), Start: 600, Minutes: 60, Groups: []journal.ID{h.group}}})
	h.do(t, sam, meeting.Attend{ID: of, People: []journal.ID{h.ali}, State: ledger.Present})
	h.do(t, sam, meeting.Move{ID: of, Day: day("2027-04-08"), Start: -1})
	h.do(t, sam, meeting.Attend{ID: of, People: []journal.ID{h.ali}, State: ledger.Present})
	l, err := ledger.Read(t.Context(), sam, h.ali)
	if err != nil || len(l.Presences) != 1 || !l.Presences[0].Day.Equal(day("2027-04-08")) || l.Presences[0].Minutes != 60 {
		t.Errorf("%v %+v", err, l)
	}
	h.do(t, sam, meeting.Cancel{ID: of})
	h.refused(t, sam, meeting.Attend{ID: of, People: []journal.ID{h.ali}, State: ledger.Present}, "meeting-cancelled")
	h.refused(t, sam, meeting.Answer{ID: of, Reply: meeting.Yes}, "meeting-cancelled")
}

// TestTheThirdTimeIsHinted: the same form, or who leads, for the third time in a row; what was cancelled is passed over.
func TestTheThirdTimeIsHinted(t *testing.T) {
	a, b := journal.ID{1}, journal.ID{2}
	m := func(form string, leaders ...journal.ID) *meeting.Meeting {
		return &meeting.Meeting{Form: form, Leaders: leaders}
	}
	gone := m("casus", a)
	gone.Cancelled = true
	other := m("casus", a)
	other.Series = journal.ID{9}
	hints := meeting.HintsOf([]*meeting.Meeting{m("casus", a), m("casus", b, a), gone, other, m("", a), m("casus", b), m("casus", b), m("spel", b), m("casus", a)})
	got := ""
	for _, all := range hints {
		for _, h := range all {
			got += fmt.Sprint(h.Code, h.Times, " ")
		}
		got += "|"
	}
	if want := "||||leader3 |form3 |form4 |leader3 ||"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestAtTwoMeetingsAtOnce is told, and refused to nobody.
func TestAtTwoMeetingsAtOnce(t *testing.T) {
	h := open(t, 1)
	sam := h.as(t, 0, h.sam)
	add := func(title string, start int, who ...journal.ID) {
		h.do(t, sam, meeting.Add{Meeting: meeting.Meeting{Title: title, Day: day("2027-04-01"), Start: start, Minutes: 60, Expected: who}})
	}
	add("a", 540, h.ali, h.bo)
	add("b", 599, h.ali)
	add("c", 600, h.bo)
	r := h.read(t, sam).Rows
	if len(r[0].Twice) != 1 || r[0].Twice[h.ali] != r[1].ID || r[1].Twice[h.ali] != r[0].ID || len(r[2].Twice) != 0 {
		t.Errorf("%v %v %v", r[0].Twice, r[1].Twice, r[2].Twice)
	}
}

func codeOf(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Msg
	}
	return fmt.Sprint(err)
}
