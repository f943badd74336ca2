//go:build unix

package terminal_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// learning is what the screens say while something is learned, in a language, and the keys that stand for levels.
type learning struct {
	closed, later, back, kept, judge, second, differ, walked, agree, decided, sound, written string
	good, enough, no                                                                         string
}

// TestFromTheDeskToADecision goes the whole way with the real program, by keys alone: a question that a pair handles at the
// desk stands as evidence a moment later, the student looks back on it, a teacher judges it (the plug is pulled halfway,
// and nothing is lost), a second one judges blind, they see on what they differ and how far they agree, and a decision is
// frozen and printed. No mouse, 80×24, no colour. Of what was asked at the desk no word is in what the teachers print.
func TestFromTheDeskToADecision(t *testing.T) {
	program := Build(t)
	for lang, say := range map[string]learning{
		"nl_NL.UTF-8": {"0 wachten · 0 bezig", "Wat je typte is bewaard", "Terugkijken:", "De reflectie is bewaard", "Beoordelen (school)", "Je bent de tweede",
			"Om te bespreken: Noor", "1 stuk langsgelopen", "Cohens kappa", "Het besluit is vastgelegd", "onveranderd sinds het besluit", "Bewaard:", "g", "v", "nee"},
		"en_GB.UTF-8": {"0 waiting · 0 being helped", "What you typed is kept", "Looking back:", "The reflection was saved", "Judging (school)", "You are the second",
			"To talk over: Noor", "went through 1 piece", "Cohen", "The decision was frozen", "unaltered since it was decided", "Kept:", "g", "s", "no"},
	} {
		t.Run(lang, func(t *testing.T) {
			dir := t.TempDir()
			db := filepath.Join(dir, "d.db")
			for _, args := range [][]string{
				{"init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam"}, {"group", "add", "2B"},
				{"person", "add", "Theo", "--role", "teacher", "--group", "2B"}, {"person", "add", "Tine", "--role", "teacher", "--group", "2B"},
				{"student", "add", "Noor", "--level", "hbo", "--group", "2B"}, {"student", "add", "Ali", "--level", "hbo", "--group", "2B"},
			} {
				if out, status := Run(t, program, append(args, "--db", db)...); status != 0 {
					t.Fatalf("%v: %s", args, out)
				}
			}
			sit := func(who string) *Terminal {
				return Start(t, 80, 24, []string{"LANG=" + lang, "NO_COLOR=1", "HOME=" + dir}, program, "--db", db, "--as", who)
			}
			leave := func(x *Terminal) {
				x.Shows("Zuidwest")
				x.Press("q")
				x.Ends()
			}

			sam := sit("Sam")
			sam.Shows("Zuidwest")
			sam.Press("2", "/", "Ali", Enter, "s", Enter)
			sam.Shows("Ali (hbo) + Noor (hbo)", "› "+say.no+" ‹") // what is pressed before a question stands there answers nothing
			sam.Press("j")
			sam.Hides("› " + say.no + " ‹")
			sam.Press("1", "n", "Huurschuld van mevrouw de Vries #armoede", Enter)
			sam.Shows("ZW-0001")
			sam.Press("C", Enter)
			sam.Press("x")
			sam.Press(" ", CtrlS)
			sam.Shows(say.closed) // what it says as well may be gone by the time somebody looks
			leave(sam)

			noor := sit("Noor")
			noor.Shows("Zuidwest")
			noor.Press("3", right)
			noor.Press("b")
			noor.Shows(say.back)
			noor.Press("Er was een brief.", Tab, "Samen lezen.", Tab, "Wij belden.", Tab, "Er is een regeling.", Tab, "Rustig blijven.", CtrlS)
			noor.Shows(say.kept)
			leave(noor)

			theo := sit("Theo")
			theo.Shows("Zuidwest")
			theo.Press("3", "b")
			theo.Shows(say.judge)
			theo.Press(say.enough, say.enough, Tab, "half een")
			theo.Shows("half een")
			theo.Press(Tab, Esc)
			theo.Shows(say.later)
			theo.Kill()
			theo = sit("Theo")
			theo.Shows("Zuidwest")
			theo.Press("3", "b")
			theo.Shows("half een", "["+say.enough+"]")
			theo.Press(Tab, " zin", Enter)
			theo.Hides("half een")
			leave(theo)

			tine := sit("Tine")
			tine.Shows("Zuidwest")
			tine.Press("3", "b")
			screen := tine.Shows(say.second)
			if strings.Contains(screen, "half een zin") || strings.Contains(screen, "Theo") {
				t.Errorf("the second assessor is not blind:\n%s", screen)
			}
			tine.Press(say.good, say.enough, Tab, "anders gezien", Enter)
			tine.Shows(say.differ, "half een zin", "anders gezien")
			tine.Press(Enter)
			tine.Press("A")
			tine.Shows(say.agree)
			tine.Press(Esc, "/", "Noor", Enter, Enter)
			tine.Shows("[")
			tine.Press("d", " ", Tab, " ", Tab, "werk en uren in orde", CtrlS)
			tine.Shows(say.decided)
			tine.Press(Enter)
			tine.Shows(say.sound)
			tine.Press("e", Tab, "\x15", "besluit.html", CtrlS)
			tine.Shows(say.written)
			leave(tine)

			printed := read(t, dir, "besluit.html")
			for _, want := range []string{"half een zin", "anders gezien", "Rustig blijven.", "SHA-256", "Theo", "Tine"} {
				if !strings.Contains(printed, want) {
					t.Errorf("%q is not in what was printed", want)
				}
			}
			for _, never := range []string{"Huurschuld", "Vries", "ZW-0001"} {
				if strings.Contains(printed, never) {
					t.Errorf("%q is in what was printed", never)
				}
			}
			out, status := Run(t, program, "evidence", "list", "--student", "Noor", "--json", "--as", "Tine", "--db", db)
			var pieces []struct {
				Theme       string
				Assessments []struct {
					Blind bool
					Part  string
				}
			}
			if err := json.Unmarshal([]byte(out), &pieces); err != nil || status != 0 || len(pieces) != 1 || pieces[0].Theme != "poverty" || len(pieces[0].Assessments) != 2 ||
				!pieces[0].Assessments[0].Blind || !pieces[0].Assessments[1].Blind {
				t.Errorf("%v %d %s", err, status, out)
			}
			if strings.Contains(out, "Vries") {
				t.Errorf("a resident is in a student's evidence: %s", out)
			}
			leave(sit("Sam")) // who looks at the desk again
			if out, status := Run(t, program, "check", "--db", db); status != 0 {
				t.Errorf("check: %s", out)
			}
		})
	}
}

// read reads the file of this name wherever it was written below a folder, or in the folder of the test.
func read(t *testing.T, dir, name string) string {
	t.Helper()
	for _, path := range []string{filepath.Join(dir, name), name} {
		if b, err := os.ReadFile(path); err == nil {
			if path == name {
				_ = os.Remove(path)
			}
			return string(b)
		}
	}
	t.Fatalf("%s was not written", name)
	return ""
}
