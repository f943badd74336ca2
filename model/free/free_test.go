package free_test

import (
	"errors"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/free"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

func day(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

func begin(t *testing.T) (*memory.Store, *model.Session) {
	t.Helper()
	clock := time.Date(2026, 8, 20, 9, 0, 0, 0, time.UTC)
	store := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { clock = clock.Add(time.Second); return clock }})
	me, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		t.Fatal(err)
	}
	s, err := model.Enter(t.Context(), store, me)
	if err != nil {
		t.Fatal(err)
	}
	return store, s
}

// TestPublicDays: the days of years whose list is published (rijksoverheid.nl for 2023; the decrees beside the Algemene termijnenwet say by the
// Fridays after Ascension that it is on 14 May 2026, 6 May 2027 and 25 May 2028), King's Day on a Sunday, and the earliest and latest Easter.
func TestPublicDays(t *testing.T) {
	_, s := begin(t)
	for _, c := range []struct{ year, code, want string }{
		{"2023", free.NewYear, "01-01"}, {"2023", free.GoodFriday, "04-07"}, {"2023", free.Easter, "04-09"}, {"2023", free.EasterMonday, "04-10"}, {"2023", free.KingsDay, "04-27"},
		{"2023", free.Liberation, "05-05"}, {"2023", free.Ascension, "05-18"}, {"2023", free.Pentecost, "05-28"}, {"2023", free.WhitMonday, "05-29"}, {"2023", free.Christmas, "12-25"}, {"2023", free.BoxingDay, "12-26"},
		{"2026", free.Ascension, "05-14"}, {"2027", free.Ascension, "05-06"}, {"2028", free.Ascension, "05-25"},
		{"2025", free.KingsDay, "04-26"}, {"2031", free.KingsDay, "04-26"}, {"2026", free.KingsDay, "04-27"},
		{"2285", free.Easter, "03-22"}, {"2038", free.Easter, "04-25"}, {"2000", free.Easter, "04-23"},
	} {
		all, err := free.Read(t.Context(), s, day(c.year+"-01-01"), day(c.year+"-12-31"))
		if err != nil || len(all) != len(free.Codes()) {
			t.Fatalf("%s: %d days, %v", c.year, len(all), err)
		}
		found := ""
		for i, d := range all {
			if d.Code == c.code {
				found = d.From.Format("01-02")
			}
			if !d.Public() || !d.From.Equal(d.To) || i > 0 && d.From.Before(all[i-1].From) {
				t.Errorf("%+v", d)
			}
		}
		if found != c.want {
			t.Errorf("%s of %s is on %s, want %s", c.code, c.year, found, c.want)
		}
	}
}

// TestFreeDays: they are added, altered, taken away and brought in, and what cannot be is refused.
func TestFreeDays(t *testing.T) {
	store, s := begin(t)
	read := func(from, to string) (out string) {
		t.Helper()
		all, err := free.Read(t.Context(), s, day(from), day(to))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range all {
			out += fmt.Sprint(f.Code, f.Name, f.From.Format(" 01-02 "), f.To.Format("01-02; "))
		}
		return out
	}
	do := func(a model.Action, code string) journal.ID {
		t.Helper()
		r, err := s.Do(t.Context(), a)
		if got := codeOf(err); err == nil && code != "" || err != nil && got != code {
			t.Fatalf("%T: %v, want %q", a, err, code)
		}
		return r.Entity
	}
	holiday := free.Stretch{Name: " Kerst  vakantie ", From: day("2026-12-19"), To: day("2027-01-03")}
	holiday.ID = do(free.Add{Days: holiday}, "")
	if got, want := read("2026-12-21", "2027-01-04"), "Kerst vakantie 12-19 01-03; christmas 12-25 12-25; boxing-day 12-26 12-26; new-year 01-01 01-01; "; got != want {
		t.Errorf("%s\n%s", got, want)
	}
	do(free.Add{Days: free.Stretch{Name: "Kerst vakantie", From: day("2026-12-19"), To: day("2027-01-03")}}, "free-known")
	do(free.Add{Days: free.Stretch{From: day("2026-12-19")}}, "missing")
	do(free.Add{Days: free.Stretch{Name: "x"}}, "missing")
	do(free.Add{Days: free.Stretch{Name: "x", From: day("2026-12-19"), To: day("2026-12-18")}}, "free-until")
	do(free.Add{Days: free.Stretch{Name: "x", From: day("2026-12-19"), To: day("2028-12-18")}}, "free-until")
	do(free.Add{Days: free.Stretch{Name: "x", From: day("1900-01-01")}}, "day-early")
	holiday.Name, holiday.To = "Kerstvakantie", day("2027-01-02")
	do(free.Edit{Days: holiday}, "")
	if got := read("2027-01-02", "2027-01-03"); got != "Kerstvakantie 12-19 01-02; " {
		t.Error(got)
	}
	all, err := free.Read(t.Context(), s, day("2026-12-20"), day("2026-12-31"))
	if err != nil {
		t.Fatal(err)
	}
	if f, is := all.On(day("2026-12-25")); !is || f.Name != "Kerstvakantie" {
		t.Errorf("%+v %v", f, is)
	}
	if _, is := (free.Days{}).On(day("2026-12-25")); is {
		t.Error("free without a reason")
	}
	put := free.Put{Days: free.Stretch{Name: "Studiedag", From: day("2026-11-10"), UID: "a@b"}}
	do(put, "")
	do(put, free.PutKnown)
	put.Days.From = day("2026-11-11")
	do(put, "")
	if got := read("2026-11-01", "2026-11-30"); got != "Studiedag 11-11 11-11; " {
		t.Error(got)
	}
	do(free.Remove{ID: free.SourceID("a@b")}, "")
	do(free.Remove{ID: free.SourceID("a@b")}, "free-unknown")
	if got := read("2026-11-01", "2026-11-30"); got != "" {
		t.Error(got)
	}
	do(put, "")
	if got := read("2026-11-01", "2026-11-30"); got != "Studiedag 11-11 11-11; " {
		t.Error(got)
	}
	do(free.Put{Days: free.Stretch{Name: "x", From: day("2026-11-11")}}, "missing")
	if _, err := s.Undo(t.Context()); err != nil || read("2026-11-01", "2026-11-30") != "" {
		t.Error(err, read("2026-11-01", "2026-11-30"))
	}
	_ = store
	if _, err := free.Read(t.Context(), s, day("2026-11-11"), day("2026-11-10")); codeOf(err) != "free-until" {
		t.Error(err)
	}
}

func codeOf(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Msg
	}
	return fmt.Sprint(err)
}
