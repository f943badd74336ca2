package storetest

import (
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/paths"
)

// residentsPaths follows a path from its first step to its end and on, by who may see residents, under either page of who was merged, as
// counts without a name, and into an erasure.
func residentsPaths(_ *testing.T, b *bench) {
	noor, theo := b.person("Noor", model.RoleStudent), b.person("Theo", model.RoleTeacher)
	jan := b.do(noor, desk.AddResident{Resident: desk.Resident{Name: "Jan"}}).Entity
	twice := b.do(noor, desk.AddResident{Resident: desk.Resident{Name: "J. de Vries"}}).Entity
	day := func(n int) time.Time { return time.Date(2026, 3, n, 0, 0, 0, 0, time.UTC) }
	add := paths.Add{Path: paths.Path{Title: "  Zelf  inloggen ", Kind: "digid", Resident: jan, Helpers: []journal.ID{noor.Me().ID}}, Steps: []string{"een telefoon"}}
	of := b.do(noor, add).Entity
	read := func(s *model.Session) paths.Path {
		p, err := paths.Read(b.ctx(), s, of)
		b.must(err)
		return p
	}
	b.same(read(noor).Title, "Zelf inloggen")
	b.refused(fault.NotFound, "path-unknown", theo, paths.AddStep{ID: of, Text: "x"})
	if _, err := paths.ReadOf(b.ctx(), theo, jan); fault.KindOf(err) != fault.Refused {
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
	_, err := noor.Undo(b.ctx())
	b.must(err)
	p = read(noor)
	b.same(p.Done(), 2)

	b.do(noor, paths.EndPath{ID: of, Outcome: paths.OutcomeReached, Text: "kan het zelf", Day: day(2)})
	b.refused(fault.Refused, "path-ended", noor, paths.AddStep{ID: of, Text: "x"})
	counts := func() paths.Count {
		all, err := paths.ReadCounts(b.ctx(), noor, day(1), day(2), time.UTC)
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
		all, err := paths.ReadOf(b.ctx(), noor, id)
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
	all, err := paths.ReadCounts(b.ctx(), noor, day(1), day(2), time.UTC)
	b.must(err)
	b.same(len(all), 2)
	b.same(all[1], paths.Count{Kind: "digid", Running: 1, Begun: 1, Steps: 2})
}
