package frameworks_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
)

func TestAddingParts(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	before := hbo(t, d)
	d.Press("<enter>", "<down>", "n", "Vraagt naar het netwerk", "<tab>", "C1.6", "<ctrl+s>")
	d.Shows("C1.6  Vraagt naar het netwerk", "versie 2", "(u: ongedaan maken)")
	if on := d.On(); !strings.Contains(on, "C1.6") {
		t.Errorf("the cursor is on %q", on)
	}
	d.Press("N", "Nog een", "<ctrl+s>")
	now := hbo(t, d)
	if len(now.Nodes) != len(before.Nodes)+2 || now.Nodes[6].Title != "Vraagt naar het netwerk" || now.Nodes[7].Title != "Nog een" || now.Nodes[7].Term != "indicator" {
		t.Errorf("%s", outline(now))
	}
	d.Press("<home>", "n", "Zes", "<enter>", "C6", "<ctrl+s>")
	if now := hbo(t, d); now.Nodes[len(now.Nodes)-1].Code != "C6" || !now.Nodes[len(now.Nodes)-1].Parent.IsZero() {
		t.Errorf("%s", outline(now))
	}
	d.Press("u", "u", "u")
	if now := hbo(t, d); outline(now) != outline(before) || now.Version != 1 {
		t.Errorf("after undoing: %s", outline(now))
	}
	d.Press("<ctrl+r>")
	d.Shows("C1.6  Vraagt naar het netwerk")
}

func TestMovingParts(t *testing.T) {
	d := open(t, "nl", narrow(), nil)
	d.Press("<enter>", "<down>", "J")
	if on := d.On(); !strings.Contains(on, "C1  Informeren") {
		t.Errorf("the cursor is on %q", on)
	}
	if now := outline(hbo(t, d)); !strings.HasPrefix(now, "C2 .C2.1 .C2.2 .C2.3 .C2.4 .C2.5 C1 .C1.1") {
		t.Error(now)
	}
	d.Press("K")
	if now := outline(hbo(t, d)); !strings.HasPrefix(now, "C1 .C1.1") {
		t.Error(now)
	}
	d.Press("K")
	d.Shows("Verder kan niet op deze laag")
	d.Press("m", "profileren", "<enter>")
	if now := outline(hbo(t, d)); !strings.HasPrefix(now, "C2") || !strings.HasSuffix(now, ".C5.5 .C1 ..C1.1 ..C1.2 ..C1.3 ..C1.4 ..C1.5") {
		t.Error(now)
	}
	if on := d.On(); !strings.Contains(on, "C1  Informeren") {
		t.Errorf("the cursor is on %q", on)
	}
	d.Press("m", "C1.1") // not below itself
	d.Shows("Niets gevonden")
	d.Press("<esc>", "m", "bovenaan", "<enter>")
	if now := outline(hbo(t, d)); !strings.HasSuffix(now, ".C5.5 C1 .C1.1 .C1.2 .C1.3 .C1.4 .C1.5") {
		t.Error(now)
	}
}

func TestRemovingParts(t *testing.T) {
	d := open(t, "nl", narrow(), nil)
	d.Press("<enter>", "<down>", "x")
	d.Shows("C1  Informeren", "Er staan 5 onderdelen onder")
	d.Press("<enter>") // the safe answer
	d.Shows("27 onderdelen")
	d.Press("x", "j")
	d.Shows("21 onderdelen")
	if on := d.On(); !strings.Contains(on, "C2  Interveniëren") {
		t.Errorf("the cursor is on %q", on)
	}
	d.Press("<home>", "x")
	d.Shows("Zet de cursor op een onderdeel")
}

func TestEditingAPart(t *testing.T) {
	d := open(t, "en", wide(), nil)
	d.Press("<enter>", "<down>", "e")
	d.Shows("Informeren", "Informs oneself") // what is kept, and not only what is shown in this language
	d.Press(" opnieuw", "<tab>", "<ctrl+u>", "K1", "<ctrl+s>")
	now := hbo(t, d)
	if n := now.Nodes[0]; n.Title != "Informeren opnieuw" || n.Titles["en"] != "Informs oneself" || n.Code != "K1" || n.Term != "competentie" || len(n.Themes) != 6 {
		t.Errorf("%+v", n)
	}
	if now.Titles["en"] == "" {
		t.Error("the English title of the list went")
	}
	d.Press("<home>", "e", " hier", "<ctrl+s>")
	if now = hbo(t, d); now.Title != "Hbo Social Work in vijf competenties hier" || len(now.Nodes) != 27 {
		t.Errorf("%q, %d nodes", now.Title, len(now.Nodes))
	}
}

// TestTextsStayAsTheyAre: what a field cannot show as it is does not change by being looked at.
func TestTextsStayAsTheyAre(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	f := competence.Framework{ID: journal.KeyedID("own"), Title: "Aa eigen", Scales: []competence.Scale{{Proficient: -1, Levels: []competence.Level{{Name: "a | b\nc", Value: 0.5}, {Name: "d", Value: 2}}}},
		Nodes: []competence.Node{{Title: "een\ntwee", Text: " <p>x\ty</p>\r\n", Code: "1"}, {Title: "lang", Text: strings.Repeat("é", 30000), Code: "2"}}}
	d.Do(d.Session, learning.SaveFramework{Framework: f})
	f = list(t, d, "Aa eigen")
	d.Press("<home>", "<enter>", "<down>", "e", "<tab>", "9", "<ctrl+s>", "<down>", "e", "<tab>", "9")
	d.Shows("te lang om hier te wijzigen")
	d.Press("<ctrl+s>", "s", "<enter>", "schaal", "<ctrl+s>")
	now := list(t, d, "Aa eigen")
	f.Nodes[0].Code, f.Nodes[1].Code, f.Scales[0].Name = "19", "29", "schaal"
	if !slices.EqualFunc(f.Nodes, now.Nodes, func(a, b competence.Node) bool { return a.Title == b.Title && a.Text == b.Text && a.Code == b.Code }) ||
		!slices.EqualFunc(f.Scales[0].Levels, now.Scales[0].Levels, competence.Level.Same) || now.Scales[0].Name != "schaal" || now.Scales[0].Proficient != -1 {
		t.Errorf("%+v", now.Scales)
	}
}

func TestRefusalsShowAtTheField(t *testing.T) {
	d := open(t, "nl", narrow(), nil)
	d.Press("<enter>", "<down>", "n", "<ctrl+s>")
	d.Shows("heeft geen naam")
	d.Press("Goed", "<tab>", "<tab>", "<tab>", "<tab>", "BSN 111222333", "<ctrl+s>")
	d.Shows("111222333", "!")
	if len(hbo(t, d).Nodes) != 27 {
		t.Error("it was kept")
	}
	d.Press("<esc>", "<esc>", "n", "<ctrl+s>")
	d.Shows("Naam", "!")
	d.Press("<esc>", "s", "<enter>", "<tab>", "<ctrl+u>", "<backspace>", "<ctrl+u>", "<backspace>", "<ctrl+u>", "alleen een", "<ctrl+s>")
	d.Shows("neem minstens twee stappen")
	d.Press("<ctrl+u>", "a | b | c | d", "<ctrl+s>")
	d.Shows("is niet te lezen")
}

func TestScales(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	d.Press("s", "nieuwe", "<enter>", "vijf", "<tab>", "nooit", "<enter>", "soms | sometimes", "<enter>", "altijd | always | 7,5", "<tab>", "<right>", "<ctrl+s>")
	now := hbo(t, d)
	want := []competence.Level{{Name: "nooit"}, {Name: "soms", Names: model.Labels{"en": "sometimes"}, Value: 1}, {Name: "altijd", Names: model.Labels{"en": "always"}, Value: 7.5}}
	if len(now.Scales) != 2 || now.Scales[1].Name != "vijf" || !slices.EqualFunc(now.Scales[1].Levels, want, competence.Level.Same) || now.Scales[1].Proficient != 2 {
		t.Fatalf("%+v", now.Scales)
	}
	d.Press("<enter>", "<down>", "<down>", "e", "<down>", "<down>", "<down>", "<down>", "<tab>")
	for range 5 {
		d.Press("<tab>")
	}
	d.Press("<esc>", "e", "<shift+tab>", "<right>", "<ctrl+s>")
	if now = hbo(t, d); now.Nodes[1].Scale != 1 {
		t.Errorf("%+v", now.Nodes[1])
	}
	d.Shows("altijd")
	d.Press("s", "weghalen", "<down>", "<enter>", "j")
	if now = hbo(t, d); len(now.Scales) != 1 || now.Nodes[1].Scale != 0 {
		t.Errorf("%+v", now.Scales)
	}
}

func TestNewLists(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	d.Press("n", "Van onze school", "<ctrl+s>")
	d.Shows("Van onze school", "4 lijsten")
	if on := d.On(); !strings.Contains(on, "Van onze school") {
		t.Errorf("the cursor is on %q", on)
	}
	d.Press("<enter>")
	d.Shows("Deze lijst is nog leeg")
	d.Press("n", "Eerste", "<ctrl+s>", "u", "u")
	d.Shows("3 lijsten")
	d.Press("n", "Zz kopie", "<tab>", "<tab>", "<tab>", "<right>", "<ctrl+s>")
	now, old := list(t, d, "Zz kopie"), hbo(t, d)
	if outline(now) != outline(old) || now.Builtin || now.Nodes[0].ID == old.Nodes[0].ID || now.Language != "nl" {
		t.Errorf("%+v", now)
	}
}

// TestTypedSurvives: a part that was half typed is there again, after Esc and after a power cut.
func TestTypedSurvives(t *testing.T) {
	d := open(t, "nl", narrow(), nil)
	d.Press("<enter>", "<down>", "n", "Half", "<esc>")
	d.Shows("Wat je typte is bewaard")
	d.Press("n")
	d.Shows("Half")
	d.Press("af", "<tab>", "W9")
	d.Pass(time.Second)
	d.Again()
	show(d)
	d.Press("<enter>", "<down>", "n")
	d.Shows("Halfaf", "W9")
	d.Press("<ctrl+s>", "<home>", "<down>", "n")
	d.Hides("Halfaf  ")
	d.Press("<esc>", "<esc>", "s", "nieuwe", "<enter>", "x", "<tab>", "een", "<enter>", "twee", "<enter>", "drie", "<tab>", "<right>", "<esc>", "s", "nieuwe", "<enter>", "<tab>", "<tab>")
	d.Shows("(•) drie")
}

// TestNamesHalfTypedInAnEarlierProgram: when there were two languages, the name in the other one was called "english".
func TestNamesHalfTypedInAnEarlierProgram(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	f := hbo(t, d)
	for _, key := range []string{"frameworks/list/" + f.ID.String(), "frameworks/part/" + f.ID.String() + "/" + f.Nodes[0].ID.String()} {
		draft := model.Draft{Key: key, About: f.ID, Text: "english\tHalf typed\ntitle\tHalf getypt"}
		if err := d.Session.SaveDraft(context.Background(), draft); err != nil {
			t.Fatal(err)
		}
	}
	d.Again()
	show(d)
	d.Press("<enter>")
	for range 2 {
		d.Press("e")
		d.Shows("Half typed", "Half getypt", "Wat je eerder typte")
		d.Press("<ctrl+s>", "<down>")
	}
	now := hbo(t, d)
	if now.Title != "Half getypt" || now.Titles["en"] != "Half typed" || now.Nodes[0].Title != "Half getypt" || now.Nodes[0].Titles["en"] != "Half typed" {
		t.Errorf("%q %q, %q %q", now.Title, now.Titles, now.Nodes[0].Title, now.Nodes[0].Titles)
	}
}
