package store

import (
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/wire"
)

// TestSaltHidesTheWords: the digest that stands in place of erased words cannot be found by trying words.
func TestSaltHidesTheWords(t *testing.T) {
	change := &journal.Change{Seq: 1, Time: 1, Kind: desk.KindRequest, Entity: journal.ID{1}, Op: journal.OpSet, MinReader: 1,
		Writes: []journal.Write{{Field: desk.RequestSummary, Value: journal.Text("vraag")}}}
	var digests []wire.Sum
	for _, salt := range []string{"0123456789abcdef", "fedcba9876543210"} {
		w := wire.Seal(change, []byte(salt))
		check(t, w.Forget())
		if w.Payload != nil || len(w.Salt) != 0 {
			t.Fatalf("what is forgotten keeps %x, %x", w.Payload, w.Salt)
		}
		d, err := w.PayloadDigest()
		check(t, err)
		digests = append(digests, d)
	}
	if digests[0] == digests[1] {
		t.Fatal("the same words with another salt have the same digest")
	}
}

// TestChainHoldsEverything: whatever is altered of a change, its place or what came before it, the chain goes on elsewhere.
func TestChainHoldsEverything(t *testing.T) {
	stream := []byte("a stream")
	base := wire.Change{Header: []byte("header"), Salt: []byte("salt"), Payload: []byte("payload"), Digest: []byte{}}
	want, err := wire.Head{Seq: 5, Hash: wire.Sum{1}}.Next(stream, &base)
	check(t, err)
	with := func(alter func(*wire.Change)) wire.Change {
		w := base
		alter(&w)
		return w
	}
	for name, got := range map[string]struct {
		h      wire.Head
		stream string
		w      wire.Change
	}{
		"the last hash": {wire.Head{Seq: 5, Hash: wire.Sum{2}}, "a stream", base},
		"the number":    {wire.Head{Seq: 6, Hash: wire.Sum{1}}, "a stream", base},
		"the stream":    {wire.Head{Seq: 5, Hash: wire.Sum{1}}, "b stream", base},
		"the header":    {wire.Head{Seq: 5, Hash: wire.Sum{1}}, "a stream", with(func(w *wire.Change) { w.Header = []byte("Header") })},
		"the salt":      {wire.Head{Seq: 5, Hash: wire.Sum{1}}, "a stream", with(func(w *wire.Change) { w.Salt = []byte("Salt") })},
		"the payload":   {wire.Head{Seq: 5, Hash: wire.Sum{1}}, "a stream", with(func(w *wire.Change) { w.Payload = []byte("Payload") })},
	} {
		h, err := got.h.Next([]byte(got.stream), &got.w)
		check(t, err)
		if h.Hash == want.Hash {
			t.Errorf("%s can be altered and the chain does not show it", name)
		}
	}
}
