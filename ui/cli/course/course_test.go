package course_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

type who struct{ ID, Name string }

type said struct {
	ID, Title, Term  string
	Dates, Cancelled []string
	Tests            []string
	Rotation         []struct {
		Date, Station string
		Group         who
	}
	Presence []struct {
		Date    string
		Student who
		Present bool
		State   string
		Minutes int
	}
	Results []struct {
		Test, Level string
		Student     who
	}
	Told []struct{ Code, Date, Text string }
}

// TestACourseByCommand: a course is planned, moved and cancelled, who came and what came of a test is noted for many at once, and it is made evidence
// once, however often that is asked; the JSON has the names that scripts count on.
func TestACourseByCommand(t *testing.T) {
	b := clitest.School(t)
	b.Must("group", "add", "3A")
	b.Must("group", "add", "3B")
	for _, s := range [][2]string{{"Amir", "3A"}, {"Bo", "3A"}, {"Cem", "3B"}, {"Dee", "3B"}} {
		b.Must("student", "add", s[0], "--level", "mbo-4", "--group", s[1])
	}
	add := clitest.JSON[said](b, "course", "add", "Schulden", "--dates", "2026-03-06,2026-02-27,2026-03-20", "--groups", "3A,3B", "--stations", "begroten,brieven", "--test", "gesprek,toets", "--nodes", "C1", "--minutes", "150")
	if add.Term != "2025-2026/2" || strings.Join(add.Dates, " ") != "2026-02-27 2026-03-06 2026-03-20" || len(add.Rotation) != 6 || add.Rotation[0].Station != "begroten" || add.Rotation[1].Station != "brieven" ||
		add.Rotation[2].Station != "brieven" {
		t.Fatalf("%+v", add)
	}
	twice := clitest.JSON[said](b, "course", "add", "Taal", "--dates", "2026-02-27", "--groups", "3A")
	if len(twice.Told) != 1 || twice.Told[0].Code != "group" || !strings.Contains(twice.Told[0].Text, "Schulden") {
		t.Errorf("two courses at once: %+v", twice.Told)
	}
	b.Must("course", "move", "Schulden", "--date", "2026-03-20", "--to", "2026-03-27")
	b.Must("course", "cancel", "Schulden", "--date", "2026-03-27")
	b.Must("course", "present", "Schulden", "--date", "2026-02-27", "--all", "--absent", "Bo", "--excused", "Cem")
	if _, told := b.Do(0, "course", "present", add.ID, "--date", "2026-03-06", "Amir", "Dee"); told != "" { // how it is planned was told when it was
		t.Errorf("noting who came tells of the planning: %q", told)
	}
	b.Must("course", "result", "Schulden", "--test", "gesprek", "Amir=goed", "Dee=2")
	b.Do(1, "course", "result", "Schulden", "--test", "gesprek", "Amir=prachtig")
	b.Do(1, "course", "present", "Schulden", "--date", "2026-03-27", "Amir")
	b.Do(1, "course", "move", "Schulden", "--date", "2026-02-27", "--to", "2026-02-28")
	all := clitest.JSON[[]said](b, "course", "list")
	c := all[len(all)-1]
	for _, one := range all {
		if one.ID == add.ID {
			c = one
		}
	}
	got := map[string]string{}
	for _, p := range c.Presence {
		got[p.Date[8:]+p.Student.Name] = p.State
		if p.Present != (p.State == "present") || p.Present != (p.Minutes == 150) {
			t.Errorf("%+v", p)
		}
	}
	if len(got) != 6 || got["27Amir"] != "present" || got["27Bo"] != "absent" || got["27Cem"] != "excused" || got["27Dee"] != "present" || got["06Dee"] != "present" || got["06Amir"] != "present" {
		t.Errorf("presence: %v", got)
	}
	if len(c.Results) != 2 || c.Results[0].Level != "goed" || c.Results[1].Level != "goed" || len(c.Cancelled) != 1 {
		t.Errorf("results: %+v %v", c.Results, c.Cancelled)
	}
	type due struct {
		Student who
		Gets    bool
		Why     string
	}
	for n, want := range []string{"", "has"} {
		for _, d := range clitest.JSON[[]due](b, "course", "evidence", "Schulden") {
			why := map[string]string{"Amir": want, "Dee": want, "Bo": "absent", "Cem": "absent"}[d.Student.Name]
			if d.Why != why || d.Gets != (why == "") {
				t.Errorf("run %d: %+v, want %q", n, d, why)
			}
		}
	}
	b.Must("course", "evidence", "Schulden", "--test", "gesprek")
	pieces := clitest.JSON[[]struct{ Kind, Title string }](b, "evidence", "list", "--student", "Amir")
	if len(pieces) != 2 || pieces[0].Kind != "course" {
		t.Errorf("%+v", pieces)
	}
	out := b.Must("course", "show", "Schulden", "--lang", "nl")
	for _, want := range []string{"Schulden", "begroten, brieven", "2 van 2", "gaat niet door", "goed"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	b.Must("course", "list", "--lang", "en")
	b.Must("course", "edit", "Schulden", "--title", "Schulden en geld", "--place", "Lokaal 3")
	b.Must("course", "archive", "Taal")
	if all := clitest.JSON[[]said](b, "course", "list", "--student", "Amir"); len(all) != 1 || len(all[0].Presence) != 2 || all[0].Title != "Schulden en geld" {
		t.Errorf("%+v", all)
	}
}
