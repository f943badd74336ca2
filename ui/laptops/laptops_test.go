package laptops_test

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/laptops"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/uitest"
)

// place is a service point from which laptops leave.
type place struct {
	*uitest.Desk
	bundles *uitest.Bundles
	tine    journal.ID // a teacher with a group
	group   journal.ID
}

var (
	small = screen.Size{Width: 80, Height: 24}
	large = screen.Size{Width: 120, Height: 40}
)

const recovery = "kasof kasor kasit kasum lifer topik rikal sumas"

// open makes a place of which a laptop is out, one is invited, and one was withdrawn. alter comes before the app starts.
func open(t *testing.T, lang text.Lang, size screen.Size, teacher bool, alter func(*uitest.Bundles)) *place {
	t.Helper()
	p := &place{bundles: &uitest.Bundles{}}
	now := uitest.Start()
	p.Desk = uitest.Open(t, uitest.Options{Lang: lang, Size: size, Theme: theme.Bare(), Act: func(d *uitest.Desk, setup *model.Session) journal.ID {
		do := func(a model.Action) journal.ID {
			r, err := setup.DoQuietly(context.Background(), a)
			if err != nil {
				t.Fatal(err)
			}
			return r.Entity
		}
		p.group = do(model.AddGroup{Group: model.Group{Name: "Klas 2B"}})
		p.tine = do(model.AddPerson{Person: model.Person{Name: "Tine Maas", Roles: []model.Role{model.RoleTeacher}, Site: setup.Site(), Groups: []journal.ID{p.group}}})
		p.fill(now, setup)
		if alter != nil {
			alter(p.bundles)
		}
		if teacher {
			return p.tine
		}
		return setup.Me().ID
	}, With: func(e *screen.Env) {
		e.Bundles = p.bundles.Power()
		e.Files = &screen.LocalFiles{Home: "/home/sam", Sticks: func() []string { return []string{"/media/sam/STICK"} },
			List: func(_ context.Context, folder string) (string, []screen.FileEntry, error) {
				switch folder {
				case "/media/sam/STICK":
					return folder, []screen.FileEntry{{Name: "2026-11-20-1.bundle", Size: 40960}}, nil
				case "/home/sam":
					return folder, []screen.FileEntry{{Name: "Documenten", Folder: true}, {Name: "brief.txt", Size: 300}}, nil
				}
				return folder, nil, &fs.PathError{Op: "open", Path: folder, Err: fs.ErrInvalid}
			}}
	}})
	return p
}

// fill says what the powers answer.
func (p *place) fill(now time.Time, setup *model.Session) {
	class := []journal.Scope{{Class: journal.People, Part: journal.Organisation()}, uitest.Class(p.group), {Class: journal.Trust, Part: journal.Organisation()}}
	counts := transfer.Counts{Changes: 1240, Students: 24, Evidence: 312, Judgements: 140, Decisions: 3}
	laptop := transfer.Party{Replica: journal.Replica{2}, Person: p.tine, Name: "Tine Maas", Label: "Laptop van Tine"}
	centre := transfer.Party{Replica: journal.Replica{7}, Name: "Servicepunt Zuidwest", Centre: true}
	b := p.bundles
	b.To = []transfer.Recipient{
		{Person: p.tine, Name: "Tine Maas", Replica: journal.Replica{2}, Label: "Laptop van Tine"},
		{Person: p.tine, Name: "Tine Maas"},
		{Person: setup.Me().ID, Name: "Samira Bouali"},
	}
	b.Contents = transfer.Contents{Made: now.Add(-26 * time.Hour), From: laptop, To: centre, Scopes: class, Counts: counts}
	b.Plan = transfer.Plan{Contents: transfer.Contents{From: centre, To: laptop, Scopes: class, Counts: counts, Withheld: 2}, Hits: []transfer.Hit{
		{Seq: 8, By: p.tine, At: now.Add(-50 * time.Hour), Text: "Bleef rustig toen mw. de Vries boos werd aan de balie, en legde de brief van Stedin nog een keer uit.", Found: []string{"mw. de Vries"}},
		{Seq: 3, At: now.Add(-70 * time.Hour), Text: "Belde zelf terug naar 06-12345678.", Found: []string{"06-12345678"}},
	}}
	b.Taken = transfer.Taken{Contents: b.Plan.Contents, Path: "/media/sam/STICK/2026-11-21-1.bundle", Code: "kasof lifer topik rikal sumas"}
	b.Came = transfer.Returned{From: b.Contents, Came: transfer.Counts{Changes: 41, Judgements: 12, Decisions: 1}, Known: 3, Conflicts: 2, Acknowledged: 6, Missing: 2,
		Waiting: []transfer.Waiting{{Party: laptop, Scope: class[1], First: 4, Last: 9, Changes: 6, Reason: "clock", At: now}}, Admitted: laptop, Answer: "/media/sam/STICK/2026-11-21-1.word"}
	b.Machines = []transfer.Machine{
		{Party: laptop, Since: now.AddDate(0, 0, -9), Scopes: class, Wrote: 41, Lacks: 5, Exchanged: now.Add(-26 * time.Hour), Waiting: []transfer.Waiting{
			{Party: laptop, Scope: class[1], First: 4, Last: 9, Changes: 6, Reason: "clock", At: now.Add(-time.Hour)},
			{Party: laptop, Scope: class[0], First: 2, Last: 2, Changes: 1, Reason: "gap", At: now.Add(-time.Hour)},
		}},
		{Party: transfer.Party{Person: setup.Me().ID, Name: "Samira Bouali", Label: "thuis"}, Invitation: journal.ID{1}, Invited: true, Since: now.AddDate(0, 0, -1), Until: now.AddDate(0, 0, 13), Scopes: class},
		{Party: transfer.Party{Replica: journal.Replica{3}, Person: p.tine, Name: "Tine Maas", Label: "oude laptop"}, Since: now.AddDate(0, -2, 0), Revoked: true, Exchanged: now.AddDate(0, -1, 0)},
	}
	b.Standing = transfer.Standing{Alone: 3, Exchanged: now.Add(-26 * time.Hour), Others: 2}
}

// onLaptop makes the place the laptop of the teacher.
func onLaptop(b *uitest.Bundles) {
	b.Standing.Laptop = true
	b.Standing.Away = []journal.Scope{{Class: journal.Learning, Part: journal.ID{9}}}
	b.To = []transfer.Recipient{{Name: "Servicepunt Zuidwest", Replica: journal.Replica{7}, Centre: true}}
	b.Taken.Code, b.Plan.Hits = "", nil
	b.Machines = []transfer.Machine{{Party: transfer.Party{Replica: journal.Replica{7}, Name: "Servicepunt Zuidwest", Centre: true}, Wrote: 1240, Exchanged: uitest.Start().Add(-26 * time.Hour), Lacks: 3}}
}

func (p *place) list() *place {
	p.Send(screen.Open{Name: screen.Laptops, With: screen.AtMachines{}})
	return p
}

func TestViews(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{small, large} {
			p := open(t, lang, size, false, func(b *uitest.Bundles) { b.Taken.Recovery = recovery }).list()
			look := func(what string, press ...string) {
				p.Press(press...)
				p.Picture(what, lang)
			}
			look("machine")
			look("waiting", "j")
			look("accept", "a")
			look("invited", "<esc>", "j", "j")
			look("withdraw", "i")
			look("withdrawn", "<esc>", "j")
			look("revoke", "<home>", "i")
			look("for-whom", "<esc>", "m")
			look("text", "<down>", "<enter>")
			look("text-goes", "m", "<up>")
			look("take", "<esc>")
			look("stick", "<ctrl+b>")
			look("folder", "STICK", "<enter>")
			look("ready", "<enter>")
			p.bundles.During = func(_ context.Context, progress func(done, total int64)) {
				if progress == nil {
					return
				}
				progress(370, 1000)
				p.Pass(100 * time.Millisecond)
				p.Picture("runs", lang)
			}
			p.Press("<ctrl+s>")
			p.bundles.During = nil
			look("code")
			look("phrase", "w")
			look("taken", "w")
			look("pick", "<esc>", "t")
			look("look-into", "STICK", "<enter>", "2026", "<enter>")
			look("returned", "<enter>")

			p = open(t, lang, size, true, onLaptop).list()
			look("on-laptop")
			look("to-centre", "m")
			look("taken-to-centre", "<ctrl+s>")
			open(t, lang, size, false, func(b *uitest.Bundles) { b.Machines = nil }).list().Picture("none", lang)
		}
	}
}

// TestEveryActionDoesSomethingWhereItIsOffered tries all that can be done on this screen.
func TestEveryActionDoesSomethingWhereItIsOffered(t *testing.T) {
	at := func(press ...string) func() *uitest.Desk {
		return func() *uitest.Desk {
			p := open(t, "nl", large, false, func(b *uitest.Bundles) {
				b.During = func(context.Context, func(done, total int64)) {}
				b.Peers = []transfer.Peer{{Name: "balie", Address: "ssh://balie.example:2222", Replica: journal.Replica{2}}}
			}).list()
			p.Press(press...)
			return p.Desk
		}
	}
	uitest.TryActions(t, laptops.Keys()[:5],
		uitest.Place{Name: "a machine", Open: at()},
		uitest.Place{Name: "what waits", Open: at("j")},
		uitest.Place{Name: "an invitation", Open: at("j", "j", "j")},
	)
}

// TestABundleForATeacher: a text that names a resident comes first, with what was found marked; it stays home until somebody decides.
func TestABundleForATeacher(t *testing.T) {
	p := open(t, "nl", small, false, nil)
	p.Press("B", "j", "j", "j", "j", "j", "<enter>")
	p.Shows("Voor wie is de bundel?", "Tine Maas", "Laptop van Tine", "nog een laptop, met een code")
	p.Press("<down>", "<enter>")
	p.Shows("Tekst 1 van 2", "[mw. de Vries]", "Van Tine Maas, 19-11-2026", "Nog niet gekozen: blijft thuis.")
	p.Press("t")
	p.Shows("Tekst 2 van 2", "[06-12345678]", "Van iemand")
	p.Press("m")
	p.Shows("Meenemen: Tine Maas", "Erin: 24 studenten · 312 bewijzen · 140 oordelen · 3 besluiten", "0 bewoners", "Klas 2B", "2 teksten noemen misschien een bewoner, 1 mag mee")
	if got := strings.Join(p.bundles.Asked, ","); got != "plan,decide h,decide t,plan" {
		t.Error(got)
	}
	p.Press("<ctrl+t>")
	p.Shows("Blijft thuis.", "Tekst 1 van 2")
	p.Press("<esc>", "<ctrl+u>", "/media/sam/STICK", "<enter>", "bruin", "<enter>", "<right>", "<enter>")
	p.Shows("De code van deze bundel", "1   k a s o f", "5   s u m a s", "nooit op de stick")
	to := p.bundles.For
	if p.bundles.Path != "/media/sam/STICK" || to.Label != "bruin" || to.Person != p.tine || !to.Invites() {
		t.Errorf("%+v %s", to, p.bundles.Path)
	}
	if day := to.Until.In(p.Env.Zone).Format("02-01-2006 15:04"); day != "19-12-2026 23:59" {
		t.Errorf("it can be opened until %s", day)
	}
	p.Press("<esc>", "<enter>", "q", "1")
	p.Shows("1   k a s o f")
	p.Press("w")
	p.Hides("k a s o f")
	p.Shows("De bundel staat in /media/sam/STICK/2026-11-21-1.bundle", "kiest \"ik heb een bundel\"")
}

// TestATextThatNobodyDecidedAboutStaysHome: leaving the texts decides nothing.
func TestATextThatNobodyDecidedAboutStaysHome(t *testing.T) {
	p := open(t, "en", small, false, nil).list()
	p.Press("m", "<enter>")
	p.Shows("Text 1 of 2")
	p.Press("<esc>")
	p.Shows("2 texts may name a resident, 0 may go along", "2 texts stay home")
	p.Press("<ctrl+s>")
	if got := strings.Join(p.bundles.Asked, ","); got != "plan,take" {
		t.Error(got)
	}
}

// TestABundleComesBack: what is in it shows before it is taken in, and then what became of it, in words.
func TestABundleComesBack(t *testing.T) {
	p := open(t, "nl", large, false, nil).list()
	p.Press("t", "STICK", "<enter>", "2026", "<enter>")
	p.Shows("Deze bundel inlezen?", "Van Laptop van Tine (Tine Maas), gemaakt op 20-11-2026 12:32.", "140 oordelen", "0 bewoners")
	if got := strings.Join(p.bundles.Asked, ","); got != "look" {
		t.Fatal(got)
	}
	p.Press("<esc>")
	p.Hides("inlezen?")
	p.Press("t", "/media/sam/STICK/2026-11-20-1.bundle", "<enter>", "<enter>")
	p.Shows("Van Laptop van Tine (Tine Maas) kwam binnen: 12 oordelen · 1 besluit.", "Nieuw hier: Laptop van Tine", "Van 2 dingen maakten twee mensen iets anders", "c: kiezen wat geldt, bij 2 dingen",
		"6 wijzigingen wachten: De klok van die computer liep", "Wat wacht, staat in de lijst met laptops", "6 dingen van hier zijn daar aangekomen", "2 dingen van hier heeft nog niemand anders", "2026-11-21-1.word")
	if p.bundles.Path != "/media/sam/STICK/2026-11-20-1.bundle" {
		t.Error(p.bundles.Path)
	}
	p.bundles.Came = transfer.Returned{From: p.bundles.Contents, Known: 44, PutAway: []journal.Scope{uitest.Class(p.group)}, Unanswered: fault.New(fault.ReadOnly, "readonly", "path", "x")}
	p.bundles.Came.Second = []transfer.Party{{Name: "Tine Maas", Label: "tweede", Person: p.tine}}
	p.bundles.Came.Tag = "Q4"
	p.Press("<esc>", "t", "/x.bundle", "<enter>", "<enter>")
	p.Shows("kwam niets wat hier niet al was", "Weggelegd, want het hoort niet meer bij jou: Klas 2B", "kwam met dezelfde uitnodiging", "tweede (Tine Maas)", "gaat met de volgende mee", "Nieuwe nummers krijgen hier Q4")
	p.Hides("c: kiezen")
	p.bundles.Came.Unanswered = fault.New(fault.NotFound, transfer.NotAdmitted)
	p.bundles.Came.SetBack, p.bundles.Came.WaitingThere = true, 2
	p.Press("<esc>", "t", "/x.bundle", "<enter>", "<enter>")
	p.Shows("deze computer is teruggezet", "nieuwe nummers krijgen Q4", "2 dingen van hier wachten bij de centrale", "doet nog niet mee")
	p.Hides("gaat met de volgende mee")
}

// TestWhatGoesWrongIsSaid, and nothing is asked twice.
func TestWhatGoesWrongIsSaid(t *testing.T) {
	p := open(t, "nl", small, false, nil).list()
	p.bundles.Fails = fault.New(fault.Refused, "may-not-read", "name", "Tine", "class", "desk")
	p.Press("t", "/x.bundle", "<enter>")
	p.Shows("De bundel wordt gelezen", "Tine")
	p.Press("<esc>", "m", "<enter>")
	p.Shows("Kijken wat er mee zou gaan")
	p.bundles.Fails = nil
	p.bundles.During = func(context.Context, func(done, total int64)) { p.Press("x") }
	p.Press("<esc>", "t", "/x.bundle", "<enter>")
	p.Shows("Gestopt. Er is niets half gedaan.")
	p.bundles.During, p.bundles.To = nil, nil
	p.Press("m")
	p.Shows("Er is niemand voor wie je een bundel kunt maken")
}

// TestWhatWaitsIsDecidedByWhoLeads; what waits for something else is not.
func TestWhatWaitsIsDecidedByWhoLeads(t *testing.T) {
	p := open(t, "nl", small, false, nil).list()
	p.Press("j", "a")
	p.Shows("Dit opnemen?", "6 wijzigingen van Laptop van Tine (Tine Maas)", "De klok van die computer")
	p.Press("j")
	p.Shows("Opgenomen.")
	p.Press("<down>", "a")
	p.Shows("Niemand hoeft te beslissen")
	if got := strings.Join(p.bundles.Asked, ","); got != "accept clock" {
		t.Error(got)
	}
	p = open(t, "nl", small, true, nil).list()
	p.Press("j", "a")
	p.Shows("Dit beslist alleen een coördinator")
	p.Press("<home>", "i")
	p.Shows("Dit beslist alleen een coördinator")
	if len(p.bundles.Asked) > 0 {
		t.Error(p.bundles.Asked)
	}
}

// TestRevokingSaysWhatItCannotDo before it is done, and Enter does not do it.
func TestRevokingSaysWhatItCannotDo(t *testing.T) {
	p := open(t, "en", small, false, nil).list()
	p.Press("i")
	p.Shows("Withdraw this laptop?", "a laptop that never comes back", "keeps what it holds")
	p.Press("<enter>")
	if len(p.bundles.Asked) > 0 {
		t.Fatal("Enter withdraws")
	}
	p.Press("i", "y")
	p.Shows("Withdrawn: Laptop van Tine (Tine Maas).")
	p.Press("<end>", "i")
	p.Shows("withdrawn already")
	p.Press("<enter>")
	p.Shows("Text 1 of 2")
	if got := strings.Join(p.bundles.Asked, ","); got != "revoke Laptop van Tine,plan" || p.bundles.For.Label != "oude laptop" {
		t.Error(got, p.bundles.For)
	}
	p.Press("<esc>", "<esc>")
	p.Shows("make one more bundle for it (Enter)")
	p.bundles.Fails = errors.New("broken")
	p.Press("<home>", "i", "y")
	p.Shows("broken")
}

// TestOnALaptop the way back is the only one, and nothing there is withdrawn.
func TestOnALaptop(t *testing.T) {
	p := open(t, "nl", small, true, onLaptop)
	p.Shows("Klas 2B") // the class is the first screen
	p.Press("m")
	p.Shows("Meenemen: de centrale, Servicepunt Zuidwest")
	p.Press("<ctrl+s>")
	p.Shows("Neem 2026-11-21-1.bundle mee naar de centrale")
	if !p.bundles.For.Centre || !p.bundles.For.Until.IsZero() {
		t.Errorf("%+v", p.bundles.For)
	}
	p.bundles.Standing.Alone, p.bundles.Came = 0, transfer.Returned{Acknowledged: 3}
	p.Shows("3 dingen die nog niemand anders heeft")
	p.Press("<esc>", "t", "/x.bundle.ack", "<enter>")
	p.Shows("Het bericht is gelezen.", "3 dingen van hier zijn daar aangekomen.", "anderen hebben alles van hier")
	p.Press("<esc>", "i")
	if p.Press("j"); strings.Join(p.bundles.Asked, ",") != "plan,take,return" {
		t.Error(p.bundles.Asked)
	}
}

// TestWhoHoldsNoCopySeesNobodys: a student.
func TestWhoHoldsNoCopySeesNobodys(t *testing.T) {
	p := open(t, "nl", small, false, nil)
	p.Sit(p.Ali)
	p.list().Shows("Wie hier leert, heeft geen eigen kopie")
	p.Press("m", "t", "a", "i")
	p.Hides("Tine")
	p.Press("B")
	p.Shows("niet voor studenten")
	p.Press("j", "j", "j", "j", "j", "<enter>")
	p.Hides("Voor wie is de bundel?")
	if len(p.bundles.Asked) > 0 {
		t.Error(p.bundles.Asked)
	}
}

// TestHostileNamesDoNoHarm: what comes from a file is made harmless before it shows.
func TestHostileNamesDoNoHarm(t *testing.T) {
	p := open(t, "nl", small, false, func(b *uitest.Bundles) {
		b.Machines[0].Label, b.Contents.From.Name = "\x1b[2J laptop\n\n", "\x1b]0;x\x07"+strings.Repeat("lang ", 60)
		b.Plan.Hits[0].Text = "\x1b[31m mw. de Vries\r\n" + strings.Repeat("woord ", 400)
	}).list()
	p.Picture("hostile", "nl")
	p.Press("m", "<enter>")
	p.Picture("hostile-text", "nl")
	p.Press("<esc>", "<esc>", "t", "/x", "<enter>")
	p.Shows("Deze bundel inlezen?")
	if raw := p.Raw(); strings.Contains(raw, "\x1b]") || strings.Contains(raw, "\x1b[2J") {
		t.Error("what a bundle says steers the terminal")
	}
}

// TestALaptopKnowsItselfInTheList: it is no open invitation, and nothing can be made for it or taken from it there.
func TestALaptopKnowsItselfInTheList(t *testing.T) {
	p := open(t, "nl", screen.Size{Width: 120, Height: 40}, true, func(b *uitest.Bundles) {
		onLaptop(b)
		b.Machines = []transfer.Machine{{Party: transfer.Party{Replica: journal.Replica{2}, Name: "Tine Maas", Label: "Laptop van Tine"}, Here: true}}
	}).list()
	p.Shows("deze laptop", "Dit is de laptop waar je nu achter zit.", "Of hij al meedoet")
	p.Hides("uitgenodigd")
}
