package desk_test

import (
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// TestWhatIsHeldOfAResident: every word is in it, under both pages of who was merged, with who looked, and without the name of another resident.
func TestWhatIsHeldOfAResident(t *testing.T) {
	b := clitest.School(t)
	b.Must("resident", "add", "Jan de Vries", "--phone", "0612345678", "--keep", "register", "--told")
	b.Must("resident", "add", "J. de Vries")
	b.Must("resident", "add", "Ria Bakker")
	lead := b.Session("Samira")
	ask := func(name, words string) {
		q := clitest.JSON[struct{ ID, Number string }](b, "request", "add", words, "--resident", name, "--details", "details van "+words)
		b.Must("request", "memo", q.Number, "belde met ria bakker over "+words)
		b.Must("request", "refer", q.Number, "Wijkteam", "--consent")
		b.Must("request", "promise", q.Number, "--task", "taak van "+words)
		b.Must("request", "close", q.Number, "--outcome", "referred", "--minutes", "25")
	}
	ask("Jan de Vries", "eerste")
	ask("J. de Vries", "tweede")
	b.Must("path", "add", "Zelf inloggen", "--resident", "Jan de Vries", "--kind", "digid", "--step", "een telefoon")
	b.Must("resident", "merge", "J. de Vries", "--into", "Jan de Vries", "--yes")
	b.Must("resident", "list")
	type held struct {
		Resident struct{ Name, Phone string }
		Merged   []struct{ Name string } `json:"merged_from"`
		Story    []struct{ Kind, Text, On, Code string }
		Looks    []struct {
			Where string
			By    struct{ Name string }
		}
		Hidden  int
		LeftOut map[string]string `json:"left_out"`
	}
	before := len(b.Store.Journal())
	h := clitest.JSON[held](b, "resident", "access", "J. de Vries")
	if len(b.Store.Journal()) == before {
		t.Error("it is not written down who looked")
	}
	if h.Resident.Name != "Jan de Vries" || h.Resident.Phone == "" || len(h.Merged) != 1 || h.Merged[0].Name != "J. de Vries" || h.Hidden != 2 || len(h.LeftOut) != 2 {
		t.Errorf("%+v", h)
	}
	var all strings.Builder
	for _, e := range h.Story {
		all.WriteString(e.Kind + " " + e.On + " " + e.Text + " " + e.Code + "\n")
	}
	for _, want := range []string{"eerste", "tweede", "details van eerste", "details van tweede", "belde met […] over tweede", "taak van eerste", "Wijkteam", "closing ZW-0003  referred", "Zelf inloggen", "een telefoon", "minutes"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("%q is not told:\n%s", want, all.String())
		}
	}
	if strings.Contains(strings.ToLower(all.String()), "bakker") {
		t.Error("another resident is named")
	}
	where := map[string]bool{}
	for _, l := range h.Looks {
		where[l.Where] = l.By.Name != ""
	}
	if !where["page"] || !where["list"] {
		t.Errorf("who looked: %+v", h.Looks)
	}
	for _, lang := range []string{"nl", "en"} {
		text := b.Must("resident", "access", "Jan de Vries", "--lang", lang)
		for _, want := range []string{"Jan de Vries", "0612345678", "details van tweede", "[…]", "Samira ("} {
			if !strings.Contains(strings.ReplaceAll(text, `\`, ""), want) {
				t.Errorf("%s: %q does not stand in\n%s", lang, want, text)
			}
		}
	}
	if _, err := lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Leraar", Roles: []model.Role{model.RoleTeacher}}}); err != nil {
		t.Fatal(err)
	}
	if _, said := b.Do(command.CouldNot, "resident", "access", "Jan de Vries", "--as", "Leraar"); said == "" {
		t.Error("a teacher gets what is held of a resident")
	}
}
