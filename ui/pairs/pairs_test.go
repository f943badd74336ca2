package pairs_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// classOfSeven are a class: who can work when, and what they bring.
func classOfSeven() []model.Person {
	person := func(name, level string, year int, parts string, languages []string, themes, strong, open []string) model.Person {
		var d model.DayParts
		for i, c := range parts {
			if c == 'x' {
				d |= 1 << (i*3 + i%2)
			}
		}
		return model.Person{Name: name, Roles: []model.Role{model.RoleStudent}, Level: level, Languages: languages,
			Study: model.Study{Year: year, DayParts: d, Themes: themes, Strong: strong, Open: open, School: "ROC"}}
	}
	tr, nl := []string{"nl", "tr"}, []string{"nl"}
	return []model.Person{
		person("Bo Smit", "mbo-4", 3, "xxx--", nl, []string{"literacy"}, []string{"W2"}, []string{"intervenieert"}),
		person("Sem Kok", "mbo-2", 1, "--xx-", nl, []string{"poverty"}, []string{"W1"}, nil),
		person("Fatma Demir", "mbo-3", 2, "xx-x-", tr, []string{"loneliness"}, nil, []string{"informeert"}),
		person("Noor van Dijk", "hbo", 2, "xx--x", tr, []string{"literacy", "loneliness"}, []string{"intervenieert"}, []string{"W2"}),
		person("Eva Mol", "hbo", 1, "-xxx-", nl, []string{"poverty"}, []string{"informeert"}, nil),
		person("Iris Bos", "hbo", 3, "x---x", nl, []string{"forms"}, nil, []string{"W1"}),
		person("Tim Haas", "mbo-3", 1, "x----", nl, nil, nil, nil),
	}
}

// open makes a desk with a class, and shows the pairs.
func open(t *testing.T, lang text.Lang, size screen.Size) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
	for _, q := range classOfSeven() {
		q.Site = d.Session.Site()
		if _, err := d.Session.DoQuietly(context.Background(), model.AddPerson{Person: q}); err != nil {
			t.Fatal(err)
		}
	}
	d.News()
	d.Press("2")
	return d
}

func wide(t *testing.T) *uitest.Desk { return open(t, "nl", screen.Size{Width: 120, Height: 40}) }

func runs(t *testing.T, d *uitest.Desk) (out []pairs.Pair) {
	t.Helper()
	all, err := pairs.Pairs(context.Background(), d.Session)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		if p.Running() {
			out = append(out, p)
		}
	}
	return out
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d := open(t, lang, size)
			d.Picture("free", lang)
			d.Press("p")
			d.Picture("proposal", lang)
			d.Press("<enter>")
			d.Picture("why", lang)
			d.Press("<esc>", "<end>", "<enter>")
			d.Picture("left", lang)
			d.Press("<esc>", "w", "<down>", "<right>")
			d.Picture("sliders", lang)
			d.Press("<esc>", "<home>", "l", "<down>", "<down>", "x")
			d.Picture("overrides", lang)
			d.Press("s")
			d.Picture("swap", lang)
			d.Press("<esc>", "P")
			d.Picture("publish", lang)
			d.Press("<tab>", "<enter>")
			d.Picture("running", lang)
			d.Press("c")
			d.Picture("check-in", lang)
			d.Press("<esc>", "<enter>")
			d.Picture("pair", lang)
		}
	}
}

// TestTheWholeWay does by keys alone what a coordinator does: propose, lock two, forbid one, propose again, publish, note
// a check-in, let somebody leave, rematch, and undo.
func TestTheWholeWay(t *testing.T) {
	d := wide(t)
	d.Shows("zonder maatje 8")
	d.Press("p")
	d.Shows("koppels", "het beste")
	d.Press("l")
	d.Shows("vast: kost")
	d.Press("<down>", "x")
	d.Shows("niet samen: kost")
	d.Press("P", "j")
	d.Shows("De koppels zijn begonnen")
	buddies := runs(t, d)
	if len(buddies) < 2 {
		t.Fatalf("%d pairs run", len(buddies))
	}
	d.Press("u")
	if n := len(runs(t, d)); n != 0 {
		t.Fatalf("%d pairs run after undoing", n)
	}
	d.Press("<ctrl+r>")
	if n := len(runs(t, d)); n != len(buddies) {
		t.Fatalf("%d pairs run after doing it again", n)
	}
	d.Press("<home>", "c", "<tab>", "<right>", "<tab>", "gaat", " ", "prima", "<ctrl+s>")
	d.Shows("Het contact is genoteerd")
	d.Press("a", "<tab>", "brieven", "<ctrl+s>", "f", "<tab>", "<right>", "<ctrl+s>", "e", "<tab>", "<right>", "<ctrl+s>")
	noted := 0
	var leaver journal.ID
	for _, p := range runs(t, d) {
		noted += len(p.CheckIns) + len(p.Evaluations) + len(p.Agreements)
		if len(p.CheckIns) > 0 {
			leaver = p.Members[0]
		}
	}
	if noted != 3 {
		t.Fatalf("%d things noted", noted)
	}
	d.Do(d.Session, pairs.PersonLeaves{ID: leaver})
	if n := len(runs(t, d)); n != len(buddies)-1 {
		t.Fatalf("%d pairs run", n)
	}
	d.Press("r")
	d.Shows("blijft")
	d.Press("w", "<end>", "<esc>", "P")
	d.Shows("beginnen")
}

// TestClashIsSaidAndTakenBack: what cannot go together is named, and there is a proposal again.
func TestClashIsSaidAndTakenBack(t *testing.T) {
	d := wide(t)
	d.Press("p", "l")
	d.Shows("vast: kost")
	d.Press("s")
	d.Press("<esc>", "S", "<ctrl+s>")
	d.Shows("Het voorstel is bewaard")
	d.Press("R")
	d.Hides("vast: kost")
	d.Press("v", "vergelijken", "<enter>")
	d.Shows("Tegen het bewaarde voorstel")
	d.Press("v", "verder", "<enter>")
	d.Shows("vast: kost")
}

// TestTypedSurvives: a note that was half typed is there again.
func TestTypedSurvives(t *testing.T) {
	d := wide(t)
	d.Press("p", "P", "j", "<home>", "c", "<tab>", "<tab>", "half", "<esc>", "c")
	d.Shows("half")
	d.Press("<tab>", "<tab>", "x")
	d.Pass(time.Second)
	d.Again()
	d.Press("2", "c")
	d.Shows("halfx")
}

// TestByHand makes a pair without a proposal, and one that may never be.
func TestByHand(t *testing.T) {
	d := wide(t)
	d.Press("/", "Bo", "<enter>", "s", "Noor van", "<enter>", "j")
	d.Shows("De koppels zijn begonnen")
	if n := len(runs(t, d)); n != 1 {
		t.Fatalf("%d pairs run", n)
	}
	d.Press("<esc>", "/", "Sem", "<enter>", "N", "Eva", "<enter>", "j")
	d.Shows("worden geen koppel meer")
	d.Press("<esc>", "<esc>", "p")
	d.Hides("Sem K. (mbo-2) + Eva M.")
}

// BenchmarkSlider is a key on a slider with four hundred students: from the key to the new proposal on the screen.
func BenchmarkSlider(b *testing.B) {
	d := uitest.Open(b, uitest.Options{Lang: "nl", Size: screen.Size{Width: 120, Height: 40}})
	for i := range 400 {
		q := classOfSeven()[i%7]
		q.Name, q.Site = fmt.Sprintf("%s %d", q.Name, i), d.Session.Site()
		if i%2 == 0 {
			q.Level = "hbo"
		} else {
			q.Level = "mbo-3"
		}
		q.Study.DayParts = 0b111 << (i % 13)
		if _, err := d.Session.DoQuietly(context.Background(), model.AddPerson{Person: q}); err != nil {
			b.Fatal(err)
		}
	}
	d.News()
	d.Press("2", "p", "w", "<down>")
	keys := []string{"<right>", "<left>"}
	n := 0
	for b.Loop() {
		d.Press(keys[n%2])
		d.Frame()
		n++
	}
}

// TestAMemberMayNoteAndNoMore: a student of a pair notes a check-in, and starts no pairs.
func TestAMemberMayNoteAndNoMore(t *testing.T) {
	d := wide(t)
	d.Press("p", "P", "j")
	member := runs(t, d)[0].Members[0]
	session, err := d.Session.Switch(context.Background(), member)
	if err != nil {
		t.Fatal(err)
	}
	if d.Env, err = d.Env.Use(context.Background(), session); err != nil {
		t.Fatal(err)
	}
	d.Again()
	d.Press("2", "p", "P")
	d.Shows("Alleen een coördinator")
	d.Press("<esc>", "/", session.Me().Name, "<enter>", "c", "<tab>", "<right>", "<ctrl+s>")
	d.Shows("Het contact is genoteerd")
	d.Press("f", "<tab>", "<right>", "<ctrl+s>")
	d.Shows("alleen de coördinator ziet het")
	d.Press("X", "<ctrl+s>")
	d.Shows("mag")
}

// TestOfAnotherPairNothingCanBeSaid: a student who is no member is told so, and is offered nothing of it.
func TestOfAnotherPairNothingCanBeSaid(t *testing.T) {
	d := wide(t)
	d.Press("p", "P", "j")
	pairs := runs(t, d)
	name := func(id journal.ID) string {
		people, err := d.Session.People(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return people[slices.IndexFunc(people, func(p model.Person) bool { return p.ID == id })].Name
	}
	other := name(pairs[1].Members[0])
	d.Sit(pairs[0].Members[0])
	d.Press("2", "/", other, "<enter>")
	d.Shows(other)
	d.Press("c")
	d.Shows(d.Env.Words.Say("pairs.own"))
	d.Press("<esc>", "/", other, "<enter>", "a")
	d.Shows(d.Env.Words.Say("pairs.own"))
	d.Press("X")
	d.Shows(d.Env.Words.Say("pairs.lead"))
	d.Press("e")
	d.Shows(d.Env.Words.Say("pairs.lead"))
	if n := len(runs(t, d)); n != len(pairs) {
		t.Errorf("%d pairs go on, of %d", n, len(pairs))
	}
}
