package frameworks_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// open makes a desk with two groups and shows the lists.
func open(t testing.TB, lang text.Lang, size screen.Size, k *disk) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, With: func(e *screen.Env) {
		if k != nil {
			e.Files = k.power()
		}
	}})
	for _, name := range []string{"2B", "3A"} {
		d.Do(d.Session, model.AddGroup{Group: model.Group{Name: name, Site: d.Session.Site()}})
	}
	show(d)
	return d
}

func show(d *uitest.Desk) { d.Send(screen.Open{Name: screen.Frameworks}) }

func narrow() screen.Size { return screen.Size{Width: 80, Height: 24} }

func wide() screen.Size { return screen.Size{Width: 120, Height: 40} }

// hbo is the list that the cursor is on first.
func hbo(t *testing.T, d *uitest.Desk) competence.Framework {
	t.Helper()
	return list(t, d, "leerbalie:hbo-social-work")
}

func list(t *testing.T, d *uitest.Desk, name string) competence.Framework {
	t.Helper()
	f, err := competence.FindFramework(context.Background(), d.Session, name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// outline is the codes of a list's parts, each below its parent by dots in front.
func outline(f competence.Framework) string {
	tree := f.Tree()
	var out []string
	for _, n := range f.Nodes {
		out = append(out, strings.Repeat(".", tree.Depth(n.ID))+n.Short())
	}
	return strings.Join(out, " ")
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{narrow(), wide()} {
			k := &disk{report: transfer.FrameworkReport{Title: "Onze lijst", Report: transfer.Report{Read: 12, Imported: 10,
				Refused: []transfer.Refusal{{Row: 3, Err: fault.New(fault.Invalid, "node-orphan", "key", "W1.9")}, {Row: 7, Err: fault.New(fault.Invalid, "node-title", "key", "W2.1")}},
				Remarks: []transfer.Remark{transfer.Say("framework.no-scale")}}}}
			d := open(t, lang, size, k)
			d.Picture("lists", lang)
			d.Press("n")
			d.Picture("new", lang)
			d.Press("<esc>", "g", " ", "<down>")
			d.Picture("groups", lang)
			d.Press("<enter>", "<enter>", "<down>", "<down>")
			d.Picture("tree", lang)
			d.Press("<enter>")
			d.Picture("part", lang)
			d.Press("<esc>", "e")
			d.Picture("edit", lang)
			d.Press("<esc>", "m")
			d.Picture("move", lang)
			d.Press("<esc>", "k", "x")
			d.Picture("remove", lang)
			d.Press("<tab>", "<enter>", "J", "s")
			d.Picture("scales", lang)
			d.Press("<enter>", "<tab>")
			d.Picture("scale", lang)
			d.Press("<esc>", "v")
			d.Picture("versions", lang)
			d.Press("<end>", "<enter>", "e")
			d.Picture("old", lang)
			d.Press("<esc>", "<esc>", "w")
			d.Picture("export", lang)
			d.Press("<esc>", "<esc>", "i", "raam", "<enter>")
			d.Picture("import", lang)
			k.during = func(context.Context) {
				d.Pass(100 * time.Millisecond)
				d.Picture("work", lang)
			}
			d.Press("<ctrl+s>")
			d.Picture("report", lang)
		}
	}
}

func TestPutAway(t *testing.T) {
	d := open(t, "nl", narrow(), nil)
	d.Press("a")
	d.Shows("2 lijsten", "is opgeborgen")
	d.Press("<right>")
	d.Shows("1 lijst", "Hbo Social Work")
	d.Press("e")
	d.Shows("Haal hem eerst terug met a")
	d.Press("a")
	d.Shows("Er is niets opgeborgen", "teruggehaald")
	d.Press("u")
	d.Shows("Hbo Social Work")
	d.Press("u")
	d.Press("<left>")
	d.Shows("3 lijsten")
}

func TestGroups(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	f := hbo(t, d)
	group := func(i int) model.Group {
		all, err := d.Session.Groups(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return all[i]
	}
	d.Press("g")
	d.Shows("[ ] 2B", "nu: naar het niveau")
	d.Press(" ", "<down>", " ", "<down>", " ", "<enter>")
	d.Shows("2B")
	if g := group(0); len(g.Frameworks) != 1 || g.Frameworks[0] != f.ID || len(group(1).Frameworks) != 0 {
		t.Errorf("%+v %+v", group(0), group(1))
	}
	d.Press("<down>", "g", "2b", " ", "<enter>")
	if g := group(0); len(g.Frameworks) != 2 || g.Frameworks[0] == f.ID || g.Frameworks[1] != f.ID {
		t.Errorf("%+v", group(0))
	}
	d.Press("g", " ", "<enter>")
	if g := group(0); len(g.Frameworks) != 1 || g.Frameworks[0] != f.ID {
		t.Errorf("%+v", group(0))
	}
	d.Press("<home>", "a")
	d.Shows("Hierop worden beoordeeld: 2B")
	d.Press("<esc>")
	d.Shows("3 lijsten")
}

func TestVersions(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	d.Press("<enter>", "<down>", "x", "j", "e", " anders", "<ctrl+s>", "v")
	d.Shows("3 versies", "6 weg", "1 andere naam", "Samira Bouali", "hoort bij Leerbalie")
	d.Press("<down>")
	d.Shows("Weg", "C1.5  Betrekt het netwerk van de bewoner")
	d.Press("<end>", "<enter>")
	d.Shows("versie 1", "27 onderdelen", "alleen bekijken")
	for _, key := range []string{"n", "N", "e", "s"} {
		d.Press(key)
		d.Shows("Dit is een eerdere versie")
	}
	d.Press("<down>", "x", "g", "a")
	if now := hbo(t, d); now.Version != 3 || now.Archived {
		t.Errorf("version %d", now.Version)
	}
	d.Press("<esc>", "<esc>")
	d.Shows("21 onderdelen")
}

func TestSearching(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	d.Press("/", "mbo-2", "<enter>")
	d.Shows("1 gevonden")
	d.Press("<enter>", "/", "feedback", "<enter>")
	d.Shows("1 gevonden", "W5.2")
	d.Press("<esc>")
	d.Shows("21 onderdelen")
	if on := d.On(); !strings.Contains(on, "W5.2") {
		t.Errorf("the cursor is on %q", on)
	}
	d.Press("/", "xyz", "<enter>", "e")
	d.Shows("Zet de cursor op een onderdeel")
	d.Press("<esc>", "<esc>", "<esc>", "<esc>")
	d.Shows("Wachtrij")
}

// TestOthersOnlyLook: whoever is no coordinator reads a clear sentence, and changes nothing.
func TestOthersOnlyLook(t *testing.T) {
	k := &disk{}
	d := open(t, "nl", wide(), k)
	r := d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Theo de Wit", Roles: []model.Role{model.RoleTeacher}, Site: d.Session.Site()}})
	var err error
	if d.Env, err = d.Env.Use(context.Background(), d.As(r.Entity)); err != nil {
		t.Fatal(err)
	}
	d.Again()
	show(d)
	for _, key := range []string{"n", "e", "s", "g", "a", "i"} {
		d.Press(key)
		d.Shows("Alleen een coördinator verandert lijsten met competenties")
		d.Press("<home>")
	}
	d.Press("<enter>", "<down>")
	for _, key := range []string{"n", "N", "e", "x", "J", "K", "m", "s", "g", "a"} {
		d.Press(key)
		d.Shows("Alleen een coördinator verandert lijsten met competenties")
		d.Press("<up>", "<down>")
	}
	d.Press("v", "<enter>", "w", "<ctrl+s>")
	d.Shows("Niet alles past")
	if hbo(t, d).Version != 1 || len(k.imported) > 0 || k.exported != transfer.Moodle {
		t.Error("something changed")
	}
}

// TestNewsFromElsewhere: what a colleague did shows, and the cursor stays on what it was on.
func TestNewsFromElsewhere(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	d.Press("<enter>", "<down>", "<down>")
	on := d.On()[:60]
	f := hbo(t, d)
	g := f.Clone()
	g.Shift(g.Nodes[0].ID, true)
	d.Do(d.Session, learning.SaveFramework{Framework: g})
	d.Shows("versie 2")
	if !strings.HasPrefix(d.On(), on) {
		t.Errorf("%q became %q", on, d.On())
	}
}

// TestTheWayIn: a key of screen 3 leads here, and Esc leads back.
func TestTheWayIn(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	d.Press("<esc>", "3", "F")
	d.Shows("3 lijsten")
	d.Press("<enter>", "<esc>", "<esc>")
	d.Hides("3 lijsten")
	d.Press("F")
	d.Shows("3 lijsten")
}

func TestTheMouse(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	d.Click(5, 5)
	if on := d.On(); !strings.Contains(on, "Mbo-2") {
		t.Errorf("the cursor is on %q", on)
	}
	d.Click(5, 5)
	d.Shows("21 onderdelen")
}

// TestVersionsTellWhatIsUnknown: what a newer version of the program did about a list stands with its versions, with who and when.
func TestVersionsTellWhatIsUnknown(t *testing.T) {
	d := open(t, "nl", wide(), nil)
	f := hbo(t, d)
	c := &journal.Change{Stream: journal.Stream{Replica: journal.Replica{0xee}, Scope: journal.Scope{Class: journal.People}}, Seq: 1,
		Time: journal.Logical(d.Env.Now().UnixMilli()) << 16, Wall: d.Env.Now().UnixMilli(), Kind: competence.KindFramework, Entity: f.ID, Op: journal.OpAdd,
		Item: 999, Actor: d.Session.Me().ID, Schema: 1, MinReader: 1}
	if err := d.Store.Receive([]*journal.Change{c}); err != nil {
		t.Fatal(err)
	}
	d.News()
	d.Pass(time.Second)
	d.Press("v")
	d.Shows(d.Env.Date(d.Env.Now())+" "+d.Session.Me().Name, "deze versie niet kent")
}
