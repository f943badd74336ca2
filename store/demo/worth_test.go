package demo_test

import (
	"strings"
	"testing"

	"leerbalie/model/directory"
	"leerbalie/model/notification"
	"leerbalie/model/value"
)

// TestTheDemoShowsWhatACentreHasToShow: a directory with entries of different ages, referrals that go to it, notifications of which one is
// late, and prices that say that they are an example.
func TestTheDemoShowsWhatACentreHasToShow(t *testing.T) {
	for _, now := range moments()[:2] {
		s := onDisk(t, now)
		me := filled(t, s, now, 1)
		all, err := directory.Find(t.Context(), me, directory.Query{Now: now, Retired: true})
		if err != nil || len(all) < 38 {
			t.Fatalf("%v: %d services, %v", now, len(all), err)
		}
		var stale, old, retired, used, organizations int
		seen := map[string]bool{}
		for _, h := range all {
			if !seen[h.Organization.Name] {
				seen[h.Organization.Name] = true
				organizations++
			}
			if h.Stale {
				stale++
			}
			if c, ok := h.Service.Capacity(); ok && c.Old(now) {
				old++
			}
			if h.Retired {
				retired++
			}
			used += h.Used.Referred
		}
		if organizations < 25 || stale < 2 || stale > len(all)/3 || old < 2 || retired != 1 || used < 20 {
			t.Errorf("%v: %d organisations, %d stale, %d of old room, %d retired, %d referrals", now, organizations, stale, old, retired, used)
		}
		late, running := 0, 0
		sites, err := me.Sites(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, site := range sites {
			there, err := me.At(t.Context(), site.ID)
			if err != nil {
				t.Fatal(err)
			}
			list, err := notification.Read(t.Context(), there, notification.Query{Now: now})
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range list {
				running++
				if l.IsLate() {
					late++
				}
			}
		}
		if late != 1 || running < 3 {
			t.Errorf("%v: %d notifications run, %d late", now, running, late)
		}
		prices, err := value.Read(t.Context(), me)
		if err != nil || len(prices) != 3 || !strings.HasPrefix(prices[0].Source, "Voorbeeld") {
			t.Errorf("%+v, %v", prices, err)
		}
	}
}
