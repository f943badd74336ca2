//go:build unix

package terminal_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	. "leerbalie/ui/uitest/terminal"
)

// centre is a store that is asked and told by commands alone.
type centre struct {
	t           *testing.T
	program, db string
	lang        string
}

func newCentre(t *testing.T, program, lang string) *centre {
	c := &centre{t, program, filepath.Join(t.TempDir(), "c.db"), lang}
	c.do("init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam")
	return c
}

// do gives a command and what it says, which has to succeed.
func (c *centre) do(args ...string) string {
	c.t.Helper()
	out, status := Run(c.t, c.program, append(args, "--db", c.db, "--lang", c.lang)...)
	if status != 0 {
		c.t.Fatalf("%v: %d\n%s", args, status, out)
	}
	return out
}

// fails gives what a command says that has to be refused.
func (c *centre) fails(args ...string) string {
	c.t.Helper()
	out, status := Run(c.t, c.program, append(args, "--db", c.db, "--lang", c.lang)...)
	if status != 1 {
		c.t.Fatalf("%v: %d, expected to be refused\n%s", args, status, out)
	}
	return out
}

type object = map[string]any

// json asks for JSON.
func ask[T any](c *centre, args ...string) (out T) {
	c.t.Helper()
	said := c.do(append(args, "--json")...)
	if err := json.Unmarshal([]byte(said), &out); err != nil {
		c.t.Fatalf("%v: %v\n%s", args, err, said)
	}
	return out
}

// folder reads all files of a folder.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(text)
	}
	return out
}

// sample is a folder of real files that is not part of the project.
func sample(t *testing.T, parts ...string) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join(append([]string{"..", "..", "..", "..", "shared", "samples"}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the samples are not here")
	}
	return dir
}

// TestADirectoryGoesInAndOut: what was brought in comes out whole, goes into another centre, and comes out of that the same; a second
// time nothing changes. A request is referred to a service that was found by typing.
func TestADirectoryGoesInAndOut(t *testing.T) {
	for _, from := range [][]string{{"hsds", "ohana"}, {"hsds", "spec", "csv"}} {
		t.Run(from[1], func(t *testing.T) {
			dir := sample(t, from...)
			one, other := newCentre(t, Build(t), "en"), newCentre(t, Build(t), "nl")
			told := ask[object](one, "directory", "import", dir)
			if told["imported"].(float64) == 0 || told["read"] != told["imported"] {
				t.Fatalf("brought in: %v", told)
			}
			if again := ask[object](one, "directory", "import", dir); again["unchanged"] != told["imported"] || again["imported"].(float64) != 0 {
				t.Errorf("brought in twice: %v", again)
			}
			a, b := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
			one.do("directory", "export", "-o", a)
			if back := ask[object](one, "directory", "import", a); back["imported"].(float64) != 0 || back["changed"].(float64) != 0 {
				t.Errorf("what came out is new where it came from: %v", back)
			}
			if there := ask[object](other, "directory", "import", a); there["imported"] != told["imported"] {
				t.Errorf("%v went in, %v elsewhere", told, there)
			}
			other.do("directory", "export", "-o", b)
			first, second := folder(t, a), folder(t, b)
			for name, text := range first {
				if second[name] != text {
					t.Errorf("%s comes out as it did not go in:\n%s\n---\n%s", name, text, second[name])
				}
			}
			if len(first) != len(second) {
				t.Errorf("%d files, then %d", len(first), len(second))
			}
		})
	}
	c := newCentre(t, Build(t), "nl")
	c.do("directory", "import", sample(t, "hsds", "ohana"))
	found := ask[[]object](c, "directory", "search", "literacy")
	if len(found) == 0 {
		t.Fatal("nothing is found")
	}
	c.do("request", "add", "Leren lezen")
	c.do("request", "refer", "ZW-0001", "--service", found[0]["id"].(string), "--consent")
	q := ask[object](c, "request", "show", "ZW-0001")
	referrals := q["referrals"].([]any)
	if len(referrals) != 1 || !strings.Contains(fmt.Sprint(referrals[0]), found[0]["organization"].(string)) {
		t.Errorf("referred to %v, not to %v", referrals, found[0])
	}
}

// TestAResidentIsVisitedEachWeek: a regular client with a path, three visits of a student that come back as hours and as evidence; two
// residents that are merged and parted; and a period that ends before it begins.
func TestAResidentIsVisitedEachWeek(t *testing.T) {
	for _, lang := range []string{"nl", "en"} {
		t.Run(lang, func(t *testing.T) {
			c := newCentre(t, Build(t), lang)
			c.do("group", "add", "2B")
			c.do("student", "add", "Noor", "--level", "hbo", "--group", "2B", "--norm-hours", "40")
			c.do("resident", "add", "Jan de Vries", "--phone", "0612345678", "--told")
			c.do("resident", "add", "J. de Vries", "--phone", "0612345679", "--told")
			start := time.Now().AddDate(0, 0, -28)
			c.do("visit", "plan", "--resident", "Jan de Vries", "--weekday", strings.ToLower(start.Weekday().String()[:3]), "--daypart", "morning", "--what", "Samen de post lezen",
				"--student", "Noor", "--from", start.Format(time.DateOnly))
			c.do("path", "add", "--resident", "Jan de Vries", "Zelf inloggen met DigiD", "--kind", "digid")
			paths := ask[[]object](c, "path", "list", "--resident", "Jan de Vries")
			c.do("path", "step", paths[0]["id"].(string), "De app staat op de telefoon", "--reached", start.Format(time.DateOnly))
			done := 0
			for n := range 3 {
				year, week := start.AddDate(0, 0, 7*n).ISOWeek()
				visits := ask[[]object](c, "visit", "list", "--week", fmt.Sprintf("%d-W%02d", year, week))
				if len(visits) != 1 || visits[0]["state"] != "planned" || visits[0]["date"] != start.AddDate(0, 0, 7*n).Format(time.DateOnly) {
					t.Fatalf("week %d: %v", week, visits)
				}
				c.do("visit", "done", visits[0]["id"].(string), "--minutes", strconv.Itoa(30+n))
				done += 30 + n
			}
			evidence := ask[[]object](c, "evidence", "list", "--student", "Noor")
			minutes := 0.0
			for _, e := range evidence {
				minutes += e["minutes"].(float64)
				if strings.Contains(fmt.Sprint(e), "Vries") {
					t.Errorf("a resident stands in the evidence: %v", e)
				}
			}
			if len(evidence) != 3 || minutes != float64(done) {
				t.Errorf("%d pieces of %v minutes, not 3 of %d", len(evidence), minutes, done)
			}
			c.do("request", "add", "Brief van de gemeente", "--resident", "J. de Vries")
			c.do("resident", "merge", "J. de Vries", "--into", "Jan de Vries")
			c.do("resident", "merge", "J. de Vries", "--undo")
			if all := ask[[]object](c, "resident", "list"); len(all) != 2 {
				t.Errorf("%d residents", len(all))
			}
			c.fails("report", "site", "--since", "2026-05-02", "--until", "2026-05-01")
			if access := c.do("resident", "access", "Jan de Vries"); !strings.Contains(access, "DigiD") || !strings.Contains(access, "Samen de post lezen") {
				t.Errorf("what is held leaves something out:\n%s", access)
			}
		})
	}
}

// counted is what an independent count makes of the requests that were closed in a period, by the list that scripts read.
type counted struct {
	handled, minutes           int
	themes, channels, outcomes map[string]int
	waits                      []int
}

func count(t *testing.T, rows []object, since, until string) (n counted) {
	t.Helper()
	n = counted{themes: map[string]int{}, channels: map[string]int{}, outcomes: map[string]int{}}
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	moment := func(v any) time.Time {
		text, _ := v.(string)
		at, _ := time.Parse(time.RFC3339Nano, text)
		return at
	}
	for _, r := range rows {
		if r["status"] != "closed" || r["merged_into"] != nil && r["merged_into"] != "" {
			continue
		}
		closed := moment(r["closed_at"])
		if day := closed.In(zone).Format(time.DateOnly); day < since || day > until {
			continue
		}
		n.handled++
		n.minutes += int(r["minutes"].(float64))
		for by, key := range map[*map[string]int]string{&n.themes: "theme", &n.channels: "channel", &n.outcomes: "outcome"} {
			code, _ := r[key].(string)
			(*by)[code]++
		}
		helped := moment(r["claimed_at"])
		if helped.IsZero() {
			helped = closed
		}
		n.waits = append(n.waits, int(helped.Sub(moment(r["created_at"]))/time.Minute))
	}
	slices.Sort(n.waits)
	return n
}

// nearest is the nearest rank of a share of sorted numbers.
func nearest(sorted []int, share float64) int {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[max(int(math.Ceil(share*float64(len(sorted)))), 1)-1]
}

// TestTheReportIsRight counts the demo store again, from the list that scripts read, in no way that the program knows: for its year and
// for a month of it, as a script gets it and as both languages print it.
func TestTheReportIsRight(t *testing.T) {
	program := Build(t)
	c := &centre{t, program, filepath.Join(t.TempDir(), "demo.db"), "nl"}
	c.do("init", "--demo")
	demo := func(lang string, args ...string) string {
		c.lang = lang
		return c.do(args...)
	}
	var rows []object
	if err := json.Unmarshal([]byte(demo("nl", "request", "list", "--status", "all", "--limit", "0", "--json")), &rows); err != nil || len(rows) < 500 {
		t.Fatal(len(rows), err)
	}
	today := time.Now()
	month := today.AddDate(0, 0, -35)
	for _, p := range [][2]string{
		{today.AddDate(-1, 0, 1).Format(time.DateOnly), today.Format(time.DateOnly)},
		{month.AddDate(0, 0, 1-month.Day()).Format(time.DateOnly), month.AddDate(0, 1, -month.Day()).Format(time.DateOnly)},
	} {
		var told struct {
			Handled, Minutes int
			Median           int      `json:"wait_median_minutes"`
			Ninth            int      `json:"wait_p90_minutes"`
			Themes           []object `json:"by_theme"`
			Channels         []object `json:"by_channel"`
			Outcomes         []object `json:"by_outcome"`
		}
		if err := json.Unmarshal([]byte(demo("nl", "report", "site", "--since", p[0], "--until", p[1], "--json")), &told); err != nil {
			t.Fatal(err)
		}
		n := count(t, rows, p[0], p[1])
		if n.handled == 0 || told.Handled != n.handled || told.Minutes != n.minutes || told.Median != nearest(n.waits, 0.5) || told.Ninth != nearest(n.waits, 0.9) {
			t.Errorf("%v: told are %d handled, %d minutes, waits %d and %d; counted %d, %d, %d and %d", p, told.Handled, told.Minutes, told.Median, told.Ninth,
				n.handled, n.minutes, nearest(n.waits, 0.5), nearest(n.waits, 0.9))
		}
		for what, by := range map[string]struct {
			told    []object
			counted map[string]int
		}{"themes": {told.Themes, n.themes}, "channels": {told.Channels, n.channels}, "outcomes": {told.Outcomes, n.outcomes}} {
			got := map[string]int{}
			for _, o := range by.told {
				code, _ := o["code"].(string)
				got[code] = int(o["handled"].(float64))
			}
			if !maps.Equal(got, by.counted) {
				t.Errorf("%v: %s told are %v, counted %v", p, what, got, by.counted)
			}
		}
		for _, lang := range []string{"nl", "en"} {
			if print := demo(lang, "report", "site", "--since", p[0], "--until", p[1], "--format", "md", "-o", "-"); !strings.Contains(print, strconv.Itoa(n.handled)) {
				t.Errorf("%v, %s: %d are not in what is printed:\n%s", p, lang, n.handled, print)
			}
		}
	}
}
