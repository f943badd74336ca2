package desk_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	modeldesk "leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// promise is what this test reads of something promised.
type promise struct {
	ID, Number, Kind string
	DueAt            *string             `json:"due_at"`
	On               []map[string]string `json:"on"`
}

// withCalendar lets a program write calendars as lines of text.
func withCalendar(b *clitest.Program) {
	b.Powers.Calendar = func(dst io.Writer, c transfer.Calendar) error {
		if len(c.Events) == 0 {
			return fault.New(fault.Invalid, "export.no-events")
		}
		for _, e := range c.Events {
			if _, err := fmt.Fprintf(dst, "%s\n%s\n%s\n", e.Start.In(c.Zone).Format("02-01-2006 15:04 MST"), e.Title, e.Text); err != nil {
				return err
			}
		}
		return nil
	}
}

// act does what no command does.
func act(t *testing.T, b *clitest.Program, actions ...model.Action) {
	t.Helper()
	if _, err := b.Session("Samira").DoQuietly(context.Background(), actions...); err != nil {
		t.Fatal(err)
	}
}

func TestPromisesAsACalendar(t *testing.T) {
	b := clitest.New(t)
	withCalendar(b)
	if _, said := b.Do(command.CouldNot, "export", "promises"); !strings.Contains(said, "no appointments") {
		t.Error(said)
	}
	if none := clitest.JSON[[]promise](b, "export", "promises"); none == nil || len(none) != 0 {
		t.Errorf("%+v", none)
	}
	for _, line := range []string{"person add Ali --role desk", "person add Tine --role teacher", "resident add mw. Haddad --phone 0612345678 --told",
		"request add Huurschuld Haddad --resident Haddad --channel desk", "request add Brief", "request claim ZW-0001 --for Ali"} {
		b.Must(strings.Fields(line)...)
	}
	page, err := modeldesk.ReadPage(t.Context(), b.Session("Samira"), modeldesk.PageQuery{View: modeldesk.ViewAll})
	if err != nil {
		t.Fatal(err)
	}
	brief, rent := page.Rows[0].ID, page.Rows[1].ID
	at := clitest.Now()
	follow := at.AddDate(0, 0, 7)
	act(t, b, modeldesk.AddTask{ID: rent, What: "mw. Haddad bellen op 0612345678", Due: at.Add(time.Hour), CallBack: true},
		modeldesk.AddTask{ID: brief, What: "brief voor Haddad", Due: at.Add(2 * time.Hour), On: b.Session("Samira").Me().ID},
		modeldesk.AddTask{ID: rent, What: "Haddad ooit eens"}, modeldesk.EditRequest{ID: rent, Alter: func(r *modeldesk.Request) { r.FollowUp = follow }})

	out, said := b.Do(command.Done, "export", "promises")
	if want := "09-03-2026 15:00 CET\nZW-0001: call back (Ali)\nWhat was agreed on stands in Leerbalie at ZW-0001.\n09-03-2026 16:00 CET\nZW-0002: task (Samira)\n" +
		"What was agreed on stands in Leerbalie at ZW-0002.\n16-03-2026 14:00 CET\nZW-0001: look back (Ali)\nWhat was agreed on stands in Leerbalie at ZW-0001.\n"; out != want {
		t.Errorf("got\n%swant\n%s", out, want)
	}
	if said != "1 promise has no time and is not in it.\n" {
		t.Errorf("%q", said)
	}
	list := clitest.JSON[[]promise](b, "export", "promises")
	if len(list) != 4 || list[0].Kind != "call-back" || list[0].Number != "ZW-0001" || *list[0].DueAt != "2026-03-09T15:00:00+01:00" || list[0].On[0]["name"] != "Ali" ||
		list[3].DueAt != nil || list[2].Kind != "follow-up" || list[1].Kind != "task" {
		t.Errorf("%+v", list)
	}
	if mine := clitest.JSON[[]promise](b, "export", "promises", "--mine"); len(mine) != 1 || mine[0].ID != list[1].ID {
		t.Errorf("%+v", mine)
	}
	if mine, _ := b.Do(command.Done, "export", "promises", "--mine", "--as", "Ali", "--lang", "nl"); !strings.Contains(mine, "ZW-0001: terugbellen (Ali)") || strings.Contains(mine, "ZW-0002") {
		t.Error(mine)
	}
	nl, saidNL := b.Do(command.Done, "export", "promises", "--lang", "nl")
	raw, _ := b.Do(command.Done, "export", "promises", "--json")
	for _, known := range []string{"Haddad", "0612345678", "Huurschuld", "brief", "ooit"} {
		if all := out + nl + raw; strings.Contains(all, known) {
			t.Errorf("%s leaves the desk:\n%s", known, all)
		}
	}
	if saidNL != "1 belofte heeft geen tijd en staat er niet in.\n" {
		t.Errorf("%q", saidNL)
	}

	path := filepath.Join(t.TempDir(), "week.ics")
	if _, said := b.Do(command.Done, "export", "promises", "-o", path); !strings.Contains(said, "3 appointments stand in "+path) {
		t.Error(said)
	}
	b.Do(command.CouldNot, "export", "promises", "--mine", "-o", path)
	if body, err := os.ReadFile(path); err != nil || string(body) != out {
		t.Errorf("%v %s", err, body)
	}
	b.Do(command.Done, "export", "promises", "--mine", "-o", path, "--force")
	if body, err := os.ReadFile(path); err != nil || strings.Contains(string(body), "ZW-0001") {
		t.Errorf("%v %s", err, body)
	}
	if _, said := b.Do(command.CouldNot, "export", "promises", "--as", "Tine"); !strings.Contains(said, "Tine") {
		t.Error(said)
	}
	b.Do(command.Misused, "export", "promises", "week")
}
