package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/transfer"
)

// school fills a program's store with a class, a request that two students handled, and two teachers.
func school(t *testing.T) *bench {
	t.Helper()
	b := newBench(t)
	for _, line := range []string{
		"group add 2B",
		"person add Theo --role teacher --group 2B", "person add Tine --role teacher --group 2B",
		"person add Noor --role student --level hbo --group 2B", "person add Ali --role student --level hbo --group 2B",
		"request add Huurschuld --theme poverty --channel desk",
	} {
		if status, _, errs := b.run(strings.Fields(line)...); status != 0 {
			t.Fatalf("%s: %s", line, errs)
		}
	}
	for _, args := range [][]string{
		{"request", "claim", "ZW-0001", "--for", "Noor", "--for", "Ali"}, {"request", "time", "ZW-0001", "40", "--person", "Noor"},
		{"request", "close", "ZW-0001", "--outcome", "handled-directly"},
	} {
		if status, _, errs := b.run(args...); status != 0 {
			t.Fatalf("%v: %s", args, errs)
		}
	}
	return b
}

func (b *bench) run(args ...string) (status int, out, complaint string) {
	b.t.Helper()
	var outs, errs bytes.Buffer
	status = Run(b.t.Context(), b.powers, Session{Args: args, In: strings.NewReader(b.in), Out: &outs, Err: &errs, Version: "test", Now: clock})
	return status, outs.String(), errs.String()
}

func (b *bench) must(args ...string) string {
	b.t.Helper()
	status, out, errs := b.run(args...)
	if status != 0 {
		b.t.Fatalf("%v: %s", args, errs)
	}
	return out
}

// TestFromRequestToDecision goes the whole way on the command line.
func TestFromRequestToDecision(t *testing.T) {
	b := school(t)
	var pieces []evidenceJSON
	read := func(out string, into any) {
		t.Helper()
		if err := json.Unmarshal([]byte(out), into); err != nil {
			t.Fatalf("%v in %s", err, out)
		}
	}
	read(b.must("evidence", "list", "--json", "--as", "Noor"), &pieces)
	if len(pieces) != 1 || pieces[0].Minutes != 40 || pieces[0].Theme != "poverty" || pieces[0].Ready {
		t.Fatalf("%+v", pieces)
	}
	id := pieces[0].ID
	if status, _, errs := b.run("evidence", "reflect", id, "--situation", "bel 06-12345678", "--as", "Noor"); status != 1 || !strings.Contains(errs, "06-12345678") {
		t.Errorf("%d %s", status, errs)
	}
	b.must("evidence", "reflect", id, "--situation", "Iemand kon de huur niet betalen", "--reflection", "Eerst luisteren", "--node", "C1", "--as", "Noor")
	read(b.must("evidence", "list", "--waiting", "--json", "--as", "Theo"), &pieces)
	if len(pieces) != 1 || pieces[0].Reflection == nil {
		t.Fatalf("%+v", pieces)
	}
	b.must("assess", "give", id[:8], "C1.1=g", "C1.2=voldoende", "C1.3=2", "C1.4=1", "C1.5=v", "--reason", "vraagt door", "--as", "Theo", "--lang", "nl")
	read(b.must("evidence", "list", "--student", "Noor", "--json", "--as", "Tine"), &pieces)
	if pieces[0].Hidden != 1 || len(pieces[0].Assessments) != 0 {
		t.Errorf("Tine is not blind: %+v", pieces[0])
	}
	b.must("assess", "give", id, "C1.1=g", "C1.2=g", "--as", "Tine", "--lang", "nl")
	var a concordanceJSON
	read(b.must("assess", "agreement", "--group", "2B", "--json", "--as", "Theo"), &a)
	if a.Units != 2 || a.Assessors != 2 || len(a.ByPair) != 1 || a.Figures[0].Figure != "percent" || *a.Figures[0].Value != 0.5 || !a.Figures[0].Few {
		t.Errorf("%+v", a)
	}
	if out := b.must("assess", "agreement", "--as", "Theo", "--lang", "nl"); !strings.Contains(out, "kappa") || !strings.Contains(out, "Let op") {
		t.Error(out)
	}
	if status, _, _ := b.run("assess", "decide", "Noor", "--as", "Theo"); status != 2 {
		t.Error("met or not met was not asked for")
	}
	var decided []decisionJSON
	read(b.must("assess", "decide", "Noor", "--kind", "exam", "--met", "--reason", "=HYPERLINK", "--json", "--as", "Theo"), &decided)
	if len(decided) != 1 || !decided[0].Met || !decided[0].Sound || decided[0].By.Name != "Theo" {
		t.Errorf("%+v", decided)
	}
	if out := b.must("assess", "decision", "Noor", "--kind", "exam", "--as", "Theo", "--lang", "nl"); !strings.Contains(out, decided[0].Hash) || !strings.Contains(out, "onveranderd") {
		t.Error(out)
	}
	b.reports(decided[0].Hash)
	b.must("assess", "withdraw", "Noor", "--kind", "exam", "--reason", "vergissing", "--as", "Theo")
}

// TestFellowStudentJudges goes from the list of what waits to a judgement, for a student who did the same work.
func TestFellowStudentJudges(t *testing.T) {
	b := school(t)
	list := func(args ...string) (out []evidenceJSON) {
		t.Helper()
		if err := json.Unmarshal([]byte(b.must(append([]string{"evidence", "list", "--json"}, args...)...)), &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	id := list("--as", "Noor")[0].ID
	b.must("evidence", "reflect", id, "--reflection", "Eerst luisteren", "--node", "C1", "--as", "Noor")
	waiting := list("--waiting", "--as", "Ali")
	if len(waiting) != 2 || waiting[1].ID != id || waiting[1].Reflection != nil || !waiting[1].Ready {
		t.Fatalf("%+v", waiting)
	}
	var one evidenceJSON
	if err := json.Unmarshal([]byte(b.must("assess", "give", id[:8], "C1.1=g", "--reason", "zo zag ik het", "--json", "--as", "Ali", "--lang", "nl")), &one); err != nil {
		t.Fatal(err)
	}
	if len(one.Assessments) != 1 || one.Assessments[0].Part != "peer" || one.Reflection != nil {
		t.Errorf("%+v", one)
	}
	if waiting = list("--waiting", "--as", "Ali"); len(waiting) != 1 {
		t.Errorf("%+v", waiting)
	}
	b.must("person", "add", "Eva", "--role", "student", "--level", "hbo", "--group", "2B")
	if status, _, _ := b.run("assess", "give", id, "C1.1=g", "--as", "Eva"); status != 1 {
		t.Error("Eva did not do the work")
	}
}

// reports writes every report in every form.
func (b *bench) reports(hash string) {
	b.t.Helper()
	for _, args := range [][]string{{"report", "student", "Noor", "--as", "Theo"}, {"report", "group", "2B", "--as", "Theo"}, {"report", "site"}} {
		for _, lang := range []string{"nl", "en"} {
			md, page, table := b.must(append(args, "--lang", lang)...), b.must(append(args, "--lang", lang, "--format", "html")...), b.must(append(args, "--lang", lang, "--format", "csv")...)
			if !strings.HasPrefix(md, "# ") || !strings.HasPrefix(page, "<!doctype html>") || strings.Contains(table, "\n=") || strings.Contains(table, ",=") {
				b.t.Errorf("%v %s: %s", args, lang, table)
			}
			for _, out := range []string{md, page, table} {
				if strings.Contains(out, "report.") || strings.Contains(out, "agree.") || strings.Contains(out, "Huurschuld") {
					b.t.Errorf("%v %s: %s", args, lang, out)
				}
			}
		}
		var any map[string]any
		if err := json.Unmarshal([]byte(b.must(append(args, "--json")...)), &any); err != nil {
			b.t.Errorf("%v: %v", args, err)
		}
	}
	var badges []map[string]any
	if err := json.Unmarshal([]byte(b.must("report", "student", "Noor", "--format", "badges", "--as", "Theo", "--lang", "en")), &badges); err != nil || len(badges) != 2 {
		b.t.Fatalf("%v %v", err, badges)
	}
	for _, x := range badges {
		if _, signed := x["proof"]; signed || !strings.Contains(x["description"].(string), "not digitally signed") {
			b.t.Errorf("%v", x)
		}
	}
	_ = hash
}

func TestFrameworkCommands(t *testing.T) {
	b := newBench(t)
	b.powers.ImportFramework = func(ctx context.Context, v *model.View, src io.Reader, o transfer.ImportOptions) (transfer.FrameworkReport, error) {
		_, err := io.ReadAll(src)
		version := 1
		if o.DryRun || o.Strict {
			version = 0
		}
		return transfer.FrameworkReport{Report: transfer.Report{Format: transfer.Moodle, Read: 2, Imported: 1,
			Refused: []transfer.Refusal{{Row: 3, Err: model.Fail(model.Invalid, "node-orphan", "key", "X")}}}, Framework: model.ID{1}, Title: "L", Version: version}, err
	}
	b.powers.ExportFramework = func(dst io.Writer, f model.Framework, format transfer.Format, now time.Time) (transfer.Exported, error) {
		_, err := io.Copy(dst, bytes.NewBufferString(string(format)+" "+f.Title))
		return transfer.Exported{Remarks: []transfer.Remark{transfer.Say("framework.lost.english", "format", "Moodle")}}, err
	}
	var list []frameworkJSON
	if err := json.Unmarshal([]byte(b.must("framework", "list", "--json")), &list); err != nil || len(list) != 3 || len(list[0].Nodes) == 0 || list[0].Scale.Proficient == nil {
		t.Fatalf("%v %+v", err, list)
	}
	if out := b.must("framework", "list", "--lang", "nl"); !strings.Contains(out, "niet officieel") {
		t.Error(out)
	}
	if out := b.must("framework", "show", "helpende", "--lang", "nl"); !strings.Contains(out, "    W1.1  ") || !strings.Contains(out, "v voldoende +") {
		t.Error(out)
	}
	b.in = "x"
	status, out, errs := b.run("framework", "import", "-", "--lang", "nl")
	if status != 0 || !strings.Contains(errs, "-:3: X staat onder iets wat er niet is.") || !strings.Contains(out, "2 gelezen") {
		t.Errorf("%d %s %s", status, out, errs)
	}
	var report frameworkReportJSON
	if err := json.Unmarshal([]byte(b.must("framework", "import", "-", "--json")), &report); err != nil || report.Version != 1 || report.Framework == nil ||
		report.Title != "L" || report.Imported != 1 || len(report.Refused) != 1 {
		t.Errorf("%v %+v", err, report)
	}
	for _, trial := range [][]string{{"--dry-run"}, {"--strict"}, {"--dry-run", "--strict"}} {
		strict := trial[len(trial)-1] == "--strict"
		status, out, errs := b.run(append([]string{"framework", "import", "-", "--lang", "nl"}, trial...)...)
		if strings.Contains(errs, "staat erin") || strict != (status == 1) || strict != strings.Contains(out, "0 opgenomen") {
			t.Errorf("%v: %d %s %s", trial, status, out, errs)
		}
	}
	if status, out, errs = b.run("framework", "export", "leerbalie:mbo-social-work", "--format", "case", "--lang", "nl"); status != 0 ||
		!strings.HasPrefix(out, "case Mbo") || !strings.Contains(errs, "Engelse namen") {
		t.Errorf("%d %s %s", status, out, errs)
	}
	b.must("framework", "node", "leerbalie:mbo-social-work", "K1-W1.9", "--add", "--under", "K1-W1", "--title", "Vraagt om feedback")
	b.must("framework", "node", "leerbalie:mbo-social-work", "K2-W2.1", "--remove")
	var one frameworkJSON
	if err := json.Unmarshal([]byte(b.must("framework", "show", "leerbalie:mbo-social-work", "--json")), &one); err != nil || one.Version != 3 || !one.Unofficial {
		t.Errorf("%v %+v", err, one.Version)
	}
	b.must("group", "add", "2B")
	b.must("framework", "use", "2B", "leerbalie:mbo-social-work")
	b.must("framework", "archive", "leerbalie:mbo-2-helpende-25960")
	if out := b.must("framework", "list"); strings.Contains(out, "25960") {
		t.Error(out)
	}
	for _, args := range [][]string{{"framework", "export", "x", "--format", "pdf"}, {"framework", "import"}, {"assess", "give", "x"}, {"report", "site", "--since", "x"}} {
		if status, _, _ := b.run(args...); status != 2 {
			t.Errorf("%v: %d", args, status)
		}
	}
}
