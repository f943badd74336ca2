package demo_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the clock of Amsterdam, also on a machine without one

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/store"
	"leerbalie/store/demo"
)

// moments are a working afternoon, a night in the weekend, the first hour of a Monday, New Year's Day and a day in summer.
func moments() []time.Time {
	return []time.Time{
		time.Date(2026, 3, 4, 13, 32, 0, 0, time.UTC), time.Date(2026, 3, 8, 1, 15, 0, 0, time.UTC), time.Date(2026, 6, 8, 7, 20, 0, 0, time.UTC),
		time.Date(2026, 1, 1, 11, 0, 0, 0, time.UTC), time.Date(2025, 8, 14, 14, 59, 0, 0, time.UTC),
	}
}

func onDisk(t testing.TB, now time.Time) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "demo.db")
	if err := store.Create(path, now); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, store.Options{Now: func() time.Time { return now }, Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func filled(t testing.TB, b model.Backend, now time.Time, seed int64) *model.Session {
	t.Helper()
	me, err := demo.Fill(context.Background(), b, now, seed, nil)
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(context.Background(), b, me)
	if err != nil {
		t.Fatal(err)
	}
	return session
}

// town is a filled store, read once.
type town struct {
	now      time.Time
	store    model.Backend
	me       *model.Session
	sites    []*model.Session
	site     model.Site // the first
	requests []told
}

type told struct {
	desk.Request
	row    desk.RequestRow
	events []model.Event
	turn   int // its place at its site, in the order of asking
}

func read(t *testing.T, s model.Backend, me *model.Session, now time.Time) *town {
	t.Helper()
	w := &town{now: now, store: s, me: me}
	all, err := me.Sites(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w.site = all[slices.IndexFunc(all, func(s model.Site) bool { return s.ID == me.Site() })]
	for _, s := range all {
		session, err := me.At(t.Context(), s.ID)
		if err != nil {
			t.Fatal(err)
		}
		w.sites = append(w.sites, session)
		rows := list(t, session, desk.ViewAll)
		for i, row := range rows {
			r, err := desk.ReadRequest(t.Context(), session, row.ID)
			if err != nil {
				t.Fatal(err)
			}
			events, err := desk.ReadRequestHistory(t.Context(), session, row.ID)
			if err != nil {
				t.Fatal(err)
			}
			w.requests = append(w.requests, told{r, row, events, len(rows) - i})
		}
	}
	return w
}

func list(t *testing.T, session *model.Session, view desk.QueueView) []desk.RequestRow {
	t.Helper()
	p, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: view})
	if err != nil {
		t.Fatal(err)
	}
	return p.Rows
}

func TestTheNeighbourhoodIsBelievableAtAnyMoment(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	for i, now := range moments() {
		t.Run(now.Format("2006-01-02T15"), func(t *testing.T) {
			s := onDisk(t, now)
			w := read(t, s, filled(t, s, now, int64(i)), now)
			size(t, w)
			queue(t, w)
			times(t, w)
			texts(t, w)
			contactData(t, w)
			pairs(t, w)
			sound(t, s)
			if err := s.IndexWords(t.Context()); err != nil {
				t.Fatal(err)
			}
			sound(t, s)
		})
	}
}

func size(t *testing.T, w *town) {
	residents, students := 0, 0
	for _, session := range w.sites {
		all, err := desk.FindResidents(t.Context(), session, "", 0)
		if err != nil {
			t.Fatal(err)
		}
		residents += len(all)
	}
	people, err := w.me.People(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		if p.Has(model.RoleStudent) {
			students++
		}
	}
	got := []int{len(w.sites), residents, students, len(w.requests)}
	if fmt.Sprint(got) != fmt.Sprint([]int{3, demo.Residents, demo.Students, demo.Requests}) {
		t.Errorf("sites, residents, students, requests: %v", got)
	}
}

func queue(t *testing.T, w *town) {
	if me, err := model.Who(t.Context(), w.store, ""); err != nil || me != w.me.Me().ID {
		t.Errorf("whoever sits down first is %v (%v), not the founder", me, err)
	}
	c, err := desk.ReadCounts(t.Context(), w.me)
	if err != nil {
		t.Fatal(err)
	}
	if c.Waiting != 10 || c.Claimed != 7 || c.Parked != 2 || c.Closed != 881 {
		t.Errorf("counts at the first site: %+v", c)
	}
	if longest := w.now.Sub(c.Longest); longest < 38*time.Minute || longest > 43*time.Minute {
		t.Errorf("the longest waits %v", longest)
	}
	for _, view := range []desk.QueueView{desk.ViewWaiting, desk.ViewClaimed, desk.ViewParked, desk.ViewOpen, desk.ViewClosed, desk.ViewAll, desk.ViewDue} {
		if len(list(t, w.me, view)) == 0 {
			t.Errorf("list %c is empty", view)
		}
	}
	urgencies := map[model.Urgency]bool{}
	for _, row := range list(t, w.me, desk.ViewWaiting) {
		urgencies[row.Urgency] = true
	}
	pairs, ends := 0, 0
	for _, row := range list(t, w.me, desk.ViewClaimed) {
		pairs += len(row.HolderNames) / 2
		ends += row.OpenEnds
	}
	if len(urgencies) != 3 || pairs < 2 || ends < 3 {
		t.Errorf("urgencies waiting: %v; claimed by pairs: %d, open ends: %d", urgencies, pairs, ends)
	}
}

// times holds what was done to the order in which it can have been done, in the past and while the doors were open.
func times(t *testing.T, w *town) {
	zone, err := time.LoadLocation(days.DefaultZone)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range w.requests {
		if want := fmt.Sprintf("-%04d", r.turn); !strings.HasSuffix(r.Number, want) {
			t.Errorf("%s stands where %s should", r.Number, want)
		}
		last := r.Created
		for _, e := range r.events {
			if e.At.Before(last) || e.At.After(w.now) {
				t.Errorf("%s: item %d at %v, after %v", r.Number, e.Item, e.At, last)
			}
			last = e.At
		}
		if r.Status != desk.StatusClosed {
			continue
		}
		at := r.Created.In(zone)
		if h := at.Hour(); h < 9 || h > 16 || at.Weekday() == time.Saturday || at.Weekday() == time.Sunday {
			t.Errorf("%s came in at %v", r.Number, at)
		}
		if r.Minutes < 2 || !r.Closed.At.After(r.Created) || r.OpenTasks() > 0 {
			t.Errorf("%s took %d minutes, until %v, and left %d tasks", r.Number, r.Minutes, r.Closed.At, r.OpenTasks())
		}
	}
}

func (r *told) texts() []string {
	out := []string{r.Summary, r.Details}
	for _, m := range r.Memos {
		out = append(out, m.Text)
	}
	for _, c := range r.Contacts {
		out = append(out, c.Text)
	}
	for _, k := range r.Tasks {
		out = append(out, k.What, k.Fact)
	}
	for _, f := range r.Referrals {
		out = append(out, f.To, f.Reason)
	}
	return out
}

func texts(t *testing.T, w *town) {
	summaries, themes, outcomes, states := map[string]int{}, map[string]int{}, map[string]int{}, map[desk.ReferralState]int{}
	byPairs, details, anonymous := 0, 0, 0
	for _, r := range w.requests {
		summaries[r.Summary]++
		themes[r.Theme]++
		outcomes[r.row.Outcome]++
		for _, f := range r.Referrals {
			states[f.State]++
		}
		for _, s := range r.texts() {
			if strings.ContainsAny(s, "{}|$/") || strings.Contains(s, "  ") || s != strings.TrimSpace(s) {
				t.Errorf("%s: a phrase shows through in %q", r.Number, s)
			}
		}
		known(t, r.Number, model.Themes(), r.Theme)
		known(t, r.Number, model.LifeDomains(), r.LifeDomain)
		known(t, r.Number, model.Channels(), r.Channel)
		known(t, r.Number, model.Askers(), r.Asker)
		known(t, r.Number, model.AgeBands(), r.AgeBand)
		if r.Closed != nil {
			known(t, r.Number, model.Outcomes(), r.Closed.Outcome)
			for _, tag := range r.Closed.Tags {
				known(t, r.Number, w.site.Tags, tag)
			}
		}
		for _, k := range r.Tasks {
			if k.CallBack && r.Resident.IsZero() {
				t.Errorf("%s: nobody knows whom to call back", r.Number)
			}
		}
		byPairs += len(r.row.HolderNames) / 2
		details += min(1, len(r.Details))
		if r.Resident.IsZero() {
			anonymous++
		}
	}
	if len(summaries) < 350 {
		t.Errorf("only %d different summaries", len(summaries))
	}
	if len(themes) != len(model.Themes()) || len(outcomes) != len(model.Outcomes())+1 || len(states) != 6 {
		t.Errorf("themes %v, outcomes %v, states of referrals %v", themes, outcomes, states)
	}
	if byPairs < 300 || details < 500 || anonymous < 400 || anonymous > 900 {
		t.Errorf("by pairs %d, with details %d, anonymous %d", byPairs, details, anonymous)
	}
}

func known(t *testing.T, number string, codes model.Codes, code string) {
	t.Helper()
	if _, ok := codes.Get(code); !ok {
		t.Errorf("%s: %q is on no list", number, code)
	}
}

// contactData holds that nobody can be called or written to by accident.
func contactData(t *testing.T, w *town) {
	regular, kept := 0, 0
	for _, session := range w.sites {
		all, err := desk.FindResidents(t.Context(), session, "", 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if r.Phone != "" && !strings.HasPrefix(r.Phone, "06-000") || r.Email != "" && !strings.HasSuffix(r.Email, ".example") ||
				r.Postcode != "" && !strings.HasPrefix(r.Postcode, "2598") && !strings.HasPrefix(r.Postcode, "2599") {
				t.Errorf("%+v could be somebody", r)
			}
			if r.Regular {
				regular++
			}
			if r.Keep != desk.KeepNothing {
				kept++
			}
		}
	}
	if regular < 10 || kept < 200 || kept == demo.Residents {
		t.Errorf("regular %d, kept %d", regular, kept)
	}
}

func sound(t *testing.T, s *store.Store) {
	t.Helper()
	if r, err := s.Check(t.Context()); err != nil || len(r.Problems) > 0 {
		t.Errorf("check finds %+v, %v", r, err)
	}
}

func TestTheSameSeedTellsTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	now := moments()[0]
	story := func(b model.Backend, seed int64) string {
		var out strings.Builder
		for _, r := range read(t, b, filled(t, b, now, seed), now).requests {
			fmt.Fprintln(&out, r.ID, r.Number, r.Status, r.Resident, r.Created, r.Minutes, r.row.Holder, r.row.Outcome, r.row.ClosedAt, r.texts())
		}
		return out.String()
	}
	first := story(onDisk(t, now), 3)
	plain := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: func() time.Time { return now }, Random: rand.New(rand.NewSource(1))})
	if story(plain, 3) != first {
		t.Error("two stores tell different stories")
	}
	if story(onDisk(t, now), 4) == first {
		t.Error("two seeds tell the same story")
	}
}

func TestFillingStopsAndNeverRunsTwice(t *testing.T) {
	now := moments()[0]
	ctx, stop := context.WithCancel(t.Context())
	s := onDisk(t, now)
	_, err := demo.Fill(ctx, s, now, 1, func(done, total int) {
		if done >= total {
			t.Error("it was not stopped")
		}
		stop()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped, it says %v", err)
	}
	sound(t, s)
	if _, err := demo.Fill(t.Context(), s, now, 1, nil); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a second filling says %v", err)
	}
}
