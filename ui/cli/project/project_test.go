package project_test

import (
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
)

type who struct{ ID, Name string }

type said struct {
	ID, Title, State, District, Theme, Programme, From, To string
	Hours_a_week, Participants, Minutes, Planned_minutes   int
	Leaders, Partners                                      []who
	Not_agreed                                             []string
	Agreed                                                 []struct {
		Who     who
		Party   string
		For     string
		On      string
		Current bool
	}
	Sessions []struct {
		ID, Date, What        string
		Participants, Minutes int
		Notes                 []struct {
			Text string
			By   who
		}
	}
	Results  []struct{ Text string }
	Students []struct {
		Student            who
		Takes_part, Known  bool
		Days, Minutes      int
		Planned_minutes    int
		Since, Until, Pair string
	}
	Guests []struct{ Who who }
}

// TestAProjectByCommand: added, joined, agreed with, altered so that the agreement is with an earlier programme, held, corrected, counted as hours
// once, and made evidence once.
func TestAProjectByCommand(t *testing.T) {
	b := clitest.School(t)
	p := clitest.JSON[said](b, "project", "add", "Samen eten", "--theme", "eenzaamheid", "--district", "Zuid", "--from", "2026-01-12", "--to", "2026-12-18", "--hours-a-week", "16",
		"--leader", "Theo", "--programme", "elke week koken")
	if p.State != "planned" || p.Theme != "eenzaamheid" || p.District != "Zuid" || p.Hours_a_week != 16 || p.Leaders[0].Name != "Theo" || len(p.Not_agreed) != 4 {
		t.Fatalf("%+v", p)
	}
	b.Do(1, "project", "add", "Te veel", "--hours-a-week", "61")
	b.Do(1, "project", "add", "Andersom", "--from", "2026-05-01", "--to", "2026-04-01")
	b.Do(2, "project", "agree", "Samen eten")
	b.Do(1, "project", "agree", "Samen eten", "--as-party", "buurman")
	b.Must("project", "agree", "Samen eten", "--as-party", "teacher", "--as", "Theo")
	b.Do(1, "project", "agree", "Samen eten", "--as-party", "teacher", "--as", "Theo")
	b.Must("project", "edit", "Samen eten", "--programme", "elke week koken en praten")
	p = clitest.JSON[said](b, "project", "agree", "Samen eten", "--as-party", "school", "--for", "ROC Zuid", "--on", "2026-01-10")
	if len(p.Agreed) != 2 || p.Agreed[0].For != "ROC Zuid" || !p.Agreed[0].Current || p.Agreed[1].Current || strings.Join(p.Not_agreed, " ") != "professional teacher partner" {
		t.Errorf("%+v", p.Agreed)
	}
	b.Do(1, "project", "join", "Samen eten", "Ali", "--as", "Noor")
	b.Must("project", "join", "Samen eten", "Noor", "--since", "2026-01-12", "--as", "Noor")
	b.Must("project", "join", "Samen eten", "Ali", "--since", "2026-02-02", "--as", "Theo")
	b.Do(1, "project", "session", "Samen eten", "--date", "2026-02-06", "--participants", "-1")
	b.Do(1, "project", "session", "Samen eten", "--date", "2026-02-06", "--as", "Noor")
	b.Must("project", "session", "Samen eten", "--date", "2026-02-06", "--participants", "12", "--minutes", "120", "--present", "Noor,Ali", "--as", "Theo")
	b.Must("project", "note", "Samen eten", "te weinig soep", "--session", "2026-02-06", "--as", "Noor")
	b.Must("project", "session", "Samen eten", "--session", "2026-02-06", "--participants", "14", "--minutes", "150")
	b.Must("project", "present", "Samen eten", "--date", "2026-02-06", "--absent", "Ali", "--as", "Theo")
	b.Do(1, "project", "session", "Samen eten", "--session", "2026-02-06", "--off")
	b.Must("project", "result", "Samen eten", "vier", "buren", "eten", "samen", "--as", "Ali")
	p = clitest.JSON[said](b, "project", "show", "Samen eten")
	if p.Participants != 14 || p.Minutes != 150 || len(p.Sessions) != 1 || p.Sessions[0].Notes[0].By.Name != "Noor" || p.Results[0].Text != "vier buren eten samen" {
		t.Errorf("%+v", p)
	}
	if len(p.Students) != 2 || p.Students[0].Student.Name != "Noor" || p.Students[0].Minutes != 150 || p.Students[0].Days != 1 || p.Students[1].Minutes != 0 || !p.Students[1].Known || p.Students[0].Planned_minutes <= p.Students[1].Planned_minutes {
		t.Errorf("%+v", p.Students)
	}
	own := clitest.JSON[said](b, "project", "show", "Samen eten", "--as", "Ali")
	for _, s := range own.Students {
		if s.Student.Name == "Noor" && (s.Known || s.Minutes != 0) {
			t.Errorf("a fellow student sees what counts of another: %+v", s)
		}
	}
	type due []struct {
		Student who
		Gets    bool
		Why     string
	}
	if d := clitest.JSON[due](b, "project", "evidence", "Samen eten", "--as", "Theo"); len(d) != 2 || d[0].Why != "absent" || !d[1].Gets {
		t.Errorf("%+v", d)
	}
	b.Do(1, "project", "evidence", "Samen eten")
	type counted struct {
		Minutes int
		Weeks   []struct {
			From []struct {
				Kind, Title string
				Minutes     int
			}
		}
	}
	sum := 0
	{
		h := clitest.JSON[counted](b, "hours", "show", "Noor")
		for _, w := range h.Weeks {
			for _, f := range w.From {
				if f.Kind == "project" {
					sum += f.Minutes
				}
			}
		}
	}
	if sum != 150 {
		t.Errorf("%d minutes of the project, want 150 once", sum)
	}
	b.Must("project", "leave", "Samen eten", "Ali", "--as", "Ali")
	if p = clitest.JSON[said](b, "project", "end", "Samen eten", "--came", "de kookgroep gaat door"); p.State != "done" || p.Students[1].Takes_part {
		t.Errorf("%+v", p)
	}
	if all := clitest.JSON[[]said](b, "project", "list", "--search", "eenzaam"); len(all) != 1 {
		t.Errorf("%+v", all)
	}
	b.Must("project", "archive", "Samen eten")
	b.Do(1, "project", "show", "Samen eten")
}
