package learning_test

import (
	"encoding/json"
	"strings"
	"testing"

	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/learning"
)

// TestFromRequestToDecision goes the whole way on the command line.
func TestFromRequestToDecision(t *testing.T) {
	b := clitest.School(t)
	var pieces []learning.EvidenceJSON
	read := func(out string, into any) {
		t.Helper()
		if err := json.Unmarshal([]byte(out), into); err != nil {
			t.Fatalf("%v in %s", err, out)
		}
	}
	read(b.Must("evidence", "list", "--json", "--as", "Noor"), &pieces)
	if len(pieces) != 1 || pieces[0].Minutes != 40 || pieces[0].Theme != "poverty" || pieces[0].Ready {
		t.Fatalf("%+v", pieces)
	}
	id := pieces[0].ID
	if status, _, errs := b.Run("evidence", "reflect", id, "--situation", "bel 06-12345678", "--as", "Noor"); status != 1 || !strings.Contains(errs, "06-12345678") {
		t.Errorf("%d %s", status, errs)
	}
	b.Must("evidence", "reflect", id, "--situation", "Iemand kon de huur niet betalen", "--reflection", "Eerst luisteren", "--node", "C1", "--as", "Noor")
	read(b.Must("evidence", "list", "--waiting", "--json", "--as", "Theo"), &pieces)
	if len(pieces) != 1 || pieces[0].Reflection == nil {
		t.Fatalf("%+v", pieces)
	}
	b.Must("assess", "give", id[:8], "C1.1=g", "C1.2=voldoende", "C1.3=2", "C1.4=1", "C1.5=v", "--reason", "vraagt door", "--as", "Theo", "--lang", "nl")
	read(b.Must("evidence", "list", "--student", "Noor", "--json", "--as", "Tine"), &pieces)
	if pieces[0].Hidden != 1 || len(pieces[0].Assessments) != 0 {
		t.Errorf("Tine is not blind: %+v", pieces[0])
	}
	b.Must("assess", "give", id, "C1.1=g", "C1.2=g", "--as", "Tine", "--lang", "nl")
	var a learning.ConcordanceJSON
	read(b.Must("assess", "agreement", "--group", "2B", "--json", "--as", "Theo"), &a)
	if a.Units != 2 || a.Assessors != 2 || len(a.ByPair) != 1 || a.Figures[0].Figure != "percent" || *a.Figures[0].Value != 0.5 || !a.Figures[0].Few {
		t.Errorf("%+v", a)
	}
	if out := b.Must("assess", "agreement", "--as", "Theo", "--lang", "nl"); !strings.Contains(out, "kappa") || !strings.Contains(out, "Let op") {
		t.Error(out)
	}
	if status, _, _ := b.Run("assess", "decide", "Noor", "--as", "Theo"); status != 2 {
		t.Error("met or not met was not asked for")
	}
	var decided []learning.DecisionJSON
	status, out, told := b.Run("assess", "decide", "Noor", "--kind", "exam", "--met", "--reason", "=HYPERLINK", "--json", "--as", "Theo", "--lang", "nl")
	if status != 0 || !strings.Contains(told, "Let op bij Noor (voldaan)") || !strings.Contains(told, "Nog niet genoeg: C2") {
		t.Errorf("%d: what the app says before a decision is not told: %s", status, told)
	}
	read(out, &decided)
	if len(decided) != 1 || !decided[0].Met || !decided[0].Sound || decided[0].By.Name != "Theo" {
		t.Errorf("%+v", decided)
	}
	if out := b.Must("assess", "decision", "Noor", "--kind", "exam", "--as", "Theo", "--lang", "nl"); !strings.Contains(out, decided[0].Hash) || !strings.Contains(out, "onveranderd") {
		t.Error(out)
	}
	reports(t, b)
	if out := b.Must("assess", "withdraw", "Noor", "--kind", "exam", "--reason", "vergissing", "--as", "Theo", "--lang", "nl"); !strings.Contains(out, "ingetrokken (voldaan)") {
		t.Error(out)
	}
	if out := b.Must("assess", "decision", "Noor", "--kind", "exam", "--as", "Theo", "--lang", "nl"); !strings.Contains(out, "examen: ingetrokken op") || strings.Contains(out, "examen: voldaan") {
		t.Error(out)
	}
	b.Must("assess", "decide", "Noor", "--kind", "exam", "--not-met", "--reason", "te weinig gezien", "--as", "Theo", "--lang", "nl")
	page := b.Must("assess", "decision", "Noor", "--kind", "exam", "--format", "html", "--as", "Theo", "--lang", "nl")
	first, after, ok := strings.Cut(page, `<h2 class="page">`)
	if !ok || !strings.Contains(after, "Hoe ver") {
		t.Fatal(page)
	}
	for _, want := range []string{"examen: niet voldaan", "te weinig gezien", "Beoordelaars: Theo, Tine", "er is geen norm bekend", "Wat ontbrak bij het besluit:", "– Nog niet genoeg: C2, C3, C4, C5",
		"Over 1 stuk verschillen beoordelaars", "Eerder ingetrokken: examen, voldaan, besloten door Theo op", "vergissing", "Handtekeningen", "<td>beoordelaar 1</td><td>Theo</td>", "<td>beoordelaar 2</td><td>Tine</td>",
		"student, voor gezien"} {
		if !strings.Contains(first, want) {
			t.Errorf("%q is not on the first page: %s", want, first)
		}
	}
}

// TestFellowStudentJudges goes from the list of what waits to a judgement, for a student who did the same work.
func TestFellowStudentJudges(t *testing.T) {
	b := clitest.School(t)
	list := func(args ...string) (out []learning.EvidenceJSON) {
		t.Helper()
		if err := json.Unmarshal([]byte(b.Must(append([]string{"evidence", "list", "--json"}, args...)...)), &out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	id := list("--as", "Noor")[0].ID
	b.Must("evidence", "reflect", id, "--reflection", "Eerst luisteren", "--node", "C1", "--as", "Noor")
	waiting := list("--waiting", "--as", "Ali")
	if len(waiting) != 2 || waiting[1].ID != id || waiting[1].Reflection != nil || !waiting[1].Ready {
		t.Fatalf("%+v", waiting)
	}
	var one learning.EvidenceJSON
	if err := json.Unmarshal([]byte(b.Must("assess", "give", id[:8], "C1.1=g", "--reason", "zo zag ik het", "--json", "--as", "Ali", "--lang", "nl")), &one); err != nil {
		t.Fatal(err)
	}
	if len(one.Assessments) != 1 || one.Assessments[0].Part != "peer" || one.Reflection != nil {
		t.Errorf("%+v", one)
	}
	if waiting = list("--waiting", "--as", "Ali"); len(waiting) != 1 {
		t.Errorf("%+v", waiting)
	}
	b.Must("person", "add", "Eva", "--role", "student", "--level", "hbo", "--group", "2B")
	for lang, want := range map[string]string{"en": "s (sufficient)", "nl": "v (voldoende)"} {
		if status, _, said := b.Run("assess", "give", id, "C1.1=x", "--as", "Ali", "--lang", lang); status != 1 || !strings.Contains(said, want) {
			t.Errorf("%s: %s", lang, said)
		}
	}
	if status, _, _ := b.Run("assess", "give", id, "C1.1=g", "--as", "Eva"); status != 1 {
		t.Error("Eva did not do the work")
	}
}

// TestWhoIsNoStudent: who has no dossier is named, in every command on one, and every format is offered.
func TestWhoIsNoStudent(t *testing.T) {
	b := clitest.New(t)
	b.Must("person", "add", "Theo", "--role", "teacher")
	for _, args := range [][]string{{"report", "student", "Theo"}, {"assess", "decide", "Theo", "--met"}, {"evidence", "list", "--student", "Theo"}} {
		if status, _, errs := b.Run(append(args, "--lang", "nl")...); status != 1 || !strings.Contains(errs, "Theo is geen student") {
			t.Errorf("%v: %d %s", args, status, errs)
		}
	}
	if status, _, errs := b.Run("report", "student", "Theo", "--format", "pdf", "--lang", "nl"); status != 2 || !strings.Contains(errs, "md, html, csv, badges") {
		t.Errorf("%d %s", status, errs)
	}
}

// reports writes every report in every form.
func reports(t *testing.T, b *clitest.Program) {
	t.Helper()
	for _, args := range [][]string{{"report", "student", "Noor", "--as", "Theo"}, {"report", "group", "2B", "--as", "Theo"}, {"report", "site"}} {
		for _, lang := range []string{"nl", "en"} {
			md, page, table := b.Must(append(args, "--lang", lang)...), b.Must(append(args, "--lang", lang, "--format", "html")...), b.Must(append(args, "--lang", lang, "--format", "csv")...)
			if !strings.HasPrefix(md, "# ") || !strings.HasPrefix(page, "<!doctype html>") || strings.Contains(table, "\n=") || strings.Contains(table, ",=") {
				t.Errorf("%v %s: %s", args, lang, table)
			}
			for _, out := range []string{md, page, table} {
				if strings.Contains(out, "report.") || strings.Contains(out, "agree.") || strings.Contains(out, "Huurschuld") {
					t.Errorf("%v %s: %s", args, lang, out)
				}
			}
		}
		var any map[string]any
		if err := json.Unmarshal([]byte(b.Must(append(args, "--json")...)), &any); err != nil {
			t.Errorf("%v: %v", args, err)
		}
	}
	var badges []map[string]any
	if err := json.Unmarshal([]byte(b.Must("report", "student", "Noor", "--format", "badges", "--as", "Theo", "--lang", "en")), &badges); err != nil || len(badges) != 2 {
		t.Fatalf("%v %v", err, badges)
	}
	for _, x := range badges {
		if _, signed := x["proof"]; signed || !strings.Contains(x["description"].(string), "not digitally signed") {
			t.Errorf("%v", x)
		}
	}
}
