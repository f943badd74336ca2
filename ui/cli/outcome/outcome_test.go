package outcome_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

type told struct {
	Student struct{ Name string }
	Outcome string
	Date    *string
	Study   bool `json:"from_study"`
	Why     *string
}

type row struct {
	Outcome   string
	N, Of     int
	Rate      *float64
	Low, High float64
	Compared  *struct {
		Rate   float64
		Source string
		Year   int
	}
	Going  int `json:"still_here"`
	Cohort *string
}

// TestOutcomes: written down, listed, counted and taken back, in either language; who may not know why somebody left reads nothing of it.
func TestOutcomes(t *testing.T) {
	b := clitest.School(t)
	o := clitest.JSON[told](b, "outcome", "add", "Noor", "kwalificatie", "--date", "2026-03-02", "--lang", "nl")
	if o.Student.Name == "" || o.Outcome != "qualification" || o.Date == nil || *o.Date != "2026-03-02" || o.Study || o.Why != nil {
		t.Errorf("%+v", o)
	}
	if out, _ := b.Do(command.Done, "outcome", "add", "Noor", "left", "--why", "verhuisd", "--lang", "nl"); !strings.Contains(out, "gestopt, 09-03-2026") {
		t.Errorf("%q", out)
	}
	find := func(as string) (why string) {
		for _, o := range clitest.JSON[[]told](b, "outcome", "list", "Noor", "--as", as) {
			if o.Outcome == "left" && o.Why != nil {
				why = *o.Why
			}
		}
		return why
	}
	if a, c := find("Samira"), find("Theo"); a != "verhuisd" || c != "" {
		t.Errorf("a coordinator reads %q, a teacher %q", a, c)
	}
	if out, _ := b.Do(command.Done, "outcome", "list", "--as", "Theo", "--lang", "en"); strings.Contains(out, "verhuisd") || !strings.Contains(out, "start qualification") {
		t.Errorf("%s", out)
	}
	for _, c := range []struct {
		end  int
		want string
		args []string
	}{
		{command.CouldNot, "geen bron", []string{"compare", "job", "--rate", "50", "--year", "2025"}},
		{command.CouldNot, "kan twee dingen zijn", []string{"compare", "job", "--rate", "0,5", "--year", "2025", "--source", "x"}},
		{command.CouldNot, "Dat doet een coördinator", []string{"add", "Noor", "left", "--why", "x", "--as", "Theo"}},
		{command.CouldNot, "staat niet bij", []string{"remove", "Noor", "job"}},
		{command.Misused, "qualification", []string{"add", "Noor", "rijk"}},
	} {
		if _, said := b.Do(c.end, append(append([]string{"outcome"}, c.args...), "--lang", "nl")...); !strings.Contains(strings.ReplaceAll(said, "ontbreekt een", "geen"), c.want) {
			t.Errorf("%q: %q", c.args, said)
		}
	}
	b.Must("outcome", "compare", "job", "--rate", "50", "--year", "2024", "--source", "CBS")
	b.Must("outcome", "compare", "job", "--rate", "67,5%", "--year", "2025", "--source", "CBS")
	b.Must("outcome", "remove", "Noor", "left")
	if out, _ := b.Do(command.Done, "outcome", "compare", "--lang", "nl"); !strings.Contains(out, "67,5%") || !strings.Contains(out, "50%") {
		t.Errorf("%s", out)
	}
	b.Must("outcome", "compare", "job", "--year", "2024", "--source", "cbs", "--remove")
	b.Do(command.CouldNot, "outcome", "compare", "job", "--year", "2024", "--source", "CBS", "--remove")
}

// TestTheReportRecounted: the rates of a cohort, and the same counted again from the list of outcomes and the list of students; a file for a
// spreadsheet says the same numbers as the JSON.
func TestTheReportRecounted(t *testing.T) {
	b := clitest.School(t)
	kinds := []string{"qualification", "job", "left", "level-up"}
	for i := range 24 {
		name := fmt.Sprintf("Student %c", 'A'+i)
		b.Must("student", "add", name, "--level", "mbo-3", "--cohort", []string{"2024", "2025"}[i/16])
		for n, k := range kinds {
			if (i*7+n*3)%(n+2) == 0 {
				b.Must("outcome", "add", name, k, "--date", "2026-03-02")
			}
		}
		if i%3 > 0 {
			b.Must("student", "end", name, "--outcome", []string{"diploma", "moved-up", "job"}[i%3], "--day", "2026-03-05")
		}
	}
	b.Must("outcome", "compare", "job", "--rate", "40", "--source", "CBS", "--year", "2025")
	of, came := map[string]bool{}, map[string]map[string]bool{}
	for _, s := range clitest.JSON[[]struct{ Name, Cohort, Status string }](b, "student", "list", "--all", "--limit", "0") {
		if s.Cohort == "2024" && s.Status == "ended" {
			of[s.Name] = true
		}
	}
	all := clitest.JSON[[]told](b, "outcome", "list", "--limit", "0")
	inCohort, onTheWay := map[string]bool{}, map[string]bool{"excellence": true, "modules": true}
	for i := range 16 {
		inCohort[fmt.Sprintf("Student %c", 'A'+i)] = true
	}
	for _, o := range all {
		if !onTheWay[o.Outcome] && inCohort[o.Student.Name] {
			of[o.Student.Name] = true
		}
	}
	for _, o := range all {
		if inCohort[o.Student.Name] {
			if came[o.Outcome] == nil {
				came[o.Outcome] = map[string]bool{}
			}
			came[o.Outcome][o.Student.Name] = true
		}
	}
	rows := clitest.JSON[[]row](b, "report", "outcomes", "--cohort", "2024")
	if len(rows) != 7 || len(of) < 10 {
		t.Fatalf("%d done, %+v", len(of), rows)
	}
	path := filepath.Join(t.TempDir(), "uit.csv")
	b.Must("report", "outcomes", "--cohort", "2024", "--format", "csv", "--raw", "--exact", "-o", path)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(strings.NewReader(string(text)))
	reader.FieldsPerRecord = -1
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		whole := len(of)
		if onTheWay[r.Outcome] {
			whole = 16
		}
		if r.N != len(came[r.Outcome]) || r.Of != whole || r.Rate == nil || *r.Rate < r.Low || *r.Rate > r.High || r.Cohort == nil || *r.Cohort != "2024" || r.Going != 16-len(of) {
			t.Errorf("%+v, counted again %d of %d", r, len(came[r.Outcome]), whole)
		}
		if (r.Compared != nil) != (r.Outcome == "job") || r.Compared != nil && (r.Compared.Rate != .4 || r.Compared.Source != "CBS" || r.Compared.Year != 2025) {
			t.Errorf("compared: %+v", r.Compared)
		}
		found := false
		for _, line := range records {
			at := strings.Join(line, "|")
			found = found || strings.Contains(at, r.Outcome) && strings.Contains(at+"|", fmt.Sprintf("|%d|", r.N))
		}
		if !found {
			t.Errorf("%s %d does not stand in the file:\n%s", r.Outcome, r.N, text)
		}
	}
	if _, said := b.Do(command.CouldNot, "report", "outcomes", "--cohort", "1999", "--lang", "nl"); !strings.Contains(said, "1999") {
		t.Errorf("%q", said)
	}
	if out, _ := b.Do(command.Done, "report", "outcomes", "--cohort", "2025", "--lang", "en"); strings.Contains(out, "%  ") || !strings.Contains(out, "fewer than 10") {
		t.Errorf("of few: %s", out)
	}
}
