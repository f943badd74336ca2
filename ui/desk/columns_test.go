package desk_test

import (
	"fmt"
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

// order gives the numbers of the requests that show, from top to bottom, without what stands before the count.
func order(d *uitest.Desk) string {
	var out []string
	for _, line := range strings.Split(d.Frame(), "\n") {
		line, _, _ = strings.Cut(line, "│")
		if _, after, ok := strings.Cut(line, "ZW-000"); ok {
			out = append(out, after[:1])
		}
	}
	return strings.Join(out, "")
}

// heading is the line that names the columns.
func heading(d *uitest.Desk) string {
	for _, line := range strings.Split(d.Frame(), "\n") {
		if strings.Contains(line, "Vraag") || strings.Contains(line, "Question") {
			line, _, _ = strings.Cut(line, "│")
			return strings.Join(strings.Fields(line), " ")
		}
	}
	return ""
}

func TestColumnsAreChosenOrderedAndSorted(t *testing.T) {
	d := open(t)
	is := func(head, numbers string) {
		t.Helper()
		if got := heading(d); got != head {
			t.Errorf("the columns are %q, want %q", got, head)
		}
		if got := order(d); got != numbers {
			t.Errorf("the rows are %s, want %s", got, numbers)
		}
	}
	is("Nr Wacht Urg ▼ Vraag Thema Wie", "32841")

	// away with who; the theme in front, and sorted by it; again, the other way round; and once more, as the list comes
	d.Press("w", "j", "j", "j", "j", "K", "K", "s", "j", "j", "j", " ")
	d.Shows("van A tot Z")
	d.Press("<enter>")
	d.Shows("De kolommen zijn bewaard.")
	is("Nr Wacht Thema ▲ Urg Vraag", "34812")
	d.Press("w", "j", "j", "s", "<enter>")
	is("Nr Wacht Thema ▼ Urg Vraag", "21843")
	d.Press("w", "j", "j", "s")
	d.Shows("volgorde van de lijst")
	d.Press("<enter>")
	is("Nr Wacht Thema Urg ▼ Vraag", "32841")

	// another list has columns of its own; they are there again, and they are this person's
	d.Press("v", "2")
	if got := heading(d); got != "Nr Wacht Urg ▼ Vraag Thema Wie" {
		t.Errorf("another list shows %q", got)
	}
	d.Again()
	is("Nr Wacht Thema Urg ▼ Vraag", "32841")
	me := d.Session.Me().ID
	d.Sit(d.Noor)
	is("Nr Wacht Urg ▼ Vraag Thema Wie", "32841")
	d.Sit(me)
	d.Press("w", "0", "<enter>")
	is("Nr Wacht Urg ▼ Vraag Thema Wie", "32841")

	// the question stays, and Esc keeps what was
	d.Press("w", "j", "j", "j", " ")
	d.Shows("[x] Vraag", "De kolom met de vraag blijft staan.")
	d.Press("j", " ", "<esc>")
	is("Nr Wacht Urg ▼ Vraag Thema Wie", "32841")
}

func TestAnOwnViewKeepsItsColumnsAndSort(t *testing.T) {
	d := open(t)
	d.Press("v", "+", "Op thema", "<ctrl+s>", "w", "j", "j", "j", "j", "s", "<enter>")
	if got := order(d); got != "34812" {
		t.Errorf("the rows are %s", got)
	}
	d.Press("v", "1")
	if got := order(d); got != "32841" {
		t.Errorf("the list itself is sorted too: %s", got)
	}
	d.Again()
	d.Press("v", "7")
	if got := order(d); got != "34812" || !strings.Contains(heading(d), "Thema ▲") {
		t.Errorf("the view came back as %s, %s", order(d), heading(d))
	}

	// what is found among open requests can be sorted by anything; in all of the past by what is kept in order
	d.Press("v", "1", "f", "wacht", "<enter>", "w", "j", "j", "j", "j", "s", "<enter>")
	if got := order(d); got != "34812" {
		t.Errorf("what is found is %s", got)
	}
	d.Press("<esc>", "/", "e", "<enter>", "w", "j", "j", "j", "j", "s")
	d.Shows("Je zoekt in alles van vroeger.")
	d.Press("k", "k", "s", "<enter>")
	d.Shows("‹dringendste eerst›")
}

func TestTheArchiveIsSortedByWhatIsKeptInOrder(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}})
	var actions []model.Action
	for i := range 700 {
		actions = append(actions, desk.AddRequest{Request: desk.Request{Summary: "vraag", Created: uitest.Start().Add(time.Duration(i-1000) * time.Minute)}})
	}
	d.Do(d.Session, actions...)
	d.Press("v", "5", "w", "j", "j", "j", "j", "s")
	d.Shows("Deze lijst bevat alles van vroeger.", "wachttijd")
	d.Press("k", "k", "k", "s", "<enter>")
	at := func(want string) {
		t.Helper()
		if line := d.On(); !strings.Contains(line, want) {
			t.Errorf("on %q, want %s", line, want)
		}
	}
	if got := heading(d); !strings.HasPrefix(got, "Nr Wacht ▼ Urg") {
		t.Errorf("the columns are %q", got)
	}
	d.Press("<home>")
	at("ZW-0001")
	for range 300 {
		d.Press("j")
	}
	at("ZW-0301")
	d.Press("<end>")
	at("ZW-0700")
	d.Press("k")
	at("ZW-0699")
	d.Do(d.As(d.Session.Me().ID), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
	at("ZW-0699")
	d.Press("<home>")
	at("ZW-0001")
}

// TestAListTooLongToSortStandsInItsOwnOrder: it says so, and shows no sign of what it is not.
func TestAListTooLongToSortStandsInItsOwnOrder(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}})
	var actions []model.Action
	for i := range 1001 {
		actions = append(actions, desk.AddRequest{Request: desk.Request{Summary: fmt.Sprintf("vraag %d", i), Theme: "poverty", Created: uitest.Start().Add(time.Duration(i-2000) * time.Minute)}})
	}
	d.Do(d.Session, actions[:1000]...)
	d.Press("w", "j", "j", "j", "j", "s", "<enter>")
	if got := heading(d); !strings.Contains(got, "Thema ▲") {
		t.Errorf("a thousand rows: %s", got)
	}
	d.Do(d.Session, actions[1000])
	if got := heading(d); strings.Contains(got, "Thema ▲") || !strings.Contains(got, "Urg ▼") {
		t.Errorf("a thousand and one: %s", got)
	}
	d.Press("w")
	d.Shows("Er staan meer dan 1000 vragen in deze lijst.")
}

// TestNamesInAListAreALook: who lets residents' names show in a list is noted, once in a session; a list without them notes nobody.
func TestNamesInAListAreALook(t *testing.T) {
	d := open(t)
	looks := func() int {
		t.Helper()
		all, err := desk.ReadLooks(t.Context(), d.Session, 0)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if n := looks(); n != 0 {
		t.Fatalf("%d looks before anybody looked", n)
	}
	d.Press("w")
	for range 10 {
		d.Press("j")
	}
	d.Shows("wordt genoteerd")
	d.Press(" ", "<enter>")
	if got := heading(d); !strings.Contains(got, "Bewoner") || !strings.Contains(d.Frame(), "mw. de Vries") {
		t.Errorf("no name shows: %s\n%s", got, d.Frame())
	}
	if n := looks(); n != 1 {
		t.Errorf("%d looks", n)
	}
	d.Press("v", "5", "v", "1", "j")
	if n := looks(); n != 1 {
		t.Errorf("%d looks after more of the same", n)
	}
}

func TestWhoWaitsLongHasASign(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
		site, err := setup.SiteByID(t.Context(), setup.Site())
		if err != nil {
			t.Fatal(err)
		}
		site.Ages = []model.AgeLimit{{Long: 20, TooLong: 40}, {Urgency: model.UrgencyToday, Long: 33, TooLong: 50}}
		if _, err := setup.DoQuietly(t.Context(), model.EditSite{Site: site}); err != nil {
			t.Fatal(err)
		}
		return setup.Me().ID
	}})
	d.Shows("wacht 42 m · ++ wacht te lang", "++  42 m", "++  26 u")
	d.Hides("+   32 m") // one for today has a limit of its own
	d.Pass(2 * time.Minute)
	d.Shows("+   33 m")
}

func TestColumnsLookWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}, {Width: 200, Height: 50}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Press("w", "j", "j", "j", "j", "K", "s")
			d.Picture("columns/choose", lang)
			d.Press("<enter>")
			d.Picture("columns/sorted", lang)
		}
	}
}
