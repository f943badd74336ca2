package frameworks_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/transfer"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// disk is powers over files that only remember what was asked.
type disk struct {
	view     *model.View
	imported []transfer.ImportOptions
	exported transfer.Format
	path     string
	report   transfer.FrameworkReport
	brings   *model.Framework // is kept by an import that is no try
	fails    error
	during   func(ctx context.Context)
}

func (k *disk) power() *screen.LocalFiles {
	return &screen.LocalFiles{
		Home: "/home/sam",
		List: func(_ context.Context, folder string) (string, []screen.FileEntry, error) {
			return folder, []screen.FileEntry{{Name: "Downloads", Folder: true}, {Name: "raamwerk.csv", Size: 20480}}, nil
		},
		ImportFramework: func(ctx context.Context, v *model.View, path string, o transfer.ImportOptions, progress func(done, total int64)) (transfer.FrameworkReport, error) {
			k.path, k.imported = path, append(k.imported, o)
			progress(512, 1024)
			if k.during != nil {
				k.during(ctx)
			}
			if err := errors.Join(k.fails, ctx.Err()); err != nil {
				return k.report, err
			}
			r := k.report
			r.DryRun = o.DryRun
			if k.brings != nil && !o.DryRun {
				if _, err := v.DoQuietly(ctx, model.SaveFramework{Framework: *k.brings}); err != nil {
					return r, err
				}
				r.Framework, r.Version = k.brings.ID, 1
			}
			return r, nil
		},
		ExportFramework: func(_ context.Context, f model.Framework, path string, format transfer.Format) (transfer.Exported, error) {
			k.path, k.exported = path, format
			return transfer.Exported{Remarks: []transfer.Remark{transfer.Say("framework.lost.themes", "format", "Moodle")}}, k.fails
		},
	}
}

// open makes a desk with two groups and shows the lists.
func open(t testing.TB, lang text.Lang, size screen.Size, k *disk) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Size: size, With: func(e *screen.Env) {
		if k != nil {
			e.Files = k.power()
		}
	}})
	for _, name := range []string{"2B", "3A"} {
		d.Do(d.View, model.AddGroup{Group: model.Group{Name: name, Site: d.View.Site()}})
	}
	show(d)
	return d
}

func show(d *uitest.Desk) { d.Send(screen.Open{Name: screen.Frameworks}) }

func narrow() screen.Size { return screen.Size{Width: 80, Height: 24} }
func wide() screen.Size   { return screen.Size{Width: 120, Height: 40} }

// hbo is the list that the cursor is on first.
func hbo(t *testing.T, d *uitest.Desk) model.Framework {
	t.Helper()
	return list(t, d, "leerbalie:hbo-social-work")
}

func list(t *testing.T, d *uitest.Desk, name string) model.Framework {
	t.Helper()
	f, err := d.View.FindFramework(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// outline is the codes of a list's parts, each below its parent by dots in front.
func outline(f model.Framework) string {
	tree := f.Tree()
	var out []string
	for _, n := range f.Nodes {
		out = append(out, strings.Repeat(".", tree.Depth(n.ID))+n.Short())
	}
	return strings.Join(out, " ")
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{text.NL, text.EN} {
		for name, size := range map[string]screen.Size{"80x24": narrow(), "120x40": wide()} {
			at := "/" + name + "-" + string(lang)
			k := &disk{report: transfer.FrameworkReport{Title: "Onze lijst", Report: transfer.Report{Read: 12, Imported: 10,
				Refused: []transfer.Refusal{{Row: 3, Err: model.Fail(model.Invalid, "node-orphan", "key", "W1.9")}, {Row: 7, Err: model.Fail(model.Invalid, "node-title", "key", "W2.1")}},
				Remarks: []transfer.Remark{transfer.Say("framework.no-scale")}}}}
			d := open(t, lang, size, k)
			uitest.Golden(t, "lists"+at, d.Body())
			d.Press("n")
			uitest.Golden(t, "new"+at, d.Body())
			d.Press("<esc>", "g", " ", "<down>")
			uitest.Golden(t, "groups"+at, d.Body())
			d.Press("<enter>", "<enter>", "<down>", "<down>")
			uitest.Golden(t, "tree"+at, d.Body())
			d.Press("<enter>")
			uitest.Golden(t, "part"+at, d.Body())
			d.Press("<esc>", "e")
			uitest.Golden(t, "edit"+at, d.Body())
			d.Press("<esc>", "m")
			uitest.Golden(t, "move"+at, d.Body())
			d.Press("<esc>", "k", "x")
			uitest.Golden(t, "remove"+at, d.Body())
			d.Press("<tab>", "<enter>", "J", "s")
			uitest.Golden(t, "scales"+at, d.Body())
			d.Press("<enter>", "<tab>")
			uitest.Golden(t, "scale"+at, d.Body())
			d.Press("<esc>", "v")
			uitest.Golden(t, "versions"+at, d.Body())
			d.Press("<end>", "<enter>", "e")
			uitest.Golden(t, "old"+at, d.Body())
			d.Press("<esc>", "<esc>", "w")
			uitest.Golden(t, "export"+at, d.Body())
			d.Press("<esc>", "<esc>", "i", "raam", "<enter>")
			uitest.Golden(t, "import"+at, d.Body())
			k.during = func(context.Context) {
				d.Pass(100 * time.Millisecond)
				uitest.Golden(t, "work"+at, d.Body())
			}
			d.Press("<ctrl+s>")
			uitest.Golden(t, "report"+at, d.Body())
			d.Press("<esc>", "?")
			uitest.Golden(t, "help"+at, d.Body())
		}
	}
}

func TestAddingParts(t *testing.T) {
	d := open(t, text.NL, wide(), nil)
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
	d := open(t, text.NL, narrow(), nil)
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
	d := open(t, text.NL, narrow(), nil)
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
	d := open(t, text.EN, wide(), nil)
	d.Press("<enter>", "<down>", "e")
	d.Shows("Informeren", "Informs oneself") // what is kept, and not only what is shown in this language
	d.Press(" opnieuw", "<tab>", "<ctrl+u>", "K1", "<ctrl+s>")
	now := hbo(t, d)
	if n := now.Nodes[0]; n.Title != "Informeren opnieuw" || n.English != "Informs oneself" || n.Code != "K1" || n.Term != "competentie" || len(n.Themes) != 6 {
		t.Errorf("%+v", n)
	}
	if now.English == "" {
		t.Error("the English title of the list went")
	}
	d.Press("<home>", "e", " hier", "<ctrl+s>")
	if now = hbo(t, d); now.Title != "Hbo Social Work in vijf competenties hier" || len(now.Nodes) != 27 {
		t.Errorf("%q, %d nodes", now.Title, len(now.Nodes))
	}
}

// TestTextsStayAsTheyAre: what a field cannot show as it is does not change by being looked at.
func TestTextsStayAsTheyAre(t *testing.T) {
	d := open(t, text.NL, wide(), nil)
	f := model.Framework{ID: model.KeyedID("own"), Title: "Aa eigen", Scales: []model.Scale{{Proficient: -1, Levels: []model.Level{{Name: "a | b\nc", Value: 0.5}, {Name: "d", Value: 2}}}},
		Nodes: []model.Node{{Title: "een\ntwee", Text: " <p>x\ty</p>\r\n", Code: "1"}, {Title: "lang", Text: strings.Repeat("é", 30000), Code: "2"}}}
	d.Do(d.View, model.SaveFramework{Framework: f})
	f = list(t, d, "Aa eigen")
	d.Press("<home>", "<enter>", "<down>", "e", "<tab>", "9", "<ctrl+s>", "<down>", "e", "<tab>", "9")
	d.Shows("te lang om hier te wijzigen")
	d.Press("<ctrl+s>", "s", "<enter>", "schaal", "<ctrl+s>")
	now := list(t, d, "Aa eigen")
	f.Nodes[0].Code, f.Nodes[1].Code, f.Scales[0].Name = "19", "29", "schaal"
	if !slices.EqualFunc(f.Nodes, now.Nodes, func(a, b model.Node) bool { return a.Title == b.Title && a.Text == b.Text && a.Code == b.Code }) ||
		!slices.Equal(f.Scales[0].Levels, now.Scales[0].Levels) || now.Scales[0].Name != "schaal" || now.Scales[0].Proficient != -1 {
		t.Errorf("%+v", now.Scales)
	}
}

func TestRefusalsShowAtTheField(t *testing.T) {
	d := open(t, text.NL, narrow(), nil)
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
	d := open(t, text.NL, wide(), nil)
	d.Press("s", "nieuwe", "<enter>", "vijf", "<tab>", "nooit", "<enter>", "soms | sometimes", "<enter>", "altijd | always | 7,5", "<tab>", "<right>", "<ctrl+s>")
	now := hbo(t, d)
	want := []model.Level{{Name: "nooit"}, {Name: "soms", English: "sometimes", Value: 1}, {Name: "altijd", English: "always", Value: 7.5}}
	if len(now.Scales) != 2 || now.Scales[1].Name != "vijf" || !slices.Equal(now.Scales[1].Levels, want) || now.Scales[1].Proficient != 2 {
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
	d := open(t, text.NL, wide(), nil)
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

func TestPutAway(t *testing.T) {
	d := open(t, text.NL, narrow(), nil)
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
	d := open(t, text.NL, wide(), nil)
	f := hbo(t, d)
	group := func(i int) model.Group {
		all, err := d.View.Groups(context.Background())
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
	d := open(t, text.NL, wide(), nil)
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
	d := open(t, text.NL, wide(), nil)
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
	d := open(t, text.NL, wide(), k)
	r := d.Do(d.View, model.AddPerson{Person: model.Person{Name: "Theo de Wit", Roles: []model.Role{model.RoleTeacher}, Site: d.View.Site()}})
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

// TestTypedSurvives: a part that was half typed is there again, after Esc and after a power cut.
func TestTypedSurvives(t *testing.T) {
	d := open(t, text.NL, narrow(), nil)
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

func TestBringingIn(t *testing.T) {
	f := model.Framework{ID: model.KeyedID("in"), Title: "Aangeleverd", Nodes: []model.Node{{Code: "A", Title: "a"}}}
	k := &disk{brings: &f, report: transfer.FrameworkReport{Title: "Aangeleverd", Report: transfer.Report{Read: 40, Imported: 10}}}
	for i := range 30 {
		k.report.Refused = append(k.report.Refused, transfer.Refusal{Row: i + 2, Err: model.Fail(model.Invalid, "node-orphan", "key", fmt.Sprintf("W%d\x1b[2J", i))})
	}
	d := open(t, text.NL, narrow(), k)
	d.Press("i")
	d.Shows("Downloads/", "raamwerk.csv", "20 kB")
	d.Press("raam", "<enter>", "<ctrl+s>")
	d.Shows("Geprobeerd, niets bewaard. Aangeleverd: 40 gelezen, 10 goed, 30", "30 rijen zijn geweigerd", "rij 2: W0 staat onder iets wat er niet is")
	d.Hides("W29")
	d.Press("<end>")
	d.Shows("W29")
	d.Press("i")
	d.Shows("Aangeleverd staat erin als versie 1")
	d.Hides("nu echt inlezen")
	d.Press("<esc>")
	d.Shows("4 lijsten")
	if on := d.On(); !strings.Contains(on, "Aangeleverd") {
		t.Errorf("the cursor is on %q", on)
	}
	if len(k.imported) != 2 || !k.imported[0].DryRun || k.imported[1].DryRun || k.path != "/home/sam/raamwerk.csv" || k.imported[0].Format != transfer.Auto {
		t.Errorf("%+v %s", k.imported, k.path)
	}
	k.fails = model.Fail(model.Invalid, "framework.no-head")
	d.Press("i", "~/x.csv", "<enter>", "<ctrl+s>")
	d.Shows("geen rij met de lijst zelf")
}

func TestWorkCanBeStopped(t *testing.T) {
	for _, key := range []string{"<esc>", "."} {
		k := &disk{}
		d := open(t, text.NL, narrow(), k)
		var stopped bool
		k.during = func(ctx context.Context) {
			d.Pass(100 * time.Millisecond)
			d.Shows("De lijst wordt gelezen", "50%", "Esc of .: stoppen")
			d.Press("n", key)
			stopped = ctx.Err() != nil
		}
		d.Press("i", "raam", "<enter>", "<ctrl+s>")
		d.Shows("Gestopt. Er is niets half gedaan.")
		if !stopped {
			t.Errorf("%s does not stop it", key)
		}
		d.Press("<esc>")
		d.Shows("3 lijsten")
	}
}

func TestWritingOut(t *testing.T) {
	k := &disk{}
	d := open(t, text.NL, wide(), k)
	d.Press("w")
	d.Shows("/home/sam/hbo-social-work-in-vijf-competenties.csv")
	d.Press("<tab>", "<right>")
	d.Shows("competenties.json")
	d.Press("<ctrl+s>")
	d.Shows("competenties staat in /home/sam/hbo-social-work-in-vijf-", "competenties.json", "geen plaats voor de thema's")
	if k.exported != transfer.CASE {
		t.Error(k.exported)
	}
	k.fails = model.Fail(model.Conflict, "store-exists", "path", "/x")
	d.Press("<esc>", "w", "<ctrl+s>")
	d.Shows("bestaat al")
}

func TestWithoutPowersNothingBreaks(t *testing.T) {
	d := open(t, text.NL, narrow(), nil)
	d.Press("i")
	d.Shows("kan hier niet")
	d.Press("w")
	d.Shows("kan hier niet")
}

// TestNewsFromElsewhere: what a colleague did shows, and the cursor stays on what it was on.
func TestNewsFromElsewhere(t *testing.T) {
	d := open(t, text.NL, wide(), nil)
	d.Press("<enter>", "<down>", "<down>")
	on := d.On()[:60]
	f := hbo(t, d)
	g := f.Clone()
	g.Shift(g.Nodes[0].ID, true)
	d.Do(d.View, model.SaveFramework{Framework: g})
	d.Shows("versie 2")
	if !strings.HasPrefix(d.On(), on) {
		t.Errorf("%q became %q", on, d.On())
	}
}

// TestTheWayIn: a key of screen 3 leads here, and Esc leads back.
func TestTheWayIn(t *testing.T) {
	d := open(t, text.NL, wide(), nil)
	d.Press("<esc>", "3", "F")
	d.Shows("3 lijsten")
	d.Press("<enter>", "<esc>", "<esc>")
	d.Hides("3 lijsten")
	d.Press("F")
	d.Shows("3 lijsten")
}

func TestTheMouse(t *testing.T) {
	d := open(t, text.NL, wide(), nil)
	d.Click(5, 5)
	if on := d.On(); !strings.Contains(on, "Mbo-2") {
		t.Errorf("the cursor is on %q", on)
	}
	d.Click(5, 5)
	d.Shows("21 onderdelen")
}
