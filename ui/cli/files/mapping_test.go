package files_test

import (
	"strings"
	"testing"

	"leerbalie/model/mapping"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

type kept struct {
	ID, Name, What string
	Map            map[string]string
	Headings       []string
}

// TestKeptMappings: they are listed, shown, renamed and taken away, by name or id.
func TestKeptMappings(t *testing.T) {
	b := clitest.New(t)
	out, _ := b.Do(command.Done, "import", "mapping", "list")
	if !strings.Contains(out, "No mappings are kept yet") {
		t.Errorf("%q", out)
	}
	if all := clitest.JSON[[]kept](b, "import", "mapping", "list"); all == nil || len(all) != 0 {
		t.Errorf("%v", all)
	}
	did, err := b.Session("").Do(t.Context(), mapping.Keep{As: "Registratie 2026", What: mapping.Requests, Headings: []string{"Datum", "Kleur", "Vraag"}, Fields: map[string]string{"created_at": "Datum", "summary": "Vraag"}})
	if err != nil {
		t.Fatal(err)
	}
	out, _ = b.Do(command.Done, "import", "mapping", "list")
	if !strings.Contains(out, "Registratie 2026") || !strings.Contains(out, "questions") || !strings.Contains(out, "2 of 3") {
		t.Errorf("%q", out)
	}
	out, _ = b.Do(command.Done, "import", "mapping", "show", "registratie 2026", "--lang", "nl")
	for _, line := range []string{"Kolom in het bestand", "Kleur                 gaat niet mee", "Vraag                 vraag             summary"} {
		if !strings.Contains(out, line) {
			t.Errorf("%q does not stand in\n%s", line, out)
		}
	}
	m := clitest.JSON[kept](b, "import", "mapping", "show", did.Entity.String())
	if m.Name != "Registratie 2026" || m.What != "requests" || m.Map["created_at"] != "Datum" || len(m.Map) != 2 || len(m.Headings) != 3 {
		t.Errorf("%+v", m)
	}
	if m = clitest.JSON[kept](b, "import", "mapping", "rename", "Registratie 2026", "Oud"); m.Name != "Oud" {
		t.Errorf("%+v", m)
	}
	if _, said := b.Do(command.CouldNot, "import", "mapping", "show", "Registratie 2026"); !strings.Contains(said, "leerbalie import mapping list") {
		t.Errorf("%q", said)
	}
	b.Do(command.Done, "import", "mapping", "remove", "oud")
	b.Do(command.CouldNot, "import", "mapping", "remove", "oud")
}
