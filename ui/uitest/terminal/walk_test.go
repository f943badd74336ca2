//go:build unix

package terminal_test

import (
	"path/filepath"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// Keys of the walk beside those of the package.
const (
	ctrlN = "\x0e"
	right = "\x1b[C"
	left  = "\x1b[D"
)

// sayings are what the screens say on the walk, in a language.
type sayings struct {
	intake, queued, parked, referred, allTheSame, merged, split, unfinished, found string
}

// walk is a morning at the desk: keys in, and after each step what a person would wait for.
type walk struct {
	*Terminal
	sayings
	keys int // pressed, the text not counted
}

func (w *walk) press(text bool, keys ...string) {
	w.Press(keys...)
	if !text {
		w.keys += len(keys)
	}
}

// takeIn types a question that came to the desk. Two keys, the text not counted: n and Enter.
func (w *walk) takeIn(text, number string) {
	w.press(false, "n")
	w.Shows(w.intake)
	w.press(true, text)
	w.press(false, Enter)
	w.Shows(number + " " + w.queued)
}

// find puts the cursor on a request by a word of it. Two keys: / and Enter.
func (w *walk) find(word string) {
	w.press(false, "/")
	w.press(true, word)
	w.Shows("1 " + w.found)
	w.press(false, Enter)
}

// TestAMorningAtTheDesk takes in ten questions in a row, three of them interrupted halfway; parks two, refers one, merges
// two and splits one; then the plug is pulled, and everything is found again. No mouse, 80×24, no colour.
//
// Counted without the text: a question that comes in takes two keys, an interrupted one five with the one that comes
// between (n, Ctrl+N, Enter, n, Enter); parking takes four with finding it, and the whole morning less than a hundred.
func TestAMorningAtTheDesk(t *testing.T) {
	program := Build(t)
	for lang, say := range map[string]sayings{
		"nl_NL.UTF-8": {"Nieuwe vraag", "staat in de wachtrij", "is geparkeerd", "Doorverwijzing bewaard", "Toch samenvoegen?", "is samengevoegd", "is afgesplitst", "1 niet af", "gevonden"},
		"en_GB.UTF-8": {"New question", "is in the queue", "is parked", "Referral kept", "Merge all the same?", "is merged", "is split off", "1 unfinished", "found"},
	} {
		t.Run(lang, func(t *testing.T) {
			db := filepath.Join(t.TempDir(), "d.db")
			if out, status := Run(t, program, "init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam", "--db", db); status != 0 {
				t.Fatal(out)
			}
			env := []string{"LANG=" + lang, "NO_COLOR=1"}
			w := &walk{Start(t, 80, 24, env, program, "--db", db), say, 0}
			w.Shows("Zuidwest")
			w.morning()
			if w.keys > 100 {
				t.Errorf("the morning took %d keys", w.keys)
			}
			w.press(false, "n")
			w.press(true, "Elfde vraag half")
			w.Shows("Elfde vraag half")
			w.press(false, Esc)
			w.Shows(say.unfinished)
			w.Kill()

			y := &walk{Start(t, 80, 24, env, program, "--db", db), say, 0}
			y.Shows(say.unfinished)
			for word, number := range map[string]string{
				"fietsband": "ZW-0001", "stroom": "ZW-0003", "toeslag": "ZW-0002", "schimmel": "ZW-0005", "taalles": "ZW-0004", "digid": "ZW-0007",
				"eenzaam": "ZW-0006", "verhuizen": "ZW-0008", "boete": "ZW-0009", "bekeuring": "ZW-0010", "huurachter": "ZW-0011",
			} {
				y.find(word)
				y.Shows(number)
				y.press(false, Esc)
			}
			y.press(false, "n")
			y.Shows("Elfde vraag half")
			y.press(false, Enter)
			y.Shows("ZW-0012 " + say.queued)
			y.press(false, "q")
			y.Ends()
			settled(t, program, db)
		})
	}
}

// morning does the work.
func (w *walk) morning() {
	w.takeIn("Fietsband lek", "ZW-0001")
	w.interrupted("Stroom wordt", "Toeslag stopgezet !", " afgesloten !!", "ZW-0002", "ZW-0003")
	w.interrupted("Schimmel in", "Taalles gezocht #taal", " huis", "ZW-0004", "ZW-0005")
	w.interrupted("DigiD", "Eenzaam sinds kort", " kwijt", "ZW-0006", "ZW-0007")
	w.takeIn("Verhuizen naar zorgwoning", "ZW-0008")
	w.takeIn("Boete van het CJIB", "ZW-0009")
	w.takeIn("Bekeuring gekregen", "ZW-0010")

	for _, word := range []string{"fietsband", "digid"} {
		w.find(word)
		w.press(false, "p")
		w.Shows(w.parked)
		w.press(false, Esc)
	}
	w.find("eenzaam")
	w.press(false, "d")
	w.press(true, "Buurtkamer")
	w.press(false, Tab, Tab, right, CtrlS)
	w.Shows(w.referred)
	w.press(false, Esc)

	for _, same := range []struct {
		one, other string
		differ     bool // in how urgent they are, so that it is asked
	}{{"bekeuring", "boete", false}, {"toeslag", "stroom", true}} {
		w.find(same.one)
		w.press(false, "g")
		w.press(true, same.other)
		w.Shows("› ZW-")
		w.press(false, Enter)
		if same.differ {
			w.Shows(w.allTheSame)
			w.press(false, left, Enter)
		}
		w.Shows(w.merged)
		w.press(false, Esc)
	}
	w.find("verhuizen")
	w.press(false, "s")
	w.press(true, "Huurachterstand bij de oude woning")
	w.press(false, Enter)
	w.Shows("ZW-0011 " + w.split)
}

// interrupted begins to type a question, takes another in between, and goes on where it was.
func (w *walk) interrupted(half, between, rest, first, second string) {
	w.press(false, "n")
	w.Shows(w.intake)
	w.press(true, half)
	w.press(false, ctrlN)
	w.Shows("(2 ")
	w.press(true, between)
	w.press(false, Enter)
	w.Shows(first + " " + w.queued)
	w.press(false, "n")
	w.Shows(half)
	w.press(true, rest)
	w.press(false, Enter)
	w.Shows(second + " " + w.queued)
}

// settled looks at the store with a command.
func settled(t *testing.T, program, db string) {
	t.Helper()
	rows := list(t, program, db)
	if len(rows) != 12 {
		t.Errorf("%d questions, want 12", len(rows))
	}
	for number, status := range map[string]string{
		"ZW-0001": "parked", "ZW-0007": "parked", "ZW-0006": "waiting", "ZW-0010": "closed", "ZW-0002": "closed", "ZW-0003": "waiting",
		"ZW-0009": "waiting", "ZW-0011": "waiting", "ZW-0012": "waiting",
	} {
		if rows[number].Status != status {
			t.Errorf("%s is %+v, want %s", number, rows[number], status)
		}
	}
	if s := rows["ZW-0003"].Summary; s != "Stroom wordt afgesloten" {
		t.Errorf("%q", s)
	}
	if out, status := Run(t, program, "check", "--db", db); status != 0 {
		t.Errorf("check: %s", out)
	}
}
