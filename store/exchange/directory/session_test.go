package directory

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/transfer"
)

const (
	idOrg     = "11111111-1111-4111-8111-111111111111"
	idService = "22222222-2222-4222-8222-222222222222"
)

// small is a directory of one organisation and two services.
func small() map[string]string {
	return map[string]string{
		"organizations.csv": "id,name,description\n" + idOrg + ",Humanitas,helpt\n",
		"services.csv":      "id,organization_id,name,status,description\n" + idService + "," + idOrg + ",Maatjes,active,samen op pad\n" + strings.Replace(idService, "2", "3", 1) + "," + idOrg + ",Thuisadministratie,active,post\n",
		"phones.csv":        "id,service_id,number\n44444444-4444-4444-8444-444444444444," + idService + ",010-1234567\n",
	}
}

func all(t *testing.T, session *model.Session) directory.All {
	t.Helper()
	out, err := directory.ReadAll(t.Context(), session)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func named(t *testing.T, session *model.Session, name string) directory.Service {
	t.Helper()
	for _, s := range all(t, session).Services {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no service is called %s", name)
	return directory.Service{}
}

func do(t *testing.T, session *model.Session, a model.Action) {
	t.Helper()
	if _, err := session.Do(t.Context(), a); err != nil {
		t.Fatal(err)
	}
}

// TestATryKeepsNothing: nor does a strict import with a refused row.
func TestATryKeepsNothing(t *testing.T) {
	session := deskSession(t)
	if r := bring(t, session, small(), transfer.ImportOptions{DryRun: true}); r.Imported != 2 || len(all(t, session).Services) != 0 {
		t.Error(counts(r))
	}
	harmed := small()
	harmed["services.csv"] += "5," + idOrg + ",,active,\n"
	if r := bring(t, session, harmed, transfer.ImportOptions{Strict: true}); len(r.Refused) != 1 || r.Imported != 0 || len(all(t, session).Services) != 0 {
		t.Error(counts(r))
	}
	if r := bring(t, session, harmed, transfer.ImportOptions{}); len(r.Refused) != 1 || r.Imported != 2 || r.Read != 3 {
		t.Error(counts(r))
	}
}

// TestWhatWasAlteredHereStays when the source says something else later, and goes out as it is here.
func TestWhatWasAlteredHereStays(t *testing.T) {
	session := deskSession(t)
	bring(t, session, small(), transfer.ImportOptions{})
	s := named(t, session, "Maatjes")
	s.Description, s.Phones = "alleen op dinsdag", append(s.Phones, directory.Phone{Number: "010-7654321"})
	do(t, session, directory.EditService{Service: s})
	if r := bring(t, session, small(), transfer.ImportOptions{}); r.Unchanged != 2 || len(r.Refused) > 0 {
		t.Error(counts(r), r.Refused)
	}
	out, _ := written(t, session)
	if !strings.Contains(out["services.csv"], "alleen op dinsdag") || !strings.Contains(out["phones.csv"], "010-7654321") || !strings.Contains(out["phones.csv"], "010-1234567") {
		t.Error(out["services.csv"], out["phones.csv"])
	}
	if r := bring(t, session, out, transfer.ImportOptions{}); r.Unchanged != 2 || r.Organizations.Unchanged != 1 {
		t.Error(counts(r))
	}
	later := small()
	later["services.csv"] = strings.Replace(later["services.csv"], "samen op pad", "nu ook online", 1)
	r := bring(t, session, later, transfer.ImportOptions{})
	if len(r.Refused) != 1 || r.Refused[0].File != "services.csv" || r.Refused[0].Row != 2 || !isMsg(r.Refused[0].Err, directory.PutEdited) || named(t, session, "Maatjes").Description != "alleen op dinsdag" {
		t.Error(counts(r), r.Refused)
	}
	if later["services.csv"] = strings.Replace(small()["services.csv"], ",post", ",post en geld", 1); bring(t, session, later, transfer.ImportOptions{}).Changed != 1 || named(t, session, "Thuisadministratie").Description != "post en geld" {
		t.Error("what nobody altered here is not brought up to date")
	}
}

// TestAWordThatIsKeptBeside goes out as it came, until somebody says otherwise here.
func TestAWordThatIsKeptBeside(t *testing.T) {
	session := deskSession(t)
	in := small()
	in["services.csv"] = strings.Replace(in["services.csv"], "Maatjes,active", "Maatjes,pending", 1)
	bring(t, session, in, transfer.ImportOptions{})
	if out, _ := written(t, session); !strings.Contains(out["services.csv"], ",pending,") {
		t.Error(out["services.csv"])
	}
	s := named(t, session, "Maatjes")
	s.Status = "inactive"
	do(t, session, directory.EditService{Service: s})
	if out, _ := written(t, session); strings.Contains(out["services.csv"], ",pending,") || !strings.Contains(out["services.csv"], ",inactive,") {
		t.Error(out["services.csv"])
	}
}

// TestWhatWasAddedHereComesBack as what it is, with what HSDS 3.0 cannot carry left as it was.
func TestWhatWasAddedHereComesBack(t *testing.T) {
	session := deskSession(t)
	bring(t, session, small(), transfer.ImportOptions{})
	org := all(t, session).Organizations[0]
	do(t, session, directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: "Taalcafé", Phones: []directory.Phone{{Number: "+31 10 1"}}, Contacts: []directory.Contact{{Name: "Ineke", Phone: "06-1"}}},
		Organization: org.ID, Needs: []string{"taal"}, Languages: []string{"nl", "tr"}, Audience: "nieuwkomers", Costs: []string{"gratis"}, Areas: []string{"Zuid"},
		Schedules: []directory.Schedule{{Days: directory.Weekdays(0).On(2), Opens: 600, Closes: 720}}, Capacities: []directory.Capacity{{Available: 3, Maximum: 8, Unit: "plekken", On: today.Truncate(24 * 3600e9)}}}})
	out, told := written(t, session)
	if said := fmt.Sprint(told.Remarks); !strings.Contains(said, "service_capacity.available") || !strings.Contains(said, "services.audience") {
		t.Error(said)
	}
	if r := bring(t, session, out, transfer.ImportOptions{}); r.Unchanged != 3 || len(r.Refused) > 0 {
		t.Error(counts(r), r.Refused)
	}
	if s := named(t, session, "Taalcafé"); len(s.Capacities) != 1 || s.Audience != "nieuwkomers" {
		t.Error(s)
	}
	other := deskSession(t)
	if r := bring(t, other, out, transfer.ImportOptions{}); r.Imported != 3 {
		t.Error(counts(r))
	}
	s := named(t, other, "Taalcafé")
	slices.Sort(s.Languages) // rows of a file stand by their ids
	want := "[taal] [nl tr] [gratis] [Zuid] TU 60006-1+31 10 1"
	if got := fmt.Sprint(s.Needs, s.Languages, s.Costs, s.Areas, s.Schedules[0].Days, s.Schedules[0].Opens, s.Contacts[0].Phone, s.Phones[0].Number); got != want {
		t.Errorf("%q", got)
	}
	sameFiles(t, out, other)
	changed := map[string]string{"services.csv": strings.Replace(out["services.csv"], "Taalcafé", "Taalcafé Zuid", 1)}
	if r := bring(t, session, changed, transfer.ImportOptions{}); r.Changed != 1 || named(t, session, "Taalcafé Zuid").Audience != "nieuwkomers" {
		t.Error(counts(r), r.Refused)
	}
}

// TestPartsAlone: a table that comes later joins what came before, and leaves the rest.
func TestPartsAlone(t *testing.T) {
	session := deskSession(t)
	bring(t, session, small(), transfer.ImportOptions{})
	r := bring(t, session, map[string]string{"phones.csv": "id,service_id,number\n55555555-5555-4555-8555-555555555555," + idService + ",020-1\n"}, transfer.ImportOptions{})
	if r.Changed != 1 || len(named(t, session, "Maatjes").Phones) != 2 {
		t.Error(counts(r), named(t, session, "Maatjes").Phones)
	}
	fewer := small()
	fewer["phones.csv"] = "id,service_id,number\n"
	if r := bring(t, session, fewer, transfer.ImportOptions{}); r.Changed != 1 || len(named(t, session, "Maatjes").Phones) != 0 {
		t.Error(counts(r), named(t, session, "Maatjes").Phones)
	}
}

// TestShortNumbersOfAnotherFile are not taken for those that came before.
func TestShortNumbersOfAnotherFile(t *testing.T) {
	session := deskSession(t)
	one := map[string]string{"organizations.csv": "id,name,description\n1,Humanitas,x\n", "services.csv": "id,organization_id,name,status\n1,1,Maatjes,active\n"}
	other := map[string]string{"organizations.csv": "id,name,description\n1,Voedselbank,y\n", "services.csv": "id,organization_id,name,status\n1,1,Pakket,active\n", "phones.csv": "id,organization_id,number\n1,1,010\n"}
	bring(t, session, one, transfer.ImportOptions{})
	r := bring(t, session, other, transfer.ImportOptions{})
	if len(r.Refused) != 2 || !isMsg(r.Refused[0].Err, "hsds.other-name") || r.Imported+r.Changed+r.Organizations.Changed > 0 || named(t, session, "Maatjes").Name == "" {
		t.Error(counts(r), r.Refused)
	}
}

// many is a directory of some hundreds of services.
func many(organizations, each int) map[string]string {
	var orgs, services, phones, hours strings.Builder
	orgs.WriteString("id,name,description,website\n")
	services.WriteString("id,organization_id,name,description,status,fees_description\n")
	phones.WriteString("id,service_id,number,type\n")
	hours.WriteString("id,service_id,freq,byday,opens_at,closes_at\n")
	id := func(what string, n int) string { return journal.KeyedID(what, fmt.Sprint(n)).String() }
	for i := range organizations {
		fmt.Fprintf(&orgs, "%s,Stichting %d,Helpt mensen in de buurt met vragen,https://s%d.example\n", id("o", i), i, i)
		for j := range each {
			n := i*each + j
			fmt.Fprintf(&services, "%s,%s,Dienst %d,Hulp bij formulieren en brieven van de gemeente,active,Gratis\n", id("s", n), id("o", i), n)
			fmt.Fprintf(&phones, "%s,%s,010-%07d,voice\n", id("p", n), id("s", n), n)
			fmt.Fprintf(&hours, "%s,%s,WEEKLY,\"MO,TU\",09:00,17:00\n", id("h", n), id("s", n))
		}
	}
	return map[string]string{"organizations.csv": orgs.String(), "services.csv": services.String(), "phones.csv": phones.String(), "schedules.csv": hours.String()}
}

// TestStoppedHalfWay: what was done stays, a second run goes on with the same import, and undoing takes all of it back.
func TestStoppedHalfWay(t *testing.T) {
	session := deskSession(t)
	ctx, stop := context.WithCancel(t.Context())
	o := transfer.ImportOptions{Now: today, File: "kaart", Beside: folder(many(60, 10)), Progress: func(r transfer.Report) {
		if r.Read > 200 {
			stop()
		}
	}}
	first, err := Import(ctx, session, nil, o)
	if !errors.Is(err, context.Canceled) || first.Imported == 0 || first.Imported == 600 {
		t.Fatal(err, counts(first))
	}
	o.Progress = nil
	second, err := Import(t.Context(), session, nil, o)
	if err != nil || second.Imported+second.Unchanged != 600 || second.Unchanged != first.Imported || second.ID != first.ID {
		t.Fatal(err, counts(second))
	}
	if _, err := incoming.Undo(t.Context(), session, second.ID, incoming.Options{}); err != nil || len(all(t, session).Services) != 0 {
		t.Error(err, len(all(t, session).Services))
	}
	if again, err := Import(t.Context(), session, nil, o); err != nil || again.Imported != 600 {
		t.Error(err, counts(again))
	}
}

// TestWhoMayNotBringIn is refused before anything is read.
func TestWhoMayNotBringIn(t *testing.T) {
	store := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: func() time.Time { return today }, Random: rand.Reader})
	if _, err := model.Found(t.Context(), store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Samira"}); err != nil {
		t.Fatal(err)
	}
	lead, err := model.EnterAs(t.Context(), store, "Samira")
	if err != nil {
		t.Fatal(err)
	}
	do(t, lead, model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleStudent}, Level: "hbo"}})
	noor, err := model.EnterAs(t.Context(), store, "Noor")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = Import(t.Context(), noor, nil, transfer.ImportOptions{Now: today, DryRun: true, Beside: folder(small())}); fault.KindOf(err) != fault.Refused {
		t.Error(err)
	}
}
