package uitest

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
)

// Desk is a service point in memory with an app on it.
type Desk struct {
	*Driver
	Store    *memory.Store
	Session  *model.Session // of the person who acts
	Ali      journal.ID     // a student
	Noor     journal.ID     // a colleague of the desk
	Resident journal.ID     // mw. de Vries
	Requests []journal.ID   // in order of coming in, when Fill was called
	Env      screen.Env
}

// Options say how a desk starts.
type Options struct {
	Lang      text.Lang
	Languages text.Catalogue // what can be chosen from; nil: all there are
	Size      screen.Size
	Fill      bool              // with a morning's requests
	Theme     theme.Theme       // zero: no styles
	With      func(*screen.Env) // what else the session has, such as powers over files; may be nil
	Linear    bool              // without a screen: what is written comes from Told
	Gate      *Gate             // what the app's reads and writes pass; nil: nothing stands in their way

	// Act prepares the store further, as the founder, and says who acts in the app; nil: the founder does.
	Act func(d *Desk, setup *model.Session) journal.ID
}

// Start is when the tests begin: 21 November 2026, 14:32 in Amsterdam.
func Start() time.Time { return time.Date(2026, 11, 21, 13, 32, 0, 0, time.UTC) }

// random is the same numbers in every run.
type random struct{ *rand.PCG }

func (r random) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(r.Uint64())
	}
	return len(p), nil
}

// Open makes a desk and starts the app on it.
func Open(t testing.TB, o Options) *Desk {
	t.Helper()
	if o.Size.Width == 0 {
		o.Size = screen.Size{Width: 120, Height: 40}
	}
	if o.Languages == nil {
		o.Languages = text.All()
	}
	clock := NewClock(Start())
	d := &Desk{Store: memory.New(memory.Options{Replica: journal.Replica{7}, Tag: "K7", Now: clock.Now, Random: random{rand.NewPCG(1, 2)}})}
	counter := Count(d.Store)
	counter.gate = o.Gate
	d.Driver = NewDriver(t, clock, counter)
	d.linear = o.Linear
	ctx := context.Background()
	me, err := model.Found(ctx, d.Store, model.Founding{Site: "Servicepunt Zuidwest", Code: "ZW", Me: "Samira Bouali"})
	d.must(err)
	setup, err := model.Enter(ctx, d.Store, me)
	d.must(err)
	d.people(setup)
	if o.Fill {
		d.fill(setup)
	}
	if o.Act != nil {
		me = o.Act(d, setup)
	}
	d.Session, err = model.Enter(ctx, counter, me)
	d.must(err)
	zone, err := time.LoadLocation("Europe/Amsterdam")
	d.must(err)
	d.Env = screen.Env{Ctx: ctx, Now: clock.Now, Zone: zone, Words: o.Languages.For(o.Lang), Theme: o.Theme, Keys: ui.AllKeys(), Timer: d.Timer, Await: d.Await,
		Usual: screen.Preferences{Lang: o.Lang}, Here: true}
	if o.With != nil {
		o.With(&d.Env)
	}
	d.Env, err = d.Env.Use(ctx, d.Session)
	d.must(err)
	d.Driver.Start(ui.NewApp(d.Env), o.Size)
	t.Cleanup(func() {
		for _, fault := range counter.Faults {
			t.Errorf("the store was used where it may not be: %s", fault)
		}
	})
	return d
}

// Sit starts the app anew with somebody else, on the same store.
func (d *Desk) Sit(who journal.ID) {
	d.T.Helper()
	session, err := model.Enter(context.Background(), d.watch, who)
	d.must(err)
	d.Session = session
	d.Env, err = d.Env.Use(context.Background(), session)
	d.must(err)
	d.Again()
}

// Again starts a second app on the same store and person, as after a power cut.
func (d *Desk) Again() { d.Over(func(*ui.App) {}) }

// Over is Again with something done to the app before its first frame.
func (d *Desk) Over(before func(*ui.App)) {
	size, linear := d.size, d.linear
	*d.Driver = *NewDriver(d.T, d.clock, d.watch)
	d.linear = linear
	app := ui.NewApp(d.Env)
	before(app)
	d.Driver.Start(app, size)
}

// As begins a session of somebody else, to work beside the app.
func (d *Desk) As(id journal.ID) *model.Session {
	d.T.Helper()
	session, err := model.Enter(context.Background(), d.Store, id)
	d.must(err)
	return session
}

// Do carries out actions in a session and lets the app hear of it.
func (d *Desk) Do(session *model.Session, actions ...model.Action) model.Receipt {
	d.T.Helper()
	r, err := session.Do(context.Background(), actions...)
	d.must(err)
	d.News()
	return r
}

// Request reads a request.
func (d *Desk) Request(id journal.ID) desk.Request {
	d.T.Helper()
	r, err := desk.ReadRequest(context.Background(), d.Session, id)
	d.must(err)
	return r
}

func (d *Desk) must(err error) {
	d.T.Helper()
	if err != nil {
		d.T.Fatal(err)
	}
}

func (d *Desk) people(session *model.Session) {
	ctx := context.Background()
	add := func(p model.Person) journal.ID {
		p.Site = session.Site()
		r, err := session.DoQuietly(ctx, model.AddPerson{Person: p})
		d.must(err)
		return r.Entity
	}
	d.Ali = add(model.Person{Name: "Ali Yildiz", Roles: []model.Role{model.RoleStudent}, Level: "mbo-3"})
	d.Noor = add(model.Person{Name: "Noor Visser", Roles: []model.Role{model.RoleDesk}})
	r, err := session.DoQuietly(ctx, desk.AddResident{Resident: desk.Resident{Name: "mw. de Vries", Street: "Dorpsstraat 3", Keep: desk.KeepRegister}})
	d.must(err)
	d.Resident = r.Entity
}

// fill is a morning at the desk.
func (d *Desk) fill(session *model.Session) {
	ctx := context.Background()
	ago := func(minutes int) time.Time { return d.clock.now.Add(-time.Duration(minutes) * time.Minute) }
	for _, r := range []desk.Request{
		{Summary: "Boodschappenhulp", Theme: "independent-living", Created: ago(12)},
		{Summary: "Brief Belastingdienst", Theme: "literacy", Urgency: model.UrgencyToday, Created: ago(31)},
		{Summary: "Afsluiting stroom dreigt", Theme: "poverty", Urgency: model.UrgencyNow, Created: ago(42), Resident: d.Resident,
			Language: "nl", LifeDomain: "finances", Supervision: model.SupervisionPair, Details: "Brief van Stedin. Vrijdag gaat de stroom eraf."},
		{Summary: "DigiD kwijt", Theme: "digital", Created: ago(55)},
		{Summary: "Huurtoeslag aanvragen", Theme: "forms", Created: ago(70)},
		{Summary: "Burenruzie over geluid", Theme: "neighbours", Created: ago(95)},
		{Summary: "Taalles gezocht", Theme: "literacy", Created: ago(130)},
		{Summary: "Eenzaam sinds verhuizing", Theme: "loneliness", Created: ago(60 * 26)},
	} {
		r.Channel = "desk"
		receipt, err := session.DoQuietly(ctx, desk.AddRequest{Request: r})
		d.must(err)
		d.Requests = append(d.Requests, receipt.Entity)
	}
	for _, a := range []model.Action{
		desk.AddMemo{ID: d.Requests[2], Text: "brief van Stedin, vrijdag"},
		desk.ClaimRequest{ID: d.Requests[4], For: []journal.ID{d.Noor}},
		desk.ParkRequest{ID: d.Requests[5]},
		desk.CloseRequest{ID: d.Requests[6], Outcome: "handled-directly", Minutes: 20},
	} {
		_, err := session.DoQuietly(ctx, a)
		d.must(err)
	}
}
