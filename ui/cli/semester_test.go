package cli_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/ui/cli/clitest"
)

// semester is what happened in a semester, written down beside the program, in the plainest way: every figure that the program tells
// is counted again from this.
type semester struct {
	*clitest.Program
	t        *testing.T
	rand     *rand.Rand
	students []string
	minutes  map[string]int // of each student
	handled  int
	helped   int // of those, with a student
	site     int // minutes
	themes   map[string][2]int
	outcomes map[string][2]int
	waiting  int
	pieces   []*piece
}

// piece is one piece of evidence.
type piece struct {
	id, student string
	day         time.Time
	seq         int
	nodes       []string
	given       map[string]map[string]int // by teacher, by node: what the last judgement gave
	first       map[string]map[string]int // … and what the first did
}

const semesterWeeks = 18

// leaves of the list of competences that are judged here.
var semesterLeaves = []string{"C1.1", "C1.2", "C2.1", "C3.1", "C4.1"}

func (s *semester) later(d time.Duration) { s.Off += d }

func newSemester(t *testing.T) *semester {
	s := &semester{Program: clitest.New(t), t: t, rand: rand.New(rand.NewPCG(14, 25)), minutes: map[string]int{}, themes: map[string][2]int{}, outcomes: map[string][2]int{}}
	s.Must("group", "add", "SW2A")
	s.Must("person", "add", "Theo Bakker", "--role", "teacher", "--group", "SW2A")
	s.Must("person", "add", "Tine Smit", "--role", "teacher", "--group", "SW2A")
	for i := range 25 {
		name := fmt.Sprintf("Student%c van der Lange-Achternaam", 'A'+i)
		s.students = append(s.students, name)
		s.Must("student", "add", name, "--level", "hbo", "--group", "SW2A", "--number", fmt.Sprintf("%04d", i+1), "--norm-hours", "40", "--start", "2026-03-09", "--end", "2026-07-31")
	}
	return s
}

// ask brings a question in and gives its number.
func (s *semester) ask(theme string) string {
	out := clitest.JSON[struct {
		Number string `json:"number"`
	}](s.Program, "request", "add", "Brief over "+theme, "--theme", theme, "--channel", "desk")
	return out.Number
}

// handle closes a question that two students worked on, each for minutes of their own.
func (s *semester) handle(number, theme, outcome string, a, b string) {
	x, y := 5+s.rand.IntN(50), 5+s.rand.IntN(50)
	s.Must("request", "claim", number, "--for", a, "--for", b)
	s.later(time.Hour)
	s.Must("request", "close", number, "--outcome", outcome, "--minutes", fmt.Sprintf("%s=%d", a, x), "--minutes", fmt.Sprintf("%s=%d", b, y))
	s.minutes[a] += x
	s.minutes[b] += y
	s.handled++
	s.helped++
	s.site += x + y
	for of, key := range map[*map[string][2]int]string{&s.themes: theme, &s.outcomes: outcome} {
		n := (*of)[key]
		(*of)[key] = [2]int{n[0] + 1, n[1] + x + y}
	}
}

// reflect looks back on all that a student has to look back on, and points it at some leaves.
func (s *semester) reflect(student string) {
	list := clitest.JSON[[]struct {
		ID         string `json:"id"`
		Day        string `json:"day"`
		Reflection any    `json:"reflection"`
	}](s.Program, "evidence", "list", "--as", student, "--limit", "0")
	slices.Reverse(list) // the newest comes first
	for _, e := range list {
		if e.Reflection != nil {
			continue
		}
		p := &piece{id: e.ID, student: student, seq: len(s.pieces), given: map[string]map[string]int{}, first: map[string]map[string]int{}}
		day, err := time.Parse(time.DateOnly, e.Day)
		if err != nil {
			s.t.Fatal(err)
		}
		p.day = day
		args := []string{"evidence", "reflect", e.ID, "--reflection", "Eerst luisteren", "--as", student}
		for range 1 + s.rand.IntN(2) {
			if leaf := semesterLeaves[s.rand.IntN(len(semesterLeaves))]; !slices.Contains(p.nodes, leaf) {
				p.nodes = append(p.nodes, leaf)
				args = append(args, "--node", leaf)
			}
		}
		s.Must(args...)
		s.pieces = append(s.pieces, p)
	}
}

// judge lets a teacher judge a piece on where it points, and now and then on something else.
func (s *semester) judge(teacher string, p *piece) {
	args := []string{"assess", "give", p.id, "--as", teacher, "--reason", "gezien"}
	given := map[string]int{}
	for _, n := range append(slices.Clone(p.nodes), semesterLeaves[s.rand.IntN(len(semesterLeaves))]) {
		if _, twice := given[n]; twice || s.rand.IntN(8) == 0 && len(given) > 0 {
			continue
		}
		given[n] = s.rand.IntN(3)
		args = append(args, fmt.Sprintf("%s=%d", n, given[n]))
	}
	s.Must(args...)
	p.given[teacher] = given
	if p.first[teacher] == nil {
		p.first[teacher] = given
	}
}

// TestASemester: a class of 25 through a semester, by command, and every figure of its reports counted again.
func TestASemester(t *testing.T) {
	s := newSemester(t)
	themes, outcomes := []string{"poverty", "loneliness", "living-longer-at-home"}, []string{"handled-directly", "handled-after-consultation", "referred"}
	for week := range semesterWeeks {
		for i := range 6 {
			theme, outcome := themes[s.rand.IntN(3)], outcomes[s.rand.IntN(3)]
			number := s.ask(theme)
			if week == semesterWeeks-1 && i < 3 {
				s.waiting++
				continue
			}
			a := s.rand.IntN(25)
			s.handle(number, theme, outcome, s.students[a], s.students[(a+1+s.rand.IntN(24))%25])
		}
		s.later(3 * 24 * time.Hour)
		for _, name := range s.students {
			s.reflect(name)
		}
		for _, p := range s.pieces {
			if p.first["Theo Bakker"] == nil && s.rand.IntN(5) > 0 {
				s.judge("Theo Bakker", p)
			}
			if p.first["Tine Smit"] == nil && s.rand.IntN(3) > 0 {
				s.judge("Tine Smit", p)
			}
		}
		s.later(4 * 24 * time.Hour)
	}
	s.countsSite()
	s.countsClass()
	s.countsAgreement()
	s.readsReports()
}

func (s *semester) countsSite() {
	type tally struct {
		Code             string
		Handled, Minutes int
	}
	got := clitest.JSON[struct {
		Waiting, Claimed, Parked, Handled, Minutes int
		WithStudents                               int     `json:"with_students"`
		ByTheme                                    []tally `json:"by_theme"`
		ByOutcome                                  []tally `json:"by_outcome"`
	}](s.Program, "report", "site", "--since", "2026-01-01")
	if got.Waiting != s.waiting || got.Handled != s.handled || got.Minutes != s.site || got.WithStudents != s.helped {
		s.t.Errorf("the site: %+v, counted %d waiting, %d handled, %d with students, %d minutes", got, s.waiting, s.handled, s.helped, s.site)
	}
	for what, both := range map[string]struct {
		got  []tally
		want map[string][2]int
	}{"theme": {got.ByTheme, s.themes}, "outcome": {got.ByOutcome, s.outcomes}} {
		for _, x := range both.got {
			if want := both.want[x.Code]; want != [2]int{x.Handled, x.Minutes} {
				s.t.Errorf("%s %+v, counted %v", what, x, want)
			}
		}
		if len(both.got) != len(both.want) {
			s.t.Errorf("%d of %s, counted %d", len(both.got), what, len(both.want))
		}
	}
}

// level is what a student has come to on a leaf: by the newest work that was judged on it, the lowest of both teachers; -1: nothing.
func (s *semester) level(student, leaf string) (level, evidence int) {
	var newest *piece
	level = -1
	for _, p := range s.pieces {
		if p.student != student {
			continue
		}
		judged := false
		for _, given := range p.given {
			_, ok := given[leaf]
			judged = judged || ok
		}
		if judged || slices.Contains(p.nodes, leaf) {
			evidence++
		}
		if judged && (newest == nil || !p.day.Before(newest.day)) {
			newest = p
		}
	}
	if newest != nil {
		for _, given := range newest.given {
			if l, ok := given[leaf]; ok && (level < 0 || l < level) {
				level = l
			}
		}
	}
	return level, evidence
}

func (s *semester) countsClass() {
	type node struct {
		Code     string
		Level    *int
		Evidence int
	}
	got := clitest.JSON[struct {
		Students []struct {
			Student                 struct{ Name string }
			Evidence, Open, Minutes int
			Nodes                   []node
		}
	}](s.Program, "report", "group", "SW2A", "--as", "Theo Bakker")
	if len(got.Students) != 25 {
		s.t.Fatalf("%d students", len(got.Students))
	}
	for _, row := range got.Students {
		evidence, open := 0, 0
		for _, p := range s.pieces {
			if p.student == row.Student.Name {
				evidence++
				if len(p.first) == 0 {
					open++
				}
			}
		}
		if row.Evidence != evidence || row.Open != open || row.Minutes != s.minutes[row.Student.Name] {
			s.t.Errorf("%+v, counted %d pieces, %d open, %d minutes", row, evidence, open, s.minutes[row.Student.Name])
		}
		one := clitest.JSON[struct {
			Minutes int
			Nodes   []node
		}](s.Program, "report", "student", row.Student.Name, "--as", "Samira")
		for _, n := range one.Nodes {
			if !slices.Contains(semesterLeaves, n.Code) {
				continue
			}
			level, pieces := s.level(row.Student.Name, n.Code)
			if n.Evidence != pieces || (n.Level == nil) != (level < 0) || n.Level != nil && *n.Level != level {
				s.t.Errorf("%s %s: %+v, counted level %d of %d pieces", row.Student.Name, n.Code, n, level, pieces)
			}
			if n.Level != nil && n.Evidence == 0 {
				s.t.Errorf("%s %s has a level and no evidence", row.Student.Name, n.Code)
			}
		}
	}
}

// countsAgreement works percent agreement and Cohen's kappa out of its own list of first judgements.
func (s *semester) countsAgreement() {
	var table [3][3]float64
	n := 0.0
	for _, p := range s.pieces {
		for node, a := range p.first["Theo Bakker"] {
			if b, ok := p.first["Tine Smit"][node]; ok {
				table[a][b]++
				n++
			}
		}
	}
	same, chance := 0.0, 0.0
	for i := range 3 {
		same += table[i][i] / n
		row, column := 0.0, 0.0
		for j := range 3 {
			row, column = row+table[i][j]/n, column+table[j][i]/n
		}
		chance += row * column
	}
	got := clitest.JSON[struct {
		Units   int
		Figures []struct {
			Figure string
			Value  *float64
		}
	}](s.Program, "assess", "agreement", "--group", "SW2A", "--as", "Samira")
	if got.Units != int(n) {
		s.t.Errorf("%d judgements by two, counted %v", got.Units, n)
	}
	for _, f := range got.Figures {
		want, ours := map[string]float64{"percent": same, "kappa": (same - chance) / (1 - chance)}[f.Figure]
		if ours && (f.Value == nil || math.Abs(*f.Value-want) > 1e-9) {
			s.t.Errorf("%s is %v, counted %v", f.Figure, f.Value, want)
		}
	}
}

// rawID is what a sentence that is missing looks like.
var rawID = func() *regexp.Regexp {
	return regexp.MustCompile(`\b(cli|report|learning|error|desk|agree|decision|files)\.[a-z]+[-.][a-z.-]+`)
}

// readsReports reads every print in both languages: names whole, and no code where a sentence belongs.
func (s *semester) readsReports() {
	raw := rawID()
	for _, lang := range []string{"nl", "en"} {
		for _, args := range [][]string{{"report", "site"}, {"report", "group", "SW2A"}, {"report", "student", s.students[3]}, {"assess", "agreement", "--group", "SW2A"},
			{"student", "list", "--limit", "0"}, {"student", "show", s.students[3]}, {"request", "show", "ZW-0001"}, {"evidence", "list", "--student", s.students[3]}} {
			out := s.Must(append(args, "--lang", lang, "--as", "Samira")...)
			if hit := raw.FindString(out); hit != "" {
				s.t.Errorf("%q in %s shows %s:\n%s", args, lang, hit, out)
			}
			if args[0] == "report" && args[1] == "group" {
				for _, name := range s.students {
					if !strings.Contains(out, name) {
						s.t.Errorf("%s is not in the report of the group", name)
					}
				}
			}
		}
	}
}
