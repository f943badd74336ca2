package learning_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/learning"
)

func TestFrameworkCommands(t *testing.T) {
	b := clitest.New(t)
	b.Powers.ImportFramework = func(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.FrameworkReport, error) {
		_, err := io.ReadAll(src)
		version := 1
		if o.DryRun || o.Strict {
			version = 0
		}
		return transfer.FrameworkReport{Report: transfer.Report{Format: transfer.Moodle, Read: 2, Imported: 1,
			Refused: []transfer.Refusal{{Row: 3, Err: fault.New(fault.Invalid, "node-orphan", "key", "X")}}}, Framework: journal.ID{1}, Title: "L", Version: version}, err
	}
	b.Powers.ExportFramework = func(dst io.Writer, f competence.Framework, format transfer.Format, now time.Time) (transfer.Exported, error) {
		_, err := io.Copy(dst, bytes.NewBufferString(string(format)+" "+f.Title))
		return transfer.Exported{Remarks: []transfer.Remark{transfer.Say("framework.lost.other-languages", "format", "Moodle")}}, err
	}
	var list []learning.FrameworkJSON
	if err := json.Unmarshal([]byte(b.Must("framework", "list", "--json")), &list); err != nil || len(list) != 3 || len(list[0].Nodes) == 0 || list[0].Scale.Proficient == nil {
		t.Fatalf("%v %+v", err, list)
	}
	if out := b.Must("framework", "list", "--lang", "nl"); !strings.Contains(out, "niet officieel") {
		t.Error(out)
	}
	if out := b.Must("framework", "show", "helpende", "--lang", "nl"); !strings.Contains(out, "    W1.1  ") || !strings.Contains(out, "v voldoende +") {
		t.Error(out)
	}
	b.In = "x"
	status, out, errs := b.Run("framework", "import", "-", "--lang", "nl")
	if status != 0 || !strings.Contains(errs, "-:3: X staat onder iets wat er niet is.") || !strings.Contains(out, "2 gelezen") {
		t.Errorf("%d %s %s", status, out, errs)
	}
	var report learning.FrameworkReportJSON
	if err := json.Unmarshal([]byte(b.Must("framework", "import", "-", "--json")), &report); err != nil || report.Version != 1 || report.Framework == nil ||
		report.Title != "L" || report.Imported != 1 || len(report.Refused) != 1 {
		t.Errorf("%v %+v", err, report)
	}
	for _, trial := range [][]string{{"--dry-run"}, {"--strict"}, {"--dry-run", "--strict"}} {
		strict := trial[len(trial)-1] == "--strict"
		status, out, errs := b.Run(append([]string{"framework", "import", "-", "--lang", "nl"}, trial...)...)
		if strings.Contains(errs, "staat erin") || strict != (status == 1) || strict != strings.Contains(out, "0 opgenomen") {
			t.Errorf("%v: %d %s %s", trial, status, out, errs)
		}
	}
	if status, out, errs = b.Run("framework", "export", "leerbalie:mbo-social-work", "--format", "case", "--lang", "nl"); status != 0 ||
		!strings.HasPrefix(out, "case Mbo") || !strings.Contains(errs, "andere talen") {
		t.Errorf("%d %s %s", status, out, errs)
	}
	b.Must("framework", "node", "leerbalie:mbo-social-work", "K1-W1.9", "--add", "--under", "K1-W1", "--title", "Vraagt om feedback")
	b.Must("framework", "node", "leerbalie:mbo-social-work", "K2-W2.1", "--remove")
	var one learning.FrameworkJSON
	if err := json.Unmarshal([]byte(b.Must("framework", "show", "leerbalie:mbo-social-work", "--json")), &one); err != nil || one.Version != 3 || !one.Unofficial {
		t.Errorf("%v %+v", err, one.Version)
	}
	b.Must("group", "add", "2B")
	b.Must("framework", "use", "2B", "leerbalie:mbo-social-work")
	b.Must("framework", "archive", "leerbalie:mbo-2-helpende-25960")
	if out := b.Must("framework", "list"); strings.Contains(out, "25960") {
		t.Error(out)
	}
	for _, args := range [][]string{{"framework", "export", "x", "--format", "pdf"}, {"framework", "import"}, {"assess", "give", "x"}, {"report", "site", "--since", "x"}} {
		if status, _, _ := b.Run(args...); status != 2 {
			t.Errorf("%v: %d", args, status)
		}
	}
}
