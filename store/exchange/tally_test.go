package exchange

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model/transfer"
)

// TestWhatAFileComesTo: what was tried comes to the same as what came in, and what was there already comes to nothing.
func TestWhatAFileComesTo(t *testing.T) {
	session := deskSession(t)
	bring := func(file string, o transfer.ImportOptions) transfer.Report {
		t.Helper()
		o.Now = clock
		report, err := Import(t.Context(), session, strings.NewReader(file), o)
		if err != nil {
			t.Fatal(err)
		}
		return report
	}
	class := "naam;niveau\nAnna de Boer;hbo\nBram Smit;mbo-3\n"
	for _, dry := range []bool{true, false} {
		got := bring(officeSheet, transfer.ImportOptions{DryRun: dry}).Tally
		if days := got.First.Format(time.DateOnly) + " " + got.Last.Format(time.DateOnly); days != "2025-02-03 2026-02-04" {
			t.Errorf("dry %v: they came in %s", dry, days)
		}
		got.First, got.Last = time.Time{}, time.Time{}
		if want := (transfer.Tally{Closed: 3, Minutes: 125, Referrals: 1}); got != want {
			t.Errorf("dry %v: it comes to %+v, want %+v", dry, got, want)
		}
		if got := bring(class, transfer.ImportOptions{What: transfer.Students, DryRun: dry, Strict: !dry}).Tally; got != (transfer.Tally{New: 2}) {
			t.Errorf("dry %v: the class comes to %+v", dry, got)
		}
	}
	if got := bring(officeSheet, transfer.ImportOptions{}).Tally; got != (transfer.Tally{}) {
		t.Errorf("again it comes to %+v", got)
	}
	altered := "naam;niveau\nAnna de Boer;ad\nCas Mol;hbo\n"
	if got := bring(altered, transfer.ImportOptions{What: transfer.Students}); got.Tally != (transfer.Tally{New: 1}) || got.Imported != 2 {
		t.Errorf("%d, %+v", got.Imported, got.Tally)
	}
}
