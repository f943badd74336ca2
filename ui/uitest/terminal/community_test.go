//go:build unix

package terminal_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	. "leerbalie/ui/uitest/terminal"
)

// years is what a community did in a half-year, counted beside the program in the plainest way.
type years struct {
	*centre
	today    time.Time
	goals    map[string][]string // by state, the titles
	steps    map[string][2]int   // by goal: how many, and how many done
	placed   map[string]int      // by partner
	came     int                 // residents at sessions of the project
	sessions int
	signals  map[string]string // by text, the state
	answered int               // questions
}

func (y *years) day(n int) string { return y.today.AddDate(0, 0, n).Format(time.DateOnly) }

// people are who is there: one of each role of a professional, thirty students, and two guests.
func (y *years) people() {
	y.do("group", "add", "SW2A")
	for _, p := range [][2]string{{"Theo Bakker", "teacher"}, {"Petra Blom", "supervisor"}, {"Dewi Jansen", "desk"}, {"Fatma Kaya", "guest"}, {"Wim de Wit", "guest"}} {
		args := []string{"person", "add", p[0], "--role", p[1]}
		if p[1] == "teacher" {
			args = append(args, "--group", "SW2A")
		}
		y.do(args...)
	}
	for i := range 30 {
		level := []string{"mbo-3", "mbo-4", "hbo"}[i%3]
		y.do("student", "add", student(i), "--level", level, "--group", "SW2A", "--number", fmt.Sprintf("%04d", i+1), "--start", y.day(-100), "--end", y.day(120), "--supervisor", "Petra Blom", "--dayparts", "ma-ochtend,di-ochtend")
	}
}

func student(i int) string { return fmt.Sprintf("Student%02d Smit", i+1) }

// agenda is five goals of five owners of different roles. One is added by keys, its first step ticked by keys.
func (y *years) agenda() {
	add := func(title, owner string, more ...string) {
		y.do(append([]string{"goal", "add", title, "--owner", owner, "--by", y.day(30)}, more...)...)
		y.steps[title] = [2]int{}
	}
	add("Minder lang wachten", "Sam", "--phase", "verkennen")
	add("Een les over schulden", "Theo Bakker", "--work", "training")
	add("Iedereen een maatje", "Petra Blom")
	add("Samen koken", "Fatma Kaya", "--phase", "proberen")
	open := func(who string) *Terminal {
		app := Start(y.t, 80, 24, []string{"LANG=C.UTF-8", "NO_COLOR=1", "HOME=" + y.t.TempDir()}, y.program, "--db", y.db, "--lang", y.lang, "--as", who)
		app.Shows("Zuidwest")
		return app
	}
	app := open(student(0))
	app.Press("6")
	app.Shows("1/11")
	app.Press("\t")
	app.Shows("2/11", "Samen koken")
	app.Press("n")
	app.Shows(student(0))
	app.Press("Taalcafe open", Enter, Enter, Enter, "\x13") // ctrl+s
	app.Shows("Taalcafe open")
	app.Press(Enter, "s")
	app.Press("stap 0", Enter, Enter, Enter, "\x13")
	app.Shows("[ ] stap 0")
	app.Press(" ")
	app.Shows("[x] stap 0")
	app.Press("q")
	app.Ends()
	app = open("Sam") // who acts from now on, unless somebody else is named
	app.Press("q")
	app.Ends()
	y.steps["Taalcafe open"] = [2]int{}
	for _, title := range slices.Sorted(maps.Keys(y.steps)) {
		for n := range 3 {
			y.do("goal", "step", title, fmt.Sprintf("stap %d", n+1), "--by", y.day(7*n-3))
		}
		done := len(title) % 3
		for n := range done {
			y.do("goal", "tick", title, fmt.Sprintf("stap %d", n+1))
		}
		y.steps[title] = [2]int{3, done}
		if title == "Taalcafe open" {
			y.steps[title] = [2]int{4, done + 1}
		}
		y.goals["open"] = append(y.goals["open"], title)
	}
	y.do("goal", "result", "Samen koken", "twaalf gasten aan tafel", "--as", "Fatma Kaya")
	y.do("goal", "need", "Samen koken", "koken voor veertig")
	y.do("goal", "offer", "Samen koken", "koken", "de kok van het buurthuis", "--as", student(1))
	y.do("goal", "end", "Iedereen een maatje", "alle studenten hebben een maatje", "--as", "Petra Blom")
	y.goals["open"] = slices.DeleteFunc(y.goals["open"], func(t string) bool { return t == "Iedereen een maatje" })
	y.goals["reached"] = []string{"Iedereen een maatje"}
	y.fails("goal", "edit", "Minder lang wachten", "--phase", "x", "--as", student(2)) // somebody else's
}

// project is one in the district, with three pairs and two guests, and sessions that were counted.
func (y *years) project() {
	y.do("project", "add", "Samen eten", "--theme", "eenzaamheid", "--district", "Zuid", "--from", y.day(-90), "--to", y.day(90), "--hours-a-week", "16", "--leader", "Petra Blom", "--programme", "elke week koken")
	var pairs []string
	for n := range 3 {
		pairs = append(pairs, "--pair", student(3*n)+","+student(3*n+2)) // mbo with hbo
	}
	y.do(append([]string{"pair", "publish", "--min-shared", "0", "--min-stated", "0", "--trios", "none"}, pairs...)...)
	running := ask[[]object](y.centre, "pair", "list", "--limit", "0")
	if len(running) < 3 {
		y.t.Fatalf("%d pairs", len(running))
	}
	joined := []string{"project", "join", "Samen eten", "Fatma Kaya", "Wim de Wit"}
	for _, p := range running[:3] {
		joined = append(joined, p["id"].(string))
	}
	y.do(joined...)
	y.do("project", "agree", "Samen eten", "--as-party", "school", "--for", "ROC Zuid", "--as", "Theo Bakker")
	for n := range 6 {
		people := 8 + 3*n
		y.do("project", "session", "Samen eten", "--date", y.day(-70+7*n), "--participants", fmt.Sprint(people), "--minutes", "120", "--what", "koken", "--as", "Petra Blom")
		y.came += people
		y.sessions++
	}
	y.do("project", "result", "Samen eten", "twee bewoners koken zelf", "--as", "Petra Blom")
}

// places is a network of three small partners with thirty places, of which twenty-two are taken; what cannot be is refused, with the numbers.
func (y *years) places() {
	y.do("network", "add", "Zorgboeren Zuid")
	for n, name := range []string{"De Warme Schuur", "Boerderij Oost", "Tuin van Noord"} {
		y.do("partner", "add", name, "--places", "10", "--supervision-hours", fmt.Sprint(10-n), "--from", y.day(-60), "--to", y.day(200), "--network", "Zorgboeren Zuid")
	}
	next := 0
	for _, p := range []struct {
		name string
		n    int
	}{{"De Warme Schuur", 10}, {"Boerderij Oost", 7}, {"Tuin van Noord", 5}} {
		for range p.n {
			y.do("placement", "add", student(next), "--partner", p.name, "--from", y.day(-30), "--to", y.day(100), "--supervisor", "Piet de Boer", "--school-guide", "Theo Bakker")
			next++
		}
		y.placed[p.name] = p.n
	}
	y.do("partner", "add", "Zonder uren", "--places", "4", "--supervision-hours", "0", "--from", y.day(-60), "--to", y.day(200))
	y.do("partner", "add", "Alleen twee", "--places", "4", "--supervision-hours", "9", "--from", y.day(-60), "--to", y.day(200), "--level", "mbo-2")
	for _, refused := range []struct{ who, where, says string }{
		{student(29), "De Warme Schuur", "10"}, {student(29), "Zonder uren", "Zonder uren"}, {student(29), "Alleen twee", "hbo"}, {student(0), "Tuin van Noord", "De Warme Schuur"},
	} {
		said := y.fails("placement", "add", refused.who, "--partner", refused.where, "--from", y.day(-30), "--to", y.day(100), "--supervisor", "Piet")
		if !strings.Contains(said, refused.says) {
			y.t.Errorf("%s at %s: %s", refused.who, refused.where, said)
		}
	}
	holds(y.t, y.fails("partner", "state", "Boerderij Oost", "ended"), student(10)) // who is placed there
	if all := ask[[]object](y.centre, "placement", "list", "--limit", "0"); len(all) != next {
		y.t.Errorf("%d placements after what was refused, %d were made", len(all), next)
	}
}

// asks is a training that was asked and given, four signals and what came of them, and questions.
func (y *years) asks() {
	y.do("training", "add", "Omgaan met agressie", "--partner", "De Warme Schuur", "--asked", y.day(-40), "--givers", "Theo Bakker", "--as", student(3))
	y.do("training", "plan", "Omgaan met agressie", y.day(-10), "--as", "Theo Bakker")
	y.do("training", "give", "Omgaan met agressie", "iedereen durft nee te zeggen", "--people", "14", "--as", "Theo Bakker")
	for _, sent := range [][2]string{{"Geen les over schulden", "done"}, {"De deur is te smal", "declined"}, {"Te weinig tolken", "taken"}, {"Het rooster botst", "open"}} {
		text, state := sent[0], sent[1]
		y.do("signal", "add", text, "--to", "Theo Bakker", "--as", student(4))
		switch state {
		case "taken":
			y.do("signal", "take", text, "--as", "Theo Bakker")
		case "done", "declined":
			y.do("signal", "answer", text, "besproken in het team", "--state", state, "--as", "Theo Bakker")
		}
		y.signals[text] = state
	}
	y.do("question", "add", "Hoe begin je over schulden?", "--as", student(5))
	y.do("question", "answer", "Hoe begin", "vraag of het uitkomt", "--as", "Fatma Kaya")
	y.answered++
	y.do("question", "keep", "Hoe begin", "vraag eerst of het uitkomt", "--as", "Dewi Jansen")
	y.do("question", "add", "Wie kent een tolk?", "--as", student(6))
}

// recounted holds the report of the half-year against what was counted beside it.
func (y *years) recounted(do func(...string) string, whole bool) {
	y.t.Helper()
	r := decode[object](y.t, do("report", "community", "--since", y.day(-120), "--until", y.day(0), "--json"))
	number := func(what string, got any, want int) {
		y.t.Helper()
		if n, ok := got.(float64); !ok || int(n) != want {
			y.t.Errorf("%s: %v, counted %d", what, got, want)
		}
	}
	list := func(key string) []any { l, _ := r[key].([]any); return l }
	number("goals", float64(len(list("goals"))), 5)
	roles := map[any]bool{}
	for _, g := range list("goals") {
		g := g.(object)
		roles[g["owner_role"]] = true
		title := g["title"].(string)
		if !slices.Contains(y.goals[g["state"].(string)], title) {
			y.t.Errorf("goal %s is %v", title, g["state"])
		}
		number("steps of "+title, g["steps"], y.steps[title][0])
		number("steps done of "+title, g["steps_done"], y.steps[title][1])
	}
	number("roles of owners", float64(len(roles)), 5)
	learned := r["learned"].(object)
	number("questions answered", learned["answered"], y.answered)
	number("questions asked", learned["asked"], 2)
	number("needs", learned["needs"], 1)
	number("offers", learned["offers"], 1)
	number("kept", float64(len(learned["kept"].([]any))), 1)
	p := list("projects")[0].(object)
	number("sessions", p["sessions"], y.sessions)
	number("participants", p["participants"], y.came)
	number("pairs", p["pairs"], 3)
	number("guests of the project", p["guests"], 2)
	number("students of the project", p["students"], 6)
	partners := r["partners"].(object)
	network := partners["networks"].([]any)[0].(object)
	placed := 0
	for _, n := range y.placed {
		placed += n
	}
	number("places of the network", network["places"], 30)
	number("partners of the network", network["partners"], 3)
	if whole {
		number("placed in the network", network["placed"], placed)
		number("placed", partners["placed"], placed)
	}
	number("signals", float64(len(list("signals"))), len(y.signals))
	for _, s := range list("signals") {
		if s := s.(object); s["state"] != y.signals[s["text"].(string)] {
			y.t.Errorf("signal %v is %v", s["text"], s["state"])
		}
	}
	training := list("trainings")[0].(object)
	number("people at the training", training["people"], 14)
	if training["state"] != "given" {
		y.t.Errorf("the training is %v", training["state"])
	}
	number("guests", r["guests"], 2)
}

// TestACommunityHalfYear: a community of a half-year by script, in both languages, at 80×24: goals of five owners of different roles, a project in
// the district, a network of small partners, a training, signals and what came of them. The report is counted again beside it, and is the same
// from a laptop that exchanges with the centre.
func TestACommunityHalfYear(t *testing.T) {
	if testing.Short() {
		t.Skip("many commands")
	}
	for _, lang := range []string{"nl", "en"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			now := time.Now()
			y := &years{centre: newCentre(t, Build(t), lang), today: time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC), goals: map[string][]string{}, steps: map[string][2]int{}, placed: map[string]int{}, signals: map[string]string{}}
			y.people()
			y.agenda()
			y.project()
			y.places()
			y.asks()
			y.recounted(y.do, true)
			for _, format := range []string{"md", "html", "csv"} {
				printed := y.do("report", "community", "--since", y.day(-120), "--until", y.day(0), "--format", format)
				holds(t, printed, "Samen koken")
				for _, words := range []string{"Samen eten", "Zorgboeren Zuid", "Omgaan met agressie", "Te weinig tolken", "Iedereen een maatje", "twaalf gasten aan tafel"} {
					holds(t, printed, words)
				}
				for i := range 30 {
					if strings.Contains(printed, student(i)) {
						t.Errorf("the report names %s", student(i))
					}
				}
			}
			for _, refused := range [][]string{{"request", "list"}, {"student", "list"}, {"resident", "list"}, {"hours", "list"}, {"pair", "list"}} {
				y.fails(append(refused, "--as", "Fatma Kaya")...)
			}
			for _, open := range [][]string{{"goal", "list"}, {"project", "show", "Samen eten"}, {"question", "list"}, {"report", "community"}} {
				y.do(append(open, "--as", "Fatma Kaya")...)
			}

			l, _ := invited(y.centre, "Theo Bakker")
			l.do("goal", "edit", "Een les over schulden", "--phase", "op de laptop")
			y.do("goal", "edit", "Een les over schulden", "--phase", "bij de centrale", "--why", "elke week vraagt iemand ernaar")
			l.do("question", "answer", "Wie kent een tolk", "de bibliotheek")
			l.do("signal", "add", "Geen plek om te bellen", "--to", "Sam")
			y.answered++
			y.signals["Geen plek om te bellen"] = "open"
			l.back(y.centre)
			clash := ask[[]object](y.centre, "conflicts", "list")
			if len(clash) != 1 || clash[0]["field"] != "goal-phase" {
				t.Fatalf("what was changed in two ways: %v", clash)
			}
			y.do("conflicts", "settle", clash[0]["id"].(string), "--value", "samen")
			l.again(y.centre)
			there := digests(l.do("check", "--digest"))
			for of, digest := range digests(y.do("check", "--digest")) {
				if strings.HasPrefix(of, "community") && there[of] != digest {
					t.Errorf("%s differs on the laptop", of)
				}
			}
			for _, do := range []func(...string) string{y.do, l.do} {
				g := decode[object](t, do("goal", "show", "Een les over schulden", "--json"))
				if g["phase"] != "samen" || g["why"] != "elke week vraagt iemand ernaar" {
					t.Errorf("the goal after the exchange: %v", g)
				}
				if left := decode[[]object](t, do("conflicts", "list", "--json")); len(left) != 0 {
					t.Errorf("still changed in two ways: %v", left)
				}
			}
			y.recounted(y.do, true)
			y.recounted(l.do, false)
		})
	}
}
