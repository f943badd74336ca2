package report_test

import (
	"slices"
	"testing"

	"leerbalie/ui/report"
	"leerbalie/ui/say"
)

// TestADocumentIsSaidRowByRow: headings, lines, and of each row of a table what the columns are called; never what only a spreadsheet counts.
func TestADocumentIsSaidRowByRow(t *testing.T) {
	doc := report.Document{Title: "Over", Blocks: []report.Block{
		{Line: "made · today"}, {Heading: "Open"}, {Item: "ZW-1"},
		{Table: &report.Table{Heads: []string{"What", "Until", "Who"}, Rows: [][]string{{"call", "Mon 9:00", "Ali"}, {"write", "", "Noor"}}}},
		{Line: "counted", Only: report.Sheet}, {Line: "on paper", Only: report.Paper},
	}}
	want := say.Lines{
		{Kind: say.Text, Text: "made, today"}, {Kind: say.Heading, Text: "Open"}, {Kind: say.Heading, Text: "ZW-1"},
		{Kind: say.Text, Text: "What: call, Until: Mon 9:00, Who: Ali"}, {Kind: say.Text, Text: "What: write, Who: Noor"},
		{Kind: say.Text, Text: "on paper"},
	}
	got := doc.Said()
	if len(got) != len(want) {
		t.Fatalf("%d lines: %+v", len(got), got)
	}
	for i := range want {
		if got[i].Kind != want[i].Kind || got[i].Text != want[i].Text || got[i].ID != "" {
			t.Errorf("line %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	if slices.ContainsFunc(got, func(l say.Line) bool { return l.Kind == say.Row }) {
		t.Error("a document has rows that look as if one could be chosen")
	}
}
