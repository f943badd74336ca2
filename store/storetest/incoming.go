package storetest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
)

// bring brings rows in as a file, each with a source id, and gives the import.
func (b *bench) bring(session *model.Session, file string, ended bool, batches ...[][]model.Action) journal.ID {
	b.t.Helper()
	from := incoming.Source{File: file}
	copy(from.Print[:], file)
	run, err := incoming.Begin(b.ctx(), session, from)
	b.must(err)
	for _, rows := range batches {
		refused, err := run.Try(b.ctx(), rows, false)
		b.must(err)
		for _, err := range refused {
			if err != nil && !strings.Contains(err.Error(), "source-known") {
				b.t.Fatal(err)
			}
		}
	}
	if ended {
		b.must(run.End(b.ctx(), incoming.Ended{Read: 9, Refused: 1}))
	}
	run.Over()
	return run.ID()
}

func rowsFrom(sources ...string) (out [][]model.Action) {
	for _, s := range sources {
		out = append(out, []model.Action{desk.AddRequest{Request: desk.Request{Summary: "Vraag " + s, Source: s}}})
	}
	return out
}

// asked are the requests of the desk, by their source.
func (b *bench) asked() map[string]desk.RequestRow {
	b.t.Helper()
	p, err := desk.ReadPage(b.ctx(), b.sam, desk.PageQuery{View: desk.ViewAll})
	b.must(err)
	out := map[string]desk.RequestRow{}
	for _, r := range p.Rows {
		out[r.Source] = r
	}
	return out
}

func (b *bench) sources() string {
	var out []string
	for s := range b.asked() {
		out = append(out, s)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func (b *bench) imports() (out []string) {
	b.t.Helper()
	all, err := incoming.Read(b.ctx(), b.sam)
	b.must(err)
	for _, im := range all {
		out = append(out, fmt.Sprintf("%s %s %d/%d, back %d, stay %d", im.File, im.State, im.Imported, im.Read, im.Back.Rows(), len(im.Left)))
	}
	return out
}

func (b *bench) takeBack(session *model.Session, id journal.ID, o incoming.Options) string {
	b.t.Helper()
	out, err := incoming.Undo(b.ctx(), session, id, o)
	b.must(err)
	t := out.Took
	said := fmt.Sprintf("requests %d people %d groups %d residents %d away %d other %d", t.Requests, t.People, t.Groups, t.Residents, t.Away, t.Other)
	for _, l := range out.All {
		said += fmt.Sprintf(" · %s %s", l.Name, l.Why)
		if !l.By.IsZero() {
			said += " " + b.enter(l.By).Me().Name
		}
	}
	return said
}

// undoImport is an import from its first batch to its last word: it is kept, resumed, taken back row by row, and comes in again.
func undoImport(_ *testing.T, b *bench) {
	noor := b.person("Noor", model.RoleDesk)
	b.bring(noor, "half.csv", false, rowsFrom("1", "2"))
	b.same(b.imports(), []string{"half.csv unfinished 2/2, back 0, stay 0"})
	id := b.bring(noor, "half.csv", true, rowsFrom("1", "2", "3", "4", "5", "6")) // goes on with it
	b.same(b.imports(), []string{"half.csv finished 6/9, back 0, stay 0"})
	b.bring(noor, "half.csv", true, rowsFrom("1", "2")) // nothing came in: nothing is kept
	b.same(len(b.imports()), 1)

	rows := b.asked()
	b.do(b.sam, desk.ClaimRequest{ID: rows["2"].ID})
	b.do(b.sam, desk.EditRequest{ID: rows["3"].ID, Alter: func(r *desk.Request) { r.Summary = "Anders" }})
	b.do(b.sam, desk.EditRequest{ID: rows["4"].ID, Alter: func(r *desk.Request) { r.Summary = "Anders" }})
	_, err := b.sam.Undo(b.ctx()) // nobody built on what somebody put back
	b.must(err)
	b.do(b.sam, desk.AddMemo{ID: rows["5"].ID, Text: "gebeld"})
	_, err = b.sam.Undo(b.ctx())
	b.must(err)
	b.do(noor, desk.SplitRequest{ID: rows["6"].ID, Summary: "En nog iets"})

	mo := b.person("Mo", model.RoleStudent)
	_, err = incoming.Undo(b.ctx(), mo, id, incoming.Options{})
	b.fails(fault.Refused, "no-right-import", err)
	_, err = incoming.Read(b.ctx(), mo)
	b.fails(fault.Refused, "no-right-import", err)
	_, err = incoming.Undo(b.ctx(), b.sam, b.sam.Site(), incoming.Options{})
	b.fails(fault.NotFound, "import-unknown", err)

	stopped, stop := context.WithCancel(b.ctx())
	out, err := incoming.Undo(stopped, b.sam, id, incoming.Options{Progress: func(int, int) { stop() }})
	b.same(err, context.Canceled)
	b.same(out.State, incoming.Undoing)
	b.same(out.Took.Requests, 2) // those of the last batch
	b.refusedRun(noor, "half.csv", "8")

	said := b.takeBack(b.enter(noor.Me().ID), id, incoming.Options{})
	b.same(said, fmt.Sprintf("requests 1 people 0 groups 0 residents 0 away 0 other 0 · %s built Noor · %s built Sam · %s built Sam",
		rows["6"].Number, rows["3"].Number, rows["2"].Number))
}

// refusedRun sees that a file whose import is being taken back is another import from then on.
func (b *bench) refusedRun(session *model.Session, file, source string) {
	b.t.Helper()
	again := b.bring(session, file, true, rowsFrom(source))
	b.takeBack(session, again, incoming.Options{})
}

// undoImportAgain is what an import leaves behind it: ids that were taken back are not known, and what stayed is tried again.
func undoImportAgain(_ *testing.T, b *bench) {
	id := b.bring(b.sam, "a.csv", true, rowsFrom("1", "2"))
	first := b.asked()["1"].ID
	b.do(b.sam, desk.ClaimRequest{ID: first})
	if r, ok := b.sam.Apart(); ok {
		b.t.Fatalf("%s comes before what was done since", r.Name)
	}
	_, err := b.sam.Undo(b.ctx())
	b.must(err)
	b.do(b.sam, desk.AddMemo{ID: first, Text: "gebeld"})
	b.same(b.takeBack(b.sam, id, incoming.Options{}), fmt.Sprintf("requests 1 people 0 groups 0 residents 0 away 0 other 0 · %s built Sam", b.asked()["1"].Number))
	b.same(b.sources(), "1")
	_, err = b.sam.Undo(b.ctx()) // of the memo
	b.must(err)
	b.same(b.takeBack(b.sam, id, incoming.Options{}), "requests 1 people 0 groups 0 residents 0 away 0 other 0")
	b.same(b.imports(), []string{"a.csv undone 2/9, back 2, stay 0"})
	b.counts(0, 0, 0, 0)
	_, err = incoming.Undo(b.ctx(), b.sam, id, incoming.Options{})
	b.fails(fault.Conflict, "import-undone", err)

	again := b.bring(b.sam, "a.csv", true, rowsFrom("1", "2", "3"))
	b.same(b.sources(), "1 2 3")
	b.bring(b.sam, "b.csv", true, rowsFrom("1", "2", "3")) // known
	b.same(len(b.imports()), 2)
	r, ok := b.sam.Apart()
	if !ok || r.Entity != again || r.Name != "act-import" {
		b.t.Fatalf("undoing does not come to the import: %+v", r)
	}
	_, err = b.sam.Undo(b.ctx())
	b.fails(fault.Refused, "undo-apart", err)
	b.takeBack(b.sam, again, incoming.Options{})
	if _, ok := b.sam.Apart(); ok {
		b.t.Fatal("an import that is taken back is still to be taken back")
	}
	b.same(b.sources(), "")
	found, err := incoming.Find(b.ctx(), b.sam, incoming.Last)
	b.must(err)
	b.same(found.ID, again)
	_, err = incoming.Find(b.ctx(), b.sam, id.String()[:2])
	b.fails(fault.Conflict, "import-several", err)
}

// undoImportResidents is what becomes of residents that an import brought: erased with what was asked about them, where somebody who may
// says so and nobody else needs them.
func undoImportResidents(_ *testing.T, b *bench) {
	noor := b.person("Noor", model.RoleDesk)
	var jan, bo, els journal.ID
	in := func() journal.ID {
		var rows [][]model.Action
		for i, to := range []*journal.ID{&jan, &bo, &els} {
			id, err := journal.NewID(b.now.UnixMilli(), strings.NewReader(fmt.Sprintf("%010d", (b.now.Unix()*10+int64(i))%1e10)))
			b.must(err)
			*to = id
			rows = append(rows, []model.Action{desk.TakeIn{Resident: desk.Resident{ID: id, Name: fmt.Sprintf("Bewoner %d", i), Phone: "0612345678", Keep: desk.KeepRegister},
				Request: desk.Request{Summary: fmt.Sprintf("geheim %d", i), Source: fmt.Sprint(i)}}})
		}
		return b.bring(noor, "met bewoners.csv", true, rows)
	}
	id := in()
	b.do(b.sam, desk.OpenedResident{ID: jan}) // a look is nothing
	b.do(b.sam, desk.AddRequest{Request: desk.Request{Summary: "Van Bo zelf", Resident: bo}})
	b.same(b.takeBack(noor, id, incoming.Options{}), "requests 3 people 0 groups 0 residents 0 away 0 other 0 · Bewoner 1 built Sam · Bewoner 2 kept · Bewoner 0 kept")
	b.same(b.takeBack(noor, id, incoming.Options{Erase: true}), "requests 0 people 0 groups 0 residents 0 away 2 other 0 · Bewoner 1 built Sam · Bewoner 2 waits · Bewoner 0 waits")
	b.same(len(b.found(b.sam, "Bewoner")), 1)
	b.same(b.takeBack(b.sam, id, incoming.Options{Erase: true}), "requests 0 people 0 groups 0 residents 2 away 0 other 0 · Bewoner 1 built Sam")
	for _, word := range []string{"Bewoner 0", "geheim 0", "Bewoner 2", "geheim 2"} {
		b.same(b.stands(word), []string(nil))
	}
	if len(b.stands("Bewoner 1")) == 0 || len(b.stands("geheim 1")) == 0 {
		b.t.Fatal("what somebody needs is erased")
	}
	b.wait(time.Hour)
	id = in()
	b.same(b.sources(), " 0 1 2")
	b.same(b.takeBack(b.sam, id, incoming.Options{Erase: true}), "requests 3 people 0 groups 0 residents 3 away 0 other 0")
}

func (b *bench) found(session *model.Session, text string) []desk.Resident {
	b.t.Helper()
	all, err := desk.FindResidents(b.ctx(), session, text, 0)
	b.must(err)
	return all
}

// undoImportStudents is an import of a class: new students and groups go, students who were known are as they were.
func undoImportStudents(_ *testing.T, b *bench) {
	known := b.person("Sanne", model.RoleStudent).Me()
	run, err := incoming.Begin(b.ctx(), b.sam, incoming.Source{File: "klas.csv", What: "students", Print: incoming.Print{7}})
	b.must(err)
	group := model.Group{ID: journal.ID{7: 1, 8: 0x80}, Name: "2B", Site: b.sam.Site()}
	_, err = run.Beside(b.ctx(), [][]model.Action{{model.AddGroup{Group: group}}})
	b.must(err)
	edited := known
	edited.Level, edited.Email, edited.Groups = "mbo-3", "sanne@example.org", []journal.ID{group.ID}
	ali, eva := model.Person{ID: journal.ID{7: 2, 8: 0x80}, Name: "Ali"}, model.Person{ID: journal.ID{7: 3, 8: 0x80}, Name: "Eva"}
	for _, p := range []*model.Person{&ali, &eva} {
		p.Roles, p.Site, p.Groups = []model.Role{model.RoleStudent}, b.sam.Site(), []journal.ID{group.ID}
	}
	_, err = run.Try(b.ctx(), [][]model.Action{{model.EditPerson{Person: edited}}, {model.AddPerson{Person: ali}}, {model.AddPerson{Person: eva}}}, false)
	b.must(err)
	b.must(run.End(b.ctx(), incoming.Ended{Read: 3}))
	asked := b.ask("Brief", model.UrgencyRoutine)
	b.do(b.enter(eva.ID), desk.ClaimRequest{ID: asked})

	noor := b.person("Noor", model.RoleDesk)
	_, err = incoming.Undo(b.ctx(), noor, run.ID(), incoming.Options{})
	b.fails(fault.Refused, "may-not-write", err)
	b.same(b.takeBack(b.sam, run.ID(), incoming.Options{}), "requests 0 people 2 groups 0 residents 0 away 0 other 0 · Eva built Eva · 2B used")
	now := b.enter(known.ID).Me()
	b.same([]any{now.Level, now.Email, len(now.Groups), now.Name}, []any{"", "", 0, "Sanne"})
	_, err = model.Enter(b.ctx(), b.store, ali.ID)
	b.fails(fault.Refused, "person-left", err)
	_, err = b.enter(eva.ID).Undo(b.ctx())
	b.fails(fault.NotFound, "nothing-to-undo", err)
	b.do(b.enter(eva.ID), desk.ReleaseRequest{ID: asked})
	b.same(b.takeBack(b.sam, run.ID(), incoming.Options{}), "requests 0 people 0 groups 0 residents 0 away 0 other 0 · Eva built Eva · 2B used") // it stands in the history
}
