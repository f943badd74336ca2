package partners_test

import (
	"math/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/partners"
)

// TestListsComeIn: partners and placements of a table with semicolons; the same file again changes nothing, and what does not fit is refused by its row.
func TestListsComeIn(t *testing.T) {
	now := time.Date(2027, 1, 4, 9, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"})
	if err != nil {
		t.Fatal(err)
	}
	lead, err := model.Enter(t.Context(), s, me)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Amir", "Bo"} {
		if _, err := lead.Do(t.Context(), model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Site: lead.Site(), Level: "mbo-3"}}); err != nil {
			t.Fatal(err)
		}
	}
	o := transfer.ImportOptions{File: "x.csv", Now: now}
	list := "Naam;Plaatsen;Uren begeleiding;Van;Tot en met;Niveau\nDe Schuur;1;2,5;01-01-2027;31-12-2027;mbo-3\nZonder;veel;1;;;\nVreemd;1;1;;;mbo-9\n"
	placed := "Student;Partner;Van;Tot en met;Begeleider\nAmir;de schuur;01-02-2027;01-06-2027;Piet\nBo;de schuur;01-03-2027;01-06-2027;Piet\nNiemand;de schuur;01-03-2027;01-06-2027;\n"
	for i := range 2 {
		r, err := partners.Import(t.Context(), lead, strings.NewReader(list), o)
		if err != nil || r.Read != 3 || r.Imported != 1-i || r.Unchanged != i || len(r.Refused) != 2 || r.Refused[0].Row != 3 || r.Refused[1].Row != 4 {
			t.Fatalf("%d: %+v %v", i, r, err)
		}
		r, err = partners.ImportPlacements(t.Context(), lead, strings.NewReader(placed), o)
		if err != nil || r.Read != 3 || r.Imported != 1-i || r.Unchanged != i || len(r.Refused) != 2 || r.Refused[0].Row != 3 {
			t.Fatalf("%d: %+v %v", i, r, err)
		}
	}
	all, _ := partner.All(t.Context(), lead)
	rows, _ := placement.List(t.Context(), lead, now)
	if len(all) != 1 || all[0].Supervision != 150 || all[0].State != partner.Agreed || len(rows) != 1 || rows[0].GuideName != "Piet" {
		t.Errorf("%+v %+v", all, rows)
	}
}
