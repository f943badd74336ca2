//go:build unix

package terminal_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	. "leerbalie/ui/uitest/terminal"
)

// halfYear is what happened in a half-year, written down beside the program in the plainest way: every figure that the program tells is counted
// again from this.
type halfYear struct {
	*centre
	rand     *rand.Rand
	today    time.Time
	monday   time.Time // of the first week
	students []string
	groups   map[string][]string                   // of whom
	minutes  map[string]map[string]int             // by student and week, as 2026-W49
	courses  map[string]map[string]map[string]bool // by course, date and student: who was there
	meetings map[string][]string                   // by date: who came
	results  map[string]int                        // by level, of the first course
	out      map[string]int                        // how many students of each outcome
}

const (
	halfYearStudents = 25
	halfYearWeeks    = 26
	courseMinutes    = 180
	meetingMinutes   = 60
)

func (h *halfYear) day(week, weekday int) time.Time { return h.monday.AddDate(0, 0, 7*week+weekday-1) }

// over tells whether a day has been.
func (h *halfYear) over(day time.Time) bool { return !day.After(h.today) }

func code(day time.Time) string {
	year, week := day.ISOWeek()
	return fmt.Sprintf("%d-W%02d", year, week)
}

func (h *halfYear) worked(student string, day time.Time, minutes int) {
	if h.minutes[student] == nil {
		h.minutes[student] = map[string]int{}
	}
	h.minutes[student][code(day)] += minutes
}

func newHalfYear(t *testing.T, lang string) *halfYear {
	now := time.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	h := &halfYear{centre: newCentre(t, Build(t), lang), rand: rand.New(rand.NewPCG(16, 25)), today: today, groups: map[string][]string{}, minutes: map[string]map[string]int{},
		courses: map[string]map[string]map[string]bool{}, meetings: map[string][]string{}, results: map[string]int{}, out: map[string]int{}}
	h.monday = today.AddDate(0, 0, -(int(today.Weekday())+6)%7-7*20)
	for _, g := range []string{"SW2A", "SW2B"} {
		h.do("group", "add", g)
	}
	h.do("person", "add", "Petra Blom", "--role", "supervisor")
	h.do("person", "add", "Theo Bakker", "--role", "teacher", "--group", "SW2A")
	h.do("person", "add", "Tine Smit", "--role", "teacher", "--group", "SW2B")
	for i := range halfYearStudents {
		name, group := fmt.Sprintf("Student%c Jansen", 'A'+i), "SW2A"
		if i%2 == 1 {
			group = "SW2B"
		}
		h.students = append(h.students, name)
		h.groups[group] = append(h.groups[group], name)
		h.do("student", "add", name, "--level", "hbo", "--group", group, "--number", fmt.Sprintf("%04d", i+1), "--norm-hours", "300", "--cohort", "2025",
			"--supervisor", "Petra Blom", "--start", h.day(0, 1).Format(time.DateOnly), "--end", h.day(halfYearWeeks-1, 5).Format(time.DateOnly))
	}
	return h
}

// course plans a course of six Fridays, and notes who was there, one command a date.
func (h *halfYear) course(title string, first int, tests string) string {
	var dates []string
	for n := range 6 {
		dates = append(dates, h.day(first+3*n, 5).Format(time.DateOnly))
	}
	h.do("course", "add", title, "--dates", strings.Join(dates, ","), "--groups", "SW2A,SW2B", "--test", tests, "--nodes", "C1.1,C3.1", "--teachers", "Theo Bakker", "--minutes", fmt.Sprint(courseMinutes))
	var id string
	for _, c := range ask[[]object](h.centre, "course", "list") {
		if c["title"] == title {
			id = c["id"].(string)
		}
	}
	h.courses[id] = map[string]map[string]bool{}
	for _, date := range dates {
		if date > h.today.Format(time.DateOnly) {
			continue
		}
		there, args := map[string]bool{}, []string{"course", "present", id, "--date", date}
		for _, s := range h.students {
			if there[s] = h.rand.IntN(8) > 0; there[s] {
				args = append(args, s)
				day, _ := time.Parse(time.DateOnly, date)
				h.worked(s, day, courseMinutes)
			}
		}
		h.do(append(args, "--as", "Theo Bakker")...)
		h.courses[id][date] = there
	}
	return id
}

// meet plans the roster of the half-year, and notes who came to what has been.
func (h *halfYear) meet() {
	h.do("meeting", "plan", "--weekday", "wed", "--from", h.day(0, 3).Format(time.DateOnly), "--to", h.day(halfYearWeeks-1, 3).Format(time.DateOnly), "--theme", "eenzaamheid", "--form", "intervisie",
		"--leader", "Petra Blom", "--group", "SW2A", "--expect", "Theo Bakker", "--minutes", fmt.Sprint(meetingMinutes))
	for _, m := range ask[[]object](h.centre, "meeting", "list", "--limit", "0", "--from", h.monday.Format(time.DateOnly)) {
		date := m["date"].(string)[:10]
		day, _ := time.Parse(time.DateOnly, date)
		if !h.over(day) {
			continue
		}
		var came []string
		for _, s := range h.groups["SW2A"] {
			if h.rand.IntN(6) > 0 {
				came = append(came, s)
				h.worked(s, day, meetingMinutes)
			}
		}
		h.do(append([]string{"meeting", "present", m["id"].(string), "Theo Bakker"}, came...)...)
		h.meetings[date] = came
	}
}

// work handles questions in pairs, today, whose evidence both have.
func (h *halfYear) work(questions int) {
	for n := range questions {
		a := h.rand.IntN(halfYearStudents)
		one, other := h.students[a], h.students[(a+1+h.rand.IntN(halfYearStudents-1))%halfYearStudents]
		q := ask[object](h.centre, "request", "add", fmt.Sprintf("Brief %d", n), "--theme", "poverty", "--channel", "desk")["number"].(string)
		h.do("request", "claim", q, "--for", one, "--for", other)
		x, y := 5+h.rand.IntN(50), 5+h.rand.IntN(50)
		h.do("request", "close", q, "--outcome", "handled-directly", "--minutes", fmt.Sprintf("%s=%d", one, x), "--minutes", fmt.Sprintf("%s=%d", other, y))
		h.worked(one, h.today, x)
		h.worked(other, h.today, y)
	}
}

// wilson is the interval of Wilson for a share, worked out as in his paper of 1927.
func wilson(n, of int) (low, high float64) {
	const z = 1.959963984540054
	p, m := float64(n)/float64(of), float64(of)
	middle, half := p+z*z/(2*m), z*math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return (middle - half) / (1 + z*z/m), (middle + half) / (1 + z*z/m)
}

// TestAHalfYear runs 25 students through a half-year with the real program: two courses with rotating groups and two forms of test, a roster of
// meetings that a professional subscribes to, hours that are confirmed each week, talk about a piece, outcomes; and counts every figure again.
func TestAHalfYear(t *testing.T) {
	if testing.Short() {
		t.Skip("some four hundred calls of the program")
	}
	t.Parallel()
	for _, lang := range []string{"nl", "en"} {
		t.Run(lang, func(t *testing.T) {
			h := newHalfYear(t, lang)
			first, second := h.course("Gesprekken voeren", 0, "gesprek,verslag"), h.course("Armoede in de wijk", 1, "presentatie,toets")
			_ = second
			h.meet()
			h.work(60)
			h.own()
			h.test(first)
			h.presence(t)
			h.hours(t)
			h.outcomes(t)
			h.calendar(t)
			h.judged(t)
		})
	}
}

// own lets a few students write hours down themselves.
func (h *halfYear) own() {
	for _, s := range h.students[:5] {
		day := h.day(3, 2)
		h.do("hours", "add", s, "--date", day.Format(time.DateOnly), "--minutes", "90", "--what", "voorbereiding van een les", "--as", s)
		h.worked(s, day, 90)
	}
}

// test gives the results of a test.
func (h *halfYear) test(course string) {
	args := []string{"course", "result", course, "--test", "gesprek", "--as", "Theo Bakker"}
	for i, s := range h.students[:20] {
		level := []string{"o", "v", "g"}[i%3]
		args = append(args, s+"="+level)
		h.results[level]++
	}
	h.do(args...)
}

// presence counts who was there again.
func (h *halfYear) presence(t *testing.T) {
	t.Helper()
	for _, c := range ask[[]object](h.centre, "course", "list") {
		got := map[string]map[string]bool{}
		for _, p := range c["presence"].([]any) {
			p := p.(object)
			date := p["date"].(string)[:10]
			if got[date] == nil {
				got[date] = map[string]bool{}
			}
			got[date][p["student"].(object)["name"].(string)] = p["present"].(bool)
		}
		for date, there := range h.courses[c["id"].(string)] {
			for s, yes := range there {
				if got[date][s] != yes {
					t.Errorf("%v on %s: %s is told %v, was %v", c["title"], date, s, got[date][s], yes)
				}
			}
		}
	}
	all := ask[[]object](h.centre, "meeting", "list", "--limit", "0", "--from", h.monday.Format(time.DateOnly))
	if len(all) != halfYearWeeks {
		t.Errorf("%d meetings, not %d", len(all), halfYearWeeks)
	}
	for _, m := range all {
		date := m["date"].(string)[:10]
		if came, was := h.meetings[date]; was && len(m["present"].([]any)) != len(came)+1 {
			t.Errorf("meeting of %s: %d are told, %d students and a teacher came", date, len(m["present"].([]any)), len(came))
		}
	}
}

// hours counts the hours of each student and week again, confirms them week by week, and counts once more.
func (h *halfYear) hours(t *testing.T) {
	t.Helper()
	read := func() (sum map[string]int, open int) {
		sum = map[string]int{}
		for _, s := range h.students {
			for _, row := range ask[[]object](h.centre, "hours", "list", "--student", s) {
				minutes := int(row["minutes"].(float64))
				sum[s] += minutes
				if want := h.minutes[s][row["week"].(string)]; minutes != want {
					t.Errorf("%s, %v: %d minutes are told, %d were worked", s, row["week"], minutes, want)
				}
				from := 0
				for _, f := range row["from"].([]any) {
					from += int(f.(object)["minutes"].(float64))
				}
				if from != minutes {
					t.Errorf("%s, %v: %d minutes, of parts that are %d", s, row["week"], minutes, from)
				}
				if confirmed := fmt.Sprint(row["confirmed"]); confirmed == "false" || confirmed == "0" || confirmed == "<nil>" {
					open++
				}
			}
		}
		return sum, open
	}
	sum, open := read()
	for _, s := range h.students {
		want := 0
		for _, m := range h.minutes[s] {
			want += m
		}
		if sum[s] != want {
			t.Errorf("%s: %d minutes are told, %d were worked", s, sum[s], want)
		}
	}
	if open == 0 {
		t.Error("nothing is to be confirmed")
	}
	for week := 0; h.over(h.day(week, 1)); week++ {
		if h.anyIn(code(h.day(week, 1))) {
			h.do("hours", "confirm", "--week", code(h.day(week, 1)), "--as", "Petra Blom")
		}
	}
	if _, open := read(); open > 0 {
		t.Errorf("%d weeks are not confirmed", open)
	}
	h.fails("hours", "confirm", "--week", code(h.day(0, 1)), h.students[0], "--as", h.students[0])
}

// judged looks back on all work, and lets a teacher judge sixty pieces of it in the app, at 80×24 and without colour; the keys are counted.
func (h *halfYear) judged(t *testing.T) {
	t.Helper()
	for _, s := range h.groups["SW2A"] {
		for _, e := range ask[[]object](h.centre, "evidence", "list", "--as", s, "--limit", "0") {
			if e["reflection"] == nil {
				h.do("evidence", "reflect", e["id"].(string), "--reflection", "Eerst luisteren", "--node", "C1.1", "--as", s)
			}
		}
	}
	theo := Start(t, 80, 24, []string{"LANG=C.UTF-8", "NO_COLOR=1", "HOME=" + t.TempDir()}, h.program, "--db", h.db, "--lang", h.lang, "--as", "Theo Bakker")
	theo.Shows("Zuidwest")
	theo.Press("3")
	theo.Shows("SW2A")
	pressed := 2
	theo.Press("b")
	of := map[string]string{"nl": "van", "en": "of"}[h.lang]
	for n := 1; n <= 60; n++ {
		theo.Shows(fmt.Sprintf(" %d %s ", n, of))
		theo.Press("=", Enter)
		pressed += 2
	}
	theo.Shows(" 61 " + of + " ")
	theo.Press(Esc)
	theo.Press("q")
	theo.Ends()
	judged := 0
	for _, s := range h.groups["SW2A"] {
		for _, e := range ask[[]object](h.centre, "evidence", "list", "--student", s, "--limit", "0", "--as", "Theo Bakker") {
			if n := len(e["assessments"].([]any)); n > 0 {
				judged++
			}
		}
	}
	if judged != 60 || pressed > 150 {
		t.Errorf("%d pieces were judged, with %d keys", judged, pressed)
	}
}

// anyIn tells whether somebody worked in a week.
func (h *halfYear) anyIn(week string) bool {
	for _, weeks := range h.minutes {
		if weeks[week] > 0 {
			return true
		}
	}
	return false
}

// outcomes tells what became of twenty students, beside a figure of somebody else, and works rates and intervals out again.
func (h *halfYear) outcomes(t *testing.T) {
	t.Helper()
	day := h.day(19, 5).Format(time.DateOnly)
	for i, s := range h.students[:20] {
		kind := []string{"qualification", "qualification", "job", "left"}[i%4]
		h.do("outcome", "add", s, kind, "--date", day)
		h.out[kind]++
	}
	h.do("outcome", "compare", "qualification", "--rate", "71.5", "--source", "DUO, mbo en hbo samen", "--year", "2025")
	h.fails("outcome", "compare", "job", "--rate", "60", "--year", "2025")
	for _, o := range ask[[]object](h.centre, "report", "outcomes", "--cohort", "2025") {
		kind, n, of := o["outcome"].(string), int(o["n"].(float64)), int(o["of"].(float64))
		if n != h.out[kind] {
			t.Errorf("%s: %d are told, %d are there", kind, n, h.out[kind])
		}
		if of == 0 {
			continue
		}
		low, high := wilson(n, of)
		percent := 1.0
		if o["rate"].(float64) > 1 {
			percent = 100
		}
		if math.Abs(o["low"].(float64)/percent-low) > 1e-3 || math.Abs(o["high"].(float64)/percent-high) > 1e-3 {
			t.Errorf("%s: %v to %v is told, %.4f to %.4f is worked out", kind, o["low"], o["high"], low, high)
		}
		if kind == "qualification" && !strings.Contains(fmt.Sprint(o["compared"]), "DUO") {
			t.Errorf("beside the rate stands %v", o["compared"])
		}
	}
}

// calendar writes the meetings as a file to subscribe to, and reads its dates in the plainest way.
func (h *halfYear) calendar(t *testing.T) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "rooster.ics")
	h.do("export", "meetings", "-o", file, "--from", h.monday.Format(time.DateOnly))
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	flat := strings.ReplaceAll(strings.ReplaceAll(string(b), "\r\n ", ""), "\r\n", "\n")
	var days []string
	for event := range strings.SplitSeq(flat, "BEGIN:VEVENT") {
		for line := range strings.Lines(event) {
			if name, value, ok := strings.Cut(strings.TrimSpace(line), ":"); ok && strings.HasPrefix(name, "DTSTART") && strings.Contains(event, "UID:") {
				days = append(days, value[:8])
			}
		}
	}
	for week := range halfYearWeeks {
		if day := h.day(week, 3).Format("20060102"); !slices.Contains(days, day) {
			t.Errorf("%s is not in the calendar", day)
		}
	}
}
