package store

import (
	"bytes"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/store/cbor"
	"leerbalie/store/disk"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// form tells which arrays of a value have a fixed number of entries, so that a later version may add to them.
type form struct {
	each   *form         // a list of such values
	at     map[int]*form // an array of a fixed number of values, with the forms of some
	within bool          // it stands in bytes
}

// The forms as wire.go draws them.
func stampForm() *form { return &form{at: map[int]*form{}} }

func recordForm() *form {
	version := &form{at: map[int]*form{}}
	return &form{at: map[int]*form{4: {each: stampForm()}, 5: {each: &form{at: map[int]*form{1: {each: version}}}}}}
}

func itemForm() *form { return &form{at: map[int]*form{5: {each: &form{at: map[int]*form{}}}}} }

func changeForm() *form {
	write := &form{at: map[int]*form{2: {each: stampForm()}}}
	return &form{at: map[int]*form{0: {at: map[int]*form{}, within: true}, 2: {each: write, within: true}}}
}

// longer is a value as a later version may write it: with one entry more at the end of every array that may have it.
func longer(r *cbor.Reader, f *form) []byte {
	if f == nil || r.Next() == cbor.KindNull {
		return r.Rest(1)
	}
	if f.within {
		in := cbor.Read(r.Bytes())
		return cbor.Bytes(nil, longer(&in, &form{each: f.each, at: f.at}))
	}
	n := r.Array()
	if f.each != nil {
		out := cbor.Array(nil, n)
		for range n {
			out = append(out, longer(r, f.each)...)
		}
		return out
	}
	out := cbor.Array(nil, n+1)
	for i := range n {
		out = append(out, longer(r, f.at[i])...)
	}
	return cbor.Text(out, "later")
}

func lengthened(t *testing.T, b []byte, f *form) []byte {
	t.Helper()
	r := cbor.Read(b)
	out := longer(&r, f)
	check(t, r.Done())
	return out
}

// TestLongerValuesAreRead: records, items, rows and drafts to which a later version added are opened, read, checked and
// written to.
func TestLongerValuesAreRead(t *testing.T) {
	s := full(t)
	path := s.Path()
	session := entered(t, s)
	check(t, session.SaveDraft(t.Context(), model.Draft{Key: "memo", Text: "half"}))
	before, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll})
	check(t, err)
	check(t, s.update(func(b *disk.Tx) error {
		for name, f := range map[string]*form{"record": recordForm(), "item": itemForm(), "row": {at: map[int]*form{}}, "draft": {at: map[int]*form{}}} {
			bucket := b.Bucket([]byte(name))
			values := map[string][]byte{}
			check(t, bucket.ForEach(func(k, v []byte) error {
				values[string(k)] = lengthened(t, v, f)
				return nil
			}))
			for k, v := range values {
				check(t, bucket.Put([]byte(k), v))
			}
			if len(values) == 0 {
				t.Errorf("no %s", name)
			}
		}
		return tally.Anew(b)
	}))
	check(t, s.Close())
	s = reopened(t, path)
	clean(t, s)
	session = entered(t, s)
	after, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewAll})
	check(t, err)
	if len(after.Rows) != len(before.Rows) {
		t.Fatalf("%d rows, not %d", len(after.Rows), len(before.Rows))
	}
	for i, row := range after.Rows {
		if row.Summary != before.Rows[i].Summary || !row.Due.Equal(before.Rows[i].Due) {
			t.Errorf("a row reads %+v, not %+v", row, before.Rows[i])
		}
	}
	drafts, err := session.Drafts(t.Context())
	check(t, err)
	if len(drafts) != 1 || drafts[0].Text != "half" {
		t.Errorf("the draft reads %+v", drafts)
	}
	_, err = session.Do(t.Context(), desk.AddMemo{ID: openRow(t, session).ID, Text: "memo"})
	check(t, err)
	clean(t, s)
}

// entered is a session for the person who began a store.
func entered(t *testing.T, s *Store) *model.Session {
	t.Helper()
	me, err := model.Who(t.Context(), s, "")
	check(t, err)
	session, err := model.Enter(t.Context(), s, me)
	check(t, err)
	return session
}

// openRow is a request that is open.
func openRow(t *testing.T, session *model.Session) desk.RequestRow {
	t.Helper()
	p, err := desk.ReadPage(t.Context(), session, desk.PageQuery{View: desk.ViewOpen})
	check(t, err)
	for _, row := range p.Rows {
		if row.Summary != "" { // one that was erased takes no words
			return row
		}
	}
	t.Fatal("no request with words is open")
	return desk.RequestRow{}
}

// TestLongerChangesAreKept: a journal to which a later version added everywhere comes to the same, in whatever order it comes,
// and is kept and passed on byte for byte.
func TestLongerChangesAreKept(t *testing.T) {
	from := full(t)
	want, err := from.Digests(t.Context())
	check(t, err)
	batch := journalOf(t, from)
	for i := range batch {
		batch[i].Bytes = lengthened(t, batch[i].Bytes, changeForm())
	}
	for _, backwards := range []bool{false, true} { // backwards, most of them wait for others first
		s := begunEmpty(t)
		for i := range batch {
			if backwards {
				i = len(batch) - 1 - i
			}
			check(t, s.Receive(t.Context(), batch[i:i+1]))
		}
		clean(t, s)
		check(t, s.rebuild(nil))
		clean(t, s)
		got, err := s.Digests(t.Context())
		check(t, err)
		if got.All != want.All {
			t.Errorf("backwards %v: it comes to something else", backwards)
		}
		for _, sent := range batch {
			kept, err := s.Since(t.Context(), sent.Stream, sent.Seq-1, 1)
			check(t, err)
			if len(kept) != 1 || !bytes.Equal(kept[0].Bytes, sent.Bytes) {
				t.Errorf("kept as %x, not %x", kept, sent.Bytes)
			}
		}
		check(t, s.Close())
	}
}

// TestLongerChangesAreErased: what a later version added to a change goes with its words.
func TestLongerChangesAreErased(t *testing.T) {
	from, session := begun(t)
	jan, err := session.Do(t.Context(), desk.AddResident{Resident: desk.Resident{Name: "Jan"}})
	check(t, err)
	s := begunEmpty(t)
	for _, c := range journalOf(t, from) {
		c.Bytes = lengthened(t, c.Bytes, changeForm())
		check(t, s.Receive(t.Context(), []Sealed{c}))
	}
	_, err = entered(t, s).Do(t.Context(), desk.EraseResident{ID: jan.Entity})
	check(t, err)
	clean(t, s)
	erased := 0
	for _, c := range journalOf(t, s) {
		ch, w, err := wire.OpenChange(c.Stream, c.Seq, c.Bytes)
		check(t, err)
		if ch.Erased {
			if erased++; w.More != 0 || len(w.Added) != 0 {
				t.Errorf("an erased change keeps what was added to it: %x", c.Bytes)
			}
		}
	}
	if erased == 0 {
		t.Fatal("nothing was erased: this test shows nothing")
	}
}

// journalOf is every change that a store holds.
func journalOf(t *testing.T, s *Store) (out []Sealed) {
	t.Helper()
	heads, err := s.Heads(t.Context())
	check(t, err)
	for stream := range heads {
		part, err := s.Since(t.Context(), stream, 0, 0)
		check(t, err)
		out = append(out, part...)
	}
	return out
}

// begunEmpty is a store with nothing in it.
func begunEmpty(t *testing.T) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "empty.db")
	check(t, Create(path, time.Now()))
	return reopened(t, path)
}
