package store

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/store/derive"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// fromNewer is a change of another replica, made by a version of the program that this one cannot read.
func fromNewer(t *testing.T, s *Store, site, request journal.ID, seq uint64, theme string, minReader uint16) Sealed {
	t.Helper()
	c := &journal.Change{
		Stream: journal.Stream{Replica: journal.Replica{7}, Scope: journal.Scope{Class: journal.Desk, Part: site}}, Seq: seq,
		Time: journal.Logical(time.Now().UnixMilli()+int64(seq)) << 16, Kind: desk.KindRequest, Entity: request, Op: journal.OpSet,
		Schema: 2, MinReader: minReader, Writes: []journal.Write{{Field: desk.RequestTheme, Value: journal.Text(theme)}},
	}
	b := wire.EncodeChange(wire.Seal(c, []byte("salt")))
	return Sealed{c.Stream, seq, b}
}

// FromNewer is such a change for tests outside the package.
func FromNewer(t *testing.T, s *Store, site, request journal.ID) Sealed {
	return fromNewer(t, s, site, request, 1, "wonen", journal.SchemaVersion+1)
}

// TestNewerChangesAreKept: a change that this version cannot read is kept and passed on byte for byte; what it is about is
// shown and cannot be written; and after an upgrade it counts.
func TestNewerChangesAreKept(t *testing.T) {
	s, session := begun(t)
	r, err := session.Do(t.Context(), desk.AddRequest{Request: desk.Request{Summary: "vraag"}})
	check(t, err)
	newer := fromNewer(t, s, session.Site(), r.Entity, 1, "wonen", journal.SchemaVersion+1)
	check(t, s.Receive(t.Context(), []Sealed{newer}))
	clean(t, s)
	kept, err := s.Since(t.Context(), newer.Stream, 0, 0)
	check(t, err)
	if len(kept) != 1 || !bytes.Equal(kept[0].Bytes, newer.Bytes) {
		t.Fatalf("passed on as %x, not %x", kept, newer.Bytes)
	}
	shown, err := desk.ReadRequest(t.Context(), session, r.Entity)
	check(t, err)
	if !shown.ReadOnly || shown.Theme != "" || shown.Summary != "vraag" {
		t.Fatalf("shown as %+v", shown)
	}
	var refused *fault.Error
	if _, err := session.Do(t.Context(), desk.AddMemo{ID: r.Entity, Text: "memo"}); !errors.As(err, &refused) || refused.Msg != "update-needed" {
		t.Fatalf("writing to it: %v", err)
	}

	// the version that can read it: the change is the same but for the version that it asks for, and all is derived anew
	known := fromNewer(t, s, session.Site(), r.Entity, 1, "wonen", journal.SchemaVersion)
	sealed, err := wire.DecodeChange(known.Bytes)
	check(t, err)
	end, err := wire.Head{}.Next(wire.StreamKey(known.Stream), &sealed)
	check(t, err)
	path := s.Path()
	check(t, s.Close())
	db, err := disk.Open(path, 0o600, nil)
	check(t, err)
	check(t, db.Update(func(b *disk.Tx) error {
		return errors.Join(b.Bucket(wire.BucketLog).Put(wire.LogKey(known.Stream, 1), known.Bytes),
			b.Bucket(wire.BucketHead).Put(wire.StreamKey(known.Stream), end.Bytes()), b.Bucket(wire.BucketMeta).Put(wire.MetaDerived, wire.Number(0)))
	}))
	check(t, db.Close())
	s = reopened(t, path)
	session, err = model.Enter(t.Context(), s, session.Me().ID)
	check(t, err)
	shown, err = desk.ReadRequest(t.Context(), session, r.Entity)
	check(t, err)
	if shown.ReadOnly || shown.Theme != "wonen" {
		t.Fatalf("after the upgrade: %+v", shown)
	}
	_, err = session.Do(t.Context(), desk.AddMemo{ID: r.Entity, Text: "memo"})
	check(t, err)
	check(t, s.view(func(b *disk.Tx) error {
		if !derive.Present().Made(b) {
			t.Errorf("the file says that %x derived it", b.Bucket(wire.BucketMeta).Get(wire.MetaDerived))
		}
		return nil
	}))
}

// TestUnknownKindsAreKept: an entity of a kind that this version does not know is kept and passed on as well.
func TestUnknownKindsAreKept(t *testing.T) {
	s, session := begun(t)
	c := &journal.Change{
		Stream: journal.Stream{Replica: journal.Replica{7}, Scope: journal.Scope{Class: journal.Desk, Part: session.Site()}}, Seq: 1, Time: 1 << 40,
		Kind: 99, Entity: journal.ID{1}, Op: 9, Item: 999, Schema: 9, MinReader: 9, Writes: []journal.Write{{Field: 999, Value: journal.Text("later")}},
	}
	b := wire.EncodeChange(wire.Seal(c, []byte("salt")))
	check(t, s.Receive(t.Context(), []Sealed{{c.Stream, 1, b}}))
	clean(t, s)
	check(t, s.rebuild(nil))
	clean(t, s)
	kept, err := s.Since(t.Context(), c.Stream, 0, 0)
	check(t, err)
	if len(kept) != 1 || !bytes.Equal(kept[0].Bytes, b) {
		t.Fatalf("passed on as %x, not %x", kept, b)
	}
}
