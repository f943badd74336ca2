package ui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/screen/pin"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/uitest"
	"leerbalie/ui/widget/cell"
)

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

// giveKey gives somebody a PIN, at a price that keeps the tests fast.
func giveKey(t *testing.T, d *uitest.Desk, who journal.ID, digits string) {
	t.Helper()
	kept, err := pin.Hash(digits, pin.Cost{Memory: 64, Passes: 1, Threads: 1}, zeros{})
	if err == nil {
		err = d.As(who).KeepPIN(context.Background(), kept)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func deskSession(t *testing.T) *uitest.Desk {
	t.Helper()
	return uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 80, Height: 24}})
}

func TestSomebodyElseSitsDown(t *testing.T) {
	d := deskSession(t)
	d.Press("n", "half af", "<esc>", "U")
	d.Shows("Wie gaat er zitten?", "Ali Yildiz", "Noor Visser", "Samira Bouali")
	d.Press("noo", "<enter>")
	d.Shows("Nu aan de balie: Noor Visser", "Noor V.")
	d.Press("c")
	if got := d.Request(d.Requests[2]).Holder(); len(got) != 1 || got[0] != d.Noor {
		t.Errorf("claimed for %v", got)
	}
	if last, _ := d.Store.Setting(context.Background(), model.LastPerson); last != d.Noor.String() {
		t.Errorf("remembered %q", last)
	}
	d.Press("n")
	d.Hides("half af")
	d.Press("<esc>", "U", "samira", "<enter>", "n")
	d.Shows("half af")
}

func TestKeysPressedWhileSwitchingAreNotLost(t *testing.T) {
	d := deskSession(t)
	d.Late = true
	d.Press("U", "noor", "<enter>", "n", "getypt")
	d.Run()
	d.Shows("Noor V.", "getypt")
}

func TestTypingIsKeptWhenSomebodySitsDown(t *testing.T) {
	d := deskSession(t)
	d.Press("n", "midden in een")
	d.Send(tea.KeyMsg{Type: tea.KeyF8})
	d.Press("noor", "<enter>", "U", "samira", "<enter>", "n")
	d.Shows("midden in een")
}

func TestALockedScreenShowsNothing(t *testing.T) {
	d := deskSession(t)
	giveKey(t, d, d.Env.User.ID, "4821")
	d.Press("n", "geheim van mevrouw")
	d.Send(tea.KeyMsg{Type: tea.KeyF9})
	d.Shows("op slot", "Samira Bouali", "Pincode")
	d.Hides("geheim", "ZW-0003", "Stedin", "Wachtrij")
	d.Press("x", "?", ":", "<ctrl+p>", "q", "<esc>")
	d.Send(tea.MouseMsg{X: 10, Y: 0, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	d.Hides("ZW-0003", "geheim", "Hulp")
	if d.Quit {
		t.Error("a letter left a locked screen")
	}
	drafts, err := d.Session.Drafts(context.Background())
	if err != nil || len(drafts) != 1 || !strings.Contains(drafts[0].Text, "geheim van mevrouw") {
		t.Errorf("drafts %v %v", drafts, err)
	}
	d.Press("1111", "<enter>")
	d.Shows("klopt niet")
	d.Press("1111", "<enter>", "1111", "<enter>")
	d.Shows("Nog 2 seconden")
	d.Press("4821", "<enter>")
	d.Shows("op slot")
	d.Pass(time.Second)
	d.Shows("Nog 1 seconde wachten")
	d.Pass(time.Second)
	d.Hides("seconde")
	d.Press("4821", "<enter>")
	d.Hides("op slot")
	d.Shows("geheim van mevrouw")
	d.Press(", en verder")
	d.Shows("geheim van mevrouw, en verder")
}

func TestALockWithoutAPINOpensWithEnter(t *testing.T) {
	d := deskSession(t)
	d.Press("L")
	d.Shows("Druk op Enter")
	d.Hides("ZW-0003")
	d.Press("12", "<enter>")
	d.Shows("ZW-0003")
}

func TestSomebodyElseComesFromALockedScreen(t *testing.T) {
	d := deskSession(t)
	giveKey(t, d, d.Env.User.ID, "4821")
	giveKey(t, d, d.Noor, "123456")
	d.Press("L", "<tab>", "noor", "<enter>")
	d.Shows("Noor Visser", "Pincode")
	d.Hides("ZW-0003")
	d.Press("4821", "<enter>")
	d.Shows("klopt niet")
	d.Press("<esc>", "<esc>")
	d.Shows("Samira Bouali", "op slot")
	d.Press("<tab>", "noor", "<enter>", "123456", "<enter>")
	d.Shows("Noor V.", "ZW-0003")
	d.Press("U", "samira", "<enter>")
	d.Shows("Pincode")
	d.Press("<esc>", "<esc>")
	d.Shows("ZW-0003", "Noor V.")
}

func TestTheScreenLocksAfterATime(t *testing.T) {
	d := deskSession(t)
	d.Send(screen.Set{Setting: screen.LockSetting, Value: "5"})
	d.Pass(4 * time.Minute)
	d.Press("j")
	d.Pass(4*time.Minute + 59*time.Second)
	d.Hides("op slot")
	d.Pass(time.Second)
	d.Shows("op slot")
	d.Pass(20 * time.Minute)
	d.Press("<enter>")
	d.Hides("op slot")
	d.Send(screen.Set{Setting: screen.LockSetting, Value: ""})
	d.Pass(time.Hour)
	d.Hides("op slot")
}

func TestWhoHasAPINStartsLocked(t *testing.T) {
	d := deskSession(t)
	giveKey(t, d, d.Env.User.ID, "4821")
	d.Over(func(app *ui.App) { app.StartLocked() })
	d.Shows("op slot")
	d.Hides("ZW-0003")
	d.Press("4821", "<enter>")
	d.Shows("ZW-0003")
}

func TestSettingsStay(t *testing.T) {
	d := deskSession(t)
	d.Press(":", "blauw en oranje", "<enter>", ":", "niet meer dan 16", "<enter>")
	me := "/" + d.Env.User.ID.String()
	for key, want := range map[string]string{screen.ColourSetSetting + me: "safe", screen.ColourSetSetting: "", screen.DepthSetting: "16", screen.DepthSetting + me: ""} {
		if got, _ := d.Store.Setting(context.Background(), key); got != want {
			t.Errorf("%s is %q", key, got)
		}
	}
}

// TestEveryCoverAndSettingFits draws the seat, the settings and the files in windows of many sizes.
func TestEveryCoverAndSettingFits(t *testing.T) {
	for _, size := range []screen.Size{{Width: 60, Height: 15}, {Width: 79, Height: 24}, {Width: 99, Height: 16}, {Width: 100, Height: 30}, {Width: 200, Height: 60}} {
		for _, lang := range []text.Lang{"nl", "en"} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size, Theme: theme.Look{Depth: theme.TrueColour, Set: theme.Safe}.Theme()})
			presses := []string{"U", "x", "<esc>", "L", "<tab>", "<esc>", "<enter>", ",", "<enter>", "<esc>"}
			for range 14 {
				presses = append(presses, "j", "<enter>", "<esc>")
			}
			presses = append(presses, "<home>", "j", "j", "<enter>", "n", "<esc>", "x", "<esc>", "<enter>", "<esc>", "<esc>", "<esc>", "B", "j", "<enter>", "<esc>")
			for i, press := range presses {
				d.Press(press)
				lines := strings.Split(d.Raw(), "\n")
				if len(lines) != size.Height {
					t.Errorf("%v after %q (%d): %d lines", size, press, i, len(lines))
				}
				for _, line := range lines {
					if w := cell.Width(line); w > size.Width {
						t.Errorf("%v after %q (%d): a line of %d cells: %q", size, press, i, w, line)
					}
				}
			}
		}
	}
}
