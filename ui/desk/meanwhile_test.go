package desk_test

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// altered makes Noor alter a request in a way.
func altered(d *uitest.Desk, id journal.ID, alter func(*desk.Request)) {
	d.Do(d.As(d.Noor), desk.EditRequest{ID: id, Alter: alter})
}

func TestWhatAnotherAlteredLooksWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Press("e", " vrijdag", "<tab>", "<right>")
			altered(d, d.Requests[2], func(r *desk.Request) {
				r.Summary, r.Urgency, r.Theme, r.Neighbourhood = "Stroom gaat eraf bij mw. de Vries", model.UrgencyRoutine, "forms", "Zuid"
			})
			d.Picture("meanwhile/form", lang)
			d.Press("<ctrl+s>")
			d.Picture("meanwhile/sides", lang)
			d.Press("<down>", "<enter>")
			d.Press("<ctrl+s>")
			d.Picture("meanwhile/chosen", lang)
		}
	}
}

// TestNothingIsOverwrittenUnseen: what only the other altered stays theirs, what both did is asked field by field, and nothing is written
// before that.
func TestNothingIsOverwrittenUnseen(t *testing.T) {
	for _, c := range []struct {
		name    string
		press   []string
		summary string
	}{
		{"mine", []string{"<enter>", "<ctrl+s>"}, "Afsluiting stroom dreigt vrijdag"},
		{"theirs", []string{"<down>", "< >", "<ctrl+s>"}, "Stroom"},
		{"as it was", []string{"<down>", "<down>", "<enter>", "<ctrl+s>"}, "Afsluiting stroom dreigt"},
		{"anew", []string{"<down>", "<down>", "<down>", "<enter>", " en gas", "<ctrl+s>"}, "Afsluiting stroom dreigt vrijdag en gas"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := open(t)
			id := d.Requests[2]
			d.Press("e", " vrijdag")
			altered(d, id, func(r *desk.Request) { r.Summary, r.Theme, r.Details = "Stroom", "forms", "Nieuw verhaal" })
			d.Shows("✓ Veranderd door Noor V.:", "≠ Ook veranderd door Noor V.: Vraag.")
			d.Press("<ctrl+s>")
			d.Shows("Ook veranderd door Noor V.", "van jou: Afsluiting stroom dreigt vrijdag", "van Noor V.: Stroom", "zoals het was: Afsluiting stroom dreigt")
			d.Press("<ctrl+s>") // nothing is chosen yet
			d.Shows("Kies eerst wat blijft bij: Vraag")
			if got := d.Request(id).Summary; got != "Stroom" {
				t.Fatalf("written unseen: %q", got)
			}
			d.Press(c.press...)
			if r := d.Request(id); r.Summary != c.summary || r.Theme != "forms" || r.Details != "Nieuw verhaal" || len(r.Siblings) != 0 {
				t.Errorf("%q, theme %q, details %q, apart %v", r.Summary, r.Theme, r.Details, r.Siblings)
			}
			d.Hides("Ook veranderd", "Vraag wijzigen")
		})
	}
}

// TestWhatComesWhileOneChooses is shown at once in the place of what it replaces.
func TestWhatComesWhileOneChooses(t *testing.T) {
	d := open(t)
	id := d.Requests[2]
	altered(d, id, func(r *desk.Request) { r.Summary = "eerst" })
	d.Press("e", "!")
	altered(d, id, func(r *desk.Request) { r.Summary = "toen" })
	d.Press("<ctrl+s>", "<enter>") // mine is chosen
	altered(d, id, func(r *desk.Request) { r.Summary = "weer anders" })
	d.Shows("van Noor V.: weer anders")
	d.Press("<ctrl+s>")
	if got := d.Request(id).Summary; got != "eerst!" {
		t.Errorf("%q", got)
	}
}

// TestADraftUndoesNothing: a form that was left half typed comes back with what was typed, over what others wrote since; and where
// both wrote, it asks.
func TestADraftUndoesNothing(t *testing.T) {
	d := open(t)
	id := d.Requests[2]
	d.Press("e", " vrijdag", "<esc>")
	altered(d, id, func(r *desk.Request) { r.Theme, r.Supervision = "forms", model.SupervisionAlone })
	d.Again()
	d.Press("e", "<ctrl+s>")
	if r := d.Request(id); r.Summary != "Afsluiting stroom dreigt vrijdag" || r.Theme != "forms" || r.Supervision != model.SupervisionAlone {
		t.Errorf("%q, theme %q, supervision %q", r.Summary, r.Theme, r.Supervision)
	}
	d.Press("e", " vroeg", "<esc>")
	altered(d, id, func(r *desk.Request) { r.Summary = "Stroom" })
	d.Again()
	d.Press("e")
	d.Shows(": Vraag. Bij bewaren", "vrijdag vroeg")
	d.Press("<ctrl+s>")
	d.Shows("zoals het was: Afsluiting stroom dreigt vrijdag", "van jou: Afsluiting stroom dreigt vrijdag vroeg")
	d.Press("<esc>", "<esc>")
	if got := d.Request(id).Summary; got != "Stroom" {
		t.Errorf("%q", got)
	}
	d.Press("e")
	d.Shows("vrijdag vroeg") // nothing typed is lost
}

// TestAResidentAlteredMeanwhile: the form of a resident asks as well.
func TestAResidentAlteredMeanwhile(t *testing.T) {
	d := open(t)
	d.Press("o", "e", " jr.")
	d.Do(d.As(d.Noor), desk.EditResident{Resident: desk.Resident{ID: d.Resident, Name: "mw. V. de Vries", Street: "Dorpsstraat 4", Keep: desk.KeepRegister}})
	d.Shows("Ook veranderd door Noor V.: Naam.", "Dorpsstraat 4")
	d.Press("<ctrl+s>", "<enter>", "<ctrl+s>")
	file, err := desk.OpenResident(t.Context(), d.Session, d.Resident)
	if err != nil || file.Name != "mw. de Vries jr." || file.Street != "Dorpsstraat 4" {
		t.Errorf("%q, %q, %v", file.Name, file.Street, err)
	}
}

// TestAStatusThatChangedMeanwhile: taking or closing what somebody else took or closed is answered with a sentence, and what was typed is
// kept.
func TestAStatusThatChangedMeanwhile(t *testing.T) {
	d := open(t)
	id := d.Requests[2]
	noor := d.As(d.Noor)
	d.Late = true
	d.Press("c")
	d.Late = false
	if _, err := noor.Do(t.Context(), desk.ClaimRequest{ID: id}); err != nil {
		t.Fatal(err)
	}
	d.Run()
	d.Shows("Noor Visser")
	if r := d.Request(id); len(r.Claims) != 1 || r.Holder()[0] != d.Noor {
		t.Errorf("%+v", r.Claims)
	}
	d.News()
	id = d.Requests[1]                          // where the cursor is now
	d.Press("<esc>", "m", "belt vrijdag terug") // a memo is welcome on what is closed, a task is not
	d.Press("<esc>", "b", "terugbellen", "<tab>", "morgen")
	d.Do(noor, desk.CloseRequest{ID: id, Outcome: "handled-directly"})
	d.Press("<ctrl+s>")
	d.Shows("terugbellen", "is al afgesloten")
	d.Press("<esc>")
	if r := d.Request(id); len(r.Tasks) != 0 || r.Status != desk.StatusClosed {
		t.Errorf("%+v", r)
	}
	d.Press("D")
	d.Shows("terugbellen", "belt vrijdag terug")
}
