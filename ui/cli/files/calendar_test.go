package files_test

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestImportOfACalendarTells: counts, each that was refused by its line, what moved, and the shape that scripts may count on.
func TestImportOfACalendarTells(t *testing.T) {
	b := clitest.New(t)
	b.In = "x"
	var asked []transfer.CalendarOptions
	said := transfer.CalendarReport{Read: 30, Imported: 26, Changed: 1, Cancelled: 1, Unchanged: 1, Refused: []transfer.Refusal{{Row: 41, Err: fault.New(fault.Invalid, "calendar.days", "days", 14)}},
		Remarks: []transfer.Remark{transfer.Say("calendar.moved", "title", "Intervisie", "was", "2026-12-04 10:00", "now", "2026-12-03 14:30")}}
	b.Powers.ImportCalendar = func(_ context.Context, _ *model.Session, src io.Reader, o transfer.CalendarOptions) (transfer.CalendarReport, error) {
		asked = append(asked, o)
		_, err := io.Copy(io.Discard, src)
		return said, err
	}
	out, beside := b.Do(command.Done, "import", "calendar", "-")
	if out != "30 read, 26 new, 1 changed, 1 cancelled, 1 unchanged, 1 refused\n" || !strings.Contains(beside, "-:41: ") || !strings.Contains(beside, "Intervisie: was 2026-12-04 10:00, and is now 2026-12-03 14:30.") {
		t.Errorf("%q\n%q", out, beside)
	}
	r := clitest.JSON[map[string]any](b, "import", "calendar", "-", "--holidays", "--dry-run")
	var names []string
	for name := range r {
		names = append(names, name)
	}
	slices.Sort(names)
	if want := []string{"cancelled", "changed", "dry_run", "id", "imported", "read", "refused", "remarks", "unchanged"}; !slices.Equal(names, want) {
		t.Error(names)
	}
	if len(asked) != 2 || asked[0].Free || asked[0].DryRun || !asked[1].Free || !asked[1].DryRun {
		t.Errorf("%+v", asked)
	}
	b.Do(command.CouldNot, "import", "calendar", "-", "--strict")
	said = transfer.CalendarReport{Read: 1, Refused: said.Refused}
	b.Do(command.CouldNot, "import", "calendar", "-")
}
