package cli_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
)

// bringIn brings a file in, so that there is something to be shown and undone.
func bringIn(t *testing.T, session *model.Session) {
	t.Helper()
	in, err := incoming.Begin(t.Context(), session, incoming.Source{File: "kanarievraag.csv"})
	if err == nil {
		_, err = in.Try(t.Context(), [][]model.Action{{desk.AddRequest{Request: desk.Request{Summary: "kanarievraag", Source: "1", Channel: "desk"}}}}, false)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// clashes lets two people write apart from each other what everybody may see, and what not everybody may.
func clashes(t *testing.T, do func(*model.Session, ...model.Action) journal.ID, lead *model.Session, person, resident, elder, elsewhere journal.ID) {
	t.Helper()
	do(lead, apart{model.KindPerson, person, journal.Organisation(), model.PersonLevel.Is(journal.Text("mbo-4"))},
		apart{desk.KindResident, resident, lead.Site(), desk.ResidentStreet.Is(journal.Text("Andere Kanariestraat"))},
		apart{desk.KindResident, elder, elsewhere, desk.ResidentName.Is(journal.Text("Andere Eldersbewoner"))})
}
