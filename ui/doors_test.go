package ui_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/pairs"
	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// The words that stand for what the table of clearances keeps from some roles, and which of them each role never reads. Nobody who
// acts is in the group of the student whose own words they are, or answers for her.
var canaries = map[string][]string{
	"resident":    {"Kanariebewoner", "0687654321", "Kanariestraat", "kanarievraag", "kanariedetail", "kanariememo"},
	"other site":  {"Eldersbewoner", "eldersvraag"},
	"other's own": {"kanariesituatie"},
	"private":     {"kanariereden"},
}

var keptFrom = map[model.Role][]string{
	model.RoleDesk:       {"other site", "other's own", "private"},
	model.RoleStudent:    {"other site", "other's own", "private"},
	model.RoleTeacher:    {"resident", "other site", "other's own", "private"},
	model.RoleSupervisor: {"other's own", "private"},
}

// ofTheApp are the roles that get the app; a screen of the waiting room gets its board, see TestAScreenIsAllThatItShows.
func ofTheApp() []model.Role {
	return slices.DeleteFunc(model.Roles(), func(r model.Role) bool { return r == model.RoleBoard })
}

// withCanaries makes a place as acting does, with those words in it.
func withCanaries(role model.Role) func(*uitest.Desk, *model.Session) journal.ID {
	return func(d *uitest.Desk, session *model.Session) journal.ID {
		me := acting(role)(d, session)
		do := func(session *model.Session, actions ...model.Action) journal.ID {
			d.T.Helper()
			r, err := session.DoQuietly(context.Background(), actions...)
			if err != nil {
				d.T.Fatal(err)
			}
			return r.Entity
		}
		resident := do(session, desk.AddResident{Resident: desk.Resident{Name: "Kanariebewoner", Phone: "0687654321", Street: "Kanariestraat 1", Keep: desk.KeepRegister}})
		id := do(session, desk.AddRequest{Request: desk.Request{Summary: "kanarievraag", Details: "kanariedetail", Resident: resident, Channel: "desk", Urgency: model.UrgencyNow}})
		do(session, desk.AddMemo{ID: id, Text: "kanariememo"})
		site := do(session, model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
		there, err := session.At(context.Background(), site)
		if err != nil {
			d.T.Fatal(err)
		}
		do(there, desk.AddRequest{Request: desk.Request{Summary: "eldersvraag", Channel: "desk", Resident: do(there, desk.AddResident{Resident: desk.Resident{Name: "Eldersbewoner", Keep: desk.KeepRegister}})}})
		other := do(session, model.AddGroup{Group: model.Group{Name: "Klas 3C"}})
		eva := do(session, model.AddPerson{Person: model.Person{Name: "Kanarie Eva", Roles: []model.Role{model.RoleStudent}, Level: "hbo", Site: session.Site(), Groups: []journal.ID{other}}})
		do(d.As(eva), learning.AddEvidence{Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "kanariesituatie", Note: "kanariesituatie"}})
		do(session, pairs.StartTimeOut{Person: eva, Reason: "kanariereden"})
		return me
	}
}

// waysIn are the keys to press on a screen: each of its own, and what searches, on each of its tabs.
func waysIn(name screen.Name) (out [][]string) {
	own := keysOf(name)
	for _, key := range own {
		out = append(out, []string{"", "<" + key + ">"})
	}
	if slices.Contains(own, "right") && slices.Contains(own, "/") {
		for tabs := 1; tabs <= 4; tabs++ {
			out = append(out, append(slices.Repeat([]string{"<right>"}, tabs), "/"))
		}
	}
	return out
}

// TestNoKeyShowsWhatARoleMayNotSee presses every key of every screen as each role, and goes on with what opens.
func TestNoKeyShowsWhatARoleMayNotSee(t *testing.T) {
	for _, role := range ofTheApp() {
		t.Run(string(role), func(t *testing.T) {
			t.Parallel()
			g := &uitest.Gate{}
			t.Cleanup(g.Open)
			d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 120, Height: 40}, Act: withCanaries(role), Gate: g, With: func(e *screen.Env) { e.Files, e.Bundles = powers(g), bundlePowers(g) }})
			seen := map[string]bool{}
			for _, route := range ui.Routes() {
				if route.Name == screen.Welcome {
					continue
				}
				for _, way := range waysIn(route.Name) {
					d.Again()
					d.Send(screen.Open{Name: route.Name})
					for _, press := range append(way, "kanarie", "<down>", "<enter>", "<enter>") {
						if d.Quit {
							break
						}
						d.Press(press)
						frame := d.Frame()
						for _, words := range canaries {
							for _, word := range words {
								seen[word] = seen[word] || strings.Contains(frame, word)
							}
						}
						for _, class := range keptFrom[role] {
							for _, word := range canaries[class] {
								if strings.Contains(frame, word) {
									t.Errorf("on %s %q shows what is of the class %s:\n%s", route.Name, way, class, frame)
								}
							}
						}
					}
				}
			}
			if role == model.RoleCoordinator && (!seen["kanarievraag"] || !seen["Kanariebewoner"] || !seen["Kanariestraat"] || !seen["kanariereden"]) {
				t.Errorf("nobody sees the words, so that they prove nothing: %v", seen)
			}
		})
	}
}
