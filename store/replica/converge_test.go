package replica_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/replica"
)

// TestWhateverTravelsInWhateverOrder: a centre, two teachers' laptops and a coordinator's, which all work; parcels that are lost, come
// late, twice and in another order; clocks that are wrong by a day or by 75 years; erasures. In the end all hold the same wherever two
// may hold it, the same as a laptop that begins then, and nobody who was erased is back.
func TestWhateverTravelsInWhateverOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := newSchool(t)
		lead := c.do(c.me, model.AddPerson{Person: model.Person{Name: "Fatma Aydin", Roles: []model.Role{model.RoleCoordinator}}}).Entity
		laptops := []*copyOf{c.laptop(c.teachers[0], "one"), c.laptop(c.teachers[1], "two"), c.laptop(lead, "three")}
		var road []carried
		var residents []journal.ID
		for n := range rapid.IntRange(4, 14).Draw(rt, "steps") {
			who := rapid.IntRange(0, len(laptops)).Draw(rt, "who")
			at := c.copyOf
			if who < len(laptops) {
				at = laptops[who]
			}
			switch rapid.SampledFrom([]string{"judge", "edit", "request", "send", "send", "deliver", "deliver", "clock", "erase"}).Draw(rt, "what") {
			case "judge":
				student := rapid.IntRange(0, 3).Draw(rt, "student")
				by := c.teachers[student/2]
				if at == c.copyOf || at.me == by {
					at.do(by, judgement(c, student, rapid.IntRange(0, 2).Draw(rt, "level"), fmt.Sprint("zin ", n)))
				}
			case "edit": // the same student at several places
				if at == c.copyOf || at.me == lead {
					at.do(at.me, model.EditPerson{Person: model.Person{ID: c.students[0], Name: fmt.Sprint("Noor ", n), Roles: []model.Role{model.RoleStudent}, Site: c.site, Groups: c.groups[:1]}})
				}
			case "request":
				if at == c.copyOf || at.me == lead {
					r := at.do(at.me, desk.AddResident{Resident: desk.Resident{Name: fmt.Sprint("Weg Teveel ", n), Keep: desk.KeepRegister}})
					at.do(at.me, desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("vraag ", n), Resident: r.Entity}})
					residents = append(residents, r.Entity)
				}
			case "erase":
				if len(residents) > 0 {
					gone := rapid.SampledFrom(residents).Draw(rt, "gone")
					_, _ = c.as(c.me).Do(t.Context(), desk.EraseResident{ID: gone}) // who is not here yet cannot be erased yet
				}
			case "clock":
				at.now = at.now.Add(rapid.SampledFrom([]time.Duration{25 * time.Hour, -25 * time.Hour, 75 * 365 * 24 * time.Hour, -time.Hour}).Draw(rt, "by"))
			case "send":
				l := laptops[min(who, len(laptops)-1)]
				if rapid.Bool().Draw(rt, "home") {
					road = append(road, carried{c.copyOf, l.pack(l.home())})
				} else if _, known := known(c, l); known {
					road = append(road, carried{l, c.pack(l.to())})
				}
			case "deliver":
				if len(road) > 0 {
					i := rapid.IntRange(0, len(road)-1).Draw(rt, "which")
					road[i].to.receive(road[i].parcel)
					if rapid.Bool().Draw(rt, "lost") {
						road = append(road[:i], road[i+1:]...)
					}
				}
			}
		}
		for range 4 { // two that drew one tag need some more
			for _, l := range laptops {
				c.exchange(l)
			}
		}
		for _, l := range laptops {
			same(t, c.copyOf, l)
		}
		one := laptops[rapid.IntRange(0, len(laptops)-1).Draw(rt, "one")]
		one.sound()
		c.sound()
		same(t, c.copyOf, c.laptop(one.me, "fresh"))
		for _, x := range append(laptops, c.copyOf) {
			erasedStays(t, x, residents)
		}
		if t.Failed() {
			rt.FailNow()
		}
	})
}

// carried is a parcel on its way.
type carried struct {
	to     *copyOf
	parcel parcel
}

func known(c *school, l *copyOf) (label string, ok bool) {
	st := stateOf(c.copyOf)
	r, ok := st.Replica(l.s.Replica())
	return r.Label, ok
}

func erasedStays(t *testing.T, x *copyOf, residents []journal.ID) {
	t.Helper()
	must(t, x.s.Read(t.Context(), func(tx model.Tx) error {
		for _, id := range residents {
			if gone, err := tx.Record(journal.KindErasure, id); err != nil || gone == nil {
				return err
			}
			rec, err := tx.Record(desk.KindResident, id)
			if err != nil {
				return err
			}
			if rec != nil && (!rec.Erased || !rec.Get(desk.ResidentName).IsNone()) {
				t.Errorf("%s is back", id)
			}
		}
		return nil
	}))
}

// TestStoppedAnywhere: what is taken in in several parts can be stopped after each; what is there is sound, and the same parcel again
// brings the rest.
func TestStoppedAnywhere(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.do(c.me, model.AddPerson{Person: model.Person{Name: "Fatma", Roles: []model.Role{model.RoleCoordinator}}}).Entity, "laptop Fatma")
	c.exchange(l)
	var all []model.Action
	for n := range 4_000 {
		all = append(all, desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("vraag ", n), Details: "lang"}})
	}
	l.do(l.me, all...)
	p := l.pack(l.home())
	for stop := int64(1); ; stop++ {
		ctx, cancel := context.WithCancel(t.Context())
		steps := int64(0)
		_, err := replica.Receive(ctx, c.s, c.me, p.open, func(done, total int64) {
			if steps++; steps == stop && done < total {
				cancel()
			}
		})
		cancel()
		c.sound()
		if err == nil {
			break
		}
		if stop > 5 {
			t.Fatal(err)
		}
	}
	l.receive(c.pack(l.to()))
	same(t, c.copyOf, l)
}
