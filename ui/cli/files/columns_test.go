package files_test

import (
	"context"
	"io"
	"maps"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/mapping"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// looked is a program that looks at a file and notes how it is then brought in.
func looked(t *testing.T, columns ...transfer.Column) (*clitest.Program, *transfer.ImportOptions) {
	b := clitest.New(t)
	b.In = "Datum;Vraag\n1-1-2026;huur\n"
	b.Survey = transfer.Survey{Format: transfer.CSV, Rows: 1, Columns: columns}
	b.Report = transfer.Report{Format: transfer.CSV, Read: 1, Imported: 1}
	asked := &transfer.ImportOptions{}
	b.Powers.Import = func(_ context.Context, _ *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
		*asked = o
		all, err := io.ReadAll(src)
		if string(all) != b.In {
			t.Errorf("of the file %q is left", all)
		}
		b.Report.DryRun = o.DryRun
		return b.Report, err
	}
	return b, asked
}

var office = []transfer.Column{
	{Name: "Datum", Field: "created_at", By: transfer.ByHeading, Samples: []string{"1-1-2026"}}, {Name: "Vraag", Field: "details", By: transfer.ByContent, Samples: []string{"huur", "toeslag"}},
	{Name: "Nr", Field: "source_id", BSN: true}, {Name: "mijn 111222333"}, {Field: "minutes", By: transfer.ByContent}, {Name: "vraag", Field: "theme", By: transfer.ByHeading},
}

type columnsTold struct {
	Imported int
	Mapping  string
	Columns  []struct {
		Name, Field, Recognised string
		BSN                     bool
		Samples                 []string
	}
}

// TestGuessShowsTheColumns: how each was recognised, with values of it; what cannot be read by its name is not said to be, and what
// --map says goes before all.
func TestGuessShowsTheColumns(t *testing.T) {
	b, asked := looked(t, office...)
	out, _ := b.Do(command.Done, "import", "requests", "-", "--guess", "--dry-run", "--lang", "nl")
	for _, part := range []string{"Kolom in het bestand", "Datum                 binnengekomen op     naam     1-1-2026", "toelichting          inhoud   huur · toeslag", "BSN: gaat nooit mee", "kolom 5, zonder naam", "1 gelezen"} {
		if !strings.Contains(out, part) {
			t.Errorf("%q does not stand in\n%s", part, out)
		}
	}
	if strings.Contains(out, "111222333") || strings.Contains(out, "minuten") || strings.Contains(out, "thema") {
		t.Errorf("%s", out)
	}
	if want := map[string]string{"created_at": "Datum", "details": "Vraag"}; !maps.Equal(asked.Map, want) || !asked.DryRun {
		t.Errorf("%+v", asked)
	}
	out, said := b.Do(command.Done, "import", "requests", "-", "--guess", "--map", "summary=Vraag")
	if want := map[string]string{"created_at": "Datum", "summary": "Vraag"}; !maps.Equal(asked.Map, want) {
		t.Errorf("%v", asked.Map)
	}
	if strings.Contains(out, "Datum") || !strings.Contains(said, "Datum") || !strings.Contains(said, "question") {
		t.Errorf("%q\n%q", out, said)
	}
	r := clitest.JSON[columnsTold](b, "import", "requests", "-", "--guess", "--dry-run")
	if len(r.Columns) != 6 || r.Imported != 1 || r.Columns[1].Field != "details" || r.Columns[1].Recognised != "content" || len(r.Columns[1].Samples) != 2 ||
		!r.Columns[2].BSN || r.Columns[2].Samples == nil || r.Columns[4].Field != "" || strings.Contains(r.Columns[3].Name, "111") {
		t.Errorf("%+v", r)
	}
	b.Survey = transfer.Survey{Format: transfer.Open311, Rows: 1}
	b.Do(command.Done, "import", "requests", "-", "--guess")
	if asked.Map != nil {
		t.Errorf("a format that says itself what is what is read by columns: %v", asked.Map)
	}
	b.Survey = transfer.Survey{Format: transfer.OneRoster, Columns: office}
	b.Do(command.Done, "import", "students", "-", "--guess")
	if asked.Map != nil {
		t.Errorf("%v", asked.Map)
	}
}

// TestColumnsByAKeptMapping: kept once the file is in and not when it is tried, and used by name for what it is of.
func TestColumnsByAKeptMapping(t *testing.T) {
	b, asked := looked(t, office...)
	b.Do(command.Done, "import", "requests", "-", "--guess", "--save-mapping", "Oud", "--dry-run")
	if all := clitest.JSON[[]kept](b, "import", "mapping", "list"); len(all) != 0 {
		t.Errorf("a try keeps %v", all)
	}
	_, said := b.Do(command.Done, "import", "requests", "-", "--guess", "--save-mapping", "Oud", "--map", "summary=Vraag")
	if !strings.Contains(said, "The mapping is kept as Oud.") {
		t.Errorf("%q", said)
	}
	if all := clitest.JSON[[]kept](b, "import", "mapping", "list"); len(all) != 1 || all[0].Map["summary"] != "Vraag" || len(all[0].Map) != 2 || all[0].What != "requests" {
		t.Errorf("%+v", all)
	}
	b.Do(command.Done, "import", "requests", "-", "--mapping", "oud")
	if asked.Map["summary"] != "Vraag" || asked.Map["created_at"] != "Datum" {
		t.Errorf("%v", asked.Map)
	}
	b.Do(command.Done, "import", "requests", "-", "--mapping", "oud", "--map", "theme=Vraag")
	if want := map[string]string{"created_at": "Datum", "theme": "Vraag"}; !maps.Equal(asked.Map, want) {
		t.Errorf("%v", asked.Map)
	}
	if _, said = b.Do(command.CouldNot, "import", "students", "-", "--mapping", "Oud"); !strings.Contains(said, "for something else: questions") {
		t.Errorf("%q", said)
	}
	if _, said = b.Do(command.CouldNot, "import", "requests", "-", "--mapping", "Nieuw"); !strings.Contains(said, "no mapping Nieuw") {
		t.Errorf("%q", said)
	}
	b.Report.Refused = refused()
	b.Do(command.CouldNot, "import", "requests", "-", "--strict", "--guess", "--save-mapping", "Strikt")
	b.Report.Refused = nil
	b.Do(command.Done, "import", "requests", "-", "--save-mapping", "Namen")
	all, err := mapping.Read(t.Context(), b.Session(""))
	if err != nil || len(all) != 2 || all[0].Name != "Namen" || all[0].Map()["details"] != "Vraag" {
		t.Errorf("%+v %v", all, err)
	}
}

func refused() []transfer.Refusal {
	return []transfer.Refusal{{Row: 2, Err: fault.New(fault.Invalid, "import.empty-summary")}}
}
