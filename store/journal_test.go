package store

import (
	"testing"

	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// TestSaltHidesTheWords: the digest that stands in place of erased words cannot be found by trying words.
func TestSaltHidesTheWords(t *testing.T) {
	change := &journal.Change{Seq: 1, Time: 1, Kind: desk.KindRequest, Entity: journal.ID{1}, Op: journal.OpSet, MinReader: 1,
		Writes: []journal.Write{{Field: desk.RequestSummary, Value: journal.Text("vraag")}}}
	var digests []sum
	for _, salt := range []string{"0123456789abcdef", "fedcba9876543210"} {
		w := seal(change, []byte(salt))
		check(t, w.forget())
		if w.Payload != nil || len(w.Salt) != 0 {
			t.Fatalf("what is forgotten keeps %x, %x", w.Payload, w.Salt)
		}
		d, err := w.digest()
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
	base := wireChange{Header: []byte("header"), Salt: []byte("salt"), Payload: []byte("payload"), Digest: []byte{}}
	want, err := head{seq: 5, hash: sum{1}}.next(stream, &base)
	check(t, err)
	with := func(alter func(*wireChange)) wireChange {
		w := base
		alter(&w)
		return w
	}
	for name, got := range map[string]struct {
		h      head
		stream string
		w      wireChange
	}{
		"the last hash": {head{5, sum{2}}, "a stream", base},
		"the number":    {head{6, sum{1}}, "a stream", base},
		"the stream":    {head{5, sum{1}}, "b stream", base},
		"the header":    {head{5, sum{1}}, "a stream", with(func(w *wireChange) { w.Header = []byte("Header") })},
		"the salt":      {head{5, sum{1}}, "a stream", with(func(w *wireChange) { w.Salt = []byte("Salt") })},
		"the payload":   {head{5, sum{1}}, "a stream", with(func(w *wireChange) { w.Payload = []byte("Payload") })},
	} {
		h, err := got.h.next([]byte(got.stream), &got.w)
		check(t, err)
		if h.hash == want.hash {
			t.Errorf("%s can be altered and the chain does not show it", name)
		}
	}
}
