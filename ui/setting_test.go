package ui_test

import (
	"context"
	"testing"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// kept gives what stands in the store under keys, "" for nothing.
func kept(t *testing.T, d *uitest.Desk, want map[string]string) {
	t.Helper()
	for key, value := range want {
		if got, err := d.Store.Setting(context.Background(), key); got != value || err != nil {
			t.Errorf("%s is %q, want %q (%v)", key, got, value, err)
		}
	}
}

// set begins with what an older program kept: for the machine only.
func set(t *testing.T, values map[string]string, with func(*screen.Env)) *uitest.Desk {
	t.Helper()
	return uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 80, Height: 24}, With: with, Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
		for key, value := range values {
			if err := d.Store.SetSetting(context.Background(), key, value); err != nil {
				t.Fatal(err)
			}
		}
		return setup.Me().ID
	}})
}

// TestEverybodyHasTheirOwnLanguage goes through two people at one desk: what each chose comes back with them, and who chose
// nothing has what was kept for the machine by an older program.
func TestEverybodyHasTheirOwnLanguage(t *testing.T) {
	d := set(t, map[string]string{screen.LangSetting: "en", screen.BackgroundSetting: "dark"}, nil)
	d.Shows("Queue", "waiting")
	d.Press(":", "nederlands", "<enter>", ":", "volg het scherm", "<enter>", ":", "blauw en oranje", "<enter>")
	d.Shows("Wachtrij")
	d.Press(",")
	d.Shows("Nederlands", "volg het scherm", "blauw en oranje")
	d.Press("U", "noor", "<enter>")
	d.Shows("Queue", "Now at the desk: Noor Visser")
	d.Press(",")
	d.Shows("English", "dark", "the usual ones")
	d.Press("U", "samira", "<enter>")
	d.Shows("Wachtrij", "Nu aan de balie: Samira Bouali")
	d.Press(",")
	d.Shows("Nederlands", "volg het scherm", "blauw en oranje")
	me, other := "/"+d.Env.User.ID.String(), "/"+d.Noor.String()
	kept(t, d, map[string]string{
		screen.LangSetting + me: "nl", screen.BackgroundSetting + me: "auto", screen.ColourSetSetting + me: "safe",
		screen.LangSetting: "en", screen.BackgroundSetting: "dark", screen.ColourSetSetting: "", screen.LangSetting + other: "", screen.ColourSetSetting + other: "",
	})
	d.Sit(d.Env.User.ID)
	d.Shows("Wachtrij")
}

// TestTheMachineIsNobodysOwn: its lock holds for whoever sits there.
func TestTheMachineIsNobodysOwn(t *testing.T) {
	d := set(t, map[string]string{screen.LockSetting: "5"}, nil)
	d.Press("U", "noor", "<enter>", ",", "<end>")
	d.Shows("na 5 minuten")
	d.Press("k", "<enter>", "10 min", "<enter>")
	kept(t, d, map[string]string{screen.LockSetting: "10", screen.LockSetting + "/" + d.Noor.String(): "", model.LastPerson: d.Noor.String()})
}

// TestWhoIsElsewhereLeavesTheMachine: a session that is shown somewhere else follows what its person chose, and neither has
// nor touches what is set for this machine.
func TestWhoIsElsewhereLeavesTheMachine(t *testing.T) {
	d := set(t, map[string]string{screen.LangSetting: "en", screen.LockSetting: "5", model.LastPerson: "nobody"}, func(e *screen.Env) { e.Here = false })
	d.Shows("Queue")
	d.Press(",")
	d.Hides("after 5 minutes")
	d.Press("<end>", "k", "k", "<enter>", "10 min", "<enter>")
	d.Shows("after 10 minutes")
	d.Press(":", "nederlands", "<enter>", "U", "noor", "<enter>")
	d.Shows("Noor V.")
	kept(t, d, map[string]string{screen.LockSetting: "5", model.LastPerson: "nobody", screen.LangSetting: "en", screen.LangSetting + "/" + d.Env.User.ID.String(): "nl"})
}

// TestWhatIsAskedForGoesFirst, until that person chooses another: then the choice holds.
func TestWhatIsAskedForGoesFirst(t *testing.T) {
	d := set(t, map[string]string{screen.LangSetting: "en"}, func(e *screen.Env) { e.Asked.Lang = "nl" })
	d.Shows("Wachtrij")
	d.Press("U", "noor", "<enter>")
	d.Shows("Wachtrij")
	d.Press(":", "engels", "<enter>")
	d.Shows("Queue")
	kept(t, d, map[string]string{screen.LangSetting + "/" + d.Noor.String(): "en"})
	d.Press("U", "samira", "<enter>", "U", "noor", "<enter>")
	d.Shows("Queue")
}
