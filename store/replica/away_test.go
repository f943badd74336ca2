package replica_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/replica"
)

func (c *school) moves(teacher int, groups ...journal.ID) {
	c.t.Helper()
	names := []string{"Tine de Boer", "Joost Vos"}
	c.do(c.me, model.EditPerson{Person: model.Person{ID: c.teachers[teacher], Name: names[teacher], Roles: []model.Role{model.RoleTeacher}, Site: c.site, Groups: groups}})
}

// TestAScopeThatEndsIsHandedInAndPutAway: what was written before the laptop could know counts, nothing is put away before it is at the
// centre, and then not a word of it is left; and it comes back when the scope is given back.
func TestAScopeThatEndsIsHandedInAndPutAway(t *testing.T) {
	c := newSchool(t)
	c.moves(0, c.groups...)
	l := c.laptop(c.teachers[0], "laptop Tine")
	c.exchange(l)
	l.do(l.me, judgement(c, 2, 1, "onthouden-kanarie"))
	c.moves(0, c.groups[0])
	back := l.receive(c.pack(l.to())) // the laptop hears of it before it has handed anything in
	if len(back.PutAway) != 0 {
		t.Fatalf("put away before it was handed in: %+v", back)
	}
	draft := model.Draft{Owner: l.me, Key: "judge", About: c.students[2], Text: "half-kanarie"}
	must(t, l.s.SaveDraft(t.Context(), draft))
	there, back := c.exchange(l)
	if len(back.PutAway) != 0 || back.Unsaved != 1 {
		t.Errorf("what is half typed goes with it: %+v", back)
	}
	must(t, l.s.DropDraft(t.Context(), draft.Owner, draft.Key))
	_, back = c.exchange(l)
	if len(there.Waiting) != 0 || there.Came.Judgements != 1 || len(back.PutAway) != 1 {
		t.Errorf("%+v\n%+v", there, back)
	}
	l.sound()
	same(t, c.copyOf, l)
	must(t, l.s.Close())
	if grep(t, filepath.Dir(l.path), "-kanarie") {
		t.Error("a judgement is still on the laptop")
	}
	if !grep(t, filepath.Dir(c.path), "onthouden-kanarie") {
		t.Error("it is not at the centre")
	}
	l.open()
	l.sound()
	if _, err := l.as(l.me).Do(t.Context(), judgement(c, 2, 1, "nog een")); err == nil {
		t.Error("it judges in a class that it has no more")
	}
	c.moves(0, c.groups...)
	_, back = c.exchange(l)
	if len(back.Regained) != 1 {
		t.Errorf("given back: %+v", back)
	}
	same(t, c.copyOf, l)
	l.do(l.me, judgement(c, 2, 1, "weer terug"))
	c.exchange(l)
	same(t, c.copyOf, l)
	l.sound()
	c.sound()
}

// grep tells whether any file in a folder holds a text.
func grep(t testing.TB, folder, text string) bool {
	t.Helper()
	found := false
	must(t, filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(path)
		found = found || bytes.Contains(body, []byte(text))
		return err
	}))
	return found
}

// TestARevokedLaptop: what it wrote after that waits until it is taken in, and once it has handed in it puts everything away.
func TestARevokedLaptop(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	l.do(l.me, judgement(c, 0, 1, "voor"))
	itself := func(s *store.Store) (transfer.Machine, bool) {
		t.Helper()
		m, ok, err := replica.Here(t.Context(), s)
		must(t, err)
		return m, ok
	}
	if m, ok := itself(l.s); !ok || !m.Here || m.Label != "laptop Tine" || m.Name != "Tine de Boer" || m.Invitation.IsZero() || !m.Since.IsZero() {
		t.Errorf("before it was admitted: %+v", m)
	}
	c.exchange(l)
	if m, ok := itself(l.s); !ok || m.Label != "laptop Tine" || m.Since.IsZero() || m.Revoked {
		t.Errorf("admitted: %+v", m)
	}
	if _, ok := itself(c.s); ok {
		t.Error("the centre is a laptop")
	}
	l.do(l.me, judgement(c, 0, 2, "na"))
	must(t, trust.Revoke(t.Context(), c.as(c.me), l.s.Replica(), nil))
	there := c.receive(l.pack(l.home()))
	if there.Came.Changes != 0 || len(there.Waiting) != 1 || there.Waiting[0].Reason != string(trust.WasRevoked) || there.Waiting[0].Name != "Tine de Boer" {
		t.Fatalf("%+v", there)
	}
	peers, err := replica.Peers(t.Context(), c.s)
	must(t, err)
	if len(peers) != 1 || !peers[0].Revoked || len(peers[0].Waiting) != 1 || peers[0].Label != "laptop Tine" {
		t.Errorf("%+v", peers)
	}
	hears := func(waits int) { // from an acknowledgement
		t.Helper()
		word, err := replica.Word(t.Context(), c.s, l.to())
		must(t, err)
		_, err = replica.Heard(t.Context(), l.s, word)
		must(t, err)
		st, err := replica.Stands(t.Context(), l.s)
		must(t, err)
		if st.Alone != 0 || st.WaitingThere != waits {
			t.Errorf("%d only here, %d wait at the centre, not %d", st.Alone, st.WaitingThere, waits)
		}
	}
	hears(1)
	n, err := replica.Accept(t.Context(), c.s, c.as(c.me), l.s.Replica())
	must(t, err)
	if n == 0 {
		t.Error("nothing was taken in")
	}
	hears(0)
	_, err = replica.Accept(t.Context(), c.s, c.as(c.me), l.s.Replica())
	fails(t, "nothing-waits", err)
	back := l.receive(c.pack(l.to()))
	if len(back.PutAway) != 2 {
		t.Errorf("%+v", back)
	}
	must(t, l.s.Close())
	if grep(t, filepath.Dir(l.path), "Noor") {
		t.Error("a student is still on it")
	}
	l.open()
	_, err = model.EnterAs(t.Context(), l.s, "")
	fails(t, "holder-put-away", err)
	l.sound()
	c.sound()
}

// TestARevokedLaptopThatHearsOfItFirst can still hand in what it made, and only then puts everything away.
func TestARevokedLaptopThatHearsOfItFirst(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	c.exchange(l)
	l.do(l.me, judgement(c, 0, 2, "niet ingeleverd"))
	must(t, trust.Revoke(t.Context(), c.as(c.me), l.s.Replica(), nil))
	if back := l.receive(c.pack(l.to())); len(back.PutAway) > 0 {
		t.Errorf("put away before it was handed in: %+v", back)
	}
	for n := range 2 { // and what it makes after that waits behind the first
		there := c.receive(l.pack(l.home()))
		if there.Came.Changes != 0 || len(there.Waiting) != 1 || there.Waiting[0].Reason != string(trust.WasRevoked) {
			t.Errorf("%d: %+v", n, there)
		}
		w, err := replica.Word(t.Context(), c.s, l.to())
		must(t, err)
		_, err = replica.Heard(t.Context(), l.s, w)
		must(t, err)
		if n == 0 {
			l.do(l.me, judgement(c, 1, 2, "later"))
		}
	}
	n, err := replica.Accept(t.Context(), c.s, c.as(c.me), l.s.Replica())
	must(t, err)
	if n != 4 {
		t.Errorf("%d changes were taken in", n)
	}
	if back := l.receive(c.pack(l.to())); len(back.PutAway) != 2 {
		t.Errorf("%+v", back)
	}
	c.sound()
	l.sound()
}

// TestOverreachWaits: a laptop whose program lets through what its holder may not do changes nothing, and all is kept.
func TestOverreachWaits(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	c.exchange(l)
	before := c.digests().All
	must(t, l.s.Write(t.Context(), func(w model.WriteTx) error { // roles of one's own
		people := journal.Stream{Scope: journal.Scope{Class: journal.People, Part: journal.Organisation()}}
		return w.Emit(&journal.Change{Stream: people, Kind: model.KindPerson, Entity: l.me, Op: journal.OpSet, Wall: 1, Actor: l.me, Schema: 1, MinReader: 1,
			Writes: []journal.Write{{Field: model.PersonRoles, Value: journal.List(journal.Text("admin"))}}})
	}))
	there := c.receive(l.pack(l.home()))
	if there.Came.Changes != 0 || len(there.Waiting) != 1 || there.Waiting[0].Reason != string(trust.Overreach) || c.digests().All != before {
		t.Errorf("%+v", there)
	}
	_, err := replica.Accept(t.Context(), c.s, c.as(c.me), l.s.Replica())
	must(t, err)
	if person := c.as(l.me).Me(); person.Has(model.RoleAdmin) {
		t.Error("she became an administrator")
	}
	same(t, c.copyOf, c.laptop(c.teachers[1], "laptop Joost"))
}

// TestASecondLaptopAsksWhoseItIs: two come with one invitation.
func TestASecondLaptopAsksWhoseItIs(t *testing.T) {
	c := newSchool(t)
	secret, invitation, err := replica.Invite(t.Context(), c.s, c.me, c.teachers[0], "laptop Tine", time.Time{})
	must(t, err)
	first := c.pack(replica.To{Invitation: invitation})
	l1, l2 := c.begin(c.teachers[0], "one", secret, first), c.begin(c.teachers[0], "two", secret, first)
	l1.do(l1.me, judgement(c, 0, 1, "een"))
	l2.do(l2.me, judgement(c, 1, 1, "twee"))
	c.exchange(l1)
	there := c.receive(l2.pack(l2.home()))
	if len(there.Second) != 1 || there.Came.Changes != 0 || len(there.Waiting) != 1 || there.Waiting[0].Reason != "second" {
		t.Fatalf("%+v", there)
	}
	_, err = replica.Accept(t.Context(), c.s, c.as(c.teachers[1]), l2.s.Replica())
	if fault.KindOf(err) != fault.Refused {
		t.Errorf("a teacher says whose it is: %v", err)
	}
	n, err := replica.Accept(t.Context(), c.s, c.as(c.me), l2.s.Replica())
	must(t, err)
	if n == 0 {
		t.Error("nothing was taken in")
	}
	c.exchange(l1)
	c.exchange(l2)
	same(t, c.copyOf, l1)
	same(t, c.copyOf, l2)
}

// TestWordsThatNameAResidentStayHome until somebody decides that they may go; then they reach who lacks them.
func TestWordsThatNameAResidentStayHome(t *testing.T) {
	c := newSchool(t)
	c.do(c.me, desk.AddResident{Resident: desk.Resident{Name: "Gerrit Kanarie", Phone: "0612345678", Keep: desk.KeepRegister}})
	made := c.do(c.students[0], learning.AddEvidence{Student: c.students[0], Cleaned: true, Evidence: learning.Evidence{Kind: learning.EvidenceProduct, Title: "Brief",
		Note: "Samen met Gerrit Kanarie de brief gelezen.", Nodes: c.nodes()[:1]}})
	secret, invitation, err := replica.Invite(t.Context(), c.s, c.me, c.teachers[0], "laptop Tine", time.Time{})
	must(t, err)
	plan, err := replica.Prepare(t.Context(), c.s, replica.To{Invitation: invitation})
	must(t, err)
	if len(plan.Hits) == 0 || plan.Withheld == 0 || plan.Residents != 0 || plan.Students != 2 || plan.Evidence != 3 {
		t.Fatalf("%+v", plan)
	}
	first := c.pack(replica.To{Invitation: invitation})
	if bytes.Contains(first, []byte("Kanarie")) {
		t.Fatal("the name travels")
	}
	l := c.begin(c.teachers[0], "laptop", secret, first)
	c.exchange(l)
	l.sound()
	if grep(t, filepath.Dir(l.path), "Kanarie") {
		t.Error("the name is on the laptop")
	}
	for _, h := range plan.Hits {
		must(t, replica.Decide(t.Context(), c.s, c.me, h, transfer.Travels))
	}
	for i, h := range plan.Hits { // who decided and when stands beside it; what earlier versions kept counts as well
		v, err := replica.Decided(c.s, h, i == 0)
		must(t, err)
		if len(v) != 25 || v[0] != 't' || !bytes.Equal(v[1:17], c.me[:]) {
			t.Fatalf("%x", v)
		}
		if at := time.UnixMilli(int64(binary.BigEndian.Uint64(v[17:]))); c.s.Now().Sub(at).Abs() > time.Hour {
			t.Errorf("decided at %s, it is %s", at, c.s.Now())
		}
	}
	for range 2 {
		c.exchange(l)
	}
	same(t, c.copyOf, l)
	l.sound()
	x, err := learning.ReadPiece(t.Context(), l.as(l.me), c.students[0], made.Created[len(made.Created)-1])
	must(t, err)
	if x.Evidence.Note == "" {
		t.Error("its words did not come")
	}
	if p := c.pack(l.to()); bytes.Contains(p, []byte("Kanarie")) {
		t.Error("it travels again and again")
	}
}

// TestTwoHundredExchanges grow nothing.
func TestTwoHundredExchanges(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	c.exchange(l)
	keys := func(x *copyOf) (n int) {
		must(t, x.s.Read(t.Context(), func(tx model.Tx) error { n = entries(tx); return nil }))
		return n
	}
	for range 70 {
		c.exchange(l)
	}
	was, lwas := keys(c.copyOf), keys(l)
	for range 130 {
		c.exchange(l)
	}
	if keys(c.copyOf) != was || keys(l) != lwas {
		t.Errorf("%d became %d, %d became %d", was, keys(c.copyOf), lwas, keys(l))
	}
	if st := stateOf(c.copyOf); len(st.Replicas()) != 2 {
		t.Errorf("%d replicas", len(st.Replicas()))
	}
}

// TestARoleThatChangesWhileTheLaptopIsAway locks nothing of what was done before: it is taken in, and the laptop puts away what it may
// not hold any more.
func TestARoleThatChangesWhileTheLaptopIsAway(t *testing.T) {
	for _, role := range []model.Role{model.RoleSupervisor, model.RoleDesk} {
		c := newSchool(t)
		l := c.laptop(c.teachers[0], "laptop Tine")
		c.exchange(l)
		l.do(l.me, judgement(c, 0, 1, "een"), judgement(c, 1, 2, "twee"))
		c.do(c.me, model.EditPerson{Person: model.Person{ID: l.me, Name: "Tine de Boer", Roles: []model.Role{role}, Site: c.site}})
		there, back := c.exchange(l)
		if there.Came.Judgements != 2 || len(there.Waiting) > 0 || len(back.PutAway) != 1 {
			t.Errorf("%s: %+v\n%+v", role, there, back)
		}
		c.exchange(l)
		l.sound()
		must(t, l.s.Close())
		if grep(t, filepath.Dir(l.path), "Gesprek aan de balie") { // what she wrote herself stays: she goes on adding to these dossiers
			t.Errorf("%s: what others wrote in the class is still there", role)
		}
	}
	c := newSchool(t)
	lead := c.do(c.me, model.AddPerson{Person: model.Person{Name: "Fatma Aydin", Roles: []model.Role{model.RoleCoordinator}}}).Entity
	l := c.laptop(lead, "laptop Fatma")
	c.exchange(l)
	l.do(lead, model.EditPerson{Person: model.Person{ID: c.students[0], Name: "Noor Bakker", Roles: []model.Role{model.RoleStudent}, Site: c.site, Groups: c.groups[:1]}})
	c.do(c.me, model.EditPerson{Person: model.Person{ID: lead, Name: "Fatma Aydin", Roles: []model.Role{model.RoleTeacher}, Site: c.site, Groups: c.groups[:1]}})
	there, back := c.exchange(l)
	if there.Came.Changes == 0 || len(there.Waiting) > 0 {
		t.Errorf("%+v", there)
	}
	if len(back.PutAway) != 1 {
		t.Errorf("%+v", back)
	}
	c.exchange(l)
	same(t, c.copyOf, l)
}

// TestAGroupThatIsArchivedMeanwhile keeps nobody from saving the judgement that was half typed: it comes back as any other.
func TestAGroupThatIsArchivedMeanwhile(t *testing.T) {
	c := newSchool(t)
	l := c.laptop(c.teachers[0], "laptop Tine")
	c.exchange(l)
	must(t, l.s.SaveDraft(t.Context(), model.Draft{Owner: l.me, Key: "judge", About: c.students[0], Text: "half"}))
	must(t, c.s.Write(t.Context(), func(w model.WriteTx) error {
		return w.Emit(&journal.Change{Stream: journal.Stream{Scope: journal.Scope{Class: journal.People, Part: journal.Organisation()}}, Kind: model.KindGroup, Entity: c.groups[0],
			Op: journal.OpSet, Wall: 1, Actor: c.me, Schema: 1, MinReader: 1, Writes: []journal.Write{{Field: journal.FieldArchived, Value: journal.Bool(true)}}})
	}))
	if back := l.receive(c.pack(l.to())); len(back.PutAway) > 0 {
		t.Errorf("%+v", back)
	}
	drafts, err := l.s.Drafts(t.Context(), l.me)
	must(t, err)
	if len(drafts) != 1 {
		t.Errorf("%d drafts are left", len(drafts))
	}
	l.do(l.me, judgement(c, 0, 1, "heel"))
	if there, _ := c.exchange(l); there.Came.Judgements != 1 || len(there.Waiting) > 0 {
		t.Errorf("%+v", there)
	}
	same(t, c.copyOf, l)
}
