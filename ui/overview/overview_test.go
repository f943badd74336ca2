package overview_test

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/ui/overview"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// day prepares what a site did today, and says who acts.
type day func(d *uitest.Desk, session *model.Session) journal.ID

// open shows the overview of a site.
func open(t *testing.T, lang text.Lang, size screen.Size, of day, files *screen.LocalFiles) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: of, With: func(e *screen.Env) { e.Files = files }})
	d.Press("5")
	return d
}

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

// handle brings a request in and closes it.
func handle(d *uitest.Desk, session *model.Session, at time.Time, q desk.Request, outcome string, minutes int, students ...journal.ID) {
	d.T.Helper()
	q.Summary, q.Created = "Een vraag", at.Add(-time.Hour)
	r, err := session.DoQuietly(context.Background(), desk.AddRequest{Request: q})
	if err != nil {
		d.T.Fatal(err)
	}
	var actions []model.Action
	if len(students) > 0 {
		actions = append(actions, desk.ClaimRequest{ID: r.Entity, For: students})
	}
	if _, err := session.DoQuietly(context.Background(), append(actions, desk.CloseRequest{ID: r.Entity, Outcome: outcome, Minutes: minutes, At: at})...); err != nil {
		d.T.Fatal(err)
	}
}

// busy is a day on which much was handled; the evening before does not count.
func busy(d *uitest.Desk, session *model.Session) journal.ID {
	midnight := time.Date(2026, 11, 21, 0, 0, 0, 0, amsterdam(d))
	handle(d, session, midnight.Add(-time.Minute), desk.Request{Theme: "loneliness", Channel: "outreach"}, "not-reached", 5)
	handle(d, session, midnight, desk.Request{Theme: "poverty", Channel: "desk"}, "handled-directly", 25, d.Ali, d.Noor)
	handle(d, session, midnight.Add(9*time.Hour), desk.Request{Theme: "poverty", Channel: "phone"}, "handled-after-consultation", 40, d.Ali)
	handle(d, session, midnight.Add(10*time.Hour), desk.Request{Theme: "poverty", Channel: "home-visit"}, "taken-further", 75, d.Noor)
	handle(d, session, midnight.Add(11*time.Hour), desk.Request{Theme: "digital", Channel: "desk"}, "handled-directly", 10)
	handle(d, session, midnight.Add(12*time.Hour), desk.Request{Theme: "forms", Channel: "email"}, "referred", 15)
	handle(d, session, midnight.Add(13*time.Hour), desk.Request{Channel: "desk"}, "registered-only", 0)
	for i, q := range []desk.Request{
		{Summary: "Brief van Stedin", Theme: "poverty", Channel: "desk", Created: uitest.Start().Add(-42 * time.Minute)},
		{Summary: "DigiD kwijt", Theme: "digital", Channel: "desk", Created: uitest.Start().Add(-26 * time.Hour)},
		{Summary: "Burenruzie", Theme: "neighbours", Channel: "desk", Created: uitest.Start().Add(-90 * time.Hour)},
		{Summary: "Taalles", Theme: "literacy", Channel: "desk", Created: uitest.Start().Add(-5 * time.Hour)},
	} {
		r, err := session.DoQuietly(context.Background(), desk.AddRequest{Request: q})
		if err != nil {
			d.T.Fatal(err)
		}
		next := []model.Action{2: desk.ParkRequest{ID: r.Entity}, 3: desk.ClaimRequest{ID: r.Entity}}[i:]
		if next[0] == nil {
			continue
		}
		if _, err := session.DoQuietly(context.Background(), next[0]); err != nil {
			d.T.Fatal(err)
		}
	}
	return session.Me().ID
}

// quiet is a day on which nobody came.
func quiet(_ *uitest.Desk, session *model.Session) journal.ID { return session.Me().ID }

func amsterdam(d *uitest.Desk) *time.Location {
	d.T.Helper()
	zone, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		d.T.Fatal(err)
	}
	return zone
}

// waits brings somebody in now.
func waits(d *uitest.Desk) journal.ID {
	d.T.Helper()
	return d.Do(d.As(d.Noor), desk.AddRequest{Request: desk.Request{Summary: "Huurtoeslag", Theme: "forms", Channel: "desk"}}).Entity
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d := open(t, lang, size, busy, nil)
			d.Picture("busy", lang)
			d.Press("<end>")
			d.Picture("end", lang)
			d.Press("<tab>")
			d.Picture("week", lang)
			d.Press("<tab>")
			d.Picture("year", lang)
			d.Press("<tab>") // outcomes have pictures of their own
			for _, page := range []string{"signals", "hands", "value"} {
				d.Press("<tab>")
				d.Picture(page, lang)
			}
			open(t, lang, size, quiet, nil).Picture("quiet", lang)
			open(t, lang, size, teacher, nil).Picture("teacher", lang)
		}
	}
}

// teacher is somebody who may not see the desk.
func teacher(d *uitest.Desk, session *model.Session) journal.ID {
	r, err := session.DoQuietly(context.Background(), model.AddPerson{Person: model.Person{Name: "Theo Mulder", Roles: []model.Role{model.RoleTeacher}, Site: session.Site()}})
	if err != nil {
		d.T.Fatal(err)
	}
	return r.Entity
}

// TestItLives: what colleagues do shows at once, and how long somebody waits goes with the clock.
func TestItLives(t *testing.T) {
	d := open(t, "nl", wide(), quiet, nil)
	d.Shows("Er wacht niemand")
	id := waits(d)
	d.Shows("Wachten              1  langst 0 m", "nog niets afgesloten")
	d.Pass(7 * time.Minute)
	d.Shows("Nu, om 14:39", "langst 7 m")
	d.Do(d.As(d.Noor), desk.CloseRequest{ID: id, Outcome: "referred", Minutes: 90})
	d.Shows("Afgesloten           1", "1:30", "doorverwezen")
	d.Hides("langst 0 m", "nog niets")
}

// TestADayEnds: at midnight in the time zone of the site a new day begins, without anybody doing anything.
func TestADayEnds(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Shows("Zaterdag 21-11-2026", "Afgesloten           6")
	d.Pass(9*time.Hour + 27*time.Minute)
	d.Shows("Nu, om 23:59", "Afgesloten           6")
	d.Pass(time.Minute)
	d.Shows("Zondag 22-11-2026", "Nu, om 00:00", "Afgesloten           0", "nog niets afgesloten")
}

// TestOneReadingAtATime: what happens while the figures are being read is read right after, in one go.
func TestOneReadingAtATime(t *testing.T) {
	d := open(t, "nl", wide(), quiet, nil)
	s := overview.New(d.Env)
	s.Update(screen.Resized{Size: wide()})
	early := s.Init()()
	waits(d)
	waits(d)
	for range 2 {
		if _, cmd := s.Update(screen.Changed{}); cmd != nil {
			t.Fatal("the figures are read twice at a time")
		}
	}
	_, cmd := s.Update(early)
	if cmd == nil || !strings.Contains(s.View(wide()), "Er wacht niemand") {
		t.Fatalf("what was read does not show, or is not read again:\n%s", s.View(wide()))
	}
	if _, cmd = s.Update(cmd()); cmd != nil || !strings.Contains(s.View(wide()), "Wachten              2") {
		t.Errorf("what changed meanwhile does not show, or is read without end:\n%s", s.View(wide()))
	}
	if _, cmd = s.Update(early); cmd != nil || !strings.Contains(s.View(wide()), "Wachten              2") {
		t.Error("an answer that came late shows")
	}
}

// TestToTheDesk: from the figures to what stands behind them.
func TestToTheDesk(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Press("<enter>", "<enter>")
	d.Shows("lijst: afgesloten")
	d.Press("5", "<enter>", "armoede", "<enter>")
	d.Shows("‹armoede›", "‹21-11-2026 t/m 21-11-20", "Brief van Stedin")
	d.Press("5", "w")
	d.Shows("lijst: wachtend")
	d.Press("n", "half getypt", "<f1>") // a half typed question on the desk is kept
	d.Press("<esc>")
	d.Send(screen.Open{Name: screen.Overview})
	d.Press("<enter>", "<enter>")
	d.Shows("lijst: afgesloten", "1 niet af")
}

// TestWriting keeps the report of today as a file.
func TestWriting(t *testing.T) {
	path, written := "", ""
	var fails error
	files := &screen.LocalFiles{Home: "/home/sam", Write: func(_ context.Context, name string, write func(io.Writer) error) error {
		var b strings.Builder
		err := write(&b)
		path, written = name, b.String()
		if fails != nil {
			return fails
		}
		return err
	}}
	d := open(t, "nl", wide(), busy, files)
	d.Press("e")
	d.Shows("/home/sam/leerbalie-overzicht-2026-11-21-1432.html")
	d.Press("<right>", "<ctrl+s>")
	d.Shows("Bewaard: " + path)
	if !strings.HasSuffix(path, ".csv") || !strings.HasPrefix(written, "\ufeffVerslag van Servicepunt Zuidwest\n") || !strings.Contains(written, "Op 21-11-2026") || !strings.Contains(written, "Afgesloten;6") || !strings.Contains(written, "Met een student;–") {
		t.Errorf("%s: %s", path, written)
	}
	fails = fault.New(fault.Conflict, "store-exists", "path", "/home/sam/x.html")
	d.Press("e", "<ctrl+s>")
	d.Shows("bestaat al en wordt niet overschreven")
	d.Press("<esc>")
	d.Shows("[Vandaag]")
}

// TestWithoutPowersNothingIsWritten: a session over a network has no files.
func TestWithoutPowersNothingIsWritten(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Press("e")
	d.Shows("kan hier niet")
}

// TestTheWheelScrolls where the figures do not fit.
func TestTheWheelScrolls(t *testing.T) {
	d := open(t, "nl", screen.Size{Width: 60, Height: 15}, busy, nil)
	d.Shows("Nu, om")
	d.Hides("Per thema")
	for range 6 {
		d.Send(screen.Mouse{Wheel: 3})
	}
	d.Hides("Nu, om")
	d.Shows("Per thema")
	d.Resize(wide())
	d.Shows("Nu, om", "Per thema", "Per kanaal")
}

// TestThroughPeriods: a day, a week and a year back and on, never past now, and days of one's own.
func TestThroughPeriods(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Press("<left>")
	d.Shows("Vrijdag 20-11-2026", "Op 20-11-2026", "Afgesloten           1", "niet bereikt")
	d.Hides("Nu, om")
	d.Press("<right>")
	d.Shows("Zaterdag 21-11-2026", "Nu, om")
	d.Press("<right>")
	d.Shows("Zaterdag 21-11-2026")
	d.Press("<tab>")
	d.Shows("[Week]", "16-11 – 22-11-2026", "Afgesloten           7", "Vrijdag", "Dag voor dag")
	d.Press("<left>", "<left>")
	d.Shows("02-11 – 08-11-2026", "In deze dagen is niets afgesloten.")
	d.Press("<right>")
	d.Shows("09-11 – 15-11-2026")
	d.Press("t")
	d.Shows("16-11 – 22-11-2026")
	d.Press("<tab>")
	d.Shows("[Jaar]", "2026", "Maand voor maand", "november")
	d.Press("<left>", "<right>")
	d.Shows("[Jaar]", "Nu, om")
	d.Press("p", "<ctrl+u>", "20-11-2026", "<tab>", "<ctrl+u>", "19-11-2026", "<ctrl+s>")
	d.Shows("eindigt op 2026-11-19")
	d.Press("<ctrl+u>", "20-11-2026", "<ctrl+s>")
	d.Shows("[Periode]", "20-11 – 20-11-2026", "Afgesloten           1")
	d.Press("<shift+tab>")
	d.Shows("[Jaar]")
	d.Press("<tab>", "<tab>", "<tab>", "<tab>", "<tab>", "<tab>")
	d.Shows("[Vandaag]")
}

// TestThreeRequestsTellNothing: no pattern and no line is drawn of what is too little.
func TestThreeRequestsTellNothing(t *testing.T) {
	d := open(t, "nl", wide(), func(d *uitest.Desk, session *model.Session) journal.ID {
		for range 3 {
			handle(d, session, uitest.Start().Add(-time.Hour), desk.Request{Theme: "poverty", Channel: "desk"}, "referred", 10)
		}
		return session.Me().ID
	}, nil)
	for range 3 {
		d.Shows("te weinig om iets te zeggen", "3 binnengekomen: te weinig voor een patroon", "Geholpen (3): langst 60 m. Te weinig om meer te zeggen.")
		d.Hides("█▇")
		d.Press("<tab>")
	}
}

// TestThePrintIsWithoutSmallNumbers: the screen is exact, what is read before printing is not, unless the site wants it.
func TestThePrintIsWithoutSmallNumbers(t *testing.T) {
	d := open(t, "nl", wide(), busy, nil)
	d.Shows("Met een student      2")
	d.Press("o")
	d.Shows("Met een student", "<5")
	d.Press("<esc>")
	site, err := d.Session.SiteByID(t.Context(), d.Session.Site())
	if err != nil {
		t.Fatal(err)
	}
	site.Exact = true
	d.Do(d.Session, model.EditSite{Site: site})
	d.Press("o")
	d.Hides("<5")
}
