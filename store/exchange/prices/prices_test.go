package prices

import (
	"errors"
	"math/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/transfer"
	"leerbalie/model/value"
)

// faults are the codes of what is wrong with rows, "" for a price.
func codes(rows []Row) (out []string) {
	for _, r := range rows {
		var wrong *fault.Error
		if errors.As(r.Err, &wrong) {
			out = append(out, wrong.Msg)
		} else {
			out = append(out, "")
		}
	}
	return out
}

// TestAListAsAnOfficeKeepsIt: Dutch headings, a title above them, Windows-1252, signs for thousands, one price a row; what is no amount is refused
// by its row.
func TestAListAsAnOfficeKeepsIt(t *testing.T) {
	rows, err := Read(strings.NewReader("Tarieven 2026;;;;\r\nEenheid;Laag (\x80);Prijs;Hoog;Bron;Opgezocht op;Prijspeil\r\nUur;25,00;\x80 37,50;1.250,00;Handreiking caf\xe9;5-1-2026;2026\r\n"+
		"Hulpvraag;;12,50 %;;x;;2026\r\nBezoek;;10;;;;\r\nworkshop;1;2;1.250;x;31-2-2026;2026\r\nworkshop;1;2;3;x;31-2-2026;2026\r\nworkshop;1;2;3;x;;26\r\n"), "lijst.csv", time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(codes(rows), " "); got != " price-percent  price-either date.impossible price-year-form" {
		t.Errorf("%q", got)
	}
	p := rows[0].Price
	if p.Unit != value.Hour || p.Low != 2500 || p.Base != 3750 || p.High != 125_000 || p.Source != "Handreiking café" || p.Year != 2026 || !p.Date.Equal(time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)) || rows[0].Number != 3 {
		t.Errorf("%+v", rows[0])
	}
	if p = rows[2].Price; p.Unit != value.Visit || p.Low != 1000 || p.High != 1000 || p.Source != "lijst.csv" || p.Year != 0 {
		t.Errorf("%+v", p)
	}
	for text, code := range map[string]string{"": "csv.empty", "naam;bedrag\nx;1\n": "import.no-column", "unit;year\nhour;2026\n": "import.no-column"} {
		_, err := Read(strings.NewReader(text), "", time.UTC)
		var wrong *fault.Error
		if !errors.As(err, &wrong) || wrong.Msg != code {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestImport: what is new is added, what differs is altered, what says the same is unchanged, one undo takes all of it back; who may not is refused.
func TestImport(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		t.Fatal(err)
	}
	lead, err := model.Enter(t.Context(), s, me)
	if err != nil {
		t.Fatal(err)
	}
	in := func(session *model.Session, text string, dry bool) (transfer.Report, error) {
		return Import(t.Context(), session, strings.NewReader(text), transfer.ImportOptions{File: "lijst.csv", Now: now, DryRun: dry})
	}
	said := func() (out string) {
		all, err := value.Read(t.Context(), lead)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range all {
			out += p.Unit + " " + p.Base.String() + "; "
		}
		return out
	}
	list := "unit;low;base;high;source;year\nhour;1;2;3;x;2026\nvisit;3;2;1;x;2026\nuren;1;2;4;x;2026\nworkshop;1;2;3;x;2026\nrequest;5 %;2;3;x;2026\n"
	for _, dry := range []bool{true, false} {
		r, err := in(lead, list, dry)
		if err != nil || r.Read != 5 || r.Imported != 2 || r.Unchanged != 0 || len(r.Refused) != 3 || r.Refused[0].Row != 3 || r.Refused[1].Row != 4 || r.Refused[2].Row != 6 {
			t.Fatalf("dry %v: %+v %v", dry, r, err)
		}
		if got := map[bool]string{true: "", false: "hour 2.00; workshop 2.00; "}[dry]; said() != got {
			t.Fatalf("dry %v: %q", dry, said())
		}
	}
	if r, err := in(lead, list, false); err != nil || r.Imported != 0 || r.Unchanged != 2 {
		t.Fatalf("again: %+v %v", r, err)
	}
	if r, err := in(lead, "unit;base;low;high;year;source\nhour;2,50;1;3;2026;x\nworkshop;2;1;3;2026;x\n", false); err != nil || r.Imported != 1 || r.Unchanged != 1 || said() != "hour 2.50; workshop 2.00; " {
		t.Fatalf("altered: %+v %v %q", r, err, said())
	}
	for _, want := range []string{"hour 2.00; workshop 2.00; ", ""} {
		if _, err := lead.Undo(t.Context()); err != nil || said() != want {
			t.Fatalf("undone: %q, %v", said(), err)
		}
	}
	made, err := lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleDesk}, Site: lead.Site()}})
	if err != nil {
		t.Fatal(err)
	}
	noor, err := model.Enter(t.Context(), s, made.Entity)
	if err != nil {
		t.Fatal(err)
	}
	if r, err := in(noor, list, false); fault.KindOf(err) != fault.Refused || r.Imported != 0 || said() != "" {
		t.Fatalf("who may not: %+v %v %q", r, err, said())
	}
}

// FuzzRead: any file gives prices that can be kept or reasons, and no more of them than it has lines.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"unit;base\nhour;12,50\n", "Eenheid,Prijs\r\"uur\",\"1.250,00\"\r", "sep=|\nunit|low|base|high\nx|1|2|%\n", "\xff\xfeu\x00", "titel\nunit;base;date;year\nhour;1;5-1-2026;2026\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, err := Read(strings.NewReader(text), "x.csv", time.UTC)
		if err != nil && len(rows) > 0 {
			t.Fatalf("%d rows and %v", len(rows), err)
		}
		for _, r := range rows {
			p := r.Price
			if r.Err == nil && (p.Low < 0 || p.Base < 0 || p.High < 0 || p.High > 100_000_000) || r.Number < 2 {
				t.Fatalf("%+v", r)
			}
		}
		if most := strings.Count(text, "\n") + strings.Count(text, "\r") + 1; len(rows) > most {
			t.Fatalf("%d rows of %d lines", len(rows), most)
		}
	})
}
