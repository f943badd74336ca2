package ui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// burdened is a desk where three questions are with who acts, one given by Noor and two of them with a promise, one late.
func burdened(d *uitest.Desk, session *model.Session) journal.ID {
	do := func(session *model.Session, actions ...model.Action) {
		d.T.Helper()
		if _, err := session.DoQuietly(context.Background(), actions...); err != nil {
			d.T.Fatal(err)
		}
	}
	now := uitest.Start()
	do(session, desk.ClaimRequest{ID: d.Requests[0]}, desk.AddTask{ID: d.Requests[0], What: "bellen", CallBack: true, Due: now.Add(-time.Hour)})
	do(session, desk.ClaimRequest{ID: d.Requests[1]}, desk.AddTask{ID: d.Requests[1], What: "brief"})
	do(d.As(d.Noor), desk.ClaimRequest{ID: d.Requests[3], For: []journal.ID{session.Me().ID}})
	return session.Me().ID
}

func top(d *uitest.Desk) string { return strings.SplitN(d.Frame(), "\n", 2)[0] }

// TestWhatIsMineIsSaidOnSittingDown: in one line, until a key is pressed, and in the top line from then on.
func TestWhatIsMineIsSaidOnSittingDown(t *testing.T) {
	for lang, said := range map[text.Lang]string{"nl": "3 van jou, 1 terugbelverzoek te laat, 1 belofte zonder tijd. Mijn dag: M", "en": "3 of yours, 1 call-back late, 1 promise without a time. My day: M"} {
		for _, width := range []int{80, 120} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: screen.Size{Width: width, Height: 24}, Act: burdened})
			d.Pass(10 * time.Second) // what has to be told of by itself goes first
			d.Shows(said)
			d.Tells(said)
			d.Press("j")
			d.Hides(said)
		}
	}
	quiet := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true})
	quiet.Hides("van jou", "Mijn dag: M")
}

// TestTheTopLineSaysWhatIsLate: at every width, with a word where there is room for one, and nothing is cut.
func TestTheTopLineSaysWhatIsLate(t *testing.T) {
	for width, want := range map[int][]string{
		160: {"Leerbalie · Servicepunt Zuidwest", "1 Balie", "5 Overzicht", "3 van jou · 2 beloofd · ! 1 te laat"},
		130: {"3 van jou · ! 1 te laat", "1 Balie", "6 Samen", "Samira B.  14:32"},
		120: {"! 1 te laat", "1 Balie", "6 Samen", "Samira B.  14:32"},
		80:  {"! 1 te laat", "1", "5", "Samira B.  14:32"},
		60:  {"1 te laat", "5", "Samira B.  14:32"},
	} {
		d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: width, Height: 24}, Act: burdened})
		for _, w := range want {
			if line := top(d); !strings.Contains(line, w) || len([]rune(line)) > width {
				t.Errorf("at %d: %q lacks %q", width, line, w)
			}
		}
	}
}

// TestWhatIsLateKeepsItsWord in the narrowest window, beside a message that waits, in a demo, and behind a long name.
func TestWhatIsLateKeepsItsWord(t *testing.T) {
	for lang, want := range map[text.Lang]string{"nl": "! 1 te laat", "en": "! 1 late"} {
		for _, demo := range []bool{false, true} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: screen.Size{Width: 60, Height: 15}, Act: burdened, With: func(env *screen.Env) { env.Demo = demo }})
			d.Do(d.As(d.Noor), desk.Inform{ID: d.Requests[4], To: d.Session.Me().ID, Text: "Kijk jij?"})
			d.Press("5")
			d.Pass(time.Minute)
			if line := top(d); !strings.Contains(line, want) || !strings.Contains(line, "5") || len([]rune(line)) > 60 {
				t.Errorf("%s, demo %v: %q", lang, demo, line)
			}
		}
	}
}

// TestALateContactIsOnTheStudent: what was planned for a pair and should have been counts as late in the top line, as it does on the day.
func TestALateContactIsOnTheStudent(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 80, Height: 24}, Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		bo, err := session.DoQuietly(context.Background(), model.AddPerson{Person: model.Person{Name: "Bo Smit", Roles: []model.Role{model.RoleStudent}, Site: session.Site()}})
		if err != nil {
			d.T.Fatal(err)
		}
		if _, err := session.DoQuietly(context.Background(), pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{d.Ali, bo.Entity}}}}); err != nil {
			d.T.Fatal(err)
		}
		return d.Ali
	}})
	if strings.Contains(top(d), "te laat") {
		t.Errorf("%q", top(d))
	}
	d.Set(uitest.Start().AddDate(0, 0, 15))
	d.Press("L", "<enter>")
	d.Pass(10 * time.Second)
	if !strings.Contains(top(d), "! 1 te laat") {
		t.Errorf("%q", top(d))
	}
	d.Press("M")
	d.Shows("! 1 te laat")
}

// TestWhatCameWhileSomebodyWasAway: since the screen was locked, somebody else sat down, or the app was left.
func TestWhatCameWhileSomebodyWasAway(t *testing.T) {
	away := func(t *testing.T, leave, back func(d *uitest.Desk)) {
		t.Helper()
		d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Act: burdened})
		if strings.Contains(top(d), "nieuw") {
			t.Fatalf("nobody was away: %q", top(d))
		}
		leave(d)
		d.Pass(time.Hour)
		noor := d.As(d.Noor)
		receipt := d.Do(noor, desk.AddRequest{Request: desk.Request{Summary: "Nieuw"}})
		d.Do(noor, desk.AddRequest{Request: desk.Request{Summary: "Ook nieuw"}})
		d.Do(noor, desk.ClaimRequest{ID: d.Requests[7], For: []journal.ID{d.Session.Me().ID}})
		d.Pass(time.Minute)
		back(d)
		d.Pass(10 * time.Second)
		d.Shows("1 aan jou gegeven", "2 nieuw sinds je weg was")
		d.Do(noor, desk.ClaimRequest{ID: receipt.Entity})
		d.Do(noor, desk.AddRequest{Request: desk.Request{Summary: "Later"}})
		d.Press("j")
		d.Resize(screen.Size{Width: 200, Height: 24})
		if !strings.Contains(top(d), "1 gegeven · 1 nieuw") {
			t.Errorf("%q", top(d))
		}
	}
	t.Run("locked", func(t *testing.T) {
		away(t, func(d *uitest.Desk) { d.Press("L") }, func(d *uitest.Desk) { d.Press("<enter>") })
	})
	t.Run("somebody else", func(t *testing.T) {
		away(t, func(d *uitest.Desk) { d.Press("U", "noor", "<enter>") }, func(d *uitest.Desk) { d.Press("U", "samira", "<enter>") })
	})
	t.Run("left", func(t *testing.T) {
		away(t, func(d *uitest.Desk) { d.Press("q") }, func(d *uitest.Desk) { d.Again() })
	})
}

// TestATeacherHasNoDay: who may not see the desk is told why.
func TestATeacherHasNoDay(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Act: func(d *uitest.Desk, session *model.Session) journal.ID {
		r, err := session.DoQuietly(context.Background(), model.AddPerson{Person: model.Person{Name: "Tine", Roles: []model.Role{model.RoleTeacher}, Site: session.Site()}})
		if err != nil {
			d.T.Fatal(err)
		}
		return r.Entity
	}})
	d.Press("3", "M")
	d.Shows("mag dit niet bekijken")
}

// TestWhoSatDownBehindTheCoverLeftEarlier: to begin with a locked screen is no leaving.
func TestWhoSatDownBehindTheCoverLeftEarlier(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Act: burdened})
	d.Press("q")
	d.Pass(time.Hour)
	d.Do(d.As(d.Noor), desk.AddRequest{Request: desk.Request{Summary: "Nieuw"}})
	d.Pass(time.Minute)
	d.Over(func(a *ui.App) { a.StartLocked() })
	d.Press("<enter>")
	d.Pass(10 * time.Second)
	d.Shows("1 nieuw sinds je weg was")
}
