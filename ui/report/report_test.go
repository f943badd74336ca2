package report

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/agreement"
	"leerbalie/ui/text"
)

func maker(lang text.Lang) Maker {
	return Maker{Words: text.All().For(lang), Zone: time.UTC, Now: time.Date(2026, 3, 2, 14, 0, 0, 0, time.UTC), Names: map[journal.ID]string{}}
}

func TestDocumentsAreHarmless(t *testing.T) {
	d := Document{Lang: "nl", Title: "Titel <b>|", Blocks: []Block{{Heading: "Kop # 1 <b>"}, {Item: "<b>"}, {Line: "een *ster* & [haak] <b>"},
		{Chart: &Chart{Title: "<b>", Told: "<b>", Bars: []Bar{{"<b>", "<b>", 3}, {"c", "4", 4}}}},
		{Table: &Table{Heads: []string{"a", "b"}, Right: []int{1}, Rows: [][]string{{"=1+1", "-2"}, {"@x\n'=y", "\tz"}, {"gewoon <b>", "'"}}}}}}
	var page, table bytes.Buffer
	if err := d.Write(&page, "html"); err != nil {
		t.Fatal(err)
	}
	if s := page.String(); strings.Contains(s, "<b>") || !strings.Contains(s, "&lt;b&gt;") || !strings.Contains(s, `<td class="n">`) {
		t.Error(s)
	}
	if s := d.Markdown(); strings.Contains(s, "<b>") || strings.Contains(s, " *ster*") || !strings.Contains(s, "| --- | --: |") {
		t.Error(s)
	}
	if err := d.Write(&table, "csv"); err != nil {
		t.Fatal(err)
	}
	r := sheet(table.String())
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, c := range row {
			if strings.IndexAny(c, "=+-@\t") == 0 {
				t.Errorf("%q can act", c)
			}
		}
	}
}

func TestEveryReadingHasASentence(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		m := maker(lang)
		for _, r := range agreement.Readings() {
			if s := m.Meaning(agreement.Measure{Reading: r, Few: true, Defined: true}); strings.Contains(s, "agree.") || strings.Contains(s, "report.") {
				t.Errorf("%s: %s", lang, s)
			}
		}
		for _, f := range Figures(agreement.Report{}) {
			if !m.Words.Has("agree.figure." + f.Name) {
				t.Errorf("%s has no name", f.Name)
			}
		}
		for _, b := range learning.AssessorKinds() {
			if !m.Words.Has("by." + string(b)) {
				t.Errorf("%s has no name", b)
			}
		}
		for _, k := range learning.EvidenceKinds() {
			if !m.Words.Has("evidence." + string(k)) {
				t.Errorf("%s has no name", k)
			}
		}
	}
	if got := maker("nl").Figure(agreement.Measure{Defined: true, Value: 0.4, Interval: true, Low: 0.151, High: 0.649}); got != "0,40 (0,15–0,65)" {
		t.Error(got)
	}
	if got := maker("en").Figure(agreement.Measure{}); got != "cannot be determined" {
		t.Error(got)
	}
}

// sheet reads what is written for a spreadsheet.
func sheet(s string) *csv.Reader {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(s, "\ufeff")))
	r.Comma, r.FieldsPerRecord = ';', -1
	return r
}

// TestWhatEvidenceIsCalled: by its own title, or by its kind and theme; a visit is never called a question.
func TestWhatEvidenceIsCalled(t *testing.T) {
	for _, c := range []struct {
		e      learning.Evidence
		nl, en string
	}{
		{learning.Evidence{Kind: learning.EvidenceRequest, Theme: "poverty"}, "Vraag over armoede", "Question on poverty"},
		{learning.Evidence{Kind: learning.EvidenceRequest}, "Vraag over iets anders", "Question on something else"},
		{learning.Evidence{Kind: learning.EvidenceVisit, Theme: "poverty"}, "Bezoek over armoede", "Visit about poverty"},
		{learning.Evidence{Kind: learning.EvidenceVisit}, "Bezoek", "Visit"},
		{learning.Evidence{Kind: learning.EvidenceVisit, Title: "Samen wandelen"}, "Samen wandelen", "Samen wandelen"},
	} {
		for lang, want := range map[string]string{"nl": c.nl, "en": c.en} {
			if got := maker(text.Lang(lang)).Title(&c.e); got != want {
				t.Errorf("%s: %+v is called %q, want %q", lang, c.e, got, want)
			}
		}
	}
}
