package directory_test

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
)

// bench is a store in memory with somebody who may do all.
type bench struct {
	t     testing.TB
	store *memory.Store
	now   time.Time
	sam   *model.Session
}

func begin(t testing.TB) *bench {
	b := &bench{t: t, now: time.Date(2026, 11, 30, 11, 0, 0, 0, time.UTC)} // a Monday
	b.store = memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { b.now = b.now.Add(time.Second); return b.now }})
	me, err := model.Found(context.Background(), b.store, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	b.must(err)
	b.sam, err = model.Enter(context.Background(), b.store, me)
	b.must(err)
	return b
}

func (b *bench) must(err error) {
	if err != nil {
		b.t.Helper()
		b.t.Fatal(err)
	}
}

func (b *bench) do(s *model.Session, actions ...model.Action) journal.ID {
	b.t.Helper()
	r, err := s.Do(context.Background(), actions...)
	b.must(err)
	return r.Entity
}

func (b *bench) fails(kind fault.Kind, code string, s *model.Session, a model.Action) {
	b.t.Helper()
	_, err := s.Do(context.Background(), a)
	if fault.KindOf(err) != kind || !strings.Contains(fmt.Sprint(err), code) {
		b.t.Errorf("%s: %v, want %s", a.Name(), err, code)
	}
}

func (b *bench) person(name string, role model.Role) *model.Session {
	b.t.Helper()
	id := b.do(b.sam, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: b.sam.Site()}})
	s, err := model.Enter(context.Background(), b.store, id)
	b.must(err)
	return s
}

// service adds a service of an organisation at a place, as they are written.
func (b *bench) service(name, org, city string, alter func(*directory.Service)) journal.ID {
	b.t.Helper()
	s := directory.Service{Entry: directory.Entry{Name: name}}
	if org != "" {
		s.Organization = b.do(b.sam, directory.AddOrganization{Organization: directory.Organization{Entry: directory.Entry{Name: org}}})
	}
	if city != "" {
		s.Locations = []journal.ID{b.do(b.sam, directory.AddLocation{Location: directory.Location{Entry: directory.Entry{Name: "Loket " + city}, City: city}})}
	}
	if alter != nil {
		alter(&s)
	}
	return b.do(b.sam, directory.AddService{Service: s})
}

func (b *bench) find(s *model.Session, q directory.Query) string {
	b.t.Helper()
	hits, err := directory.Find(context.Background(), s, q)
	b.must(err)
	names := make([]string, len(hits))
	for i, h := range hits {
		names[i] = h.Service.Name
	}
	return strings.Join(names, ", ")
}

func (b *bench) same(got, want any) {
	b.t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		b.t.Errorf("%v, want %v", got, want)
	}
}

func weekdays(opens, closes int) []directory.Schedule {
	var w directory.Weekdays
	for d := time.Monday; d <= time.Friday; d++ {
		w = w.On(d)
	}
	return []directory.Schedule{{Days: w, Opens: opens * 60, Closes: closes * 60}}
}

func TestFind(t *testing.T) {
	b := begin(t)
	b.service("Schuldhulp", "Gemeente", "Den Haag", func(s *directory.Service) {
		s.Needs, s.Languages, s.Schedules = []string{"geld", "schulden"}, []string{"nl", "tr"}, weekdays(9, 17)
	})
	b.service("Inloop", "Stichting Schuldenvrij", "Rijswijk", func(s *directory.Service) { s.Schedules = weekdays(13, 15) })
	b.service("Taalcafé", "Bibliotheek", "Delft", func(s *directory.Service) {
		s.Description, s.Phones = "oefen Nederlands; ook over schulden praten", []directory.Phone{{Number: "070-1234567"}}
		s.Needs = []string{"taal"}
	})
	for _, c := range []struct {
		q    directory.Query
		want string
	}{
		{directory.Query{Text: "schuld"}, "Schuldhulp, Inloop, Taalcafé"}, // name, organisation, description
		{directory.Query{Text: "SCHÚLDH"}, "Schuldhulp"},
		{directory.Query{Text: "taalcafe"}, "Taalcafé"},
		{directory.Query{Text: "tallcafe"}, "Taalcafé"}, // a typo
		{directory.Query{Text: "schuldhlup"}, "Schuldhulp"},
		{directory.Query{Text: "zzzzzzz"}, ""},
		{directory.Query{Text: "bibliotheek taal"}, "Taalcafé"},
		{directory.Query{Text: "gemeente taal"}, ""},
		{directory.Query{Text: "+31 70 1234567"}, "Taalcafé"},
		{directory.Query{Text: "delft"}, "Taalcafé"},
		{directory.Query{Need: "geld"}, "Schuldhulp"},
		{directory.Query{Need: "oefen"}, ""},
		{directory.Query{Place: "rijs"}, "Inloop"},
		{directory.Query{Text: "schuld", Place: "haag"}, "Schuldhulp"},
		{directory.Query{Language: "tr"}, "Schuldhulp"},
		{directory.Query{Language: "TR-tr"}, "Schuldhulp"},
		{directory.Query{OpenAt: time.Date(2026, 11, 30, 14, 0, 0, 0, time.UTC)}, "Inloop, Schuldhulp"},
		{directory.Query{OpenAt: time.Date(2026, 11, 30, 10, 0, 0, 0, time.UTC)}, "Schuldhulp"},
		{directory.Query{OpenAt: time.Date(2026, 11, 29, 10, 0, 0, 0, time.UTC)}, ""},
		{directory.Query{}, "Inloop, Schuldhulp, Taalcafé"},
		{directory.Query{Limit: 2}, "Inloop, Schuldhulp"},
	} {
		if got := b.find(b.sam, c.q); got != c.want {
			t.Errorf("%+v: %s, want %s", c.q, got, c.want)
		}
	}
	hits, err := directory.Find(t.Context(), b.sam, directory.Query{Text: "tallcafe", Now: b.now})
	b.must(err)
	if h := hits[0]; !h.Nearly || h.Open != directory.OpenUnknown || h.Organization.Name != "Bibliotheek" || h.Place() != "Loket Delft" || h.Stale {
		t.Errorf("%+v", h)
	}
}

// TestWhatIsUsedOftenComesFirst: of those that fit as well, by the referrals of the own site; what was taken back does not count.
func TestWhatIsUsedOftenComesFirst(t *testing.T) {
	b := begin(t)
	a, z := b.service("Hulp A", "", "", nil), b.service("Hulp Z", "", "", nil)
	b.same(b.find(b.sam, directory.Query{Text: "hulp"}), "Hulp A, Hulp Z")
	ask := func() journal.ID {
		return b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
	}
	one := ask()
	b.do(b.sam, directory.Refer{ID: one, Service: z, Consent: true})
	b.same(b.find(b.sam, directory.Query{Text: "hulp"}), "Hulp Z, Hulp A")
	r, err := desk.ReadRequest(t.Context(), b.sam, one)
	b.must(err)
	if f := r.Referrals[0]; f.To != "Hulp Z" || f.Service != z {
		t.Errorf("%+v", f)
	}
	for _, state := range []desk.ReferralState{desk.ReferralSent, desk.ReferralAccepted} {
		b.do(b.sam, desk.MoveReferral{ID: one, Referral: r.Referrals[0].Stamp, State: state})
	}
	h, err := directory.Read(t.Context(), b.sam, z, b.now)
	b.must(err)
	b.same(h.Used, directory.Uses{Referred: 1, Accepted: 1})
	for range 2 {
		b.do(b.sam, directory.Refer{ID: ask(), Service: a})
	}
	b.same(b.find(b.sam, directory.Query{Text: "hulp"}), "Hulp A, Hulp Z")
	for range 2 {
		_, err := b.sam.Undo(t.Context())
		b.must(err)
		_, err = b.sam.Undo(t.Context()) // the request it stands on
		b.must(err)
	}
	b.same(b.find(b.sam, directory.Query{Text: "hulp"}), "Hulp Z, Hulp A")
	b.do(b.sam, desk.RemoveRequest{ID: one, Why: "was een proef"})
	b.same(b.find(b.sam, directory.Query{Text: "hulp"}), "Hulp A, Hulp Z")

	// who may not read the requests of the site is told nothing of them
	b.do(b.sam, desk.RestoreRequest{ID: one})
	b.same(b.find(b.person("Tine", model.RoleTeacher), directory.Query{Text: "hulp"}), "Hulp A, Hulp Z")
	b.same(b.find(b.person("Bo", model.RoleDesk), directory.Query{Text: "hulp"}), "Hulp Z, Hulp A")
}

// TestFoundAsOthersWrite: what is kept ready follows whatever anybody writes, as a new session reads it.
func TestFoundAsOthersWrite(t *testing.T) {
	b := begin(t)
	mo := b.person("Mo", model.RoleTeacher)
	id := b.service("Schuldhulp", "Gemeente", "Delft", nil)
	check := func(text, want string) {
		t.Helper()
		b.same(b.find(b.sam, directory.Query{Text: text}), want)
		fresh, err := model.Enter(context.Background(), b.store, b.sam.Me().ID)
		b.must(err)
		b.same(b.find(fresh, directory.Query{Text: text}), want)
	}
	check("schuld", "Schuldhulp")
	own := b.do(mo, directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: "Schuldcafé"}}})
	check("schuld", "Schuldcafé, Schuldhulp")
	h, err := directory.Read(t.Context(), b.sam, id, b.now)
	b.must(err)
	org := h.Organization
	org.Name = "Kredietbank"
	b.do(b.sam, directory.EditOrganization{Organization: org})
	check("kredietbank", "Schuldhulp")
	check("gemeente", "")
	place := h.Places[0]
	place.City = "Leiden"
	b.do(b.sam, directory.EditLocation{Location: place})
	check("leiden", "Schuldhulp")
	b.do(mo, directory.Note{ID: id, Text: "vraag naar Annelies"})
	check("annelies", "Schuldhulp")
	b.do(mo, directory.Retire{ID: own, Why: "gestopt"})
	check("schuld", "Schuldhulp")
	b.same(b.find(b.sam, directory.Query{Text: "schuld", Retired: true}), "Schuldcafé, Schuldhulp")
	_, err = mo.Undo(t.Context())
	b.must(err)
	check("schuld", "Schuldcafé, Schuldhulp")
	b.do(b.sam, directory.Retire{ID: org.ID, Why: "bestaat niet meer"})
	check("schuld", "Schuldcafé")
	b.fails(fault.Conflict, "directory-retired", b.sam, directory.Refer{ID: b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "x"}}), Service: id})
	b.do(b.sam, directory.Back{ID: org.ID})
	check("schuld", "Schuldcafé, Schuldhulp")
	for range 3 { // the retirement, the note and the service
		if _, err = mo.Undo(t.Context()); err != nil {
			break
		}
	}
	check("schuldcafe", "")
}

func TestWhoMayDoWhat(t *testing.T) {
	b := begin(t)
	noor, mo := b.person("Noor", model.RoleStudent), b.person("Mo", model.RoleTeacher)
	id := b.do(noor, directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: "Taalcafé", Source: "x"}}})
	h, err := directory.Read(t.Context(), noor, id, b.now)
	b.must(err)
	s := h.Service
	if s.AddedBy != noor.Me().ID || s.Assured.By != noor.Me().ID && s.Source == "" {
		t.Errorf("%+v", s)
	}
	s.Name = "Taalhuis"
	b.fails(fault.Refused, "directory-not-yours", mo, directory.EditService{Service: s})
	b.fails(fault.Refused, "directory-not-yours", mo, directory.Retire{ID: id, Why: "weg"})
	b.fails(fault.Invalid, "missing", noor, directory.Retire{ID: id})
	b.fails(fault.Invalid, "missing", mo, directory.Note{ID: id, Text: " "})
	b.fails(fault.Invalid, "missing", mo, directory.AddService{})
	b.fails(fault.NotFound, "directory-unknown", mo, directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: "x"}, Organization: id}})
	b.fails(fault.NotFound, "directory-unknown", mo, directory.Assure{ID: journal.ID{1}})
	b.fails(fault.Conflict, "directory-not-retired", noor, directory.Back{ID: id})
	b.do(mo, directory.Note{ID: id, Text: "open op maandag"}, directory.Assure{ID: id})
	b.do(noor, directory.EditService{Service: s})
	s.Name = "Taalpunt"
	b.do(b.sam, directory.EditService{Service: s}, directory.Retire{ID: id, Why: "verhuisd"})
	b.fails(fault.Conflict, "directory-retired", mo, directory.Assure{ID: id})
	b.fails(fault.Conflict, "directory-retired", noor, directory.Retire{ID: id, Why: "weg"})
	h, err = directory.Read(t.Context(), mo, id, b.now)
	b.must(err)
	if h.Service.Name != "Taalpunt" || h.Service.Retired.Why != "verhuisd" || h.Service.Notes[0].Text != "open op maandag" || h.Service.Notes[0].By != mo.Me().ID ||
		h.Service.Assured.By != mo.Me().ID || h.Stale || h.Service.AddedBy != noor.Me().ID {
		t.Errorf("%+v", h)
	}
	h, err = directory.Read(t.Context(), mo, id, b.now.AddDate(1, 0, 2))
	b.must(err)
	b.same(h.Stale, true)
}

// TestPut: a file that comes again changes nothing; what it says otherwise is taken, unless somebody here altered the entry since.
func TestPut(t *testing.T) {
	b := begin(t)
	s := directory.Service{Entry: directory.Entry{Name: "Loket", Source: "s-1", Phones: []directory.Phone{{Number: "070 1234567"}}}, Needs: []string{"geld", ""}}
	id := b.do(b.sam, directory.PutService{Service: s})
	b.same(id, directory.SourceID(directory.KindService, "s-1"))
	b.fails(fault.Conflict, directory.PutKnown, b.sam, directory.PutService{Service: s})
	s.Fees = "gratis"
	b.do(b.sam, directory.PutService{Service: s})
	h, err := directory.Read(t.Context(), b.sam, id, b.now)
	b.must(err)
	b.same(h.Service.Fees+fmt.Sprint(h.Stale), "gratistrue") // nobody said that it is right
	own := h.Service
	own.Email = "loket@example.org"
	b.do(b.sam, directory.EditService{Service: own})
	b.fails(fault.Conflict, directory.PutKnown, b.sam, directory.PutService{Service: s})
	s.Fees = "€ 5"
	b.fails(fault.Conflict, directory.PutEdited, b.sam, directory.PutService{Service: s})
	_, err = b.sam.Undo(t.Context())
	b.must(err)
	b.do(b.sam, directory.PutService{Service: s})
	b.fails(fault.Invalid, "missing", b.sam, directory.PutService{Service: directory.Service{Entry: directory.Entry{Name: "x"}}})
	noor := b.person("Noor", model.RoleStudent)
	b.fails(fault.Refused, "no-right-import", noor, directory.PutService{Service: s})
	s.Fees = "€ 6"
	b.fails(fault.Refused, "directory-not-yours", b.person("Bo", model.RoleDesk), directory.PutService{Service: s})

	// what was taken back comes in anew
	o := directory.Organization{Entry: directory.Entry{Name: "Stichting", Source: "o-1"}}
	b.do(b.sam, directory.PutOrganization{Organization: o})
	_, err = b.sam.Undo(t.Context())
	b.must(err)
	all, err := directory.ReadAll(t.Context(), b.sam)
	b.must(err)
	b.same(len(all.Organizations), 0)
	b.do(b.sam, directory.PutOrganization{Organization: o}) // as it was
	o.Email = "s@example.org"
	b.do(b.sam, directory.PutOrganization{Organization: o})
	all, err = directory.ReadAll(t.Context(), b.sam)
	b.must(err)
	if len(all.Organizations) != 1 || all.Organizations[0].Email != "s@example.org" {
		t.Errorf("%+v", all.Organizations)
	}
}

func TestNamed(t *testing.T) {
	b := begin(t)
	one := b.service("Loket", "", "", nil)
	two := b.service("loket ", "", "", func(s *directory.Service) { s.Source = "src" })
	if _, err := directory.Named(t.Context(), b.sam, "Loket"); fault.KindOf(err) != fault.Conflict {
		t.Error(err)
	}
	b.do(b.sam, directory.Retire{ID: two, Why: "dubbel"})
	for _, text := range []string{"LOKET", one.String()} {
		if id, err := directory.Named(t.Context(), b.sam, text); err != nil || id != one {
			t.Errorf("%q: %v %v", text, id, err)
		}
	}
	if id, err := directory.Named(t.Context(), b.sam, "src"); err != nil || id != two {
		t.Errorf("%v %v", id, err)
	}
	if _, err := directory.Named(t.Context(), b.sam, "niets"); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
}

func TestCalled(t *testing.T) {
	for _, c := range [][3]string{{"Gemeente", "Schuldhulp", "Gemeente: Schuldhulp"}, {"", "Loket", "Loket"}, {"Stedin", "Storing bij Stedin", "Storing bij Stedin"}, {"Taal", "Taalcafé", "Taal: Taalcafé"}} {
		got := directory.Called(directory.Organization{Entry: directory.Entry{Name: c[0]}}, directory.Service{Entry: directory.Entry{Name: c[1]}})
		if got != c[2] {
			t.Errorf("%q, want %q", got, c[2])
		}
	}
}
