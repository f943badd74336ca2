package trust

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// key is a key pair by number.
func key(n int) ed25519.PrivateKey {
	seed := sha256.Sum256(binary.BigEndian.AppendUint64(nil, uint64(n)))
	return ed25519.NewKeyFromSeed(seed[:])
}

func public(n int) ed25519.PublicKey { return key(n).Public().(ed25519.PublicKey) }

// at is an entry written by a replica, with its key, at a moment.
func at(moment, by int, item journal.ItemKind, fields ...journal.FieldValue) Entry {
	return Entry{About: EntityOf([]byte(journal.Fields(fields).Get(fieldPublic).Raw())), Stamp: journal.Stamp{Time: journal.Logical(moment), Replica: ReplicaOf(public(by)), Seq: uint64(moment)}, Item: item, Fields: fields}
}

func rootAt(moment, by, root int, wrapped string) Entry {
	return at(moment, by, ItemRoot, fieldPublic.Is(bytesOf(public(root))), fieldWrapped.Is(journal.Bytes(wrapped)))
}

// centreAt names a replica, signed by a key that may be another than the one that it says.
func centreAt(moment, by, root, signer, replica, term int) Entry {
	c := Centre{Root: public(root), Term: uint64(term), Public: public(replica)}
	c.Signature = ed25519.Sign(key(signer), c.Message())
	return at(moment, by, ItemCentre, fieldPublic.Is(bytesOf(c.Public)), fieldRoot.Is(bytesOf(c.Root)), fieldTerm.Is(journal.Int(int64(term))),
		fieldSignature.Is(bytesOf(c.Signature)))
}

const other journal.ItemKind = 999 // about keys, of a later version

// root is the number of the root key, from which the others are told.
const root = 100

// founded is how an organisation begins: replica 1 keeps the root key and is the centre.
func founded() []Entry {
	return []Entry{rootAt(1, 1, root, "first"), centreAt(2, 1, root, root, 1, 1), at(3, 1, other)}
}

func TestWhoseWordCounts(t *testing.T) {
	cases := map[string]struct {
		more    []Entry
		centre  int
		reasons []Reason
	}{
		"nothing more":                         {nil, 1, nil},
		"a centre follows":                     {[]Entry{centreAt(4, 2, root, root, 2, 2), at(5, 2, other)}, 2, nil},
		"said twice":                           {[]Entry{centreAt(4, 2, root, root, 2, 2), centreAt(5, 2, root, root, 2, 2)}, 2, nil},
		"the one before goes on":               {[]Entry{centreAt(4, 2, root, root, 2, 2), at(5, 1, other)}, 2, []Reason{NotCentre}},
		"two follow":                           {[]Entry{centreAt(4, 2, root, root, 2, 2), centreAt(5, 3, root, root, 3, 2)}, 2, []Reason{SecondCentre}},
		"one follows whom another has":         {[]Entry{centreAt(4, 2, root, root, 2, 2), centreAt(5, 3, root, root, 3, 3), centreAt(6, 4, root, root, 4, 2)}, 3, []Reason{SecondCentre}},
		"a replica names itself":               {[]Entry{centreAt(4, 2, root, 2, 2, 2)}, 1, []Reason{Forged}},
		"another root key names":               {[]Entry{centreAt(4, 2, 101, 101, 2, 2)}, 1, []Reason{Forged}},
		"a laptop writes about keys":           {[]Entry{at(4, 2, other)}, 1, []Reason{NotCentre}},
		"a laptop takes something back":        {[]Entry{at(4, 2, journal.ItemRetract)}, 1, []Reason{NotCentre}},
		"another phrase":                       {[]Entry{rootAt(4, 1, root, "second")}, 1, nil},
		"another phrase by a laptop":           {[]Entry{rootAt(4, 2, root, "second")}, 1, []Reason{NotCentre}},
		"what a newer version wrote says none": {[]Entry{at(4, 1, ItemRoot), at(5, 2, ItemCentre), at(6, 1, ItemReplica), at(7, 1, ItemTakenIn)}, 1, nil},
	}
	for name, c := range cases {
		s, findings := Judge(append(founded(), c.more...))
		var reasons []Reason
		for _, f := range findings {
			reasons = append(reasons, f.Reason)
		}
		if !s.CentreIs(ReplicaOf(public(c.centre))) || !slices.Equal(reasons, c.reasons) {
			t.Errorf("%s: term %d, not of %d, with %v", name, s.Centre.Term, c.centre, reasons)
		}
		if want := map[bool]string{true: "second", false: "first"}[name == "another phrase"]; string(s.Wrapped) != want {
			t.Errorf("%s: the root key is wrapped as %s", name, s.Wrapped)
		}
	}
	if s, findings := Judge([]Entry{at(1, 1, other)}); s.Root != nil || len(findings) > 0 {
		t.Errorf("without a root key: %v, %v", s, findings)
	}
	anew := append(founded(), rootAt(4, 2, 101, "anew"), centreAt(5, 2, 101, 101, 2, 1))
	if s, findings := Judge(anew); !s.CentreIs(ReplicaOf(public(2))) || len(findings) > 0 {
		t.Errorf("a new organisation: %v, %v", s.Centre.Term, findings)
	}
}

// some draws entries that replicas 1 to 4 wrote, true and false ones.
func some(t *rapid.T, from int) (out []Entry) {
	for moment := range rapid.IntRange(0, 8).Draw(t, "entries") {
		moment += from
		by := rapid.IntRange(1, 4).Draw(t, "by")
		switch rapid.IntRange(0, 4).Draw(t, "item") {
		case 0:
			out = append(out, centreAt(moment, by, root, rapid.SampledFrom([]int{root, root, by, 101}).Draw(t, "signer"), by, rapid.IntRange(1, 4).Draw(t, "term")))
		case 1:
			out = append(out, rootAt(moment, by, root, "again"))
		case 2, 3:
			out = append(out, someMember(t, moment, by))
		default:
			out = append(out, at(moment, by, other))
		}
	}
	return out
}

// TestWhoseWordCountsIsOfTheSet: in whatever order entries came, and how often.
func TestWhoseWordCountsIsOfTheSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := append(founded(), some(t, 4)...)
		s, findings := Judge(entries)
		again := rapid.Permutation(slices.Concat(entries, entries[:rapid.IntRange(0, len(entries)).Draw(t, "twice")])).Draw(t, "order")
		if s2, f2 := Judge(again); !reflect.DeepEqual(s, s2) || !slices.Equal(findings, f2) {
			t.Fatalf("%v, %v became %v, %v", s, findings, s2, f2)
		}
	})
}

// TestOnlyTheRootKeyNames: without its hand nobody becomes the centre, whatever replicas write.
func TestOnlyTheRootKeyNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := founded()
		for _, e := range some(t, 4) {
			if e.Item != ItemCentre || !e.centre().sound() {
				entries = append(entries, e)
			}
		}
		if s, _ := Judge(entries); !s.CentreIs(ReplicaOf(public(1))) {
			t.Fatalf("the centre became another in term %d", s.Centre.Term)
		}
	})
}

// TestWhatIsTakenIn: a replica that takes in only what Compare lets it never sees two centres in one term, and never one
// that its root key did not name.
func TestWhatIsTakenIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		has, named := founded(), map[uint64]journal.Replica{}
		for _, e := range rapid.Permutation(some(t, 4)).Draw(t, "order") {
			now := append(slices.Clone(has), e)
			if Compare(has, now) != nil {
				continue
			}
			has = now
			s, _ := Judge(has)
			is := ReplicaOf(s.Centre.Public)
			if was, known := named[s.Centre.Term]; known && was != is {
				t.Fatalf("in term %d first %s is the centre, then %s", s.Centre.Term, was, is)
			}
			named[s.Centre.Term] = is
		}
	})
}

func TestWhatIsRefused(t *testing.T) {
	later := append(founded(), rootAt(10, 1, root, "second"))
	for name, c := range map[string]struct {
		before, more []Entry
		code         string
	}{
		"nothing about keys":              {founded(), nil, ""},
		"the first root key":              {nil, founded(), ""},
		"who follows":                     {founded(), []Entry{centreAt(4, 2, root, root, 2, 2)}, ""},
		"who follows, to the one before":  {append(founded(), at(6, 1, other)), []Entry{centreAt(4, 2, root, root, 2, 2)}, ""},
		"another organisation":            {founded(), []Entry{rootAt(4, 2, 101, "x"), centreAt(5, 2, 101, 101, 2, 1)}, "trust-other-root"},
		"another organisation, backdated": {later, []Entry{rootAt(5, 2, 101, "x")}, "trust-other-root"},
		"a second centre":                 {append(founded(), centreAt(4, 2, root, root, 2, 2)), []Entry{centreAt(5, 3, root, root, 3, 2)}, "trust-second-centre"},
		"a second centre, backdated":      {append(founded(), centreAt(5, 2, root, root, 2, 2)), []Entry{centreAt(4, 3, root, root, 3, 2)}, "trust-second-centre"},
		"a forged word":                   {founded(), []Entry{centreAt(4, 2, root, 2, 2, 2)}, "trust-forged"},
		"an entry of a laptop":            {founded(), []Entry{at(4, 2, other)}, "trust-not-centre"},
	} {
		err := Compare(c.before, append(slices.Clone(c.before), c.more...))
		if e, ok := err.(*fault.Error); c.code == "" && err != nil || c.code != "" && (!ok || e.Msg != c.code) {
			t.Errorf("%s: %v, wanted %q", name, err, c.code)
		}
	}
}
