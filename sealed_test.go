//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/store"
	"leerbalie/ui/uitest/terminal"
)

func TestMain(m *testing.M) { os.Exit(terminal.Main(m)) }

// TestASealedStoreWithTheProgram asks a sealed store for everything that commands do with a file: the passphrase comes from a file that
// the environment names, or from a terminal, and nothing of the store is told without it.
func TestASealedStoreWithTheProgram(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	secret := func(name, text string) string {
		if err := os.WriteFile(in(name), []byte(text+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return in(name)
	}
	const passphrase, other = "vijf woorden over een fiets", "een heel andere lange zin"
	p := begin()
	o := p.home.Unnoted()
	o.Work = 2
	err := store.FoundSealed(in("d.db"), o, passphrase, func(s *store.Store) error {
		me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira Voorbeeld"})
		if err != nil {
			return err
		}
		session, err := model.Enter(t.Context(), s, me)
		if err == nil {
			_, err = session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "Kanarievraag", Created: time.Now()}})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	program := terminal.Build(t)
	given := []string{"LEERBALIE_PASSPHRASE_FILE=" + secret("passphrase", passphrase)}
	for _, c := range []struct {
		args string
		want string
	}{
		{"request list --db d.db", "Kanarievraag"},
		{"request list --db d.db --search kanarie", "Kanarievraag"},
		{"request show ZW-0001 --db d.db", "Kanarievraag"},
		{"check --db d.db", "All is well."},
		{"backup copy.db --db d.db", "copy.db"},
		{"check --db copy.db", "All is well."},
		{"check --db d.db --against copy.db", "still there"},
		{"check --repair --db d.db", "All is well."},
		{"restore copy.db --db again.db", "was put back"},
		{"request list --db again.db", "Kanarievraag"},
	} {
		args := strings.Fields(c.args + " --lang en")
		for i, arg := range args {
			if strings.HasSuffix(arg, ".db") {
				args[i] = in(arg)
			}
		}
		for _, env := range [][]string{nil, {"LEERBALIE_PASSPHRASE_FILE=" + secret("wrong", "iets anders dan dat")}} {
			if out, status := terminal.RunWith(t, env, program, args...); status != 1 || !strings.Contains(out, "passphrase") || strings.Contains(out, "Kanarie") {
				t.Errorf("%s without the passphrase: %d %q", c.args, status, out)
			}
		}
		if out, status := terminal.RunWith(t, given, program, args...); status != 0 || !strings.Contains(out, c.want) {
			t.Errorf("%s: %d %q, without %q", c.args, status, out, c.want)
		}
	}
	x := terminal.Start(t, 80, 24, nil, program, "request", "list", "--db", in("d.db"), "--lang", "en")
	x.Shows("Passphrase of this laptop")
	x.Press("niet de goede zin", terminal.Enter)
	x.Shows("not the passphrase")
	x.Press(passphrase, terminal.Enter)
	if shown := x.Shows("Kanarievraag"); strings.Contains(shown, "fiets") || x.Status() != 0 {
		t.Errorf("%q", shown)
	}
	env := append(given, "LEERBALIE_NEW_PASSPHRASE_FILE="+secret("new", other))
	if out, status := terminal.RunWith(t, env, program, "passphrase", "change", "--db", in("d.db"), "--lang", "en"); status != 0 {
		t.Fatalf("%d %q", status, out)
	}
	if out, status := terminal.RunWith(t, given, program, "request", "list", "--db", in("d.db"), "--lang", "en"); status != 1 {
		t.Errorf("the old passphrase opens it still: %d %q", status, out)
	}
	app := terminal.Start(t, 80, 24, nil, program, "--db", in("d.db"), "--lang", "nl")
	app.Shows("Deze gegevens zijn versleuteld", "Typ de wachtzin")
	app.Press("niet de goede zin", terminal.Enter)
	app.Shows("Dat is niet de wachtzin")
	app.Press(other, terminal.Enter)
	app.Shows("Zuidwest", "Kanarievraag")
	app.Press("q")
	if app.Status() != 0 {
		t.Error("the app ends badly")
	}
	left := terminal.Start(t, 80, 24, nil, program, "--db", in("d.db"), "--lang", "nl")
	left.Shows("Typ de wachtzin")
	left.Press(terminal.CtrlC)
	if shown := left.Ends(); strings.Contains(shown, "Zuidwest") {
		t.Errorf("%q", shown)
	}
}
