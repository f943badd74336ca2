package replica_test

import (
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/erasure"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/trust"
	"leerbalie/store/replica"
)

// consented has a student whose study ended long ago erased at the centre, with the consent of two.
func (c *school) consented(student journal.ID) {
	c.t.Helper()
	other := c.do(c.me, model.AddPerson{Person: model.Person{Name: "Lotte", Roles: []model.Role{model.RoleCoordinator}, Site: c.site}}).Entity
	c.do(c.me, pairs.EndStudy{Person: student, Outcome: "diploma", At: time.Date(2015, 6, 1, 0, 0, 0, 0, time.UTC)})
	c.do(other, erasure.Propose{Student: student})
	c.do(c.me, erasure.Confirm{Student: student})
}

// holds tells whether the file of a copy that was written anew holds a text.
func (c *copyOf) holds(text string) bool {
	c.t.Helper()
	must(c.t, c.s.Compact(c.t.Context()))
	return grep(c.t, filepath.Dir(c.path), text)
}

// TestWhatIsHeldIsErased: what a laptop wrote and waits at the centre loses its words with the erasure, or as it comes after it; its
// chain still fits when it is taken in, and nobody comes back.
func TestWhatIsHeldIsErased(t *testing.T) {
	for _, first := range []string{"held", "erased"} {
		c := newSchool(t)
		l := c.laptop(c.teachers[0], "laptop Tine")
		c.exchange(l)
		l.do(l.me, judgement(c, 0, 2, "vasthoud-kanarie"), judgement(c, 1, 2, "van een ander"))
		must(t, trust.Revoke(t.Context(), c.as(c.me), l.s.Replica(), nil))
		p := l.pack(l.home())
		if first == "held" {
			if there := c.receive(p); len(there.Waiting) != 1 || !c.holds("vasthoud-kanarie") {
				t.Fatalf("%+v", there)
			}
		}
		c.consented(c.students[0])
		there := c.receive(p)
		if len(there.Waiting) != 1 {
			t.Errorf("%s first: %+v", first, there)
		}
		for _, word := range []string{"vasthoud-kanarie", "Noor", "Haddad"} {
			if c.holds(word) {
				t.Errorf("%s first: %s is in the file", first, word)
			}
		}
		if !c.holds("van een ander") {
			t.Errorf("%s first: what waits of others is gone", first)
		}
		n, err := replica.Accept(t.Context(), c.s, c.as(c.me), l.s.Replica())
		must(t, err)
		if n == 0 || c.holds("vasthoud-kanarie") || c.holds("Noor") {
			t.Errorf("%s first: %d taken in, and she is back", first, n)
		}
		c.receive(p)
		if c.holds("vasthoud-kanarie") {
			t.Errorf("%s first: once more, she is back", first)
		}
		c.sound()
	}
}

// TestAnErasureReachesALaptop: the laptop hears of it with the next bundle, and forgets; what it wrote meanwhile comes without words.
func TestAnErasureReachesALaptop(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	c.exchange(l)
	if !l.holds("Noor Haddad") {
		t.Fatal("the laptop never held her: this shows nothing")
	}
	l.do(l.me, judgement(c, 0, 2, "onderweg-kanarie"))
	must(t, l.s.SaveDraft(t.Context(), model.Draft{Owner: l.me, Key: "judge", About: c.students[0], Text: "half-kanarie"}))
	c.consented(c.students[0])
	c.exchange(l)
	c.exchange(l)
	for _, x := range []*copyOf{c.copyOf, l} {
		for _, word := range []string{"Noor", "Haddad", "-kanarie"} {
			if x.holds(word) {
				t.Errorf("%s: %s is in the file", x.path, word)
			}
		}
		x.sound()
	}
	same(t, c.copyOf, l)
	_, err := l.as(l.me).Do(t.Context(), judgement(c, 0, 2, "toch nog"))
	fails(t, "student-erased", err)
}

// TestALaptopErasesNobody: only what the centre erases counts, so that a laptop refuses to.
func TestALaptopErasesNobody(t *testing.T) {
	c := newSchool(t)
	other := c.do(c.me, model.AddPerson{Person: model.Person{Name: "Lotte", Roles: []model.Role{model.RoleCoordinator}, Site: c.site}}).Entity
	l := c.laptop(other, "laptop Lotte")
	c.do(c.me, pairs.EndStudy{Person: c.students[0], Outcome: "diploma", At: time.Date(2015, 6, 1, 0, 0, 0, 0, time.UTC)}, erasure.Propose{Student: c.students[0]})
	c.exchange(l)
	_, err := l.as(other).Do(t.Context(), erasure.Confirm{Student: c.students[0]})
	fails(t, "trust-not-here", err)
	l.do(other, erasure.Withdraw{Student: c.students[0]}, erasure.Propose{Student: c.students[0]}) // that travels
	c.exchange(l)
	c.do(c.me, erasure.Confirm{Student: c.students[0]})
	c.exchange(l)
	same(t, c.copyOf, l)
	if l.holds("Noor") {
		t.Error("she is on the laptop")
	}
}
