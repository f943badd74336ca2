package linear_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// open is a desk without a screen.
func open(t *testing.T, lang text.Lang) *uitest.Desk {
	t.Helper()
	return uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Linear: true})
}

// tells presses keys and fails the test unless each tells what stands behind it.
func tells(t *testing.T, d *uitest.Desk, steps ...string) {
	t.Helper()
	for i := 0; i+1 < len(steps); i += 2 {
		if got := d.TellsOnly(steps[i]); !strings.Contains(plain(got), steps[i+1]) {
			t.Errorf("%s told %q, want %q", steps[i], got, steps[i+1])
		}
	}
}

func TestANumberChoosesInAList(t *testing.T) {
	d := open(t, "en")
	if start := plain(d.Told()); !strings.Contains(start, "Desk\n") || !strings.Contains(start, "1. ZW-0003") {
		t.Errorf("the start: %q", start)
	}
	tells(t, d, "<down>", "2. ZW-0002", "4", "4", "<enter>", "\n4. ZW-", "1", "1", "<enter>", "\n1. ZW-0003", "9", "9", "<enter>", "There is no number 9. Choose a number from 1 to 5.")
	tells(t, d, "1", "1", "2", "2", "<backspace>", "\b \b", "<enter>", "1. ZW-0003")
	tells(t, d, "3", "3", "<esc>", "", "<down>", "2. ZW-0002")
	tells(t, d, ":", "What do you want to do?", "2", "2", "<enter>", "\n2. ")
	d.TellsOnly("<esc>")
	if got := d.TellsOnly("z"); !strings.HasPrefix(got, "z does nothing here.") {
		t.Errorf("a key without a meaning told %q", got)
	}
}

// TestEscAndADigitAtOnce has the two come in one read, as fast fingers and slow lines bring them: the digit is still the number of a row.
func TestEscAndADigitAtOnce(t *testing.T) {
	d := open(t, "en")
	d.Press("e")
	d.Told()
	d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("3"), Alt: true})
	if got := d.Told(); !strings.HasSuffix(got, "\r\n3") || !strings.Contains(got, "Desk") {
		t.Errorf("told %q", got)
	}
	d.Press("<enter>")
	if got := d.Told(); !strings.Contains(got, "3. ZW-0008") {
		t.Errorf("then %q", got)
	}
}

func TestADigitPicksAnAnswer(t *testing.T) {
	d := open(t, "en")
	tells(t, d, "e", "Question, 1 of", "<tab>", "How urgent, 2 of", "2", "today", "1", "now", "9", "There is no number 9.", "<right>", "today")
}

// TestWhatIsAskedForIsTold asks for all, for what stands beside the row, and for help.
func TestWhatIsAskedForIsTold(t *testing.T) {
	d := open(t, "en")
	d.Told()
	d.Press("<ctrl+l>")
	if got := d.Told(); !strings.Contains(got, "5. ZW-0001") || !strings.Contains(got, "You are at 1. ZW-0003") {
		t.Errorf("all: %q", got)
	}
	for _, key := range []string{"'", "<f2>"} {
		d.Press(key)
		if got := d.Told(); !strings.Contains(got, "mw. de Vries") {
			t.Errorf("beside: %q", got)
		}
	}
	for _, key := range []string{"?", "<f1>"} {
		d.Press(key)
		if got := d.Told(); !strings.Contains(got, "n: new question") || !strings.Contains(got, "Ctrl+L reads all") {
			t.Errorf("help: %q", got)
		}
	}
	d.Press("n")
	d.Told()
	d.Press("?")
	if got := d.Told(); got != "?" {
		t.Errorf("a question mark while typing: %q", got)
	}
	d.Press("<f1>")
	if got := d.Told(); !strings.HasPrefix(got, "\r\nWhat you can do now:") || !strings.HasSuffix(got, ": ?") {
		t.Errorf("help while typing: %q", got)
	}
}

// TestNoKeyIsMetWithSilence where letters belong to what lies over the screen and none is text: a question mark gives help, and a letter that
// does nothing is named.
func TestNoKeyIsMetWithSilence(t *testing.T) {
	d := open(t, "en")
	tells(t, d, "x", "How did it end, 1 of", "z", "z does nothing here.")
	d.Press("?")
	if got := d.Told(); !strings.HasPrefix(got, "What you can do now:") {
		t.Errorf("help: %q", got)
	}
	tells(t, d, "1", "", "<esc>", "Desk", "L", "Locked", "z", "z does nothing here.", "<enter>", "Desk")
}

// TestOthersAreNotHeard lets a colleague work and time go by: nothing is told, until one comes to the row.
func TestOthersAreNotHeard(t *testing.T) {
	d := open(t, "en")
	d.Told()
	d.Pass(3 * time.Minute)
	if got := d.Told(); got != "" {
		t.Errorf("time told %q", got)
	}
	d.Press("c")
	if got := d.Told(); !strings.Contains(got, "ZW-0003 is yours") && !strings.Contains(got, "ZW-0003") {
		t.Errorf("own work told %q", got)
	}
}

// TestALineOfLettersIsOneField types into the line of a new question: its letters come back, and what they mean is told when one rests.
func TestALineOfLettersIsOneField(t *testing.T) {
	d := open(t, "en")
	d.Told()
	tells(t, d, "n", "New question: ", "F", "F", "i", "i", "<backspace>", "\b \b")
	for _, r := range "iets !!" {
		if got := d.TellsOnly(string(r)); got != string(r) {
			t.Errorf("%q told %q", r, got)
		}
	}
	d.Pass(time.Second)
	if got := d.Told(); !strings.HasSuffix(got, "New question: Fiets !!") {
		t.Errorf("at rest: %q", got)
	}
	if got := d.TellsOnly("<enter>"); !strings.Contains(got, "ZW-0009") || !strings.Contains(got, "Fiets") {
		t.Errorf("enter told %q", got)
	}
}

// TestKeysAtRandomTellWhatTheyChange presses keys at random, on every screen: no sign, nothing that is as it was, and no silence where
// something changed.
func TestKeysAtRandomTellWhatTheyChange(t *testing.T) {
	keys := []string{"<down>", "<up>", "<enter>", "<esc>", "<tab>", "<shift+tab>", "<left>", "<right>", "<pgdown>", "<home>", "<end>", "<backspace>", "<ctrl+s>", ":", "/",
		"a", "b", "c", "d", "e", "f", "g", "h", "i", "m", "n", "o", "p", "r", "s", "t", "u", "v", "w", "x", "y", "z", "1", "2", "3", "7", " ", ",", "B", "M", "I", "V", "*", "<f5>", "<ctrl+l>", "<f2>", "?", "<ctrl+n>"}
	for seed := range uint64(16) {
		d := open(t, []text.Lang{"nl", "en"}[seed%2])
		random := rand.New(rand.NewPCG(seed, 7))
		var pressed []string
		for range 120 {
			key := keys[random.IntN(len(keys))]
			pressed = append(pressed, key)
			if asks := key == "<ctrl+l>" || key == "<f2>" || key == "?"; asks {
				d.Press(key)
				d.Told()
			} else {
				d.TellsOnly(key)
			}
			d.Pass(time.Second) // what letters changed beside their field is told
			d.Told()
			if t.Failed() {
				t.Fatalf("seed %d, after %q", seed, pressed)
			}
			if d.Quit {
				break
			}
		}
	}
}
