package people_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// open makes a desk with a few more residents, and shows them.
func open(t *testing.T, lang text.Lang, size screen.Size) *uitest.Desk {
	t.Helper()
	d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
	ctx := context.Background()
	for _, r := range []desk.Resident{
		{Name: "Fatma Yılmaz", Street: "Kerkweg 12", Neighbourhood: "Duinrand", Language: "tr", Phone: "0612345678", BirthYear: 1980, Keep: desk.KeepThrowaway},
		{Name: "Jan de Wit", Street: "Havenkade 4", Postcode: "2562 AB", City: "Den Haag", Keep: desk.KeepRegister, Told: true, Regular: true},
	} {
		if _, err := d.Session.DoQuietly(ctx, desk.AddResident{Resident: r}); err != nil {
			t.Fatal(err)
		}
	}
	g, err := d.Session.DoQuietly(ctx, model.AddGroup{Group: model.Group{Name: "Klas 2B", Site: d.Session.Site()}})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range people(t, d.Session) {
		if q.ID == d.Ali {
			q.Groups, q.Supervisor, q.Languages = []journal.ID{g.Entity}, d.Noor, []string{"nl", "tr"}
			if _, err := d.Session.DoQuietly(ctx, model.EditPerson{Person: q}); err != nil {
				t.Fatal(err)
			}
		}
	}
	d.News()
	d.Press("4")
	return d
}

func wide(t *testing.T) *uitest.Desk { return open(t, "nl", screen.Size{Width: 120, Height: 40}) }

func people(t *testing.T, session *model.Session) []model.Person {
	t.Helper()
	out, err := session.People(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func named(t *testing.T, session *model.Session, name string) model.Person {
	t.Helper()
	for _, q := range people(t, session) {
		if q.Name == name {
			return q
		}
	}
	t.Fatalf("nobody is called %s", name)
	return model.Person{}
}

func found(t *testing.T, session *model.Session, words string) []desk.Resident {
	t.Helper()
	out, err := desk.FindResidents(context.Background(), session, words, 10)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// as lets somebody with a role use the screen.
func as(t *testing.T, d *uitest.Desk, role model.Role) {
	t.Helper()
	r := d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Kees Ander", Roles: []model.Role{role}, Site: d.Session.Site()}})
	session, err := d.Session.Switch(context.Background(), r.Entity)
	if err != nil {
		t.Fatal(err)
	}
	if d.Env, err = d.Env.Use(context.Background(), session); err != nil {
		t.Fatal(err)
	}
	d.Again()
	d.Press("4")
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d := open(t, lang, size)
			d.Picture("residents", lang)
			d.Press("n", "mw. Vries", "<tab>", "<tab>", "<tab>", "Dorps")
			d.Pass(time.Second)
			d.Picture("new", lang)
			d.Press("<ctrl+s>")
			d.Picture("known", lang)
			d.Press("<esc>", "<esc>", "<end>", "<enter>")
			d.Picture("page", lang)
			d.Press("g")
			d.Picture("merge", lang)
			d.Press("<esc>", "X")
			d.Picture("erase", lang)
			d.Press("<esc>", "<esc>", "<right>", "<enter>")
			d.Picture("student", lang)
			d.Press("<right>")
			d.Picture("staff", lang)
			d.Press("e", "<tab>")
			d.Picture("edit", lang)
			d.Press("<esc>", "<right>")
			d.Picture("groups", lang)
			d.Press("v")
			d.Picture("tabs", lang)
			d.Press("<esc>")
			as(t, d, model.RoleTeacher)
			d.Press("v", "1")
			d.Picture("teacher", lang)
		}
	}
}

func TestResidentsAreFoundWhileTyping(t *testing.T) {
	d := wide(t)
	d.Press("/", "havenk")
	d.Shows("Jan de Wit", "1 gevonden")
	d.Hides("Fatma")
	d.Press("<enter>", "<enter>")
	d.Shows("Den Haag", "vaste cliënt")
	d.Press("<esc>", "<esc>")
	d.Shows("Fatma")
}

func TestALookIsWrittenDownOnceAndShown(t *testing.T) {
	d := wide(t)
	d.Press("<down>", "<down>")
	d.Hides("0612345678", "Bekeken")
	d.Press("<home>", "<down>", "<enter>")
	d.Shows("0612345678", "Bekeken: Samira B. 14:32", "nog niet verteld")
	id := found(t, d.Session, "fatma")[0].ID
	d.News() // of the own look: reading the page again is no second one
	f, err := desk.OpenResident(context.Background(), d.As(d.Noor), id)
	if err != nil || len(f.Opened) != 2 {
		t.Errorf("%d looks, %v", len(f.Opened), err)
	}
	d.News()
	d.Shows("Noor V.")
	d.Press("h")
	d.Shows("Wie bekeek de pagina", "Noor Visser", "21-11-2026 14:32")
}

func TestAPageOpensItsRequestInTheQueue(t *testing.T) {
	d := wide(t)
	d.Press("<end>", "<enter>")
	d.Shows("1 vraag", "ZW-0003")
	d.Press("<enter>")
	d.Shows("Brief van Stedin")
	if line := d.On(); !strings.Contains(line, "ZW-0003") {
		t.Errorf("on %q", line)
	}
	d.Press("c")
	if r := d.Request(d.Requests[2]); r.Status != desk.StatusClaimed {
		t.Error("the queue does not have the keys")
	}
	d.Press("4")
	d.Shows("1 vraag", "bezig")
}

func TestAClosedRequestIsFoundAmongAll(t *testing.T) {
	d := wide(t)
	d.Do(d.Session, desk.CloseRequest{ID: d.Requests[2], Outcome: "referred"})
	d.Press("<end>", "<enter>", "<enter>")
	if line := d.On(); !strings.Contains(line, "ZW-0003") {
		t.Errorf("on %q:\n%s", line, d.Frame())
	}
}

func TestWhoMayNotSeeTheDeskIsToldWhy(t *testing.T) {
	d := wide(t)
	as(t, d, model.RoleTeacher)
	d.Shows("[Medewerkers]", "Noor Visser")
	d.Press("v", "1")
	d.Shows("Bewoners zie je hier niet")
	d.Hides("Fatma")
	d.Press("n")
	d.Shows("Bewoners zie je hier niet")
	d.Press("/", "fatma", "<enter>")
	d.Hides("Fatma Y")
}

func TestKeysWaitForTheFirstRead(t *testing.T) {
	d := wide(t)
	d.Again()
	d.Late = true
	d.Press("4")
	d.Press("/")
	d.Burst("havenk")
	d.Press("<enter>", "<enter>")
	d.Run()
	d.Shows("Den Haag")
}

func TestEveryFrameFits(t *testing.T) {
	for _, size := range []screen.Size{{Width: 60, Height: 15}, {Width: 79, Height: 20}, {Width: 100, Height: 30}, {Width: 200, Height: 50}} {
		d := open(t, "nl", size)
		for _, press := range []string{"", "n", "<esc>", "<enter>", "h", "<esc>", "g", "<esc>", "X", "<esc>", "<esc>", "v", "2", "<enter>", "<esc>", "e", "<esc>", "v", "3", "x", "<esc>", "v", "4", "n", "<esc>", "/", "q"} {
			if press != "" {
				d.Press(press)
			}
			lines := strings.Split(d.Raw(), "\n")
			if len(lines) != size.Height {
				t.Errorf("%v after %q: %d lines", size, press, len(lines))
			}
			for _, line := range lines {
				if n := len([]rune(line)); n > size.Width {
					t.Errorf("%v after %q: %d cells: %q", size, press, n, line)
				}
			}
		}
	}
}
