package learning_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model/attachment"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/dialogue"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// talked acts as the student after she and her teacher talked about her piece, with a file.
func talked(s *school) journal.ID {
	b := []byte("een verslag")
	say := func(who journal.ID, words string) {
		s.do(s.desk.As(who), dialogue.Say{Student: s.noor, Evidence: s.second, Text: words})
	}
	for _, e := range []journal.ID{s.first, s.second} {
		s.do(s.desk.As(s.noor), attachment.Attach{Student: s.noor, Evidence: e, Keep: true, File: attachment.File{Name: "verslag.txt", Path: "/home/noor/verslag.txt", Size: 11, Dated: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC),
			Hash: attachment.HashOf(b), Bytes: b}})
		s.do(s.desk.As(s.noor), dialogue.Say{Student: s.noor, Evidence: e, Text: "Ik wist niet hoe ik moest doorvragen."})
	}
	say(s.theo, "Wat deed je toen?")
	say(s.tine, "Ik zag dat je eerst samenvatte.")
	return s.noor
}

func TestTalkIsSeen(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 60, Height: 15}, {Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d, _ := open(t, lang, size, talked)
			d.Press("<right>", "<enter>", "<end>")
			d.Picture("dialogue", lang)
			d.Press("c")
			d.Picture("say", lang)
		}
	}
}

// TestTalkingAboutAPiece: a student reads what her teachers said, which is new until she saw it, answers, corrects herself and takes it back.
func TestTalkingAboutAPiece(t *testing.T) {
	d, s := wide(t, talked)
	d.Press("<right>")
	d.Shows("2 nieuw gezegd")
	d.Press("<enter>")
	d.Shows("Gesprek", "Theo Bakker (school)", "nieuw", "Wat deed je toen?", "Ik zag dat je eerst samenvatte.", "verslag.txt (11 B")
	d.Press("<esc>")
	d.Hides("nieuw gezegd")
	d.Press("<enter>", "c", "Ik heb gewacht.", "<ctrl+s>")
	lines := func() []learning.Line { return s.piece(d, s.noor, s.noor, s.second).Talk }
	if all := lines(); len(all) != 4 || all[3].Text != "Ik heb gewacht." || all[3].As != learning.AssessorSelf {
		t.Fatalf("%+v", all)
	}
	d.Press("C", "<down>", "<enter>", "<ctrl+e>", " Even.", "<ctrl+s>")
	d.Shows("verbeterd", "Ik heb gewacht. Even.")
	if all := lines(); len(all) != 4 || len(all[3].Earlier) != 1 || all[3].Earlier[0].Text != "Ik heb gewacht." {
		t.Fatalf("%+v", all)
	}
	d.Press("u")
	if all := lines(); len(all) != 4 || all[3].Text != "Ik heb gewacht." {
		t.Fatalf("%+v", all)
	}
	d.Sit(s.theo)
	d.Press("3", "<end>", "<enter>", "<right>")
	d.Shows("2 nieuw gezegd") // what the student said first, and now
}

// TestAFileIsPutWithAPiece by keys, once, and given back as it was; that it changed on the computer is said.
func TestAFileIsPutWithAPiece(t *testing.T) {
	d, s := wide(t, noor)
	d.Press("<right>", "<enter>", "a")
	d.Shows("verslag.txt")
	d.Press("<down>", "<enter>")
	d.Shows("Het bestand staat bij het bewijs.", "Bestand verslag.txt (11 B")
	s.altered = true
	d.Press("<esc>", "<enter>")
	d.Shows("op de computer is het sindsdien")
	d.Press("x", "<ctrl+s>")
	found := false
	for path, b := range s.files {
		found = found || strings.HasSuffix(path, ".txt") && b == "een verslag"
	}
	if !found {
		t.Fatalf("%v", s.files)
	}
	d.Press("u")
	d.Hides("verslag.txt (11 B")
}

// TestOneObservationForSeveral: marked by one key each, written once, judged alike, and taken back as one.
func TestOneObservationForSeveral(t *testing.T) {
	d, s := wide(t, theo)
	count := func(student journal.ID) (n int) {
		p, err := learning.ReadProgress(t.Context(), d.As(s.theo), student, journal.ID{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range p.Evidence {
			if e.Kind == learning.EvidenceObservation && e.Title == "Vat samen en vraagt door" && len(e.With) == 0 {
				n++
			}
		}
		return n
	}
	d.Press("O")
	d.Shows("Van wie zag je iets?", "Noor", "Bo")
	d.Press("<tab>", "<down>", "<down>", "<tab>", "<enter>")
	d.Shows("Observatie van 2 studenten")
	d.Press("Vat samen en vraagt door", "<ctrl+s>")
	d.Shows("De observatie is bewaard.")
	if count(s.noor) != 1 || count(s.bo) != 1 {
		t.Fatal("not everybody got it")
	}
	d.Press("u")
	if count(s.noor)+count(s.bo) != 0 {
		t.Fatal("it was not taken back as one")
	}
}
