package store_test

import (
	"errors"
	"math/rand"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/paths"
	"leerbalie/model/retention"
	"leerbalie/store"
)

// TestResidentsConform holds both stores to what stands in the rooms above the desk about residents: paths, and terms of keeping. It is the
// conformance suite's, which was as large as a room may be.
func TestResidentsConform(t *testing.T) {
	for store, open := range map[string]func(*testing.T, func() time.Time) model.Backend{"disk": onDisk, "memory": inMemory} {
		for name, test := range map[string]func(*testing.T, *counter){"paths": residentsPaths, "who is due, and anonymised": whoIsDue, "who asks for somebody else": contactPersons} {
			t.Run(store+"/"+name, func(t *testing.T) {
				b := &counter{t: t, now: time.Date(2026, 3, 2, 14, 0, 0, 0, time.UTC)}
				b.store = open(t, func() time.Time { return b.now })
				me, err := model.Found(t.Context(), b.store, model.Founding{Site: "Servicepunt Zuidwest", Code: "ZW", Me: "Sam"})
				b.must(err)
				b.sam, err = model.Enter(t.Context(), b.store, me)
				b.must(err)
				test(t, b)
			})
		}
	}
}

func onDisk(t *testing.T, now func() time.Time) model.Backend {
	path := filepath.Join(t.TempDir(), "d.db")
	if err := store.Create(path, now()); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(path, store.Options{Now: now, Program: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if r, err := s.Check(t.Context()); err == nil && len(r.Problems) > 0 {
			t.Errorf("check finds %+v, %v", r, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func inMemory(_ *testing.T, now func() time.Time) model.Backend {
	return memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K7", Now: now, Random: rand.New(rand.NewSource(1))})
}

// counter is a store with a coordinator on it, who is an administrator, too.
type counter struct {
	t     *testing.T
	now   time.Time
	store model.Backend
	sam   *model.Session
}

func (b *counter) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *counter) same(got, want any) {
	b.t.Helper()
	if !reflect.DeepEqual(got, want) {
		b.t.Fatalf("got %v, want %v", got, want)
	}
}

func (b *counter) do(session *model.Session, actions ...model.Action) model.Receipt {
	b.t.Helper()
	r, err := session.Do(b.t.Context(), actions...)
	b.must(err)
	return r
}

func (b *counter) refused(kind fault.Kind, msg string, session *model.Session, actions ...model.Action) {
	b.t.Helper()
	_, err := session.Do(b.t.Context(), actions...)
	var e *fault.Error
	if !errors.As(err, &e) || e.Kind != kind || e.Msg != msg {
		b.t.Fatalf("wanted %s of kind %d, got %v", msg, kind, err)
	}
}

func (b *counter) person(name string, role model.Role) *model.Session {
	b.t.Helper()
	id := b.do(b.sam, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: b.sam.Site()}}).Entity
	s, err := model.Enter(b.t.Context(), b.store, id)
	b.must(err)
	return s
}

// later lets years pass, in steps: a clock that leaps is not believed.
func (b *counter) later(years, months int) {
	for until := b.now.AddDate(years, months, 1); b.now.Before(until); {
		b.now = b.now.AddDate(0, 6, 0)
		if b.now.After(until) {
			b.now = until
		}
		b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "tussendoor"}})
	}
}

// stands are the kinds of entity in whose changes a word stands.
func (b *counter) stands(word string) (out []string) {
	b.must(b.store.Read(b.t.Context(), func(tx model.Tx) error {
		_, err := desk.IndexOf(tx).EachChange("", 1<<30, func(c *journal.Change) error {
			for _, w := range c.Writes {
				w.Value.EachText(func(text string) {
					if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
						out = append(out, tx.Kinds().Name(c.Kind))
					}
				})
			}
			return nil
		})
		return err
	}))
	return out
}

// residentsPaths follows a path from its first step to its end and on, by who may see residents, under either page of who was merged, as
// counts without a name, and into an erasure.
func residentsPaths(_ *testing.T, b *counter) {
	noor, theo := b.person("Noor", model.RoleStudent), b.person("Theo", model.RoleTeacher)
	jan := b.do(noor, desk.AddResident{Resident: desk.Resident{Name: "Jan"}}).Entity
	twice := b.do(noor, desk.AddResident{Resident: desk.Resident{Name: "J. de Vries"}}).Entity
	day := func(n int) time.Time { return time.Date(2026, 3, n, 0, 0, 0, 0, time.UTC) }
	add := paths.Add{Path: paths.Path{Title: "  Zelf  inloggen ", Kind: "digid", Resident: jan, Helpers: []journal.ID{noor.Me().ID}}, Steps: []string{"een telefoon"}}
	of := b.do(noor, add).Entity
	read := func(s *model.Session) paths.Path {
		p, err := paths.Read(b.t.Context(), s, of)
		b.must(err)
		return p
	}
	b.same(read(noor).Title, "Zelf inloggen")
	b.refused(fault.NotFound, "path-unknown", theo, paths.AddStep{ID: of, Text: "x"})
	if _, err := paths.ReadOf(b.t.Context(), theo, jan); fault.KindOf(err) != fault.Refused {
		b.t.Fatal("a teacher reads a resident's paths")
	}
	add.Path.Kind = "flying"
	b.refused(fault.Invalid, "path-kind", noor, add)
	add.Path.Kind, add.Path.Title = "digid", "  "
	b.refused(fault.Invalid, "missing", noor, add)

	b.do(noor, paths.AddStep{ID: of, Text: "de app", Reached: day(1)})
	b.refused(fault.Invalid, "path-day", noor, paths.AddStep{ID: of, Text: "later", Reached: day(9)})
	first := read(noor).Steps[0].Stamp
	b.do(noor, paths.ReachStep{ID: of, Step: first, Day: day(2)})
	b.refused(fault.Conflict, "path-step-reached", noor, paths.ReachStep{ID: of, Step: first, Day: day(1)})
	p := read(noor)
	b.same(p.Done(), 2)
	if p.Next() != nil || !p.Steps[0].Reached.Day.Equal(day(2)) {
		b.t.Fatalf("%+v", p.Steps)
	}
	b.do(noor, paths.TakeBack{ID: of, Step: first})
	p = read(noor)
	b.same(p.Next().Text, "een telefoon")
	_, err := noor.Undo(b.t.Context())
	b.must(err)
	p = read(noor)
	b.same(p.Done(), 2)

	b.do(noor, paths.EndPath{ID: of, Outcome: paths.OutcomeReached, Text: "kan het zelf", Day: day(2)})
	b.refused(fault.Refused, "path-ended", noor, paths.AddStep{ID: of, Text: "x"})
	counts := func() paths.Count {
		all, err := paths.ReadCounts(b.t.Context(), noor, day(1), day(2), time.UTC)
		b.must(err)
		b.same(len(all), 1)
		return all[0]
	}
	b.same(counts(), paths.Count{Kind: "digid", Begun: 1, Steps: 2, Reached: 1, Ended: 1})
	b.do(noor, paths.Resume{ID: of})
	b.refused(fault.Conflict, "path-runs", noor, paths.Resume{ID: of})
	b.same(counts(), paths.Count{Kind: "digid", Running: 1, Begun: 1, Steps: 2})

	b.do(noor, desk.MergeResident{ID: jan, Into: twice})
	under := func(id journal.ID) int {
		all, err := paths.ReadOf(b.t.Context(), noor, id)
		b.must(err)
		return len(all)
	}
	b.same(under(jan), 1)
	b.same(under(twice), 1)
	b.do(noor, paths.Add{Path: paths.Path{Title: "Lezen", Kind: "language", Resident: jan}}) // goes to the page that shows everything
	b.do(noor, desk.MergeResident{ID: jan})
	b.same(under(jan), 1)
	b.same(under(twice), 1)

	b.do(b.sam, desk.EraseResident{ID: jan})
	if p := read(noor); p.Title != "" || !p.Erased || p.Steps[0].Text != "" || len(b.stands("de app")) > 0 || len(b.stands("inloggen")) > 0 {
		b.t.Fatalf("after the erasure there is %+v", p)
	}
	b.refused(fault.Refused, "erased", noor, paths.AddStep{ID: of, Text: "x"})
	b.refused(fault.Refused, "erased", noor, paths.Add{Path: paths.Path{Title: "Weer", Kind: "digid", Resident: jan}})
	all, err := paths.ReadCounts(b.t.Context(), noor, day(1), day(2), time.UTC)
	b.must(err)
	b.same(len(all), 2)
	b.same(all[1], paths.Count{Kind: "digid", Running: 1, Begun: 1, Steps: 2})
}

// whoIsDue follows residents to the day on which they are due: at once, after two years, after fifteen, never while something runs; and
// holds that anonymising takes names and words, and leaves counts.
func whoIsDue(_ *testing.T, b *counter) {
	noor := b.person("Noor", model.RoleDesk)
	resident := func(name string, keep desk.Keep) journal.ID {
		return b.do(noor, desk.AddResident{Resident: desk.Resident{Name: name, Phone: "0612345678", Keep: keep}}).Entity
	}
	ask := func(of journal.ID, theme, words string) journal.ID {
		id := b.do(noor, desk.AddRequest{Request: desk.Request{Summary: words, Resident: of, Theme: theme, Channel: "desk"}}).Entity
		b.do(noor, desk.ClaimRequest{ID: id}, desk.LogTime{ID: id, Minutes: 25}, desk.AddMemo{ID: id, Text: "ook " + words})
		return id
	}
	closeIt := func(id journal.ID) { b.do(noor, desk.CloseRequest{ID: id, Outcome: "handled-directly"}) }
	due := func() (names []string) {
		list, _, err := retention.ReadDue(b.t.Context(), b.sam, b.now)
		b.must(err)
		for _, k := range list {
			names = append(names, k.Name)
		}
		slices.Sort(names)
		return names
	}
	call, register, burenruzie := resident("Bel mij", desk.KeepThrowaway), resident("Jan", desk.KeepRegister), resident("Buur", desk.KeepRegister)
	q := ask(call, "forms", "een kwestie")
	closeIt(ask(register, "forms", "een brief"))
	closeIt(ask(burenruzie, "neighbours", "herrie"))
	if _, _, err := retention.ReadDue(b.t.Context(), noor, b.now); fault.KindOf(err) != fault.Refused {
		b.t.Fatalf("the desk reads who is due: %v", err)
	}
	b.same(due(), []string(nil))
	b.refused(fault.Refused, "retention-held-request", b.sam, retention.Anonymise{ID: call})
	b.do(noor, desk.AddTask{ID: q, What: "terugbellen", CallBack: true})
	closeIt(q)
	b.same(due(), []string(nil))
	b.refused(fault.Refused, "retention-held-promise", b.sam, retention.Anonymise{ID: call})
	r, err := desk.ReadRequest(b.t.Context(), noor, q)
	b.must(err)
	b.do(noor, desk.FinishTask{ID: q, Task: r.Tasks[0].Stamp, Fact: "gebeld"})
	b.same(due(), []string{"Bel mij"})
	b.refused(fault.Refused, "retention-early", b.sam, retention.Anonymise{ID: register})
	b.refused(fault.Refused, "no-right-erase", noor, retention.Anonymise{ID: call})
	b.do(b.sam, retention.Anonymise{ID: call})
	if left := b.stands("kwestie"); len(left) > 0 || len(b.stands("Bel mij")) > 0 {
		b.t.Fatalf("words are left: %v", left)
	}
	if r, err = desk.ReadRequest(b.t.Context(), noor, q); err != nil || r.Minutes != 25 || r.Theme != "forms" || r.Closed.Outcome != "handled-directly" || !r.Erased {
		b.t.Fatalf("the counts are gone: %+v %v", r, err)
	}
	b.refused(fault.Conflict, "erased-already", b.sam, retention.Anonymise{ID: call})

	b.later(2, 0)
	b.same(due(), []string{"Buur"})
	of := b.do(noor, paths.Add{Path: paths.Path{Title: "Lezen", Kind: "language", Resident: burenruzie}}).Entity
	b.same(due(), []string(nil))
	b.do(noor, paths.EndPath{ID: of, Outcome: paths.OutcomeReached, Day: b.now.UTC().Truncate(24 * time.Hour)})
	b.same(due(), []string(nil)) // the path was the last thing that happened
	b.later(2, 0)
	b.same(due(), []string{"Buur"})
	closeIt(ask(burenruzie, "forms", "nog een brief")) // that is individual work
	b.same(due(), []string(nil))

	rules, err := retention.Read(b.t.Context(), noor)
	b.must(err)
	for i := range rules {
		if rules[i].Of == retention.Individual {
			rules[i].Months = 36
		}
	}
	b.refused(fault.Refused, "may-not-write", noor, retention.SetRules{Rules: rules})
	b.refused(fault.Invalid, "retention-months", b.sam, retention.SetRules{Rules: retention.Rules{{Of: retention.Short, Months: -2}}})
	b.refused(fault.Invalid, "retention-of", b.sam, retention.SetRules{Rules: retention.Rules{{Of: "theme:flying", Months: 2}}})
	b.do(b.sam, retention.SetRules{Rules: rules})
	b.same(due(), []string{"Jan"})

	twice := resident("J. de Vries", desk.KeepRegister) // whoever comes back is not due
	b.do(noor, desk.MergeResident{ID: register, Into: twice})
	b.same(due(), []string(nil))
	b.do(noor, desk.MergeResident{ID: register})
	b.same(due(), []string{"Jan"})
	b.do(noor, desk.MergeResident{ID: register, Into: twice})
	b.later(3, 1)
	list, held, err := retention.ReadDue(b.t.Context(), b.sam, b.now)
	b.must(err)
	b.same(len(held), 0)
	n, refused, err := retention.All(b.t.Context(), b.sam, list)
	b.must(err)
	for _, err := range refused {
		b.must(err)
	}
	b.same(n, 2)
	b.same(due(), []string(nil))
	if left := append(b.stands("de Vries"), b.stands("herrie")...); len(left) > 0 {
		b.t.Fatalf("words are left: %v", left)
	}
}
