package learning_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/meeting"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// marked is a class of which one student is far behind with hours and met no theme, and another did not come twice.
func marked(d *uitest.Desk, session *model.Session) journal.ID {
	start := uitest.Start()
	group := d.Do(session, model.AddGroup{Group: model.Group{Name: "Klas 3A", Site: session.Site()}}).Entity
	add := func(name string, role model.Role, study model.Study) journal.ID {
		return d.Do(session, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: session.Site(), Groups: []journal.ID{group}, Study: study}}).Entity
	}
	theo := add("Theo Bos", model.RoleTeacher, model.Study{})
	add("Anna Vis", model.RoleStudent, model.Study{Start: start.AddDate(0, 0, -120).UTC().Truncate(24 * time.Hour), End: start.AddDate(0, 0, 30).UTC().Truncate(24 * time.Hour), NormHours: 400})
	bram := add("Bram Kok", model.RoleStudent, model.Study{})
	add("Cem Ates", model.RoleStudent, model.Study{})
	for i := range 2 {
		m := meeting.Meeting{Title: "Overleg", Day: start.AddDate(0, 0, -7*(i+1)).UTC().Truncate(24 * time.Hour), Start: 540, Minutes: 60, Groups: []journal.ID{group}}
		id := d.Do(session, meeting.Add{Meeting: m}).Entity
		d.Do(session, meeting.Attend{ID: id, People: []journal.ID{bram}, State: ledger.Absent})
	}
	return theo
}

// TestTheMatrixMarksWhoNeedsAttention: by letters that are explained below it, and in words for who listens; the page that says why is one key
// away. On a small screen the letters make way for the columns.
func TestTheMatrixMarksWhoNeedsAttention(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 60, Height: 15}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, Act: marked})
			d.Press("3")
			d.Picture("marks", lang)
			if lang == "en" {
				continue
			}
			for name, want := range map[string][2]string{"Anna Vis": {"u t", "achter met uren"}, "Bram Kok": {" k ", "kwam niet"}, "Cem Ates": {"", ""}} {
				line := row(d.Frame(), name)
				if size.Width >= 80 && (!strings.HasSuffix(line, strings.TrimRight(want[0], " ")) || want[0] == "" && strings.ContainsAny(line[len(line)-4:], "ukt")) {
					t.Errorf("%v: %q does not end in %q", size, line, want[0])
				}
				said := saidRow(d, name)
				if said == "" || !strings.Contains(said, want[1]) || want[1] == "" && strings.Contains(said, "kwam niet") {
					t.Errorf("%v: %q does not say %q", size, said, want[1])
				}
			}
			d.Press("K")
			d.Shows("[Aandacht]")
		}
	}
}

// row is the line with a name in it.
func row(all, name string) string {
	for line := range strings.Lines(all) {
		if strings.Contains(line, name) {
			return strings.TrimRight(line, " \n")
		}
	}
	return ""
}

// saidRow is what is said of the row with a name in it.
func saidRow(d *uitest.Desk, name string) string {
	for _, line := range d.Said() {
		if line.Kind == say.Row && strings.Contains(line.Text, name) {
			return line.Text
		}
	}
	return ""
}
