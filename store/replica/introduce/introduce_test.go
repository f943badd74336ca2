package introduce

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/store/witness"
)

func key(n int) ed25519.PrivateKey {
	seed := sha256.Sum256(binary.BigEndian.AppendUint64(nil, uint64(n)))
	return ed25519.NewKeyFromSeed(seed[:])
}

func public(n int) ed25519.PublicKey { return key(n).Public().(ed25519.PublicKey) }

func word(by, to int) Word {
	return Word{By: public(by), Public: public(to), Why: SetBack, Recipient: "age1xyz", Tag: "K7", At: time.UnixMilli(1_700_000_000_000).UTC()}
}

// rowOf is a row in which the keys follow each other.
func rowOf(t testing.TB, keys ...int) (row []byte) {
	t.Helper()
	for i := 1; i < len(keys); i++ {
		var err error
		if row, err = Add(row, key(keys[i-1]), word(keys[i-1], keys[i])); err != nil {
			t.Fatal(err)
		}
	}
	return row
}

func TestARowLeadsToTheLastKey(t *testing.T) {
	words, err := Read(rowOf(t, 1, 2, 3))
	if err != nil || !reflect.DeepEqual(words, []Word{word(1, 2), word(2, 3)}) {
		t.Fatalf("%v, %v", words, err)
	}
	knows := func(ns ...int) func(ed25519.PublicKey) bool {
		return func(k ed25519.PublicKey) bool {
			for _, n := range ns {
				if k.Equal(public(n)) {
					return true
				}
			}
			return false
		}
	}
	for name, c := range map[string]struct {
		to    int
		known []int
		want  int
	}{
		"the first is known":      {3, []int{1}, 2},
		"the one before is known": {3, []int{2}, 1},
		"both are":                {3, []int{1, 2}, 1},
		"none is":                 {3, nil, 0},
		"only the new one is":     {3, []int{3}, 0},
		"it leads to another":     {2, []int{1}, 0},
	} {
		if got := For(words, public(c.to), knows(c.known...)); len(got) != c.want {
			t.Errorf("%s: %d words", name, len(got))
		}
	}
	if words, err := Read(nil); words != nil || err != nil {
		t.Errorf("nothing: %v, %v", words, err)
	}
}

// TestAnotherRowIsLeftOut: a store that was made from a copy has the row of the store that the copy is of, and not its key.
func TestAnotherRowIsLeftOut(t *testing.T) {
	for name, row := range map[string][]byte{"another's": rowOf(t, 1, 2), "damaged": []byte("x")} {
		row, err := Add(row, key(5), word(5, 6))
		words, again := Read(row)
		if err != nil || again != nil || len(words) != 1 || !words[0].By.Equal(public(5)) {
			t.Errorf("%s: %v, %v, %v", name, words, err, again)
		}
	}
}

func TestALongRowLosesItsBeginning(t *testing.T) {
	var keys []int
	for n := range Most + 5 {
		keys = append(keys, n)
	}
	row := rowOf(t, keys...)
	words, err := Read(row)
	if err != nil || len(words) != Most || !words[Most-1].Public.Equal(public(Most+4)) || len(row) > Size {
		t.Fatalf("%d words in %d bytes, %v", len(words), len(row), err)
	}
}

func TestWhatIsNoWordIsNotSigned(t *testing.T) {
	for name, w := range map[string]Word{
		"no key":      {By: public(1)},
		"a long text": {By: public(1), Public: public(2), Recipient: string(make([]byte, 300))},
		"no text":     {By: public(1), Public: public(2), Tag: "\xff"},
	} {
		if _, err := Add(nil, key(1), w); err == nil {
			t.Errorf("%s was signed", name)
		}
	}
	if _, err := Add(nil, nil, word(1, 2)); err == nil {
		t.Error("no key signed")
	}
}

// TestACopyThatWasPutBack has no key before: what that signed when the copy was made tells whose it was.
func TestACopyThatWasPutBack(t *testing.T) {
	said, err := witness.Sign(key(2), time.UnixMilli(5), nil)
	if err != nil {
		t.Fatal(err)
	}
	w := word(2, 3)
	w.Ends = said
	row, err := AddRestored(rowOf(t, 1, 2), key(3), w)
	if err != nil {
		t.Fatal(err)
	}
	words, err := Read(row)
	if err != nil || len(words) != 2 || words[1].Why != Restored || !words[1].By.Equal(public(2)) {
		t.Fatalf("%v, %v", words, err)
	}
	if _, err := AddRestored(nil, key(3), word(2, 3)); err == nil {
		t.Error("without a witness")
	}
	if _, err := Add(nil, key(2), Word{By: public(2), Public: public(3), Why: Restored, Ends: said}); err == nil {
		t.Error("the key before signs that it is not there")
	}
	foreign, err := witness.Sign(key(7), time.UnixMilli(5), nil)
	if err != nil {
		t.Fatal(err)
	}
	w.Why, w.Ends = Copied, foreign
	if row, err = Add(nil, key(2), w); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(row); err == nil {
		t.Error("a witness of another key")
	}
}

// TestNothingForgedIsRead: whatever is altered in a row, it is none, or says what it said.
func TestNothingForgedIsRead(t *testing.T) {
	row := rowOf(t, 1, 2, 3)
	rapid.Check(t, func(t *rapid.T) {
		altered := bytes.Clone(row)
		at := rapid.IntRange(0, len(row)-1).Draw(t, "at")
		altered[at] ^= rapid.Byte().Filter(func(b byte) bool { return b != 0 }).Draw(t, "bits")
		if words, err := Read(altered); err == nil {
			t.Fatalf("byte %d altered, and read: %v", at, words)
		}
		if words, err := Read(row[:at]); err == nil && len(words) > 0 {
			t.Fatalf("cut at %d, and read: %v", at, words)
		}
	})
	first, second := rowOf(t, 1, 2), rowOf(t, 4, 5)
	if _, err := Read(append([]byte{0x82}, append(bytes.Clone(first[1:]), second[1:]...)...)); err == nil {
		t.Error("two words that do not follow each other were read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(rowOf(f, 1, 2, 3))
	f.Fuzz(func(t *testing.T, row []byte) {
		words, err := Read(row)
		if err == nil && len(words) > Most {
			t.Error("too many")
		}
	})
}
