package files_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// disk is powers over files that only remember what was asked.
type disk struct {
	backup   string
	exported transfer.ExportOptions
	imported []transfer.ImportOptions
	path     string
	report   transfer.Report
	findings []screen.Finding
	fails    error
	events   []transfer.Event // of the calendar that was written last
	surveys  map[transfer.What]transfer.Survey
	noSurvey map[transfer.What]error
	during   func(ctx context.Context, progress func(done, total int64)) // what happens while work runs
}

func (k *disk) power() *screen.LocalFiles {
	run := func(ctx context.Context, progress func(done, total int64)) error {
		if k.during != nil {
			k.during(ctx, progress)
		}
		return errors.Join(k.fails, ctx.Err())
	}
	return &screen.LocalFiles{
		Home: "/home/sam",
		List: func(_ context.Context, folder string) (string, []screen.FileEntry, error) {
			switch folder {
			case "/home/sam":
				return folder, []screen.FileEntry{{Name: "Downloads", Folder: true}, {Name: "brief.txt", Size: 300}}, nil
			case "/home/sam/Downloads":
				return folder, []screen.FileEntry{{Name: "vragen.csv", Size: 20480}}, nil
			}
			return folder, nil, &fs.PathError{Op: "open", Path: folder, Err: fs.ErrPermission}
		},
		Backup: func(ctx context.Context, _ *model.Session, path string, progress func(done, total int64)) error {
			k.backup = path
			return run(ctx, progress)
		},
		Check: func(ctx context.Context) ([]screen.Finding, error) { return k.findings, run(ctx, nil) },
		Survey: func(ctx context.Context, _ *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.Survey, error) {
			s := k.surveys[o.What]
			s.What = o.What
			k.path = path
			return s, errors.Join(k.noSurvey[o.What], ctx.Err())
		},
		Import: func(ctx context.Context, _ *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.Report, error) {
			k.path, k.imported = path, append(k.imported, o)
			k.report.DryRun = o.DryRun
			return k.report, run(ctx, progress)
		},
		Write: func(ctx context.Context, path string, write func(io.Writer) error) error {
			k.path = path
			return errors.Join(run(ctx, nil), write(io.Discard))
		},
		Calendar: func(_ io.Writer, c transfer.Calendar) error {
			k.events = c.Events
			return nil
		},
		Export: func(ctx context.Context, _ *model.Session, path string, o transfer.ExportOptions, progress func(done, total int64)) (transfer.Exported, error) {
			k.path, k.exported = path, o
			return transfer.Exported{Requests: 8, Remarks: []transfer.Remark{{Msg: "export.left-out"}}}, run(ctx, progress)
		},
	}
}

func open(t *testing.T, k *disk, lang text.Lang, width, height int) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: screen.Size{Width: width, Height: height}, With: func(e *screen.Env) { e.Files = k.power() }})
	d.Press("B")
	return d
}

func refusals(n int) (out []transfer.Refusal) {
	for i := range n {
		out = append(out, transfer.Refusal{Row: i + 2, Err: fault.New(fault.Invalid, "date.impossible", "text", fmt.Sprintf("31-02-%d", 2000+i))})
	}
	return out
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			k := &disk{surveys: office(), report: transfer.Report{Read: 500, Imported: 460, Refused: refusals(40), Remarks: []transfer.Remark{{Msg: "import.no-source-id"}},
				Tally: transfer.Tally{Closed: 300, Minutes: 9120, Referrals: 12, First: uitest.Start().Add(-1000 * time.Hour), Last: uitest.Start()}}}
			d := open(t, k, lang, size.Width, size.Height)
			d.Picture("list", lang)
			d.Press("j", "<enter>")
			d.Picture("export", lang)
			d.Press("<esc>", "j", "<enter>")
			d.Picture("promises", lang)
			d.Press("<esc>", "j", "<enter>")
			d.Picture("pick", lang)
			d.Press("down", "<enter>", "vragen", "<enter>")
			d.Picture("columns", lang)
			d.Press("<down>", "<down>", "<down>", "<down>")
			d.Picture("column", lang)
			d.Press("<right>")
			d.Picture("twice", lang)
			d.Press("t")
			d.Picture("field", lang)
			d.Press("<esc>", "<delete>", "<enter>")
			d.Picture("outlook", lang)
			d.Press("i")
			d.Picture("report", lang)
			k.during = func(_ context.Context, progress func(done, total int64)) {
				progress(370, 1000)
				d.Pass(100 * time.Millisecond)
				d.Picture("runs", lang)
			}
			d.Press("<esc>", "k", "k", "k", "<enter>", "<enter>")
		}
	}
}

func TestACopy(t *testing.T) {
	k := &disk{}
	d := open(t, k, "nl", 80, 24)
	d.Press("<enter>")
	d.Shows("/home/sam/leerbalie-zw-2026-11-21-1432.db")
	d.Press("<enter>")
	d.Shows("De kopie staat in")
	if k.backup != "/home/sam/leerbalie-zw-2026-11-21-1432.db" {
		t.Error(k.backup)
	}
	k.fails = fault.New(fault.Conflict, "store-exists", "path", "/home/sam/x.db")
	d.Press("<esc>", "<enter>", "<enter>")
	d.Shows("bestaat al en wordt niet overschreven")
}

func TestTheBarGoesOnAndWorkCanBeStopped(t *testing.T) {
	k := &disk{}
	d := open(t, k, "nl", 80, 24)
	var stopped bool
	k.during = func(ctx context.Context, progress func(done, total int64)) {
		progress(400, 1000)
		d.Pass(200 * time.Millisecond)
		d.Shows("40%", "loopt: Kopie maken")
		d.Press("1") // the app stays usable
		d.Shows("Wachtrij", "ZW-0003")
		d.Press("B")
		progress(900, 1000)
		d.Pass(200 * time.Millisecond)
		d.Shows("90%")
		d.Press("x")
		stopped = ctx.Err() != nil
	}
	d.Press("<enter>", "<enter>")
	d.Shows("Gestopt")
	if !stopped {
		t.Error("the work was not told to stop")
	}
}

func TestTheEndIsToldOnAnotherScreen(t *testing.T) {
	k := &disk{}
	d := open(t, k, "nl", 80, 24)
	k.during = func(context.Context, func(done, total int64)) { d.Press("<esc>") }
	d.Press("<enter>", "<enter>")
	d.Shows("Wachtrij", "De kopie staat in")
}

func TestWritingQuestions(t *testing.T) {
	k := &disk{}
	d := open(t, k, "nl", 80, 24)
	d.Press("j", "<enter>", "<tab>", "<right>", "<tab>", "<right>", "<ctrl+s>")
	d.Shows("8 vragen staan in", "Bewoners, toelichtingen en memo's staan niet in het bestand.")
	if k.exported.Format != transfer.JSON || !k.exported.Open || k.path != "/home/sam/leerbalie-zw-2026-11-21-1432.json" {
		t.Errorf("%+v %s", k.exported, k.path)
	}
}

// TestPromisesToACalendar writes everybody's promises, or one's own; a file that is there stays, and without any there is none.
func TestPromisesToACalendar(t *testing.T) {
	k := &disk{}
	d := open(t, k, "nl", 80, 24)
	begin := func(more ...string) {
		d.Press(append([]string{"<esc>", "<home>", "j", "j", "<enter>"}, more...)...)
		d.Press("<ctrl+s>")
	}
	d.Do(d.Session, desk.AddTask{ID: d.Requests[0], What: "mevrouw De Vries bellen", Due: uitest.Start().Add(time.Hour), CallBack: true, On: d.Ali},
		desk.AddTask{ID: d.Requests[1], What: "brief nakijken", Due: uitest.Start().Add(2 * time.Hour), On: d.Session.Me().ID},
		desk.AddTask{ID: d.Requests[1], What: "ooit eens"})
	d.Press("j", "j", "<enter>", "<ctrl+s>")
	d.Shows("2 beloften staan in /home/sam/leerbalie-zw-2026-11-21-1432.ics", "1 belofte heeft geen tijd en staat er niet in.", "wat klaar is, haal je zelf weg")
	if len(k.events) != 2 || !strings.Contains(k.events[0].Title, "terugbellen (Ali") || strings.Contains(k.events[0].Title+k.events[0].Text, "Vries") {
		t.Errorf("%+v", k.events)
	}
	begin("<tab>", "<right>")
	d.Shows("1 belofte staat in")
	if len(k.events) != 1 || !strings.Contains(k.events[0].Title, ": taak (") {
		t.Errorf("%+v", k.events)
	}
	k.fails = &fs.PathError{Op: "create", Path: "/home/sam/x.ics", Err: fs.ErrExist}
	begin()
	d.Shows("x.ics bestaat al en wordt niet overschreven")
	k.fails = fault.New(fault.Invalid, "export.no-events")
	begin()
	d.Shows("Er zijn geen afspraken om op te slaan.")
}

func TestACheck(t *testing.T) {
	k := &disk{}
	d := open(t, k, "nl", 80, 24)
	d.Press("<end>", "<enter>")
	d.Shows("Alles is in orde.")
	k.findings = []screen.Finding{{Kind: "derived", Where: "row/1", Detail: "missing"}, {Kind: "odd", Where: "x", Detail: "y"}}
	d.Press("<esc>", "<enter>")
	d.Shows("Er zijn 2 dingen niet in orde", "Een lijst klopt niet bij row/1")
	d.Press("1")
	d.Shows("Wachtrij")
	d.Press("B")
	d.Shows("Een lijst klopt niet bij row/1")
}

func TestWhoMayDoWhat(t *testing.T) {
	k := &disk{}
	d := open(t, k, "nl", 80, 24)
	d.Press("U", "ali", "<enter>", "B")
	d.Shows("alleen een coördinator", "niet voor studenten")
	d.Press("<enter>", "j", "<enter>")
	if k.backup != "" || slices.Contains([]string{k.path}, "x") {
		t.Error("a student copied the store")
	}
	d.Hides("leerbalie-zw")
	d.Press("j", "<enter>") // promises are for whoever reads the desk
	d.Shows("leerbalie-zw-2026-11-21-1432.ics")
}

func TestATeacherWritesNoPromises(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}, With: func(e *screen.Env) { e.Files = (&disk{}).power() },
		Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
			return d.Do(setup, model.AddPerson{Person: model.Person{Name: "Tine", Roles: []model.Role{model.RoleTeacher}, Site: setup.Site()}}).Entity
		}})
	d.Press("B", "j", "j")
	d.Shows("alleen voor wie aan de balie werkt")
	d.Press("<enter>")
	d.Hides("leerbalie-zw")
}

func TestWithoutPowersNothingBreaks(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 80, Height: 24}})
	d.Press("B", "<enter>")
	d.Shows("kan hier niet")
}

func TestLeavingStopsTheWork(t *testing.T) {
	k := &disk{}
	d := open(t, k, "nl", 80, 24)
	d.Press("<enter>")
	d.Late = true
	d.Press("<enter>", "<ctrl+c>")
	d.Run()
	if !d.Quit {
		t.Error("the app did not end")
	}
}
