package main

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"testing"
	"time"

	"leerbalie/store"
	"leerbalie/store/demo"
)

// TestFiguresAreWhatAScriptCounts counts the made-up neighbourhood once more, from the list that scripts get and by nothing of the program,
// and holds the report of the site to that, in both languages and in periods of whole days at the site.
func TestFiguresAreWhatAScriptCounts(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	db, _ := made(t, func(s *store.Store) error {
		_, err := demo.Fill(t.Context(), s, time.Now(), 1, nil)
		return err
	})
	said := func(into any, args ...string) {
		t.Helper()
		code, out, complaint := commanded(t, db, args...)
		if err := json.Unmarshal([]byte(out), into); code != 0 || err != nil {
			t.Fatalf("%v: %d %v %s", args, code, err, complaint)
		}
	}
	var all []map[string]any
	said(&all, "request", "list", "--status", "all", "--limit", "0", "--json")
	moment := func(r map[string]any, names ...string) time.Time {
		for _, name := range names {
			if s, ok := r[name].(string); ok {
				at, err := time.Parse(time.RFC3339, s)
				if err != nil {
					t.Fatal(err)
				}
				return at
			}
		}
		return time.Time{}
	}
	day := func(at time.Time) string { return at.Format(time.DateOnly) } // as the list has it: in the zone of the site
	number := func(r map[string]any, name string) int { return int(r[name].(float64)) }
	today := time.Now()
	for _, period := range [][2]string{{day(today.AddDate(0, -2, 0)), day(today.AddDate(0, 0, -20))}, {day(today.AddDate(-2, 0, 0)), day(today)}, {day(today.AddDate(0, 0, -7)), day(today.AddDate(0, 0, -7))}} {
		within := func(at time.Time) bool { return !at.IsZero() && day(at) >= period[0] && day(at) <= period[1] }
		waited := func(r map[string]any) int {
			return int(moment(r, "claimed_at", "closed_at").Sub(moment(r, "created_at"))/time.Minute) - number(r, "parked_before_minutes")
		}
		came, late, handled, minutes, waits, parked := 0, 0, 0, 0, []int{}, 0
		by := map[string]map[string][2]int{}
		keys := []string{"theme", "outcome", "channel", "life_domain", "language", "urgency", "supervision", "where_found"}
		for _, r := range all {
			if r["outcome"] == "merged" {
				continue
			}
			if within(moment(r, "created_at")) {
				came++
				if !moment(r, "claimed_at", "closed_at").IsZero() && waited(r) > 20 {
					late++
				}
			}
			if r["status"] != "closed" || !within(moment(r, "closed_at")) {
				continue
			}
			handled, minutes = handled+1, minutes+number(r, "minutes")
			waits = append(waits, waited(r))
			if number(r, "parked_minutes") > 0 {
				parked++
			}
			for _, key := range keys {
				if by[key] == nil {
					by[key] = map[string][2]int{}
				}
				n := by[key][r[key].(string)]
				by[key][r[key].(string)] = [2]int{n[0] + 1, n[1] + number(r, "minutes")}
			}
		}
		slices.Sort(waits)
		for _, language := range []string{"nl", "en"} {
			var got map[string]any
			said(&got, "report", "site", "--since", period[0], "--until", period[1], "--by", "day", "--json", "--lang", language)
			for name, want := range map[string]int{"came_in": came, "handled": handled, "minutes": minutes} {
				if number(got, name) != want {
					t.Errorf("%v, %s: %s is %v, a script counts %d", period, language, name, got[name], want)
				}
			}
			if n := number(got["parked_time"].(map[string]any), "n"); n != parked {
				t.Errorf("%v, %s: %d were parked, a script counts %d", period, language, n, parked)
			}
			if n := len(waits); n > 0 {
				for name, part := range map[string]float64{"wait_median_minutes": 0.5, "wait_p90_minutes": 0.9} {
					if want := waits[int(math.Ceil(float64(n)*part))-1]; number(got, name) != want {
						t.Errorf("%v, %s: %s is %v, a script counts %d", period, language, name, got[name], want)
					}
				}
			}
			for _, key := range keys {
				have := map[string][2]int{}
				for _, line := range got["by_"+key].([]any) {
					l := line.(map[string]any)
					have[l["code"].(string)] = [2]int{number(l, "handled"), number(l, "minutes")}
				}
				if handled > 0 && !maps.Equal(have, by[key]) {
					t.Errorf("%v, %s: by %s it is %v, a script counts %v", period, language, key, have, by[key])
				}
			}
			inHours, lateInHours, inSeries, handledInSeries := 0, 0, 0, 0
			for _, line := range got["week"].([]any) {
				inHours, lateInHours = inHours+number(line.(map[string]any), "came_in"), lateInHours+number(line.(map[string]any), "late")
			}
			for _, line := range got["series"].([]any) {
				inSeries, handledInSeries = inSeries+number(line.(map[string]any), "came_in"), handledInSeries+number(line.(map[string]any), "handled")
			}
			if inHours != came || lateInHours != late || inSeries != came || handledInSeries != handled {
				t.Errorf("%v, %s: by the hour %d came in and %d waited long, in the series %d came in and %d were handled; a script counts %d, %d, %d and %d",
					period, language, inHours, lateInHours, inSeries, handledInSeries, came, late, came, handled)
			}
		}
	}
	if code, _, _ := commanded(t, db, "report", "site", "--since", "2026-02-02", "--until", "2026-02-01"); code != 1 {
		t.Errorf("a period that ends before it begins comes to %d", code)
	}
}
