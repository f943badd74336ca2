//go:build unix

package terminal_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	. "leerbalie/ui/uitest/terminal"
)

// travel is what the screens say while a laptop is out, in a language, and the keys that stand for levels.
type travel struct {
	text, pick, inside, code, ready, mine, locked, alone, centre, look, back, came, nothing, judged string
	enough                                                                                          string
}

// aCode is the code of a bundle as it is shown: each letter apart, behind its number.
var aCode = regexp.MustCompile(`[1-5]   ([a-z] [a-z] [a-z] [a-z] [a-z])`)

// TestALaptopLeavesAndComesBack goes the whole way with the real program and two folders, by keys alone: a bundle for a teacher, with
// a text that names a resident shown and left at home; opened on a laptop that has nothing yet; the plug pulled; a judgement given;
// and back. No mouse, 80×24, no colour. Of the resident not one byte is in the bundle, on the laptop or on its screens, and of
// whoever finds the laptop nothing can be read in it.
func TestALaptopLeavesAndComesBack(t *testing.T) {
	program := Build(t)
	const passphrase = "kat op de bank in huis"
	for lang, say := range map[string]travel{
		"nl_NL.UTF-8": {"Tekst 1 van 1", "Welk bestand?", "0 bewoners", "De code van deze bundel", "De bundel staat in", "Dit is je klas", "Deze gegevens zijn versleuteld",
			"1 ding dat nog niemand anders heeft", "mee naar de centrale", "Deze bundel inlezen?", "Nieuw hier", "1 oordeel", "anderen hebben alles van hier", "De beoordeling is bewaard", "v"},
		"en_GB.UTF-8": {"Text 1 of 1", "Which file?", "0 residents", "The code of this bundle", "The bundle is in", "This is your class", "These data are encrypted",
			"1 thing that nobody else has yet", "to the centre", "Bring this bundle in?", "New here", "1 judgement", "others have everything of this", "The judgement was saved", "s"},
	} {
		t.Run(lang, func(t *testing.T) {
			dir := t.TempDir()
			home, stick, db := filepath.Join(dir, "laptop"), filepath.Join(dir, "stick"), filepath.Join(dir, "d.db")
			for _, folder := range []string{home, stick} {
				if err := os.Mkdir(folder, 0o700); err != nil {
					t.Fatal(err)
				}
			}
			for _, args := range [][]string{
				{"init", "--site", "Zuidwest", "--code", "ZW", "--me", "Sam"}, {"group", "add", "2B"},
				{"person", "add", "Tine", "--role", "teacher", "--group", "2B"}, {"student", "add", "Noortje", "--level", "hbo", "--group", "2B"},
				{"resident", "add", "Gerrit Kanarie", "--phone", "0687654321"},
				{"evidence", "add", "Gesprek", "--kind", "course", "--minutes", "60", "--as", "Noortje", "--cleaned", "--node", "C1", "--note", "Ik belde Gerrit Kanarie terug."},
			} {
				if out, status := Run(t, program, append(args, "--db", db)...); status != 0 {
					t.Fatalf("%v: %s", args, out)
				}
			}
			sit := func() *Terminal {
				x := Start(t, 80, 24, []string{"LANG=" + lang, "NO_COLOR=1", "HOME=" + dir}, program, "--db", db, "--as", "Sam")
				x.Shows("Zuidwest")
				return x
			}
			var seen strings.Builder // all that the laptop ever showed
			open := func() *Terminal {
				return Start(t, 80, 24, []string{"LANG=" + lang, "NO_COLOR=1", "HOME=" + home}, program)
			}
			leave := func(x *Terminal) {
				x.Press(Esc, Esc)
				x.Press("q")
				seen.WriteString(x.Ends())
			}

			sam := sit()
			sam.Press("B", "j", "j", "j", "j", "j", Enter)
			sam.Shows("Tine")
			sam.Press("Tine", Enter)
			sam.Shows(say.text, "[Gerrit Kanarie]")
			sam.Press("t")
			sam.Shows(say.inside, "2B")
			sam.Press("\x15", stick, CtrlS)
			shown := sam.Shows(say.code)
			var code []string
			for _, m := range aCode.FindAllStringSubmatch(shown, -1) {
				code = append(code, strings.ReplaceAll(m[1], " ", ""))
			}
			if len(code) != 5 {
				t.Fatalf("no code:\n%s", shown)
			}
			sam.Press("w")
			sam.Shows(say.ready)
			sam.Press(Esc, Esc, "q")
			sam.Ends()
			bundle := only(t, stick, "-1.bundle")

			tine := open()
			tine.Shows("Leerbalie")
			tine.Press("\x02") // Ctrl+B
			tine.Shows(say.pick)
			tine.Press(bundle, Enter)
			tine.Press(strings.Join(code, " "), Enter, "\x15", passphrase, Enter, passphrase, Enter)
			tine.Shows(say.mine, "2B", "Noortje")
			tine.Kill()
			tine = open()
			tine.Shows(say.locked)
			tine.Press(passphrase, Enter)
			tine.Shows("2B", "Noortje")
			tine.Press("b")
			tine.Shows("Gesprek")
			tine.Press(say.enough, Tab, Enter)
			tine.Shows(say.judged)
			leave(tine)
			tine = open()
			tine.Shows(say.locked)
			tine.Press(passphrase, Enter)
			tine.Shows(say.alone)
			tine.Press("m")
			tine.Shows(say.inside)
			tine.Press("\x15", stick, CtrlS)
			tine.Shows(say.centre)
			leave(tine)
			back := only(t, stick, "-2.bundle")

			sam = sit()
			sam.Press("B", "j", "j", "j", "j", "j", "j", Enter)
			sam.Shows(say.pick)
			sam.Press(back, Enter)
			sam.Shows(say.look, say.came)
			sam.Press(Enter)
			sam.Shows(say.back, say.came)
			sam.Press(Esc, Esc, "q")
			sam.Ends()

			tine = open()
			tine.Shows(say.locked)
			tine.Press(passphrase, Enter)
			tine.Shows(say.alone)
			tine.Press("t")
			tine.Shows(say.pick)
			tine.Press(back+".ack", Enter)
			tine.Shows(say.nothing)
			leave(tine)

			for name, words := range map[string][]string{bundle: {"Kanarie", "0687654321", "Noortje"}, back: {"Kanarie", "0687654321", "Noortje"},
				filepath.Join(home, ".local/share/leerbalie/leerbalie.db"): {"Kanarie", "0687654321", "Noortje", "Tine", "Gesprek"}} {
				data, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				for _, word := range words {
					if strings.Contains(string(data), word) {
						t.Errorf("%s holds %s", name, word)
					}
				}
			}
			if strings.Contains(seen.String(), "Kanarie") || strings.Contains(seen.String(), "87654321") {
				t.Error("the laptop showed a resident")
			}
		})
	}
}

// only is the one file in a folder whose name ends so.
func only(t *testing.T, folder, ending string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*"+ending))
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	return found[0]
}
