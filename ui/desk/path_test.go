package desk_test

import (
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/paths"
)

// TestAPathOnTheResidentsPage: begun, a step added and reached in a key each, taken back, ended; the page says how far it is, and the story
// tells all of it.
func TestAPathOnTheResidentsPage(t *testing.T) {
	d := open(t)
	d.Press("o", "p", "<enter>")
	d.Shows("nieuwe leerlijn", "Doel", "Soort")
	d.Press("Zelf inloggen", "<tab>", "<tab>", "een telefoon", "<ctrl+s>")
	d.Shows("De leerlijn is bewaard", "een telefoon", "nog niet")
	d.Press("<enter>")
	d.Shows("De stap is bereikt")
	read := func() paths.Path {
		all, err := paths.ReadOf(t.Context(), d.Session, d.Resident)
		if err != nil || len(all) != 1 {
			t.Fatal(all, err)
		}
		return all[0]
	}
	if p := read(); p.Done() != 1 || p.Title != "Zelf inloggen" || len(p.Helpers) != 1 {
		t.Fatalf("%+v", p)
	}
	d.Press("<esc>")
	d.Shows("leerlijn Zelf inloggen: 1 van 1")
	d.Press("p", "<enter>", "<down>", "<enter>", "de app", "<ctrl+s>")
	d.Shows("De stap is bewaard", "de app")
	d.Press("<enter>") // the first, which was reached
	d.Shows("De stap staat weer open")
	if p := read(); p.Done() != 0 || len(p.Steps) != 2 {
		t.Fatalf("%+v", p)
	}
	d.Do(d.As(d.Noor), desk.AddRequest{Request: desk.Request{Summary: "Van een collega", Resident: d.Resident}})
	d.Press("<esc>", "v")
	d.Shows("wat er is gebeurd", "leerlijn (taal) Zelf inloggen", "Van een collega")
	d.Press("<esc>", "o")
	d.Shows("wie keek", "deze pagina")
	d.Press("<esc>", "p", "<enter>", "<down>", "<down>", "<down>", "<enter>", "<ctrl+s>")
	d.Shows("De leerlijn is klaar", "doel bereikt")
	if p := read(); p.Running() || p.Ended.Outcome != paths.OutcomeReached {
		t.Fatalf("%+v", p)
	}
}
