package placement_test

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/memory"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
)

var _ = kinds.All

var today = time.Date(2027, 1, 4, 0, 0, 0, 0, time.UTC) // a Monday

func week(n int) time.Time { return today.AddDate(0, 0, 7*n) }

type house struct {
	stores []*memory.Store
	lead   []*model.Session // a coordinator on each copy
	pupils []journal.ID
	farm   journal.ID
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// open is a house with copies, students of level mbo-3, and a partner with three places and four hours of supervision over twenty weeks.
func open(t testing.TB, copies, pupils int) *house {
	t.Helper()
	h := &house{}
	for i := range copies {
		now := today.Add(9 * time.Hour)
		h.stores = append(h.stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i + 1))), Now: func() time.Time { now = now.Add(time.Second); return now }}))
	}
	me, err := model.Found(t.Context(), h.stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	must(t, err)
	lead, err := model.Enter(t.Context(), h.stores[0], me)
	must(t, err)
	for i := range pupils {
		r, err := lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: fmt.Sprint("Student ", i), Roles: []model.Role{model.RoleStudent}, Site: lead.Site(), Level: "mbo-3"}})
		must(t, err)
		h.pupils = append(h.pupils, r.Entity)
	}
	r, err := lead.Do(t.Context(), partner.Add{Partner: partner.Partner{Name: "De Schuur", Places: 3, Supervision: 240, From: week(0), To: week(20)}})
	must(t, err)
	h.farm = r.Entity
	for i, s := range h.stores {
		if i > 0 {
			must(t, s.Receive(h.stores[0].Journal()))
		}
		l, err := model.Enter(t.Context(), s, me)
		must(t, err)
		h.lead = append(h.lead, l)
	}
	return h
}

func (h *house) place(t testing.TB, copy, pupil, from, to int) error {
	t.Helper()
	_, err := h.lead[copy].Do(t.Context(), placement.Add{Placement: placement.Placement{Student: h.pupils[pupil], Partner: h.farm, From: week(from), To: week(to)}})
	return err
}

func (h *house) board(t testing.TB, s *model.Session, weeks int) placement.Board {
	t.Helper()
	b, err := placement.Read(t.Context(), s, today, today, weeks)
	must(t, err)
	return b
}

func code(err error) string {
	if f, ok := err.(*fault.Error); ok {
		return f.Msg
	}
	return fmt.Sprint(err)
}

// TestWhatDoesNotFitIsRefused: with its own sentence each, and those about which a person may decide otherwise only until a reason is given.
func TestWhatDoesNotFitIsRefused(t *testing.T) {
	h := open(t, 1, 6)
	lead := h.lead[0]
	add := func(p partner.Partner) journal.ID {
		r, err := lead.Do(t.Context(), partner.Add{Partner: p})
		must(t, err)
		return r.Entity
	}
	for i := range 3 {
		must(t, h.place(t, 0, i, 0, 10))
	}
	small := add(partner.Partner{Name: "Klein", Places: 9, Supervision: 60})
	none := add(partner.Partner{Name: "Zonder", Places: 3})
	contact := add(partner.Partner{Name: "Praat", Supervision: 600})
	levels := add(partner.Partner{Name: "Twee", Places: 3, Supervision: 600, Levels: []string{"mbo-2"}})
	over := add(partner.Partner{Name: "Voorbij", Places: 3, Supervision: 600})
	_, err := lead.Do(t.Context(), partner.SetState{ID: over, State: partner.Ended})
	must(t, err)
	_, err = lead.Do(t.Context(), partner.Edit{Partner: func() partner.Partner {
		p, err := partner.One(t.Context(), lead, contact)
		must(t, err)
		p.Places = 2
		return p
	}()})
	must(t, err)
	for _, bad := range []struct {
		pupil    int
		p        placement.Placement
		code     string
		decision bool
	}{
		{3, placement.Placement{Partner: h.farm, From: week(8), To: week(12)}, "placement-places", false},
		{3, placement.Placement{Partner: small, From: week(0), To: week(4), Minutes: 61}, "placement-hours", false},
		{3, placement.Placement{Partner: none, From: week(0), To: week(4)}, "placement-no-hours", false},
		{3, placement.Placement{Partner: over, From: week(0), To: week(4)}, "placement-at-ended", false},
		{3, placement.Placement{Partner: contact, From: week(0), To: week(4)}, "placement-at-contact", true},
		{4, placement.Placement{Partner: levels, From: week(0), To: week(4)}, "placement-other-level", true},
		{5, placement.Placement{Partner: h.farm, From: week(15), To: week(30)}, "placement-outside", true},
		{0, placement.Placement{Partner: small, From: week(10), To: week(12)}, "placement-twice", true},
		{3, placement.Placement{Partner: h.farm, From: week(12), To: week(11)}, "placement-days", false},
		{3, placement.Placement{Partner: h.farm, From: week(12), To: week(13), Minutes: -1}, "placement-minutes", false},
		{3, placement.Placement{Partner: h.farm, From: week(12), To: week(13), Level: "mbo-9"}, "placement-level", false},
		{3, placement.Placement{From: week(12), To: week(13)}, "missing", false},
	} {
		bad.p.Student = h.pupils[bad.pupil]
		if _, err := lead.Do(t.Context(), placement.Add{Placement: bad.p}); code(err) != bad.code {
			t.Errorf("%s: %v", bad.code, err)
		}
		bad.p.Anyway = "de partner wil het zelf"
		if _, err := lead.Do(t.Context(), placement.Add{Placement: bad.p}); (err == nil) != bad.decision {
			t.Errorf("%s with a reason: %v", bad.code, err)
		}
	}
	_, err = lead.Do(t.Context(), placement.Add{Placement: placement.Placement{Student: h.pupils[3], Partner: h.farm, From: week(8), To: week(12)}})
	if f, ok := err.(*fault.Error); !ok || fmt.Sprint(f.Args) == "" || code(err) != "placement-places" {
		t.Errorf("%v", err)
	}
}

// TestWeeks: of a week counts the day on which most are there, so one student after another takes one place.
func TestWeeks(t *testing.T) {
	id := journal.ID{1}
	p := &partner.Partner{State: partner.Running, Places: 1, Supervision: 60, From: today, To: week(2).AddDate(0, 0, 3)}
	p.ID = id
	day := func(n int) time.Time { return today.AddDate(0, 0, n) }
	all := []placement.Placement{{Partner: id, From: day(0), To: day(2), Minutes: 60}, {Partner: id, From: day(3), To: day(9), Minutes: 30}, {Partner: journal.ID{2}, From: day(0), To: day(20), Minutes: 30},
		{Partner: id, From: day(9), To: day(30), Ended: day(10), Minutes: 30}}
	got := placement.Capacity(p, all, today, week(3))
	want := []placement.Week{{week(0), true, 1, 1, 60, 60}, {week(1), true, 1, 2, 60, 60}, {week(2), true, 1, 0, 60, 0}, {week(3), false, 0, 0, 0, 0}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v\n%v", got, want)
	}
	p.State = partner.Contact
	if w := placement.Capacity(p, all, today, today); w[0].Open || w[0].Places != 0 {
		t.Errorf("%v", w)
	}
}

// TestAPartnerEndsWithStudents: refused with who and until when; told, it ends, nothing is lost, and the board says so.
func TestAPartnerEndsWithStudents(t *testing.T) {
	h := open(t, 1, 2)
	must(t, h.place(t, 0, 0, 1, 6))
	for _, a := range []model.Action{partner.SetState{ID: h.farm, State: partner.Ended}, partner.Archive{ID: h.farm}} {
		_, err := h.lead[0].Do(t.Context(), a)
		if code(err) != "partner-placed" {
			t.Errorf("%s: %v", a.Name(), err)
		}
	}
	_, err := h.lead[0].Do(t.Context(), partner.SetState{ID: h.farm, State: partner.Ended, Told: true})
	must(t, err)
	b := h.board(t, h.lead[0], 8)
	if len(b.Rows) != 1 || len(b.Rows[0].Found) != 1 || b.Rows[0].Found[0].Code != placement.AtEnded || b.Rows[0].Found[0].Taken != 1 || len(b.Rows[0].Here) != 1 {
		t.Errorf("%+v", b.Rows)
	}
	if _, err := h.lead[0].Do(t.Context(), partner.SetState{ID: h.farm, State: partner.Running}); code(err) != "partner-back" {
		t.Errorf("%v", err)
	}
	if _, err := h.lead[0].Do(t.Context(), partner.Edit{Partner: partner.Partner{Base: b.Rows[0].Partner.Base, Name: "x", Organization: journal.ID{9}, State: partner.Ended}}); code(err) != "partner-organization" {
		t.Errorf("%v", err)
	}
	_ = directory.KindOrganization
}

// TestTheLastPlaceTwice: two coordinators who place the last place apart from each other; both stand, and the board shows it until one is ended.
func TestTheLastPlaceTwice(t *testing.T) {
	h := open(t, 2, 4)
	for i := range 2 {
		must(t, h.place(t, 0, i, 0, 8))
	}
	must(t, h.stores[1].Receive(h.stores[0].Journal()))
	must(t, h.place(t, 0, 2, 0, 8))
	must(t, h.place(t, 1, 3, 0, 8))
	must(t, h.stores[0].Receive(h.stores[1].Journal()))
	must(t, h.stores[1].Receive(h.stores[0].Journal()))
	for i := range 2 {
		f := h.board(t, h.lead[i], 12).Rows[0]
		if f.Placed != 4 || len(f.Found) != 1 || f.Found[0].Code != placement.OverPlaces || f.Found[0].Taken != 4 || f.Found[0].Have != 3 || f.Weeks[0].Free() != -1 {
			t.Errorf("copy %d: %+v", i, f.Found)
		}
	}
	all, err := placement.OfStudent(t.Context(), h.lead[1], h.pupils[2])
	must(t, err)
	_, err = h.lead[1].Do(t.Context(), placement.End{ID: all[0].ID, Day: today, Why: "dubbel"})
	must(t, err)
	if f := h.board(t, h.lead[1], 12).Rows[0]; len(f.Found) != 1 || f.Found[0].To != week(0) { // today it is still one too many
		t.Errorf("%+v", f.Found)
	}
	if r, err := placement.One(t.Context(), h.lead[1], all[0].ID); err != nil || r.Reason != "dubbel" {
		t.Errorf("%q %v", r.Reason, err)
	}
}

// TestWhoMayReadAndNote: numbers for everybody, names for who may; guides and teachers note, a student reads the own, and nobody else knows of it.
func TestWhoMayReadAndNote(t *testing.T) {
	h := open(t, 1, 2)
	person := func(name string, roles ...model.Role) *model.Session {
		r, err := h.lead[0].Do(t.Context(), model.AddPerson{Person: model.Person{Name: name, Roles: roles, Site: h.lead[0].Site()}})
		must(t, err)
		s, err := model.Enter(t.Context(), h.stores[0], r.Entity)
		must(t, err)
		return s
	}
	guide, desk := person("Piet", model.RoleDesk), person("Balie", model.RoleDesk)
	r, err := h.lead[0].Do(t.Context(), placement.Add{Placement: placement.Placement{Student: h.pupils[0], Partner: h.farm, From: week(0), To: week(8), Guide: guide.Me().ID}})
	must(t, err)
	own, err := model.Enter(t.Context(), h.stores[0], h.pupils[0])
	must(t, err)
	other, err := model.Enter(t.Context(), h.stores[0], h.pupils[1])
	must(t, err)
	for _, c := range []struct {
		s          *model.Session
		read, note bool
	}{{h.lead[0], true, true}, {guide, true, true}, {own, true, false}, {desk, false, false}, {other, false, false}} {
		_, err := placement.One(t.Context(), c.s, r.Entity)
		if (err == nil) != c.read {
			t.Errorf("%s reads: %v", c.s.Me().Name, err)
		}
		_, err = c.s.Do(t.Context(), placement.Write{ID: r.Entity, Kind: placement.ItemVisit, Text: "gaat goed"})
		if (err == nil) != c.note {
			t.Errorf("%s notes: %v", c.s.Me().Name, err)
		}
		b := h.board(t, c.s, 4)
		if b.Rows[0].Placed != 1 || (len(b.Rows[0].Here) == 1) != c.read {
			t.Errorf("%s: %+v", c.s.Me().Name, b.Rows[0])
		}
	}
	if p, err := placement.One(t.Context(), own, r.Entity); err != nil || len(p.Visits) != 2 || p.Visits[1].Text != "gaat goed" || p.Reason != "" {
		t.Errorf("%+v %v", p, err)
	}
	pupil, _ := h.lead[0].People(t.Context())
	for _, p := range pupil {
		if p.ID == h.pupils[0] && (p.Study.Company != "De Schuur" || p.Study.Guide != "Piet") {
			t.Errorf("%+v", p.Study)
		}
	}
}

// TestNeverOverCapacity: whatever is placed, altered and ended on one copy, no week has more than there is; a network is the sum of its partners.
func TestNeverOverCapacity(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := open(t, 2, 6)
		r, err := h.lead[0].Do(t.Context(), partner.NetworkAdd{Network: partner.Network{Name: "Boeren"}})
		must(t, err)
		net := r.Entity
		var farms []journal.ID
		for i := range 3 {
			r, err := h.lead[0].Do(t.Context(), partner.Add{Partner: partner.Partner{Name: fmt.Sprint("Boer ", i), Network: net, Places: i, Supervision: 60 * i, From: week(0), To: week(20)}})
			must(t, err)
			farms = append(farms, r.Entity)
		}
		for range rapid.IntRange(1, 25).Draw(rt, "steps") {
			from := rapid.IntRange(0, 18).Draw(rt, "from")
			p := placement.Placement{Student: rapid.SampledFrom(h.pupils).Draw(rt, "student"), Partner: rapid.SampledFrom(farms).Draw(rt, "at"), From: week(from).AddDate(0, 0, rapid.IntRange(0, 6).Draw(rt, "day")),
				To: week(from + rapid.IntRange(1, 8).Draw(rt, "weeks")), Minutes: 15 * rapid.IntRange(1, 5).Draw(rt, "minutes"), Anyway: rapid.SampledFrom([]string{"", "mag"}).Draw(rt, "anyway")}
			var a model.Action = placement.Add{Placement: p}
			if all, _ := placement.List(t.Context(), h.lead[0], today); len(all) > 0 && rapid.Bool().Draw(rt, "alter") {
				one := rapid.SampledFrom(all).Draw(rt, "one").Placement
				one.Partner, one.From, one.To, one.Minutes, one.Anyway = p.Partner, p.From, p.To, p.Minutes, p.Anyway
				a = placement.Edit{Placement: one}
			}
			if _, err := h.lead[0].Do(t.Context(), a); err != nil && fault.KindOf(err) != fault.Conflict && fault.KindOf(err) != fault.Invalid {
				rt.Fatal(err)
			}
		}
		must(t, h.stores[1].Receive(h.stores[0].Journal()))
		b := h.board(t, h.lead[0], 40)
		places, placed := 0, 0
		for _, row := range b.Rows {
			for _, w := range row.Weeks {
				if w.Open && w.Over() {
					rt.Fatalf("%s: %+v", row.Partner.Name, w)
				}
			}
			if row.Partner.Network == net {
				places, placed = places+row.Partner.Places, placed+row.Placed
			}
		}
		if n := b.Networks[0]; n.Places != places || n.Placed != placed || n.Members != 3 {
			rt.Fatalf("%+v, %d %d", n, places, placed)
		}
		if said := func(b placement.Board) string {
			out := ""
			for _, row := range b.Rows {
				out += fmt.Sprintln(row.Partner.Name, row.Weeks, row.Placed, row.Found, len(row.Here))
			}
			return out
		}; said(b) != said(h.board(t, h.lead[1], 40)) {
			rt.Fatal("the copies differ")
		}
	})
}

// BenchmarkBoard: a hundred places over forty weeks, with four hundred members.
func BenchmarkBoard(b *testing.B) {
	h := open(b, 1, 400)
	for i := range 10 {
		r, err := h.lead[0].Do(b.Context(), partner.Add{Partner: partner.Partner{Name: fmt.Sprint("Partner ", i), Places: 10, Supervision: 600, From: week(0), To: week(40)}})
		must(b, err)
		for j := range 10 {
			_, err := h.lead[0].Do(b.Context(), placement.Add{Placement: placement.Placement{Student: h.pupils[10*i+j], Partner: r.Entity, From: week(j), To: week(40 - j)}})
			must(b, err)
		}
	}
	b.ResetTimer()
	for range b.N {
		h.board(b, h.lead[0], 40)
	}
}
