package exchange

import (
	"slices"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/transfer"
)

// TestWhoMayBringInAndTakeOut holds that a file of many requests is not for who learns or teaches, whoever hands in the file.
func TestWhoMayBringInAndTakeOut(t *testing.T) {
	lead := deskSession(t)
	bring(t, lead, "summary\nHuurschuld\n", transfer.ImportOptions{})
	may := []model.Role{model.RoleDesk, model.RoleSupervisor, model.RoleCoordinator, model.RoleAdmin}
	for _, role := range model.Roles() {
		r, err := lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "X " + string(role), Roles: []model.Role{role}, Level: "mbo-3", Site: lead.Site()}})
		if err != nil {
			t.Fatal(err)
		}
		session, err := lead.Switch(t.Context(), r.Entity)
		if role == model.RoleBoard {
			if fault.KindOf(err) != fault.Refused {
				t.Errorf("somebody sat down at the screen of the waiting room: %v", err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		for what, do := range map[string]func() error{
			"export": func() error {
				var out strings.Builder
				_, err := ExportRequests(t.Context(), session, &out, transfer.ExportOptions{Format: transfer.CSV})
				if err != nil && out.Len() > 0 {
					t.Errorf("%s refused and got %q", role, out.String())
				}
				return err
			},
			"requests": func() error {
				_, err := ImportRequests(t.Context(), session, strings.NewReader("summary\nNieuw\n"), transfer.ImportOptions{DryRun: true})
				return err
			},
			"students": func() error {
				_, err := ImportStudents(t.Context(), session, strings.NewReader("name\nNieuw\n"), transfer.ImportOptions{DryRun: true})
				return err
			},
		} {
			err := do()
			if allowed := slices.Contains(may, role); allowed != (err == nil) || !allowed && fault.KindOf(err) != fault.Refused {
				t.Errorf("%s, %s: %v", role, what, err)
			}
		}
	}
}
