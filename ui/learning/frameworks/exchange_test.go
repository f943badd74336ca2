package frameworks_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
)

// disk is powers over files that only remember what was asked.
type disk struct {
	imported []transfer.ImportOptions
	exported transfer.Format
	path     string
	report   transfer.FrameworkReport
	brings   *competence.Framework // is kept by an import that is no try
	fails    error
	during   func(ctx context.Context)
}

func (k *disk) power() *screen.LocalFiles {
	return &screen.LocalFiles{
		Home: "/home/sam",
		List: func(_ context.Context, folder string) (string, []screen.FileEntry, error) {
			if folder != "/home/sam" {
				return folder, nil, &fs.PathError{Op: "open", Path: folder, Err: fs.ErrInvalid}
			}
			return folder, []screen.FileEntry{{Name: "Downloads", Folder: true}, {Name: "raamwerk.csv", Size: 20480}}, nil
		},
		ImportFramework: func(ctx context.Context, session *model.Session, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.FrameworkReport, error) {
			k.path, k.imported = path, append(k.imported, o)
			progress(512, 1024)
			if k.during != nil {
				k.during(ctx)
			}
			if err := errors.Join(k.fails, ctx.Err()); err != nil {
				return k.report, err
			}
			r := k.report
			r.DryRun = o.DryRun
			if k.brings != nil && !o.DryRun {
				if _, err := session.DoQuietly(ctx, learning.SaveFramework{Framework: *k.brings}); err != nil {
					return r, err
				}
				r.Framework, r.Version = k.brings.ID, 1
			}
			return r, nil
		},
		ExportFramework: func(_ context.Context, f competence.Framework, path string, format transfer.Format) (transfer.Exported, error) {
			k.path, k.exported = path, format
			return transfer.Exported{Remarks: []transfer.Remark{transfer.Say("framework.lost.themes", "format", "Moodle")}}, k.fails
		},
	}
}

func TestBringingIn(t *testing.T) {
	f := competence.Framework{ID: journal.KeyedID("in"), Title: "Aangeleverd", Nodes: []competence.Node{{Code: "A", Title: "a"}}}
	k := &disk{brings: &f, report: transfer.FrameworkReport{Title: "Aangeleverd", Report: transfer.Report{Read: 40, Imported: 10}}}
	for i := range 30 {
		k.report.Refused = append(k.report.Refused, transfer.Refusal{Row: i + 2, Err: fault.New(fault.Invalid, "node-orphan", "key", fmt.Sprintf("W%d\x1b[2J", i))})
	}
	d := open(t, "nl", narrow(), k)
	d.Press("i")
	d.Shows("Downloads/", "raamwerk.csv", "20 kB")
	d.Press("raam", "<enter>", "<ctrl+s>")
	d.Shows("Geprobeerd, niets bewaard. Aangeleverd: 40 gelezen, 10 goed, 30", "30 rijen zijn geweigerd", "rij 2: W0 staat onder iets wat er niet is")
	d.Hides("W29")
	d.Press("<end>")
	d.Shows("W29")
	d.Press("i")
	d.Shows("Aangeleverd staat erin als versie 1")
	d.Hides("nu echt inlezen")
	d.Press("<esc>")
	d.Shows("4 lijsten")
	if on := d.On(); !strings.Contains(on, "Aangeleverd") {
		t.Errorf("the cursor is on %q", on)
	}
	if len(k.imported) != 2 || !k.imported[0].DryRun || k.imported[1].DryRun || k.path != "/home/sam/raamwerk.csv" || k.imported[0].Format != transfer.Auto {
		t.Errorf("%+v %s", k.imported, k.path)
	}
	k.fails = fault.New(fault.Invalid, "framework.no-head")
	d.Press("i", "~/x.csv", "<enter>", "<ctrl+s>")
	d.Shows("geen rij met de lijst zelf")
}

// TestAListThatShrinksIsAskedAbout: what goes and what hangs on it is said, the harmless answer stands ready, and yes takes the file after all.
func TestAListThatShrinksIsAskedAbout(t *testing.T) {
	k := &disk{fails: fault.New(fault.Conflict, "framework-shrinks", "parts", 21, "names", "W1.1, W2", "judgements", 7, "pieces", 3, "students", 2)}
	d := open(t, "nl", narrow(), k)
	d.Press("i", "raam", "<enter>", "<tab>", "<ctrl+s>")
	d.Shows("laat 21 onderdelen of niveaus weg", "oordelen 7", "bewijs 3", "studenten 2")
	d.Press("<enter>")
	d.Hides("laat 21 onderdelen")
	d.Press("i", "raam", "<enter>", "<tab>", "<ctrl+s>")
	k.fails = nil
	d.Press("j")
	if n := len(k.imported); n != 3 || k.imported[0].Yes || k.imported[1].Yes || !k.imported[2].Yes {
		t.Errorf("%+v", k.imported)
	}
}

func TestWorkCanBeStopped(t *testing.T) {
	for _, key := range []string{"<esc>", "."} {
		k := &disk{}
		d := open(t, "nl", narrow(), k)
		var stopped bool
		k.during = func(ctx context.Context) {
			d.Pass(100 * time.Millisecond)
			d.Shows("De lijst wordt gelezen", "50%", "Esc of .: stoppen")
			d.Press("n", key)
			stopped = ctx.Err() != nil
		}
		d.Press("i", "raam", "<enter>", "<ctrl+s>")
		d.Shows("Gestopt. Er is niets half gedaan.")
		if !stopped {
			t.Errorf("%s does not stop it", key)
		}
		d.Press("<esc>")
		d.Shows("3 lijsten")
	}
}

func TestWritingOut(t *testing.T) {
	k := &disk{}
	d := open(t, "nl", wide(), k)
	d.Press("w")
	d.Shows("/home/sam/hbo-social-work-in-vijf-competenties.csv")
	d.Press("<tab>", "<right>")
	d.Shows("competenties.json")
	d.Press("<ctrl+s>")
	d.Shows("competenties staat in /home/sam/hbo-social-work-in-vijf-", "competenties.json", "geen plaats voor de thema's")
	if k.exported != transfer.CASE {
		t.Error(k.exported)
	}
	k.fails = fault.New(fault.Conflict, "store-exists", "path", "/x")
	d.Press("<esc>", "w", "<ctrl+s>")
	d.Shows("bestaat al")
}

func TestWithoutPowersNothingBreaks(t *testing.T) {
	d := open(t, "nl", narrow(), nil)
	d.Press("i")
	d.Shows("kan hier niet")
	d.Press("w")
	d.Shows("kan hier niet")
}
