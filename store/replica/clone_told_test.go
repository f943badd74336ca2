package replica_test

import (
	"testing"

	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store/replica"
)

// TestTwoCopiesUnderOneNameAreTold: the centre says so at once, and the one that hears of it goes on under another name, also when the
// acknowledgement alone comes.
func TestTwoCopiesUnderOneNameAreTold(t *testing.T) {
	s := newSchool(t)
	l := s.laptop(s.teachers[0], "laptop Tine")
	s.exchange(l)
	other := l.clone(l.bytes())
	l.do(l.me, judgement(s, 0, 1, "a"))
	s.exchange(l)
	other.do(other.me, judgement(s, 1, 1, "b"))
	there := s.receive(other.pack(other.home()))
	if len(there.Waiting) != 1 || there.Waiting[0].Reason != "parted" || there.Waiting[0].Person != l.me {
		t.Errorf("the centre is told %+v", there.Waiting)
	}
	word, err := replica.Word(t.Context(), s.s, other.to())
	must(t, err)
	was := other.s.Replica()
	_, err = replica.Heard(t.Context(), other.s, word)
	fails(t, "copy-set-back", err)
	if other.s.Replica() == was {
		t.Error("it keeps its name")
	}
	if stands, err := replica.Stands(t.Context(), other.s); err != nil || stands.Alone != 1 {
		t.Errorf("of its work %d things are nobody else's, %v", stands.Alone, err)
	}
	if _, err = replica.Heard(t.Context(), l.s, word); err != nil {
		t.Errorf("the other hears that it was set back: %v", err)
	}
}

// TestAnotherNameIsAskedAboutAtTheCentre also when nothing else comes with it: whose it is is known, and nobody is let in unasked.
func TestAnotherNameIsAskedAboutAtTheCentre(t *testing.T) {
	s := newSchool(t)
	l := s.laptop(s.teachers[0], "laptop Tine")
	s.exchange(l)
	other := l.restored()
	for range 2 {
		there := s.receive(other.pack(other.home()))
		if len(there.Waiting) != 1 || there.Waiting[0].Reason != "new-name" || there.Waiting[0].Person != l.me || there.Waiting[0].Label != "laptop Tine" || there.Waiting[0].Changes != 0 {
			t.Fatalf("the centre is told %+v", there.Waiting)
		}
		if st := stateOf(s.copyOf); st.MayHold(other.s.Replica(), journal.Scope{Class: journal.People, Part: journal.Organisation()}) {
			t.Error("it is let in before anybody said whose it is")
		}
		peers, err := replica.Peers(t.Context(), s.s)
		must(t, err)
		last := peers[len(peers)-1]
		if last.Replica != other.s.Replica() || last.Name != "Tine de Boer" || len(last.Waiting) != 1 || last.Waiting[0].Reason != "new-name" {
			t.Errorf("the list has %+v", last)
		}
	}
	s.accept()
	if st := stateOf(s.copyOf); true {
		if is, _ := st.Replica(other.s.Replica()); is.Label != "laptop Tine "+other.s.Tag() {
			t.Errorf("it is called %q", is.Label)
		}
	}
	_, err := replica.Receive(t.Context(), other.s, other.me, s.pack(l.to()).open, nil)
	fails(t, "parcel-former-name", err)
	if there, back := s.exchange(other); len(there.Waiting) > 0 || len(back.Waiting) > 0 {
		t.Errorf("after that: %+v, %+v", there.Waiting, back.Waiting)
	}
}

// TestAnotherNameOfARevokedLaptopIsTold as that, whether it was revoked before it came or after: nobody lets it in as one that was copied.
func TestAnotherNameOfARevokedLaptopIsTold(t *testing.T) {
	for _, before := range []bool{true, false} {
		s := newSchool(t)
		l := s.laptop(s.teachers[0], "laptop Tine")
		s.exchange(l)
		other := l.restored()
		other.do(other.me, judgement(s, 0, 1, "later"))
		revoke := func() { must(t, trust.Revoke(t.Context(), s.as(s.me), l.s.Replica(), nil)) }
		if before {
			revoke()
		}
		there := s.receive(other.pack(other.home()))
		if before && (len(there.Waiting) != 1 || there.Waiting[0].Reason != "new-name-revoked") {
			t.Errorf("the centre is told %+v", there.Waiting)
		}
		if !before {
			revoke()
		}
		peers, err := replica.Peers(t.Context(), s.s)
		must(t, err)
		last := peers[len(peers)-1]
		if last.Replica != other.s.Replica() || len(last.Waiting) != 1 || last.Waiting[0].Reason != "new-name-revoked" || last.Waiting[0].Changes == 0 {
			t.Errorf("revoked before: %t; the list has %+v", before, last)
		}
	}
}

// TestOnlyWhoCanKnowIsBelieved: a laptop cannot say of the centre that it was set back, without a word that the centre signed.
func TestOnlyWhoCanKnowIsBelieved(t *testing.T) {
	s := newSchool(t)
	l := s.laptop(s.teachers[0], "laptop Tine")
	s.exchange(l)
	was := s.s.Replica()
	file := l.bytes()
	word, err := replica.Word(t.Context(), l.s, l.home())
	must(t, err)
	l.setBack(file)
	forged, err := replica.Claim(l.s, word, was)
	must(t, err)
	_, err = replica.Heard(t.Context(), s.s, forged)
	must(t, err)
	if s.s.Replica() != was {
		t.Error("a laptop renames the centre")
	}
}

// TestATagThatAnotherHasIsChanged: two computers would give one number twice.
func TestATagThatAnotherHasIsChanged(t *testing.T) {
	s := newSchool(t)
	first := s.laptop(s.teachers[0], "laptop Tine")
	s.exchange(first)
	second := s.laptop(s.teachers[1], "laptop Joost")
	must(t, replica.SetTag(second.s, first.s.Tag()))
	second.close()
	second.open()
	if second.s.Tag() != first.s.Tag() {
		t.Fatal("the tags differ from the beginning")
	}
	_, back := s.exchange(second)
	if back.Tag == "" || second.s.Tag() != back.Tag || second.s.Tag() == first.s.Tag() {
		t.Errorf("the tag is %s, told %q, the other's %s", second.s.Tag(), back.Tag, first.s.Tag())
	}
	s.exchange(second)
	if st := stateOf(s.copyOf); st.TagTaken(second.s.Replica(), second.s.Tag()) {
		t.Error("the centre does not hear of the new one")
	}
	if is, _ := func() (trust.Replica, bool) { st := stateOf(s.copyOf); return st.Replica(second.s.Replica()) }(); is.Tag != second.s.Tag() {
		t.Errorf("the centre has %s, it is %s", is.Tag, second.s.Tag())
	}
}
