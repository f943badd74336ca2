package files_test

import (
	"context"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// withCalendar is a screen whose folder holds a calendar; said is what becomes of it, and asked what was asked.
func withCalendar(t *testing.T, lang text.Lang, size screen.Size, said *transfer.CalendarReport, asked *[]transfer.CalendarOptions) *uitest.Desk {
	t.Helper()
	k := &disk{}
	d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size, With: func(e *screen.Env) {
		e.Files = k.power()
		e.Files.List = func(_ context.Context, folder string) (string, []screen.FileEntry, error) {
			return folder, []screen.FileEntry{{Name: "agenda.ICS", Size: 20480}}, nil
		}
		e.Files.ImportCalendar = func(_ context.Context, _ *model.Session, _ string, o transfer.CalendarOptions, _ func(done, total int64)) (transfer.CalendarReport, error) {
			*asked = append(*asked, o)
			said.DryRun = o.DryRun
			return *said, k.fails
		}
	}})
	d.Press("B", "j", "j", "j", "<enter>", "<down>", "<enter>")
	return d
}

func someCalendar() *transfer.CalendarReport {
	return &transfer.CalendarReport{Read: 30, Imported: 26, Changed: 1, Cancelled: 1, Unchanged: 1, Refused: []transfer.Refusal{{Row: 41, Err: fault.New(fault.Invalid, "calendar.days", "days", 14)}},
		Remarks: []transfer.Remark{transfer.Say("calendar.private", "n", 3), transfer.Say("calendar.moved", "title", "Intervisie", "was", "2026-12-04 10:00", "now", "2026-12-03 14:30"),
			transfer.Say("calendar.called-off", "title", "Overleg", "at", "2026-12-11 10:00")}}
}

// TestACalendarIsTriedFirst: nothing is kept before that is asked for.
func TestACalendarIsTriedFirst(t *testing.T) {
	var asked []transfer.CalendarOptions
	d := withCalendar(t, "nl", screen.Size{Width: 80, Height: 24}, someCalendar(), &asked)
	d.Shows("agenda.ICS", "bijeenkomsten", "proberen, niets bewaren")
	d.Press("<ctrl+s>")
	d.Shows("30 gelezen, 26 nieuw, 1 gewijzigd, 1 afgezegd, 1 ongewijzigd, 1 geweigerd", "Intervisie: was 2026-12-04 10:00, en is nu 2026-12-03 14:30.", "gaat niet door")
	d.Press("i")
	if len(asked) != 2 || !asked[0].DryRun || asked[1].DryRun || asked[0].Free {
		t.Errorf("%+v", asked)
	}
}

// TestACalendarOfFreeDays: what the whole days are is chosen.
func TestACalendarOfFreeDays(t *testing.T) {
	var asked []transfer.CalendarOptions
	d := withCalendar(t, "en", screen.Size{Width: 60, Height: 15}, someCalendar(), &asked)
	d.Press("<right>", "<tab>", "<right>", "<ctrl+s>")
	if len(asked) != 1 || asked[0].DryRun || !asked[0].Free {
		t.Errorf("%+v", asked)
	}
}

func TestCalendarViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 60, Height: 15}} {
			var asked []transfer.CalendarOptions
			d := withCalendar(t, lang, size, someCalendar(), &asked)
			d.Picture("calendar", lang)
			d.Press("<ctrl+s>")
			d.Picture("calendar-tried", lang)
		}
	}
}
