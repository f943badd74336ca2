//go:build unix

package terminal_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"leerbalie/ui/say"
	. "leerbalie/ui/uitest/terminal"
)

// told writes the transcripts anew instead of comparing with them: look at the difference.
var told = flag.Bool("told", false, "write the transcripts of the app without a screen anew")

// voice is the program without a screen, and a transcript of what each key told.
type voice struct {
	*Terminal
	t      *testing.T
	heard  int      // how much of what it wrote was looked at
	script []string // a key and what it told, in turns
	want   []string // the same, of the transcript that is kept; nil while it is written
}

// passing is what differs by the moment, and the place of a question that was split off beside the one that it came in with.
var passing = regexp.MustCompile(`\d+\. ZW-0011|\d\d-\d\d-\d{4}|\d\d:\d\d|\d\d-\d\d\b|\d+ (minuten|minuut|minutes|minute)|` + "`" + `[0-9a-f]{6,}`)

func lasting(text string) string { return passing.ReplaceAllString(text, "#") }

// alike reports whether what was written has the lines of a step, whose commands may have ended in another order.
func alike(written, quoted string) bool {
	want, err := strconv.Unquote(quoted)
	if err != nil {
		return false
	}
	a, b := strings.Split(written, "\r\n"), strings.Split(want, "\r\n")
	last := a[len(a)-1] == b[len(b)-1] // where the next letter comes
	slices.Sort(a)
	slices.Sort(b)
	return last && slices.Equal(a, b)
}

// begin waits for what is told at the start.
func (v *voice) begin(x *Terminal) {
	v.Terminal, v.heard = x, 0
	v.takes("start")
}

// press presses keys, and takes what each tells.
func (v *voice) press(keys ...string) {
	v.t.Helper()
	for _, key := range keys {
		v.Press(key)
		v.takes(key)
	}
}

// kind types a text letter by letter.
func (v *voice) kind(text string) {
	v.t.Helper()
	for _, r := range text {
		v.Press(string(r))
		v.takes(string(r))
	}
}

// takes waits until what is told of a key is what the transcript has, or, while that is written, until nothing more comes.
func (v *voice) takes(key string) {
	v.t.Helper()
	step := len(v.script) / 2
	var out string
	if v.want == nil {
		out = v.Quiet(v.heard, 450*time.Millisecond)
	} else {
		if step*2+1 >= len(v.want) || v.want[step*2] != fmt.Sprintf("%q", key) {
			v.t.Fatalf("step %d, %q, is not in the transcript", step, key)
		}
		want := v.want[step*2+1]
		out = v.Writes(v.heard, func(written string) bool { return alike(lasting(written), want) }, fmt.Sprintf("step %d, %q, tells %s", step, key, want))
	}
	v.heard += len(out)
	for _, r := range out {
		if r != '\r' && r != '\n' && r != '\b' && say.Sign(r) {
			v.t.Errorf("step %d, %q, writes %q, which is a sign or acts on the terminal", step, key, r)
		}
	}
	v.script = append(v.script, fmt.Sprintf("%q", key), fmt.Sprintf("%q", lasting(out)))
}

// transcript begins a voice whose transcript is kept under a name.
func transcript(t *testing.T, name string) *voice {
	path := filepath.Join("testdata", "linear", name+".golden")
	v := &voice{t: t}
	if !*told {
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		v.want = []string{}
		for _, line := range strings.Split(strings.TrimSpace(string(body)), "\n") {
			v.want = append(v.want, strings.TrimPrefix(line, "    "))
		}
		return v
	}
	t.Cleanup(func() {
		var b strings.Builder
		for i := 0; i+1 < len(v.script); i += 2 {
			b.WriteString(v.script[i] + "\n    " + v.script[i+1] + "\n")
		}
		_ = os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Error(err)
		}
	})
	return v
}

// tongues are the languages that the jobs are done in.
var tongues = map[string]string{"nl": "nl_NL.UTF-8", "en": "en_GB.UTF-8"}

// TestTenWalkInsWithoutAScreen takes in ten questions, one of them interrupted, and parks, refers, merges, splits, takes, hands back and
// closes some, by ear. Each key tells what stands in the transcript, and nothing else.
func TestTenWalkInsWithoutAScreen(t *testing.T) {
	t.Parallel()
	program := Build(t)
	for lang, locale := range tongues {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			db := filepath.Join(t.TempDir(), "d.db")
			if out, status := Run(t, program, "init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam", "--db", db); status != 0 {
				t.Fatal(out)
			}
			v := transcript(t, "walk-"+lang)
			v.begin(Start(t, 80, 24, []string{"LANG=" + locale, "ACCESSIBLE=1"}, program, "--db", db))
			v.press("n")
			v.kind("Fietsx")
			v.press("\x7f")
			v.kind("band lek")
			v.press(Enter)
			for _, question := range []string{"Toeslag stopgezet !", "Schimmel in huis", "Taalles gezocht #taal", "DigiD kwijt", "Eenzaam sinds kort !!", "Verhuizen naar zorgwoning", "Boete van het CJIB"} {
				v.press("n", question, Enter)
			}
			v.press("n", "Stroom wordt", ctrlN, "Bekeuring gekregen", Enter, "n", " afgesloten", Enter)
			v.press("1", Enter, Enter, Esc)                       // a number goes to a row, Enter opens it
			v.press("/", "fietsband", Enter, "p", Esc)            // found and parked
			v.press("/", "eenzaam", Enter, "d")                   // referred
			v.press("Buurtkamer", Tab, Tab, right, CtrlS, Esc)    //
			v.press("/", "bekeuring", Enter, "g", "boete", Enter) // merged with another
			v.press(Esc, "\x0c", "/", "verhuizen", Enter, "s", "Huurachterstand bij de oude woning", Enter, Esc)
			v.press("3", Enter, "c", "x", "1", Tab, CtrlS, "u")
			v.press("?", ":", Esc, "q")
			v.Ends()
			rows := list(t, program, db)
			if len(rows) != 11 || rows["ZW-0001"].Status != "parked" || rows["ZW-0009"].Status != "closed" {
				t.Errorf("%d questions: %+v", len(rows), rows)
			}
		})
	}
}

// TestAProposalWithoutAScreen has a pair proposed for three students, looks at why, turns a weight, and publishes it.
func TestAProposalWithoutAScreen(t *testing.T) {
	t.Parallel()
	program := Build(t)
	for lang, locale := range tongues {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			db := filepath.Join(t.TempDir(), "d.db")
			for _, args := range [][]string{
				{"init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam"}, {"group", "add", "2B"},
				{"student", "add", "Noor Dijk", "--level", "hbo", "--dayparts", "ma-ochtend,di-ochtend", "--language", "nl", "--group", "2B"}, {"student", "add", "Ali Yildiz", "--level", "mbo-3", "--dayparts", "ma-ochtend,di-ochtend", "--language", "nl", "--group", "2B"},
				{"student", "add", "Eva Maas", "--level", "hbo", "--dayparts", "ma-ochtend,di-ochtend", "--language", "nl", "--group", "2B"},
			} {
				if out, status := Run(t, program, append(args, "--db", db)...); status != 0 {
					t.Fatalf("%v: %s", args, out)
				}
			}
			v := transcript(t, "pairs-"+lang)
			v.begin(Start(t, 80, 24, []string{"LANG=" + locale}, program, "--db", db, "--linear"))
			v.press(":", "maatjes", Esc)
			v.press(":")
			v.kind(map[string]string{"nl": "naar maatjes", "en": "to buddies"}[lang])
			v.press(Enter)
			v.press(Enter, Esc, Down)
			v.press("p", Down, "\x1bOQ", Enter, Esc, "w", right, "9", Esc, "P", Tab, Enter, "\x0c", "q")
			v.Ends()
		})
	}
}

// TestAClassIsJudgedWithoutAScreen judges what two students did, piece by piece, with a level by its key and a reason that is typed.
func TestAClassIsJudgedWithoutAScreen(t *testing.T) {
	t.Parallel()
	program := Build(t)
	for lang, locale := range tongues {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			db := filepath.Join(t.TempDir(), "d.db")
			for _, args := range [][]string{
				{"init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam"}, {"group", "add", "2B"},
				{"person", "add", "Theo", "--role", "teacher", "--group", "2B"},
				{"student", "add", "Noor", "--level", "hbo", "--group", "2B"}, {"student", "add", "Ali", "--level", "hbo", "--group", "2B"},
				{"request", "add", "Brief gelezen", "--theme", "literacy"}, {"request", "add", "Huurschuld", "--theme", "poverty"},
				{"request", "claim", "ZW-0001", "--for", "Noor"}, {"request", "claim", "ZW-0002", "--for", "Ali"},
				{"request", "close", "ZW-0001", "--outcome", "handled-directly", "--minutes", "20"}, {"request", "close", "ZW-0002", "--outcome", "handled-directly", "--minutes", "30"},
			} {
				if out, status := Run(t, program, append(args, "--db", db)...); status != 0 {
					t.Fatalf("%v: %s", args, out)
				}
			}
			for _, who := range []string{"Noor", "Ali"} { // who looks back on a piece lets it be judged
				out, _ := Run(t, program, "evidence", "list", "--student", who, "--json", "--db", db)
				var pieces []struct{ ID string }
				if err := json.Unmarshal([]byte(out), &pieces); err != nil || len(pieces) != 1 {
					t.Fatalf("%v: %s", err, out)
				}
				if out, status := Run(t, program, "evidence", "reflect", pieces[0].ID, "--situation", "Er was een brief.", "--task", "Samen lezen.", "--action", "Wij belden.",
					"--result", "Er is een regeling.", "--reflection", "Rustig blijven.", "--cleaned", "--as", who, "--db", db); status != 0 {
					t.Fatal(out)
				}
			}
			v := transcript(t, "judge-"+lang)
			v.begin(Start(t, 80, 24, []string{"LANG=" + locale}, program, "--db", db, "--as", "Theo", "--linear"))
			v.press(":", map[string]string{"nl": "naar competenties", "en": "to competences"}[lang], Enter, Down, Enter, Esc, "b")
			for range 2 {
				v.press("\x1bOQ", "g", "g", Tab)
				v.kind("gezien en besproken")
				v.press(Enter)
			}
			v.press("\x1b[A", "\x0c", "q")
			v.Ends()
		})
	}
}
