package conflict_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/memory"
)

// TestFormsReplaceOnlyWhatWasSeen: on two copies two people open forms and send them later, with exchanges between. Whatever is sent
// replaces no version that came after the form was opened, but for one's own, and touches no field that was left as it was.
func TestFormsReplaceOnlyWhatWasSeen(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		ok := func(err error) {
			if err != nil {
				rt.Fatal(err)
			}
		}
		ctx := t.Context()
		var stores []*memory.Store
		for i := range 2 {
			clock := time.Date(2026, 3, 2, 9+rapid.IntRange(0, 25).Draw(rt, "offset"), 0, 0, 0, time.UTC)
			stores = append(stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
				Now: func() time.Time { clock = clock.Add(time.Second); return clock }}))
		}
		me, err := model.Found(ctx, stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
		ok(err)
		sam, err := model.Enter(ctx, stores[0], me)
		ok(err)
		made, err := sam.Do(ctx, model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleCoordinator}, Site: sam.Site()}})
		ok(err)
		noor := made.Entity
		ok(stores[1].Receive(stores[0].Journal()))
		record := func(i int) (rec *journal.Record) {
			ok(stores[i].Read(ctx, func(tx model.Tx) (err error) {
				rec, err = tx.Record(model.KindPerson, noor)
				return err
			}))
			return rec
		}
		author := map[journal.Stamp]journal.ID{}
		type form struct {
			at   int
			who  journal.ID
			was  *journal.Record
			open model.Person
		}
		var forms []form
		fields := []journal.Field{model.PersonEmail, model.PersonNumber, model.PersonLevel}
		for n := range rapid.IntRange(4, 25).Draw(rt, "steps") {
			switch rapid.IntRange(0, 3).Draw(rt, "step") {
			case 0:
				from := rapid.IntRange(0, 1).Draw(rt, "from")
				ok(stores[1-from].Receive(stores[from].Journal()))
			case 1:
				i, who := rapid.IntRange(0, 1).Draw(rt, "copy"), me
				if rapid.Bool().Draw(rt, "noor") {
					who = noor
				}
				rec := record(i)
				forms = append(forms, form{i, who, rec, model.PersonOf(rec)})
			default:
				if len(forms) == 0 {
					continue
				}
				k := rapid.IntRange(0, len(forms)-1).Draw(rt, "form")
				f := forms[k]
				forms = slices.Delete(forms, k, k+1)
				p := f.open
				altered := fields[rapid.IntRange(0, 2).Draw(rt, "field")]
				switch altered {
				case model.PersonEmail:
					p.Email = fmt.Sprintf("n%d@example.org", n)
				case model.PersonNumber:
					p.Number = fmt.Sprint("S-", n)
				default:
					p.Level = []string{"mbo-2", "mbo-3", "mbo-4", "hbo"}[n%4]
				}
				before := record(f.at)
				session, err := model.Enter(ctx, stores[f.at], f.who)
				ok(err)
				_, err = session.Do(ctx, model.EditPerson{Person: p})
				ok(err)
				after := record(f.at)
				for _, field := range fields {
					was, is := before.Live(field), after.Live(field)
					for _, s := range was {
						mine := slices.Contains(f.was.Live(field), s) || author[s] == f.who
						if gone := !slices.Contains(is, s); gone && (field != altered || !mine) {
							rt.Fatalf("field %d: a version that was not seen, or a field that was not altered, was replaced", field)
						}
					}
					for _, s := range is {
						if !slices.Contains(was, s) {
							author[s] = f.who
							if field != altered {
								rt.Fatalf("field %d was written and nobody altered it", field)
							}
						}
					}
				}
			}
		}
	})
}

// TestAFormSettlesWhatItsWriterSaw: a form that was opened before a value came from elsewhere replaces no more than what stood in
// it, and leaves alone the fields that nobody altered in it, also where people wrote apart in them.
func TestAFormSettlesWhatItsWriterSaw(t *testing.T) {
	s := begin(t)
	read := func(r *replica) model.Person {
		p, err := r.as["Sam"].People(t.Context())
		must(t, err)
		return p[slices.IndexFunc(p, func(p model.Person) bool { return p.ID == s.noor })]
	}
	here, there := read(s.a), read(s.b)
	there.Email, there.Number = "daar@example.org", "S-2"
	s.b.do("Tine", learning.AddEvidence{Student: s.noor, Evidence: learning.Evidence{Kind: learning.EvidenceCourse, Title: "x"}})
	s.b.do("Sam", model.EditPerson{Person: there})
	s.meet() // the form is still open at a
	here.Email = "hier@example.org"
	s.a.do("Sam", model.EditPerson{Person: here})
	// the same person wrote both: what he wrote himself he knew of
	if all := s.a.conflicts("Sam"); len(all) != 0 {
		t.Fatalf("found %+v", all)
	}
	if p := read(s.a); p.Email != "hier@example.org" || p.Number != "S-2" {
		t.Fatalf("it says %q and %q", p.Email, p.Number)
	}
	// now somebody else did
	lead := s.a.do("Sam", model.AddPerson{Person: model.Person{Name: "Lea", Roles: []model.Role{model.RoleCoordinator}}}).Entity
	s.meet()
	lea, err := model.Enter(t.Context(), s.b.store, lead)
	must(t, err)
	here, there = read(s.a), read(s.b)
	there.Email = "lea@example.org"
	_, err = lea.Do(t.Context(), model.EditPerson{Person: there})
	must(t, err)
	s.meet()
	here.Email = "sam@example.org"
	s.a.do("Sam", model.EditPerson{Person: here})
	c := s.a.conflicts("Sam")
	if len(c) != 1 || len(c[0].Values) != 2 {
		t.Fatalf("found %+v", c)
	}
	// an edit of another field leaves that alone
	p := read(s.a)
	p.Name = "Noor Haddad"
	s.a.do("Sam", model.EditPerson{Person: p})
	if again := s.a.conflicts("Sam"); len(again) != 1 || again[0].ID != c[0].ID {
		t.Fatalf("an edit of the name settled %+v", c)
	}
	_, err = s.a.as["Sam"].Undo(t.Context())
	must(t, err)
	_, err = s.a.as["Sam"].Undo(t.Context())
	must(t, err)
	if p := read(s.a); p.Email != "lea@example.org" || len(s.a.conflicts("Sam")) != 0 {
		t.Fatalf("undone, it says %q, and there is %+v", p.Email, s.a.conflicts("Sam"))
	}
}

// TestWhatShowsIsNobodysEdit: who types in a form what has come to show by then settles nothing, also where all that was written
// apart is by the same person.
func TestWhatShowsIsNobodysEdit(t *testing.T) {
	s := begin(t)
	read := func(r *replica) model.Person {
		p, err := r.as["Sam"].People(t.Context())
		must(t, err)
		return p[slices.IndexFunc(p, func(p model.Person) bool { return p.ID == s.noor })]
	}
	opened := read(s.a)
	for email, r := range map[string]*replica{"hier@example.org": s.a, "daar@example.org": s.b} {
		p := read(r)
		p.Email = email
		r.do("Sam", model.EditPerson{Person: p})
	}
	s.meet()
	if all := s.a.conflicts("Sam"); len(all) != 1 {
		t.Fatalf("found %+v", all)
	}
	opened.Email = read(s.a).Email
	s.a.do("Sam", model.EditPerson{Person: opened})
	if all := s.a.conflicts("Sam"); len(all) != 1 {
		t.Fatalf("what shows settled it: %+v", all)
	}
}
