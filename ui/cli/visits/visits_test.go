package visits_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/visits"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/text"
)

// listed is what a script reads of a visit.
type listed struct {
	ID, Short, Date, Daypart, State string
	Minutes                         int
	Resident                        struct{ Name string }
	Student                         *struct{ Name string }
	Conflicts                       []struct{ Code string }
}

// TestAVisitFromTheCommandLine: arranged, listed by its week, done, skipped, moved and given, by its id and by the end of it; and refused
// on days that do not exist.
func TestAVisitFromTheCommandLine(t *testing.T) {
	b := clitest.School(t)
	b.Must("resident", "add", "Vera Mol")
	plan := []string{"visit", "plan", "--resident", "Mol", "--weekday", "mon", "--weekday", "di", "--daypart", "ochtend", "--what", "post", "--student", "Noor", "--from", "2026-01-05", "--minutes", "40"}
	made := clitest.JSON[struct {
		ID       string
		Weekdays []string
	}](b, plan...)
	if strings.Join(made.Weekdays, " ") != "mon tue" {
		t.Fatalf("%+v", made)
	}
	week := func(of string) []listed { return clitest.JSON[[]listed](b, "visit", "list", "--week", of) }
	all := week("2026-W03")
	if len(all) != 2 || all[0].Date != "2026-01-12" || all[0].State != "planned" || all[0].Student.Name != "Noor" || all[0].Resident.Name != "Vera Mol" || all[0].Daypart != "morning" {
		t.Fatalf("%+v", all)
	}
	b.Must("visit", "done", all[0].Short)
	b.Must("visit", "skip", all[1].ID, "--why", "ziek")
	if all = week("2026-W03"); all[0].State != "done" || all[0].Minutes != 40 || all[1].State != "skipped" {
		t.Fatalf("%+v", all)
	}
	next := week("2026-W04")
	b.Must("visit", "move", next[0].ID, "--to", "2026-01-28")
	b.Must("visit", "give", next[0].ID, "--nobody")
	if all = week("2026-W05"); len(all) != 3 || all[2].State != "moved" || all[2].Student != nil {
		t.Fatalf("%+v", all)
	}
	for _, bad := range [][]string{{"visit", "done", made.ID + "@2026-02-30"}, {"visit", "done", made.ID + "@2026-01-14"}, {"visit", "done", "zonder"}, {"visit", "list", "--week", "2026-W60"},
		append(plan, "--until", "2026-01-01"), {"visit", "end", made.ID}} {
		if status, _, said := b.Run(bad...); status != 1 || said == "" {
			t.Errorf("%q: %d %s", bad, status, said)
		}
	}
	b.Must("visit", "end", made.ID[30:], "--on", "2026-01-31", "--why", "verhuisd")
	if all = week("2026-W06"); len(all) != 0 {
		t.Fatalf("%+v", all)
	}
}

// TestTheCalendarNamesNobody unless that is asked for; a visit that was skipped is not in it, and one that was moved keeps its name.
func TestTheCalendarNamesNobody(t *testing.T) {
	day := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	all := []visits.Visit{{ResidentName: "Vera", What: "post", Date: day, On: day.AddDate(0, 0, 1), Part: visits.Afternoon, State: visits.Moved, Names: []string{"Noor"}, Who: []journal.ID{{1}}},
		{ResidentName: "Piet", Date: day, On: day, Part: visits.Morning, State: visits.Skipped}}
	w := text.All().For("nl")
	c := w.VisitCalendar(all, time.UTC, false)
	if len(c.Events) != 1 || strings.Contains(c.Events[0].Title+c.Events[0].Text, "Vera") || c.Events[0].Text != "" || c.Events[0].Start.Hour() != 13 || c.Events[0].Minutes != 60 {
		t.Errorf("%+v", c.Events)
	}
	if named := w.VisitCalendar(all, time.UTC, true).Events[0]; !strings.Contains(named.Title, "Vera") || named.ID != c.Events[0].ID {
		t.Errorf("%+v", named)
	}
}
