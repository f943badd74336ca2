package replica_test

import (
	"path/filepath"
	"testing"
	"time"

	"filippo.io/age"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/store/replica"
)

// TestLaptopsHearWhomToSealFor: a centre that follows another has another key for what is sealed for it. Laptops hear of it with its
// first bundle, invited or not; and nobody takes the one before for a laptop.
func TestLaptopsHearWhomToSealFor(t *testing.T) {
	s := newSchool(t)
	l := s.laptop(s.teachers[0], "laptop Tine")
	s.exchange(l)
	next := s.succeed(s.restored())
	l.receive(next.pack(l.to()))
	identity, err := replica.Identity(t.Context(), next.s)
	must(t, err)
	own, err := age.ParseX25519Identity(identity)
	must(t, err)
	recipient, err := replica.Recipient(t.Context(), l.s, l.home())
	must(t, err)
	if recipient != own.Recipient().String() {
		t.Errorf("the laptop seals for %s", recipient)
	}
	machines, err := replica.Peers(t.Context(), next.s)
	must(t, err)
	if len(machines) != 1 || machines[0].Label != "laptop Tine" {
		t.Errorf("the others are %+v", machines)
	}
	before, err := next.s.Heads(t.Context())
	must(t, err)
	next.pack(l.to())
	after, err := next.s.Heads(t.Context())
	must(t, err)
	for stream, seq := range after {
		if seq != before[stream] {
			t.Errorf("packing again wrote %v", stream)
		}
	}
}

// TestALaptopThatARestoredCentreDoesNotKnow was invited after the copy that the centre was made of, and made something since: a new
// invitation for its holder brings it back, and nothing of it is lost; nobody else's does.
func TestALaptopThatARestoredCentreDoesNotKnow(t *testing.T) {
	for _, returned := range []bool{false, true} {
		s := newSchool(t)
		copied := filepath.Join(t.TempDir(), "copy")
		must(t, s.s.Backup(t.Context(), copied, nil))
		l := s.laptop(s.teachers[0], "laptop Tine")
		l.do(l.me, judgement(s, 0, 1, "van voor het herstel"))
		if returned {
			s.exchange(l)
			l.do(l.me, judgement(s, 1, 1, "van daarna"))
		}
		next := s.succeed(s.restoredFrom(copied))
		invite := func(who journal.ID) (replica.Secret, parcel) {
			secret, id, err := replica.Invite(t.Context(), next.s, s.me, who, "laptop nieuw", time.Time{})
			must(t, err)
			return secret, next.pack(replica.To{Invitation: id})
		}
		secret, other := invite(s.teachers[1])
		_, _, err := replica.Rejoin(t.Context(), l.s, secret, other.open, nil)
		fails(t, "not-the-holder", err)
		secret, first := invite(l.me)
		_, _, err = replica.Rejoin(t.Context(), next.s, secret, first.open, nil)
		fails(t, "bundle-not-empty", err)
		_, _, err = replica.Rejoin(t.Context(), l.s, secret, first.open, nil)
		must(t, err)
		there := next.receive(l.pack(l.home()))
		if len(there.Waiting) > 0 || there.Came.Judgements == 0 {
			t.Errorf("returned before: %v, at the centre: %+v", returned, there)
		}
		l.receive(next.pack(l.to()))
		same(t, next.copyOf, l)
		next.sound()
		l.sound()
	}
}

// TestThreeLaptopsAreOut when the centre is put back as it was last week: what they knew of it comes back with them, in whatever order
// they return, and so does what nobody had handed in.
func TestThreeLaptopsAreOut(t *testing.T) {
	for first := range 3 {
		s := newSchool(t)
		lead := s.do(s.me, model.AddPerson{Person: model.Person{Name: "Fatma Aydin", Roles: []model.Role{model.RoleCoordinator}}}).Entity
		out := []*copyOf{s.laptop(s.teachers[0], "one"), s.laptop(s.teachers[1], "two"), s.laptop(lead, "three")}
		for _, l := range out {
			s.exchange(l)
		}
		copied := filepath.Join(t.TempDir(), "copy")
		must(t, s.s.Backup(t.Context(), copied, nil))
		s.do(s.teachers[0], judgement(s, 0, 2, "aan de balie, na de kopie"))
		s.do(s.me, desk.AddRequest{Request: desk.Request{Summary: "na de kopie"}})
		for _, l := range out {
			s.exchange(l) // they hear of what the copy lacks
		}
		out[0].do(out[0].me, judgement(s, 1, 1, "onderweg"))
		out[1].do(out[1].me, judgement(s, 2, 1, "onderweg"))
		out[2].do(lead, desk.AddRequest{Request: desk.Request{Summary: "onderweg"}})
		next := s.succeed(s.restoredFrom(copied))
		for range 2 {
			for i := range out {
				l := out[(first+i)%3]
				l.receive(next.pack(l.to()))
				next.exchange(l)
			}
		}
		for _, l := range out {
			same(t, next.copyOf, l)
			l.sound()
		}
		next.sound()
		requests, judged := 0, 0
		must(t, next.s.Read(t.Context(), func(tx model.Tx) error {
			if err := tx.Each(desk.KindRequest, func(*journal.Record) error { requests++; return nil }); err != nil {
				return err
			}
			return tx.Each(learning.KindDossier, func(r *journal.Record) error {
				items, err := tx.Items(r.Kind, r.ID)
				for _, it := range items {
					if it.Kind == learning.ItemAssessment {
						judged++
					}
				}
				return err
			})
		}))
		if requests != 2 || judged != 3 {
			t.Errorf("%d questions and %d judgements are left", requests, judged)
		}
	}
}
