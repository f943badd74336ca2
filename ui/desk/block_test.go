package desk_test

import (
	"strings"
	"testing"

	"leerbalie/model/block"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

func TestATextBlockStandsInTheField(t *testing.T) {
	d := open(t)
	d.Do(d.Session, block.AddBlock{Title: "Terugbellen", Text: "Beste {bewoner}, over {nummer} ({vraag}) belt {ik} u terug. Kenmerk {onbekend}."})
	d.Press("m", "Gebeld. ", "<ctrl+t>", "terug", "<enter>", "!", "<enter>")
	memos := d.Request(d.Requests[2]).Memos
	if got, want := memos[len(memos)-1].Text, "Gebeld. Beste mw. de Vries, over ZW-0003 (Afsluiting stroom dreigt) belt Samira Bouali u terug. Kenmerk {onbekend}.!"; got != want {
		t.Errorf("kept %q, want %q", got, want)
	}

	// a character stays a character, what fills in nothing is a blank, and Esc goes back to the form
	d.Press("j", "j", "m", "t", "<ctrl+t>", "<esc>")
	d.Shows("› t")
	d.Press("<ctrl+t>", "terug", "<enter>")
	d.Shows("tBeste ____, over")
	d.Press("<esc>")
	d.Shows("niet af")

	// in the note of a closing, which is one line, and not where something else is asked
	d.Press("x", "<ctrl+t>")
	d.Hides("Tekstblokken")
	d.Press("<tab>", "<tab>", "<tab>", "<ctrl+t>", "terug", "<enter>")
	d.Shows(") belt Samira Bouali u terug. Kenmerk {onbekend}.")
}

func TestTextBlocksAreKeptFromTheForm(t *testing.T) {
	d := open(t)
	titles := func() string {
		t.Helper()
		all, err := block.ReadBlocks(t.Context(), d.Session)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, b := range all {
			out = append(out, b.Title+"="+b.Text)
		}
		return strings.Join(out, " ")
	}
	d.Press("m", "<ctrl+t>", "nieuw", "<enter>", "Groe", "<esc>", "<esc>", "D")
	d.Shows("Tekstblok: ")
	d.Press("<enter>")
	d.Shows("Groe")
	d.Press("<esc>")
	d.Press("m", "half", "<ctrl+t>", "nieuw", "<enter>", "t", "<tab>", "Groet, {ik}", "<ctrl+s>")
	d.Shows("Het tekstblok is bewaard.", "› half")
	if got := titles(); got != "Groet=Groet, {ik}" {
		t.Errorf("there are %s", got)
	}
	d.Press("<ctrl+t>", "wijzigen", "<enter>", "groet", "<enter>", "<tab>", "!", "<ctrl+s>")
	d.Shows("Het tekstblok is gewijzigd.", "› half")
	if got := titles(); got != "Groet=Groet, {ik}!" {
		t.Errorf("there are %s", got)
	}
	d.Press("<ctrl+t>", "weghalen", "<enter>", "groet", "<enter>")
	d.Shows("Het tekstblok Groet gaat weg.")
	d.Press("j")
	d.Shows("› half")
	if got := titles(); got != "" {
		t.Errorf("there are %s", got)
	}
}

func TestTextBlocksLookWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Do(d.Session, block.AddBlock{Title: "Terugbellen", Text: "Beste {bewoner}, over {nummer} belt {ik} u terug."}, block.AddBlock{Title: "Groet", Text: "Groet, {ik}", Own: true})
			d.Press("m", "<ctrl+t>")
			d.Picture("block/list", lang)
			d.Press("<end>", "<down>", "<down>", "<enter>", "<tab>")
			d.Picture("block/form", lang)
		}
	}
}
