package report_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/report"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// TestPromisesAsAppointments: what stands in a calendar of each language, what is left out, and that it is the same whenever
// it is made.
func TestPromisesAsAppointments(t *testing.T) {
	at := time.Date(2026, 3, 3, 13, 30, 0, 0, time.UTC)
	all := []desk.Promise{
		{ID: journal.ID{1}, Number: "ZW-0412", Kind: desk.PromiseCallBack, Due: at, On: []journal.ID{{7}}, Names: []string{"Ali"}, Changed: at.Add(-time.Hour)},
		{ID: journal.ID{2}, Number: "ZW-0413", Kind: desk.PromiseTask, Due: at.Add(time.Hour), On: []journal.ID{{7}, {8}, {9}}, Names: []string{"Ali", "", "Noor"}, Changed: at},
		{ID: journal.ID{3}, Number: "ZW-0414", Kind: desk.PromiseFollowUp, Due: at.AddDate(0, 0, 7), Changed: at},
		{ID: journal.ID{4}, Number: "ZW-0415", Kind: desk.PromiseTask, Changed: at},
	}
	for _, lang := range []text.Lang{"nl", "en"} {
		m := report.Maker{Words: text.All().For(lang), Zone: time.FixedZone("CET", 3600), Now: at}
		c, undated := m.Promises(all)
		if undated != 1 || c.Zone != m.Zone || !c.Made.IsZero() {
			t.Errorf("%d without a time, made %v in %v", undated, c.Made, c.Zone)
		}
		var out strings.Builder
		fmt.Fprintln(&out, c.Name)
		for _, e := range c.Events {
			fmt.Fprintf(&out, "%s changed %s\n  %s, %d minutes, reminded %d before\n  %s\n  %s\n", e.ID, e.Changed.Format(time.RFC3339), e.Start.In(c.Zone).Format("2006-01-02 15:04"), e.Minutes, e.Remind, e.Title, e.Text)
		}
		uitest.Golden(t, "promises-"+string(lang), strings.TrimSuffix(out.String(), "\n"))
	}
}
