package storetest

import (
	"maps"
	"testing"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/mapping"
)

// keptMappings are those of a site: kept under a name, replaced under the same one, renamed, taken away, and each of it undone.
func keptMappings(_ *testing.T, b *bench) {
	noor, mo, sup := b.person("Noor", model.RoleDesk), b.person("Mo", model.RoleStudent), b.person("Su", model.RoleSupervisor)
	names := func(s *model.Session) (out []string) {
		all, err := mapping.Read(b.ctx(), s)
		b.must(err)
		for _, m := range all {
			out = append(out, m.Name)
		}
		return out
	}
	kept := mapping.Keep{As: " Registratie  2026 ", What: mapping.Requests, Headings: []string{"Datum", "Vraag", "Kleur"}, Fields: map[string]string{"created_at": "Datum", "summary": "Vraag"}}
	of := b.do(noor, kept).Entity
	kept.As, kept.What, kept.Fields = "klas", mapping.Students, map[string]string{"name": "Kleur"}
	b.do(sup, kept)
	b.same(names(mo), []string{"klas", "Registratie 2026"})
	for _, wrong := range []mapping.Keep{{}, {As: "x", What: "books", Headings: kept.Headings, Fields: kept.Fields}} {
		if _, err := noor.Do(b.ctx(), wrong); fault.KindOf(err) != fault.Invalid {
			b.t.Fatalf("%+v is kept: %v", wrong, err)
		}
	}
	b.refused(fault.Invalid, "mapping-empty", noor, mapping.Keep{As: "x", What: mapping.Requests, Headings: kept.Headings})
	b.refused(fault.Invalid, "bsn", noor, mapping.Keep{As: "x", What: mapping.Requests, Headings: []string{"bsn 111222333"}, Fields: kept.Fields})
	b.refused(fault.Refused, "no-right-import", mo, kept)
	b.refused(fault.Refused, "no-right-import", mo, mapping.Rename{ID: of, To: "x"})
	b.refused(fault.Refused, "no-right-import", mo, mapping.Remove{ID: of})
	b.refused(fault.Conflict, "mapping-taken", noor, mapping.Rename{ID: of, To: "KLAS"})

	kept.As, kept.What, kept.Fields = "registratie 2026", mapping.Requests, map[string]string{"summary": "Vraag", "details": "Kleur"}
	if again := b.do(noor, kept).Entity; again != of {
		b.t.Fatal("the same name is kept twice")
	}
	said := func() map[string]string {
		all, err := mapping.Read(b.ctx(), noor)
		b.must(err)
		m, err := mapping.Named(all, of.String())
		b.must(err)
		return m.Map()
	}
	if !maps.Equal(said(), kept.Fields) {
		b.t.Fatalf("it says %v", said())
	}
	undo := func() {
		_, err := noor.Undo(b.ctx())
		b.must(err)
	}
	undo()
	b.same(len(said()), 2)
	b.same(said()["created_at"], "Datum")
	b.do(noor, mapping.Rename{ID: of, To: "Oud"})
	b.same(names(noor), []string{"klas", "Oud"})
	b.do(noor, mapping.Remove{ID: of})
	b.same(names(noor), []string{"klas"})
	b.refused(fault.NotFound, "mapping-unknown", noor, mapping.Rename{ID: of, To: "Weer"})
	undo()
	b.same(names(noor), []string{"klas", "Oud"})
}
